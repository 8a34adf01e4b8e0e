"""The window's commands: their names, texts and keys, and what each does."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction

from bnews_desk.gui.window.commands import Command, Group
from bnews_desk.gui.window.release_controller import ReleaseController

Line = Command | QAction | Group | None
"""A command, an action that another part owns, a submenu, or None for a separator."""


class CommandTable(QObject):
    """The commands of one window in the order of its menu."""

    def __init__(self, controller: ReleaseController) -> None:
        super().__init__(controller)
        self._controller = controller
        self._window = controller.window

    def lines(self, last: Sequence[Line] = ()) -> list[Line]:
        """Every command and gap, from the first to the last; ``last`` come before *Keluar*."""
        return [
            *self._of_the_desk(),
            None,
            *self._of_writing(),
            None,
            *self._of_findings(),
            None,
            *self._of_going(),
            self._of_the_view(),
            None,
            *last,
            None,
            Command("quit", self.tr("Keluar"), ("Ctrl+Q",), self._window.close),
        ]

    def _of_the_desk(self) -> list[Line]:
        controller, tr = self._controller, self.tr
        return [
            Command("new", tr("Naskah baru"), ("Ctrl+N",), controller.begin_release),
            Command("import", tr("Impor…"), ("Ctrl+O",), controller.intake.choose_files),
            Command(
                "folder", tr("Impor folder…"), ("Ctrl+Shift+O",), controller.intake.choose_folder
            ),
            Command(
                "paste", tr("Tempel sebagai rilis baru"), ("Ctrl+Alt+V",), controller.intake.paste
            ),
            Command("sample", tr("Buka rilis contoh"), (), controller.intake.take_sample),
            Command("photo", tr("Tambah foto…"), (), controller.intake.choose_photo, True),
            Command("close", tr("Tutup tab"), ("Ctrl+W",), controller.close_current, True),
        ]

    def _of_writing(self) -> list[Line]:
        controller, tr = self._controller, self.tr
        plain = Command(
            "paste-plain", tr("Tempel tanpa format"), ("Ctrl+Shift+V",), self._paste_plain
        )
        return [
            Command("undo", tr("Urungkan"), ("Ctrl+Z",), controller.undo, True),
            Command("redo", tr("Ulangi"), ("Ctrl+Y", "Ctrl+Shift+Z"), controller.redo, True),
            *self._page_actions(),
            plain._replace(in_menu=False),
        ]

    def _of_findings(self) -> list[Line]:
        controller, tr = self._controller, self.tr
        by_key = [
            Command("next", tr("Temuan berikutnya"), ("F8",), self._next, True),
            Command("previous", tr("Temuan sebelumnya"), ("Shift+F8",), self._previous, True),
        ]
        return [
            Command("tidy", tr("Rapikan"), ("Ctrl+Shift+R",), controller.apply_safe_fixes, True),
            *(command._replace(in_menu=False) for command in by_key),
            Command("ready", tr("Siap tayang"), ("Ctrl+E",), controller.toggle_ready, True),
        ]

    def _of_going(self) -> list[Line]:
        controller, parts, desk, tr = (
            self._controller,
            self._window.parts,
            self._controller.desk,
            self.tr,
        )
        by_key = [
            Command("next-tab", tr("Tab berikutnya"), ("Ctrl+Tab",), desk.next, True),
            Command("back", tr("Tab sebelumnya"), ("Ctrl+Shift+Tab",), desk.previous, True),
            Command("next-part", tr("Bagian jendela berikutnya"), ("F6",), self._next_part),
            Command(
                "previous-part", tr("Bagian jendela sebelumnya"), ("Shift+F6",), self._previous_part
            ),
            Command("to-desk", tr("Ke meja"), ("Ctrl+1",), self._window.focus_desk),
            Command("to-page", tr("Ke naskah"), ("Ctrl+2",), controller.focus_page, True),
            Command("to-findings", tr("Ke temuan"), ("Ctrl+3",), parts.findings.take_focus, True),
        ]
        return [command._replace(in_menu=False) for command in by_key]

    def _page_actions(self) -> list[QAction]:
        """The page's own commands that work wherever the focus is."""
        own = self._window.parts.page.commands
        sizes = (own.zoom_in, own.zoom_out, own.zoom_reset)
        for action in (own.find, own.replace, *sizes, own.open_finding):
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        return [own.find, own.replace]

    def _of_the_view(self) -> Group:
        own, tr = self._window.parts.page.commands, self.tr
        return Group(
            tr("Tampilan"),
            [
                own.zoom_in,
                own.zoom_out,
                own.zoom_reset,
                None,
                Command("desk", tr("Meja"), ("Ctrl+Shift+M",), self._window.toggle_desk),
                Command("focus", tr("Fokus layar penuh"), ("F11",), self._toggle_focus),
            ],
        )

    def _paste_plain(self) -> None:
        """Paste into the text that has the focus; anywhere else as a new release."""
        page = self._window.parts.page
        if page.hasFocus() and not page.isReadOnly():
            page.paste_plain()
        else:
            self._controller.intake.paste()

    def _next_part(self) -> None:
        self._window.focus_next_part(forward=True)

    def _previous_part(self) -> None:
        self._window.focus_next_part(forward=False)

    def _next(self) -> None:
        self._controller.go_to_finding(forward=True)

    def _previous(self) -> None:
        self._controller.go_to_finding(forward=False)

    def _toggle_focus(self) -> None:
        self._window.set_focus_mode(not self._window.isFullScreen())
