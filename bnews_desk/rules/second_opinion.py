"""Turns LanguageTool's remarks on a release into findings in addition to our own.

A review uses the cached remarks and lists the passages that have not been asked about; the caller
asks about these when there is time. A release under embargo never leaves this computer.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from threading import Lock
from typing import NamedTuple

from bnews_desk.finding import Finding, Safety, Severity, without_ignored
from bnews_desk.frame.release_frame import Frame, Role
from bnews_desk.house.style import HouseStyle
from bnews_desk.lexicon.languagetool.opinion import Opinion, Remark
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import LONGEST_WORD_FINDING, REMEMBERED_PARAGRAPHS
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.ethics.publication_labels import is_off_record
from bnews_desk.rules.language_spans import (
    INDONESIAN,
    LanguageSpan,
    foreign_spans,
    indonesian_span,
)
from bnews_desk.rules.rule import replacement_fix
from bnews_desk.text import Span, Word, words

LANGUAGES = {
    "de": "Jerman",
    "en": "Inggris",
    "es": "Spanyol",
    "fr": "Prancis",
    "id": "Indonesia",
    "nl": "Belanda",
}
"""The Indonesian names of the languages of passages."""
_UNKNOWN_WORD = "“{word}” tidak dikenal dalam bahasa {language}; periksa ejaannya"
_MESSAGES = {
    "EN_A_VS_AN": "Dalam bahasa Inggris a mendahului bunyi konsonan dan an bunyi vokal",
    "ENGLISH_WORD_REPEAT_RULE": "“{word}” mengulang kata yang sama",
    "ENGLISH_WORD_REPEAT_BEGINNING_RULE": "Kalimat beruntun diawali kata yang sama",
    "HE_VERB_AGR": "Kata kerja tidak sesuai dengan subjek orang ketiga tunggal (he goes)",
    "IT_VBZ": "Kata kerja tidak sesuai dengan subjek it (it goes)",
    "MD_BASEFORM": "Sesudah kata bantu (can, will, must) dipakai kata kerja bentuk dasar",
    "NON3PRS_VERB": "Kata kerja tidak sesuai dengan subjek (they go, bukan they goes)",
    "PLURAL_VERB_AFTER_THIS": "Sesudah this dipakai kata kerja tunggal",
    "SUBJECT_VERB_AGREEMENT": "Kata kerja tidak sesuai dengan jumlah subjeknya",
    "THIS_NNS": "This mendahului kata benda tunggal, these kata benda jamak",
    "TO_NON_BASE": "Sesudah to dipakai kata kerja bentuk dasar",
    "MANY_NN": "Sesudah many dipakai kata benda jamak",
    "PREPOSITION_VERB": "Sesudah kata depan dipakai kata kerja berakhiran -ing",
    "BEEN_PART_AGREEMENT": "Sesudah be atau been dipakai bentuk lampau (held, bukan hold)",
    "HAVE_PART_AGREEMENT": "Sesudah have atau has dipakai bentuk lampau (done, bukan did)",
    "DID_BASEFORM": "Sesudah did dipakai kata kerja bentuk dasar",
}


def message_of_remark(remark: Remark, word: str, language: str) -> str:
    """The message of a remark on ``word`` in a passage of ``language``, without a full stop."""
    template = _UNKNOWN_WORD if remark.is_spelling else _MESSAGES.get(remark.rule, "")
    if not template:
        return remark.message.rstrip(".") or "LanguageTool meragukan bagian ini"
    return template.format(word=word, language=LANGUAGES.get(language, language))


PREFIX = "lt-"
"""The prefix of the ids of LanguageTool's rules."""
_MISSING = "-missing"
"""The suffix of the ids of our rules that mark the words beside a gap."""
_TEMPLATE = "{said} ({source})."
_OURS = frozenset({"typographical", "whitespace"})
"""Kinds of remarks that our own rules cover, in every language."""
_OF_FRAGMENTS = frozenset({"UPPERCASE_SENTENCE_START", "EN_UNPAIRED_QUOTES", "SENTENCE_FRAGMENT"})
"""Rules about whole sentences; speech may begin in the middle of a sentence."""
_UNSURE = ("COMMA_COMPOUND_SENTENCE",)
"""Prefixes of rules that report much that editors accept; a newsroom may switch them on."""
_GRAVE = frozenset({"misspelling", "grammar"})
_PREFERRED = {"en": "en-US", "de": "de-DE"}
"""The variant in which a language is checked, where the server has it."""


class RemarkCache:
    """Caches the remarks on language spans; thread-safe."""

    def __init__(self, most: int = REMEMBERED_PARAGRAPHS) -> None:
        self._most = most
        self._said: OrderedDict[tuple[str, str], tuple[Remark, ...]] = OrderedDict()
        self._lock = Lock()

    def of(self, stretch: LanguageSpan) -> tuple[Remark, ...] | None:
        """The remarks on a span; None where nobody has asked about it yet."""
        key = stretch.language, stretch.text
        with self._lock:
            if key in self._said:
                self._said.move_to_end(key)
            return self._said.get(key)

    def keep(self, stretch: LanguageSpan, remarks: tuple[Remark, ...]) -> None:
        """Store the remarks on a span; the least recently used span is dropped."""
        with self._lock:
            self._said[stretch.language, stretch.text] = remarks
            if len(self._said) > self._most:
                self._said.popitem(last=False)


class SecondOpinionReview(NamedTuple):
    """The findings of a second opinion on a release, as far as it has been asked.

    ``missing`` are the passages that have not been asked about. ``withheld`` is one sentence that
    says why they must not be sent, or ''.
    """

    findings: tuple[Finding, ...]
    missing: tuple[LanguageSpan, ...] = ()
    withheld: str = ""


class SecondOpinion:
    """Makes findings from cached remarks; it sends nothing itself.

    ``place`` is the server to which passages are sent, '' where they stay on this computer. With
    ``reads_indonesian`` the Indonesian copy is reviewed too.
    """

    def __init__(
        self,
        house: HouseStyle,
        lexicon: Lexicon,
        answers: RemarkCache,
        *,
        place: str = "",
        reads_indonesian: bool = False,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._house = house
        self._lexicon = lexicon
        self._answers = answers
        self._place = place
        self._reads_indonesian = reads_indonesian
        self._now = now
        self._asked_about = lru_cache(maxsize=REMEMBERED_PARAGRAPHS)(self._stretches)

    def review(self, release: Release, frame: Frame, own: Sequence[Finding]) -> SecondOpinionReview:
        """Review a release; where findings overlap, our ``own`` take precedence.

        The findings are in the order of the text, without those that release or newsroom ignores or
        has switched off.
        """
        found: list[Finding] = []
        missing: list[LanguageSpan] = []
        paragraphs: list[ParagraphContext] = []
        for part in frame.parts:
            paragraph, stretches = self._asked_about(part.paragraph.text, part.role, part.copy)
            paragraphs.append(paragraph)
            for stretch in stretches:
                remarks = self._answers.of(stretch)
                if remarks is None:
                    missing.append(stretch)
                else:
                    found += self._findings(paragraph, stretch, remarks, part.paragraph.start)
        kept = without_ignored(without_repeats(found, own), release, self._house.ignores)
        if missing and self._place and self._is_confidential(release, paragraphs):
            withheld = f"Rilis ini diembargo, jadi tidak dikirim ke LanguageTool di {self._place}."
            return SecondOpinionReview(tuple(kept), (), withheld)
        return SecondOpinionReview(tuple(kept), tuple(missing))

    def _is_confidential(self, release: Release, paragraphs: Sequence[ParagraphContext]) -> bool:
        """Whether an embargo holds, or the copy itself says that it is not yet public.

        This is judged from the copy and not from our findings: a mark whose finding is ignored, or
        whose rule is off, still keeps the copy on this computer.
        """
        return release.details.is_under_embargo(self._now()) or any(map(is_off_record, paragraphs))

    def _stretches(
        self, text: str, role: Role, copy: Span
    ) -> tuple[ParagraphContext, tuple[LanguageSpan, ...]]:
        paragraph = ParagraphContext(text, role, copy, self._house, self._lexicon)
        found = foreign_spans(paragraph)
        if self._reads_indonesian:
            rest = indonesian_span(paragraph, found)
            return paragraph, (*found, rest) if rest is not None else found
        return paragraph, found

    def _findings(
        self,
        paragraph: ParagraphContext,
        stretch: LanguageSpan,
        remarks: Sequence[Remark],
        offset: int,
    ) -> Iterator[Finding]:
        source = "LanguageTool" + (f" di {self._place}" if self._place else "")
        for remark in remarks:
            start, end = remark.start + stretch.start, remark.end + stretch.start
            word = paragraph.text[start:end]
            severity = self._severity(remark)
            if (
                severity is None
                or paragraph.in_link(start, end)
                or "\n" in word
                or not word.strip()
            ):
                continue
            if self._is_known(remark, stretch):
                continue
            fixes = [
                replacement_fix(paragraph.text, start, end, new, Safety.OFFERED)
                for new in remark.proposals
                if new != word
            ]
            yield Finding(
                PREFIX + remark.rule,
                severity,
                start,
                end,
                word,
                _TEMPLATE,
                {"said": message_of_remark(remark, word, stretch.language), "source": source},
                tuple(fixes),
            ).shifted(offset)

    def _severity(self, remark: Remark) -> Severity | None:
        """The newsroom's severity, else ours; None where our own rules cover the matter or it is
        off."""
        chosen = self._house.severities
        if PREFIX + remark.rule in chosen:
            return chosen[PREFIX + remark.rule]
        if remark.kind in _OURS or remark.rule in _OF_FRAGMENTS or remark.is_of_variant:
            return None
        if remark.rule.startswith(_UNSURE):
            return None
        return Severity.WARNING if remark.kind in _GRAVE else Severity.SUGGESTION

    def _is_known(self, remark: Remark, stretch: LanguageSpan) -> bool:
        """Whether a word that LanguageTool does not know is a name, a code or in our lexicon."""
        if not remark.is_spelling:
            return False
        found = words(stretch.text, remark.start, remark.end)
        return not found or all(self._is_ours(word, stretch) for word in found)

    def _is_ours(self, word: Word, stretch: LanguageSpan) -> bool:
        if not word.text.isalpha() or not word.text.islower():
            begins = not stretch.text[: word.start].strip(" \"“'‘(")
            if not (begins and word.text[1:].islower() and stretch.language != INDONESIAN):
                return True
        return self._lexicon.speller.knows(word.folded)


def without_repeats(found: Sequence[Finding], own: Sequence[Finding]) -> list[Finding]:
    """``found`` without findings that overlap one of ``own`` or an earlier one of ``found``.

    Own findings about a whole sentence, or about something missing beside a word, do not count:
    they say nothing about the words they cover.
    """
    taken = [
        finding
        for finding in own
        if len(finding.text) <= LONGEST_WORD_FINDING and not finding.rule.endswith(_MISSING)
    ]
    kept: list[Finding] = []
    for finding in sorted(found, key=lambda p: (p.start, p.end, p.rule)):
        if not any(other.start < finding.end and finding.start < other.end for other in taken):
            kept.append(finding)
            taken.append(finding)
    return kept


def ask_opinion(stretch: LanguageSpan, opinion: Opinion) -> tuple[Remark, ...]:
    """Ask ``opinion`` about a span; returns nothing where it does not support the language.

    Raises ``OpinionError``.
    """
    codes = opinion.languages()
    preferred = _PREFERRED.get(stretch.language, stretch.language)
    code = preferred if preferred in codes else stretch.language
    return opinion.remarks(stretch.text, code) if code in codes else ()
