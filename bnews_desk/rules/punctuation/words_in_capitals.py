"""Ordinary words and names in capitals inside an article: D26."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY, Role
from bnews_desk.house.style import HouseStyle
from bnews_desk.lexicon.word_lists import read_rows
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch, replacement_fix
from bnews_desk.text import Word

_WORDS = frozenset(
    "bupati wakil gubernur presiden menteri camat lurah kepala ketua sekretaris direktur walikota"
    " kabupaten kecamatan kelurahan provinsi pemerintah daerah dinas badan kantor polisi warga"
    " masyarakat desa gratis penting wajib segera dilarang harus semua kegiatan program bantuan"
    " sosialisasi peresmian pelantikan pembangunan perencanaan hari tahun jalan pasar sekolah siswa"
    " guru petani indonesia timur barat tengah selatan utara merdeka selamat juara resmi".split()
)
"""Words that are certainly not acronyms."""
_ORDINARY = frozenset(
    "warga masyarakat gratis penting wajib segera dilarang harus semua kegiatan program bantuan"
    " sosialisasi peresmian pelantikan pembangunan perencanaan tahun siswa guru petani merdeka"
    " selamat juara resmi".split()
)
"""Those among them that have no capital inside a sentence unless a name follows."""
_LEAST_LETTERS = 5
_LEAST_IN_RUN = 2
_GLUE = frozenset("-/&@_.#")
_DASHES = frozenset("-–—")
_ROMAN = Pattern(r"[IVXLCDM]+$")


def _check(context: ReleaseContext) -> Iterator[RuleMatch]:
    seen: frozenset[str] | None = None
    for number, paragraph, runs in context.collected(_loud_runs):
        for run in runs:
            if not run.has_word:
                if seen is None:
                    seen = frozenset().union(*(p.cached(_small_words) for p in context.paragraphs))
                if run.doubtful.isdisjoint(seen):
                    continue
            yield _lowered(paragraph, run.words, context.frame.parts[number].paragraph.start)


class _CapitalRun(NamedTuple):
    """Adjacent words in capitals.

    ``has_word`` says that one of them is certainly not an acronym; ``doubtful`` are the folded
    words that are not acronyms if the release also has them in lower case.
    """

    words: Sequence[Word]
    has_word: bool
    doubtful: frozenset[str]


def _loud_runs(paragraph: ParagraphContext) -> tuple[_CapitalRun, ...]:
    """The runs of words in capitals in which one may not be an acronym."""
    if paragraph.role not in COPY or not any(_is_loud(word.text) for word in paragraph.words):
        return ()
    places = paragraph.house.dateline.places
    found = []
    for run in _runs(paragraph):
        words = [word for word in run if _may_be_word(word, paragraph.house)]
        if words and not _is_set_apart(paragraph, run):
            has_word = any(word.folded in _WORDS or word.text in places for word in words)
            found.append(_CapitalRun(run, has_word, frozenset(word.folded for word in words)))
    return tuple(found)


def _is_loud(text: str) -> bool:
    return text.isupper() and len(text) >= _LEAST_LETTERS and text.isalpha()


def _small_words(paragraph: ParagraphContext) -> frozenset[str]:
    """The lower-case words of a paragraph, folded."""
    return frozenset(
        word.folded
        for word in paragraph.words
        if len(word.text) >= _LEAST_LETTERS and word.text[1:].islower()
    )


def _is_acronym(word: Word, house: HouseStyle) -> bool:
    """Whether a word is correctly in capitals, or reported by C28."""
    if word.text in house.common_acronyms or word.text in house.expansions:
        return True
    known = _folded(house.common_acronyms, frozenset(house.expansions))
    return word.folded in _listed() or word.folded in known


@lru_cache(maxsize=2)
def _folded(common: frozenset[str], expanded: frozenset[str]) -> frozenset[str]:
    return frozenset(form.casefold() for form in common | expanded)


@cache
def _listed() -> frozenset[str]:
    return frozenset(row[0] for row in read_rows("akronim.tsv"))


def _runs(paragraph: ParagraphContext) -> Iterator[Sequence[Word]]:
    """Runs of words in capitals, including single ones."""
    run: list[Word] = []
    for word in paragraph.words:
        if run and paragraph.text[run[-1].end : word.start] != " ":
            yield run
            run = []
        if word.text.isupper() and word.text.isalpha() and len(word.text) >= _LEAST_IN_RUN:
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _may_be_word(word: Word, house: HouseStyle) -> bool:
    """Whether a word in capitals is no known acronym and no number."""
    return _is_loud(word.text) and not _is_acronym(word, house) and not _ROMAN.match(word.text)


def _is_set_apart(paragraph: ParagraphContext, run: Sequence[Word]) -> bool:
    """Whether a run is a dateline's place, in brackets, or attached to a code or an address."""
    text = paragraph.text
    if paragraph.role is Role.LEAD and (
        run[0].start == paragraph.copy.start or text[run[-1].end :][:2].strip() in _DASHES
    ):
        return True
    if text[run[0].start - 1 : run[0].start] == "(" and text[run[-1].end : run[-1].end + 1] == ")":
        return True
    beside = text[run[0].start - 1 : run[0].start] + text[run[-1].end : run[-1].end + 2].strip()[:1]
    is_glued = any(char in _GLUE - {"."} for char in beside)
    is_address = (
        text[run[-1].end : run[-1].end + 1] == "." and text[run[-1].end + 1 :][:1].isalnum()
    )
    return is_glued or is_address


def _lowered(paragraph: ParagraphContext, run: Sequence[Word], offset: int) -> RuleMatch:
    start, end = run[0].start, run[-1].end
    new = " ".join(_word(word, paragraph.house) for word in run)
    if _is_ordinary(paragraph, run):
        new = new.casefold()
    fix = replacement_fix(paragraph.text, start, end, new, Safety.OFFERED).shifted(offset)
    return RuleMatch(start + offset, end + offset, {"right": new}, (fix,))


def _is_ordinary(paragraph: ParagraphContext, run: Sequence[Word]) -> bool:
    """Whether a run inside a sentence has only words that do not occur in names."""
    if run[0].start in paragraph.sentence_starts:
        return False
    behind = paragraph.text[run[-1].end : run[-1].end + 2].strip()
    return not behind.isupper() and all(word.folded in _ORDINARY for word in run)


def _word(word: Word, house: HouseStyle) -> str:
    is_acronym = len(word.text) < _LEAST_LETTERS - 1 or _is_acronym(word, house)
    return word.text if is_acronym else word.text.capitalize()


RULES = (
    ReleaseRule(
        code="D26",
        id="allcaps-word",
        name="Kata dengan huruf kapital semua",
        severity=Severity.SUGGESTION,
        safety=Safety.OFFERED,
        why="Hindari huruf kapital semua; tulis “{right}”.",
        source="EYD V, Huruf Kapital",
        check=_check,
        bad=(
            Example("Hadir BUPATI Rini Syarifah.", "Hadir Bupati Rini Syarifah."),
            Example("Hadir BUPATI RIJANTO di aula.", "Hadir Bupati Rijanto di aula."),
            Example("Warga di BLITAR menanam padi.", "Warga di Blitar menanam padi."),
            Example("Warga DILARANG membuang sampah.", "Warga dilarang membuang sampah."),
            Example(
                "\nHadir Plosorejo.\nWarga di PLOSOREJO menanam padi.",
                "\nHadir Plosorejo.\nWarga di Plosorejo menanam padi.",
            ),
        ),
        good=(
            "BLITAR | B-news.id - Warga menanam padi.",
            "RPJPN dan BPPKAD dibahas di DPMPTSP.",
            "Bab XXIII dan PT SAMPOERNA disebut.",
            "Anggota POLRES dan BAPPEDALITBANG hadir.",
            "Laman BLITAR.go.id dan kode BLITAR-2 dibuka.",
        ),
    ),
)
