"""One round of fixes, and what an editor does not want to see again."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bnews_desk.errors import StaleEditError
from bnews_desk.finding import (
    Finding,
    Fix,
    Safety,
    Severity,
    apply_fixes,
    carry_ignores,
    ignore_here,
    ignore_in_release,
    without_ignored,
)
from bnews_desk.release import Edit, Release

TEXT = "\nSatu dua tiga.\nSatu empat."
RELEASE = Release(TEXT)


def fix(*changes: tuple[str, str], safety: Safety = Safety.SAFE) -> Fix:
    """A fix of the first place of each word."""
    edits = tuple(
        Edit(TEXT.index(old), TEXT.index(old) + len(old), old, new) for old, new in changes
    )
    return Fix(safety, "Ganti", edits)


def put_in(at: int, new: str) -> Fix:
    return Fix(Safety.SAFE, "Tambahkan", (Edit(at, at, "", new),))


def finding(words: str, release: Release = RELEASE, rule: str = "fake", after: int = 0) -> Finding:
    start = release.text.index(words, after)
    return Finding(rule, Severity.WARNING, start, start + len(words), words, "Periksa.")


# --- one round ------------------------------------------------------------------------------


def test_fixes_that_do_not_meet_are_all_applied() -> None:
    after = apply_fixes(RELEASE, [fix(("empat", "lima")), fix(("dua", "2"))])[0]
    assert after.text == "\nSatu 2 tiga.\nSatu lima."


def test_of_overlapping_fixes_the_first_is_applied_and_the_other_dropped_whole() -> None:
    first, other = fix(("dua tiga", "banyak")), fix(("tiga.", "!"), ("empat", "lima"))
    assert apply_fixes(RELEASE, [first, other])[0].text == "\nSatu banyak.\nSatu empat."
    assert apply_fixes(RELEASE, [other, first])[0].text == "\nSatu dua !\nSatu lima."


def test_fixes_of_neighbouring_words_are_both_applied() -> None:
    after = apply_fixes(RELEASE, [fix(("dua ", "2 ")), fix(("tiga", "3"))])[0]
    assert after.text == "\nSatu 2 3.\nSatu empat."


def test_the_same_fix_twice_is_applied_once() -> None:
    assert apply_fixes(RELEASE, [fix(("dua", "2"))] * 2)[0].text == "\nSatu 2 tiga.\nSatu empat."


def test_of_two_insertions_at_one_place_one_is_applied() -> None:
    assert apply_fixes(RELEASE, [put_in(1, "Nah, "), put_in(1, "Oh, ")])[0].headline == ""
    assert apply_fixes(RELEASE, [put_in(1, "A "), put_in(1, "B ")])[0].text == "\nA " + TEXT[1:]


@pytest.mark.parametrize("at", [6, 8, 9])
def test_nothing_is_put_in_at_or_inside_a_stretch_that_another_fix_changes(at: int) -> None:
    after = apply_fixes(RELEASE, [fix(("dua", "2")), put_in(at, "X")])[0]
    assert after.text == "\nSatu 2 tiga.\nSatu empat."


def test_a_long_early_edit_hides_no_later_overlap() -> None:
    long, inside = fix(("Satu dua tiga.\nSatu", "X")), fix(("tiga", "3"))
    assert apply_fixes(RELEASE, [inside, long])[0].text == "\nSatu dua 3.\nSatu empat."
    assert apply_fixes(RELEASE, [long, inside])[0].text == "\nX empat."


def test_a_round_on_a_text_that_has_moved_on_is_refused() -> None:
    with pytest.raises(StaleEditError):
        apply_fixes(Release("\nLain sama sekali, tetapi panjang."), [fix(("dua", "2"))])[0]


def test_no_fix_changes_nothing() -> None:
    assert apply_fixes(RELEASE, [])[0] is RELEASE


@st.composite
def many_fixes(draw: st.DrawFn) -> list[Fix]:
    """Fixes of up to three edits that do not overlap among themselves."""
    fixes = []
    for number in range(draw(st.integers(0, 8))):
        cuts = sorted(draw(st.lists(st.integers(0, len(TEXT)), min_size=2, max_size=6)))
        edits = [
            Edit(a, b, TEXT[a:b], str(number)) for a, b in zip(cuts[::2], cuts[1::2], strict=False)
        ]
        apart = [e for i, e in enumerate(edits) if not i or e.start > edits[i - 1].end]
        fixes.append(Fix(Safety.SAFE, "Ganti", tuple(apart)))
    return fixes


@settings(deadline=None)
@given(many_fixes())
def test_whatever_fixes_are_given_a_round_never_fails_and_does_each_wholly_or_not(
    fixes: list[Fix],
) -> None:
    after = apply_fixes(RELEASE, fixes)[0].text
    for number, one in enumerate(fixes):
        assert after.count(str(number)) in {0, len(one.edits)}
    if fixes:
        assert after.count("0") == len(fixes[0].edits), "the first one always goes"


# --- findings -------------------------------------------------------------------------------


def test_a_message_is_its_template_with_the_values() -> None:
    found = Finding("r", Severity.ERROR, 0, 1, "x", "Tulis “{form}”.", {"form": "{a} 100 %"})
    assert found.message == "Tulis “{a} 100 %”."


def test_a_message_without_values_is_taken_as_it_stands() -> None:
    assert Finding("r", Severity.ERROR, 0, 1, "x", "Kurung { keliru.").message == "Kurung { keliru."


def test_the_safe_fix_is_the_first_that_is_safe() -> None:
    offered = fix(("dua", "2"), safety=Safety.OFFERED)
    safe = fix(("dua", "II"))
    found = Finding("r", Severity.ERROR, 6, 9, "dua", "Ganti.", {}, (offered, safe))
    assert found.safe_fix is safe
    assert Finding("r", Severity.ERROR, 6, 9, "dua", "Ganti.", {}, (offered,)).safe_fix is None
    assert safe.as_offered() == fix(("dua", "II"), safety=Safety.OFFERED)


def test_a_shifted_finding_takes_its_fixes_along() -> None:
    found = Finding("r", Severity.ERROR, 6, 9, "dua", "Ganti.", {}, (fix(("dua", "2")),))
    moved = found.shifted(10)
    assert (moved.start, moved.end) == (16, 19)
    assert moved.fixes[0].edits == (Edit(16, 19, "dua", "2"),)


def test_a_finding_in_json_has_exactly_these_keys() -> None:
    found = Finding("r", Severity.SUGGESTION, 6, 9, "dua", "Ganti.", {}, (fix(("dua", "2")),))
    assert found.as_json() == {
        "rule": "r",
        "severity": "suggestion",
        "start": 6,
        "end": 9,
        "text": "dua",
        "message": "Ganti.",
        "fixes": [
            {
                "safety": "safe",
                "label": "Ganti",
                "edits": [{"start": 6, "end": 9, "old": "dua", "new": "2"}],
            }
        ],
    }


@pytest.mark.parametrize(
    ("severity", "label"),
    [
        (Severity.ERROR, "wajib diperbaiki"),
        (Severity.WARNING, "perlu dicek"),
        (Severity.SUGGESTION, "saran"),
    ],
)
def test_severities_are_named_in_indonesian(severity: Severity, label: str) -> None:
    assert severity.label == label


# --- ignores --------------------------------------------------------------------------------


def ignoring(release: Release, *ignores: object) -> Release:
    return Release(release.text, ignores=frozenset(ignores))  # type: ignore[arg-type]


def test_without_ignores_every_finding_stays_in_order() -> None:
    found = [finding("dua"), finding("empat")]
    assert without_ignored(found, RELEASE) == found


def test_ignored_here_it_still_shows_in_another_paragraph() -> None:
    first, second = finding("Satu"), finding("Satu", after=5)
    release = ignoring(RELEASE, ignore_here(first, RELEASE))
    assert without_ignored([first, second], release) == [second]


def test_ignored_in_the_release_it_shows_nowhere_in_it() -> None:
    first, second, other = finding("Satu"), finding("Satu", after=5), finding("dua")
    release = ignoring(RELEASE, ignore_in_release(first))
    assert without_ignored([first, second, other], release) == [other]


def test_ignored_for_the_newsroom_it_shows_in_no_release() -> None:
    newsroom = frozenset({ignore_in_release(finding("Satu"))})
    assert without_ignored([finding("Satu"), finding("dua")], RELEASE, newsroom) == [finding("dua")]


def test_an_ignore_is_of_one_rule_and_one_wording() -> None:
    ignore = ignore_in_release(finding("Satu"))
    release = ignoring(RELEASE, ignore)
    others = [finding("Satu", rule="other"), finding("Satu dua")]
    assert without_ignored(others, release) == others


def test_case_and_spacing_of_the_words_make_no_difference() -> None:
    release = Release("\nSATU  dua.\nSatu dua.")
    ignore = ignore_in_release(finding("SATU  dua", release))
    assert without_ignored([finding("Satu dua", release)], ignoring(release, ignore)) == []


@pytest.mark.parametrize(
    "change",
    [
        Edit(0, 0, "", "Judul baru"),
        Edit(1, 5, "Satu", "Sebuah kalimat lain"),
        Edit(15, 15, "", "\nParagraf baru."),
        Edit(len(TEXT), len(TEXT), "", "\nPenutup."),
    ],
)
def test_an_ignore_here_survives_edits_elsewhere(change: Edit) -> None:
    ignored = ignoring(RELEASE, ignore_here(finding("empat"), RELEASE))
    after = ignored.edited([change])
    assert without_ignored([finding("empat", after)], after) == []


def test_an_ignore_here_ends_when_its_paragraph_changes() -> None:
    ignored = ignoring(RELEASE, ignore_here(finding("empat"), RELEASE))
    after = ignored.edited([Edit(len(TEXT), len(TEXT), "", " Lagi.")])
    assert without_ignored([finding("empat", after)], after) == [finding("empat", after)]


def test_a_paragraph_with_a_lone_surrogate_can_be_ignored() -> None:
    release = Release("\nrusak \ud800 sekali")
    found = finding("sekali", release)
    assert without_ignored([found], ignoring(release, ignore_here(found, release))) == []


def test_an_ignore_goes_along_with_its_paragraph_while_its_words_are_there() -> None:
    here = ignore_here(finding("empat"), RELEASE)
    before = RELEASE.text.split("\n")
    after = [before[0], before[1], f"Kata {before[2]}"]
    moved = carry_ignores(frozenset((here,)), before, after)
    then = ignoring(Release("\n".join(after)), *moved)
    assert without_ignored([finding("empat", then)], then) == []
    assert carry_ignores(moved, after, before) == {here}


def test_an_ignore_whose_words_are_gone_stays_with_the_paragraph_as_it_was() -> None:
    here = ignore_here(finding("empat"), RELEASE)
    before = RELEASE.text.split("\n")
    assert carry_ignores(frozenset((here,)), before[2:], [before[2].replace("empat", "4")]) == {
        here
    }
    assert carry_ignores(frozenset((here,)), before[2:], []) == {here}
    assert carry_ignores(frozenset((here,)), before[:1], ["empat"]) == {here}
