"""How to search, in a few lines: each with what it finds."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication

from bnews_desk.gui.shared.theme import Theme


def syntax(theme: Theme) -> str:
    """The lines as rich text."""
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
