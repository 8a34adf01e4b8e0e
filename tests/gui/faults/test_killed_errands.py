"""What a window exported while its archive was no archive, and was killed over, is in it later."""

from __future__ import annotations

import time
from contextlib import closing
from pathlib import Path

from faults_kit import PATIENCE, Place

from bnews_desk.archive.vault.opening import open_archive
from bnews_desk.frame.reading import FrameReader
from bnews_desk.house.sheet import load

WRITTEN_SECONDS = 1.5
"""So long after a file stands under its name the errand is surely written down too."""


def files(folder: Path) -> set[str]:
    """What was exported, under its own name."""
    return {path.name for path in folder.iterdir() if not path.name.startswith(".")}


def test_an_export_without_an_archive_is_noted_after_a_kill(tmp_path: Path) -> None:
    place = Place(tmp_path)
    place.archive.mkdir(parents=True)  # a folder is no archive
    with place.start("work", 7, "mengekspor") as session:
        session.wait_until_it_works()
        until = time.monotonic() + PATIENCE
        while not files(place.documents):
            assert time.monotonic() < until, "nothing was exported"
            time.sleep(0.05)
        sent = files(place.documents)
        time.sleep(WRITTEN_SECONDS)
        session.process.kill()
        session.process.communicate(timeout=PATIENCE)
    place.archive.rmdir()
    place.look()
    noted: list[str] = []
    with closing(open_archive(str(place.archive), FrameReader(load(None)[0]))) as vault:
        assert vault.faults() == []
        for one in vault.listed():
            exports = vault.exports(one.key)
            noted += [made.name for made in exports]
            kept = [
                version.made for version in vault.versions(one.key) if version.reason == "ekspor"
            ]
            assert {made.made for made in exports} <= set(kept)
    assert sent <= set(noted)
