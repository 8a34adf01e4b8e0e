"""Numbers of persons: ages (B27), register and telephone numbers (B28)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.numbers.numerals import nearby_sentence, numerals
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch, replacement_fix

_YEARS = Pattern(
    r" ?(?:th|thn|tahun)(?:\.(?=\)| [a-z(]))?(?P<closing>\))?(?![^\W_])", re.IGNORECASE
)
_AGED = frozenset({"usia", "umur", "berusia", "berumur"})
_OLDEST = 120
_REGISTER = Pattern(r"(?<![\w.,-])[0-9]{16}(?![\w-])")
_MOBILE = Pattern(r"(?<![\w.,/-])(?:\+62 ?|62|0)8[0-9]{1,2}[ -]?[0-9]{3,4}[ -]?[0-9]{3,5}(?![\w-])")
_SERVICE = Pattern(
    r"(?<![^\W_])(?:layanan|hotline|call ?center|pengaduan|aduan|narahubung|hubungi|menghubungi"
    r"|informasi|pendaftaran|whatsapp|posko|pusat|kontak|darurat|lapor|melapor)(?:nya)?(?![^\W_])",
    re.IGNORECASE,
)
_DIGITS_HINT = Pattern(r"[0-9]{4}")


def _check_ages(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text = paragraph.text
    for numeral in numerals(paragraph):
        if not numeral.is_whole or int(numeral.text[:4]) > _OLDEST:
            continue
        years = _YEARS.match(text, numeral.end, paragraph.copy.end)
        if years is None:
            continue
        is_bracketed = text[numeral.start - 1 : numeral.start] == "(" and years["closing"]
        if is_bracketed and paragraph.words[max(0, numeral.word_number - 1)].text[:1].isupper():
            end = years.end() - 1
            fix = replacement_fix(text, numeral.end, end, "", Safety.OFFERED)
            yield RuleMatch(numeral.start, end, {"right": f"({numeral.text})"}, (fix,))
        elif numeral.before and numeral.before.folded in _AGED and "tahun" not in years.group():
            fix = replacement_fix(text, numeral.end, years.end(), " tahun", Safety.OFFERED)
            right = f"{numeral.before.folded} {numeral.text} tahun"
            yield RuleMatch(numeral.start, years.end(), {"right": right}, (fix,))


def _check_private(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text, copy = paragraph.text, paragraph.copy
    if not _DIGITS_HINT.search(text, copy.start, copy.end):
        return
    for m in _REGISTER.finditer(text, copy.start, copy.end):
        yield RuleMatch(*m.span())
    for m in _MOBILE.finditer(text, copy.start, copy.end):
        sentence = nearby_sentence(paragraph, m.start())
        if sentence and not _SERVICE.search(text, *sentence):
            yield RuleMatch(*m.span())


RULES = (
    ParagraphRule(
        code="B27",
        id="age-form",
        name="Penulisan usia",
        severity=Severity.SUGGESTION,
        safety=Safety.OFFERED,
        why="Usia ditulis “{right}”.",
        source="praktik penyuntingan",
        is_on=False,
        remark="Menyusul sesudah rilis pertama.",
        roles=COPY,
        check=_check_ages,
        bad=(
            Example("Hariyanto (46 th) terpilih.", "Hariyanto (46) terpilih."),
            Example("Hariyanto (46 tahun) terpilih.", "Hariyanto (46) terpilih."),
            Example("Korban berusia 46 thn.", "Korban berusia 46 tahun."),
        ),
        good=("Hariyanto (46) berusia 46 tahun.", "Masa kerja (5 tahun) dihitung."),
    ),
    ParagraphRule(
        code="B28",
        id="phone-nik-privacy",
        name="Nomor pribadi",
        severity=Severity.WARNING,
        safety=Safety.NONE,
        why="Ada nomor induk atau telepon pribadi; pastikan nomor itu boleh dimuat.",
        source="Kode Etik Jurnalistik 2 dan 9",
        remark="Nomor di samping kata seperti “layanan” atau “hubungi” tidak dipersoalkan.",
        roles=COPY,
        check=_check_private,
        needs=Needs(has_figures=True),
        bad=(
            Example("NIK 3505123456780001 milik korban."),
            Example("Budi memakai telepon 081234567890 saat itu."),
        ),
        good=(
            "Hubungi layanan pengaduan di 081234567890.",
            "Anggarannya Rp1.174.543.362.000 untuk 1720 unit.",
        ),
    ),
)
