"""From lines to a release: the headline found, captions put to their photos, spans made."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from bnews_desk.importers.headline import take_headline
from bnews_desk.importers.line import Line
from bnews_desk.release import Edit, Mark, Photo, Release

if TYPE_CHECKING:
    from bnews_desk.frame.reading import FrameReader

HEADLINE_STYLE = "BNewsJudul"
CAPTION_STYLE = "BNewsKeteranganFoto"
OUR_STYLES = frozenset(
    {HEADLINE_STYLE, CAPTION_STYLE, "BNewsLead", "BNewsIsi", "BNewsBacaJuga", "BNewsEditor"}
)
"""The paragraph styles that this program's own Word files use."""
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
"""The styles of our Word and of our OpenDocument files by their names, folded."""
_CREDIT = "(Foto: "


def house_styles(ids: Mapping[str, str]) -> dict[str, str]:
    """Our styles by the ids under which a file has them, of ``ids`` by folded names.

    Other programs that save our files keep the names and give ids of their own. None unless all
    names are there: somebody else may have called one of his styles so.
    """
    for names in _HOUSE_NAMES:
        if names.keys() <= ids.keys():
            return {ids[name]: style for name, style in names.items()}
    return {}


class _Headline(NamedTuple):
    """Where the headline stands in the whole text, and where what is below it begins."""

    start: int
    end: int
    below: int


class _Copy:
    """All lines as the text of a release without a headline.

    An anchor is the number of text lines up to its paragraph.
    """

    __slots__ = ("lines", "photos", "starts", "text")

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.starts: list[int] = []
        self.photos: list[Photo] = []
        self.text = "\n"


def assemble(
    lines: Sequence[Line], is_title: Callable[[str], bool], reader: FrameReader | None
) -> Release:
    """The release that ``lines`` make.

    The headline is the paragraph in the house template's headline style or, in a file of other
    people's making, a first paragraph in a style that ``is_title``, else what ``reader``'s
    newsroom would take for it in plain text.
    """
    is_ours = any(line.style in OUR_STYLES for line in lines)
    copy = _copied(lines, is_ours)
    found = _ours(copy) if is_ours else _titled(copy, is_title) or _guessed(copy, reader)
    if found is None:
        return Release(copy.text, tuple(_marks(copy)), tuple(copy.photos))
    if copy.text[: found.start].strip():
        return _with_headline_from_below(copy, found)
    return _with_headline(copy, found)


def _copied(lines: Sequence[Line], is_ours: bool) -> _Copy:
    copy = _Copy()
    length, rows = 1, 0
    texts: list[str] = []
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
            copy.starts.append(length)
            texts.append(text)
            length += len(text) + 1
            rows += text.count("\n") + 1
    copy.text = "\n".join(("", *(texts or ("",))))
    return copy


def _anchored(line: Line, text: str, row: int) -> list[Photo]:
    """The photos of a line whose first text line is number ``row``."""
    photos = []
    at = 0
    for place, photo in line.photos:
        row += text.count("\n", at, place)
        at = place
        photos.append(photo._replace(anchor=row))
    return photos


def _is_caption(line: Line) -> bool:
    """The picture itself stands in a paragraph of that style too; it has no words."""
    return line.style == CAPTION_STYLE and line.length > 0 and not line.photos


def _captioned(photos: list[Photo], text: str) -> bool:
    """Give ``text`` to the last photo as its caption and credit, if that has none yet."""
    if not photos or photos[-1].caption or photos[-1].credit:
        return False
    caption, mark, credit = text.replace("\n", " ").rpartition(_CREDIT)
    if not mark or not credit.endswith(")"):
        caption, credit = text.replace("\n", " "), ")"
    photos[-1] = photos[-1]._replace(caption=caption.strip(), credit=credit[:-1].strip())
    return True


def _ours(copy: _Copy) -> _Headline | None:
    at = next((i for i, line in enumerate(copy.lines) if line.style == HEADLINE_STYLE), None)
    return None if at is None or copy.text[: copy.starts[at]].strip() else _line_at(copy, at)


def _titled(copy: _Copy, is_title: Callable[[str], bool]) -> _Headline | None:
    """The first line in a headline's style, with nothing above it but the release's furniture."""
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
    from bnews_desk.frame import leftover

    return leftover.is_furniture(text) or leftover.goes_on_letterhead(text)


def _line_at(copy: _Copy, at: int) -> _Headline:
    start = copy.starts[at]
    end = start + copy.lines[at].length
    return _Headline(start, end, min(end + 1, len(copy.text)))


def _guessed(copy: _Copy, reader: FrameReader | None) -> _Headline | None:
    if reader is None:
        return None
    rows = [row for line in copy.lines for row in line.text.split("\n")]
    found = take_headline(rows, reader)
    if found is None:
        return None
    below = 1 + sum(len(row) + 1 for row in rows[: found[1]])
    start = copy.text.index(found[0])
    return _Headline(start, start + len(found[0]), min(below, len(copy.text)))


def _with_headline_from_below(copy: _Copy, found: _Headline) -> Release:
    """The headline taken from under the release's furniture, which stays in the body."""
    release = Release(copy.text, tuple(_marks(copy)), tuple(copy.photos))
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
    headline = copy.text[found.start : found.end].replace("\n", " ")
    taken = copy.text.count("\n", 1, found.below) + (found.below == found.end)
    at_body = len(headline) + 1 - found.below
    marks = [
        mark._replace(start=max(mark.start, found.start) - found.start,
                      end=min(mark.end, found.end) - found.start)
        for mark in _marks(copy)
        if mark.start < found.end and found.start < mark.end
    ]  # fmt: skip
    marks += [
        mark._replace(start=max(mark.start, found.below) + at_body, end=mark.end + at_body)
        for mark in _marks(copy)
        if mark.end > found.below
    ]
    photos = tuple(p._replace(anchor=max(0, p.anchor - taken)) for p in copy.photos)
    return Release(_joined_again(copy, headline, found.below), tuple(marks), photos)


def _joined_again(copy: _Copy, headline: str, below: int) -> str:
    """The headline and the copy ``below`` a place, made of the lines: long texts are held once."""
    following = bisect_right(copy.starts, below)
    is_last = following == len(copy.starts)
    rest = copy.text[below : None if is_last else copy.starts[following] - 1]
    copy.text = ""
    return "\n".join((headline, rest, *(line.text for line in copy.lines[following:])))


def _marks(copy: _Copy) -> Iterator[Mark]:
    for line, start in zip(copy.lines, copy.starts, strict=True):
        if not line.is_plain:
            for mark in line.marks:
                yield Mark(mark.start + start, mark.end + start, mark.kind, mark.target)
