"""Classifies one line of a press release by its own words, without its neighbours."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from bnews_desk.frame.furniture import line_patterns
from bnews_desk.frame.furniture.part_kind import PartKind

_TRIM = " \t\u00a0\u200b\u200e\ufeff*_~•·▪➢►‼⁉-–—>|[]【】"
"""Marks stripped from both ends of a line; pictographs are recognised by their category."""
_PICTOGRAPHS = frozenset({"So", "Sk", "Cf", "Mn", "Me"})
_LETTERS_END = "\u2000"
"""Below this code point are accented letters, and signs such as the copyright sign."""
_CLOSERS = " \t\u00a0\"”’')]*_"
MAX_LINE = 160
"""Greatest length in code points; a longer line is running text unless it addresses the
newsroom."""
MAX_ADDRESS = 600
"""Greatest length of a paragraph that addresses the newsroom, in code points."""
MAX_SHORT = 90
"""Greatest length of a line inside a contact or signature block, in code points."""

MAX_UNCLOSED = 20
"""From this many words on a line is running text even without a full stop."""
MAX_MARK = 8
"""Most words of a line that says that this is a release."""
MAX_NAMED = 3
"""Most words in capitals that name a kind of release: ``RILIS KEJADIAN``."""
LONG_WORD = 4
"""Words with at least this many letters have a capital in a headline."""
MIN_TITLED = 3
"""Least number of capitalised words in a headline."""
MAX_SERVED = 12
"""Most words of a line that names a number to call."""
MAX_THANKS = 6
"""Most words of a line that is nothing but thanks."""


class LineClass(NamedTuple):
    """What a line is, by its own words alone.

    ``goes_on`` says that lines below may belong to it; ``only_label`` that it only introduces what
    follows.
    """

    kind: PartKind
    sureness: float
    goes_on: bool = False
    only_label: bool = False


def trimmed_line(line: str) -> str:
    """A line without the marks and pictographs around it."""
    start, end = 0, len(line)
    while start < end and _is_around(line[start]):
        start += 1
    while start < end and _is_around(line[end - 1]):
        end -= 1
    return line[start:end]


def _is_around(sign: str) -> bool:
    return sign in _TRIM or is_pictograph(sign)


def is_pictograph(sign: str) -> bool:
    """Whether a code point is a pictograph or part of one."""
    return sign > _LETTERS_END and unicodedata.category(sign) in _PICTOGRAPHS


def is_sentence(line: str) -> bool:
    """Whether a line is running text: long, or of several words and ended like a sentence."""
    words = len(line.split())
    if (
        words >= MAX_UNCLOSED
        or len(line) > MAX_LINE
        or (words >= 8 and line_patterns.NEWS_DATE.search(line))
    ):
        return True
    return words >= 8 and line.rstrip(_CLOSERS)[-1:] in tuple(".?!…;:") and not is_capitals(line)


def is_capitals(line: str) -> bool:
    """Whether at least nine tenths of a line's letters, four or more, are capitals."""
    letters = [letter for letter in line if letter.isalpha()]
    return len(letters) >= 4 and sum(map(str.islower, letters)) * 10 < len(letters)


def is_office(line: str) -> bool:
    """Whether a line reads as the name of an office and not as something the office does."""
    text = trimmed_line(line)
    return is_authority(text) or (
        bool(line_patterns.OFFICE.match(text))
        and len(text) <= MAX_LINE
        and not line_patterns.ACTING.search(text)
    )


def is_authority(text: str) -> bool:
    """Whether a line names an authority in capitals and not something it does."""
    return bool(line_patterns.AUTHORITY.match(text)) and not is_acting(text)


def is_street(line: str) -> bool:
    """Whether a line gives an address."""
    text = trimmed_line(line)
    if len(text) > MAX_LINE or is_sentence(text) or is_acting(text):
        return False
    return bool(line_patterns.STREET.match(text) or line_patterns.ADDRESS_WORDS.search(text))


def is_news(line: str) -> bool:
    """Whether a line dates an event as news does, or quotes somebody."""
    return bool(line_patterns.NEWS_DATE.search(line) or line_patterns.QUOTED.match(line))


def is_addressee(line: str) -> bool:
    """Whether a line names the addressee of the release."""
    return bool(line_patterns.ADDRESSEE.match(trimmed_line(line)))


def has_contact(line: str) -> bool:
    """Whether a line has a telephone number, a mail address or a site."""
    return bool(line_patterns.CONTACT_IN.search(line))


def is_service(line: str) -> bool:
    """Whether a line gives an office's public contact and not a contact person."""
    return bool(line_patterns.SERVICE.match(trimmed_line(line)))


def is_position(line: str) -> bool:
    """Whether a line names a position, as it stands above a signature."""
    text = trimmed_line(line)
    return (
        len(text) <= MAX_SHORT
        and bool(line_patterns.POSITION.match(text))
        and not line_patterns.ACTING.search(text)
    )


def is_titled(line: str) -> bool:
    """Whether the longer words of a line are capitalised and it does not end like a sentence."""
    words = [word for word in trimmed_line(line).split() if len(word) >= LONG_WORD]
    is_cased = all(not word[0].isalpha() or word[0].isupper() for word in words)
    return is_cased and len(words) >= MIN_TITLED and line.rstrip(_CLOSERS)[-1:] not in (".", ":")


def is_acting(line: str) -> bool:
    """Whether a line tells of an action, as headlines do and names do not."""
    return bool(line_patterns.ACTING.search(line))


def classify_line(line: str) -> LineClass | None:
    """Classify a line by its own words; None where they say nothing."""
    text = trimmed_line(line)
    if not text or not any(map(str.isalnum, text)):
        return LineClass(PartKind.FURNITURE, 0.95)
    if line_patterns.MAIL_HEADER.match(text) and len(text) <= MAX_LINE:
        return LineClass(PartKind.ADDRESSEE, 0.9, goes_on=True)
    if line_patterns.SITE_MENU.match(text):
        return LineClass(PartKind.FURNITURE, 0.9)
    if is_capitals(text) and _is_named_mark(text):
        return LineClass(PartKind.MARK, 0.9)
    if (
        line_patterns.NEWSROOM_OPENING.match(text)
        and len(text) <= MAX_ADDRESS
        and not line_patterns.QUOTED.match(text)
        and not line_patterns.SIGNATURE.match(text)
        and not _goes_over_to_news(text)
        and not _is_headline(text)
    ):
        return _said(text)
    if (
        line_patterns.OFFER_OF_MORE.match(text)
        and len(text) <= MAX_LINE
        and line_patterns.SENDER_WORDS.search(text)
    ):
        return LineClass(PartKind.CONTACT if has_contact(text) else PartKind.GREETING, 0.8)
    if _is_to_us(text) and not line_patterns.SIGNATURE.match(text):
        return LineClass(PartKind.GREETING, 0.8)
    if line_patterns.LEGAL_NOTICE.match(text):
        return LineClass(PartKind.FURNITURE, 0.85)
    if len(text) > MAX_LINE:
        return _long(text)
    return _short(text)


def _goes_over_to_news(text: str) -> bool:
    """Whether running text follows a greeting: *Halo, sobat! Relawan membawa …*."""
    greeted = line_patterns.GREETED.match(text)
    if greeted is None or line_patterns.NEWSROOM_OPENING.match(greeted["rest"]):
        return False
    return is_sentence(greeted["rest"]) and not line_patterns.ADDRESSING_WORDS.search(
        greeted["rest"]
    )


def _said(text: str) -> LineClass:
    if line_patterns.ADDRESSED.match(text):
        return LineClass(PartKind.ADDRESSEE, 0.9, goes_on=True)
    return LineClass(PartKind.GREETING, 0.95 if len(text) <= MAX_LINE else 0.85)


def _long(text: str) -> LineClass | None:
    if line_patterns.CAPTION.match(text) and ":" in text[:40]:
        return LineClass(PartKind.CAPTION, 0.9)
    if line_patterns.CONTACT.match(text) and has_contact(text):
        return LineClass(PartKind.CONTACT, 0.85)
    return None


def _is_to_us(text: str) -> bool:
    """Whether a paragraph addresses the newsroom in words of its own."""
    if (
        len(text) > MAX_ADDRESS
        or line_patterns.NEWS_DATE.search(text)
        or line_patterns.QUOTED.match(text)
    ):
        return False
    words = len(text.split())
    if words <= MAX_THANKS and _only_thanks(text):
        return True
    if words <= MAX_UNCLOSED and _closes_with_thanks(text):
        return True
    if line_patterns.TO_THE_NEWSROOM.search(text) and line_patterns.SENDER_WORDS.search(text):
        return True
    return len({word.lower() for word in line_patterns.MESSAGE_WORDS.findall(text)}) >= 3


def _closes_with_thanks(text: str) -> bool:
    """Whether the last sentence of a short paragraph is nothing but thanks."""
    last = text.rstrip(".!? ").replace("!", ".").rpartition(". ")[2]
    return last != text and len(last.split()) <= MAX_THANKS and _only_thanks(last)


def _only_thanks(text: str) -> bool:
    """Whether a line is nothing but thanks."""
    rest, count = line_patterns.THANKS.subn("", text)
    return count > 0 and not is_acting(rest)


def _short(text: str) -> LineClass | None:
    for look in (_of_the_page, _of_the_head, _of_the_foot):
        sign = look(text)
        if sign is not None:
            return sign
    return None


def _of_the_page(text: str) -> LineClass | None:
    if line_patterns.PAGE.match(text):
        return LineClass(PartKind.FURNITURE, 0.9)
    return None


def _is_named_mark(text: str) -> bool:
    """Whether a line says that this is a release and on what: ``SIARAN PERS Hari Koperasi``."""
    label = line_patterns.RELEASED.match(text)
    words = len(text.split())
    if label and words <= MAX_NAMED and is_capitals(text) and not is_acting(text[label.end() :]):
        return not line_patterns.NUMBERED_MARK.match(text)
    return (
        bool(line_patterns.NAMED_MARK.match(text) or (label and is_office(text[label.end() :])))
        and not line_patterns.NUMBERED_MARK.match(text)
        and words <= MAX_MARK
        and text[-1:] not in tuple(".?!")
    )


def _of_the_head(text: str) -> LineClass | None:
    if line_patterns.MARK.match(text):
        return LineClass(PartKind.MARK, 0.97)
    if line_patterns.NUMBERED_MARK.match(text):
        return LineClass(PartKind.NUMBER, 0.95)
    if _is_named_mark(text):
        return LineClass(PartKind.MARK, 0.8)
    if line_patterns.NUMBER.match(text) and not line_patterns.DATE_LINE.match(text):
        return LineClass(PartKind.NUMBER, 0.95)
    if line_patterns.CARBON_COPY.match(text):
        return LineClass(PartKind.CARBON_COPY, 0.95, goes_on=True)
    if line_patterns.ATTACHMENTS.match(text) or line_patterns.ENCLOSED_AT.match(text):
        return LineClass(PartKind.ATTACHMENTS, 0.9, goes_on=True)
    if line_patterns.ADDRESSEE.match(text):
        return LineClass(PartKind.ADDRESSEE, 0.9, goes_on=True)
    if line_patterns.DATE_LINE.match(text):
        return LineClass(PartKind.DATE, 0.93)
    if is_authority(text):
        return LineClass(PartKind.LETTERHEAD, 0.95, goes_on=True)
    if line_patterns.REGISTRATION_NUMBER.match(text):
        return LineClass(PartKind.LETTERHEAD, 0.85, goes_on=True)
    return None


def _of_the_foot(text: str) -> LineClass | None:
    if line_patterns.CREDITED.search(text) and not is_news(text):
        return LineClass(PartKind.CAPTION, 0.8)
    if line_patterns.CAPTION.match(text):
        label = bool(line_patterns.CAPTION_LABEL.match(text))
        return LineClass(PartKind.CAPTION, 0.93, goes_on=label, only_label=label)
    if line_patterns.SIGNATURE.match(text):
        return LineClass(PartKind.SIGNATURE, 0.92, goes_on=True)
    if _is_mostly_contact(text):
        return LineClass(PartKind.CONTACT, 0.85, goes_on=True)
    if line_patterns.CONTACT_WORDS.match(text) and has_contact(text) and len(text.split()) <= 12:
        return LineClass(PartKind.CONTACT, 0.8, goes_on=True)
    if line_patterns.CONTACT.match(text) and not _is_headline(text):
        label = bool(line_patterns.LABEL.match(text))
        return LineClass(PartKind.CONTACT, 0.93, goes_on=True, only_label=label)
    if is_street(text) or _is_served_at(text):
        return LineClass(PartKind.CONTACT, 0.8, goes_on=True)
    return None


def _is_headline(text: str) -> bool:
    """Whether a line reads like a headline: *Layanan Pelanggan PDAM Dikeluhkan*."""
    is_said = bool(line_patterns.ADDRESSED_TO.match(text))
    is_told = is_titled(text) and is_acting(text)
    return is_told and not is_said and ":" not in text and not has_contact(text)


def _is_served_at(text: str) -> bool:
    """Whether a line only names a number that the public may call."""
    is_short = len(text.split()) <= MAX_SERVED and not is_sentence(text)
    return is_short and not is_acting(text) and bool(line_patterns.PUBLIC_NUMBER.match(text))


def _is_mostly_contact(text: str) -> bool:
    """Whether a line has little more than a name beside telephone numbers, addresses or sites."""
    rest, count = line_patterns.CONTACT_IN.subn("", line_patterns.LETTER_LABEL.sub("", text))
    if not count or is_sentence(text):
        return False
    return len(rest.split()) <= 7 and rest.rstrip()[-1:] not in (".", "?", "!")
