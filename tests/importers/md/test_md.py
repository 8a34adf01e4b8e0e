"""What comes in from a Markdown file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.importers.file_reading import read_data
from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.importers.md import read_md, reader
from tests.importers.mutations import mutations, outcome

READER = FrameReader(load_style_sheet()[0])
FILE = """---
title: Berkas
---
# Panen *Raya*

BLITAR – **Bupati** meninjau [sawah](https://a.example "judul").[^1]

> Kata dia.

1. satu
2. dua
   - peluru

| Desa | Juara |
|------|-------|
| Krisik | I |

<p>Blok <b>HTML</b></p>

    kode

[^1]: Catatan.
    Lanjutannya.
""".encode()


def read(text: str) -> ImportedRelease:
    return read_md(text.encode(), READER)


def lines(text: str) -> list[str]:
    return read(text).release.text.split("\n")[1:]


def marked(text: str) -> list[tuple[str, str, str]]:
    release = read(text).release
    return [(release.text[m.start : m.end], m.kind, m.target) for m in release.marks]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Satu\ndua.\n\nTiga.", ["Satu dua.", "Tiga."]),
        ("Satu  \ndua\\\ntiga", ["Satu", "dua", "tiga"]),
        ("Panjang " * 20 + "\ndua", [("Panjang " * 20).strip(), "dua"]),
        ("- satu\n- dua\n\n  lanjut", ["- satu", "- dua", "lanjut"]),
        ("3. satu\n3. dua\n   - isi", ["3. satu", "4. dua", "- isi"]),
        ("> kutip\n> lagi", ["kutip lagi"]),
        ("```\na  b\nc\n```", ["a  b", "c"]),
        ("|A|B|\n|-|-|\n|1|2|\n|x||", ["A\tB", "1\t2", "x"]),
        ("<div>\nsatu<br>dua &amp; <i>tiga</i>\n<!-- x --></div>", ["satu", "dua & tiga"]),
        ("a <span>b</span> \\*c\\* &copy; `d*`", ["a b *c* © d*"]),
        ("Sub\n---\nSatu", ["Sub", "Satu"]),
        ("13 km^2^ H~2~O 2^10 a~b ~5", ["13 km2 H2O 2^10 a~b ~5"]),
        ("~~coret~~ a_b_c 2*3*4", ["coret a_b_c 234"]),
    ],
)
def test_words_come_in_without_their_marks(text: str, wanted: list[str]) -> None:
    assert lines(text) == wanted


def test_bold_italic_and_links_come_in() -> None:
    assert marked("**a *b*** [c **d**](https://a.example/x) <https://b.example> [e](a.docx)") == [
        ("a b", "bold", ""),
        ("b", "italic", ""),
        ("c d", "link", "https://a.example/x"),
        ("d", "bold", ""),
        ("https://b.example", "link", "https://b.example"),
    ]


def test_the_whole_file_comes_in() -> None:
    imported = read_md(FILE, READER)
    assert imported.release.headline == "Panen Raya"
    assert imported.release.body.split("\n") == [
        "BLITAR – Bupati meninjau sawah.[1]",
        "Kata dia.",
        "1. satu",
        "2. dua",
        "- peluru",
        "Desa\tJuara",
        "Krisik\tI",
        "Blok HTML",
        "kode",
        "[1] Catatan. Lanjutannya.",
    ]
    assert imported.receipt.entry("front-matter").texts == ("title: Berkas",)
    assert imported.receipt.entry("footnote").carried == 1


def test_a_picture_and_a_note_that_nobody_cites_are_told() -> None:
    imported = read("![Dua petani](a.png) satu [^tiada]\n\n[^x]: Sisa.")
    assert imported.release.text == "\n satu [^tiada]"
    texts = {entry.kind: entry.texts for entry in imported.receipt if entry.left_out}
    assert texts == {"image": ("Dua petani",), "footnote": ("Sisa.",)}


@pytest.mark.parametrize(
    "text", ["Satu.\nDua.", "Judul\n\nBLITAR | B-news.id - Satu.\nDua *tiga*.", "2024\n\n(a) b"]
)
def test_a_text_that_bears_no_mark_of_markdown_is_plain_text(text: str) -> None:
    plain = read_data(text.encode(), "txt", READER)
    named = read_data(text.encode(), "md", READER)
    assert named.release == plain.release
    assert named.receipt.entry("format").found == 1


def test_what_is_too_deep_or_too_large_is_read_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    deep = "> " * 500 + "dasar"
    assert read(deep).release.text == "\n" + deep
    monkeypatch.setattr(reader, "MAX_MARKDOWN_BYTES", 10)
    assert "**satu**" in read("**satu** dua tiga").release.text


def test_a_thousand_broken_files_end_in_a_release_or_a_sentence() -> None:
    seen = {outcome(lambda data: read_md(data, READER), data) for data in mutations(FILE, 1_000)}
    assert "read" in seen
    assert seen <= {"read", "refused"}


@given(st.text(alphabet="ab \n#*_[]()^:>-|`<1.\\&~!", max_size=80))
def test_no_letter_is_lost(text: str) -> None:
    """But those of tags, addresses, reference definitions and fields, which are marks."""
    if any(mark in text for mark in ("](", "]:", "<", "&", "---", "```", "~~~", "!")):
        return
    if not text.strip():
        return
    shown = read(text).release.text
    assert [c for c in shown if c in "ab"] == [c for c in text if c in "ab"]


def test_words_that_are_struck_through_come_in_and_are_told() -> None:
    imported = read("Harga ~~turun~~ naik <del>lagi</del>.")
    assert imported.release.text == "\nHarga turun naik lagi."
    assert imported.receipt.entry("struck-text")[1:4] == (2, 2, 0)
