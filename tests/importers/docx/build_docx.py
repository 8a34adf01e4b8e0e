"""Word files made for tests, with only the necessary parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
REL = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
STRICT = {
    W: "http://purl.oclc.org/ooxml/wordprocessingml/main",
    R: "http://purl.oclc.org/ooxml/officeDocument/relationships",
    "http://schemas.openxmlformats.org/drawingml/2006/main": (
        "http://purl.oclc.org/ooxml/drawingml/main"
    ),
}


def p(content: str = "", properties: str = "") -> str:
    """A paragraph."""
    head = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{head}{content}</w:p>"


def t(text: str, look: str = "") -> str:
    """A run of text."""
    head = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{head}<w:t xml:space="preserve">{text}</w:t></w:r>'


def r(content: str) -> str:
    """A run of anything."""
    return f"<w:r>{content}</w:r>"


def tp(text: str, properties: str = "") -> str:
    """A paragraph of plain text."""
    return p(t(text), properties)


def style(name: str) -> str:
    """A paragraph's style."""
    return f'<w:pStyle w:val="{name}"/>'


def cell(content: str) -> str:
    """A table cell."""
    return f"<w:tc><w:tcPr/>{content}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A table row."""
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def field(instruction: str, result: str) -> str:
    """A complex field with a result."""
    return (
        r('<w:fldChar w:fldCharType="begin"/>')
        + r(f"<w:instrText>{instruction}</w:instrText>")
        + r('<w:fldChar w:fldCharType="separate"/>')
        + result
        + r('<w:fldChar w:fldCharType="end"/>')
    )


def picture(relation: str, alt: str = "", name: str = "Gambar 1") -> str:
    """A run with an inline picture."""
    return r(
        f'<w:drawing><wp:inline><wp:docPr id="1" name="Gambar 1" descr="{alt}"/><a:graphic>'
        f'<a:graphicData><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="{name}"/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/></pic:blipFill></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing>"
    )


def text_box(content: str) -> str:
    """A run with a text box in both of its versions."""
    inside = f"<w:txbxContent>{content}</w:txbxContent>"
    return r(
        '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:wsp><wps:txbx>'
        f"{inside}</wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f"<v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )


def relation(identity: str, kind: str, target: str, external: bool = False) -> str:
    """One relationship."""
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{identity}" Type="{R}/{kind}" Target="{target}"{mode}/>'


def relations(*entries: str) -> str:
    """A relationships part."""
    return f'<Relationships xmlns="{REL}">{"".join(entries)}</Relationships>'


def part(root: str, content: str) -> str:
    """A WordprocessingML part."""
    return f"<w:{root} {NAMESPACES}>{content}</w:{root}>"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive of parts exactly as given."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def docx(
    body: str,
    rels: tuple[str, ...] = (),
    parts: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """A Word file with this body; ``parts`` add to or replace the usual ones."""
    usual: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations(relation("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": part("document", f"<w:body>{body}<w:sectPr/></w:body>"),
        "word/_rels/document.xml.rels": relations(*rels),
    }
    return zipped({**usual, **(parts or {})})


def styled(body: str, styles: str, numbering: str = "") -> bytes:
    """A Word file with styles and, where given, lists."""
    return docx(
        body,
        (
            relation("s", "styles", "styles.xml"),
            relation("n", "numbering", "numbering.xml"),
        ),
        {"word/styles.xml": part("styles", styles)}
        | ({"word/numbering.xml": part("numbering", numbering)} if numbering else {}),
    )
