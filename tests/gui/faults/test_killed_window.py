"""Killed at any moment of the work, the window costs at most two seconds and opens where it was.

``BNEWS_DESK_FAULT_ROUNDS`` says how many kills; ``BNEWS_DESK_FAULT_SEED`` repeats one seed.
"""

from __future__ import annotations

import os
import random
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from faults_kit import PATIENCE, Place, Session, seed_of
from process_control import children_of, is_running

ROUNDS = int(os.environ.get("BNEWS_DESK_FAULT_ROUNDS", "10"))
ACTS = ("mengetik", "merapikan", "mengimpor", "mengekspor")
LONGEST_LOSS_SECONDS = 2.0
LONGEST_WORK_SECONDS = 2.0


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def kill_at(session: Session, seconds: float) -> float:
    """Kill a driver after so many seconds of work; when that was."""
    session.wait_until_it_works()
    time.sleep(seconds)
    session.process.kill()
    when = time.monotonic()
    session.process.communicate(timeout=PATIENCE)
    return when


def missing_since(states: Sequence[list[Any]], kept: Any) -> float | None:
    """When the first state came that is missing, where ``kept`` is one of ``[seconds, state]``."""
    last = max((n for n, (_, state) in enumerate(states) if state == kept), default=-1)
    assert last >= 0 or kept is None, "the journal holds a state that never was"
    return float(states[last + 1][0]) if last + 1 < len(states) else None


def losses_of(session: Session, looked: dict[str, Any], killed: float) -> list[float]:
    """Seconds of work that are missing, of each release, of the tabs and of the words."""
    missing = []
    for key in {line[1] for line in session.lines("text")}:
        states = [
            [at, [digest, caret]] for at, k, digest, caret in session.lines("text") if k == key
        ]
        kept = looked["releases"].get(key)
        missing.append(missing_since(states, [kept["digest"], kept["caret"]] if kept else None))
    tabs = [[at, [keys, current]] for at, keys, current in session.lines("desk")]
    shown = [looked["tabs"], looked["current"]] if looked["tabs"] else None
    missing.append(missing_since(tabs, shown))
    text = "\n".join(release["text"] for release in looked["releases"].values())
    missing.append(next((at for at, word in session.lines("word") if word not in text), None))
    return [killed - at for at in missing if at is not None] or [0.0]


def assert_exports_are_whole(folder: Path) -> None:
    """Every file that stands under its name is whole; half of one is a hidden temporary at most."""
    for path in folder.iterdir():
        if path.name.startswith("."):
            continue
        if path.suffix == ".docx":
            with zipfile.ZipFile(path) as file:
                assert file.testzip() is None
        else:
            assert path.suffix == ".txt"
            assert path.read_text(encoding="utf-8").strip()


@pytest.mark.parametrize("number", range(ROUNDS))
def test_a_kill_costs_at_most_two_seconds_of_work(place: Place, number: int) -> None:
    seed, act = seed_of(number), ACTS[number % len(ACTS)]
    print(f"seed {seed}, {act}")
    dice = random.Random(seed)  # noqa: S311
    with place.start("work", seed, act) as session:
        killed = kill_at(session, dice.uniform(0.0, LONGEST_WORK_SECONDS))
    assert place.integrity() == "ok"
    before = place.archived()
    looked = place.look()
    after = place.archived()
    assert set(before) <= set(after)
    assert after == {key: text for key, text in place.noted().items() if text.strip()}
    loss = max(losses_of(session, looked, killed))
    print(f"missing {loss:.2f} s of {act}, {session.withheld:.2f} s withheld")
    assert loss <= LONGEST_LOSS_SECONDS + session.withheld
    assert looked["notices"] == []
    assert all(all(photos["photos"].values()) for photos in looked["releases"].values())
    assert any("zuboz" in text for text in looked["words"]), "the window takes typing again"
    if looked["current"]:
        assert looked["caret"] == looked["releases"][looked["current"]]["caret"]
    assert_exports_are_whole(place.documents)


def test_a_window_that_is_killed_again_and_again_keeps_everything(place: Place) -> None:
    typed: list[str] = []
    for number in range(2):
        with place.start("work", seed_of(number)) as session:
            killed = kill_at(session, 1.0 + number)
        end = killed - LONGEST_LOSS_SECONDS - session.withheld
        typed += [word for at, word in session.lines("word") if at < end]
    looked = place.look()
    text = "\n".join(release["text"] for release in looked["releases"].values())
    assert all(word in text for word in typed)
    assert place.integrity() == "ok"
    assert looked["notices"] == []


def test_no_process_outlives_a_killed_window(place: Place) -> None:
    with place.start("work", 1, "merapikan") as session:
        session.wait_until_it_works()
        children = children_of(session.process.pid)
        assert children
        session.process.kill()
        session.process.communicate(timeout=PATIENCE)
    until = time.monotonic() + PATIENCE
    while any(is_running(child) for child in children):
        assert time.monotonic() < until, "the importing process lives on"
        time.sleep(0.02)
