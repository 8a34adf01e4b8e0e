"""Academic degrees and titles with their spellings: the register in
``resources/lists/gelar.tsv``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from bnews_desk.lexicon.word_lists import read_rows


@dataclass(frozen=True, slots=True)
class Degree:
    """One row of the register.

    ``forms`` are the correct forms, the preferred one first; ``accepted`` are correct too.
    ``spellings`` are correct and known wrong forms without full stops, in their case. ``is_left``
    marks a known degree that is never changed.
    """

    key: str
    forms: tuple[str, ...]
    meaning: str
    is_prefix: bool
    is_suffix: bool
    wrong: frozenset[str]
    accepted: frozenset[str]
    spellings: frozenset[str]
    is_case_bound: bool
    is_offered: bool
    is_left: bool

    def is_right(self, written: str) -> bool:
        """Whether a degree is spelled correctly."""
        return self.is_left or written in self.forms or written in self.accepted


def degree_key(written: str) -> str:
    """A degree without full stops, hyphens and spaces, its case kept: ``S.Pd.I`` → ``SPdI``."""
    return "".join(c for c in written if c.isalnum())


class DegreeRegister:
    """Looks up degrees by their written forms."""

    def __init__(self, rows: Iterable[list[str]]) -> None:
        self._by_key: dict[str, list[Degree]] = {}
        for row in rows:
            degree = _degree(row)
            self._by_key.setdefault(degree_key(degree.forms[0]).casefold(), []).append(degree)

    def behind_name(self, written: str) -> Degree | None:
        """The degree that ``written`` means behind a name and a comma, or None."""
        return self._find(written, prefix=False)

    def before_name(self, written: str) -> Degree | None:
        """The title that ``written`` means before a name, or None; *Dr* and *dr* differ."""
        return self._find(written, prefix=True)

    def _find(self, written: str, *, prefix: bool) -> Degree | None:
        letters = degree_key(written)
        choices = [
            degree
            for degree in self._by_key.get(letters.casefold(), ())
            if (degree.is_prefix if prefix else degree.is_suffix)
        ]
        for degree in choices:
            if letters in degree.spellings:
                return degree
        return next((d for d in choices if len(choices) == 1 and not d.is_case_bound), None)


def _degree(row: list[str]) -> Degree:
    key, form, place, meaning, variants, note = (*row, "", "", "", "", "", "")[:6]
    notes = [part.strip() for part in note.split(";")]
    accepted = next((part[8:] for part in notes if part.startswith("accept: ")), "")
    forms = tuple(filter(None, map(str.strip, form.split(" | "))))
    wrong = [v.partition("(")[0].strip() for v in variants.split("|") if v.strip()]
    places = place.split("|")
    return Degree(
        key,
        forms,
        meaning,
        "depan" in places,
        "belakang" in places,
        frozenset(wrong),
        frozenset(filter(None, accepted.split("|"))),
        frozenset(map(degree_key, (*forms, *wrong, *accepted.split("|")))),
        "case" in notes,
        "offered" in notes or any("(?)" in part for part in notes) or len(forms) > 1,
        "leave" in notes or "opt" in notes,
    )


@cache
def shipped_degrees() -> DegreeRegister:
    """The register that ships with the program, read on first use."""
    return DegreeRegister(read_rows("gelar.tsv"))
