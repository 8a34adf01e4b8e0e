"""Markdown: what CommonMark's own reader makes of it is the copy again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from bnews_desk.exporters.markdown import write_markdown
from bnews_desk.release import Mark, MarkKind, Photo, Release

READER = MarkdownIt("commonmark")
KINDS: list[MarkKind] = ["bold", "italic", "link"]


def read_again(written: str) -> tuple[str, list[str]]:
    """The headline and the paragraphs of a Markdown text, as CommonMark has them."""
    page = html.fragment_fromstring(READER.render(written), create_parent="div")
    headlines = [h.text_content() for h in page.iter("h1")]
    return "".join(headlines), [p.text_content() for p in page.iter("p")]


def test_a_release() -> None:
    release = Release(
        "Pasar *Ikan* Dibuka\nDinas Perikanan membuka pasar ikan.\n\nKata Ratna, harga # stabil.",
        (Mark(20, 35, "bold"), Mark(44, 54, "link", "https://contoh.id/a_b?c=1&d=2")),
    )
    assert write_markdown(release) == (
        "# Pasar \\*Ikan\\* Dibuka\n\n"
        "**Dinas Perikanan** membuka [pasar ikan](<https://contoh.id/a_b?c=1&d=2>).\n\n"
        "Kata Ratna, harga # stabil.\n"
    )


@pytest.mark.parametrize(
    "line",
    [
        "# bukan judul",
        "- bukan daftar",
        "+ bukan daftar",
        "1. bukan daftar",
        "12) bukan daftar",
        "> bukan kutipan",
        "=====",
        "-----",
        "***",
        "Rp1.000 * 2 = `Rp2.000`",
        "a_b_c dan __init__",
        "[Baca](juga) ![gambar](x)",
        "<b>bukan tebal</b> & &amp; &copy;",
        "~~coret~~ | tabel |",
        "\\garis miring\\",
        "    empat spasi di depan",
        "\ttab di depan",
        "spasi di belakang   ",
        "\u00a0spasi tak terputus\u2003",
        "https://contoh.id/a_b_c",
        "2024. Tahun itu",
        "10^6^ dan H~2~O",
    ],
)
def test_what_looks_like_markup_is_text(line: str) -> None:
    assert read_again(write_markdown(Release(f"J\n{line}"))) == ("J", [line])
    assert read_again(write_markdown(Release(f"{line.strip()}\nisi")))[0] == line.strip()


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40).filter(str.strip),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from(KINDS)), max_size=4),
)
def test_any_paragraph_comes_back(line: str, spots: list[tuple[int, int, MarkKind]]) -> None:
    marks = tuple(
        Mark(2 + min(a, b), 2 + min(max(a, b), len(line)), kind, "https://contoh.id/")
        for a, b, kind in spots
        if min(a, b) < min(max(a, b), len(line))
    )
    written = write_markdown(Release(f"J\n{line}", marks))
    assert read_again(written) == ("J", [line])


@pytest.mark.parametrize("text", ['"Kopi"naik', "Kopi", "“Kopi” naik", "x(Kopi)"])
def test_bold_survives_wherever_it_stands(text: str) -> None:
    start = text.index("Kopi")
    release = Release(f"J\na{text}b", (Mark(3 + start, 7 + start, "bold"),))
    page = READER.render(write_markdown(release))
    assert "<strong>Kopi</strong>" in page


def test_a_link_behind_an_exclamation_mark_is_no_image() -> None:
    release = Release("J\nPanen!Baca", (Mark(8, 12, "link", "https://contoh.id/"),))
    assert '<a href="https://contoh.id/">Baca</a>' in READER.render(write_markdown(release))
    assert read_again(write_markdown(release)) == ("J", ["Panen!Baca"])


def test_captions_stand_where_the_photos_were() -> None:
    release = Release("J\nsatu\ndua", (), (Photo("0" * 64, 1, caption="Petani", credit="Humas"),))
    assert "satu\n\n_Petani (Foto: Humas)_" in write_markdown(release).replace("<em>", "_").replace(
        "</em>", "_"
    )


def test_nothing() -> None:
    assert write_markdown(Release()) == ""
