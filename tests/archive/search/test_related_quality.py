"""The proposals stay as good as they have been measured to be."""

from __future__ import annotations

from pathlib import Path

import pytest
from related_headlines import SEEN, UNSEEN, answers_of, grade

LEAST_PRECISION = 0.85


@pytest.mark.parametrize("releases", [SEEN, UNSEEN], ids=lambda path: path.stem)
def test_most_of_what_is_proposed_first_is_right(releases: Path, tmp_path: Path) -> None:
    answers, at_hand = answers_of(releases, str(tmp_path / "arsip.db"))
    for most in (1, 2, 3):
        got = grade(answers, at_hand, most)
        assert got.precision >= LEAST_PRECISION, (most, got)
