"""Builds the installer for Windows, on Linux: make installer.

    python resources/packaging/windows/build_installer.py [--cached] [FOLDER]

The program is frozen by PyInstaller in the Windows Python of tests/windows, with the locked
packages, and packed by NSIS. The same sources give the same bytes, where nothing is signed. What
was built once from the same sources is taken from the user's cache; ``--cached`` fails with status
69 where there is nothing yet. FOLDER is ``dist`` unless named.

Where ``BNEWS_DESK_CERTIFICATE`` names a PKCS #12 file, programs, uninstaller and installer are
signed with it by osslsigncode; ``BNEWS_DESK_CERTIFICATE_PASSWORD`` names the file of its password,
``BNEWS_DESK_TIMESTAMP`` the address of a time stamp server.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "windows")]

import environment  # noqa: E402

from bnews_desk import __version__  # noqa: E402
from bnews_desk.importers.import_formats import readable_endings  # noqa: E402

UNAVAILABLE = environment.UNAVAILABLE
SOURCES = ("bnews_desk", "resources", "pyproject.toml", "LICENSE", "NOTICE")
NOT_INSIDE = (Path("resources/pictures"), Path("resources/packaging/debian"))
STARTS = ("bnews-desk.exe", "bnews-desk.com")
TOOLS = {"makensis": "nsis"}
SIGNING_TOOLS = {"osslsigncode": "osslsigncode"}
FREEZING_SECONDS = 1800
SECONDS_OF_A_DAY = 86_400
CERTIFICATE = "BNEWS_DESK_CERTIFICATE"
CERTIFICATE_PASSWORD = "BNEWS_DESK_CERTIFICATE_PASSWORD"  # noqa: S105 - a variable's name
TIMESTAMP = "BNEWS_DESK_TIMESTAMP"


def epoch() -> int:
    """The time that everything in the installer bears: of the last change of what is in it."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    call = ["git", "log", "-1", "--format=%ct", "--", *SOURCES]
    called = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False)
    return int(called.stdout) if called.returncode == 0 and called.stdout.strip() else 1_764_633_600


def installer(*, is_cached: bool = False) -> Path:
    """The installer, from the cache where it was built from the same sources already.

    Raises ``UnavailableError`` where it cannot be built here, or is not there yet
    and ``is_cached``.
    """
    return _built(__version__, is_cached=is_cached)


def later_installer() -> Path:
    """The same program in an installer of a higher version, packed quickly, for a test."""
    return _built(f"{__version__}.1", is_cached=False)


def _built(version: str, *, is_cached: bool) -> Path:
    key = _key()
    folder = _cache() / key
    place = folder / f"bnews-desk-{version}-windows.exe"
    if place.exists() and not os.environ.get(CERTIFICATE):
        return place
    if is_cached:
        raise environment.UnavailableError(
            "Pemasang untuk Windows belum dibuat dari keadaan ini: make installer."
        )
    environment.install_debian_packages(TOOLS)
    frozen = folder / "program"
    if not frozen.is_dir():
        for old in _outdated():
            shutil.rmtree(old, ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder) as work:
            made = freeze(Path(work))
            if _key() != key:
                raise RuntimeError("the sources have changed while they were frozen")
            made.rename(frozen)
    with tempfile.TemporaryDirectory(dir=folder) as work:
        tree = Path(work) / "program"
        shutil.copytree(frozen, tree)
        pack(tree, Path(work), version).rename(place)
    return place


def freeze(work: Path) -> Path:
    """The folder of the frozen program, made in the Windows Python."""
    windows = environment.set_up()
    _say("Membekukan program untuk Windows …")
    _icon()
    os.environ |= {
        "PYTHONHASHSEED": "1",
        "SOURCE_DATE_EPOCH": str(epoch()),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    call = ["python.exe", "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    call += ["--distpath", _windows(work / "dist"), "--workpath", _windows(work / "work")]
    call += [_windows(HERE.parent / "bnews-desk.spec")]
    done = environment.run(windows, call, timeout=FREEZING_SECONDS)
    program = work / "dist" / "bnews-desk"
    if done.returncode or not (program / STARTS[-1]).exists():
        raise RuntimeError(f"PyInstaller: {done.stderr[-4000:]}")
    return program


def pack(tree: Path, work: Path, version: str) -> Path:
    """The installer of what lies in ``tree``, which gets the licences besides."""
    _say("Menyusun pemasang …")
    for name in ("LICENSE", "NOTICE"):
        shutil.copyfile(ROOT / name, tree / f"{name}.txt")
    is_signed = bool(os.environ.get(CERTIFICATE))
    if is_signed:
        environment.install_debian_packages(SIGNING_TOOLS)
        for start in STARTS:
            sign(tree / start)
    files = sorted(path for path in tree.rglob("*") if path.is_file())
    files.sort(key=lambda path: path.name in STARTS)  # last, see installer.nsi
    icon = _icon()
    sidebar = icon.with_name("sidebar.bmp")
    moment = epoch()
    for path in (*files, sidebar):  # the installer holds the times of all
        os.utime(path, (moment, moment))
    contents = work / "contents.nsh"
    contents.write_text("\n".join(_contents(tree, files)), encoding="utf-8-sig")
    output = work / f"bnews-desk-{version}-windows.exe"
    numbers = [*re.findall(r"\d+", version), "0", "0", "0", "0"][:4]
    values = {
        "VERSION": version,
        "FOUR_NUMBERS": ".".join(numbers),
        "ICON": icon,
        "SIDEBAR": sidebar,
        "OUTPUT": output,
        "CONTENTS": contents,
        "KILOBYTES": sum(path.stat().st_size for path in files) // 1024,
    }
    if version != __version__:
        values["QUICK"] = ""
    if is_signed:
        values["SIGN"] = shlex.join([sys.executable, __file__, "--sign"])
    call = ["makensis", "-V2", "-WX", *(f"-D{name}={value}" for name, value in values.items())]
    variables = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch())}
    subprocess.run([*call, str(HERE / "installer.nsi")], env=variables, check=True)
    if is_signed:
        sign(output)
    return output


def sign(file: Path) -> None:
    """Sign a program with the certificate that the environment names."""
    call = ["osslsigncode", "sign", "-pkcs12", os.environ[CERTIFICATE], "-h", "sha256"]
    if password := os.environ.get(CERTIFICATE_PASSWORD):
        call += ["-readpass", password]
    if timestamp := os.environ.get(TIMESTAMP):
        call += ["-ts", timestamp]
    signed = file.with_name(f"{file.name}.signed")
    call += ["-n", "B-News Desk", "-i", "https://b-news.id", "-in", str(file), "-out", str(signed)]
    subprocess.run(call, check=True, stdout=subprocess.DEVNULL)
    signed.replace(file)


def _icon() -> Path:
    """The program's icon, where bnews-desk.spec looks for it."""
    folder = ROOT / "build" / "icons"
    call = [sys.executable, str(HERE.parent / "icons.py"), str(folder)]
    subprocess.run(call, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, check=True)
    return folder / "bnews-desk.ico"


def _contents(tree: Path, files: list[Path]) -> Iterator[str]:
    """Lines of NSIS: the files in a fixed order, and the endings that are read."""
    yield "!macro ProgramFiles"
    folder = None
    for path in files:
        if path.parent != folder:
            folder = path.parent
            inside = str(folder.relative_to(tree)).replace("/", "\\")
            yield f'SetOutPath "$INSTDIR\\{inside}"' if folder != tree else 'SetOutPath "$INSTDIR"'
        yield f'File "{path}"'
    yield "!macroend"
    yield "!macro EachEnding MACRO"
    for ending in readable_endings():
        yield f'!insertmacro ${{MACRO}} "{ending}"'
    yield "!macroend"
    yield ""


def _key() -> str:
    """Another for each state of what is built from."""
    key = hashlib.sha256(f"{epoch()} {environment.requirements()}".encode())
    for path in _source_files():
        key.update(f"{path.relative_to(ROOT)}\0{path.stat().st_size}\0".encode())
        key.update(path.read_bytes())
    return key.hexdigest()[:16]


def _source_files() -> Iterator[Path]:
    for source in SOURCES:
        found = ROOT / source
        for path in sorted(found.rglob("*")) if found.is_dir() else [found]:
            inside = path.relative_to(ROOT)
            is_other = any(inside.is_relative_to(folder) for folder in NOT_INSIDE)
            if path.is_file() and "__pycache__" not in path.parts and not is_other:
                yield path


def _cache() -> Path:
    return environment.cache_folder().parent / "installer"


def _outdated() -> Iterator[Path]:
    """What was built from earlier states; a day is time for other checkouts that use it."""
    for path in _cache().glob("*"):
        if time.time() - path.stat().st_mtime > SECONDS_OF_A_DAY:
            yield path


def _windows(path: Path) -> str:
    return "Z:" + str(path).replace("/", "\\")


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


def main() -> int:
    """Write the installer into the folder that is named."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sign", type=Path, help="only sign this program", metavar="FILE")
    parser.add_argument("--cached", action="store_true", help="build nothing")
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "dist", metavar="FOLDER")
    given = parser.parse_args()
    if given.sign:
        sign(given.sign)
        return 0
    try:
        made = installer(is_cached=given.cached)
    except environment.UnavailableError as error:
        _say(str(error))
        return UNAVAILABLE
    given.folder.mkdir(parents=True, exist_ok=True)
    print(shutil.copyfile(made, given.folder / made.name))
    return 0


if __name__ == "__main__":
    sys.exit(main())
