"""Commas between a name and its degrees, and between degrees (C30)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE
from bnews_desk.lexicon.degree_register import DegreeRegister, degree_key, shipped_degrees
from bnews_desk.patterns import Pattern
from bnews_desk.release import Edit
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch

_DEGREE = Pattern(
    r"(?P<before>[^\W\d_]{2,40}+\.?|(?<![^\W_])[A-Z]\.)(?P<gap>\s|,(?=[A-Z]))"
    r"(?P<degree>(?:[A-Z][A-Za-z]{0,5}\.){1,6}(?:[A-Z][A-Za-z]{0,6}\b\.?)?(?![\w'’]))"
)
"""A word, the gap behind it, and a form with full stops inside."""
_AFTER_PREFIX = Pattern(
    r"(?<!, )(?<![\w.])(?:Drs|Dra|Ir|Prof|Dr|dr|drg|drh|Hj)\.(?P<comma>,)\s?(?=[A-Z][a-z])"
)
_FUSED = Pattern(r"(?<![\w.])(?:[A-Z][a-z]{0,5}\.){2,9}(?:[A-Z][a-z]{0,6}\b\.?)?(?!\w)")
_HINT = Pattern(r"[A-Z][A-Za-z]{0,5}\.[A-Z]|[rsajf]\.,")
"""A full stop between letters as in degrees, or that of a title with a comma after it."""
_INITIALS_TOO = frozenset({"ma", "st", "sp", "ss", "mt"})
"""Degrees that may equally be initials: *Siti Khadijah M.A.*"""
_NO_NAMES = frozenset(
    "gelar sarjana program prodi jurusan magister lulusan ijazah drs dra ir prof dr drg drh apt ns"
    " jalan jl rsud pt cv universitas masjid museum bupati camat ketua kepala kh".split()
)
"""Capitalised words that do not end a person's name."""


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text, (start, end) = paragraph.text, paragraph.copy
    if _HINT.search(text, start, end) is None:
        return
    register = shipped_degrees()
    for match in _DEGREE.finditer(text, start, end):
        rule_match = _behind_name(paragraph, match, register)
        if rule_match is not None:
            yield rule_match
    for match in _FUSED.finditer(text, start, end):
        parts = _parted(match.group(), register)
        if len(parts) > 1 and register.behind_name(match.group()) is None:
            yield _parted_match(match, parts)
    for match in _AFTER_PREFIX.finditer(text, start, end):
        at = match.start("comma")
        fix = Fix(Safety.SAFE, "Hapus koma", (Edit(at, at + 1, ",", ""),))
        said = text[match.start() : at] + " " + text[match.end() : match.end() + 20].split()[0]
        yield RuleMatch(
            match.start(), at + 1, {"right": said.strip(".,")}, (fix,), message="prefix"
        )


def _behind_name(
    paragraph: ParagraphContext, match: re.Match[str], register: DegreeRegister
) -> RuleMatch | None:
    """The match for a missing comma or space: *Izul Marom M.Sc.*, *S.E. M.M.*, *Marom,M.Sc.*"""
    written, before, gap = match["degree"], match["before"], match["gap"]
    degree = register.behind_name(written)
    if degree is None or "." not in written.rstrip("."):
        return None
    is_degree_before = "." in before or _ends_degree(match, register)
    if is_degree_before:
        whole = _degree_before(match.string, match.start("gap"), paragraph.copy.start)
        if register.behind_name(whole) is None or "." not in whole:
            return None
        before = whole
    elif not _is_name(paragraph, match.start("before"), before):
        return None
    key = degree_key(written).casefold()
    text = paragraph.text
    is_doubtful = not is_degree_before and gap != "," and _may_be_initials(text, match, key)
    if is_doubtful and _is_name_behind(text, match.end()):
        return None
    safety = Safety.OFFERED if is_doubtful else Safety.SAFE
    at, last = match.span("gap")
    edit = Edit(last, last, "", " ") if gap == "," else Edit(at, at, "", ",")
    said = f"{before}, {written}"
    fix = Fix(safety, f"Tulis “{said}”", (edit,))
    return RuleMatch(match.start("before"), match.end("degree"), {"right": said}, (fix,))


def _ends_degree(match: re.Match[str], register: DegreeRegister) -> bool:
    """Whether a degree without its last full stop comes before: *S.Pd M.M.*"""
    at = match.start("before")
    return at > 0 and match.string[at - 1] == "."


def _degree_before(text: str, end: int, start: int) -> str:
    """The run of letters and full stops that ends at a position."""
    first = end
    low = max(start, end - 16)
    while first > low and (text[first - 1].isalpha() or text[first - 1] == "."):
        first -= 1
    return text[first:end]


def _is_name(paragraph: ParagraphContext, at: int, word: str) -> bool:
    """Whether a word may end a person's name: it is capitalised and no office or title."""
    if not word[0].isupper() or word.casefold() in _NO_NAMES:
        return False
    before = paragraph.text[max(paragraph.copy.start, at - 2) : at]
    return word[1:].islower() or before[:1].isalpha()


def _may_be_initials(text: str, match: re.Match[str], key: str) -> bool:
    """Whether the letters may be initials: an ambiguous degree alone, or before a name."""
    if key in _INITIALS_TOO:
        return True
    is_letters = all(len(part) == 1 for part in match["degree"].strip(".").split("."))
    return is_letters and len(key) == 2 and _is_name_behind(text, match.end())


def _is_name_behind(text: str, at: int) -> bool:
    behind = text[at : at + 3]
    return behind[:1].isspace() and behind[1:2].isupper() and behind[2:3].islower()


def _parted(written: str, register: DegreeRegister) -> list[str]:
    """The degrees in a joined form, *S.E.M.M.*; [] where it is not made of degrees."""
    pieces = re.findall(r"[A-Z][a-z]{0,6}\.?", written)
    parts: list[str] = []
    first = 0
    while first < len(pieces):
        for last in range(min(len(pieces), first + 4), first, -1):
            part = "".join(pieces[first:last])
            if last - first < len(pieces) and _is_degree(part, register):
                parts.append(part)
                first = last
                break
        else:
            return []
    return parts


def _is_degree(part: str, register: DegreeRegister) -> bool:
    degree = register.behind_name(part)
    return degree is not None and (part.rstrip(".") + "." in degree.forms)


def _parted_match(match: re.Match[str], parts: list[str]) -> RuleMatch:
    said = ", ".join(parts)
    edits, at = [], match.start()
    for part in parts[:-1]:
        at += len(part)
        edits.append(Edit(at, at, "", ", "))
    fix = Fix(Safety.SAFE, f"Tulis “{said}”", tuple(edits))
    return RuleMatch(*match.span(), {"right": said}, (fix,), message="parted")


RULES = (
    ParagraphRule(
        code="C30",
        id="degree-comma",
        name="Koma pada gelar",
        severity=Severity.ERROR,
        safety=Safety.SAFE,
        why="Nama dan gelar dipisahkan koma dan spasi: “{right}”",
        other_messages={
            "parted": "Antara dua gelar dibubuhkan koma dan spasi: “{right}”",
            "prefix": "Sesudah gelar di depan nama tidak ada koma: “{right}”.",
        },
        source="EYD V, Tanda Koma 11",
        roles=COPY_AND_HEADLINE,
        check=_check,
        bad=(
            Example("Hadir Izul Marom M.Sc. di aula.", "Hadir Izul Marom, M.Sc. di aula."),
            Example("Hadir Izul Marom S.Pd bersama Rini.", "Hadir Izul Marom, S.Pd bersama Rini."),
            Example("Hadir Izul Marom,M.Sc. di aula.", "Hadir Izul Marom, M.Sc. di aula."),
            Example("Hadir Budi, S.E.M.M. di aula.", "Hadir Budi, S.E., M.M. di aula."),
            Example("Hadir Budi, S.E. M.M. di aula.", "Hadir Budi, S.E., M.M. di aula."),
            Example(
                "Hadir Siti Aminah, S.Kep.Ns di aula.", "Hadir Siti Aminah, S.Kep., Ns di aula."
            ),
            Example("Hadir Budi Santoso S.H. di aula.", "Hadir Budi Santoso, S.H. di aula."),
            Example("Hadir Drs., Izul Marom di aula.", "Hadir Drs. Izul Marom di aula."),
            Example("Hadir Siti Khadijah M.A. di aula.", "Hadir Siti Khadijah, M.A. di aula."),
        ),
        good=(
            "Hadir Dr. dr. Rahayu Ningtyas, Sp.A., dan Izul Marom, M.Sc.",
            "Hadir Siti Aminah, S.Kep., Ns., dan Budi, S.STP.",
            "Novel karya Siti M.A. Rahman dan S.H. Mintardja dibaca.",
            "Lulusan S.Pd. dan gelar M.Sc. diterima.",
            "Prof. Dr. Ir. Budi, S.T., M.T., hadir bersama A.H. Nasution.",
            "Ia menempuh Program S.Sos. di Malang.",
            "PT. Maju dan K.H. Ahmad hadir.",
        ),
    ),
)
