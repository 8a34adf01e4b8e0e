"""Persons named by a part of their name before an introduction (F07), or in ever new forms
(F09)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.facts.names_in_text import (
    NO_PERSON,
    OFFICES,
    NameRun,
    is_person,
    name_runs_in,
    speakers_in,
)
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch
from bnews_desk.text import Word

_OPENINGS = frozenset(
    "Namun Tapi Sementara Menurut Kata Ujar Sedangkan Adapun Bahkan Selain".split()
)
_LONGEST_NAME = 3
_OF_AN_AGENCY = frozenset("Direktur Ketua Anggota Juru Manajer Sekretaris Wakil Kepala".split())
"""Offices that are followed by an agency rather than a person."""
_PART_OF_MORE = Pattern(
    r"(?:\)|\b(?:bin|binti|al|de|van|von|ten)"
    r"|\b(?!(?:Menurut|Kata|Ujar|Tutur|Ungkap|Jelas|Tegas)\b)[A-Z][\w'’-]*(?: dan)?) $"
)
"""Text before a word that is not a name by itself: *Menteri (Menlu) Sugiono*."""
_GOES_ON = Pattern(r",? [A-Z]|[-\w]")
"""Text after a word that is only the first of a name."""
_MOST_SPEAKERS = 200
"""Most speakers of a release; with more it is a list of remarks and is not checked."""
_MOST_PERSONS = 50
"""Most persons whose forms are counted; with more it is a list of names."""
_SHORT_FORMS = 3
"""Most further forms of one name in a release that readers can follow."""


def _runs(context: ReleaseContext) -> list[NameRun]:
    """The runs of capitalised words in the copy, in order."""
    return [
        NameRun(tokens, number, start, end)
        for number, paragraph, found in context.collected(name_runs_in)
        if paragraph.role in COPY
        for tokens, start, end, _ in found
    ]


def _speakers(context: ReleaseContext) -> list[tuple[int, Word]]:
    """The single words of the copy that name a speaker, each with its paragraph's number."""
    return [
        (number, word)
        for number, paragraph, found in context.collected(speakers_in)
        if paragraph.role in COPY
        for word in found
        if not paragraph.in_quotation(word.start, word.end) and _stands_alone(paragraph, word)
    ]


def _stands_alone(paragraph: ParagraphContext, word: Word) -> bool:
    """Whether neither an office nor a part of an agency's name stands before a name."""
    return _PART_OF_MORE.search(paragraph.text, max(0, word.start - 40), word.start) is None


def _check_first(context: ReleaseContext) -> Iterator[RuleMatch]:
    early: dict[str, tuple[int, Word]] = {}
    for number, word in _speakers(context)[:_MOST_SPEAKERS]:
        if word.text not in early and word.text not in NO_PERSON:
            early[word.text] = number, word
    early = {name: (n, w) for name, (n, w) in early.items() if _stands_first(context, n, w)}
    if not early:
        return
    runs = _by_token(_runs(context))
    for name, (number, word) in early.items():
        full = next((run for run in runs[name] if _introduces(context, run, name)), None)
        if full is not None:
            at = context.frame.parts[number].paragraph.start
            values = {"text": name, "full": " ".join(full.tokens)}
            yield RuleMatch(word.start + at, word.end + at, values)


def _stands_first(context: ReleaseContext, number: int, name: Word) -> bool:
    """Whether a name does not occur in the copy before this place."""
    for part in context.copy_parts:
        paragraph = context.paragraphs[part.paragraph.number]
        if name.folded in paragraph.vocabulary:
            first = next((word for word in paragraph.words if word.text == name.text), None)
            if first is not None:
                return (part.paragraph.number, first.start) == (number, name.start)
    return False


def _by_token(runs: list[NameRun]) -> defaultdict[str, list[NameRun]]:
    """The runs that contain each word, in order."""
    found: defaultdict[str, list[NameRun]] = defaultdict(list)
    for run in runs:
        for token in dict.fromkeys(run.tokens):
            found[token].append(run)
    return found


def _introduces(context: ReleaseContext, run: NameRun, name: str) -> bool:
    """Whether a run is a full name whose first or last word is ``name``."""
    at = run.tokens.index(name)
    before = [i for i, token in enumerate(run.tokens[:at]) if token in NO_PERSON | _OPENINGS]
    first = before[-1] + 1 if before else 0
    who = run.tokens[first:]
    if not 1 < len(who) <= _LONGEST_NAME or name not in (who[0], who[-1]):
        return False
    if not NO_PERSON.isdisjoint(who) or (first and run.tokens[first - 1] in _OF_AN_AGENCY):
        return False
    return is_person(context, run) or run.tokens[0] in _OPENINGS


def _name_in(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a run that are neither an office nor the opening of a sentence."""
    return tuple(token for token in tokens if token not in OFFICES | _OPENINGS)


def _check_mixed(context: ReleaseContext) -> Iterator[RuleMatch]:
    runs = _runs(context)
    by_token = _by_token(runs)
    for office, full in _persons(context, runs)[:_MOST_PERSONS]:
        forms: dict[str, tuple[int, int, int]] = {}
        for run in sorted({*by_token[full[0]], *by_token[full[1]]}, key=lambda run: run[1:]):
            form = _form(run.tokens, full)
            if form and not context.paragraphs[run.number].in_quotation(run.start, run.end):
                forms.setdefault(form, (run.number, run.start, run.end))
        for number, word in _single_words(context, {office, *full}):
            forms.setdefault(word.text, (number, word.start, word.end))
        if len(forms) > _SHORT_FORMS and not any(map(context.lexicon.places.regencies, full)):
            number, start, end = sorted(forms.values())[_SHORT_FORMS]
            at = context.frame.parts[number].paragraph.start
            values = {"forms": ", ".join(f"“{form}”" for form in forms), "count": str(len(forms))}
            yield RuleMatch(start + at, end + at, values)


def _persons(context: ReleaseContext, runs: list[NameRun]) -> list[tuple[str, tuple[str, ...]]]:
    """The offices and full names of persons, each once; persons who share a name are left out."""
    found: dict[tuple[str, ...], str] = {}
    for run in runs:
        name = _name_in(run.tokens)[-2:]
        if len(name) == 2 and NO_PERSON.isdisjoint(name) and is_person(context, run):
            found.setdefault(name, run.tokens[0] if run.tokens[0] in OFFICES else "")
    bearers = Counter(token for name in found for token in {*name})
    return [
        (office, name)
        for name, office in found.items()
        if all(bearers[token] == 1 for token in name)
    ]


def _form(tokens: tuple[str, ...], full: tuple[str, ...]) -> str:
    """The form in which a run names a person: *Sekda Izul*; '' where it names another."""
    name = _name_in(tokens)
    if not name or not set(name) <= set(full):
        return ""
    return " ".join(token for token in tokens if token not in _OPENINGS)


def _single_words(context: ReleaseContext, wanted: set[str]) -> Iterator[tuple[int, Word]]:
    """The words of the copy outside quotations that are in ``wanted`` and stand alone."""
    for part in context.copy_parts:
        paragraph = context.paragraphs[part.paragraph.number]
        for word in paragraph.words:
            if word.text not in wanted or paragraph.in_quotation(word.start, word.end):
                continue
            if _stands_alone(paragraph, word) and not _GOES_ON.match(paragraph.text, word.end):
                yield part.paragraph.number, word


RULES = (
    ReleaseRule(
        code="F07",
        id="name-first-mention-incomplete",
        name="Nama pertama belum lengkap",
        severity=Severity.SUGGESTION,
        safety=Safety.NONE,
        why="“{text}” baru diperkenalkan kemudian sebagai {full}; tulis nama lengkap dan"
        " jabatannya di sini.",
        source="praktik penyuntingan",
        check=_check_first,
        bad=(
            Example("Izul berharap desa maju. Sekda Izul Marom membuka acara di Kanigoro."),
            Example('\n"Kami siap," kata Suyono.\nKetua panitia, Pak Suyono Adi, hadir.'),
        ),
        good=(
            "Bupati Rijanto Mulyono hadir. Rijanto berharap desa maju. Rijanto Mulyono pulang.",
            "Menurut Suyono, panen bagus. Suyono menutup acara itu.",
            "Menteri Keuangan (Menkeu) Purwanto menjelaskan hal itu. Menkeu Purwanto Adi pulang.",
        ),
        remark=("Nama di judul dan di dalam kutipan tidak dihitung sebagai penyebutan pertama."),
    ),
    ReleaseRule(
        code="F09",
        id="name-short-form-mixed",
        name="Sebutan tokoh berganti-ganti",
        severity=Severity.SUGGESTION,
        safety=Safety.NONE,
        why="Satu tokoh disebut dengan {count} bentuk ({forms}); pilih satu sebutan.",
        source="praktik penyuntingan",
        check=_check_mixed,
        bad=(
            Example(
                "Sekda Izul Marom hadir. Menurut Izul Marom, desa maju. Sekda Izul menambahkan"
                " hal itu. Kata Marom, panen raya. Pak Izul pulang."
            ),
        ),
        good=(
            "Sekda Izul Marom hadir. Izul berharap desa maju. Menurut Izul, warga siap.",
            "Bupati Blitar hadir. Menurut Bupati Kediri, itu baik. Bupati pulang. Kediri siap.",
            "Lurah Hadi Wijaya dan Camat Rudi Wijaya hadir. Wijaya bicara. Hadi pulang.",
        ),
        remark=("Mati: berganti sebutan adalah soal selera, dan berita terbit pun melakukannya."),
        is_on=False,
    ),
)
