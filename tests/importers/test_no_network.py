"""No reader fetches anything, whatever addresses a file names."""

from __future__ import annotations

import io
import socket
import zipfile
from collections.abc import Callable, Iterator, Mapping
from typing import NoReturn

import pytest

from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.importers.file_reading import read_data
from bnews_desk.importers.import_formats import FORMATS

READER = FrameReader(load_style_sheet()[0])
SAID = "Warga memanen kopi"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
IN_A_PROGRAM_OF_ITS_OWN = frozenset({"doc"})
"""Formats that LibreOffice reads, which is called with its own means against fetching."""


def zipped(parts: Mapping[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, text in parts.items():
            made.writestr(name, text)
    return out.getvalue()


def docx(at: str) -> bytes:
    """Picture, link, template and a further part, all of them elsewhere."""
    kinds = ("image", "hyperlink", "attachedTemplate", "footnotes", "subDocument", "oleObject")
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/{kind}" Target="{at}/{kind}"'
        ' TargetMode="External"/>'
        for n, kind in enumerate(kinds)
    )
    names = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        f' xmlns:r="{_OFFICE}"'
    )
    body = (
        f'<w:p><w:hyperlink r:id="r1"><w:r><w:t>{SAID}</w:t></w:r></w:hyperlink></w:p>'
        '<w:p><w:r><w:drawing><a:blip r:link="r0" r:embed="r0"/></w:drawing></w:r></w:p>'
        f'<w:p><w:r><w:instrText>INCLUDEPICTURE "{at}/medan.png"</w:instrText></w:r></w:p>'
        f'<w:p><w:r><w:instrText>INCLUDETEXT "{at}/medan.docx"</w:instrText></w:r></w:p>'
        '<w:subDoc r:id="r4"/>'
    )
    head = f'<Relationships xmlns="{_PACKAGE}/relationships">'
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
            "_rels/.rels": f'{head}<Relationship Id="d" Type="{_OFFICE}/officeDocument"'
            ' Target="word/document.xml"/></Relationships>',
            "word/document.xml": f"<w:document {names}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": f"{head}{relations}</Relationships>",
        }
    )


def odt(at: str) -> bytes:
    """Picture, object, section and link that lie elsewhere."""
    spaces = {"office": "office", "text": "text", "draw": "drawing"}
    names = " ".join(f'xmlns:{short}="{_OASIS}{long}:1.0"' for short, long in spaces.items())
    names += ' xmlns:xlink="http://www.w3.org/1999/xlink"'
    body = (
        f'<text:p><text:a xlink:href="{at}/taut">{SAID}</text:a></text:p>'
        f'<text:p><draw:frame><draw:image xlink:href="{at}/foto.png"/></draw:frame>'
        f'<draw:frame><draw:object xlink:href="{at}/objek"/></draw:frame></text:p>'
        f'<text:section text:name="s"><text:section-source xlink:href="{at}/lain.odt"/>'
        "</text:section>"
    )
    content = (
        f"<office:document-content {names}><office:body><office:text>{body}</office:text>"
        "</office:body></office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def page(at: str) -> str:
    return (
        f'<!DOCTYPE html SYSTEM "{at}/halaman.dtd"><html><head><base href="{at}/">'
        f'<link rel="stylesheet" href="{at}/gaya.css"><script src="{at}/jahat.js"></script>'
        f'<meta http-equiv="refresh" content="0;url={at}/lain"></head><body><article>'
        f'<p>{SAID} di <a href="{at}/taut">Wlingi</a>.</p><img src="{at}/foto.png">'
        f'<iframe src="{at}/bingkai"></iframe><object data="{at}/objek"></object>'
        f'<p style="background:url({at}/latar.png)">Usai.</p></article></body></html>'
    )


def eml(at: str) -> bytes:
    """A page for a body, and a body that lies elsewhere (RFC 2017)."""
    lines = (
        "From: humas@contoh.id",
        "Subject: Panen",
        f"List-Unsubscribe: <{at}/berhenti>",
        "Content-Type: multipart/mixed; boundary=batas",
        "",
        "--batas",
        "Content-Type: text/html; charset=utf-8",
        "",
        page(at),
        "--batas",
        f'Content-Type: message/external-body; access-type=URL; URL="{at}/isi"',
        "",
        "Content-Type: text/plain",
        "",
        "--batas--",
        "",
    )
    return "\r\n".join(lines).encode()


def msg(at: str) -> bytes:
    from extract_msg import OleWriter

    writer = OleWriter()
    writer.addEntry(["__properties_version1.0"], data=bytes(32))
    writer.addEntry(["__substg1.0_10130102"], data=page(at).encode())
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def rtf(at: str) -> bytes:
    return (
        r"{\rtf1\ansi{\*\template " + at + r"/templat.dotx}\pard " + SAID + r"\par"
        r'{\field{\*\fldinst INCLUDEPICTURE "' + at + r'/foto.png" \\d}{\fldrslt foto}}\par'
        r'{\field{\*\fldinst HYPERLINK "' + at + r'/taut"}{\fldrslt taut}}\par}'
    ).encode()


def pdf(at: str) -> bytes:
    """A page that opens an address by itself, shows its words and has a form to be sent."""
    shown = f"BT /F 12 Tf 72 700 Td ({SAID} di kebun) Tj ET"
    objects = (
        f"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/URI/URI({at}/buka)>>>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        "/Resources<</Font<</F 5 0 R>>>>/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 99 99]"
        f"/A<</S/URI/URI({at}/taut)>>>>]/AA<</O<</S/SubmitForm/F({at}/kirim)>>>>>>",
        f"<</Length {len(shown)}>>stream\n{shown}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    made, places = "%PDF-1.4\n", []
    for number, object_ in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{object_}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 6\n0000000000 65535 f \n{table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n"
    return f"{made}{end}{len(made)}\n%%EOF\n".encode()


def md(at: str) -> bytes:
    return (
        f"# Panen\n\n{SAID} di [Wlingi]({at}/taut).\n\n![foto]({at}/foto.png)\n\n"
        f'<iframe src="{at}/bingkai"></iframe>\n\n[rujukan]: {at}/rujukan\n'
    ).encode()


SAMPLES: dict[str, Callable[[str], bytes]] = {
    "txt": lambda at: f"{SAID}, baca {at}/taut.".encode(),
    "docx": docx,
    "odt": odt,
    "md": md,
    "html": lambda at: page(at).encode(),
    "eml": eml,
    "msg": msg,
    "rtf": rtf,
    "pdf": pdf,
}
"""A file of each format in which whatever can name an address names the one it is made with."""


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """Somebody who would hear of any fetching, that of libraries in C too."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server


@pytest.fixture
def no_sockets(listener: socket.socket, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of Python's may open a socket or ask for an address."""

    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("an importer went to the network")

    for name in ("__init__", "connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    for name in ("getaddrinfo", "gethostbyname", "create_connection"):
        monkeypatch.setattr(socket, name, refuse)


@pytest.mark.parametrize("key", [f.key for f in FORMATS if f.key not in IN_A_PROGRAM_OF_ITS_OWN])
@pytest.mark.usefixtures("no_sockets")
def test_no_address_is_asked_for(key: str, listener: socket.socket) -> None:
    port = listener.getsockname()[1]
    text = read_data(SAMPLES[key](f"http://127.0.0.1:{port}"), key, READER).release.text
    assert SAID in text
    with pytest.raises(BlockingIOError):
        listener._accept()  # type: ignore[attr-defined]  # accept() itself makes a socket


@pytest.mark.usefixtures("no_sockets")
def test_a_fetch_would_be_caught() -> None:
    from urllib.request import urlopen

    with pytest.raises(AssertionError, match="network"):
        urlopen("http://127.0.0.1:9/foto.png")
