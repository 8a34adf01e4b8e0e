"""A 2 in place of a reduplication: *anak2* (C14)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE, Role
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch
from bnews_desk.rules.word_replacement import looks_foreign, replacement_match, stands_alone
from bnews_desk.text import Word

_TWO = Pattern(
    r"(?P<base>(?:ber-|ter-|se-|ke-)?[a-z]{3,24})[2²](?:-)?(?P<tail>an|annya|nya|lah|kah)?$"
)
_PREFIXES = ("ber", "ter", "se", "ke", "me", "di")
_COUNTERS = frozenset(
    "ayat bab butir cabang fase formasi game grup jilid juta kelas kelompok lantai level liga menit"
    " miliar nomor pasal persen practice ribu ronde seri tahap tipe triliun unit versi"
    " volume".split()
)
"""Words before or after a number: *unit2* lacks a space."""
_UNITS = frozenset("gram kg kilogram ton meter km lantai juta miliar persen".split())
"""Units of a number wrongly joined to the word before: *emas2 gram*."""


def _check_two(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text = paragraph.text
    if "2" not in text and "²" not in text:
        return
    for at, word in enumerate(paragraph.words):
        if "2" not in word.text and "²" not in word.text:
            continue
        match = _TWO.match(word.folded)
        if match is None or not (word.text[1:].islower() and word.text[0].isalpha()):
            continue
        base = match["base"].replace("-", "")
        if base in _COUNTERS and text[word.end : word.end + 1] == ".":
            continue
        right = _doubled(paragraph.lexicon.reduplications, base)
        is_known = bool(right)
        if not is_known and _may_double(paragraph, word, base):
            right = f"{base}-{base}"
        if not right or _is_number(paragraph, at):
            continue
        if paragraph.is_capitalised_inside(word) and match["base"] != "undang":
            continue
        if paragraph.role is Role.HEADLINE and word.text[0].isupper() and not is_known:
            continue  # *Moto2* is a name, though every word there is capitalised
        if stands_alone(paragraph.text, word.start, word.end):
            tail = match["tail"] or ""
            severity = None if is_known and base not in _COUNTERS else Severity.WARNING
            yield replacement_match(
                paragraph, word.start, word.end, right + tail, is_safe=False, severity=severity
            )


def _doubled(lexicon_words: Mapping[str, bool], base: str) -> str:
    """The reduplication of a word: ``masing-masing``, ``bersama-sama``; '' where there is none."""
    if f"{base}-{base}" in lexicon_words:
        return f"{base}-{base}"
    for prefix in _PREFIXES:
        root = base.removeprefix(prefix)
        if root != base and f"{base}-{root}" in lexicon_words:
            return f"{base}-{root}"
    return ""


def _may_double(paragraph: ParagraphContext, word: Word, base: str) -> bool:
    """Whether an unlisted word may be reduplicated and its 2 does not count anything."""
    is_listing = paragraph.text[word.end : word.end + 1] == "."
    return len(base) > 3 and base not in _COUNTERS and not looks_foreign(base) and not is_listing


def _is_number(paragraph: ParagraphContext, at: int) -> bool:
    """Whether the digit belongs to a number beside the word: *120 orang2*, *emas2 gram*."""
    before = paragraph.words[at - 1] if at else None
    if before is not None and before.text[-1:].isdecimal():
        return paragraph.text[before.end : paragraph.words[at].start].isspace()
    return at + 1 < len(paragraph.words) and paragraph.words[at + 1].folded in _UNITS


REDUP_2 = ParagraphRule(
    code="C14",
    id="redup-2",
    name="Bentuk ulang dengan angka 2",
    severity=Severity.ERROR,
    safety=Safety.OFFERED,
    why="Bentuk ulang ditulis lengkap: “{right}”.",
    source="EYD V, Kata Turunan 2a",
    roles=COPY_AND_HEADLINE,
    check=_check_two,
    needs=Needs(texts=("2", "²")),
    bad=(
        Example("Tugas masing2 desa jelas.", "Tugas masing-masing desa jelas."),
        Example("Anak2 bermain di taman.", "Anak-anak bermain di taman."),
        Example("Warga bekerja ber-sama2.", "Warga bekerja bersama-sama."),
        Example("Warga bekerja bersama2.", "Warga bekerja bersama-sama."),
        Example("Orang2nya ramah.", "Orang-orangnya ramah."),
        Example("Sayur dan buah2an laku.", "Sayur dan buah-buahan laku."),
        Example("Teman² hadir.", "Teman-teman hadir."),
        Example("Anak2 Desa Juara\nIsi berita.", "Anak-Anak Desa Juara\nIsi berita."),
    ),
    good=(
        "Luasnya 20 m2, 3 km2, dan CO2 turun.",
        "Siswa SMPN2 dan BP2MI hadir.",
        "Ada 120 orang2 partai.",
        "Cincin emas2 gram laku.",
        "Akun anak2_blitar dan #anak2 ramai.",
        "Anak-anak bermain; http2 dan ipv2.",
        "Pembalap Moto2 Juara di Mandalika\nPembalap itu juara.",
    ),
)


RULES = (REDUP_2,)
