"""What a window exported while its archive was no archive, and was killed over, is in it later."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path

from faults_kit import PATIENCE, Place

from bnews_desk.archive.journal.journal_reader import JournalReader
from bnews_desk.archive.repository.open_archive import open_archive
from bnews_desk.archive.sync.outbox import Outbox
from bnews_desk.archive.sync.sync_file import SyncFile
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet


def files(folder: Path) -> set[str]:
    """What was exported, under its own name."""
    return {path.name for path in folder.iterdir() if not path.name.startswith(".")}


def written_down(place: Place) -> set[str]:
    """What is on the disk to be noted in the archive as exported, by name: errand and release."""
    keys, names = set(), set()
    with suppress(sqlite3.Error):  # a journal that is being begun
        keys.update(row.key for row in JournalReader(str(place.journal)).summaries())
    for path in place.home.rglob("sinkron.db"):
        with closing(SyncFile(str(path))) as file:
            asked = [one for one in Outbox(file).waiting().values() if one.key in keys]
        names.update(name for errand in asked for _, name in errand.files)
    return names


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
        while not sent <= written_down(place):
            assert time.monotonic() < until, "an export is not written down"
            time.sleep(0.05)
        session.process.kill()
        session.process.communicate(timeout=PATIENCE)
    place.archive.rmdir()
    place.look()
    noted: list[str] = []
    with closing(open_archive(str(place.archive), FrameReader(load_style_sheet(None)[0]))) as vault:
        assert vault.faults() == []
        for one in vault.list_releases():
            exports = vault.exports(one.key)
            noted += [made.name for made in exports]
            kept = [
                version.made for version in vault.versions(one.key) if version.reason == "ekspor"
            ]
            assert {made.made for made in exports} <= set(kept)
    assert sent <= set(noted)
