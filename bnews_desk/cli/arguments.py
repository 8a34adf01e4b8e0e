"""The arguments of every command, with help in Indonesian."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from typing import NamedTuple, NoReturn

from bnews_desk import __version__
from bnews_desk.cli.earlier_state_arguments import add_earlier_state_arguments
from bnews_desk.cli.exit_status import EXIT_UNREADABLE
from bnews_desk.cli.languagetool_arguments import (
    add_languagetool_arguments,
    add_languagetool_download_arguments,
)
from bnews_desk.cli.standard_error import printable

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


class _IndonesianHelp(argparse.RawDescriptionHelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: object,
        groups: object,
        prefix: str | None = None,
    ) -> None:
        shown = "Pemakaian: " if prefix is None else prefix
        super().add_usage(usage, actions, groups, shown)  # type: ignore[arg-type]


class IndonesianArgumentParser(argparse.ArgumentParser):
    """Shows help and errors in Indonesian; options cannot be abbreviated."""

    def __init__(self, **options: object) -> None:
        super().__init__(
            formatter_class=_IndonesianHelp,
            add_help=False,
            allow_abbrev=False,
            **options,  # type: ignore[arg-type]
        )
        self._positionals.title = "argumen"
        self._optionals.title = "pilihan"
        self.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")

    def error(self, message: str) -> NoReturn:
        """Print an error in Indonesian and exit with status 2."""
        said = message
        for pattern, template in _MESSAGES:
            match = re.fullmatch(pattern, message)
            if match:
                said = template.format(*match.groups())
                break
        self.print_usage(sys.stderr)
        self.exit(EXIT_UNREADABLE, f"{self.prog}: {printable(said)}.\n")


_PROGRAM = "bnews-desk"


def parse_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    """Parse a call; ``command`` is its command. Raises ``SystemExit`` after help or an error.

    When the first argument is a command, only its own arguments are built: all of them would take
    longer than a short command.
    """
    name = arguments[0] if arguments else ""
    if name not in COMMANDS:
        return _whole_parser().parse_args(arguments)
    if "--archive" in arguments and name in ("check", "convert"):
        from bnews_desk.cli.related_title_lookup import expand_archive_option

        arguments = expand_archive_option(arguments)
    parser = IndonesianArgumentParser(prog=f"{_PROGRAM} {name}")
    COMMANDS[name].add(parser)
    options = _with_files_between(parser, arguments[1:])
    options.command = name
    return options


def _with_files_between(
    parser: IndonesianArgumentParser, arguments: Sequence[str]
) -> argparse.Namespace:
    """Parse a call in which files may stand before and after options."""
    options, rest = parser.parse_known_args(arguments)
    if rest and (not hasattr(options, "files") or any(word.startswith("-") for word in rest)):
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    if rest:
        options.files += rest
    return options


def _whole_parser() -> IndonesianArgumentParser:
    parser = IndonesianArgumentParser(
        prog=_PROGRAM,
        description="Menyiapkan rilis pemerintah daerah menjadi berita siap tayang.",
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"{_PROGRAM} {__version__}",
        help="tampilkan versi program",
    )
    parser.add_argument(
        "--debug",
        action="store_true",
        help="catat setiap rincian pekerjaan program; ditulis paling depan",
    )
    commands = parser.add_subparsers(
        dest="command", metavar="PERINTAH", required=True, title="perintah"
    )
    for name, command in COMMANDS.items():
        command.add(commands.add_parser(name, help=command.help))
    return parser


def _add_check(check: argparse.ArgumentParser) -> None:
    check.add_argument("files", nargs="+", metavar="BERKAS", help="naskah; - untuk masukan standar")
    check.add_argument(
        "--format",
        choices=("text", "json", "sarif"),
        default="text",
        help="bentuk hasil (bawaan: text)",
    )
    _add_house(check)
    _add_own_words(check)
    _add_date(check)
    _add_attachment(check)
    _add_asked_archive(check, "bandingkan judul “Baca juga” dengan arsip")
    add_earlier_state_arguments(check)
    check.add_argument(
        "--jobs", type=int, default=1, metavar="N", help="periksa N berkas sekaligus (bawaan: 1)"
    )
    add_languagetool_arguments(check)


def _add_fix(fix: argparse.ArgumentParser) -> None:
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
    _add_crlf(fix)
    _add_house(fix)
    _add_own_words(fix)
    _add_date(fix)


def _add_convert(convert: argparse.ArgumentParser) -> None:
    convert.add_argument(
        "files",
        nargs="+",
        metavar="BERKAS",
        help="ASAL dan HASIL, - untuk masukan dan keluaran standar; dengan --out semuanya asal",
    )
    convert.add_argument(
        "--out",
        metavar="FOLDER",
        help="folder hasil untuk banyak berkas sekaligus, dibuat bila belum ada",
    )
    convert.add_argument(
        "--force", action="store_true", help="dengan --out: timpa berkas yang sudah ada"
    )
    convert.add_argument(
        "--from",
        dest="source_format",
        metavar="FORMAT",
        help="format asal, misalnya docx (bawaan: menurut akhiran nama)",
    )
    convert.add_argument(
        "--to",
        dest="target_format",
        metavar="FORMAT",
        help="format hasil, misalnya txt (bawaan: menurut akhiran nama)",
    )
    _add_crlf(convert)
    _add_attachment(convert)
    _add_asked_archive(
        convert, "pasang tautan pada judul “Baca juga” yang alamat terbitnya ada di arsip"
    )
    _add_house(convert)


def _add_crlf(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--crlf",
        action="store_true",
        help="hasil TXT dengan akhir baris Windows, untuk program yang tidak mengenal yang lain",
    )


def _add_report(report: argparse.ArgumentParser) -> None:
    report.add_argument("original", metavar="ASLI", help="rilis seperti saat diterima")
    report.add_argument("copy", metavar="NASKAH", help="naskah sesudah disunting")
    report.add_argument(
        "-o",
        "--output",
        required=True,
        metavar="HASIL",
        help="laporan perubahan, .html atau .docx (dengan perubahan terlacak)",
    )
    _add_house(report)


def _add_rules(rules: argparse.ArgumentParser) -> None:
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


def _add_rescue(rescue: argparse.ArgumentParser) -> None:
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


def _add_doctor(doctor: argparse.ArgumentParser) -> None:
    _add_house(doctor)
    add_languagetool_download_arguments(doctor)


def _add_house(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--house", metavar="GAYA.toml", help="gaya selingkung (bawaan: gaya B-news.id)"
    )


def _add_own_words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--words",
        action="append",
        default=[],
        metavar="KAMUS.txt",
        help="kamus tambahan, satu kata per baris; dapat diulang (kamus saya dan kamus redaksi"
        " selalu dipakai)",
    )


def _add_words(words: argparse.ArgumentParser) -> None:
    deeds = words.add_subparsers(dest="deed", metavar="TINDAKAN", required=True, title="tindakan")
    add = deeds.add_parser("add", help="tambahkan kata")
    add.add_argument("words", nargs="+", metavar="KATA")
    remove = deeds.add_parser("remove", help="hapus kata")
    remove.add_argument("words", nargs="+", metavar="KATA")
    listed = deeds.add_parser("list", help="tampilkan semua kata menurut abjad")
    listed.add_argument(
        "--format", choices=("text", "json"), default="text", help="bentuk hasil (bawaan: text)"
    )
    merge = deeds.add_parser("import", help="gabungkan kata dari berkas lain")
    merge.add_argument(
        "files", nargs="+", metavar="BERKAS", help="satu kata per baris; - untuk masukan standar"
    )
    export = deeds.add_parser("export", help="tulis semua kata ke berkas")
    export.add_argument("target", metavar="HASIL", help="berkas hasil; - untuk keluaran standar")
    for deed in (add, remove, listed, merge, export):
        deed.add_argument(
            "--newsroom", action="store_true", help="kamus redaksi (bawaan: kamus saya)"
        )
        _add_house(deed)


def _add_officials(officials: argparse.ArgumentParser) -> None:
    deeds = officials.add_subparsers(
        dest="deed", metavar="TINDAKAN", required=True, title="tindakan"
    )
    merge = deeds.add_parser("import", help="masukkan pejabat dari tabel CSV")
    merge.add_argument(
        "file",
        metavar="BERKAS",
        help="CSV dengan kolom jabatan, nama, mulai, sampai, singkatan; - untuk masukan standar",
    )
    merge.add_argument(
        "--house",
        metavar="GAYA.toml",
        help="gaya selingkung yang diisi (bawaan: yang dipakai jendela)",
    )


def _add_archive(archive: argparse.ArgumentParser) -> None:
    from bnews_desk.cli.archive_arguments import add_archive_arguments

    add_archive_arguments(archive)


def _add_asked_archive(parser: argparse.ArgumentParser, help: str) -> None:
    parser.add_argument(
        "--archive",
        nargs="?",
        const="",
        metavar="ARSIP",
        help=f"{help}: berkas .db atau postgresql://… (tanpa nama: yang dipakai jendela)",
    )


def _add_attachment(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--attachment",
        default="",
        metavar="NAMA",
        help="naskahnya lampiran surel yang bernama ini, bukan isi surelnya",
    )


def _add_date(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--date",
        metavar="TTTT-BB-HH",
        help="tanggal terbit; tanpa ini tanggal terbit dianggap belum diketahui",
    )


class CommandArguments(NamedTuple):
    """A command's help, and the function that adds its arguments."""

    help: str
    add: Callable[[argparse.ArgumentParser], None]


COMMANDS = {
    "check": CommandArguments("periksa naskah dan tampilkan temuan", _add_check),
    "fix": CommandArguments("terapkan semua perbaikan yang aman", _add_fix),
    "convert": CommandArguments("ubah format naskah tanpa mengubah isinya", _add_convert),
    "report": CommandArguments("tulis apa yang berubah dari rilis asli ke naskah", _add_report),
    "rules": CommandArguments("tampilkan daftar aturan atau jelaskan satu aturan", _add_rules),
    "words": CommandArguments("kelola kata di kamus saya dan kamus redaksi", _add_words),
    "officials": CommandArguments("isi daftar pejabat di gaya selingkung", _add_officials),
    "archive": CommandArguments(
        "kelola arsip: cari, tampilkan, ekspor, impor, cadangkan, periksa", _add_archive
    ),
    "rescue": CommandArguments("tulis semua naskah di jurnal sebagai TXT dan DOCX", _add_rescue),
    "doctor": CommandArguments(
        "periksa apa yang terpasang, apa yang kurang, dan apa yang perlu dilakukan", _add_doctor
    ),
}
"""Every command, in the order of the help."""
