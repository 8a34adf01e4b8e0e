"""Who signs a release and who answers for it, below the running text."""

from __future__ import annotations

from collections.abc import Sequence

from bnews_desk.frame.furniture import line_signs
from bnews_desk.frame.furniture.part_kind import PartKind
from bnews_desk.importers.parts.items import is_item, is_one_of_many, is_timed
from bnews_desk.importers.parts.lines import Line
from bnews_desk.importers.parts.numbering import Numbering
from bnews_desk.patterns import Pattern

MAX_FAREWELL = 6
"""Words of a greeting below which a name signs: *Salam hangat,*."""
MAX_NAMES = 4
"""Lines of name and office with the telephone number below them."""
_TITLES = frozenset({"dr.", "drg.", "drh.", "bin", "binti", "dan"})
_NAME = Pattern(r"[^\W\d_][\w .,'’()&/-]{2,80}$")


def find_answering(lines: Sequence[Line], first: int, last: int) -> None:
    """Names set apart above a telephone number, within the copy: more of it stands below."""
    for at in range(first + 1, last):
        line, below = lines[at], lines[at + 1]
        is_name = line.kind is PartKind.BODY and line.words <= MAX_FAREWELL and not line.is_sentence
        is_reached = below.kind is PartKind.CONTACT and not below.after_gap
        if is_name and is_reached and line.after_gap and _NAME.match(line_signs.bare(line.text)):
            line.settle(PartKind.CONTACT, 0.6)


def find_signatories(lines: Sequence[Line], begin: int) -> None:
    """Names and offices held, below the running text and beside what surely is furniture."""
    numbering = Numbering()
    for line in lines[:begin]:
        numbering.goes_on(line.text)
    is_below_contact = False
    for at in range(begin, len(lines)):
        line = lines[at]
        is_below_contact = is_below_contact or line.kind is PartKind.CONTACT
        is_numbered = numbering.goes_on(line.text)
        if line.kind is not PartKind.BODY or line.is_sentence or line.is_frame or is_numbered:
            continue
        if is_item(line.text) or is_one_of_many(lines, at) or _heads_list(lines, at):
            continue
        if is_below_contact and _is_left_over(lines, at):
            line.settle(PartKind.SIGNATURE, 0.5)
        if not _NAME.match(line_signs.bare(line.text)):
            continue
        if len(line.text) > line_signs.MAX_SHORT or not _may_be_name(line.text):
            continue
        if _heads_contact(lines, at):
            line.settle(PartKind.CONTACT, 0.7)
        elif line_signs.is_position(line.text) or line_signs.is_office(line.text):
            line.settle(PartKind.SIGNATURE, 0.75)
        elif _has_furniture_beside(lines, at) and line.words <= 7:
            line.settle(PartKind.SIGNATURE, 0.65)


def _heads_contact(lines: Sequence[Line], at: int) -> bool:
    """Whether a line opens a block of few lines that goes on with telephone or address."""
    above = lines[at - 1]
    is_second = above.kind is PartKind.CONTACT and not lines[at].after_gap
    signs_off = above.kind is PartKind.GREETING and above.words <= MAX_FAREWELL
    is_second = is_second and not line_signs.is_service(above.text)
    if signs_off or not (lines[at].after_gap or is_second):
        return False
    for line in lines[at + 1 : at + MAX_NAMES]:
        if line.after_gap or line.is_sentence:
            return False
        if line.kind is PartKind.CONTACT:
            return not line_signs.is_service(line.text)
        if line.kind is not PartKind.BODY:
            return False
    return False


def _has_furniture_beside(lines: Sequence[Line], at: int) -> bool:
    """Whether a line stands apart from the running text, or beside a signature or a greeting."""
    if lines[at].after_gap:
        return True
    beside = [lines[n] for n in (at - 1, at + 1) if 0 <= n < len(lines)]
    return any(line.kind in (PartKind.SIGNATURE, PartKind.GREETING) for line in beside)


def _heads_list(lines: Sequence[Line], at: int) -> bool:
    """Whether a line in capitals stands close above what it heads: *PEMENANG*, *Putra: Rudi*."""
    below = lines[at + 1] if at + 1 < len(lines) else None
    if below is None or below.after_gap or below.kind is not PartKind.BODY:
        return False
    return line_signs.is_capitals(lines[at].text) and (is_item(below.text) or ":" in below.text)


def _is_left_over(lines: Sequence[Line], at: int) -> bool:
    """Whether a line that tells nothing stands below the contact, and no list is below it."""
    text = lines[at].text
    below = lines[at + 1] if at + 1 < len(lines) else None
    return (
        len(text) <= line_signs.MAX_SHORT
        and not line_signs.is_acting(text)
        and not is_timed(lines[at])
        and not (below is not None and is_item(below.text))
    )


def _may_be_name(text: str) -> bool:
    """Whether a line is no sentence that lost its end or is short: *Warga pun pulang.*"""
    last = text.rsplit(maxsplit=1)[-1]
    closes = last[-1] in "!?:;" or (last[-1] == "." and last[:1].islower())
    return not closes and (_is_titled(text) or not line_signs.is_acting(text))


def _is_titled(text: str) -> bool:
    """Whether every word has a capital, as in a name: *dr. Bernadeta Wulan, M.Kes.*."""
    words = [word for word in text.split() if word[0].isalpha() and word not in _TITLES]
    return 0 < len(words) <= MAX_FAREWELL and all(word[0].isupper() for word in words)
