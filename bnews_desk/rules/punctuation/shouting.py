"""Ordinary words and names in capitals inside an article: D26."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from bnews_desk.frame.roles import COPY, Role
from bnews_desk.lexicon.wordlists import read_rows
from bnews_desk.patterns import Pattern
from bnews_desk.problem import Safety, Severity
from bnews_desk.rules.rule import Example, Finding, Passage, ReleaseRule, Story, replacing
from bnews_desk.text import Word

_WORDS = frozenset(
    "bupati wakil gubernur presiden menteri camat lurah kepala ketua sekretaris direktur walikota"
    " kabupaten kecamatan kelurahan provinsi pemerintah daerah dinas badan kantor polisi warga"
    " masyarakat desa gratis penting wajib segera dilarang harus semua kegiatan program bantuan"
    " sosialisasi peresmian pelantikan pembangunan perencanaan hari tahun jalan pasar sekolah siswa"
    " guru petani indonesia timur barat tengah selatan utara merdeka selamat juara resmi".split()
)
"""Words that are no acronym, whatever their letters."""
_LEAST_LETTERS = 5
_LEAST_IN_RUN = 2
_GLUE = frozenset("-/&@_.#")
_DASHES = frozenset("-–—")
_ROMAN = Pattern(r"[IVXLCDM]+$")


def _check(story: Story) -> Iterator[Finding]:
    seen: frozenset[str] | None = None
    acronyms: frozenset[str] = frozenset()
    for part, passage in zip(story.frame.parts, story.passages, strict=True):
        if part.role not in COPY or not any(
            word.text.isupper() and _is_loud(word.text) for word in passage.words
        ):
            continue
        if seen is None:
            seen, acronyms = _spelled_small(story), _acronyms(story)
        for run in _runs(passage):
            if any(_is_word(word, seen, acronyms, story) for word in run):
                if _is_set_apart(passage, run):
                    continue
                yield _lowered(passage, run, acronyms, part.paragraph.start)


def _is_loud(text: str) -> bool:
    return len(text) >= _LEAST_LETTERS and text.isupper() and text.isalpha()


def _spelled_small(story: Story) -> frozenset[str]:
    """The words of the release that stand somewhere in it with small letters, folded."""
    return frozenset(
        word.folded
        for passage in story.passages
        for word in passage.words
        if len(word.text) >= _LEAST_LETTERS and word.text[1:].islower()
    )


def _acronyms(story: Story) -> frozenset[str]:
    """What is written in capitals, or reported by C28, folded."""
    house = story.house
    return _listed() | {form.casefold() for form in (*house.common_acronyms, *house.expansions)}


@cache
def _listed() -> frozenset[str]:
    return frozenset(row[0] for row in read_rows("akronim.tsv"))


def _runs(passage: Passage) -> Iterator[Sequence[Word]]:
    """Words in capitals side by side, and single ones."""
    run: list[Word] = []
    for word in passage.words:
        if run and passage.text[run[-1].end : word.start] != " ":
            yield run
            run = []
        if word.text.isupper() and word.text.isalpha() and len(word.text) >= _LEAST_IN_RUN:
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_word(word: Word, seen: frozenset[str], acronyms: frozenset[str], story: Story) -> bool:
    """Whether a word in capitals is an ordinary word or a name, and no acronym."""
    if not _is_loud(word.text) or word.folded in acronyms or _ROMAN.match(word.text):
        return False
    return word.folded in _WORDS or word.folded in seen or word.text in story.house.dateline.places


def _is_set_apart(passage: Passage, run: Sequence[Word]) -> bool:
    """Whether a run is the place of a dateline, in brackets, or hangs on a code or an address."""
    text = passage.text
    if passage.role is Role.LEAD and (
        run[0].start == passage.copy.start or text[run[-1].end :][:2].strip() in _DASHES
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


def _lowered(
    passage: Passage, run: Sequence[Word], acronyms: frozenset[str], offset: int
) -> Finding:
    start, end = run[0].start, run[-1].end
    new = " ".join(_word(word, acronyms) for word in run)
    fix = replacing(passage.text, start, end, new, Safety.OFFERED).shifted(offset)
    return Finding(start + offset, end + offset, {"right": new}, (fix,))


def _word(word: Word, acronyms: frozenset[str]) -> str:
    is_acronym = word.folded in acronyms or len(word.text) < _LEAST_LETTERS - 1
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
