"""A small valid file of every format, and functions that make invalid ones, from bytes only."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

from extract_msg import OleWriter

WORDS = "Festival Kopi Sirah Kencong dibuka di lereng Gunung Butak."
"""The text of every sample."""
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_ODT = "application/vnd.oasis.opendocument.text"
DRAWN = (
    '<w:r><w:drawing><a:blip xmlns:a="urn:a" r:embed="i"/></w:drawing></w:r>'
    '<w:r><w:drawing><a:blip xmlns:a="urn:a" r:link="i"/></w:drawing></w:r>'
)
"""A picture of the relation ``i`` in a Word file, embedded and linked."""


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    """An archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def relations(*entries: tuple[str, str, str]) -> str:
    """A relationships part: id, type and target; a target with ``://`` is external."""
    said = "".join(
        f'<Relationship Id="{identity}" Type="{_R}/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if "://" in target else "/>")
        for identity, kind, target in entries
    )
    return f"<Relationships>{said}</Relationships>"


def docx(
    body: str = "", *related: tuple[str, str, str], parts: Mapping[str, bytes | str] | None = None
) -> bytes:
    """A Word file with the text ``WORDS``, followed by ``body``."""
    copy = f"<w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p>{body}"
    return zipped(
        {
            "_rels/.rels": relations(("d", "officeDocument", "word/document.xml")),
            "word/document.xml": (
                f'<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>{copy}</w:body></w:document>'
            ),
            "word/_rels/document.xml.rels": relations(*related),
            **(parts or {}),
        }
    )


def odt_content(body: str = "", before: str = "") -> str:
    """The part of an OpenDocument text that has the copy."""
    names = " ".join(
        f'xmlns:{prefix}="{_OASIS}{name}:1.0"'
        for prefix, name in (("office", "office"), ("text", "text"), ("draw", "drawing"))
    )
    return (
        f'{before}<office:document-content {names} xmlns:xlink="http://www.w3.org/1999/xlink">'
        f"<office:body><office:text><text:p>{WORDS}</text:p>{body}</office:text></office:body>"
        "</office:document-content>"
    )


def odt(body: str = "", parts: Mapping[str, bytes | str] | None = None) -> bytes:
    """An OpenDocument text."""
    return zipped({"mimetype": _ODT, "content.xml": odt_content(body), **(parts or {})})


def html(body: str = "", head: str = "") -> bytes:
    """A web page."""
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body><p>{WORDS}</p>{body}'
        "</body></html>"
    ).encode()


def eml(*parts: str, page: str = "") -> bytes:
    """A mail of parts, each with its own headers."""
    body = f"Content-Type: text/html\r\n\r\n{page}" if page else f"\r\n{WORDS}"
    joined = "".join(f"\r\n--b\r\n{part}" for part in (body, *parts))
    return (
        "From: humas@contoh.id\r\nTo: redaksi@contoh.id\r\nSubject: Rilis\r\nMIME-Version: 1.0\r\n"
        f'Content-Type: multipart/mixed; boundary="b"\r\n{joined}\r\n--b--\r\n'
    ).encode()


def msg(text: str = WORDS, page: bytes = b"", files: Mapping[str, bytes] | None = None) -> bytes:
    """An Outlook message."""
    writer = OleWriter()
    writer.addEntry(["__properties_version1.0"], data=bytes(32))
    if text:
        writer.addEntry(["__substg1.0_1000001F"], data=text.encode("utf-16-le"))
    if page:
        writer.addEntry(["__substg1.0_10130102"], data=page)
    for number, (name, data) in enumerate((files or {}).items()):
        storage = f"__attach_version1.0_#{number:08X}"
        writer.addEntry([storage], storage=True)
        writer.addEntry([storage, "__substg1.0_3707001F"], data=name.encode("utf-16-le"))
        writer.addEntry([storage, "__substg1.0_37010102"], data=data)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def rtf(body: str = "") -> bytes:
    """An RTF file."""
    return rb"{\rtf1\ansi " + WORDS.encode() + rb"\par " + body.encode() + b"}"


def md(body: str = "") -> bytes:
    """A Markdown file."""
    return f"# Kopi\n\n{WORDS}\n\n{body}\n".encode()


def pdf(page: str = "", *objects: str, trailer: str = "") -> bytes:
    """A PDF of one page; ``page`` adds to its dictionary, ``objects`` are numbered from 10."""
    shown = f"BT /F0 12 Tf 72 760 Td ({WORDS}) Tj ET".encode()
    parts = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: (
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R"
            f"/Resources<</Font<</F0 4 0 R>>/XObject<</X 10 0 R>>>>{page}>>"
        ).encode(),
        4: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        5: b"<</Length %d>>stream\n%b\nendstream" % (len(shown), shown),
        **{10 + number: said.encode("latin-1") for number, said in enumerate(objects)},
    }
    data, places = b"%PDF-1.7\n", {}
    for number, said in parts.items():
        places[number] = len(data)
        data += b"%d 0 obj\n%b\nendobj\n" % (number, said)
    start, size = len(data), max(parts) + 1
    table = b"".join(
        b"%010d 00000 n \n" % places[n] if n in places else b"0000000000 65535 f \n"
        for n in range(size)
    )
    return data + (
        b"xref\n0 %d\n%btrailer\n<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF"
        % (size, table, size, trailer.encode(), start)
    )


def huge_picture(width: int = 50_000, height: int = 50_000) -> bytes:
    """A PNG whose header claims this width and height."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(2_000_000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


SOUND: Mapping[str, bytes] = {
    "txt": WORDS.encode(),
    "docx": docx(),
    "odt": odt(),
    "md": md(),
    "html": html(),
    "eml": eml(),
    "msg": msg(),
    "rtf": rtf(),
    "pdf": pdf(),
}
"""A valid file of every format that is read within this process."""
