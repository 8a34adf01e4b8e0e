"""Derived words with a non-standard root: *memperdulikan*, *memproklamirkan*.

The word lists have only roots; the derived word is formed again from the standard root.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import product

from bnews_desk.lexicon.affixes.affix_chains import BOUND_FORMS
from bnews_desk.lexicon.affixes.analyser import AffixAnalyser
from bnews_desk.lexicon.affixes.roots import Root, RootTable
from bnews_desk.lexicon.affixes.word_formation import form_words
from bnews_desk.lexicon.news_words import shipped_news_words
from bnews_desk.lexicon.word_lists import CLITICS, ListRow, read_list

_LEAST_ROOT = 5
_LEAST_WORD = 8
_DUTCH, _LATIN = "ir", "asi"
"""The ending of verbs borrowed from Dutch, and that of the noun: *proklamir*, *proklamasi*."""
_LEAST_BEFORE_ENDING = 4
_NO_STEM = "is"
"""The ending of nouns that rarely take affixes themselves: *menganalisiskan*."""
_AFFIXES = ("meng", "di", "ter", "peng")
_MELTED = ("", "k", "p", "t", "s")
_SUFFIXES = ("kan", "an", "i", "")
_MOST_PREFIX = 4


class NonstandardDerivatives:
    """Finds the standard form of a derived word by the roots in ``rows``.

    ``seen`` has the words of news; a noun in *-asi* and any doubtful form must be among them.
    """

    def __init__(self, rows: Iterable[ListRow], seen: Mapping[str, int]) -> None:
        listed = tuple(rows)
        self._listed = frozenset(row.form for row in listed)
        self._standard = {
            row.form: row.replacements[0]
            for row in listed
            if len(row.replacements) == 1
            and len(row.form) >= _LEAST_ROOT
            and row.form.isalpha()
            and row.form.islower()
            and row.replacements[0].isalpha()
            and row.replacements[0].islower()
            and row.rule in ("", "C21")
            and not (row.neighbours or row.is_off)
        }
        self._analyser = AffixAnalyser(tuple(self._standard))
        self._roots = RootTable.shipped()
        self._seen = seen

    def standard(self, folded: str) -> str:
        """The standard form of a folded word; '' where its root is not listed."""
        if len(folded) < _LEAST_WORD or not folded.isascii() or not folded.isalpha():
            return ""
        if folded in self._listed:
            return ""
        for analysis in self._analyser.analyses(folded):
            if analysis.prefixes and BOUND_FORMS.isdisjoint(analysis.prefixes):
                root = self._root(self._standard[analysis.root])
                right = form_words(analysis.prefixes, root, analysis.suffixes)[0]
                is_usual = analysis.prefixes != ("di",) and not root.text.endswith(_NO_STEM)
                if is_usual or self._is_seen(right):
                    return right
        return self._of_dutch_verb(folded)

    def _of_dutch_verb(self, folded: str) -> str:
        """The form with the noun as its root: *memproklamasikan* for *memproklamirkan*."""
        if _DUTCH not in folded[_LEAST_BEFORE_ENDING:]:
            return ""
        for suffixes, verb in _dutch_verbs(folded):
            noun = verb.removesuffix(_DUTCH) + _LATIN
            if len(noun) < _LEAST_BEFORE_ENDING + len(_LATIN) or not self._seen.get(noun):
                continue
            for prefix in _AFFIXES:
                if folded in form_words((prefix,), Root(verb), suffixes):
                    return form_words((prefix,), self._root(noun), suffixes)[0]
        return ""

    def _is_seen(self, word: str) -> bool:
        bare = word
        for clitic in CLITICS:
            bare = bare.removesuffix(clitic)
        return word in self._seen or bare in self._seen

    def _root(self, text: str) -> Root:
        return self._roots.get(text) or Root(text)


def _dutch_verbs(folded: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """The verbs in *-ir* that may be in a word, existing or not, with the suffixes."""
    for suffix in _SUFFIXES:
        stem = folded.removesuffix(suffix)
        if folded.endswith(suffix) and stem.endswith(_DUTCH):
            for size, melted in product(range(2, _MOST_PREFIX + 1), _MELTED):
                yield (suffix,) if suffix else (), melted + stem[size:]


@lru_cache(maxsize=1)
def shipped_derivatives() -> NonstandardDerivatives:
    """The derivatives of ``kata_baku.tsv``, made on first use."""
    return NonstandardDerivatives(read_list("kata_baku.tsv"), shipped_news_words().counts)
