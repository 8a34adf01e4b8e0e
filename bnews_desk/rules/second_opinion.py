"""A second opinion on a release, beside our own findings and never in their way.

Only passages that were not asked about before are sent; a release under embargo never leaves this
computer.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import lru_cache

from bnews_desk.errors import OpinionError
from bnews_desk.frame.reading import Frame
from bnews_desk.frame.roles import Role
from bnews_desk.house.style import HouseStyle
from bnews_desk.lexicon.languagetool.opinion import Opinion, Remark
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.problem import Problem, Safety, Severity, unignored
from bnews_desk.release import Release
from bnews_desk.rules.checker import LONGEST_OF_WORDS, REMEMBERED_PARAGRAPHS
from bnews_desk.rules.foreign_passages import (
    INDONESIAN,
    Stretch,
    foreign_stretches,
    indonesian_stretch,
)
from bnews_desk.rules.opinion_wording import said_of
from bnews_desk.rules.rule import Passage, replacing
from bnews_desk.text import Span, Word, words

PREFIX = "lt-"
"""What the id of a remark's rule begins with; LanguageTool's own id follows."""
_TEMPLATE = "{said} ({source})."
_OURS = frozenset({"typographical", "whitespace"})
"""Kinds of remarks on what our own rules look after, in every language."""
_OF_FRAGMENTS = frozenset({"UPPERCASE_SENTENCE_START", "EN_UNPAIRED_QUOTES", "SENTENCE_FRAGMENT"})
"""Rules about whole sentences; what somebody said may begin in the middle of one."""
_GRAVE = frozenset({"misspelling", "grammar"})
_PREFERRED = {"en": "en-US", "de": "de-DE"}
"""The variant in which a language is checked where the server has it."""


class EmbargoedError(OpinionError):
    """A release that must not leave this computer yet; nothing was sent."""


class SecondOpinion:
    """Asks one opinion about the passages of releases, and remembers what it said.

    For one thread at a time. With ``reads_indonesian`` the Indonesian copy is asked about too.
    """

    def __init__(
        self,
        opinion: Opinion,
        house: HouseStyle,
        lexicon: Lexicon,
        *,
        reads_indonesian: bool = False,
        now: Callable[[], datetime] = datetime.now,
        remember: int = REMEMBERED_PARAGRAPHS,
    ) -> None:
        self._opinion = opinion
        self._house = house
        self._lexicon = lexicon
        self._reads_indonesian = reads_indonesian
        self._now = now
        self._most = remember
        self._answers: OrderedDict[tuple[str, str], tuple[Remark, ...]] = OrderedDict()
        self._asked_about = lru_cache(maxsize=remember)(self._stretches)

    def problems(
        self, release: Release, frame: Frame, own: Sequence[Problem]
    ) -> tuple[Problem, ...]:
        """What it says of a release beyond our ``own`` findings, which win at every place.

        In the order of the text, less what release or newsroom ignores or has switched off.
        Raises :class:`~bnews_desk.errors.OpinionError` where it cannot be had, or the release
        must not be sent; what was answered until then is remembered.
        """
        asked = [
            (part.paragraph.start, stretch, passage)
            for part in frame.parts
            for passage, stretches in [self._asked_about(part.paragraph.text, part.role, part.copy)]
            for stretch in stretches
        ]
        if asked and self._opinion.place and release.details.is_under_embargo(self._now()):
            raise EmbargoedError(
                f"Rilis ini diembargo, jadi tidak dikirim ke LanguageTool di {self._opinion.place}."
            )
        found = [
            problem
            for start, stretch, passage in asked
            for problem in self._of_stretch(passage, stretch, start)
        ]
        return tuple(unignored(without_repeats(found, own), release, self._house.ignores))

    def _stretches(self, text: str, role: Role, copy: Span) -> tuple[Passage, tuple[Stretch, ...]]:
        passage = Passage(text, role, copy, self._house, self._lexicon)
        found = foreign_stretches(passage)
        if self._reads_indonesian:
            rest = indonesian_stretch(passage, found)
            return passage, (*found, rest) if rest is not None else found
        return passage, found

    def _of_stretch(self, passage: Passage, stretch: Stretch, offset: int) -> Iterator[Problem]:
        for remark in self._remarks(stretch):
            start, end = remark.start + stretch.start, remark.end + stretch.start
            word = passage.text[start:end]
            severity = self._severity(remark)
            if severity is None or passage.in_link(start, end) or "\n" in word or not word.strip():
                continue
            if self._is_known(remark, stretch):
                continue
            source = "LanguageTool" + (f" di {place}" if (place := self._opinion.place) else "")
            fixes = [
                replacing(passage.text, start, end, new, Safety.OFFERED)
                for new in remark.proposals
                if new != word
            ]
            yield Problem(
                PREFIX + remark.rule,
                severity,
                start,
                end,
                word,
                _TEMPLATE,
                {"said": said_of(remark, word, stretch.language), "source": source},
                tuple(fixes),
            ).shifted(offset)

    def _remarks(self, stretch: Stretch) -> tuple[Remark, ...]:
        """What is said of a stretch, asked once; nothing in a language that is not read there."""
        key = stretch.language, stretch.text
        if key in self._answers:
            self._answers.move_to_end(key)
            return self._answers[key]
        code = self._code(stretch.language)
        answer = self._opinion.remarks(stretch.text, code) if code else ()
        self._answers[key] = answer
        if len(self._answers) > self._most:
            self._answers.popitem(last=False)
        return answer

    def _code(self, language: str) -> str:
        codes = self._opinion.languages()
        preferred = _PREFERRED.get(language, language)
        if preferred in codes:
            return preferred
        return language if language in codes else ""

    def _severity(self, remark: Remark) -> Severity | None:
        """A newsroom's choice, else ours; None where the matter is our own rules' or is off."""
        chosen = self._house.severities
        if PREFIX + remark.rule in chosen:
            return chosen[PREFIX + remark.rule]
        if remark.kind in _OURS or remark.rule in _OF_FRAGMENTS:
            return None
        return Severity.WARNING if remark.kind in _GRAVE else Severity.SUGGESTION

    def _is_known(self, remark: Remark, stretch: Stretch) -> bool:
        """Whether a word that the opinion does not know is a name, a code or a word of ours."""
        if not remark.is_spelling:
            return False
        found = words(stretch.text, remark.start, remark.end)
        return not found or all(self._is_ours(word, stretch) for word in found)

    def _is_ours(self, word: Word, stretch: Stretch) -> bool:
        if not word.text.isalpha() or not word.text.islower():
            begins = not stretch.text[: word.start].strip(" \"“'‘(")
            if not (begins and word.text[1:].islower() and stretch.language != INDONESIAN):
                return True
        return self._lexicon.speller.knows(word.folded)


def without_repeats(found: Sequence[Problem], own: Sequence[Problem]) -> list[Problem]:
    """``found`` less what meets one of our ``own`` findings, or an earlier one of ``found``.

    An own finding about a whole sentence or paragraph does not count: it says nothing of a word.
    """
    taken = [problem for problem in own if len(problem.text) <= LONGEST_OF_WORDS]
    kept: list[Problem] = []
    for problem in sorted(found, key=lambda p: (p.start, p.end, p.rule)):
        if not any(other.start < problem.end and problem.start < other.end for other in taken):
            kept.append(problem)
            taken.append(problem)
    return kept
