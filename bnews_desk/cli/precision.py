"""``bnews-desk rules --stats``: how often editors mended what a rule found, and how often not."""

from __future__ import annotations

from collections.abc import Sequence

from bnews_desk.archive.finding_decisions import Tally, tallies
from bnews_desk.errors import ReadError, reason
from bnews_desk.paths import verdicts_file
from bnews_desk.rules.rule import Rule


def print_precision(rules: Sequence[Rule], *, shows_all: bool = False) -> None:
    """A line a rule that was judged (with ``shows_all`` every rule), the least precise first.

    Raises ``ReadError`` where the counts cannot be read.
    """
    path = verdicts_file()
    try:
        counts = tallies(path)
    except OSError as error:
        message = f"Catatan “{path}” tidak dapat dibaca ({reason(error)}); periksa izinnya."
        raise ReadError("no-access", message) from error
    judged = [(counts.get(rule.id, Tally()), rule) for rule in rules]
    shown = [(tally, rule) for tally, rule in judged if tally.judged or shows_all]
    if not shown:
        print("Belum ada temuan yang diterima atau diabaikan di jendela.")
        return
    print(f"{'':33} {'diterima':>9} {'diabaikan':>9} {'tepat':>6}")
    for tally, rule in sorted(shown, key=lambda row: (row[0].precision, -row[0].judged)):
        part = f"{tally.precision:.0%}".replace("%", " %") if tally.judged else "-"
        name = f"{rule.code}  {rule.id}"
        print(f"{name:33} {tally.accepted:9} {tally.dismissed:9} {part:>6}")
