"""All word knowledge as one value that rules are handed; each part is read on first use."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from bnews_desk.lexicon.wordlists import Entry, PhraseBook, entries, entry_of, read_rows


class Lexicon:
    """The word lists that ship with the program, and the newsroom's own pairs.

    ``own_pairs`` maps a form to its replacement (alternatives between `` | ``); they win over
    the lists that ship.
    """

    def __init__(self, own_pairs: Mapping[str, str] | None = None) -> None:
        self._own = [entry_of(form, right) for form, right in (own_pairs or {}).items()]

    @cached_property
    def _standard_rows(self) -> dict[str, list[Entry]]:
        """The rows of ``kata_baku.tsv`` by the rule that reports them ('' is C21)."""
        own_forms = {row.form.casefold() for row in self._own}
        by_rule: dict[str, list[Entry]] = {}
        for row in entries("kata_baku.tsv"):
            if row.form.casefold() in own_forms or row.is_off:
                continue
            tagged = next((note for note in row.notes if note.startswith("eyd-")), "")
            by_rule.setdefault(row.rule or tagged, []).append(row)
        return by_rule

    @cached_property
    def standard_words(self) -> PhraseBook:
        """Non-standard forms and their standard ones (C21), the newsroom's own pairs included."""
        return PhraseBook([*self._own, *self._standard_rows.get("", ())])

    def rows_for(self, rule: str) -> list[Entry]:
        """The rows of ``kata_baku.tsv`` that one other rule reports ('C18', 'eyd-kata-depan')."""
        return self._standard_rows.get(rule, [])

    @cached_property
    def passive_stems(self) -> Mapping[str, bool]:
        """Stems after which *di* is certainly the prefix; True where a fix is only offered."""
        return {row[0]: "offered" in row[1:] for row in read_rows("di_pasif.txt")}

    @cached_property
    def foreign_words(self) -> PhraseBook:
        """Foreign words and their Indonesian equivalents (E21), those that are on."""
        return PhraseBook(row for row in entries("padanan.tsv") if not row.is_off)
