"""What becomes of copy in the clipboard: its headline, and a messenger's marks."""

from __future__ import annotations

from functools import cache

import pytest
from PySide6.QtCore import QMimeData

from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.imports.pasted_release import (
    pasted_original,
    pasted_receipt,
    pasted_release,
    without_messenger_marks,
)
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.release import Mark, Release


@cache
def reader() -> FrameReader:
    return FrameReader(load_style_sheet()[0])


def pasted(text: str, html: str = "") -> Release:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    release = pasted_release(data, reader())
    assert release is not None
    return release


def test_the_line_above_the_first_empty_line_is_the_headline() -> None:
    assert pasted("Panen Kopi\r\n\r\nWarga memanen.\r\nUsai.").text == (
        "Panen Kopi\nWarga memanen.\nUsai."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Warga memanen kopi.\nUsai.",
        "Warga memanen kopi di Wlingi.\n\nUsai sudah.\n\nPulang.",
        "SIARAN PERS\n\nWarga memanen kopi.",
        "SIARAN PERS\n\nWarga memanen kopi di Wlingi.\n\nUsai sudah.",
        "SIARAN PERS\n\nPanen Kopi\nWarga memanen kopi di Wlingi.",
        "SIARAN PERS\nNomor: 480/17/409.110/2026",
        "Satu baris saja",
    ],
)
def test_other_first_lines_are_body(text: str) -> None:
    release = pasted(text)
    assert release.headline == ""
    assert release.text[1:] == "\n".join(line for line in text.split("\n") if line)


@pytest.mark.parametrize(
    "above",
    [
        "SIARAN PERS",
        "SIARAN PERS\n\nNomor: 480/17/409.110/2026",
        "PEMERINTAH KABUPATEN BLITAR\nDINAS PERTANIAN DAN PANGAN\n\nSIARAN PERS",
    ],
)
def test_a_headline_below_the_head_of_the_release_is_found(above: str) -> None:
    release = pasted(f"{above}\n\nPanen Kopi\n\nWarga *memanen*.\nUsai.")
    kept = [line for line in above.split("\n") if line]
    assert release.text.split("\n") == ["Panen Kopi", *kept, "Warga memanen.", "Usai."]
    start = release.text.index("memanen")
    assert release.marks == (Mark(start, start + 7, "bold"),)


def test_a_headline_about_a_street_is_no_letterhead() -> None:
    for above in ("", "SIARAN PERS\n\n"):
        release = pasted(f"{above}Jalan Desa Ngeni Diperbaiki\n\nWarga senang.\nUsai.")
        assert release.headline == "Jalan Desa Ngeni Diperbaiki"


def test_a_bold_headline_below_the_head_of_the_release_is_found() -> None:
    release = pasted(
        "", "<p><i>SIARAN PERS</i></p><p><b>Panen Kopi</b></p><p>Warga <b>memanen</b>.</p>"
    )
    assert release.text == "Panen Kopi\nSIARAN PERS\nWarga memanen."
    assert release.marks == (Mark(11, 22, "italic"), Mark(29, 36, "bold"))


def test_a_bold_first_paragraph_is_the_headline_and_no_longer_bold() -> None:
    release = pasted("", "<p><b>Panen Kopi</b></p><p>Warga <b>memanen</b>.</p>")
    assert release.headline == "Panen Kopi"
    assert release.marks == (Mark(17, 24, "bold"),)


def test_copy_that_is_bold_throughout_has_no_headline_of_its_own() -> None:
    release = pasted("", "<p><b>Panen Kopi</b></p><p><b>Warga memanen</b></p>")
    assert release.headline == ""


def test_a_messengers_marks_become_bold_and_italic() -> None:
    copy = without_messenger_marks("Warga *memanen kopi* yang _sangat_ harum.")
    assert copy.text == "Warga memanen kopi yang sangat harum."
    assert copy.marks == (Mark(6, 18, "bold"), Mark(24, 30, "italic"))


@pytest.mark.parametrize(
    "text",
    [
        "https://blitar.go.id/berita_panen_kopi",
        "2 * 3 * 4",
        "catatan* kaki",
        "* satu * dua",
        "nama_berkas_foto.jpg",
    ],
)
def test_other_asterisks_and_underscores_stay(text: str) -> None:
    assert without_messenger_marks(text).text == text


def test_an_empty_clipboard_gives_nothing() -> None:
    assert pasted_release(QMimeData(), reader()) is None


@pytest.mark.parametrize(
    "stamp",
    [
        "[10:12, 24/11/2026] Humas Blitar: ",
        "[24/11/26 10.12.33] +62 812-0000-0000: ",
        "24/11/26 10.12 - Humas Blitar: ",
    ],
)
def test_when_and_by_whom_a_message_was_sent_is_left_out(stamp: str) -> None:
    text = f"{stamp}*Panen Kopi*\n\nWarga memanen.\n{stamp}Usai."
    assert pasted(text).text == "Panen Kopi\nWarga memanen.\nUsai."
    data = QMimeData()
    data.setText(text)
    told = pasted_receipt(data).entry("chat-stamp")
    assert told is not None
    assert (told.left_out, told.texts) == (2, (stamp.strip(),) * 2)
    assert told.note
    data.setText("Panen Kopi\n\nWarga memanen.")
    assert pasted_receipt(data) == ()


@pytest.mark.parametrize(
    "line", ["[10] Panen: Kopi", "Pukul 10.12 - 11.12: panen", "24/11/2026 - Panen Kopi"]
)
def test_what_only_looks_like_a_messages_stamp_stays(line: str) -> None:
    assert line in pasted(f"Panen Kopi\n\nWarga.\n{line}").text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Panen Kopi\r\n\r\nWarga memanen.\r\nUsai.", "Panen Kopi\n\nWarga memanen.\nUsai."),
        ("Warga *memanen* kopi.", "Warga memanen kopi."),
        ("[13/11/24 08.00] Humas: Warga panen.", "[13/11/24 08.00] Humas: Warga panen."),
    ],
)
def test_what_was_pasted_is_kept_with_the_release(text: str, kept: str) -> None:
    data = QMimeData()
    data.setText(text)
    assert pasted_original(data, pasted(text)) == kept
