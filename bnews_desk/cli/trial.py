"""``bnews-desk rules --try RULE FILES``: what a rule would say before it goes live."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bnews_desk.cli import desk
from bnews_desk.cli.excerpt import excerpt
from bnews_desk.cli.messages import printable, tell
from bnews_desk.cli.progress import counted
from bnews_desk.cli.status import EXIT_OK, EXIT_UNREADABLE
from bnews_desk.errors import ReadError
from bnews_desk.finding import Finding
from bnews_desk.house.style import HouseStyle
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.rule import Rule
from bnews_desk.text_form import LineColumns


def try_rule(rule: Rule, house: HouseStyle, files: Sequence[str], own_words: frozenset[str]) -> int:
    """Print a rule's hits in files, each with the words around it, and how many there are.

    The rule is run even where the style sheet has it off. Files that cannot be read are said and
    passed over; the result is then exit status 2.
    """
    on = replace(house, severities={**house.severities, rule.id: rule.severity})
    checker = Checker([rule], on, Lexicon(house.pairs, own_words))
    desk.limit_memory()
    hits = words = read = 0
    for file in counted(files, len(files), "Mencoba aturan"):
        try:
            release = desk.read(file, checker.reader).release
        except ReadError as error:
            tell(f"{printable(file)}: {error}")
            continue
        read += 1
        words += len(release.text.split())
        for line in _hits(file, release, map(checker.completed, checker.check(release))):
            hits += 1
            print(line)
    print(_summary(rule, hits, words, read))
    return EXIT_OK if read == len(files) else EXIT_UNREADABLE


def _hits(file: str, release: Release, findings: Iterable[Finding]) -> Iterator[str]:
    places = LineColumns(release)
    for finding in findings:
        place = places.of(finding.start)
        fix = f"  → {printable(finding.fixes[0].label)}" if finding.fixes else ""
        before, marked, behind = excerpt(finding, release.text)
        yield f"{printable(file)}:{place.line}:{place.column}: {before}[{marked}]{behind}{fix}"


def _summary(rule: Rule, hits: int, words: int, files: int) -> str:
    rate = f"{hits * 1000 / words:.2f}".replace(".", ",") if words else "0"
    counted_words = f"{words:,}".replace(",", ".")
    return (
        f"{rule.code} {rule.id}: {hits} temuan dalam {files} berkas, {counted_words} kata"
        f" ({rate} per 1.000 kata)."
    )
