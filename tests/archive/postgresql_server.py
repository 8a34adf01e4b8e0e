"""A PostgreSQL server for the tests: Debian's package, a temporary folder, a free port."""

from __future__ import annotations

import contextlib
import glob
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import NullPool, create_engine, text

TEST_USER = "postgres"
"""The user of the server process where the tests run as root, which PostgreSQL refuses."""
STRICT_USER = "bersandi"
"""The database user who needs a password, once a test has created it."""
START_SECONDS = 60


class UnavailableError(Exception):
    """Why there is no server here, for the person who runs the tests."""


class Server(NamedTuple):
    """A running server."""

    folder: Path
    port: int
    program: str
    fsync: bool = False

    @property
    def address(self) -> str:
        """The address of its own database, as superuser."""
        return self.address_of("postgres")

    def address_of(self, database: str) -> str:
        return f"postgresql://{TEST_USER}@127.0.0.1:{self.port}/{database}"

    def stop(self) -> None:
        self.break_off()
        shutil.rmtree(self.folder, ignore_errors=True)

    def break_off(self) -> None:
        """End it as a power cut would, in the middle of its work."""
        _as_user([self.program, "-D", str(self.folder), "-m", "immediate", "-w", "stop"])

    def kill(self) -> None:
        """Kill it with all its processes."""
        parent = int((self.folder / "postmaster.pid").read_text().split()[0])
        children = (
            Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="utf-8").split()
        )
        for process in (parent, *map(int, children)):
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        end = time.monotonic() + START_SECONDS
        while any(_is_running(process) for process in (parent, *map(int, children))):
            if time.monotonic() > end:
                raise TimeoutError
            time.sleep(0.01)
        # its parent process here may never notice its end
        (self.folder / "postmaster.pid").unlink()

    @contextlib.contextmanager
    def frozen(self) -> Iterator[None]:
        """Stop it with all its processes, like a hanging machine, for the duration of the block."""
        parent = int((self.folder / "postmaster.pid").read_text().split()[0])
        children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
        family = (parent, *map(int, children))
        try:
            for process in family:
                os.kill(process, signal.SIGSTOP)
            yield
        finally:
            for process in family:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(process, signal.SIGCONT)

    def start(self) -> None:
        """Start it, also after it was ended."""
        fsync = "on" if self.fsync else "off"
        options = (
            f"-p {self.port} -k '' -c listen_addresses=127.0.0.1 -c fsync={fsync}"
            " -c max_connections=30"
        )
        wait = ["-w", "-t", str(START_SECONDS)]
        log = str(self.folder / "log")
        _as_user([self.program, "-D", str(self.folder), "-l", log, "-o", options, *wait, "start"])


@contextlib.contextmanager
def served() -> Iterator[Server]:
    """A server in a temporary folder; where it is not possible, the test is skipped."""
    import pytest  # the benchmarks use this module without pytest

    above = Path(tempfile.mkdtemp(prefix="bnews-postgresql-"))
    try:
        if sys.platform == "win32":
            pytest.skip("not on Windows: the server of these tests is Debian's")
        try:
            running = start(above / "data")
        except UnavailableError as error:
            pytest.skip(f"left out on PostgreSQL: {error}")
        try:
            yield running
        finally:
            running.stop()
    finally:
        shutil.rmtree(above, ignore_errors=True)


def start(folder: Path, *, fsync: bool = False) -> Server:
    """A server with its data in ``folder``, which is created; raises ``UnavailableError``.

    Without ``fsync`` it does not wait for the disk: test data need not survive the machine.
    """
    initdb, pg_ctl = _programs()
    folder.mkdir()
    if os.geteuid() == 0:
        import pwd  # Windows, which imports this module too, has none

        owner = pwd.getpwnam(TEST_USER)
        os.chown(folder, owner.pw_uid, owner.pw_gid)
        for above in folder.parents:
            if above.stat().st_uid == 0 and not above.stat().st_mode & 0o001:
                above.chmod(above.stat().st_mode | 0o011)
    makeup = ["--auth=trust", "-E", "UTF8", "--locale=C", "--no-sync"]
    _as_user([initdb, "-D", str(folder), "-U", TEST_USER, *makeup])
    rules = folder / "pg_hba.conf"
    strict = f"host all {STRICT_USER} 127.0.0.1/32 scram-sha-256\n"
    rules.write_text(strict + rules.read_text(encoding="utf-8"), encoding="utf-8")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = Server(folder, port, pg_ctl, fsync)
    server.start()
    return server


def database(server: Server) -> Iterator[str]:
    """A database that is dropped after the test."""
    name = f"arsip_{uuid.uuid4().hex}"
    engine = create_engine(
        server.address.replace("postgresql:", "postgresql+psycopg:"),
        isolation_level="AUTOCOMMIT",
        poolclass=NullPool,  # tests may kill the server meanwhile
    )
    try:
        with engine.connect() as db:
            db.execute(text(f"CREATE DATABASE {name}"))
        yield server.address_of(name)
        with engine.connect() as db:
            db.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    finally:
        engine.dispose()


def _is_running(process: int) -> bool:
    """Whether a process lives; one that is dead and not yet taken note of does not."""
    try:
        return (
            Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
            != "Z"
        )
    except OSError:
        return False


def _programs() -> tuple[str, str]:
    newest = sorted(
        glob.glob("/usr/lib/postgresql/*/bin"), key=lambda p: float(p.split("/")[-2]), reverse=True
    )
    path = os.pathsep.join([*newest, os.environ.get("PATH", "")])
    found = [shutil.which(name, path=path) for name in ("initdb", "pg_ctl")]
    if not all(found):
        raise UnavailableError("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    if os.geteuid() == 0:
        if shutil.which("runuser") is None:
            raise UnavailableError("PostgreSQL cannot run as root and runuser is missing")
        import pwd

        try:
            pwd.getpwnam(TEST_USER)
        except KeyError:
            why = f"PostgreSQL cannot run as root and no user {TEST_USER} is there"
            raise UnavailableError(why) from None
    return str(found[0]), str(found[1])


def _as_user(command: list[str]) -> None:
    if os.geteuid() == 0:
        command = ["runuser", "-u", TEST_USER, "--", *command]
    done = subprocess.run(
        command,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        timeout=START_SECONDS,
        check=False,
    )
    if done.returncode:
        raise UnavailableError(f"{command[-1]} of PostgreSQL failed: {done.stderr.strip()}")
