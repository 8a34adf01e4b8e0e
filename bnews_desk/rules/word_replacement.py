"""Turns rows of word lists into matches; names are left alone, case is kept."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import Role
from bnews_desk.lexicon.word_lists import ListMatch
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import RuleMatch, replacement_fix
from bnews_desk.text import Word, keep_case

_SMALL = frozenset({"di", "ke", "dari", "pun", "per", "dan", "untuk", "yang"})
"""Words that are lower-case in a headline unless they come first."""
_TITLE_WORDS = 40
"""Number of words after which a headline certainly is or is not in title case."""
_FOREIGN = Pattern(
    r"[qx]|ck|ee|oo|sh|th|ph|gh|ll|ss|tt|ff|pp|rr|cc|tion|[^aeou]y$|ing$|ed$|ose$|ide$"
    r"|[lr][mt]$|[^aeiou]le$|^(?:as|axis|cash|door|equity|focus|flight|food|human|line|live|media"
    r"|metal|profit|purpose|red|retail|slim|stop|sunt|tax|user|violence|wide)$"
)
"""Letter groups that are very rare in Indonesian words."""

_LAW = Pattern(r"[\"“(]?(?:Pasal|Ayat) \(?\d")


def looks_foreign(folded: str) -> bool:
    """Whether a word hardly looks Indonesian: ``performing``, ``processed``, ``equity``.

    This is a guess and may only be used to stay silent, never to report a finding.
    """
    return _FOREIGN.search(folded) is not None


def listed_matches(paragraph: ParagraphContext, rule: str) -> Iterator[ListMatch]:
    """The rows that ``rule`` reports in a paragraph, including names, in order.

    A row of any rule hides shorter ones at its place. Parts of identifiers (``data_resiko``) and of
    words cut at a hyphen (``-resiko``) are left out.
    """
    for match in paragraph.listed.get(rule, ()):
        if stands_alone(paragraph.text, match.start, match.end):
            yield match


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a stretch has no hyphen before it and no underscore on either side."""
    return text[start - 1 : start] not in ("-", "_") and text[end : end + 1] != "_"


def is_part_of_name(paragraph: ParagraphContext, match: ListMatch) -> bool:
    """Whether a capital inside the sentence shows that a match is part of a name.

    False where the replacement has a capital too (``Ramadhan``), and for a newsroom's own pair that
    is written with one.
    """
    entry = match.entry
    if entry.brings_capital and entry.replacements[0][:1].isupper():
        return False
    if entry.is_own and entry.form != entry.form.lower():
        return False
    first, *others = paragraph.words[match.first : match.last + 1]
    if paragraph.is_capitalised_inside(first):
        return True
    return not entry.brings_capital and any(
        paragraph.is_capitalised_inside(word) and word.folded != "allah" for word in others
    )


def quotes_law(paragraph: ParagraphContext) -> bool:
    """Whether a paragraph quotes a law: it opens with ``Pasal 12`` or ``"Ayat (2)``."""
    return _LAW.match(paragraph.text, paragraph.copy.start) is not None


def is_in_capitalised_run(paragraph: ParagraphContext, first: int, last: int) -> bool:
    """Whether the words from ``first`` to ``last`` and a word beside them are capitalised.

    ``Apotik Kimia Farma`` at the start of a sentence may be a name; ``Apotik itu`` is not.
    """
    if not paragraph.words[first].text[:1].isupper():
        return False
    return _has_capital_beside(paragraph, first - 1, first) or _has_capital_beside(
        paragraph, last + 1, last
    )


def _has_capital_beside(paragraph: ParagraphContext, at: int, beside: int) -> bool:
    if not 0 <= at < len(paragraph.words):
        return False
    word, other = sorted((paragraph.words[at], paragraph.words[beside]))
    gap = paragraph.text[word.end : other.start]
    return paragraph.words[at].text[:1].isupper() and gap.isspace()


def replacement_safety(
    paragraph: ParagraphContext, match: ListMatch, *, may_be_name: bool = True
) -> Safety:
    """Whether a row's replacement is safe at its place.

    It is not safe in a headline, where capitals tell nothing, in an all-capital word, or where the
    row is offered; nor, unless ``may_be_name`` is False, in a run of capitalised words.
    """
    text = paragraph.text[match.start : match.end]
    own = match.entry.is_own and text == match.entry.form
    if match.entry.is_offered or paragraph.role is Role.HEADLINE:
        return Safety.OFFERED
    if not own and len(text) > 1 and text.isupper():
        return Safety.OFFERED
    if may_be_name and not own and is_in_capitalised_run(paragraph, match.first, match.last):
        return Safety.OFFERED
    return Safety.SAFE


def fit_case(paragraph: ParagraphContext, start: int, end: int, right: str) -> str:
    """``right`` in the case of the words it replaces; in title case where the headline has it."""
    text = paragraph.text[start:end]
    new = keep_case(text, right)
    if text[:1].isupper() and new[:1].islower():
        new = new[:1].upper() + new[1:]
    if paragraph.role is not Role.HEADLINE or new.isupper() or not text[:1].isupper():
        return new
    return _titled(new, is_first=start == _first_start(paragraph)) if _is_title(paragraph) else new


def _is_title(paragraph: ParagraphContext) -> bool:
    opening = paragraph.words[:_TITLE_WORDS]
    capitals = sum(1 for word in opening if word.text[:1].isupper())
    return capitals > 1 and capitals * 2 > len(opening)


def _first_start(paragraph: ParagraphContext) -> int:
    first: Word = paragraph.words[0]
    return first.start


def _titled(text: str, *, is_first: bool) -> str:
    parts = text.split(" ")
    titled = [part.lower() if part.lower() in _SMALL else _capitalised(part) for part in parts]
    if is_first:
        titled[0] = titled[0][:1].upper() + titled[0][1:]
    return " ".join(titled)


def _capitalised(part: str) -> str:
    """A word capitalised for a title; a reduplication gets two capitals: *Anak-Anak*."""
    half, hyphen, other = part.partition("-")
    if hyphen and half.casefold() == other.casefold():
        return f"{half[:1].upper()}{half[1:]}-{other[:1].upper()}{other[1:]}"
    return part[:1].upper() + part[1:]


def replacement_match(
    paragraph: ParagraphContext,
    start: int,
    end: int,
    right: str,
    *,
    is_safe: bool = True,
    severity: Severity | None = None,
    message: str = "",
) -> RuleMatch:
    """A match that replaces a stretch by ``right``, in the case of the text.

    In a headline the fix is only offered. The message's values are ``text`` and ``right``.
    """
    safe = is_safe and paragraph.role is not Role.HEADLINE
    safety = Safety.SAFE if safe else Safety.OFFERED
    fix = replacement_fix(
        paragraph.text, start, end, fit_case(paragraph, start, end, right), safety
    )
    values = {"text": paragraph.text[start:end], "right": right}
    return RuleMatch(start, end, values, (fix,), severity, message)


def gap_is_space(paragraph: ParagraphContext, first: Word, second: Word) -> bool:
    """Whether only white space separates two words, and neither is joined to something else."""
    gap = paragraph.text[first.end : second.start]
    return gap.isspace() and stands_alone(paragraph.text, first.start, second.end)


def list_replacement(
    paragraph: ParagraphContext,
    match: ListMatch,
    safety: Safety,
    *,
    severity: Severity | None = None,
    message: str = "",
) -> RuleMatch | None:
    """A match for a row; None where the text already is as the row wants it.

    The message's values are ``text``, the words found, and ``right``, the list's replacements.
    """
    text = paragraph.text[match.start : match.end]
    own = match.entry.is_own and text == match.entry.form
    news = [
        right if own else fit_case(paragraph, match.start, match.end, right)
        for right in match.rights
    ]
    fixes = tuple(
        replacement_fix(paragraph.text, match.start, match.end, new, safety)
        for new in dict.fromkeys(news)
        if new != text
    )
    if not fixes or text in news:
        return None
    values = {"text": text, "right": "” atau “".join(match.rights)}
    return RuleMatch(match.start, match.end, values, fixes, severity, message)
