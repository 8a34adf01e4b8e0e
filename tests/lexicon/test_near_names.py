"""Names that are nearly the same."""

from __future__ import annotations

import pytest

from bnews_desk.lexicon.near_names import are_near, slip_distance, sound_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("soeharto", "suharto"),
        ("djoko", "joko"),
        ("achmad", "ahmad"),
        ("syarifah", "sarifah"),
        ("muhammad", "muhamad"),
        ("sumberjo", "sumberejo"),
        ("sulistyo", "sulistio"),
    ],
)
def test_old_and_javanese_spellings_are_near(one: str, other: str) -> None:
    assert are_near(one, other)
    assert are_near(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("bagus", "bakri"), ("andi", "budi"), ("talun", "wates"), ("ari", "ali")]
)
def test_different_names_are_far(one: str, other: str) -> None:
    assert not are_near(one, other)


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("marom", "marom", 0),
        ("marom", "marrom", 1),
        ("marom", "maorm", 1),
        ("marom", "maram", 1),
        ("marom", "arom", 1),
        ("marom", "mirum", 2),
        ("marom", "xyzzy", 3),
        ("marom", "", 3),
        ("", "", 0),
    ],
)
def test_slips_are_counted_up_to_the_most(one: str, other: str, slips: int) -> None:
    assert slip_distance(one, other, 2) == slips
    assert slip_distance(other, one, 2) == slips


def test_a_sound_is_written_in_one_way() -> None:
    assert sound_key("khofifah") == sound_key("kofifah")
    assert sound_key("marom") != sound_key("malam")
