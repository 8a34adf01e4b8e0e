"""``bnews-desk check``: problems of releases, one file or thousands, in order and flat memory."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from bnews_desk.cli import desk
from bnews_desk.cli.main import EXIT_OK, EXIT_PROBLEMS, EXIT_UNREADABLE
from bnews_desk.cli.progress import counted
from bnews_desk.cli.reports.checked import Checked, Counts, Findings, Report
from bnews_desk.errors import ReadError, UsageError
from bnews_desk.house.style import HouseStyle
from bnews_desk.problem import Severity
from bnews_desk.rules.checker import Occasion


class Outcome(NamedTuple):
    """What is printed and counted of one checked file."""

    fragment: str
    counts: Counts
    unreadable: str


class Inspector:
    """Reads, checks and reports one file after the other; each worker process has one."""

    def __init__(self, house: HouseStyle, publication_date: date | None, report: Report) -> None:
        self._checker = desk.checker_of(house)
        self._occasion = Occasion(publication_date)
        self._report = report
        desk.limit_memory()

    def inspect(self, file: str) -> Outcome:
        """The outcome for one file; never raises for what is in it."""
        checked = self._checked(file)
        if checked.findings is None:
            unread = Counts(unreadable=1)
            return Outcome(self._report.of_file(checked), unread, str(checked.error))
        severities = [problem.severity for problem in checked.findings.problems]
        counts = Counts(*(severities.count(severity) for severity in Severity))
        return Outcome(self._report.of_file(checked), counts, "")

    def lost(self, file: str) -> Outcome:
        """The outcome for a file whose reading ended its worker process."""
        message = (
            "Pembacaan berkas ini terhenti mendadak; simpan ulang dari program asalnya, lalu coba"
            " lagi."
        )
        checked = Checked(file, None, ReadError("damaged", message))
        return Outcome(self._report.of_file(checked), Counts(unreadable=1), message)

    def _checked(self, file: str) -> Checked:
        try:
            imported = desk.read(file, self._checker.reader)
        except ReadError as error:
            return Checked(file, None, error)
        frame = self._checker.reader.read(imported.release.text)
        problems = self._checker.check_framed(imported.release, frame, self._occasion)
        return Checked(file, Findings(imported.release, frame, imported.receipt, tuple(problems)))


def run(options: argparse.Namespace) -> int:
    """Check files and print what was found; 2, 1 or 0."""
    if options.jobs < 1:
        raise UsageError("--jobs memerlukan bilangan 1 atau lebih.")
    publication_date = desk.date_of(options)
    house = desk.house_of(options.house, names_rules=True)
    report = _report(options.format)
    outcomes = _outcomes(options, house, publication_date, report)
    total = Counts()
    unreadable: list[tuple[str, str]] = []
    sys.stdout.write(report.opening())
    for file, outcome in counted(outcomes, len(options.files), "Memeriksa"):
        if outcome.unreadable:
            unreadable.append((file, outcome.unreadable))
            print(f"bnews-desk: {file}: {outcome.unreadable}", file=sys.stderr)
        sys.stdout.write(report.joined(outcome.fragment))
        sys.stdout.flush()
        total = total.plus(outcome.counts)
    sys.stdout.write(report.closing(total, len(options.files), unreadable))
    if total.unreadable:
        return EXIT_UNREADABLE
    return EXIT_PROBLEMS if total.errors else EXIT_OK


def _report(name: str) -> Report:
    if name == "json":
        from bnews_desk.cli.reports.json import JsonReport

        return JsonReport()
    if name == "sarif":
        from bnews_desk.cli.reports.sarif import SarifReport
        from bnews_desk.rules.catalogue import all_rules

        return SarifReport(all_rules())
    from bnews_desk.cli.reports.text import TextReport

    return TextReport(has_colours=sys.stdout.isatty())


def _outcomes(
    options: argparse.Namespace, house: HouseStyle, publication_date: date | None, report: Report
) -> Iterator[tuple[str, Outcome]]:
    if options.jobs > 1 and len(options.files) > 1:
        from bnews_desk.cli.parallel import inspected

        yield from inspected(options.files, options.jobs, (house, publication_date, report))
        return
    inspector = Inspector(house, publication_date, report)
    for file in options.files:
        yield file, inspector.inspect(file)
