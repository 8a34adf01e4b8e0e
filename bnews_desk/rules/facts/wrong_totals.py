"""Parts that do not add up: *120 peserta terdiri atas 40 lurah, 60 kades, 15 camat*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.facts.amounts import (
    NUMBER,
    SCALE,
    Amount,
    format_number,
    make_amount,
)
from bnews_desk.rules.facts.part_sums import GROUPS, wrong_sum
from bnews_desk.rules.facts.table_totals import table_matches
from bnews_desk.rules.facts.totals_over_sentences import sums_over_sentences
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch
from bnews_desk.text import Span

_WHOLE = rf"(?P<mark>Rp\.? ?)?(?P<number>{NUMBER})(?: (?P<scale>{SCALE})\b)?"
_TOTAL_FIRST = Pattern(
    rf"(?<![\w.,/-]){_WHOLE} ?(?P<noun>%|[a-z][a-z-]{{1,20}})?"
    r"(?: [A-Za-z-]{2,20}){0,5},? (?:yang )?(?:terdiri (?:atas|dari)|meliputi|mencakup"
    r"|dengan (?:pe)?rincian|rinciannya|yakni|yaitu)(?: adalah| yakni| yaitu)?:? "
)
_TOTAL_LAST = Pattern(
    r"[,.]? (?:(?:se|me|ber)?hingga |dengan |atau |jadi )?(?:total|jumlah|keseluruhan)(?:nya)?"
    r"(?: keseluruhan(?:nya)?| seluruh(?:nya)?| peserta| mencapai| menjadi| ada| adalah| sebanyak"
    rf"| sebesar){{0,3}} {_WHOLE}(?![\w%])(?! ?(?:persen|%))"
    r"|[,.]? [Ss]eluruhnya(?: ada| berjumlah)? "
    + _WHOLE.replace("?P<mark>", "?P<mark2>")
    .replace("?P<number>", "?P<number2>")
    .replace("?P<scale>", "?P<scale2>")
)
_BEFORE_PARTS = ("terdiri", "meliputi", "mencakup", "rincian", "yakni", "yaitu")
_BEHIND_PARTS = ("total", "jumlah", "eluruhan", "eluruhnya")
_PART = Pattern(
    rf"(?:sebanyak |sejumlah )?(?P<mark>Rp\.? ?)?(?P<number>{NUMBER})(?: (?P<scale>{SCALE})\b)?"
    r"(?P<words> ?%?(?>(?: (?!(?:dan|serta|ditambah)\b)[A-Za-z][A-Za-z'’-]{1,25}){1,6})| ?%)?"
)
_REST = Pattern(r"[\s\"”]*(?:Sisanya|Selebihnya|Sisa|Sementara|Sedangkan|Adapun|Lainnya)\b")
_REST_NUMBER = Pattern(r"(?<![\w.,])\d+(?:[.,]\d+)*(?![\w])")
_REST_LENGTH = 120
"""Code points of the next sentence in which the rest of a total may stand."""
_DIGITS = Pattern(r"\d++")
_LEAST_NUMBERS = 3
_BETWEEN = Pattern(r", (?:dan |serta )?| dan | serta |; (?:dan |serta )?| ditambah ")
_GOES_ON = Pattern(r"[,;]? (?:dan|serta|ditambah|lalu|sedangkan|sementara|selebihnya|kemudian)\b")
_VAGUE = Pattern(
    r"\b(?:sekitar|lebih|kurang|antara lain|di antaranya|diantaranya|termasuk|hampir|sisanya|sisa"
    r"|masing-masing|setiap|tiap|per|rata-rata|minimal|maksimal|seorang|sebuah|seekor|sejumlah"
    r"|beberapa|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|puluhan|belasan|ratusan"
    r"|hingga|sampai|dst|dll|lainnya|lain|baru|pertama|tahun|pukul|tanggal|pasal|ayat|nomor)\b",
    re.IGNORECASE,
)
_MEASURES = frozenset("kg kilogram gram butir liter ton meter km hektare hari jam menit cm".split())
_BEFORE = 25
"""*sekitar* and the like count within this many code points before a total."""


def _check(context: ReleaseContext) -> Iterator[RuleMatch]:
    matches = [
        match.shifted(context.frame.parts[number].paragraph.start)
        for number, _, found in context.collected(_in_sentences)
        for match in found
    ]
    yield from matches
    for match in sums_over_sentences(context):
        if all(match.end <= one.start or one.end <= match.start for one in matches):
            yield match
    yield from table_matches(context)


def _in_sentences(paragraph: ParagraphContext) -> tuple[RuleMatch, ...]:
    return tuple(_unmade(paragraph)) if paragraph.role in COPY_AND_HEADLINE else ()


def _unmade(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    """Report totals whose parts are in the same sentence."""
    text = paragraph.text
    first = any(word in text for word in _BEFORE_PARTS)
    last = any(word in text for word in _BEHIND_PARTS)
    if not first and not last:
        return
    for sentence in paragraph.sentences:
        within = sentence.within(text)
        if len(_DIGITS.findall(within)) < _LEAST_NUMBERS:
            continue
        match = None
        if first and any(word in within for word in _BEFORE_PARTS):
            match = _total_first(text, sentence)
        if match is None and last and any(word in within for word in _BEHIND_PARTS):
            match = _total_last(text, sentence)
        if match:
            yield match


def _total_first(text: str, sentence: Span) -> RuleMatch | None:
    for m in _TOTAL_FIRST.finditer(text, *sentence):
        parts, end = _parts(text, m.end(), sentence.end)
        noun = (m["noun"] or "").casefold()
        before = text[max(sentence.start, m.start() - _BEFORE) : m.start()]
        is_whole = noun in GROUPS and not all(name in (noun, "rusak") for _, name in parts)
        if is_whole or _VAGUE.search(before + text[m.start() : end]):
            continue
        total = make_amount(m["mark"], m["number"], m["scale"], noun)
        is_open = any(c.isdigit() for c in text[end : sentence.end]) or _GOES_ON.match(text, end)
        if parts and not is_open and _units_fit(total, noun, parts):
            match = _judged(total, parts, m.start(), end)
            if match and not _rest_follows(text, sentence.end, total, parts):
                return match
    return None


def _rest_follows(text: str, at: int, total: Amount, parts: list[tuple[Amount, str]]) -> bool:
    """Whether the next sentence has the rest: *Selain itu, 3 orang …*, *Sisanya …*."""
    behind = text[at : at + _REST_LENGTH]
    if _REST.match(behind):
        return True
    rest = format_number((total.value - sum(part.value for part, _ in parts)) / total.size)
    return any(m.group() == rest for m in _REST_NUMBER.finditer(behind))


def _total_last(text: str, sentence: Span) -> RuleMatch | None:
    for m in _TOTAL_LAST.finditer(text, *sentence):
        kind = "" if m["number"] else "2"
        total = make_amount(m[f"mark{kind}"], m[f"number{kind}"], m[f"scale{kind}"], "")
        start = _start_of_parts(text, sentence.start, m.start())
        parts, end = _parts(text, start, m.start())
        if end != m.start() or _VAGUE.search(text[sentence.start : m.end()]):
            continue
        if parts and _units_fit(total, "", parts):
            return _judged(total, parts, start, m.end())
    return None


def _start_of_parts(text: str, start: int, end: int) -> int:
    """The position of the first number in a sentence, or its end."""
    for at in range(start, end):
        if text[at].isdigit():
            return at - 2 if text[at - 2 : at] == "Rp" else at
    return end


def _parts(text: str, at: int, end: int) -> tuple[list[tuple[Amount, str]], int]:
    """The amounts of an enumeration, each with the next word, and the position where it ends."""
    found: list[tuple[Amount, str]] = []
    m = _PART.match(text, at, end)
    while m:
        words = (m["words"] or "").split()
        noun = words[0].casefold() if words else ""
        found.append((make_amount(m["mark"], m["number"], m["scale"], noun), noun))
        at = m.end()
        gap = _BETWEEN.match(text, at, end)
        m = _PART.match(text, gap.end(), end) if gap else None
    return (found if len(found) > 1 else []), at


def _units_fit(total: Amount, noun: str, parts: list[tuple[Amount, str]]) -> bool:
    """Whether total and parts are all money, all percent, all one measure, or all things."""
    units = {part.unit for part, _ in parts}
    if total.unit in ("Rp", "%") or units & {"Rp", "%"}:
        return units == {total.unit}
    if noun in _MEASURES or any(name in _MEASURES for _, name in parts):
        return units == {total.unit} and noun in _MEASURES
    return not any(part.has_scale for part, _ in parts) and not total.has_scale


def _judged(
    total: Amount, parts: list[tuple[Amount, str]], start: int, end: int
) -> RuleMatch | None:
    values = wrong_sum(total, [part for part, _ in parts])
    return RuleMatch(start, end, values) if values else None


RULES = (
    ReleaseRule(
        code="F19",
        id="figure-total",
        name="Jumlah tidak cocok",
        severity=Severity.WARNING,
        safety=Safety.NONE,
        why="Rincian {parts} = {sum}, bukan {total}; periksa angkanya.",
        source="praktik penyuntingan",
        remark=(
            "Hanya rincian yang berurutan dan lengkap, dalam satu kalimat, kalimat berikutnya,"
            " daftar, atau tabel; kata seperti “sekitar” dan “antara lain” membuat aturan ini diam."
        ),
        check=_check,
        bad=(
            Example("Acara diikuti 120 peserta terdiri atas 40 lurah, 60 kades, dan 15 camat."),
            Example("Ada 120 peserta yang terdiri dari 40 lurah, 60 kades, serta 15 camat."),
            Example("Hadir 40 lurah, 60 kades, dan 15 camat, total 120 orang."),
            Example("Sebanyak 72 anggota dewan, yakni 52 laki-laki dan 15 perempuan, hadir."),
            Example(
                "Dana Rp500 juta dengan rincian Rp300 juta untuk jalan dan Rp150 juta untuk air."
            ),
            Example("Sebanyak 45 tim terdiri atas 20 tim putra dan 15 tim putri."),
            Example("Ada 90 rumah rusak, yakni 25 rusak ringan dan 55 rusak berat."),
            Example("Hadir 120 peserta. Mereka terdiri atas 40 lurah, 60 kades, dan 15 camat."),
            Example("\nDibagikan 120 paket dengan rincian:\n- Garum: 40 paket\n- Talun: 70 paket"),
            Example("\nDesa\tPria\tWanita\tJumlah\nWates\t40\t50\t95\nSumber\t30\t20\t50"),
            Example("Polisi menyita 1.720 barang, meliputi 1.000 botol dan 700 kaleng."),
        ),
        good=(
            "Acara diikuti 115 peserta terdiri atas 40 lurah, 60 kades, dan 15 camat.",
            "Dari 72 anggota, 52 setuju, 15 tidak, dan 5 abstain.",
            "Sebanyak 10 tim terdiri atas 5 pemain dan 4 pelatih.",
            "Ada 120 peserta, di antaranya 40 lurah dan 60 kades.",
            "Ada sekitar 120 peserta terdiri atas 40 lurah, 60 kades, dan 15 camat.",
            "Ada 120 peserta terdiri atas 40 lurah, 60 kades, dan beberapa camat.",
            "Ada 63 orang, terdiri dari 37 karyawan dan 23 pemain. Selain itu, 3 orang lari.",
            "Ada 63 orang, terdiri dari 37 karyawan dan 23 pemain. Sisanya lari.",
            "Dana Rp500 juta, yakni Rp300 juta untuk jalan dan Rp200 juta untuk air.",
            "Ia menyita 3 barang, yakni 2 kg sabu dan 5 butir pil.",
            "Laga itu berakhir pada menit 90, yakni 2-1 dan 3-2.",
            "Anggarannya Rp1,3 triliun, terdiri atas Rp0,85 triliun dan Rp0,42 triliun.",
        ),
    ),
)
