"""Titles of linked articles that the archive knows better."""

from __future__ import annotations

from datetime import date

import pytest
from known_headlines import KnownHeadlines

from bnews_desk.earlier_headlines import EarlierHeadline
from bnews_desk.finding import Finding
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Details, Mark, Release
from bnews_desk.rules.catalogue import all_rules
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.context import CheckOptions

HOUSE = load_style_sheet()[0]
CHECKER = Checker(
    [rule for rule in all_rules() if rule.code in ("A32", "A33", "A34")],
    HOUSE,
    Lexicon(HOUSE.pairs),
)
FAIR = EarlierHeadline("Pasar Malam Kesamben Dibuka Bupati", date(2024, 11, 12))
OTHER = EarlierHeadline("Banjir Merendam Dua Desa di Sutojayan")


def release(title: str, headline: str = "") -> Release:
    return Release.of(headline, ["Satu kalimat.", f"Baca juga: {title}", "Dua kalimat."])


def found(
    title: str,
    *earlier: EarlierHeadline,
    headline: str = "",
    day: date | None = None,
    knows_enough: bool = True,
) -> list[Finding]:
    archive = KnownHeadlines(earlier or (FAIR, OTHER), knows_enough=knows_enough)
    return CHECKER.check(release(title, headline), CheckOptions(day, archive=archive))


def rules(*args: object, **options: object) -> list[str]:
    return [finding.rule for finding in found(*args, **options)]  # type: ignore[arg-type]


def test_without_an_archive_all_are_silent() -> None:
    assert (
        CHECKER.check(release("Pasar Malam Kesamben Dibuka"), CheckOptions(date(2024, 1, 1))) == []
    )


def test_a_fix_puts_the_archives_exact_words_in() -> None:
    (finding,) = found("Pasar Malam Kesamben Dibuka Bupatii.")
    assert finding.text == "Pasar Malam Kesamben Dibuka Bupatii"
    (fix,) = finding.fixes
    mended = release("Pasar Malam Kesamben Dibuka Bupatii.").edited(fix.edits)
    assert mended.text.split("\n")[2] == "Baca juga: Pasar Malam Kesamben Dibuka Bupati."


def test_a_fix_is_offered_where_the_title_is_a_link_too() -> None:
    title = "Pasar Malam Kesamben Dibuka Bupatii"
    linked = release(title)
    at = linked.text.index(title)
    linked = linked._replace(marks=(Mark(at, at + len(title), "link", "https://b-news.id/x"),))
    (finding,) = CHECKER.check(linked, CheckOptions(archive=KnownHeadlines([FAIR])))
    mended = linked.edited(finding.fixes[0].edits)
    assert [mark.target for mark in mended.marks] == ["https://b-news.id/x"]


@pytest.mark.parametrize(
    "title",
    [
        "Pasar Malam Kesamben Dibuka Bupati",
        "Pasar  Malam Kesamben Dibuka\u00a0Bupati.",
        "“Pasar” Lain Sama Sekali",
    ],
)
def test_what_only_looks_otherwise_is_not_altered(title: str) -> None:
    assert "related-title-altered" not in rules(title)


def test_shapes_of_quotation_marks_and_dashes_make_no_other_title() -> None:
    earlier = EarlierHeadline("Tari “Remo” Blitar–Malang Dipentaskan")
    assert rules('Tari "Remo" Blitar-Malang Dipentaskan', earlier) == []


def test_a_title_that_is_nearly_the_own_headline_is_left_to_another_rule() -> None:
    own = "Pasar Malam Kesamben Dibuka Bupati"
    assert rules("Pasar Malam Kesamben Dibuka Bupatii", FAIR, headline=own) == []


def test_a_headline_in_capitals_is_no_model() -> None:
    assert rules("Pasar Malam Dibuka", EarlierHeadline("PASAR MALAM DIBUKA")) == [
        "related-title-unknown"
    ]


def test_an_archive_that_knows_little_calls_nothing_unknown() -> None:
    assert rules("Jembatan Kali Brantas Diperbaiki") == ["related-title-unknown"]
    assert rules("Jembatan Kali Brantas Diperbaiki", knows_enough=False) == []


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        (None, []),
        (date(2024, 11, 12), []),
        (date(2024, 11, 13), []),
        (date(2024, 11, 11), ["related-dated-after"]),
    ],
)
def test_a_linked_story_is_not_of_a_later_day(day: date | None, answer: list[str]) -> None:
    assert rules(FAIR.headline, day=day) == answer


def test_of_two_stories_with_one_headline_the_earlier_is_meant() -> None:
    again = FAIR._replace(day=date(2023, 11, 12))
    assert rules(FAIR.headline, FAIR, again, day=date(2024, 1, 1)) == []
    unknown = FAIR._replace(day=None)
    assert rules(FAIR.headline, FAIR, unknown, day=date(2024, 1, 1)) == []


def test_the_day_may_be_that_of_the_details() -> None:
    details = Details(publication_date=date(2024, 11, 1))
    dated = release(FAIR.headline)._replace(details=details)
    (finding,) = CHECKER.check(dated, CheckOptions(archive=KnownHeadlines([FAIR])))
    assert finding.rule == "related-dated-after"
    assert "12/11/2024" in finding.message
    assert "01/11/2024" in finding.message


def test_a_glued_line_is_looked_up_too() -> None:
    glued = Release.of("", ["Satu kalimat. Baca juga: Pasar Malam Kesamben Dibuka Bupatii", "Dua."])
    (finding,) = CHECKER.check(glued, CheckOptions(archive=KnownHeadlines([FAIR])))
    assert finding.text == "Pasar Malam Kesamben Dibuka Bupatii"
