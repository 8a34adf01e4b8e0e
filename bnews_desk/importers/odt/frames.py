"""Pictures, text boxes and shapes (ODF 1.3 part 3, 10)."""

from __future__ import annotations

from bnews_desk.importers.line import HIDDEN
from bnews_desk.importers.odt.names import find, name, value
from bnews_desk.importers.odt.walk import Walk, plain
from bnews_desk.importers.package import Element
from bnews_desk.patterns import Pattern
from bnews_desk.release import Photo

_OBJECTS = frozenset(map(name, ("draw:object", "draw:object-ole", "draw:plugin", "draw:applet")))
_CHARACTERS = frozenset(map(name, ("math:mi", "math:mn", "math:mo", "math:mtext", "math:ms")))
"""What a formula is written with (MathML 3, 3.2)."""
_TEXTS = frozenset(map(name, ("text:p", "text:h", "text:list")))
_PICTURE_FILE = Pattern(r"(?i)[^/\\]\.(?:jpe?g|png|gif|webp|tiff?|bmp)$")
"""The name of a frame that tells more than the part does: most are called *Image1*."""


def drawing(walk: Walk, element: Element) -> None:
    """A frame, shape or group: its pictures hang on the line, its text boxes follow it."""
    children = list(element)
    shown = next((child for child in children if child.tag in _OBJECTS), None)
    if shown is not None:
        _object(walk, element, shown)
        return
    if any(child.tag in _TEXTS for child in children):
        _text_box(walk, element)
        return
    has_picture = False
    for child in children:
        if child.tag == name("draw:image"):
            has_picture = has_picture or _picture(walk, element, child)
        elif child.tag == name("draw:text-box"):
            _text_box(walk, child)
        elif child.tag.startswith(name("draw:")):
            drawing(walk, child)
    if not has_picture and any(child.tag == name("draw:image") for child in children):
        walk.line.left_out.append(("image", _said_of(element)))


def _object(walk: Walk, frame: Element, shown: Element) -> None:
    """A formula comes in as its characters; of any other object its words are told."""
    place = value(shown, "xlink:href").removeprefix("./")
    root = shown if len(shown) else walk.document.part(f"{place}/content.xml")
    parts = root.iter() if root is not None else ()
    formula = "".join(part.text or "" for part in parts if part.tag in _CHARACTERS)
    if formula and not walk.flags & HIDDEN:
        walk.flow.text(formula, 0)
        walk.line.carried.append("equation")
        return
    words = (" ".join("".join(part.itertext()).split()) for part in find(root, "text:p"))
    said = dict.fromkeys((_said_of(frame), *words))
    walk.line.left_out.append(("object", formula or "\n".join(text for text in said if text)))


def _text_box(walk: Walk, element: Element) -> None:
    line = walk.line
    lines = walk.read_apart(element)
    if not any(one.length or one.photos for one in lines):
        return
    if walk.flags & HIDDEN:
        line.left_out.append(("hidden-text", plain(lines)))
        return
    line.boxed.extend(lines)
    line.carried.append("text-box")


def _picture(walk: Walk, frame: Element, image: Element) -> bool:
    """Hang a picture on the line; False where it is not in the file."""
    part = value(image, "xlink:href").removeprefix("./")
    if not part or ":" in part or walk.flags & HIDDEN:
        return False
    digest = walk.document.pictures.digest(part)
    if digest is None:
        return False
    own = value(frame, "draw:name")
    shown = own if _PICTURE_FILE.search(own) else part.rpartition("/")[2]
    photo = Photo(digest, 0, name=shown, alt_text=_said_of(frame))
    walk.line.photos.append((walk.line.length, photo))
    return True


def _said_of(frame: Element) -> str:
    """What a picture shows, in the words of its writer."""
    for kind in ("svg:desc", "svg:title"):
        for element in find(frame, kind):
            if text := " ".join("".join(element.itertext()).split()):
                return text
    return ""
