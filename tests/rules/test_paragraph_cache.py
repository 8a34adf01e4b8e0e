"""What a rule works out of a paragraph is cached with it, so that an edit costs one paragraph."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.catalogue import all_rules
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.rule import ReleaseRule, RuleMatch

LINES = ["", "Pasar dibuka camat.", "Warga senang.", "Camat pulang.", "Hujan turun."]


@pytest.fixture
def asked() -> list[str]:
    """The paragraphs that the rule has looked at, in order."""
    return []


@pytest.fixture
def checker(asked: list[str]) -> Checker:
    """A checker with one release rule, which looks for a word in each paragraph."""

    def places(paragraph: ParagraphContext) -> tuple[int, ...]:
        asked.append(paragraph.text)
        at = paragraph.text.casefold().find("camat") if paragraph.role in COPY else -1
        return (at,) if at >= 0 else ()

    def check(context: ReleaseContext) -> Iterator[RuleMatch]:
        for number, _, (at,) in context.collected(places):
            start = context.frame.parts[number].paragraph.start + at
            yield RuleMatch(start, start + 5, {"number": str(number)})

    rule = ReleaseRule(
        code="R01",
        id="chief",
        name="Camat",
        severity=Severity.WARNING,
        safety=Safety.NONE,
        why="Ada camat.",
        source="uji",
        bad=(),
        good=(),
        check=check,
    )
    return Checker([rule], load_style_sheet()[0], Lexicon())


def test_only_paragraphs_with_something_in_them_are_gathered(checker: Checker) -> None:
    found = checker.check(Release("\n".join(LINES)))
    assert [(p.text, p.values["number"]) for p in found] == [("camat", "1"), ("Camat", "3")]


def test_after_an_edit_only_the_changed_paragraph_is_asked(
    checker: Checker, asked: list[str]
) -> None:
    checker.check(Release("\n".join(LINES)))
    assert sorted(asked) == sorted(LINES)
    asked.clear()
    edited = [*LINES[:2], "Warga dan camat senang.", *LINES[3:]]
    found = checker.check(Release("\n".join(edited)))
    assert asked == ["Warga dan camat senang."]
    assert [p.values["number"] for p in found] == ["1", "2", "3"]


def test_places_move_with_the_paragraphs_that_were_not_asked_again(checker: Checker) -> None:
    checker.check(Release("\n".join(LINES)))
    release = Release("\n".join(["Judul", "Sebuah baris baru di atas.", *LINES[1:]]))
    found = checker.check(release)
    assert [release.text[p.start : p.end] for p in found] == ["camat", "Camat"]
    assert [p.values["number"] for p in found] == ["2", "4"]


def test_the_copy_beside_a_paragraph_skips_what_is_no_copy() -> None:
    lines = ["Judul", "Pasar dibuka.", "Baca juga: Jalan Baru Dibuka", "Warga senang."]
    seen: list[tuple[str | None, str | None]] = []

    def check(context: ReleaseContext) -> Iterator[RuleMatch]:
        for number in range(len(lines)):
            beside = context.copy_above(number), context.copy_below(number)
            above, below = (paragraph.text if paragraph else None for paragraph in beside)
            seen.append((above, below))
        yield from ()

    rule = ReleaseRule(
        code="R01",
        id="beside",
        name="Tetangga",
        severity=Severity.WARNING,
        safety=Safety.NONE,
        why="-",
        source="uji",
        bad=(),
        good=(),
        check=check,
    )
    Checker([rule], load_style_sheet()[0], Lexicon()).check(Release("\n".join(lines)))
    first, last = lines[1], lines[3]
    assert seen == [(None, first), (None, last), (first, last), (first, None)]


def test_who_judges_by_another_style_lets_go_of_the_words_before() -> None:
    lexicon = Lexicon()
    checker = Checker(all_rules(), load_style_sheet()[0], lexicon)
    assert checker.check(Release.of("3 Warga Panen", ["Sebanyak 1720 orang hadir Senin (12/11)."]))
    before = weakref.ref(lexicon)
    del checker, lexicon
    gc.collect()
    assert before() is None
