"""Pieces of pages, as programs put them into the clipboard."""

from __future__ import annotations

import pytest

from bnews_desk.importers.html import read_fragment
from bnews_desk.release import Mark


def test_what_is_open_around_the_copied_part_holds_in_it() -> None:
    html = (
        "Version:1.0\r\nStartHTML:000\r\n<html><head><style>p {color: red}</style></head>\r\n"
        "<body>sisa<b>luar <!--StartFragment-->tebal</b> tipis<!--EndFragment--> buntut</body>"
    )
    assert read_fragment(html) == ("tebal tipis", (Mark(0, 5, "bold"),))


def test_lists_come_without_labels_and_rows_on_one_line() -> None:
    html = (
        "<ol start=3><li>Satu<li><p>Dua</ol><p><span style='mso-list:Ignore'>a.&nbsp;</span>Tiga"
        "<table><tr><td>Desa<td>Jumlah<tr><td>Garum<td>4</table>"
    )
    assert read_fragment(html)[0] == "Satu\nDua\nTiga\nDesa Jumlah\nGarum 4"


def test_deletions_comments_and_hidden_words_do_not_come() -> None:
    html = (
        "<p>Harga <del cite=a datetime=b>turun</del> naik<span class=MsoCommentReference>[A1]"
        "</span><span style='display:none'>rahasia</span>.</p>"
        "<div style='mso-element:comment-list'>cek lagi</div>"
    )
    assert read_fragment(html)[0] == "Harga naik."


@pytest.mark.parametrize("html", ["", " ", "<!--StartFragment--><!--EndFragment-->", "<img src=x>"])
def test_a_piece_without_words_is_empty(html: str) -> None:
    assert read_fragment(html) == ("", ())


def test_a_piece_too_deep_to_be_read_is_empty() -> None:
    assert read_fragment("<div>" * 5_000 + "x") == ("", ())
