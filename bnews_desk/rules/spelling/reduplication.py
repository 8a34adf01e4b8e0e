"""Reduplications: *masing masing* (C15), *anak - anak* (C16)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE, Role
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.rules.word_replacement import replacement_match, stands_alone
from bnews_desk.text import Word

_SUFFIXES = ("nya", "lah", "kah")


def reduplicated(lexicon_words: Mapping[str, bool], first: str, second: str) -> bool | None:
    """Whether two folded words are one reduplication, ignoring a clitic.

    True: certainly; False: one of them may also be a word typed twice; None: not a reduplication.
    """
    for tail in ("", *_SUFFIXES):
        if second.endswith(tail):
            is_offered = lexicon_words.get(f"{first}-{second[: len(second) - len(tail)]}")
            if is_offered is not None:
                return not is_offered
    return None


def _check_space(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    words, text = paragraph.words, paragraph.text
    lexicon_words = paragraph.lexicon.reduplications
    halves = paragraph.lexicon.reduplication_halves
    for at, (first, second) in enumerate(pairwise(words)):
        seconds = halves.get(first.folded)
        if seconds is None or not second.folded.startswith(seconds):
            continue
        is_sure = reduplicated(lexicon_words, first.folded, second.folded)
        if is_sure is None or not text[first.end : second.start].isspace():
            continue
        if _is_in_longer_run(paragraph, at) or not _has_its_case(
            paragraph, first, second, is_sure=is_sure
        ):
            continue
        if stands_alone(text, first.start, second.end):
            yield _spaced(paragraph, first, second, is_sure=is_sure)


def _is_in_longer_run(paragraph: ParagraphContext, at: int) -> bool:
    """Whether the pair is part of a word that stands three times."""
    words, text = paragraph.words, paragraph.text
    first, second = words[at : at + 2]
    before, behind = words[max(0, at - 1) : at], words[at + 2 : at + 3]
    return any(
        other.folded in (first.folded, second.folded) and text[other.end : first.start].isspace()
        for other in before
    ) or any(
        other.folded in (first.folded, second.folded) and text[second.end : other.start].isspace()
        for other in behind
    )


def _has_its_case(paragraph: ParagraphContext, first: Word, second: Word, *, is_sure: bool) -> bool:
    """Whether the capitals allow a correction: names do not, except in laws: *Undang Undang Nomor
    6*."""
    if paragraph.role is Role.HEADLINE:
        return True
    if paragraph.is_capitalised_inside(first):
        return _is_law(first, second) or (is_sure and second.text.islower())
    return second.text.islower() or _is_law(first, second)


def _is_law(first: Word, second: Word) -> bool:
    return first.text == "Undang" and second.folded == "undang"


def _tied(first: Word, second: Word) -> str:
    """Both words joined by a hyphen, with the capitals of a law's name where they have them."""
    if second.text == "Undang":
        return "Undang-Undang"
    return f"{first.folded}-{second.folded}"


def _spaced(paragraph: ParagraphContext, first: Word, second: Word, *, is_sure: bool) -> RuleMatch:
    right = _tied(first, second)
    match = replacement_match(paragraph, first.start, second.end, right, is_safe=is_sure)
    if is_sure or first.folded != second.folded:
        return match
    once = replacement_fix(
        paragraph.text,
        first.start,
        second.end,
        first.text,
        Safety.OFFERED,
        f"Tulis satu kali “{first.text}”",
    )
    if first.folded == "oleh" and _is_before_name(paragraph, second):
        return RuleMatch(match.start, match.end, match.values, (once, *match.fixes), message="once")
    return RuleMatch(match.start, match.end, match.values, (*match.fixes, once))


def _is_before_name(paragraph: ParagraphContext, word: Word) -> bool:
    """Whether a name follows, so that *oleh* names who did it: *dicipta oleh oleh Maia*."""
    behind = paragraph.text[word.end : word.end + 2]
    return paragraph.role is not Role.HEADLINE and behind[:1] == " " and behind[1:].isupper()


REDUP_SPACE = ParagraphRule(
    code="C15",
    id="redup-space",
    name="Bentuk ulang tanpa tanda hubung",
    severity=Severity.ERROR,
    safety=Safety.SAFE,
    why="Bentuk ulang dihubungkan dengan tanda hubung: “{right}”.",
    other_messages={"once": "“{text}” mungkin tertulis dua kali."},
    source="EYD V, Kata Turunan 2a",
    roles=COPY_AND_HEADLINE,
    check=_check_space,
    bad=(
        Example("Tugas masing masing desa jelas.", "Tugas masing-masing desa jelas."),
        Example("Masing masing desa hadir.", "Masing-masing desa hadir."),
        Example("Anak anak bermain.", "Anak-anak bermain."),
        Example("Warga bekerja bersama sama.", "Warga bekerja bersama-sama."),
        Example("Hujan turun terus menerus.", "Hujan turun terus-menerus."),
        Example("Petani menjual sayur mayur.", "Petani menjual sayur-mayur."),
        Example("Tradisi itu turun temurun.", "Tradisi itu turun-temurun."),
        Example("Warga saling tolong menolong.", "Warga saling tolong-menolong."),
        Example("Orang orangnya ramah.", "Orang-orangnya ramah."),
        Example("Kebutuhan sehari hari terpenuhi.", "Kebutuhan sehari-hari terpenuhi."),
        Example("Panen besar besaran digelar.", "Panen besar-besaran digelar."),
        Example("Undang Undang Nomor 6 terbit.", "Undang-Undang Nomor 6 terbit."),
        Example("Kupu kupu hinggap.", "Kupu-kupu hinggap."),
        Example("Gedung gedung itu tua.", "Gedung-gedung itu tua."),
        Example("Anak Anak Desa Juara\nIsi.", "Anak-Anak Desa Juara\nIsi."),
        Example("Lagu itu dicipta oleh oleh Maia.", "Lagu itu dicipta oleh Maia."),
    ),
    good=(
        "Masing-masing sektor-sektor itu tumbuh.",
        "Warga bergotong royong; gotong royong itu penting.",
        "Skornya dua dua dan satu satu.",
        "Ia dijuluki Anak Anak Emas.",
        "Anak anak anak itu lucu.",
        "Mereka anak, anak yang rajin.",
        "Ia yang yang pertama di di Kanigoro.",
        "Nomor anak-anak anak.",
        "Warga dilarang minum minuman keras.",
    ),
)

_LOOSE_HYPHENS = (" -", "- ", "\u2013", "\u2014", "\u2010", "\u2011")
_NEVER_TWICE = frozenset(
    "ada akan aku anda bukan dan dari dengan dia hanya ini itu juga kami kita mereka oleh pada saya"
    " sudah tapi telah tidak untuk yang".split()
)
"""Words between whose halves a dash opens a parenthesis."""
_GAP = Pattern(r"\s{0,3}[-\u2010\u2011\u2013\u2014]\s{0,3}")


def _check_hyphen(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text = paragraph.text
    if not any(mark in text for mark in _LOOSE_HYPHENS):
        return
    for first, second in pairwise(paragraph.words):
        gap = text[first.end : second.start]
        if gap in (" ", "-") or not _GAP.fullmatch(gap):
            continue
        is_sure = reduplicated(paragraph.lexicon.reduplications, first.folded, second.folded)
        if not _has_its_case(paragraph, first, second, is_sure=bool(is_sure)):
            continue
        if is_sure is None and (_is_aside(gap) or not _is_same(first, second)):
            continue
        if stands_alone(text, first.start, second.end):
            right = _tied(first, second)
            is_safe = is_sure is not None and not _may_be_dateline(paragraph, first)
            yield replacement_match(paragraph, first.start, second.end, right, is_safe=is_safe)


def _may_be_dateline(paragraph: ParagraphContext, first: Word) -> bool:
    """Whether the words may be a dateline's place and a dash: *Batu - batu besar …*."""
    is_first = paragraph.role is Role.LEAD and first.start == paragraph.words[0].start
    return is_first and first.text.upper() in paragraph.house.dateline.places


def _is_aside(gap: str) -> bool:
    """Whether the mark may open a parenthesis, so that an unlisted word may be repeated by
    chance."""
    return "—" in gap or (gap[:1].isspace() and gap[-1:].isspace() and "-" not in gap)


def _is_same(first: Word, second: Word) -> bool:
    is_same = first.folded == second.folded and first.folded not in _NEVER_TWICE
    return is_same and len(first.text) > 2 and first.text.isalpha()


REDUP_SPACE_AROUND_HYPHEN = ParagraphRule(
    code="C16",
    id="redup-space-around-hyphen",
    name="Spasi pada bentuk ulang",
    severity=Severity.ERROR,
    safety=Safety.SAFE,
    why="Tanda hubung pada bentuk ulang tidak diapit spasi: “{right}”.",
    source="EYD V, Tanda Hubung 2",
    roles=COPY_AND_HEADLINE,
    check=_check_hyphen,
    needs=Needs(texts=_LOOSE_HYPHENS),
    bad=(
        Example("Tempat anak - anak bermain.", "Tempat anak-anak bermain."),
        Example("Tempat anak– anak bermain.", "Tempat anak-anak bermain."),
        Example("Tempat anak -anak bermain.", "Tempat anak-anak bermain."),
        Example("Anak- anak bermain.", "Anak-anak bermain."),
        Example("Warga bekerja bersama - sama.", "Warga bekerja bersama-sama."),
        Example("Warga membawa payung - payung.", "Warga membawa payung-payung."),
        Example("Rancangan Undang - Undang dibahas.", "Rancangan Undang-Undang dibahas."),
        Example("Anak–anak bermain.", "Anak-anak bermain."),
    ),
    good=(
        "BLITAR | B-news.id - Blitar menjadi tuan rumah.",
        "Rute Blitar - Blitar ditutup.",
        "Anak-anak bermain - ramai.",
        "Skor 2 - 2 dan grup a - a.",
        "Ia ingin - ia harus.",
    ),
)


RULES = (REDUP_SPACE, REDUP_SPACE_AROUND_HYPHEN)
