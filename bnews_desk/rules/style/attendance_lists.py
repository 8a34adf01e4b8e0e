"""Long lists of persons present (E30); off by default."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import Role
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch

_OPENING = Pattern(
    r"(?:(?:Turut|Tampak|Ikut) hadir|Dihadiri|Hadir (?:dalam|pada|di) \w+"
    r"|Acara (?:itu|ini) dihadiri)(?![^\W_])"
)
_PARTING = Pattern(r", (?:dan |serta )?| dan | serta ")
_MANY = frozenset("para sejumlah seluruh jajaran segenap semua beberapa perwakilan warga".split())
_DEGREE = Pattern(r"(?:[A-Z][A-Za-z]{0,5}\.)+[A-Za-z]{0,5}\.?$")
_MOST = 4
"""Most officials that a sentence may name."""


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text = paragraph.text
    for sentence in paragraph.sentences:
        m = _OPENING.match(text, sentence.start, sentence.end)
        if m is None or paragraph.in_speech(*m.span()):
            continue
        items = _PARTING.sub("\n", text[m.end() : sentence.end]).split("\n")
        count = sum(map(_is_one, items))
        if count > _MOST:
            yield RuleMatch(*m.span(), {"count": str(count)})


def _is_one(item: str) -> bool:
    """Whether an item of the list is one official, by office or name, and not a group."""
    words = item.split()
    if not words or words[0].casefold() in _MANY or _DEGREE.match(item.strip()):
        return False
    return any(word[0].isupper() for word in words)


_LEAD = "\nAcara usai.\n"

RULES = (
    ParagraphRule(
        code="E30",
        id="officials-roll-call",
        name="Daftar hadir pejabat",
        severity=Severity.SUGGESTION,
        safety=Safety.NONE,
        why="Daftar pejabat yang hadir memuat {count} orang; sebut yang berperan saja.",
        source="praktik penyuntingan",
        roles=frozenset({Role.BODY}),
        check=_check,
        bad=(
            Example(
                f"{_LEAD}Turut hadir Kapolres, Dandim, Kajari, Ketua DPRD, Kepala BPS, dan Sekda."
            ),
            Example(f"{_LEAD}Dihadiri Bupati, Wabup, Sekda, Camat Talun, serta Kapolsek Talun."),
        ),
        good=(
            f"{_LEAD}Turut hadir Sekda Izul Marom, M.Sc., para camat, para lurah, dan warga.",
            f"{_LEAD}Kapolres, Dandim, Kajari, Ketua DPRD, dan Sekda menanam pohon.",
            f'{_LEAD}"Turut hadir Kapolres, Dandim, Kajari, Kades, dan Sekda," katanya.',
        ),
        is_on=False,
        remark="Mati: sebagian rilis memang laporan kehadiran.",
    ),
)
