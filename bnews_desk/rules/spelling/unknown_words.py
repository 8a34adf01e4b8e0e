"""Words of running text that no layer of the lexicon knows, without names, codes and quotations."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from bnews_desk.frame.release_frame import COPY_AND_HEADLINE, Role
from bnews_desk.lexicon.known_words import foreign_words, local_names
from bnews_desk.lexicon.near_names import slip_distance
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.text import ABBREVIATIONS, Quotation, Word

LEAST_LETTERS = 3
_PLAIN = Pattern(r"[a-z]+(?:-[a-z]+)*", 0)
_GLUE_BEFORE = frozenset("-_/\\@#&+=~*.'’")
_GLUE_BEHIND = frozenset("_/\\@&+=~*")
_TERM = 3
"""An unknown word that occurs this often in a release is taken for a term."""
_MOST_GLOSS = 4
"""Most words of a foreign expression in parentheses."""
_STRANGE_SHARE = 0.3
"""From this share of unknown words on, a quotation is in another language."""
_LEAST_UNSEEN, _MOST_UNSEEN = 40, 0.6
"""With more words, and a greater share of unknown lower-case words, a paragraph is in another
language."""
_AS_NAME = 10.0
"""How many times as frequent a neighbour must be where a capital may indicate a name."""
_LEAST_TITLED = 8
"""Least length of a capitalised word that may be a misspelling although names are capitalised
too."""
_OF_INSTITUTIONS = frozenset(
    "kabupaten kecamatan kelurahan provinsi pemerintah kementerian kepolisian pengadilan"
    " universitas kesehatan pendidikan perhubungan pertanian perikanan perdagangan perindustrian"
    " pariwisata kebudayaan lingkungan pekerjaan penataan pemberdayaan masyarakat perempuan"
    " penanggulangan bencana kependudukan pencatatan perumahan permukiman komunikasi"
    " informatika kepegawaian perencanaan pembangunan pendapatan pengelolaan keuangan sekretariat"
    " sekretaris inspektorat gubernur perwakilan peternakan perkebunan kehutanan ketahanan"
    " transmigrasi ketenagakerjaan perpustakaan kearsipan kepemudaan olahraga penyuluhan"
    " pemadam kebakaran pengawas pemilihan statistik republik koperasi pelayanan terpadu"
    " penelitian pengembangan pemasyarakatan kejaksaan keimigrasian imigrasi perizinan".split()
)
"""Words that occur in names of institutions."""
_AS_FOREIGN = 4.0
"""The same where a word may be foreign or coined: next to a foreign word, set apart, in
parentheses."""
_AMONG_FOREIGN = 40.0
"""The same between two such words."""


class Unknown(NamedTuple):
    """An unknown word of one paragraph.

    ``doubt`` says how much less likely a misspelling is than for a plain lower-case word. Where
    ``joined`` is not empty, the stretch is two words that should be one. ``is_titled`` says that
    its capital is due to an institution's name or a headline, so that it is not a name by itself.
    """

    start: int
    end: int
    folded: str
    doubt: float = 1.0
    joined: str = ""
    is_titled: bool = False


def unknown_words(
    context: ReleaseContext,
) -> list[tuple[int, ParagraphContext, tuple[Unknown, ...]]]:
    """The unknown words of a release by paragraph, with the paragraph's number.

    Words that the release elsewhere writes as a name or uses as a term are left out.
    """
    found = context.collected(unknown_words_in)
    asked = {one.folded for _, _, unknown in found for one in unknown if not one.is_titled}
    own = _of_release(context, asked)
    kept = []
    for number, paragraph, unknown in found:
        left = tuple(
            one
            for one in unknown
            if one.folded not in own and (number or _is_in_body(context, one))
        )
        if left:
            kept.append((number, paragraph, left))
    return kept


def _is_in_body(context: ReleaseContext, unknown: Unknown) -> bool:
    """Whether the correct form of a headline's capitalised word occurs in the copy below."""
    if not unknown.is_titled:
        return True
    below = frozenset[str]().union(*(one.vocabulary for one in context.paragraphs[1:]))
    if unknown.folded in below or context.lexicon.speller.knows(unknown.folded):
        return False
    return any(_is_slip_for(unknown.folded, word) for word in below)


def _of_release(context: ReleaseContext, asked: Set[str]) -> set[str]:
    """Those words that the release has as a name, or three times."""
    own: set[str] = set()
    times = dict.fromkeys(asked, 0)
    for paragraph in context.paragraphs:
        if paragraph.vocabulary.isdisjoint(asked):
            continue
        for word in paragraph.words:
            folded = word.folded
            if folded in times and folded not in own:
                times[folded] += 1
                if times[folded] == _TERM or paragraph.is_capitalised_inside(word):
                    own.add(folded)
    return own


def unknown_words_in(paragraph: ParagraphContext) -> tuple[Unknown, ...]:
    """The unknown words of a paragraph, without those in names, codes and foreign speech."""
    if paragraph.role not in COPY_AND_HEADLINE:
        return ()
    unseen = paragraph.lexicon.speller.unseen(paragraph.vocabulary)
    if not unseen:
        return ()
    if len(unseen) > _LEAST_UNSEEN and _is_in_another_tongue(paragraph, unseen):
        return ()
    found: list[Unknown] = []
    for at, word in enumerate(paragraph.words):
        if word.folded in unseen:
            unknown = _judged(paragraph, at)
            if unknown is not None and not (found and found[-1].end > unknown.start):
                found.append(unknown)
    return tuple(found)


def _is_in_another_tongue(paragraph: ParagraphContext, unseen: frozenset[str]) -> bool:
    """Whether most words of a paragraph are unseen, not counting names and numbers."""
    small = {word.folded for word in paragraph.words if word.text.isalpha() and word.text.islower()}
    return len(small & unseen) > max(_LEAST_UNSEEN, _MOST_UNSEEN * len(small))


def _judged(paragraph: ParagraphContext, at: int) -> Unknown | None:
    """The word at ``at``, or the pair it is half of, if this module judges it; else None."""
    word = paragraph.words[at]
    if not _is_plain(paragraph, word):
        return None
    is_small = word.text.islower()
    if not is_small and not _may_be_common(paragraph, at):
        return _titled(paragraph, word)
    if is_small and (pair := _parted(paragraph, at)) is not None:
        return pair
    if _is_others(paragraph, word):
        return None
    speller = paragraph.lexicon.speller
    if speller.knows(word.folded) and not speller.is_misspelt(word.folded):
        return None
    doubt = _doubt(paragraph, at) if len(word.text) >= LEAST_LETTERS else None
    if doubt is None or not (is_small or _is_no_name(paragraph, word, doubt)):
        return None
    return Unknown(word.start, word.end, word.folded, doubt)


def _titled(paragraph: ParagraphContext, word: Word) -> Unknown | None:
    """A capitalised word that is misspelt in an institution's name, or possibly in a headline."""
    if len(word.text) < _LEAST_TITLED:
        return None
    if paragraph.role is not Role.HEADLINE:
        if not _is_of_institution(word.folded):
            return None
        if paragraph.lexicon.speller.knows(word.folded):
            return None
        if word.folded in local_names(paragraph.house, paragraph.lexicon.places):
            return None
    return Unknown(word.start, word.end, word.folded, _AS_NAME, is_titled=True)


@lru_cache(maxsize=1024)
def _is_of_institution(folded: str) -> bool:
    """Whether a folded word is one slip from a word that occurs in names of institutions."""
    return any(_is_slip_for(folded, right) for right in _OF_INSTITUTIONS)


def _is_slip_for(folded: str, right: str) -> bool:
    return (
        folded[0] == right[0]
        and abs(len(folded) - len(right)) <= 1
        and slip_distance(folded, right, 1) == 1
    )


def _is_plain(paragraph: ParagraphContext, word: Word) -> bool:
    """Whether a word has only Latin letters and is not joined to anything."""
    text = paragraph.text
    return (
        (word.text.islower() or word.text[1:].islower())
        and _PLAIN.fullmatch(word.folded) is not None
        and text[word.start - 1 : word.start] not in _GLUE_BEFORE
        and text[word.end : word.end + 1] not in _GLUE_BEHIND
        and not (
            text[word.end : word.end + 1] == "." and text[word.end + 1 : word.end + 2].islower()
        )
        and not paragraph.in_link(word.start, word.end)
    )


def _may_be_common(paragraph: ParagraphContext, at: int) -> bool:
    """Whether a capitalised word begins a sentence of the copy and is hardly a name."""
    word = paragraph.words[at]
    if paragraph.role is Role.HEADLINE or paragraph.is_capitalised_inside(word):
        return False
    behind = paragraph.words[at + 1 : at + 2]
    if not behind or not behind[0].text.islower():
        return False
    gap = paragraph.text[word.end : behind[0].start]
    return gap.isspace() or (gap == ", " and len(word.text) >= _LEAST_TITLED)


def _is_no_name(paragraph: ParagraphContext, word: Word, doubt: float) -> bool:
    """Whether a word capitalised at a sentence start is misspelt and not a known name."""
    if not paragraph.lexicon.speller.is_misspelt(word.folded, doubt):
        return False
    return word.folded not in local_names(paragraph.house, paragraph.lexicon.places)


def _is_others(paragraph: ParagraphContext, word: Word) -> bool:
    """Whether a row of a list concerns the word, which its own rule reports or none."""
    lexicon = paragraph.lexicon
    if word.folded in ABBREVIATIONS:
        return True
    if word.folded in lexicon.foreign_words or word.folded in lexicon.spellings:
        return True
    return word.start in paragraph.cached(_listed_starts)


def _listed_starts(paragraph: ParagraphContext) -> frozenset[int]:
    """The starts of the words that a row of a list concerns."""
    return frozenset(
        word.start
        for matches in paragraph.listed.values()
        for match in matches
        for word in paragraph.words[match.first : match.last + 1]
    )


def _parted(paragraph: ParagraphContext, at: int) -> Unknown | None:
    """A pair of words, one unknown, that should be one word: *ke giatan*."""
    word = paragraph.words[at]
    for first, second in ((at - 1, at), (at, at + 1)):
        if first < 0 or second >= len(paragraph.words):
            continue
        left, right = paragraph.words[first], paragraph.words[second]
        if not (left.text.islower() and right.text.islower() and _adjoin(paragraph, left, right)):
            continue
        joined = paragraph.lexicon.speller.rejoined(left.folded, right.folded)
        if joined:
            return Unknown(left.start, right.end, word.folded, joined=joined)
    return None


def _doubt(paragraph: ParagraphContext, at: int) -> float | None:
    """The ``doubt`` for the unknown word at ``at``; None where it cannot be a misspelling."""
    word = paragraph.words[at]
    quotation = _quotation_around(paragraph, word.start)
    if quotation is not None and quotation in paragraph.cached(_in_own_tongue):
        return None
    beside = [*paragraph.words[max(0, at - 1) : at], *paragraph.words[at + 1 : at + 2]]
    strange = [
        other
        for other in beside
        if _adjoin(paragraph, *sorted((word, other))) and _is_strange(paragraph, other)
    ]
    doubt = 1.0 if word.text.islower() else _AS_NAME
    if len(strange) > 1:
        return doubt * _AMONG_FOREIGN
    is_set_apart = quotation is not None and not quotation.is_speech
    return doubt * _AS_FOREIGN if strange or is_set_apart or _is_gloss(paragraph, word) else doubt


def _is_strange(paragraph: ParagraphContext, word: Word) -> bool:
    """Whether a lower-case word is unknown or foreign."""
    if not word.text.isalpha() or len(word.text) < 2 or not word.text.islower():
        return False
    return word.folded in foreign_words() or not paragraph.lexicon.speller.knows(word.folded)


def _adjoin(paragraph: ParagraphContext, first: Word, second: Word) -> bool:
    return paragraph.text[first.end : second.start].isspace()


def _is_gloss(paragraph: ParagraphContext, word: Word) -> bool:
    """Whether a word is in parentheses that contain only a short expression.

    Not where all other words in them are those of running copy: *(Cerah ebrawan)*.
    """
    text = paragraph.text
    opened = text.rfind("(", max(0, word.start - 60), word.start)
    if opened < 0:
        return False
    closed = text.find(")", opened, word.end + 60)
    if closed < word.end or len(text[opened:closed].split()) > _MOST_GLOSS:
        return False
    others = [other for other in _words_between(paragraph, opened, closed) if other != word]
    knows = paragraph.lexicon.speller.knows
    return not others or not all(
        knows(other.folded) and other.folded not in foreign_words() for other in others
    )


def _quotation_around(paragraph: ParagraphContext, at: int) -> Quotation | None:
    before = bisect_left(paragraph.quotations, at, key=lambda quotation: quotation.start)
    found = paragraph.quotations[before - 1 : before]
    return found[0] if found and at < found[0].end else None


def _in_own_tongue(paragraph: ParagraphContext) -> frozenset[Quotation]:
    """The quotations with too many unknown words."""
    return frozenset(
        q for q in paragraph.quotations if q.is_speech and _is_strange_speech(paragraph, q)
    )


def _is_strange_speech(paragraph: ParagraphContext, quotation: Quotation) -> bool:
    spoken = _words_between(paragraph, quotation.start, quotation.end)
    knows = paragraph.lexicon.speller.knows
    strange = sum(
        word.text.isalpha()
        and not paragraph.is_capitalised_inside(word)
        and (word.folded in foreign_words() or not knows(word.folded))
        for word in spoken
    )
    return strange > 1 and strange >= _STRANGE_SHARE * len(spoken)


def _words_between(paragraph: ParagraphContext, start: int, end: int) -> Sequence[Word]:
    first = bisect_left(paragraph.words, start, key=lambda word: word.start)
    last = bisect_left(paragraph.words, end, key=lambda word: word.start)
    return paragraph.words[first:last]
