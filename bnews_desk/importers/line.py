"""One paragraph while it is being read."""

from __future__ import annotations

from typing import Final

from bnews_desk.release import Mark, MarkKind, Photo

BOLD: Final = 1
ITALIC: Final = 2
HIDDEN: Final = 4
_KINDS: Final[tuple[tuple[int, MarkKind], ...]] = ((BOLD, "bold"), (ITALIC, "italic"))
_BARE: Final = frozenset({"image", "object"})


class Line:
    """The text of a paragraph with all that hangs on it; a line break inside it is a new line.

    A line that is never shown (a deletion, a field's instruction) is written like any other and
    then dropped, and what hangs on it with it. Positions count from the line's first code point.
    """

    __slots__ = (
        "_flags",
        "_link",
        "_link_start",
        "_page_break",
        "_parts",
        "_starts",
        "boxed",
        "carried",
        "hidden",
        "is_account",
        "label",
        "left_out",
        "length",
        "marks",
        "photos",
        "style",
    )  # fmt: skip

    def __init__(self) -> None:
        self.length = 0
        self.style = ""
        self.label = 0
        self.is_account = False
        self.marks: list[Mark] = []
        self.photos: list[tuple[int, Photo]] = []
        self.boxed: list[Line] = []
        self.hidden: list[str] = []
        self.carried: list[str] = []
        self.left_out: list[tuple[str, str]] = []
        self._parts: list[str] = []
        self._flags = 0
        self._starts = {BOLD: 0, ITALIC: 0}
        self._link = ""
        self._link_start = 0
        self._page_break = -1

    @property
    def text(self) -> str:
        """What has been written."""
        return "".join(self._parts)

    @property
    def is_shown(self) -> bool:
        """Whether it makes a line of copy: not if it bore only a picture, a box or a break."""
        return bool(self.length) or not (
            self.is_account
            or self.photos
            or self.boxed
            or self.hidden
            or self._page_break >= 0
            or any(kind in _BARE for kind, _ in self.left_out)
        )

    def write(self, text: str, flags: int) -> None:
        """Add ``text``, shown as ``flags`` say."""
        if flags != self._flags:
            if flags & HIDDEN:
                self.hidden.append(text)
                return
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
        self.link_to("")
        if 0 < self._page_break == self.length:
            self._set(self.text[:-1])
        if self.label and self.length == self.label:
            self._set("")
            self.marks.clear()
        if self.hidden:
            self.left_out.append(("hidden-text", "".join(self.hidden)))

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
        self.marks = [m._replace(start=max(0, m.start)) for m in self.marks if m.end > 0]

    def clear(self) -> None:
        """Take the words away; what else hangs on the line stays."""
        self._set("")
        self.marks.clear()
        self.is_account = True

    def absorb(self, other: Line) -> None:
        """Add a finished line and all that hangs on it; its line breaks become spaces."""
        at = self.length
        self._parts.append(other.text.replace("\n", " "))
        self.length += other.length
        self.marks += [m._replace(start=m.start + at, end=m.end + at) for m in other.marks]
        self.photos += [(at + place, photo) for place, photo in other.photos]
        self.boxed += other.boxed
        self.carried += other.carried
        self.left_out += other.left_out

    def _switch(self, flags: int) -> None:
        for flag, kind in _KINDS:
            if self._flags & flag and not flags & flag and self._starts[flag] < self.length:
                self.marks.append(Mark(self._starts[flag], self.length, kind))
            elif flags & flag and not self._flags & flag:
                self._starts[flag] = self.length
        self._flags = flags

    def _move(self, by: int) -> None:
        self.marks = [m._replace(start=m.start + by, end=m.end + by) for m in self.marks]
        self.photos = [(max(0, place + by), photo) for place, photo in self.photos]
        self._link_start += by
        self._starts = {flag: start + by for flag, start in self._starts.items()}

    def _set(self, text: str) -> None:
        self._parts = [text] if text else []
        self.length = len(text)
