"""Helpers that read an archive from outside while a window uses it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pytestqt.qtbot import QtBot

from bnews_desk.archive.repository.archive_errors import DamagedArchiveError
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.repository.open_archive import open_archive
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.app import Program
from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.release import Edit, Release

WAIT_MS = 30_000
HARVEST = Release.of("Panen Raya di Wates", ["Petani memanen padi."])
ROAD = Release.of("Jalan Srengat Diperbaiki", ["Warga bekerja bakti."])


@contextmanager
def seen(path: Path) -> Iterator[DatabaseArchive]:
    """The archive, opened from outside."""
    vault = open_archive(str(path), FrameReader(load_style_sheet(None)[0]))
    try:
        yield vault
    finally:
        vault.close()


def texts(path: Path) -> set[str]:
    if not path.exists():
        return set()
    with seen(path) as vault:
        return {vault.get(one.key).release.text for one in vault.list_releases()}


def write(release: OpenRelease, words: str) -> str:
    """Add words at the end; returns the text."""
    end = len(release.document.release().text)
    release.document.apply([Edit(end, end, "", words)])
    return release.document.release().text


def notices(program: Program) -> str:
    return "\n".join(program.window.parts.notice.texts)


def wait_until_there(qtbot: QtBot, path: Path, *wanted: str) -> None:
    """Wait for texts in the archive, which cannot be read while it is being recovered."""

    def is_there() -> bool:
        try:
            return texts(path) >= set(wanted)
        except DamagedArchiveError:
            return False

    qtbot.waitUntil(is_there, timeout=WAIT_MS)


def begin(program: Program, text: Release) -> OpenRelease:
    program.finish_parts()
    return program.desk.open_new(text)
