"""Reduplication: *anak-anaknya*, *kemerah-merahan*, *tembak-menembak*, *sayur-mayur*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from bnews_desk.lexicon.affixes.affix_chains import PrefixChain, SuffixChain
from bnews_desk.lexicon.affixes.analysis import Analysis
from bnews_desk.lexicon.affixes.roots import Root
from bnews_desk.lexicon.affixes.word_formation import form_words

_RHYMES = {
    "bahu": ("membahu",),
    "basa": ("basi",),
    "besan": ("besin",),
    "carut": ("marut",),
    "cerai": ("berai",),
    "coreng": ("moreng",),
    "gerak": ("gerik",),
    "gotong": ("royong",),
    "gembar": ("gembor",),
    "lauk": ("pauk",),
    "pernak": ("pernik",),
    "putra": ("putri",),
    "ramah": ("tamah",),
    "saudara": ("saudari",),
    "sayur": ("mayur",),
    "serba": ("serbi",),
    "serta": ("merta",),
    "muda": ("mudi",),
    "segala": ("gala",),
    "semena": ("mena",),
    "seluk": ("beluk",),
    "siswa": ("siswi",),
    "mahasiswa": ("mahasiswi",),
    "tali": ("temali",),
    "tahu": ("menahu",),
    "tindak": ("tanduk",),
    "tulang": ("belulang",),
    "turun": ("temurun",),
    "warna": ("warni",),
    "pertama": ("tama",),
    "seluruh": ("luruh",),
    "sekali": ("kali",),
}
"""Second halves that are not an exact repetition, by the root of the first half."""
_RHYMING = {
    "bolak": "balik",
    "corat": "coret",
    "gonta": "ganti",
    "kelap": "kelip",
    "kerlap": "kerlip",
    "lika": "liku",
}
"""First halves that are not a root, with the root that follows: *bolak-balik*."""
_HALVED = frozenset(
    "batu buyut bunyi daun laki langit luhur pohon puing rumput runtuh sayur tamu tumbuh".split()
)
"""Roots that are doubled by their first letter and e only: *pepohonan*, *lelaki*."""
_FRAMING = frozenset({"ke", "ber", "per", "se", "peng"})
"""Prefixes that form a circumfix with *-an*: *kemerah-merahan*, *bermaaf-maafan*."""
_NASALS = {"meng": "me", "peng": "pe"}


class _AnalyserParts(Protocol):
    """The methods of the analyser that reduplication needs."""

    def root(self, text: str) -> Root | None: ...
    def plain(self, word: str) -> Iterator[Analysis]: ...
    def heads(self, word: str) -> list[tuple[PrefixChain, int]]: ...
    def tails(self, word: str) -> list[tuple[SuffixChain, int]]: ...


def analyse_doubled(parts: _AnalyserParts, word: str) -> Iterator[Analysis]:
    """The analyses of a word with one hyphen whose halves share a root, in no order."""
    first, _, second = word.partition("-")
    if not first or not second or "-" in second:
        return
    yield from _repeated(parts, first, second)
    yield from _rhyming(parts, first, second)
    for opening, begun in parts.heads(first):
        root = parts.root(opening.restored + first[begun:]) if begun < len(first) else None
        if root and " " not in root.text:
            yield from _continued(parts, opening, root, second)
            if not opening.prefixes:
                yield from _answered(parts, root, second)


def analyse_half_doubled(parts: _AnalyserParts, word: str) -> Iterator[Analysis]:
    """The analyses of a word whose root is doubled by its first letter: *bebatuan*, *tetamu*."""
    if word[1:2] != "e" or word[:1] != word[2:3]:
        return
    for ending, end in parts.tails(word):
        root = parts.root(word[2:end]) if word[2:end] in _HALVED else None
        if root and ending.derivation in ("", "an"):
            yield Analysis(root.text, (), ending.suffixes, word, is_reduplicated=True)


def _repeated(parts: _AnalyserParts, first: str, second: str) -> Iterator[Analysis]:
    """A whole derived word, repeated: *makanan-makanan*, *peraturan-peraturannya*."""
    if not second.startswith(first):
        return
    ending = next(
        (e for e, at in parts.tails(second) if at == len(first) and not e.derivation), None
    )
    if ending is None:
        return
    for analysis in parts.plain(first):
        if analysis.prefixes or analysis.suffixes:
            yield analysis._replace(
                suffixes=analysis.suffixes + ending.clitics,
                canonical=f"{analysis.canonical}-{analysis.canonical}" + "".join(ending.clitics),
                is_reduplicated=True,
            )


def _rhyming(parts: _AnalyserParts, first: str, second: str) -> Iterator[Analysis]:
    """A changed word before its root: *bolak-balik*."""
    root = parts.root(_RHYMING.get(first, ""))
    if root:
        for ending, end in parts.tails(second):
            if second[:end] == root.text and not ending.derivation:
                word = f"{first}-{second}"
                yield Analysis(root.text, (), ending.suffixes, word, is_reduplicated=True)


def _continued(
    parts: _AnalyserParts, opening: PrefixChain, root: Root, second: str
) -> Iterator[Analysis]:
    """A root repeated, with affixes on the whole: *anak-anaknya*, *kemerah-merahan*,
    *menari-nari*."""
    beginning = form_words(opening.prefixes, root)[0]
    bases = {root.text, *_RHYMES.get(root.text, ())}
    if opening.prefixes and opening.prefixes[-1] in _NASALS:
        bases.add(beginning[len("".join(opening.prefixes[:-1])) + 2 :])
    for ending, end in parts.tails(second):
        if second[:end] in bases and _may_end(opening, ending):
            canonical = f"{beginning}-{second[:end]}" + "".join(ending.suffixes)
            yield Analysis(
                root.text, opening.prefixes, ending.suffixes, canonical, is_reduplicated=True
            )


def _may_end(opening: PrefixChain, ending: SuffixChain) -> bool:
    if ending.derivation == "an":
        return not opening.prefixes or opening.prefixes[0] in _FRAMING
    return not ending.derivation or ending.derivation in opening.endings & {"kan", "i"}


def _answered(parts: _AnalyserParts, root: Root, second: str) -> Iterator[Analysis]:
    """A reciprocal, with the verb in one half only: *tembak-menembak*, *surat-menyurat*."""
    for analysis in parts.plain(second):
        if analysis.root == root.text and analysis.prefixes == ("meng",):
            yield analysis._replace(
                canonical=f"{root.text}-{analysis.canonical}", is_reduplicated=True
            )
