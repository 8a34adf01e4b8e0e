"""Reads a Word file with ZIP and XML only, independently of the program."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


@dataclass
class WordFile:
    """A Word file's parts by name."""

    data: bytes

    def part(self, name: str) -> bytes:
        with zipfile.ZipFile(io.BytesIO(self.data)) as package:
            return package.read(name)

    def xml(self, name: str) -> Any:
        return etree.fromstring(self.part(name))

    def names(self) -> list[str]:
        with zipfile.ZipFile(io.BytesIO(self.data)) as package:
            return package.namelist()

    def paragraphs(self) -> list[Any]:
        return list(self.xml("word/document.xml").iter(f"{W}p"))

    def styled(self) -> list[tuple[str, str]]:
        """Style and text of every paragraph."""
        return [(p.find(f".//{W}pStyle").get(f"{W}val"), text_of(p)) for p in self.paragraphs()]

    def runs(self) -> list[tuple[str, str, str]]:
        """Text, look (``b``, ``i``, a character style) and link of every run."""
        targets = self.targets()
        found = []
        for run in self.xml("word/document.xml").iter(f"{W}r"):
            look = [e.get(f"{W}val") or etree.QName(e).localname for e in run.iterfind(f"{W}rPr/*")]
            target = targets.get(run.getparent().get(f"{R}id", ""), "")
            found.append((text_of(run), " ".join(look), target))
        return found

    def targets(self) -> dict[str, str]:
        """The external targets by their relationship ids."""
        return {
            one.get("Id"): one.get("Target")
            for one in self.xml("word/_rels/document.xml.rels")
            if one.get("TargetMode") == "External"
        }


def text_of(element: Any) -> str:
    """The text of an element as Word shows it."""
    shown = {f"{W}tab": "\t", f"{W}br": "\n"}
    return "".join(
        (e.text or "") if e.tag == f"{W}t" else shown.get(e.tag, "") for e in element.iter()
    )


def png(width: int, height: int, shade: int = 0) -> bytes:
    """A grey picture of a size in pixels."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = b"".join(b"\x00" + bytes([shade]) * width for _ in range(height))
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
