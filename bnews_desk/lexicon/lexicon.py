"""All word knowledge for the rules, as one value; each part is read on first use."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from bnews_desk.lexicon.word_lists import ListRow, PhraseFinder, newsroom_pair, read_list, read_rows

if TYPE_CHECKING:
    from bnews_desk.lexicon.gazetteer import Gazetteer
    from bnews_desk.lexicon.speller import Speller


class Lexicon:
    """The word lists that ship with the program, and the newsroom's own pairs.

    ``own_pairs`` maps a form to its replacement (alternatives between `` | ``) and takes precedence
    over the shipped lists. ``own_words`` are the words of the user dictionaries, names with their
    capitals.
    """

    def __init__(
        self,
        own_pairs: Mapping[str, str] | None = None,
        own_words: Collection[str] = (),
    ) -> None:
        self.own_spellings = {word.casefold(): word for word in own_words}
        """The spelling of each dictionary word, by its folded form."""
        self._own = [newsroom_pair(form, right) for form, right in (own_pairs or {}).items()]
        self._own_forms = {row.form.casefold() for row in self._own}

    @property
    def own_words(self) -> Collection[str]:
        """The folded words of the user dictionaries."""
        return self.own_spellings.keys()

    @cached_property
    def _standard_rows(self) -> dict[str, list[ListRow]]:
        """The rows of ``kata_baku.tsv`` by the rule that reports them ('' is C21)."""
        by_rule: dict[str, list[ListRow]] = {}
        for row in read_list("kata_baku.tsv"):
            if not self._is_shipped_on(row):
                continue
            tagged = next((note for note in row.notes if note.startswith("eyd-")), "")
            by_rule.setdefault(row.rule or tagged, []).append(row)
        return by_rule

    def rows_for(self, rule: str) -> list[ListRow]:
        """The rows of ``kata_baku.tsv`` that another rule reports ('C18', 'eyd-kata-depan')."""
        return self._standard_rows.get(rule, [])

    @cached_property
    def spellings(self) -> PhraseFinder:
        """All rows about spelling in one finder, so that the longest row wins at each place.

        ``Match.entry.rule`` names the rule that reports a row, which may not exist yet.
        """
        rows = [*self._own, *self._bound_forms, *self._compounds]
        for rule, standard in self._standard_rows.items():
            rows += [row._replace(rule=_reporter(rule, row.form)) for row in standard]
        return PhraseFinder(rows, inflected=True)

    @property
    def _bound_forms(self) -> list[ListRow]:
        rows = read_list("bentuk_terikat.tsv")
        return [row._replace(rule="C10") for row in rows if self._is_shipped_on(row)]

    @property
    def _compounds(self) -> list[ListRow]:
        """The rows of ``gabungan_imbuhan.tsv``: C18 splits what is wrongly joined, C19 joins the
        rest."""
        return [
            row._replace(rule="C18" if _parts_words(row) else "C19")
            for row in read_list("gabungan_imbuhan.tsv")
            if self._is_shipped_on(row)
        ]

    def _is_shipped_on(self, row: ListRow) -> bool:
        return not row.is_off and row.form.casefold() not in self._own_forms

    @cached_property
    def speller(self) -> Speller:
        """The speller; it also knows the correct forms of the newsroom's own pairs."""
        from bnews_desk.lexicon.speller import shipped_speller

        rights = (right for row in self._own for right in row.replacements)
        return shipped_speller((*self.own_words, *map(str.casefold, rights)))

    @cached_property
    def passive_stems(self) -> Mapping[str, bool]:
        """Stems before which *di* is always the prefix; True where a fix is only offered."""
        return {row[0]: "offered" in row[1:] for row in read_rows("di_pasif.txt")}

    @cached_property
    def reduplications(self) -> Mapping[str, bool]:
        """Words repeated around a hyphen; True where the form without a hyphen may be a typing
        error."""
        return {row[0]: "offered" in row[1:] for row in read_rows("kata_ulang.txt")}

    @cached_property
    def reduplication_halves(self) -> Mapping[str, tuple[str, ...]]:
        """The possible second halves for each first half in ``reduplications``, for a fast first
        test."""
        halves: dict[str, tuple[str, ...]] = {}
        for word in self.reduplications:
            first, _, second = word.partition("-")
            halves[first] = (*halves.get(first, ()), second)
        return halves

    @cached_property
    def confixed_nouns(self) -> frozenset[str]:
        """Nouns in *ke-* and *per-* that are no word without the prefix; a space behind it is an
        error."""
        return frozenset(row[0] for row in read_rows("konfiks.txt"))

    @cached_property
    def melting_roots(self) -> frozenset[str]:
        """Roots whose initial k, p, t or s is dropped after *me-* and *pe-*: *menyapu*."""
        return frozenset(row[0] for row in read_rows("luluh.txt") if len(row) == 1)

    @cached_property
    def memper_roots(self) -> frozenset[str]:
        """Roots that take *memper-*, whose p is always kept: *memperhatikan*."""
        return frozenset(row[0] for row in read_rows("luluh.txt") if len(row) > 1)

    @cached_property
    def common_words(self) -> frozenset[str]:
        """Everyday words, folded; any other word may be a name written in lower case."""
        return frozenset(row[0] for row in read_rows("kata_umum.txt"))

    @cached_property
    def foreign_words(self) -> PhraseFinder:
        """Foreign words with their Indonesian equivalents (E21), without rows that are off."""
        return PhraseFinder(row for row in read_list("padanan.tsv") if not row.is_off)

    @cached_property
    def common_acronyms(self) -> frozenset[str]:
        """Acronyms and names in capitals that need no explanation."""
        return frozenset(row[0] for row in read_rows("singkatan_umum.txt"))

    @property
    def places(self) -> Gazetteer:
        """Indonesia's places from province to village."""
        from bnews_desk.lexicon.gazetteer import shipped_gazetteer

        return shipped_gazetteer()

    @cached_property
    def pleonasms(self) -> PhraseFinder:
        """Redundant phrases (E01), without rows that are off or belong to other rules."""
        rows = read_list("pleonasme.tsv")
        return PhraseFinder(row for row in rows if not row.is_off and not row.rule)


def _reporter(tag: str, form: str) -> str:
    """The code of the rule that reports a row of ``kata_baku.tsv``."""
    if tag == "eyd-kata-depan":
        return "C01" if form.startswith("d") else "C03"
    if tag == "eyd-pun":
        return "C05"
    return tag or "C21"


def _parts_words(row: ListRow) -> bool:
    return " " not in row.form and all(" " in right for right in row.replacements)
