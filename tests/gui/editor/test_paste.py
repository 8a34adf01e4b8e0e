"""Paste: clean whatever it comes from, one undo step, files told of."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page_release import Show
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bnews_desk.gui.editor.clipboard_data import html_of
from bnews_desk.gui.editor.html_reader import ClipboardCopy, read_html, read_plain
from bnews_desk.gui.editor.page_view import Page
from bnews_desk.gui.editor.text_editor import DropHint
from bnews_desk.release import Mark, Release, normalize_marks

CTRL = Qt.KeyboardModifier.ControlModifier
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8>
<style><!-- p.MsoNormal {color:red; font-size:28pt} --></style>
<!--[if gte mso 9]><xml><w:WordDocument>Rahasia</w:WordDocument></xml><![endif]--></head>
<body lang=IN><!--StartFragment-->
<p class=MsoNormal style='font-size:28.0pt'><b><span style='font-family:Calibri;color:red'>Bupati
Blitar<o:p></o:p></span></b><span style='color:red'> membuka&nbsp;pasar <i>tani</i>,
lihat <a href="https://contoh.id/pasar">daftarnya</a>.</span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;
</span></span><![endif]>Harga ca&shy;bai tu\u200brun</p>
<!--EndFragment--><script>jahat()</script></body></html>"""
DOCS = (
    '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr">'
    '<span style="font-weight:700;white-space:pre-wrap;">Tebal</span>'
    '<span style="font-weight:400;font-style:italic;white-space:pre-wrap;"> miring</span></p>'
    '<p dir="ltr"><span style="white-space:pre-wrap;">Dua</span></p></b>'
)


def of_html(html: str) -> QMimeData:
    mime = QMimeData()
    mime.setHtml(html)
    return mime


def test_word_leaves_words_marks_and_paragraphs() -> None:
    copy = read_html(WORD)
    assert copy.text == (
        "Bupati Blitar membuka\u00a0pasar tani, lihat daftarnya.\nHarga cabai turun"
    )
    assert copy.marks == (
        Mark(0, 13, "bold"),
        Mark(28, 32, "italic"),
        Mark(40, 49, "link", "https://contoh.id/pasar"),
    )


def test_google_docs_bold_is_read_from_its_spans() -> None:
    copy = read_html(DOCS)
    assert copy == ClipboardCopy("Tebal miring\nDua", (Mark(0, 5, "bold"), Mark(5, 12, "italic")))


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<div>Satu</div><div>Dua</div>", "Satu\nDua"),
        ("Satu<br>Dua<br><br>Tiga", "Satu\nDua\nTiga"),
        ("<ul><li>Satu<li>Dua</ul>", "Satu\nDua"),
        ("<table><tr><td>a<td>b</tr><tr><td>c</td></tr></table>", "a b\nc"),
        ("<span>Halo <img alt='😀' src='x'> kawan</span>", "Halo 😀 kawan"),
        ("Foto <img alt='Bupati berdiri' src='x'>ini", "Foto ini"),
        ("<pre>Satu\nDua</pre>", "Satu\nDua"),
        ("<p hidden>x</p><p style='display:none'>y</p>z", "z"),
        ("<a href='javascript:jahat()'>klik</a>", "klik"),
        ("<del datetime='2026-11-27T08:14'>lama</del>baru <del>coret</del>", "baru coret"),
        ("a<!-- b -->c<![aneh[d", "ac"),
        ("<p>Keluarga 👨\u200d👩\u200d👧 a\u200db</p>", "Keluarga 👨\u200d👩\u200d👧 ab"),
        ("", ""),
    ],
)
def test_html_of_many_kinds_is_read(html: str, text: str) -> None:
    assert read_html(html).text == text


@given(st.text(alphabet="<>/!-[]&;= \"'apbtdirmgscx\n", max_size=200))
def test_no_html_is_too_broken(html: str) -> None:
    copy = read_html(html)
    assert all(0 <= m.start < m.end <= len(copy.text) for m in copy.marks)
    assert "\n\n" not in copy.text


def test_plain_text_keeps_its_asterisks_and_loses_empty_lines() -> None:
    copy = read_plain("*Rilis*\r\n\r\n_Bupati_\u00a0hadir\u2028Dua\n")
    assert copy == ClipboardCopy("*Rilis*\n_Bupati_\u00a0hadir\nDua")
    assert read_plain(" kata ").text == " kata "


def test_copied_html_comes_back_as_it_was() -> None:
    marks = (
        Mark(0, 4, "bold"),
        Mark(2, 6, "italic"),
        Mark(9, 12, "link", "https://contoh.id/?a&b"),
    )
    text = "Satu dua\n<b>\u00a0& tiga"
    copy = read_html(html_of(text, marks))
    assert (copy.text, normalize_marks(copy.marks, copy.text)) == (text, marks)


def test_pasting_is_one_undo_step_and_leaves_the_caret_behind(
    page: Page, show: Show, qtbot: QtBot
) -> None:
    shown = show("😀 Judul\nAwal akhir")
    QGuiApplication.clipboard().setMimeData(of_html(WORD))
    page.reveal(12, 13)
    qtbot.keyClick(page, "v", CTRL)
    release = shown.document.release()
    pasted = "Bupati Blitar membuka\u00a0pasar tani, lihat daftarnya.\nHarga cabai turun"
    assert release.text == f"😀 Judul\nAwal{pasted}akhir"
    assert page.selection().start == release.text.index("akhir")
    assert release.marks[0] == Mark(12, 25, "bold")
    size = page.document().findBlockByNumber(1).charFormat().fontPointSize()
    assert size == 0
    qtbot.keyClick(page, "z", CTRL)
    assert shown.document.release() == Release("😀 Judul\nAwal akhir")


def test_copying_keeps_no_break_spaces_and_marks(page: Page, show: Show, qtbot: QtBot) -> None:
    show(Release("Judul\nRp5\u00a0juta", (Mark(6, 9, "bold"),)))
    page.reveal(6, 14)
    qtbot.keyClick(page, "c", CTRL)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text() == "Rp5\u00a0juta"
    assert read_html(mime.html()) == ClipboardCopy("Rp5\u00a0juta", (Mark(0, 3, "bold"),))


def test_dropped_files_are_told_of_and_change_nothing(
    page: Page, show: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    shown = show("Judul\nSatu")
    hint = page.findChild(DropHint)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "rilis.docx"))])
    with qtbot.waitSignal(page.files_dropped) as dropped:
        for kind in (QDragEnterEvent, QDropEvent):
            place = QPoint(200, 100) if kind is QDragEnterEvent else QPointF(200, 100)
            event = kind(
                place,
                Qt.DropAction.CopyAction,
                mime,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
            QApplication.sendEvent(page.viewport(), event)
            assert hint.isVisible() is (kind is QDragEnterEvent)
    assert dropped.args == [[str(tmp_path / "rilis.docx")]]
    assert shown.document.revision == 0
