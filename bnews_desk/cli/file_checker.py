"""Reads, checks and reports one file; each worker process has one ``FileChecker``."""

from __future__ import annotations

import gc
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from bnews_desk.cli import command_inputs
from bnews_desk.cli.reports.checked_release import CheckedFile, CheckedText, Counts, Report
from bnews_desk.errors import ReadError
from bnews_desk.finding import Severity
from bnews_desk.house.style import HouseStyle
from bnews_desk.rules.context import CheckOptions, EarlierStates

if TYPE_CHECKING:
    from bnews_desk.cli.languagetool_opinion import SecondOpinionFindings
    from bnews_desk.cli.related_title_lookup import RelatedTitleLookup
    from bnews_desk.frame.release_frame import FrameReader
    from bnews_desk.lexicon.languagetool.opinion import Opinion
    from bnews_desk.rules.checker import Checker

COLLECT_EVERY = 100
"""Files after which unreachable objects are collected: Python itself would wait far longer."""


class CheckOutcome(NamedTuple):
    """The printed report and the counts of one file; ``notice`` says what its check lacked."""

    fragment: str
    counts: Counts
    unreadable: str
    notice: str = ""


class CheckSettings(NamedTuple):
    """The settings of a call, the same for all files; ``own_words`` are as written.

    With ``attachment``, the attachment of that name in each mail is checked; ``archive`` is the
    place of the archive for linked titles, '' for none. ``opinion`` adds LanguageTool's findings.
    ``earlier`` are the states that every file is compared with.
    """

    house: HouseStyle
    publication_date: date | None
    report: Report
    own_words: frozenset[str] = frozenset()
    attachment: str = ""
    archive: str = ""
    earlier: EarlierStates = EarlierStates()
    opinion: Opinion | None = None
    reads_indonesian: bool = False


class FileChecker:
    """Reads, checks and reports one file after the other; each worker process has one."""

    def __init__(self, setting: CheckSettings) -> None:
        self._checker = command_inputs.make_checker(setting.house, setting.own_words)
        self._archive = (
            open_title_lookup(setting.archive, self._checker.reader) if setting.archive else None
        )
        self._options = CheckOptions(
            setting.publication_date,
            original=setting.earlier.original,
            archive=self._archive,
            published=setting.earlier.published,
            further_sources=setting.earlier.further_sources,
        )
        self._report = setting.report
        self._attachment = setting.attachment
        self._count = 0
        self._second = _second_opinion(setting, self._checker)
        command_inputs.limit_memory()

    def inspect(self, file: str) -> CheckOutcome:
        """The outcome for one file; raises nothing because of its contents."""
        self._keep_flat()
        checked = self._checked(file)
        if checked.content is None:
            unread = Counts(unreadable=1)
            return CheckOutcome(self._report.of_file(checked), unread, str(checked.error))
        severities = [finding.severity for finding in checked.content.findings]
        counts = Counts(*(severities.count(severity) for severity in Severity))
        notice = self._second.notice if self._second is not None else ""
        return CheckOutcome(self._report.of_file(checked), counts, "", notice)

    def close(self) -> None:
        """Close the archive, if there is one."""
        if self._archive is not None:
            self._archive.close()

    def lost(self, file: str) -> CheckOutcome:
        """The outcome for a file whose reading ended its worker process."""
        message = (
            "Pembacaan berkas ini terhenti mendadak; simpan ulang dari program asalnya, lalu coba"
            " lagi."
        )
        checked = CheckedFile(file, None, ReadError("damaged", message))
        return CheckOutcome(self._report.of_file(checked), Counts(unreadable=1), message)

    def _keep_flat(self) -> None:
        """Keep the memory from growing with the number of files."""
        self._count += 1
        if self._count % COLLECT_EVERY == 0:
            gc.collect()
            if self._count == COLLECT_EVERY:
                gc.freeze()  # modules and lists live to the end: never scan them again

    def _checked(self, file: str) -> CheckedFile:
        try:
            imported = command_inputs.read_release_file(
                file, self._checker.reader, attachment=self._attachment
            )
        except ReadError as error:
            return CheckedFile(file, None, error)
        frame = self._checker.reader.read(imported.release.text)
        findings = self._checker.check_framed(imported.release, frame, self._options)
        if self._second is not None:
            findings = self._second.added(imported.release, frame, findings)
        printed = tuple(map(self._checker.completed, findings))
        return CheckedFile(file, CheckedText(imported.release, frame, imported.receipt, printed))


def open_title_lookup(place: str, reader: FrameReader) -> RelatedTitleLookup:
    """Open the archive; its modules are imported only when one is used."""
    from bnews_desk.cli.related_title_lookup import RelatedTitleLookup

    return RelatedTitleLookup(place, reader)


def _second_opinion(setting: CheckSettings, checker: Checker) -> SecondOpinionFindings | None:
    if setting.opinion is None:
        return None
    from bnews_desk.cli.languagetool_opinion import SecondOpinionFindings
    from bnews_desk.rules.second_opinion import RemarkCache, SecondOpinion

    answers = RemarkCache(command_inputs.REMEMBERED_PARAGRAPHS)
    second = SecondOpinion(
        setting.house,
        checker.lexicon,
        answers,
        place=setting.opinion.place,
        reads_indonesian=setting.reads_indonesian,
    )
    return SecondOpinionFindings(setting.opinion, second, answers)
