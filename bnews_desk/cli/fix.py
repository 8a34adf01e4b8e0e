"""``bnews-desk fix``: applies safe fixes until none is left."""

from __future__ import annotations

import argparse
import sys

from bnews_desk.cli import command_inputs
from bnews_desk.cli.exit_status import EXIT_FINDINGS, EXIT_OK
from bnews_desk.cli.import_output import report_left_out
from bnews_desk.cli.release_output import (
    refuse_to_replace_original,
    require_txt_for_crlf,
    write_release_output,
)
from bnews_desk.cli.user_dictionary_words import read_user_dictionaries
from bnews_desk.errors import UsageError
from bnews_desk.finding import Severity
from bnews_desk.rules.catalogue import rules_of, unknown_ids
from bnews_desk.rules.context import CheckOptions
from bnews_desk.rules.fix_all import FixedRelease, fix_all


def run(options: argparse.Namespace) -> int:
    """Fix one release and write it; returns 1 when findings of severity error remain, else 0."""
    if options.crlf:
        require_txt_for_crlf(options.output)
    refuse_to_replace_original(options.file, options.output)
    publication_date = command_inputs.publication_date(options)
    house = command_inputs.load_style_sheet(options.house, names_rules=True)
    every = rules_of(house)
    for rule_id in unknown_ids(options.offered, every):
        raise UsageError(command_inputs.unknown_rule_message(rule_id, every))
    checker = command_inputs.make_checker(house, read_user_dictionaries(options, house))
    command_inputs.limit_memory()
    imported = command_inputs.read_release_file(options.file, checker.reader)
    report_left_out(imported)
    settled = fix_all(
        imported.release, checker, CheckOptions(publication_date), offered=options.offered
    )
    write_release_output(
        settled.release, imported.pictures, checker.reader, options.output, crlf=options.crlf
    )
    print(_summary(settled), file=sys.stderr)
    has_errors = any(p.severity is Severity.ERROR for p in settled.remaining)
    return EXIT_FINDINGS if has_errors else EXIT_OK


def _summary(settled: FixedRelease) -> str:
    """The message on what was fixed and what remains."""
    count = sum(settled.fixed.values())
    rules = ", ".join(f"{rule} {n}" for rule, n in sorted(settled.fixed.items()))
    done = f"{count} perbaikan diterapkan ({rules})" if count else "Tidak ada yang perlu diperbaiki"
    left = [
        f"{n} {severity.label}"
        for severity in Severity
        if (n := sum(p.severity is severity for p in settled.remaining))
    ]
    return f"{done}; tersisa {', '.join(left)}." if left else f"{done}; tidak ada temuan tersisa."
