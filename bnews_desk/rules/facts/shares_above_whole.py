"""Shares that add up to more or less than their whole: *60 persen puas, 55 persen tidak* (F21)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bnews_desk.finding import Safety, Severity
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.facts.amounts import format_number
from bnews_desk.rules.facts.quantities import Quantity, quantities, sentence_of
from bnews_desk.rules.numbers.numerals import nearby_sentence
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch
from bnews_desk.text import Span

_SHARE = r"\d{1,3}(?:,\d{1,2})?"
_SIGN = r"(?: persen| ?%)"
_LISTED = Pattern(
    rf"(?<![\w.,])(?P<parts>(?:{_SHARE}, ){{1,6}}"
    rf"|(?:{_SHARE}{_SIGN}(?: [a-z]{{2,20}}){{0,3}}, ){{1,6}})"
    rf"(?:dan|serta) (?P<last>{_SHARE}){_SIGN}(?![^\W_])"
)
_PART = Pattern(rf"(?<![\w.,])({_SHARE})(?: persen| ?%|,? |, )")
_OVER = Pattern(
    rf"(?<![\w.,])(?P<share>[1-9]\d\d(?:,\d\d?)?){_SIGN}"
    r" (?:dari (?:seluruh|total|semua|jumlah)|warga|orang)\b"
)
_GROWS = Pattern(
    r"(?i)naik|tumbuh|tambah|tingkat|capai|realisasi|target|lebih|surplus|lonjak|dibanding|kali"
    r"|turun|diskon|bunga|kurang|susut|penurunan|inflasi|anjlok|merosot|koreksi|menguat|melemah"
    r"|antara|hingga|peluang|risiko|kelembap|kelembab|akurasi|rata-rata|menjadi|dari sebelumnya"
    r"|tarif|margin|cashback|efektif|yoy|year|diprediksi|selisih|masing-masing|peringkat"
)
_ALL = Pattern(r"(?i)\b(?:seluruhnya|total|keseluruhan|semuanya)\b")
_WHOLE, _SLACK = 100.0, 0.5
_REST = Pattern(r"(?i)(?:\b(?:sisanya|selebihnya)\b[^.]{0,40}|\b(?:sedangkan|sementara|dan) )$")
_REST_WORD = Pattern(r"(?i)\b(?:sisanya|selebihnya)\b")
_OTHERS = Pattern(r"(?: [a-z]+)? (?:lainnya|sisanya)\b")
_PARTS_FOLLOW = r"terdiri (?:atas|dari)|komposisi\w*|dengan (?:pe)?rincian|rinciannya"
_ALL_PARTS = Pattern(rf"(?i)\b(?:{_PARTS_FOLLOW})\b")
_COMPOSED = Pattern(
    rf"(?i)\b(?:{_PARTS_FOLLOW}|proporsi\w*|terbagi|berasal dari|bersumber dari"
    r"|dari (?:seluruh|total|semua|jumlah|keseluruhan|responden))\b"
)
_OPPOSITES = (
    ("perempuan", "laki-laki"), ("wanita", "pria"), ("perempuan", "pria"), ("putra", "putri"),
    ("wanita", "laki-laki"),
)  # fmt: skip
_DENIED = Pattern(r"(?i)\b(?:tidak|belum|bukan|tak) ([a-z]+)")
_BROKEN = Pattern(
    r"(?i)\b(?:pada 20\d\d|tahun lalu|sebelumnya|di antaranya|kemudian|sementara itu|adapun"
    r"|di sisi lain|selain itu|semester|triwulan|kuartal|tahun 20\d\d|dua kali|boleh|jawaban)\b"
)
_OF_PEOPLE = Pattern(
    r" (?:warga|responden|peserta|siswa|pelajar|mahasiswa|penduduk|pemilih|petani|pedagang"
    r"|pelanggan|pengunjung|keluarga|orang)\b"
)
"""Shares of people who are asked or counted once: *45 persen responden memilih …*."""
_MOST_PARTS = 7


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text = paragraph.text
    if "persen" not in text and "%" not in text:
        return
    seen: list[Span] = []
    for m in _LISTED.finditer(text, paragraph.copy.start, paragraph.copy.end):
        total = sum(map(_value, (*_PART.findall(m["parts"]), m["last"])))
        is_short = total < _WHOLE - _SLACK and _says(_ALL, paragraph, m)
        if (is_short or total > _WHOLE + _SLACK) and not _says(_GROWS, paragraph, m):
            seen.append(Span(*m.span()))
            yield RuleMatch(*m.span(), {"total": format_number(total)})
    for m in _OVER.finditer(text, paragraph.copy.start, paragraph.copy.end):
        if _value(m["share"]) > _WHOLE and not _says(_GROWS, paragraph, m):
            seen.append(Span(*m.span()))
            yield RuleMatch(*m.span(), {"total": m["share"]})
    for match in _unfitting(paragraph):
        if not any(span.overlaps((match.start, match.end)) for span in seen):
            yield match


def _unfitting(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    """Report shares that one or two sentences present as all parts of a whole."""
    shares = [one for one in quantities(paragraph) if one.unit == "%"]
    if len(shares) < 2:
        return
    done = -1
    for first in sorted({one.sentence for one in shares}):
        if first <= done:
            continue
        for last in (first, first + 1):
            here = [one for one in shares if first <= one.sentence <= last]
            if 2 <= len(here) <= _MOST_PARTS and _is_unfit(paragraph, here, first, last):
                done = last
                values = {"total": format_number(sum(one.value for one in here))}
                yield RuleMatch(here[0].start, here[-1].end, values)
                break


def _is_unfit(paragraph: ParagraphContext, here: Sequence[Quantity], first: int, last: int) -> bool:
    text = paragraph.text
    span = Span(sentence_of(paragraph, first).start, sentence_of(paragraph, last).end)
    within = span.within(text)
    total = sum(one.value for one in here)
    slack = max(_SLACK, sum(one.amount.step for one in here if one.amount.step < 0.5)) + 0.05
    if abs(total - _WHOLE) <= slack or not all(one.is_exact for one in here):
        return False
    if _GROWS.search(within) or _BROKEN.search(within) or total > 300:
        return False
    if any(
        abs(sum(one.value for one in here[at:]) - whole.value) <= slack
        for at in range(1, len(here) - 1)
        for whole in here[:at]
    ):
        return False  # parts of a part named before
    if last > first:
        opening = text[sentence_of(paragraph, last).start :][:14]
        return len(here) == 2 and _REST_WORD.match(opening) is not None
    final = here[-1]
    before = text[span.start : final.start]
    is_rest = _REST_WORD.search(before) is not None or (
        _REST.search(before) is not None and _OTHERS.match(text, final.end) is not None
    )
    if is_rest:
        return len(here) == 2 or total > _WHOLE
    if len(here) == 2 and _are_opposite(text, here, span):
        return True
    composed = _COMPOSED.search(text, span.start, here[0].end)
    if composed is None:
        is_of_people = _OF_PEOPLE.match(text, here[0].end) is not None
        return is_of_people and total > _WHOLE and len(here) > 2 and _is_joined(text, here)
    if total > _WHOLE:
        return _is_joined(text, here)
    is_all = _ALL_PARTS.search(text, span.start, here[0].end) is not None
    return is_all and total > 80 and _is_joined(text, here) and "lain" not in within


def _are_opposite(text: str, here: Sequence[Quantity], span: Span) -> bool:
    """Whether shares are opposites: *65 persen perempuan dan 45 persen laki-laki*; *60 persen puas,
    55 persen tidak puas*."""
    one = text[here[0].end : here[1].start].casefold()
    other = text[here[1].end : min(span.end, here[1].end + 40)].casefold()
    for a, b in _OPPOSITES:
        if {a, b} == {(one.split() or [""])[0], (other.split() or [""])[0].strip(".,;)")}:
            return True
    denied = _DENIED.search(other)
    return (
        denied is not None
        and re.search(rf"\b{denied[1]}\b", one) is not None
        and sum(x.value for x in here) > _WHOLE
    )


def _is_joined(text: str, here: Sequence[Quantity]) -> bool:
    """Whether the shares form one series: commas between them, *dan* before the last."""
    gaps = [text[a.end : b.start] for a, b in pairwise(here)]
    joints = ("dan ", "serta ", "sedangkan ", "lalu ", "sementara ")
    if not any(joint in gaps[-1] for joint in joints):
        return False
    return all(len(gap) < 60 and ("," in gap or ";" in gap or " dan " in gap) for gap in gaps)


def _says(pattern: Pattern, paragraph: ParagraphContext, m: re.Match[str]) -> bool:
    """Whether ``pattern`` occurs in the sentence of a match."""
    sentence = nearby_sentence(paragraph, m.start())
    return sentence is not None and pattern.search(paragraph.text, *sentence) is not None


def _value(share: str) -> float:
    return float(share.replace(",", "."))


RULES = (
    ParagraphRule(
        code="F21",
        id="percent-over-100",
        name="Jumlah persentase",
        severity=Severity.WARNING,
        safety=Safety.NONE,
        why="Jumlah persentase {total} persen; periksa.",
        source="praktik penyuntingan",
        check=_check,
        needs=Needs(texts=("%", "persen")),
        bad=(
            Example("Suaranya 60, 30, dan 14 persen."),
            Example("Warga yang setuju 60 persen, 30 persen, dan 14,5 persen."),
            Example("Seluruhnya 60 persen, 20 persen, dan 10 persen."),
            Example("Sebanyak 45 persen siswa setuju, 40 persen menolak, dan 25 persen diam."),
            Example("Sebanyak 104 persen warga hadir."),
            Example("Yang puas 60 persen, sedangkan 55 persen lainnya tidak puas."),
            Example("Baru 72 persen warga hadir. Sisanya, 38 persen, belum."),
            Example("Pesertanya 65 persen perempuan dan 45 persen laki-laki."),
            Example(
                "Belanja terdiri atas pegawai 45 persen, barang 30 persen, dan modal 35 persen."
            ),
        ),
        good=(
            "Suaranya 60, 30, dan 10 persen.",
            "Realisasinya 104 persen dari target.",
            "Harga naik 40 persen, 50 persen, dan 60 persen.",
            "Suaranya 60 persen, 20 persen, dan 10 persen.",
            "Pada 2024, 30 orang, dan 80 persen.",
            "Yang puas 60 persen, sedangkan 40 persen lainnya tidak puas.",
            "Dari 80 persen itu, 50 persen sawah, sedangkan sisanya 30 persen tegalan.",
        ),
    ),
)
