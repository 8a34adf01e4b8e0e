"""Clean Debian systems in folders: made once in the user's cache, copied, and run in.

Needs Linux, root and debootstrap. What has to be mounted is mounted in a mount namespace that ends
with the command, as do all its processes.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

MIRROR = "http://deb.debian.org/debian"
"""Where Debian comes from unless the host's own sources name a mirror."""
_LAYOUT = "1"
"""Counts up when a root is made differently."""
_RUN = """
set -e
root=$1; shift
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
while [ "$1" != -- ]; do
    mkdir -p "$root$2"
    mount --bind "$1" "$root$2"
    shift 2
done
shift
exec "$@"
"""


class UnavailableError(Exception):
    """Such a system cannot be had here; the message is one sentence in Indonesian."""


def cache_folder() -> Path:
    """Where everything lies: below ``XDG_CACHE_HOME`` or ``~/.cache``."""
    home = os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser()
    return Path(home).resolve() / "bnews-desk" / "debian"


def clean_root(suite: str) -> Path:
    """The least system of a Debian release, never to be changed; made where it is not there yet."""
    place = _place(suite)
    if place.is_dir():
        return place
    check_rights()
    with only_one():
        if not place.is_dir():
            _make_root(suite, place)
    return place


def check_rights() -> None:
    """Raises ``UnavailableError`` where no such system can be run."""
    if sys.platform != "linux" or os.uname().machine != "x86_64":
        raise UnavailableError("Paket Debian hanya dapat dibuat di Linux x86-64.")
    if os.geteuid() != 0:
        raise UnavailableError("Paket Debian hanya dapat dibuat oleh root (sudo make deb).")
    tried = subprocess.run(["unshare", "--mount", "true"], capture_output=True, check=False)
    if tried.returncode:
        raise UnavailableError(
            "Paket Debian tidak dapat dibuat: unshare --mount tidak diizinkan di sini."
        )


@contextmanager
def only_one() -> Iterator[None]:
    """Only one process at a time makes something for the cache."""
    folder = cache_folder()
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def begun_folder() -> Iterator[Path]:
    """A folder in the cache that is gone afterwards unless it was moved."""
    cache_folder().mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache_folder(), prefix="begun-") as folder:
        yield Path(folder)


def copy_root(suite: str, to: Path) -> None:
    """A copy of the clean system that may be changed."""
    subprocess.run(["cp", "-a", "--reflink=auto", clean_root(suite), to], check=True)


def command(
    root: Path,
    call: Sequence[str | Path],
    *,
    user: int = 0,
    env: Mapping[str, str] | None = None,
    bound: Mapping[Path, str] | None = None,
) -> list[str]:
    """The command line that runs ``call`` in a root.

    ``user`` is the number of the user and group; ``env`` is added to a plain environment, and
    ``bound`` are folders of the host by their names there.
    """
    variables = {
        "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        "HOME": "/root",
        "LANG": "C.UTF-8",
        "DEBIAN_FRONTEND": "noninteractive",
        **(env or {}),
    }
    folders = [str(part) for pair in (bound or {}).items() for part in pair]
    return [
        *("unshare", "--mount", "--propagation", "private", "--pid", "--fork", "--kill-child"),
        *("sh", "-c", _RUN, "sh", str(root), *folders, "--"),
        *("env", "-i", *(f"{name}={value}" for name, value in variables.items())),
        *("chroot", f"--userspec={user}:{user}", "--groups=", str(root), *map(str, call)),
    ]


def run(
    root: Path,
    *call: str | Path,
    user: int = 0,
    env: Mapping[str, str] | None = None,
    bound: Mapping[Path, str] | None = None,
    ok: Sequence[int] = (0,),
) -> str:
    """What a command in a root writes; raises ``CalledProcessError`` where it fails."""
    line = command(root, call, user=user, env=env, bound=bound)
    ran = subprocess.run(
        line,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if ran.returncode not in ok:
        error = subprocess.CalledProcessError(ran.returncode, list(map(str, call)), ran.stdout)
        error.add_note(ran.stdout[-4000:])
        raise error
    return ran.stdout


def install(root: Path, *packages: str) -> str:
    """Install Debian packages or files; what was fetched is kept for the next root."""
    archives = cache_folder() / "archives"
    (archives / "partial").mkdir(parents=True, exist_ok=True)
    apt = ["apt-get", "-o", "Acquire::Retries=3", "-o", "APT::Sandbox::User=root", "-qq"]
    held = {archives: "/var/cache/apt/archives"}
    keep = ["-o", "Binary::apt-get::APT::Keep-Downloaded-Packages=true"]
    run(root, *apt, "update")
    least = ["install", "--yes", "--no-install-recommends"]
    return run(root, *apt, *keep, *least, *packages, bound=held)


def _place(suite: str) -> Path:
    return cache_folder() / f"{suite}-{_LAYOUT}"


def _make_root(suite: str, place: Path) -> None:
    if shutil.which("debootstrap") is None:
        raise UnavailableError("Paket Debian memerlukan debootstrap: apt-get install debootstrap.")
    print(f"Menyiapkan Debian {suite} …", file=sys.stderr, flush=True)
    mirror = _mirror()
    with begun_folder() as begun:
        root = begun / "root"
        call = ["unshare", "--mount", "--propagation", "private", "debootstrap"]
        call += ["--variant=minbase", "--include=ca-certificates", suite, str(root), mirror]
        made = subprocess.run(call, capture_output=True, text=True, check=False)
        if made.returncode:
            raise UnavailableError(
                f"Debian {suite} tidak dapat diambil dari {mirror}:"
                f" {(made.stdout + made.stderr).strip().splitlines()[-1]}"
            )
        sources = [f"deb {mirror} {suite} main", f"deb {mirror} {suite}-updates main"]
        sources.append(f"deb {mirror}-security {suite}-security main")
        (root / "etc/apt/sources.list").write_text("\n".join(sources) + "\n", encoding="ascii")
        (root / "etc/hosts").write_text("127.0.0.1 localhost\n", encoding="ascii")
        shutil.copyfile("/etc/resolv.conf", root / "etc/resolv.conf")
        shutil.rmtree(root / "var/cache/apt", ignore_errors=True)
        root.rename(place)


def _mirror() -> str:
    sources = [Path("/etc/apt/sources.list"), *Path("/etc/apt/sources.list.d").glob("*")]
    for file in sources:
        text = file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""
        found = re.search(r"^(?:deb |URIs:).*?(https?://\S+/debian)/?(?=\s|$)", text, re.MULTILINE)
        if found:
            return found[1]
    return MIRROR
