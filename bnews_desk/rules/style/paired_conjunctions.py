"""Paired conjunctions: *bukan … melainkan*, *tidak hanya … tetapi juga*."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.rules.word_positions import (
    gap_before,
    indices_until_mark,
    is_verbal,
    positions_of,
    sentence_at,
    words_of_sentence,
)
from bnews_desk.text import keep_case

_NOT_BUT = frozenset({"bukan"})
_BUT = frozenset({"tetapi", "tapi"})
_RATHER = frozenset({"melainkan"})
_NO = frozenset({"tidak", "tak"})
_DENIALS = _NO | {"bukan", "bukanlah", "bukannya", "belum", "jangan", "tanpa", "tiada", "tidaklah"}
_ONLY = frozenset({"hanya", "saja", "sekadar", "sekedar", "cuma", "semata", "semata-mata", "cuman"})
_NO_CONTRAST = _ONLY | {"main", "tidak", "tak", "tanpa", "berarti", "lagi", "sembarang", "kali"}
"""After *bukan* these form another expression."""
_IF = frozenset({"andai", "apabila", "bila", "jika", "kalau", "yang"})
_NONE_BUT = frozenset({"ada", "lain", "lain-lain"})
"""In set phrases: *tidak lain melainkan*, *tidak ada … melainkan*."""
_PREPOSITIONS = frozenset(
    "bagi dalam dari demi dengan di karena kepada ke oleh pada sebagai soal tentang untuk".split()
)
_CLAUSE_OPENERS = frozenset({"bahwa", "yang"})
_ANY_VERBS = ("ber", "di", "me", "ter")
_SURE_VERBS = ("di", "me")
"""Further inside, *ber-* and *ter-* are more likely adjectives: *metode berbasis data*."""
_CONTRAST_WORDS = 12
"""Most words between *bukan* and *tetapi*."""
_PAIR_WORDS = 45
_ANSWERS = _BUT | _RATHER | {"namun"}
_ALSO = frozenset({"juga", "pun", "bahkan"})


def _check_contrast(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    for at in positions_of(paragraph, _NOT_BUT):
        other = _contrasted(paragraph, at)
        if other is not None:
            yield from _mended(paragraph, at, other, "melainkan")
    for at in positions_of(paragraph, _RATHER):
        denial = _denied_before(paragraph, at)
        if denial is not None:
            yield from _mended(paragraph, denial, at, "tetapi")


def _contrasted(paragraph: ParagraphContext, at: int) -> int | None:
    """The *tetapi* that contrasts two nouns with the *bukan* at ``at``, or None."""
    words = paragraph.words
    _, end = words_of_sentence(paragraph, sentence_at(paragraph, words[at].start))
    if at + 3 >= end or words[at + 1].folded in _NO_CONTRAST or gap_before(paragraph, at + 1):
        return None
    if at and words[at - 1].folded in _IF and not gap_before(paragraph, at):
        return None
    for other in range(at + 2, min(at + _CONTRAST_WORDS, end - 1)):
        mark, folded = gap_before(paragraph, other), words[other].folded
        if folded in _BUT and mark in ("", ","):
            is_pair = _is_same_shape(paragraph, at + 1, other) or _is_nominal(
                paragraph, at + 1, other, end
            )
            return other if is_pair else None
        if mark or folded in _DENIALS:
            return None
    return None


def _is_same_shape(paragraph: ParagraphContext, first: int, conjunction: int) -> bool:
    """Whether both sides begin alike: *untuk …, tetapi untuk …*."""
    word = paragraph.words[first].folded
    return word in _PREPOSITIONS and word == paragraph.words[conjunction + 1].folded


def _is_nominal(paragraph: ParagraphContext, first: int, conjunction: int, end: int) -> bool:
    """Whether no side has a verb before a *yang*."""
    words = paragraph.words
    if words[conjunction + 1].folded in _ALSO:
        return False
    for side in (range(first, conjunction), indices_until_mark(paragraph, conjunction + 1, end)):
        for number, at in enumerate(side):
            if words[at].folded in _CLAUSE_OPENERS:
                break
            if is_verbal(words[at].folded, _SURE_VERBS if number > 1 else _ANY_VERBS):
                return False
    return True


def _denied_before(paragraph: ParagraphContext, at: int) -> int | None:
    """The *tidak* to which the *melainkan* at ``at`` belongs, or None."""
    words = paragraph.words
    first, _ = words_of_sentence(paragraph, sentence_at(paragraph, words[at].start))
    before = range(at - 1, max(first, at - _PAIR_WORDS) - 1, -1)
    denials = [i for i in before if words[i].folded in _DENIALS]
    if not denials or any(words[i].folded not in _NO for i in denials):
        return None
    denial = denials[0]
    following = words[denial + 1].folded
    return None if following in _ONLY or following in _NONE_BUT else denial


def _mended(
    paragraph: ParagraphContext,
    first: int,
    conjunction: int,
    right: str,
    *,
    severity: Severity | None = None,
) -> Iterator[RuleMatch]:
    words = paragraph.words
    start, other = words[first].start, words[conjunction]
    if paragraph.in_speech(start, other.end):
        return
    new = keep_case(other.text, right)
    fix: Fix = replacement_fix(paragraph.text, other.start, other.end, new, Safety.OFFERED)
    said = words[first].folded
    if words[first + 1].folded in _ONLY:
        said, right = f"{said} {words[first + 1].folded}", f"{right} juga"
    yield RuleMatch(start, other.end, {"first": said, "right": right}, (fix,), severity)


def _check_not_only(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    words = paragraph.words
    for at in positions_of(paragraph, _ONLY):
        denial = words[at - 1].folded if at and not gap_before(paragraph, at) else ""
        if denial in _NO or denial in _NOT_BUT:
            yield from _answered(paragraph, at, is_noun=denial in _NOT_BUT)


def _answered(paragraph: ParagraphContext, at: int, *, is_noun: bool) -> Iterator[RuleMatch]:
    """The matches for a wrong partner of *tidak hanya* (or, with nouns, *bukan hanya*)."""
    words = paragraph.words
    _, end = words_of_sentence(paragraph, sentence_at(paragraph, words[at].start))
    if at + 1 < end and words[at + 1].folded == "itu":
        return
    for other in range(at + 2, min(at + _PAIR_WORDS, end - 1)):
        folded = words[other].folded
        if folded in _ALSO or (words[other].text[0].isupper() and folded in _ANSWERS):
            return
        if folded in _BUT:
            if is_noun and _has_also(paragraph, other, end):
                mild = Severity.SUGGESTION
                yield from _mended(paragraph, at - 1, other, "melainkan", severity=mild)
            return
        if folded == "namun" or (folded in _RATHER and not is_noun):
            yield from _mended(paragraph, at - 1, other, "melainkan" if is_noun else "tetapi")
        if folded == "namun" or folded in _RATHER:
            return


def _has_also(paragraph: ParagraphContext, at: int, end: int) -> bool:
    return any(paragraph.words[i].folded == "juga" for i in range(at + 1, min(at + 6, end)))


NOT_BUT = ParagraphRule(
    code="E11",
    id="pair-tidak-tetapi",
    name="Pasangan bukan dan tidak",
    severity=Severity.WARNING,
    safety=Safety.OFFERED,
    why="Pasangan “{first}” adalah “{right}”.",
    source="Tata Bahasa Baku Bahasa Indonesia",
    check=_check_contrast,
    needs=Needs(words=_NOT_BUT | _RATHER),
    bad=(
        Example("Warga bukan objek, tetapi subjek.", "Warga bukan objek, melainkan subjek."),
        Example("Desa bukan objek tapi subjek.", "Desa bukan objek melainkan subjek."),
        Example(
            "Dana itu bukan untuk gaji, tetapi untuk membangun jalan.",
            "Dana itu bukan untuk gaji, melainkan untuk membangun jalan.",
        ),
        Example(
            "Yang naik bukan tarifnya, tetapi pajak yang dibayar warga.",
            "Yang naik bukan tarifnya, melainkan pajak yang dibayar warga.",
        ),
        Example(
            "Pasar itu tidak ditutup, melainkan dipindah.",
            "Pasar itu tidak ditutup, tetapi dipindah.",
        ),
    ),
    good=(
        "Desa tidak lagi sebatas objek pembangunan, tetapi sebagai subjek.",
        "Warga bukan objek, melainkan subjek.",
        "Ini bukan rahasia, tetapi warga belum mengetahuinya.",
        "Ia bukan main senangnya, tetapi lelah; bukan tidak mungkin, tetapi sulit.",
        "Bukan hanya warga, tetapi juga pedagang hadir.",
        "Warga yang bukan anggota tetapi hadir tetap dilayani.",
        '"Kami bukan musuh kalian, tetapi kawan lama," katanya.',
        "Tidak ada jalan lain melainkan bekerja.",
        "Ia tidak lari, bukan karena berani, melainkan karena lelah.",
        "Ia bukannya marah, tetapi sedih. Bukan warga. Tetapi siapa?",
        "Ia bukan pejabat, tetapi ia dihormati.",
    ),
)

NOT_ONLY = ParagraphRule(
    code="E12",
    id="pair-tidak-hanya",
    name="Pasangan tidak hanya",
    severity=Severity.WARNING,
    safety=Safety.OFFERED,
    why="Pasangan “{first}” adalah “{right}”.",
    source="Tata Bahasa Baku Bahasa Indonesia",
    check=_check_not_only,
    needs=Needs(words=_ONLY),
    bad=(
        Example(
            "Tidak hanya warga, namun pedagang juga hadir.",
            "Tidak hanya warga, tetapi pedagang juga hadir.",
        ),
        Example(
            "Bantuan tidak hanya untuk petani, melainkan juga untuk nelayan.",
            "Bantuan tidak hanya untuk petani, tetapi juga untuk nelayan.",
        ),
        Example(
            "Tak sekadar menanam, namun warga merawat pohon itu.",
            "Tak sekadar menanam, tetapi warga merawat pohon itu.",
        ),
        Example(
            "Ini bukan hanya pasar, namun juga taman.",
            "Ini bukan hanya pasar, melainkan juga taman.",
        ),
        Example(
            "Ini bukan hanya pasar, tetapi juga taman.",
            "Ini bukan hanya pasar, melainkan juga taman.",
        ),
    ),
    good=(
        "Tidak hanya itu, warga juga menanam pohon.",
        "Bantuan tidak hanya untuk petani, tetapi juga untuk nelayan.",
        "Ia tidak hanya bermain, ia juga melatih, namun gajinya kecil.",
        "Ini bukan sekadar pasar, melainkan taman.",
        "Ini bukan hanya soal uang.",
        "Tidak hanya warga. Namun, panitia tetap datang.",
        '"Ini tidak hanya untuk kami, namun juga untuk kalian," katanya.',
    ),
    remark="Pasangan yang sama sekali tidak ada dibiarkan: sering tersebut di kalimat berikutnya.",
)

RULES = (NOT_BUT, NOT_ONLY)
