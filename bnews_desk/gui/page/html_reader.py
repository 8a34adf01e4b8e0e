"""Copy from a clipboard, clean: words, paragraphs, bold, italic and links, nothing else.

Reads what Word, browsers, WhatsApp Web and Google Docs put there; never through Qt's rich text,
which would keep faces, sizes and colours.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.parser import HTMLParser
from typing import NamedTuple

from bnews_desk.release import Mark

MOST_HTML = 4_000_000
"""Code points of HTML above which only its plain-text companion should be read."""
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody tfoot"
    " thead tr ul".split()
)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_DROPPED = frozenset(
    "head script style title template noscript xml svg math object iframe select textarea button"
    " audio video o:p".split()
)
_CLOSES_ITSELF = frozenset({"p", "li", "tr", "td", "th", "dt", "dd"})
_NO_MARKS = dict.fromkeys(
    [0xAD, 0x200B, 0x200C, 0x200E, 0x200F, 0x2060, 0xFEFF]
    + [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
    + [c for c in range(0x20) if c not in (0x9, 0xA, 0xC, 0xD)]
    + [*range(0x7F, 0xA0)]
)
_LONE_JOINER = re.compile("(?<![\U0001f000-\U0001faff\u2600-\u27bf\ufe0f])\u200d")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_LINE_BREAKS = re.compile("\r\n|[\n\r\v\f\u2028\u2029]")
_WEIGHT = re.compile(r"(?<![\w-])font-weight\s*:\s*([\w.]+)")
_SLANT = re.compile(r"(?<![\w-])font-style\s*:\s*(\w+)")
_HIDDEN = re.compile(
    r"display\s*:\s*none|mso-hide\s*:\s*all|mso-list\s*:\s*ignore|mso-element\s*:\s*comment"
)
_COMMENT_SIGN = "msocommentreference"
"""The class of what Word shows in the place of a comment."""
_BY_WHOM = frozenset({"cite", "datetime"})
"""What Word says of a tracked deletion; words that a page only strikes through stay."""
_KEEPS_LINES = re.compile(r"white-space\s*:\s*(pre|break-spaces)")
_LINKABLE = re.compile(r"(?:https?://|mailto:)\S+$", re.IGNORECASE)


class Copy(NamedTuple):
    """Clean copy: paragraphs joined by line breaks, and marks in order."""

    text: str
    marks: tuple[Mark, ...] = ()


class _Style(NamedTuple):
    tag: str = ""
    is_bold: bool = False
    is_italic: bool = False
    href: str = ""
    is_dropped: bool = False
    keeps_lines: bool = False


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[list[tuple[str, _Style]]] = [[]]
        self._stack = [_Style()]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in _BLOCKS or tag == "br":
            self._break()
        elif tag in ("td", "th") and self.paragraphs[-1]:
            self._add(" ")
        if tag == "img":
            self._add(_emoji_of(values))
        if tag in _VOID:
            return
        if tag in _CLOSES_ITSELF and self._stack[-1].tag == tag:
            self._stack.pop()
        self._stack.append(_inherited(self._stack[-1], tag, values))

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self._stack) - 1, 0, -1):
            if self._stack[depth].tag == tag:
                del self._stack[depth:]
                break
        if tag in _BLOCKS:
            self._break()

    def handle_comment(self, data: str) -> None:
        """Mind the marks that Windows puts around the copied part."""
        if data == "StartFragment":
            self.paragraphs = [[]]

    def handle_data(self, data: str) -> None:
        if self._stack[-1].is_dropped:
            return
        if not self._stack[-1].keeps_lines:
            self._add(_SPACES.sub(" ", data))
            return
        for i, line in enumerate(_LINE_BREAKS.split(data)):
            if i:
                self._break()
            self._add(line.replace("\t", " "))

    def _add(self, text: str) -> None:
        paragraph = self.paragraphs[-1]
        if not self._stack[-1].keeps_lines and (not paragraph or paragraph[-1][0].endswith(" ")):
            text = text.lstrip(" ")
        if text:
            paragraph.append((text, self._stack[-1]))

    def _break(self) -> None:
        if self.paragraphs[-1]:
            self.paragraphs.append([])


def read_html(html: str) -> Copy:
    """The copy in a piece of HTML, however broken it is.

    Empty paragraphs are left out. No-break spaces stay; soft hyphens, zero-width marks, comments,
    scripts and styles go.
    """
    reader = _Reader()
    try:
        reader.feed(html.partition("<!--EndFragment-->")[0])
        reader.close()
    except AssertionError:  # html.parser's word for a declaration it does not know
        pass
    lines: list[str] = []
    marks: list[Mark] = []
    at = 0
    for paragraph in reader.paragraphs:
        line, own = _line_of(paragraph)
        if line.strip():
            lines.append(line)
            marks += [m._replace(start=m.start + at, end=m.end + at) for m in own]
            at += len(line) + 1
    return Copy("\n".join(lines), tuple(sorted(marks)))


def read_plain(text: str) -> Copy:
    """The copy in plain text: one paragraph a line, empty lines left out; signs stay as they are.

    A single line keeps the spaces at its ends.
    """
    lines = [clean(line).replace("\t", " ") for line in _LINE_BREAKS.split(text)]
    if len(lines) == 1:
        return Copy(lines[0])
    return Copy("\n".join(line.rstrip(" ") for line in lines if line.strip()))


def clean(text: str) -> str:
    """``text`` without soft hyphens, zero-width and direction marks; emoji keep their joiners."""
    if text.isascii() and text.isprintable():
        return text
    return _LONE_JOINER.sub("", text.translate(_NO_MARKS))


def _line_of(paragraph: list[tuple[str, _Style]]) -> tuple[str, list[Mark]]:
    line = ""
    marks: list[Mark] = []
    for text, style in paragraph:
        start, line = len(line), line + clean(text)
        for is_on, kind in ((style.is_bold, "bold"), (style.is_italic, "italic")):
            if is_on:
                marks.append(Mark(start, len(line), kind))  # type: ignore[arg-type]
        if style.href:
            marks.append(Mark(start, len(line), "link", style.href))
    end = len(line.rstrip(" "))
    cut = (m._replace(end=min(m.end, end)) for m in marks)
    return line[:end], [m for m in cut if m.start < m.end]


def _inherited(above: _Style, tag: str, values: Mapping[str, str]) -> _Style:
    css = values.get("style", "").casefold()
    style = above._replace(tag=tag)
    if tag in ("b", "strong"):
        style = style._replace(is_bold=True)
    elif tag in ("i", "em", "cite"):
        style = style._replace(is_italic=True)
    elif tag == "a":
        href = values.get("href", "").strip()
        style = style._replace(href=href if _LINKABLE.match(href) else "")
    weight, slant = _WEIGHT.search(css), _SLANT.search(css)
    if weight:
        style = style._replace(is_bold=_is_heavy(weight[1]))
    if slant:
        style = style._replace(is_italic=slant[1] in ("italic", "oblique"))
    is_dropped = tag in _DROPPED or "hidden" in values or bool(_HIDDEN.search(css))
    is_dropped = is_dropped or values.get("class", "").casefold() == _COMMENT_SIGN
    is_dropped = is_dropped or (tag == "del" and not values.keys().isdisjoint(_BY_WHOM))
    return style._replace(
        is_dropped=is_dropped or (above.is_dropped and tag != "body"),
        keeps_lines=above.keeps_lines or tag == "pre" or bool(_KEEPS_LINES.search(css)),
    )


def _is_heavy(weight: str) -> bool:
    return weight in ("bold", "bolder") or (weight.isdecimal() and int(weight) >= 600)


def _emoji_of(values: Mapping[str, str]) -> str:
    """The emoji that a messenger shows as a picture; nothing for any other picture."""
    alt = values.get("alt", "")
    is_emoji = 0 < len(alt) <= 12 and not any(c.isalnum() or c.isspace() for c in alt)
    return alt if is_emoji and not alt.isascii() else ""
