"""Adds LanguageTool's findings in ``check``, which continues when it does not answer."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from bnews_desk.cli.languagetool_arguments import LOCAL
from bnews_desk.cli.standard_error import print_message
from bnews_desk.errors import OpinionError
from bnews_desk.finding import Finding
from bnews_desk.frame.release_frame import Frame
from bnews_desk.lexicon.languagetool.opinion import Opinion
from bnews_desk.release import Release
from bnews_desk.rules.language_spans import LanguageSpan
from bnews_desk.rules.second_opinion import RemarkCache, SecondOpinion, ask_opinion

MOST_FAILURES = 3
"""Releases in a row without an answer after which no more requests are sent."""


class SecondOpinionFindings:
    """Adds a second opinion's findings to our own; without an answer there are only ours.

    ``notice`` is one sentence on what the last release lacked, '' when it lacked nothing.
    """

    def __init__(self, opinion: Opinion, second: SecondOpinion, answers: RemarkCache) -> None:
        self._opinion, self._second, self._answers = opinion, second, answers
        self._failures = 0
        self.notice = ""

    def added(self, release: Release, frame: Frame, own: Sequence[Finding]) -> list[Finding]:
        """``own`` and the second opinion's further findings, in text order."""
        review = self._second.review(release, frame, own)
        self.notice = review.withheld
        if review.missing and self._failures < MOST_FAILURES:
            self._ask(review.missing)
            review = self._second.review(release, frame, own)
        return sorted((*own, *review.findings), key=lambda p: (p.start, p.end, p.rule))

    def _ask(self, missing: Sequence[LanguageSpan]) -> None:
        try:
            for stretch in missing:
                self._answers.keep(stretch, ask_opinion(stretch, self._opinion))
            self._failures = 0
        except OpinionError as error:
            self._failures += 1
            self.notice = str(error)


@contextmanager
def open_second_opinion(mode: str, options: argparse.Namespace) -> Iterator[Opinion | None]:
    """The client to ask, for the duration of the context; None, after one message, if it fails.

    Raises ``UsageError`` for an unusable address.
    """
    if mode == LOCAL:
        with _local_second_opinion(options) as opinion:
            yield opinion
        return
    from bnews_desk.lexicon.languagetool.client import Client
    from bnews_desk.lexicon.languagetool.server_address import address_of, what_is_sent

    address = address_of(mode)
    if sent := what_is_sent(address, reads_indonesian=options.languagetool_indonesian):
        print_message(sent)
    yield Client(address)


@contextmanager
def _local_second_opinion(options: argparse.Namespace) -> Iterator[Opinion | None]:
    """A server of our own, started when the first passage needs it.

    Worker processes share one, which is started before them.
    """
    from bnews_desk.lexicon.languagetool.installation import find_java
    from bnews_desk.lexicon.languagetool.local_opinion import LocalOpinion, SharedServer
    from bnews_desk.lexicon.languagetool.server import local_server

    server = local_server(reads_indonesian=options.languagetool_indonesian, runtime=find_java())
    try:
        if options.jobs == 1 or len(options.files) == 1:
            yield LocalOpinion(server)
            return
        try:
            address = server.address()
        except OpinionError as error:
            print_message(str(error))
            yield None
            return
        yield LocalOpinion(SharedServer(address))
    finally:
        server.close()
