"""``bnews-desk rules``: prints the catalogue, tries one rule on files, prints rule statistics."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from bnews_desk.archive.finding_decisions import Tally, tallies
from bnews_desk.cli import command_inputs
from bnews_desk.cli.exit_status import EXIT_OK, EXIT_UNREADABLE
from bnews_desk.cli.finding_excerpt import excerpt_of
from bnews_desk.cli.progress_bar import with_progress_bar
from bnews_desk.cli.standard_error import print_message, printable
from bnews_desk.errors import ReadError, UsageError, reason
from bnews_desk.finding import Finding, Safety
from bnews_desk.house.style import HouseStyle
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.paths import finding_decisions_file
from bnews_desk.release import Release
from bnews_desk.rules.catalogue import rules_of
from bnews_desk.rules.checker import Checker, severity_of
from bnews_desk.rules.rule import ReleaseRule, Rule, RuleGroup
from bnews_desk.text_form import LineColumns


def try_rule(rule: Rule, house: HouseStyle, files: Sequence[str], own_words: frozenset[str]) -> int:
    """Print a rule's findings in files with the words around them, and their number.

    The rule runs even if the style sheet turns it off. Unreadable files are reported and skipped;
    the result is then 2.
    """
    on = replace(house, severities={**house.severities, rule.id: rule.severity})
    checker = Checker([rule], on, Lexicon(house.pairs, own_words))
    command_inputs.limit_memory()
    hits = words = read = 0
    for file in with_progress_bar(files, len(files), "Mencoba aturan"):
        try:
            release = command_inputs.read_release_file(file, checker.reader).release
        except ReadError as error:
            print_message(f"{printable(file)}: {error}")
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
        before, marked, behind = excerpt_of(finding, release.text)
        yield f"{printable(file)}:{place.line}:{place.column}: {before}[{marked}]{behind}{fix}"


def _summary(rule: Rule, hits: int, words: int, files: int) -> str:
    rate = f"{hits * 1000 / words:.2f}".replace(".", ",") if words else "0"
    counted_words = f"{words:,}".replace(",", ".")
    return (
        f"{rule.code} {rule.id}: {hits} temuan dalam {files} berkas, {counted_words} kata"
        f" ({rate} per 1.000 kata)."
    )


def print_precision(rules: Sequence[Rule], *, shows_all: bool = False) -> None:
    """Print one line per judged rule (with ``shows_all`` every rule), the least precise first.

    Raises ``ReadError`` when the counts cannot be read.
    """
    path = finding_decisions_file()
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


_SAFETY = {
    Safety.SAFE: "aman, dapat diterapkan sekaligus",
    Safety.OFFERED: "ditawarkan, satu per satu",
    Safety.NONE: "tidak ada",
}


def run(options: argparse.Namespace) -> int:
    """Print rules in the order of their codes, or one rule's findings or statistics."""
    house = command_inputs.load_style_sheet(options.house, names_rules=True)
    every = rules_of(house)
    if options.tried:
        if not options.names:
            raise UsageError("Sebutkan berkas yang dipakai mencoba aturan ini.")
        from bnews_desk.cli.user_dictionary_words import read_user_dictionaries

        rule, own_words = _named(options.tried, every), read_user_dictionaries(options, house)
        return try_rule(rule, house, options.names, own_words)
    chosen = _chosen(options.names, every)
    if options.stats:
        print_precision(chosen, shows_all=bool(options.names))
    elif options.format == "json":
        print(json.dumps([as_json(r, house) for r in chosen], ensure_ascii=False, indent=1))
    elif options.format == "md":
        sys.stdout.write(as_markdown(chosen, house))
    elif options.names:
        sys.stdout.write(_explained(chosen[0], house))
    else:
        sys.stdout.write("".join(_line(rule, house) for rule in chosen))
    return EXIT_OK


def _chosen(names: Sequence[str], every: tuple[Rule, ...]) -> Sequence[Rule]:
    if len(names) > 1:
        raise UsageError(f"Hanya satu aturan yang dapat diminta; “{names[1]}” berlebih.")
    return [_named(names[0], every)] if names else every


def _named(name: str, every: tuple[Rule, ...]) -> Rule:
    """The rule with an id or code; raises ``UsageError`` when there is none."""
    wanted = name.casefold()
    for rule in every:
        if wanted in (rule.id, rule.code.casefold()):
            return rule
    raise UsageError(command_inputs.unknown_rule_message(name, every))


def as_json(rule: Rule, house: HouseStyle) -> dict[str, Any]:
    """A rule's record for programs; ``severity`` is null when the rule is off."""
    severity = severity_of(rule, house)
    return {
        "id": rule.id,
        "code": rule.code,
        "name": rule.name,
        "group": rule.group.value,
        "severity": severity.value if severity else None,
        "default_severity": rule.severity.value,
        "on_by_default": rule.is_on,
        "fix": rule.safety.value,
        "scope": "release" if isinstance(rule, ReleaseRule) else "paragraph",
        "message": rule.why,
        "other_messages": dict(rule.other_messages),
        "source": rule.source,
        "remark": rule.remark,
        "bad": [{"bad": example.bad, "good": example.good} for example in rule.bad],
        "good": list(rule.good),
    }


def as_markdown(rules: Sequence[Rule], house: HouseStyle) -> str:
    """The rule reference of the user guide, one section per group."""
    lines = ["# Daftar aturan", ""]
    for group in RuleGroup:
        members = [rule for rule in rules if rule.group is group]
        if members:
            lines += [f"## {group.value}", ""]
        for rule in members:
            lines += [
                f"### {rule.name} (`{rule.id}`, {rule.code})",
                "",
                *_details(rule, house, "- "),
                "",
            ]
    return "\n".join(lines)


def _line(rule: Rule, house: HouseStyle) -> str:
    severity = severity_of(rule, house)
    label = severity.label if severity else "mati"
    return f"{rule.code}  {rule.id:<28} {label:<17} {rule.why}\n"


def _explained(rule: Rule, house: HouseStyle) -> str:
    return "\n".join((f"{rule.name} ({rule.id}, {rule.code})", *_details(rule, house, "  "), ""))


def _details(rule: Rule, house: HouseStyle, bullet: str) -> list[str]:
    severity = severity_of(rule, house)
    details = [
        f"{bullet}Pesan: {rule.why}",
        *(f"{bullet}Pesan lain: {message}" for message in rule.other_messages.values()),
        f"{bullet}Tingkat: {severity.label if severity else f'mati ({rule.severity.label})'}",
        f"{bullet}Perbaikan: {_SAFETY[rule.safety]}",
        f"{bullet}Dasar: {rule.source}",
    ]
    if rule.remark:
        details.append(f"{bullet}Catatan: {rule.remark}")
    for example in rule.bad:
        good = f" → {_shown(example.good)}" if example.good is not None else ""
        details.append(f"{bullet}Keliru: {_shown(example.bad)}{good}")
    details += [f"{bullet}Benar: {_shown(text)}" for text in rule.good if text.strip()]
    return details


def _shown(text: str) -> str:
    """An example on one line; line breaks are shown, an empty headline is not."""
    return "`" + text.removeprefix("\n").replace("\n", " ⏎ ").replace("`", "'") + "`"
