"""The wheel and the source archive go into an empty environment and work there, by every way that
people install Python programs.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest

pytestmark = pytest.mark.posix("packages are built and tried on Linux")

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources" / "samples" / "rilis-contoh.docx"
PICTURE = ROOT / "resources" / "packaging" / "window_picture.py"
EPOCH = "1764633600"
"""A fixed time for what is built, in seconds since 1970."""
DEBIANS_PIP, NEXT_PIP = "23.0.1", "23.2.1"
"""Debian 12's own, and the last that does not know extras by their normal names."""
PAGE = """<!doctype html><html lang="id"><head><title>Pasar Tani Dibuka</title></head><body>
<nav><a href="/">Beranda</a></nav><article><h1>Pasar Tani Dibuka di Wlingi</h1>
<p>Dinas Pertanian Kabupaten Blitar membuka pasar tani di Kecamatan Wlingi pada akhir pekan.</p>
<p>Empat puluh petani menjual sayur, buah, dan telur langsung kepada pembeli.</p></article>
<footer>Hak cipta dinas</footer></body></html>"""

Way = Callable[[Path, Path], Path]
"""How a package is installed into an empty folder; the result is the folder of its programs."""


def program(
    *command: str | Path,
    env: dict[str, str] | None = None,
    folder: Path | None = None,
    ok: Sequence[int] = (0,),
) -> str:
    """What a command writes to standard output."""
    ran = subprocess.run(
        [*map(str, command)],
        cwd=folder,
        env=env,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert ran.returncode in ok, f"{command}\n{ran.stdout}\n{ran.stderr}"
    return ran.stdout


def built(folder: Path) -> tuple[Path, Path]:
    """The wheel and the source archive of this checkout."""
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    return next(folder.glob("*.whl")), next(folder.glob("*.tar.gz"))


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The wheel and the source archive."""
    return built(tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def old_pips(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Older pips, which run from their wheels; skips where there is no registry to ask."""
    folder = tmp_path_factory.mktemp("pips")
    for version in (DEBIANS_PIP, NEXT_PIP):
        fetched = subprocess.run(
            [*_pip(), "download", "--quiet", "--no-deps", "--dest", folder, f"pip=={version}"],
            capture_output=True,
            check=False,
        )
        if fetched.returncode:
            pytest.skip("the package registry cannot be reached")
    return {v: folder / f"pip-{v}-py3-none-any.whl" / "pip" for v in (DEBIANS_PIP, NEXT_PIP)}


def _pip() -> list[str]:
    return [sys.executable, "-m", "pip", "--disable-pip-version-check"]


def _empty(folder: Path) -> Path:
    program(sys.executable, "-m", "venv", "--without-pip", folder / "env")
    return folder / "env" / "bin" / "python"


def by_pip(pip: Path, package: Path, folder: Path) -> Path:
    """Into a virtual environment, by a pip that runs from its wheel."""
    python = _empty(folder)
    program(python, pip, "install", "--quiet", "--no-compile", package)
    return python.parent


def by_pipx(package: Path, folder: Path) -> Path:
    """As an application of the user's."""
    environment = {
        **os.environ,
        "PIPX_HOME": str(folder / "pipx"),
        "PIPX_BIN_DIR": str(folder / "bin"),
        "PIPX_MAN_DIR": str(folder / "man"),
        "PIPX_DEFAULT_BACKEND": "pip",
    }
    python = ["--python", sys.executable]
    program(sys.executable, "-m", "pipx", "install", *python, package, env=environment)
    return folder / "bin"


def by_uv(package: Path, folder: Path) -> Path:
    """Into a virtual environment, by uv, which builds a source archive by itself."""
    python = _empty(folder)
    program(sys.executable, "-m", "uv", "pip", "install", "--quiet", "--python", python, package)
    return python.parent


def use(programs: Path, folder: Path) -> None:
    """The main things, done by the installed program outside the checkout."""
    folder.mkdir()
    environment = {
        "PATH": "/usr/bin:/bin",
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "QT_QPA_PLATFORM": "offscreen",
    }
    run = partial(program, folder=folder, env=environment)
    desk = programs / "bnews-desk"
    findings = json.loads(run(desk, "check", "--format", "json", SAMPLE, ok=(1,)))
    assert "dateline-format" in json.dumps(findings)
    (folder / "pasar.html").write_text(PAGE, encoding="utf-8")
    run(desk, "convert", "pasar.html", "pasar.txt")
    copy = (folder / "pasar.txt").read_text(encoding="utf-8")
    assert "Empat puluh petani menjual sayur" in copy
    assert "Hak cipta" not in copy
    assert "✓ trafilatura" in run(desk, "doctor")
    python = desk.resolve().parent / "python"
    run(python, PICTURE, folder / "jendela.png")
    assert (folder / "jendela.png").stat().st_size > 50_000
    where = run(python, "-c", "import bnews_desk; print(bnews_desk.__file__)").strip()
    assert not Path(where).is_relative_to(ROOT)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="pip 23.0.1 knows no Python after 3.11")
def test_the_wheel_installed_by_debians_pip_works(packages, old_pips, tmp_path):
    use(by_pip(old_pips[DEBIANS_PIP], packages[0], tmp_path), tmp_path / "home")


def test_an_older_pip_finds_everything_that_web_pages_need(packages, old_pips, tmp_path):
    report = tmp_path / "report.json"
    chosen = ["install", "--dry-run", "--ignore-installed", "--quiet", "--report", report]
    program(_empty(tmp_path), old_pips[NEXT_PIP], *chosen, packages[0])
    found = json.loads(report.read_text())["install"]
    names = {entry["metadata"]["name"].lower().replace("_", "-") for entry in found}
    assert {"bnews-desk", "trafilatura", "lxml-html-clean"} <= names


@pytest.mark.parametrize(("way", "which"), [(by_pipx, 0), (by_uv, 1)], ids=["pipx", "uv"])
def test_the_package_installed_works(packages, old_pips, tmp_path, way: Way, which: int):
    use(way(packages[which], tmp_path), tmp_path / "home")


def test_the_source_archive_gives_the_same_wheel(packages, tmp_path):
    wheel, source = packages
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH}
    building = ["wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", tmp_path]
    program(*_pip(), *building, source, env=environment)
    assert (tmp_path / wheel.name).read_bytes() == wheel.read_bytes()


def test_built_twice_the_packages_are_the_same_bytes(packages, tmp_path):
    again = built(tmp_path)
    assert [path.read_bytes() for path in packages] == [path.read_bytes() for path in again]


def test_the_wheel_holds_the_program_and_what_it_reads(packages):
    wheel = zipfile.ZipFile(packages[0])
    names = wheel.namelist()
    (entries,) = (name for name in names if name.endswith("/entry_points.txt"))
    commands = wheel.read(entries).decode()
    assert commands.index("[console_scripts]\nbnews-desk = ") < commands.index("[gui_scripts]\n")
    inside = {name.split("/", 2)[2] for name in names if name.startswith("bnews_desk/resources/")}
    assert {"house/b-news.toml", "icons/bnews-desk.svg", "archive/env.py"} <= inside
    assert {"fonts/SourceSerifPro-Regular.ttf", "fonts/LISENSI-source-serif-pro.txt"} <= inside
    strangers = [n for n in inside if "make_" in n or n.startswith(("pictures", "packaging"))]
    assert not strangers
    assert {name.split("/")[0].split("-")[0] for name in names} == {"bnews_desk"}


def test_the_source_archive_holds_all_that_is_needed_to_build_and_test(packages):
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("this is no git checkout")
    with tarfile.open(packages[1]) as archive:
        inside = {name.split("/", 1)[1] for name in archive.getnames()}
    tracked = {name for name in listed.stdout.split("\0") if name and (ROOT / name).exists()}
    assert tracked <= inside
