"""LanguageTool beside the typing: asked when it is quiet, never waited for, quiet when it fails."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot

from bnews_desk.errors import OpinionError
from bnews_desk.finding import Finding, Severity
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.findings import second_opinion_service as opinions_module
from bnews_desk.gui.findings.second_opinion_service import (
    MOST_FAILURES,
    OFF,
    SecondOpinionService,
    source_of,
)
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.languagetool.opinion import Remark
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Details, Release

HOUSE = load_style_sheet()[0]
LEXICON = Lexicon(HOUSE.pairs)
READER = FrameReader(HOUSE)
SAID = "The festival give us a chance to meet the people of Blitar"
TEXT = f'\nBLITAR | B-news.id - Festival dibuka.\n"{SAID}," kata John Smith.'
GIVE = Remark(13, 17, "SUBJECT_VERB_AGREEMENT", "grammar", "Theirs.", ("gives",))
OWN = Finding("spelling", Severity.WARNING, 22, 30, TEXT[22:30], "…")


class Fake:
    """Somebody to ask who may be slow or down, and notes what was asked."""

    def __init__(self, place: str = "") -> None:
        self.place = place
        self.asked: list[str] = []
        self.threads: set[int] = set()
        self.is_down = False
        self.is_closed = False
        self.may_answer = threading.Event()
        self.may_answer.set()

    def opinion(self) -> Fake:
        return self

    def close(self) -> None:
        self.is_closed = True
        self.may_answer.set()

    def languages(self) -> tuple[str, ...]:
        return ("en-US",)

    def remarks(self, text: str, language: str) -> tuple[Remark, ...]:
        self.threads.add(threading.get_ident())
        self.asked.append(text)
        assert self.may_answer.wait(20)
        if self.is_down:
            raise OpinionError("LanguageTool tidak menjawab.")
        return (GIVE,)


@pytest.fixture
def fake() -> Fake:
    return Fake()


@pytest.fixture
def service(
    qtbot: QtBot, fake: Fake, monkeypatch: pytest.MonkeyPatch
) -> Iterator[SecondOpinionService]:
    monkeypatch.setattr(opinions_module, "QUIET_MS", 20)
    monkeypatch.setattr(opinions_module, "RETRY_MS", 20)
    service = SecondOpinionService(lambda _mode, _reads: fake)
    service.choose("local")
    yield service
    service.shut_down()


def check(
    service: SecondOpinionService, text: str = TEXT, release: Release | None = None
) -> list[str]:
    """What one check finds, by rule."""
    value = release or Release(text)
    beside = service.beside(HOUSE, LEXICON)
    return [finding.rule for finding in beside(value, READER.read(value.text), [OWN])]


def test_a_check_takes_what_is_known_and_says_what_is_missing(
    qtbot: QtBot, service: SecondOpinionService, fake: Fake
) -> None:
    with qtbot.waitSignal(service.answered):
        assert check(service) == ["spelling"]
    assert check(service) == ["spelling", "lt-SUBJECT_VERB_AGREEMENT"]
    assert fake.asked == [f"{SAID},"]
    assert threading.get_ident() not in fake.threads


def test_our_findings_never_wait(qtbot: QtBot, service: SecondOpinionService, fake: Fake) -> None:
    fake.may_answer.clear()
    check(service)
    qtbot.waitUntil(lambda: fake.asked != [])
    assert check(service) == ["spelling"]
    with qtbot.waitSignal(service.answered):
        fake.may_answer.set()
    assert len(check(service)) == 2
    assert len(fake.asked) == 1


def test_only_the_newest_of_many_checks_is_asked_about(
    qtbot: QtBot, service: SecondOpinionService, fake: Fake
) -> None:
    with qtbot.waitSignal(service.answered):
        for count in range(1, 6):
            check(service, TEXT.replace("people", "people and children " * count))
    assert len(fake.asked) == 1
    assert fake.asked[0].count("children") == 5


def test_what_is_gone_from_the_text_is_not_asked_about(
    qtbot: QtBot, service: SecondOpinionService, fake: Fake
) -> None:
    check(service)
    check(service, "\nBLITAR | B-news.id - Festival dibuka.")
    qtbot.wait(100)
    assert fake.asked == []


def test_a_question_that_fails_is_told_once_and_given_up_in_the_end(
    qtbot: QtBot, service: SecondOpinionService, fake: Fake
) -> None:
    fake.is_down = True
    told: list[str] = []
    service.noticed.connect(told.append)
    check(service)
    qtbot.waitUntil(lambda: len(fake.asked) == MOST_FAILURES)
    for _ in range(3):
        assert check(service) == ["spelling"]
        qtbot.wait(60)
    assert len(fake.asked) == MOST_FAILURES
    assert told == ["LanguageTool tidak menjawab."]
    fake.is_down = False
    with qtbot.waitSignal(service.answered):
        service.choose("local")
    with qtbot.waitSignal(service.answered):
        check(service)


def test_a_failure_that_passes_is_forgotten(
    qtbot: QtBot, service: SecondOpinionService, fake: Fake
) -> None:
    fake.is_down = True
    with qtbot.waitSignal(service.noticed):
        check(service)
    fake.is_down = False
    with qtbot.waitSignal(service.answered):
        pass
    assert len(check(service)) == 2


def test_an_embargoed_release_stays_here(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opinions_module, "QUIET_MS", 1)
    fake = Fake("lt.redaksi.id")
    service = SecondOpinionService(lambda _mode, _reads: fake)
    service.choose("https://lt.redaksi.id")
    release = Release(TEXT, details=Details(embargo=datetime(2999, 1, 1)))
    with qtbot.waitSignal(service.noticed) as told:
        check(service, release=release)
    assert "diembargo" in told.args[0]
    check(service, release=release)
    qtbot.wait(50)
    assert fake.asked == []
    service.shut_down()


def test_off_asks_nobody_and_forgets(
    qtbot: QtBot, service: SecondOpinionService, fake: Fake
) -> None:
    with qtbot.waitSignal(service.answered):
        check(service)
    service.choose(OFF)
    assert fake.is_closed
    assert check(service) == ["spelling"]
    qtbot.wait(50)
    assert len(fake.asked) == 1


def test_an_address_that_cannot_be_used_is_told(qtbot: QtBot) -> None:
    service = SecondOpinionService()
    with qtbot.waitSignal(service.noticed) as told:
        service.choose("http://lt.redaksi.id")
    assert "terenkripsi" in told.args[0]
    assert check(service) == ["spelling"]
    service.shut_down()


def test_shutting_down_in_the_middle_of_a_question_sends_nothing(
    qtbot: QtBot, service: SecondOpinionService, fake: Fake
) -> None:
    fake.may_answer.clear()
    check(service)
    qtbot.waitUntil(lambda: fake.asked != [])
    with qtbot.assertNotEmitted(service.answered, wait=100):
        service.shut_down()
    assert fake.is_closed


@pytest.mark.parametrize(
    ("mode", "place"),
    [
        ("local", ""),
        ("http://localhost:8081", ""),
        ("https://lt.redaksi.id:8443/v2", "lt.redaksi.id:8443"),
    ],
)
def test_nothing_is_started_by_choosing(mode: str, place: str) -> None:
    source = source_of(mode, True)
    assert source.place == place
    source.close()


def test_a_window_without_it_loads_nothing_of_it(run_python: Callable[[str], str]) -> None:
    loaded = run_python(
        "import sys; from bnews_desk.gui.findings import second_opinion_service;"
        "print([name for name in sys.modules if 'languagetool' in name or 'language_tool' in name])"
    )
    assert loaded.strip() == "[]"


@pytest.fixture
def run_python() -> Callable[[str], str]:
    import subprocess
    import sys

    def run(program: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True
        )
        return done.stdout

    return run
