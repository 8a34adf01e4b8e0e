"""Parses and validates a server's untrusted JSON: remarks and languages."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from itertools import islice

from bnews_desk.lexicon.languagetool.opinion import MOST_PROPOSALS, Remark

MOST_REMARKS = 200
"""Most remarks kept for one passage; a passage in the wrong language gets hundreds."""
MOST_MESSAGE_CHARACTERS = 400
MOST_PROPOSAL_CHARACTERS = 200
_ID = re.compile(r"[A-Za-z0-9_.\[\]-]{1,100}")
_CODE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9-]{1,20})?")


def languages_in(data: bytes) -> frozenset[str]:
    """The codes in an answer to ``/languages``; raises ``ValueError`` where it is not one."""
    listed = _parsed(data)
    if not isinstance(listed, list):
        raise ValueError("not a list of languages")
    codes = (entry.get("longCode") for entry in listed if isinstance(entry, Mapping))
    return frozenset(code for code in codes if isinstance(code, str) and _CODE.fullmatch(code))


def remarks_in(data: bytes, text: str) -> tuple[Remark, ...]:
    """The remarks in an answer to ``/check`` on ``text``, in the answer's order.

    Invalid remarks (a place outside the text, no rule id) are left out. Raises ``ValueError`` where
    it is not such an answer.
    """
    answer = _parsed(data)
    matches = answer.get("matches") if isinstance(answer, Mapping) else None
    if not isinstance(matches, list):
        raise ValueError("no matches")
    places = CodePoints(text)
    found = [_remark(match, places) for match in islice(matches, MOST_REMARKS)]
    return tuple(sorted(remark for remark in found if remark is not None))


class CodePoints:
    """Converts the UTF-16 units that Java counts to code points of a text."""

    def __init__(self, text: str) -> None:
        self._units: Sequence[int] = range(len(text) + 1)
        if text and max(text) > "\uffff":
            points: list[int] = []
            for at, char in enumerate(text):
                points += [at] * (2 if char > "\uffff" else 1)
            self._units = [*points, len(text)]

    def span(self, offset: int, length: int) -> tuple[int, int] | None:
        """Start and end in code points; None where outside the text, empty or inside a code
        point."""
        end = offset + length
        if offset < 0 or length <= 0 or end >= len(self._units):
            return None
        start, last = self._units[offset], self._units[end - 1]
        return start, last + 1


def _parsed(data: bytes) -> object:
    try:
        parsed: object = json.loads(data)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    return parsed


def _remark(match: object, places: CodePoints) -> Remark | None:
    if not isinstance(match, Mapping):
        return None
    rule = match.get("rule")
    offset, length = match.get("offset"), match.get("length")
    if not isinstance(rule, Mapping) or type(offset) is not int or type(length) is not int:
        return None
    span = places.span(offset, length)
    rule_id = rule.get("id")
    if span is None or not isinstance(rule_id, str) or not _ID.fullmatch(rule_id):
        return None
    message = _line(match.get("message"), MOST_MESSAGE_CHARACTERS)
    kind = _line(rule.get("issueType"), MOST_MESSAGE_CHARACTERS)
    return Remark(*span, rule_id, kind, message, _proposals(match.get("replacements")))


def _proposals(listed: object) -> tuple[str, ...]:
    if not isinstance(listed, list):
        return ()
    values = (entry.get("value") for entry in listed if isinstance(entry, Mapping))
    usable = [
        value
        for value in islice(values, 10 * MOST_PROPOSALS)
        if isinstance(value, str) and len(value) <= MOST_PROPOSAL_CHARACTERS
        if value.isprintable()
    ]
    return tuple(dict.fromkeys(usable))[:MOST_PROPOSALS]


def _line(value: object, longest: int) -> str:
    """A value as one printable line, cut where too long; '' where it is not text."""
    if not isinstance(value, str):
        return ""
    plain = "".join(char if char.isprintable() else " " for char in value[: 4 * longest])
    joined = " ".join(plain.split())
    return joined if len(joined) <= longest else joined[: longest - 1] + "…"
