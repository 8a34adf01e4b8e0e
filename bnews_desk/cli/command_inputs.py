"""Reads style sheet, checker, date and release file by the arguments of a command."""

from __future__ import annotations

import argparse
import re
import sys
from typing import TYPE_CHECKING

from bnews_desk.cli.standard_error import print_message
from bnews_desk.errors import UsageError
from bnews_desk.importers.limits import limit_memory, within_limits

if TYPE_CHECKING:
    from datetime import date

    from bnews_desk.frame.release_frame import FrameReader
    from bnews_desk.house.style import HouseStyle
    from bnews_desk.importers.imported_release import ImportedRelease
    from bnews_desk.rules.checker import Checker
    from bnews_desk.rules.rule import Rule

STANDARD_STREAM = "-"
REMEMBERED_PARAGRAPHS = 512
"""Paragraphs whose results a checker caches: enough for a release, which fixing checks again."""

__all__ = [
    "STANDARD_STREAM",
    "limit_memory",
    "load_style_sheet",
    "make_checker",
    "publication_date",
    "read_release_file",
    "unknown_rule_message",
    "unknown_rule_messages",
]


def load_style_sheet(path: str | None, *, names_rules: bool = False) -> HouseStyle:
    """The style sheet at ``path``, or the shipped one; its faults go to standard error.

    With ``names_rules`` the rule ids in it are checked too. Raises ``ReadError`` when the file
    cannot be read.
    """
    from bnews_desk.house.style_sheet import load_style_sheet

    house, faults = load_style_sheet(path)
    for fault in faults:
        print_message(str(fault))
    if names_rules:
        for message in unknown_rule_messages(house, path or ""):
            print_message(message)
    return house


def unknown_rule_messages(house: HouseStyle, path: str) -> list[str]:
    """One sentence for each rule id in a style sheet that is unknown or already used."""
    if not (house.severities or house.own_rules or house.ignores):
        return []
    from bnews_desk.rules.catalogue import (
        all_rules,
        misnamed_ignores,
        misnamed_severities,
        rules_of,
        taken_ids,
    )

    every = rules_of(house)
    taken = [
        f"{path}: rules: Nama “{rule_id}” sudah dipakai aturan bawaan; beri nama lain, sementara"
        " itu aturan redaksi ini dilewati."
        for rule_id in taken_ids(house, all_rules())
    ]
    tables = {
        "severity": misnamed_severities(house, every),
        "ignores": misnamed_ignores(house, every),
    }
    return taken + [
        f"{path}: {table}.{rule_id}: {unknown_rule_message(rule_id, every)}"
        for table, ids in tables.items()
        for rule_id in ids
    ]


def unknown_rule_message(rule_id: str, rules: tuple[Rule, ...]) -> str:
    """The message about an unknown rule id."""
    from difflib import get_close_matches

    near = get_close_matches(rule_id, [rule.id for rule in rules], 1)
    hint = f"; mungkin maksudnya “{near[0]}”" if near else ""
    return f"Aturan “{rule_id}” tidak ada{hint}; daftarnya: bnews-desk rules."


def make_checker(house: HouseStyle, own_words: frozenset[str] = frozenset()) -> Checker:
    """A checker with every rule, in one newsroom's style, with additional words."""
    from bnews_desk.lexicon.lexicon import Lexicon
    from bnews_desk.rules.catalogue import rules_of
    from bnews_desk.rules.checker import Checker

    lexicon = Lexicon(house.pairs, own_words)
    return Checker(rules_of(house), house, lexicon, remember=REMEMBERED_PARAGRAPHS)


def publication_date(options: argparse.Namespace) -> date | None:
    """The publication date of a call; raises ``UsageError`` when it is invalid."""
    from datetime import date

    if options.date is None:
        return None
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", options.date, re.ASCII):
            raise ValueError(options.date)
        return date.fromisoformat(options.date)
    except ValueError:
        raise UsageError(
            f"Tanggal “{options.date}” tidak dapat dibaca; tulis seperti 2024-11-14."
        ) from None


def read_release_file(
    path: str, reader: FrameReader, source_format: str | None = None, attachment: str = ""
) -> ImportedRelease:
    """The release in a file, or in standard input for ``-``, within the limits of an import.

    With ``attachment``, the release is the attachment of a mail with that name. Raises
    ``ReadError``.
    """
    from bnews_desk.importers.file_reading import MAX_FILE_BYTES, read_data, read_file

    with within_limits():
        if path == STANDARD_STREAM:
            data = sys.stdin.buffer.read(MAX_FILE_BYTES + 1)
            return read_data(data, source_format or "txt", reader, attachment)
        if source_format:
            from bnews_desk.files import read_bytes

            data = read_bytes(path, MAX_FILE_BYTES)
            return read_data(data, source_format, reader, attachment)
        return read_file(path, reader, attachment)
