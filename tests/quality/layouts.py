"""Our own releases as Word files in the layouts that press offices use, for ``page_words``."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from docx import Document
from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

_SYLLABLE = re.compile(r"(?<=[aiueo])(?=[bcdfghjklmnpqrstvwyz][aiueo])")
_LETTERHEAD = ("PEMERINTAH KABUPATEN BLITAR", "DINAS KOMUNIKASI DAN INFORMATIKA",
               "Jalan Sudanco Supriyadi Nomor 17, Blitar 66111")  # fmt: skip


def letter(file: WordFile, paragraphs: Sequence[str]) -> None:
    """Spaced paragraphs to the left, with a running head and page numbers."""
    _furnish(file)
    for text in paragraphs:
        file.add_paragraph(text).paragraph_format.space_after = Pt(8)


def indented(file: WordFile, paragraphs: Sequence[str]) -> None:
    """Justified paragraphs without space between them, their first lines indented."""
    _furnish(file)
    for text in paragraphs:
        shape = file.add_paragraph(text).paragraph_format
        shape.space_after = Pt(0)
        shape.first_line_indent = Cm(1)
        shape.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY


def columns(file: WordFile, paragraphs: Sequence[str]) -> None:
    """Two justified columns."""
    (element,) = file.sections[0]._sectPr.findall(qn("w:cols"))
    element.set(qn("w:num"), "2")
    for text in paragraphs:
        shape = file.add_paragraph(text).paragraph_format
        shape.space_after = Pt(6)
        shape.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY


def parted(file: WordFile, paragraphs: Sequence[str]) -> None:
    """Two columns with hyphenation at every syllable."""
    columns(file, [_SYLLABLE.sub("\u00ad", text) for text in paragraphs])


def double_spaced(file: WordFile, paragraphs: Sequence[str]) -> None:
    """Wide line spacing without space between paragraphs, whose last lines are short or full."""
    for text in paragraphs:
        shape = file.add_paragraph(text).paragraph_format
        shape.line_spacing = 2.0
        shape.space_after = Pt(0)
        shape.first_line_indent = Cm(1.25)


LAYOUTS: dict[str, Callable[[WordFile, Sequence[str]], None]] = {
    "letter": letter,
    "indented": indented,
    "columns": columns,
    "parted": parted,
    "double-spaced": double_spaced,
}


def write(name: str, paragraphs: Sequence[str], path: Path) -> None:
    """Paragraphs as a Word file in a layout."""
    file = Document()
    style = file.styles["Normal"]
    style.font.name, style.font.size = "Liberation Serif", Pt(12)
    LAYOUTS[name](file, paragraphs)
    file.save(str(path))


def _furnish(file: WordFile) -> None:
    """Add a letterhead to every page, and page numbers."""
    section = file.sections[0]
    section.header.paragraphs[0].text = "\n".join(_LETTERHEAD)
    section.header.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot.add_run("Halaman ")
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = foot.add_run()
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        run._r.append(mark)
