"""The right column beside the inbox: the selected file, or what the inbox is for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from bnews_desk.gui.inbox.inbox_file import InboxFile
from bnews_desk.gui.inbox.inbox_folder import InboxFolderFile
from bnews_desk.gui.inbox.inbox_texts import (
    already_archived_text,
    arrival_time_text,
    file_action_label,
    file_size_text,
    file_type_name,
    printable_file_name,
    printable_path,
)
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.widgets import QuietButton, SeparatorLine, label, set_look
from bnews_desk.gui.window.side_page_panel import Facts, SidePagePanel, paragraphs_of

_BREAKS = re.compile("[_.-]+")
"""Characters after which a long name may be wrapped."""


class InboxPanel(SidePagePanel):
    """Shows a file, why it could not be imported or that it was before, and its actions."""

    open_wanted = Signal(object)
    """An ``InboxFile`` whose release is to be shown."""
    import_wanted = Signal(object)
    """A list of ``InboxFile`` to import."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        tr = self.tr
        self._theme = theme
        self._chosen: list[InboxFile] = []
        self.name = label("")
        self.state = label("")
        for said in (self.name, self.state):
            said.setWordWrap(True)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.facts = Facts((tr("Jenis"), tr("Ukuran"), tr("Datang"), tr("Subfolder")))
        self.open = QuietButton(theme, tr("Buka naskahnya"), about=tr("Naskah lama di arsip"))
        self.open.clicked.connect(lambda: self.open_wanted.emit(self._chosen[0]))
        self.take = QuietButton(theme, tr("Impor"), about=tr("Sebagai naskah baru di meja"))
        self.take.clicked.connect(lambda: self.import_wanted.emit(self._chosen))
        self.text = label("", ink="ink2")
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._rule = SeparatorLine()
        self._rule.hide()
        told = self.name, self.state, self.facts, self._rule, self.text
        self.lay_out(told, (self.open, self.take))
        self.apply_theme()
        self.show_chosen([])

    def show_chosen(self, chosen: Sequence[InboxFile]) -> None:
        """Show the selected files; without any, what the inbox is for."""
        if [item.file for item in chosen] != [item.file for item in self._chosen]:
            self.text.setText("")
            self._rule.hide()
        self._chosen = list(chosen)
        count = len(self._chosen)
        self.name.setFont(self._theme.ui_font(13, 600))  # Qt forgets it where widgets move
        self.show_page(self._titled(count), is_told=count > 0)
        self.facts.setVisible(count == 1)
        if count == 1:
            self._show_one(self._chosen[0])
        elif count:
            total = sum(item.file.size for item in self._chosen)
            self.name.setText(self.tr("{0} berkas, {1}").format(count, file_size_text(total)))
            self._say("")
            self.open.hide()
            self.take.hide()

    def show_text(self, file: InboxFolderFile, text: str) -> None:
        """Show the beginning of a file, where it is still the one shown."""
        if [item.file for item in self._chosen] == [file]:
            self.text.setText(paragraphs_of(text))
            self._rule.show()

    def apply_theme(self) -> None:
        super().apply_theme()
        self.name.setFont(self._theme.ui_font(13, 600))
        self.help.setText(self._purpose(self._theme.name_of("ink2")))

    def _show_one(self, item: InboxFile) -> None:
        tr = self.tr
        self.name.setText(_BREAKS.sub("\\g<0>\N{ZERO WIDTH SPACE}", printable_file_name(item)))
        self._say("")
        if item.is_again and item.origin is not None:
            said = already_archived_text(item.origin)
            self._say(tr("Berkas yang sama persis {0}.").format(said))
        elif item.failure and item.is_new:
            self._say(tr("Belum dapat diimpor. {0}").format(item.failure), "err")
        elif item.is_taken:
            self._say(tr("Sudah diimpor."))
        elif item.is_ignored:
            self._say(tr("Diabaikan."))
        self.open.setVisible(item.origin is not None)
        self.take.setVisible(True)
        self.take.setText(file_action_label(item) if item.is_new else tr("Impor lagi"))
        for name, value in (
            (tr("Jenis"), file_type_name(item)),
            (tr("Ukuran"), file_size_text(item.file.size)),
            (tr("Datang"), arrival_time_text(item)),
            (tr("Subfolder"), printable_path(item.place)),
        ):
            self.facts.show_fact(name, value)

    def _say(self, text: str, ink: str = "ink2") -> None:
        self.state.setText(text)
        self.state.setVisible(bool(text))
        set_look(self.state, ink=ink)

    def _titled(self, count: int) -> str:
        if not count:
            return self.tr("Tentang kotak masuk")
        return self.tr("Berkas terpilih") if count == 1 else self.tr("Berkas-berkas terpilih")

    def _purpose(self, ink: str) -> str:
        tr = self.tr
        lines = (
            (tr("Enter"), tr("mengimpor yang dipilih; Ctrl+A memilih semuanya")),
            (tr("Del"), tr("mengabaikan: tidak ditawarkan lagi")),
            (
                tr("Sudah ada di arsip"),
                tr("berkas yang sama persis pernah masuk; Enter membuka naskahnya"),
            ),
            (
                tr("Masih disalin"),
                tr("berkas muncul begitu selesai ditulis, juga yang di subfolder"),
            ),
        )
        rows = "".join(
            f'<tr><td style="padding: 3px 0 0 0"><b>{name}</b></td></tr>'
            f'<tr><td style="padding: 0 0 6px 0; color: {ink}">{what}</td></tr>'
            for name, what in lines
        )
        return f"<table>{rows}</table>"
