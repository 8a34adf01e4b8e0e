"""argparse in Indonesian: its help, and what it says of a call that is not right."""

from __future__ import annotations

import argparse
import re
import sys
from typing import NoReturn

from bnews_desk.cli.messages import printable
from bnews_desk.cli.status import EXIT_UNREADABLE

_MESSAGES = (
    (r"the following arguments are required: (.*)", "argumen ini wajib diisi: {0}"),
    (r"unrecognized arguments: (.*)", "argumen ini tidak dikenal: {0}"),
    (
        r"argument (.*?): invalid choice: '?(.*?)'? \(choose from (.*)\)",
        "{0}: “{1}” tidak dikenal; pilih salah satu: {2}",
    ),
    (
        r"argument (.*?): expected (?:one argument|at least one argument)",
        "{0}: nilainya belum diisi",
    ),
    (r"argument (.*?): invalid \w+ value: '?(.*?)'?$", "{0}: nilai “{1}” tidak dapat dipakai"),
    (r"argument (.*?): not allowed with argument (.*)", "{0}: tidak dapat dipakai bersama {1}"),
)


class _Help(argparse.RawDescriptionHelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: object,
        groups: object,
        prefix: str | None = None,
    ) -> None:
        shown = "Pemakaian: " if prefix is None else prefix
        super().add_usage(usage, actions, groups, shown)  # type: ignore[arg-type]


class Parser(argparse.ArgumentParser):
    """Asks for and explains arguments in Indonesian; nothing may be abbreviated."""

    def __init__(self, **options: object) -> None:
        super().__init__(
            formatter_class=_Help,
            add_help=False,
            allow_abbrev=False,
            **options,  # type: ignore[arg-type]
        )
        self._positionals.title = "argumen"
        self._optionals.title = "pilihan"
        self.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the call and leave with status 2."""
        said = message
        for pattern, template in _MESSAGES:
            match = re.fullmatch(pattern, message)
            if match:
                said = template.format(*match.groups())
                break
        self.print_usage(sys.stderr)
        self.exit(EXIT_UNREADABLE, f"{self.prog}: {printable(said)}.\n")
