"""A page is read as the parser comes to its elements, as its whole tree would be."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bnews_desk.errors import ReadError
from bnews_desk.importers.html import page_source, read_html, reader
from bnews_desk.importers.html.line_builder import HtmlLineBuilder
from bnews_desk.importers.imported_line import ImportedLine
from bnews_desk.importers.limits import ImportDeadline
from bnews_desk.importers.picture_store import PictureStore

PIECES = st.sampled_from(
    "<p>,</p>,<div>,</div>,<b>,</b>,<i>,<br>,<ul>,<li>,</ul>,<ol start=3>,<table>,<tr>,<td>,</td>,"
    "</tr>,</table>,<a href=https://a.example>,<a href=#_ftn1>,</a>,[1],<del cite=x>,</del>,<pre>,"
    "</pre>,<script>x<y</script>,<span hidden>,</span>,<select><option>,</select>,<h1>,</h1>,<q>,"
    "</q>,satu,dua , tiga,&amp;,&nbsp;,\n,<o:p>,</o:p>,<!-- k -->,<figure>,<figcaption>,</figure>,"
    "<svg {x=1>,</svg>,<a {y=2 href=#_ftn3>,<title>,</title>,<html>,</body>,<rt>,</rt>".split(",")
)


def walk() -> HtmlLineBuilder:
    return HtmlLineBuilder("", ImportDeadline(), PictureStore(lambda _name: None))


def told(lines: list[ImportedLine]) -> list[tuple[object, ...]]:
    return [
        (line.text, line.marks, line.style, [] if line.is_bare else (line.carried, line.left_out))
        for line in lines
    ]


@settings(max_examples=200)
@given(st.lists(PIECES, max_size=40))
def test_elements_told_one_by_one_make_the_lines_of_their_tree(pieces: list[str]) -> None:
    text = "<p>awal " + "".join(pieces)
    page = page_source.decoded(text.encode())
    streamed = page_source.streamed(page_source.source(page, text.encode()), walk())
    assert told(streamed) == told(walk().read(page_source.parsed(text)))


def test_the_number_of_a_note_is_put_in_brackets_by_all_that_it_says() -> None:
    page = '<p>Kata<a href="#_ftn1"><sup>1</sup></a> dan<a href="#_ftn2"><sup>[</sup>2]</a>.</p>'
    assert read_html(page.encode()).release.text == "\nKata[1] dan[2]."


def test_what_is_still_open_at_the_end_is_read() -> None:
    text = "<table><tr><td>satu<td>dua<p>tiga <a href='#_ftn1'>1"
    assert read_html(text.encode()).release.text == "\nsatu\tdua tiga [1]"


def test_a_page_that_is_not_utf_8_is_read_as_it_says() -> None:
    page = '<meta charset="iso-8859-1"><p>caf\xe9</p>'.encode("latin-1")
    assert read_html(page).release.text == "\ncafé"


def test_a_fault_on_the_way_is_told_as_it_is() -> None:
    with pytest.raises(ReadError) as caught:
        page_source.streamed(
            b"<p>a" * 5, HtmlLineBuilder("", ImportDeadline(-1), PictureStore(lambda _name: None))
        )
    assert caught.value.kind == "too-slow"


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("<html><head><meta charset='utf-8'><title>T</title></head><p>satu", False),
        ("<p>satu<form>cari</form>", True),
        ("<base href='https://a.example/'><p><a href='b'>satu</a>", True),
    ],
)
def test_only_a_page_with_menus_or_an_address_of_its_own_is_held_whole(
    monkeypatch: pytest.MonkeyPatch, page: str, wanted: bool
) -> None:
    trees: list[str] = []

    def spy(text: str) -> page_source.Tree:
        trees.append(text)
        return page_source.parsed(text)

    monkeypatch.setattr(reader, "parsed", spy)
    assert read_html(page.encode()).release.text.strip()
    assert bool(trees) is wanted
