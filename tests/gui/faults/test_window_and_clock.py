"""The clock is set back under the open window, by hours and then by years."""

from __future__ import annotations

import time
from pathlib import Path

from bad_archive_kit import HARVEST, ROAD, seen, texts
from faults_kit import PATIENCE
from obedient_window_kit import Desk, Window

HOURS, YEARS = 5 * 3_600, 3 * 365 * 86_400


def begin(window: Window, headline: str, body: str) -> str:
    key: str = window.ask("begin", headline, body)
    return key


def wait_until_there(path: Path, *wanted: str) -> None:
    until = time.monotonic() + PATIENCE
    while not texts(path) >= set(wanted):
        assert time.monotonic() < until
        time.sleep(0.05)


def wait_until_listed(window: Window, *headlines: str) -> None:
    until = time.monotonic() + PATIENCE
    while set(window.ask("meja")) != set(headlines):
        assert time.monotonic() < until
        time.sleep(0.05)


def test_a_clock_set_back_under_the_window_loses_and_shuffles_nothing(tmp_path: Path) -> None:
    path = tmp_path / "bersama" / "arsip.db"
    desk = Desk(tmp_path / "satu", str(path))
    with desk.open() as window:
        harvest = begin(window, *HARVEST.text.split("\n"))
        wait_until_there(path, HARVEST.text)
        window.ask("set_back", HOURS)
        wait_until_there(path, window.ask("type", " Hasilnya melimpah."))
        window.ask("set_back", YEARS)
        text = window.ask("type", " Warga bersyukur.")
        road = begin(window, *ROAD.text.split("\n"))
        wait_until_there(path, text, ROAD.text)
        wait_until_listed(window, HARVEST.headline, ROAD.headline)
        assert window.ask("notices") == []
        window.close()
    with desk.open() as window:
        window.ask("set_back", YEARS)
        last = window.ask("type", " Jalannya mulus.")
        window.ask("open", HARVEST.headline)
        assert window.ask("text") == text
        wait_until_there(path, text, last)
        assert window.ask("notices") == []
        window.close()
    with seen(path) as vault:
        assert [one.key for one in vault.list_releases()] == [road, harvest], (
            "the last that came first"
        )
        changed = vault.get(harvest).changed
        assert abs(time.time() - YEARS - changed) < PATIENCE * 10
        assert vault.versions(harvest)[0].reason == "impor"
        assert vault.faults() == []
