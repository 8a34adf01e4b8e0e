"""A paragraph being imported: text, marks, photos, and what was left out of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from bnews_desk.release import Mark, MarkKind, Photo

BOLD: Final = 1
ITALIC: Final = 2
HIDDEN: Final = 4
STRUCK: Final = 8
"""Struck through: the words come in, and the receipt says so."""
_KINDS: Final[tuple[tuple[int, MarkKind], ...]] = ((BOLD, "bold"), (ITALIC, "italic"))
_BARE: Final = frozenset({"image", "object"})


class _Hangings:
    """What hangs on a line; most lines have nothing of it, and there may be very many lines."""

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
    """What is known of a line only while it is being written."""

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
    """The text of a paragraph with all that hangs on it; a line break inside it is a new line.

    A line that is never shown (a deletion, a field's instruction) is written like any other and
    then dropped, and what hangs on it with it. Positions count from the line's first code point.
    One that is finished takes little more memory than its words: there may be very many.
    """

    __slots__ = ("_hangings", "_marks", "_said", "style")

    def __init__(self) -> None:
        self.style = ""
        self._hangings: _Hangings | None = None
        self._marks: list[Mark] | tuple[int | str, ...] = ()
        self._said: str | _Pen = ""

    @property
    def length(self) -> int:
        """How many code points have been written."""
        said = self._said
        return len(said) if isinstance(said, str) else said.length

    @property
    def label(self) -> int:
        """How many code points a list's label has at its start."""
        return 0 if self._hangings is None else self._hangings.label

    @property
    def is_account(self) -> bool:
        """Whether it makes no line of copy of its own, for what hangs on it is all it is for."""
        return self._hangings is not None and self._hangings.is_account

    @is_account.setter
    def is_account(self, value: bool) -> None:
        """Say so."""
        if value or self._hangings is not None:
            self._hung().is_account = value

    @property
    def is_bare(self) -> bool:
        """Whether nothing hangs on it: no photo, no box, nothing for the receipt."""
        return self._hangings is None

    @property
    def is_plain(self) -> bool:
        """Whether it bears no mark."""
        return not self._marks

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Bold, italic and links."""
        return tuple(_unpacked(self._marks))

    def take_text(self) -> str:
        """What has been written, and is gone from the line then."""
        text, self._said = self.text, ""
        return text

    def take_marks(self) -> tuple[Mark, ...]:
        """Bold, italic and links, which the line does not bear then."""
        marks, self._marks = self.marks, ()
        return marks

    def mark(self, marks: Iterable[Mark]) -> None:
        """Add bold, italic and links; what it bears already stays."""
        self._mark_anew((*self.marks, *marks))

    def keep_links(self) -> None:
        """Drop bold and italic."""
        self._mark_anew(mark for mark in self.marks if mark.kind == "link")

    @property
    def photos(self) -> list[tuple[int, Photo]]:
        """The photos, each with the place in the text where it stands."""
        return self._hung().photos

    @property
    def boxed(self) -> list[ImportedLine]:
        """The lines of text boxes that hang on it."""
        return self._hung().boxed

    @property
    def hidden(self) -> list[str]:
        """What was written but is not shown."""
        return self._hung().hidden

    @property
    def carried(self) -> list[str]:
        """The kinds of what the receipt says was carried."""
        return self._hung().carried

    @property
    def left_out(self) -> list[tuple[str, str]]:
        """What the receipt says was left out: its kind, its text."""
        return self._hung().left_out

    @property
    def text(self) -> str:
        """What has been written."""
        said = self._said
        return said if isinstance(said, str) else "".join(said.parts)

    @property
    def is_shown(self) -> bool:
        """Whether it makes a line of copy: not if it bore only a picture, a box or a break."""
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
        """Add ``text``, shown as ``flags`` say."""
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
        """What is written from here on links to ``target``; '' for nowhere."""
        if isinstance(self._said, str) and not target:
            return
        pen = self._opened()
        if pen.link and pen.link_start < pen.length:
            self._add_mark(Mark(pen.link_start, pen.length, "link", pen.link))
        pen.link = target
        pen.link_start = pen.length

    def finish(self) -> None:
        """Close what is open; the line may still be prefixed, absorbed and stripped."""
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
        """Put a list's ``label`` before everything."""
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
        """Take the words away; what else hangs on the line stays."""
        self._clear_text()
        self.is_account = True

    def absorb(self, other: ImportedLine) -> None:
        """Add a finished line and all that hangs on it; its line breaks become spaces."""
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
        """The pen to write with, put down when the line is finished."""
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
    """Marks one behind the other in one tuple."""
    return tuple(chain.from_iterable(marks)) if isinstance(marks, list) else marks


def _unpacked(marks: list[Mark] | tuple[int | str, ...]) -> Iterator[Mark]:
    if isinstance(marks, list):
        yield from marks
        return
    for at in range(0, len(marks), len(Mark._fields)):
        yield Mark(*marks[at : at + len(Mark._fields)])  # type: ignore[arg-type]
