"""A PostgreSQL server of the tests' own: Debian's package, a temporary folder, a free port."""

from __future__ import annotations

import glob
import os
import pwd
import shutil
import socket
import subprocess
from pathlib import Path
from typing import NamedTuple

TEST_USER = "postgres"
"""Who runs the server where the tests run as root, which PostgreSQL refuses."""
START_SECONDS = 60


class UnavailableError(Exception):
    """Why there is no server here, in words for who runs the tests."""


class Server(NamedTuple):
    """A server that runs."""

    folder: Path
    port: int
    program: str

    @property
    def address(self) -> str:
        """The address of its own database, as superuser."""
        return self.address_of("postgres")

    def address_of(self, database: str) -> str:
        return f"postgresql://{TEST_USER}@127.0.0.1:{self.port}/{database}"

    def stop(self) -> None:
        _as_user([self.program, "-D", str(self.folder), "-m", "immediate", "-w", "stop"])
        shutil.rmtree(self.folder, ignore_errors=True)


def start(folder: Path) -> Server:
    """A server with its data in ``folder``, which is made; raises :class:`UnavailableError`."""
    initdb, pg_ctl = _programs()
    folder.mkdir()
    if os.geteuid() == 0:
        owner = pwd.getpwnam(TEST_USER)
        os.chown(folder, owner.pw_uid, owner.pw_gid)
        for above in folder.parents:
            if above.stat().st_uid == 0 and not above.stat().st_mode & 0o001:
                above.chmod(above.stat().st_mode | 0o011)
    _as_user(
        [initdb, "-D", str(folder), "-U", TEST_USER, "--auth=trust", "-E", "UTF8", "--locale=C"]
    )
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = f"-p {port} -k '' -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=30"
    log = str(folder / "log")
    wait = ["-w", "-t", str(START_SECONDS)]
    _as_user([pg_ctl, "-D", str(folder), "-l", log, "-o", options, *wait, "start"])
    return Server(folder, port, pg_ctl)


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
