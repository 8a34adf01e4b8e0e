"""A paragraph being imported: text, marks, photos, and receipt entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from bnews_desk.release import Mark, MarkKind, Photo

BOLD: Final = 1
ITALIC: Final = 2
HIDDEN: Final = 4
STRUCK: Final = 8
"""Struck through: the text is imported, and the receipt notes it."""
_KINDS: Final[tuple[tuple[int, MarkKind], ...]] = ((BOLD, "bold"), (ITALIC, "italic"))
_BARE: Final = frozenset({"image", "object"})


class _Hangings:
    """Rarely used attributes of a line, stored apart because there may be very many lines."""

    __slots__ = (
        "boxed",
        "carried",
        "hidden",
        "is_account",
        "is_broken",
        "label",
        "left_out",
        "photos",
    )

    def __init__(self) -> None:
        self.label = 0
        self.is_account = False
        self.is_broken = False
        self.photos: list[tuple[int, Photo]] = []
        self.boxed: list[ImportedLine] = []
        self.hidden: list[str] = []
        self.carried: list[str] = []
        self.left_out: list[tuple[str, str]] = []


class _Pen:
    """The state of a line that is needed only while it is being written."""

    __slots__ = ("flags", "length", "link", "link_start", "page_break", "parts", "starts")

    def __init__(self, text: str = "") -> None:
        self.length = len(text)
        self.parts = [text] if text else []
        self.flags = 0
        self.starts: dict[int, int] = {}
        self.link = ""
        self.link_start = 0
        self.page_break = -1


class ImportedLine:
    """The text of a paragraph with everything attached to it; a line break in it is a new line.

    A line that is never shown (a deletion, a field's instruction) is written like any other and
    then dropped with its attachments. Positions count from the line's first code point. A finished
    line takes little more memory than its text, because there may be very many.
    """

    __slots__ = ("_hangings", "_marks", "_said", "style")

    def __init__(self) -> None:
        self.style = ""
        self._hangings: _Hangings | None = None
        self._marks: list[Mark] | tuple[int | str, ...] = ()
        self._said: str | _Pen = ""

    @property
    def length(self) -> int:
        """Code points written so far."""
        said = self._said
        return len(said) if isinstance(said, str) else said.length

    @property
    def label(self) -> int:
        """Code points of the list label at its start."""
        return 0 if self._hangings is None else self._hangings.label

    @property
    def is_account(self) -> bool:
        """Whether the line is only a carrier of attachments and makes no line of copy."""
        return self._hangings is not None and self._hangings.is_account

    @is_account.setter
    def is_account(self, value: bool) -> None:
        """Set whether the line is only a carrier."""
        if value or self._hangings is not None:
            self._hung().is_account = value

    @property
    def is_bare(self) -> bool:
        """Whether nothing is attached: no photo, no text box, no receipt entry."""
        return self._hangings is None

    @property
    def is_plain(self) -> bool:
        """Whether it has no marks."""
        return not self._marks

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Bold, italic and links."""
        return tuple(_unpacked(self._marks))

    def take_text(self) -> str:
        """Return the text and remove it from the line."""
        text, self._said = self.text, ""
        return text

    def take_marks(self) -> tuple[Mark, ...]:
        """Return bold, italic and links and remove them from the line."""
        marks, self._marks = self.marks, ()
        return marks

    def mark(self, marks: Iterable[Mark]) -> None:
        """Add bold, italic and links to the existing marks."""
        self._mark_anew((*self.marks, *marks))

    def keep_links(self) -> None:
        """Drop bold and italic."""
        self._mark_anew(mark for mark in self.marks if mark.kind == "link")

    @property
    def photos(self) -> list[tuple[int, Photo]]:
        """The photos, each with its position in the text."""
        return self._hung().photos

    @property
    def boxed(self) -> list[ImportedLine]:
        """The lines of attached text boxes."""
        return self._hung().boxed

    @property
    def hidden(self) -> list[str]:
        """Text that was written but is not shown."""
        return self._hung().hidden

    @property
    def carried(self) -> list[str]:
        """The kinds of receipt entries for imported content."""
        return self._hung().carried

    @property
    def left_out(self) -> list[tuple[str, str]]:
        """Receipt entries for left-out content: kind and text."""
        return self._hung().left_out

    @property
    def text(self) -> str:
        """What has been written."""
        said = self._said
        return said if isinstance(said, str) else "".join(said.parts)

    @property
    def is_shown(self) -> bool:
        """Whether it makes a line of copy: not if it has only a picture, a box or a break."""
        said = self._said
        is_broken = not isinstance(said, str) and said.page_break >= 0
        return bool(self.length) or not (
            self.is_account or is_broken or (self._hangings is not None and self._bears_something())
        )

    def _bears_something(self) -> bool:
        return bool(
            self._hung().is_broken
            or self.photos
            or self.boxed
            or self.hidden
            or any(kind in _BARE for kind, _ in self.left_out)
        )

    def write(self, text: str, flags: int) -> None:
        """Append ``text`` with ``flags``."""
        pen = self._opened()
        if flags != pen.flags:
            if flags & HIDDEN:
                self.hidden.append(text)
                return
            if flags & STRUCK and not pen.flags & STRUCK:
                self.carried.append("struck-text")
            self._switch(pen, flags)
        pen.parts.append(text)
        pen.length += len(text)

    def break_page(self, flags: int) -> None:
        """A page or column break: a new line only between words."""
        pen = self._opened()
        if not pen.length or pen.page_break == pen.length:
            pen.page_break = max(pen.page_break, pen.length)
            return
        self.write("\n", flags)
        pen.page_break = pen.length

    def link_to(self, target: str) -> None:
        """Link the text that follows to ``target``; '' ends the link."""
        if isinstance(self._said, str) and not target:
            return
        pen = self._opened()
        if pen.link and pen.link_start < pen.length:
            self._add_mark(Mark(pen.link_start, pen.length, "link", pen.link))
        pen.link = target
        pen.link_start = pen.length

    def finish(self) -> None:
        """Close open marks; the line may still be prefixed, absorbed and stripped."""
        pen = self._said
        if not isinstance(pen, str):
            self._switch(pen, 0)
            self.link_to("")
            self._said = "".join(pen.parts)
            if pen.page_break >= 0:
                self._hung().is_broken = True
            if 0 < pen.page_break == pen.length:
                self._said = self._said[:-1]
        if self.label and self.length == self.label:
            self._clear_text()
        if self._hangings is not None and self.hidden:
            self.left_out.append(("hidden-text", "".join(self.hidden)))
        self._marks = _packed(self._marks)

    def prefix(self, label: str) -> None:
        """Put a list's ``label`` before the text."""
        if isinstance(self._said, str):
            self._said = label + self._said
        else:
            self._said.parts.insert(0, label)
            self._said.length += len(label)
        self._hung().label = len(label)
        self._move(len(label))

    def strip_start(self) -> None:
        """Drop the white space before the first word."""
        text = self.text
        plain = text.lstrip()
        self._set(plain)
        self._move(len(plain) - len(text))
        if self._marks:
            self._mark_anew(
                mark._replace(start=max(0, mark.start)) for mark in self.marks if mark.end > 0
            )

    def clear(self) -> None:
        """Remove the text; attachments stay."""
        self._clear_text()
        self.is_account = True

    def absorb(self, other: ImportedLine) -> None:
        """Append a finished line with its attachments; its line breaks become spaces."""
        at = self.length
        pen = self._opened()
        pen.parts.append(other.text.replace("\n", " "))
        pen.length += other.length
        for mark in other.marks:
            self._add_mark(mark._replace(start=mark.start + at, end=mark.end + at))
        if other.is_bare:
            return
        self.photos.extend((at + place, photo) for place, photo in other.photos)
        self.boxed.extend(other.boxed)
        self.carried.extend(other.carried)
        self.left_out.extend(other.left_out)

    def _hung(self) -> _Hangings:
        if self._hangings is None:
            self._hangings = _Hangings()
        return self._hangings

    def _opened(self) -> _Pen:
        """The writing state, which exists until the line is finished."""
        if isinstance(self._said, str):
            self._said = _Pen(self._said)
        return self._said

    def _clear_text(self) -> None:
        self._set("")
        self._marks = ()

    def _add_mark(self, mark: Mark) -> None:
        if not isinstance(self._marks, list):
            self._marks = list(_unpacked(self._marks))
        self._marks.append(mark)

    def _mark_anew(self, marks: Iterable[Mark]) -> None:
        self._marks = _packed(list(marks)) if isinstance(self._said, str) else list(marks)

    def _switch(self, pen: _Pen, flags: int) -> None:
        if flags == pen.flags:
            return
        for flag, kind in _KINDS:
            if pen.flags & flag and not flags & flag and pen.starts[flag] < pen.length:
                self._add_mark(Mark(pen.starts[flag], pen.length, kind))
            elif flags & flag and not pen.flags & flag:
                pen.starts[flag] = pen.length
        pen.flags = flags

    def _move(self, by: int) -> None:
        if self._marks:
            self._mark_anew(
                mark._replace(start=mark.start + by, end=mark.end + by) for mark in self.marks
            )
        if self._hangings is not None:
            self.photos[:] = [(max(0, place + by), photo) for place, photo in self.photos]
        pen = self._said
        if not isinstance(pen, str):
            pen.link_start += by
            pen.starts = {flag: start + by for flag, start in pen.starts.items()}

    def _set(self, text: str) -> None:
        if isinstance(self._said, str):
            self._said = text
        else:
            self._said.parts = [text] if text else []
            self._said.length = len(text)


def _packed(marks: list[Mark] | tuple[int | str, ...]) -> tuple[int | str, ...]:
    """Marks packed one after the other into one tuple."""
    return tuple(chain.from_iterable(marks)) if isinstance(marks, list) else marks


def _unpacked(marks: list[Mark] | tuple[int | str, ...]) -> Iterator[Mark]:
    if isinstance(marks, list):
        yield from marks
        return
    for at in range(0, len(marks), len(Mark._fields)):
        yield Mark(*marks[at : at + len(Mark._fields)])  # type: ignore[arg-type]
