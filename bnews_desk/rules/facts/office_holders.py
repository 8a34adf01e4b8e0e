"""Offices given to a person who does not hold them that day by the newsroom's register (F10)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.house.officials import Official
from bnews_desk.lexicon.attribution_verbs import attribution_verbs
from bnews_desk.lexicon.near_names import are_near
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.facts.names_in_text import NO_PERSON
from bnews_desk.rules.numbers.written_dates import written_dates
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch, replacement_fix
from bnews_desk.rules.word_positions import sentence_at
from bnews_desk.text import Span

_TITLE = (
    r"(?:(?:Drs|Dra|Dr|dr|Ir|H|Hj|KH|K\.H|Prof|R|Rr)\.? "
    r"|(?:AKBP|AKP|Kombes|Kompol|Iptu|Ipda|Brigjen|Irjen|Komjen|Jenderal|Letkol|Mayor|Kapten|Kolonel|Lettu)"
    r"(?: (?:Pol|Inf|Kav|Arm|Czi|Laut|Pnb)\.?)? "
    r"|(?:Gus|Ning|Mas|Mak|Mbak|Cak|Kang|Bunda|Abah|Kiai|Haji|Hajah|Bapak|Ibu|Pak|Bu) )"
)
_NAME = (
    r"(?:[A-Z][a-z'’]+|(?:Moh|Moch|Muh|Much|Abd|M)\.)"
    r"(?: (?:[A-Z][a-z'’]+|[A-Z](?:\.|(?!\w)))){0,4}"
)
_NAME_BEHIND = Pattern(rf",? (?P<titles>{_TITLE}{{0,3}})(?P<name>{_NAME})")
_DEGREE = r"(?:[A-Z][A-Za-z]{0,5}\.){1,5}[A-Z]?[a-z]{0,5}\.?"
_NAME_BEFORE = Pattern(
    rf"(?<![\w-])(?P<titles>{_TITLE}{{0,3}})(?P<name>{_NAME})(?:, {_DEGREE}){{0,4}}"
    r"(?P<link>,? selaku |,? yang (?:kini |saat ini )?menjabat (?:sebagai )?| \(|, )$"
)
_DEGREES = Pattern(rf"(?:, {_DEGREE}){{1,4}}")
_AROUND = 300
"""Code points of a sentence on each side of an office that may name the day."""
_BEFORE = 120
"""The holder may be named within this many code points before an office."""
_CAPITAL_BEFORE = Pattern(r"(?<![\w-])([A-Z][a-z]+) $")
_WORDS_BEHIND = Pattern(r" (?:Kabupaten |Kota |Provinsi )?([A-Z][a-z]+)(?: ([A-Z][a-z]+))?")
_PREDICATE = Pattern(r"(?:\)|,)? (?:me|ber|hadir|turut|juga|akan|di)[a-z]*\b")
_ACTING = {
    "plt": "plt", "pelaksana tugas": "plt", "plh": "plh", "pelaksana harian": "plh", "pj": "pj",
    "penjabat": "pj", "pjs": "pjs",
}  # fmt: skip
_FORMER = frozenset({"mantan", "eks", "bekas"})
_ACTING_WORDS = r"(?:plt|plh|pjs|pj|penjabat|pelaksana tugas|pelaksana harian)"
_ACTING_PREFIX = Pattern(rf"(?i){_ACTING_WORDS}\.? ")
_PREFIX = rf"(?i:(?P<prefix>mantan|eks|bekas|{_ACTING_WORDS})\.? )?"
_ABBREVIATIONS = {
    "Wakil Bupati": "Wabup", "Wali Kota": "Walikota", "Wakil Wali Kota": "Wawali",
    "Wakil Gubernur": "Wagub", "Sekretaris Daerah": "Sekda", "Kepala Dinas": "Kadis",
    "Kepala Desa": "Kades",
}  # fmt: skip
_NOT_NOW = frozenset(
    "mantan eks bekas calon bakal plt plh pj pjs penjabat wakil wabup istri suami anak putra putri"
    " ajudan staf stafsus khusus bicara jubir protokol kantor sekretaris ayah ibu adik kakak cabup"
    " era masa almarhum".split()
)
"""Words before an office that make it another's, or of another time."""
_NATIONAL = Pattern(r"(?:Wakil )?(?:Presiden|Menteri)(?![\w-])")
_OF_INDONESIA = Pattern(r" (?:RI|Indonesia)$")
_RANK_WORDS = frozenset(
    "Wakil Gubernur Bupati Wali Kota Walikota Camat Lurah Kepala Desa Dinas Sekretaris Daerah Ketua"
    " DPRD Kapolda Kapolres Kapolsek Dandim Danramil Sekda Rektor Direktur".split()
)
"""An office of these alone does not say where it is held."""
_YEAR = Pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_THEN = Pattern(
    r"(?i)\b(?:saat itu|ketika itu|kala itu|waktu itu|terpilih|periode|(?:di|me)lantik|pelantikan"
    r"|almarhum|dulu|dahulu|semasa|pernah|(?:di|me)n?unjuk|(?:di|meng)usung|(?:di|men)calonkan)\b"
)
"""A sentence with one of these is about another time."""
_NO_NAME = NO_PERSON | frozenset(
    "Senin Selasa Rabu Kamis Jumat Sabtu Minggu Ahad Januari Februari Maret April Mei Juni Juli"
    " Agustus September Oktober November Desember Hadir".split()
)
_BEFORE_NAME = frozenset({"Menurut", "Kata", "Ujar", "Sementara"})
_JOINING = frozenset("-–/")
"""Marks after a name that join two names, as of a pair of candidates."""


class HeldOffice(NamedTuple):
    """An office and its holder according to the text; spans count in the paragraph.

    ``name`` is '' where a place after a short form shows that the office is another one. ``prefix``
    is folded: *mantan*, or *plt*, *plh*, *pj*, *pjs*, or ''. ``span`` includes the prefix,
    ``office_span`` does not.
    """

    office: str
    prefix: str
    span: Span
    office_span: Span
    name: str
    name_span: Span
    titles_start: int

    @property
    def whole(self) -> Span:
        """Office and name, with the text between them."""
        starts, ends = zip(self.span, self.name_span, strict=True)
        return Span(min(starts), max(ends))


@lru_cache(maxsize=8)
def _register(officials: tuple[Official, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern for the offices of the register, and the office that each spelling means.

    A short form that two offices share (*Bupati*) is left out.
    """
    forms: dict[str, set[str]] = {}
    for official in officials:
        office = _definitive(official.office)
        for form in (office, *map(_definitive, official.short)):
            forms.setdefault(form, set()).add(office)
            for full, abbreviation in _ABBREVIATIONS.items():
                if form.startswith(f"{full} "):
                    forms.setdefault(abbreviation + form[len(full) :], set()).add(office)
    known = {form: next(iter(meant)) for form, meant in forms.items() if len(meant) == 1}
    offices = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    return re.compile(rf"(?<![\w-]){_PREFIX}(?P<office>{offices or '(?!)'})(?![\w-])"), known


def _definitive(office: str) -> str:
    """An office without *Pj.* and the like."""
    prefix = _ACTING_PREFIX.match(office, 0)
    return office[prefix.end() :] if prefix else office


def _acting(office: str) -> str:
    """The *Plt*, *Plh*, *Pj* or *Pjs* of an office in the register, or ''."""
    prefix = _ACTING_PREFIX.match(office, 0)
    return _ACTING[prefix.group().rstrip(". ").casefold()] if prefix else ""


def _held(paragraph: ParagraphContext) -> tuple[HeldOffice, ...]:
    """The offices of the register that a paragraph names together with a person."""
    officials = paragraph.house.officials
    if not officials or paragraph.role not in COPY:
        return ()
    found, forms = _register(officials)
    held = []
    for m in found.finditer(paragraph.text, *paragraph.copy):
        if paragraph.in_speech(*m.span()) or _is_of_longer_title(paragraph, m.start()):
            continue
        office = forms[m["office"]]
        if m["office"] != office and _names_place(paragraph, m.end()):
            held.append(
                HeldOffice(
                    office, "", Span(*m.span()), Span(*m.span("office")), "", Span(*m.span()), 0
                )
            )
            continue
        named = _named_behind(paragraph, m.end()) or _named_before(paragraph, m.start(), m.end())
        if named is not None:
            said = (m["prefix"] or "").casefold()
            prefix = "mantan" if said in _FORMER else _ACTING.get(said, "")
            at = Span(*m.span("office"))
            held.append(HeldOffice(office, prefix, Span(*m.span()), at, *named))
    return tuple(held)


def _is_of_longer_title(paragraph: ParagraphContext, at: int) -> bool:
    """Whether a word before an office makes it another one: *Juru Bicara Bupati*."""
    text = paragraph.text
    if _word_before(text, at) in _NOT_NOW:
        return True
    before = _CAPITAL_BEFORE.search(text, max(0, at - _BEFORE), at)
    return before is not None and before.start(1) not in paragraph.sentence_starts


def _names_place(paragraph: ParagraphContext, at: int) -> bool:
    """Whether the regency or province of the office follows: *Bupati Kediri*."""
    m = _WORDS_BEHIND.match(paragraph.text, at)
    if m is None:
        return False
    places = paragraph.lexicon.places
    names = [m[1], *([f"{m[1]} {m[2]}"] if m[2] else [])]
    return any(places.regencies(name) or places.province(name) for name in names)


def _word_before(text: str, at: int) -> str:
    return (text[max(0, at - 14) : at].split() or [""])[-1].rstrip(".").casefold()


def _named_behind(paragraph: ParagraphContext, at: int) -> _Named | None:
    """The name after an office, or None; a place that follows belongs to the office."""
    m = _NAME_BEHIND.match(paragraph.text, at)
    if m is None or _names_place(paragraph, at) or paragraph.text[m.end() :][:1] in _JOINING:
        return None
    return _name_in(paragraph, m, 0)


def _named_before(paragraph: ParagraphContext, start: int, end: int) -> _Named | None:
    """The name before an office: *Ratna Widuri, Bupati Tirtasari, mengatakan*.

    Between commas alone both may be part of a list; a verb beside them shows that they are not.
    """
    first = max(paragraph.copy.start, start - _BEFORE)
    m = _NAME_BEFORE.search(paragraph.text[first:start])
    if m is None or (m["link"] == " (" and " " not in m["name"]):
        return None
    if m["link"] == ", ":
        verb = _word_before(paragraph.text, first + m.start())
        is_said = attribution_verbs().is_attribution(verb) or verb == "menurut"
        if not is_said and not _PREDICATE.match(paragraph.text, end):
            return None
    return _name_in(paragraph, m, first)


_Named = tuple[str, Span, int]
"""A name, its span, and the position where its titles begin."""


def _name_in(paragraph: ParagraphContext, m: re.Match[str], offset: int) -> _Named | None:
    """The name in a run of capitalised words; None where the run opens with an office or a day."""
    tokens = m["name"].split(" ")
    at = offset + m.start("name")
    titles_start = offset + m.start("titles")
    if tokens[0] in _BEFORE_NAME:
        at += len(tokens.pop(0)) + 1
        titles_start = at
    last = next((i for i, token in enumerate(tokens) if token in _NO_NAME), len(tokens))
    name = " ".join(tokens[:last])
    return (name, Span(at, at + len(name)), titles_start) if name else None


def _check(context: ReleaseContext) -> Iterator[RuleMatch]:
    if not context.house.officials:
        return
    everywhere = context.collected(_held)
    of_others = {
        held.office_span.within(paragraph.text)
        for _, paragraph, found in everywhere
        for held in found
        if not held.name
    }
    for number, paragraph, found in everywhere:
        at = context.frame.parts[number].paragraph.start
        for held in found:
            if held.office_span.within(paragraph.text) in of_others:
                continue
            day = _day_of(context, paragraph, held)
            match = _judged(context, paragraph, held, day) if day is not None else None
            if match is not None:
                yield match.shifted(at)


def _day_of(context: ReleaseContext, paragraph: ParagraphContext, held: HeldOffice) -> date | None:
    """The day that a sentence is about: its own, else that of the release; None where unclear."""
    whole = sentence_at(paragraph, held.span.start)
    first = max(whole.start, held.whole.start - _AROUND)
    sentence = Span(first, min(whole.end, held.whole.end + _AROUND))
    said = sentence.within(paragraph.text)
    dates = [w.exact for w in written_dates(paragraph) if sentence.covers(w.span)]
    if len(dates) == 1:
        return dates[0]
    if dates or _YEAR.search(said) or _THEN.search(said):
        return None
    return context.publication_date or _event_day(context)


def _event_day(context: ReleaseContext) -> date | None:
    """The first day that the copy names with weekday and year."""
    for _, _, found in context.collected(written_dates):
        for written in found:
            if written.weekday is not None and written.exact is not None:
                return written.exact
    return None


def _judged(
    context: ReleaseContext, paragraph: ParagraphContext, held: HeldOffice, day: date
) -> RuleMatch | None:
    """The match where the register contradicts a holder on a day; spans count in the paragraph."""
    now = [one for one in context.house.officials if one.holds_on(day)]
    here = [one for one in now if _definitive(one.office) == held.office]
    definitive = [one for one in here if not _acting(one.office)]
    own = [one for one in now if _is_one(one.name, held.name)]
    ended = [
        one
        for one in context.house.officials
        if one.until is not None
        and one.until < day
        and _definitive(one.office) == held.office
        and _is_one(one.name, held.name)
    ]
    if held.prefix == "mantan":
        is_still = not ended and any(one in definitive for one in own)
        return _without_prefix(paragraph, held, day, "still") if is_still else None
    holders = [one for one in here if _acting(one.office) == held.prefix]
    if any(one in holders for one in own):
        return None
    if held.prefix and not holders:
        is_definitive = any(one in definitive for one in own)
        return _without_prefix(paragraph, held, day, "definitive") if is_definitive else None
    if len({one.name for one in own}) > 1 and " " not in held.name:
        own = []  # one word that several persons' names share
    for one in holders:
        if _is_nearly(one.name, held.name):
            return _match(paragraph, held, day, one, (), "spelling")
    is_anybody = " " not in held.name or _is_of_many(held.office_span.within(paragraph.text), held)
    if not own and not ended and is_anybody:
        return None
    if not holders and not ended and not any(one in here for one in own):
        return None
    kind = "" if holders and not own else "other" if holders else "acting" if own else "unknown"
    return _match(paragraph, held, day, next(iter(holders), None), own, kind, was_once=bool(ended))


def _is_of_many(written: str, held: HeldOffice) -> bool:
    """Whether an office without its place is also that of other countries, companies or regions.

    Such as *Presiden*, *Menteri Pertanian* or, where the register names no place, *Bupati*.
    """
    if _NATIONAL.match(written, 0):
        return not _OF_INDONESIA.search(written)
    return not frozenset(held.office.split()) - _RANK_WORDS


def _values(held: HeldOffice, day: date) -> dict[str, str]:
    return {
        "date": f"{day.day}/{day.month}/{day.year}",
        "office": held.office,
        "name": held.name,
        "holder": "",
        "other": "",
    }


def _without_prefix(
    paragraph: ParagraphContext, held: HeldOffice, day: date, kind: str
) -> RuleMatch:
    """The match for *mantan* or *Plt.* before the office of its regular holder."""
    prefix = paragraph.text[held.span.start : held.office_span.start]
    fix = replacement_fix(
        paragraph.text, held.span.start, held.office_span.start, "", Safety.OFFERED
    )
    values = _values(held, day) | {"other": prefix.strip()}
    return RuleMatch(*held.whole, values, (fix,), message=kind)


def _match(
    paragraph: ParagraphContext,
    held: HeldOffice,
    day: date,
    holder: Official | None,
    own: Sequence[Official],
    kind: str,
    *,
    was_once: bool = False,
) -> RuleMatch:
    """The finding, which offers the person's own office, the holder's name, or *mantan*."""
    text, span = paragraph.text, held.span
    offices = list(dict.fromkeys(one.office for one in own))
    fixes = [
        replacement_fix(text, *span, office, Safety.OFFERED, f"Ganti jabatannya: “{office}”")
        for office in offices
    ]
    values = _values(held, day) | {"other": ", ".join(offices)}
    if holder is not None:
        name = bare_name(holder.name)
        place = held.name_span if kind == "spelling" else _with_titles(text, held)
        label = f"Ganti namanya: “{name}”"
        fixes.append(replacement_fix(text, *place, name, Safety.OFFERED, label))
        values["holder"] = name
    if was_once:
        is_first = text[: span.start].rstrip(" ")[-1:] in ("", "\n", ".", "!", "?")
        form = ("Mantan " if is_first else "mantan ") + text[span.start : span.end]
        fixes.append(replacement_fix(text, *span, form, Safety.OFFERED))
    return RuleMatch(*held.whole, values, tuple(fixes), message=kind)


def _with_titles(text: str, held: HeldOffice) -> Span:
    """A name with titles and degrees, without a full stop that may end the sentence."""
    degrees = _DEGREES.match(text, held.name_span.end)
    end = degrees.end() if degrees else held.name_span.end
    if degrees and text[end - 1] == "." and not text[end:].startswith((",", " (")):
        end -= 1
    return Span(held.titles_start, end)


_TITLES_BEFORE = Pattern(rf"{_TITLE}+")


def bare_name(name: str) -> str:
    """A name of the register without titles and degrees."""
    name = name.partition(",")[0]
    titles = _TITLES_BEFORE.match(name, 0)
    return name[titles.end() :] if titles else name


def _is_one(name: str, other: str) -> bool:
    """Whether two names may be one person's: all words of one are in the other."""
    a, b = _parts(name), _parts(other)
    return bool(a and b) and (a <= b or b <= a)


def _is_nearly(name: str, other: str) -> bool:
    """Whether a name matches another up to slips: each of its words is similar to one of the
    other."""
    a, b = _parts(name), _parts(other)
    return bool(b) and all(any(are_near(part, own) for own in a) for part in b)


def _parts(name: str) -> frozenset[str]:
    folded = bare_name(name).casefold().replace("’", "'")
    return frozenset(part for part in folded.split() if len(part.strip(".")) > 2)


RULES = (
    ReleaseRule(
        code="F10",
        id="office-holder-mismatch",
        name="Pejabat tidak sesuai daftar",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="Per {date} jabatan {office} tercatat atas nama {holder}, bukan {name}; periksa.",
        other_messages={
            "unknown": "Per {date} {name} tidak tercatat lagi sebagai {office}; periksa.",
            "other": (
                "Per {date} jabatan {office} tercatat atas nama {holder}, dan {name} tercatat"
                " sebagai {other}; periksa jabatan atau namanya."
            ),
            "acting": "Per {date} {name} tercatat sebagai {other}, bukan {office}; periksa.",
            "spelling": "Nama {office} tercatat “{holder}”, di sini ditulis “{name}”; periksa.",
            "still": "Per {date} {name} masih tercatat sebagai {office}; periksa “{other}”.",
            "definitive": "Per {date} {name} tercatat sebagai {office}, bukan {other}; periksa.",
        },
        source="daftar pejabat redaksi",
        check=_check,
        officials=(
            Official("Wali Kota Tirtasari", "Sugeng Hartono", until=date(2024, 6, 30)),
            Official("Wali Kota Tirtasari", "Ratna Widuri", since=date(2024, 7, 1)),
            Official("Wakil Wali Kota Tirtasari", "Bambang Adi", since=date(2024, 7, 1)),
        ),
        bad=(
            Example(
                "Wali Kota Tirtasari Bambang Adi membuka pasar, Rabu (13/11/2024).",
                "Wakil Wali Kota Tirtasari Bambang Adi membuka pasar, Rabu (13/11/2024).",
            ),
            Example(
                "Ratna Widury, Wali Kota Tirtasari, membuka pasar, Rabu (13/11/2024).",
                "Ratna Widuri, Wali Kota Tirtasari, membuka pasar, Rabu (13/11/2024).",
            ),
            Example(
                "Mantan Wali Kota Tirtasari Ratna Widuri hadir, Rabu (13/11/2024).",
                "Wali Kota Tirtasari Ratna Widuri hadir, Rabu (13/11/2024).",
            ),
        ),
        good=(
            "Wali Kota Tirtasari Ratna Widuri membuka pasar, Rabu (13/11/2024).",
            "Wali Kota Tirtasari Sugeng Hartono membuka pasar, Rabu (12/6/2024).",
            "Mantan Wali Kota Tirtasari Sugeng Hartono hadir, Rabu (13/11/2024).",
            "Plt. Wali Kota Tirtasari Bambang Adi hadir, Rabu (13/11/2024).",
            "Bambang Adi, Wali Kota Tirtasari, dan Camat Hadi diundang, Rabu (13/11/2024).",
            "Wali Kota Tirtasari Bambang Adi membuka pasar.",
        ),
        remark=(
            "Diam selama daftar pejabat di gaya selingkung kosong, atau bila tanggal"
            " peristiwanya tidak jelas."
        ),
    ),
)
