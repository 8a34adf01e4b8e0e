"""The arguments of ``bnews-desk archive``."""

from __future__ import annotations

import argparse

STATUSES = ("baru", "disunting", "siap", "tayang")
_MOST = 2**31 - 1


def add_archive_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the actions of the archive to a parser."""
    deeds = parser.add_subparsers(dest="deed", metavar="TINDAKAN", required=True, title="tindakan")
    listed = deeds.add_parser("list", help="tampilkan naskah, yang terakhir masuk lebih dulu")
    listed.add_argument("--status", choices=STATUSES, help="hanya yang berstatus ini")
    listed.add_argument("--bin", action="store_true", help="yang ada di tempat sampah")
    show = deeds.add_parser("show", help="tampilkan satu naskah dengan versi dan ekspornya")
    show.add_argument("key", metavar="KUNCI", help="kunci naskah seperti di archive list")
    show.add_argument("--version", type=int, metavar="N", help="versi yang ini, bukan yang kini")
    search = _add_search(deeds)
    related = deeds.add_parser("related", help="usulkan “Baca juga” untuk satu naskah")
    address = deeds.add_parser("address", help="catat alamat terbit satu naskah")
    for deed in (related, address):
        deed.add_argument("key", metavar="KUNCI", help="kunci naskah seperti di archive list")
    address.add_argument("address", metavar="ALAMAT", help="https://…, atau '' untuk menghapusnya")
    alike = _add_alike(deeds)
    _add_form(listed, show, search, related, alike)
    for deed in (listed, search, related):
        _add_limit(deed)
    export, taken = _add_whole(deeds)
    backup = deeds.add_parser("backup", help="cadangkan hari ini (tujuh disimpan) dan rapikan")
    check = _add_check(deeds)
    moved = _add_migrate(deeds)
    own = (listed, show, search, related, address, alike, export, taken, backup, check)
    for deed in own:
        deed.add_argument(
            "--archive",
            metavar="ARSIP",
            help="berkas arsip atau postgresql://… tanpa sandi (bawaan: yang dipakai jendela)",
        )
    for deed in (*own, moved):
        deed.add_argument(
            "--house", metavar="GAYA.toml", help="gaya selingkung (bawaan: gaya B-news.id)"
        )


def _add_whole(
    deeds: argparse._SubParsersAction[argparse.ArgumentParser],
) -> tuple[argparse.ArgumentParser, argparse.ArgumentParser]:
    """Add the actions that export a whole archive and import it."""
    export = deeds.add_parser(
        "export",
        help="tulis seluruh arsip ke folder (JSON Lines + berkas)",
        description="Menulis satu keadaan arsip, juga selagi jendela bekerja. Yang terputus"
        " dihapus lagi.\nDari arsip bersama kembali ke arsip sendiri: export, lalu import"
        " --archive BERKAS.db.",
    )
    export.add_argument("folder", metavar="FOLDER", help="folder baru atau kosong")
    taken = deeds.add_parser(
        "import",
        help="ambil kembali hasil archive export, atau rilis baru",
        description="Arsip dimulai bila belum ada. Kunci setiap rilis baru ditampilkan. Folder"
        " ekspor yang terputus\ndilanjutkan dengan perintah yang sama; yang sudah ada dilewati.",
    )
    taken.add_argument(
        "sources", nargs="+", metavar="ASAL", help="folder ekspor, atau berkas rilis"
    )
    return export, taken


def _add_check(
    deeds: argparse._SubParsersAction[argparse.ArgumentParser],
) -> argparse.ArgumentParser:
    return deeds.add_parser(
        "check",
        help="periksa keutuhan arsip",
        description="Yang rusak disebut, tidak dipulihkan. Status keluar: 0 utuh, 1 ada"
        " yang rusak,\n2 tidak dapat diperiksa.",
    )


def _add_alike(
    deeds: argparse._SubParsersAction[argparse.ArgumentParser],
) -> argparse.ArgumentParser:
    alike = deeds.add_parser("alike", help="cari rilis lama yang mirip dengan berkas ini")
    alike.add_argument("files", nargs="+", metavar="BERKAS", help="naskah yang dibandingkan")
    _add_limit(alike, 3)
    return alike


def _add_search(
    deeds: argparse._SubParsersAction[argparse.ArgumentParser],
) -> argparse.ArgumentParser:
    search = deeds.add_parser(
        "search",
        help="cari naskah",
        description='panen raya: kedua kata menurut akarnya; "panen raya": persis begitu;'
        " panen*: awal kata;\n-banjir: tanpa kata ini; judul: tempat: sumber: editor: hanya di"
        " situ;\nstatus:siap tanggal:2024-10..2024-11. Apit semuanya dengan '…' di terminal.",
    )
    search.add_argument(
        "words", nargs="+", metavar="KATA", help="kata, “frasa”, atau pilihan di atas"
    )
    search.add_argument(
        "--best", action="store_true", help="yang paling cocok lebih dulu (bawaan: yang terbaru)"
    )
    return search


def _add_migrate(
    deeds: argparse._SubParsersAction[argparse.ArgumentParser],
) -> argparse.ArgumentParser:
    moved = deeds.add_parser(
        "migrate",
        help="pindahkan arsip sendiri ke arsip bersama (PostgreSQL)",
        description="Arsip asal tetap seperti semula. Bila terputus, jalankan perintah yang sama"
        " lagi: pemindahan dilanjutkan,\ndan setiap baris dibaca ulang dari kedua sisi sebelum"
        " dinyatakan selesai.\nSandinya diambil dari PGPASSWORD, Setelan, atau .pgpass, atau"
        " ditanyakan.",
    )
    moved.add_argument(
        "--to",
        required=True,
        metavar="postgresql://…",
        help="basis data kosong untuk arsip bersama, tanpa sandi",
    )
    moved.add_argument(
        "--from", dest="archive", metavar="ARSIP", help="berkas arsip asal (bawaan: sendiri)"
    )
    return moved


def _add_form(*parsers: argparse.ArgumentParser) -> None:
    for parser in parsers:
        parser.add_argument(
            "--format", choices=("text", "json"), default="text", help="bentuk hasil (bawaan: text)"
        )


def _add_limit(parser: argparse.ArgumentParser, usual: int = 50) -> None:
    help_text = f"paling banyak N naskah (bawaan: {usual})"
    parser.add_argument("--limit", type=_at_least_one, default=usual, metavar="N", help=help_text)


def _at_least_one(typed: str) -> int:
    """A number of releases, limited to ``_MOST``; raises ``ValueError`` below 1."""
    number = int(typed)
    if number < 1:
        raise ValueError(typed)
    return min(number, _MOST)
