"""``bnews-desk report``: writes the changes from the original release to the copy."""

from __future__ import annotations

import argparse
import os.path
from datetime import datetime
from typing import TYPE_CHECKING

from bnews_desk.cli import command_inputs
from bnews_desk.cli.exit_status import EXIT_OK
from bnews_desk.cli.import_output import lazy_frame_reader
from bnews_desk.errors import UsageError
from bnews_desk.exporters.change_report import ReportSubject, write_report
from bnews_desk.files import write_atomically

if TYPE_CHECKING:
    from bnews_desk.house.style import HouseStyle
    from bnews_desk.release import Release
    from bnews_desk.rules.facts.checked_facts import FactReview


def run(options: argparse.Namespace) -> int:
    """Read both releases and write the report, in HTML or DOCX by its ending."""
    if options.original == options.copy == command_inputs.STANDARD_STREAM:
        raise UsageError("Hanya satu dari dua naskah yang dapat dibaca dari masukan standar.")
    from bnews_desk.rules.facts.checked_facts import titled_groups

    ending = os.path.splitext(options.output)[1]
    reader = lazy_frame_reader(options.house)
    command_inputs.limit_memory()
    original = command_inputs.read_release_file(options.original, reader).release
    copy = command_inputs.read_release_file(options.copy, reader).release
    name = os.path.basename(options.original)
    review = _reviewed_facts(original, copy, command_inputs.load_style_sheet(options.house))
    facts, same = titled_groups(review), review.same_text if review else ""
    subject = ReportSubject(original, copy, name, datetime.now().astimezone(), facts, same)
    write_atomically(options.output, write_report(subject, ending, reader))
    return EXIT_OK


def _reviewed_facts(original: Release, copy: Release, house: HouseStyle) -> FactReview | None:
    """The facts that differ between copy and original, as in the window."""
    from bnews_desk.rules.context import CheckOptions
    from bnews_desk.rules.facts.changed_facts import reviewed_facts

    checker = command_inputs.make_checker(house)
    frame = checker.reader.read(copy.text)
    context = checker.context(copy, frame, CheckOptions(original=original))
    return reviewed_facts(context, checker.is_on)
