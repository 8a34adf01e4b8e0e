"""The editor credit: ``Editor : Zainul Arifin``, the last paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bnews_desk.house.style import CreditStyle
from bnews_desk.patterns import Pattern
from bnews_desk.text import Span, fold

MAX_NAME = 60
"""Greatest length of an editor's name, in code points."""
MAX_NAME_WORDS = 6
MIN_SPACED = 4
"""Least number of letters in a label that is also recognised in spaced letters."""
_AROUND_NAME = " \t\u00a0*_()[]{}<>«»\"“”'‘’"
_TITLE_CASED = Pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BEHIND_NAME = Pattern(r"\s*[|│•·]\s*|\s+[/–—-]\s+|\s+[(\[]")
_PARTICLES = frozenset({"bin", "binti", "van", "de", "der", "al"})


@dataclass(frozen=True, slots=True)
class Credit:
    """A credit line, or a credit glued to the end of another paragraph.

    ``span`` is the credit itself; ``editor`` is the name in house form ('' where none is given).
    ``is_sure`` is False where the line may be a sentence.
    """

    span: Span
    editor: str
    is_glued: bool = False
    is_sure: bool = True


class CreditReader:
    """Finds credits with any of their labels and separators."""

    def __init__(self, style: CreditStyle, site: str = "") -> None:
        self.style = style
        self._site = fold(site)
        self._names = {_fold_name(name): name for name in style.editors}
        labels = "|".join(
            _label_pattern(label)
            for label in sorted({style.label, *style.other_labels}, key=len)[::-1]
        )
        pattern = (
            rf"(?P<label>{labels})(?![^\W_])[*_]{{0,2}}\.?(?:\s+oleh)?(?P<mark>[\s.…:：﹕∶;=/|>»→~•–—-]*[:：﹕∶;=/|>»→~•–—-]\s*|\s+)?"
            rf"(?P<name>[^\n]{{0,{MAX_NAME}}}?)"
        )
        self._line = Pattern(
            rf"[\W_]{{0,12}}(?<![^\W_]){pattern}[^\w?!\"”\n]{{0,12}}_{{0,3}}$", re.IGNORECASE
        )
        self._glued = Pattern(
            rf"(?<=[.?!\"”)\]])[\s*_]*[(\[]?(?P<credit>{pattern}[)\]]?)[\s*_.]*$", re.IGNORECASE
        )

    def read(self, text: str) -> Credit | None:
        """Read a whole paragraph as a credit; None where it is not one.

        *Editor film itu memuji …* is not a credit: nothing separates label and name.
        """
        match = self._line.match(text) if len(text) < 2 * MAX_NAME else None
        if match is None:
            return None
        name, mark = match["name"].strip(_AROUND_NAME), (match["mark"] or "").strip()
        name, further = self._without_further(name)
        if len(name.split()) > MAX_NAME_WORDS or (not mark and not name):
            return None
        known = _fold_name(name) in self._names
        if not mark and not known and not _looks_like_name(name):
            return None
        if mark and name and not known and not _may_be_name(name):
            return None
        is_sure = (bool(mark) or known) and fold(further) in ("", self._site)
        return Credit(Span(0, len(text)), self.house_form_of(name), is_sure=is_sure)

    def _without_further(self, name: str) -> tuple[str, str]:
        """Split off what follows a name behind a bar or a dash: the site, another person."""
        parts = _BEHIND_NAME.split(name, 1)
        if len(parts) < 2 or not parts[0] or not _may_be_name(parts[0]):
            return name, ""
        return parts[0], parts[1].strip(_AROUND_NAME)

    def read_glued(self, text: str) -> Credit | None:
        """Read a credit at the end of a longer paragraph; None where there is none."""
        at = max(0, len(text) - 2 * MAX_NAME)
        match = self._glued.search(text, at)
        if match is None:
            return None
        name, mark = match["name"].strip(_AROUND_NAME), (match["mark"] or "").strip()
        if not mark or not name or len(name.split()) > MAX_NAME_WORDS:
            return None
        known = _fold_name(name) in self._names
        if not known and not _looks_like_name(name):
            return None
        return Credit(
            Span(match.start("credit"), len(text)),
            self.house_form_of(name),
            is_glued=True,
            is_sure=known,
        )

    def read_bare_name(self, text: str) -> Credit | None:
        """Read a listed editor's name alone, as it stands below a label on a line of its own, or
        None."""
        if not self.is_known(text):
            return None
        return Credit(Span(0, len(text)), self.house_form_of(text))

    def house_form_of(self, name: str) -> str:
        """A name in house form: spelled as in the register, else in title case."""
        plain = " ".join(name.split()).strip(" .,;*_")
        known = self._names.get(_fold_name(plain)) or self._names.get(
            _fold_name(plain.partition(",")[0])
        )
        if known is not None:
            return known
        if plain.islower() or (plain.isupper() and len(plain) > 3):
            return _TITLE_CASED.sub(_title_cased, plain)
        return plain

    def house_form(self, credit: Credit) -> str:
        return self.style.house_form(credit.editor)

    def is_known(self, editor: str) -> bool:
        """Whether a name is in the style sheet's list of editors."""
        return _fold_name(editor) in self._names


def _label_pattern(label: str) -> str:
    """A pattern for a label, also in spaced letters: ``E d i t o r``."""
    if len(label) < MIN_SPACED or not label.isalpha():
        return re.escape(label)
    return f"{re.escape(label)}|{' '.join(label)}"


def _fold_name(name: str) -> str:
    return fold(name).strip(" .,;*_")


def _title_cased(match: re.Match[str]) -> str:
    word = match.group()
    return word.lower() if word.lower() in _PARTICLES else word[:1].upper() + word[1:].lower()


def _may_be_name(name: str) -> bool:
    """Whether a text has only letters, dots, commas, hyphens and apostrophes."""
    return not re.search(r"[\d\"“”?!:;/()]", name) and not name.rstrip(".").count(". ") > 2


def _looks_like_name(name: str) -> bool:
    words = name.split()
    return (
        1 < len(words) <= 4
        and _may_be_name(name)
        and all(word[:1].isupper() or word.lower() in _PARTICLES for word in words)
    )
