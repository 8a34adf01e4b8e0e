"""``bnews-desk archive``: what was kept, found again, carried elsewhere, backed up, checked."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Callable
from datetime import date

from bnews_desk.archive.recovery.archive_recovery import Opened, Recovery
from bnews_desk.archive.recovery.backups import backup
from bnews_desk.archive.repository.archive_address import is_shared
from bnews_desk.archive.repository.archive_errors import ArchiveError, DamagedArchiveError
from bnews_desk.archive.repository.archive_protocol import Archive
from bnews_desk.archive.repository.archive_values import Filter, Page
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.repository.folder_export import count_of, export_to
from bnews_desk.archive.search.search_query import parsed
from bnews_desk.cli import archive_alike as resemblance
from bnews_desk.cli import archive_output as output
from bnews_desk.cli import archive_taking as taking
from bnews_desk.cli.incoming import late_reader
from bnews_desk.cli.interruption import stopping
from bnews_desk.cli.messages import printable, tell
from bnews_desk.cli.passwords import warn_of_password, with_password
from bnews_desk.cli.progress import counted, working
from bnews_desk.cli.status import EXIT_FINDINGS, EXIT_OK
from bnews_desk.errors import UsageError
from bnews_desk.paths import settings_file
from bnews_desk.settings import peek

MAX_ADDRESS = 2_000
"""Characters of an address: what browsers still take."""
_SHOWN = 100
_ASKING = frozenset({"list", "show", "search", "related"})
"""What prints nothing before it has read everything, and changes nothing."""


def run(options: argparse.Namespace) -> int:
    """Do one thing with the archive; 1 where ``check`` finds a fault, 2 where something fails."""
    for named in filter(is_shared, (options.archive or "", getattr(options, "to", ""))):
        warn_of_password(named)
    options.archive = address = options.archive or _usual_place()
    if options.deed == "migrate":
        from bnews_desk.cli.archive_moving import run_migrate

        return run_migrate(address, options.to, options.house)
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
        "alike": resemblance.run,
        "export": _export,
        "import": taking.run,
        "backup": _backup,
        "check": _check,
    }
    recovery = Recovery(address, late_reader(options.house), has_desk=False, on_long=tell)
    opening = with_password(lambda: _Opened(recovery, options.deed), address)
    with contextlib.closing(opening) as opened:
        return opened.do(lambda vault: deeds[options.deed](vault, options))


def _usual_place() -> str:
    """Where the settings say the archive is; that they cannot be read is said."""
    found = peek(settings_file())
    if found.notice:
        tell(found.notice)
    return found.settings.archive_place


class _Opened:
    """The archive; what is lost or damaged is recovered and said, but where it is to be checked.

    Only what is taken in may begin one: a mistyped place would look like an empty newsroom.
    """

    def __init__(self, recovery: Recovery, deed: str) -> None:
        self._recovery, self._deed = recovery, deed
        if deed == "check":
            self._vault = recovery.open_as_it_is()
        else:
            self._vault = _told(recovery.open(may_begin=deed == "import"))

    def do(self, act: Callable[[DatabaseArchive], int]) -> int:
        """The deed's exit status; where it only asks and meets damage, it is done once more."""
        try:
            return act(self._vault)
        except DamagedArchiveError:
            if self._deed not in _ASKING:
                raise
        self._vault = _told(self._recovery.reopen(self._vault))
        return act(self._vault)

    def close(self) -> None:
        """Let go of the archive."""
        self._vault.close()


def _told(opened: Opened) -> DatabaseArchive:
    if opened.notice:
        tell(opened.notice)
    return opened.vault


def _list(vault: Archive, options: argparse.Namespace) -> int:
    statuses = frozenset({options.status}) if options.status else None
    found = vault.listed(Filter(statuses, in_bin=options.bin), Page(options.limit))
    output.put_list(found, options.format)
    if not found:
        tell(f"Tidak ada naskah untuk ditampilkan di {_shown(options.archive)}.")
    return EXIT_OK


def _shown(address: str) -> str:
    """An archive's place, for people to read: of a shared one it says nothing more."""
    return "arsip bersama" if is_shared(address) else f"arsip “{address}”"


def _show(vault: Archive, options: argparse.Namespace) -> int:
    record = vault.get(options.key)
    if options.version is not None:
        record = record._replace(release=vault.version(options.key, options.version))
    versions, exports = vault.versions(options.key), vault.exports(options.key)
    output.put_record(record, versions, exports, options.format)
    return EXIT_OK


def _search(vault: Archive, options: argparse.Namespace) -> int:
    query = parsed(" ".join(options.words))
    for note in query.notes:
        tell(note)
    if not vault.is_index_current():
        tell("Indeks pencarian dibuat ulang karena kamus akar kata diperbarui.")
        try:
            _rebuild_index(vault)
        except DamagedArchiveError:
            raise
        except ArchiveError as error:  # what is there can be searched by the roots of before
            tell(f"{error} Hasilnya menurut indeks yang lama.")
    hits = vault.search(query, "best" if options.best else "newest", Page(options.limit))
    if not hits:
        tell(
            f"Tidak ada naskah yang cocok di {_shown(options.archive)}; pakai lebih"
            " sedikit kata, atau awal katanya saja seperti panen*."
        )
    output.put_hits(hits, options.format)
    return EXIT_OK


def _rebuild_index(vault: Archive) -> None:
    from bnews_desk.archive.search.index_rebuild import AT_ONCE

    steps = vault.rebuilding()
    for _ in counted(steps, -(-next(steps) // AT_ONCE), "Indeks"):
        pass


def _related(vault: Archive, options: argparse.Namespace) -> int:
    record = vault.get(options.key)
    found = vault.related(record.key, record.release, options.limit)
    output.put_list(found, options.format)
    if not found:
        tell(f"Tidak ada berita terkait di {_shown(options.archive)}.")
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
    total = count_of(vault)
    with (
        stopping("Dihentikan; yang sudah ditulis dihapus lagi."),
        contextlib.closing(export_to(vault, options.folder)) as written,
    ):
        count = sum(1 for _ in counted(written, total, "Mengekspor"))
    print(f"{count} naskah dan foto ditulis ke {printable(options.folder)}.")
    return EXIT_OK


def _backup(vault: Archive, options: argparse.Namespace) -> int:
    """Copy first, so that what upkeep takes away is in the copy."""
    with working("Mencadangkan"):
        path = backup(options.archive, date.today())
        vault.upkeep()
    print(printable(path))
    return EXIT_OK


def _check(vault: DatabaseArchive, _options: argparse.Namespace) -> int:
    with contextlib.closing(vault.examined()) as looked_at:
        faults = list(filter(None, counted(looked_at, vault.rows(), "Memeriksa")))
    for fault in faults:
        print(printable(fault))
    if not faults:
        print(f"Arsip utuh: {sum(vault.counts().values())} naskah.")
    return EXIT_FINDINGS if faults else EXIT_OK
