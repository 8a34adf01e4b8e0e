"""Text that comes from WhatsApp."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.importers.txt import read_txt
from bnews_desk.importers.whatsapp_chat import read_chat_lines
from tests.importers.mutations import outcome

READER = FrameReader(load_style_sheet()[0])
ANDROID = """14/11/24 09.58 - Pesan dan panggilan dienkripsi secara end-to-end.
14/11/24 10.02 - Humas Pemkab: *Warga Krisik Panen Kopi*

BLITAR - Panen _raya_ digelar di Desa Krisik.
🔹 robusta
1️⃣ arabika
14/11/24 10.03 - Humas Pemkab: IMG-20241114-WA0003.jpg (file terlampir)
14/11/24 10.05 - +62 812-3456-7890: Terima kasih. <Pesan ini diedit>
"""


def read(text: str) -> ImportedRelease:
    return read_txt(text.encode(), READER)


def test_an_exported_chat_loses_its_stamps_and_keeps_its_words() -> None:
    imported = read(ANDROID)
    release = imported.release
    assert release.headline == "Warga Krisik Panen Kopi"
    assert release.body.split("\n") == [
        "BLITAR - Panen raya digelar di Desa Krisik.",
        "- robusta",
        "1. arabika",
        "Terima kasih.",
    ]
    assert [(release.text[m.start : m.end], m.kind) for m in release.marks] == [
        ("Warga Krisik Panen Kopi", "bold"),
        ("raya", "italic"),
    ]
    counts = {entry.kind: (entry.carried, entry.left_out) for entry in imported.receipt}
    assert counts == {
        "encoding": (1, 0),
        "chat-stamp": (0, 4),
        "chat-notice": (0, 1),
        "chat-mark": (2, 0),
        "list": (2, 0),
        "chat-media": (0, 1),
    }
    assert imported.receipt.entry("chat-media").texts == (
        "IMG-20241114-WA0003.jpg (file terlampir)",
    )


@pytest.mark.parametrize(
    "head",
    [
        "[14/11/24, 10.02.11] Humas: ",
        "\u200e[14/11/24 10.02.11] Humas: ",
        "[10:02, 14/11/2024] Humas: ",
        "[11/14/24, 10:02:11\u202fAM] Humas: ",
        "14/11/2024 10.02 - Humas: ",
        "11/14/24, 10:02 AM - Humas: ",
        "2024-11-14, 10:02 - +62 812-0000-0000: ",
        "Diteruskan\n",
        "Forwarded many times\n",
    ],
)
def test_stamps_and_forwarding_marks_of_every_kind_are_known(head: str) -> None:
    imported = read(f"{head}Panen *kopi* dimulai.\nBesok lagi.")
    assert imported.release.text == "\nPanen kopi dimulai.\nBesok lagi."
    assert imported.receipt.entry("chat-mark").carried == 1


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        ("*Bupati* dan *Wakil Bupati*", "Bupati dan Wakil Bupati"),
        ("*_tebal miring_* ~coret~ ```kode```", "tebal miring coret kode"),
        ("2*3*4 dan 2 * 3 * 4", "2*3*4 dan 2 * 3 * 4"),
        ("nama_file_baru, (*) dan (***)", "nama_file_baru, (*) dan (***)"),
        ("https://a.example/_x_/*y* a_b@c.id_", "https://a.example/_x_/*y* a_b@c.id_"),
        ("* butir", "* butir"),
        ("✅ Siap", "- Siap"),
        ("Satu\u200b\u2060 dua", "Satu dua"),
        ("👨\u200d🌾 petani", "👨\u200d🌾 petani"),
        ("<Media tidak disertakan>", ""),
        ("Pesan ini telah dihapus", ""),
        ("Catatan: rapat pukul 10.00 - selesai", "Catatan: rapat pukul 10.00 - selesai"),
    ],
)  # fmt: skip
def test_a_row_keeps_its_words(row: str, wanted: str) -> None:
    lines = read_chat_lines(["14/11/24 10.02 - Humas: mulai", row])
    assert lines is not None
    assert lines[-1].text == wanted


@pytest.mark.parametrize(
    "text",
    [
        "*Bupati Blitar* hadir.\nSatu.",
        "BLITAR - Satu.\n14/11/24 10.02 - Humas: dua",
        "14/11/2024 - Rapat dimulai.",
        "[Catatan] satu",
        "*) keterangan\nSatu",
        "10.30 WIB acara dimulai",
    ],
)
def test_any_other_text_is_left_as_it_is(text: str) -> None:
    assert read(text).release.text == "\n" + text


def test_a_broadcast_that_begins_with_a_bold_line_is_a_chat() -> None:
    release = read("*SIARAN PERS KOMINFO BLITAR*\n\nSatu *dua*.").release
    assert "*" not in release.text


def test_a_long_row_of_marks_takes_no_time() -> None:
    lines = read_chat_lines(["Diteruskan", "*a_~" * 20_000, "_" * 50_000, "*a* " * 2_000])
    assert lines is not None


@given(st.text(alphabet="a1 *_~`\n[]/.:-<>✅\ufe0f\u200b", max_size=80))
def test_no_letter_of_a_chat_is_lost(text: str) -> None:
    lines = read_chat_lines(["Diteruskan", *text.split("\n")])
    assert lines is not None
    words = "".join(line.text + "".join(said for _, said in line.left_out) for line in lines)
    assert words.count("a") == text.count("a") + "Diteruskan".count("a")
    assert outcome(lambda data: read_txt(data, READER), ("Diteruskan\n" + text).encode()) == "read"
