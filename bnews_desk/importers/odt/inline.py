"""What stands in a paragraph (ODF 1.3 part 3, 6 and 7)."""

from __future__ import annotations

from bnews_desk.importers import links
from bnews_desk.importers.line import HIDDEN, Line
from bnews_desk.importers.odt import frames
from bnews_desk.importers.odt.names import name, number, value
from bnews_desk.importers.odt.walk import Handler, Handlers, Walk, plain
from bnews_desk.importers.package import Element

MAX_SPACES = 1_000
"""Spaces that one ``text:s`` may stand for."""
_FIELDS = (
    "author-initials author-name chapter character-count conditional-text creation-date"
    " creation-time creator database-display date description editing-cycles editing-duration"
    " expression file-name image-count initial-creator keywords modification-date"
    " modification-time note-ref object-count page-continuation page-count page-number"
    " paragraph-count placeholder print-date print-time printed-by reference-ref bookmark-ref"
    " sender-city sender-company sender-country sender-email sender-firstname sender-lastname"
    " sender-phone-work sender-postal-code sender-street sender-title sequence-ref subject"
    " table-count template-name text-input time title user-defined user-field-get variable-get"
    " variable-set word-count"
).split()


def span(walk: Walk, element: Element) -> None:
    """``text:span``: text in a style."""
    before = walk.flags
    walk.flags |= walk.document.styles.flags("text", value(element, "text:style-name"))
    walk.inline(element)
    walk.flags = before


def anchor(walk: Walk, element: Element) -> None:
    """``text:a``: its text, marked as a link where it leads out of the file."""
    target = value(element, "xlink:href")
    walk.flow.settle(walk.flags)
    outer = walk.link
    if target and not target.startswith("#"):
        walk.link = links.external(walk.line, target) or outer
    line = walk.line
    line.link_to(walk.link)
    walk.inline(element)
    walk.link = outer
    line.link_to(outer)


def spaces(walk: Walk, element: Element) -> None:
    """``text:s``: spaces that are all shown."""
    walk.flow.write(" " * min(number(element, "text:c", 1), MAX_SPACES), walk.flags)


def _written(mark: str) -> Handler:
    def write(walk: Walk, _element: Element) -> None:
        walk.flow.write(mark, walk.flags)

    return write


def note(walk: Walk, element: Element) -> None:
    """``text:note``: its number here, its paragraphs at the end."""
    if walk.flags & HIDDEN:
        return
    kind = "endnote" if value(element, "text:note-class") == "endnote" else "footnote"
    count = len(walk.notes) + 1
    walk.flow.write(f"[{count}]", walk.flags)
    paragraphs: list[Line] = []
    walk.notes.append(paragraphs)
    body = element.find(name("text:note-body"))
    if body is None:
        return
    paragraphs += walk.read_apart(body)
    for line in paragraphs:
        line.strip_start()
        line.style = ""
        line.is_account = line.is_account or not line.length
    first = next((line for line in paragraphs if line.length), None)
    if first is not None:
        first.prefix(f"[{count}] ")
        first.carried.append(kind)


def annotation(walk: Walk, element: Element) -> None:
    """``office:annotation``: a comment; counted with its words."""
    walk.line.left_out.append(("comment", plain(walk.read_apart(element))))


def inserted(walk: Walk, element: Element) -> None:
    """``text:change-start``: what follows was inserted, and comes in."""
    if value(element, "text:change-id") in walk.document.insertions:
        walk.line.carried.append("insertion")


def field(walk: Walk, element: Element) -> None:
    """A field: what it shows."""
    before = walk.line.length
    walk.inline(element)
    if walk.line.length > before:
        walk.line.carried.append("field")


def hidden(walk: Walk, element: Element) -> None:
    """``text:hidden-text``: counted with its words."""
    text = value(element, "text:string-value") or "".join(element.itertext())
    walk.line.left_out.append(("hidden-text", text))


def ruby(walk: Walk, element: Element) -> None:
    """``text:ruby``: the base text; the reading above it is left out."""
    base, reading = element.find(name("text:ruby-base")), element.find(name("text:ruby-text"))
    if base is not None:
        walk.inline(base)
    if reading is not None:
        walk.line.left_out.append(("ruby", "".join(reading.itertext())))


def nothing(_walk: Walk, _element: Element) -> None:
    """Marks of places and changes: no words of the copy."""


INLINE: Handlers = {
    name("text:span"): span,
    name("text:a"): anchor,
    name("text:s"): spaces,
    name("text:tab"): _written("\t"),
    name("text:line-break"): _written("\n"),
    name("text:note"): note,
    name("text:change-start"): inserted,
    name("text:hidden-text"): hidden,
    name("text:ruby"): ruby,
    name("office:annotation"): annotation,
    **{name(f"text:{kind}"): field for kind in _FIELDS},
    **{
        name(f"draw:{kind}"): frames.drawing
        for kind in ("a", "custom-shape", "ellipse", "frame", "g", "line", "polygon", "rect")
    },
    **dict.fromkeys(
        map(name, ("text:number", "text:script", "text:tracked-changes", "office:annotation-end")),
        nothing,
    ),
}
"""What reads each element that stands in a paragraph; others show the text they hold."""
