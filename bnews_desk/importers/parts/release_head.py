"""Classifies the lines above the running text: letterhead, number, date, addressee, headline."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from bnews_desk.frame.furniture import line_class
from bnews_desk.frame.furniture.part_kind import PartKind
from bnews_desk.importers.parts.part_line import PartLine
from bnews_desk.importers.parts.sender_dateline import is_place_alone
from bnews_desk.patterns import Pattern

MAX_HEADLINE_WORDS = 28
"""A line of more words is no headline."""
MAX_SENDER_LINES = 12
"""Lines below a sender within which a release mark is searched."""
MAX_NAME_WORDS = 8
"""Maximum words of a sender's name or motto."""
MIN_HEADLINE_WORDS = 4
"""A line of fewer words below the addressees names another addressee."""
MAX_HEADLINE_LINES = 3
"""Maximum lines of a headline."""
_LISTED = Pattern(r"\s*[-•*▪–]\s")
"""A list item, which is never a headline."""
_MARKS = frozenset(
    {PartKind.MARK, PartKind.NUMBER, PartKind.DATE, PartKind.ADDRESSEE, PartKind.GREETING}
)
"""The kinds of lines between letterhead and headline."""


def classify_head_lines(lines: list[PartLine], first: int) -> None:
    """Settle every line above the line ``first`` of running text."""
    head = lines[:first]
    _settle_signed(head)
    headline = _headline(head)
    for line in headline:
        line.settle(PartKind.HEADLINE, _sureness(line, headline))
    for at, line in enumerate(head):
        if line.kind is None:
            _settle_rest(head, at, headline)
        elif line.kind is PartKind.CONTACT and _is_below(head[at - 1], PartKind.LETTERHEAD, line):
            line.settle(PartKind.LETTERHEAD, 0.85)


def _settle_signed(head: Sequence[PartLine]) -> None:
    above: PartLine | None = None
    for line in head:
        sign = line.sign
        if line.kind is None and sign is not None:
            if sign.kind is PartKind.CONTACT and _is_below(above, PartKind.LETTERHEAD, line):
                line.settle(PartKind.LETTERHEAD, 0.93)
            elif sign.kind is PartKind.CARBON_COPY and _is_below(above, PartKind.ADDRESSEE, line):
                line.settle(PartKind.ADDRESSEE, 0.85)
            elif _names_the_newsroom(above, line, sign.kind):
                line.settle(PartKind.ADDRESSEE, 0.8)
            elif not (line.paragraph.number == 0 and sign.sureness < 0.9):
                line.settle(sign.kind, sign.sureness)
        elif line.kind is None and _is_below(above, PartKind.LETTERHEAD, line):
            if line_class.is_office(line.text):
                line.settle(PartKind.LETTERHEAD, 0.9)
            elif line_class.is_street(line.text) or line_class.has_contact(
                line.text[: line_class.MAX_LINE]
            ):
                line.settle(PartKind.LETTERHEAD, 0.92)
        elif line.kind is None and _goes_on_addressee(above, line) and not _is_last(head, line):
            line.settle(PartKind.ADDRESSEE, 0.75)
        above = line
    _settle_letterheads(head)


def _is_below(above: PartLine | None, kind: PartKind, line: PartLine) -> bool:
    return above is not None and above.kind is kind and not line.after_gap


def _goes_on_addressee(above: PartLine | None, line: PartLine) -> bool:
    """Whether a line continues *Kepada Yth.*: it is short and names people."""
    return (
        above is not None
        and above.kind is PartKind.ADDRESSEE
        and not line.after_gap
        and line.words <= 8
        and not line_class.is_acting(line.text)
        and (line.words <= 2 or not line_class.is_capitals(line.text))
    )


def _is_last(head: Sequence[PartLine], line: PartLine) -> bool:
    """Whether a line of several words is just above the running text, like a headline."""
    return line is head[-1] and line.words >= MIN_HEADLINE_WORDS


def _names_the_newsroom(above: PartLine | None, line: PartLine, kind: PartKind) -> bool:
    """Whether a line names the newsroom (*Redaktur B-news.id*) below a *Yth.* without a name."""
    names = (kind is PartKind.GREETING and line_class.is_addressee(line.text)) or (
        kind is PartKind.CONTACT and line.words > 1
    )
    return names and _goes_on_addressee(above, line)


def _settle_letterheads(head: Sequence[PartLine]) -> None:
    """Settle names of offices at the top as letterhead if a sure sign of one is below them.

    An address, a number or a release mark is such a sign; without any the first lines may be the
    headline.
    """
    last = -1
    for at, line in enumerate(head):
        if line.kind is PartKind.LETTERHEAD or _closes_letterhead(line):
            last = at
    block = []
    for line in head[: last + 1]:
        if line.kind is None and (line_class.is_office(line.text) or _is_subtitle(line)):
            block.append(line)
        elif line.kind not in (PartKind.LETTERHEAD, PartKind.CONTACT, PartKind.FURNITURE):
            break
    for line in block:
        line.settle(PartKind.LETTERHEAD, 0.85)
    _join_addresses(head)


def _closes_letterhead(line: PartLine) -> bool:
    return line.kind in (PartKind.MARK, PartKind.NUMBER, PartKind.CONTACT)


def _is_subtitle(line: PartLine) -> bool:
    return (
        line_class.is_capitals(line.text)
        and line.words <= 8
        and not line_class.is_acting(line.text)
    )


def _join_addresses(head: Sequence[PartLine]) -> None:
    """Settle addresses below the letterhead's names as part of it."""
    above: PartLine | None = None
    for line in head:
        if (
            line.kind is PartKind.CONTACT
            and above is not None
            and above.kind is PartKind.LETTERHEAD
        ):
            line.settle(PartKind.LETTERHEAD, 0.92)
        above = line


def _headline(head: Sequence[PartLine]) -> list[PartLine]:
    """The lines of the headline: the last unsettled one, and those it is continued from."""
    open_lines = [at for at, line in enumerate(head) if _may_be_headline(line)]
    open_lines = _without_senders(head, open_lines)
    if not open_lines:
        return []
    if head[open_lines[0]].paragraph.number == 0 and _is_given(head, open_lines):
        return [head[open_lines[0]]]
    at = open_lines[-1]
    if line_class.is_office(head[at].text):
        at = next((n for n in reversed(open_lines) if not line_class.is_office(head[n].text)), at)
    upper = _upper_headline(head, open_lines, at)
    at = at if upper is None else upper
    if line_class.is_office(head[at].text) and not (
        head[at].words >= 6 and _is_below_mark(head, at)
    ):
        return []
    found = [head[at]]
    words = head[at].words
    while at > 0 and len(found) < MAX_HEADLINE_LINES and not head[at].after_gap:
        above = head[at - 1]
        words += above.words
        if not _may_be_headline(above) or words > MAX_HEADLINE_WORDS:
            break
        if _differs(above, head[at]) and not _stands_over(head, at):
            break
        if line_class.is_office(above.text):
            break
        found.insert(0, above)
        at -= 1
    return found


def _without_senders(head: Sequence[PartLine], open_lines: list[int]) -> list[int]:
    """Without lines above the release mark or number, where others are below it."""
    mark = next(
        (at for at, line in enumerate(head) if line.kind in (PartKind.MARK, PartKind.NUMBER)), 0
    )
    below = [at for at in open_lines if at > mark]
    if not below or all(line_class.is_office(head[at].text) for at in below):
        return open_lines
    given = [
        at for at in open_lines if head[at].paragraph.number == 0 and _is_given(head, open_lines)
    ]
    return given + [at for at in below if at not in given]


def _upper_headline(head: Sequence[PartLine], open_lines: Sequence[int], at: int) -> int | None:
    """The first line of a headline whose subheadline is separated by an empty line."""
    above = [n for n in open_lines if n < at]
    if not above or not head[at].after_gap:
        return None
    upper = above[-1]
    tells = line_class.is_acting(head[upper].text) and head[upper].words >= 4
    return upper if tells and not line_class.is_office(head[upper].text) else None


def _is_given(head: Sequence[PartLine], open_lines: Sequence[int]) -> bool:
    """Whether the line marked as headline is one rather than a sender's name."""
    line = head[open_lines[0]]
    if line_class.is_office(line.text) or line_class.is_position(line.text):
        return False
    if line.words > 5 or line_class.is_acting(line.text):
        return True
    if line_class.is_capitals(line.text) and any(_tells(head[at]) for at in open_lines[1:]):
        return False
    return not any(
        _is_below_mark(head, at) and not line_class.is_office(head[at].text)
        for at in open_lines[1:]
    )


def _tells(line: PartLine) -> bool:
    """Whether a line of several words, not in capitals, contains a verb."""
    is_long = line.words >= MIN_HEADLINE_WORDS
    return is_long and line_class.is_acting(line.text) and not line_class.is_capitals(line.text)


def _is_below_mark(head: Sequence[PartLine], at: int) -> bool:
    return any(line.kind in _MARKS for line in head[:at])


def _stands_over(head: Sequence[PartLine], at: int) -> bool:
    """Whether the line above is a headline in capitals, and this one its subheadline."""
    above = head[at - 1]
    is_long = above.words >= MIN_HEADLINE_WORDS and line_class.is_capitals(above.text)
    return is_long and not _names(above.text, in_capitals=False) and _is_below_mark(head, at - 1)


def _differs(above: PartLine, line: PartLine) -> bool:
    return line_class.is_capitals(above.text) != line_class.is_capitals(line.text)


def _may_be_headline(line: PartLine) -> bool:
    return (
        line.kind is None
        and not line.is_frame
        and (line.words >= 2 or line.paragraph.number == 0)
        and line.words <= MAX_HEADLINE_WORDS
        and not _LISTED.match(line.text)
        and line.text.rstrip()[-1:] not in (":", ";")
    )


def _sureness(line: PartLine, headline: Sequence[PartLine]) -> float:
    if line.paragraph.number == 0:
        return 0.95
    return 0.9 if line.words >= 4 or len(headline) > 1 else 0.75


def _settle_rest(head: Sequence[PartLine], at: int, headline: Sequence[PartLine]) -> None:
    line = head[at]
    if line.is_frame:
        line.settle(PartKind.BODY, 0.95)
    elif headline and line.paragraph.number > headline[-1].paragraph.number:
        line.settle(PartKind.DATELINE if is_place_alone(line.text) else PartKind.BODY, 0.6)
    elif headline and at and head[at - 1].kind is PartKind.GREETING and not _names(line.text):
        line.settle(PartKind.GREETING, 0.6)
    elif _is_named(head, at, headline):
        line.settle(PartKind.LETTERHEAD, 0.7)
    else:
        line.settle(PartKind.BODY, 0.5)


def _is_named(head: Sequence[PartLine], at: int, headline: Sequence[PartLine]) -> bool:
    """Whether a line names a sender, by its words or by the lines beside it."""
    line = head[at]
    if _names(line.text):
        return True
    above, below = (head[at - 1] if at else None), (head[at + 1] if at + 1 < len(head) else None)
    is_over = (
        below is not None
        and not below.after_gap
        and not line_class.is_acting(line.text)
        and (below.kind is PartKind.LETTERHEAD or line_class.is_office(below.text))
    )
    is_over = is_over or _is_over_mark(head, at)
    return bool(headline) and (is_over or _is_below(above, PartKind.LETTERHEAD, line))


def _is_over_mark(head: Sequence[PartLine], at: int) -> bool:
    """Whether there are only names above the release mark below."""
    below = head[at : at + MAX_SENDER_LINES]
    names = itertools.takewhile(lambda line: line.kind not in _MARKS, below)
    is_marked = any(line.kind in (PartKind.MARK, PartKind.NUMBER) for line in below)
    return is_marked and all(
        line.words <= MAX_NAME_WORDS
        and not line_class.is_acting(line.text)
        and not line.is_sentence
        for line in names
        if line.kind is None
    )


def _names(text: str, *, in_capitals: bool = True) -> bool:
    """Whether a line names an office or an office holder, or is ``in_capitals``."""
    is_named = line_class.is_office(text) or line_class.is_position(text)
    return is_named or (in_capitals and line_class.is_capitals(text))
