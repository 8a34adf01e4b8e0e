"""``bnews-desk archive migrate``: an embedded archive moved to a shared one."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from bnews_desk.archive.repository.archive_address import is_shared
from bnews_desk.archive.repository.archive_errors import UnusableArchiveError
from bnews_desk.archive.repository.archive_move import move, steps_of
from bnews_desk.archive.repository.database_engines import shown_address
from bnews_desk.archive.repository.open_archive import open_archive
from bnews_desk.cli.incoming import late_reader
from bnews_desk.cli.interruption import stopping
from bnews_desk.cli.messages import printable
from bnews_desk.cli.passwords import with_password
from bnews_desk.cli.progress import counted
from bnews_desk.cli.status import EXIT_OK
from bnews_desk.errors import UsageError


def run_migrate(source: str, target: str, house: str | None) -> int:
    """Move the archive in a file to a ``postgresql://`` address, or go on moving it.

    Raises ``UsageError`` and
    ``ArchiveError``, which says how to go on.
    """
    if not is_shared(target):
        raise UsageError(
            "Tujuan --to harus alamat arsip bersama, seperti postgresql://server/arsip."
        )
    if is_shared(source):
        raise UsageError(
            "Asal --from harus berkas arsip sendiri; arsip bersama sudah di servernya."
        )
    reader = late_reader(house)
    with contextlib.ExitStack() as stack:
        old = stack.enter_context(contextlib.closing(open_archive(source, reader, may_begin=False)))
        opened = with_password(lambda: open_archive(target, reader, may_be_incomplete=True), target)
        new = stack.enter_context(contextlib.closing(opened))
        with stopping(), _to_be_gone_on_with():
            for _ in counted(move(old, new), steps_of(old), "Memindahkan"):
                pass
        address = shown_address(new.engine)
        print(
            f"{sum(new.counts().values())} naskah ada di {printable(address)}; setiap baris dibaca"
            " ulang dan sama dengan asalnya."
        )
    return EXIT_OK


@contextlib.contextmanager
def _to_be_gone_on_with() -> Iterator[None]:
    """Where a database fails meanwhile, say too that nothing is lost by that."""
    try:
        yield
    except UnusableArchiveError as error:
        said = str(error).removesuffix(".")
        raise UnusableArchiveError(
            f"{said}, lalu jalankan lagi perintah yang sama untuk melanjutkan pemindahan."
        ) from error
