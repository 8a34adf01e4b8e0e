"""The archive behind the window: opened when the editor rests, named in the settings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from window_kit import Starter

from bnews_desk.gui.archive import archiving
from bnews_desk.paths import archive_file, settings_file

PATIENCE_MS = 30_000


@pytest.fixture(autouse=True)
def _restless(monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor who rests after a moment."""
    monkeypatch.setattr(archiving, "REST_MS", 20)


def test_the_archive_is_opened_when_nobody_types(start: Starter, qtbot: QtBot) -> None:
    desk = start()
    with qtbot.waitSignal(desk.program.archive.opened, timeout=PATIENCE_MS):
        pass
    assert Path(archive_file()).exists()
    assert desk.parts.notice.texts == ()


def test_the_settings_say_where_it_is(start: Starter, qtbot: QtBot, tmp_path: Path) -> None:
    wanted = tmp_path / "lain" / "redaksi.db"
    Path(settings_file()).parent.mkdir(parents=True)
    Path(settings_file()).write_text(json.dumps({"archive": str(wanted)}))
    desk = start()
    with qtbot.waitSignal(desk.program.archive.opened, timeout=PATIENCE_MS):
        pass
    assert wanted.exists()
    desk.close()
    assert json.loads(Path(settings_file()).read_text())["archive"] == str(wanted)


def test_an_archive_that_cannot_be_opened_is_told_and_work_goes_on(
    start: Starter, qtbot: QtBot
) -> None:
    Path(settings_file()).parent.mkdir(parents=True)
    Path(settings_file()).write_text(json.dumps({"archive": "postgresql://desk@:bukan/arsip"}))
    desk = start()
    desk.wait(lambda: bool(desk.parts.notice.texts))
    (told,) = desk.parts.notice.texts
    assert "Alamat arsip bersama tidak dapat dibaca" in told
    desk.open_own()
    assert desk.release.is_checked
