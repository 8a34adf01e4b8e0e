"""The arguments of every command, and argparse in Indonesian."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from typing import NoReturn

from bnews_desk import __version__
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


class _Parser(argparse.ArgumentParser):
    """argparse in Indonesian."""

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


def parser_of(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of a call; where a command comes first, it knows that one alone."""
    parser = _Parser(
        prog="bnews-desk",
        description="Menyiapkan rilis pemerintah daerah menjadi berita siap tayang.",
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"bnews-desk {__version__}",
        help="tampilkan versi program",
    )
    commands = parser.add_subparsers(
        dest="command", metavar="PERINTAH", required=True, title="perintah"
    )
    called = COMMANDS.get(arguments[0]) if arguments else None
    for add in (called,) if called else COMMANDS.values():
        add(commands)
    return parser


def _add_check(commands: argparse._SubParsersAction[_Parser]) -> None:
    check = commands.add_parser("check", help="periksa naskah dan tampilkan temuan")
    check.add_argument("files", nargs="+", metavar="BERKAS", help="naskah; - untuk masukan standar")
    check.add_argument(
        "--format",
        choices=("text", "json", "sarif"),
        default="text",
        help="bentuk hasil (bawaan: text)",
    )
    _add_house(check)
    _add_date(check)
    check.add_argument(
        "--jobs", type=int, default=1, metavar="N", help="periksa N berkas sekaligus (bawaan: 1)"
    )


def _add_fix(commands: argparse._SubParsersAction[_Parser]) -> None:
    fix = commands.add_parser("fix", help="terapkan semua perbaikan yang aman")
    fix.add_argument("file", metavar="BERKAS", help="naskah; - untuk masukan standar")
    fix.add_argument(
        "-o",
        "--output",
        metavar="HASIL",
        help="berkas hasil (bawaan: keluaran standar, bentuk TXT)",
    )
    fix.add_argument(
        "--offered",
        action="append",
        default=[],
        metavar="ATURAN",
        help="terapkan juga tawaran pertama aturan ini; dapat diulang",
    )
    _add_house(fix)
    _add_date(fix)


def _add_convert(commands: argparse._SubParsersAction[_Parser]) -> None:
    convert = commands.add_parser("convert", help="ubah format naskah tanpa mengubah isinya")
    convert.add_argument("source", metavar="ASAL", help="naskah; - untuk masukan standar")
    convert.add_argument("target", metavar="HASIL", help="berkas hasil; - untuk keluaran standar")
    convert.add_argument(
        "--from",
        dest="source_format",
        choices=("txt", "docx"),
        help="format asal (bawaan: menurut akhiran nama)",
    )
    convert.add_argument(
        "--to",
        dest="target_format",
        choices=("txt", "docx"),
        help="format hasil (bawaan: menurut akhiran nama)",
    )
    _add_house(convert)


def _add_rules(commands: argparse._SubParsersAction[_Parser]) -> None:
    rules = commands.add_parser("rules", help="tampilkan daftar aturan atau jelaskan satu aturan")
    rules.add_argument(
        "names",
        nargs="*",
        metavar="ATURAN",
        help="id atau kode aturan; bersama --try: berkas naskah",
    )
    ways = rules.add_mutually_exclusive_group()
    ways.add_argument(
        "--try",
        dest="tried",
        metavar="ATURAN",
        help="coba satu aturan pada berkas, juga yang sedang dimatikan",
    )
    ways.add_argument(
        "--stats",
        action="store_true",
        help="tampilkan seberapa sering temuan tiap aturan diterima atau diabaikan",
    )
    rules.add_argument(
        "--format",
        choices=("text", "json", "md"),
        default="text",
        help="bentuk hasil (bawaan: text)",
    )
    _add_house(rules)


def _add_rescue(commands: argparse._SubParsersAction[_Parser]) -> None:
    rescue = commands.add_parser(
        "rescue",
        help="tulis semua naskah di jurnal sebagai TXT dan DOCX",
    )
    rescue.add_argument(
        "-o",
        "--output",
        required=True,
        metavar="FOLDER",
        help="folder hasil; dibuat bila belum ada",
    )
    rescue.add_argument(
        "--journal", metavar="JURNAL", help="berkas jurnal (bawaan: jurnal sendiri)"
    )


def _add_doctor(commands: argparse._SubParsersAction[_Parser]) -> None:
    doctor = commands.add_parser(
        "doctor", help="periksa apa yang terpasang, apa yang kurang, dan apa yang perlu dilakukan"
    )
    _add_house(doctor)


def _add_house(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--house", metavar="GAYA.toml", help="gaya selingkung (bawaan: gaya B-news.id)"
    )


def _add_date(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--date",
        metavar="TTTT-BB-HH",
        help="tanggal terbit; tanpa ini tanggal terbit dianggap belum diketahui",
    )


COMMANDS = {
    "check": _add_check,
    "fix": _add_fix,
    "convert": _add_convert,
    "rules": _add_rules,
    "rescue": _add_rescue,
    "doctor": _add_doctor,
}
"""What adds each command's arguments, in the order of the help."""
