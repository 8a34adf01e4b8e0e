"""What stands in a run: text, breaks, symbols, pictures (17.3.2, 17.3.3)."""

from __future__ import annotations

from bnews_desk.importers.docx import drawings, fields
from bnews_desk.importers.docx.names import (
    MC,
    attribute,
    by_word_tag,
    child,
    is_on,
    local,
    value,
    word,
)
from bnews_desk.importers.docx.walk import Handler, Handlers, Walk
from bnews_desk.importers.line import BOLD, HIDDEN, ITALIC, STRUCK
from bnews_desk.importers.package import Element
from bnews_desk.importers.symbols import character_of

_TOGGLES = by_word_tag(
    {"b": BOLD, "i": ITALIC, "vanish": HIDDEN, "strike": STRUCK, "dstrike": STRUCK}
)
_OFF = frozenset({"", "0", "false", "off"})
_CHARACTER_STYLE = frozenset(word("rStyle"))


def run(walk: Walk, element: Element) -> None:
    """``w:r``: text of one look."""
    walk.flags = 0
    walk.in_run(element)


def properties(walk: Walk, element: Element) -> None:
    """``w:rPr``: bold, italic, struck, hidden; as set here or by the character style (17.7.3)."""
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
        flags |= walk.document.styles.flags(style) & ~said
    walk.flags = flags


def text(walk: Walk, element: Element) -> None:
    """``w:t``: the words; a line break in the XML is a space."""
    words = element.text
    if words:
        if "\n" in words or "\r" in words:
            words = words.replace("\r", "\n").replace("\n", " ")
        walk.line.write(words, walk.flags)


def deleted_text(walk: Walk, element: Element) -> None:
    """``w:delText``: words of a deletion, for the receipt."""
    if walk.is_deleting:
        text(walk, element)


def line_break(walk: Walk, element: Element) -> None:
    """``w:br``: a new line; a new page or column only between words."""
    if attribute(element, "type") in {"page", "column"}:
        walk.line.break_page(walk.flags)
    else:
        walk.line.write("\n", walk.flags)


def _written(mark: str) -> Handler:
    def write(walk: Walk, element: Element) -> None:
        walk.line.write(mark, walk.flags)

    return write


def soft_hyphen(walk: Walk, element: Element) -> None:
    """``w:softHyphen``: where a word may be divided; no character of it."""
    walk.line.left_out.append(("soft-hyphen", ""))


def symbol(walk: Walk, element: Element) -> None:
    """``w:sym``: a character by its place in a font (17.3.3.30)."""
    found = character_of(attribute(element, "font"), attribute(element, "char"))
    if found:
        walk.line.write(found, walk.flags)
        walk.line.carried.append("symbol")
    else:
        walk.line.left_out.append(("symbol", attribute(element, "char")))


def ruby(walk: Walk, element: Element) -> None:
    """``w:ruby``: the base text; the reading above it is left out (17.3.3.25)."""
    line = walk.line
    reading, base = child(element, "rt"), child(element, "rubyBase")
    if reading is not None:
        with walk.aside() as above:
            walk.inline(reading)
        line.left_out.append(("ruby", above.text))
    if base is not None:
        walk.inline(base)


def reference(walk: Walk, element: Element) -> None:
    """``w:footnoteReference``, ``w:endnoteReference``: its number; the note goes to the end."""
    if walk.is_deleting or walk.flags & HIDDEN:
        return
    kind = local(element).removesuffix("Reference")
    number = walk.document.notes.cite(kind, attribute(element, "id"))
    if number is not None and attribute(element, "customMarkFollows") in _OFF:
        walk.line.write(f"[{number}]", walk.flags)


def alternate(walk: Walk, element: Element) -> None:
    """``mc:AlternateContent``: the first choice, or the fallback where that shows nothing."""
    walk.first_shown(element, walk.in_run)


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
"""What reads each element that stands in a run."""
