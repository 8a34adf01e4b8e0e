# ruff: noqa: E501 - the lines of those programs
"""What each program puts into the clipboard: words, paragraphs, bold, italic, links come through."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from PySide6.QtCore import QMimeData

from bnews_desk.gui.editor.clipboard_data import copy_of
from bnews_desk.gui.editor.html_reader import ClipboardCopy

ADDRESS = "https://contoh.id/pasar"


class Source(NamedTuple):
    """A program's clipboard: its HTML, its plain text, and the copy that is in it."""

    html: str
    plain: str
    lines: tuple[str, ...]
    bold: tuple[str, ...] = ()
    italic: tuple[str, ...] = ()
    linked: tuple[str, ...] = ()


WORD = Source(
    """Version:1.0\r\nStartHTML:0000000105\r\n<html xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:Zoom>0</w:Zoom></w:WordDocument></xml><![endif]-->
<style>p.MsoNormal {mso-style-parent:""; font-family:Calibri; color:#C00000}</style></head>
<body lang=IN style='tab-interval:36.0pt'><!--StartFragment-->
<h1 style='margin:0cm'><span lang=IN>Pasar Tani Dibuka<o:p></o:p></span></h1>
<p class=MsoNormal style='mso-margin-top-alt:auto'><span style='font-family:"Calibri",sans-serif;
color:#C00000'>Bupati membuka <b style='mso-bidi-font-weight:normal'>pasar tani</b> di
<a href="https://contoh.id/pasar"><span style='color:#0563C1'>Wlingi</span></a>.<o:p></o:p></span></p>
<p class=MsoNormal><span class=msoDel><del cite="mailto:staf">Harga </del></span><i>Cabai</i>
<a style='mso-comment-reference:ZA_1'>turun</a><span class=MsoCommentReference><![if
!supportAnnotations]><a class=msocomanchor href="#_msocom_1">[ZA1]</a><![endif]><span
style='mso-special-character:comment'>&nbsp;</span></span>.<span style='display:none;mso-hide:all'>rahasia</span></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span>
<![endif]>Bayam</p><div style='mso-element:comment-list'><div style='mso-element:comment'><p
class=MsoCommentText>Cek lagi.</p></div></div><!--EndFragment--></body></html>""",
    "Pasar Tani Dibuka\r\nBupati membuka pasar tani di Wlingi.\r\n",
    (
        "Pasar Tani Dibuka",
        "Bupati membuka pasar tani di Wlingi.",
        "Cabai turun.",
        "Bayam",
    ),
    bold=("pasar tani",),
    italic=("Cabai",),
    linked=("Wlingi",),
)
CHROME = Source(
    """<meta charset='utf-8'><p style="color: rgb(33, 37, 41); font-family: system-ui; font-size: 18px;
font-weight: 400; white-space: normal;">Bupati membuka <strong style="font-weight: 700;">pasar
tani</strong> di <a href="https://contoh.id/pasar" style="color: blue;">Wlingi</a>.</p><figure>
<img src="https://contoh.id/foto.jpg" alt="Bupati memegang cabai"></figure><p style="margin: 0px;">
<em>Cabai</em> turun.</p><script>jahat()</script><button>Bagikan</button>""",
    "Bupati membuka pasar tani di Wlingi.\n\nCabai turun.",
    ("Bupati membuka pasar tani di Wlingi.", "Cabai turun."),
    bold=("pasar tani",),
    italic=("Cabai",),
    linked=("Wlingi",),
)
FIREFOX = Source(
    """<div class="isi"><p>Bupati membuka <b>pasar tani</b> di
      <a href="https://contoh.id/pasar" onclick="jahat()">Wlingi</a>.</p>
<ul><li>Cabai</li><li><i>Bayam</i></li></ul></div>""",
    "Bupati membuka pasar tani di Wlingi.\n\n    Cabai\n    Bayam\n",
    ("Bupati membuka pasar tani di Wlingi.", "Cabai", "Bayam"),
    bold=("pasar tani",),
    italic=("Bayam",),
    linked=("Wlingi",),
)
WHATSAPP_WEB = Source(
    """<meta charset='utf-8'><div class="copyable-text" data-pre-plain-text="[08.14, 27/11/2026] Humas: ">
<div class="_akbu"><span dir="ltr" class="_ao3e selectable-text copyable-text"><span><strong
class="selectable-text copyable-text" data-app-text-template="*${appText}*">Pasar Tani Dibuka</strong>

Bupati membuka <em class="selectable-text">pasar tani</em> <img crossorigin="anonymous"
src="data:image/gif;base64,R0lGODlh" alt="🌶️" draggable="false" class="emoji apple"> di <a
href="https://contoh.id/pasar" class="_ao3e">Wlingi</a>.</span></span></div></div>""".replace(
        '<span><strong\nclass="selectable-text copyable-text" data',
        '<span style="white-space: pre-wrap;"><strong class="selectable-text" data',
    ).replace('<img crossorigin="anonymous"\n', "<img "),
    "[08.14, 27/11/2026] Humas: *Pasar Tani Dibuka*\n\nBupati membuka _pasar tani_ 🌶️ di Wlingi.",
    ("Pasar Tani Dibuka", "Bupati membuka pasar tani 🌶️ di Wlingi."),
    bold=("Pasar Tani Dibuka",),
    italic=("pasar tani",),
    linked=("Wlingi",),
)
GOOGLE_DOCS = Source(
    """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-7"><h1 dir="ltr">
<span style="font-size:20pt;font-weight:400;white-space:pre-wrap;">Pasar Tani Dibuka</span></h1><p
dir="ltr" style="line-height:1.38;"><span style="font-weight:400;white-space:pre-wrap;">Bupati membuka
</span><span style="font-weight:700;white-space:pre-wrap;">pasar tani</span><span
style="font-weight:400;white-space:pre-wrap;"> di </span><a href="https://contoh.id/pasar"
style="text-decoration:none;"><span style="color:#1155cc;white-space:pre-wrap;">Wlingi</span></a><span
style="white-space:pre-wrap;">.</span></p><br /><p dir="ltr"><span style="font-style:italic;
white-space:pre-wrap;">Cabai</span><span style="white-space:pre-wrap;"> turun.</span></p></b>""".replace(
        "Bupati membuka\n", "Bupati membuka "
    ),
    "Pasar Tani Dibuka\nBupati membuka pasar tani di Wlingi.\n\nCabai turun.",
    (
        "Pasar Tani Dibuka",
        "Bupati membuka pasar tani di Wlingi.",
        "Cabai turun.",
    ),
    bold=("pasar tani",),
    italic=("Cabai",),
    linked=("Wlingi",),
)
LIBREOFFICE = Source(
    """<!DOCTYPE html><html><head><meta name="generator" content="LibreOffice 24.2"/><style>p {color:
#c9211e}</style></head><body lang="id-ID" link="#000080"><p style="line-height: 115%"><font
face="Liberation Serif"><font size="5" style="font-size: 18pt">Bupati membuka <b>pasar tani</b> di
<a href="https://contoh.id/pasar">Wlingi</a>.</font></font></p><p><i>Cabai</i><font
color="#ff0000"> turun.</font></p></body></html>""",
    "Bupati membuka pasar tani di Wlingi.\nCabai turun.",
    ("Bupati membuka pasar tani di Wlingi.", "Cabai turun."),
    bold=("pasar tani",),
    italic=("Cabai",),
    linked=("Wlingi",),
)
GMAIL = Source(
    """<div dir="ltr"><div>Bupati membuka <b>pasar tani</b> di <a href="https://contoh.id/pasar"
target="_blank" rel="noreferrer">Wlingi</a>.</div><div><br></div><div><i>Cabai</i> turun.<br></div>
<div class="gmail_attr"><a href="javascript:jahat()">Balas</a></div></div>""",
    "Bupati membuka pasar tani di Wlingi.\n\nCabai turun.\nBalas",
    ("Bupati membuka pasar tani di Wlingi.", "Cabai turun.", "Balas"),
    bold=("pasar tani",),
    italic=("Cabai",),
    linked=("Wlingi",),
)
EXCEL = Source(
    """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>.xl65 {color:red}</style></head>
<body><table border=0 style='border-collapse:collapse'><!--StartFragment--><tr height=20><td
class=xl65>Cabai</td><td align=right x:num>35000</td></tr><tr><td>Bayam</td><td>4000</td></tr>
<!--EndFragment--></table></body></html>""",
    "Cabai\t35000\r\nBayam\t4000\r\n",
    ("Cabai 35000", "Bayam 4000"),
)
TEXT = Source(
    "",
    "Pasar Tani Dibuka\r\n\r\nBupati membuka\u00a0pasar\u200b tani.\tCabai turun.",
    ("Pasar Tani Dibuka", "Bupati membuka\u00a0pasar tani. Cabai turun."),
)
SOURCES = {
    "word": WORD,
    "chrome": CHROME,
    "firefox": FIREFOX,
    "whatsapp-web": WHATSAPP_WEB,
    "google-docs": GOOGLE_DOCS,
    "libreoffice": LIBREOFFICE,
    "gmail": GMAIL,
    "excel": EXCEL,
    "text": TEXT,
}


def pasted(source: Source) -> ClipboardCopy:
    data = QMimeData()
    data.setText(source.plain)
    if source.html:
        data.setHtml(source.html)
    return copy_of(data)


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
def test_what_comes_through(source: Source) -> None:
    copy = pasted(source)
    assert tuple(copy.text.split("\n")) == source.lines
    for kind, wanted in (("bold", source.bold), ("italic", source.italic), ("link", source.linked)):
        marked = tuple(copy.text[m.start : m.end] for m in copy.marks if m.kind == kind)
        assert marked == wanted, kind
    assert {mark.target for mark in copy.marks if mark.kind == "link"} <= {ADDRESS}
