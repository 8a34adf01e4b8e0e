"""Handlers of the content of a run: text, breaks, symbols, pictures (17.3.2, 17.3.3)."""

from __future__ import annotations

from bnews_desk.importers.docx import drawings, fields
from bnews_desk.importers.docx.parser import DocxParser, Handler, Handlers
from bnews_desk.importers.docx.xml_names import (
    MC,
    attribute,
    by_word_tag,
    child,
    is_on,
    local,
    value,
    word,
)
from bnews_desk.importers.imported_line import BOLD, HIDDEN, ITALIC, STRUCK
from bnews_desk.importers.symbol_fonts import symbol_character
from bnews_desk.importers.zip_xml_package import Element

_TOGGLES = by_word_tag(
    {"b": BOLD, "i": ITALIC, "vanish": HIDDEN, "strike": STRUCK, "dstrike": STRUCK}
)
_OFF = frozenset({"", "0", "false", "off"})
_CHARACTER_STYLE = frozenset(word("rStyle"))


def run(parser: DocxParser, element: Element) -> None:
    """``w:r``: text with one set of properties."""
    parser.flags = 0
    parser.in_run(element)


def properties(parser: DocxParser, element: Element) -> None:
    """``w:rPr``: bold, italic, struck, hidden; set here or by the character style (17.7.3)."""
    flags = said = 0
    style = ""
    for entry in element:
        tag = entry.tag
        flag = _TOGGLES.get(tag)
        if flag is not None:
            said |= flag
            if is_on(entry):
                flags |= flag
        elif tag in _CHARACTER_STYLE:
            style = value(entry)
    if style:
        flags |= parser.document.styles.flags(style) & ~said
    parser.flags = flags


def text(parser: DocxParser, element: Element) -> None:
    """``w:t``: text; a line break in the XML counts as a space."""
    words = element.text
    if words:
        if "\n" in words or "\r" in words:
            words = words.replace("\r", "\n").replace("\n", " ")
        parser.line.write(words, parser.flags)


def deleted_text(parser: DocxParser, element: Element) -> None:
    """``w:delText``: deleted text, for the receipt."""
    if parser.is_deleting:
        text(parser, element)


def line_break(parser: DocxParser, element: Element) -> None:
    """``w:br``: a new line; a page or column break gives one only between words."""
    if attribute(element, "type") in {"page", "column"}:
        parser.line.break_page(parser.flags)
    else:
        parser.line.write("\n", parser.flags)


def _written(mark: str) -> Handler:
    def write(parser: DocxParser, element: Element) -> None:
        parser.line.write(mark, parser.flags)

    return write


def soft_hyphen(parser: DocxParser, element: Element) -> None:
    """``w:softHyphen``: a possible division of a word; gives no character."""
    parser.line.left_out.append(("soft-hyphen", ""))


def symbol(parser: DocxParser, element: Element) -> None:
    """``w:sym``: a character given by its code in a font (17.3.3.30)."""
    found = symbol_character(attribute(element, "font"), attribute(element, "char"))
    if found:
        parser.line.write(found, parser.flags)
        parser.line.carried.append("symbol")
    else:
        parser.line.left_out.append(("symbol", attribute(element, "char")))


def ruby(parser: DocxParser, element: Element) -> None:
    """``w:ruby``: the base text; the ruby text above it is left out (17.3.3.25)."""
    line = parser.line
    reading, base = child(element, "rt"), child(element, "rubyBase")
    if reading is not None:
        with parser.aside() as above:
            parser.inline(reading)
        line.left_out.append(("ruby", above.text))
    if base is not None:
        parser.inline(base)


def reference(parser: DocxParser, element: Element) -> None:
    """``w:footnoteReference``, ``w:endnoteReference``: its number; the note is put at the end."""
    if parser.is_deleting or parser.flags & HIDDEN:
        return
    kind = local(element).removesuffix("Reference")
    number = parser.document.notes.cite(kind, attribute(element, "id"))
    if number is not None and attribute(element, "customMarkFollows") in _OFF:
        parser.line.write(f"[{number}]", parser.flags)


def alternate(parser: DocxParser, element: Element) -> None:
    """``mc:AlternateContent``: the first choice, or the fallback where that shows nothing."""
    parser.first_shown(element, parser.in_run)


IN_RUN: Handlers = {
    **by_word_tag(
        {
            "rPr": properties,
            "t": text,
            "delText": deleted_text,
            "tab": _written("\t"),
            "ptab": _written("\t"),
            "br": line_break,
            "cr": _written("\n"),
            "noBreakHyphen": _written("\u2011"),
            "softHyphen": soft_hyphen,
            "sym": symbol,
            "ruby": ruby,
            "fldChar": fields.character,
            "instrText": fields.instruction,
            "footnoteReference": reference,
            "endnoteReference": reference,
            "drawing": drawings.drawing,
            "pict": drawings.drawing,
            "object": drawings.embedded,
        }
    ),
    MC + "AlternateContent": alternate,
}
"""The handlers of elements inside a run."""
