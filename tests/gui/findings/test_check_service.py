"""Checking beside the typing: debounced, off the GUI thread, stale answers dropped."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.gui.findings.check_service import (
    MAX_PAUSE_SECONDS,
    CheckResult,
    CheckService,
    FixAllResult,
)
from bnews_desk.house.style import HouseStyle
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.catalogue import all_rules
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.context import CheckOptions

HOUSE = load_style_sheet()[0]
TEXT = "\nBLITAR | B-news.id - Warga menjaga kerjasama antar pihak.\nPanen di mulai."


def make_checker(house: HouseStyle, pause: Callable[[], None]) -> Checker:
    return Checker(all_rules(), house, Lexicon(house.pairs), pause=pause)


@pytest.fixture
def opened(qtbot: QtBot) -> OpenRelease:
    return OpenRelease("satu", Release(TEXT))


@pytest.fixture
def service(opened: OpenRelease) -> Iterator[CheckService]:
    def source() -> tuple[str, int, Release, CheckOptions]:
        document = opened.document
        return opened.key, document.revision, document.release(), CheckOptions()

    service = CheckService(make_checker, HOUSE, source)
    opened.document.changed.connect(service.schedule)
    yield service
    service.shut_down()


def answer(qtbot: QtBot, service: CheckService) -> CheckResult:
    with qtbot.waitSignal(service.checked) as blocker:
        service.check_now()
    found = blocker.args[0]
    assert isinstance(found, CheckResult)
    return found


def test_findings_arrive_and_are_taken(
    qtbot: QtBot, service: CheckService, opened: OpenRelease
) -> None:
    checked = answer(qtbot, service)
    assert opened.take_check_result(checked)
    assert opened.is_checked
    assert "bound-form-split" in {finding.rule for finding in opened.findings}


def test_the_check_does_not_run_on_the_gui_thread(qtbot: QtBot, opened: OpenRelease) -> None:
    threads: list[int] = []

    def noting(house: HouseStyle, pause: Callable[[], None]) -> Checker:
        threads.append(threading.get_ident())
        return make_checker(house, pause)

    service = CheckService(noting, HOUSE, lambda: ("x", 0, Release(TEXT), CheckOptions()))
    try:
        answer(qtbot, service)
    finally:
        service.shut_down()
    assert threads
    assert threads[0] != threading.get_ident()


def test_a_stale_answer_is_not_taken(
    qtbot: QtBot, service: CheckService, opened: OpenRelease
) -> None:
    checked = answer(qtbot, service)
    QTextCursor(opened.document.document).insertText("Judul")
    assert not opened.take_check_result(checked)


def test_typing_is_followed_by_one_check(
    qtbot: QtBot, service: CheckService, opened: OpenRelease
) -> None:
    answers: list[CheckResult] = []
    service.checked.connect(answers.append)
    cursor = QTextCursor(opened.document.document)
    for letter in "Panen":
        cursor.insertText(letter)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers[-1].release.headline == "Panen"
    assert len(answers) == 1


def test_a_check_stands_still_while_a_key_is_pending(
    qtbot: QtBot, service: CheckService, opened: OpenRelease
) -> None:
    answer(qtbot, service)  # the rules are loaded
    begun = time.perf_counter()
    service.pause_for_key(True)
    QTextCursor(opened.document.document).insertText("Judul")
    answer(qtbot, service)
    assert time.perf_counter() - begun > MAX_PAUSE_SECONDS * 0.9


def test_a_check_goes_on_once_the_key_is_painted(
    qtbot: QtBot,
    service: CheckService,
    opened: OpenRelease,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answer(qtbot, service)
    monkeypatch.setattr("bnews_desk.gui.findings.check_service.MAX_PAUSE_SECONDS", 600)
    service.pause_for_key(True)
    QTextCursor(opened.document.document).insertText("Judul")
    with qtbot.assertNotEmitted(service.checked, wait=300):
        service.check_now()
    with qtbot.waitSignal(service.checked):
        service.pause_for_key(False)


def test_nothing_is_checked_while_an_input_method_composes(
    qtbot: QtBot, service: CheckService, opened: OpenRelease
) -> None:
    service.hold(True)
    with qtbot.assertNotEmitted(service.checked, wait=200):
        QTextCursor(opened.document.document).insertText("J")
    with qtbot.waitSignal(service.checked):
        service.hold(False)


def test_tidying_settles_off_the_thread(
    qtbot: QtBot, service: CheckService, opened: OpenRelease
) -> None:
    with qtbot.waitSignal(service.safe_fixes_applied) as blocker:
        service.apply_safe_fixes()
    result = blocker.args[0]
    assert isinstance(result, FixAllResult)
    assert result.revision == opened.document.revision
    opened.document.become(result.fixed_release.release)
    assert "antarpihak" in opened.document.release().text
    opened.document.document.undo()
    assert opened.document.release().text == TEXT


def test_findings_move_with_their_words_until_the_next_check(
    qtbot: QtBot, service: CheckService, opened: OpenRelease
) -> None:
    opened.take_check_result(answer(qtbot, service))
    first = opened.findings[-1]
    QTextCursor(opened.document.document).insertText("😀 ")
    assert opened.findings[-1].start == first.start + 2
    assert not opened.is_checked


def test_a_mended_finding_goes_at_once(
    qtbot: QtBot, service: CheckService, opened: OpenRelease
) -> None:
    opened.take_check_result(answer(qtbot, service))
    finding = next(p for p in opened.findings if p.rule == "bound-form-split")
    opened.apply_fix(finding.fixes[0])
    assert finding.rule not in {p.rule for p in opened.findings}
    assert "antarpihak" in opened.document.release().text


def test_an_ignored_finding_stays_away(
    qtbot: QtBot, service: CheckService, opened: OpenRelease
) -> None:
    opened.take_check_result(answer(qtbot, service))
    finding = next(p for p in opened.findings if p.rule == "bound-form-split")
    opened.ignore_here(finding)
    assert finding not in opened.findings
    opened.take_check_result(answer(qtbot, service))
    assert finding.rule not in {p.rule for p in opened.findings}


def test_an_ignored_finding_stays_away_when_another_of_its_paragraph_is_mended(
    qtbot: QtBot, service: CheckService, opened: OpenRelease
) -> None:
    opened.take_check_result(answer(qtbot, service))
    ignored = next(p for p in opened.findings if p.rule == "bound-form-split")
    opened.ignore_here(ignored)
    line = opened.document.document.findBlock(opened.document.to_qt(ignored.start))
    QTextCursor(line).insertText("Lalu ")
    opened.take_check_result(answer(qtbot, service))
    assert ignored.rule not in {p.rule for p in opened.findings}


def test_suggested_spellings_come_a_moment_after_the_finding(
    qtbot: QtBot, service: CheckService, opened: OpenRelease
) -> None:
    QTextCursor(opened.document.document).insertText("Hal terebut benar")
    answers: list[CheckResult] = []
    service.checked.connect(answers.append)
    with qtbot.waitSignals([service.checked, service.checked]):
        service.check_now()
    first, second = ([p for p in a.findings if p.rule == "spelling"] for a in answers[-2:])
    assert [(p.text, p.fixes) for p in first] == [("terebut", ())]
    assert [p.fixes[0].edits[0].new for p in second] == ["tersebut"]
    assert answers[-1].revision == answers[-2].revision
    answers.clear()
    service.check_now()
    qtbot.waitUntil(lambda: bool(answers))
    assert [p.fixes[0].edits[0].new for p in answers[0].findings if p.rule == "spelling"]
