"""Recognises the sender's dateline, at the start of the body or on a line of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bnews_desk.importers.parts.part_line import PartLine
from bnews_desk.patterns import Pattern
from bnews_desk.text import Span

if TYPE_CHECKING:
    from bnews_desk.frame.release_frame import FrameReader

_DAY = r"(?:\d{1,2}\s+[^\W\d_]{3,9}(?:\s+\d{4})?|\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?)"
_PLACE = r"(?:[A-Z][^\W\d_]+|[A-Z]{2,})(?:[ .][A-Z][^\W\d_]*){0,3}"
_DASH = r"(?:[–—−-]{1,2}|\|)"
_PLACES = r"[A-Z]{3,}(?:[ .,/]{1,2}[A-Z]{2,}){0,3}"
_SITE = r"[\w-]{2,30}(?:\.[\w-]{2,20}){1,3}"
_NAMED = rf"(?:{_SITE}|[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]*){{0,2}})"
_OPENING = Pattern(
    rf"[\s*_(]{{0,5}}(?:{_PLACE}\s*(?:,\s*\(|[,(/])\s*(?:[^\W\d_]{{4,6}}\s*[,(]\s*)?{_DAY}\s*\)?"
    rf"|{_PLACE}(?=,?\s{{0,3}}[–—-]\s{{1,3}}[\"“‘]?[A-Z])"
    rf"|[\w-]{{2,40}}(?:\.[\w-]{{2,20}}){{0,2}}\.(?:id|com|net|org)\b"
    rf"|{_PLACES}(?:\s*\([^)\n]{{2,30}}\))?)"
    rf"[*_),]{{0,3}}\s*{_DASH}[*_]{{0,3}}\s*(?:\(\s*{_DAY}\s*\)\s*)?(?=[\"“‘(*_]{{0,3}}[^\W_])"
    rf"|[\s*_(]{{0,5}}{_PLACE}\s*(?:,\s*\(|[,(/])\s*{_DAY}\s*\)?[*_]{{0,3}}\s*[.:][*_]{{0,3}}\s+(?=[\"“‘]?[A-Z])"
    r"|[\s*_]{0,5}[A-Z]{4,}(?: [A-Z]{4,})?[*_]{0,3}[,.]\s+(?=[A-Z][a-z])"
    rf"|[\s*_]{{0,5}}{_NAMED},\s{_NAMED}[*_.]{{0,3}}\s{{0,3}}[–—-]{{1,2}}[*_]{{0,3}}\s+(?=[\"“‘]?[A-Z])"
    rf"|[\s*_]{{0,5}}{_PLACE}[*_]{{0,3}}(?:;\s+|—)(?=[\"“‘]?[A-Z])"
    rf"|[\s*_]{{0,5}}(?:MC|IKP|PPID) {_PLACES}[*_]{{0,3}}\s*{_DASH}\s+(?=[\"“‘]?[A-Z])"
    rf"|\({_PLACE}(?:,\s|\s)\(?{_DAY}\)\s+(?=[\"“‘]?[A-Z])"
)
_ALONE = Pattern(
    rf"[\s*_(]{{0,5}}(?:{_PLACE}\s*[,(/]\s*{_DAY}\s*\)?|{_PLACES})[*_)]{{0,3}}\s*{_DASH}[\s*_]*$"
)
_PLACED = Pattern(rf"[\s*_]{{0,5}}{_PLACE},(?: [A-Z][\w.]{{1,20}}){{1,4}}[\s*_]*$")
"""A place and an organisation: *Blitar, Kabar Santri*."""
_DATED = Pattern(rf"\s*\(\s*{_DAY}\s*\)\s*(?=[\"“‘]?[A-Z])")
"""A date after a dateline: *BLITAR – (20 November 2025) Pabrik …*."""
_SUBJECT = Pattern(r"[A-Z][\w-]*(?: (?!dan |serta )[\w()/-]+){3,7}")
"""A subject after *Blitar, *. In a list of places a comma or *dan* would follow sooner."""
_NEAR = 120
"""Code points of a paragraph within which a dateline ends."""


def dateline_of(line: PartLine, reader: FrameReader) -> Span | None:
    """The span, in the release's text, of the dateline at the start of a line, or None."""
    text, start = line.text, line.paragraph.start
    known = reader.datelines.read(text)
    if known is not None:
        dated = _DATED.match(text, known.span.end)
        return Span(start, start + (dated.end() if dated else known.span.end))
    found = _OPENING.match(text[:_NEAR])
    if found:
        return Span(start, start + found.end())
    loose = reader.datelines.loose_opening(text)
    if loose and loose.place and _SUBJECT.match(text, loose.length):
        return Span(start, start + loose.length)
    return None


def opens_with_dateline(text: str) -> bool:
    """Whether a line begins with a sender's dateline in any style and continues."""
    return bool(_OPENING.match(text[:_NEAR]))


def is_dateline_alone(text: str) -> bool:
    """Whether a line is only a place, perhaps a date, and a dash."""
    return len(text) <= _NEAR and bool(_ALONE.match(text))


def is_place_alone(text: str) -> bool:
    """Whether a line below the headline is a place and the name of an organisation."""
    return len(text) <= _NEAR and bool(_PLACED.match(text))
