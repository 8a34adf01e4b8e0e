"""One person with two offices in one text that nobody holds together (F11)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.patterns import Pattern
from bnews_desk.release import Edit
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.facts.names_in_text import NO_PERSON
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch
from bnews_desk.rules.word_positions import sentence_at

_OFFICES = {
    "Bupati": "bupati", "Wakil Bupati": "wakil bupati", "Wabup": "wakil bupati",
    "Wali Kota": "wali kota", "Walikota": "wali kota", "Wakil Wali Kota": "wakil wali kota",
    "Wawali": "wakil wali kota", "Sekda": "sekretaris daerah",
    "Sekretaris Daerah": "sekretaris daerah", "Camat": "camat", "Lurah": "lurah",
    "Kades": "kepala desa", "Kepala Desa": "kepala desa", "Gubernur": "gubernur",
    "Wagub": "wakil gubernur", "Wakil Gubernur": "wakil gubernur", "Kapolda": "kapolda",
    "Kapolres": "kapolres", "Kapolresta": "kapolres", "Kapolrestabes": "kapolres",
    "Kapolsek": "kapolsek", "Dandim": "dandim", "Danramil": "danramil", "Kajari": "kajari",
    "Kajati": "kajati", "Kasat Reskrim": "kasat reskrim", "Kasi Humas": "kasi humas",
}  # fmt: skip
"""Offices of which one person holds only one, each in full."""
_LONGEST_FIRST = "|".join(sorted(_OFFICES, key=len, reverse=True))
_TITLES = r"(?:(?:Drs|Dra|Dr|dr|Ir|H|Hj|KH|Prof)\. ?){0,3}"
_RANKS = frozenset(
    "AKBP AKP Kombes Kompol Iptu Ipda Brigjen Irjen Letkol Mayor Kapten Kolonel Pol Inf Kav Arm Czi"
    " TNI Polresta Polres Polda".split()
)
_HELD = Pattern(
    rf"(?<![\w-])(?P<office>{_LONGEST_FIRST}) (?P<words>(?:(?:Kabupaten|Kota|Provinsi) )?"
    rf"(?:[A-Z][a-z'’]+ ?|AKBP |AKP |TNI ){{1,8}}),? ?{_TITLES}"
    r"(?P<more>(?:[A-Z][a-z'’]+ ?|AKBP |AKP ){0,6})"
)
_NOT_NOW = frozenset(
    "mantan eks bekas calon bakal plt plh pj pjs penjabat wakil istri suami anak putra putri ibu"
    " ayah adik kakak staf ajudan sekretaris dan asisten tugas harian".split()
)
_OF_ANOTHER_TIME = Pattern(
    r"(?i)\b(?:merangkap|yang juga|sekaligus|sebelumnya|semula|dulu|dahulu|pernah|saat itu"
    r"|ketika itu|kala itu|semasa|menjabat|(?:di|me)lantik|pelantikan|(?:di|me)n?unjuk|mutasi"
    r"|dimutasi|digantikan|menggantikan|calon|maju|pilkada|pilgub|periode"
    r"|(?:pada|tahun|sejak|hingga) (?:19|20)\d\d)\b"
)
"""A sentence with one of these may rightly give somebody a second office."""


_AROUND = 300
"""Code points of a sentence on each side of an office that are examined."""
_MOST_HOLDERS = 300
"""Most office holders of a text with which later ones are compared."""


class _Held(NamedTuple):
    """An office and its holder; ``place`` is '' where none is named."""

    office: str
    place: str
    name: tuple[str, ...]
    start: int
    end: int
    form: str


def _held(paragraph: ParagraphContext) -> tuple[_Held, ...]:
    if paragraph.role not in COPY:
        return ()
    found = []
    text = paragraph.text
    for m in _HELD.finditer(text, *paragraph.copy):
        before = (text[max(0, m.start() - 12) : m.start()].split() or [""])[-1]
        sentence = sentence_at(paragraph, m.start())
        if before.rstrip(".").casefold() in _NOT_NOW or paragraph.in_speech(*m.span()):
            continue
        first, last = max(sentence.start, m.start() - _AROUND), min(sentence.end, m.end() + _AROUND)
        if _OF_ANOTHER_TIME.search(text, first, last):
            continue
        tokens = m["words"].split()
        place = _place(paragraph, tokens)
        name = [token for token in tokens[len(place) :] if token not in _RANKS]
        name = name or [token for token in m["more"].split() if token not in _RANKS]
        name = name[: next((i for i, token in enumerate(name) if token in NO_PERSON), len(name))]
        if len(name) > 1:
            form = text[m.start() : m.start("words")] + " ".join(place)
            end = m.start() + len(m.group().rstrip(" ,"))
            found.append(
                _Held(
                    _OFFICES[m["office"]],
                    " ".join(place),
                    tuple(name),
                    m.start(),
                    end,
                    form.strip(),
                )
            )
    return tuple(found)


def _place(paragraph: ParagraphContext, tokens: list[str]) -> list[str]:
    """The words with which the place of an office begins, as many as form a name."""
    first = 1 if tokens[0] in ("Kabupaten", "Kota", "Provinsi") else 0
    places = paragraph.lexicon.places
    for last in (first + 3, first + 2, first + 1):
        name = " ".join(tokens[first:last])
        if last <= len(tokens) and (
            places.regencies(name)
            or places.province(name)
            or places.districts(name)
            or places.villages(name)
        ):
            return tokens[:last]
    return []


def _check(context: ReleaseContext) -> Iterator[RuleMatch]:
    before: dict[tuple[str, str, tuple[str, ...]], _Held] = {}
    for number, _, found in context.collected(_held):
        at = context.frame.parts[number].paragraph.start
        for held in found:
            other = next((one for one in before.values() if _contradict(one, held)), None)
            if other is not None:
                values = {"name": " ".join(held.name), "one": other.form, "other": held.form}
                start = held.start + at
                edit = Edit(start, start + len(held.form), held.form, other.form)
                fix = Fix(Safety.OFFERED, f"Ganti jabatannya: “{other.form}”", (edit,))
                yield RuleMatch(start, held.end + at, values, (fix,))
            if len(before) < _MOST_HOLDERS:
                before.setdefault((held.office, held.place, held.name), held)


def _contradict(one: _Held, other: _Held) -> bool:
    """Whether two mentions give one person two offices."""
    a, b = set(one.name), set(other.name)
    if not (a <= b or b <= a):
        return False
    if one.office != other.office:
        return True
    return bool(one.place and other.place) and one.place.split()[-1] != other.place.split()[-1]


RULES = (
    ReleaseRule(
        code="F11",
        id="office-variant",
        name="Dua jabatan untuk satu orang",
        severity=Severity.SUGGESTION,
        safety=Safety.OFFERED,
        why="Jabatan {name} ditulis dua macam, {one} dan {other}; periksa.",
        source="praktik penyuntingan",
        check=_check,
        bad=(
            Example(
                "Sekda Izul Marom hadir. Camat Izul Marom pulang.",
                "Sekda Izul Marom hadir. Sekda Izul Marom pulang.",
            ),
            Example(
                "\nBupati Rini Syarifah hadir.\nWakil Bupati Rini Syarifah pulang.",
                "\nBupati Rini Syarifah hadir.\nBupati Rini Syarifah pulang.",
            ),
            Example(
                "\nCamat Talun Budi Santoso hadir.\nCamat Kanigoro Budi Santoso pulang.",
                "\nCamat Talun Budi Santoso hadir.\nCamat Talun Budi Santoso pulang.",
            ),
        ),
        good=(
            "Sekda Izul Marom hadir. Sekretaris Daerah Kabupaten Blitar Izul Marom pulang.",
            "Bupati Rini Syarifah hadir bersama mantan Camat Rini Syarifah.",
            "Bupati Rini Syarifah dan Wabup Beky Herdihansah hadir.",
            "Lurah Budi Santoso hadir. Plt. Camat Budi Santoso pulang.",
            "Lurah Budi Santoso hadir. Sebelumnya Camat Budi Santoso pindah.",
            "Camat Talun Budi Santoso hadir. Camat Budi Santoso pulang.",
        ),
    ),
)
