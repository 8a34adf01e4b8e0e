"""Long sums in words (B21) and ranges (B25)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.numbers.numerals import folded_word, nearby_sentence, numerals
from bnews_desk.rules.numbers.written_dates import WEEKDAYS
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch, replacement_fix

_PARTED = Pattern(r"[0-9]{1,3}(?:\.[0-9]{3}){2,4}(?:,00)?")
_LAW = Pattern(r"(?<![^\W_])(?:Pasal|Undang-Undang|denda|pidana)(?![^\W_])")
_SCALES = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"))
_RANGE = Pattern(
    r"(?<![\w.,/+-])(?:(?P<first>[0-9]{1,4}(?:\.[0-9]{3})?)-(?P<last>[0-9]{1,4}(?:\.[0-9]{3})?)"
    r"|(?P<day>Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu)-(?P<until>[A-Z][a-z]{4,5}))"
    r"(?![\w/-]|[.,:]\d)"
)
_SCORES = frozenset(
    "skor unggul menang kalah imbang seri kedudukan agregat bermain formasi skema nomor no telepon"
    " covid pasal menjadi telp wa hp menang-kalah takluk kemenangan kekalahan hasil dengan".split()
)
_WHOLE = 100
"""Numbers in scores are smaller than this."""


def _check_round(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text = paragraph.text
    for numeral in numerals(paragraph):
        if len(numeral.text) < 9 or _PARTED.fullmatch(numeral.text) is None:
            continue
        value = int(numeral.text.partition(",")[0].replace(".", ""))
        right = _in_scale(value)
        place = numeral.start, numeral.end
        if (
            not right
            or paragraph.in_speech(*place)
            or folded_word(numeral.behind) in {"juta", "miliar"}
        ):
            continue
        sentence = nearby_sentence(paragraph, numeral.start)
        if sentence is None or _LAW.search(text, *sentence):
            continue
        end = numeral.end
        if text[end : end + 2] == ",-":
            end += 2
        opening = "Rp" if text.endswith("Rp", 0, numeral.start) else ""
        fix = replacement_fix(text, numeral.start, end, right, Safety.OFFERED)
        yield RuleMatch(*place, {"right": opening + right}, (fix,))


def _in_scale(value: int) -> str:
    """A value with its scale, ``25 juta``, ``1,5 miliar``; '' where it needs more than one
    decimal."""
    for size, name in _SCALES:
        if value < size:
            continue
        whole, rest = divmod(value, size)
        if rest % (size // 10) == 0 and value % 10**6 == 0:
            decimal = rest // (size // 10)
            return f"{whole},{decimal} {name}" if decimal else f"{whole} {name}"
        return ""
    return ""


def _check_ranges(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text = paragraph.text
    if "-" not in text:
        return
    for m in _RANGE.finditer(text, paragraph.copy.start, paragraph.copy.end):
        if _is_range(text, m):
            dash = m.group().index("-") + m.start()
            right = m.group().replace("-", "—")
            fix = replacement_fix(
                text, dash, dash + 1, "—", Safety.OFFERED, f"Ganti dengan “{right}”"
            )
            yield RuleMatch(*m.span(), {"right": right}, (fix,))


def _is_range(text: str, m: re.Match[str]) -> bool:
    if m["day"]:
        return m["until"].casefold() in WEEKDAYS
    first, last = int(m["first"].replace(".", "")), int(m["last"].replace(".", ""))
    before = text[max(0, m.start() - 20) : m.start()].casefold().split()[-1:]
    if first >= last or m["first"][0] == "0" or m["last"][0] == "0":
        return False
    return last >= _WHOLE or not before or before[0] not in _SCORES


RULES = (
    ParagraphRule(
        code="B21",
        id="zeros-to-words",
        name="Jumlah dengan banyak nol",
        severity=Severity.SUGGESTION,
        safety=Safety.OFFERED,
        why="Lebih mudah dibaca: {right}.",
        source="EYD V, Angka dan Bilangan 5",
        is_on=False,
        remark="Angka penuh tidak salah; menyusul sesudah rilis pertama.",
        roles=COPY,
        check=_check_round,
        bad=(
            Example("Bantuannya Rp25.000.000 per desa.", "Bantuannya Rp25 juta per desa."),
            Example("Anggarannya Rp1.500.000.000.", "Anggarannya Rp1,5 miliar."),
            Example("Warganya 3.000.000 orang.", "Warganya 3 juta orang."),
        ),
        good=(
            "Anggarannya Rp1.174.543.362.000 dan Rp1.250.000.",
            "Pelanggar Pasal 5 didenda Rp50.000.000.",
        ),
    ),
    ParagraphRule(
        code="B25",
        id="range-dash",
        name="Tanda pisah pada rentang",
        severity=Severity.SUGGESTION,
        safety=Safety.OFFERED,
        why="Rentang ditulis dengan tanda pisah: {right}.",
        source="EYD V, Tanda Pisah 3",
        is_on=False,
        remark="Hampir semua media, juga selingkung, memakai tanda hubung; mati sejak awal.",
        roles=COPY,
        check=_check_ranges,
        bad=(
            Example("Rencana 2025-2045 disusun.", "Rencana 2025—2045 disusun."),
            Example("Loket buka Senin-Jumat pagi.", "Loket buka Senin—Jumat pagi."),
            Example("Pesertanya 10-15 orang.", "Pesertanya 10—15 orang."),
        ),
        good=(
            "Arema unggul skor 1-2 dan menang 2-1.",
            "Covid-19, B-news.id, S-1, dan telepon 0342-801-234.",
            "Rencana 2025—2045 disusun.",
        ),
    ),
)
