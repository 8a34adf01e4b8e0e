"""The report as a page: both texts whole, what changed marked, nothing of it live."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from report_kit import COPY, ORIGINAL, READER, subject

from bnews_desk.exporters.change_report import write_report


def page_of(original: str, copy: str) -> html.HtmlElement:
    return html.document_fromstring(write_report(subject(original, copy), ".html", READER))


def side(page: html.HtmlElement, number: int) -> list[str]:
    """The paragraphs of one column."""
    found = page.xpath(f"//tbody/tr/td[{number}]/p[not(@class)]")
    return [paragraph.text_content() for paragraph in found]


def test_both_texts_stand_whole_side_by_side() -> None:
    page = page_of(ORIGINAL, COPY)
    assert side(page, 1) == ORIGINAL.split("\n")
    assert side(page, 2) == COPY.split("\n")


def test_what_went_and_what_came() -> None:
    page = page_of(ORIGINAL, COPY)
    assert "Demikian siaran pers ini disampaikan." in page.xpath("//td[1]//del/text()")
    assert "Editor : Zainul Arifin" in page.xpath("//td[2]//ins/text()")
    assert not page.xpath("//td[1]//ins | //td[2]//del")


def test_the_figures() -> None:
    page = page_of(ORIGINAL, COPY)
    facts = dict(
        zip(page.xpath("//dt/text()"), (d.text_content() for d in page.xpath("//dd")), strict=True)
    )
    assert facts["Rilis asli"] == "siaran-pers.docx"
    assert facts["Paragraf tidak dipakai"] == "1"
    assert int(facts["Kata dihapus"]) > 5


def test_a_moved_paragraph_says_so() -> None:
    lines = ["Judul", "Warga desa menanam seribu pohon trembesi.", "Bupati membuka jalan baru."]
    page = page_of("\n".join(lines), "\n".join([lines[0], lines[2], lines[1]]))
    assert page.xpath("//p[@class='note']/text()")
    assert not page.xpath("//td[1]//script")


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_stays_text(original: str, copy: str) -> None:
    data = write_report(subject("J\n" + original, "J\n" + copy), ".html", READER)
    assert data.decode("utf-8")
    assert b"<script" not in data.lower()


def test_markup_in_the_copy_is_shown_not_obeyed() -> None:
    page = page_of("J\n<script>alert(1)</script> & sebagainya", "J\n<b>tebal</b>")
    assert "<script>alert(1)</script> & sebagainya" in side(page, 1)
    assert not page.xpath("//script | //b")
