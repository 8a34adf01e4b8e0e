"""A move that is killed, on either side of it: run again it goes on, and all arrives."""

from __future__ import annotations

import contextlib
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import archive_move_kit
import postgresql_server
import pytest
from archive_move_kit import FEW_ROWS, everything, fill
from repository_kit import OpenArchive, reader

from bnews_desk.archive.repository import table_copy
from bnews_desk.archive.repository.archive_errors import ArchiveError
from bnews_desk.archive.repository.archive_move import count_move_steps, move_archive
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.repository.open_archive import open_archive

ROUNDS = max(1, int(os.environ.get("BNEWS_DESK_FAULT_ROUNDS", "5")))
KILLED = -9


@pytest.fixture(scope="module")
def mortal() -> Iterator[postgresql_server.Server]:
    """A server of these tests' own, for them to kill."""
    with postgresql_server.served() as running:
        yield running


@pytest.fixture
def empty(mortal: postgresql_server.Server) -> Iterator[str]:
    """An empty database of that server."""
    yield from postgresql_server.database(mortal)


@pytest.fixture
def source(tmp_path: Path, opened: OpenArchive) -> DatabaseArchive:
    vault = opened(str(tmp_path / "arsip.db"))
    fill(vault)
    return vault


def demand_same(source: DatabaseArchive, address: str, folder: Path) -> None:
    with contextlib.closing(open_archive(address, reader())) as target:
        assert everything(target, folder / "tujuan") == everything(source, folder / "asal")
        assert target.faults() == []


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_mover_that_was_killed_goes_on(
    seed: int, source: DatabaseArchive, empty: str, tmp_path: Path
) -> None:
    dice = random.Random(seed)  # noqa: S311
    path = source.engine.url.database
    assert path is not None
    for least in (0, FEW_ROWS):
        mover = subprocess.Popen(
            [sys.executable, archive_move_kit.__file__, path, empty],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(archive_move_kit.__file__).parents[2],
        )
        assert mover.stdout is not None
        for _ in range(dice.randint(least, count_move_steps(source) - 1)):
            mover.stdout.readline()
        mover.kill()
        mover.stdout.close()
        assert mover.wait(20) == KILLED
    with contextlib.closing(open_archive(empty, reader(), may_be_incomplete=True)) as target:
        list(move_archive(source, target))
    demand_same(source, empty, tmp_path)
    assert source.faults() == []


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_server_that_was_killed_is_filled_all_the_same(
    seed: int,
    source: DatabaseArchive,
    empty: str,
    mortal: postgresql_server.Server,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(table_copy, "ROWS_AT_ONCE", FEW_ROWS)
    dice = random.Random(seed)  # noqa: S311
    fatal = dice.randrange(count_move_steps(source) - FEW_ROWS)
    end = (mortal.kill, mortal.break_off)[seed % 2]

    def move_on() -> None:
        with contextlib.closing(open_archive(empty, reader(), may_be_incomplete=True)) as target:
            for step, _ in enumerate(move_archive(source, target)):
                if step == fatal:
                    end()

    try:
        with pytest.raises(ArchiveError, match=r"tidak ada server|terputus|dimatikan") as caught:
            move_on()
    finally:
        mortal.start()
    assert "\n" not in str(caught.value)
    with contextlib.closing(open_archive(empty, reader(), may_be_incomplete=True)) as target:
        list(move_archive(source, target))
    demand_same(source, empty, tmp_path)
