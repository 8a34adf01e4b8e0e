"""Builds the Debian package, one for Debian 12 and 13: make deb.

    python resources/packaging/debian/build_package.py [FOLDER]

The program is frozen by PyInstaller in a clean Debian 12, with the locked packages, so that it
needs nothing newer. Of the libraries that it uses only those are in the package which Debian 13 no
longer has; the others are dependencies, and Debian keeps them safe. The same sources give the same
bytes. What was built once from the same sources is taken from the cache. FOLDER is ``dist`` unless
named.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import os
import re
import shutil
import ssl
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import roots

UNAVAILABLE = 69
"""The exit status where the package cannot be built here (``EX_UNAVAILABLE`` of sysexits.h)."""
ROOT = Path(__file__).resolve().parents[3]
HERE = Path(__file__).resolve().parent
PACKAGING = HERE.parent
SOURCES = ("bnews_desk", "resources", "pyproject.toml", "LICENSE", "NOTICE")
SUITE = "bookworm"
GLIBC = "2.36"
"""Debian 12's: what is built there asks for no newer one."""
TOOLS = ("python3", "python3-venv", "libpython3.11", "binutils")
LIBRARIES = """
    libbz2-1.0 libcups2 libdbus-1-3 libdrm2 libegl1 libexpat1 libffi8 libfontconfig1
    libfreetype6 libgl1 libglib2.0-0 liblzma5 libncursesw6 libreadline8 libsqlite3-0
    libssl3 libstdc++6 libuuid1 libwayland-client0 libwayland-cursor0 libwayland-egl1 libx11-6
    libx11-xcb1 libxcb-cursor0 libxcb-glx0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1
    libxcb-randr0 libxcb-render-util0 libxcb-render0 libxcb-shape0 libxcb-shm0 libxcb-sync1
    libxcb-xfixes0 libxcb-xinerama0 libxcb-xkb1 libxcb1 libxkbcommon-x11-0 libxkbcommon0 zlib1g
""".split()
"""Debian packages of the libraries that Qt and Python ask for, under the names of Debian 12; in
Debian 13 packages of other names provide these."""
SHIPPED = ("libpython3.11",)
"""Debian packages whose libraries are in ours, for Debian 13 has none of them."""
OPTIONAL = ("printsupport/libcupsprintersupport.so",)
"""Parts of Qt that it does without where their libraries are not installed."""
RECOMMENDED = ("fonts-noto-core",)
SUGGESTED = ("libreoffice-writer-nogui | libreoffice-writer",)
MAINTAINER = "B-news.id <redaksi@b-news.id>"
DESCRIPTION = """editor that turns press releases into publishable articles
 B-News Desk is the desktop editor of the Indonesian newsroom B-news.id. Press
 releases come in as Word, PDF, mail, web page or plain text, are put into house
 style, checked for spelling and facts, and go out as DOCX, text, HTML and more.
 .
 Everything runs on the computer itself; its window and its command line are in
 Indonesian."""


def epoch() -> int:
    """The time that everything in the package bears: of the last commit, or as asked for."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    called = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return int(called.stdout) if called.returncode == 0 else 1_764_633_600


def version() -> str:
    """The program's version."""
    text = (ROOT / "bnews_desk" / "__init__.py").read_text(encoding="utf-8")
    return re.findall(r'__version__ = "(.+)"', text)[0]


def built() -> Path:
    """The package, from the cache where it was built from the same sources already.

    Raises ``UnavailableError`` where it cannot be built here.
    """
    packages = roots.cache_folder() / "packages"
    key = hashlib.sha256(f"{epoch()} {_requirements()}".encode())
    for path in _source_files():
        key.update(f"{path.relative_to(ROOT)}\0{path.stat().st_size}\0".encode())
        key.update(path.read_bytes())
    place = packages / key.hexdigest()[:16] / f"bnews-desk_{version()}_amd64.deb"
    if place.exists():
        return place
    roots.check_rights()
    with roots.begun_folder() as work:
        package = build(work)
        shutil.rmtree(packages, ignore_errors=True)
        place.parent.mkdir(parents=True)
        package.rename(place)
    return place


def build(work: Path) -> Path:
    """The package, built anew in an empty folder."""
    freezer = freezing_root()
    (work / "source").mkdir()
    for path in _source_files():
        target = work / "source" / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    _say("Membekukan program …")
    roots.run(
        freezer,
        *("sh", "-c", 'cd /build/source && exec "$@"', "sh"),
        *("/opt/freezing/bin/pyinstaller", "--noconfirm", "--log-level", "WARN"),
        *("--distpath", "/build/dist", "--workpath", "/build/work"),
        "resources/packaging/bnews-desk.spec",
        env={
            "PYINSTALLER_CONFIG_DIR": "/build/config",
            "PYTHONHASHSEED": "1",
            "SOURCE_DATE_EPOCH": str(epoch()),
        },
        bound={work: "/build"},
    )
    _say("Menyusun paket …")
    tree = work / "tree"
    (tree / "usr/lib").mkdir(parents=True)
    (work / "dist/bnews-desk").rename(tree / "usr/lib/bnews-desk")
    depends, recommends = _leave_to_debian(freezer, tree / "usr/lib/bnews-desk/_internal")
    _add_desktop_files(tree)
    _normalise(tree)
    _write_control(tree, depends, recommends)
    name = f"bnews-desk_{version()}_amd64.deb"
    roots.run(
        freezer,
        *("dpkg-deb", "--root-owner-group", "-Zxz", "--build", "/build/tree", f"/build/{name}"),
        env={"SOURCE_DATE_EPOCH": str(epoch())},
        bound={work: "/build"},
    )
    return work / name


def freezing_root() -> Path:
    """Debian 12 with Python, PyInstaller, the locked packages and the libraries they ask for."""
    key = hashlib.sha256(f"{_requirements()} {TOOLS} {LIBRARIES}".encode()).hexdigest()[:12]
    place = roots.cache_folder() / f"freezing-{key}"
    if place.is_dir():
        return place
    roots.clean_root(SUITE)
    with roots.only_one():
        if place.is_dir():
            return place
        for old in roots.cache_folder().glob("freezing-*"):
            shutil.rmtree(old)
        _say("Menyiapkan PyInstaller dalam Debian 12 …")
        with roots.begun_folder() as begun:
            root = begun / "root"
            roots.copy_root(SUITE, root)
            roots.install(root, *TOOLS, *LIBRARIES)
            _install_python_packages(root)
            root.rename(place)
    return place


def _install_python_packages(root: Path) -> None:
    """PyInstaller and what the program needs, from where this computer gets them."""
    (root / "opt/requirements.txt").write_text(_requirements(), encoding="utf-8")
    variables = {k: v for k, v in os.environ.items() if re.fullmatch("PIP_.*INDEX_URL|.*_proxy", k)}
    trusted = ssl.get_default_verify_paths().cafile
    if trusted:
        shutil.copyfile(trusted, root / "opt/certificates.pem")
        variables["PIP_CERT"] = "/opt/certificates.pem"
    roots.run(root, "python3", "-m", "venv", "/opt/freezing")
    pip = ["/opt/freezing/bin/pip", "--disable-pip-version-check", "install", "--quiet"]
    locked = ["--no-deps", "--require-hashes", "-r", "/opt/requirements.txt"]
    fetched = roots.cache_folder() / "pip"
    fetched.mkdir(exist_ok=True)
    roots.run(root, *pip, *locked, env=variables, bound={fetched: "/root/.cache/pip"})


def _requirements() -> str:
    """What is installed for freezing: names, versions, hashes."""
    return subprocess.run(
        [sys.executable, PACKAGING / "locked.py", "program", "packages"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def _source_files() -> Iterator[Path]:
    for name in SOURCES:
        top = ROOT / name
        found = sorted(top.rglob("*")) if top.is_dir() else [top]
        yield from (p for p in found if p.is_file() and "__pycache__" not in p.parts)


def _leave_to_debian(freezer: Path, internal: Path) -> tuple[set[str], set[str]]:
    """Take Debian's own libraries out; the packages that must and that should be installed."""
    owners = _owners(freezer)
    for path in sorted(internal.glob("*.so*")):
        owner = owners.get(path.name)
        if owner is not None and owner not in SHIPPED:
            path.unlink()
    inside = {path.name for path in internal.rglob("*.so*")}
    needed: set[str] = set()
    wanted: set[str] = set()
    unknown: dict[str, str] = {}
    for file, names in _linked(freezer, internal.parent).items():
        for name in names - inside:
            if name not in owners:
                unknown[name] = file
            else:
                (wanted if file.endswith(OPTIONAL) else needed).add(owners[name])
    if unknown:
        raise SystemExit(f"no Debian package in LIBRARIES has {unknown}")
    return needed, wanted - needed


def _owners(freezer: Path) -> dict[str, str]:
    """The Debian package of every shared library, by the library's file name."""
    owners: dict[str, str] = {}
    for listing in sorted((freezer / "var/lib/dpkg/info").glob("*.list")):
        package = listing.name.removesuffix(".list").partition(":")[0]
        for line in listing.read_text(encoding="utf-8").splitlines():
            if ".so" in line and "x86_64-linux-gnu/" in line:
                owners.setdefault(os.path.basename(line), package)
    return owners


def _linked(freezer: Path, folder: Path) -> dict[str, set[str]]:
    """The libraries that each program and library in a folder is linked with."""
    found = [p for p in sorted(folder.rglob("*.so*")) if p.is_file() and not p.is_symlink()]
    files = [f"/linked/{path.relative_to(folder)}" for path in (folder / "bnews-desk", *found)]
    shown = roots.run(freezer, "objdump", "-p", *files, bound={folder: "/linked"})
    linked: dict[str, set[str]] = {}
    for block in re.split(r"\n(?=/linked/)", shown):
        file = block.strip().partition(": ")[0].strip()
        linked[file] = set(re.findall(r"^\s+NEEDED\s+(\S+)", block, re.MULTILINE))
    return linked


def _add_desktop_files(tree: Path) -> None:
    """Everything beside the program itself."""
    share = tree / "usr/share"
    (tree / "usr/bin").mkdir()
    (tree / "usr/bin/bnews-desk").symlink_to("../lib/bnews-desk/bnews-desk")
    for name in ("id.b_news.desk.desktop", "zz-id.b_news.desk-open.desktop"):
        _put(HERE / name, share / "applications" / name)
    _put(HERE / "bnews-desk.xml", share / "mime/packages/bnews-desk.xml")
    _put(HERE / "lintian-overrides", share / "lintian/overrides/bnews-desk")
    metainfo = (HERE / "id.b_news.desk.metainfo.xml").read_text(encoding="utf-8")
    written = metainfo.replace("@VERSION@", version()).replace("@DATE@", _date("%Y-%m-%d"))
    _write(share / "metainfo/id.b_news.desk.metainfo.xml", written.encode())
    icons = tree.parent / "icons"
    subprocess.run([sys.executable, PACKAGING / "icons.py", icons], check=True)
    shutil.copytree(icons / "hicolor", share / "icons/hicolor")
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch())}
    page = subprocess.run(
        [sys.executable, HERE / "manual.py"], capture_output=True, check=True, env=environment
    ).stdout
    _write(share / "man/id/man1/bnews-desk.1.gz", _packed(page))
    (share / "man/man1").mkdir(parents=True)
    (share / "man/man1/bnews-desk.1.gz").symlink_to("../id/man1/bnews-desk.1.gz")
    papers = share / "doc/bnews-desk"
    _put(HERE / "copyright", papers / "copyright")
    if (ROOT / "NOTICE").exists():
        _put(ROOT / "NOTICE", papers / "NOTICE")
    changes = f"bnews-desk ({version()}) stable; urgency=medium\n\n  * Release {version()}.\n\n"
    changes += f" -- {MAINTAINER}  {_date('%a, %d %b %Y %H:%M:%S +0000')}\n"
    _write(papers / "changelog.gz", _packed(changes.encode()))


def _normalise(tree: Path) -> None:
    """The same modes and times whoever builds: programs and folders 755, files 644."""
    for path in (tree, *sorted(tree.rglob("*"))):
        if not path.is_symlink():
            is_program = path == tree / "usr/lib/bnews-desk/bnews-desk"
            path.chmod(0o755 if path.is_dir() or is_program else 0o644)
        os.utime(path, (epoch(), epoch()), follow_symlinks=False)


def _write_control(tree: Path, depends: set[str], recommends: set[str]) -> None:
    files = [p for p in sorted(tree.rglob("*")) if p.is_file() and not p.is_symlink()]
    sizes = sum(-(-p.stat().st_size // 1024) for p in files)
    needed = [f"libc6 (>= {GLIBC})", *sorted(depends - {"libc6"})]
    fields = {
        "Package": "bnews-desk",
        "Version": version(),
        "Architecture": "amd64",
        "Maintainer": MAINTAINER,
        "Installed-Size": str(sizes + sum(p.is_dir() for p in tree.rglob("*"))),
        "Depends": ", ".join(needed),
        "Recommends": ", ".join(sorted({*recommends, *RECOMMENDED})),
        "Suggests": ", ".join(SUGGESTED),
        "Section": "editors",
        "Priority": "optional",
        "Homepage": "https://b-news.id",
        "Description": DESCRIPTION,
    }
    control = "".join(f"{name}: {value}\n" for name, value in fields.items())
    sums = "".join(
        f"{hashlib.md5(p.read_bytes(), usedforsecurity=False).hexdigest()}  {p.relative_to(tree)}\n"
        for p in files
    )
    _write(tree / "DEBIAN/control", control.encode())
    _write(tree / "DEBIAN/md5sums", sums.encode())
    for path in (tree / "DEBIAN", *(tree / "DEBIAN").iterdir()):
        path.chmod(0o755 if path.is_dir() else 0o644)
        os.utime(path, (epoch(), epoch()))


def _put(source: Path, target: Path) -> None:
    _write(target, source.read_bytes())


def _write(target: Path, data: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)


def _packed(data: bytes) -> bytes:
    return gzip.compress(data, 9, mtime=0)


def _date(form: str) -> str:
    import time

    return time.strftime(form, time.gmtime(epoch()))


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def main() -> int:
    """Build, or take from the cache, and put the package into the folder that is named."""
    parser = argparse.ArgumentParser(description="Builds the Debian package.")
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "dist")
    options = parser.parse_args()
    try:
        package = built()
    except roots.UnavailableError as error:
        _say(str(error))
        return UNAVAILABLE
    options.folder.mkdir(parents=True, exist_ok=True)
    target = options.folder / package.name
    shutil.copyfile(package, target)
    print(f"{target} ({target.stat().st_size / 1e6:.1f} MB)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
