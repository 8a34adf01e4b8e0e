"""Handlers of pictures, text boxes, shapes and embedded objects (ODF 1.3 part 3, 10)."""

from __future__ import annotations

from bnews_desk.importers.imported_line import HIDDEN
from bnews_desk.importers.odt.parser import OdtParser, plain
from bnews_desk.importers.odt.xml_names import find, name, value
from bnews_desk.importers.zip_xml_package import Element
from bnews_desk.patterns import Pattern
from bnews_desk.release import Photo

_OBJECTS = frozenset(map(name, ("draw:object", "draw:object-ole", "draw:plugin", "draw:applet")))
_CHARACTERS = frozenset(map(name, ("math:mi", "math:mn", "math:mo", "math:mtext", "math:ms")))
"""The elements that contain a formula's characters (MathML 3, 3.2)."""
_TEXTS = frozenset(map(name, ("text:p", "text:h", "text:list")))
_PICTURE_FILE = Pattern(r"(?i)[^/\\]\.(?:jpe?g|png|gif|webp|tiff?|bmp)$")
"""A frame's name that is more informative than the part's name: most are called *Image1*."""


def drawing(parser: OdtParser, element: Element) -> None:
    """A frame, shape or group: its pictures are attached to the line, its text boxes follow it."""
    children = list(element)
    shown = next((child for child in children if child.tag in _OBJECTS), None)
    if shown is not None:
        _object(parser, element, shown)
        return
    if any(child.tag in _TEXTS for child in children):
        _text_box(parser, element)
        return
    has_picture = False
    for child in children:
        if child.tag == name("draw:image"):
            has_picture = has_picture or _picture(parser, element, child)
        elif child.tag == name("draw:text-box"):
            _text_box(parser, child)
        elif child.tag.startswith(name("draw:")):
            drawing(parser, child)
    if not has_picture and any(child.tag == name("draw:image") for child in children):
        parser.line.left_out.append(("image", _said_of(element)))


def _object(parser: OdtParser, frame: Element, shown: Element) -> None:
    """A formula is imported as its characters; of any other object the text goes to the receipt."""
    place = value(shown, "xlink:href").removeprefix("./")
    root = shown if len(shown) else parser.document.part(f"{place}/content.xml")
    parts = root.iter() if root is not None else ()
    formula = "".join(part.text or "" for part in parts if part.tag in _CHARACTERS)
    if formula and not parser.flags & HIDDEN:
        parser.flow.text(formula, 0)
        parser.line.carried.append("equation")
        return
    words = (" ".join("".join(part.itertext()).split()) for part in find(root, "text:p"))
    said = dict.fromkeys((_said_of(frame), *words))
    parser.line.left_out.append(("object", formula or "\n".join(text for text in said if text)))


def _text_box(parser: OdtParser, element: Element) -> None:
    line = parser.line
    lines = parser.read_apart(element)
    if not any(one.length or one.photos for one in lines):
        return
    if parser.flags & HIDDEN:
        line.left_out.append(("hidden-text", plain(lines)))
        return
    line.boxed.extend(lines)
    line.carried.append("text-box")


def _picture(parser: OdtParser, frame: Element, image: Element) -> bool:
    """Attach a picture to the line; False where it is not in the file."""
    part = value(image, "xlink:href").removeprefix("./")
    if not part or ":" in part or parser.flags & HIDDEN:
        return False
    digest = parser.document.pictures.digest(part)
    if digest is None:
        return False
    own = value(frame, "draw:name")
    shown = own if _PICTURE_FILE.search(own) else part.rpartition("/")[2]
    photo = Photo(digest, 0, name=shown, alt_text=_said_of(frame))
    parser.line.photos.append((parser.line.length, photo))
    return True


def _said_of(frame: Element) -> str:
    """A picture's description by its author."""
    for kind in ("svg:desc", "svg:title"):
        for element in find(frame, kind):
            if text := " ".join("".join(element.itertext()).split()):
                return text
    return ""
