"""Totals whose parts follow: in the same sentence, in the next one, or in the lines below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from bnews_desk.frame.release_frame import COPY, Role
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.facts.amounts import make_amount
from bnews_desk.rules.facts.part_sums import GROUPS, makes_total, wrong_sum
from bnews_desk.rules.facts.quantities import MEASURES, Quantity, quantities, sentence_of
from bnews_desk.rules.rule import RuleMatch
from bnews_desk.text import Span

_PARTS_OPEN = Pattern(
    r"(?:(?:[A-Z][\w-]+(?: [\w-]+){0,4} )?(?:terdiri (?:atas|dari)|terbagi (?:atas|menjadi)"
    r"|meliputi|mencakup)\b|Mereka (?:adalah|ialah)\b"
    r"|(?:Adapun |Dengan )?(?:[Pp]e)?[Rr]incian(?:nya)?\b"
    r"|Masing-masing\b|Yakni\b|Yaitu\b)"
)
"""Openings of a sentence that lists the parts of what the one before names."""
_SOME_OPEN = Pattern(r"(?:Dari (?:jumlah|total|angka|seluruh) (?:itu|tersebut|ini)|Di antaranya)\b")
"""Openings of a sentence that may list only some of the parts."""
_DIVIDES = Pattern(
    r"(?:(?:,|\b) ?(?:yang )?(?:terdiri(?: atas| dari)?|terbagi (?:atas|menjadi|dalam)|meliputi"
    r"|mencakup|dengan (?:pe)?rincian|rinciannya|yakni|yaitu|masing-masing)\b|[:;])[^.;,]{0,40}$"
)
_ONE = Pattern(r"\b(?:satu|seorang|sebuah|seekor)\b")
_AMOUNT = make_amount(None, "1", None, None)
"""What each of those is."""
_OPPOSITES = frozenset(
    frozenset(pair)
    for pair in (
        ("laki-laki", "perempuan"), ("pria", "wanita"), ("putra", "putri"), ("pria", "perempuan"),
        ("laki-laki", "wanita"), ("negeri", "swasta"),
    )
)  # fmt: skip
_DENIED = Pattern(r" (?:[a-z]+ )?(?:tidak|belum|gagal) (?P<word>[a-z]+)")
_ITS_SHARE = Pattern(r"(?: [a-z]+){0,2} (?:dari|untuk|bagi) ")
_REST = Pattern(r"(?i)\b(?:sisanya|selebihnya)\b")
_OPENS_REST = Pattern(
    r"\W*(?:Sisanya|Selebihnya|Sisa|Selain itu|Sementara|Sedangkan|Lainnya|Adapun)\b"
)
_TOTAL_OF_ALL = Pattern(
    r"(?i)\b(?:total(?:nya)?|jumlah(?:nya)?|seluruhnya|keseluruhan(?:nya)?)\b(?: [A-Za-z-]+){0,5} $"
)
_TOTAL = Pattern(r"(?i)\b(?:total|jumlah|seluruhnya|keseluruhan)(?:nya)?\b")
_OUT_OF_WHOLE = Pattern(r"(?i)(?:^|, )dari (?:(?:total|jumlah|seluruh|sebanyak|keseluruhan) )*$")
_VAGUE = Pattern(
    r"(?i)\b(?:sekitar|lebih|kurang|antara lain|termasuk|hampir|setiap|tiap|per|rata-rata|minimal"
    r"|maksimal|seorang|sebuah|seekor|sejumlah|beberapa|satu|puluhan|belasan|ratusan|ribuan"
    r"|hingga|sampai|dst|dll|sebelumnya|target\w*|dibanding\w*|naik|turun|meningkat|menurun"
    r"|bertambah|berkurang|kuota|kali|usia|umur|skor|poin|pertama kali|juga|sempat)\b|\bse-"
)
_COMPARED = Pattern(
    r"(?i)\b(?:tahun lalu|sebelumnya|target\w*|dibanding\w*|naik|turun|meningkat|menurun|rata-rata"
    r"|masing-masing|setiap|tiap|per|dari total|dari jumlah|sisanya|sisa|kekurangan|antara|hingga"
    r"|sekitar|lebih|hampir|termasuk|di antaranya|diantaranya|minimal|maksimal|skor|poin|gol"
    r"|beberapa|lainnya|lain|sejumlah|seorang|sebuah|puluhan|ratusan|kali|kumulatif|akumulasi|tambahan|berbeda|baru)\b"
)
_JOINT = Pattern(r"\b(?:dan|serta|sedangkan|sementara|ditambah)\b")
_GOES_ON = Pattern(r"[^.]{0,60}\b(?:dan|serta|ditambah)\b")
_WIDEST_GAP = 90
"""Most code points between two parts of one enumeration."""
_LONGEST_LINE = 140
_MOST_PARTS = 30
"""Most quantities of a sentence; where there are more, it is a table."""
_ANNOUNCES = Pattern(r"(?i)\b(?:rincian(?:nya)?|perincian(?:nya)?|berikut|yakni|yaitu)\b|:\s*$")
_TOTAL_LINE = Pattern(r"(?i)[\W\d]*(?:total|jumlah)\b")
_THINGS_ALONE = frozenset("tahun bulan minggu pekan hari jam menit kali lokasi titik".split())
"""Nouns of times and places, whose numbers are not added to those of other things."""


class _Sentence(NamedTuple):
    """A sentence with its quantities; ``number`` is its paragraph's."""

    number: int
    paragraph: ParagraphContext
    span: Span
    found: tuple[Quantity, ...]

    @property
    def text(self) -> str:
        return self.span.within(self.paragraph.text)


def sums_over_sentences(context: ReleaseContext) -> Iterator[RuleMatch]:
    """The totals that are not the sum of the parts around them; spans count in the whole text."""
    for number, paragraph, cued in context.collected(_cued):
        for at in cued:
            sentence = _sentence(number, paragraph, at)
            before = _before(context, sentence, at)
            match = (
                _parts_within(context, sentence, at)
                or _parts_behind(context, sentence, before, at)
                or _total_behind(context, sentence, before)
            )
            if match:
                yield match
        yield from _lines(context, number, paragraph)
    yield from _headline(context)


def _cued(paragraph: ParagraphContext) -> tuple[int, ...]:
    """The numbers of the sentences that may have parts or a total, or announce a list."""
    if paragraph.role not in COPY or "\t" in paragraph.text:
        return ()
    last = len(paragraph.sentences) - 1
    cued = {at for at in paragraph.cached(_by_sentence) if _is_cued(_sentence(0, paragraph, at))}
    if _ANNOUNCES.search(sentence_of(paragraph, last).within(paragraph.text)):
        cued.add(last)
    return tuple(sorted(cued))


def _is_cued(sentence: _Sentence) -> bool:
    """Whether a sentence by itself may have parts or a total."""
    parts = [one for one in sentence.found if one.unit != "%"]
    if not parts:
        return False
    text = sentence.paragraph.text
    said = text[sentence.span.start : parts[-1].start]
    if _REST.search(sentence.text) or _TOTAL_OF_ALL.search(said):
        return True
    if len(parts) < 2 or _VAGUE.search(_ONE.sub("", sentence.text)):
        return False
    last = text[parts[-2].end : parts[-1].start]
    joined = _JOINT.search(last) or _ONE.search(text, parts[-1].end, sentence.span.end)
    return joined is not None


def _by_sentence(paragraph: ParagraphContext) -> dict[int, tuple[Quantity, ...]]:
    """The quantities of each sentence that has any, by its number."""
    groups = groupby(quantities(paragraph), key=lambda one: one.sentence)
    return {at: tuple(found) for at, found in groups}


def _sentence(number: int, paragraph: ParagraphContext, at: int) -> _Sentence:
    found = paragraph.cached(_by_sentence).get(at, ())
    found = found if len(found) <= _MOST_PARTS else ()
    return _Sentence(number, paragraph, sentence_of(paragraph, at), found)


def _before(context: ReleaseContext, sentence: _Sentence, at: int) -> _Sentence | None:
    """The sentence before, which may be the last of the paragraph above, or None."""
    if at:
        return _sentence(sentence.number, sentence.paragraph, at - 1)
    number = sentence.number - 1
    while number > 0 and context.paragraphs[number].role not in COPY:
        number -= 1
    above = context.paragraphs[number] if number > 0 else None
    if above is None or not above.sentences:
        return None
    return _sentence(number, above, len(above.sentences) - 1)


def _parts_within(context: ReleaseContext, sentence: _Sentence, at: int) -> RuleMatch | None:
    """The match for a total divided within its own sentence: *tujuh korban: dua tewas, …*."""
    found = [one for one in sentence.found if one.unit != "%"]
    text = sentence.paragraph.text
    for first, total in enumerate(found[:-1]):
        parts = _parts_of(total, found[first + 1 :])
        if not parts:
            continue
        gap = text[total.end : parts[0].start]
        is_divided = _DIVIDES.search(gap) is not None
        is_whole = is_divided or (len(parts) == 2 and _are_opposite(sentence, parts))
        if not (is_whole or _is_over(sentence, total, parts)) or len(gap) > _WIDEST_GAP:
            continue
        span = Span(max(sentence.span.start, total.start - 25), sentence.span.end)
        within = _ONE.sub("", span.within(text)) if is_divided else span.within(text)
        ones = _ones(sentence, total.end) if is_divided else []
        if _VAGUE.search(within) or total.noun in GROUPS or len(parts) + len(ones) < 2:
            return None
        spans = sorted([*_spans(parts), *ones])
        if not _fit(total, parts) or not _is_enumeration(sentence, spans):
            return None
        values = wrong_sum(total.amount, [*(one.amount for one in parts), *[_AMOUNT] * len(ones)])
        if values and not _OPENS_REST.match(_behind(context, sentence, at)):
            return _match(context, sentence, total, values)
        return None
    return None


def _parts_of(total: Quantity, found: Sequence[Quantity]) -> list[Quantity]:
    """The possible parts behind a total: all quantities of its unit or noun."""
    alike = [one.unit == total.unit for one in found]
    if total.is_count and any(one.noun == total.noun for one in found):
        alike = [one.noun == total.noun or not one.noun for one in found]
    first = alike.index(True) if True in alike else len(found)
    return list(found[first:]) if all(alike[first:]) else []


def _are_opposite(sentence: _Sentence, parts: Sequence[Quantity]) -> bool:
    """Whether the parts are opposites: *45 laki-laki dan 30 perempuan*; *150 lulus dan 40 tidak
    lulus*."""
    if frozenset(one.noun for one in parts) in _OPPOSITES:
        return True
    text, (first, second) = sentence.paragraph.text, parts
    denied = _DENIED.search(text, second.end, second.end + 40)
    told = text[first.end : second.start].split()
    return denied is not None and denied["word"] in told


def _is_over(sentence: _Sentence, total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether the parts exceed the total: *Dari 40 ekor, 12 mati dan 30 selamat*."""
    if any(one.noun in ("sisanya", "selebihnya") for one in parts[:-1]):
        return False
    is_more = sum(one.value for one in parts) > total.value
    return is_more and len(parts) > 1 and _is_out_of(sentence, total)


def _spans(parts: Sequence[Quantity]) -> list[Span]:
    return [Span(one.start, one.end) for one in parts]


def _ones(sentence: _Sentence, start: int) -> list[Span]:
    """The spans of *satu* or *seorang* in an enumeration."""
    text = sentence.paragraph.text
    return [Span(*m.span()) for m in _ONE.finditer(text, start, sentence.span.end)]


def _parts_behind(
    context: ReleaseContext, sentence: _Sentence, before: _Sentence | None, at: int
) -> RuleMatch | None:
    """The match for a sentence with the parts of a total in the sentence before."""
    text = sentence.text
    has_rest = _REST.search(text) is not None
    parts = [one for one in sentence.found if one.unit != "%"]
    if has_rest and len(parts) == 1 and before is not None:
        return _rest_behind(context, before, parts[0], text)
    if len(parts) < 2 or _VAGUE.search(text):
        return None
    total: Quantity | None
    if has_rest and _is_out_of(sentence, parts[0]):
        total, parts, before = parts[0], parts[1:], sentence
    elif before is not None:
        is_told = has_rest or _PARTS_OPEN.match(text) is not None
        if not is_told and _COMPARED.search(before.text):
            return None
        total = _total_in(before, parts)
        if total is None or not (is_told or _is_divided(before, total, sentence, parts)):
            return None
    if before is None or total is None or len(parts) < 2:
        return None
    if not _is_enumeration(sentence, _spans(parts)) or not _fit(total, parts):
        return None
    values = wrong_sum(total.amount, [one.amount for one in parts])
    if values is None or (has_rest and not _rest_has_number(sentence, parts)):
        return None
    if _OPENS_REST.match(_behind(context, sentence, at)):
        return None
    return _match(context, before, total, values)


def _rest_behind(
    context: ReleaseContext, before: _Sentence, rest: Quantity, text: str
) -> RuleMatch | None:
    """The match for a remainder: *Dari 12 desa, tujuh sudah selesai. Enam desa sisanya
    menyusul.*"""
    found = [one for one in before.found if one.unit != "%"]
    if len(found) != 2 or _VAGUE.search(text) or _VAGUE.search(before.text):
        return None
    whole, part = found if _is_out_of(before, found[0]) else reversed(found)
    gap = before.paragraph.text[part.end : whole.start]
    if whole is found[1] and " dari " not in f"{gap} ":
        return None
    if not _fit(whole, (part, rest)) or rest.unit != whole.unit:
        return None
    values = wrong_sum(whole.amount, [part.amount, rest.amount])
    return _match(context, before, whole, values) if values else None


def _is_divided(
    before: _Sentence, total: Quantity, sentence: _Sentence, parts: Sequence[Quantity]
) -> bool:
    """Whether parts that no word announces are certainly all parts of the total before them."""
    if _SOME_OPEN.match(sentence.text) is not None:
        return len(parts) > 2
    if _tells_shares(sentence):
        return True
    if len({one.noun for one in (total, *parts) if one.noun}) > 1 and not total.unit:
        return len(parts) > 2 and parts[0].start - sentence.span.start < 10
    is_told = any(one.value == len(parts) and one is not total for one in before.found)
    return is_told or (len(parts) > 2 and _TOTAL.search(before.text) is not None)


def _tells_shares(sentence: _Sentence) -> bool:
    """Whether a sentence divides an amount: *Rp6,2 miliar berasal dari APBD dan Rp2,8 miliar dari
    provinsi*; the same with *untuk*."""
    text = sentence.paragraph.text
    return all(
        one.unit == "Rp" and _ITS_SHARE.match(text, one.end) is not None for one in sentence.found
    )


def _is_out_of(sentence: _Sentence, first: Quantity) -> bool:
    return (
        _OUT_OF_WHOLE.search(sentence.paragraph.text[sentence.span.start : first.start]) is not None
    )


def _total_in(sentence: _Sentence, parts: Sequence[Quantity]) -> Quantity | None:
    """The only quantity of a sentence that may be the total of those parts, or None."""
    if not parts:
        return None
    fitting = [one for one in sentence.found if _fit(one, parts)]
    if len(fitting) > 1:
        nouns = {one.noun for one in parts if one.noun}
        fitting = [one for one in fitting if one.noun in nouns]
    return fitting[0] if len(fitting) == 1 and fitting[0].is_exact else None


def _fit(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether total and parts have one unit, or count things that may be added."""
    if any(one.unit != total.unit for one in parts) or total.unit in ("%", "s"):
        return False
    if any(not one.is_exact for one in (total, *parts)):
        return False
    if total.unit == "Rp" or total.unit in MEASURES:
        return True
    return total.noun not in _THINGS_ALONE and not any(one.noun in _THINGS_ALONE for one in parts)


def _is_enumeration(sentence: _Sentence, parts: Sequence[Span]) -> bool:
    """Whether the parts are close together, the last one after *dan*, and nothing follows."""
    text = sentence.paragraph.text
    gaps = [text[one.end : other.start] for one, other in pairwise(parts)]
    if not gaps or any(len(gap) > _WIDEST_GAP or "(" in gap for gap in gaps):
        return False
    if not _JOINT.search(gaps[-1]) and not _REST.search(gaps[-1]):
        return False
    return not _GOES_ON.match(text, parts[-1].end, sentence.span.end)


def _rest_has_number(sentence: _Sentence, parts: Sequence[Quantity]) -> bool:
    """Whether the last part is the remainder: *dan 12 sisanya*, *sisanya sebanyak 12*."""
    text, last = sentence.paragraph.text, parts[-1]
    if any(one.noun in ("sisanya", "selebihnya") for one in parts[:-1]):
        return False
    return (
        _REST.search(text, parts[-2].end, last.start) is not None
        or _REST.match(text, last.end + 1) is not None
    )


def _behind(context: ReleaseContext, sentence: _Sentence, at: int) -> str:
    """The text after a sentence."""
    rest = sentence.paragraph.text[sentence.span.end :].strip()
    if rest or at + 1 < len(sentence.paragraph.sentences):
        return rest
    below = context.copy_below(sentence.number)
    return below.text if below else ""


def _total_behind(
    context: ReleaseContext, sentence: _Sentence, before: _Sentence | None
) -> RuleMatch | None:
    """The match for a total at the end of a sentence: *sehingga totalnya 20 ekskavator*."""
    if len(sentence.found) == 0 or _COMPARED.search(sentence.text):
        return None
    total = sentence.found[-1]
    text = sentence.paragraph.text
    said = text[sentence.span.start : total.start]
    if not _TOTAL_OF_ALL.search(said) or not (total.noun or total.unit == "Rp"):
        return None
    here = [one for one in sentence.found[:-1] if _is_alike(one, total)]
    readings = [here]
    if before is not None and not _COMPARED.search(before.text):
        above = [one for one in before.found if _is_alike(one, total)]
        readings.append([*above, *here])
    if not here and len(others := sentence.found[:-1]) > 1 and total.is_count:
        is_list = _is_enumeration(sentence, _spans(others)) and all(one.noun for one in others)
        readings.append(list(others) if is_list and _fit(total, others) else [])
    readings = [parts for parts in readings if len(parts) > 1]
    if not readings or any(
        makes_total(total.amount, [one.amount for one in parts]) for parts in readings
    ):
        return None
    values = wrong_sum(total.amount, [one.amount for one in readings[-1]])
    if values is None or not all(one.is_exact for one in (total, *readings[-1])):
        return None
    return _match(context, sentence, total, values)


def _is_alike(one: Quantity, total: Quantity) -> bool:
    return one.unit == total.unit and (one.noun == total.noun or total.unit in ("Rp", *MEASURES))


def _lines(
    context: ReleaseContext, number: int, paragraph: ParagraphContext
) -> Iterator[RuleMatch]:
    """Totals of the lines below the sentence that announces them, or in the last line."""
    last = len(paragraph.sentences) - 1
    opening = _sentence(number, paragraph, last)
    if not _ANNOUNCES.search(opening.text):
        return
    lines: list[_Sentence] = []
    at = number + 1
    while at < len(context.paragraphs) and (line := _line(context.paragraphs[at], at)):
        lines.append(line)
        at += 1
    closing = lines.pop() if lines and _TOTAL_LINE.match(lines[-1].text) else None
    parts = [line.found[0] for line in lines]
    if len(parts) < 2 or any(_VAGUE.search(line.text) for line in lines):
        return
    if at < len(context.paragraphs) and _OPENS_REST.match(context.paragraphs[at].text):
        return
    total = _total_in(opening, parts)
    if total is None and last and not opening.found:
        opening = _sentence(number, paragraph, last - 1)
        total = _total_in(opening, parts)
    told = [(opening, total), (closing, closing.found[0] if closing else None)]
    for sentence, whole in told:
        if sentence is not None and whole is not None and _make_one(whole, parts):
            values = wrong_sum(whole.amount, [one.amount for one in parts])
            if values:
                yield _match(context, sentence, whole, values)


def _line(paragraph: ParagraphContext, number: int) -> _Sentence | None:
    """A line of a list with one quantity; None for other paragraphs."""
    if paragraph.role not in COPY or not paragraph.text or len(paragraph.text) > _LONGEST_LINE:
        return None
    found = tuple(one for one in quantities(paragraph) if one.unit != "%")
    if len(found) != 1 or "\t" in paragraph.text:
        return None
    return _Sentence(number, paragraph, paragraph.copy, found)


def _make_one(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether lines count the same things as the total: by the same noun, or by none."""
    if not _fit(total, parts):
        return False
    names = {total.noun, total.kind} - {""}
    return bool(total.unit) or all(not one.noun or one.noun in names for one in parts)


def _headline(context: ReleaseContext) -> Iterator[RuleMatch]:
    """A total in the headline that only the lead divides."""
    paragraph = context.paragraphs[0]
    if paragraph.role is not Role.HEADLINE or not context.copy_parts:
        return
    headline = _Sentence(0, paragraph, paragraph.copy, quantities(paragraph))
    if len(headline.found) != 1 or _COMPARED.search(headline.text):
        return
    total = headline.found[0]
    number = context.copy_parts[0].paragraph.number
    lead = context.paragraphs[number]
    alike = [one for one in quantities(lead) if _is_alike(one, total)]
    if len({one.sentence for one in alike}) != 1 or not total.noun:
        return
    sentence = _sentence(number, lead, alike[0].sentence)
    if len(alike) < 2 or _VAGUE.search(sentence.text) or _COMPARED.search(sentence.text):
        return
    if not _is_enumeration(sentence, _spans(alike)) or not _fit(total, alike):
        return
    told = [one for part in context.copy_parts for one in _found(context, part.paragraph.number)]
    values = wrong_sum(total.amount, [one.amount for one in alike])
    if values and all(one.value != total.value for one in told):
        yield _match(context, headline, total, values)


def _found(context: ReleaseContext, number: int) -> tuple[Quantity, ...]:
    return quantities(context.paragraphs[number])


def _match(
    context: ReleaseContext, sentence: _Sentence, total: Quantity, values: Mapping[str, str]
) -> RuleMatch:
    at = context.frame.parts[sentence.number].paragraph.start
    return RuleMatch(total.start + at, total.end + at, values)
