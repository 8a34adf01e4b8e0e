"""The verbs that say who is speaking: *kata*, *ujarnya*, *mengatakan*."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from bnews_desk.lexicon.word_lists import read_rows
from bnews_desk.patterns import Pattern

_WORD = Pattern(r"[^\W\d_]{1,40}+")
_SPEAKERS = frozenset(
    "dia ia mereka beliau pria perempuan wanita warga seorang salah sang para politikus politisi"
    " mantan lelaki ibu bapak ayah pelatih juru jubir anggota ketua kepala wakil pengamat menteri"
    " gubernur bupati camat kades lurah hakim jaksa korban saksi peneliti penulis pembalap pemain"
    " istri suami eks putra putri anak aktor aktris penyanyi pengacara narator seseorang".split()
)
"""Lower-case words that begin the name of a speaker: *kata pria itu*."""
_NO_SPEAKER = frozenset(
    "adalah atau bahasa dalam dan dengan di itu ini karena kata ke lain oleh pada serta"
    " tersebut untuk yang".split()
)
_TITLES_BEFORE_NAME = frozenset({"dr", "drg", "drh", "apt", "ns"})
"""Lower-case titles that a speaker's name follows: *ujar dr. Endah*."""
_SUFFIX = "nya"


class AttributionVerbs(NamedTuple):
    """The verbs in ``kata_kutip.txt``, folded.

    ``plain`` are stems with no other meaning (*ujar*), ``ambiguous`` stems with another one
    (*jelas*); ``introducing`` are full verbs that stand before a quotation (*berkata*).
    """

    plain: frozenset[str]
    ambiguous: frozenset[str]
    introducing: frozenset[str]

    def is_attribution(self, folded: str) -> bool:
        """Whether a word, on its own, is a stem, with or without *-nya*: *ujar*, *jelasnya*."""
        stem = folded.removesuffix(_SUFFIX)
        return any(form in self.plain or form in self.ambiguous for form in (folded, stem))

    def introduces(self, folded: str) -> bool:
        """Whether a word directly before a quotation introduces it: *berkata*, *ujarnya*."""
        return folded in self.introducing or (
            folded.endswith(_SUFFIX) and folded.removesuffix(_SUFFIX) in self.plain | {"kata"}
        )

    def stands_at(self, text: str, at: int, end: int) -> bool:
        """Whether the words from ``at`` on, directly behind a quotation, say who spoke.

        *ujarnya*, *kata Rini* and *tegas dia* do; *jelas bahwa* and *kata itu* do not.
        """
        match = _WORD.match(text, at, end)
        if match is None or not match.group().islower():
            return False
        word = match.group()
        if word.endswith(_SUFFIX) and self.is_attribution(word):
            return True
        if word not in self.plain and word not in self.ambiguous:
            return False
        return self._names_speaker(text, match.end(), end, is_plain=word in self.plain)

    def _names_speaker(self, text: str, at: int, end: int, *, is_plain: bool) -> bool:
        behind = at
        while behind < min(end, at + 3) and text[behind].isspace():
            behind += 1
        if behind == at:
            return is_plain and (at == end or text[at] in ".,")
        following = _WORD.match(text, behind, end)
        if following is None:
            return False
        word = following.group()
        if word[0].isupper() or word in _SPEAKERS or word in _TITLES_BEFORE_NAME:
            return True
        return is_plain and word not in _NO_SPEAKER


@cache
def attribution_verbs() -> AttributionVerbs:
    """The list that ships with the program, read on first use."""
    plain, ambiguous, introducing = set(), set(), set()
    for row in read_rows("kata_kutip.txt"):
        form = row[0].casefold()
        if "pengantar" in row[1:]:
            introducing.add(form)
        elif "ganda" in row[1:]:
            ambiguous.add(form)
        else:
            plain.add(form)
    return AttributionVerbs(frozenset(plain), frozenset(ambiguous), frozenset(introducing))
