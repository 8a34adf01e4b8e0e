"""Helpers for tests of change reports: a release as imported, its copy, and Word's accept and
reject."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

from lxml import etree

from bnews_desk.exporters.change_report import ReportSubject, write_report
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.release import Release

MOMENT = datetime(2026, 11, 14, 9, 30, tzinfo=UTC)
READER = FrameReader(load_style_sheet()[0])
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

ORIGINAL = (
    "Pasar Ikan Sumberagung Resmi Dibuka\n"
    "Dinas Perikanan secara resmi membuka Pasar Ikan Sumberagung, Kamis (12/11/2026).\n"
    "Demikian siaran pers ini disampaikan.\n"
    "Kepala dinas, Ratna Wulandari, mengatakan bahwa harga sering jatuh. Pasar dibuka Sabtu."
)
COPY = (
    "Pasar Ikan Sumberagung Dibuka\n"
    "BLITAR | B-news.id - Dinas Perikanan membuka Pasar Ikan Sumberagung, Kamis (12/11/2026).\n"
    "Baca juga: Harga Lele Naik Menjelang Lebaran\n"
    "Kepala dinas, Ratna Wulandari, mengatakan harga sering jatuh.\n"
    "Pasar dibuka Sabtu. (kmfkabblt/sun)\n"
    "Editor : Zainul Arifin"
)


def subject(original: str, copy: str) -> ReportSubject:
    return ReportSubject(Release(original), Release(copy), "siaran-pers.docx", MOMENT)


def body_of(original: str, copy: str) -> etree._Element:
    """The body of the tracked report's main part."""
    data = write_report(subject(original, copy), ".docx", READER)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read("word/document.xml")).find(f"{_W}body")


def text_when(body: etree._Element, *, accepted: bool) -> str:
    """The text of the report after all its changes are accepted or rejected."""
    gone = f"{_W}del" if accepted else f"{_W}ins"
    lines = [""]
    for paragraph in body.iter(f"{_W}p"):
        for node in paragraph.iter(f"{_W}t", f"{_W}delText", f"{_W}tab"):
            if not any(above.tag == gone for above in node.iterancestors()):
                lines[-1] += "\t" if node.tag == f"{_W}tab" else node.text or ""
        mark = paragraph.find(f"{_W}pPr/{_W}rPr")
        if mark is None or mark.find(gone) is None:
            lines.append("")
    return "\n".join(lines[:-1])
