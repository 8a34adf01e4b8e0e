"""The Debian package on clean systems of Debian 12 and 13: installed, used, upgraded, purged.

Minutes and gigabytes, so only ``make deb-test`` runs it.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest
from extract_msg import OleWriter

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources" / "samples" / "rilis-contoh.docx"
EDITOR = 1000
"""The number of an ordinary user."""
TOOLS = {"Xvfb": "xvfb", "xdotool": "xdotool", "debootstrap": "debootstrap", "lintian": "lintian"}
"""What is called here, and the Debian package that has it."""
PATIENCE = 180.0
"""Seconds until something that happens must have happened."""
CHANGED_BY_DEBIAN = (
    "dev",
    "home",
    "opt",
    "proc",
    "run",
    "sys",
    "tmp",
    "var/cache",
    "var/lib",
    "var/log",
)
CACHES = ("etc/ld.so.cache", "usr/share/applications/mimeinfo.cache", "usr/share/mime/")
"""What Debian writes for itself after packages come and go."""
PAGE = """<html lang="id"><body><article><h1>Pasar Tani Dibuka di Wlingi</h1>
<p>Dinas Pertanian Kabupaten Blitar membuka pasar tani di Kecamatan Wlingi.</p>
<p>Empat puluh petani menjual sayur langsung kepada pembeli.</p></article></body></html>"""
OFFICE = """#!/bin/sh
echo "[$LD_LIBRARY_PATH]" > /home/editor/pustaka.txt
while [ "$1" != --outdir ]; do shift; done
mkdir -p "$2"
cp /home/editor/rilis-contoh.docx "$2/naskah.docx"
"""
"""Plays the part of LibreOffice, and writes down with which libraries it was started."""
OTHER = "[Desktop Entry]\nType=Application\nName=Lain\nExec=true %F\nMimeType=application/pdf;\n"

pytestmark = [
    pytest.mark.posix("Debian packages are for Debian"),
    pytest.mark.skipif(
        "BNEWS_DESK_DEB_TEST" not in os.environ, reason="minutes long: make deb-test runs it"
    ),
]


class Builder(NamedTuple):
    """The scripts that build the package and run clean systems."""

    package: ModuleType
    roots: ModuleType


@pytest.fixture(scope="module")
def builder() -> Iterator[Builder]:
    """Fails where such a package cannot be built or tried: it was asked for."""
    if missing := [package for tool, package in TOOLS.items() if shutil.which(tool) is None]:
        pytest.fail(f"apt-get install {' '.join(missing)}")
    folder = str(ROOT / "resources" / "packaging" / "debian")
    sys.path.insert(0, folder)
    import build_package
    import roots

    sys.path.remove(folder)
    try:
        roots.check_rights()
    except roots.UnavailableError as error:
        pytest.fail(str(error))
    return Builder(build_package, roots)


@pytest.fixture(scope="module")
def package(builder: Builder) -> Path:
    """The package of this checkout."""
    return builder.package.built()


class System:
    """A clean Debian with an editor's account."""

    def __init__(self, builder: Builder, suite: str, folder: Path) -> None:
        self._roots = builder.roots
        self.root = folder / "root"
        self.home = self.root / "home/editor"
        self._roots.copy_root(suite, self.root)
        self.home.mkdir()
        os.chown(self.home, EDITOR, EDITOR)
        self.environment = {"HOME": "/home/editor"}

    def install(self, *packages: str | Path) -> None:
        """By apt, a package from a file as well."""
        names = []
        for package in packages:
            if isinstance(package, Path):
                shutil.copy(package, self.root / "opt")
            names.append(f"/opt/{package.name}" if isinstance(package, Path) else package)
        self._roots.install(self.root, *names)

    def run(self, *call: str, ok: tuple[int, ...] = (0,)) -> str:
        """As root."""
        return self._roots.run(self.root, *call, ok=ok)

    def desk(self, *arguments: str, ok: tuple[int, ...] = (0,)) -> str:
        """The program, called by the editor in the own folder."""
        call = ["sh", "-c", 'cd && exec bnews-desk "$@"', "sh", *arguments]
        return self._roots.run(self.root, *call, user=EDITOR, env=self.environment, ok=ok)

    def give(self, name: str, data: bytes) -> None:
        """Put a file into the editor's folder."""
        (self.home / name).write_bytes(data)
        os.chown(self.home / name, EDITOR, EDITOR)

    @contextmanager
    def window(self, display: str, *files: str) -> Iterator[subprocess.Popen[bytes]]:
        """The program with its window, while the block lasts."""
        line = self._roots.command(
            self.root,
            ["bnews-desk", *files],
            user=EDITOR,
            env={**self.environment, "DISPLAY": display},
            bound={Path("/tmp/.X11-unix"): "/tmp/.X11-unix"},  # noqa: S108 - where X has it
        )
        process = subprocess.Popen(line)
        try:
            yield process
        finally:
            process.terminate()
            process.wait(60)

    def journal_has(self, text: str) -> bool:
        """Whether a text is safe in the journal."""
        folder = self.home / ".local/share/bnews-desk"
        return any(text.encode() in file.read_bytes() for file in folder.glob("jurnal.db*"))

    def paths(self) -> set[str]:
        """Every file that is not of a kind that Debian itself keeps changing."""
        found = set()
        for folder, folders, names in os.walk(self.root):
            here = os.path.relpath(folder, self.root)
            folders[:] = [
                f for f in folders if os.path.normpath(f"{here}/{f}") not in CHANGED_BY_DEBIAN
            ]
            found |= {os.path.normpath(f"{here}/{name}") for name in (*folders, *names)}
        return {path for path in found if not path.startswith(CACHES)}


@pytest.fixture(params=["bookworm", "trixie"])
def system(request: pytest.FixtureRequest, builder: Builder) -> Iterator[System]:
    """Debian 12 and Debian 13."""
    with builder.roots.begun_folder() as folder:
        yield System(builder, request.param, folder)


@pytest.fixture
def display() -> Iterator[str]:
    """A screen that is only in memory."""
    reading, writing = os.pipe()
    options = ["-screen", "0", "1366x768x24", "-nolisten", "tcp", "-ac", "-displayfd", str(writing)]
    server = subprocess.Popen(["Xvfb", *options], pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        number = pipe.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()


def until(happened: Callable[[], object], act: Callable[[], None] = lambda: None) -> None:
    """Wait, acting again now and then, until something has happened."""
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end, "it did not happen"
        act()
        time.sleep(2)


def keys(display: str, *names: str) -> None:
    """Press keys, with a moment between them."""
    for name in names:
        environment = {**os.environ, "DISPLAY": display}
        subprocess.run(["xdotool", "key", name], env=environment, check=True)
        time.sleep(1)


def picture(display: str, name: str) -> None:
    """Keep what the screen shows, where somebody asked for it and the tool is there."""
    folder = os.environ.get("BNEWS_DESK_PICTURES")
    if folder and shutil.which("import"):
        target = Path(folder) / f"{name}.png"
        subprocess.run(["import", "-display", display, "-window", "root", target], check=False)


def upgraded(package: Path, folder: Path) -> Path:
    """A package of a higher version, with one file less and one more."""
    tree = folder / "tree"
    subprocess.run(["dpkg-deb", "-R", package, tree], check=True)
    control = tree / "DEBIAN/control"
    text = control.read_text(encoding="utf-8")
    version = text.partition("Version: ")[2].partition("\n")[0]
    control.write_text(text.replace(f"Version: {version}", f"Version: {version}+1"))
    papers = tree / "usr/share/doc/bnews-desk"
    (papers / "changelog.gz").rename(papers / "changelog.new.gz")
    target = folder / f"bnews-desk_{version}+1_amd64.deb"
    call = ["dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "-b", tree, target]
    subprocess.run(call, check=True, stdout=subprocess.DEVNULL)
    return target


def test_installed_used_upgraded_and_purged(
    system: System, package: Path, display: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    name = request.node.callspec.params["system"]
    system.install("desktop-file-utils", "shared-mime-info", "hicolor-icon-theme")
    other = system.root / "usr/share/applications/org.gnome.Evince.desktop"
    other.write_text(OTHER, encoding="utf-8")
    before = system.paths()
    system.install(package)
    assert_libraries_are_there(system)
    cache = (system.root / "usr/share/applications/mimeinfo.cache").read_text(encoding="utf-8")
    (readers,) = (line for line in cache.splitlines() if line.startswith("application/pdf="))
    assert readers.partition("=")[2].split(";")[:2] == [
        other.name,
        "zz-id.b_news.desk-open.desktop",
    ], "offered, but never the first"
    globs = (system.root / "usr/share/mime/globs2").read_text(encoding="utf-8")
    assert "application/vnd.ms-outlook:*.msg" in globs

    use_from_terminal(system)
    use_libreoffice(system)
    use_window(system, display, name)

    system.install(upgraded(package, tmp_path))
    assert system.run("dpkg-query", "-W", "-f", "${Version}", "bnews-desk").endswith("+1")
    papers = system.root / "usr/share/doc/bnews-desk"
    assert (papers / "changelog.new.gz").exists()
    assert not (papers / "changelog.gz").exists()
    system.desk("rescue", "-o", "selamat")
    (saved,) = (system.home / "selamat").rglob("*.txt")
    assert "senilai Rp45.000.000." in saved.read_text(encoding="utf-8")

    kept = sorted(system.home.rglob("*"))
    system.run("apt-get", "-qq", "purge", "--yes", "bnews-desk")
    system.run("apt-get", "-qq", "autoremove", "--purge", "--yes")
    assert not (system.paths() - before)
    assert "bnews" not in (system.root / "var/lib/dpkg/status").read_text(encoding="utf-8")
    for cached in ("applications/mimeinfo.cache", "mime/globs2"):
        text = (system.root / "usr/share" / cached).read_text(encoding="utf-8")
        assert "b_news" not in text
        assert "ms-outlook" not in text or name != "bookworm"
    assert sorted(system.home.rglob("*")) == kept, "the editor's own stays"


def assert_libraries_are_there(system: System) -> None:
    """All libraries are found, but those of parts that Qt does without."""
    script = (
        'cd /usr/lib/bnews-desk; for f in $(find . -name "*.so*" -type f); do echo $f; ldd $f; done'
    )
    file = ""
    for line in system.run("sh", "-c", script).splitlines():
        if not line.startswith("\t"):
            file = line
        is_optional = file.endswith("libcupsprintersupport.so")
        assert "not found" not in line or is_optional, f"{file}: {line}"


def use_from_terminal(system: System) -> None:
    """Check, convert and the doctor."""
    system.give("rilis-contoh.docx", SAMPLE.read_bytes())
    system.give("pasar.html", PAGE.encode())
    checked = json.loads(system.desk("check", "--format", "json", "rilis-contoh.docx", ok=(1,)))
    assert "dateline-format" in json.dumps(checked)
    system.desk("convert", "pasar.html", "pasar.txt")
    assert "Empat puluh petani" in (system.home / "pasar.txt").read_text(encoding="utf-8")
    health = system.desk("doctor")
    assert "✓ trafilatura" in health
    assert "Python: 3.11" in health, "its own, not that of the system"


def use_libreoffice(system: System) -> None:
    """An old Word file: the program that converts it is not given the libraries of this one."""
    office = system.root / "usr/local/bin/soffice"
    office.write_text(OFFICE, encoding="utf-8")
    office.chmod(0o755)
    writer = OleWriter()
    writer.addEntry("WordDocument", bytes(5012))
    old = io.BytesIO()
    writer.write(old)
    system.give("surat.doc", old.getvalue())
    system.desk("convert", "surat.doc", "surat.txt")
    assert "Festival" in (system.home / "surat.txt").read_text(encoding="utf-8")
    assert (system.home / "pustaka.txt").read_text(encoding="utf-8") == "[]\n"
    office.unlink()


def use_window(system: System, display: str, name: str) -> None:
    """The main job with the keyboard: import, tidy, export."""
    with system.window(display, "/home/editor/rilis-contoh.docx"):
        until(lambda: system.journal_has("Festival"), lambda: keys(display, "Return"))
        tidy = ("Escape", "ctrl+shift+r")
        until(lambda: system.journal_has("senilai Rp45.000.000."), lambda: keys(display, *tidy))
        picture(display, f"{name}-tidied")
        export = ("Escape", "ctrl+e", "ctrl+Return", "shift+Tab", "Return")
        until(lambda: list(system.home.rglob("*festival*.docx")), lambda: keys(display, *export))
        picture(display, f"{name}-exported")
        keys(display, "ctrl+q")
    (text,) = system.home.rglob("*festival*.txt")
    assert "senilai Rp45.000.000." in text.read_text(encoding="utf-8")


def test_built_twice_the_package_is_the_same_bytes(builder: Builder, package: Path) -> None:
    with builder.roots.begun_folder() as folder:
        assert builder.package.build(folder).read_bytes() == package.read_bytes()


def test_debians_checker_finds_no_errors(package: Path) -> None:
    call = ["lintian", "--allow-root", "--fail-on", "error", "--no-tag-display-limit", package]
    ran = subprocess.run(call, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout
