"""What takes long in the background lets the editor's saves in between."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from vault_kit import HARVEST, ROAD, Clock, OpenArchive

from bnews_desk.archive.vault import history, reindexing
from bnews_desk.archive.vault.vault import Vault

DAY = 86_400.0
LONGEST_SECONDS = 3.0
"""Below that after which SQLite would give a writer up."""


def longest_save(vault: Vault, work: Callable[[], object]) -> float:
    """Save one release all the time while ``work`` goes on; the longest that a save took."""
    record, done = vault.add("disunting", HARVEST), threading.Event()
    failures: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except BaseException as error:
            failures.append(error)
        finally:
            done.set()

    thread = threading.Thread(target=run)
    thread.start()
    longest = 0.0
    while not done.is_set():
        began = time.monotonic()
        text = f"{HARVEST.text} {began}"
        record = vault.save(record._replace(release=HARVEST._replace(text=text)))
        longest = max(longest, time.monotonic() - began)
        time.sleep(0.05)  # nobody saves without a break
    thread.join()
    assert failures == []
    return longest


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "arsip.db")


def test_saves_come_between_while_the_index_is_rebuilt(
    path: str, opened: OpenArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reindexing, "AT_ONCE", 40)
    vault = opened(path)
    for number in range(400):
        vault.add(f"a{number}", ROAD)
    assert longest_save(vault, opened(path).rebuild_index) < LONGEST_SECONDS
    assert vault.faults() == []


def test_saves_come_between_while_versions_are_thinned_out(
    path: str, opened: OpenArchive, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "_AT_ONCE", 20)
    vault = opened(path)
    for number in range(20):
        record = vault.add(f"a{number}", HARVEST)
        for step in range(12):
            clock.now += 700.0
            text = f"{HARVEST.text} {step}"
            record = vault.save(record._replace(release=HARVEST._replace(text=text)))
    before = len(vault.versions("a0"))
    clock.now += 200 * DAY
    assert longest_save(vault, opened(path).upkeep) < LONGEST_SECONDS
    assert len(vault.versions("a0")) < before
    assert vault.faults() == []
