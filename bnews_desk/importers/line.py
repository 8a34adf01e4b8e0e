"""One paragraph while it is being read."""

from __future__ import annotations

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

    __slots__ = ("boxed", "carried", "hidden", "left_out", "photos")

    def __init__(self) -> None:
        self.photos: list[tuple[int, Photo]] = []
        self.boxed: list[Line] = []
        self.hidden: list[str] = []
        self.carried: list[str] = []
        self.left_out: list[tuple[str, str]] = []


class Line:
    """The text of a paragraph with all that hangs on it; a line break inside it is a new line.

    A line that is never shown (a deletion, a field's instruction) is written like any other and
    then dropped, and what hangs on it with it. Positions count from the line's first code point.
    """

    __slots__ = (
        "_flags",
        "_hangings",
        "_link",
        "_link_start",
        "_marks",
        "_page_break",
        "_parts",
        "_starts",
        "is_account",
        "label",
        "length",
        "style",
    )

    def __init__(self) -> None:
        self.length = 0
        self.style = ""
        self.label = 0
        self.is_account = False
        self._hangings: _Hangings | None = None
        self._marks: list[Mark] | None = None
        self._parts: list[str] = []
        self._flags = 0
        self._starts: dict[int, int] | None = None
        self._link = ""
        self._link_start = 0
        self._page_break = -1

    @property
    def is_bare(self) -> bool:
        """Whether nothing hangs on it: no photo, no box, nothing for the receipt."""
        return self._hangings is None

    @property
    def is_plain(self) -> bool:
        """Whether it bears no mark."""
        return not self._marks

    @property
    def marks(self) -> list[Mark]:
        """Bold, italic and links."""
        if self._marks is None:
            self._marks = []
        return self._marks

    @property
    def photos(self) -> list[tuple[int, Photo]]:
        """The photos, each with the place in the text where it stands."""
        return self._hung().photos

    @property
    def boxed(self) -> list[Line]:
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
        return "".join(self._parts)

    @property
    def is_shown(self) -> bool:
        """Whether it makes a line of copy: not if it bore only a picture, a box or a break."""
        return bool(self.length) or not (
            self.is_account
            or self._page_break >= 0
            or (self._hangings is not None and self._bears_something())
        )

    def _bears_something(self) -> bool:
        return bool(
            self.photos
            or self.boxed
            or self.hidden
            or any(kind in _BARE for kind, _ in self.left_out)
        )

    def write(self, text: str, flags: int) -> None:
        """Add ``text``, shown as ``flags`` say."""
        if flags != self._flags:
            if flags & HIDDEN:
                self.hidden.append(text)
                return
            if flags & STRUCK and not self._flags & STRUCK:
                self.carried.append("struck-text")
            self._switch(flags)
        self._parts.append(text)
        self.length += len(text)

    def break_page(self, flags: int) -> None:
        """A page or column break: a new line only between words."""
        if not self.length or self._page_break == self.length:
            self._page_break = max(self._page_break, self.length)
            return
        self.write("\n", flags)
        self._page_break = self.length

    def link_to(self, target: str) -> None:
        """What is written from here on links to ``target``; '' for nowhere."""
        if self._link and self._link_start < self.length:
            self.marks.append(Mark(self._link_start, self.length, "link", self._link))
        self._link = target
        self._link_start = self.length

    def finish(self) -> None:
        """Close what is open; the line may still be prefixed, absorbed and stripped."""
        self._switch(0)
        self._starts = None
        self.link_to("")
        if 0 < self._page_break == self.length:
            self._set(self.text[:-1])
        if self.label and self.length == self.label:
            self._clear_text()
        if self._hangings is not None and self.hidden:
            self.left_out.append(("hidden-text", "".join(self.hidden)))
        if len(self._parts) > 1:
            self._parts = [self.text]

    def prefix(self, label: str) -> None:
        """Put a list's ``label`` before everything."""
        self._parts.insert(0, label)
        self.length += len(label)
        self.label = len(label)
        self._move(len(label))

    def strip_start(self) -> None:
        """Drop the white space before the first word."""
        text = self.text
        plain = text.lstrip()
        self._set(plain)
        self._move(len(plain) - len(text))
        if self._marks:
            self._marks = [m._replace(start=max(0, m.start)) for m in self._marks if m.end > 0]

    def clear(self) -> None:
        """Take the words away; what else hangs on the line stays."""
        self._clear_text()
        self.is_account = True

    def absorb(self, other: Line) -> None:
        """Add a finished line and all that hangs on it; its line breaks become spaces."""
        at = self.length
        self._parts.append(other.text.replace("\n", " "))
        self.length += other.length
        if other._marks:
            self.marks.extend(m._replace(start=m.start + at, end=m.end + at) for m in other._marks)
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

    def _clear_text(self) -> None:
        self._set("")
        self._marks = None

    def _switch(self, flags: int) -> None:
        if flags == self._flags:
            return
        starts = self._starts = self._starts or {}
        for flag, kind in _KINDS:
            if self._flags & flag and not flags & flag and starts[flag] < self.length:
                self.marks.append(Mark(starts[flag], self.length, kind))
            elif flags & flag and not self._flags & flag:
                starts[flag] = self.length
        self._flags = flags

    def _move(self, by: int) -> None:
        if self._marks:
            self._marks = [m._replace(start=m.start + by, end=m.end + by) for m in self._marks]
        if self._hangings is not None:
            self.photos[:] = [(max(0, place + by), photo) for place, photo in self.photos]
        self._link_start += by
        if self._starts:
            self._starts = {flag: start + by for flag, start in self._starts.items()}

    def _set(self, text: str) -> None:
        self._parts = [text] if text else []
        self.length = len(text)
