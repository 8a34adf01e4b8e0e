"""What is done while others save the same release is done anew, and not for ever."""

from __future__ import annotations

import pytest
from repository_kit import HARVEST

from bnews_desk.archive.repository.archive_errors import (
    CONFLICT_TRIES,
    ConflictError,
    UnusableArchiveError,
    retried_on_conflict,
)
from bnews_desk.archive.repository.archive_values import ReleaseRecord

RECORD = ReleaseRecord("a", HARVEST)


@pytest.mark.parametrize("quicker", range(CONFLICT_TRIES))
def test_whoever_was_quicker_is_waited_out(quicker: int) -> None:
    conflicts = [ConflictError(RECORD, RECORD)] * quicker

    def act() -> str:
        if conflicts:
            raise conflicts.pop()
        return "tersimpan"

    assert retried_on_conflict(act) == "tersimpan"
    assert not conflicts


def test_who_is_always_quicker_is_told() -> None:
    tries = []

    def act() -> None:
        tries.append(1)
        raise ConflictError(RECORD, RECORD)

    with pytest.raises(ConflictError):
        retried_on_conflict(act)
    assert len(tries) == CONFLICT_TRIES


def test_any_other_failure_is_no_reason_to_try_again() -> None:
    tries = []

    def act() -> None:
        tries.append(1)
        raise UnusableArchiveError("Arsip sedang mati.")

    with pytest.raises(UnusableArchiveError):
        retried_on_conflict(act)
    assert len(tries) == 1
