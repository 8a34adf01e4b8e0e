"""The installer for Windows on a fresh Windows under Wine: installed, used, upgraded, removed.

``make installer`` and the Windows part of ``make test`` build it and run this, for which they set
``BNEWS_DESK_INSTALLER_TEST``. ``BNEWS_DESK_PICTURES`` names a folder for pictures of the screen.
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
from pathlib import Path
from types import ModuleType

import environment
import psutil
import pytest
from extract_msg import OleWriter

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources" / "samples" / "rilis-contoh.docx"
USER = "Sitü Nur Fajar"
TOOLS = {"Xvfb": "xvfb", "xdotool": "xdotool"}
PATIENCE = 180.0
"""Seconds until something that happens must have happened."""
MOST_INSTALLED = 120_000_000
MOST_TO_DOWNLOAD = 45_000_000
LONGEST_LOSS_SECONDS = 2.0
DELIVERY_SECONDS = 1.5
"""What a key may take from xdotool through X11 and Wine into the window, on a busy machine."""
PAGE = (600, 210)
"""A place on the screen where the page has text."""
UNINSTALL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\B-News Desk"
CLASSES = r"HKCU\Software\Classes"
MAIL = """From: humas@blitarkab.go.id
Subject: Pasar Tani Dibuka di Wlingi
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

Dinas Pertanian Kabupaten Blitar membuka pasar tani di Kecamatan Wlingi.

Empat puluh petani menjual sayur langsung kepada pembeli.
"""
ARTICLE = [
    "Jembatan Gantung Selesai Dibangun",
    "",
    "Warga Desa Ngadipuro kini dapat menyeberang tanpa memutar jauh.",
    "Jembatan sepanjang tujuh puluh meter itu dibangun selama lima bulan.",
]

pytestmark = [
    pytest.mark.posix("the installer is built on Linux and tried under Wine"),
    pytest.mark.skipif(
        "BNEWS_DESK_INSTALLER_TEST" not in os.environ,
        reason="runs behind the tests in the Windows Python, when the installer is built",
    ),
]


@pytest.fixture(scope="module")
def build_installer() -> Iterator[ModuleType]:
    """The script that builds it; skips where nothing can be tried."""
    try:
        environment.install_debian_packages(TOOLS)
    except environment.UnavailableError as error:
        pytest.skip(str(error))
    folders = [str(ROOT / "resources/packaging/windows"), str(ROOT / "tests/importers/pdf")]
    sys.path[:0] = folders
    import build_installer

    yield build_installer
    for folder in folders:
        sys.path.remove(folder)


@pytest.fixture(scope="module")
def installer(build_installer: ModuleType) -> Path:
    """The installer of this checkout."""
    try:
        return Path(build_installer.installer(is_cached=True))
    except environment.UnavailableError as error:
        pytest.skip(str(error))


class Computer:
    """A fresh Windows of a user whose name has a space and a letter outside ASCII."""

    def __init__(self, folder: Path, display: str) -> None:
        self._environment = environment.set_up()
        self._prefix = folder / "windows"
        self._display = display
        self._begun: list[subprocess.Popen[bytes]] = []
        self.home = self._prefix / "drive_c/users" / USER
        self.documents = self.home / "Documents"
        self.local = self.home / "AppData/Local"
        self.program = self.local / "Programs/B-News Desk"
        self.shortcut = (
            self.home / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/B-News Desk.lnk"
        )

    def command(self, *call: str | Path) -> list[str]:
        """A host's path is told as Windows knows it; programs are on the one screen."""
        os.environ["DISPLAY"] = self._display
        told = [self.path(part) if isinstance(part, Path) else part for part in call]
        return environment.command(self._environment, told, prefix=self._prefix, user=USER)

    def path(self, path: Path) -> str:
        """A host's path in the words of Windows."""
        drive = self._prefix / "drive_c"
        inside = path.relative_to(drive) if path.is_relative_to(drive) else path.relative_to("/")
        return ("C:" if path.is_relative_to(drive) else "Z:") + "\\" + "\\".join(inside.parts)

    def run(self, *call: str | Path, ok: tuple[int, ...] = (0,)) -> str:
        """Run to the end; what it wrote."""
        done = subprocess.run(
            self.command(*call),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=PATIENCE,
            check=False,
        )
        assert done.returncode in ok, (call, done.returncode, done.stdout, done.stderr)
        return done.stdout + done.stderr

    def desk(self, *arguments: str | Path, ok: tuple[int, ...] = (0,)) -> str:
        """The program in a console."""
        return self.run(self.program / "bnews-desk.com", *arguments, ok=ok)

    def begin(self, *call: str | Path) -> subprocess.Popen[bytes]:
        """Start a program and come back."""
        quiet = subprocess.DEVNULL
        begun = subprocess.Popen(self.command(*call), stdin=quiet, stdout=quiet, stderr=quiet)
        self._begun.append(begun)
        return begun

    def registered(self, key: str, name: str | None = None) -> str | None:
        """A value of the registry, or None where there is no such."""
        which = ["/ve"] if name is None else ["/v", name]
        said = self.run("reg", "query", key, *which, ok=(0, 1))
        found = [line.split("    ")[-1].strip() for line in said.splitlines() if "REG_" in line]
        return found[0] if found else None

    def processes(self) -> list[psutil.Process]:
        """The program's own, as the host sees them."""
        found = []
        for process in psutil.process_iter(["cmdline", "environ"]):
            line = " ".join(process.info["cmdline"] or [])
            is_here = (process.info["environ"] or {}).get("WINEPREFIX") == str(self._prefix)
            if is_here and "bnews-desk." in line and not line.startswith(("unshare", "sh ")):
                found.append(process)
        return found

    def kill(self) -> None:
        """End the window at once, as a power cut does."""
        for process in self.processes():
            process.kill()

    def journal_has(self, text: str) -> bool:
        """Whether a text is safe in the journal."""
        files = (self.local / "bnews-desk").glob("jurnal.db*")
        return any(text.encode() in file.read_bytes() for file in files)

    def keys(self, *names: str, pause: float = 1.0) -> None:
        """Press keys, with a moment behind each."""
        for name in names:
            subprocess.run(["xdotool", "key", name], env=self._on_screen(), check=True)
            time.sleep(pause)

    def type(self, text: str) -> None:
        """Type on the keyboard."""
        call = ["xdotool", "type", "--delay", "25", text]
        subprocess.run(call, env=self._on_screen(), check=True)

    def click(self, x: int, y: int) -> None:
        """Click the left button at a place of the screen."""
        call = ["xdotool", "mousemove", str(x), str(y), "click", "1"]
        subprocess.run(call, env=self._on_screen(), check=True)

    def import_what_is_asked_about(self) -> None:
        """Say yes where the window asks which parts of a file come in."""
        if "Impor rilis" in self.windows():
            self.keys("Return")

    def windows(self) -> str:
        """The titles of the windows that are seen."""
        call = ["xdotool", "search", "--onlyvisible", "--name", ".", "getwindowname", "%@"]
        found = subprocess.run(
            call, env=self._on_screen(), capture_output=True, text=True, check=False
        )
        return found.stdout

    def picture(self, name: str) -> None:
        """Keep what the screen shows, where somebody asked for it and the tool is there."""
        folder = os.environ.get("BNEWS_DESK_PICTURES")
        if folder and shutil.which("import"):
            time.sleep(3)  # a window is there before it is painted
            target = Path(folder) / f"windows-{name}.png"
            call = ["import", "-display", self._display, "-window", "root", target]
            subprocess.run(call, check=False)

    def shut_down(self) -> None:
        """End everything that runs in it."""
        self.kill()
        for begun in self._begun:
            begun.wait(PATIENCE)
        subprocess.run(self.command("wineboot", "--kill"), check=False, timeout=PATIENCE)

    def _on_screen(self) -> dict[str, str]:
        return {**os.environ, "DISPLAY": self._display}


@pytest.fixture
def display(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A screen that is only in memory."""
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    reading, writing = os.pipe()
    options = ["-screen", "0", "1366x768x24", "-nolisten", "tcp", "-ac", "-displayfd", str(writing)]
    server = subprocess.Popen(["Xvfb", *options], pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        number = pipe.readline().strip()
    monkeypatch.setenv("DISPLAY", f":{number}")
    yield f":{number}"
    server.terminate()
    server.wait()


@pytest.fixture
def computer(display: str, tmp_path: Path) -> Iterator[Computer]:
    try:
        made = Computer(tmp_path, display)
    except environment.UnavailableError as error:
        pytest.skip(str(error))
    yield made
    made.shut_down()


def until(
    happened: Callable[[], object], act: Callable[[], None] = lambda: None, pause: float = 2.0
) -> None:
    """Wait, acting again now and then, until something has happened."""
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end, "it did not happen"
        act()
        time.sleep(pause)


def test_installed_used_upgraded_and_removed(
    installer: Path, build_installer: ModuleType, computer: Computer
) -> None:
    computer.run("reg", "add", rf"{CLASSES}\.txt", "/ve", "/d", "Lain.Teks", "/f")
    give_files(computer)
    install(computer, installer)
    use_from_console(computer)
    use_window(computer)
    hand_over(computer)
    kill_while_typing(computer)
    upgrade(computer, build_installer.later_installer())
    remove(computer)


def give_files(computer: Computer) -> None:
    """A release as DOCX, as PDF, as mail and as an old Word file."""
    from pdf_kit import down, pdf

    computer.documents.mkdir(parents=True, exist_ok=True)
    shutil.copy(SAMPLE, computer.documents)
    (computer.documents / "jembatan.pdf").write_bytes(pdf(down(ARTICLE)))
    (computer.documents / "pasar.eml").write_text(MAIL, encoding="utf-8")
    writer = OleWriter()
    writer.addEntry("WordDocument", bytes(5012))
    old = io.BytesIO()
    writer.write(old)
    (computer.documents / "surat.doc").write_bytes(old.getvalue())


def install(computer: Computer, installer: Path) -> None:
    """Silently; what Windows is told of the program."""
    computer.run(installer, "/S")
    files = [path for path in computer.program.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= MOST_INSTALLED
    assert installer.stat().st_size <= MOST_TO_DOWNLOAD
    assert computer.shortcut.is_file()
    assert computer.registered(UNINSTALL, "DisplayName") == "B-News Desk"
    application = rf"{CLASSES}\Applications\bnews-desk.exe"
    assert computer.registered(rf"{application}\SupportedTypes", ".docx") is not None
    assert computer.registered(rf"{CLASSES}\.docx\OpenWithProgids", "BNewsDesk.Naskah") is not None
    assert computer.registered(rf"{CLASSES}\.docx") in (None, "(value not set)")
    assert computer.registered(rf"{CLASSES}\.txt") == "Lain.Teks", "offered, nothing taken over"
    called = computer.registered(rf"{application}\shell\open\command") or ""
    assert called.endswith(r'\Programs\B-News Desk\bnews-desk.exe" "%1"')
    for name in ("bnews-desk.exe", "bnews-desk.com"):
        start = (computer.program / name).read_bytes()
        assert b"<longPathAware" in start
        assert b"PerMonitorV2" in start
        assert "ProductVersion".encode("utf-16-le") in start


def use_from_console(computer: Computer) -> None:
    """Check, convert and the doctor; an old Word file without LibreOffice is told in a sentence."""
    sample = computer.documents / SAMPLE.name
    checked = json.loads(computer.desk("check", "--format", "json", sample, ok=(1,)))
    assert "dateline-format" in json.dumps(checked)
    target = computer.documents / "hasil.txt"
    computer.desk("convert", computer.documents / "jembatan.pdf", target)
    assert "Warga Desa Ngadipuro" in target.read_text(encoding="utf-8")
    target.unlink()
    told = computer.desk("convert", computer.documents / "surat.doc", target, ok=(2,))
    assert "hanya dapat dibaca lewat LibreOffice" in told
    assert "Traceback" not in told
    health = computer.desk("doctor")
    assert "✓ trafilatura" in health
    assert "✓ Kamus Hunspell id_ID" in health


def use_window(computer: Computer) -> None:
    """The main job with the keyboard: import, tidy, export."""
    computer.begin(computer.program / "bnews-desk.exe", computer.documents / SAMPLE.name)
    until(lambda: "Impor rilis" in computer.windows())
    computer.picture("import")
    until(lambda: computer.journal_has("Festival"), computer.import_what_is_asked_about)
    tidied = "senilai Rp45.000.000."
    tidy = ("Escape", "ctrl+shift+r")
    until(lambda: computer.journal_has(tidied), lambda: computer.keys(*tidy))
    computer.picture("tidied")
    export = ("Escape", "ctrl+e", "ctrl+Return", "shift+Tab", "Return")
    until(lambda: list(computer.documents.glob("*festival*.docx")), lambda: computer.keys(*export))
    computer.picture("exported")
    until(lambda: list(computer.documents.glob("*festival*.txt")))
    (text,) = computer.documents.glob("*festival*.txt")
    assert tidied in text.read_text(encoding="utf-8")


def hand_over(computer: Computer) -> None:
    """A second start hands its file to the window that is open, and ends."""
    before = {process.pid for process in computer.processes()}
    for name, words in (("jembatan.pdf", "Ngadipuro"), ("pasar.eml", "Empat puluh petani")):
        computer.run(computer.program / "bnews-desk.exe", computer.documents / name)
        until(lambda words=words: computer.journal_has(words), computer.import_what_is_asked_about)
        computer.picture(name.partition(".")[0])
    assert before & {process.pid for process in computer.processes()}, "the first one goes on"


def kill_while_typing(computer: Computer) -> None:
    """At most two seconds of what was typed are gone, and the window opens again with the rest."""
    computer.click(*PAGE)
    computer.keys("ctrl+End")
    typed: list[tuple[float, str]] = []

    def type_word() -> None:
        word = f"kata{len(typed):03d}x"
        computer.type(f"{word} ")
        typed.append((time.monotonic(), word))

    until(lambda: typed and computer.journal_has(typed[0][1]), type_word, pause=0.3)
    for _ in range(10):
        type_word()
        time.sleep(0.3)
    killed = time.monotonic()
    computer.kill()
    until(lambda: not computer.processes(), pause=0.2)
    computer.begin(computer.program / "bnews-desk.exe")
    until(lambda: "B-News Desk" in computer.windows())
    folder = computer.documents / "selamat"
    computer.desk("rescue", "-o", folder)
    saved = "\n".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.txt"))
    missing = [when for when, word in typed if word not in saved]
    assert typed[0][1] in saved
    loss = killed - missing[0] if missing else 0.0
    print(f"kill while typing: {len(missing)} of {len(typed)} words, {loss:.1f} s")
    assert loss <= LONGEST_LOSS_SECONDS + DELIVERY_SECONDS
    computer.picture("reopened")


def upgrade(computer: Computer, later: Path) -> None:
    """Over itself, silently, while the window is open: it closes, and nothing old stays."""
    left_over = computer.program / "_internal/dari-versi-lama.txt"
    left_over.write_text("-", encoding="ascii")
    assert computer.processes()
    version = computer.registered(UNINSTALL, "DisplayVersion")
    computer.run(later, "/S")
    assert computer.registered(UNINSTALL, "DisplayVersion") == f"{version}.1"
    assert not left_over.exists()
    assert not computer.processes()
    window = computer.begin(computer.program / "bnews-desk.exe")
    until(lambda: "B-News Desk" in computer.windows())
    assert computer.journal_has("kata000x")
    computer.picture("upgraded")
    computer.keys("Escape", "ctrl+q")
    window.wait(PATIENCE)


def remove(computer: Computer) -> None:
    """Nothing of the program stays, and everything of the user's does."""
    mine = (computer.documents, computer.local / "bnews-desk")
    kept = {path for folder in mine for path in folder.rglob("*") if path.is_file()}
    computer.run(computer.program / "uninstall.exe", "/S")
    until(lambda: not computer.program.exists())  # it goes on in a copy of itself
    until(lambda: computer.registered(UNINSTALL, "DisplayName") is None)
    assert not computer.shortcut.exists()
    assert computer.registered(rf"{CLASSES}\.txt") == "Lain.Teks"
    said = computer.run("reg", "query", "HKCU\\Software", "/s")
    assert "bnews" not in said.casefold()
    assert {path for folder in mine for path in folder.rglob("*") if path.is_file()} == kept
