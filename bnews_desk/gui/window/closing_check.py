"""Checks before the window closes that everything is saved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from bnews_desk.gui.desk.desk import Desk
from bnews_desk.gui.window.notice_bar import NoticeBar

NOTICE = "penutupan"
"""The key of the sentence that says why the window has stayed."""


class ClosingCheck(QObject):
    """Decides whether a window that is being closed goes.

    Where ``keep`` could not bring everything to safety the window stays once and says why in
    ``notice``; closed again, it goes. What was changed in between is worth a word of its own.
    """

    def __init__(
        self, desk: Desk, keep: Callable[[], bool], notice: Callable[[], NoticeBar], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._keep, self._notice = desk, keep, notice
        self._warned: object = None

    def may_go(self) -> bool:
        """Keep everything; whether the window may be closed now."""
        self._desk.note_all()
        if self._keep():
            return True
        unsafe = [(one.key, one.document.release()) for one in self._desk.releases]
        if unsafe == self._warned:
            return True
        self._warned = unsafe
        self._notice().tell(
            self.tr(
                "Jendela belum ditutup karena perubahan terakhir tidak dapat disimpan di folder"
                " mana pun di komputer ini; kosongkan disk atau ekspor naskahnya dahulu, atau tutup"
                " sekali lagi untuk keluar tanpa menyimpan."
            ),
            NOTICE,
        )
        return False

    def settle(self) -> None:
        """All is safe again: the next time that it is not, the window stays again."""
        self._warned = None
        self._notice().settle(NOTICE)
