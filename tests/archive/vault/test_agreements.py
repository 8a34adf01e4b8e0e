"""What journal and archive agreed on survives; a damaged file of it costs nothing but memory."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bnews_desk.archive.vault.agreements import Agreed, Agreements, agreements_beside

FIRST, SECOND, THIRD = (Agreed(number, f"teks {number}", "baru") for number in (1, 2, 3))


@pytest.fixture
def path(tmp_path: Path) -> str:
    return agreements_beside(str(tmp_path / "profil" / "jurnal.db"))


def test_the_last_two_states_are_known_after_a_new_start(path: str) -> None:
    agreements = Agreements(path)
    for agreed in (FIRST, SECOND, SECOND, THIRD):
        agreements.agree("a", agreed)
    agreements.agree("b", FIRST)
    agreements.close()
    again = Agreements(path)
    assert again.of("a") == (SECOND, THIRD)
    assert again.last("b") == FIRST
    assert again.of("c") == ()
    assert again.last("c") is None
    assert len(again) == 2
    again.close()


def test_another_stage_of_the_same_text_pushes_no_earlier_text_out(path: str) -> None:
    agreements = Agreements(path)
    agreements.agree("a", FIRST)
    agreements.agree("a", SECOND)
    agreements.agree("a", SECOND._replace(stage="siap", noted=5.0))
    assert agreements.of("a") == (FIRST, SECOND._replace(stage="siap", noted=5.0))
    agreements.close()


@pytest.mark.parametrize("noise", [b"bukan basis data", os.urandom(9000), b""])
def test_a_damaged_file_is_begun_anew(path: str, noise: bytes) -> None:
    Path(path).parent.mkdir()
    Path(path).write_bytes(noise)
    agreements = Agreements(path)
    agreements.agree("a", FIRST)
    agreements.close()
    again = Agreements(path)
    assert again.of("a") == (FIRST,)
    again.close()


def test_without_a_file_it_is_known_until_the_end(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_bytes(b"")
    agreements = Agreements(str(tmp_path / "berkas" / "serah-terima.db"))
    agreements.agree("a", FIRST)
    assert agreements.of("a") == (FIRST,)
    agreements.close()
