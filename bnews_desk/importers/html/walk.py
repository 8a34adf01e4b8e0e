"""One reading of a page: its elements in order, written into lines."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin

from bnews_desk.importers import links, rows
from bnews_desk.importers.flow import Flow
from bnews_desk.importers.html import looks
from bnews_desk.importers.html.figures import Figures
from bnews_desk.importers.html.frames import Frame, ListState
from bnews_desk.importers.html.held import Held
from bnews_desk.importers.html.opening import MAX_DEPTH, PAGE
from bnews_desk.importers.limits import MAX_LINES, Deadline
from bnews_desk.importers.line import Line
from bnews_desk.importers.pictures import Pictures

MAX_CELL_LINES = 3
"""Lines that a cell of a table of data has at most; a longer one holds a page's layout."""
MAX_NOTE_MARK = 10
"""Characters of a note's number at the start of the note itself; a space follows it."""
_BREAKS = re.compile("\r\n|[\n\r\f\v\u2028\u2029]")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_CELLS = frozenset({"td", "th"})
_QUOTES = ("“", "”")
Element = Any
"""An element of the page."""


class Walk:
    """Writes a page's elements into ``lines``, as a parser's target or from a tree.

    ``regions`` says in which part of the page a line stands; it has none of the page's copy.
    Items of lists come in with their labels, unless it is made without ``has_labels``. An element
    that stays out, and the number of a note, are judged when they end: what they say counts.
    """

    def __init__(
        self, base: str, deadline: Deadline, pictures: Pictures, *, has_labels: bool = True
    ) -> None:
        self._has_labels = has_labels
        self.lines: list[Line] = []
        self.regions: dict[Line, str] = {}
        self._base = base
        self._deadline = deadline
        self._figures = Figures(pictures)
        self._flow = Flow()
        self._frames = [Frame()]
        self._label = ""
        self._rows: list[list[list[Line]]] = []
        self._outer: list[list[Line]] = []
        self._said: list[str] = []
        self._held: Held | None = None

    def read(self, tree: Element) -> list[Line]:
        """The lines of a page's tree.

        Raises ``ReadError``.
        """
        from lxml import etree

        for event, element in etree.iterwalk(tree, events=("start", "end")):
            if not isinstance(element.tag, str):
                continue
            if event == "start":
                self.start(element.tag, element.attrib)
                self.data(element.text or "")
            else:
                self.end(element.tag)
                if element is not tree:
                    self.data(element.tail or "")
        return self.close()

    def start(self, tag: str, values: Mapping[str, str]) -> None:
        """An element begins.

        Raises ``ReadError``.
        """
        self._settle()
        self._deadline.ask()
        if self._held is not None:
            self._held.start(tag, values)
            return
        kind = self._kind_outside(tag, values)
        if kind is not None or (tag == "a" and looks.is_note_reference(values)):
            self._held = Held(tag, dict(values.items()), kind)
        else:
            self._begin(tag, values)

    def data(self, text: str) -> None:
        """Text, or a piece of it."""
        self._said.append(text)

    def end(self, tag: str) -> None:
        """An element is over.

        Raises ``ReadError``.
        """
        self._settle()
        held = self._held
        if held is not None and not held.end(tag):
            return
        self._held = None
        if held is None:
            self._end(tag)
        elif held.kind is None:
            self._note(held)
        elif held.kind and held.words:
            self._flow.line.left_out.append((held.kind, held.words))

    def close(self) -> list[Line]:
        """The lines, at the end of the page; what is still open there is over."""
        while self._held is not None:
            self.end(self._held.open_tag)
        self._settle()
        while len(self._frames) > 1:
            self._end(self._frames[-1].tag)
        self._break()
        return self.lines

    def _settle(self) -> None:
        """Write what was said since the last element began or ended."""
        text = "".join(self._said)
        self._said.clear()
        if self._held is not None:
            self._held.say(text)
        else:
            self._text(text)

    def _note(self, held: Held) -> None:
        """The number of a note, in brackets if it has none."""
        is_note = not held.text.strip().startswith("[")
        self._begin(held.tag, held.values, is_note=is_note)
        held.replay(self)
        self._settle()
        self._end(held.tag)

    def _kind_outside(self, tag: str, values: Mapping[str, str]) -> str | None:
        """Under which kind an element's words are told that stay out with all it holds.

        '' where nobody saw them, None for an element that comes in.
        """
        css = values.get("style", "").casefold()
        if tag in looks.DROPPED or looks.is_back_link(values):
            return ""
        if not self._has_labels and looks.is_list_label(css):
            return ""
        kind = looks.OUTSIDE.get(tag)
        if looks.tracked_change(tag, values) == "deletion":
            kind = "deletion"
        elif looks.is_comment(values, css):
            kind = "comment"
        return "hidden-text" if looks.is_hidden(values, css) else kind

    def _begin(self, tag: str, values: Mapping[str, str], *, is_note: bool = False) -> None:
        if len(self._frames) >= MAX_DEPTH:
            raise PAGE.hostile()
        if tag in looks.BLOCKS or tag in _CELLS or tag == "br":
            self._break()
        frame = self._frame_of(tag, values)
        frame.is_note = is_note
        self._frames.append(frame)
        if tag in ("ul", "ol", "menu"):
            frame.list = ListState(
                is_numbered=tag == "ol",
                start=values.get("start", ""),
                form=values.get("type", ""),
                css=values.get("style", ""),
            )
        elif tag == "li" and frame.list is not None and self._has_labels:
            self._label = frame.list.label(values.get("value", ""))
        elif tag == "tr":
            self._rows.append([])
            frame.opens = "row"
        elif tag in _CELLS and len(self._outer) < len(self._rows):
            self._outer.append(self.lines)
            self.lines = []
            frame.opens = "cell"
        elif tag == "table":
            self._flow.line.carried.append("table")
        self._begin_inline(tag, values, frame)

    def _begin_inline(self, tag: str, values: Mapping[str, str], frame: Frame) -> None:
        if tag == "a" and looks.is_note_reference(values):
            if frame.is_note:
                self._write("[")
        elif tag == "a" and values.get("href"):
            self._link(frame, values)
        elif tag == "img":
            emoji = looks.emoji_of(values.get("alt", ""))
            if emoji:
                self._write(emoji)
            else:
                self._figures.image(self._flow.line, values)
        elif tag == "q":
            self._write(_QUOTES[0])
        elif looks.tracked_change(tag, values):
            self._flow.line.carried.append("insertion")
        elif tag == "figure":
            self._figures.begin(len(self.lines))

    def _frame_of(self, tag: str, values: Mapping[str, str]) -> Frame:
        frame = Frame(self._frames[-1], tag)
        css = values.get("style", "").casefold()
        frame.flags = looks.flags_of(tag, css, frame.flags)
        frame.keeps_lines = frame.keeps_lines or looks.keeps_lines(tag, css)
        frame.is_label = frame.is_label or looks.is_list_label(css)
        region = looks.region_of(tag, values)
        if tag in ("article", "main"):
            frame.region = "article"
        elif region and (region != "header" or not frame.region):
            frame.region = region
        if tag == "h1":
            frame.style = "title"
        elif tag == "figcaption":
            frame.style = "caption"
        return frame

    def _link(self, frame: Frame, values: Mapping[str, str]) -> None:
        href = values["href"].strip()
        if href.startswith("#") or href.casefold().startswith("javascript:"):
            return
        try:
            address = urljoin(self._base, href) if self._base else href
        except ValueError:
            address = href
        frame.link = links.external(self._flow.line, address)
        self._flow.link_to(frame.link)

    def _end(self, tag: str) -> None:
        frame = self._frames.pop()
        if frame.opens == "cell":
            self._break(frame)
            self._rows[-1].append(self.lines)
            self.lines = self._outer.pop()
        elif frame.opens == "row":
            self._break()
            self._row(self._rows.pop())
        elif tag in looks.BLOCKS or tag in _CELLS:
            self._break(frame)
        if tag == "li":
            self._label = ""
        elif tag == "figure":
            self._figures.end(self.lines)
        self._end_inline(tag, frame)
        if frame.link != self._frames[-1].link:
            self._flow.link_to(self._frames[-1].link)

    def _end_inline(self, tag: str, frame: Frame) -> None:
        if tag == "q":
            self._write(_QUOTES[1])
        elif frame.is_note:
            self._write("]")
            if self._flow.line.length <= MAX_NOTE_MARK and self._flow.line.text[0] == "[":
                self._flow.space(frame.flags)
        elif frame.is_label and not self._frames[-1].is_label:
            self._flow.space(self._frames[-1].flags)

    def _row(self, cells: list[list[Line]]) -> None:
        """A row of data is one line; a row that only lays the page out keeps its lines."""
        full = [lines for lines in cells if rows.is_full(lines)]
        is_data = len(full) > 1 and all(
            sum(bool(line.length) for line in lines) <= MAX_CELL_LINES for lines in full
        )
        if is_data:
            self._add(rows.joined(cells), self.regions.get(full[0][0], ""))
        else:
            for lines in cells:
                self.lines += lines

    def _text(self, text: str | None) -> None:
        if not text:
            return
        text, invisible = _INVISIBLE.subn("", text)
        if invisible:
            self._flow.line.left_out.extend([("invisible-mark", "")] * invisible)
        frame = self._frames[-1]
        if frame.is_label:
            text = text.replace("\xa0", " ")
        if not frame.keeps_lines:
            if not text.isspace():
                self._put_label()
            self._flow.text(text, frame.flags)
            return
        for i, line in enumerate(_BREAKS.split(text)):
            if i:
                self._break()
            self._write(line)

    def _write(self, text: str) -> None:
        self._put_label()
        self._flow.write(text, self._frames[-1].flags)

    def _put_label(self) -> None:
        """Put an item's label before its first words."""
        line = self._flow.line
        if self._label and not line.length:
            line.prefix(self._label)
            line.carried.append("list")
            self._label = ""

    def _break(self, ended: Frame | None = None) -> None:
        """End the line, which stands in the element that ``ended``; one without words bears only
        what was counted on it.
        """
        line = self._flow.begin()
        frame = ended or self._frames[-1]
        line.finish()
        if line.length or (not line.is_bare and (line.photos or line.carried or line.left_out)):
            line.style = frame.style
            if not line.text.strip():
                line.clear()
            self._add(line, frame.region)
            if len(self.lines) > MAX_LINES:
                raise PAGE.too_large()
        self._flow.link_to(self._frames[-1].link)

    def _add(self, line: Line, region: str) -> None:
        self.lines.append(line)
        if region:
            self.regions[line] = region
