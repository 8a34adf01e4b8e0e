"""Acronyms in capitals that are read as words (C28), initials with full stops (C34)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE, Role
from bnews_desk.lexicon.degree_register import shipped_degrees
from bnews_desk.lexicon.word_lists import read_rows
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.rules.word_replacement import stands_alone
from bnews_desk.text import Word

_LEAST_LETTERS = 4


@cache
def _forms() -> Mapping[str, str]:
    """The spelling of acronyms that are read as words, by their folded letters."""
    return {row[0]: row[1] for row in read_rows("akronim.tsv")}


def _shouted(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    for i, word in enumerate(paragraph.words):
        if len(word.text) < _LEAST_LETTERS or not word.text.isupper():
            continue
        form = _forms().get(word.folded)
        if form is not None and _is_in_running_text(paragraph, i):
            yield _lowered(paragraph, i, form)


def _is_in_running_text(paragraph: ParagraphContext, i: int) -> bool:
    """Whether a word in capitals is outside all-capital lines, numbers and codes."""
    word, text = paragraph.words[i], paragraph.text
    if not stands_alone(text, word.start, word.end):
        return False
    glue = text[word.start - 1 : word.start] + text[word.end : word.end + 1]
    if any(c in "/-&@_" for c in glue):
        return False
    if paragraph.role is Role.LEAD and i == 0 and paragraph.copy.start:
        return False  # after a dateline: a second one, or the sender's office
    beside = [*paragraph.words[max(0, i - 2) : i], *paragraph.words[i + 1 : i + 3]]
    loud = [other for other in beside if other.text.isalpha() and _is_loud(other)]
    return len(loud) < min(2, max(1, len(beside)))


def _is_loud(word: Word) -> bool:
    return len(word.text) >= _LEAST_LETTERS and word.text.isupper()


def _lowered(paragraph: ParagraphContext, i: int, form: str) -> RuleMatch:
    word = paragraph.words[i]
    is_name = (
        form[0].isupper()
        or paragraph.role is Role.HEADLINE
        or word.start in paragraph.sentence_starts
        or _has_name_behind(paragraph, i)
    )
    new = form.capitalize() if is_name else form
    fix = replacement_fix(paragraph.text, word.start, word.end, new, Safety.SAFE)
    message = "" if is_name else "common"
    return RuleMatch(word.start, word.end, {"right": new}, (fix,), message=message)


def _has_name_behind(paragraph: ParagraphContext, i: int) -> bool:
    after = paragraph.words[i + 1 : i + 2]
    if not after or not paragraph.text[paragraph.words[i].end : after[0].start].isspace():
        return False
    return after[0].text[0].isupper()


_DOTTED = Pattern(r"(?<![\w.])(?:[A-Z]\.){1,7}[A-Z]\b(?!['’-])")
_COMPANY = Pattern(
    r"(?<![\w.])(?P<form>PT|CV|UD|P\.T|C\.V|U\.D|TP(?=\. ?PKK))\.(?P<gap>\s?)(?=[A-Z])"
)
_COMPANIES = frozenset({"PT", "CV", "UD", "P", "C", "U", "TP"})
"""Legal forms of companies, their first letters, and the *TP* of *TP PKK*."""
_LONGEST = 2
_SHORT = frozenset({"PT", "CV", "UD", "RI"})
_LEAST_INITIALS = 3
_NAME_OPENINGS = frozenset(
    "kabupaten kota provinsi ri jawa blitar jakarta surabaya indonesia jatim pusat daerah".split()
)


def _stopped(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text, end = paragraph.text, paragraph.copy.end
    behind = 0
    for word in paragraph.words:
        if len(word.text) > _LONGEST or word.start < behind:
            continue
        if text[word.end : word.end + 1] != ".":
            continue
        if word.text in _COMPANIES and (match := _COMPANY.match(text, word.start, end)):
            behind = match.end()
            yield _company(text, match)
        elif len(word.text) == 1 and (match := _DOTTED.match(text, word.start, end)):
            behind = match.end()
            form = match.group().replace(".", "")
            if _is_initialism(paragraph, form, match):
                yield _without_stops(paragraph, match, form)


def _company(text: str, match: re.Match[str]) -> RuleMatch:
    """The match for a company: *PT. Greenfields*, *P.T. Greenfields*."""
    form = match["form"].replace(".", "")
    safety = Safety.SAFE if form in ("PT", "TP") else Safety.OFFERED
    fix = replacement_fix(text, match.start(), match.end(), f"{form} ", safety)
    return RuleMatch(match.start(), match.start("gap"), {"right": form}, (fix,))


def _is_initialism(paragraph: ParagraphContext, form: str, match: re.Match[str]) -> bool:
    """Whether the letters are a known acronym and neither a degree nor a person's initials."""
    house = paragraph.house
    if form in _SHORT:
        return form == "RI" and _before(paragraph, match.start()).isupper()
    if len(form) < _LEAST_INITIALS:
        return False
    if form not in house.common_acronyms and form not in house.expansions:
        return False
    return shipped_degrees().behind_name(match.group()) is None


def _before(paragraph: ParagraphContext, at: int) -> str:
    return paragraph.text[max(0, at - 4) : at].strip()


def _without_stops(paragraph: ParagraphContext, match: re.Match[str], form: str) -> RuleMatch:
    """The match without full stops; a final one stays where the sentence ends there."""
    text, end = paragraph.text, paragraph.copy.end
    last = match.end()
    safety = Safety.SAFE
    if text[last : last + 1] == ".":
        behind = text[last + 1 : min(end, last + 16)].strip()
        is_end = not behind or behind[0] in '"”)'
        if not is_end:
            last += 1
            first = behind.split()[0].casefold().strip(",.;:()")
            if behind[0].isupper() and first not in _NAME_OPENINGS:
                safety = Safety.OFFERED
    fix = replacement_fix(text, match.start(), last, form, safety)
    return RuleMatch(match.start(), last, {"right": form}, (fix,))


RULES = (
    ParagraphRule(
        code="C28",
        id="acronym-case",
        name="Huruf kapital akronim",
        severity=Severity.WARNING,
        safety=Safety.SAFE,
        why="Akronim nama diri ditulis dengan huruf awal kapital: “{right}”.",
        other_messages={
            "common": "Akronim yang bukan nama diri ditulis dengan huruf kecil: “{right}”."
        },
        source="EYD V, Singkatan 6 dan 7",
        roles=COPY_AND_HEADLINE,
        check=_shouted,
        needs=Needs(words=_forms),
        bad=(
            Example("Anggota POLRES Blitar hadir.", "Anggota Polres Blitar hadir."),
            Example("Hadir IPDA Budi Santoso.", "Hadir Ipda Budi Santoso."),
            Example("Kantor BAPPEDALITBANG ramai.", "Kantor Bappedalitbang ramai."),
            Example("PEMKAB Blitar bergerak.", "Pemkab Blitar bergerak."),
            Example("Petugas SATPOL PP datang.", "Petugas Satpol PP datang."),
            Example("Pasien dibawa ke PUSKESMAS Talun.", "Pasien dibawa ke Puskesmas Talun."),
            Example("Pasien dibawa ke PUSKESMAS terdekat.", "Pasien dibawa ke puskesmas terdekat."),
            Example("Ilmu pengetahuan dan IPTEK maju.", "Ilmu pengetahuan dan iptek maju."),
            Example("POLRES Blitar Tangkap Pencuri\nIsi.", "Polres Blitar Tangkap Pencuri\nIsi."),
        ),
        good=(
            "Hadir BPBD, AKP Budi, dan Polres Blitar.",
            "POLRES BLITAR KOTA TANGKAP PENCURI\nIsi.",
            "Laporan LP/B/3442/IX/2025/SPKT/POLRES METRO diterima.",
            "Pemilu berlangsung; Puskesmas Talun dan puskesmas lain buka.",
            "Baca #POLRES dan @POLRES sekarang.",
        ),
    ),
    ParagraphRule(
        code="C34",
        id="initialism-dots",
        name="Titik pada singkatan nama",
        severity=Severity.WARNING,
        safety=Safety.SAFE,
        why="Singkatan dari huruf awal ditulis tanpa titik: “{right}”.",
        source="EYD V, Singkatan 3",
        roles=COPY_AND_HEADLINE,
        check=_stopped,
        bad=(
            Example("Pabrik PT. Greenfields dibuka.", "Pabrik PT Greenfields dibuka."),
            Example("Ketua TP. PKK hadir.", "Ketua TP PKK hadir."),
            Example("Pabrik PT.Greenfields dibuka.", "Pabrik PT Greenfields dibuka."),
            Example("Usaha CV. Maju Jaya dibuka.", "Usaha CV Maju Jaya dibuka."),
            Example("Usaha UD. Maju Jaya dibuka.", "Usaha UD Maju Jaya dibuka."),
            Example("Usaha P.T. Maju Jaya dibuka.", "Usaha PT Maju Jaya dibuka."),
            Example("Anggota D.P.R.D. rapat.", "Anggota DPRD rapat."),
            Example("Anggota D.P.R.D Kabupaten Blitar.", "Anggota DPRD Kabupaten Blitar."),
            Example("Pasien R.S.U.D. Kanigoro pulang.", "Pasien RSUD Kanigoro pulang."),
            Example("Ia anggota D.P.R.D.", "Ia anggota DPRD."),
        ),
        good=(
            "Anaknya lulus SMA. Ia kini bekerja di PT. ",
            "K.H. Ahmad, A.H. Nasution, R.A.A. Wiranata, dan W.S. Rendra.",
            "Budi Santoso, S.I.P., S.K.M., M.B.A., hadir.",
            "Saham PT Garuda Tbk. naik.",
            "J.R.D. Tata mendirikan PT itu.",
        ),
    ),
)
