"""The passages of a paragraph by the language they are in: who is asked about what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bnews_desk.frame.roles import WORDING
from bnews_desk.lexicon.languagetool.tongues import tongue_of
from bnews_desk.rules.rule import Passage
from bnews_desk.text import Span, words

INDONESIAN = "id"


class Stretch(NamedTuple):
    """A stretch of a paragraph in one language; ``text`` is as long as the stretch."""

    start: int
    text: str
    language: str


def foreign_stretches(passage: Passage) -> tuple[Stretch, ...]:
    """The passages in another language: the whole copy, else what is quoted, else sentences.

    In order and apart; none of a related line, a tag or a credit.
    """
    if passage.role not in WORDING:
        return ()
    whole = _stretch(passage, passage.copy)
    if whole is not None and _is_of_one_tongue(whole, passage):
        return (whole,)
    found: list[Stretch] = []
    for span in _candidates(passage):
        stretch = _stretch(passage, span)
        if stretch is not None:
            found.append(stretch)
    return tuple(sorted(found))


def indonesian_stretch(passage: Passage, foreign: tuple[Stretch, ...]) -> Stretch | None:
    """The copy with everything foreign blanked; None where nothing is left."""
    if passage.role not in WORDING:
        return None
    text = passage.text[passage.copy.start : passage.copy.end]
    for stretch in foreign:
        at = stretch.start - passage.copy.start
        text = text[:at] + " " * len(stretch.text) + text[at + len(stretch.text) :]
    return Stretch(passage.copy.start, text, INDONESIAN) if text.strip() else None


def _candidates(passage: Passage) -> Iterator[Span]:
    """What may be in a language of its own: speech, and the sentences that hold none."""
    speech = [q.interior for q in passage.quotations if q.is_speech]
    yield from speech
    for sentence in passage.sentences:
        if not any(sentence.overlaps(said) for said in speech):
            yield sentence


def _stretch(passage: Passage, span: Span) -> Stretch | None:
    text = passage.text[span.start : span.end]
    language = tongue_of(word.folded for word in words(text))
    return Stretch(span.start, text, language) if language else None


def _is_of_one_tongue(whole: Stretch, passage: Passage) -> bool:
    """Whether what is said in a paragraph and what stands around it are in its language."""
    speech = [q.interior for q in passage.quotations if q.is_speech]
    if not speech:
        return True
    said = [_stretch(passage, span) for span in speech]
    around = passage.text[passage.copy.start : passage.copy.end]
    for span in reversed(speech):
        at = span.start - passage.copy.start
        around = around[:at] + around[at + span.end - span.start :]
    told = tongue_of(word.folded for word in words(around))
    return told == whole.language and all(
        one is None or one.language == whole.language for one in said
    )
