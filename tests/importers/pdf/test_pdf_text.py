"""What comes in from a PDF."""

from __future__ import annotations

import pytest

from tests.importers.pdf.pdf_kit import (
    BOLD,
    ITALIC,
    LEADING,
    LEFT,
    SYMBOL,
    TOP,
    Piece,
    body,
    down,
    read,
    stream,
    words,
)

WIDE = (
    "Pemerintah Kabupaten Blitar membuka pelatihan pembuatan pupuk bagi para petani di",
    "sembilan desa. Pelatihan berlangsung di Balai Desa Krisik, Kecamatan Gandusari, dan",
    "akan berakhir pada hari Sabtu.",
)
SECOND = (
    "Setiap peserta menerima bibit dan buku panduan. Kepala Dinas Pertanian mengatakan pelatihan",
    "itu akan diulang di kecamatan lain pada awal tahun depan.",
)


def joined(lines: tuple[str, ...]) -> str:
    return " ".join(lines)


def test_broken_lines_become_paragraphs_where_there_is_space_between_them() -> None:
    assert body(down([*WIDE, "", *SECOND]))[1:] == [joined(WIDE), joined(SECOND)]


def test_a_line_with_room_for_the_next_word_ends_its_paragraph() -> None:
    assert body(down([*WIDE, *SECOND]))[1:] == [joined(WIDE), joined(SECOND)]


def test_an_indented_line_begins_a_paragraph() -> None:
    full = WIDE[:2]
    pieces = [*down(full), *down([SECOND[0]], x=LEFT + 30, y=TOP - 2 * LEADING)]
    pieces += down([SECOND[1]], y=TOP - 3 * LEADING)
    assert body(pieces)[1:] == [joined(full), joined(SECOND)]


def test_a_paragraph_goes_on_over_the_page_and_what_pages_repeat_is_left_out() -> None:
    head = [Piece("Humas Kabupaten Blitar", y=810), Piece("Halaman 1", x=280, y=30)]
    second = [Piece("Humas Kabupaten Blitar", y=810), Piece("Halaman 2", x=280, y=30)]
    imported = read([*head, *down(WIDE[:2])], [*second, *down([WIDE[2], "", *SECOND])])
    assert imported.release.text.split("\n")[1:] == [joined(WIDE), joined(SECOND)]
    texts = words(imported, "repeated-line")
    assert set(texts) == {"Humas Kabupaten Blitar", "Halaman 1", "Halaman 2"}


def test_a_number_that_belongs_to_the_copy_stays() -> None:
    assert body(down([*WIDE, "", "2"]))[-1] == "2"


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        ("peme-", "rintah kabupaten", "pemerintah kabupaten"),
        ("anak-", "anak sekolah", "anak-anak sekolah"),
        ("buku-", "bukunya", "buku-bukunya"),
        ("sayur-", "mayur", "sayur-mayur"),
        ("non-", "ASN", "non-ASN"),
        ("555-", "0199", "555-0199"),
        ("Ban-", "dung", "Bandung"),
        ("dan/", "atau", "dan/atau"),
    ],
)
def test_a_parted_word_is_put_together_and_a_true_hyphen_kept(
    first: str, second: str, wanted: str
) -> None:
    lines = (f"{'kata ' * 15}{first}", f"{second} {'tutup ' * 4}sampai di sini saja.")
    assert wanted in body(down(lines))[1]


def test_parted_words_are_counted() -> None:
    entry = read(down([f"{'kata ' * 15}peme-", "rintah."])).receipt.entry("hyphenation")
    assert entry is not None
    assert entry.carried == 1


def test_of_two_columns_the_left_one_is_read_first_however_they_were_written() -> None:
    left = [f"lajur kiri baris {at} panjang sekali" for at in range(6)]
    right = [f"lajur kanan baris {at} panjang juga" for at in range(6)]
    wanted = [" ".join(left), " ".join(right)]
    by_column = [*down(left), *down(right, x=320)]
    across = [piece for pair in zip(down(left), down(right, x=320), strict=True) for piece in pair]
    for pieces in (by_column, [*down(right, x=320), *down(left)], across):
        text = " ".join(body(pieces))
        assert text.strip() == " ".join(wanted)


def test_what_stands_above_is_read_first_whenever_it_was_written() -> None:
    pieces = [*down(WIDE), Piece("KABUPATEN BLITAR", y=TOP + 40)]
    assert body(pieces)[1:] == ["KABUPATEN BLITAR", joined(WIDE)]


def test_a_table_comes_row_by_row() -> None:
    cells = [("Desa", "Hari"), ("Krisik", "Senin"), ("Semen", "Kamis")]
    pieces = [
        Piece(text, x, TOP - at * LEADING)
        for at, row in enumerate(cells)
        for text, x in zip(row, (LEFT, 200), strict=True)
    ]
    assert body(pieces)[1:] == ["Desa\tHari", "Krisik\tSenin", "Semen\tKamis"]


def test_list_items_stay_apart_and_bullets_are_typed() -> None:
    pieces = []
    for at, label in enumerate(("1.", "2.", "\u2022")):
        pieces += [Piece(label, y=TOP - at * LEADING), Piece(f"butir {at}", 95, TOP - at * LEADING)]
    pieces.append(Piece("\xb7", y=TOP - 3 * LEADING, font=SYMBOL))
    pieces.append(Piece("butir 3", 95, TOP - 3 * LEADING))
    assert body(pieces)[1:] == ["1. butir 0", "2. butir 1", "- butir 2", "- butir 3"]
    entry = read(pieces).receipt.entry("list")
    assert entry is not None
    assert entry.carried == 4


def test_bold_and_italic_come_in_and_a_raised_figure_keeps_to_its_word() -> None:
    pieces = [
        Piece("Luas "), Piece("kebun", x=100, font=BOLD), Piece("kopi", x=140, font=ITALIC),
        Piece("13 km", x=170), Piece("2", x=200.5, y=TOP + 4, size=7), Piece(", lalu", x=204),
    ]  # fmt: skip
    release = read(pieces).release
    assert release.text == "\nLuas kebun kopi 13 km2, lalu"
    assert [(release.text[m.start : m.end], m.kind) for m in release.marks] == [
        ("kebun", "bold"),
        ("kopi", "italic"),
    ]


def test_a_larger_first_line_is_the_headline() -> None:
    pieces = [Piece("Panen Raya di Krisik", size=18, y=TOP + 30), *down(WIDE)]
    assert body(pieces) == ["Panen Raya di Krisik", joined(WIDE)]


def test_text_across_the_page_is_left_out_with_its_words() -> None:
    slanted = Piece("SALINAN", 200, 300, 60, matrix=(0.7, 0.7, -0.7, 0.7))
    imported = read([slanted, *down(WIDE)])
    assert imported.release.text == "\n" + joined(WIDE)
    assert words(imported, "crosswise-text") == ("SALINAN",)


@pytest.mark.parametrize(
    "turn", [(0, 1, -1, 0), (-1, 0, 0, -1), (0, -1, 1, 0)], ids=["left", "over", "right"]
)
def test_a_page_that_lies_on_its_side_is_read(turn: tuple[float, float, float, float]) -> None:
    a, b, c, d = turn
    pieces = [
        Piece(line, 300 - at * 14 * c, 400 - at * 14 * d, matrix=(a, b, c, d))
        for at, line in enumerate(("satu dua tiga empat lima", "enam.", "Tujuh."))
    ]
    assert body(pieces)[1:] == ["satu dua tiga empat lima enam.", "Tujuh."]


def test_letters_of_a_ligature_stay_in_their_word() -> None:
    cmap = (
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff>"
        b" endcodespacerange 1 beginbfchar <46> <00660069> endbfchar endcmap end"
    )
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /ToUnicode 11 0 R >>"
    resources = {0: "/Resources << /Font << /F0 12 0 R >> >>"}
    objects = [stream(b""), stream(cmap), font]
    assert body(down(["saat FnalF"]), extra=resources, objects=objects)[1:] == ["saat finalfi"]


def test_what_is_all_that_stands_on_a_page_is_no_furniture() -> None:
    pages = [[Piece(f"Bagian {number} dari naskah.")] for number in range(1, 6)]
    assert body(*pages)[1:] == [f"Bagian {number} dari naskah." for number in range(1, 6)]


def test_short_lines_that_fill_no_column_stay_lines() -> None:
    lines = ["Bupati Blitar", "Wakil Bupati Blitar", "Sekretaris Daerah"]
    assert body(down(lines))[1:] == lines


def test_first_lines_are_told_by_their_indent_where_a_paragraph_has_but_one_line() -> None:
    pieces = []
    for at in range(3):
        y = TOP - at * 3 * LEADING
        pieces += [Piece(SECOND[0][:75], LEFT + 30, y), Piece(SECOND[1], LEFT, y - LEADING)]
        pieces += [Piece(f"Baris tunggal ke-{at} yang hampir penuh sampai tepi kanan halaman ini",
                         LEFT + 30, y - 2 * LEADING)]  # fmt: skip
    assert len(body(pieces)[1:]) == 6


def test_a_line_of_few_words_that_fills_its_column_is_no_row_of_a_table() -> None:
    stretched = [Piece(word, x, TOP - LEADING) for word, x in
                 (("Kabupaten", 72), ("Blitar", 152.5), ("membuka", 210.7))]  # fmt: skip
    rest = ["kembali pasar desa itu hari Rabu.", "Pasar itu sudah lama direnovasi."]
    pieces = [Piece("Bupati bersama warga Pemerintah"), *stretched, *down(rest, y=TOP - 28)]
    assert "Kabupaten Blitar membuka kembali pasar desa" in " ".join(body(pieces))


def test_a_note_at_the_foot_of_a_page_comes_last_and_its_number_in_brackets() -> None:
    call = Piece("1", 224.5, TOP - 3 * LEADING + 5, size=7)
    copy = [*down([*WIDE, "Harga kopi di Krisik naik tajam"]), call]
    note = [Piece("1", y=90, size=6), Piece("Menurut dinas.", 78, 86, size=9)]
    imported = read([*copy, *note], down(SECOND))
    assert imported.release.text.split("\n")[1:] == [
        joined(WIDE),
        "Harga kopi di Krisik naik tajam[1]",
        joined(SECOND),
        "[1] Menurut dinas.",
    ]
    assert imported.receipt.entry("footnote").carried == 1  # type: ignore[union-attr]


def test_a_power_is_no_note() -> None:
    copy = [Piece("Luasnya 13 km"), Piece("2", 144.5, TOP + 5, size=7)]
    assert body([*copy, *down(["2 hektare di antaranya ditanami."], y=TOP - 40)])[1:] == [
        "Luasnya 13 km2",
        "2 hektare di antaranya ditanami.",
    ]


def test_arabic_letters_stay_in_their_words_and_in_order() -> None:
    cmap = (
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff>"
        b" endcodespacerange 4 beginbfchar <41> <0633> <42> <0644> <43> <0627> <44> <0645>"
        b" endbfchar endcmap end"
    )
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /ToUnicode 11 0 R >>"
    resources = {0: "/Resources << /Font << /F0 12 0 R >> >>"}
    letters = [Piece(letter, 200 - at * 8.7) for at, letter in enumerate("ABCD")]
    text = body(letters, extra=resources, objects=[stream(b""), stream(cmap), font])
    assert text[1:] == ["\u0633\u0644\u0627\u0645"]
