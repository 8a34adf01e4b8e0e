"""The shape of quotation marks and the spaces next to them: D07, D08."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE
from bnews_desk.release import Edit
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.punctuation.quote_tokens import (
    STRAIGHT,
    MarkShape,
    QuoteToken,
    quote_pairs,
)
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch

_CURLY = ("“", "”")


def _foreign_marks(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    is_curly = paragraph.house.quote_marks == "curly"
    opening, closing = _CURLY if is_curly else (STRAIGHT, STRAIGHT)
    message = "curly" if is_curly else ""
    found = quote_pairs(paragraph)
    for opened, closed in found.pairs:
        edits = [
            Edit(token.start, token.end, token.mark, wanted)
            for token, wanted in ((opened, opening), (closed, closing))
            if token.mark != wanted
        ]
        if edits:
            fix = Fix(Safety.SAFE, f"Ganti dengan {opening}…{closing}", tuple(edits))
            yield RuleMatch(edits[0].start, edits[0].end, fixes=(fix,), message=message)
    hides_loss = found.hides_loss
    for token in found.unmatched:
        wanted = _wanted_alone(token, is_curly=is_curly)
        if wanted != token.mark:
            edit = Edit(token.start, token.end, token.mark, wanted)
            fix = Fix(
                _safety_alone(token, hides_loss=hides_loss), f"Ganti dengan {wanted}", (edit,)
            )
            yield RuleMatch(token.start, token.end, fixes=(fix,), message=message)


def _wanted_alone(token: QuoteToken, *, is_curly: bool) -> str:
    """The house's form of an unpaired mark; unchanged where its direction is unknown."""
    if not is_curly:
        return STRAIGHT
    if token.look is MarkShape.EITHER:
        return token.mark
    return _CURLY[token.look is MarkShape.CLOSING]


def _safety_alone(token: QuoteToken, *, hides_loss: bool) -> Safety:
    """The safety for an unpaired mark: straight marks must not hide that two partners are
    missing."""
    return Safety.OFFERED if hides_loss or len(token.mark) > 1 else Safety.SAFE


QUOTE_STYLE = ParagraphRule(
    code="D07",
    id="quote-style",
    name="Bentuk tanda petik",
    severity=Severity.WARNING,
    safety=Safety.SAFE,
    why='Gaya selingkung memakai tanda petik lurus (").',
    other_messages={"curly": "Gaya selingkung memakai tanda petik lengkung (“ ”)."},
    source="gaya selingkung",
    roles=COPY_AND_HEADLINE,
    check=_foreign_marks,
    bad=(
        Example("“Kita semua siap membantu,” ujarnya.", '"Kita semua siap membantu," ujarnya.'),
        Example("„Kita semua siap,‟ ujarnya.", '"Kita semua siap," ujarnya.'),
        Example("«Kita semua siap,» ujarnya.", '"Kita semua siap," ujarnya.'),
        Example("‘‘Kita semua siap,’’ ujarnya.", '"Kita semua siap," ujarnya.'),
        Example("''Kita semua siap,'' ujarnya.", '"Kita semua siap," ujarnya.'),
        Example("``Kita semua siap,'' ujarnya.", '"Kita semua siap," ujarnya.'),
        Example("´´Kita semua siap,´´ ujarnya.", '"Kita semua siap," ujarnya.'),
        Example("”Kita semua siap,” ujarnya.", '"Kita semua siap," ujarnya.'),
        Example('“Kita semua siap," ujarnya.', '"Kita semua siap," ujarnya.'),
        Example("Program “Jaga Sungai” Dimulai\nIsi.", 'Program "Jaga Sungai" Dimulai\nIsi.'),
    ),
    good=(
        '"Kita semua siap," ujarnya.',
        "Warga membaca Al-Qur'an dan Al-Qur’an pada hari Jum’at.",
        "Kata ‘siap’ dan 'siap' tetap.",
        "Kota itu pada 7°58'20'' lintang selatan.",
        "\nIsi berita.\nBaca juga: Program “Jaga Sungai” Dimulai\nIsi lagi.",
    ),
)

_SUFFIXES = frozenset("nya an kan i ku mu lah kah pun s".split())
_PREFIXES = frozenset(
    "di ke me mem men meng meny ber ter se pe pem pen peng per non anti pra pasca antar ng nge"
    " te ny".split()
)
_MAX_AFFIX = 6
_MARKS_BEFORE = frozenset(",.;:!?)]%")


def _misplaced_spaces(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    found = quote_pairs(paragraph)
    if found.is_sure:
        for opened, closed in found.pairs:
            if paragraph.text[opened.end : closed.start].strip():
                yield from _beside_opening(paragraph, opened)
                yield from _beside_closing(paragraph, closed)
        return
    for token in found.unmatched:
        before = paragraph.text[token.start - 1 : token.start]
        if token.look is MarkShape.CLOSING and before.isspace():
            yield from _beside_closing(paragraph, token)


def _beside_opening(paragraph: ParagraphContext, token: QuoteToken) -> Iterator[RuleMatch]:
    text, start = paragraph.text, paragraph.copy.start
    inside = token.end
    while text[inside].isspace():
        inside += 1
    before = text[token.start - 1] if token.start > start else " "
    is_tight = before.isalnum() or before in _MARKS_BEFORE
    if is_tight and before.isalpha() and _word_before(text, token.start, start) in _PREFIXES:
        return
    first = token.start - 1 if is_tight else token.start
    edits = []
    if is_tight:
        edits.append(Edit(token.start, token.start, "", " "))
    if inside > token.end:
        edits.append(Edit(token.end, inside, text[token.end : inside], ""))
    if edits:
        yield _match(first, inside if inside > token.end else token.end + 1, edits)


def _beside_closing(paragraph: ParagraphContext, token: QuoteToken) -> Iterator[RuleMatch]:
    text, (start, end) = paragraph.text, paragraph.copy
    inside = token.start
    while inside > start and text[inside - 1].isspace():
        inside -= 1
    behind = text[token.end] if token.end < end else " "
    is_tight = behind.isalnum() or behind in "(["
    if is_tight and behind.isalpha() and _word_behind(text, token.end, end) in _SUFFIXES:
        return
    edits = []
    if inside < token.start:
        edits.append(Edit(inside, token.start, text[inside : token.start], ""))
    if is_tight:
        edits.append(Edit(token.end, token.end, "", " "))
    if edits:
        first = inside if inside < token.start else token.start - 1
        yield _match(first, token.end + is_tight, edits)


def _match(first: int, last: int, edits: list[Edit]) -> RuleMatch:
    removes = any(edit.old for edit in edits)
    label = "Hapus spasi" if removes else "Tambahkan spasi"
    fix = Fix(Safety.SAFE, label, tuple(edits))
    return RuleMatch(first, last, fixes=(fix,), message="" if removes else "outside")


def _word_before(text: str, at: int, start: int) -> str:
    first = at
    while first > max(start, at - _MAX_AFFIX - 1) and text[first - 1].isalpha():
        first -= 1
    return text[first:at].casefold()


def _word_behind(text: str, at: int, end: int) -> str:
    last = at
    while last < min(end, at + _MAX_AFFIX + 1) and text[last].isalpha():
        last += 1
    return text[at:last].casefold()


QUOTE_SPACE = ParagraphRule(
    code="D08",
    id="quote-space",
    name="Spasi di tanda petik",
    severity=Severity.ERROR,
    safety=Safety.SAFE,
    why="Tidak ada spasi di dalam tanda petik.",
    other_messages={"outside": "Tambahkan spasi di luar tanda petik."},
    source="tata tulis umum",
    roles=COPY_AND_HEADLINE,
    check=_misplaced_spaces,
    bad=(
        Example('" Kita semua siap membantu, " ujarnya.', '"Kita semua siap membantu," ujarnya.'),
        Example("Dananya Rp10.000.000, “ jelasnya.", "Dananya Rp10.000.000,“ jelasnya."),
        Example('Ia berkata,"Kita siap membantu."', 'Ia berkata, "Kita siap membantu."'),
        Example('Ia menyebut"Kita siap" kepada warga.', 'Ia menyebut "Kita siap" kepada warga.'),
        Example('"Kita siap membantu,"ujarnya.', '"Kita siap membantu," ujarnya.'),
        Example('"Kita siap membantu, "ujarnya.', '"Kita siap membantu," ujarnya.'),
        Example(
            '"Kita siap membantu," kata Rini. "Kami juga. "',
            '"Kita siap membantu," kata Rini. "Kami juga."',
        ),
    ),
    good=(
        'Visi "Indonesia Emas" yang diusung RPJPN.',
        '"Kita siap membantu," ujarnya. "Semua siap."',
        'Program ("Jaga Sungai") dan "siap"-nya warga.',
        'Ia di"bully" dan "di-like"nya ramai.',
        'Kami siap" ujar Rini. "Kami juga siap.',
        'Layar 21" itu "baru".',
    ),
)

RULES = (QUOTE_STYLE, QUOTE_SPACE)
