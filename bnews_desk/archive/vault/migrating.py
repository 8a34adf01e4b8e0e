"""The schema brought up to date: only where that is due, and never without a copy of before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Engine, inspect, text

from bnews_desk.archive.vault.addresses import make_folder
from bnews_desk.archive.vault.engines import reading, writing
from bnews_desk.archive.vault.precautions import copy_before, drop_superseded
from bnews_desk.archive.vault.searching import note_analyser
from bnews_desk.archive.vault.tables import HEAD
from bnews_desk.archive.vault.troubles import NewerArchiveError, UnusableArchiveError
from bnews_desk.paths import resource

if TYPE_CHECKING:
    from sqlalchemy import Connection

_LOCK = 0x626E6577
"""The number under which programs that migrate one PostgreSQL archive wait for each other."""


def bring_up_to_date(engine: Engine) -> None:
    """Make the schema what this version of the program needs; nothing where it is.

    An embedded archive is copied beside itself before; copies of earlier times go once it is done.
    Whatever fails leaves all as it was. Raises
    :class:`~bnews_desk.archive.vault.troubles.NewerArchiveError` on a later version's archive and
    :class:`~bnews_desk.archive.vault.troubles.UnusableArchiveError` on a database that is another
    program's.
    """
    path = engine.url.database or "" if engine.dialect.name == "sqlite" else ""
    if path:
        make_folder(path)
    with reading(engine) as db:
        found = schema_version(db)
    if found == HEAD:
        return
    if path and found:
        copy_before(path, HEAD)
    with writing(engine) as db:
        if engine.dialect.name == "postgresql":
            db.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        if schema_version(db) != HEAD:
            _migrate(db)
            if not found:
                note_analyser(db)
    if path:
        drop_superseded(path)


def schema_version(db: Connection) -> str:
    """The migration a database stands at, '' where it is empty; raises as above."""
    names = set(inspect(db).get_table_names())
    if "alembic_version" not in names:
        if names:
            raise UnusableArchiveError(
                "Basis data ini milik program lain, bukan arsip B-News Desk; pilih yang kosong."
            )
        return ""
    found = db.scalar(text("SELECT version_num FROM alembic_version")) or ""
    if found > HEAD:
        raise NewerArchiveError(
            "Arsip ini milik B-News Desk versi yang lebih baru dan tidak disentuh; perbarui program"
            " ini untuk memakainya."
        )
    return str(found)


def _migrate(db: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", resource("archive").replace("%", "%%"))
    config.attributes["connection"] = db
    command.upgrade(config, HEAD)
