"""Brings the journal's messages to the GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, SignalInstance


class JournalSignals(QObject):
    """Turns calls from the journal's thread into signals on the GUI thread."""

    troubled = Signal(str)
    mended = Signal()
    noticed = Signal(str)
    saved = Signal(str, float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._early: list[tuple[SignalInstance, str]] | None = []

    def report_trouble(self, sentence: str) -> None:
        """Pass a failure on; the journal calls this."""
        self._send(self.troubled, sentence)

    def report_notice(self, sentence: str) -> None:
        """Pass a notice on; the journal calls this."""
        self._send(self.noticed, sentence)

    def send_early_messages(self) -> None:
        """Send what the journal said while it was being opened; call it once signals are
        connected.
        """
        early, self._early = self._early, None
        for signal, sentence in early or ():
            signal.emit(sentence)

    def _send(self, signal: SignalInstance, sentence: str) -> None:
        if self._early is None:
            signal.emit(sentence)
        else:
            self._early.append((signal, sentence))
