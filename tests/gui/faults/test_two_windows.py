"""Two whole windows on one archive: each sees what the other does, and both texts are kept.

For every fourth of ``BNEWS_DESK_FAULT_ROUNDS`` both type into one release at once, and one is
killed, on each database.
"""

from __future__ import annotations

import os
import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import postgresql_server
import pytest
from faults_kit import PATIENCE, seed_of
from obedient_window_kit import Desk, Window
from sqlalchemy import NullPool, create_engine, text

from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.repository.open_archive import open_archive
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet

ROUNDS = max(1, int(os.environ.get("BNEWS_DESK_FAULT_ROUNDS", "4")) // 4)
LONGEST_LOSS_SECONDS = 2.0
LONGEST_WORK_SECONDS = 3.0
TITLE, BODY = "Panen Raya di Wates", "Petani memanen padi."
BEGUN = f"{TITLE}\n{BODY}"
TOLD = f"“{TITLE}” juga diubah dari jendela lain."


@pytest.fixture(scope="session")
def server() -> Iterator[postgresql_server.Server]:
    with postgresql_server.served() as running:
        yield running


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        (tmp_path / "bersama").mkdir()
        yield str(tmp_path / "bersama" / "arsip.db")
        return
    yield from postgresql_server.database(request.getfixturevalue("server"))


@pytest.fixture
def desks(tmp_path: Path, address: str) -> tuple[Desk, Desk]:
    return Desk(tmp_path / "satu", address), Desk(tmp_path / "dua", address)


@contextmanager
def seen(address: str) -> Iterator[DatabaseArchive]:
    """The archive from outside."""
    with closing(open_archive(address, FrameReader(load_style_sheet(None)[0]))) as vault:
        yield vault


@contextmanager
def writing_withheld(address: str) -> Iterator[None]:
    """As though a third program were writing: everybody may read, and waits to save."""
    if not address.startswith("postgresql:"):
        with closing(sqlite3.connect(address, isolation_level=None)) as db:
            db.execute("BEGIN IMMEDIATE")
            yield
            db.execute("ROLLBACK")
        return
    engine = create_engine(
        address.replace("postgresql:", "postgresql+psycopg:"), poolclass=NullPool
    )
    with engine.connect() as db:
        db.execute(text("LOCK TABLE releases IN EXCLUSIVE MODE"))
        yield
        db.rollback()
    engine.dispose()


def kept(vault: DatabaseArchive, key: str) -> set[str]:
    """The present text of a release and those of its versions."""
    versions = (vault.version(key, one.number).text for one in vault.versions(key))
    return {vault.get(key).release.text, *versions}


def everything(address: str) -> str:
    """All texts that the archive has anywhere; it must be whole."""
    with seen(address) as vault:
        assert vault.faults() == []
        return "\n".join(t for one in vault.list_releases() for t in kept(vault, one.key))


def first(windows: tuple[Window, Window], is_so: Callable[[Window], bool]) -> Window:
    """The window of which something comes to be so, whichever that is."""
    until = time.monotonic() + PATIENCE
    while True:
        for window in windows:
            if is_so(window):
                return window
        assert time.monotonic() < until
        time.sleep(0.02)


def test_each_window_sees_the_other_and_the_second_to_save_compares(
    desks: tuple[Desk, Desk], address: str
) -> None:
    with desks[0].open() as one, desks[1].open() as other:
        key = one.ask("begin", TITLE, BODY)
        other.wait(TITLE, "meja")
        assert other.ask("open", TITLE) == key
        assert other.ask("text") == BEGUN
        one.ask("type", " Hasilnya melimpah.")
        other.wait(f"{BEGUN} Hasilnya melimpah.", "text")
        other.ask("type", " Warga bersyukur.")
        both = f"{BEGUN} Hasilnya melimpah. Warga bersyukur."
        one.wait(both, "text")
        assert one.ask("notices") == other.ask("notices") == []

        with writing_withheld(address):
            texts = {one: one.ask("type", " Pagi."), other: other.ask("type", " Sore.")}
        second = first((one, other), lambda window: TOLD in "".join(window.ask("notices")))
        winner = other if second is one else one
        second.ask("press", "Bandingkan…")
        assert second.ask("compared") == [texts[winner], texts[second]]
        with seen(address) as vault:
            assert vault.get(key).release.text == texts[winner]
            assert kept(vault, key) >= set(texts.values())
        second.ask("press", "Pakai teks saya")
        winner.wait(texts[second], "text")
        assert one.ask("notices") == other.ask("notices") == []
        other.close()
        one.close()
    with seen(address) as vault:
        assert vault.get(key).release.text == texts[second]
        assert kept(vault, key) >= set(texts.values())
        assert vault.faults() == []


@pytest.mark.parametrize("number", range(ROUNDS))
def test_one_of_two_that_type_at_once_is_killed_and_the_other_goes_on(
    desks: tuple[Desk, Desk], address: str, number: int
) -> None:
    seed = seed_of(number)
    print(f"seed {seed}")
    dice = random.Random(seed)  # noqa: S311
    with desks[0].open() as one, desks[1].open() as other:
        key = one.ask("begin", TITLE, BODY)
        other.wait(TITLE, "meja")
        other.ask("open", TITLE)
        for place, window in enumerate((one, other)):
            window.tell("share", seed + place, place * 10_000)
        first((one,), lambda window: bool(window.lines("word")))
        first((other,), lambda window: bool(window.lines("word")))
        time.sleep(dice.uniform(0.5, LONGEST_WORK_SECONDS))
        victim, survivor = (one, other) if dice.random() < 0.5 else (other, one)
        killed = victim.kill()
        time.sleep(dice.uniform(0.0, 0.5))
        survivor.ask("type", " Sendirian.")
        survivor.wait("Sendirian.", "agree")
        with desks[0 if victim is one else 1].open() as again:
            agree(again, survivor, key)
            again.close()
        survivor.close()
    stands = everything(address)
    last = killed - LONGEST_LOSS_SECONDS - victim.withheld
    for window, end in ((victim, last), (survivor, float("inf"))):
        words = window.lines("word")
        print(len(words), "words,", len(window.lines("choice")), "choices")
        assert [word for at, word in words if at <= end and word not in stands] == []
    assert "Sendirian." in stands


def agree(one: Window, other: Window, key: str) -> None:
    """Take the other's text wherever there are two, until both windows show the same."""
    until = time.monotonic() + PATIENCE
    while one.ask("agree", key) != other.ask("agree", key):
        assert time.monotonic() < until
        time.sleep(0.05)
