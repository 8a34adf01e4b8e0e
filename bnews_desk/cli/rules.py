"""``bnews-desk rules``: the catalogue, or one rule explained."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from typing import Any

from bnews_desk.cli import desk
from bnews_desk.cli.status import EXIT_OK
from bnews_desk.errors import UsageError
from bnews_desk.finding import Safety
from bnews_desk.house.style import HouseStyle
from bnews_desk.rules.catalogue import rules_of
from bnews_desk.rules.checker import severity_of
from bnews_desk.rules.rule import ReleaseRule, Rule, RuleGroup

_SAFETY = {
    Safety.SAFE: "aman, dapat diterapkan sekaligus",
    Safety.OFFERED: "ditawarkan, satu per satu",
    Safety.NONE: "tidak ada",
}


def run(options: argparse.Namespace) -> int:
    """Print rules in the order of their codes, or what they find or were judged to find."""
    house = desk.house_of(options.house, names_rules=True)
    every = rules_of(house)
    if options.tried:
        if not options.names:
            raise UsageError("Sebutkan berkas yang dipakai mencoba aturan ini.")
        from bnews_desk.cli.own_words import own_words_of
        from bnews_desk.cli.trial import try_rule

        rule, own_words = _named(options.tried, every), own_words_of(options, house)
        return try_rule(rule, house, options.names, own_words)
    chosen = _chosen(options.names, every)
    if options.stats:
        from bnews_desk.cli.precision import print_precision

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
    """The rule of an id or code; raises UsageError where there is none."""
    wanted = name.casefold()
    for rule in every:
        if wanted in (rule.id, rule.code.casefold()):
            return rule
    raise UsageError(desk.unknown_rule(name, every))


def as_json(rule: Rule, house: HouseStyle) -> dict[str, Any]:
    """Everything a record says, for programs; ``severity`` is null where the rule is off."""
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
    """The reference of the user guide, one section a group."""
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
    """An example on one line; a line break is shown, an empty headline is not."""
    return "`" + text.removeprefix("\n").replace("\n", " ⏎ ").replace("`", "'") + "`"
