"""Malicious files for every format, one for each kind of attack that the format allows."""

from __future__ import annotations

import base64
from collections.abc import Mapping

from sample_files import (
    DRAWN,
    SOUND,
    WORDS,
    docx,
    eml,
    html,
    huge_picture,
    md,
    msg,
    odt,
    odt_content,
    pdf,
    relations,
    rtf,
    zipped,
)

AWAY = "http://bocor.contoh.invalid/x"
"""An address that must never be requested."""
HERE = "file:///etc/hostname"
"""A file that must never be opened."""
MEGABYTES = 201
DEPTH = 20_000
_ENTITIES = (
    '<!DOCTYPE a [<!ENTITY a "kopi">'
    + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">'
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + f'<!ENTITY f SYSTEM "{HERE}">]>'
)
_IMAGE = (
    f'<img src="{AWAY}.png"><link rel="stylesheet" href="{AWAY}"><iframe src="{AWAY}"></iframe>'
)
_ODT_IMAGE = '<text:p><draw:frame><draw:image xlink:href="{0}"/></draw:frame></text:p>'


def _paragraph(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


def _with_entities(part: str) -> bytes:
    return docx(parts={part: f"{_ENTITIES}<a>&i;&f;</a>"})


def bombs() -> Mapping[str, bytes]:
    """Archives that unpack to more than any release, with a large picture or large XML."""
    much = bytes(MEGABYTES * 1024 * 1024)
    return {
        "docx": docx(parts={"word/media/a.png": much}),
        "docx, copy": docx(parts={"word/styles.xml": b"<a>" + much[: len(much) // 2] + b"</a>"}),
        "odt": odt(parts={"Pictures/a.png": much}),
        "odt, copy": odt(parts={"styles.xml": b"<a>" + much[: len(much) // 2] + b"</a>"}),
    }


ENTITIES: Mapping[str, bytes] = {
    "docx": _with_entities("word/document.xml"),
    "docx, styles": _with_entities("word/styles.xml"),
    "docx, relations": _with_entities("_rels/.rels"),
    "odt": odt(parts={"content.xml": odt_content("<text:p>&i;&f;</text:p>", _ENTITIES)}),
    "odt, styles": odt(parts={"styles.xml": f"{_ENTITIES}<a>&i;</a>"}),
    "html": html().replace(b"<!DOCTYPE html>", _ENTITIES.encode()),
}
"""Entities that each expand the one before tenfold, and an external entity."""

OUTSIDE: Mapping[str, bytes] = {
    "docx": docx(
        _paragraph(DRAWN) + '<w:altChunk r:id="c"/>' + '<w:subDoc r:id="s"/>',
        ("i", "image", f"{AWAY}.png"),
        ("c", "aFChunk", f"{AWAY}.html"),
        ("s", "subDocument", HERE),
        ("t", "attachedTemplate", f"{AWAY}.dotm"),
        ("h", "header", HERE),
    ),
    "docx, field": docx(
        _paragraph(
            f'<w:fldSimple w:instr="INCLUDETEXT {HERE}"/>'
            f'<w:fldSimple w:instr="INCLUDEPICTURE {AWAY}"/>'
        )
    ),
    "odt": odt(
        _ODT_IMAGE.format(AWAY)
        + _ODT_IMAGE.format(HERE)
        + f'<text:section><text:section-source xlink:href="{HERE}"/></text:section>'
        + f'<text:p><draw:frame><draw:object xlink:href="{AWAY}"/></draw:frame></text:p>'
    ),
    "html": html(_IMAGE + f'<img src="{HERE}"><script src="{AWAY}"></script>', _IMAGE),
    "md": md(f"![foto]({AWAY}.png)\n\n![rahasia]({HERE})\n\n<img src='{AWAY}'>"),
    "eml": eml(page=html(_IMAGE).decode()),
    "eml, body elsewhere": eml(
        f'Content-Type: message/external-body; access-type=URL; URL="{AWAY}"\r\n\r\n'
    ),
    "msg": msg("", html(_IMAGE)),
    "rtf": rtf(
        rf'{{\field{{\*\fldinst INCLUDEPICTURE "{AWAY}" \\d}}{{\fldrslt }}}}'
        rf'{{\field{{\*\fldinst INCLUDETEXT "{HERE}"}}{{\fldrslt }}}}{{\*\template {AWAY}}}'
    ),
    "pdf": pdf(
        f"/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI({AWAY})>>>>]"
        f"/AA<</O<</S/Launch/F({HERE})>>/C<</S/GoToR/F({AWAY})>>>>",
        f"<</Type/XObject/Subtype/Image/F({HERE})/Length 0>>stream\n\nendstream",
    ),
}
"""References to the network and to local files."""

TRAVERSAL: Mapping[str, bytes] = {
    "docx": docx(
        _paragraph(DRAWN),
        ("i", "image", "../../../../../../etc/hostname"),
        ("n", "footnotes", "/../../etc/hostname"),
        parts={"../../../tmp/keluar.xml": "<a/>", "/etc/hostname": "rahasia"},
    ),
    "odt": odt(
        _ODT_IMAGE.format("../../../../etc/hostname") + _ODT_IMAGE.format("/etc/hostname"),
        {"../../keluar.xml": "<a/>"},
    ),
    "html": html('<img src="../../../../etc/hostname">'),
    "md": md("![](../../../../etc/hostname)"),
    "eml": eml('Content-Disposition: attachment; filename="../../.bashrc"\r\n\r\nx'),
    "msg": msg(files={"..\\..\\..\\Startup\\jahat.exe": b"x", "/etc/hostname": b"x"}),
    "rtf": rtf(r"{\*\filetbl{\file\fid1 ../../etc/hostname;}}"),
}
"""Names of archive entries that lead outside the folder."""

CYCLES: Mapping[str, bytes] = {
    "docx": docx(
        _paragraph(DRAWN) + '<w:altChunk r:id="i"/>',
        *((kind[0], kind, "document.xml") for kind in ("image", "header", "footnotes", "styles")),
        ("n", "numbering", "_rels/document.xml.rels"),
        parts={
            "word/_rels/_rels/document.xml.rels.rels": relations(("d", "header", "document.xml"))
        },
    ),
    "docx, styles": docx(
        _paragraph(
            '<w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:rPr><w:rStyle w:val="A"/></w:rPr></w:r>'
        ),
        ("s", "styles", "styles.xml"),
        parts={
            "word/styles.xml": '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml'
            '/2006/main"><w:style w:styleId="A"><w:basedOn w:val="B"/></w:style>'
            '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
        },
    ),
    "odt": odt(
        '<text:p><draw:frame><draw:object xlink:href="."/></draw:frame></text:p>'
        '<text:p><draw:frame><draw:image xlink:href="content.xml"/></draw:frame></text:p>'
    ),
    "eml": eml("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nlagi\r\n--b--"),
    "pdf": pdf().replace(b"/Kids[3 0 R]", b"/Kids[2 0 R 3 0 R]"),
}
"""Parts that refer to themselves in a cycle."""

NESTS: Mapping[str, bytes] = {
    "docx": docx("<w:sdt><w:sdtContent>" * DEPTH + "</w:sdtContent></w:sdt>" * DEPTH),
    "odt": odt("<text:section>" * DEPTH + "</text:section>" * DEPTH),
    "html": html("<div>" * DEPTH + "x"),
    "html, tables": html("<table><tr><td>" * DEPTH),
    "md, quotes": md(">" * DEPTH + " x"),
    "md, brackets": md("[" * DEPTH + "](" * DEPTH),
    "md, marks": md("**_" * DEPTH),
    "rtf": rtf("{" * DEPTH + "}" * DEPTH),
    "eml": eml(
        "".join(
            f"Content-Type: multipart/mixed; boundary=c{n}\r\n\r\n--c{n}\r\n" for n in range(2_000)
        )
    ),
    "eml, mails": eml("Content-Type: message/rfc822\r\n\r\n" * 2_000),
    "msg": msg("", html("<b>" * DEPTH)),
    "pdf": pdf("/Deep " + "[" * DEPTH + "]" * DEPTH),
    "txt": ("(" * DEPTH + WORDS).encode(),
}
"""Elements nested many thousand levels deep."""

PICTURE = huge_picture()
_DATA = base64.b64encode(PICTURE).decode()
HUGE: Mapping[str, bytes] = {
    "docx": docx(_paragraph(DRAWN), ("i", "image", "a.png"), parts={"word/a.png": PICTURE}),
    "odt": odt(_ODT_IMAGE.format("Pictures/a.png"), {"Pictures/a.png": PICTURE}),
    "html": html(f'<img src="data:image/png;base64,{_DATA}">'),
    "md": md(f"![](data:image/png;base64,{_DATA})"),
    "eml": eml(
        'Content-Type: image/png; name="a.png"\r\nContent-Transfer-Encoding: base64\r\n\r\n' + _DATA
    ),
    "msg": msg(files={"a.png": PICTURE}),
    "rtf": rtf(r"{\pict\pngblip\picw50000\pich50000 " + PICTURE.hex() + "}"),
    "pdf": pdf(
        "",
        "<</Type/XObject/Subtype/Image/Width 50000/Height 50000/BitsPerComponent 8"
        "/ColorSpace/DeviceRGB/Length 9>>stream\n123456789\nendstream",
    ),
}
"""A picture of 50,000 × 50,000 pixels in a few kilobytes; decoded it takes 7.5 GB."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def _flagged(data: bytes) -> bytes:
    """An archive whose entries are flagged as encrypted."""
    changed = bytearray(data)
    at = changed.find(b"PK\x01\x02")
    while at >= 0:
        changed[at + 8] |= 1
        at = changed.find(b"PK\x01\x02", at + 4)
    return bytes(changed)


LOCKED: Mapping[str, bytes] = {
    "docx": _OLE + "EncryptedPackage".encode("utf-16-le"),
    "docx, archive": _flagged(SOUND["docx"]),
    "odt": odt(parts={"META-INF/manifest.xml": "<a><m:encryption-data xmlns:m='m'/></a>"}),
    "odt, archive": _flagged(SOUND["odt"]),
    "pdf": pdf(
        trailer="/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(" + "x" * 32 + ")/U(" + "y" * 32
        + ")>>/ID[(a)(a)]"
    ),
}  # fmt: skip
"""Files protected by a password."""
EMPTY_ARCHIVE = zipped({})
