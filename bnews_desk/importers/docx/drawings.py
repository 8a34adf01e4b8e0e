"""Handlers of pictures, text boxes, diagrams and charts, in DrawingML (20.4, 21) and in VML."""

from __future__ import annotations

from bnews_desk.errors import ReadError
from bnews_desk.importers.docx.parser import DocxParser, plain
from bnews_desk.importers.docx.xml_names import local, relation
from bnews_desk.importers.imported_line import HIDDEN, ImportedLine
from bnews_desk.importers.zip_xml_package import Element
from bnews_desk.release import Photo

_DRAWING = (
    "{http://schemas.openxmlformats.org/drawingml/",
    "{http://purl.oclc.org/ooxml/drawingml/",
)


def is_drawn_paragraph(element: Element) -> bool:
    """Whether an element is a DrawingML paragraph, as found in shapes of other programs."""
    return local(element) == "p" and element.tag.startswith(_DRAWING)


def drawn_text(element: Element) -> str:
    """The text of a DrawingML paragraph on one line."""
    words = (
        part.text or "" if local(part) == "t" else " "
        for part in element.iter()
        if local(part) in {"t", "br"}
    )
    return " ".join("".join(words).split())


def diagram_lines(parser: DocxParser, identity: str) -> list[ImportedLine]:
    """The texts of a diagram (SmartArt) in the order of its data."""
    root = _part(parser, identity)
    lines = []
    for element in root.iter() if root is not None else ():
        text = drawn_text(element) if is_drawn_paragraph(element) else ""
        if text:
            lines.append(finished(text))
    return lines


def chart_words(parser: DocxParser, identity: str) -> str:
    """The words of a chart: its titles, series and categories, one a line."""
    root = _part(parser, identity)
    found: dict[str, None] = {}
    for element in root.iter() if root is not None else ():
        if is_drawn_paragraph(element):
            found.setdefault(drawn_text(element))
        elif local(element) in {"strCache", "strDim"}:
            found.update(
                dict.fromkeys(
                    " ".join((part.text or "").split())
                    for part in element.iter()
                    if local(part) in {"v", "pt"}
                )
            )
    return "\n".join(text for text in found if text)


def finished(text: str) -> ImportedLine:
    """A finished line of plain text."""
    line = ImportedLine()
    line.write(text, 0)
    line.finish()
    return line


def _part(parser: DocxParser, identity: str) -> Element | None:
    """The root of a related part; None where it is missing or not XML: it is then left out."""
    found = parser.relations.get(identity)
    if found is None or found.is_external:
        return None
    try:
        return parser.document.package.xml(found.target)
    except ReadError as error:
        if error.kind == "damaged":
            return None
        raise


_PICTURE_ENDINGS = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".heic")
_OBJECTS = frozenset({"OLEObject", "control"})


class _Shape:
    """The picture that is being read."""

    __slots__ = ("alt_text", "name")

    def __init__(self) -> None:
        self.alt_text = ""
        self.name = ""


def drawing(parser: DocxParser, element: Element) -> None:
    """``w:drawing`` or ``w:pict``: its pictures are attached to the line, its text
    boxes follow it.
    """
    _inside(parser, element, _Shape())


def embedded(parser: DocxParser, element: Element) -> None:
    """``w:object``: an embedded file; counted, and the text of its text boxes is read."""
    before = len(parser.line.photos)
    _inside(parser, element, _Shape())
    del parser.line.photos[before:]
    if not any(kind == "object" for kind, _ in parser.line.left_out[-1:]):
        parser.line.left_out.append(("object", ""))


def _inside(parser: DocxParser, parent: Element, shape: _Shape) -> None:
    for element in parent:
        name = local(element)
        if name == "docPr":
            shape.alt_text = element.get("descr") or element.get("title") or ""
        elif name == "cNvPr":
            shape.name = element.get("name", "")
            shape.alt_text = shape.alt_text or element.get("descr", "")
        elif name == "blip":
            _picture(parser, shape, relation(element, "embed"), relation(element, "link"))
        elif name == "imagedata":
            shape.alt_text = parent.get("alt", "")
            _picture(parser, shape, relation(element, "id"), relation(element, "href"))
        elif name == "txbxContent":
            _text_box(parser, element)
        elif name == "AlternateContent":
            parser.first_shown(element, lambda version: _inside(parser, version, shape))
        elif not _is_told(parser, element):
            _inside(parser, element, shape)


def _is_told(parser: DocxParser, element: Element) -> bool:
    """Import or count what an element itself draws; False where it is only a wrapper."""
    name = local(element)
    if name == "relIds":
        _diagram(parser, relation(element, "dm"))
    elif name == "chart":
        words = chart_words(parser, relation(element, "id"))
        parser.line.left_out.append(("object", words))
    elif name == "textpath":
        _drawn(parser, " ".join(element.get("string", "").split()))
    elif is_drawn_paragraph(element):
        _drawn(parser, drawn_text(element))
    elif name in _OBJECTS:
        parser.line.left_out.append(("object", element.get("ProgID", "")))
    else:
        return False
    return True


def _text_box(parser: DocxParser, element: Element) -> None:
    line, flags = parser.line, parser.flags
    lines = parser.read_apart(element)
    if flags & HIDDEN:
        line.left_out.append(("hidden-text", plain(lines)))
        return
    line.boxed.extend(lines)
    line.carried.append("text-box")


def _diagram(parser: DocxParser, identity: str) -> None:
    """Put a diagram's texts behind the line, like those of a text box."""
    lines = diagram_lines(parser, identity)
    if not lines:
        parser.line.left_out.append(("object", ""))
    elif parser.flags & HIDDEN:
        parser.line.left_out.append(("hidden-text", plain(lines)))
    else:
        parser.line.boxed.extend(lines)
        parser.line.carried.append("diagram")


def _drawn(parser: DocxParser, text: str) -> None:
    """Put drawn words (WordArt, shapes of other programs) behind the line."""
    if not text:
        return
    if parser.flags & HIDDEN:
        parser.line.left_out.append(("hidden-text", text))
        return
    parser.line.boxed.append(finished(text))
    parser.line.carried.append("text-box")


def _picture(parser: DocxParser, shape: _Shape, embed: str, link: str) -> None:
    line = parser.line
    found = parser.relations.get(embed) or parser.relations.get(link)
    if found is None:
        if embed or link:
            line.left_out.append(("image", shape.alt_text))
        return
    if found.is_external or parser.flags & HIDDEN:
        line.left_out.append(("image", found.target))
        return
    digest = parser.document.pictures.digest(found.target)
    if digest is None:
        line.left_out.append(("image", found.target))
        return
    name = shape.name if shape.name.lower().endswith(_PICTURE_ENDINGS) else ""
    photo = Photo(
        digest,
        0,
        name=name.replace("\\", "/").rpartition("/")[2] or found.target.rpartition("/")[2],
        alt_text=" ".join(shape.alt_text.split()),
    )
    line.photos.append((line.length, photo))
