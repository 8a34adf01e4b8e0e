"""Marks that chat programs show as bold, italic or struck text: D27."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE
from bnews_desk.patterns import Pattern
from bnews_desk.release import Edit
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch

_BEFORE = r"(?:(?<=[\s(\[\"“'‘*_~])|(?<![\s\S]))"
_MARKED = Pattern(
    rf"{_BEFORE}(?P<mark>\*|_|~|```)(?=[^\W_]|[\"“(])"
    r"(?P<inside>(?:(?!(?P=mark))[^\n]){1,400}?)"
    r"(?<=[\w.,:;!?\"”)%])(?P=mark)(?![\w*_~`]*[^\W_])"
)
_MARKS = ("*", "_", "~", "```")


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text, (start, end) = paragraph.text, paragraph.copy
    if not any(text.count(mark) > 1 for mark in _MARKS):
        return
    at = start
    while (match := _MARKED.search(text, at, end)) is not None:
        at = match.end()
        if not _is_sum(match) and not _hides_letters(match):
            yield _stripped(match)


def _is_sum(match: re.Match[str]) -> bool:
    """Whether digits stand on both sides of the first mark: *2 *3* 4*."""
    before = match.string[max(0, match.start() - 2) : match.start()].strip()
    return before[-1:].isdigit() and match["inside"][0].isdigit()


def _hides_letters(match: re.Match[str]) -> bool:
    """Whether the marks replace letters of a name or a swear word: *@an**di**, k*m*r*t*."""
    before = match.string[: match.start()].rstrip("".join(_MARKS))
    return before[-1:].isalnum() or before[-1:] in ("@", ".", "-")


def _stripped(match: re.Match[str]) -> RuleMatch:
    mark = match["mark"]
    first, last = match.span()
    edits = (Edit(first, first + len(mark), mark, ""), Edit(last - len(mark), last, mark, ""))
    safety = Safety.OFFERED if mark == "~" else Safety.SAFE  # a tilde may also open a parenthesis
    fix = Fix(safety, f"Hapus “{mark}”", edits)
    return RuleMatch(first, last, {"mark": mark}, (fix,))


RULES = (
    ParagraphRule(
        code="D27",
        id="chat-markup",
        name="Sisa format percakapan",
        severity=Severity.WARNING,
        safety=Safety.SAFE,
        why="Tanda “{mark}” dari WhatsApp tertinggal; hapus.",
        source="praktik penyuntingan",
        roles=COPY_AND_HEADLINE,
        check=_check,
        needs=Needs(texts=_MARKS),
        bad=(
            Example("*Bupati Blitar* hadir.", "Bupati Blitar hadir."),
            Example("_Jaga sungai kita_", "Jaga sungai kita"),
            Example("Harga ~Rp10.000~ turun.", "Harga Rp10.000 turun."),
            Example("Kode ```batik``` itu benar.", "Kode batik itu benar."),
            Example("Hadir (*Camat Talun*), lalu _lurah_.", "Hadir (Camat Talun), lalu lurah."),
            Example("*Kami siap!* Warga senang.", "Kami siap! Warga senang."),
        ),
        good=(
            "Ikuti @dinas_pu_blitar dan data_dua_tiga di sana.",
            "Itu catatan (*) dan (***) saja.",
            "* butir pertama dan * butir kedua",
            "Hasil 2*3*4 dan 2 *3* 4 adalah 24.",
            "Ia menulis a_b_ c dan _satu saja.",
            "Nilai ~5 dan ~7 persen.",
            "Akun @fr**it4** dan r**a* dibalas; itu k*mpr*t.",
        ),
    ),
)
