"""Figures repeated as known, or from the headline, with a different value (for F20)."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from bnews_desk.frame.release_frame import COPY_AND_HEADLINE, Role
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.facts.quantities import Quantity, quantities, sentence_of

_WORD = r"[^\W\d_][\w'’-]*"
_THIS = Pattern(
    rf"(?: (?!yang |di |ke |dari |untuk |dan |pada ){_WORD}){{0,2}} (?:itu|tersebut|tadi)\b"
)
"""*35 pedagang itu*, *27 unit rumah rusak tersebut*."""
_WHO = Pattern(
    rf"(?: {_WORD}){{1,2}} (?:yang (?:di\w+|ter\w+|ikut|telah|sudah|rusak|mengikuti|hadir|menerima"
    r"|menjadi|lolos|tewas|hilang|luka\w*|mengungsi|mendapat\w*)|penerima|peserta)\b"
)
"""*21 pejabat yang dilantik*, *64 petani penerima*."""
_ALL_OF = Pattern(
    r"(?i)\b(?:seluruh|semua|kepada|dari|bagi|agar|meminta|perwakilan|mengatakan|para) $"
)
_MONEY_HEAD = Pattern(
    r"(?i)\b(?:anggaran|dana|bantuan|uang|hibah|nilai|biaya|investasi|kontrak|pagu|kerugian|proyek"
    r"|modal)(?:nya)?(?: sebesar| senilai| sejumlah)? $"
)
_PURPOSE = Pattern(rf" (?:untuk|bagi) ({_WORD}) ({_WORD})(?: ({_WORD}))?")
_ATTRIBUTE = Pattern(
    rf"(?i)(?P<head>(?:{_WORD} ){{1,4}})(?:se|dengan |ber)?(?P<name>panjang|lebar|tinggi|luas|berat"
    r"|kapasitas|kedalaman)(?:nya)?(?: mencapai| total| sekitar)? $"
)
_SHORT_SCALE = Pattern(r" ?(?:[TM]|jt|rb)\b")
"""The scale in *Rp 13 T*, which is not Rp13."""
_APART = Pattern(
    r"(?i)\b(?:sebelumnya|tahun lalu|bulan lalu|pekan lalu|kemarin|besok|hari (?:pertama|kedua"
    r"|ketiga|terakhir|berikutnya)|gelombang|angkatan|sesi|tahap|kloter|masing-masing|setiap|tiap"
    r"|lain|lainnya|berikutnya|selanjutnya|kategori|kelompok|sedangkan|adapun|bertambah|berkurang"
    r"|di antaranya|diantaranya|rata-rata|target\w*|kuota|ditargetkan|menjadi (?=\d|Rp)|pertama"
    r"|kedua|ketiga|selain|semula|awalnya|dibanding\w*|nasional|sisanya|sisa|naik|turun|rekor|akumulasi|per)\b"
    r"|^Sementara"
)
"""A sentence with one of these is about something else."""
_NOT_NAMES = frozenset(
    "orang wni wna wn unit buah ekor paket lembar batang butir titik juta keping bidang helai"
    " bungkus karung sak dus pasang tahun bulan hari minggu pekan jam menit detik kali persen kg"
    " kilogram ton meter kilometer km cm mm hektare liter gram poin gol tim rupiah dolar".split()
)
"""Words after a number that do not say what is counted, or count time and measures."""
_COMMON = frozenset(
    "yang untuk dengan pada dalam dari oleh juta ribu miliar triliun akan telah sudah kata para"
    " tahun hari orang warga".split()
)
"""Words that do not show what a sentence is about."""
_LOOKED_BACK = 60
"""Most earlier figures to compare with."""
_MOST_IN_SENTENCE = 30
"""Most figures of a sentence; where there are more, it is a table."""
_LEADS = 2
"""Paragraphs of copy that repeat what the headline says."""
_FEWEST_SHARED = 2
_NEAR = 2
"""The figure that is meant is within this many paragraphs above."""
_FEWEST_DIGITS = 2


class Retold(NamedTuple):
    """Two figures that can hardly both be right: the later one's place, and how each is written."""

    number: int
    start: int
    end: int
    noun: str
    one: str
    other: str


class _Mention(NamedTuple):
    """A figure with the data that shows whether it is repeated; ``number`` is its paragraph's.

    ``value`` is its unit and value, ``keys`` are those by which it is found, ``denies`` the keys of
    figures that it may contradict.
    """

    number: int
    quantity: Quantity
    names: frozenset[str]
    shown: str
    is_known: bool
    purpose: frozenset[str]
    attribute: str
    heads: frozenset[str]
    paragraph: ParagraphContext
    value: tuple[str, float]
    keys: tuple[str | frozenset[str], ...]
    denies: tuple[str | frozenset[str], ...]

    @property
    def is_apart(self) -> bool:
        """Whether its sentence is about another time, group or target."""
        sentence = sentence_of(self.paragraph, self.quantity.sentence)
        return _APART.search(self.paragraph.text, *sentence) is not None


def _mentions(paragraph: ParagraphContext) -> tuple[_Mention, ...]:
    if paragraph.role not in COPY_AND_HEADLINE or "\t" in paragraph.text:
        return ()
    counts = Counter(one.sentence for one in quantities(paragraph))
    return tuple(
        _mention(paragraph, one)
        for one in quantities(paragraph)
        if one.unit != "%"
        and counts[one.sentence] <= _MOST_IN_SENTENCE
        and not _SHORT_SCALE.match(paragraph.text, one.end)
    )


def _mention(paragraph: ParagraphContext, one: Quantity) -> _Mention:
    text = paragraph.text
    sentence = sentence_of(paragraph, one.sentence)
    before = text[max(sentence.start, one.start - 70) : one.start]
    names = frozenset({one.noun, one.kind} - _NOT_NAMES - {""}) if not one.unit else frozenset()
    this = _THIS.match(text, one.end) is not None
    attribute = _ATTRIBUTE.search(before) if one.unit in ("m", "ha", "g") else None
    purpose = _PURPOSE.match(text, one.end) if one.unit == "Rp" else None
    if one.unit == "Rp":
        is_known = this and _MONEY_HEAD.search(before) is not None
    else:
        is_known = this or (_WHO.match(text, one.end) is not None and _opens(before))
    things = (*names, attribute["name"].casefold() if attribute else one.unit)
    shown = text[one.start : one.end]
    sorted_digits = "".join(sorted(c for c in shown if c.isdigit()))
    digits = (sorted_digits,) if len(sorted_digits) >= _FEWEST_DIGITS else ()
    meant = (
        frozenset(word.casefold() for word in purpose.groups() if word) if purpose else frozenset()
    )
    return _Mention(
        -1,
        one,
        names,
        shown,
        is_known,
        meant,
        attribute["name"].casefold() if attribute else "",
        frozenset(attribute["head"].casefold().split()) if attribute else frozenset(),
        paragraph,
        (one.unit, one.value),
        (*things, *digits, meant) if meant else (*things, *digits),
        (*(things if is_known else ()), *digits, *([meant] if meant else ())),
    )


def _opens(before: str) -> bool:
    """Whether a figure opens its sentence or follows a word for the whole."""
    return before.casefold() in ("", "sebanyak ", "sejumlah ") or bool(_ALL_OF.search(before))


def retold_figures(context: ReleaseContext) -> Iterator[Retold]:
    """Figures of the copy that contradict an earlier one, in order."""
    collected = context.collected(_mentions)
    if len(collected) < 2:
        return
    yield from _against_headline(context, collected)
    candidates = _candidates(collected)
    told: deque[_Mention] = deque(maxlen=_LOOKED_BACK)
    for number, _, found in collected if candidates else ():
        for mention in found:
            one = mention._replace(number=number)
            denied = _denied(one, told) if (number, one.quantity.start) in candidates else None
            if denied is not None:
                yield _retold(one, denied)
            told.append(one)


def _candidates(
    collected: Sequence[tuple[int, ParagraphContext, tuple[_Mention, ...]]],
) -> set[tuple[int, int]]:
    """Paragraph and place of the figures that may contradict another: few, and fast to find.

    They have a new value and are repeated as known, or have the digits of an earlier figure.
    """
    values: set[tuple[str, float]] = set()
    keys: set[str | frozenset[str]] = set()
    found: set[tuple[int, int]] = set()
    for number, _, mentions in collected:
        for one in mentions:
            if one.value not in values and not keys.isdisjoint(one.denies):
                found.add((number, one.quantity.start))
            values.add(one.value)
            keys.update(one.keys)
    return found


def _against_headline(
    context: ReleaseContext,
    collected: Sequence[tuple[int, ParagraphContext, tuple[_Mention, ...]]],
) -> Iterator[Retold]:
    """Figures of the lead that differ from the headline's, where the copy never has the
    headline's."""
    _, headline, titled = collected[0]
    if headline.role is not Role.HEADLINE:
        return
    leads = {part.paragraph.number for part in context.copy_parts[:_LEADS]}
    body = [one._replace(number=n) for n, _, found in collected[1:] for one in found]
    for title in titled:
        if title.is_apart or not title.quantity.is_exact or title.quantity.value < 2:
            continue
        alike = [one for one in body if one.number in leads and _are_of_one(title, one)]
        if len({one.quantity.value for one in alike}) != 1 or not alike[0].quantity.is_exact:
            continue
        if _is_in_copy(context, title, body):
            continue
        one = alike[0]
        shared = _roots(headline, title) & _roots(context.paragraphs[one.number], one)
        ratio = one.quantity.value / title.quantity.value
        fewest = 1 if is_slip(one.shown, title.shown) else _FEWEST_SHARED
        if len(shared) >= fewest and (0.3 < ratio < 3 or fewest == 1):
            yield _retold(one, title)


def _is_in_copy(context: ReleaseContext, title: _Mention, body: Sequence[_Mention]) -> bool:
    """Whether the copy has the headline's figure, possibly rounded, or it is a sum."""
    quantity = title.quantity
    same = [one for one in body if one.quantity.unit == quantity.unit]
    digits = quantity.amount.value / quantity.amount.size
    zeros = len(str(int(digits))) - len(str(int(digits)).rstrip("0")) if digits >= 1 else 0
    slack = max(quantity.amount.step, quantity.amount.size * 10**zeros / 2) * 1.01
    if any(abs(one.quantity.value - quantity.value) < slack for one in same):
        return True
    if _is_told(title, same):
        return True
    written = Pattern(rf"(?<![\d.,]){re.escape(title.shown.removeprefix('Rp').split()[0])}(?![\d])")
    numbers = {one.number for one in body}
    return any(written.search(context.paragraphs[number].text) for number in numbers)


def _roots(paragraph: ParagraphContext, one: _Mention) -> frozenset[str]:
    """The ends of the words in a figure's sentence, by which *Rendam* and *merendam* are equal."""
    sentence = sentence_of(paragraph, one.quantity.sentence)
    return frozenset(
        word.folded.removesuffix("nya").removesuffix("kan")[-4:]
        for word in paragraph.words
        if sentence.start <= word.start < sentence.end
        and len(word.folded) > 3
        and word.folded not in one.names
        and word.folded not in _COMMON
    )


def _retold(one: _Mention, denied: _Mention) -> Retold:
    noun = next(iter(one.names), one.attribute or "uang")
    return Retold(one.number, *one.quantity[:2], noun, denied.shown, one.shown)


def _denied(one: _Mention, told: Collection[_Mention]) -> _Mention | None:
    """The figure that is meant, where a repeated one has a value not seen before; else None."""
    if not one.quantity.is_exact or one.quantity.value < 2:
        return None
    alike = [other for other in told if _are_of_one(one, other)]
    if not alike or _is_told(one, told):
        return None
    values = {other.quantity.value for other in alike}
    slips = [other for other in alike if is_slip(one.shown, other.shown)]
    is_meant = one.is_known or (bool(one.purpose) and any(o.purpose == one.purpose for o in alike))
    if slips and len(values) <= 3 and (is_meant or _may_be_slip(one, slips[-1])):
        return slips[-1]
    if not is_meant or one.is_apart:
        return None
    last = alike[-1]
    is_near = one.number - last.number <= _NEAR and not last.is_apart
    ratio = one.quantity.value / last.quantity.value if last.quantity.value else 0
    return last if len(values) == 1 and is_near and 0.3 < ratio < 3 else None


def _may_be_slip(one: _Mention, other: _Mention) -> bool:
    """Whether things counted twice with swapped digits are certainly the same things."""
    is_counted = bool(one.names) and (one.number, one.quantity.sentence) != (
        other.number,
        other.quantity.sentence,
    )
    return is_counted and not (one.is_apart or other.is_apart)


def _are_of_one(one: _Mention, other: _Mention) -> bool:
    if one.quantity.unit != other.quantity.unit:
        return False
    if one.quantity.unit == "Rp":
        return True
    if one.attribute or one.quantity.unit:
        return one.attribute == other.attribute != "" and not one.heads.isdisjoint(other.heads)
    return not one.names.isdisjoint(other.names)


def _is_told(one: _Mention, told: Collection[_Mention]) -> bool:
    """Whether the value occurs before, or is the sum or difference of values that do."""
    value = one.quantity.value
    same = [other.quantity for other in told if other.quantity.unit == one.quantity.unit]
    slack = max(one.quantity.rounding, 1e-6)
    if any(abs(value - other.value) <= max(slack, other.rounding) for other in same):
        return True
    recent = [other.value for other in same[-12:]]
    if any(abs(value - a - b) <= slack for i, a in enumerate(recent) for b in recent[:i]):
        return True
    if any(abs(value - abs(a - b)) <= slack for i, a in enumerate(recent) for b in recent[:i]):
        return True
    sums = 0.0
    for other in reversed(recent):
        sums += other
        if abs(value - sums) <= slack:
            return True
    return False


def is_slip(one: str, other: str) -> bool:
    """Whether two figures have the same digits in another order, or in another scale."""
    here, there = ("".join(c for c in shown if c.isdigit()) for shown in (one, other))
    return len(here) >= _FEWEST_DIGITS and sorted(here) == sorted(there) and here[0] != "0"
