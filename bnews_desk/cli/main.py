"""Arguments in, exit status out.

Results go to standard output, messages to standard error. Exit status of every command: 2 for bad
usage or a file that could not be read; of ``check`` and ``fix`` also 1 where problems at error
level remain; otherwise 0. Commands are imported when they are called.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import NoReturn, TextIO, cast

from bnews_desk import __version__
from bnews_desk.cli.messages import printable, tell
from bnews_desk.cli.status import EXIT_INTERRUPTED, EXIT_OK, EXIT_UNREADABLE

Command = Callable[[argparse.Namespace], int]

_COMMANDS = frozenset({"check", "fix", "convert", "rules", "rescue", "doctor"})
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


def is_command(arguments: Sequence[str]) -> bool:
    """Whether a call is one for the command line: a command or an option comes first."""
    return bool(arguments) and (arguments[0] in _COMMANDS or arguments[0].startswith("-"))


def run(arguments: Sequence[str]) -> int:
    """Carry out one call; the result is its exit status. Never raises a foreseen failure."""
    _speak_utf8()
    try:
        options = _parser().parse_args(arguments)
        command: Command = import_module(f"bnews_desk.cli.{options.command}").run
        return _guarded(command, options)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else EXIT_UNREADABLE
    except BrokenPipeError:
        _silence_output()
        return EXIT_OK


def _guarded(command: Command, options: argparse.Namespace) -> int:
    from bnews_desk.errors import DeskError, reason

    try:
        status = command(options)
        sys.stdout.flush()
        return status
    except DeskError as error:
        tell(str(error))
        return EXIT_UNREADABLE
    except BrokenPipeError:
        raise
    except OSError as error:
        tell(
            f"Hasil tidak dapat ditulis ({reason(error)}); kosongkan disk atau alihkan ke berkas"
            " lain."
        )
        _silence_output()
        return EXIT_UNREADABLE
    except KeyboardInterrupt:
        tell("Dihentikan.")
        return EXIT_INTERRUPTED


def _silence_output() -> None:
    """Send what is still buffered nowhere, so that closing standard output cannot fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _nowhere(mode: str) -> TextIO:
    """A stream for a process that was started with a standard stream closed."""
    return cast(TextIO, open(os.devnull, mode, encoding="utf-8"))


def _speak_utf8() -> None:
    """UTF-8 on every system, a lone surrogate as its escape and never as a failure."""
    sys.stdin = sys.stdin or _nowhere("r")
    sys.stdout = sys.stdout or _nowhere("w")
    sys.stderr = sys.stderr or _nowhere("w")
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _parser() -> argparse.ArgumentParser:
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
    _add_check(commands)
    _add_fix(commands)
    _add_convert(commands)
    _add_rules(commands)
    _add_rescue(commands)
    doctor = commands.add_parser(
        "doctor", help="periksa apa yang terpasang, apa yang kurang, dan apa yang perlu dilakukan"
    )
    _add_house(doctor)
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
    rules.add_argument("rule", nargs="?", metavar="ATURAN", help="id atau kode aturan")
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
