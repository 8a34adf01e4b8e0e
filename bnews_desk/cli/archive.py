"""``bnews-desk archive``: list, search, import, export, migrate, back up and check releases."""

from __future__ import annotations

import argparse
import contextlib
import os
import signal
import time
import uuid
from collections.abc import Callable, Iterator
from datetime import date
from types import FrameType
from typing import TYPE_CHECKING

from bnews_desk.archive.journal.pending_writes import OriginalNote
from bnews_desk.archive.recovery.archive_recovery import ArchiveRecovery, OpenedArchive
from bnews_desk.archive.recovery.backups import make_backup
from bnews_desk.archive.repository.archive_address import is_shared
from bnews_desk.archive.repository.archive_errors import (
    ArchiveError,
    DamagedArchiveError,
    UnusableArchiveError,
)
from bnews_desk.archive.repository.archive_move import count_move_steps, move_archive
from bnews_desk.archive.repository.archive_protocol import Archive
from bnews_desk.archive.repository.archive_values import ReleaseFilter, ResultPage
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.repository.database_engines import shown_address
from bnews_desk.archive.repository.folder_export import count_exported_things, export_archive
from bnews_desk.archive.repository.folder_import import count_imported_things, import_archive
from bnews_desk.archive.repository.open_archive import open_archive
from bnews_desk.archive.search.search_query import parse_query
from bnews_desk.cli import archive_output as output
from bnews_desk.cli import command_inputs
from bnews_desk.cli.archive_password_prompt import open_with_password, warn_of_visible_password
from bnews_desk.cli.exit_status import EXIT_FINDINGS, EXIT_OK, EXIT_UNREADABLE
from bnews_desk.cli.import_output import lazy_frame_reader, report_left_out
from bnews_desk.cli.progress_bar import activity_spinner, with_progress_bar
from bnews_desk.cli.standard_error import print_message, printable
from bnews_desk.errors import DeskError, UsageError
from bnews_desk.files import read_bytes
from bnews_desk.paths import settings_file
from bnews_desk.settings import read_settings

if TYPE_CHECKING:
    from bnews_desk.archive.repository.archive_values import Likeness
    from bnews_desk.release import Release

RESUMABLE = "Dihentikan; jalankan lagi perintah yang sama untuk melanjutkan."


@contextlib.contextmanager
def interrupted_with_message(sentence: str = RESUMABLE) -> Iterator[None]:
    """Give a ``KeyboardInterrupt`` raised inside the context ``sentence`` as its message."""
    try:
        yield
    except KeyboardInterrupt:
        raise KeyboardInterrupt(sentence) from None


@contextlib.contextmanager
def uninterrupted(sentence: str) -> Iterator[None]:
    """Delay Ctrl+C until the context ends; the command then stops with ``sentence``.

    A second Ctrl+C stops it at once. Only for the main thread.
    """
    stops = 0

    def note(_signal: int, _frame: FrameType | None) -> None:
        nonlocal stops
        stops += 1
        if stops > 1:
            raise KeyboardInterrupt(sentence)

    before = signal.getsignal(signal.SIGINT)
    if before is not signal.default_int_handler:  # SIGINT is ignored or handled elsewhere
        yield
        return
    signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if stops:
        raise KeyboardInterrupt(sentence)


_RESUMABLE_FOLDER = (
    "Dihentikan; yang sudah diambil tetap di arsip, jalankan lagi untuk mengambil sisanya."
)
_STOPPED = "Dihentikan; berkas yang kuncinya sudah ditampilkan ada di arsip, yang lain belum."


def import_sources(vault: DatabaseArchive, options: argparse.Namespace) -> int:
    """Import every source, each whole or not at all; returns 2 when one failed."""
    command_inputs.limit_memory()
    status = EXIT_OK
    folders = any(map(os.path.isdir, options.sources))
    total = 0 if folders else len(options.sources)  # a folder shows a bar of its own
    for source in with_progress_bar(options.sources, total, "Mengambil"):
        try:
            if os.path.isdir(source):
                _import_folder(vault, source)
            else:
                _import_file(vault, source, options)
        except DeskError as error:
            print_message(f"{source}: {error}")
            status = EXIT_UNREADABLE
        except MemoryError:
            print_message(
                f"{source}: Ini membutuhkan memori lebih dari 1 GB; bagi menjadi beberapa berkas."
            )
            status = EXIT_UNREADABLE
    return status


def _import_folder(vault: DatabaseArchive, folder: str) -> None:
    new = known = 0
    with interrupted_with_message(_RESUMABLE_FOLDER):
        for taken in with_progress_bar(
            import_archive(folder, vault), count_imported_things(folder), "Mengambil"
        ):
            new += taken.is_new
            known += not taken.is_new
    print(f"{new} naskah dan foto diambil, {known} sudah ada: {printable(folder)}.")


def _import_file(vault: DatabaseArchive, path: str, options: argparse.Namespace) -> None:
    from bnews_desk.importers.file_reading import MAX_FILE_BYTES

    data = read_bytes(path, MAX_FILE_BYTES)
    imported = command_inputs.read_release_file(path, lazy_frame_reader(options.house))
    report_left_out(imported, f"{path}: ")
    original = OriginalNote(os.path.basename(path), data, imported.receipt, time.time())
    report_duplicates(path, find_duplicates(vault, imported.release))
    key = uuid.uuid4().hex
    with uninterrupted(_STOPPED):
        vault.add(key, imported.release, original, imported.pictures)
        print(key, flush=True)


def migrate_archive(source: str, target: str, house: str | None) -> int:
    """Move the archive in a file to a ``postgresql://`` address, or continue a move.

    Raises ``UsageError``, and ``ArchiveError`` with a message on how to continue.
    """
    if not is_shared(target):
        raise UsageError(
            "Tujuan --to harus alamat arsip bersama, seperti postgresql://server/arsip."
        )
    if is_shared(source):
        raise UsageError(
            "Asal --from harus berkas arsip sendiri; arsip bersama sudah di servernya."
        )
    reader = lazy_frame_reader(house)
    with contextlib.ExitStack() as stack:
        old = stack.enter_context(contextlib.closing(open_archive(source, reader, may_begin=False)))
        opened = open_with_password(
            lambda: open_archive(target, reader, may_be_incomplete=True), target
        )
        new = stack.enter_context(contextlib.closing(opened))
        with interrupted_with_message(), _resumable_migration():
            for _ in with_progress_bar(
                move_archive(old, new), count_move_steps(old), "Memindahkan"
            ):
                pass
        address = shown_address(new.engine)
        print(
            f"{sum(new.counts().values())} naskah ada di {printable(address)}; setiap baris dibaca"
            " ulang dan sama dengan asalnya."
        )
    return EXIT_OK


@contextlib.contextmanager
def _resumable_migration() -> Iterator[None]:
    """Add to a database error's message that the move can be continued."""
    try:
        yield
    except UnusableArchiveError as error:
        said = str(error).removesuffix(".")
        raise UnusableArchiveError(
            f"{said}, lalu jalankan lagi perintah yang sama untuk melanjutkan pemindahan."
        ) from error


def print_duplicates_of_files(vault: Archive, options: argparse.Namespace) -> int:
    """Print the earlier releases similar to each file; returns 2 when a file could not be read."""
    status = EXIT_OK
    found: list[tuple[str, list[Likeness]]] = []
    command_inputs.limit_memory()
    for path in with_progress_bar(options.files, len(options.files), "Membandingkan"):
        try:
            release = command_inputs.read_release_file(
                path, lazy_frame_reader(options.house)
            ).release
            found.append((path, find_duplicates(vault, release, options.limit)))
        except DeskError as error:
            print_message(f"{path}: {error}")
            status = EXIT_UNREADABLE
    output.print_duplicates(found, options.format)
    return status


def find_duplicates(vault: Archive, release: Release, limit: int = 3) -> list[Likeness]:
    """The earlier releases similar to a release, after indexing an archive of an earlier
    version.
    """
    while vault.index_duplicates():
        pass
    return vault.find_duplicates(release, limit=limit)


def report_duplicates(path: str, found: list[Likeness]) -> None:
    """Report on standard error the earlier releases similar to a file."""
    for one in found:
        name = printable(one.summary.headline or one.summary.opening)
        came = output.publication_or_arrival_date(one.summary)
        print_message(
            f"{path}: mirip {output.likeness_percent(one)} % dengan “{name}” ({came},"
            f" kunci {one.summary.key})."
        )


MAX_ADDRESS = 2_000
"""The most characters of a web address, as in common browsers."""
_SHOWN = 100
_ASKING = frozenset({"list", "show", "search", "related"})
"""Actions that change nothing and print nothing before all is read, so that they can be
repeated.
"""


def run(options: argparse.Namespace) -> int:
    """Carry out one action on the archive; returns 1 when ``check`` finds a fault, 2 on failure."""
    for named in filter(is_shared, (options.archive or "", getattr(options, "to", ""))):
        warn_of_visible_password(named)
    options.archive = address = options.archive or _default_address()
    if options.deed == "migrate":
        return migrate_archive(address, options.to, options.house)
    if options.deed == "backup" and is_shared(address):
        raise UsageError(
            "Arsip bersama dicadangkan di servernya dengan pg_dump; perintah ini untuk arsip"
            " sendiri."
        )
    deeds: dict[str, Callable[[DatabaseArchive, argparse.Namespace], int]] = {
        "list": _list,
        "show": _show,
        "search": _search,
        "related": _related,
        "address": _address,
        "alike": print_duplicates_of_files,
        "export": _export,
        "import": import_sources,
        "backup": _backup,
        "check": _check,
    }
    recovery = ArchiveRecovery(
        address, lazy_frame_reader(options.house), has_desk=False, on_long=print_message
    )
    opening = open_with_password(lambda: _RecoveredArchive(recovery, options.deed), address)
    with contextlib.closing(opening) as opened:
        return opened.do(lambda vault: deeds[options.deed](vault, options))


def _default_address() -> str:
    """The archive named in the settings; reports unreadable settings."""
    found = read_settings(settings_file())
    if found.notice:
        print_message(found.notice)
    return found.settings.archive_place


class _RecoveredArchive:
    """An open archive; a lost or damaged one is recovered and that reported, except for ``check``.

    Only ``import`` may create an archive: otherwise a mistyped path would look like an empty one.
    """

    def __init__(self, recovery: ArchiveRecovery, deed: str) -> None:
        self._recovery, self._deed = recovery, deed
        if deed == "check":
            self._vault = recovery.open_as_it_is()
        else:
            self._vault = _report_recovery(recovery.open(may_begin=deed == "import"))

    def do(self, act: Callable[[DatabaseArchive], int]) -> int:
        """Run ``act`` and return its exit status; repeat a reading action once after recovery from
        damage.
        """
        try:
            return act(self._vault)
        except DamagedArchiveError:
            if self._deed not in _ASKING:
                raise
        self._vault = _report_recovery(self._recovery.reopen(self._vault))
        return act(self._vault)

    def close(self) -> None:
        """Close the archive."""
        self._vault.close()


def _report_recovery(opened: OpenedArchive) -> DatabaseArchive:
    if opened.notice:
        print_message(opened.notice)
    return opened.vault


def _list(vault: Archive, options: argparse.Namespace) -> int:
    statuses = frozenset({options.status}) if options.status else None
    found = vault.list_releases(
        ReleaseFilter(statuses, in_bin=options.bin), ResultPage(options.limit)
    )
    output.print_releases(found, options.format)
    if not found:
        print_message(
            f"Tidak ada naskah untuk ditampilkan di {_printable_address(options.archive)}."
        )
    return EXIT_OK


def _printable_address(address: str) -> str:
    """An archive's place for messages; a shared one's address is not shown."""
    return "arsip bersama" if is_shared(address) else f"arsip “{address}”"


def _show(vault: Archive, options: argparse.Namespace) -> int:
    record = vault.get(options.key)
    if options.version is not None:
        record = record._replace(release=vault.version(options.key, options.version))
    versions, exports = vault.versions(options.key), vault.exports(options.key)
    output.print_release(record, versions, exports, options.format)
    return EXIT_OK


def _search(vault: Archive, options: argparse.Namespace) -> int:
    query = parse_query(" ".join(options.words))
    for note in query.notes:
        print_message(note)
    if not vault.is_index_current():
        print_message("Indeks pencarian dibuat ulang karena kamus akar kata diperbarui.")
        try:
            _rebuild_index(vault)
        except DamagedArchiveError:
            raise
        except ArchiveError as error:  # the releases can still be searched by the old index
            print_message(f"{error} Hasilnya menurut indeks yang lama.")
    hits = vault.search(query, "best" if options.best else "newest", ResultPage(options.limit))
    if not hits:
        print_message(
            f"Tidak ada naskah yang cocok di {_printable_address(options.archive)}; pakai lebih"
            " sedikit kata, atau awal katanya saja seperti panen*."
        )
    output.print_search_hits(hits, options.format)
    return EXIT_OK


def _rebuild_index(vault: Archive) -> None:
    from bnews_desk.archive.search.index_rebuild import AT_ONCE

    steps = vault.rebuild_index()
    for _ in with_progress_bar(steps, -(-next(steps) // AT_ONCE), "Indeks"):
        pass


def _related(vault: Archive, options: argparse.Namespace) -> int:
    record = vault.get(options.key)
    found = vault.related(record.key, record.release, options.limit)
    output.print_releases(found, options.format)
    if not found:
        print_message(f"Tidak ada berita terkait di {_printable_address(options.archive)}.")
    return EXIT_OK


def _address(vault: Archive, options: argparse.Namespace) -> int:
    from bnews_desk.exporters.text_runs import is_safe_target

    address = options.address.strip()
    is_web = address.lower().startswith("http") and len(address) <= MAX_ADDRESS
    if address and not (is_web and is_safe_target(address)):
        raise UsageError(
            f"Alamat “{address[:_SHOWN]}” tidak dapat dipakai; tulis seperti https://contoh.id/berita."
        )
    vault.save(vault.get(options.key)._replace(address=address))
    return EXIT_OK


def _export(vault: DatabaseArchive, options: argparse.Namespace) -> int:
    total = count_exported_things(vault)
    with (
        interrupted_with_message("Dihentikan; yang sudah ditulis dihapus lagi."),
        contextlib.closing(export_archive(vault, options.folder)) as written,
    ):
        count = sum(1 for _ in with_progress_bar(written, total, "Mengekspor"))
    print(f"{count} naskah dan foto ditulis ke {printable(options.folder)}.")
    return EXIT_OK


def _backup(vault: Archive, options: argparse.Namespace) -> int:
    """Back up first, so that the backup holds the versions that are then thinned out."""
    with activity_spinner("Mencadangkan"):
        path = make_backup(options.archive, date.today())
        vault.thin_out()
    print(printable(path))
    return EXIT_OK


def _check(vault: DatabaseArchive, _options: argparse.Namespace) -> int:
    with contextlib.closing(vault.check_integrity()) as looked_at:
        faults = list(
            filter(None, with_progress_bar(looked_at, vault.count_checked_rows(), "Memeriksa"))
        )
    for fault in faults:
        print(printable(fault))
    if not faults:
        print(f"Arsip utuh: {sum(vault.counts().values())} naskah.")
    return EXIT_FINDINGS if faults else EXIT_OK
