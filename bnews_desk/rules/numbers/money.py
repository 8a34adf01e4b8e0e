"""Sums of money, and the words for large numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE, Role
from bnews_desk.patterns import Pattern
from bnews_desk.release import Edit
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.rules.word_replacement import quotes_law
from bnews_desk.text import keep_case

_SUM = Pattern(
    r"(?<![^\W_])(?<![/-])(?P<mark>[Rr][Pp]|IDR)(?P<gap>\.?\s{0,2})"
    r"(?P<number>\d{1,15}(?>(?:[.,]\d{1,3}){0,6})(?:\s?[-–—]\s?\d{1,6}(?:[.,]\d{1,3}){0,6})?)"
    r"(?P<dash>[.,]\s?[-–—]{1,2}(?![\w-]))?"
    r"(?P<scale>\s?(?:ribu|juta|mil[iy]ar[dt]?|tri?l[iy]un)(?![^\W_]))?"
    r"(?P<doubled>\srupiah(?![^\W_])(?!\sdigital))?",
    re.IGNORECASE,
)
_HINT = Pattern(r"rp|idr", re.IGNORECASE)
_SHORT = Pattern(r"\s?(?P<word>jt|rb|m|t)(?![^\W_])(?!['’.]\w)", re.IGNORECASE)
_LARGE = {
    "milyar": "miliar", "milyard": "miliar", "miliyar": "miliar", "milliar": "miliar",
    "milyart": "miliar", "milliyar": "miliar", "millyar": "miliar", "miliard": "miliar",
    "trilyun": "triliun", "triliyun": "triliun", "triliyar": "triliun", "trilliun": "triliun",
    "trillyun": "triliun", "trilliyun": "triliun", "tryliun": "triliun",
}  # fmt: skip
_LARGE |= {f"{wrong}an": f"{right}an" for wrong, right in _LARGE.items()}
_SHORT_WORDS = {"jt": "juta", "rb": "ribu", "m": "miliar", "t": "triliun"}


def _check_rupiah(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text, copy = paragraph.text, paragraph.copy
    if not _HINT.search(text, copy.start, copy.end):
        return
    for m in _SUM.finditer(text, copy.start, copy.end):
        if m["mark"].upper() == "IDR" and m["mark"] != "IDR":
            continue
        edits = _edits(m)
        if edits:
            written = f"Rp{m['number']}{m['scale'] or ''}"
            safety = Safety.OFFERED if m["mark"] == "IDR" else Safety.SAFE
            fix = Fix(safety, f"Ganti dengan “{written}”", tuple(edits))
            yield RuleMatch(edits[0].start, edits[-1].end, {"sum": written}, (fix,))


def _edits(m: re.Match[str]) -> list[Edit]:
    edits = []
    start, end = m.start(), m.end("dash") if m["dash"] else m.end("number")
    if m["mark"] != "Rp" or m["gap"] or m["dash"]:
        edits.append(Edit(start, end, m.string[start:end], f"Rp{m['number']}"))
    if m["doubled"]:
        edits.append(Edit(*m.span("doubled"), m["doubled"], ""))
    return edits


def _check_large_words(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text, copy = paragraph.text, paragraph.copy
    for word in paragraph.words:
        right = _LARGE.get(word.folded)
        if right and not _is_name(paragraph, word.start, word.text):
            is_shouted = len(word.text) > 1 and word.text.isupper()
            is_small = paragraph.role is not Role.HEADLINE and not is_shouted
            new = keep_case(word.text, right)
            if is_small and _follows_number(text, word.start):
                new = right
            is_law = quotes_law(paragraph)
            safety = Safety.OFFERED if is_law else Safety.SAFE
            fix = replacement_fix(text, word.start, word.end, new, safety)
            severity = Severity.WARNING if is_law else None
            yield RuleMatch(word.start, word.end, {"word": right}, (fix,), severity)
    if not _HINT.search(text, copy.start, copy.end):
        return
    for m in _SUM.finditer(text, copy.start, copy.end):
        short = None if m["scale"] or m["dash"] else _SHORT.match(text, m.end("number"), copy.end)
        if short:
            yield _short_match(paragraph, m.start("number"), short)


def _is_name(paragraph: ParagraphContext, start: int, word: str) -> bool:
    """Whether the word for a large number is capitalised without a number before it."""
    if not word[0].isupper() or word.isupper() or start in paragraph.sentence_starts:
        return False
    return not _follows_number(paragraph.text, start)


def _follows_number(text: str, start: int) -> bool:
    """Whether a number stands directly before a position."""
    return text[max(0, start - 3) : start].rstrip()[-1:].isdigit()


def _short_match(paragraph: ParagraphContext, start: int, short: re.Match[str]) -> RuleMatch:
    """The match for a shortened scale, *Rp1,5 M*; in a headline it may save space."""
    text = paragraph.text
    right = _SHORT_WORDS[short["word"].casefold()]
    at, end = short.start("word"), short.end("word")
    gap = "" if text[at - 1].isspace() else " "
    label = f"Ganti dengan “{text[start:at].strip()} {right}”"
    fix = replacement_fix(text, at, end, gap + right, Safety.OFFERED, label)
    severity = Severity.SUGGESTION if paragraph.role is Role.HEADLINE else None
    return RuleMatch(start, end, {"word": right}, (fix,), severity)


RULES = (
    ParagraphRule(
        code="B19",
        id="currency-rupiah",
        name="Penulisan rupiah",
        severity=Severity.ERROR,
        safety=Safety.SAFE,
        why="Rupiah ditulis tanpa titik dan tanpa spasi: {sum}.",
        source="EYD V, Singkatan 5; Angka dan Bilangan 3",
        roles=COPY_AND_HEADLINE,
        check=_check_rupiah,
        bad=(
            Example("Bantuannya Rp 25.000.000 per desa.", "Bantuannya Rp25.000.000 per desa."),
            Example("Harganya Rp. 1.720.000,- per unit.", "Harganya Rp1.720.000 per unit."),
            Example("Ia menerima Rp5 juta rupiah.", "Ia menerima Rp5 juta."),
            Example("Ia membayar rp10.000.", "Ia membayar Rp10.000."),
            Example("Ia membayar RP. 10.000, lalu pulang.", "Ia membayar Rp10.000, lalu pulang."),
            Example("Anggarannya IDR 2 miliar.", "Anggarannya Rp2 miliar."),
            Example("Dananya Rp 2,5 miliar rupiah.", "Dananya Rp2,5 miliar."),
            Example("Harganya Rp.10.000-Rp15.000.", "Harganya Rp10.000-Rp15.000."),
        ),
        good=(
            "Anggarannya Rp125 juta, Rp5.000,00, atau 5 juta rupiah.",
            "Kurs USD/IDR 16.000 dan nilai rupiah menguat.",
            "Ukurannya 25 rpm dan kodenya GRP 12.",
            "Harganya Rp10.000-Rp15.000 atau Rp10-15 juta.",
            "Mata uang Rp dan angka 25.",
        ),
    ),
    ParagraphRule(
        code="B20",
        id="large-number-word",
        name="Kata bilangan besar",
        severity=Severity.ERROR,
        safety=Safety.SAFE,
        why="Bentuk baku: {word}.",
        source="KBBI",
        roles=COPY_AND_HEADLINE,
        check=_check_large_words,
        needs=Needs(words=_LARGE, has_figures=True),
        bad=(
            Example(
                "Pasal 9 mengatur denda dua milyar rupiah.",
                "Pasal 9 mengatur denda dua miliar rupiah.",
            ),
            Example("Anggarannya Rp2 milyar.", "Anggarannya Rp2 miliar."),
            Example("Anggarannya 2 Milyar.", "Anggarannya 2 miliar."),
            Example("Anggarannya Rp1,2 Milyar.", "Anggarannya Rp1,2 miliar."),
            Example("ANGGARANNYA 2 MILYAR.", "ANGGARANNYA 2 MILIAR."),
            Example("Bantuan Rp2 Milyar Cair\nIsi.", "Bantuan Rp2 Miliar Cair\nIsi."),
            Example("Kerugian trilyunan itu dihitung.", "Kerugian triliunan itu dihitung."),
            Example("Milyaran rupiah hilang.", "Miliaran rupiah hilang."),
            Example("Anggarannya Rp1,5 M tahun ini.", "Anggarannya Rp1,5 miliar tahun ini."),
            Example("Harganya Rp25jt per unit.", "Harganya Rp25 juta per unit."),
            Example("Harganya Rp500rb.", "Harganya Rp500 ribu."),
        ),
        good=(
            "Para miliarder menyumbang Rp2 miliar dan Rp1 triliun.",
            "Panjangnya 5 M dan bobotnya 2 T.",
            "Pak Milyar menerima Rp5 juta.",
            "Ia membayar Rp5 tunai dan Rp10 muka.",
        ),
    ),
)
