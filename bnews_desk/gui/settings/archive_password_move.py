"""Moves a shared archive's password from its address to the keyring, off the GUI thread."""

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
    """Stores passwords in the system's keyring, or else in a file that only its owner can read.

    The keyring may ask the user to unlock it, hence the thread. ``shut_down`` must be called at the
    end.
    """

    kept = Signal(str, str)
    """The address as given, and one sentence: where its password is stored."""
    failed = Signal(str, str)
    """The address as given, and one sentence: why its password could not be stored."""
    _ended = Signal(str, str, bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread: BackgroundThread | None = None
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def store_password(self, address: str) -> None:
        """Store the password of an address."""
        if self._thread is None:
            self._thread = BackgroundThread(THREAD_NAME)
        self._thread.submit(lambda: self._work(address))

    def move_out_of_settings(self, remembered: StoredSettings) -> None:
        """Store the password of the settings' archive address, then remove it from the settings."""
        from bnews_desk.credentials import password_in, without_password

        def wipe(address: str, _sentence: str) -> None:
            if remembered.settings.archive == address:
                remembered.save_values(archive=without_password(address))

        if password_in(remembered.settings.archive):
            self.kept.connect(wipe)
            self.store_password(remembered.settings.archive)

    def shut_down(self) -> None:
        """End the thread, after at most ``SHUTDOWN_SECONDS``."""
        if self._thread is not None:
            self._thread.end(SHUTDOWN_SECONDS)
            self._thread = None

    def _work(self, address: str) -> None:
        """Store a password; on the side thread."""
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
    """Where a password was stored: in the file at ``path``, or in the keyring if that is ''."""
    if not path:
        return tr.tr("Sandi arsip bersama disimpan di penyimpan sandi komputer ini.")
    return tr.tr(
        "Komputer ini tidak mempunyai penyimpan sandi, jadi sandi arsip bersama disimpan di"
        " “{0}”, yang hanya dapat dibaca akun Anda."
    ).format(path)
