"""Assembles a release from imported lines: headline, body, captions, marks, photos."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, overload

from bnews_desk.importers.headline import take_headline
from bnews_desk.importers.imported_line import ImportedLine
from bnews_desk.release import Edit, Mark, Photo, Release

if TYPE_CHECKING:
    from bnews_desk.frame.release_frame import FrameReader

HEADLINE_STYLE = "BNewsJudul"
CAPTION_STYLE = "BNewsKeteranganFoto"
OUR_STYLES = frozenset(
    {HEADLINE_STYLE, CAPTION_STYLE, "BNewsLead", "BNewsIsi", "BNewsBacaJuga", "BNewsEditor"}
)
"""The paragraph styles of this program's own Word files."""
_HOUSE_NAMES = (
    {
        "judul berita": HEADLINE_STYLE,
        "lead": "BNewsLead",
        "isi berita": "BNewsIsi",
        "baca juga": "BNewsBacaJuga",
        "nama editor": "BNewsEditor",
        "keterangan foto": CAPTION_STYLE,
    },
    {
        "b-news judul": HEADLINE_STYLE,
        "b-news lead": "BNewsLead",
        "b-news isi": "BNewsIsi",
        "b-news baca juga": "BNewsBacaJuga",
        "b-news editor": "BNewsEditor",
        "b-news keterangan foto": CAPTION_STYLE,
    },
)
"""The folded names of the styles in our Word and OpenDocument files."""
_CREDIT = "(Foto: "


def house_styles(ids: Mapping[str, str]) -> dict[str, str]:
    """Our styles by the ids that a file uses for them; ``ids`` are by folded names.

    Other programs that save our files keep the names and assign their own ids. Empty unless all
    names are there: somebody else may have a style with one of these names.
    """
    for names in _HOUSE_NAMES:
        if names.keys() <= ids.keys():
            return {ids[name]: style for name, style in names.items()}
    return {}


class _Headline(NamedTuple):
    """The position of the headline in the whole text, and the position where the text below it
    begins.
    """

    start: int
    end: int
    below: int


class _Copy:
    """All lines of a release without a headline, and the position in the text where each would
    begin.

    An anchor is the number of text lines above its paragraph. ``length`` is that of the text.
    """

    __slots__ = ("length", "lines", "photos", "starts")

    def __init__(self) -> None:
        self.lines: list[ImportedLine] = []
        self.starts = array("I")
        self.photos: list[Photo] = []
        self.length = 1

    def rows(self) -> Iterator[str]:
        """The lines of the text in order."""
        for line in self.lines:
            yield from line.text.split("\n")

    def has_words_above(self, place: int) -> bool:
        """Whether there is more than white space above a position in the text."""
        at = bisect_right(self.starts, place) - 1
        within = self.lines[at].text[: place - self.starts[at]]
        return bool(within.strip()) or any(line.text.strip() for line in self.lines[:at])

    def text(self, headline: str = "", below: int = 1) -> str:
        """A headline and the copy from a position on; removes the words from the lines.

        A long text is not held twice.
        """
        first = max(0, bisect_right(self.starts, below) - 1)
        texts = [headline]
        texts += (line.take_text() for line in self.lines[first:])
        if len(texts) == 1:
            return f"{headline}\n"
        texts[1] = texts[1][below - self.starts[first] :]
        return "\n".join(texts)

    def take_marks(self) -> Iterator[Mark]:
        """The marks with positions in the text; removes them from the lines."""
        for line, start in zip(self.lines, self.starts, strict=True):
            for mark in line.take_marks():
                yield Mark(mark.start + start, mark.end + start, mark.kind, mark.target)


class _Rows(Sequence[str]):
    """The lines of a text for ``take_headline``, which reads few of them and only tests the others
    for emptiness.
    """

    def __init__(self, copy: _Copy) -> None:
        self._copy = copy

    def __len__(self) -> int:
        return sum(line.text.count("\n") + 1 for line in self._copy.lines)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...
    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        if isinstance(index, slice):
            return list(self)[index]
        return next(islice(self, index, None))

    def __iter__(self) -> Iterator[str]:
        return self._copy.rows()


def assemble_release(
    lines: Sequence[ImportedLine], is_title: Callable[[str], bool], reader: FrameReader | None
) -> Release:
    """The release made of ``lines``; removes their words and marks.

    The headline is the paragraph in our own headline style or, in a foreign file, a first paragraph
    in a style that ``is_title``, otherwise what ``reader``'s newsroom would take for it in plain
    text.
    """
    is_ours = any(line.style in OUR_STYLES for line in lines)
    copy = _copied(lines, is_ours)
    found = _ours(copy) if is_ours else _titled(copy, is_title) or _guessed(copy, reader)
    if found is None:
        return Release(copy.text(), tuple(copy.take_marks()), tuple(copy.photos))
    if copy.has_words_above(found.start):
        return _with_headline_from_below(copy, found)
    return _with_headline(copy, found)


def _copied(lines: Sequence[ImportedLine], is_ours: bool) -> _Copy:
    copy = _Copy()
    rows = 0
    for line in lines:
        text = line.text
        if (
            is_ours
            and text
            and _is_caption(line)
            and not line.photos
            and _captioned(copy.photos, text)
        ):
            continue
        is_shown = line.is_shown
        if not line.is_bare:
            copy.photos += _anchored(line, text, rows + is_shown)
        if is_shown:
            copy.lines.append(line)
            copy.starts.append(copy.length)
            copy.length += len(text) + 1
            rows += text.count("\n") + 1
    copy.length = max(1, copy.length - 1)
    return copy


def _anchored(line: ImportedLine, text: str, row: int) -> list[Photo]:
    """The photos of a line whose first text line has the number ``row``."""
    photos = []
    at = 0
    for place, photo in line.photos:
        row += text.count("\n", at, place)
        at = place
        photos.append(photo._replace(anchor=row))
    return photos


def _is_caption(line: ImportedLine) -> bool:
    """Whether a line is a caption; the paragraph of the picture itself has that style too, but no
    words.
    """
    return line.style == CAPTION_STYLE and line.length > 0 and not line.photos


def _captioned(photos: list[Photo], text: str) -> bool:
    """Give ``text`` to the last photo as its caption and credit; False where it has one already."""
    if not photos or photos[-1].caption or photos[-1].credit:
        return False
    caption, mark, credit = text.replace("\n", " ").rpartition(_CREDIT)
    if not mark or not credit.endswith(")"):
        caption, credit = text.replace("\n", " "), ")"
    photos[-1] = photos[-1]._replace(caption=caption.strip(), credit=credit[:-1].strip())
    return True


def _ours(copy: _Copy) -> _Headline | None:
    at = next((i for i, line in enumerate(copy.lines) if line.style == HEADLINE_STYLE), None)
    if at is None or any(line.text.strip() for line in copy.lines[:at]):
        return None
    return _line_at(copy, at)


def _titled(copy: _Copy, is_title: Callable[[str], bool]) -> _Headline | None:
    """The first line in a headline style with only furniture above it."""
    used = {line.style for line in copy.lines}
    titles = {style for style in used if is_title(style)}
    for at, line in enumerate(copy.lines if titles else ()):
        if not line.text.strip():
            continue
        if line.style in titles:
            return _line_at(copy, at)
        if not _is_furniture(line.text):
            return None
    return None


def _is_furniture(text: str) -> bool:
    from bnews_desk.frame.furniture import leftover_lines

    return leftover_lines.is_furniture(text) or leftover_lines.continues_letterhead(text)


def _line_at(copy: _Copy, at: int) -> _Headline:
    start = copy.starts[at]
    end = start + copy.lines[at].length
    return _Headline(start, end, min(end + 1, copy.length))


def _guessed(copy: _Copy, reader: FrameReader | None) -> _Headline | None:
    if reader is None:
        return None
    found = take_headline(_Rows(copy), reader)
    if found is None:
        return None
    headline, count = found
    lengths = [len(row) + 1 for row in islice(copy.rows(), count)]
    start = 1 + sum(lengths[: count - 2])
    return _Headline(start, start + len(headline), min(1 + sum(lengths), copy.length))


def _with_headline_from_below(copy: _Copy, found: _Headline) -> Release:
    """The release with a headline from below its furniture, which stays in the body."""
    release = Release(copy.text(), tuple(copy.take_marks()), tuple(copy.photos))
    start, end = found.start, found.end
    headline = release.text[start:end].replace("\n", " ")
    behind = min(end + 1, len(release.text))
    return release.edited(
        (
            Edit(0, 0, "", headline, release.marks_within(start, end)),
            Edit(start, behind, release.text[start:behind], ""),
        )
    )


def _with_headline(copy: _Copy, found: _Headline) -> Release:
    at = bisect_right(copy.starts, found.start) - 1
    within = slice(found.start - copy.starts[at], found.end - copy.starts[at])
    headline = copy.lines[at].text[within].replace("\n", " ")
    taken = _rows_above(copy, found.below) + (found.below == found.end)
    photos = tuple(p._replace(anchor=max(0, p.anchor - taken)) for p in copy.photos)
    text = copy.text(headline, found.below)
    return Release(text, tuple(_marks_under(copy, found, len(headline))), photos)


def _rows_above(copy: _Copy, below: int) -> int:
    """The number of line breaks between the empty headline and a position."""
    count = 0
    for number, (line, start) in enumerate(zip(copy.lines, copy.starts, strict=True)):
        if start > below:
            break
        count += (number > 0) + line.text.count("\n", 0, below - start)
    return count


def _marks_under(copy: _Copy, found: _Headline, length: int) -> Iterator[Mark]:
    """The marks with positions after the headline was moved above the copy."""
    at_body = length + 1 - found.below
    for mark in copy.take_marks():
        if mark.start < found.end and found.start < mark.end:
            yield mark._replace(
                start=max(mark.start, found.start) - found.start,
                end=min(mark.end, found.end) - found.start,
            )
        if mark.end > found.below:
            yield mark._replace(
                start=max(mark.start, found.below) + at_body, end=mark.end + at_body
            )
