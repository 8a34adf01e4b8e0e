"""Builds lines of copy from a page's elements, with marks, list labels and photos."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping, Sequence
from typing import Any, Protocol
from urllib.parse import urljoin

from bnews_desk.importers import file_kind, link_addresses, table_rows
from bnews_desk.importers.collapsed_text import CollapsedText
from bnews_desk.importers.html import element_meaning
from bnews_desk.importers.html.page_source import MAX_DEPTH, PAGE
from bnews_desk.importers.imported_line import ImportedLine
from bnews_desk.importers.limits import MAX_LINES, ImportDeadline
from bnews_desk.importers.list_numbers import format_list_number
from bnews_desk.importers.picture_store import PictureStore
from bnews_desk.release import Photo

BULLET = "-"
"""The label of every bulleted item, as in typed copy."""
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_CSS_FORMS = {"alpha": "Letter", "latin": "Letter", "roman": "Roman"}


class ListState:
    """An open list and the labels of its items."""

    def __init__(
        self, *, is_numbered: bool, start: str = "", form: str = "", css: str = ""
    ) -> None:
        self._is_numbered = is_numbered
        self._next = int(start) if start.isdecimal() and len(start) < 7 else 1
        self._form = _FORMS.get(form, "") or _css_form(css)

    def label(self, value: str = "") -> str:
        """The label of the next item; ``value`` is the number that the item specifies."""
        if not self._is_numbered:
            return f"{BULLET} "
        if value.isdecimal() and len(value) < 7:
            self._next = int(value)
        count, self._next = self._next, self._next + 1
        return f"{format_list_number(count, self._form)}. "


def _css_form(css: str) -> str:
    case = "upper" if "upper-" in css else "lower" if "lower-" in css else ""
    kind = next((form for word, form in _CSS_FORMS.items() if case and word in css), "")
    return case + kind if kind else "decimal"


class ElementState:
    """The state inside one element.

    ``region`` is the part of the page it belongs to (``nav``, ``aside`` …; '' for its copy);
    ``opens`` is ``row`` or ``cell`` where the element is one.
    """

    __slots__ = (
        "flags",
        "is_label",
        "is_note",
        "keeps_lines",
        "link",
        "list",
        "opens",
        "region",
        "style",
        "tag",
    )

    def __init__(self, above: ElementState | None = None, tag: str = "") -> None:
        self.tag = tag
        self.flags: int = above.flags if above else 0
        self.link: str = above.link if above else ""
        self.region: str = above.region if above else ""
        self.style: str = above.style if above else ""
        self.keeps_lines: bool = above.keeps_lines if above else False
        self.is_label: bool = above.is_label if above else False
        self.list: ListState | None = above.list if above else None
        self.is_note: bool = False
        self.opens: str = ""


class _Target(Protocol):
    def start(self, tag: str, values: Mapping[str, str]) -> None: ...
    def data(self, text: str) -> None: ...
    def end(self, tag: str) -> None: ...


class HeldElement:
    """Records the content of an element until it ends.

    ``kind`` is the kind of receipt entry for its text, '' for none, None for the reference to a
    note, whose content is imported.
    """

    def __init__(self, tag: str, values: Mapping[str, str], kind: str | None) -> None:
        self.tag = tag
        self.values = values
        self.kind = kind
        self._open: list[str] = []
        self._texts: list[str] = []
        self._events: list[tuple[str, Mapping[str, str] | None]] = []

    @property
    def open_tag(self) -> str:
        """The tag of the innermost open element."""
        return self._open[-1] if self._open else self.tag

    @property
    def text(self) -> str:
        """All of its text."""
        return "".join(self._texts)

    @property
    def words(self) -> str:
        """Its text with white space collapsed."""
        return " ".join(self.text.split())

    def start(self, tag: str, values: Mapping[str, str]) -> None:
        """An element begins inside it."""
        self._open.append(tag)
        if self.kind is None:
            self._events.append((tag, dict(values.items())))

    def say(self, text: str) -> None:
        """Record text inside it."""
        if self.kind != "" and text:
            self._texts.append(text)
            if self.kind is None:
                self._events.append((text, None))

    def end(self, tag: str) -> bool:
        """An element ends; returns whether it is this one."""
        if not self._open:
            return True
        self._open.pop()
        if self.kind is None:
            self._events.append((tag, _OVER))
        return False

    def replay(self, target: _Target) -> None:
        """Send the recorded content to ``target``."""
        for said, values in self._events:
            if values is None:
                target.data(said)
            elif values is _OVER:
                target.end(said)
            else:
                target.start(said, values)


_OVER: Mapping[str, str] = {"": ""}
"""Recorded in place of an element's attributes where it ends."""


_KINDS = frozenset({"png", "jpeg", "gif", "webp"})
MIN_PICTURE_BYTES = 1_000
"""A smaller picture is a spacer or a tracking pixel rather than a photo."""


class Figures:
    """Attaches a page's pictures to its lines, and captions to the pictures of their figure."""

    def __init__(self, pictures: PictureStore) -> None:
        self._pictures = pictures
        self._starts: list[int] = []

    def image(self, line: ImportedLine, values: Mapping[str, str]) -> None:
        """``img``: a photo where its bytes are in the page, otherwise counted as left out."""
        source, alt = values.get("src", ""), " ".join(values.get("alt", "").split())
        if not source.startswith("data:"):
            if source or alt:
                line.left_out.append(("image", alt or source.rpartition("/")[2][:200]))
            return
        data = _inside(source)
        kind = file_kind.detect_file_kind(data)
        if kind is None or kind.key not in _KINDS:
            line.left_out.append(("image", alt))
        elif len(data) >= MIN_PICTURE_BYTES:
            digest = self._pictures.keep(data)
            line.photos.append((line.length, Photo(digest, 0, f"foto.{kind.key}", alt_text=alt)))
        elif alt:  # the placeholder of a photo that a script loads
            line.left_out.append(("image", alt))

    def begin(self, position: int) -> None:
        """A figure begins after ``position`` lines."""
        self._starts.append(position)

    def end(self, lines: Sequence[ImportedLine]) -> None:
        """The figure ends: its caption is attached to its last photo, if it has one."""
        if not self._starts:
            return
        inside = lines[self._starts.pop() :]
        bearer = next((line for line in reversed(inside) if line.photos), None)
        captions = [line for line in inside if line.style == "caption" and line.length]
        if bearer is None or not captions:
            return
        place, photo = bearer.photos[-1]
        caption = " ".join(" ".join(line.text.split()) for line in captions)
        bearer.photos[-1] = (place, photo._replace(caption=caption))
        for line in captions:
            line.clear()


def _inside(source: str) -> bytes:
    """The bytes of a ``data:`` URL, none where it is broken."""
    head, _, body = source.partition(",")
    if not head.endswith(";base64"):
        return b""
    try:
        return base64.b64decode("".join(body.split()))
    except (binascii.Error, ValueError):
        return b""


MAX_CELL_LINES = 3
"""Maximum lines of a cell in a data table; a longer cell means a layout table."""
MAX_NOTE_MARK = 10
"""Maximum characters of a note's number at the start of the note, where a space follows it."""
_BREAKS = re.compile("\r\n|[\n\r\f\v\u2028\u2029]")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_CELLS = frozenset({"td", "th"})
_QUOTES = ("“", "”")
Element = Any
"""An element of the page."""


class HtmlLineBuilder:
    """Converts a page's elements to ``lines``, as a parser's target or from a tree.

    ``regions`` maps lines outside the page's copy to their part of the page. Items of lists get
    labels if ``has_labels``. For an element that is left out, or the reference to a note, the
    decision is made when it ends, because it depends on its text.
    """

    def __init__(
        self,
        base: str,
        deadline: ImportDeadline,
        pictures: PictureStore,
        *,
        has_labels: bool = True,
    ) -> None:
        self._has_labels = has_labels
        self.lines: list[ImportedLine] = []
        self.regions: dict[ImportedLine, str] = {}
        self._base = base
        self._deadline = deadline
        self._figures = Figures(pictures)
        self._flow = CollapsedText()
        self._frames = [ElementState()]
        self._label = ""
        self._rows: list[list[list[ImportedLine]]] = []
        self._outer: list[list[ImportedLine]] = []
        self._said: list[str] = []
        self._held: HeldElement | None = None

    def read(self, tree: Element) -> list[ImportedLine]:
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
        self._deadline.check()
        if self._held is not None:
            self._held.start(tag, values)
            return
        kind = self._kind_outside(tag, values)
        if kind is not None or (tag == "a" and element_meaning.is_note_reference(values)):
            self._held = HeldElement(tag, dict(values.items()), kind)
        else:
            self._begin(tag, values)

    def data(self, text: str) -> None:
        """A piece of text."""
        self._said.append(text)

    def end(self, tag: str) -> None:
        """An element ends.

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

    def close(self) -> list[ImportedLine]:
        """The lines at the end of the page; elements that are still open are closed."""
        while self._held is not None:
            self.end(self._held.open_tag)
        self._settle()
        while len(self._frames) > 1:
            self._end(self._frames[-1].tag)
        self._break()
        return self.lines

    def _settle(self) -> None:
        """Write the text received since the last element began or ended."""
        text = "".join(self._said)
        self._said.clear()
        if self._held is not None:
            self._held.say(text)
        else:
            self._text(text)

    def _note(self, held: HeldElement) -> None:
        """The reference to a note, with brackets added where it has none."""
        is_note = not held.text.strip().startswith("[")
        self._begin(held.tag, held.values, is_note=is_note)
        held.replay(self)
        self._settle()
        self._end(held.tag)

    def _kind_outside(self, tag: str, values: Mapping[str, str]) -> str | None:
        """The kind of receipt entry for an element that is left out with all its content.

        '' where it is not displayed, None for an element that is imported.
        """
        css = values.get("style", "").casefold()
        if tag in element_meaning.DROPPED or element_meaning.is_back_link(values):
            return ""
        if not self._has_labels and element_meaning.is_list_label(css):
            return ""
        kind = element_meaning.OUTSIDE.get(tag)
        if element_meaning.tracked_change(tag, values) == "deletion":
            kind = "deletion"
        elif element_meaning.is_comment(values, css):
            kind = "comment"
        return "hidden-text" if element_meaning.is_hidden(values, css) else kind

    def _begin(self, tag: str, values: Mapping[str, str], *, is_note: bool = False) -> None:
        if len(self._frames) >= MAX_DEPTH:
            raise PAGE.hostile()
        if tag in element_meaning.BLOCKS or tag in _CELLS or tag == "br":
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

    def _begin_inline(self, tag: str, values: Mapping[str, str], frame: ElementState) -> None:
        if tag == "a" and element_meaning.is_note_reference(values):
            if frame.is_note:
                self._write("[")
        elif tag == "a" and values.get("href"):
            self._link(frame, values)
        elif tag == "img":
            emoji = element_meaning.emoji_of(values.get("alt", ""))
            if emoji:
                self._write(emoji)
            else:
                self._figures.image(self._flow.line, values)
        elif tag == "q":
            self._write(_QUOTES[0])
        elif element_meaning.tracked_change(tag, values):
            self._flow.line.carried.append("insertion")
        elif tag == "figure":
            self._figures.begin(len(self.lines))

    def _frame_of(self, tag: str, values: Mapping[str, str]) -> ElementState:
        frame = ElementState(self._frames[-1], tag)
        css = values.get("style", "").casefold()
        frame.flags = element_meaning.flags_of(tag, css, frame.flags)
        frame.keeps_lines = frame.keeps_lines or element_meaning.keeps_lines(tag, css)
        frame.is_label = frame.is_label or element_meaning.is_list_label(css)
        region = element_meaning.region_of(tag, values)
        if tag in ("article", "main"):
            frame.region = "article"
        elif region and (region != "header" or not frame.region):
            frame.region = region
        if tag == "h1":
            frame.style = "title"
        elif tag == "figcaption":
            frame.style = "caption"
        return frame

    def _link(self, frame: ElementState, values: Mapping[str, str]) -> None:
        href = values["href"].strip()
        if href.startswith("#") or href.casefold().startswith("javascript:"):
            return
        try:
            address = urljoin(self._base, href) if self._base else href
        except ValueError:
            address = href
        frame.link = link_addresses.external_address(self._flow.line, address)
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
        elif tag in element_meaning.BLOCKS or tag in _CELLS:
            self._break(frame)
        if tag == "li":
            self._label = ""
        elif tag == "figure":
            self._figures.end(self.lines)
        self._end_inline(tag, frame)
        if frame.link != self._frames[-1].link:
            self._flow.link_to(self._frames[-1].link)

    def _end_inline(self, tag: str, frame: ElementState) -> None:
        if tag == "q":
            self._write(_QUOTES[1])
        elif frame.is_note:
            self._write("]")
            if self._flow.line.length <= MAX_NOTE_MARK and self._flow.line.text[0] == "[":
                self._flow.space(frame.flags)
        elif frame.is_label and not self._frames[-1].is_label:
            self._flow.space(self._frames[-1].flags)

    def _row(self, cells: list[list[ImportedLine]]) -> None:
        """A row of a data table becomes one line; a row of a layout table keeps its lines."""
        full = [lines for lines in cells if table_rows.has_words(lines)]
        is_data = len(full) > 1 and all(
            sum(bool(line.length) for line in lines) <= MAX_CELL_LINES for lines in full
        )
        if is_data:
            self._add(table_rows.join_cells(cells), self.regions.get(full[0][0], ""))
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
        """Write an item's label before its first words."""
        line = self._flow.line
        if self._label and not line.length:
            line.prefix(self._label)
            line.carried.append("list")
            self._label = ""

    def _break(self, ended: ElementState | None = None) -> None:
        """End the line, which is inside the element ``ended``; one without words only carries
        receipt entries.
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

    def _add(self, line: ImportedLine, region: str) -> None:
        self.lines.append(line)
        if region:
            self.regions[line] = region
