"""Conjunctions that do not go together: *Meskipun … tetapi* (E16), *baik … dan* (E13)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.release import Edit
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.rules.word_positions import (
    gap_before,
    is_verbal,
    positions_of,
    sentence_at,
    words_of_sentence,
)

_ALTHOUGH = frozenset({"meski", "meskipun", "walau", "walaupun", "kendati", "kendatipun"})
_BECAUSE = frozenset({"karena", "agar", "supaya"})
_YET = frozenset({"tetapi", "tapi", "namun"})
_SO = frozenset({"maka", "sehingga"})
_DEMONSTRATIVES = frozenset({"itu", "itulah", "ini"})
_INTRODUCING = frozenset(
    "bahwa menurutnya namun selanjutnya mengaku mengatakan mengungkap mengungkapkan menambahkan"
    " menegaskan menilai menjelaskan menyampaikan menyebut menyebutkan menuturkan".split()
)
_CLAUSE_WORDS = 40
_INTRODUCTION_WORDS = 4


def _check_doubled(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    for at in positions_of(paragraph, _ALTHOUGH):
        yield from _doubled(paragraph, at, _YET)
    for at in positions_of(paragraph, _BECAUSE):
        second = _SO if paragraph.words[at].folded == "karena" else frozenset({"maka"})
        if at + 1 < len(paragraph.words) and paragraph.words[at + 1].folded not in _DEMONSTRATIVES:
            yield from _doubled(paragraph, at, second)
        else:
            yield from _therefore(paragraph, at)


def _therefore(paragraph: ParagraphContext, at: int) -> Iterator[RuleMatch]:
    """The matches for *Oleh karena itu, maka …*; *maka dari itu* is another phrase."""
    words = paragraph.words
    if at + 3 >= len(words) or words[at].folded != "karena" or words[at + 2].folded != "maka":
        return
    mark = gap_before(paragraph, at + 2)
    if mark in ("", ",") and not gap_before(paragraph, at + 3) and words[at + 3].folded != "dari":
        both = _both(paragraph, at, at + 2, mark)
        match = replace(both, severity=Severity.SUGGESTION)
        if not paragraph.in_speech(match.start, match.end):
            yield match


def _doubled(paragraph: ParagraphContext, at: int, seconds: frozenset[str]) -> Iterator[RuleMatch]:
    """The matches for a conjunction at both a subordinate clause that opens its sentence and the
    main clause."""
    words = paragraph.words
    first, end = words_of_sentence(paragraph, sentence_at(paragraph, words[at].start))
    if not _opens(paragraph, first, at):
        return
    for other in range(at + 2, min(at + _CLAUSE_WORDS, end - 1)):
        mark, folded = gap_before(paragraph, other), words[other].folded
        mark = "" if _belongs_to_number(paragraph, other) else mark
        is_second = _is_second(paragraph, other, seconds) and words[other].text.islower()
        ends_clause = mark in _CLAUSE_ENDS or (not mark and _is_last_clause(paragraph, other, end))
        if is_second and ends_clause:
            match = _both(paragraph, at, other, mark)
            if not paragraph.in_speech(match.start, match.end):
                yield match
            return
        if mark and mark not in _INSIDE:
            return
        if folded in seconds:
            return


_CLAUSE_ENDS = frozenset({",", "),", "%,", "+,"})
_INSIDE = frozenset("-–/()")
"""Marks that do not end a clause."""


def _is_second(paragraph: ParagraphContext, at: int, seconds: frozenset[str]) -> bool:
    """Whether a conjunction of the main clause is at ``at``, including *akan tetapi*."""
    folded = paragraph.words[at].folded
    if folded == "akan":
        return "tetapi" in seconds and paragraph.words[at + 1].folded == "tetapi"
    return folded in seconds


def _belongs_to_number(paragraph: ParagraphContext, at: int) -> bool:
    """Whether a full stop or comma is between two digits."""
    text, start = paragraph.text, paragraph.words[at].start
    return text[start].isdigit() and text[start - 1] in ".," and text[start - 2].isdigit()


def _opens(paragraph: ParagraphContext, first: int, at: int) -> bool:
    """Whether the conjunction at ``at`` opens its sentence or follows a short introduction."""
    words = paragraph.words
    if at == first:
        return True
    before = words[at - 1].folded
    if words[first].folded == "oleh" and at == first + 1:
        return True
    if before in _INTRODUCING:
        return True
    if at - first > _INTRODUCTION_WORDS or gap_before(paragraph, at) != ",":
        return False
    if words[first].folded == "menurut":
        return True
    return not any(is_verbal(words[i].folded) for i in range(first, at))


def _is_last_clause(paragraph: ParagraphContext, at: int, end: int) -> bool:
    """Whether no comma follows: *Meski kecil tetapi lincah, ia kalah* has one and is correct."""
    stop = paragraph.words[end - 1].end
    return paragraph.text.find(",", paragraph.words[at].end, stop) < 0


def _both(paragraph: ParagraphContext, at: int, other: int, mark: str) -> RuleMatch:
    first, before, second = (paragraph.words[i] for i in (at, other - 1, other))
    text = paragraph.text
    last = paragraph.words[other + 1] if second.folded == "akan" else second
    joint = f"{mark or ','} "
    after = last.end
    while after < len(text) and (text[after].isspace() or text[after] == ","):
        after += 1
    said = text[second.start : last.end]
    label = f"Hapus “{said}”"
    fixes = [replacement_fix(text, before.end, after, joint, Safety.OFFERED, label)]
    fixes += _without_first(paragraph, at)
    values = {"first": first.folded, "second": said}
    return RuleMatch(first.start, last.end, values, tuple(fixes))


def _without_first(paragraph: ParagraphContext, at: int) -> list[Fix]:
    """The fix *Hujan, tetapi warga hadir*, where the conjunction is the sentence's first word."""
    text, words = paragraph.text, paragraph.words
    first = words[at]
    if first.start not in paragraph.sentence_starts or first.folded not in _ALTHOUGH:
        return []
    following = words[at + 1]
    new = following.text[:1].upper() + following.text[1:]
    old = text[first.start : following.end]
    edit = Edit(first.start, following.end, old, new)
    return [Fix(Safety.OFFERED, f"Hapus “{first.text}”", (edit,))]


_BOTH = frozenset({"baik"})
_JOINING = frozenset({"dan", "atau", "ataupun", "serta"})
_WRITTEN_APART = "atau pun"
_BOTH_WORDS = 6
_PREPOSITIONS = frozenset(
    "bagi buat dalam dari di itu ke kepada lewat melalui oleh pada secara untuk saat dengan".split()
)
_PEOPLE = frozenset(
    "guru masyarakat orang panitia pedagang pejabat pelajar pemerintah peserta petani siswa"
    " warga wisatawan".split()
)
"""After *Baik* at the start of a sentence these open the first of two sides."""
_COUPLES = frozenset(
    {("laki-laki", "perempuan"), ("pria", "wanita"), ("tua", "muda"), ("negeri", "swasta")}
    | {("pusat", "daerah"), ("daring", "luring"), ("online", "offline"), ("langsung", "tidak")}
    | {("siang", "malam"), ("dalam", "luar"), ("anak-anak", "dewasa"), ("putra", "putri")}
    | {
        ("pemerintah", "swasta"),
        ("anak", "orang"),
        ("moral", "material"),
        ("perempuan", "laki-laki"),
    }
)
"""Words that occur on the two sides of a pair."""
_GOOD = frozenset(
    "begitu berbuat berjalan cukup dengan hal hari hubungan itikad iktikad kabar kelakuan kerja"
    " kondisi kurang lebih menyambut nama niat orang paling perbuatan sambut sama sangat secara"
    " sudah tetap terlalu tidak yang".split()
)
"""After one of these *baik* means *good*."""


def _check_both(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    words = paragraph.words
    for at in positions_of(paragraph, _BOTH):
        _, end = words_of_sentence(paragraph, sentence_at(paragraph, words[at].start))
        joint = _wrong_joint(paragraph, at, end)
        if joint is None or any(
            words[i].folded == "maupun" for i in range(at, min(at + _CLAUSE_WORDS, end))
        ):
            continue
        start, last = words[at].start, words[joint]
        stop = last.end
        if paragraph.text[last.start : stop + 4].casefold() == _WRITTEN_APART:
            stop += 4
        if not paragraph.in_speech(start, stop):
            values = {"text": paragraph.text[last.start : stop]}
            fix = replacement_fix(paragraph.text, last.start, stop, "maupun", Safety.OFFERED)
            yield RuleMatch(start, stop, values, (fix,))


def _wrong_joint(paragraph: ParagraphContext, at: int, end: int) -> int | None:
    """The *dan* or *atau* that wrongly follows the *baik* at ``at`` where *baik* means *both*, or
    None."""
    words = paragraph.words
    before = words[at - 1].folded if at else ""
    if before in _GOOD and not gap_before(paragraph, at):
        return None
    for joint in range(at + 2, min(at + _BOTH_WORDS + 2, end - 1)):
        if gap_before(paragraph, joint) not in ("", "/"):
            return None
        if words[joint].folded in _JOINING:
            return joint if _is_both(paragraph, at, joint) else None
    return None


def _is_both(paragraph: ParagraphContext, at: int, joint: int) -> bool:
    """Whether both sides are alike: *di … di*, *investor baik investor asing dan …*."""
    words = paragraph.words
    left = at + 2 if words[at + 1].folded == "itu" else at + 1
    right = joint + 1
    if words[right].folded == "pun" and right + 1 < len(words):
        right += 1
    if left >= joint or gap_before(paragraph, at + 1):
        return False
    opening, other = words[left].folded, words[right].folded
    if opening == other or (opening, other) in _COUPLES:
        return True
    is_apart = (
        at == 0 or gap_before(paragraph, at) == "," or words[at].start in paragraph.sentence_starts
    )
    if words[at].text[0].isupper() and words[at].start in paragraph.sentence_starts:
        return opening in _PREPOSITIONS | _PEOPLE or words[at + 1].folded == "itu"
    before = words[at - 1].folded if at else ""
    if before == opening:
        return True
    return is_apart and (opening in _PREPOSITIONS or left == at + 2 or joint == at + 2)


BOTH_AND = ParagraphRule(
    code="E13",
    id="pair-baik-maupun",
    name="Pasangan baik dan maupun",
    severity=Severity.WARNING,
    safety=Safety.OFFERED,
    why="Pasangan “baik” adalah “maupun”, bukan “{text}”.",
    source="Tata Bahasa Baku Bahasa Indonesia",
    check=_check_both,
    needs=Needs(words=_BOTH),
    bad=(
        Example(
            "Warga baik di desa atau di kota hadir.", "Warga baik di desa maupun di kota hadir."
        ),
        Example("Semua, baik pria dan wanita, hadir.", "Semua, baik pria maupun wanita, hadir."),
        Example("Investor baik investor asing dan lokal datang.", None),
        Example(
            "Bantuan datang, baik dari pemerintah ataupun warga.",
            "Bantuan datang, baik dari pemerintah maupun warga.",
        ),
        Example(
            "Semua pihak, baik itu pemerintah pusat atau daerah, sepakat.",
            "Semua pihak, baik itu pemerintah pusat maupun daerah, sepakat.",
        ),
        Example(
            "Wisatawan, baik wisatawan lokal atau pun asing, datang.",
            "Wisatawan, baik wisatawan lokal maupun asing, datang.",
        ),
    ),
    good=(
        "Fasilitator yang baik untuk dapat mendampingi dan melatih.",
        "Pencemaran nama baik itu dilaporkan atau diselesaikan.",
        "Perencanaan yang baik di tingkat desa dan di tingkat kabupaten.",
        "Tata kelola yang baik dan bersih; berjalan dengan baik di desa dan di kota.",
        "Baik pemerintah dan warga maupun swasta hadir.",
        "Baik di desa maupun di kota, warga hadir.",
        "Bupati menyambut baik rencana itu dan menegaskan dukungannya.",
        '"Baik di sini atau di sana, kami siap hadir," katanya.',
        "Baik dan buruk itu pilihan. Baik, kata dia, lalu pergi atau pulang.",
        "Udaranya baik bagi anak dan orang tua.",
    ),
)

DOUBLE_CONJUNCTION = ParagraphRule(
    code="E16",
    id="double-conjunction",
    name="Kata hubung ganda",
    severity=Severity.WARNING,
    safety=Safety.OFFERED,
    why="Pilih salah satu: “{first}” atau “{second}”.",
    source="Tata Bahasa Baku Bahasa Indonesia",
    check=_check_doubled,
    needs=Needs(words=_ALTHOUGH | _BECAUSE),
    bad=(
        Example("Meskipun hujan, tetapi warga hadir.", "Meskipun hujan, warga hadir."),
        Example("Walau hujan deras, namun warga hadir.", "Walau hujan deras, warga hadir."),
        Example("Meski hujan, akan tetapi warga hadir.", "Meski hujan, warga hadir."),
        Example("Meskipun hujan tetapi warga hadir.", "Meskipun hujan, warga hadir."),
        Example("Karena hujan, maka acara ditunda.", "Karena hujan, acara ditunda."),
        Example("Oleh karena hujan, sehingga jalan banjir.", "Oleh karena hujan, jalan banjir."),
        Example("Oleh karena itu, maka jalan ditutup.", "Oleh karena itu, jalan ditutup."),
        Example("Agar lancar, maka jalan ditutup.", "Agar lancar, jalan ditutup."),
        Example(
            "Ia mengatakan bahwa meski sulit, namun warga bertahan.",
            "Ia mengatakan bahwa meski sulit, warga bertahan.",
        ),
        Example(
            "Menurutnya, meski mahal, tetapi pupuk laku.", "Menurutnya, meski mahal, pupuk laku."
        ),
    ),
    good=(
        "Jika hujan, maka acara ditunda.",
        "Warga hadir meskipun hujan, tetapi acara batal.",
        "Meski hujan, warga hadir, tetapi acara batal.",
        "Meski kecil tetapi lincah, ia kalah.",
        "Karena itu, maka dari itu, warga hadir.",
        '"Meskipun hujan, tetapi warga tetap hadir," katanya.',
        "Ia pulang karena hujan, sehingga acara batal.",
        "Meski hujan. Namun, warga hadir.",
        "Akan tetapi, meskipun hujan, warga hadir.",
    ),
)

RULES = (BOTH_AND, DOUBLE_CONJUNCTION)
