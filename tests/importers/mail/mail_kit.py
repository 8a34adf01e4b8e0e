"""Mails of every structure, made in memory."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from email.message import EmailMessage

from extract_msg import OleWriter

from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.importers.file_reading import read_data
from bnews_desk.importers.imported_release import ImportedRelease

READER = FrameReader(load_style_sheet()[0])
BODY = (
    "Festival Kopi Sirah Kencong Digelar\n"
    "\n"
    "Dinas Pariwisata menggelar Festival Kopi Sirah Kencong di Desa Ngadirenggo, Sabtu\n"
    "(14/11/2026), dan mengundang petani kopi dari lima kecamatan di lereng Gunung\n"
    "Butak untuk memamerkan hasil panennya.\n"
    "\n"
    "Pengunjung dapat mencicipi kopi secara cuma-cuma.\n"
)
PAGE = (
    "<html><body><h1>Festival Kopi Digelar</h1>"
    "<p>Dinas Pariwisata menggelar <b>Festival Kopi</b> di <a href='https://contoh.id/kopi'>Desa"
    " Ngadirenggo</a>.</p></body></html>"
)


def read(data: bytes, key: str = "eml") -> ImportedRelease:
    return read_data(data, key, READER)


def mail(
    text: str = BODY,
    *,
    page: str = "",
    files: Sequence[tuple[str, bytes, str]] = (),
    subject: str = "Siaran Pers: Festival Kopi",
) -> EmailMessage:
    """A mail with its body in one form or both, and files (name, bytes, type)."""
    message = EmailMessage()
    message["From"] = "Humas Dinas Pariwisata <humas@contoh.id>"
    message["To"] = "redaksi@b-news.id"
    message["Date"] = "Fri, 13 Nov 2026 08:15:00 +0700"
    message["Subject"] = subject
    message.set_content(text)
    if page:
        message.add_alternative(page, subtype="html")
    for name, data, kind in files:
        main, _, sub = kind.partition("/")
        message.add_attachment(data, maintype=main, subtype=sub, filename=name)
    return message


def msg(
    texts: Mapping[str, str],
    binaries: Mapping[str, bytes] | None = None,
    files: Sequence[tuple[str, bytes]] = (),
    properties: bytes = b"",
) -> bytes:
    """An Outlook message: properties by tag, and files."""
    writer = OleWriter()
    writer.addEntry(["__properties_version1.0"], data=bytes(32) + properties)
    for tag, text in texts.items():
        writer.addEntry([f"__substg1.0_{tag}001F"], data=text.encode("utf-16-le"))
    for tag, data in (binaries or {}).items():
        writer.addEntry([f"__substg1.0_{tag}0102"], data=data)
    for number, (name, data) in enumerate(files):
        storage = f"__attach_version1.0_#{number:08X}"
        writer.addEntry([storage], storage=True)
        writer.addEntry([storage, "__substg1.0_3707001F"], data=name.encode("utf-16-le"))
        writer.addEntry([storage, "__substg1.0_37010102"], data=data)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()
