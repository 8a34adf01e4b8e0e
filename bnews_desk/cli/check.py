"""``bnews-desk check``: findings of releases, one file or thousands, in order and flat memory."""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections.abc import Iterator, Sequence

from bnews_desk.cli import desk
from bnews_desk.cli.earlier_states import earlier_states_of
from bnews_desk.cli.inspector import Inspector, Outcome, Setting, asked
from bnews_desk.cli.languagetool_arguments import OFF
from bnews_desk.cli.messages import tell
from bnews_desk.cli.own_words import own_words_of
from bnews_desk.cli.progress import counted
from bnews_desk.cli.reports.checked import Counts, Report
from bnews_desk.cli.status import EXIT_FINDINGS, EXIT_OK, EXIT_UNREADABLE
from bnews_desk.errors import UsageError
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style import HouseStyle


def run(options: argparse.Namespace) -> int:
    """Check files and print what was found; 2, 1 or 0."""
    if options.jobs < 1:
        raise UsageError("--jobs memerlukan bilangan 1 atau lebih.")
    publication_date = desk.date_of(options)
    house = desk.house_of(options.house, names_rules=True)
    report = _report(options.format, house)
    own_words = own_words_of(options, house)
    archive = _archive_of(options)
    earlier = earlier_states_of(options, house)
    setting = Setting(
        house, publication_date, report, own_words, options.attachment, archive, earlier
    )
    if options.languagetool == OFF:
        return _printed(options, setting)
    from bnews_desk.cli.opinions import opinion_of

    with opinion_of(options.languagetool, options) as opinion:
        reads = options.languagetool_indonesian
        return _printed(options, setting._replace(opinion=opinion, reads_indonesian=reads))


def _printed(options: argparse.Namespace, setting: Setting) -> int:
    report = setting.report
    outcomes = _outcomes(options, setting)
    notices: set[str] = set()
    total = Counts()
    unreadable: list[tuple[str, str]] = []
    sys.stdout.write(report.opening())
    for file, outcome in counted(outcomes, len(options.files), "Memeriksa"):
        if outcome.unreadable:
            unreadable.append((file, outcome.unreadable))
            tell(f"{file}: {outcome.unreadable}")
        if outcome.notice and outcome.notice not in notices:
            notices.add(outcome.notice)
            tell(outcome.notice)
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
    from bnews_desk.cli.asked_archive import place_of

    return place_of(options)


def _report(name: str, house: HouseStyle) -> Report:
    if name == "json":
        from bnews_desk.cli.reports.json import JsonReport

        return JsonReport()
    if name == "sarif":
        from bnews_desk.cli.reports.sarif import SarifReport
        from bnews_desk.rules.catalogue import rules_of

        return SarifReport(rules_of(house))
    from bnews_desk.cli.reports.text import TextReport

    return TextReport(has_colours=sys.stdout.isatty())


def _outcomes(options: argparse.Namespace, setting: Setting) -> Iterator[tuple[str, Outcome]]:
    """The outcomes as they come; an archive that cannot be used is said before the first."""
    if options.jobs > 1 and len(options.files) > 1:
        from bnews_desk.cli.parallel import inspected

        if setting.archive:
            asked(setting.archive, FrameReader(setting.house)).close()
        return inspected(options.files, options.jobs, setting)
    return _one_by_one(options.files, Inspector(setting))


def _one_by_one(files: Sequence[str], inspector: Inspector) -> Iterator[tuple[str, Outcome]]:
    with contextlib.closing(inspector):
        for file in files:
            yield file, inspector.inspect(file)
