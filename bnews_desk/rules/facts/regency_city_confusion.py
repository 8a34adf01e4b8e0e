"""Kabupaten and Kota of the same name: two governments that are easily confused."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.facts.place_chains import tells_of_the_past
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch
from bnews_desk.text import Span

_NAME = r"[A-Z][a-z]{2,20}"
_MIXED = Pattern(
    rf"\b(?:[Ww]ali [Kk]ota|[Ww]alikota|Wawali) (?:Kab(?:upaten|\.)) {_NAME}"
    rf"|\b(?:(?<!Wakil )[Bb]upati|Wabup|[Ww]akil [Bb]upati) Kota {_NAME}"
    rf"|\b(?:Pemkot|Pemerintah Kota) Kab(?:upaten|\.) {_NAME}"
    rf"|\b(?:Pemkab|Pemerintah Kabupaten) Kota {_NAME}"
)
_PLACE = Pattern(
    rf"\b(?P<kind>Kabupaten|Kab\.|Kota|Pemkab|Pemkot|Bupati|Wali Kota|Walikota) (?P<name>{_NAME})"
)
_KIND = Pattern(
    r"(?<![\w-])(?:(?P<city>[Ww]ali [Kk]ota|Walikota|Wawali|Pemkot|Pemerintah Kota"
    r"|[Kk]ota Administrasi)"
    r"|Bupati|Wabup|Pemkab|[Kk]abupaten(?: Administrasi)?|Kab\.) "
    rf"(?=(?P<run>{_NAME}(?: {_NAME}){{0,3}})(?![\w-]))"
)
_KIND_SIGNS = frozenset(
    "wali walikota wawali pemkot kota bupati wabup pemkab kabupaten kab".split()
)
_REGENCY = frozenset({"Kabupaten", "Kab.", "Pemkab", "Bupati"})
_NEW_CITIES = frozenset({"Baru", "Lama", "Tua", "Besar", "Kecil"})
_KOTA_REGENCIES = frozenset({"Kotabaru", "Kotawaringin", "Waringin"})


def _check(context: ReleaseContext) -> Iterator[RuleMatch]:
    for number, _, found in context.collected(_mixed):
        at = context.frame.parts[number].paragraph.start
        for start, end in found:
            yield RuleMatch(start + at, end + at, {}, (), None, "office")
    for number, _, others in context.collected(_of_other_kind):
        at = context.frame.parts[number].paragraph.start
        for start, end, name, kind in others:
            values = {"name": name, "kind": kind}
            yield RuleMatch(start + at, end + at, values, (), Severity.WARNING, "kind")
    if context.original is not None:
        yield from _check_original(context, context.original.text)


def _of_other_kind(paragraph: ParagraphContext) -> tuple[tuple[int, int, str, str], ...]:
    """Places named with a kind that no place of that name has, with the name and its real kind."""
    if paragraph.role not in COPY_AND_HEADLINE or _KIND_SIGNS.isdisjoint(paragraph.vocabulary):
        return ()
    found = tuple(_wrong_kinds(paragraph))
    return () if found and tells_of_the_past(paragraph.text) else found


def _wrong_kinds(paragraph: ParagraphContext) -> Iterator[tuple[int, int, str, str]]:
    for m in _KIND.finditer(paragraph.text, *paragraph.copy):
        parts = m["run"].split(" ")
        for count in range(len(parts), 0, -1):
            name = " ".join(parts[:count])
            found = paragraph.lexicon.places.regencies(name)
            if found:
                is_city = m["city"] is not None
                if all((regency.kind == "Kota") != is_city for regency in found):
                    yield m.start(), m.start("run") + len(name), name, found[0].kind.lower()
                break


def _mixed(paragraph: ParagraphContext) -> tuple[tuple[int, int], ...]:
    """Offices of one kind of place that the text gives to the other kind."""
    if paragraph.role not in COPY_AND_HEADLINE or (
        "Ko" not in paragraph.text and "kot" not in paragraph.text
    ):
        return ()
    return tuple(
        m.span()
        for m in _MIXED.finditer(paragraph.text, *paragraph.copy)
        if m.group().rpartition(" ")[2] not in _NEW_CITIES | _KOTA_REGENCIES
    )


def _check_original(context: ReleaseContext, original: str) -> Iterator[RuleMatch]:
    """Places that are only of one kind in the text and only of the other in the original."""
    before = _kinds(original, [Span(0, len(original))])
    spans = [
        Span(p.copy.start + part.paragraph.start, p.copy.end + part.paragraph.start)
        for part, p in zip(context.frame.parts, context.paragraphs, strict=True)
        if part.role in COPY_AND_HEADLINE
    ]
    now = _kinds(context.text, spans)
    for name, kinds in now.items():
        if len(kinds) != 1 or len(before.get(name, {})) != 1 or kinds.keys() == before[name].keys():
            continue
        (kind, where), other = next(iter(kinds.items())), next(iter(before[name]))
        values = {"then": f"{other} {name}", "now": f"{kind} {name}"}
        for start, end in where:
            yield RuleMatch(start, end, values, (), Severity.WARNING)


def _kinds(text: str, spans: list[Span]) -> dict[str, dict[str, list[tuple[int, int]]]]:
    """For each name, the places where it is called a regency and those where it is called a
    city."""
    found: dict[str, dict[str, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    for span in spans:
        for m in _PLACE.finditer(text, span.start, span.end):
            if m["name"] not in _NEW_CITIES:
                kind = "Kabupaten" if m["kind"] in _REGENCY else "Kota"
                found[m["name"]][kind].append(m.span())
    return found


RULES = (
    ReleaseRule(
        code="F14",
        id="kab-kota-confusion",
        name="Kabupaten atau kota",
        severity=Severity.SUGGESTION,
        safety=Safety.NONE,
        why="Rilis menyebut {then}, berita menyebut {now}; periksa.",
        other_messages={
            "office": "Wali kota memimpin kota, bupati memimpin kabupaten; periksa.",
            "kind": "{name} tercatat hanya sebagai {kind}; periksa.",
        },
        source="praktik penyuntingan; data wilayah Kemendagri",
        check=_check,
        bad=(
            Example("Wali Kota Kabupaten Blitar hadir."),
            Example("Acara dibuka Bupati Kota Blitar."),
            Example("Wakil Bupati Kota Kediri hadir."),
            Example("Walikota Kab. Blitar hadir."),
            Example("Bupati Surabaya hadir."),
            Example("Pemkot Tulungagung membangun pasar."),
            Example("Kabupaten Administrasi Jakarta Timur ramai."),
            Example("Pemkab Kota Blitar dan Pemkot Kabupaten Blitar bekerja sama."),
        ),
        good=(
            "Wali Kota Blitar bertemu Bupati Blitar di Kota Blitar.",
            "Bupati Batu Bara, Bupati Padang Pariaman, dan Wali Kota Bima Arya hadir.",
            "Kota Tulungagung, Pemkab Blitar, dan Kota Administrasi Jakarta Timur.",
            "Kabupaten Surabaya berganti nama menjadi Kabupaten Gresik.",
            "Bupati Kotabaru dan Bupati Kotawaringin Barat hadir.",
            "Pemerintah Kota Blitar dan Pemerintah Kabupaten Blitar bekerja sama.",
            "Bupati dan Wali Kota se-Kabupaten Blitar. Kabupaten Kota Baru berubah nama.",
        ),
    ),
)
