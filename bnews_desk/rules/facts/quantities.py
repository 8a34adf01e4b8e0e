"""The quantities in a paragraph, in digits or letters, each with its unit and the thing counted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.facts.amounts import Amount, make_amount
from bnews_desk.rules.numbers.number_words import NUMBER_WORDS, number_value
from bnews_desk.rules.numbers.written_dates import MONTH_NAMES
from bnews_desk.text import Span

MEASURES = frozenset({"g", "m", "ha", "s"})
"""Units of weight, length, area and time, as in ``Amount``."""
_FIGURE = Pattern(
    r"(?P<number>\d(?:\d{0,2}(?:\.\d{3}){1,5}|\d{0,11})(?:,\d{1,4})?)"
    r"(?![\d.,:/–-]?\d)(?!-[a-z])(?! ?/)"
    r"(?: (?P<scale>[Rr]ibu|[Jj]uta|[Mm]iliar|[Tt]riliun)\b)?(?P<percent> ?%| [Pp]ersen\b)?"
)
_MARK = Pattern(r"Rp\.? ?$")
_TIED = frozenset(".,/:+-–—")
"""Marks before a figure that make it part of something longer."""
_BEHIND = Pattern(r" ([^\W\d_][\w'’-]*)(?: ([^\W\d_][\w'’-]*))?(?: ([^\W\d_][\w'’-]*))?")
_BEFORE = Pattern(r"([^\W\d_]+)\.? $")
_NO_QUANTITY = frozenset(
    "pukul jam pasal ayat nomor no rt rw km jalan jl kelas usia umur berusia berumur tahun tanggal"
    " tgl edisi bab butir angka halaman grup seri kode versi tipe nomer perpres uu pp liga ke"
    " peringkat posisi ranking urutan babak hari menit sd smp sma smpn sdn sman smkn man min mtsn"
    " kv lantai gang jalur ruas blok dapil fase tahap gelombang level tingkat zona".split()
)
"""Words before a number that is a name, a time or a rank, folded."""
_MONTHS = frozenset(name.casefold() for name in MONTH_NAMES)
_OF_MONTH = Pattern(
    rf" (?:hingga|sampai|dan|atau|s\.d\.|ke) \d{{1,2}} (?:{'|'.join(MONTH_NAMES)})\b"
)
_VAGUE = Pattern(
    r"(?i)\b(?:sekitar|kurang lebih|lebih dari|hampir|sedikitnya|setidaknya|kurang dari|minimal"
    r"|maksimal|hingga|sampai|paling (?:banyak|sedikit|lama)|lebih kurang|kira-kira|antara|nyaris"
    r"|mendekati|di atas|di bawah|melebihi|total lebih)(?: total| sebanyak| sejumlah)? ?$"
)
_VAGUE_BEHIND = Pattern(r" (?:lebih|-an|sekian)\b|-an\b|an\b|\+")
_CLASSIFIERS = frozenset(
    "orang unit buah ekor paket lembar batang butir titik ribu juta keping bidang helai bungkus"
    " karung sak dus pasang".split()
)
_NOT_NOUNS = frozenset(
    "di ke dari dan yang untuk dengan pada dalam oleh saat itu ini tersebut sebagai telah akan"
    " karena serta atau juga bagi agar tidak bisa masih sudah lebih per terhadap hingga kepada"
    " sejak secara atas setelah usai lagi lainnya lain di-antaranya adalah menjadi sehingga"
    " sebelum selama tetapi namun sedangkan sementara maupun yakni yaitu terdiri".split()
)


class Quantity(NamedTuple):
    """A number with what it counts or measures.

    ``amount`` has unit and value; ``noun`` is the next word, folded, '' for none; ``kind`` is the
    word after a classifier (*64 orang petani*), else ''. ``is_exact`` is False for *sekitar 50*.
    ``sentence`` is the number of its sentence in the paragraph.
    """

    start: int
    end: int
    amount: Amount
    noun: str
    kind: str
    is_exact: bool
    is_in_letters: bool
    sentence: int

    @property
    def value(self) -> float:
        """The value in base units."""
        return self.amount.value

    @property
    def unit(self) -> str:
        """``Rp``, ``%``, a measure of ``MEASURES``, or '' for things counted."""
        unit = self.amount.unit
        return unit if unit in MEASURES or unit in ("Rp", "%") else ""

    @property
    def rounding(self) -> float:
        """The possible rounding error: half of the last place, 0 for *35 miliar*, which is
        exact."""
        return self.amount.step if self.amount.step < self.amount.size / 2 else 0.0

    @property
    def is_count(self) -> bool:
        """Whether things are counted."""
        return not self.unit

    @property
    def thing(self) -> str:
        """The thing counted: *petani*, also for *64 orang petani*."""
        return self.kind or self.noun


def quantities(paragraph: ParagraphContext) -> tuple[Quantity, ...]:
    """The quantities in a paragraph's copy, in order, without years, dates, times and ranks."""
    return paragraph.cached(_quantities)


def _quantities(paragraph: ParagraphContext) -> tuple[Quantity, ...]:
    found = [*_in_figures(paragraph), *_in_letters(paragraph)]
    return tuple(sorted(found))


def _in_figures(paragraph: ParagraphContext) -> Iterator[Quantity]:
    text, copy = paragraph.text, paragraph.copy
    for m in _FIGURE.finditer(text, copy.start, copy.end):
        number, scale = m["number"], m["scale"]
        left = text[m.start() - 1] if m.start() > copy.start else " "
        mark = _MARK.search(text, max(copy.start, m.start() - 4), m.start())
        if not mark and (left.isalnum() or left in _TIED):
            continue
        before = _BEFORE.search(text, max(copy.start, m.start() - 16), m.start())
        word = before[1].casefold() if before else ""
        is_year = len(number) == 4 and number.isdigit() and "1900" <= number <= "2100"
        if not mark and not scale and not m["percent"] and (is_year or word in _NO_QUANTITY):
            continue
        behind = _BEHIND.match(text, m.end(), copy.end)
        words = [word.casefold() for word in behind.groups() if word] if behind else []
        if not mark and not scale and _is_other(text, m.start(), m.end(), copy.start, words):
            continue
        unit = "%" if m["percent"] else _noun(words)
        amount = make_amount(
            mark and mark.group(), number, scale.casefold() if scale else None, unit
        )
        span = Span(mark.start() if mark else m.start(), m.end())
        yield _quantity(paragraph, span, amount, words, is_in_letters=False)


def _is_other(text: str, start: int, end: int, first: int, words: Sequence[str]) -> bool:
    """Whether a number is the day of a month or a list's marker."""
    if (words and words[0] in _MONTHS) or _OF_MONTH.match(text, end):
        return True
    return text[end : end + 1] in (".", ")") and not text[first:start].strip(" \t(")


def _in_letters(paragraph: ParagraphContext) -> Iterator[Quantity]:
    if paragraph.vocabulary.isdisjoint(NUMBER_WORDS):
        return
    text, words = paragraph.text, paragraph.words
    at = 0
    while at < len(words):
        if words[at].folded not in NUMBER_WORDS:
            at += 1
            continue
        first = at
        while at < len(words) and words[at].folded in NUMBER_WORDS:
            at += 1
        before = words[first - 1].folded if first else ""
        value = number_value([word.folded for word in words[first:at]])
        start, end = words[first].start, words[at - 1].end
        is_bound = text[end : end + 1] == "-" or text[start - 1 : start] in (".", ",", "-", "/")
        if value is None or value < 2 or is_bound or before in _NO_QUANTITY:
            continue
        if first and words[first - 1].text[-1].isdigit():
            continue
        behind = _BEHIND.match(text, end, paragraph.copy.end)
        names = [word.casefold() for word in behind.groups() if word] if behind else []
        unit = "%" if names[:1] == ["persen"] else _noun(names)
        amount = make_amount(None, str(value), None, unit)
        yield _quantity(paragraph, Span(start, end), amount, names, is_in_letters=True)


def _noun(words: Sequence[str]) -> str:
    return words[0] if words and words[0] not in _NOT_NOUNS else ""


def _quantity(
    paragraph: ParagraphContext,
    span: Span,
    amount: Amount,
    words: Sequence[str],
    *,
    is_in_letters: bool,
) -> Quantity:
    text = paragraph.text
    noun = _noun(words)
    has_kind = noun in _CLASSIFIERS and len(words) > 1 and words[1] not in _NOT_NOUNS
    before = text[max(paragraph.copy.start, span.start - 30) : span.start]
    is_exact = not _VAGUE.search(before) and not _VAGUE_BEHIND.match(text, span.end)
    sentence = bisect_right(paragraph.sentences, span.start, key=lambda one: one.start) - 1
    return Quantity(
        *span, amount, noun, words[1] if has_kind else "", is_exact, is_in_letters, sentence
    )


def sentence_of(paragraph: ParagraphContext, number: int) -> Span:
    """The span of a sentence by its number; the whole copy where there is none."""
    return paragraph.sentences[number] if 0 <= number < len(paragraph.sentences) else paragraph.copy
