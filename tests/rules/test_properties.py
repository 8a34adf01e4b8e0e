"""Text of any kind: no rule raises, points beside the text, or makes it restless."""

from __future__ import annotations

import faulthandler
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bnews_desk.finding import Finding
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Mark, Release
from bnews_desk.rules.catalogue import all_rules
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.context import CheckOptions
from bnews_desk.rules.fix_all import MAX_ROUNDS, fix_all
from bnews_desk.rules.rule import Rule

RULES = all_rules()
IN_WINDOW = CheckOptions(date(2024, 11, 14), is_in_window=True)
RELAXED = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])


def with_all_on(rules: Iterable[Rule]) -> Checker:
    """A checker with every one of ``rules``, those that are shipped off included."""
    chosen = tuple(rules)
    house = replace(load_style_sheet()[0], severities={rule.id: rule.severity for rule in chosen})
    return Checker(chosen, house, Lexicon(house.pairs))


@cache
def everything() -> Checker:
    return with_all_on(RULES)


@cache
def as_shipped() -> Checker:
    house = load_style_sheet()[0]
    return Checker(RULES, house, Lexicon(house.pairs))


@cache
def fragments() -> list[str]:
    """Words that rules care about: from their own examples, and what is none of their business."""
    own = {
        piece
        for rule in RULES
        for text in (*(example.bad for example in rule.bad), *rule.good)
        for piece in text.replace("\n", " \n ").split(" ")
        if len(piece) < 25
    }
    others = (
        "\n|\n\n| |  |\u00a0|\u200b|\ufeff|\t|\r|\v|\x00|\x1b[31m|\u2028|\ud800|\udfff|🎉"
        "|👨‍👩‍👧|e\u0301|ﷺ|مرحبا|السلام عليكم|中文|ß|İ|ﬁ|½|²|٣"
        "|\"|“|”|'|’|(|)|[|]|{|}|{0}|%s|-|–|—|/|.|..|...|…"
        "|,|;|:|?|!|*|_|Rp|1.000,50|31/02/2024|99:99|1e9|08123456789|https://x.id|#a|@b|A.|Drs."
        "|di|ke|BLITAR | B-news.id - |Baca juga: |(kmfkabblt/sun)|Editor : Zainul Arifin"
    ).split("|")
    return sorted(own) + others


JOINED = st.lists(
    st.tuples(st.sampled_from(fragments()), st.sampled_from(["", " ", " ", " ", "\n"])),
    max_size=25,
).map(lambda parts: "".join(piece + gap for piece, gap in parts))
RAW = st.text(st.characters(exclude_categories=()), max_size=60)
TEXTS = st.one_of(JOINED, RAW, st.tuples(JOINED, RAW, JOINED).map("".join))


@st.composite
def releases(draw: st.DrawFn) -> Release:
    text = draw(TEXTS)
    places = st.integers(0, max(1, len(text)))
    kinds = st.sampled_from(["bold", "link"])
    marks = draw(st.lists(st.builds(Mark, places, places, kinds), max_size=2))
    return Release(text, tuple(marks))


def assert_well_formed(finding: Finding, release: Release) -> None:
    text = release.text
    assert 0 <= finding.start < finding.end <= len(text), finding
    assert finding.text == text[finding.start : finding.end], finding
    assert finding.message, finding
    for fix in finding.fixes:
        assert fix.label, finding
        assert fix.edits, finding
        assert any(edit.old != edit.new for edit in fix.edits), finding
        after = release.edited(fix.edits)
        assert (after.text, after.marks) != (text, release.marks), finding


@RELAXED
@example(Release("0 0 A\n"))
@given(releases())
def test_no_rule_raises_and_every_finding_lies_inside_the_text(release: Release) -> None:
    for options in (CheckOptions(), IN_WINDOW):
        for finding in everything().check(release, options):
            assert_well_formed(finding, release)


@RELAXED
@given(releases())
def test_a_second_check_finds_the_same(release: Release) -> None:
    fresh = Checker(RULES, everything().house, everything().lexicon)
    assert everything().check(release) == fresh.check(release)


@RELAXED
@given(releases())
def test_everything_settles_and_a_second_run_changes_nothing(release: Release) -> None:
    once = fix_all(release, everything())
    assert once.rounds < MAX_ROUNDS
    again = fix_all(once.release, everything())
    assert again.release == once.release
    assert [p for p in again.remaining if p.safe_fix is not None] == []


@RELAXED
@given(releases())
def test_the_rules_as_shipped_settle_too(release: Release) -> None:
    once = fix_all(release, as_shipped())
    again = fix_all(once.release, as_shipped())
    assert again.release == once.release
    assert again.rounds == 0


@RELAXED
@given(releases())
def test_no_fix_touches_the_words_of_a_speaker_unasked(release: Release) -> None:
    for finding in everything().check(release):
        fix = finding.safe_fix
        if fix is None:
            continue
        for edit in fix.edits:
            assert not any(
                mark.kind == "link" and edit.start < mark.end and mark.start < edit.end
                for mark in release.marks
            ), finding


HOSTILE = {
    "quotes": '"',
    "curly quotes": "“",
    "quoted words": '"a ',
    "brackets": "(",
    "closing brackets": ")",
    "square brackets": "[",
    "spaces": " ",
    "no-break spaces": "\u00a0",
    "hyphens": "a-",
    "dashes": " - ",
    "numbers": "1.",
    "digits": "1",
    "grouped numbers": "1.000 ",
    "stops": ". ",
    "commas": ",",
    "stars": "*",
    "dots": ".",
    "slashes": "a/",
    "letters": "a",
    "capitals": "A",
    "initials": "A.",
    "places": "BLITAR ",
    "datelines": "BLITAR | B-news.id - ",
    "related": "Baca juga: ",
    "credits": "Editor : ",
    "tags": "(kmfkabblt/sun) ",
    "dates": "Rabu (13/11/2024) ",
    "clock times": "08.00 ",
    "money": "Rp1.000 ",
    "prepositions": "di ",
    "prefixes": "non ",
    "repeated": "antar ",
    "acronyms": "ABC (ABC) ",
    "titles": "Drs. ",
    "degrees": "S.Sos., ",
    "addresses": "a@b.",
    "hashtags": "#a",
    "emoji": "🎉",
    "combining": "e\u0301",
    "Arabic": "مرحبا ",
    "surrogates": "\ud800",
    "controls": "\x00",
    "apostrophes": "a'",
    "sentences": "Panen raya dimulai. ",
    "speech": '"Kami siap panen besok," kata Rina. ',
}
HOSTILE_LENGTH = 200_000
HOSTILE_SECONDS = 45
"""For one line of so many code points; linear work needs about one, quadratic work minutes."""
MEGABYTE = 1_000_000
MEGABYTE_SECONDS = 120
MEGABYTES = ("dates", "spaces", "quoted words", "sentences", "speech", "Arabic", "letters")
SLICES = 4

_RUN = """
import sys
sys.path.insert(0, sys.argv[1])
import test_properties
test_properties.check_lines(sys.argv[4:], int(sys.argv[2]), float(sys.argv[3]))
"""


def check_lines(names: Iterable[str], length: int, seconds: float) -> None:
    """Check one long line of each hostile string with all rules; who takes longer is shot.

    The traceback on standard error then shows the rule that was still at work.
    """
    for name in names:
        print(name, flush=True)
        line = HOSTILE[name] * (length // len(HOSTILE[name]))
        faulthandler.dump_traceback_later(seconds, exit=True)
        everything().check(Release("\n" + line), IN_WINDOW)
        faulthandler.cancel_dump_traceback_later()


def assert_checked_in_time(names: list[str], length: int, seconds: float) -> None:
    here = str(Path(__file__).parent)
    done = subprocess.run(
        [sys.executable, "-c", _RUN, here, str(length), str(seconds), *names],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout.splitlines()[-1:]}: {done.stderr[:3000]}"
    assert done.stdout.splitlines() == names


@pytest.mark.parametrize("part", range(SLICES))
def test_a_long_line_of_hostile_text_holds_no_rule_up(part: int) -> None:
    assert_checked_in_time(list(HOSTILE)[part::SLICES], HOSTILE_LENGTH, HOSTILE_SECONDS)


@pytest.mark.parametrize("name", MEGABYTES)
def test_a_megabyte_on_one_line_holds_no_rule_up(name: str) -> None:
    assert_checked_in_time([name], MEGABYTE, MEGABYTE_SECONDS)
