"""Figures that fall where the text says they rise, or the reverse: *menurun dari 64 desa menjadi
111 desa*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.facts.amounts import NUMBER, SCALE, Amount, amount_from_match, format_number
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch

_UP = frozenset(
    "meningkat naik bertambah tumbuh melonjak meroket meningkatkan menaikkan ditingkatkan dinaikkan"
    " peningkatan kenaikan menguat terkerek melesat menanjak bertambahnya meningkatnya".split()
)
_DOWN = frozenset(
    "menurun turun berkurang merosot susut menyusut anjlok menurunkan diturunkan penurunan melemah"
    " terpangkas mengurangi dikurangi berkurangnya menurunnya melorot".split()
)
_RANKS = Pattern(
    r"\b(?:peringkat|ranking|rangking|rank|posisi|urutan|pukul|level|kelas|grade|skala|tipe|tidak"
    r"|belum|bukan|minus|lantai|golongan|status)(?:nya)?\b",
    re.IGNORECASE,
)
_OF_RATES = frozenset({"melemah", "menguat"})
_CURRENCY = Pattern(r"\b(?:[Kk]urs|[Nn]ilai tukar|[Rr]upiah|[Dd]olar|[Yy]uan|[Ee]uro)\b")
_OTHER_CLAUSE = frozenset(
    "dengan untuk sehingga karena dan agar setelah tetapi namun sedangkan sementara memangkas"
    " mempercepat mengurangi atau jika bila ketika saat".split()
)
_MOST_BETWEEN = 7
"""Most words between the verb and *dari*."""


def _part(letter: str) -> str:
    return (
        rf"(?P<mark_{letter}>Rp\.? ?)?(?P<number_{letter}>{NUMBER})"
        rf"(?: (?P<scale_{letter}>{SCALE})\b)?"
        rf"(?: ?(?P<unit_{letter}>%|[a-z]{{2,20}}))?"
    )


_FROM_TO = Pattern(
    rf"\bdari (?:semula |sebelumnya |hanya |total )?{_part('a')}"
    r"(?P<gap>(?: [a-z]{2,20}| \(?(?:19|20)\d\d\)?){0,6},?) "
    rf"(?P<to>menjadi|ke)(?: (?:hanya|sebanyak|sebesar|total))? {_part('b')}"
)
_TO_AS_UNIT = frozenset({"menjadi", "ke", "pada", "di", "dan", "atau", "yang", "per", "dari"})
_CLAUSE_END = Pattern(r"[.;:!?\"“”]\s")
_WORD = Pattern(r"[^\W\d_]{2,30}")
_PERCENT = Pattern(rf"({NUMBER}) ?(?:persen|%)")
_AMOUNT = Pattern(rf"(?<![\w.,/-]){_part('c')}")
_ALSO_TOLD = Pattern(
    r"(?: [a-z]+)?(?:,? atau|, yakni|, berarti| atau) (?P<told>(?:naik|turun|meningkat|menurun"
    r"|bertambah|berkurang"
    rf"|tumbuh|selisih)(?: sebesar| sebanyak| sekitar)? (?:Rp\.? ?)?{NUMBER}(?: {SCALE})?"
    r"(?: ?%| [a-z]+)?)"
)
_VAGUE = Pattern(r"\b(?:sekitar|lebih|hampir|kurang|rata-rata|per|setiap|antara|hingga)\b")


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text, copy = paragraph.text, paragraph.copy
    if "dari " not in text or ("menjadi" not in text and " ke " not in text):
        return
    for m in _FROM_TO.finditer(text, copy.start, copy.end):
        before = text[max(copy.start, m.start() - 100) : m.start()]
        before = _CLAUSE_END.split(before)[-1]
        verb = _verb(before, m["gap"])
        if not verb or _RANKS.search(before + m.group()) or _is_rate(text, m, verb):
            continue
        one, other = _amounts(m)
        if not one.compares_with(other) or (m["to"] == "ke" and not (one.unit and other.unit)):
            continue
        match = _judged(m, verb, one, other, before)
        if match:
            yield match


def _is_rate(text: str, m: re.Match[str], verb: str) -> bool:
    """Whether it is an exchange rate: a weaker currency has a higher figure."""
    return (
        verb in _OF_RATES
        and _CURRENCY.search(text, max(0, m.start() - 80), m.end() + 30) is not None
    )


def _amounts(m: re.Match[str]) -> tuple[Amount, Amount]:
    one, other = amount_from_match(m, "a"), amount_from_match(m, "b")
    if one.unit in _TO_AS_UNIT:
        one = one._replace(unit="")
    if other.unit in _TO_AS_UNIT:
        other = other._replace(unit="")
    return one, other


def _verb(before: str, gap: str) -> str:
    """The verb that gives the direction: in the gap, else the last one before *dari*."""
    for word in _WORD.findall(gap):
        if word in _UP or word in _DOWN:
            return str(word)
    for word in reversed(_WORD.findall(before)[-_MOST_BETWEEN:]):
        folded = str(word).casefold()
        if folded in _UP or folded in _DOWN:
            return folded
        if folded in _OTHER_CLAUSE:
            return ""
    return ""


def _judged(
    m: re.Match[str], verb: str, one: Amount, other: Amount, before: str
) -> RuleMatch | None:
    if one.value == other.value:
        return None
    rises = other.value > one.value
    figures = f"{_shown(m, 'a')} → {_shown(m, 'b')}"
    if rises != (verb in _UP):
        return RuleMatch(
            m.start(),
            m.end("scale_b") if m["scale_b"] else m.end("number_b"),
            {"verb": verb, "figures": figures, "fact": "naik" if rises else "turun"},
        )
    if one.unit == "%" or one.value <= one.step:
        return None
    told = before[before.casefold().rfind(verb) :]
    behind = _ALSO_TOLD.match(m.string, m.end())
    if behind and not _PERCENT.search(told) and not _AMOUNT.search(told):
        told = behind["told"]
    return _wrong_percent(m, one, other, told, figures) or _wrong_step(m, one, other, told, figures)


def _wrong_percent(
    m: re.Match[str], one: Amount, other: Amount, told: str, figures: str
) -> RuleMatch | None:
    percents = _PERCENT.findall(told)
    if len(percents) != 1:
        return None
    said = float(percents[0].replace(".", "").replace(",", "."))
    ends = [
        abs(b - a) / a * 100
        for a in (one.value - one.step, one.value + one.step)
        for b in (other.value - other.step, other.value + other.step)
    ]
    if min(ends) - 1 <= said <= max(ends) + 1:
        return None
    real = round(abs(other.value - one.value) / one.value * 100, 1)
    values = {"said": percents[0], "figures": figures, "real": f"{real:g}".replace(".", ",")}
    return RuleMatch(m.start(), m.end("number_b"), values, (), None, "percent")


def _wrong_step(
    m: re.Match[str], one: Amount, other: Amount, told: str, figures: str
) -> RuleMatch | None:
    """Report a difference that its figures do not give: *naik Rp2 miliar dari Rp10 miliar menjadi
    Rp13 miliar*."""
    steps = [*_AMOUNT.finditer(told)]
    if len(steps) != 1 or _VAGUE.search(told) or _PERCENT.search(told):
        return None
    step = amount_from_match(steps[0], "c")
    if not other.unit or step.unit != other.unit or one.unit not in ("", other.unit):
        return None
    real = abs(other.value - one.value)
    slack = sum(n.step for n in (one, other, step) if n.step * 2 < n.size) or 1e-6
    if abs(real - step.value) <= slack or not 0.2 < step.value / real < 5:
        return None
    shown = format_number(real / step.size)
    scale = f" {steps[0]['scale_c']}" if steps[0]["scale_c"] else ""
    values = {
        "said": _shown(steps[0], "c"),
        "figures": figures,
        "real": f"{'Rp' if steps[0]['mark_c'] else ''}{shown}{scale}",
    }
    return RuleMatch(m.start(), m.end("number_b"), values, (), None, "step")


def _shown(m: re.Match[str], letter: str) -> str:
    scale = m[f"scale_{letter}"]
    mark = "Rp" if m[f"mark_{letter}"] else ""
    return f"{mark}{m[f'number_{letter}']}{' ' + scale if scale else ''}"


RULES = (
    ParagraphRule(
        code="F18",
        id="figure-direction",
        name="Arah naik dan turun",
        severity=Severity.WARNING,
        safety=Safety.NONE,
        why="Disebut “{verb}”, tetapi {figures} justru {fact}.",
        other_messages={
            "percent": "Disebut {said} persen, tetapi {figures} adalah {real} persen; periksa.",
            "step": "Disebut {said}, tetapi selisih {figures} adalah {real}; periksa.",
        },
        source="praktik penyuntingan",
        roles=COPY_AND_HEADLINE,
        check=_check,
        needs=Needs(texts=("dari ",)),
        bad=(
            Example("Desa mandiri menurun dari 64 desa menjadi 111 desa."),
            Example("Anggaran turun dari Rp500 juta menjadi Rp2 miliar."),
            Example("Hasil panen naik dari 1 ton menjadi 900 kg."),
            Example("Angka stunting meningkat dari 14,5 persen menjadi 12,3 persen."),
            Example("Jumlahnya naik 20 persen dari 100 orang menjadi 150 orang."),
            Example("Pendapatan naik Rp2 miliar dari Rp10 miliar menjadi Rp13 miliar."),
            Example("Peserta bertambah dari 100 orang menjadi 130 orang, atau naik 50 orang."),
            Example("Dari 120 kasus, dari 64 kasus turun menjadi 70 kasus."),
            Example("Jumlah peserta bertambah dari 1.720 pada 2023 menjadi 1.200 orang."),
        ),
        good=(
            "Desa mandiri meningkat signifikan dari 64 desa menjadi 111 desa.",
            "Anggaran turun dari Rp2 miliar menjadi Rp500 juta.",
            "Peringkatnya naik dari 5 ke 3, posisi naik dari 5 menjadi 3.",
            "Jumlahnya naik 50 persen dari 100 orang menjadi 150 orang.",
            "Harga naik dari Rp10 menjadi 5 juta.",
            "Nilai tukar melemah dari Rp15.800 menjadi Rp16.200 per dolar AS.",
            "Waktu layanan meningkat karena dipangkas dari 5 hari menjadi 3 hari.",
            "Ia naik bus dari Terminal 3 ke Terminal 1.",
            "Jumlahnya naik dari 2 menjadi 1,5 juta orang.",
            "Pendapatan naik Rp3 miliar dari Rp10 miliar menjadi Rp13 miliar.",
            "Bunga naik 0,5 persen dari 3 persen menjadi 3,5 persen.",
            "Pajak tumbuh 22 persen dari Rp1,2 triliun menjadi Rp1,5 triliun.",
        ),
    ),
)
