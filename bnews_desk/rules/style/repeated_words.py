"""A word typed twice in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.text import Word

_SURE = frozenset({"di", "ke", "dari", "yang", "dan", "pada", "untuk", "dengan", "adalah", "akan"})
"""Words that are never repeated on purpose."""
_NUMBER_WORDS = frozenset(
    {"nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"}
    | {"puluh", "ratus", "ribu", "juta", "miliar", "triliun", "kosong"}
)
_SOUNDS = frozenset(
    {"ha", "he", "hi", "ho", "hu", "hah", "heh", "la", "na", "da", "ya", "yes", "no", "bla", "wow"}
    | {"tok", "tik", "dor", "boom", "bye", "tut", "cha", "go", "so", "very", "that", "had", "nya"}
    | {"knock", "toc", "hey", "oh", "ah", "eh", "yeah", "ding", "dong", "ting", "ra", "aduh"}
)
"""Exclamations, songs and foreign words that are rightly repeated."""
_LOCAL = frozenset({"alon"})
"""Javanese words that are rightly repeated."""
_SINGLE = frozenset(
    {"dalam", "para", "bukan", "belum", "kalau", "tahun", "oleh", "itu", "ini", "atau", "juga"}
    | {"sudah", "telah", "tidak", "ada", "bisa", "karena", "agar", "saat", "mantan", "hanya"}
    | {"per", "sejak", "hingga", "bagi", "antara", "serta", "saja", "lebih", "event", "kasus"}
    | {"harus", "dapat", "saya", "kami", "kita", "mereka", "ia", "dia", "akibat", "secara"}
)
"""Short words that are seldom repeated on purpose."""
_AFFIXED = ("me", "di", "ber", "ter", "pe", "se", "ke")


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    found = paragraph.words
    at = 1
    while at < len(found):
        if found[at].folded != found[at - 1].folded:
            at += 1
            continue
        last = at
        while last + 1 < len(found) and found[last + 1].folded == found[at].folded:
            last += 1
        match = _repeated(paragraph, found[at - 1 : last + 1])
        if match is not None:
            yield match
        at = last + 1


def _repeated(paragraph: ParagraphContext, run: Sequence[Word]) -> RuleMatch | None:
    text, word = paragraph.text, run[0]
    start, end = word.start, run[-1].end
    if not all(text[a.end : b.start].isspace() for a, b in pairwise(run)) or not _counts(
        paragraph, run
    ):
        return None
    is_sure = word.folded in _SURE
    if not is_sure and paragraph.in_quotation(start, end):
        return None
    values = {"word": word.folded}
    safety = Safety.SAFE if is_sure else Safety.OFFERED
    once = replacement_fix(
        text, start, end, word.text, safety, f"Hapus pengulangan “{word.folded}”"
    )
    if is_sure or len(run) > 2 or "-" in word.text:
        return RuleMatch(start, end, values, (once,))
    doubled = replacement_fix(text, start, end, f"{word.text}-{run[1].text}", Safety.OFFERED)
    fixes: tuple[Fix, ...] = (doubled, once) if _may_double(word.folded) else (once, doubled)
    return RuleMatch(start, end, values, fixes)


def _counts(paragraph: ParagraphContext, run: Sequence[Word]) -> bool:
    """Whether a run may be an error: no number, name or exclamation, and not in capitals inside a
    sentence."""
    word = run[0]
    return (
        len(word.text) > 1
        and word.text[0].isalpha()
        and word.folded not in _NUMBER_WORDS
        and word.folded not in _SOUNDS
        and word.folded not in _LOCAL
        and not (len(run) == 2 and _lacks_a_hyphen(paragraph, word.folded))
        and all(w.text.islower() for w in run[1:])
        and not paragraph.is_capitalised_inside(word)
    )


def _lacks_a_hyphen(paragraph: ParagraphContext, folded: str) -> bool:
    """Whether a word is a reduplication without its hyphen, which C15 covers."""
    return f"{folded}-{folded}" in paragraph.lexicon.reduplications


def _may_double(word: str) -> bool:
    """Whether a word looks like a root, whose reduplication has a meaning: *cita-cita*."""
    return (
        word not in _SINGLE and len(word) <= 6 and not (len(word) > 5 and word.startswith(_AFFIXED))
    )


RULES = (
    ParagraphRule(
        code="E22",
        id="repeated-word",
        name="Kata berulang",
        severity=Severity.ERROR,
        safety=Safety.OFFERED,
        why="Kata “{word}” tertulis dua kali.",
        source="praktik penyuntingan",
        roles=COPY_AND_HEADLINE,
        check=_check,
        bad=(
            Example("Acara digelar di di Kanigoro.", "Acara digelar di Kanigoro."),
            Example("Warga yang yang hadir.", "Warga yang hadir."),
            Example("Warga membawa payung payung.", "Warga membawa payung-payung."),
            Example("Panitia menyiapkan menyiapkan panggung.", "Panitia menyiapkan panggung."),
            Example("Di di Kanigoro acara digelar.", "Di Kanigoro acara digelar."),
        ),
        good=(
            "Warga masing-masing pergi ke Gili Gili bersama Ayu Ting Ting.",
            "Kata yang-yang itu, di, di mana pun.",
            "Duran Duran dan Bora Bora kini ramai.",
            "Skornya satu satu, nomor 12 12 8.",
            '"Ya ya, jangan jangan dia lupa," katanya.',
            "Ia berjalan ke sana. Sana sini ramai.",
            "Ia berjalan pelan pelan melihat kupu kupu.",
            "Kami membagikannya kepada masing masing warga.",
        ),
    ),
)
