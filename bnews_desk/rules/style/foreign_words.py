"""Foreign words with an Indonesian equivalent."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.lexicon.word_lists import ListMatch, ListRow
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch, replacement_fix
from bnews_desk.text import fold, keep_case

_GLOSS = "saran saja: "
"""The prefix of a row's note that says how best to use the equivalent."""
_ENGLISH = frozenset(
    {"a", "an", "and", "are", "at", "by", "for", "from", "in", "is", "of", "on", "the", "to"}
    | {"with", "best", "big", "box", "chain", "channel", "conditions", "day", "dual", "first"}
    | {"free", "full", "game", "gaming", "grand", "launching", "live", "management", "manager"}
    | {"market", "new", "organizer", "physical", "price", "rate", "service", "shop", "shopping"}
    | {"side", "single", "smart", "special", "store", "team", "user", "volume", "wearable", "your"}
)
"""Beside one of these a term is part of a longer English expression."""
_OR = frozenset({"atau", "alias"})


def _check(context: ReleaseContext) -> Iterator[RuleMatch]:
    seen: set[str] = set()
    for number, paragraph, found in context.collected(_terms):
        for match in found:
            term = match.entry.form.casefold()
            if term not in seen:
                seen.add(term)
                yield _match(paragraph, match, context.frame.parts[number].paragraph.start)


def _terms(paragraph: ParagraphContext) -> tuple[ListMatch, ...]:
    """The foreign words of a paragraph that should be replaced or explained."""
    if paragraph.role not in COPY:
        return ()
    matches = paragraph.lexicon.foreign_words.matches(paragraph.words, paragraph.text)
    return tuple(match for match in matches if not _is_exempt(paragraph, match))


def _is_exempt(paragraph: ParagraphContext, match: ListMatch) -> bool:
    """Whether it is spoken, part of a name, linked, or explained beside it."""
    text = paragraph.text
    return (
        paragraph.in_quotation(match.start, match.end)
        or paragraph.in_link(match.start, match.end)
        or _is_in_name(paragraph, match)
        or _is_explained(text, match)
        or _is_beside_english(paragraph, match)
        or text[max(0, match.start - 1) : match.start] in {"-", "/", "'", "’", "‘"}
        or text[match.end : match.end + 1] in {"-", "/"}
    )


def _is_in_name(paragraph: ParagraphContext, match: ListMatch) -> bool:
    """Whether it is part of a name: *Blitar Smart City*, *Event Jazz Gunung*; not so *MoU*, which
    has capitals of its own."""
    text, found = paragraph.text, paragraph.words
    written = text[match.start : match.end]
    if written == match.entry.form and not written.islower():
        return False
    if written[1:] != written[1:].lower():
        return True
    if not written[0].isupper():
        return False
    if paragraph.is_capitalised_inside(found[match.first]):
        return True
    after = found[match.last + 1] if match.last + 1 < len(found) else None
    return after is not None and after.text[0].isupper() and text[match.end : after.start].isspace()


def _is_beside_english(paragraph: ParagraphContext, match: ListMatch) -> bool:
    found, text = paragraph.words, paragraph.text
    beside = []
    if match.first and text[found[match.first - 1].end : match.start].strip(" (") == "":
        beside.append(found[match.first - 1].folded)
    if match.last + 1 < len(found) and text[match.end : found[match.last + 1].start].isspace():
        beside.append(found[match.last + 1].folded)
    return any(word in _ENGLISH for word in beside)


def _is_explained(text: str, match: ListMatch) -> bool:
    """Whether the term is in brackets, or its equivalent is directly beside it."""
    before = text[max(0, match.start - 64) : match.start]
    behind = text[match.end : match.end + 64]
    if before.rstrip()[-1:] == "(" and behind.lstrip()[:1] in {")", ","}:
        return True
    near = fold(before)
    words_before = near.split()
    if words_before and words_before[-1] in _OR:
        return any(near[: -len(words_before[-1])].rstrip().endswith(e) for e in _plain(match.entry))
    following = fold(behind).lstrip("( ,")
    for joint in ("atau ", "alias "):
        following = following.removeprefix(joint)
    starts_aside = behind.lstrip()[:1] == "(" or fold(behind[:12]).startswith(tuple(_OR))
    return starts_aside and any(following.startswith(e) for e in _plain(match.entry))


def _plain(entry: ListRow) -> tuple[str, ...]:
    return tuple(fold(replacement.partition(" (")[0]) for replacement in entry.replacements)


def _match(paragraph: ParagraphContext, match: ListMatch, offset: int) -> RuleMatch:
    text = paragraph.text
    written = text[match.start : match.end]
    gloss = [note.removeprefix(_GLOSS) for note in match.entry.notes if note.startswith(_GLOSS)]
    fixes: tuple[Fix, ...] = tuple(
        replacement_fix(text, match.start, match.end, keep_case(written, new), Safety.OFFERED)
        for new in (*gloss, *match.entry.replacements)
    )
    said = "” atau “".join(match.entry.replacements)
    values = {"term": written[0].upper() + written[1:], "equivalent": said}
    return RuleMatch(
        match.start + offset,
        match.end + offset,
        values,
        tuple(fix.shifted(offset) for fix in fixes),
    )


RULES = (
    ReleaseRule(
        code="E21",
        id="foreign-word",
        name="Kata asing",
        severity=Severity.SUGGESTION,
        safety=Safety.OFFERED,
        why="“{term}” ada padanannya: “{equivalent}”.",
        source="KBBI; EYD V, Tanda Kurung 1",
        check=_check,
        bad=(
            Example("Warga me-launching produk itu.", "Warga meluncurkan produk itu."),
            Example(
                "Rapat melibatkan stakeholder terkait.",
                "Rapat melibatkan pemangku kepentingan terkait.",
            ),
            Example(
                "Emisi ditekan untuk mencapai net zero emission.",
                "Emisi ditekan untuk mencapai emisi nol bersih (net zero emission).",
            ),
            Example("Netizen ramai membahasnya.", "Warganet ramai membahasnya."),
            Example(
                "Kedua pihak meneken MoU kemarin.",
                "Kedua pihak meneken nota kesepahaman (MoU) kemarin.",
            ),
            Example(
                "\nPara netizen ramai.\nSebagian netizen diam.",
                "\nPara warganet ramai.\nSebagian netizen diam.",
            ),
        ),
        good=(
            "Ia terjerat pinjaman online dan judi online.",
            "Target kita emisi nol bersih (net zero emission).",
            "Warganet atau netizen ramai membahasnya.",
            "Para netizen (warganet) ramai membahasnya.",
            "Pemkot memamerkan Blitar Smart City dan Event Nusantara.",
            'Ia berkata, "Kita segera launching produk itu bulan depan."',
            'Acara itu disebut "launching" saja.',
            "Laman itu beralamat di event.com dan #launching.",
            "Event Jazz Gunung kembali digelar.",
        ),
    ),
)
