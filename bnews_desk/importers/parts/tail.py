"""What stands in and below the running text: captions, signature, contact, lists."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from bnews_desk.importers.parts import signs, wording
from bnews_desk.importers.parts.items import ITEM, MAX_ITEM, is_timed, list_sign
from bnews_desk.importers.parts.kinds import Kind
from bnews_desk.importers.parts.lines import Line
from bnews_desk.importers.parts.signatories import find_answering, find_signatories
from bnews_desk.importers.parts.signs import Sign
from bnews_desk.patterns import Pattern

MAX_CAPTION = 500
"""Code points of a caption below its label."""
MAX_LABEL = 80
"""Code points of a label that names what stands below it."""
MAX_BLOCK = 4
"""Lines under a label in which a telephone number is looked for."""
MAX_ITEMS = 20
"""Lines of a list that are looked at to tell what it lists."""
_TEAM = Pattern(r"(?:tim|bagian|bidang|seksi)\b[^:\d@]*$", re.IGNORECASE)
"""Who signs below a number that is everybody's, and is no person that answers there."""
_ONLY_IN_HEAD = frozenset(
    {Kind.MARK, Kind.NUMBER, Kind.DATE, Kind.ADDRESSEE, Kind.LETTERHEAD, Kind.ATTACHMENTS}
)
_RUNNING = frozenset({Kind.MARK, Kind.NUMBER})
"""What a release's pages repeat at their heads, each in its own words."""
_BLOCKS = frozenset({Kind.CONTACT, Kind.SIGNATURE})
_LISTS = frozenset({Kind.CARBON_COPY, Kind.ATTACHMENTS})


def judge(lines: list[Line], first: int) -> None:
    """Settle every line from the ``first`` of running text on."""
    last = _last_copy(lines, first)
    seen = {line.text.strip().casefold() for line in lines[:first] if line.kind is Kind.LETTERHEAD}
    headed = {line.kind for line in lines[:first]} & _RUNNING
    section: Kind | None = None
    above: Line | None = None
    for at in range(first, len(lines)):
        line = lines[at]
        if line.kind is not None:
            section = None
        elif line.text.strip().casefold() in seen and section not in _BLOCKS:
            signs_off = at > last and signs.is_office(line.text)
            line.settle(Kind.SIGNATURE if signs_off else Kind.FURNITURE, 0.8)
        elif line.sign is not None and line.sign.kind in headed and at < last:
            line.settle(Kind.FURNITURE, 0.8)
        elif _is_programme(lines, at):
            section = None
            _settle_copy(line, None)
        elif line.sign is not None and _counts(line, line.sign, section, in_tail=at > last):
            section = _settle_signed(line, line.sign)
        elif (
            section is not None
            and above is not None
            and not _opens_anew(lines, at, section, in_tail=at > last)
            and _goes_on(section, above, line)
        ):
            line.settle(section, 0.8)
            if section is Kind.CAPTION and not ITEM.match(line.text):
                section = None
        else:
            section = _labelled(lines, at) if at > last else None
            _settle_copy(line, section)
        above = line
    find_answering(lines, first, last)
    find_signatories(lines, max(first, last + 1))


def _last_copy(lines: Sequence[Line], first: int) -> int:
    """The last line of running text that no label above it takes."""
    for at in range(len(lines) - 1, first - 1, -1):
        line = lines[at]
        if (
            line.sign is None
            and line.kind is None
            and line.is_sentence
            and not ITEM.match(line.text)
            and not _is_captioned(lines, at)
        ):
            return at
    return first


def _is_captioned(lines: Sequence[Line], at: int) -> bool:
    """Whether the line above is nothing but the label of a caption."""
    sign = lines[at - 1].sign if at else None
    return sign is not None and sign.kind is Kind.CAPTION and sign.only_label


def _counts(line: Line, sign: Sign, section: Kind | None, *, in_tail: bool) -> bool:
    """Whether a line's own sign holds where it stands."""
    kind = sign.kind
    if section in _LISTS and (ITEM.match(line.text) or kind is Kind.ADDRESSEE):
        return False
    return in_tail or kind not in _ONLY_IN_HEAD


def _is_programme(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is one of an agenda: it opens with an hour, or is a day above an hour."""
    sign, below = lines[at].sign, lines[at + 1] if at + 1 < len(lines) else None
    if sign is not None and sign.kind is Kind.DATE:
        return below is not None and is_timed(below)
    return sign is None and is_timed(lines[at])


def _settle_signed(line: Line, sign: Sign) -> Kind | None:
    """Settle a line by its sign; the kind that lines below it may go on with."""
    kind = sign.kind
    if kind in (Kind.LETTERHEAD, Kind.DATE):
        kind = Kind.SIGNATURE
    line.settle(kind, sign.sureness)
    return kind if sign.goes_on or kind is Kind.SIGNATURE else None


def _goes_on(section: Kind, above: Line, line: Line) -> bool:
    text = line.text.strip()
    if section is Kind.CAPTION:
        return len(text) <= MAX_CAPTION and not signs.is_position(text)
    if section in _LISTS:
        if ITEM.match(text):
            return len(text) <= signs.MAX_LINE
        ends_items = bool(ITEM.match(above.text)) and text[:1].isupper()
        return len(text) <= signs.MAX_LINE and not line.after_gap and not ends_items
    if section is Kind.CONTACT and _TEAM.match(signs.bare(text)) and signs.has_contact(above.text):
        return False
    if section is Kind.CONTACT and signs.is_position(text[:MAX_LABEL]):
        return len(text) <= signs.MAX_LINE and not line.after_gap
    return (
        len(text) <= signs.MAX_SHORT
        and not line.is_sentence
        and not (line.after_gap and text[-1:] == ".")
        and not _is_headed(above, line)
    )


def _is_headed(above: Line, line: Line) -> bool:
    """Whether a line below a gap opens something new: a list of its own."""
    return line.after_gap and bool(re.match(r".{0,60}:$", line.text.strip()))


def _opens_anew(lines: Sequence[Line], at: int, section: Kind, *, in_tail: bool) -> bool:
    """Whether a line heads running text, or labels something else than what stands above it."""
    label = _labelled(lines, at) if in_tail else None
    return _heads_copy(lines, at) or label not in (None, section)


def _heads_copy(lines: Sequence[Line], at: int) -> bool:
    """Whether a line set apart stands close above running text: *Tentang PMI Kota Blitar*."""
    below = lines[at + 1] if at + 1 < len(lines) else None
    return (
        (lines[at].after_gap or bool(wording.ABOUT.match(signs.bare(lines[at].text))))
        and below is not None
        and below.sign is None
        and below.is_sentence
        and not below.after_gap
    )


def _labelled(lines: Sequence[Line], at: int) -> Kind | None:
    """What a label below the copy opens by what stands under it: a list, or how to reach them."""
    line, below = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    text = signs.bare(line.text)
    if below is None or line.is_frame or line.is_sentence or len(text) > MAX_LABEL:
        return None
    is_label = text[-1:] == ":"
    is_enclosed = bool(wording.ENCLOSED_LABEL.match(text))
    if is_label and not is_enclosed and _reaches(lines, at):
        return Kind.CONTACT
    if not (is_label or is_enclosed):
        return None
    return Kind.ATTACHMENTS if _lists_enclosures(lines, at) else None


def _reaches(lines: Sequence[Line], label: int) -> bool:
    """Whether a telephone number or an address stands in the block under a label."""
    block = lines[label + 1 : label + 1 + MAX_BLOCK]
    for at, line in enumerate(block):
        if at and (line.after_gap or list_sign(line.text) != list_sign(block[0].text)):
            return False
        if line.sign is not None:
            return line.sign.kind is Kind.CONTACT
        if ITEM.match(line.text) and signs.has_contact(line.text[: signs.MAX_LINE]):
            return not line.is_sentence
        if line.is_sentence or line.is_frame:
            return False
    return False


def _lists_enclosures(lines: Sequence[Line], label: int) -> bool:
    """Whether most of the lines under a label name pictures, papers, files."""
    items = list(
        itertools.takewhile(
            lambda line: len(line.text) <= MAX_ITEM and not line.is_frame,
            itertools.islice(lines, label + 1, label + 1 + MAX_ITEMS),
        )
    )
    block = [items[0]] if items else []
    for line in items[1:]:
        if line.after_gap or bool(ITEM.match(line.text)) != bool(ITEM.match(block[0].text)):
            break
        block.append(line)
    named = sum(bool(wording.ENCLOSED.search(line.text)) for line in block)
    wanted = 3 if wording.ENCLOSED_LABEL.match(signs.bare(lines[label].text)) else 2
    return named > 0 and named * wanted >= len(block)


def _settle_copy(line: Line, label: Kind | None) -> None:
    if label is not None:
        line.settle(label, 0.7)
    elif line.is_frame:
        line.settle(Kind.BODY, 0.97)
    elif line.is_sentence:
        line.settle(Kind.BODY, 0.95)
    else:
        line.settle(Kind.BODY, 0.7)
