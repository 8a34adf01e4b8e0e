"""The help page under F1: the workflow in five steps and all keyboard shortcuts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

from bnews_desk.gui.shared.theme import Theme

SIZE = (560, 620)
KEYS_WIDTH = 150
"""Pixels for the names of keys, the same in every section."""


def key_guide(theme: Theme, actions: Iterable[QAction]) -> str:
    """The whole page as rich text; commands without a key are left to the menu."""
    steps = "".join(f"<li>{escape(step)}</li>" for step in _way())
    own = [(_names(action), action.text().replace("&", "")) for action in actions]
    return (
        f"<h3>{escape(_tr('Dari rilis sampai tayang'))}</h3><ol>{steps}</ol>"
        f"<h3>{escape(_tr('Di naskah'))}</h3>{_table(theme, _page())}"
        f"<h3>{escape(_tr('Di daftar temuan dan kartunya'))}</h3>{_table(theme, _triage())}"
        f"<h3>{escape(_tr('Di Meja'))}</h3>{_table(theme, _desk())}"
        f"<h3>{escape(_tr('Di Kotak masuk'))}</h3>{_table(theme, _inbox())}"
        f"<h3>{escape(_tr('Di mana saja'))}</h3>"
        f"{_table(theme, [(keys, text) for keys, text in own if keys])}"
    )


def _way() -> tuple[str, ...]:
    return (
        _tr("Impor rilis, seret berkasnya ke jendela ini, atau tempel dari WhatsApp."),
        _tr("Tekan Rapikan: semua perbaikan yang pasti diterapkan dalam satu langkah."),
        _tr("Putuskan sisanya di Temuan, satu klik atau satu tombol untuk tiap temuan."),
        _tr("Lengkapi tempat, kode rilis, dan nama editor di Kelengkapan."),
        _tr("Buka Ekspor, periksa daftarnya, lalu ekspor ke Word, TXT, atau papan klip."),
    )


def _page() -> tuple[tuple[str, str], ...]:
    return (
        ("Ctrl+B · Ctrl+I · Ctrl+K", _tr("tebal, miring, tautan")),
        ("Alt+↑ · Alt+↓", _tr("naikkan, turunkan paragraf")),
    )


def _triage() -> tuple[tuple[str, str], ...]:
    return (
        ("J · K", _tr("temuan berikutnya, sebelumnya")),
        (_tr("Enter · 1 2 3"), _tr("perbaiki dengan usul pertama, kedua, ketiga")),
        (_tr("Shift+Enter"), _tr("perbaiki semua temuan yang sejenis")),
        ("I · R · Shift+I", _tr("abaikan di sini, di rilis ini, untuk redaksi")),
        ("A · Shift+A", _tr("tambahkan kata ini ke kamus saya, ke kamus redaksi")),
        ("P", _tr("catat orang di temuan itu sebagai pejabat")),
        ("U", _tr("urungkan perbaikan ini")),
        ("F1", _tr("jelaskan aturannya")),
        ("Esc", _tr("kembali ke naskah")),
    )


def _desk() -> tuple[tuple[str, str], ...]:
    return (
        ("Enter", _tr("buka naskah")),
        ("1 2 3 4", _tr("tandai baru, disunting, siap, tayang")),
        ("V", _tr("versi naskah")),
        ("Del", _tr("buang ke tempat sampah")),
        ("Esc", _tr("kembali ke naskah")),
    )


def _inbox() -> tuple[tuple[str, str], ...]:
    return (
        ("Enter", _tr("impor berkas yang dipilih, atau buka yang sudah ada di arsip")),
        ("Ctrl+A", _tr("pilih semuanya")),
        ("Del", _tr("abaikan, atau jangan abaikan lagi")),
        ("Esc", _tr("kembali ke naskah")),
    )


def _names(action: QAction) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return " · ".join(keys.toString(native) for keys in action.shortcuts()[:2])


def _table(theme: Theme, rows: Sequence[tuple[str, str]]) -> str:
    ink = theme.name_of("ink2")
    cells = "".join(
        f'<tr><td width="{KEYS_WIDTH}" style="padding: 2px 12px 2px 0; color: {ink}">'
        f"{escape(keys)}</td>"
        f'<td style="padding: 2px 0">{escape(text)}</td></tr>'
        for keys, text in rows
    )
    return f"<table>{cells}</table>"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Guide", text)
