"""Pictures and text boxes, in DrawingML (20.4) and in VML (part 4, 14.1)."""

from __future__ import annotations

from bnews_desk.importers.docx import graphics
from bnews_desk.importers.docx.names import local, relation
from bnews_desk.importers.docx.walk import Walk, plain
from bnews_desk.importers.line import HIDDEN
from bnews_desk.importers.package import Element
from bnews_desk.release import Photo

_PICTURE_ENDINGS = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".heic")
_OBJECTS = frozenset({"OLEObject", "control"})


class _Shape:
    """What is known of the picture that is being read."""

    __slots__ = ("alt_text", "name")

    def __init__(self) -> None:
        self.alt_text = ""
        self.name = ""


def drawing(walk: Walk, element: Element) -> None:
    """``w:drawing`` or ``w:pict``: its pictures hang on the line, its text boxes follow it."""
    _inside(walk, element, _Shape())


def embedded(walk: Walk, element: Element) -> None:
    """``w:object``: a file inside the file; counted, with the words of its text boxes read."""
    before = len(walk.line.photos)
    _inside(walk, element, _Shape())
    del walk.line.photos[before:]
    if not any(kind == "object" for kind, _ in walk.line.left_out[-1:]):
        walk.line.left_out.append(("object", ""))


def _inside(walk: Walk, parent: Element, shape: _Shape) -> None:
    for element in parent:
        name = local(element)
        if name == "docPr":
            shape.alt_text = element.get("descr") or element.get("title") or ""
        elif name == "cNvPr":
            shape.name = element.get("name", "")
            shape.alt_text = shape.alt_text or element.get("descr", "")
        elif name == "blip":
            _picture(walk, shape, relation(element, "embed"), relation(element, "link"))
        elif name == "imagedata":
            shape.alt_text = parent.get("alt", "")
            _picture(walk, shape, relation(element, "id"), relation(element, "href"))
        elif name == "txbxContent":
            _text_box(walk, element)
        elif name == "AlternateContent":
            walk.first_shown(element, lambda version: _inside(walk, version, shape))
        elif not _is_told(walk, element):
            _inside(walk, element, shape)


def _is_told(walk: Walk, element: Element) -> bool:
    """Bring in, or count, what an element draws by itself; False where it is only a wrapper."""
    name = local(element)
    if name == "relIds":
        _diagram(walk, relation(element, "dm"))
    elif name == "chart":
        words = graphics.chart_words(walk, relation(element, "id"))
        walk.line.left_out.append(("object", words))
    elif name == "textpath":
        _drawn(walk, " ".join(element.get("string", "").split()))
    elif graphics.is_drawn_paragraph(element):
        _drawn(walk, graphics.drawn_text(element))
    elif name in _OBJECTS:
        walk.line.left_out.append(("object", element.get("ProgID", "")))
    else:
        return False
    return True


def _text_box(walk: Walk, element: Element) -> None:
    line, flags = walk.line, walk.flags
    lines = walk.read_apart(element)
    if flags & HIDDEN:
        line.left_out.append(("hidden-text", plain(lines)))
        return
    line.boxed.extend(lines)
    line.carried.append("text-box")


def _diagram(walk: Walk, identity: str) -> None:
    """A diagram's texts follow the line, as a text box does."""
    lines = graphics.diagram_lines(walk, identity)
    if not lines:
        walk.line.left_out.append(("object", ""))
    elif walk.flags & HIDDEN:
        walk.line.left_out.append(("hidden-text", plain(lines)))
    else:
        walk.line.boxed.extend(lines)
        walk.line.carried.append("diagram")


def _drawn(walk: Walk, text: str) -> None:
    """Words that are drawn (WordArt, shapes of other programs) follow the line."""
    if not text:
        return
    if walk.flags & HIDDEN:
        walk.line.left_out.append(("hidden-text", text))
        return
    walk.line.boxed.append(graphics.finished(text))
    walk.line.carried.append("text-box")


def _picture(walk: Walk, shape: _Shape, embed: str, link: str) -> None:
    line = walk.line
    found = walk.relations.get(embed) or walk.relations.get(link)
    if found is None:
        if embed or link:
            line.left_out.append(("image", shape.alt_text))
        return
    if found.is_external or walk.flags & HIDDEN:
        line.left_out.append(("image", found.target))
        return
    digest = walk.document.pictures.digest(found.target)
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
