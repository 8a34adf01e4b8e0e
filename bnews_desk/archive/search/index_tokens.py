"""Converts words into index tokens of plain ASCII, which neither database changes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from bnews_desk.lexicon.affixes.analyser import shipped_analyser
from bnews_desk.lexicon.affixes.word_formation import DERIVATIONS
from bnews_desk.patterns import Pattern
from bnews_desk.release import Release
from bnews_desk.text import word_texts

_FAMILIES = (
    # conjunctions and similar words are not forms of the words they derive from
    *("adalah", "apakah", "berada", "berbagai", "berikut berikutnya", "bersama bersamaan"),
    *("beserta", "dikarenakan", "melainkan", "melakukan dilakukan lakukan", "melalui", "memadai"),
    *("mengapa", "menjadi", "menurut", "merupakan", "sebagai", "sebelum sebelumnya", "secara"),
    *("sehingga", "selain", "selaku", "selama", "seorang seseorang", "setelah setelahnya"),
    *(
        "setiap",
        "setidaknya",
        "terdapat",
        "terhadap",
        "terlalu",
        "termasuk",
        "ternyata",
        "tersebut",
    ),
    # nor are these words, which a newsroom searches for
    "pemerintah pemerintahan kepemerintahan",
    *("peserta", "pelaku", "kejadian", "keadaan", "keberadaan", "pendapatan", "bagian sebagian"),
    "pendapat berpendapat",
    "pengadaan mengadakan diadakan",
    "penduduk kependudukan berpenduduk",
    "perhatian memperhatikan memerhatikan diperhatikan perhatikan pemerhati",
    "perbaikan memperbaiki diperbaiki perbaiki terperbaiki",
    "pembaruan memperbarui diperbarui perbarui memperbaharui diperbaharui pembaharuan terbarukan",
    "pembagian membagi membagikan dibagi dibagikan berbagi terbagi bagikan pembagi",
    "penetapan menetapkan ditetapkan tetapkan ketetapan",
    "perolehan memperoleh diperoleh peroleh pemeroleh",
    "penyampaian menyampaikan disampaikan sampaikan tersampaikan",
    "pendalaman mendalami didalami mendalam dalami",
    "mengatasi diatasi teratasi atasi",
    "penentuan menentukan ditentukan tentukan penentu ketentuan",
    "persatuan bersatu menyatukan disatukan mempersatukan kesatuan pemersatu",
    "pertunjukan",
    "petunjuk",
    "pengalaman berpengalaman",
    "mengalami dialami",
    "menengah",
)
"""Each begins with the word under which its family is indexed."""


def family_of(word: str) -> str | None:
    """The word under which ``word``, folded, is indexed instead of its root; None for most words.

    *Pemerintahnya*, *peserta-peserta* → ``pemerintah``, ``peserta``.
    """
    families = _families()
    found = shipped_analyser().analyses(word)
    if word in families or not found:
        return families.get(word)
    clitics = "".join(one for one in found[0].suffixes if one not in DERIVATIONS)
    first, hyphen, second = word.removesuffix(clitics).partition("-")
    return families.get(first) if not hyphen or first == second else None


@cache
def _families() -> dict[str, str]:
    families = (line.split() for line in _FAMILIES)
    return {word: family[0] for family in families for word in family}


MAX_TOKENS = 16_000
"""Maximum words of a release that are indexed: PostgreSQL counts no positions beyond 16,383."""
MAX_TOKEN = 60
"""Maximum characters of a token; longer ones are cut."""
_MAX_CHARACTERS = 160_000
"""Maximum characters of a release's tokens: PostgreSQL allows a megabyte, including roots and
positions.
"""
_PIECE = Pattern(r"[^\W_]+")
_REMEMBERED = 1 << 15


class IndexedDocument(NamedTuple):
    """The indexed tokens of a release: those of its words in order, and their roots."""

    head_words: tuple[str, ...]
    body_words: tuple[str, ...]
    head_roots: tuple[str, ...]
    body_roots: tuple[str, ...]
    place: tuple[str, ...]
    source: tuple[str, ...]
    editor: tuple[str, ...]


def document_of(release: Release, place: str, source: str, editor: str) -> IndexedDocument:
    """The indexed tokens of a release with these frame fields."""
    cost = count = 0
    tokens: tuple[list[str], list[str]] = ([], [])
    roots: tuple[dict[str, None], dict[str, None]] = ({}, {})
    for part, text in enumerate((release.headline, release.body)):
        for word in word_texts(text):
            new = tokens_of(word)
            count += len(new)
            cost += sum(map(len, new))
            if count > MAX_TOKENS or cost > _MAX_CHARACTERS:
                break
            tokens[part].extend(new)
            roots[part].update(dict.fromkeys(roots_of(word)))
    return IndexedDocument(
        *map(tuple, tokens),
        *map(tuple, roots),
        *(tuple(all_tokens(said)) for said in (place, source, editor)),
    )


@lru_cache(_REMEMBERED)
def tokens_of(word: str) -> tuple[str, ...]:
    """The tokens of one word, one for each part of a hyphenated one: *Jum'at* → ``jum``, ``at``."""
    return tuple(_token(piece.group()) for piece in _PIECE.finditer(_plain(word)))


@lru_cache(_REMEMBERED)
def roots_of(word: str) -> tuple[str, ...]:
    """The tokens of a word's root: *menindaklanjuti* → ``tindak``, ``lanjut``.

    A word without a known root is its own root, or that of its parts where it is hyphenated. A word
    of a family has the family's.
    """
    root_of = shipped_analyser().root_of
    folded = word.casefold()
    family = family_of(folded)
    if family is not None:
        return (family,)
    root = root_of(folded)
    if root != folded or folded.isalnum():
        return tokens_of(root)
    parts = (root_of(piece.group()) for piece in _PIECE.finditer(folded))
    return tuple(token for part in parts for token in tokens_of(part))


def all_tokens(text: str) -> Iterator[str]:
    """The tokens of all words of a text, in order."""
    return chain.from_iterable(map(tokens_of, word_texts(text)))


def _plain(word: str) -> str:
    """``word`` folded, without accents."""
    if word.isascii():
        return word.casefold()
    taken_apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in taken_apart if not unicodedata.combining(c)).casefold()


def _token(piece: str) -> str:
    """A piece in ASCII: other letters become their code point between two z."""
    if piece.isascii():
        return piece[:MAX_TOKEN]
    spelt = (c if c.isascii() else f"z{ord(c):x}z" for c in piece)
    return "".join(spelt)[:MAX_TOKEN]
