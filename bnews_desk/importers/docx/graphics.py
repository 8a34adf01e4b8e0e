"""Words in what Word draws from a part of its own: diagrams (21.4) and charts (21.2)."""

from __future__ import annotations

from bnews_desk.errors import ReadError
from bnews_desk.importers.docx.names import local
from bnews_desk.importers.docx.walk import Walk
from bnews_desk.importers.line import Line
from bnews_desk.importers.package import Element

_DRAWING = (
    "{http://schemas.openxmlformats.org/drawingml/",
    "{http://purl.oclc.org/ooxml/drawingml/",
)


def is_drawn_paragraph(element: Element) -> bool:
    """Whether an element is a paragraph of DrawingML, as shapes outside Word's own bear."""
    return local(element) == "p" and element.tag.startswith(_DRAWING)


def drawn_text(element: Element) -> str:
    """The words of a DrawingML paragraph on one line."""
    words = (
        part.text or "" if local(part) == "t" else " "
        for part in element.iter()
        if local(part) in {"t", "br"}
    )
    return " ".join("".join(words).split())


def diagram_lines(walk: Walk, identity: str) -> list[Line]:
    """The texts of a diagram (SmartArt) in the order in which its data names them."""
    root = _part(walk, identity)
    lines = []
    for element in root.iter() if root is not None else ():
        text = drawn_text(element) if is_drawn_paragraph(element) else ""
        if text:
            lines.append(finished(text))
    return lines


def chart_words(walk: Walk, identity: str) -> str:
    """What a chart says in words: its titles, its series, its categories; one a line."""
    root = _part(walk, identity)
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


def finished(text: str) -> Line:
    """A line of plain words."""
    line = Line()
    line.write(text, 0)
    line.finish()
    return line


def _part(walk: Walk, identity: str) -> Element | None:
    """The root of a related part; None where it is missing or no XML: the copy does without."""
    found = walk.relations.get(identity)
    if found is None or found.is_external:
        return None
    try:
        return walk.document.package.xml(found.target)
    except ReadError as error:
        if error.kind == "damaged":
            return None
        raise
