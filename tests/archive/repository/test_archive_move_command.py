"""``bnews-desk archive migrate`` as it is called in a shell."""

from __future__ import annotations

from pathlib import Path

import pytest
from archive_move_kit import MANY, fill
from repository_kit import OpenArchive

from bnews_desk.cli.main import run


def test_an_archive_is_moved_and_nothing_of_a_password_is_shown(
    tmp_path: Path,
    shared_address: str,
    opened: OpenArchive,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = str(tmp_path / "arsip.db")
    fill(opened(path))
    secret = shared_address.replace("postgres@", "postgres:rahasia@")
    for _ in range(2):
        assert run(["archive", "migrate", "--from", path, "--to", secret]) == 0
        said = capsys.readouterr()
        assert said.out.startswith(f"{MANY} naskah ada di postgresql://postgres:***@")
        assert "sama dengan asalnya" in said.out
        assert "rahasia" not in said.out + said.err
    opened(shared_address).change_words(["lain"], ["Kademangan"])
    assert run(["archive", "migrate", "--from", path, "--to", secret]) == 2
    said = capsys.readouterr()
    assert "words 2 baris" in said.err
    assert "rahasia" not in said.out + said.err
