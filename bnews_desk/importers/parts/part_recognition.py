"""Divides a press release into its parts, by their words and their positions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from bnews_desk.frame.furniture import line_class
from bnews_desk.frame.furniture.part_kind import PartKind
from bnews_desk.importers.parts import release_head, release_tail
from bnews_desk.importers.parts.part_line import PartLine
from bnews_desk.importers.parts.recognised_parts import Part, RecognisedParts
from bnews_desk.importers.parts.sender_dateline import dateline_of, is_dateline_alone
from bnews_desk.patterns import Pattern
from bnews_desk.release import Release
from bnews_desk.text import paragraphs

if TYPE_CHECKING:
    from bnews_desk.frame.release_frame import FrameReader

MAX_HEAD = 120
"""Maximum code points of a running head."""
_NUMBERED = Pattern(
    r"\s*(?:(?P<first>\d{1,3})\s*[\t|–—]\s*(?P<text>\D.*?)"
    r"|(?P<head>.*?\S)\s*(?:[\t|–—]|\bhal(?:aman)?\b\.?)\s*(?P<last>\d{1,3}))\s*$"
)


def settle_running_text(lines: Iterable[PartLine]) -> None:
    """Settle lines that repeat the same text beside ascending numbers as furniture."""
    pages: dict[str, list[tuple[int, PartLine]]] = defaultdict(list)
    for line in lines:
        found = _NUMBERED.match(line.text) if len(line.text) <= MAX_HEAD else None
        if found:
            text = found["text"] or found["head"]
            number = int(found["first"] or found["last"])
            pages[text.strip().casefold()].append((number, line))
    for numbered in pages.values():
        numbers = [number for number, _ in numbered]
        if len(numbers) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers))):
            for _, line in numbered:
                line.settle(PartKind.FURNITURE, 0.85)


EVERYWHERE = 0.9
"""Where more than this share of lines has an empty line above it, empty lines separate nothing."""

MAX_ADDRESSED_WORDS = 8
"""Maximum words of a line with an addressee's name."""
MIN_HEADLINE_WORDS = 4
"""A line in capitals of fewer words below a sentence is a subheading."""


def recognise_parts(release: Release, reader: FrameReader) -> RecognisedParts:
    """The parts of a release, with the frame of ``reader``'s newsroom taken into account.

    Accepts any text; the time is proportional to its length; deterministic.
    """
    lines = _read(release, reader)
    if not lines:
        return RecognisedParts(())
    first = _first_copy(lines)
    release_head.classify_head_lines(lines, first)
    release_tail.classify_tail_lines(lines, first)
    body = [line for line in lines if line.kind is PartKind.BODY]
    lead = next((line for line in body if line.is_sentence), body[0] if body else None)
    return RecognisedParts(_joined(lines), dateline_of(lead, reader) if lead else None)


def _read(release: Release, reader: FrameReader) -> list[PartLine]:
    lines: list[PartLine] = []
    gap = False
    for paragraph in paragraphs(release.text):
        text = paragraph.text
        if not text.strip():
            gap = True
            continue
        is_frame = reader.is_frame(text) and (gap or not _is_addressed(lines, text))
        is_frame = is_frame and not _is_their_editor(lines, text, reader)
        line = PartLine(paragraph, after_gap=gap and bool(lines), is_frame=is_frame)
        line.sign = None if line.is_frame else line_class.classify_line(text)
        if is_dateline_alone(text):
            line.settle(PartKind.DATELINE, 0.85)
        line.is_sentence = line.is_frame or line_class.is_sentence(text)
        lines.append(line)
        gap = False
    settle_running_text(lines)
    if sum(line.after_gap for line in lines) >= EVERYWHERE * (len(lines) - 1):
        for line in lines:
            line.after_gap = False
    return lines


def _is_addressed(above: list[PartLine], text: str) -> bool:
    """Whether a line may name another addressee: *Redaktur B-news.id*."""
    sign = above[-1].sign if above else None
    is_short = len(text.split()) <= MAX_ADDRESSED_WORDS
    return sign is not None and sign.kind is PartKind.ADDRESSEE and is_short


def _is_their_editor(above: list[PartLine], text: str, reader: FrameReader) -> bool:
    """Whether a credit below a sender's *Pewarta: …* names an editor of another newsroom."""
    sign = above[-1].sign if above else None
    if sign is None or sign.kind not in (PartKind.SIGNATURE, PartKind.CAPTION):
        return False
    credit = reader.credits.read(text)
    return credit is not None and credit.editor not in reader.house.credit.editors


def _first_copy(lines: list[PartLine]) -> int:
    """The number of the first line of running text; the number of lines where there is none."""
    for at, line in enumerate(lines):
        if line.paragraph.number == 0:
            continue
        if line.kind is None and line.sign is None and line.is_sentence:
            if _opens_letter(lines, at):
                line.settle(PartKind.GREETING, 0.7)
                continue
            return at
    return len(lines)


def _opens_letter(lines: list[PartLine], at: int) -> bool:
    """Whether there is a sentence between the addressees and a headline in capitals."""
    line = lines[at]
    if line_class.is_news(line.text) or line_class.is_capitals(line.text) or at + 2 >= len(lines):
        return False
    below, next_below = lines[at + 1 : at + 3]
    is_letter = any(
        above.sign is not None and above.sign.kind in (PartKind.ADDRESSEE, PartKind.GREETING)
        for above in lines[:at]
    )
    is_headline = below.sign is None and below.words >= MIN_HEADLINE_WORDS
    said = lines[at - 1].sign if at else None
    if said is not None and said.kind in (PartKind.ADDRESSEE, PartKind.GREETING):
        is_headline = is_headline and (
            line_class.is_capitals(below.text) or line_class.is_titled(below.text)
        )
    else:
        is_headline = is_headline and line_class.is_capitals(below.text)
    is_above_copy = next_below.is_sentence or line_class.is_capitals(next_below.text)
    return is_letter and is_headline and is_above_copy


class _Run(NamedTuple):
    kind: PartKind
    numbers: list[int]
    sureness: list[float]


def _joined(lines: Iterable[PartLine]) -> tuple[Part, ...]:
    """Adjacent lines of one kind as one part, with the sureness of the least sure."""
    runs: list[_Run] = []
    for line in lines:
        kind = line.kind or PartKind.BODY
        if not runs or runs[-1].kind is not kind:
            runs.append(_Run(kind, [], []))
        runs[-1].numbers.append(line.paragraph.number)
        runs[-1].sureness.append(line.sureness)
    return tuple(Part(run.kind, tuple(run.numbers), min(run.sureness)) for run in runs)
