"""Handlers of elements inside a paragraph (ODF 1.3 part 3, 6 and 7)."""

from __future__ import annotations

from bnews_desk.importers import link_addresses
from bnews_desk.importers.imported_line import HIDDEN, ImportedLine
from bnews_desk.importers.odt import drawings
from bnews_desk.importers.odt.parser import Handler, Handlers, OdtParser, plain
from bnews_desk.importers.odt.xml_names import name, number, value
from bnews_desk.importers.zip_xml_package import Element

MAX_SPACES = 1_000
"""Maximum spaces of one ``text:s``."""
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


def span(parser: OdtParser, element: Element) -> None:
    """``text:span``: text in a style."""
    before = parser.flags
    parser.flags |= parser.document.styles.flags("text", value(element, "text:style-name"))
    parser.inline(element)
    parser.flags = before


def anchor(parser: OdtParser, element: Element) -> None:
    """``text:a``: its text, marked as a link where it leads out of the file."""
    target = value(element, "xlink:href")
    parser.flow.settle(parser.flags)
    outer = parser.link
    if target and not target.startswith("#"):
        parser.link = link_addresses.external_address(parser.line, target) or outer
    line = parser.line
    line.link_to(parser.link)
    parser.inline(element)
    parser.link = outer
    line.link_to(outer)


def spaces(parser: OdtParser, element: Element) -> None:
    """``text:s``: spaces that are all kept."""
    parser.flow.write(" " * min(number(element, "text:c", 1), MAX_SPACES), parser.flags)


def _written(mark: str) -> Handler:
    def write(parser: OdtParser, _element: Element) -> None:
        parser.flow.write(mark, parser.flags)

    return write


def note(parser: OdtParser, element: Element) -> None:
    """``text:note``: its number here, its paragraphs at the end."""
    if parser.flags & HIDDEN:
        return
    kind = "endnote" if value(element, "text:note-class") == "endnote" else "footnote"
    count = len(parser.notes) + 1
    parser.flow.write(f"[{count}]", parser.flags)
    paragraphs: list[ImportedLine] = []
    parser.notes.append(paragraphs)
    body = element.find(name("text:note-body"))
    if body is None:
        return
    paragraphs += parser.read_apart(body)
    for line in paragraphs:
        line.strip_start()
        line.style = ""
        line.is_account = line.is_account or not line.length
    first = next((line for line in paragraphs if line.length), None)
    if first is not None:
        first.prefix(f"[{count}] ")
        first.carried.append(kind)


def annotation(parser: OdtParser, element: Element) -> None:
    """``office:annotation``: a comment; counted with its text."""
    parser.line.left_out.append(("comment", plain(parser.read_apart(element))))


def inserted(parser: OdtParser, element: Element) -> None:
    """``text:change-start``: inserted text follows, which is imported."""
    if value(element, "text:change-id") in parser.document.insertions:
        parser.line.carried.append("insertion")


def field(parser: OdtParser, element: Element) -> None:
    """A field: its displayed value."""
    before = parser.line.length
    parser.inline(element)
    if parser.line.length > before:
        parser.line.carried.append("field")


def hidden(parser: OdtParser, element: Element) -> None:
    """``text:hidden-text``: counted with its text."""
    text = value(element, "text:string-value") or "".join(element.itertext())
    parser.line.left_out.append(("hidden-text", text))


def ruby(parser: OdtParser, element: Element) -> None:
    """``text:ruby``: the base text; the ruby text above it is left out."""
    base, reading = element.find(name("text:ruby-base")), element.find(name("text:ruby-text"))
    if base is not None:
        parser.inline(base)
    if reading is not None:
        parser.line.left_out.append(("ruby", "".join(reading.itertext())))


def nothing(_walk: OdtParser, _element: Element) -> None:
    """Bookmarks and marks of changes contain no copy."""


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
        name(f"draw:{kind}"): drawings.drawing
        for kind in ("a", "custom-shape", "ellipse", "frame", "g", "line", "polygon", "rect")
    },
    **dict.fromkeys(
        map(name, ("text:number", "text:script", "text:tracked-changes", "office:annotation-end")),
        nothing,
    ),
}
"""The handlers of elements inside a paragraph; other elements show their text."""
