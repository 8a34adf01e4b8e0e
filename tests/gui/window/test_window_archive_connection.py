"""The archive behind the window: opened when the editor rests, named in the settings."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from window_kit import CTRL, SHIFT, Starter

from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.repository.open_archive import open_archive
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.archive import archive_features
from bnews_desk.gui.findings.dictionary_owner import DictionaryOwner
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.paths import archive_file, settings_file

PATIENCE_MS = 30_000


@pytest.fixture(autouse=True)
def _restless(monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor who rests after a moment."""
    monkeypatch.setattr(archive_features, "REST_MS", 20)


@contextmanager
def archive() -> Iterator[DatabaseArchive]:
    """The archive of the window, seen from outside."""
    vault = open_archive(archive_file(), FrameReader(load_style_sheet(None)[0]))
    try:
        yield vault
    finally:
        vault.close()


def test_the_archive_is_opened_when_nobody_types(start: Starter, qtbot: QtBot) -> None:
    desk = start()
    with qtbot.waitSignal(desk.program.archive.opened, timeout=PATIENCE_MS):
        pass
    assert Path(archive_file()).exists()
    assert desk.parts.notice.texts == ()


def test_the_settings_say_where_it_is(start: Starter, qtbot: QtBot, tmp_path: Path) -> None:
    wanted = tmp_path / "lain" / "redaksi.db"
    Path(settings_file()).parent.mkdir(parents=True)
    Path(settings_file()).write_text(json.dumps({"archive": str(wanted)}), encoding="utf-8")
    desk = start()
    with qtbot.waitSignal(desk.program.archive.opened, timeout=PATIENCE_MS):
        pass
    assert wanted.exists()
    desk.close()
    assert json.loads(Path(settings_file()).read_text(encoding="utf-8"))["archive"] == str(wanted)


def test_an_archive_that_cannot_be_opened_is_told_and_work_goes_on(
    start: Starter, qtbot: QtBot
) -> None:
    Path(settings_file()).parent.mkdir(parents=True)
    Path(settings_file()).write_text(
        json.dumps({"archive": "postgresql://desk@:bukan/arsip"}), encoding="utf-8"
    )
    desk = start()
    desk.wait(lambda: bool(desk.parts.notice.texts))
    (told,) = desk.parts.notice.texts
    assert "Alamat arsip bersama tidak dapat dibaca" in told
    desk.open_own()
    assert desk.release.is_checked


def test_a_day_at_the_desk_is_in_the_archive(start: Starter, qtbot: QtBot, home: Path) -> None:
    desk = start()
    desk.open_own()
    desk.wait(lambda: desk.program.archive.is_open)
    key, arrived = desk.release.key, desk.value
    desk.click_fix(desk.finding_row())
    desk.wait_checked()
    desk.place_caret(desk.text.index(" perangkat desa"))
    desk.type(" ,lalu")
    desk.wait_checked()
    before = desk.value
    desk.press(Qt.Key.Key_R, CTRL | SHIFT)
    desk.wait(lambda: desk.value != before)
    desk.wait_checked()
    ready = desk.parts.ready_panel
    desk.press(Qt.Key.Key_E, CTRL)
    with qtbot.waitSignal(ready.exporting.sent, timeout=PATIENCE_MS):
        ready.export()
    sent = desk.value
    desk.close()
    with archive() as vault:
        assert vault.get(key).release == sent
        kept = {one.reason: vault.version(key, one.number) for one in vault.versions(key)}
        assert kept == {"impor": arrived, "rapikan": before, "ekspor": sent}
        original = vault.original(key)
        assert original is not None
        made = vault.exports(key)
        assert {one.format for one in made} == {"docx", "txt"}
        assert all(list(home.rglob(one.name)) for one in made)


def test_the_newsrooms_words_and_ignores_are_in_the_archive(start: Starter) -> None:
    desk = start()
    keeping = desk.program.finish_parts()._dictionary_actions
    keeping.add(DictionaryOwner.NEWSROOM, "ronggowarsitan")
    keeping.add(DictionaryOwner.EDITOR, "milikku")
    assert desk.program.register.ignore("date-weekday-mismatch", "kamis") == ""
    desk.program.release_controller.set_house(desk.program.register.house)
    desk.wait(lambda: desk.program.archive.is_open)
    desk.close()
    with archive() as vault:
        assert vault.words() == ["ronggowarsitan"]
        assert ("date-weekday-mismatch", "kamis") in vault.ignores()
        vault.change_words(["dari-meja-lain"])
    again = start()
    again.wait(lambda: again.program.archive.is_open)
    again.program.finish_parts()._dictionary_actions.remove(
        DictionaryOwner.NEWSROOM, ["ronggowarsitan"]
    )
    again.close()
    with archive() as vault:
        assert vault.words() == ["dari-meja-lain"]
