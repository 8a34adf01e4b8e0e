"""Reads who says what: each quotation with the words that name its speaker."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from bnews_desk.lexicon.attribution_verbs import attribution_verbs
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.text import ABBREVIATIONS, Quotation, Span, Word

_SAYING = frozenset(
    "mengatakan menyampaikan menjelaskan menegaskan menuturkan mengungkapkan menyebut menyebutkan"
    " menambahkan berharap mengaku memaparkan mengajak mengimbau meminta berpesan menekankan"
    " mengingatkan menilai berujar berkata menerangkan membeberkan menyatakan melanjutkan"
    " menyarankan mengakui".split()
)
_PRONOUNS = frozenset({"dia", "ia", "beliau", "nya"})
_ENDS = Pattern(r"[.,;:!?()\"“”\n]")
_MOST_WORDS = 12
"""The speaker is named within this many words behind a verb of saying."""
_SMALL = frozenset({"bin", "binti", "al"})


class Speaker(NamedTuple):
    """A speaker: the capitalised words, folded, and their place in the paragraph.

    Without a name (*ujarnya*, *kata dia*) ``names`` is empty and ``span`` None.
    """

    names: tuple[str, ...] = ()
    span: Span | None = None
    is_pronoun: bool = False


class SpokenQuotation(NamedTuple):
    """A quotation in paragraph ``number``; ``speaker`` is the last one named."""

    number: int
    quotation: Quotation
    speaker: Speaker
    resolved: Speaker


def spoken_quotations(
    paragraphs: Iterable[tuple[int, ParagraphContext]],
) -> tuple[SpokenQuotation, ...]:
    """The quotations that are speech, in order; a pronoun means the last speaker named."""
    found: list[SpokenQuotation] = []
    last = Speaker()
    for number, paragraph in paragraphs:
        quoted = [q for q in paragraph.quotations if is_utterance(paragraph, q)]
        if not quoted:
            last = paragraph.cached(_last_named) or last
            continue
        own = paragraph.cached(_speakers_in)
        for quotation, speaker in zip(quoted, own, strict=True):
            if speaker.names:
                last = speaker
            elif not speaker.is_pronoun and (before := _last_named(paragraph, quotation.start)):
                last = before
            found.append(
                SpokenQuotation(number, quotation, speaker, speaker if speaker.names else last)
            )
    return tuple(found)


def is_utterance(paragraph: ParagraphContext, quotation: Quotation) -> bool:
    """Whether it is speech: more than three words, or two that end like a sentence."""
    if quotation.is_speech:
        return True
    inside = quotation.interior.within(paragraph.text)
    return len(inside.split()) > 1 and inside.rstrip()[-1:] in set(".,!?")


def _speakers_in(paragraph: ParagraphContext) -> tuple[Speaker, ...]:
    quoted = [q for q in paragraph.quotations if is_utterance(paragraph, q)]
    found: list[Speaker] = []
    for at, quotation in enumerate(quoted):
        stop = quoted[at + 1].start if at + 1 < len(quoted) else paragraph.copy.end
        start = quoted[at - 1].end if at else paragraph.copy.start
        speaker = _behind(paragraph, quotation.end, stop) or _before(
            paragraph, start, quotation.start
        )
        found.append(speaker or (found[-1] if found else Speaker()))
    # speech before the first attribution of a paragraph has the next speaker
    for at in range(len(found) - 2, -1, -1):
        if not found[at].names and not found[at].is_pronoun:
            found[at] = found[at + 1]
    return tuple(found)


def _behind(paragraph: ParagraphContext, start: int, stop: int) -> Speaker | None:
    """The speaker named behind a quotation: *…," kata Rini Syarifah*."""
    words = _words_between(paragraph, start, stop)
    if not words:
        return None
    verbs = attribution_verbs()
    for at, word in enumerate(words[:2]):
        if _ENDS.search(paragraph.text[start : word.start].lstrip(',. "”')):
            return None
        if verbs.is_attribution(word.folded) or word.folded in _SAYING:
            named = _named(paragraph, words[at + 1 : at + 1 + _MOST_WORDS], word.end)
            if named.names:
                return named
            following = words[at + 1].folded if at + 1 < len(words) else ""
            is_pronoun = word.folded.endswith("nya") or following in _PRONOUNS
            return Speaker((), None, is_pronoun=is_pronoun) if is_pronoun else None
    # *," Rijanto menegaskan.*
    for at, word in enumerate(words[:_MOST_WORDS]):
        if word.folded in _SAYING:
            named = _named(paragraph, words[:at])
            return named if named.names else None
        if _ENDS.search(paragraph.text[start : word.end].lstrip(',. "”')):
            return None
    return None


def _before(paragraph: ParagraphContext, start: int, stop: int) -> Speaker | None:
    """The speaker named before a quotation by the last verb of saying: *Rini Syarifah mengatakan,
    "…*."""
    words = _words_between(paragraph, start, stop)
    sentence = max((s.start for s in paragraph.sentences if s.start < stop), default=start)
    words = [w for w in words if w.start >= sentence] or words
    verbs = attribution_verbs()
    for at in range(len(words) - 1, -1, -1):
        folded = words[at].folded
        if folded in _SAYING or verbs.introduces(folded):
            named = _named(paragraph, words[:at], is_last=True)
            if named.names:
                return named
        if folded in {"menurut", "kata", "ujar"}:
            named = _named(paragraph, words[at + 1 :])
            if named.names:
                return named
    return None


def _last_named(paragraph: ParagraphContext, stop: int | None = None) -> Speaker | None:
    """The last speaker named in running text outside quotations."""
    words = [w for w in paragraph.words if stop is None or w.end <= stop]
    for at in range(len(words) - 1, -1, -1):
        if words[at].folded in _SAYING and not paragraph.in_speech(words[at].start, words[at].end):
            start = max(
                (s.start for s in paragraph.sentences if s.start <= words[at].start), default=0
            )
            before = [w for w in words[:at] if w.start >= start]
            named = _named(paragraph, before, is_last=True)
            if named.names:
                return named
        elif words[at].folded == "menurut":
            named = _named(paragraph, words[at + 1 : at + 1 + _MOST_WORDS])
            if named.names:
                return named
    return None


def _words_between(paragraph: ParagraphContext, start: int, stop: int) -> list[Word]:
    return [w for w in paragraph.words if start <= w.start < stop]


def _named(
    paragraph: ParagraphContext, words: list[Word], at: int = 0, *, is_last: bool = False
) -> Speaker:
    """The capitalised words up to the first mark that ends a name.

    ``at`` is the end of the word before them. With ``is_last`` the words stand before the verb, and
    all of them count.
    """
    text = paragraph.text
    names: list[Word] = []
    before = at
    for word in words:
        gap = text[before : word.start] if before else ""
        last = text[:before].rpartition(" ")[2].casefold()
        is_short = gap.strip() == "." and (len(last) == 1 or last in ABBREVIATIONS)
        is_degree = gap.strip() == "," and bool(names) and word.text[0].isupper()
        if not is_last and _ENDS.search(gap) and not is_short and not is_degree:
            break
        before = word.end
        if word.text[0].isupper() and not (
            word.start in paragraph.sentence_starts
            and word.folded in paragraph.lexicon.common_words
        ):
            names.append(word)
        elif names and not is_last and word.folded not in _SMALL:
            break
    names = [w for w in names if w.folded not in _PRONOUNS]
    if not names:
        return Speaker()
    return Speaker(tuple(w.folded for w in names), Span(names[0].start, names[-1].end))
