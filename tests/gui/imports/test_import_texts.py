"""What the receipt says of things left out: their words where a note would only repeat itself."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from bnews_desk.gui.imports.import_texts import ReceiptLine, attention_lines
from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.receipt import Receipt, ReceiptBuilder
from bnews_desk.release import Release


def lines(kind: str, note: str, *texts: str) -> list[ReceiptLine]:
    tally = ReceiptBuilder()
    tally.leave_out(kind, texts)
    tally.note(kind, note)
    return list(attention_lines(ImportedRelease(Release("Judul\nIsi"), Receipt(tally.receipt()))))


@pytest.mark.parametrize(
    ("texts", "about"),
    [
        (("PEMERINTAH KABUPATEN\nBLITAR",), "“PEMERINTAH KABUPATEN BLITAR”"),
        (("", "Humas"), "“Humas”"),
        (("kata " * 40,), f"“{('kata ' * 18)[:89].rstrip()}…”"),
        (("",), ""),
    ],
)
def test_what_was_left_out_stands_there_itself(
    qtbot: QtBot, texts: tuple[str, ...], about: str
) -> None:
    (line,) = lines("header", "Kepala halaman tidak dibawa ke naskah.", *texts)
    assert line == ReceiptLine(f"{len(texts)} kepala halaman tidak dibawa", about)


def test_a_note_that_says_more_stays(qtbot: QtBot) -> None:
    note = "Gambar atau berkas percakapan tidak ikut; minta berkasnya."
    (line,) = lines("chat-media", note, "IMG-1.jpg")
    assert line.note == note
