"""Acronyms with letters that do not match their long form (F04), and misspelt ones (F05)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.lexicon.near_names import slip_distance
from bnews_desk.lexicon.word_lists import read_rows
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.text import Word

_IN_BRACKETS = Pattern(r"(?<=\w) \((?P<acronym>[A-Z]{3,8})\)")
_SMALL = frozenset({"dan", "di", "ke", "dari", "untuk", "atas", "yang", "bagi", "serta"})
_LEAST_LETTERS = 9
"""Least length of a syllabic acronym of which another may be a misspelling."""
_LATER = "Tahap kedua: dikirim dalam keadaan mati."


def _check_letters(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    if " (" not in paragraph.text:
        return
    for m in _IN_BRACKETS.finditer(paragraph.text, *paragraph.copy):
        last = bisect_left(paragraph.words, m.start(), key=lambda word: word.start)
        form = _long_form(paragraph, paragraph.words[:last], m["acronym"])
        if form is None or form[0].text == m["acronym"]:
            continue
        long_form = paragraph.text[form[0].start : form[-1].end]
        values = {"acronym": m["acronym"], "form": long_form}
        yield RuleMatch(form[0].start, m.end(), values)


def _long_form(
    paragraph: ParagraphContext, before: Sequence[Word], acronym: str
) -> list[Word] | None:
    """The capitalised words before an acronym, if all but one of its letters begin them, or
    None."""
    form: list[Word] = []
    capitals = 0
    for word in reversed(before):
        if form and paragraph.text[word.end : form[0].start] != " ":
            break
        if not (word.text[0].isupper() or word.folded in _SMALL):
            break
        form.insert(0, word)
        capitals += word.text[0].isupper()
        if capitals == len(acronym):
            break
    if capitals != len(acronym) or not form[0].text[0].isupper():
        return None
    initials = [word.text[0] for word in form if word.text[0].isupper()]
    large = [word for word in form if word.text[0].isupper()]
    wrong = [(w, b) for w, b in zip(large, acronym, strict=True) if w.text[0] != b]
    if any(word.text == "Tbk" for word in large):
        return None
    is_one_off = (
        len(wrong) == 1
        and initials[0] == acronym[0]
        and wrong[0][1].casefold() not in wrong[0][0].folded
    )
    is_swapped = len(wrong) == 2 and sorted(initials) == sorted(acronym)
    return form if is_one_off or is_swapped else None


_OTHERS = frozenset({"Kepmendagri", "Permendagri", "Forkopimko"})
"""Correct acronyms one letter away from a known one."""


@lru_cache(maxsize=4)
def _known(expanded: frozenset[str], common: frozenset[str]) -> dict[int, list[str]]:
    """The known syllabic acronyms, by their number of letters."""
    listed = _OTHERS | {row[1] for row in read_rows("akronim.tsv")} | expanded | common
    found: dict[int, list[str]] = {}
    for form in sorted(listed):
        if len(form) >= _LEAST_LETTERS and form[0].isupper() and form[1:].islower():
            found.setdefault(len(form), []).append(form)
    return found


def _check_spelling(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    house = paragraph.house
    known = _known(frozenset(house.expansions), house.common_acronyms)
    for word in paragraph.words:
        if len(word.text) < _LEAST_LETTERS - 1 or not word.text.isalpha():
            continue
        if not paragraph.is_capitalised_inside(word) or word.text.isupper():
            continue
        right = _near(word.text, known)
        if right is not None:
            fix = replacement_fix(paragraph.text, word.start, word.end, right, Safety.OFFERED)
            yield RuleMatch(word.start, word.end, {"text": word.text, "right": right}, (fix,))


def _near(text: str, known: dict[int, list[str]]) -> str | None:
    """The only acronym one slip away; None where the word is a known acronym itself."""
    forms = [f for n in (-1, 0, 1) for f in known.get(len(text) + n, ()) if f[0] == text[0]]
    if text in forms or any(f.casefold() == text.casefold() for f in forms):
        return None
    near = [form for form in forms if slip_distance(form.casefold(), text.casefold(), 1) == 1]
    return near[0] if len(near) == 1 else None


RULES = (
    ParagraphRule(
        code="F04",
        id="acronym-letters-mismatch",
        name="Huruf singkatan",
        severity=Severity.WARNING,
        safety=Safety.NONE,
        why="Huruf “{acronym}” tidak cocok dengan “{form}”.",
        source="praktik penyuntingan",
        roles=COPY,
        check=_check_letters,
        bad=(
            Example("Rencana Pembangunan Jangka Panjang Nasional (RPJMN) dibahas."),
            Example("Badan Pusat Statistik (BSP) merilis data."),
        ),
        good=(
            "Rencana Pembangunan Jangka Panjang Nasional (RPJPN) dibahas.",
            "Dinas Pemberdayaan Masyarakat dan Desa (PMD) dan Badan Pusat Statistik (BPS) hadir.",
            "Bupati Blitar Rijanto (kanan) hadir bersama Siti Aminah Putri (SAP).",
            "Pemerintah Kabupaten Blitar (BPS) hadir.",
            "Kantor Kesyahbandaran dan Otoritas Pelabuhan (KSOP) dan Tani Jaya Tbk (TNJA) hadir.",
        ),
        is_on=False,
        remark=(
            f"{_LATER} Singkatan resmi dari bahasa asing (BAM, BOJ) ikut kena. Hanya singkatan yang"
            " meleset satu huruf atau tertukar dua hurufnya."
        ),
    ),
    ParagraphRule(
        code="F05",
        id="acronym-variant-spelling",
        name="Ejaan akronim",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="“{text}” mungkin salah ketik dari “{right}”.",
        source="praktik penyuntingan",
        roles=COPY,
        check=_check_spelling,
        bad=(Example("Rapat Bapedalitbang digelar.", "Rapat Bappedalitbang digelar."),),
        good=(
            "Rapat Bappedalitbang dan Disperindag digelar.",
            "Ia tinggal di Bapedaltown bersama Kemendagrinya.",
            "Kepmendagri itu dibahas bersama Forkopimko.",
        ),
        remark="Hanya akronim yang panjang; ditawarkan, sebab nama bisa serupa.",
    ),
)
