"""The particles *-lah*, *-kah*, *-tah* (C07) and *per* (C09)."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE, Role
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.numbers.written_dates import MONTH_NAMES
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch
from bnews_desk.rules.word_replacement import (
    gap_is_space,
    looks_foreign,
    replacement_match,
    stands_alone,
)
from bnews_desk.text import Word

_PARTICLES = frozenset({"lah", "kah", "tah"})
_BEFORE_TAH = frozenset({"apa", "mana", "siapa"})
_TALK = frozenset(
    "ya kan nah deh eh oh ah wah tuh nih sih mah kok lo loh dong gitu gini enggak engga nggak gak"
    " ga udah aja yah lah kah tah wes ora opo".split()
)
"""Colloquial words, after which *lah* is a separate word."""
_OFTEN_BEARERS = frozenset(
    "ada apa bagaimana baca bukan dia harus ini itu jadi kami kita mana"
    " mari mereka mungkin perlu sanggup sebaik siapa sudah tentu tidak begitu begini kapan"
    " berapa bisa dapat benar sini situ akan ingat jangan layak masih pantas".split()
)
"""Words after which a hyphen before the particle does not indicate a foreign word."""
_BEHIND_TALK = frozenset({"kok", "wong", "terus", "piye", "iki"})


def _check_lah(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    words = paragraph.words
    if not _PARTICLES.isdisjoint(paragraph.vocabulary):
        for at in range(1, len(words)):
            if words[at].folded in _PARTICLES:
                match = _apart(paragraph, at)
                if match:
                    yield match
    for word in words:
        if word.folded[-4:-3] == "-" and word.folded[-3:] in _PARTICLES:
            match = _hyphenated(paragraph, word)
            if match:
                yield match


def _apart(paragraph: ParagraphContext, at: int) -> RuleMatch | None:
    before, particle = paragraph.words[at - 1 : at + 1]
    if not _bears_particle(paragraph, before, particle.folded) or not gap_is_space(
        paragraph, before, particle
    ):
        return None
    is_capital = not particle.text.islower() and paragraph.role is not Role.HEADLINE
    if is_capital or before.folded in _TALK:
        return None
    if at + 1 < len(paragraph.words) and paragraph.words[at + 1].folded in _BEHIND_TALK:
        return None
    is_echo = before.folded.endswith(particle.folded)
    return _joined(
        paragraph, before.start, particle.end, before.folded + particle.folded, is_sure=not is_echo
    )


def _hyphenated(paragraph: ParagraphContext, word: Word) -> RuleMatch | None:
    stem, particle = word.text[:-4], word.folded[-3:]
    if "-" in stem or not particle.islower():
        return None
    bearer = Word(word.start, word.end - 4, stem, stem.casefold())
    if not _bears_particle(paragraph, bearer, particle):
        return None
    if not stands_alone(paragraph.text, word.start, word.end):
        return None
    is_sure = bearer.folded in _OFTEN_BEARERS
    return _joined(paragraph, word.start, word.end, bearer.folded + particle, is_sure=is_sure)


def _bears_particle(paragraph: ParagraphContext, word: Word, particle: str) -> bool:
    """Whether a word is Indonesian and not a name, so that the particle is joined to it."""
    letters = word.text.replace("-", "")
    if len(letters) < 2 or not letters.isalpha() or not word.text[1:].islower():
        return False
    if particle == "tah" and word.folded not in _BEFORE_TAH:
        return False
    if word.folded in _OFTEN_BEARERS:
        return True
    return not looks_foreign(word.folded) and not paragraph.is_capitalised_inside(word)


def _joined(
    paragraph: ParagraphContext, start: int, end: int, right: str, *, is_sure: bool = True
) -> RuleMatch:
    is_mild = not is_sure or paragraph.in_speech(start, end)
    severity = Severity.WARNING if is_mild else None
    return replacement_match(paragraph, start, end, right, is_safe=is_sure, severity=severity)


PARTICLE_LAH_KAH_SPLIT = ParagraphRule(
    code="C07",
    id="particle-lah-kah-split",
    name="Partikel “-lah” dan “-kah”",
    severity=Severity.ERROR,
    safety=Safety.SAFE,
    why="Partikel -lah, -kah, dan -tah ditulis serangkai: “{right}”.",
    source="EYD V, Partikel 1",
    roles=COPY_AND_HEADLINE,
    check=_check_lah,
    bad=(
        Example("Apa kah warga setuju?", "Apakah warga setuju?"),
        Example("Sudah lah, mari bekerja.", "Sudahlah, mari bekerja."),
        Example("Tidak-kah warga tahu?", "Tidakkah warga tahu?"),
        Example("Itu lah yang diharapkan warga.", "Itulah yang diharapkan warga."),
        Example("Baca-lah buku itu.", "Bacalah buku itu."),
        Example("Apa tah gunanya?", "Apatah gunanya?"),
        Example('"Kami datang saja lah ke kantor camat," katanya.', None),
        Example("Apa Kah Warga Setuju\nIsi berita.", "Apakah Warga Setuju\nIsi berita."),
    ),
    good=(
        "Apakah warga setuju? Sudahlah.",
        "Hadir pula Teuku Lah dan Siti Kah.",
        '"Ya lah, kami datang," katanya.',
        "Masalah itu, lah kok belum selesai.",
        "Yang datang Jokowi-lah; itu process-lah kata mereka.",
        "Ia bertemu Lah di kantor.",
        "Pada 2027 lah targetnya.",
    ),
)

_UNITS = frozenset(
    "orang hari bulan tahun kapita kilogram gram kg km unit hektare hektar jam minggu pekan menit"
    " detik liter meter kilometer ton kuintal ekor lembar bungkus botol karung butir keluarga"
    " siswa anak desa kecamatan rumah semester triwulan kuartal sesi malam paket barel dolar saham"
    " kasus kelas individu porsi batang petak bidang tabung item tiket periode kepala sak".split()
)
"""Things counted singly: *per orang*."""
_DENOMINATORS = {
    word: number
    for number, word in enumerate(
        "dua tiga empat lima enam tujuh delapan sembilan sepuluh".split(), start=2
    )
}
_NUMERATORS = {"satu": 1, **_DENOMINATORS}
_SINGLY = frozenset({"satu-persatu", "satu-per-satu"})
_SURE_DENOMINATORS = frozenset({"tiga", "empat"})


def _check_per(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    for at, word in enumerate(paragraph.words):
        if not word.folded.startswith("per"):
            if word.folded in _SINGLY:
                yield replacement_match(paragraph, word.start, word.end, "satu per satu")
            continue
        match = _of_per(paragraph, at) if word.folded == "per" else _tied(paragraph, at)
        if match:
            yield match


def _tied(paragraph: ParagraphContext, at: int) -> RuleMatch | None:
    """The match for a wrongly joined *per*: ``perorang``, ``per-orang``, ``satu persatu``."""
    word = paragraph.words[at]
    if not stands_alone(paragraph.text, word.start, word.end):
        return None
    is_capital = paragraph.is_capitalised_inside(word)
    rest = word.text[3:].removeprefix("-")
    unit = rest.removesuffix("nya")
    is_first_capital = not rest.islower() and paragraph.role is not Role.HEADLINE
    if unit.casefold() in _UNITS and not is_capital and not is_first_capital:
        return replacement_match(paragraph, word.start, word.end, f"per {rest.casefold()}")
    if word.text[3:4] == "-" and word.text[:3].islower() and _starts_at(rest):
        return replacement_match(paragraph, word.start, word.end, f"per {rest}", is_safe=False)
    return _singly(paragraph, at)


def _starts_at(rest: str) -> bool:
    """Whether *per-* is a particle before it: a number or month of a date, or an acronym."""
    return rest.isdecimal() or rest.isupper() or rest in MONTH_NAMES


def _singly(paragraph: ParagraphContext, at: int) -> RuleMatch | None:
    """The match for ``satu persatu``."""
    word = paragraph.words[at]
    if not at or word.folded not in ("persatu", "per-satu"):
        return None
    before = paragraph.words[at - 1]
    if before.folded != "satu" or not paragraph.text[before.end : word.start].isspace():
        return None
    return replacement_match(paragraph, word.start, word.end, "per satu")


def _of_per(paragraph: ParagraphContext, at: int) -> RuleMatch | None:
    """The match for a wrongly separate *per*: ``dua per tiga``, ``per kantoran``."""
    per = paragraph.words[at]
    if at + 1 == len(paragraph.words):
        return None
    rest = paragraph.words[at + 1]
    if not rest.text.islower() or not gap_is_space(paragraph, per, rest):
        return None
    right = f"per{rest.folded}"
    if right in paragraph.lexicon.confixed_nouns:
        return replacement_match(paragraph, per.start, rest.end, right, message="noun")
    before = paragraph.words[at - 1] if at else None
    if before is None or not paragraph.text[before.end : per.start].isspace():
        return None
    if _NUMERATORS.get(before.folded, 99) >= _DENOMINATORS.get(rest.folded, 0):
        return None
    is_sure = rest.folded in _SURE_DENOMINATORS
    return replacement_match(
        paragraph, per.start, rest.end, right, is_safe=is_sure, message="fraction"
    )


PER_PARTICLE = ParagraphRule(
    code="C09",
    id="per-particle",
    name="Partikel “per”",
    severity=Severity.WARNING,
    safety=Safety.SAFE,
    why="“per” yang berarti ‘tiap’ atau ‘demi’ ditulis terpisah: “{right}”.",
    other_messages={
        "noun": "“per-” di sini awalan, tulis serangkai: “{right}”.",
        "fraction": "Dalam bilangan pecahan “per-” ditulis serangkai: “{right}”.",
    },
    source="EYD V, Partikel 4; Angka dan Bilangan 8b",
    roles=COPY_AND_HEADLINE,
    check=_check_per,
    bad=(
        Example("Harganya Rp15.000 perkilogram.", "Harganya Rp15.000 per kilogram."),
        Example("Bantuan itu Rp300.000 perbulan.", "Bantuan itu Rp300.000 per bulan."),
        Example("Upah perharinya naik.", "Upah per harinya naik."),
        Example("Biaya per-orang turun.", "Biaya per orang turun."),
        Example("Warga maju satu persatu.", "Warga maju satu per satu."),
        Example("Satu per-satu warga maju.", "Satu per satu warga maju."),
        Example("Satu-persatu warga maju.", "Satu per satu warga maju."),
        Example("Dua per tiga warga hadir.", "Dua pertiga warga hadir."),
        Example("Kawasan per kantoran padat.", "Kawasan perkantoran padat."),
        Example("Harga per-1 Januari naik.", "Harga per 1 Januari naik."),
        Example("Upah per-Januari 2025 naik.", "Upah per Januari 2025 naik."),
    ),
    good=(
        "Pendapatan per kapita naik; satu per satu warga maju.",
        "Tiga perempat warga hadir, dua pertiga setuju.",
        "Perorangan, persatuan, peringkat, perempatan, pertiga.",
        "Skor dua per dua; rasio lima per tiga.",
        "Biaya per aturan dan per kelompok.",
        "Per Persatuan ada satu wakil.",
        "Kota Pertahun dan Perjam Raya.",
    ),
)

RULES = (PARTICLE_LAH_KAH_SPLIT, PER_PARTICLE)
