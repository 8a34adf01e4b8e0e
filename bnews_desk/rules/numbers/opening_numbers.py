"""Sentences that begin with a number in digits (B13)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.lexicon.counted_nouns import counted_nouns, measures
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.numbers.number_words import number_in_letters
from bnews_desk.rules.numbers.numerals import Numeral, folded_word, numerals
from bnews_desk.rules.numbers.written_dates import MONTH_NAMES
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch, replacement_fix

_FIRST_YEAR, _LAST_YEAR = 1600, 2100
_MOST_IN_LETTERS = 99
_ONE_WORD = frozenset({*range(1, 12), 100, 1000})
_MONTHS = frozenset(name.casefold() for name in MONTH_NAMES)
_JOINTS = frozenset({"dan", "atau", "serta", "vs"})
_ZONES = frozenset({"wib", "wita", "wit", "gmt"})
_PERIODS = frozenset({"tahun", "bulan", "hari", "jam", "menit", "detik", "minggu", "pekan", "abad"})
_RANGE = Pattern(r"[-–—][0-9]{1,6}(?:[.,][0-9]{1,3}){0,3}(?![\w.,/-])")
_LABEL_LENGTH = 40
"""A colon within this many code points ends a label: *13 April 2026: Rakor dibuka.*"""
_BEFORE = Pattern(
    r"(?<![^\W_])(?:vol|rp|usd|no|nomor|km|hlm|kav|bab|ps|art|ke)\.\s++$|(?:^|[.!?:]\s)[0-9]{1,2}\.\s++$|[:;,]\s++$",
    2,
)
"""Text before a number that does not open a sentence: an abbreviation, an item's number."""


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text = paragraph.text
    starts: set[int] | None = None
    for numeral in numerals(paragraph):
        if starts is None:
            starts = {sentence.start for sentence in paragraph.sentences}
        if numeral.start not in starts or numeral.text[0] == "0":
            continue
        if paragraph.in_quotation(numeral.start, numeral.end):
            continue
        tied = _RANGE.match(text, numeral.end, paragraph.copy.end)
        end = tied.end() if tied else numeral.end
        if (numeral.is_plain or tied) and _opens_sentence(paragraph, numeral, end):
            fixes = _fixes(text, numeral, is_range=tied is not None)
            values = {"text": text[numeral.start : end], "right": fixes[0].edits[0].new}
            yield RuleMatch(numeral.start, end, values, fixes)


def _opens_sentence(paragraph: ParagraphContext, numeral: Numeral, end: int) -> bool:
    """Whether prose follows, and not a list item, name, score or table heading."""
    text = paragraph.text
    index = bisect_left(paragraph.words, end, key=lambda word: word.start)
    behind = paragraph.words[index] if index < len(paragraph.words) else None
    if behind is None or not text[end : behind.start].isspace():
        return False
    if not _is_prose(paragraph, numeral):
        return False
    if behind.text.islower() and behind.text.isalpha():
        return behind.text not in _JOINTS
    if behind.folded in _MONTHS:
        return True
    is_acronym = len(behind.text) > 1 and behind.text.isupper() and behind.text[0].isalpha()
    return is_acronym and behind.folded not in _ZONES


def _is_prose(paragraph: ParagraphContext, numeral: Numeral) -> bool:
    """Whether it is a real sentence: it ends with a mark and does not open with an abbreviation or
    label."""
    index = bisect_left(paragraph.sentences, numeral.start, key=lambda s: s.start)
    sentence = paragraph.sentences[index]
    said = paragraph.text[sentence.start : sentence.end]
    opening = said[:_LABEL_LENGTH].partition(" ")[2]
    if ":" in opening or said.rstrip("\"”')")[-1:] not in {".", "?", "!", "…"}:
        return False
    return _BEFORE.search(paragraph.text, max(0, numeral.start - 12), numeral.start) is None


def _fixes(text: str, numeral: Numeral, *, is_range: bool) -> tuple[Fix, ...]:
    start, end = numeral.start, numeral.end
    noun = folded_word(numeral.behind)
    value = int(numeral.text) if numeral.is_whole and len(numeral.text) <= 4 else 0
    if noun in _MONTHS and not is_range:
        return (_put_before(text, start, end, "Tanggal"),)
    is_counted = noun in counted_nouns() or noun in measures()
    if _FIRST_YEAR <= value <= _LAST_YEAR and not is_counted:
        return (_put_before(text, start, end, "Tahun"),)
    fixes = [_put_before(text, start, end, "Sebanyak")]
    if not is_range and (0 < value <= _MOST_IN_LETTERS or value in _ONE_WORD):
        letters = number_in_letters(value).capitalize()
        spelled = replacement_fix(text, start, end, letters, Safety.OFFERED)
        fixes.insert(0 if value in _ONE_WORD or noun in _PERIODS else 1, spelled)
    return tuple(fixes)


def _put_before(text: str, start: int, end: int, word: str) -> Fix:
    return replacement_fix(text, start, end, f"{word} {text[start:end]}", Safety.OFFERED)


RULES = (
    ParagraphRule(
        code="B13",
        id="number-sentence-start",
        name="Angka di awal kalimat",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="Kalimat tidak diawali angka; mulailah dengan “{right}”.",
        source="EYD V, Angka dan Bilangan 4",
        check=_check,
        needs=Needs(has_figures=True),
        bad=(
            Example("1.720 P3K menerima SK.", "Sebanyak 1.720 P3K menerima SK."),
            Example("Acara meriah. 250 warga hadir.", "Acara meriah. Sebanyak 250 warga hadir."),
            Example("3 desa menerima bantuan.", "Tiga desa menerima bantuan."),
            Example(
                "25 tahun lalu pasar itu terbakar.", "Dua puluh lima tahun lalu pasar itu terbakar."
            ),
            Example("2024 menjadi tahun yang sibuk.", "Tahun 2024 menjadi tahun yang sibuk."),
            Example(
                "10-15 orang hadir di balai desa.", "Sebanyak 10-15 orang hadir di balai desa."
            ),
            Example(
                "13 November ditetapkan sebagai hari jadi.",
                "Tanggal 13 November ditetapkan sebagai hari jadi.",
            ),
        ),
        good=(
            "1.720 P3K Terima SK\nIsi berita.",
            "2. Fotokopi KTP dan kartu keluarga.",
            "3 Diva tampil di alun-alun.",
            "Peserta membawa KTP. 2) Fotokopi kartu keluarga.",
            "Rapat digelar di Jl. Merdeka No. 5 kemarin.",
            "Sebanyak 1.720 orang hadir.",
            '"5 tahun lalu kami mulai dari nol," katanya.',
            "5 kg gula pasir",
            "Turnamen itu Vol. 5 yang digelar tahun ini.",
            "Gempa tercatat. 09.30 WIB getarannya terasa.",
            "13 April 2026: Rakor dibuka.",
        ),
    ),
)
