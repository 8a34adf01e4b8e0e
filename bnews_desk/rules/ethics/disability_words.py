"""Words for people with a disability (G07)."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.rules.word_positions import gap_before, positions_of
from bnews_desk.rules.word_replacement import fit_case
from bnews_desk.text import Word

_WORDS = frozenset({"cacat", "gila", "idiot", "normal"})
_KINDS = {"fisik": "fisik", "tubuh": "fisik", "mental": "mental", "intelektual": "intelektual"}
_PEOPLE = {
    "anak": "anak dengan disabilitas",
    "anak-anak": "anak-anak dengan disabilitas",
    "atlet": "atlet disabilitas",
    "kaum": "penyandang disabilitas",
    "orang": "penyandang disabilitas",
    "orang-orang": "para penyandang disabilitas",
    "pelajar": "pelajar dengan disabilitas",
    "penyandang": "penyandang disabilitas",
    "siswa": "siswa dengan disabilitas",
    "warga": "warga penyandang disabilitas",
}
_BEARING = frozenset({"mengalami", "menderita", "menyandang"})
_THINGS = Pattern(
    r"(?i)(?<![^\W_])(?:hewan|ternak|sapi|kambing|domba|kerbau|kurban|produk|barang|kendaraan|mesin"
    r"|tanaman|buah|santunan|asuransi|klaim|pasal|undang-undang|UU|jaminan)(?![^\W_])"
)
"""Near one of these a word refers to animals, goods or the law."""
_NEAR = 160
"""Code points around a word that are examined for its reference."""
_LAW = frozenset(
    {"tetap", "total", "sebagian", "hukum", "formil", "formal", "materiil", "prosedur"}
)
_MAD = frozenset({"orang", "orang-orang"})
_INSTITUTIONS = frozenset(
    "federasi himpunan komite komunitas organisasi persatuan perhimpunan rumah yayasan".split()
)
_OPPOSITE = Pattern(r"(?i)disabilitas|difabel|cacat|berkebutuhan khusus")
_MENTAL = "orang dengan gangguan jiwa"


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    for at in positions_of(paragraph, _WORDS):
        word = paragraph.words[at]
        match = None
        if word.folded == "cacat":
            match = _disabled(paragraph, at)
        elif word.folded == "gila":
            match = _mad(paragraph, at)
        elif word.folded == "normal":
            match = _ordinary(paragraph, at)
        elif word.folded == "idiot":
            match = _idiot(paragraph, at)
        if match and not paragraph.in_quotation(match.start, match.end):
            yield match


def _before(paragraph: ParagraphContext, at: int) -> Word | None:
    return paragraph.words[at - 1] if at and not gap_before(paragraph, at) else None


def _disabled(paragraph: ParagraphContext, at: int) -> RuleMatch | None:
    words = paragraph.words
    word, before = words[at], _before(paragraph, at)
    after = words[at + 1] if at + 1 < len(words) and not gap_before(paragraph, at + 1) else None
    if paragraph.is_capitalised_inside(word) or _is_institution(paragraph, at):
        return None
    if after and after.folded in _LAW:
        return None
    kind = _KINDS.get(after.folded, "") if after else ""
    end = after.end if after and kind else word.end
    if (
        before
        and before.folded in _PEOPLE
        and (before.folded != "anak" or not _is_thing(paragraph, at))
    ):
        right = _PEOPLE[before.folded] + (f" {kind}" if kind else "")
        return _match(paragraph, before.start, end, right)
    if kind and not _is_thing(paragraph, at):
        return _match(paragraph, word.start, end, f"disabilitas {kind}")
    if before and before.folded in _BEARING and not after and not _is_thing(paragraph, at):
        return _match(paragraph, word.start, end, "disabilitas")
    return None


def _is_institution(paragraph: ParagraphContext, at: int) -> bool:
    """Whether it is an institution: *Yayasan Penyandang Cacat* at the start of a sentence, or in a
    headline."""
    return any(word.folded in _INSTITUTIONS for word in paragraph.words[max(0, at - 4) : at])


def _is_thing(paragraph: ParagraphContext, at: int) -> bool:
    return _THINGS.search(paragraph.text, *_near(paragraph, at)) is not None


def _near(paragraph: ParagraphContext, at: int) -> tuple[int, int]:
    """The range of text around a word."""
    start, end = paragraph.words[at].start, paragraph.words[at].end
    return max(0, start - _NEAR), min(len(paragraph.text), end + _NEAR)


def _mad(paragraph: ParagraphContext, at: int) -> RuleMatch | None:
    before = _before(paragraph, at)
    if before is None or before.folded not in _MAD:
        return None
    if any(map(paragraph.is_capitalised_inside, (before, paragraph.words[at]))):
        return None
    many = before.folded == "orang-orang"
    return _match(
        paragraph, before.start, paragraph.words[at].end, f"orang-{_MENTAL}" if many else _MENTAL
    )


def _idiot(paragraph: ParagraphContext, at: int) -> RuleMatch | None:
    """The match for *anak idiot*; the word alone is usually an insult, or a title."""
    before = _before(paragraph, at)
    if before is None or before.folded not in _PEOPLE:
        return None
    if any(map(paragraph.is_capitalised_inside, (before, paragraph.words[at]))):
        return None
    right = f"{before.folded} dengan disabilitas intelektual"
    return _match(paragraph, before.start, paragraph.words[at].end, right)


def _ordinary(paragraph: ParagraphContext, at: int) -> RuleMatch | None:
    """The match for *orang normal* as the opposite of people with a disability."""
    before = _before(paragraph, at)
    if before is None or before.folded not in {"orang", "anak", "manusia", "siswa"}:
        return None
    if not _OPPOSITE.search(paragraph.text, *_near(paragraph, at)):
        return None
    end = paragraph.words[at].end
    fix = replacement_fix(
        paragraph.text, before.start, end, f"{before.text} nondisabilitas", Safety.OFFERED
    )
    values = {"text": f"{before.folded} normal", "right": f"{before.folded} nondisabilitas"}
    return RuleMatch(before.start, end, values, (fix,), Severity.SUGGESTION)


def _match(paragraph: ParagraphContext, start: int, end: int, right: str) -> RuleMatch:
    text = paragraph.text
    fix = replacement_fix(text, start, end, fit_case(paragraph, start, end, right), Safety.OFFERED)
    return RuleMatch(start, end, {"text": text[start:end].lower(), "right": right}, (fix,))


RULES = (
    ParagraphRule(
        code="G07",
        id="disability-terms",
        name="Istilah disabilitas",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="Gunakan “{right}”, bukan “{text}”.",
        source="UU 8/2016; Peraturan Dewan Pers 01/PERATURAN-DP/II/2021",
        roles=COPY_AND_HEADLINE,
        check=_check,
        needs=Needs(words=_WORDS),
        bad=(
            Example(
                "Penyandang cacat mendapat kursi roda.",
                "Penyandang disabilitas mendapat kursi roda.",
            ),
            Example("Ia membantu orang cacat.", "Ia membantu penyandang disabilitas."),
            Example("Warga dengan cacat fisik didata.", "Warga dengan disabilitas fisik didata."),
            Example("Penyandang cacat mental dirawat.", "Penyandang disabilitas mental dirawat."),
            Example(
                "Petugas membawa orang gila itu.", "Petugas membawa orang dengan gangguan jiwa itu."
            ),
            Example(
                "Anak difabel belajar bersama anak normal.",
                "Anak difabel belajar bersama anak nondisabilitas.",
            ),
            Example(
                "Anak idiot itu bersekolah.", "Anak dengan disabilitas intelektual itu bersekolah."
            ),
            Example(
                "Penyandang Cacat Dapat Bantuan\nIsi.", "Penyandang Disabilitas Dapat Bantuan\nIsi."
            ),
        ),
        good=(
            "Putusan itu cacat hukum, cacat formil, dan cacat administrasi; produknya cacat.",
            "Hewan kurban tidak boleh cacat fisik.",
            "Pekerja yang cacat tetap mendapat santunan.",
            "Yayasan Penyandang Cacat Blitar dan Hari Penyandang Cacat diperingati.",
            "Siswa tunanetra di SLB Tunanetra berprestasi; harganya gila-gilaan, tergila-gila.",
            "Suhu tubuh orang normal 36 derajat; kondisinya kembali normal.",
            '"Kami membantu orang gila di jalan sejak lama," katanya.',
            "Album American Idiot dan warga Idiot Bola tenar; sikapnya idiot.",
            "Nasi goreng gila laris; nama orang Gila Bola tenar.",
        ),
    ),
)
