"""Cuts a paragraph into spans of one language each, for the second opinion."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bnews_desk.frame.release_frame import COPY_AND_HEADLINE
from bnews_desk.lexicon.languagetool.language_guess import guess_language
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.text import Span, words

INDONESIAN = "id"


class LanguageSpan(NamedTuple):
    """A stretch of a paragraph in one language; ``text`` has the same length."""

    start: int
    text: str
    language: str


def foreign_spans(paragraph: ParagraphContext) -> tuple[LanguageSpan, ...]:
    """The spans in other languages: the whole copy, else quotations, else sentences.

    They are in order and do not overlap; related lines, tags and credits are left out.
    """
    if paragraph.role not in COPY_AND_HEADLINE:
        return ()
    whole = _stretch(paragraph, paragraph.copy)
    if whole is not None and _is_of_one_tongue(whole, paragraph):
        return (whole,)
    found: list[LanguageSpan] = []
    for span in _candidates(paragraph):
        stretch = _stretch(paragraph, span)
        if stretch is not None:
            found.append(stretch)
    return tuple(sorted(found))


def indonesian_span(
    paragraph: ParagraphContext, foreign: tuple[LanguageSpan, ...]
) -> LanguageSpan | None:
    """The copy with everything foreign blanked out; None where nothing is left."""
    if paragraph.role not in COPY_AND_HEADLINE:
        return None
    text = paragraph.text[paragraph.copy.start : paragraph.copy.end]
    for stretch in foreign:
        at = stretch.start - paragraph.copy.start
        text = text[:at] + " " * len(stretch.text) + text[at + len(stretch.text) :]
    return LanguageSpan(paragraph.copy.start, text, INDONESIAN) if text.strip() else None


def _candidates(paragraph: ParagraphContext) -> Iterator[Span]:
    """Spans that may have a language of their own: speech, and the sentences without speech."""
    speech = [q.interior for q in paragraph.quotations if q.is_speech]
    yield from speech
    for sentence in paragraph.sentences:
        if not any(sentence.overlaps(said) for said in speech):
            yield sentence


def _stretch(paragraph: ParagraphContext, span: Span) -> LanguageSpan | None:
    text = paragraph.text[span.start : span.end]
    language = guess_language(word.folded for word in words(text))
    return LanguageSpan(span.start, text, language) if language else None


def _is_of_one_tongue(whole: LanguageSpan, paragraph: ParagraphContext) -> bool:
    """Whether the speech in a paragraph and the text around it have the paragraph's language."""
    speech = [q.interior for q in paragraph.quotations if q.is_speech]
    if not speech:
        return True
    said = [_stretch(paragraph, span) for span in speech]
    around = paragraph.text[paragraph.copy.start : paragraph.copy.end]
    for span in reversed(speech):
        at = span.start - paragraph.copy.start
        around = around[:at] + around[at + span.end - span.start :]
    told = guess_language(word.folded for word in words(around))
    return told == whole.language and all(
        one is None or one.language == whole.language for one in said
    )
