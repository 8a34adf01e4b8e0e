"""The manual page ``bnews-desk(1)``, made from the command line's own help, in Indonesian.

python resources/packaging/debian/manual.py > bnews-desk.1
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
FILES = (
    ("~/.config/bnews-desk/", "setelan, gaya selingkung, kamus saya, dan kamus redaksi"),
    ("~/.local/share/bnews-desk/", "jurnal semua ketikan, arsip, dan cadangannya"),
)
VARIABLES = (
    ("BNEWS_DESK_HOME", "folder untuk semua itu, sebagai ganti kedua folder di bawah ini"),
)


def manual(version: str, epoch: int) -> str:
    """The page in roff. ``epoch`` is its date, in seconds since 1970."""
    sys.path.insert(0, str(ROOT))
    from bnews_desk.cli.arguments import COMMANDS, IndonesianArgumentParser

    date = time.strftime("%Y-%m-%d", time.gmtime(epoch))
    lines = [
        f'.TH BNEWS\\-DESK 1 "{date}" "B\\-News Desk {_text(version)}" "Perintah pengguna"',
        ".nh",
        ".ad l",
        ".SH NAMA",
        "bnews\\-desk \\- menjadikan rilis pers berita siap tayang",
        ".SH RINGKASAN",
        ".B bnews\\-desk",
        "[\\fIBERKAS\\fR ...]",
        ".br",
        ".B bnews\\-desk",
        "\\fIPERINTAH\\fR [\\fIargumen\\fR ...]",
        ".SH URAIAN",
        "Tanpa perintah, jendela B\\-News Desk terbuka dengan naskah yang terakhir dikerjakan;",
        "\\fIBERKAS\\fR yang disebut diimpor.",
        "Dengan perintah, pekerjaan yang sama dilakukan dari terminal.",
        ".SH PERINTAH",
    ]
    for name, command in COMMANDS.items():
        parser = IndonesianArgumentParser(prog=f"bnews-desk {name}")
        command.add(parser)
        lines += [f".SS bnews\\-desk {_text(name)}", _text(command.help)]
        lines += _parser(parser)
    lines += [".SH STATUS KELUAR"]
    lines += _pairs(
        [
            ("0", "berhasil; bagi check dan fix: tidak ada yang wajib diperbaiki"),
            ("1", "check dan fix: masih ada yang wajib diperbaiki"),
            ("2", "salah pakai, atau ada berkas yang tidak terbaca"),
        ]
    )
    lines += [".SH LINGKUNGAN", *_pairs(VARIABLES), ".SH BERKAS", *_pairs(FILES)]
    return "\n".join(lines) + "\n"


def _parser(parser: argparse.ArgumentParser) -> Iterator[str]:
    usage = re.sub(r"\s+", " ", parser.format_usage().partition(":")[2]).strip()
    yield ".PP"
    yield _text(usage)
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            shown = {choice.dest: choice.help or "" for choice in action._choices_actions}
            for name, sub in action.choices.items():
                yield ".PP"
                yield f"\\fB{_text(sub.prog)}\\fR: {_text(shown.get(name, ''))}"
                yield ".RS"
                yield from _parser(sub)
                yield ".RE"
        elif action.help != argparse.SUPPRESS and "-h" not in action.option_strings:
            yield from _pairs([(_heading(action), action.help or "")])


def _heading(action: argparse.Action) -> str:
    choices = "{" + ",".join(map(str, action.choices)) + "}" if action.choices else ""
    value = action.metavar or choices
    if isinstance(value, tuple):
        value = " ".join(value)
    if not action.option_strings:
        return str(value or action.dest)
    named = ", ".join(action.option_strings)
    return named if action.nargs == 0 else f"{named} {value or action.dest.upper()}"


def _pairs(rows: list[tuple[str, str]] | tuple[tuple[str, str], ...]) -> Iterator[str]:
    for heading, said in rows:
        yield ".TP"
        yield f"\\fB{_text(heading)}\\fR"
        yield _text(said)


def _text(said: str) -> str:
    """Plain text for roff: its escapes escaped, hyphens kept as typed, no line like a request."""
    plain = said.replace("%%", "%").replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + plain if plain.startswith((".", "'")) else plain


def main() -> None:
    """Write the page to standard output."""
    sys.path.insert(0, str(ROOT))
    from bnews_desk import __version__

    sys.stdout.reconfigure(encoding="utf-8")
    print(manual(__version__, int(os.environ.get("SOURCE_DATE_EPOCH", time.time()))), end="")


if __name__ == "__main__":
    main()
