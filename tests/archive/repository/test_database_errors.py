"""Every failure of a database is one Indonesian sentence: what, why, what to do."""

from __future__ import annotations

import contextlib
import re
import socket
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import postgresql_server
import psycopg
import pytest
from repository_kit import HARVEST, ROAD, OpenArchive, reader
from sqlalchemy import text

from bnews_desk.archive.repository import database_engines
from bnews_desk.archive.repository.archive_errors import ArchiveError, DamagedArchiveError
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.repository.database_engines import write_transaction
from bnews_desk.archive.repository.database_errors import embedded_sentence, shared_sentence
from bnews_desk.archive.repository.open_archive import open_archive
from bnews_desk.archive.sqlite_errors import sqlite_error_sentence

SECRET = "rahasia"  # noqa: S105
ENGLISH = re.compile(
    r"\b(?:FATAL|ERROR|error|connection|failed|denied|terminating|database|expected|invalid|no such"
    r"|does not|cannot|could not|disk full|locked|malformed|table)\b"
)
ROLES = {
    "penulis": f"LOGIN PASSWORD '{SECRET}'",
    "asing": "LOGIN",
    "tamu": "LOGIN",
    "ramai": "LOGIN CONNECTION LIMIT 0",
    "arwah": "NOLOGIN",
}
HBA = "host all penulis 127.0.0.1/32 scram-sha-256\nhost all asing 127.0.0.1/32 reject\n"
WAIT_SECONDS = 30


class Guarded(NamedTuple):
    """A server that not everybody may use."""

    server: postgresql_server.Server
    admin: psycopg.Connection[tuple[Any, ...]]

    def address_of(self, who: str, database: str) -> str:
        return f"postgresql://{who}@127.0.0.1:{self.server.port}/{database}"


@pytest.fixture(scope="module")
def guarded(server: postgresql_server.Server) -> Iterator[Guarded]:
    rules = server.folder / "pg_hba.conf"
    before = rules.read_text()
    with psycopg.connect(server.address, autocommit=True) as admin:
        for role, options in ROLES.items():
            admin.execute(f"CREATE ROLE {role} {options}")  # type: ignore[call-overload]
        admin.execute("CREATE DATABASE tertutup ALLOW_CONNECTIONS false")
        admin.execute("CREATE DATABASE pribadi")
        admin.execute("REVOKE CONNECT ON DATABASE pribadi FROM PUBLIC")
        admin.execute("CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'")
        rules.write_text(HBA + before)
        admin.execute("SELECT pg_reload_conf()")
        try:
            yield Guarded(server, admin)
        finally:
            rules.write_text(before)
            admin.execute("SELECT pg_reload_conf()")
            for database in ("tertutup", "pribadi", "latin"):
                admin.execute(f"DROP DATABASE {database}")  # type: ignore[call-overload]
            for role in ROLES:
                admin.execute(f"DROP ROLE {role}")  # type: ignore[call-overload]


def refusal(address: str) -> str:
    """What is said where an archive cannot be opened."""
    with pytest.raises(ArchiveError) as caught:
        open_archive(address, reader()).close()
    return demand_polite(caught.value)


def demand_polite(error: BaseException) -> str:
    """That an error is told in one Indonesian sentence without anything secret; the sentence."""
    said = str(error)
    assert said.startswith(("Arsip ", "Alamat ", "“", "Basis data ", "Ruang ", "Disk ", "Memori "))
    assert said.endswith(".")
    assert not re.search(r"[\n;.] *$", said[:-1])
    assert not ENGLISH.search(said), said
    assert SECRET not in said
    return said


@pytest.mark.parametrize(
    ("who", "database", "why"),
    [
        (f"penulis:salah{SECRET}", "postgres", "nama pengguna atau sandinya ditolak"),
        ("penulis", "postgres", "sandinya belum diketahui"),
        ("entah", "postgres", "nama pengguna atau sandinya ditolak"),
        ("arwah", "postgres", "nama pengguna atau sandinya ditolak"),
        ("asing", "postgres", "tidak menerima sambungan dari komputer ini"),
        ("postgres", "tidak_ada", "basis data itu tidak ada"),
        ("ramai", "postgres", "terlalu banyak program tersambung"),
        ("postgres", "tertutup", "tidak berhak memakai basis data ini"),
        ("tamu", "pribadi", "tidak berhak memakai basis data ini"),
        ("tamu", "postgres", "tidak berhak memakai basis data ini"),
        ("postgres", "latin", "tidak memakai UTF-8"),
        ("postgres", "postgres?sslmode=require", "sambungan terenkripsi (SSL)"),
        ("postgres", "postgres?sslmode=apa", "pilihan setelah ?"),
        ("postgres", "postgres?keepalives_idle=lama", "pilihan setelah ?"),
        ("postgres", f"postgres?sandi={SECRET}", "pilihan setelah ?"),
    ],
)
def test_why_a_server_lets_nobody_in_is_said(
    guarded: Guarded, who: str, database: str, why: str
) -> None:
    assert why in refusal(guarded.address_of(who, database))


@pytest.mark.parametrize(
    ("place", "why"),
    [
        ("127.0.0.1:1", "tidak ada server yang berjalan di alamat itu"),
        ("127.0.0.1:99999", "nomor port"),
        ("server.tidak-ada.test", "nama servernya tidak dikenal"),
        (f"{'a' * 64}.test", "tidak dapat dibaca"),
        ("server\udcff", "tidak dapat dibaca"),
        ("127.0.0.1:1/arsip?service=tidak-ada", "pilihan setelah ?"),
    ],
)
def test_why_no_server_is_reached_is_said(place: str, why: str) -> None:
    assert why in refusal(f"postgresql://redaksi:{SECRET}@{place}/arsip")


@contextlib.contextmanager
def listening(answer: bytes | None) -> Iterator[int]:
    """The port of something that is no PostgreSQL: it answers and hangs up, or says nothing."""
    ended = threading.Event()

    def talk() -> None:
        with contextlib.suppress(OSError):
            while True:
                caller, _ = door.accept()
                with caller:
                    if answer is None:
                        ended.wait(WAIT_SECONDS)
                    else:
                        caller.recv(100)
                        caller.sendall(answer)

    with socket.create_server(("127.0.0.1", 0)) as door:
        thread = threading.Thread(target=talk)
        thread.start()
        try:
            yield door.getsockname()[1]
        finally:
            ended.set()
            with contextlib.suppress(OSError):  # Windows shuts no door down that only listens
                door.shutdown(socket.SHUT_RDWR)
    thread.join(WAIT_SECONDS)


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (b"HTTP/1.1 400 Bad Request\r\n\r\n", "bukan PostgreSQL"),
        (b"", "sambungan ke servernya terputus"),
        (None, "tidak menjawab pada waktunya"),
    ],
)
def test_what_answers_and_is_no_server_is_said(
    answer: bytes | None, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if answer is None:
        monkeypatch.setattr(database_engines, "CONNECT_SECONDS", 2)  # libpq knows no less
    with listening(answer) as port:
        assert why in refusal(f"postgresql://redaksi:{SECRET}@127.0.0.1:{port}/arsip")


def test_a_network_that_has_gone_shows_within_a_minute(
    shared_address: str, opened: OpenArchive
) -> None:
    for address, wanted in ((shared_address, "20"), (f"{shared_address}?keepalives_idle=7", "7")):
        with opened(address).engine.connect() as db:
            driver: Any = db.connection.driver_connection
            given = driver.info.get_parameters()
        assert given["keepalives_idle"] == wanted
        assert int(given["tcp_user_timeout"]) < 60_000


def test_nothing_of_a_broken_connection_is_said_in_english_beside(tmp_path: Path) -> None:
    code = (
        "import logging, sys\n"
        "from bnews_desk.archive.repository.database_engines import make_engine\n"
        "make_engine(sys.argv[1])\n"
        "make_engine(sys.argv[1])\n"
        "log = logging.getLogger('sqlalchemy')\n"
        "logging.getLogger('sqlalchemy.pool').error('Exception closing connection')\n"
        "print(len(log.handlers))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "arsip.db")],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    assert (done.stdout, done.stderr) == ("1\n", "")


def test_a_crowded_server_is_said(guarded: Guarded) -> None:
    with contextlib.ExitStack() as stack:
        with contextlib.suppress(psycopg.OperationalError):
            for _ in range(40):
                address = guarded.address_of("tamu", "postgres")
                stack.enter_context(psycopg.connect(address))
        assert "terlalu banyak program" in refusal(guarded.address_of("tamu", "postgres"))


Break = Callable[[Guarded, DatabaseArchive], None]


def drop_connection(guarded: Guarded, _vault: DatabaseArchive) -> None:
    guarded.admin.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname LIKE 'arsip_%'"
    )


def set_for_all(setting: str) -> Break:
    def act(guarded: Guarded, vault: DatabaseArchive) -> None:
        name = vault.engine.url.database
        guarded.admin.execute(f"ALTER DATABASE {name} SET {setting}")  # type: ignore[call-overload]
        vault.engine.dispose()

    return act


def drop_table(_guarded: Guarded, vault: DatabaseArchive) -> None:
    with write_transaction(vault.engine) as db:
        db.execute(text("DROP TABLE versions"))


def revoke(guarded: Guarded, vault: DatabaseArchive) -> None:
    """Make everything somebody else's who may only read it."""
    address = guarded.server.address_of(vault.engine.url.database or "")
    with psycopg.connect(address, autocommit=True) as admin:
        admin.execute("REVOKE ALL ON ALL TABLES IN SCHEMA public FROM postgres")
        admin.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO tamu")
    vault.engine.dispose()
    vault._engine = database_engines.make_engine(address.replace("postgres@", "tamu@"))


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (set_for_all("default_transaction_read_only = on"), "hanya dapat dibaca"),
        (set_for_all("statement_timeout = 1"), "pekerjaan yang terlalu lama"),
        (drop_table, "susunannya tidak seperti semestinya"),
        (revoke, "tidak berhak memakai basis data ini"),
    ],
)
def test_what_happens_in_the_middle_of_the_work_is_said(
    act: Break, why: str, guarded: Guarded, shared_address: str, opened: OpenArchive
) -> None:
    vault = opened(shared_address)
    vault.add("a", HARVEST)
    act(guarded, vault)
    many = HARVEST._replace(text=HARVEST.text + "\nPadi menguning di sawah." * 20_000)
    with pytest.raises(ArchiveError) as caught:
        vault.add("b", many)
    vault.engine.dispose()
    assert why in demand_polite(caught.value)


def test_a_connection_that_breaks_is_said_and_the_next_is_another(
    guarded: Guarded, shared_address: str, opened: OpenArchive
) -> None:
    vault = opened(shared_address)

    def work() -> None:
        with write_transaction(vault.engine) as db:
            db.execute(text("SELECT 1"))
            drop_connection(guarded, vault)
            db.execute(text("SELECT 1"))

    with pytest.raises(ArchiveError) as caught:
        work()
    assert re.search(r"dimatikan|terputus", demand_polite(caught.value))
    vault.add("a", ROAD)
    assert vault.get("a").release == ROAD


def test_a_bulk_copy_that_breaks_is_said(
    guarded: Guarded, shared_address: str, opened: OpenArchive
) -> None:
    """The driver is asked without SQLAlchemy there."""
    vault = opened(shared_address)

    def work() -> None:
        with write_transaction(vault.engine) as db:
            driver: Any = db.connection.driver_connection
            drop_connection(guarded, vault)
            with driver.cursor().copy("COPY words FROM STDIN") as bulk:
                bulk.write_row(("kata",))

    with pytest.raises(ArchiveError) as caught:
        work()
    demand_polite(caught.value)


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        (psycopg.errors.DiskFull, "disk servernya penuh"),
        (psycopg.errors.OutOfMemory, "memori servernya habis"),
        (psycopg.errors.DataCorrupted, "data yang rusak"),
        (psycopg.errors.IndexCorrupted, "data yang rusak"),
        (psycopg.errors.CannotConnectNow, "dimatikan atau baru dinyalakan"),
        (psycopg.errors.CrashShutdown, "dimatikan atau baru dinyalakan"),
        (psycopg.errors.DeadlockDetected, "program lain sedang mengubah"),
        (psycopg.errors.LockNotAvailable, "program lain sedang mengubah"),
        (psycopg.errors.IdleInTransactionSessionTimeout, "terputus"),
        (psycopg.errors.UntranslatableCharacter, "tidak memakai UTF-8"),
        (psycopg.errors.DivisionByZero, "kode 22012"),
        (psycopg.OperationalError, "tanpa sebab yang dikenal;"),
    ],
)
def test_what_a_server_cannot_be_made_to_do_here_is_said_too(
    kind: type[psycopg.Error], why: str
) -> None:
    said = shared_sentence(kind("could not do it: error"), "postgresql://server/arsip")
    assert why in demand_polite(ArchiveError(said))


@pytest.mark.parametrize("code", [*range(1, 29), 101, 522, 778])
def test_every_failure_of_sqlite_is_said(code: int, tmp_path: Path) -> None:
    error = sqlite3.OperationalError("database table is locked")
    error.sqlite_errorcode = code
    demand_polite(ArchiveError(embedded_sentence(error, str(tmp_path / "arsip.db"))))
    assert not ENGLISH.search(sqlite_error_sentence(error))


def test_an_index_that_has_gone_is_said(tmp_path: Path, opened: OpenArchive) -> None:
    vault = opened(str(tmp_path / "arsip.db"))
    with write_transaction(vault.engine) as db:
        db.execute(text("DROP INDEX releases_in_brief"))
    with pytest.raises(ArchiveError) as caught:
        vault.list_releases()
    assert "tidak tersusun seperti semestinya" in demand_polite(caught.value)
    assert not isinstance(caught.value, DamagedArchiveError)
