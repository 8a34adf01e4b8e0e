"""``bnews-desk check``: checks files in order, one by one or in worker processes."""

from __future__ import annotations

import argparse
import contextlib
import json
import signal
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import Any

from bnews_desk.cli import command_inputs
from bnews_desk.cli.earlier_state_arguments import read_earlier_states
from bnews_desk.cli.exit_status import EXIT_FINDINGS, EXIT_OK, EXIT_UNREADABLE
from bnews_desk.cli.file_checker import CheckOutcome, CheckSettings, FileChecker, open_title_lookup
from bnews_desk.cli.languagetool_arguments import OFF
from bnews_desk.cli.progress_bar import with_progress_bar
from bnews_desk.cli.reports.checked_release import CheckedFile, Counts, Report
from bnews_desk.cli.standard_error import print_message
from bnews_desk.cli.user_dictionary_words import read_user_dictionaries
from bnews_desk.errors import UsageError
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style import HouseStyle
from bnews_desk.text_form import LineColumns

VERSION = 1


class JsonReport:
    """The report of ``check`` as JSON."""

    def __init__(self) -> None:
        self._is_first = True

    def opening(self) -> str:
        """The start of the object."""
        return f'{{"version": {VERSION}, "files": ['

    def of_file(self, checked: CheckedFile) -> str:
        """One member of ``files``."""
        return "\n" + json.dumps(_of_file(checked), ensure_ascii=False)

    def joined(self, fragment: str) -> str:
        """A member, preceded by a comma except for the first."""
        if self._is_first:
            self._is_first = False
            return fragment
        return "," + fragment

    def closing(self, counts: Counts, files: int, unreadable: list[tuple[str, str]]) -> str:
        """The end of the object."""
        return "\n]}\n"


def _of_file(checked: CheckedFile) -> dict[str, Any]:
    content = checked.content
    if content is None:
        error = checked.error
        return {
            "file": checked.file,
            "text": None,
            "frame": None,
            "receipt": [],
            "problems": [],
            "error": error and {"kind": error.kind, "message": str(error)},
        }
    places = LineColumns(content.release)
    findings = []
    for finding in content.findings:
        fields = finding.as_json()
        place = places.of(finding.start)
        ordered = {key: fields[key] for key in ("rule", "severity", "start", "end")}
        rest = {key: value for key, value in fields.items() if key not in ordered}
        findings.append({**ordered, "line": place.line, "column": place.column, **rest})
    return {
        "file": checked.file,
        "text": content.release.text,
        "frame": content.frame.as_json(),
        "receipt": [entry.as_json() for entry in content.receipt],
        "problems": findings,
        "error": None,
    }


AHEAD = 4
"""Files submitted per worker before the first of them is printed."""

_inspectors: list[FileChecker] = []
"""The checker of a worker process; empty in the parent."""


def check_in_parallel(
    files: Sequence[str], jobs: int, setting: CheckSettings
) -> Iterator[tuple[str, CheckOutcome]]:
    """Each file with its outcome, in the order of ``files``.

    A file that ends its worker process is reported as lost; the others are still checked.
    """
    rest = deque(files)
    while rest:
        waiting: deque[tuple[str, Future[CheckOutcome]]] = deque()
        try:
            with _pool(min(jobs, len(rest)), setting) as pool:
                while rest or waiting:
                    while rest and len(waiting) < jobs * AHEAD:
                        waiting.append((rest[0], pool.submit(_check_in_worker, rest[0])))
                        rest.popleft()
                    yield waiting[0][0], waiting[0][1].result()
                    waiting.popleft()
        except BrokenProcessPool:
            for file, _ in waiting:
                yield file, _check_in_own_process(file, setting)


def _check_in_own_process(file: str, setting: CheckSettings) -> CheckOutcome:
    """Check a file in a process of its own, since it may be the one that ends processes."""
    try:
        with _pool(1, setting) as pool:
            return pool.submit(_check_in_worker, file).result()
    except BrokenProcessPool:
        return FileChecker(setting._replace(archive="")).lost(file)


def _pool(jobs: int, setting: CheckSettings) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, get_context("spawn"), _start_worker, (setting,))


def _start_worker(setting: CheckSettings) -> None:
    """Make a worker's checker; Ctrl-C is handled by the parent, which then ends its workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _inspectors.append(FileChecker(setting))


def _check_in_worker(file: str) -> CheckOutcome:
    return _inspectors[0].inspect(file)


def run(options: argparse.Namespace) -> int:
    """Check files and print the findings; returns 0, 1 or 2 as in ``exit_status``."""
    if options.jobs < 1:
        raise UsageError("--jobs memerlukan bilangan 1 atau lebih.")
    publication_date = command_inputs.publication_date(options)
    house = command_inputs.load_style_sheet(options.house, names_rules=True)
    report = _report(options.format, house)
    own_words = read_user_dictionaries(options, house)
    archive = _archive_of(options)
    earlier = read_earlier_states(options, house)
    setting = CheckSettings(
        house, publication_date, report, own_words, options.attachment, archive, earlier
    )
    if options.languagetool == OFF:
        return _printed(options, setting)
    from bnews_desk.cli.languagetool_opinion import open_second_opinion

    with open_second_opinion(options.languagetool, options) as opinion:
        reads = options.languagetool_indonesian
        return _printed(options, setting._replace(opinion=opinion, reads_indonesian=reads))


def _printed(options: argparse.Namespace, setting: CheckSettings) -> int:
    report = setting.report
    outcomes = _outcomes(options, setting)
    notices: set[str] = set()
    total = Counts()
    unreadable: list[tuple[str, str]] = []
    sys.stdout.write(report.opening())
    for file, outcome in with_progress_bar(outcomes, len(options.files), "Memeriksa"):
        if outcome.unreadable:
            unreadable.append((file, outcome.unreadable))
            print_message(f"{file}: {outcome.unreadable}")
        if outcome.notice and outcome.notice not in notices:
            notices.add(outcome.notice)
            print_message(outcome.notice)
        sys.stdout.write(report.joined(outcome.fragment))
        sys.stdout.flush()
        total = total.plus(outcome.counts)
    sys.stdout.write(report.closing(total, len(options.files), unreadable))
    if total.unreadable:
        return EXIT_UNREADABLE
    return EXIT_FINDINGS if total.errors else EXIT_OK


def _archive_of(options: argparse.Namespace) -> str:
    if options.archive is None:
        return ""
    from bnews_desk.cli.related_title_lookup import archive_address

    return archive_address(options)


def _report(name: str, house: HouseStyle) -> Report:
    if name == "json":
        return JsonReport()
    if name == "sarif":
        from bnews_desk.cli.reports.sarif_report import SarifReport
        from bnews_desk.rules.catalogue import rules_of

        return SarifReport(rules_of(house))
    from bnews_desk.cli.reports.text_report import TextReport

    return TextReport(has_colours=sys.stdout.isatty())


def _outcomes(
    options: argparse.Namespace, setting: CheckSettings
) -> Iterator[tuple[str, CheckOutcome]]:
    """The outcomes in order; an unusable archive is reported before the first."""
    if options.jobs > 1 and len(options.files) > 1:
        if setting.archive:
            open_title_lookup(setting.archive, FrameReader(setting.house)).close()
        return check_in_parallel(options.files, options.jobs, setting)
    return _one_by_one(options.files, FileChecker(setting))


def _one_by_one(files: Sequence[str], inspector: FileChecker) -> Iterator[tuple[str, CheckOutcome]]:
    with contextlib.closing(inspector):
        for file in files:
            yield file, inspector.inspect(file)
