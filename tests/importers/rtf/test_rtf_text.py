"""What comes in from an RTF file."""

from __future__ import annotations

import pytest

from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.importers.rtf import read_rtf

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


def read(body: str) -> ImportedRelease:
    head = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}{\f1\fcharset204 Arial;}"
    head += r"{\f2\fcharset2 Symbol;}}{\stylesheet{\s0 Normal;}{\s1\b heading 1;}{\s2 Isi;}}"
    return read_rtf((head + "\n" + body + "}").encode("cp1252"))


def lines(body: str) -> list[str]:
    return read(body).release.text.split("\n")[1:]


def marked(body: str) -> list[tuple[str, str, str]]:
    release = read(body).release
    return [(release.text[m.start : m.end], m.kind, m.target) for m in release.marks]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (r"\pard Satu.\par Dua.\par", ["Satu.", "Dua."]),
        ("\\pard Sa\r\ntu\\par\n\\par\nDua", ["Satu", "", "Dua"]),
        (r"{\pard Satu.\par}{\pard Dua.\par}", ["Satu.", "Dua."]),
        (r"satu\line dua\page tiga", ["satu", "dua", "tiga"]),
        (r"\ldblquote Kaf\'e9\rdblquote \endash \{a\}\~b\_c\\", ["“Kafé”–{a}\u00a0b\u2011c\\"]),
        (r"\u8220?siap\u8221?", ["“siap”"]),
        (r"\uc2\u8220\'93\'93siap{\uc0\u8221}.", ["“siap”."]),
        (r"\u-10179?\u-8689?", ["\U0001f60f"]),
        (r"{\f1\'cf\'f0}", ["Пр"]),
        (r"{\f2\'b7\'61}", ["•α"]),
        ("Café mentah", ["Café mentah"]),
        (r"{\upr{ansi}{\*\ud{unicode}}}", ["unicode"]),
        (r"satu{\*\rahasia tersembunyi}{\info{\title x}} dua", ["satu dua"]),
        (r"bi\-dang{\pict\bin3 {}}} terang", ["bidang terang"]),
    ],
)
def test_words_come_in_as_word_shows_them(body: str, wanted: list[str]) -> None:
    assert lines(body) == wanted


def test_looks_end_with_their_group_or_their_word() -> None:
    assert marked(r"{\b Bupati} datang \b tadi\b0  pagi {\i ke {\b Krisik}}\plain  lagi") == [
        ("Bupati", "bold", ""),
        ("tadi", "bold", ""),
        ("ke Krisik", "italic", ""),
        ("Krisik", "bold", ""),
    ]


def test_a_link_comes_in_and_another_field_shows_its_result() -> None:
    link = r'{\field{\*\fldinst{HYPERLINK "https://a.example/x"}}{\fldrslt{\ul sini}}}'
    body = rf"Baca {link}, hal. {{\field{{\*\fldinst PAGE}}{{\fldrslt 2}}}}."
    assert lines(body) == ["Baca sini, hal. 2."]
    assert marked(body) == [("sini", "link", "https://a.example/x")]
    assert read(body).receipt.entry("field").carried == 1


def test_a_heading_style_makes_the_headline() -> None:
    release = read(r"\pard\s1 Panen Raya\par\pard\s2 Satu.\par").release
    assert (release.headline, release.body) == ("Panen Raya", "Satu.")


@pytest.mark.parametrize(
    ("label", "wanted"), [(r"1.\tab", "1. satu"), (r"{\f2\'b7}\tab", "- satu"), ("", "satu")]
)
def test_a_list_keeps_its_label(label: str, wanted: str) -> None:
    assert lines(rf"{{\listtext {label}}}satu\par") == [wanted]


def test_a_table_comes_row_by_row() -> None:
    body = (
        r"awal\par\trowd\pard\intbl Desa\cell Juara\cell\row"
        r"\pard\intbl Krisik\par Gandusari\cell 1\cell\row\pard\intbl\cell Satu\cell\row\pard akhir"
    )
    assert lines(body) == ["awal", "Desa\tJuara", "Krisik Gandusari\t1", "Satu", "akhir"]
    assert read(body).receipt.entry("table").carried == 1


def test_nested_cells_do_not_fuse() -> None:
    body = r"\intbl\itap2 satu\nestcell{\*\nesttableprops\nestrow}{\nonesttables\par}dua\cell\row"
    assert lines(body) == ["satu", "dua"]


def test_notes_stand_at_the_end_under_their_numbers() -> None:
    body = (
        r"Satu{\super\chftn{\*\footnote\chftn  Catatan {\b tebal}.}} dua{\footnote\ftnalt Akhir.}"
        r".\par tiga"
    )
    imported = read(body)
    assert imported.release.text.split("\n")[1:] == [
        "Satu[1] dua[2].", "tiga", "[1] Catatan tebal.", "[2] Akhir.",
    ]  # fmt: skip
    assert imported.receipt.entry("footnote").carried == 1
    assert imported.receipt.entry("endnote").carried == 1


def test_what_is_left_out_is_told_with_its_words() -> None:
    imported = read(
        r"{\header Kop surat\par}Isi{\v rahasia}{\deleted hapus}{\revised sisip}"
        r"{\*\annotation{\*\atnref 1}Komentar}{\object{\*\objdata 00}{\result tampil}}."
    )
    assert imported.release.text == "\nIsisisiptampil."
    texts = {entry.kind: entry.texts for entry in imported.receipt if entry.left_out}
    assert texts == {
        "header": ("Kop surat",),
        "hidden-text": ("rahasia",),
        "deletion": ("hapus",),
        "comment": ("Komentar",),
        "object": (),
    }
    assert imported.receipt.entry("insertion").carried == 1


def test_a_text_box_follows_its_paragraph() -> None:
    body = r"Satu{\shp{\*\shpinst{\sp{\sn a}}{\shptxt Kotak\par}}{\shprslt Kotak}} dua.\par T"
    assert lines(body) == ["Satu dua.", "Kotak", "T"]


def test_a_picture_comes_in_once() -> None:
    picture = rf"{{\*\shppict{{\pict\pngblip {PNG.hex()}}}}}{{\nonshppict{{\pict\wmetafile8 00}}}}"
    imported = read(rf"Satu\par{picture}\par{{\pict\emfblip 00}}Dua")
    (photo,) = imported.release.photos
    assert imported.pictures == {photo.digest: PNG}
    assert imported.receipt.entry("image")[1:4] == (2, 1, 1)


@pytest.mark.parametrize("word", ["strike", "striked1"])
def test_words_that_are_struck_through_come_in_and_are_told(word: str) -> None:
    imported = read(rf"Harga {{\{word} turun}} naik{{\strike0  lagi}}\par")
    assert imported.release.text == "\nHarga turun naik lagi"
    assert imported.receipt.entry("struck-text")[1:4] == (1, 1, 0)
