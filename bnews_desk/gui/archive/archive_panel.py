"""The right column beside the archive page: the focused release, or how to search."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from bnews_desk.archive.repository.archive_values import ReleaseRecord, ReleaseSummary
from bnews_desk.gui.archive.search_results import day_of, title_of
from bnews_desk.gui.desk.stage_labels import stage_name
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.widgets import QuietButton, SeparatorLine, label
from bnews_desk.gui.window.side_page_panel import Facts, SidePagePanel, paragraphs_of


def syntax(theme: Theme) -> str:
    """The search syntax as rich text."""
    ink = theme.name_of("ink2")
    rows = "".join(
        f'<tr><td style="padding: 3px 0 0 0"><b>{escape(typed)}</b></td></tr>'
        f'<tr><td style="padding: 0 0 6px 0; color: {ink}">{escape(found)}</td></tr>'
        for typed, found in _lines()
    )
    return f"<table>{rows}</table>"


def _lines() -> tuple[tuple[str, str], ...]:
    return (
        ("panen raya", _tr("kedua kata, juga memanen dan panenan")),
        ('"panen raya"', _tr("persis begitu")),
        ("panen*", _tr("kata yang berawalan panen")),
        ("panen -jagung", _tr("tanpa kata jagung")),
        ("judul:panen", _tr("di judul saja; begitu juga tempat:, sumber:, dan editor:")),
        ("status:siap", _tr("menurut status")),
        ("tanggal:2024-11", _tr("menurut tanggal, bulan, atau tahun")),
        ("tanggal:2024-10..2024-12", _tr("dari bulan sampai bulan")),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Archive", text)


SHOWN = 1_500
"""Code points of a body that are shown; the rest is read where it is opened."""


class ArchivePanel(SidePagePanel):
    """Shows a release of the archive and its actions."""

    open_wanted = Signal(str)
    versions_wanted = Signal(str)
    bin_wanted = Signal(str)
    """The release is to be moved to the bin, or back out of it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        tr = self.tr
        self._theme = theme
        self._summary: ReleaseSummary | None = None
        self._name = label("")
        self._text = label("", ink="ink2")
        self._text.setTextFormat(Qt.TextFormat.RichText)
        names = ("Status", "Tempat", "Sumber", "Inisial", "Editor", "Tanggal", "Alamat")
        self.facts = Facts(map(tr, names))
        for said in (self._name, self._text):
            said.setWordWrap(True)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.open = QuietButton(theme, tr("Buka"), about=tr("Buka di halaman (Enter)"))
        self.versions = QuietButton(theme, tr("Versi…"), about=tr("Keadaannya yang terdahulu"))
        self.bin = QuietButton(theme, tr("Buang"), about=self._about_bin(in_bin=False))
        for button, wanted in (
            (self.open, self.open_wanted),
            (self.versions, self.versions_wanted),
            (self.bin, self.bin_wanted),
        ):
            button.clicked.connect(lambda _=False, send=wanted: self._send(send))
        buttons = self.open, self.versions, self.bin
        self.lay_out((self._name, self.facts, SeparatorLine(), self._text), buttons)
        self.apply_theme()
        self.show_summary(None)

    @property
    def key(self) -> str:
        """The key of the release that is shown, '' without any."""
        return self._summary.key if self._summary else ""

    def show_summary(self, summary: ReleaseSummary | None) -> None:
        """Show the summary of another release; without one, how to search."""
        is_same = summary is not None and self.key == summary.key
        self._summary = summary
        title = self.tr("Naskah terpilih") if summary else self.tr("Cara mencari")
        self.show_page(title, is_told=summary is not None)
        if summary is None:
            return
        self._name.setFont(self._theme.page_font(17, 600))  # Qt forgets it where widgets move
        self._name.setText(title_of(summary))
        in_bin = summary.deleted is not None
        self.open.setVisible(not in_bin)
        self.bin.setText(self.tr("Pulihkan") if in_bin else self.tr("Buang"))
        self.bin.setToolTip(self._about_bin(in_bin=in_bin))
        self.bin.setAccessibleDescription(self._about_bin(in_bin=in_bin))
        for name, value in (
            (self.tr("Status"), stage_name(summary.status)),
            (self.tr("Tempat"), summary.place),
            (self.tr("Sumber"), summary.source),
            (self.tr("Inisial"), summary.initials.replace(",", ", ")),
            (self.tr("Editor"), summary.editor),
            (self.tr("Tanggal"), day_of(summary.day)),
            (self.tr("Alamat"), summary.address),
        ):
            self.facts.show_fact(name, value)
        if not is_same:
            self._text.setText("")

    def show_record(self, record: ReleaseRecord) -> None:
        """Show the text of the release, where it is still the one shown."""
        if record.key == self.key:
            body = record.release.body.strip()
            cut = body[:SHOWN]
            self._text.setText(paragraphs_of(f"{cut.rstrip()}…" if cut != body else cut))

    def apply_theme(self) -> None:
        super().apply_theme()
        self._name.setFont(self._theme.page_font(17, 600))
        self.help.setText(syntax(self._theme))

    def _about_bin(self, *, in_bin: bool) -> str:
        if in_bin:
            return self.tr("Kembalikan dari tempat sampah (Enter)")
        return self.tr("Pindahkan ke tempat sampah; di sana disimpan 30 hari (Del)")

    def _send(self, wanted: object) -> None:
        if self._summary is not None:
            wanted.emit(self._summary.key)  # type: ignore[attr-defined]
