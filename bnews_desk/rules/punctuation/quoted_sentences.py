"""The beginning and end of a quoted sentence: D11, D12."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.lexicon.attribution_verbs import attribution_verbs
from bnews_desk.patterns import Pattern
from bnews_desk.release import Edit
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.punctuation.quote_tokens import NAMING, opens_sentence, word_before
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.text import QUOTE_WORDS, Quotation

_FIRST_WORD = Pattern(r"[^\W_]{1,60}+(?:-[^\W_]{1,60}+){0,4}")
_TITLES = frozenset(("dr", "drg", "drh", "apt", "ns"))
_TITLE_WORDS = frozenset("dan di ke dari yang untuk dengan pada dalam oleh atau".split())
"""Words that titles write in lower case."""
_STOPS = frozenset(",.?!")


def _lower_starts(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text = paragraph.text
    for quotation in _of_copy(paragraph):
        said = quotation.interior.within(text).rstrip()
        if said[-1:] not in _STOPS or said.endswith(".."):
            continue
        if not (quotation.is_speech or _is_short_speech(paragraph, quotation, said)):
            continue
        first = quotation.start + 1
        if not text[first].islower() or not _is_direct(paragraph, quotation):
            continue
        match = _FIRST_WORD.match(text, first)
        if match is None or _may_stay_lower(paragraph, match):
            continue
        word = match.group()
        new = word[0].upper() + word[1:]
        fix = replacement_fix(text, first, match.end(), new, Safety.OFFERED)
        yield RuleMatch(first, match.end(), fixes=(fix,))


def _is_short_speech(paragraph: ParagraphContext, quotation: Quotation, said: str) -> bool:
    """Whether a quotation of three words is attributed to somebody: *"kami siap membantu,"
    ujarnya*."""
    if len(said.split()) != QUOTE_WORDS:
        return False
    at = quotation.end + 1
    return attribution_verbs().stands_at(paragraph.text, at, paragraph.copy.end)


def _of_copy(paragraph: ParagraphContext) -> Iterator[Quotation]:
    start, end = paragraph.copy
    return (q for q in paragraph.quotations if start <= q.start and q.end <= end)


def _is_direct(paragraph: ParagraphContext, quotation: Quotation) -> bool:
    """Whether a sentence of its own begins here: after nothing, or after *berkata,*."""
    text, start = paragraph.text, paragraph.copy.start
    if opens_sentence(text, quotation.start, start):
        return True
    before = text[max(start, quotation.start - 4) : quotation.start].rstrip()
    if not before.endswith((",", ":")):
        return False
    verb = word_before(text, quotation.start, start).casefold()
    return verb in attribution_verbs().introducing


def _may_stay_lower(paragraph: ParagraphContext, match: re.Match[str]) -> bool:
    """Whether the word may stay lower-case: a brand, or a title before a name."""
    word = match.group()
    if word in paragraph.house.brands or not word.islower() or any(c.isdigit() for c in word):
        return True
    return word in _TITLES and paragraph.text[match.end() : match.end() + 1] == "."


QUOTE_CAPITAL = ParagraphRule(
    code="D11",
    id="quote-capital",
    name="Awal kutipan",
    severity=Severity.WARNING,
    safety=Safety.OFFERED,
    why="Petikan langsung diawali huruf kapital.",
    source="EYD V, Huruf Kapital 6",
    check=_lower_starts,
    bad=(
        Example('"kami siap membantu warga," ujarnya.', '"Kami siap membantu warga," ujarnya.'),
        Example('"kami siap membantu," ujarnya.', '"Kami siap membantu," ujarnya.'),
        Example(
            'Ia berkata, "kami siap membantu warga."', 'Ia berkata, "Kami siap membantu warga."'
        ),
        Example(
            '"Kami siap," kata Rino. "mereka akan berangkat besok."',
            '"Kami siap," kata Rino. "Mereka akan berangkat besok."',
        ),
    ),
    good=(
        'Ia menyebut program itu "sangat membantu warga desa."',
        '"Besok pagi," kata Rino, "mereka akan berangkat."',
        '"Kami siap membantu warga," ujarnya.',
        '"… kami siap membantu warga," ujarnya.',
        '"dr. Endah siap membantu warga," ujarnya.',
        '"iPhone itu sangat membantu warga," ujarnya.',
        '"sangat baik," ujarnya.',
    ),
)


def _outer_stops(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text, (_, end) = paragraph.text, paragraph.copy
    for quotation in _of_copy(paragraph):
        mark, stop = quotation.end - 1, quotation.end
        if stop >= end or text[stop] != "." or not _ends_here(text, stop + 1, end):
            continue
        if not _is_whole_sentence(paragraph, quotation):
            continue
        last = text[mark - 1]
        if last.isalnum() or last in ")%":
            new = "." + text[mark]
        elif last in ".?!":
            new = text[mark]
        else:
            continue
        edit = Edit(mark, stop + 1, text[mark : stop + 1], new)
        fix = Fix(Safety.SAFE, "Tulis titik sebelum petik penutup", (edit,))
        yield RuleMatch(mark, stop + 1, fixes=(fix,))


def _ends_here(text: str, at: int, end: int) -> bool:
    return at >= end or text[at].isspace()


def _is_whole_sentence(paragraph: ParagraphContext, quotation: Quotation) -> bool:
    """Whether a quotation is a complete sentence, not a title or part of another sentence."""
    text, start = paragraph.text, paragraph.copy.start
    said = quotation.interior.within(text)
    if not quotation.is_speech or not said[0].isupper():
        return False
    lower = [word for word in said.split() if word[0].islower() and word not in _TITLE_WORDS]
    if len(lower) < len(said.split()) / 3:
        return False
    if word_before(text, quotation.start, start).casefold() in NAMING:
        return False
    before = text[max(start, quotation.start - 4) : quotation.start].rstrip()
    return before.endswith((",", ":")) or opens_sentence(text, quotation.start, start)


QUOTE_FINAL_PERIOD = ParagraphRule(
    code="D12",
    id="quote-final-period",
    name="Titik di akhir kutipan",
    severity=Severity.WARNING,
    safety=Safety.SAFE,
    why="Titik ditulis sebelum petik penutup jika petikan berupa kalimat.",
    source="EYD V, Tanda Petik 1",
    is_on=False,
    remark="Tahap kedua: dikirim dalam keadaan mati.",
    check=_outer_stops,
    bad=(
        Example('"Sungai ini harus dijaga".', '"Sungai ini harus dijaga."'),
        Example('Ia berkata, "Sungai ini harus dijaga".', 'Ia berkata, "Sungai ini harus dijaga."'),
        Example('"Sungai ini harus dijaga.".', '"Sungai ini harus dijaga."'),
    ),
    good=(
        'Acara itu bertema "Indonesia Emas".',
        'Acara bertema: "Membangun desa dari pinggiran kota".',
        'Ia menyebutnya "sangat membantu warga desa kami".',
        'Bukunya, "Membangun Desa Dari Pinggir".',
        '"Sungai ini harus dijaga."',
    ),
)

RULES = (QUOTE_CAPITAL, QUOTE_FINAL_PERIOD)
