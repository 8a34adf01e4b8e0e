"""Asks LanguageTool about changed paragraphs in the background."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from bnews_desk.errors import DeskError, OpinionError
from bnews_desk.gui.shared.background_thread import BackgroundThread

if TYPE_CHECKING:
    from bnews_desk.finding import Finding
    from bnews_desk.frame.release_frame import Frame
    from bnews_desk.gui.window.release_controller import ReleaseController
    from bnews_desk.house.style import HouseStyle
    from bnews_desk.lexicon.languagetool.opinion import Opinion
    from bnews_desk.lexicon.languagetool.server import Server
    from bnews_desk.lexicon.languagetool.server_address import Address
    from bnews_desk.lexicon.lexicon import Lexicon
    from bnews_desk.release import Release
    from bnews_desk.rules.checker import AddFindings
    from bnews_desk.rules.language_spans import LanguageSpan
    from bnews_desk.rules.second_opinion import RemarkCache, SecondOpinion
    from bnews_desk.settings import Settings

OFF, LOCAL = "off", "local"
"""No server, or one on this computer; any other value is a server's address."""
QUIET_MS = 800
"""Milliseconds without a new passage before the missing ones are asked about."""
RETRY_MS = 60_000
"""Milliseconds without a request after a failed one."""
MOST_FAILURES = 3
"""Failed requests in a row after which no more are sent."""
SHUTDOWN_SECONDS = 1.0
THREAD_NAME = "bnews-opinion"


class OpinionSource(Protocol):
    """A LanguageTool server; what it needs is loaded and started with the first request."""

    @property
    def place(self) -> str:
        """The name of the server that passages are sent to; '' when they stay on this computer."""

    def opinion(self) -> Opinion:
        """The client to ask; only for the thread that asks."""

    def close(self) -> None:
        """Stop what was started; returns soon, also during a request."""


class _ChosenSource(NamedTuple):
    """The server that the editor chose, and its answers so far."""

    source: OpinionSource
    answers: RemarkCache
    reads_indonesian: bool

    def second_opinion(self, house: HouseStyle, lexicon: Lexicon) -> SecondOpinion:
        """Makes findings of the answers, in one newsroom's style."""
        from bnews_desk.rules.second_opinion import SecondOpinion

        return SecondOpinion(
            house,
            lexicon,
            self.answers,
            place=self.source.place,
            reads_indonesian=self.reads_indonesian,
        )


class SecondOpinionService(QObject):
    """Asks about passages that checks met and that have no answer yet.

    Checks never wait: they take the answers that are known (``beside``), and ``answered`` tells
    that another check would find more. Answers are stored by a passage's words, so none is ever
    stale. When a request fails, ``noticed`` carries one sentence; after three failures in a row no
    more requests are sent until a server is chosen again.
    """

    answered = Signal()
    """There are new answers; emitted on the GUI thread."""
    noticed = Signal(str)
    """One sentence for the editor, on the GUI thread; never the same twice in a row."""
    _missed = Signal(object, str)
    _outcome_ready = Signal(object, object, str)

    def __init__(
        self,
        make_source: Callable[[str, bool], OpinionSource] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._make_source = make_source or source_of
        self._chosen: _ChosenSource | None = None
        self._missing: tuple[LanguageSpan, ...] = ()
        self._asking: tuple[LanguageSpan, ...] = ()
        self._number = 0
        self._failures = 0
        self._last_notice = ""
        self._thread: BackgroundThread | None = None
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.timeout.connect(self._submit_request)
        self._missed.connect(self._take_missing, Qt.ConnectionType.QueuedConnection)
        self._outcome_ready.connect(self._take_outcome, Qt.ConnectionType.QueuedConnection)

    def attach(self, controller: ReleaseController, settings: Settings) -> None:
        """Ask the server that the settings name, check again after answers, and show failures."""
        self.answered.connect(controller.checking.check_now)
        self.noticed.connect(controller.show_status)
        if settings.languagetool != OFF:
            self.choose(settings.languagetool, reads_indonesian=settings.languagetool_indonesian)

    def choose(self, mode: str, *, reads_indonesian: bool = False) -> None:
        """Ask another server from now on, or none; earlier answers are dropped."""
        self._close_source()
        self._failures, self._last_notice = 0, ""
        if mode != OFF:
            from bnews_desk.rules.second_opinion import RemarkCache

            try:
                source = self._make_source(mode, reads_indonesian)
            except DeskError as error:
                self._notify(str(error))
            else:
                self._chosen = _ChosenSource(source, RemarkCache(), reads_indonesian)
        self.answered.emit()

    def beside(self, house: HouseStyle, lexicon: Lexicon) -> AddFindings:
        """A function that adds the known answers to a check's findings; runs on the check
        thread.
        """
        made: dict[int, tuple[_ChosenSource, SecondOpinion]] = {}

        def added(release: Release, frame: Frame, own: list[Finding]) -> list[Finding]:
            chosen = self._chosen
            if chosen is None:
                return own
            if id(chosen) not in made:
                made.clear()
                made[id(chosen)] = chosen, chosen.second_opinion(house, lexicon)
            review = made[id(chosen)][1].review(release, frame, own)
            self._missed.emit(review.missing, review.withheld)
            if not review.findings:
                return own
            return sorted((*own, *review.findings), key=lambda p: (p.start, p.end, p.rule))

        return added

    def shut_down(self) -> None:
        """Send no more requests, stop the server and end the thread; no signal is emitted
        afterwards.
        """
        self._close_source()
        if self._thread is not None:
            self._thread.end(SHUTDOWN_SECONDS)
            self._thread = None

    def _close_source(self) -> None:
        """Drop the pending passages and close the source."""
        self._quiet.stop()
        self._number += 1
        self._missing = self._asking = ()
        chosen, self._chosen = self._chosen, None
        if chosen is not None:
            chosen.source.close()

    def _take_missing(self, missing: tuple[LanguageSpan, ...], withheld: str) -> None:
        """Note the passages that the last check lacked; drop those noted earlier."""
        if withheld:
            self._notify(withheld)
        if missing and missing == self._asking:  # already being asked about
            self._missing = ()
            return
        self._number += 1
        self._missing, self._asking = missing, ()
        self._schedule()

    def _schedule(self) -> None:
        """Schedule a request, later after a failure, or none when there is nothing or nobody to
        ask.
        """
        if not self._missing or self._chosen is None or self._failures >= MOST_FAILURES:
            self._quiet.stop()
        elif not self._failures:
            self._quiet.start(QUIET_MS)
        elif not self._quiet.isActive():
            self._quiet.start(RETRY_MS)

    def _submit_request(self) -> None:
        if self._chosen is None or not self._missing:
            return
        if self._thread is None:
            self._thread = BackgroundThread(THREAD_NAME)
        self._number += 1
        self._asking, self._missing = self._missing, ()
        self._thread.submit(partial(self._ask_passages, self._chosen, self._asking, self._number))

    def _ask_passages(
        self, chosen: _ChosenSource, missing: tuple[LanguageSpan, ...], number: int
    ) -> None:
        """Ask about each passage until a newer job exists; on the side thread."""
        from bnews_desk.rules.second_opinion import ask_opinion

        try:
            for stretch in missing:
                if number != self._number:
                    return
                if chosen.answers.of(stretch) is None:
                    chosen.answers.keep(stretch, ask_opinion(stretch, chosen.source.opinion()))
        except OpinionError as error:
            self._outcome_ready.emit(chosen, missing, str(error))
        else:
            self._outcome_ready.emit(chosen, missing, "")

    def _take_outcome(
        self, chosen: _ChosenSource, missing: tuple[LanguageSpan, ...], failure: str
    ) -> None:
        if chosen is not self._chosen:
            return
        if missing == self._asking:
            self._asking = ()
        if not failure:
            self._failures, self._last_notice = 0, ""
            self.answered.emit()
            return
        self._failures += 1
        self._missing = self._missing or missing
        self._schedule()
        self._notify(failure)

    def _notify(self, sentence: str) -> None:
        if sentence != self._last_notice:
            self._last_notice = sentence
            self.noticed.emit(sentence)


class _LocalSource:
    """A server on this computer, started with the first request."""

    place = ""

    def __init__(self, *, reads_indonesian: bool) -> None:
        self._reads_indonesian = reads_indonesian
        self._server: Server | None = None
        self._opinion: Opinion | None = None

    def opinion(self) -> Opinion:
        """The client of the server, created once."""
        if self._opinion is None:
            from bnews_desk.lexicon.languagetool.local_opinion import LocalOpinion
            from bnews_desk.lexicon.languagetool.server import local_server

            self._server = local_server(reads_indonesian=self._reads_indonesian)
            self._opinion = LocalOpinion(self._server)
        return self._opinion

    def close(self) -> None:
        """Stop the server; a request that waits for it fails."""
        if self._server is not None:
            self._server.close(SHUTDOWN_SECONDS)


class _RemoteSource:
    """A server at an address; there is nothing to stop."""

    def __init__(self, address: Address) -> None:
        self._address = address
        self._opinion: Opinion | None = None

    @property
    def place(self) -> str:
        """The server's name; '' when it is on this computer."""
        return "" if self._address.is_loopback else self._address.shown

    def opinion(self) -> Opinion:
        """The client of the server, created once."""
        if self._opinion is None:
            from bnews_desk.lexicon.languagetool.client import Client

            self._opinion = Client(self._address)
        return self._opinion

    def close(self) -> None:
        """Do nothing: a request under way ends by its deadline."""


def source_of(mode: str, reads_indonesian: bool) -> OpinionSource:
    """The source for a mode of the settings.

    Raises ``UsageError`` for an address that cannot be used.
    """
    if mode == LOCAL:
        return _LocalSource(reads_indonesian=reads_indonesian)
    from bnews_desk.lexicon.languagetool.server_address import address_of

    return _RemoteSource(address_of(mode))
