"""What the window says of a release's readiness is true of its present text, or not said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from window_kit import CTRL, Sitting, Starter

from bnews_desk.finding import Severity
from bnews_desk.gui.publish.ready_panel_head import ReadyPanelHead
from bnews_desk.gui.window.status_bar import StatusBar
from bnews_desk.release import Edit, Release
from bnews_desk.rules.readiness import ReadinessVerdict

RELEASE = """Pasar Tani Tegalasri Dibuka

BLITAR | B-news.id - Dinas Pertanian membuka Pasar Tani Tegalasri, Rabu (13/11/2024).
Pasar itu mempertemukan 38 petani dengan pembeli.
Camat berharap pasar itu ramai sampai akhir tahun. (kmfkabblt/sun)
Editor : Zainul Arifin"""
PENDING = "Sedang diperiksa…"


def told(desk: Sitting) -> str:
    """What stands at the left of the status line."""
    return desk.parts.status._state.text()


def head(desk: Sitting) -> str:
    (found,) = desk.parts.ready_panel.findChildren(ReadyPanelHead)
    return next(text for label in found.findChildren(QLabel) if (text := label.text()))


def replace(desk: Sitting, old: str, new: str) -> None:
    at = desk.text.index(old)
    desk.release.document.apply([Edit(at, at + len(old), old, new)])


@pytest.fixture
def ready(desk: Sitting) -> Sitting:
    """A release that may be published, with no warning left."""
    desk.paste(RELEASE)
    for finding in desk.release.findings:
        assert finding.severity is not Severity.ERROR
        desk.release.ignore_everywhere(finding)
    desk.wait_checked()
    assert told(desk) == "Siap tayang"
    return desk


def test_a_key_makes_it_unknown_until_the_text_has_been_checked(ready: Sitting) -> None:
    ready.press(Qt.Key.Key_E, CTRL)
    ready.place_caret(ready.text.index("38"))
    ready.program.finish_parts().checking.hold(True)
    ready.type("x")
    assert (told(ready), head(ready)) == (PENDING, PENDING)
    ready.settle()
    assert (told(ready), head(ready)) == (PENDING, PENDING)
    ready.program.finish_parts().checking.hold(False)
    ready.wait_checked()
    assert told(ready) == head(ready) != PENDING


def test_a_long_release_that_is_opened_has_neither_state_nor_count_of_the_last(
    ready: Sitting,
) -> None:
    ready.program.finish_parts().checking.hold(True)
    line = "Warga desa memanen padi di sawah milik desa itu. " * 10
    ready.program.desk.open_new(Release("\n".join(["Panen Padi", *[line] * 220])))
    ready.settle()
    assert told(ready) == PENDING
    assert ready.parts.status._words.text() == f"{len(ready.text.split()):,} kata".replace(",", ".")
    assert ready.program.desk.current is not None
    ready.program.desk.close(ready.program.desk.current)
    ready.settle()
    assert told(ready) == "Siap tayang"
    ready.program.finish_parts().checking.hold(False)


def test_changed_facts_hold_it_back_until_each_is_checked_restored_or_ignored(
    ready: Sitting,
) -> None:
    replace(ready, "38 petani", "83 petani")
    ready.wait_checked()
    assert told(ready) == "Belum siap tayang · 1 fakta belum dicek"
    ready.press(Qt.Key.Key_E, CTRL)
    assert head(ready) == "Belum siap tayang"
    assert "1 fakta belum dicek" in ready.parts.ready_panel._button.text()
    ready.release.ignore_here(ready.finding("original-figure-altered"))
    ready.wait(lambda: told(ready) == "Siap tayang")
    assert head(ready) == "Siap tayang"
    replace(ready, "13/11/2024", "20/11/2024")
    ready.wait_checked()
    assert told(ready) == "Belum siap tayang · 1 fakta belum dicek"
    replace(ready, "20/11/2024", "13/11/2024")
    ready.wait_checked()
    assert told(ready) == "Siap tayang"


def test_warnings_and_additions_are_told_as_notes(ready: Sitting) -> None:
    replace(ready, "akhir tahun.", "akhir tahun. Hadir pula 75 pedagang dari Desa Sumberagung.")
    ready.wait_checked()
    notes = ready.release.checklist.notes
    added = ready.release.facts
    assert added is not None
    assert added.open_additions
    warnings = sum(f.severity is Severity.WARNING for f in ready.release.findings)
    assert notes == warnings + len(added.open_additions)
    ready.press(Qt.Key.Key_E, CTRL)
    assert told(ready) == head(ready) == f"Siap tayang · {notes} catatan"


def test_on_another_day_nothing_is_said_before_it_is_compared_with_its_original(
    start: Starter, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = start()
    desk.paste(RELEASE)
    for finding in desk.release.findings:
        desk.release.ignore_everywhere(finding)
    replace(desk, "38 petani", "83 petani")
    desk.wait_checked()
    assert told(desk).startswith("Belum siap tayang")
    said: list[str] = []
    show: Callable[..., None] = StatusBar._show_state

    def record(bar: StatusBar, text: str, icon: str, token: str) -> None:
        said.append(text)
        show(bar, text, icon, token)

    monkeypatch.setattr(StatusBar, "_show_state", record)
    desk = start()
    desk.wait(lambda: told(desk).startswith("Belum siap tayang"))
    assert set(said) == {PENDING, "Belum siap tayang · 1 fakta belum dicek"}


def test_what_was_typed_a_moment_ago_is_checked_before_it_goes_out(
    ready: Sitting, home: Path
) -> None:
    ready.press(Qt.Key.Key_E, CTRL)
    ready.program.finish_parts().checking.hold(True)
    replace(ready, "Camat berharap", "Camat Wlingi berharap")
    ready.press(Qt.Key.Key_Return, CTRL)
    ready.settle()
    assert ready.parts.ready_panel._button.text() == PENDING
    assert not list(home.iterdir())
    ready.program.finish_parts().checking.hold(False)
    ready.wait(lambda: bool(list(home.glob("*.docx"))))
    ready.wait(lambda: "Tersimpan: " in ready.status_text())


def test_an_export_that_is_asked_for_twice_waits_for_nothing_and_publishes_nothing(
    ready: Sitting, home: Path
) -> None:
    ready.press(Qt.Key.Key_E, CTRL)
    ready.program.finish_parts().checking.hold(True)
    replace(ready, "Camat berharap", "Camat Wlingi berharap")
    ready.press(Qt.Key.Key_Return, CTRL)
    ready.press(Qt.Key.Key_Return, CTRL)
    ready.wait(lambda: bool(list(home.glob("*.docx"))))
    ready.wait(lambda: "Tersimpan: " in ready.status_text())
    assert ready.release.checklist.verdict is ReadinessVerdict.PENDING
    assert ready.release.progress.published == ""
    ready.program.finish_parts().checking.hold(False)
