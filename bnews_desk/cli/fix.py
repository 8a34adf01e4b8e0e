"""``bnews-desk fix``: all safe fixes, until nothing safe is left."""

from __future__ import annotations

import argparse
import sys

from bnews_desk.cli import desk
from bnews_desk.cli.incoming import tell_left_out
from bnews_desk.cli.output import demand_txt, keep_original, put_out
from bnews_desk.cli.own_words import own_words_of
from bnews_desk.cli.status import EXIT_FINDINGS, EXIT_OK
from bnews_desk.errors import UsageError
from bnews_desk.finding import Severity
from bnews_desk.rules.catalogue import rules_of, unknown_ids
from bnews_desk.rules.context import CheckOptions
from bnews_desk.rules.fix_all import FixedRelease, fix_all


def run(options: argparse.Namespace) -> int:
    """Fix one release and write it; 1 where findings at error level remain, else 0."""
    if options.crlf:
        demand_txt(options.output)
    keep_original(options.file, options.output)
    publication_date = desk.date_of(options)
    house = desk.house_of(options.house, names_rules=True)
    every = rules_of(house)
    for rule_id in unknown_ids(options.offered, every):
        raise UsageError(desk.unknown_rule(rule_id, every))
    checker = desk.checker_of(house, own_words_of(options, house))
    desk.limit_memory()
    imported = desk.read(options.file, checker.reader)
    tell_left_out(imported)
    settled = fix_all(
        imported.release, checker, CheckOptions(publication_date), offered=options.offered
    )
    put_out(settled.release, imported.pictures, checker.reader, options.output, crlf=options.crlf)
    print(_summary(settled), file=sys.stderr)
    has_errors = any(p.severity is Severity.ERROR for p in settled.remaining)
    return EXIT_FINDINGS if has_errors else EXIT_OK


def _summary(settled: FixedRelease) -> str:
    """What was fixed and what is left, for the editor."""
    count = sum(settled.fixed.values())
    rules = ", ".join(f"{rule} {n}" for rule, n in sorted(settled.fixed.items()))
    done = f"{count} perbaikan diterapkan ({rules})" if count else "Tidak ada yang perlu diperbaiki"
    left = [
        f"{n} {severity.label}"
        for severity in Severity
        if (n := sum(p.severity is severity for p in settled.remaining))
    ]
    return f"{done}; tersisa {', '.join(left)}." if left else f"{done}; tidak ada temuan tersisa."
