"""One person under two spellings: *Izul Marom* and *Izul Marrom*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bnews_desk.finding import Safety, Severity
from bnews_desk.lexicon.near_names import slip_distance, sound_key
from bnews_desk.rules.context import ReleaseContext
from bnews_desk.rules.facts.names_in_text import (
    NO_PERSON,
    NameRun,
    Tokens,
    is_person,
    name_runs_in,
    speakers_in,
)
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch, replacement_fix
from bnews_desk.text import Word

_LEAST_LETTERS = 5
"""A shorter token that differs says nothing: *Andi* and *Ando* are two."""
_Place = tuple[NameRun, int]
"""A run, and which of its words a pair begins with."""


def _check(context: ReleaseContext) -> Iterator[RuleMatch]:
    runs: list[NameRun] = []
    places: defaultdict[Tokens, list[_Place]] = defaultdict(list)
    for number, _, found in context.collected(name_runs_in):
        for tokens, start, end, pairs in found:
            run = NameRun(tokens, number, start, end)
            runs.append(run)
            for i, pair in pairs:
                places[pair].append((run, i))
    wrong = _variants(context, places)
    for minor, major in wrong.items():
        at = 0 if minor[0] != major[0] else 1
        for run, i in places[minor]:
            shown = " ".join(minor), " ".join(major)
            start = run.token_start(i + at)
            yield _match(context, run.number, start, minor[at], major[at], shown)
    yield from _short_variants(context, runs, {t for pair in wrong for t in pair})


def _sentences(context: ReleaseContext, places: Iterable[_Place]) -> set[tuple[int, int]]:
    """The sentences that a name stands in."""
    return {
        (run.number, sum(s.start <= run.start for s in context.paragraphs[run.number].sentences))
        for run, _ in places
    }


def _variants(
    context: ReleaseContext, places: Mapping[Tokens, list[_Place]]
) -> dict[Tokens, Tokens]:
    """For each minor spelling of a person's name the major one."""
    if all(len({pair[side] for pair in places}) == len(places) for side in (0, 1)):
        return {}  # no two share a word
    order = {pair: number for number, pair in enumerate(places)}
    by_word: defaultdict[tuple[int, str], list[Tokens]] = defaultdict(list)
    for pair in places:
        by_word[0, pair[0]].append(pair)
        by_word[1, pair[1]].append(pair)
    found: dict[Tokens, Tokens] = {}
    for (side, _), group in by_word.items():
        for one, other in _near_ones(group, 1 - side):
            both = places[one] + places[other]
            if not any(
                i + 2 == len(run.tokens) and is_person(context, run) for run, i in both
            ) or _sentences(context, places[one]) & _sentences(context, places[other]):
                continue
            minor, major = sorted(
                (one, other),
                key=lambda t: (len(places[t]), context.text.count(t[1 - side]), -order[t]),
            )
            found.setdefault(minor, major)
    return {minor: major for minor, major in found.items() if major not in found}


def _near_ones(group: list[Tokens], side: int) -> Iterator[tuple[Tokens, Tokens]]:
    if not 1 < len(group) < _MOST_ALIKE:
        return
    for i, one in enumerate(group):
        for other in group[i + 1 :]:
            if _are_one(one[side], other[side]):
                yield one, other


_MOST_ALIKE = 40
"""Pairs that share a word; more of them are no names of one person."""


def _are_one(one: str, other: str) -> bool:
    a, b = one.casefold(), other.casefold()
    if a == b or min(len(a), len(b)) < _LEAST_LETTERS:
        return False
    if a + "s" == b or b + "s" == a:
        return False
    return sound_key(a) == sound_key(b) or slip_distance(a, b, 1) <= 1 or _is_slip(a, b)


def _is_slip(a: str, b: str) -> bool:
    """Two slips in a long name whose first letters are the same."""
    return min(len(a), len(b)) > 7 and a[:3] == b[:3] and slip_distance(a, b, 2) <= 2


def _short_variants(
    context: ReleaseContext, runs: Sequence[NameRun], told: set[str]
) -> Iterator[RuleMatch]:
    """Persons named by one word that is nearly, and nowhere exactly, one of a full name."""
    spoken_of = list(_speakers(context)) if runs else []
    if not spoken_of:
        return
    by_token: dict[str, list[NameRun]] = {}
    for run in runs:
        for token in run.tokens:
            by_token.setdefault(token, []).append(run)
    singles: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, spoken in spoken_of:
        name = spoken.text
        if name not in by_token and name not in told and name not in NO_PERSON:
            singles[name].append((number, spoken.start))
    for word, places in singles.items():
        near = [
            full
            for full, owners in by_token.items()
            if _may_be_one(word, full)
            and full not in NO_PERSON
            and any(is_person(context, run) for run in owners)
        ]
        if len(near) == 1:
            yield from _shorter_matches(context, word, places, near[0], by_token[near[0]])


def _shorter_matches(
    context: ReleaseContext,
    word: str,
    places: Sequence[tuple[int, int]],
    name: str,
    runs: Sequence[NameRun],
) -> Iterator[RuleMatch]:
    """The rarer of the two spellings at each of its places."""
    if context.text.count(word) > context.text.count(name):
        places = [(run.number, run.token_start(run.tokens.index(name))) for run in runs]
        word, name = name, word
    for number, start in places:
        yield _match(context, number, start, word, name, (word, name))


def _may_be_one(word: str, name: str) -> bool:
    has_like_ends = word[0] == name[0] or word[-3:] == name[-3:]
    return has_like_ends and _are_one(word, name)


def _speakers(context: ReleaseContext) -> Iterator[tuple[int, Word]]:
    """Single capitalised words beside a verb of saying, each with its paragraph's number."""
    for number, _, found in context.collected(speakers_in):
        for word in found:
            yield number, word


def _match(
    context: ReleaseContext, number: int, start: int, word: str, right: str, shown: tuple[str, str]
) -> RuleMatch:
    paragraph, offset = context.paragraphs[number], context.frame.parts[number].paragraph.start
    fix = replacement_fix(paragraph.text, start, start + len(word), right, Safety.OFFERED)
    values = {"text": shown[0], "right": shown[1]}
    return RuleMatch(start + offset, start + len(word) + offset, values, (fix.shifted(offset),))


RULES = (
    ReleaseRule(
        code="F06",
        id="name-variant",
        name="Ejaan nama berbeda",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="Nama ditulis “{text}” dan “{right}”; periksa dan samakan.",
        source="praktik penyuntingan",
        remark=(
            "Hanya nama orang yang dikenali dari jabatan, gelar, atau kata kutip di dekatnya. Dua"
            " nama dalam satu kalimat dianggap dua orang."
        ),
        check=_check,
        bad=(
            Example(
                "\nSekda Izul Marom hadir. Izul Marom bicara.\nMenurut Izul Marrom, desa maju.",
                "\nSekda Izul Marom hadir. Izul Marom bicara.\nMenurut Izul Marom, desa maju.",
            ),
            Example(
                "\nBupati Rini Syarifah mengajak warga. Kata Rini Sarifah, desa itu maju.",
                "\nBupati Rini Syarifah mengajak warga. Kata Rini Syarifah, desa itu maju.",
            ),
            Example(
                '\nKetua panitia, Bambang Sutrisno, hadir. "Ayo," ujar Bambang Sutrisno.\n'
                '"Kami siap," kata Sutrisna.',
                '\nKetua panitia, Bambang Sutrisno, hadir. "Ayo," ujar Bambang Sutrisno.\n'
                '"Kami siap," kata Sutrisno.',
            ),
            Example(
                "Izul Maron Minta Desa Maju\nSekda Izul Marom hadir. Kata Izul Marom, ayo.",
                "Izul Marom Minta Desa Maju\nSekda Izul Marom hadir. Kata Izul Marom, ayo.",
            ),
        ),
        good=(
            "Sekda Izul Marom hadir. Izul bicara. Marom pulang.",
            "\nKata Siti Aminah, ia bersaudara dengan Siti Aminuh yang juga hadir.",
            "\nCamat Kanigoro Andi hadir. Menurut Ando, desa maju.",
            "\nBupati Blitar hadir. Menurut Bupati Blora, desa maju.",
            "\nWarga Desa Sukorejo hadir. Menurut warga Desa Sukoreno, panen raya.",
            "\nKata Budi Santoso, panen raya. Menurut Agus Santosa, harga naik.",
        ),
    ),
)
