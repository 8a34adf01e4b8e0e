"""Moves a shared archive's password from its address to the keyring, beside the GUI thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from bnews_desk.errors import DeskError
from bnews_desk.gui.shared.background_thread import BackgroundThread

if TYPE_CHECKING:
    from bnews_desk.gui.settings.stored_settings import StoredSettings

SHUTDOWN_SECONDS = 1.0
THREAD_NAME = "bnews-password"


class ArchivePassword(QObject):
    """Keeps passwords where only their owner gets at them.

    The system may ask for the keyring to be unlocked, so that no thread of the window waits for it.
    ``shut_down`` must be called in the end.
    """

    kept = Signal(str, str)
    """The address as it was given, and one sentence: where its password is now."""
    failed = Signal(str, str)
    """The same address, and why its password could not be kept."""
    _ended = Signal(str, str, bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread: BackgroundThread | None = None
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def store_password(self, address: str) -> None:
        """Keep the password that stands in an address."""
        if self._thread is None:
            self._thread = BackgroundThread(THREAD_NAME)
        self._thread.submit(lambda: self._work(address))

    def move_out_of_settings(self, remembered: StoredSettings) -> None:
        """Keep the password that stands in the settings, and wipe it there once that is done."""
        from bnews_desk.credentials import password_in, without_password

        def wipe(address: str, _sentence: str) -> None:
            if remembered.settings.archive == address:
                remembered.save_values(archive=without_password(address))

        if password_in(remembered.settings.archive):
            self.kept.connect(wipe)
            self.store_password(remembered.settings.archive)

    def shut_down(self) -> None:
        """Begin nothing more; what waits for the user is not waited for long."""
        if self._thread is not None:
            self._thread.end(SHUTDOWN_SECONDS)
            self._thread = None

    def _work(self, address: str) -> None:
        """On the side thread."""
        from bnews_desk.credentials import password_in, store_password

        try:
            path = store_password(address, password_in(address))
        except DeskError as error:
            self._ended.emit(address, str(error), False)
        else:
            self._ended.emit(address, _sentence(self, path), True)

    def _tell(self, address: str, sentence: str, is_kept: bool) -> None:
        (self.kept if is_kept else self.failed).emit(address, sentence)


def _sentence(tr: QObject, path: str) -> str:
    """Where a password is now: in the file at ``path``, or in the keyring where there is none."""
    if not path:
        return tr.tr("Sandi arsip bersama disimpan di penyimpan sandi komputer ini.")
    return tr.tr(
        "Komputer ini tidak mempunyai penyimpan sandi, jadi sandi arsip bersama disimpan di"
        " “{0}”, yang hanya dapat dibaca akun Anda."
    ).format(path)
