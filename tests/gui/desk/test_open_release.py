"""A release in a tab: what stands beside the text follows once the keys pause."""

from __future__ import annotations

import time

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from bnews_desk.finding import Finding, Fix, Safety, Severity
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.desk import open_release
from bnews_desk.gui.desk.open_release import BEHIND_KEY_MS, LONGEST_MS, QUIET_MS, OpenRelease
from bnews_desk.gui.findings.check_service import CheckResult
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.release import Edit, Release

PATIENCE_MS = 30_000


def type_into(release: OpenRelease, words: str) -> None:
    release.delay_settling()
    QTextCursor(release.document.document).insertText(words)


def test_a_change_by_no_key_is_told_at_once(qtbot: QtBot) -> None:
    release = OpenRelease("satu", Release("Judul\nIsi"))
    with qtbot.waitSignal(release.findings_settled, timeout=0):
        QTextCursor(release.document.document).insertText("a")
    assert release.is_settled


def test_keys_are_told_of_once_they_pause(qtbot: QtBot) -> None:
    release = OpenRelease("satu", Release("Judul\nIsi"))
    told: list[float] = []
    release.findings_settled.connect(lambda: told.append(time.perf_counter()))
    for letter in "Panen":
        last = time.perf_counter()
        type_into(release, letter)
    assert not release.is_settled
    qtbot.waitUntil(lambda: bool(told))
    assert told[0] - last > QUIET_MS / 1000 * 0.9
    assert release.is_settled
    qtbot.wait(QUIET_MS * 2)
    assert len(told) == 1


def test_who_types_on_and_on_is_followed_all_the_same(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_release, "QUIET_MS", PATIENCE_MS)  # no key comes later than that
    release = OpenRelease("satu", Release("Judul\nIsi"))
    told: list[float] = []
    release.findings_settled.connect(lambda: told.append(time.perf_counter()))
    begun = time.perf_counter()
    last = begun
    while not told and time.perf_counter() - begun < PATIENCE_MS / 1000:
        last = time.perf_counter()
        type_into(release, "a")
        qtbot.wait(20)
    assert told
    assert told[0] - begun > LONGEST_MS / 1000 * 0.9
    assert told[0] - last > BEHIND_KEY_MS / 1000 * 0.8


def test_what_a_check_finds_between_keys_is_told_behind_the_next(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_release, "QUIET_MS", PATIENCE_MS)
    release = OpenRelease("satu", Release("Judul\nIsi"))
    told: list[None] = []
    release.findings_settled.connect(lambda: told.append(None))
    type_into(release, "a")
    value = release.document.release()
    frame = FrameReader(load_style_sheet(None)[0]).read(value.text)
    assert release.take_check_result(
        CheckResult("satu", release.document.revision, value, frame, ())
    )
    assert told == []
    release.delay_settling()
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    assert release.is_settled


def test_a_fix_is_told_of_at_once_even_between_keys(qtbot: QtBot) -> None:
    release = OpenRelease("satu", Release("Judul\nIsi"))
    fix = Fix(Safety.SAFE, "Judul", (Edit(0, 5, "Judul", "Tajuk"),))
    finding = Finding("uji", Severity.ERROR, 0, 5, "Judul", "Uji.", {}, (fix,))
    release.findings = (finding,)
    release.delay_settling()
    with qtbot.waitSignal(release.findings_settled, timeout=0):
        release.apply_fix(fix)
    assert release.touched == (finding,)
    assert not release.findings
