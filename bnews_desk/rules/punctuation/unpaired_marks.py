"""Quotation marks and brackets without a partner: D05, D06."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY, COPY_AND_HEADLINE, Role
from bnews_desk.lexicon.attribution_verbs import attribution_verbs
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.punctuation.quote_tokens import (
    NO_QUOTES,
    MarkShape,
    QuotePairs,
    QuoteToken,
    quote_pairs,
)
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, ReleaseRule, RuleMatch

_MOST_PARAGRAPHS = 8
"""A quotation that was opened once should close within this many paragraphs."""


def _lonely_quotes(context: ReleaseContext) -> Iterator[RuleMatch]:
    paragraphs = context.paragraphs
    closing_due: dict[int, int] = {}
    for index, paragraph, found in context.collected(_lacking_a_mark):
        if found is None:
            continue
        mark = found.unmatched[0]
        at = context.frame.parts[index].paragraph.start
        if mark.start == closing_due.pop(index, -1):
            continue
        following = _next_copy(paragraphs, index)
        if len(found.unmatched) == 1 and _goes_on(paragraph, mark, following):
            continue
        if following is None and not context.is_finished and mark.look is not MarkShape.CLOSING:
            continue
        later = _closed_later(paragraphs, index, mark)
        if later is None:
            yield RuleMatch(at + mark.start, at + mark.end)
            continue
        closing_due[later[0]] = later[1]
        severity = Severity.SUGGESTION
        yield RuleMatch(at + mark.start, at + mark.end, severity=severity, message="later")


def _lacking_a_mark(paragraph: ParagraphContext) -> QuotePairs | None:
    """The marks of a paragraph in which one is certainly missing, else None."""
    if paragraph.role not in COPY_AND_HEADLINE:
        return None
    found = quote_pairs(paragraph)
    if not found.unmatched or (found.is_odd and found.is_doubtful):
        return None
    return found if found.is_odd or found.hides_loss else None


def _next_copy(paragraphs: Sequence[ParagraphContext], index: int) -> ParagraphContext | None:
    """The next paragraph of running text; related and empty lines do not count."""
    for paragraph in paragraphs[index + 1 :]:
        if paragraph.role in COPY:
            return paragraph
        if paragraph.role not in (Role.RELATED, Role.BLANK):
            return None
    return None


def _closed_later(
    paragraphs: Sequence[ParagraphContext], index: int, mark: QuoteToken
) -> tuple[int, int] | None:
    """The paragraph and position of the mark that closes a quotation of several paragraphs, or
    None.

    The quotation must open a paragraph, and the next unpaired mark must end one or precede a
    speaker.
    """
    paragraph = paragraphs[index]
    if mark.look is MarkShape.CLOSING or paragraph.text[paragraph.copy.start : mark.start].strip():
        return None
    for later in range(index + 1, min(len(paragraphs), index + 1 + _MOST_PARAGRAPHS)):
        found = quote_pairs(paragraphs[later]) if paragraphs[later].role in COPY else NO_QUOTES
        if not found.unmatched:
            continue
        last = found.unmatched[0]
        if len(found.unmatched) > 1 or last.look is not MarkShape.CLOSING:
            return None
        text, end = paragraphs[later].text, paragraphs[later].copy.end
        is_end = not text[last.end : end].strip(" .,")
        is_said = attribution_verbs().stands_at(text, _skip(text, last.end, end), end)
        return (later, last.start) if is_end or is_said else None
    return None


def _skip(text: str, at: int, end: int) -> int:
    """The position where words continue after a mark, past spaces and a comma."""
    while at < end and (text[at].isspace() or text[at] == ","):
        at += 1
    return at


def _goes_on(
    paragraph: ParagraphContext, mark: QuoteToken, following: ParagraphContext | None
) -> bool:
    """Whether speech continues in the next paragraph, which opens it again."""
    if following is None or mark.look is MarkShape.CLOSING or paragraph.role is Role.HEADLINE:
        return False
    start, end = following.copy
    return (
        following.text[start : min(end, start + 4)]
        .lstrip()
        .startswith(('"', "“", "”", "„", "«", "''", "‘‘", "``"))
    )


QUOTE_UNBALANCED = ReleaseRule(
    code="D05",
    id="quote-unbalanced",
    name="Petik tidak berpasangan",
    severity=Severity.ERROR,
    safety=Safety.NONE,
    why="Tanda petik belum berpasangan di paragraf ini.",
    other_messages={
        "later": "Kutipan ini baru ditutup di paragraf lain; buka lagi dengan tanda petik di awal"
        " setiap paragraf."
    },
    source="EYD V, Tanda Petik 1",
    check=_lonely_quotes,
    bad=(
        Example('"Kami siap, ujar Rini.'),
        Example('Kami siap," ujar Rini.'),
        Example("“Kami siap, ujar Rini."),
        Example('\n"Kami siap.\nWarga lalu pulang.'),
        Example("“Kami siap, ujar Rini. “Kami juga siap, ujar Budi."),
        Example('\n"Isi unggahan itu panjang.\nWarga diminta mendaftar sekarang."\nItu hoaks.'),
    ),
    good=(
        '"Kami siap," ujar Rini.',
        "“Kami siap,” ujar Rini.",
        '\n"Kami siap membantu warga.\n"Kami juga siap," ujar Rini.',
        '\n"Kami siap membantu.\nBaca juga: Judul Lain\n"Kami juga siap," ujar Rini.',
        'Layar 21" itu dipasang di balai desa.',
        'Layar 21" itu "baru".',
        "Kota itu pada 7°58'20\" lintang selatan.",
        '"Layar 42" itu baru," ujar Rini.',
        "Sensor 1/1.5” dipasang, Citro«n lewat.",
        "Salat Jum'at dan Al-Qur'an.",
    ),
)

_BRACKET = Pattern(r"[()\[\]]")
_LIST_MARKER = Pattern(r"(?<![\w(\[])(?:[a-zA-Z]|\d{1,3}|[ivxIVX]{1,5})\.?$")
_SMILEY_EYES = frozenset(":;=")
_PARTNER = {")": "(", "]": "["}


def _lonely_brackets(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text, (start, end) = paragraph.text, paragraph.copy
    opened: dict[str, list[int]] = {"(": [], "[": []}
    lonely: list[int] = []
    for match in _BRACKET.finditer(text, start, end):
        at, char = match.start(), match.group()
        if char in opened:
            if not _is_smiley(text, at, start):
                opened[char].append(at)
        elif opened[_PARTNER[char]]:
            opened[_PARTNER[char]].pop()
        elif not _is_smiley(text, at, start) and not _is_list_marker(text, at, start, end):
            lonely.append(at)
    lonely += [at for places in opened.values() for at in places]
    at = min(lonely, default=end)
    if at < end and not _opens_frame(text, at, end):
        yield RuleMatch(at, at + 1)


def _is_smiley(text: str, at: int, start: int) -> bool:
    before = at - 2 if at - 1 > start and text[at - 1] in "-'_o" else at - 1
    return (
        text[at] in "()"
        and before >= start
        and text[before] in _SMILEY_EYES
        and (before == start or text[before - 1].isspace())
    )


def _is_list_marker(text: str, at: int, start: int, end: int) -> bool:
    """Whether it is a list marker, ``a)``, ``1)``, ``iv)``, before a word, or the footnote's
    ``*)``."""
    if text[at - 1 : at] == "*":
        return True
    if at + 1 < end and not (
        text[at + 1].isspace() or text[at + 1].isalnum() or text[at + 1] == "."
    ):
        return False
    return _LIST_MARKER.search(text[max(start, at - 8) : at]) is not None


def _opens_frame(text: str, at: int, end: int) -> bool:
    """Whether a bracket belongs to a part of the house frame that is not in the copy."""
    return end < len(text) and not text[at + 1 : end].strip(" *_")


BRACKET_UNBALANCED = ParagraphRule(
    code="D06",
    id="bracket-unbalanced",
    name="Kurung tidak berpasangan",
    severity=Severity.ERROR,
    safety=Safety.NONE,
    why="Tanda kurung belum berpasangan di paragraf ini.",
    source="EYD V, Tanda Kurung",
    roles=COPY_AND_HEADLINE,
    check=_lonely_brackets,
    needs=Needs(texts=("(", ")", "[", "]")),
    bad=(
        Example("Badan Pusat Statistik (BPS siap membantu."),
        Example("Badan Pusat Statistik BPS) siap membantu."),
        Example("Badan Pusat Statistik (BPS)) siap membantu."),
        Example('"Ia [Bupati siap," ujar Rini.'),
    ),
    good=(
        "Badan Perencanaan (Bappedalitbang) hadir.",
        "Syaratnya a) KTP, b) KK, dan 3) ijazah.",
        "1) Fotokopi KTP",
        "*) Rini adalah pengamat.",
        "Rute a). Warga lewat.",
        'Simak "Video Warga":[Gambas:Video 20detik]',
        "iv) Surat keterangan",
        "Terima kasih :) sampai jumpa ;-) lagi :(",
        '"Ia [Bupati] siap," ujar Rini.',
    ),
)

RULES = (QUOTE_UNBALANCED, BRACKET_UNBALANCED)
