"""The proposals stay as good as they have been measured to be."""

from __future__ import annotations

import contextlib
from pathlib import Path

from related_headlines import filled, grade, graded

LEAST_PRECISION = 0.9


def test_most_of_what_is_proposed_first_is_right(tmp_path: Path) -> None:
    earlier, at_hand = graded()
    with contextlib.closing(filled(str(tmp_path / "arsip.db"), earlier)) as vault:
        answers = [vault.related("baru", one.release) for one in at_hand]
    for most in (1, 2, 3):
        got = grade(answers, at_hand, most)
        assert got.precision >= LEAST_PRECISION, (most, got)
