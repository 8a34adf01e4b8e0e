"""``bnews-desk report``: what was changed from the release as it came to the copy."""

from __future__ import annotations

import argparse
import os.path
from datetime import datetime

from bnews_desk.cli import command_inputs
from bnews_desk.cli.exit_status import EXIT_OK
from bnews_desk.cli.import_output import lazy_frame_reader
from bnews_desk.errors import UsageError
from bnews_desk.exporters.change_report import ReportSubject, write_report
from bnews_desk.files import write_atomically


def run(options: argparse.Namespace) -> int:
    """Read both releases and write the report, which is HTML or DOCX by its ending."""
    if options.original == options.copy == command_inputs.STANDARD_STREAM:
        raise UsageError("Hanya satu dari dua naskah yang dapat dibaca dari masukan standar.")
    ending = os.path.splitext(options.output)[1]
    reader = lazy_frame_reader(options.house)
    command_inputs.limit_memory()
    original = command_inputs.read_release_file(options.original, reader).release
    copy = command_inputs.read_release_file(options.copy, reader).release
    name = os.path.basename(options.original)
    subject = ReportSubject(original, copy, name, datetime.now().astimezone())
    write_atomically(options.output, write_report(subject, ending, reader))
    return EXIT_OK
