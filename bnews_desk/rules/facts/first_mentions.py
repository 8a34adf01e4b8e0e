"""References that readers cannot resolve: laws without a number (F16), *ia* before any name (F25);
off by default."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch, replacement_fix

_BARE = Pattern(
    r"(?<![\w-])(?<!Kitab )(?<!Rancangan )(?:Undang-Undang|UU) "
    r"(?!Nomor|No\b|Dasar|RI\b|Republik|Tahun)"
    r"(?P<title>[A-Z][a-z]{2,20}(?:(?: dan)? [A-Z][a-z]{2,20}){0,5})(?![\w-])"
)
_NUMBER_BEHIND = Pattern(r",? \(?(?:UU |Undang-Undang )?(?:RI )?(?:Nomor|No\.?) ?\d")
_NUMBERED = Pattern(r"(?:Undang-Undang|UU)(?: RI)? (?:Nomor|No\.?) ?\d")
_NUMBERS = {
    "Desa": "Nomor 6 Tahun 2014 tentang Desa",
    "Pers": "Nomor 40 Tahun 1999 tentang Pers",
    "Pemerintahan Daerah": "Nomor 23 Tahun 2014 tentang Pemerintahan Daerah",
    "Keterbukaan Informasi Publik": "Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik",
    "Penyandang Disabilitas": "Nomor 8 Tahun 2016 tentang Penyandang Disabilitas",
}
"""Laws that local news often names, with their full citations."""
_PRONOUNS = frozenset({"ia", "dia", "beliau"})
_PREPOSITIONS = frozenset("menurut bagi dalam pada untuk selain kata karena saat di dari".split())
"""First words of a sentence that are no part of a name."""


def _check_laws(context: ReleaseContext) -> Iterator[RuleMatch]:
    seen: set[str] = set()
    for number, paragraph, _ in context.collected(_names_law):
        text, at = paragraph.text, context.frame.parts[number].paragraph.start
        if _NUMBERED.search(text, *paragraph.copy):
            return  # a number here or earlier identifies the law
        for m in _BARE.finditer(text, *paragraph.copy):
            if m["title"] in seen or paragraph.in_speech(*m.span()):
                continue
            seen.add(m["title"])
            if _NUMBER_BEHIND.match(text, m.end()):
                continue
            yield _bare(text, m.start(), m.end(), m["title"], at)


def _bare(text: str, start: int, end: int, title: str, at: int) -> RuleMatch:
    full = _NUMBERS.get(title)
    fixes: tuple[Fix, ...] = ()
    if full is not None:
        fix = replacement_fix(text, start, end, f"Undang-Undang {full}", Safety.OFFERED)
        fixes = (fix.shifted(at),)
    return RuleMatch(start + at, end + at, {"law": text[start:end]}, fixes)


def _names_law(paragraph: ParagraphContext) -> bool:
    """Whether a paragraph may mention a law at all."""
    return paragraph.role in COPY and (
        "UU " in paragraph.text or "Undang-Undang " in paragraph.text
    )


def _check_pronouns(context: ReleaseContext) -> Iterator[RuleMatch]:
    for part in context.copy_parts:
        paragraph = context.paragraphs[part.paragraph.number]
        for word in paragraph.words:
            if paragraph.in_speech(word.start, word.end):
                continue
            if word.folded in _PRONOUNS:
                at = part.paragraph.start
                yield RuleMatch(word.start + at, word.end + at, {"text": word.text})
                return
            if word.text[0].isupper() and word.folded not in _PREPOSITIONS:
                return  # a name, or the first word of a sentence, which may be one


RULES = (
    ReleaseRule(
        code="F16",
        id="law-citation-bare",
        name="Undang-undang tanpa nomor",
        severity=Severity.SUGGESTION,
        safety=Safety.OFFERED,
        why="Sebutkan nomor dan tahun {law} pada penyebutan pertama.",
        source="praktik penyuntingan",
        check=_check_laws,
        bad=(
            Example(
                "Itu sesuai Undang-Undang Desa yang baru.",
                "Itu sesuai Undang-Undang Nomor 6 Tahun 2014 tentang Desa yang baru.",
            ),
            Example("Itu diatur UU Cipta Kerja sejak lama."),
        ),
        good=(
            "Undang-Undang Nomor 6 Tahun 2014 tentang Desa berlaku; UU Desa itu penting.",
            "Undang-Undang Desa (UU Nomor 6 Tahun 2014) berlaku, begitu juga UUD 1945.",
            '"Kami memakai UU Desa sejak lama," katanya.',
        ),
        is_on=False,
        remark="Mati: nama pendek undang-undang yang dikenal lazim dalam berita.",
    ),
    ReleaseRule(
        code="F25",
        id="pronoun-no-antecedent",
        name="Kata ganti tanpa acuan",
        severity=Severity.SUGGESTION,
        safety=Safety.NONE,
        why="“{text}” belum jelas merujuk siapa.",
        source="praktik penyuntingan",
        check=_check_pronouns,
        bad=(
            Example("Ia menjelaskan jalan itu segera diperbaiki."),
            Example("Menurut dia, jalan itu segera diperbaiki."),
        ),
        good=(
            "Bupati Rini Syarifah hadir. Ia menjelaskan rencana itu.",
            '"Ia sudah pulang sejak tadi," kata Rini.',
            "Warga menanam padi di Talun.",
        ),
        is_on=False,
        remark="Mati: kata benda biasa di awal kalimat pun dapat menjadi acuannya.",
    ),
)
