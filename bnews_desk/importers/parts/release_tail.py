"""Classifies the lines in and below the running text: captions, signatures, contacts, lists."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from bnews_desk.frame.furniture import line_class, line_patterns
from bnews_desk.frame.furniture.line_class import LineClass
from bnews_desk.frame.furniture.part_kind import PartKind
from bnews_desk.importers.parts.part_line import PartLine
from bnews_desk.patterns import Pattern

MAX_ITEM = 120
"""Maximum code points of an enclosure's or copy recipient's line."""
_TICKS = frozenset("✅✔☑✓➡▶🔹🔸🔺🔻👉⭐🌟")
"""Pictographs that begin list items; others are labels, such as a telephone or an envelope."""
ITEM = Pattern(r"\s*(?:\d{1,2}|[a-z])[.)]\s|\s*[-•*▪–]\s")
"""The beginning of a list item."""
_TIMED = Pattern(
    r"(?:[-•*▪–]\s*|\d{1,2}[.)]\s+)?(?:(?:pukul|jam)\s+)?[012]?\d[.:][0-5]\d(?!\d|[.:]\d)\W",
    re.IGNORECASE,
)


def is_timed(line: PartLine) -> bool:
    """Whether a line begins with a time of day, like those of an agenda."""
    return bool(_TIMED.match(line.text[:MAX_ITEM]))


def is_item(text: str) -> bool:
    """Whether a line is a list item, and not text between two dashes."""
    return bool(ITEM.match(text)) and text.rstrip()[-1:] not in "-–—"


def list_sign(text: str) -> str:
    """The sign at the start of a list item, '' for other lines; all numbers count as one sign."""
    sign = text.lstrip()[:1]
    if ITEM.match(text):
        return "1" if sign.isalnum() else sign
    return sign if sign in _TICKS else ""


def is_one_of_many(lines: Sequence[PartLine], at: int) -> bool:
    """Whether this line and a neighbour begin with a pictograph, as in a list: *✅ Taman
    bermain*.
    """
    sign = lines[at].text.lstrip()[:1]
    beside = (*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2])
    return line_class.is_pictograph(sign) and any(line.text.lstrip()[:1] == sign for line in beside)


_NUMBERED = Pattern(r"[\s*_]{0,4}([A-Z]|[IVX]{1,5})[.)]\s")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_LETTERS = tuple("ABCDEFGHIJKLMN")


class HeadingSequence:
    """The capital letters by which lines were numbered so far, in the order of the text.

    The initial of a name continues no sequence: *M. Yusuf*, *A. Rahman*.
    """

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def goes_on(self, text: str) -> bool:
        """Whether a line is numbered by the letter after one that was seen; records its letter."""
        found = _NUMBERED.match(text)
        if not found:
            return False
        number = found[1]
        self._seen.add(number)
        return any(
            number in series[1:] and series[series.index(number) - 1] in self._seen
            for series in (_ROMAN, _LETTERS)
        )


MAX_FAREWELL = 6
"""Maximum words of a closing phrase above a signature: *Salam hangat,*."""
MAX_NAMES = 4
"""Maximum lines of name and office above a telephone number."""
_TITLES = frozenset({"dr.", "drg.", "drh.", "bin", "binti", "dan"})
_NAME = Pattern(r"[^\W\d_][\w .,'’()&/-]{2,80}$")


def find_answering(lines: Sequence[PartLine], first: int, last: int) -> None:
    """Settle names above a telephone number within the copy, set apart from it, as contacts."""
    for at in range(first + 1, last):
        line, below = lines[at], lines[at + 1]
        is_name = line.kind is PartKind.BODY and line.words <= MAX_FAREWELL and not line.is_sentence
        is_reached = below.kind is PartKind.CONTACT and not below.after_gap
        if (
            is_name
            and is_reached
            and line.after_gap
            and _NAME.match(line_class.trimmed_line(line.text))
        ):
            line.settle(PartKind.CONTACT, 0.6)


def find_signatories(lines: Sequence[PartLine], begin: int) -> None:
    """Settle names and offices below the running text, next to sure furniture, as signatures."""
    numbering = HeadingSequence()
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
        if not _NAME.match(line_class.trimmed_line(line.text)):
            continue
        if len(line.text) > line_class.MAX_SHORT or not _may_be_name(line.text):
            continue
        if _heads_contact(lines, at):
            line.settle(PartKind.CONTACT, 0.7)
        elif line_class.is_position(line.text) or line_class.is_office(line.text):
            line.settle(PartKind.SIGNATURE, 0.75)
        elif _has_furniture_beside(lines, at) and line.words <= 7:
            line.settle(PartKind.SIGNATURE, 0.65)


def _heads_contact(lines: Sequence[PartLine], at: int) -> bool:
    """Whether a line begins a short block that contains a telephone number or address."""
    above = lines[at - 1]
    is_second = above.kind is PartKind.CONTACT and not lines[at].after_gap
    signs_off = above.kind is PartKind.GREETING and above.words <= MAX_FAREWELL
    is_second = is_second and not line_class.is_service(above.text)
    if signs_off or not (lines[at].after_gap or is_second):
        return False
    for line in lines[at + 1 : at + MAX_NAMES]:
        if line.after_gap or line.is_sentence:
            return False
        if line.kind is PartKind.CONTACT:
            return not line_class.is_service(line.text)
        if line.kind is not PartKind.BODY:
            return False
    return False


def _has_furniture_beside(lines: Sequence[PartLine], at: int) -> bool:
    """Whether a line is separated from the running text, or next to a signature or
    closing phrase.
    """
    if lines[at].after_gap:
        return True
    beside = [lines[n] for n in (at - 1, at + 1) if 0 <= n < len(lines)]
    return any(line.kind in (PartKind.SIGNATURE, PartKind.GREETING) for line in beside)


def _heads_list(lines: Sequence[PartLine], at: int) -> bool:
    """Whether a line in capitals is the heading of the list below it: *PEMENANG*, *Putra: Rudi*."""
    below = lines[at + 1] if at + 1 < len(lines) else None
    if below is None or below.after_gap or below.kind is not PartKind.BODY:
        return False
    return line_class.is_capitals(lines[at].text) and (is_item(below.text) or ":" in below.text)


def _is_left_over(lines: Sequence[PartLine], at: int) -> bool:
    """Whether a line without a verb is below the contact, and no list is below it."""
    text = lines[at].text
    below = lines[at + 1] if at + 1 < len(lines) else None
    return (
        len(text) <= line_class.MAX_SHORT
        and not line_class.is_acting(text)
        and not is_timed(lines[at])
        and not (below is not None and is_item(below.text))
    )


def _may_be_name(text: str) -> bool:
    """Whether a line may be a name: no sentence that lost its end or is short (*Warga pun
    pulang.*).
    """
    last = text.rsplit(maxsplit=1)[-1]
    closes = last[-1] in "!?:;" or (last[-1] == "." and last[:1].islower())
    return not closes and (_is_titled(text) or not line_class.is_acting(text))


def _is_titled(text: str) -> bool:
    """Whether every word is capitalised, as in a name: *dr. Bernadeta Wulan, M.Kes.*."""
    words = [word for word in text.split() if word[0].isalpha() and word not in _TITLES]
    return 0 < len(words) <= MAX_FAREWELL and all(word[0].isupper() for word in words)


MAX_CAPTION = 500
"""Maximum code points of a caption below its label."""
MAX_LABEL = 80
"""Maximum code points of a label for the lines below it."""
MAX_BLOCK = 4
"""Lines below a label in which a telephone number is searched."""
MAX_ITEMS = 20
"""Lines of a list that are examined to tell its kind."""
_TEAM = Pattern(r"(?:tim|bagian|bidang|seksi)\b[^:\d@]*$", re.IGNORECASE)
"""A team that signs below a general telephone number; it is no person to contact."""
_ONLY_IN_HEAD = frozenset(
    {
        PartKind.MARK,
        PartKind.NUMBER,
        PartKind.DATE,
        PartKind.ADDRESSEE,
        PartKind.LETTERHEAD,
        PartKind.ATTACHMENTS,
    }
)
_RUNNING = frozenset({PartKind.MARK, PartKind.NUMBER})
"""Kinds of lines that are repeated at the head of pages with varying words."""
_BLOCKS = frozenset({PartKind.CONTACT, PartKind.SIGNATURE})
_LISTS = frozenset({PartKind.CARBON_COPY, PartKind.ATTACHMENTS})


def classify_tail_lines(lines: list[PartLine], first: int) -> None:
    """Settle every line from the line ``first`` of running text on."""
    last = _last_copy(lines, first)
    seen = {
        line.text.strip().casefold() for line in lines[:first] if line.kind is PartKind.LETTERHEAD
    }
    headed = {line.kind for line in lines[:first]} & _RUNNING
    section: PartKind | None = None
    above: PartLine | None = None
    for at in range(first, len(lines)):
        line = lines[at]
        if line.kind is not None:
            section = None
        elif line.text.strip().casefold() in seen and section not in _BLOCKS:
            signs_off = at > last and line_class.is_office(line.text)
            line.settle(PartKind.SIGNATURE if signs_off else PartKind.FURNITURE, 0.8)
        elif line.sign is not None and line.sign.kind in headed and at < last:
            line.settle(PartKind.FURNITURE, 0.8)
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
            if section is PartKind.CAPTION and not ITEM.match(line.text):
                section = None
        else:
            section = _labelled(lines, at) if at > last else None
            _settle_copy(line, section)
        above = line
    find_answering(lines, first, last)
    find_signatories(lines, max(first, last + 1))


def _last_copy(lines: Sequence[PartLine], first: int) -> int:
    """The last line of running text that does not belong to a label above it."""
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


def _is_captioned(lines: Sequence[PartLine], at: int) -> bool:
    """Whether the line above is only the label of a caption."""
    sign = lines[at - 1].sign if at else None
    return sign is not None and sign.kind is PartKind.CAPTION and sign.only_label


def _counts(line: PartLine, sign: LineClass, section: PartKind | None, *, in_tail: bool) -> bool:
    """Whether a line's own classification is valid at its position."""
    kind = sign.kind
    if section in _LISTS and (ITEM.match(line.text) or kind is PartKind.ADDRESSEE):
        return False
    return in_tail or kind not in _ONLY_IN_HEAD


def _is_programme(lines: Sequence[PartLine], at: int) -> bool:
    """Whether a line belongs to an agenda: it begins with a time, or is a day above a time."""
    sign, below = lines[at].sign, lines[at + 1] if at + 1 < len(lines) else None
    if sign is not None and sign.kind is PartKind.DATE:
        return below is not None and is_timed(below)
    return sign is None and is_timed(lines[at])


def _settle_signed(line: PartLine, sign: LineClass) -> PartKind | None:
    """Settle a line by its classification; returns the kind that lines below it may continue."""
    kind = sign.kind
    if kind in (PartKind.LETTERHEAD, PartKind.DATE):
        kind = PartKind.SIGNATURE
    line.settle(kind, sign.sureness)
    return kind if sign.goes_on or kind is PartKind.SIGNATURE else None


def _goes_on(section: PartKind, above: PartLine, line: PartLine) -> bool:
    text = line.text.strip()
    if section is PartKind.CAPTION:
        return len(text) <= MAX_CAPTION and not line_class.is_position(text)
    if section in _LISTS:
        if ITEM.match(text):
            return len(text) <= line_class.MAX_LINE
        ends_items = bool(ITEM.match(above.text)) and text[:1].isupper()
        return len(text) <= line_class.MAX_LINE and not line.after_gap and not ends_items
    if (
        section is PartKind.CONTACT
        and _TEAM.match(line_class.trimmed_line(text))
        and line_class.has_contact(above.text)
    ):
        return False
    if section is PartKind.CONTACT and line_class.is_position(text[:MAX_LABEL]):
        return len(text) <= line_class.MAX_LINE and not line.after_gap
    return (
        len(text) <= line_class.MAX_SHORT
        and not line.is_sentence
        and not (line.after_gap and text[-1:] == ".")
        and not _is_headed(above, line)
    )


def _is_headed(above: PartLine, line: PartLine) -> bool:
    """Whether a line below a gap begins a new list."""
    return line.after_gap and bool(re.match(r".{0,60}:$", line.text.strip()))


def _opens_anew(lines: Sequence[PartLine], at: int, section: PartKind, *, in_tail: bool) -> bool:
    """Whether a line is the heading of running text, or the label of another section."""
    label = _labelled(lines, at) if in_tail else None
    return _heads_copy(lines, at) or label not in (None, section)


def _heads_copy(lines: Sequence[PartLine], at: int) -> bool:
    """Whether a separate line is a subheading above running text: *Tentang PMI Kota Blitar*."""
    below = lines[at + 1] if at + 1 < len(lines) else None
    return (
        (
            lines[at].after_gap
            or bool(line_patterns.ABOUT.match(line_class.trimmed_line(lines[at].text)))
        )
        and below is not None
        and below.sign is None
        and below.is_sentence
        and not below.after_gap
    )


def _labelled(lines: Sequence[PartLine], at: int) -> PartKind | None:
    """The kind of a label below the copy, by the lines under it: enclosures or contacts."""
    line, below = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    text = line_class.trimmed_line(line.text)
    if below is None or line.is_frame or line.is_sentence or len(text) > MAX_LABEL:
        return None
    is_label = text[-1:] == ":"
    is_enclosed = bool(line_patterns.ENCLOSED_LABEL.match(text))
    if is_label and not is_enclosed and _reaches(lines, at):
        return PartKind.CONTACT
    if not (is_label or is_enclosed):
        return None
    return PartKind.ATTACHMENTS if _lists_enclosures(lines, at) else None


def _reaches(lines: Sequence[PartLine], label: int) -> bool:
    """Whether the block under a label contains a telephone number or an address."""
    block = lines[label + 1 : label + 1 + MAX_BLOCK]
    for at, line in enumerate(block):
        if at and (line.after_gap or list_sign(line.text) != list_sign(block[0].text)):
            return False
        if line.sign is not None:
            return line.sign.kind is PartKind.CONTACT
        if ITEM.match(line.text) and line_class.has_contact(line.text[: line_class.MAX_LINE]):
            return not line.is_sentence
        if line.is_sentence or line.is_frame:
            return False
    return False


def _lists_enclosures(lines: Sequence[PartLine], label: int) -> bool:
    """Whether most of the lines under a label name pictures, papers or files."""
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
    named = sum(bool(line_patterns.ENCLOSED.search(line.text)) for line in block)
    wanted = (
        3 if line_patterns.ENCLOSED_LABEL.match(line_class.trimmed_line(lines[label].text)) else 2
    )
    return named > 0 and named * wanted >= len(block)


def _settle_copy(line: PartLine, label: PartKind | None) -> None:
    if label is not None:
        line.settle(label, 0.7)
    elif line.is_frame:
        line.settle(PartKind.BODY, 0.97)
    elif line.is_sentence:
        line.settle(PartKind.BODY, 0.95)
    else:
        line.settle(PartKind.BODY, 0.7)
