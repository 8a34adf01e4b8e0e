"""The particle *pun*: wrongly joined (C05), or wrongly separate in a conjunction (C06)."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE, Role
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch
from bnews_desk.rules.word_replacement import (
    gap_is_space,
    is_part_of_name,
    list_replacement,
    listed_matches,
    replacement_match,
    replacement_safety,
    stands_alone,
)
from bnews_desk.text import Word

_JOINED = (
    "adapun andaipun ataupun bagaimanapun biarpun jikapun kalaupun kendatipun maupun meskipun"
    " sekalipun sementangpun sungguhpun walaupun"
).split()
"""The fourteen conjunctions that EYD V writes as one word."""
_BY_NATURE = Pattern(
    rf"(?:^|[hrltsm]|se)(?:im|um|am|ru)pun$|latipun$|^wal[ua]?p?un$|{'|'.join(_JOINED)}$"
)
"""Words that end in *pun* by themselves: *himpun*, *rumpun*, *ampun*, and endings like the
fourteen."""
_STEMS = frozenset(
    "apa siapa mana kapan berapa betapa begitu begini demikian satu seorang sedikit sepeser"
    " sekecil itu ini mereka dia ia beliau kami kita saya aku anda warga pihak hal hari kali"
    " waktu bupati camat kades lurah gubernur polisi masyarakat tidak belum lain harga hasil"
    " acara kegiatan anak orang pemerintah petani pedagang siswa guru hujan jalan rumah"
    " program malam musim ibu bapak".split()
)
"""Words after which *pun* is certainly the particle."""
_LEAST_STEM = 3


def _check_joined(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    for match in listed_matches(paragraph, "C05"):
        if not is_part_of_name(paragraph, match):
            rule_match = list_replacement(
                paragraph, match, replacement_safety(paragraph, match, may_be_name=False)
            )
            if rule_match:
                yield rule_match
    for word in paragraph.words:
        if word.folded.endswith("pun") and len(word.text) >= _LEAST_STEM + 3:
            rule_match = _of_word(paragraph, word)
            if rule_match:
                yield rule_match


def _is_written_twice(stem: str) -> bool:
    """Whether a stem is a reduplication: ``anak-anak``, ``Ibu-ibu``."""
    first, _, second = stem.casefold().partition("-")
    return first == second


def _of_word(paragraph: ParagraphContext, word: Word) -> RuleMatch | None:
    stem = word.text[:-3]
    plain = stem.rpartition("-")[2] if _is_written_twice(stem) else stem
    is_natural = _BY_NATURE.search(word.folded) and plain.casefold() not in _STEMS
    if is_natural or not plain.isalpha() or not word.text.endswith("pun"):
        return None
    if not (plain[1:].islower() or stem.isupper()) or not stands_alone(
        paragraph.text, word.start, word.end
    ):
        return None
    if paragraph.lexicon.spellings.row(word.folded) is not None:
        return None
    is_known = plain.casefold() in _STEMS or stem.endswith("nya")
    is_sure = is_known and not paragraph.is_capitalised_inside(word)
    return replacement_match(
        paragraph,
        word.start,
        word.end,
        f"{stem} pun",
        is_safe=is_sure,
        severity=None if is_sure else Severity.WARNING,
    )


PUN_JOINED = ParagraphRule(
    code="C05",
    id="pun-joined",
    name="Partikel “pun”",
    severity=Severity.ERROR,
    safety=Safety.SAFE,
    why="Partikel “pun” ditulis terpisah: “{right}”.",
    source="EYD V, Partikel 2 dan 3",
    roles=COPY_AND_HEADLINE,
    check=_check_joined,
    bad=(
        Example("Bupatipun hadir.", "Bupati pun hadir."),
        Example("Apapun hasilnya, warga menerima.", "Apa pun hasilnya, warga menerima."),
        Example("Siapapun boleh ikut.", "Siapa pun boleh ikut."),
        Example("Akhirnyapun mereka sepakat.", "Akhirnya pun mereka sepakat."),
        Example("Tak satupun warga menolak.", "Tak satu pun warga menolak."),
        Example("Itupun belum cukup.", "Itu pun belum cukup."),
        Example("Begitupun dengan warga Talun.", "Begitu pun dengan warga Talun."),
        Example("Camat Rinipun hadir.", "Camat Rini pun hadir."),
        Example("Anak-anakpun ikut.", "Anak-anak pun ikut."),
        Example("Harga belumpun turun.", "Harga belum pun turun."),
        Example("Embungpun kering.", "Embung pun kering."),
        Example("Apapun Hasilnya, Warga Menerima\nIsi.", "Apa pun Hasilnya, Warga Menerima\nIsi."),
    ),
    good=(
        "Walaupun hujan, warga menghimpun dana.",
        "Adapun biayanya, andaipun, ataupun, bagaimanapun, biarpun, jikapun, kalaupun.",
        "Kendatipun, maupun, meskipun, sekalipun, sementangpun, sungguhpun itu benar.",
        "Ampun, serumpun bambu dan rumpun padi dihimpun.",
        "Dana terhimpun; Latipun hadir; pun warga Talun.",
        "Bupati pun hadir, apa pun hasilnya.",
        "Unggahan itu bertagar #apapun di siapapun.com.",
    ),
)

_CONJUNCTIONS = frozenset(
    "andai atau biar jika kalau kendati meski sementang sungguh walau".split()
)
"""Words that form a conjunction with *pun* in any context."""


def _check_split(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    words = paragraph.words
    if "pun" in paragraph.vocabulary:
        for at in range(1, len(words)):
            if words[at].folded == "pun" and gap_is_space(paragraph, words[at - 1], words[at]):
                rule_match = _of_pair(paragraph, at)
                if rule_match:
                    yield rule_match
    for word in words:
        stem = word.folded.removesuffix("-pun")
        if stem != word.folded and stem in _CONJUNCTIONS:
            yield replacement_match(paragraph, word.start, word.end, f"{stem}pun")


def _of_pair(paragraph: ParagraphContext, at: int) -> RuleMatch | None:
    before, pun = paragraph.words[at - 1 : at + 1]
    is_capital = not pun.text.islower() and paragraph.role is not Role.HEADLINE
    if is_capital or paragraph.is_capitalised_inside(before):
        return None
    is_pair = before.folded == "mau" and _has_baik_before(paragraph, before)
    if before.folded not in _CONJUNCTIONS and not is_pair:
        return None
    return replacement_match(paragraph, before.start, pun.end, f"{before.folded}pun")


def _has_baik_before(paragraph: ParagraphContext, word: Word) -> bool:
    """Whether *baik* opens the pair in the same sentence."""
    sentence = next((s for s in paragraph.sentences if s.start <= word.start < s.end), None)
    return sentence is not None and any(
        other.folded == "baik"
        for other in paragraph.words
        if sentence.start <= other.start < word.start
    )


PUN_SPLIT = ParagraphRule(
    code="C06",
    id="pun-split",
    name="Kata penghubung dengan “pun”",
    severity=Severity.WARNING,
    safety=Safety.SAFE,
    why="Sebagai kata penghubung ditulis serangkai: “{right}”.",
    source="EYD V, Partikel 3",
    roles=COPY_AND_HEADLINE,
    check=_check_split,
    bad=(
        Example("Walau pun hujan, warga datang.", "Walaupun hujan, warga datang."),
        Example("Warga datang meski pun hujan.", "Warga datang meskipun hujan."),
        Example("Uang atau pun barang diterima.", "Uang ataupun barang diterima."),
        Example("Kalau pun batal, warga tahu.", "Kalaupun batal, warga tahu."),
        Example("Biar pun jauh, ia datang.", "Biarpun jauh, ia datang."),
        Example("Baik warga mau pun camat hadir.", "Baik warga maupun camat hadir."),
        Example("Walau-pun hujan, warga datang.", "Walaupun hujan, warga datang."),
        Example("Walau Pun Hujan, Warga Datang\nIsi.", "Walaupun Hujan, Warga Datang\nIsi."),
    ),
    good=(
        "Walaupun hujan, warga datang.",
        "Sekali pun belum pernah ia datang.",
        "Itu satu kali pun cukup.",
        "Ada pun yang tidak hadir tetap mendapat bagian.",
        "Bagaimana pun caranya, warga ikut.",
        "Ia mau pun tidak bisa.",
        "Bupati pun hadir.",
        "Ia membawa kalau, pun tidak dipakai.",
    ),
)

RULES = (PUN_JOINED, PUN_SPLIT)
