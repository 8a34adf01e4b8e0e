"""Measures the frozen program's start against a bare frozen window, up to a typed letter on the
screen.

    python tests/benchmarks/frozen_start.py FOLDER

``FOLDER`` has the frozen program for Linux or (under Wine) for Windows. The bare window is frozen
by the same PyInstaller, once, into ``build/bare``. Both open the same text of 1,000 words on a
virtual screen. From the start on, a key is pressed repeatedly, as by an impatient editor, and the
time ends when its letters are on the screen. No result here can fail a test.
"""

from __future__ import annotations

import mmap
import os
import statistics
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import psutil
from window import SHORT, copy, furnish

ROOT = Path(__file__).resolve().parents[2]
BARE = Path(__file__).with_name("bare_window.py")
STARTS = 7
PATIENCE = 120.0
SETTLING = 4.0
"""Seconds after which an untouched window no longer changes."""
LETTER = "m"
TYPED = 250
"""Dark pixels of one or two letters of a headline; the caret has fewer."""
LEFT, RIGHT, TOP, BOTTOM = 240, 1000, 80, 180
"""The area of the headline in both windows; the caret is at its start."""
DARK = bytes(int(value < 110) for value in range(256))


class Screen:
    """A virtual screen whose pixels are read from a file that its server writes."""

    def __init__(self, folder: Path) -> None:
        reading, writing = os.pipe()
        options = ["-screen", "0", "1366x768x24", "-fbdir", str(folder), "-nolisten", "tcp", "-ac"]
        self._server = subprocess.Popen(
            ["Xvfb", *options, "-displayfd", str(writing)],
            pass_fds=[writing],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as pipe:
            self.display = f":{pipe.readline().strip()}"
        with (folder / "Xvfb_screen0").open("rb") as file:
            self._pixels = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        header = struct.unpack(">25I", self._pixels[:100])  # XWD, version 7
        self._row, self._begin = header[12], header[0] + 12 * header[19]

    def dark(self) -> int:
        """The number of dark pixels in the text area."""
        count = 0
        for line in range(TOP, BOTTOM):
            start = self._begin + line * self._row
            count += self._pixels[start + 4 * LEFT : start + 4 * RIGHT : 4].translate(DARK).count(1)
        return count

    def is_lit(self) -> bool:
        """Whether a window is shown: the screen itself is black."""
        return self.dark() < (RIGHT - LEFT) * (BOTTOM - TOP) // 4

    def press(self) -> None:
        """Press the key."""
        call = ["xdotool", "key", LETTER]
        subprocess.run(call, env={**os.environ, "DISPLAY": self.display}, check=True)

    def close(self) -> None:
        """End the server."""
        self._pixels.close()
        self._server.terminate()
        self._server.wait()


class Windows:
    """Windows programs under Wine, whose Windows keeps running between starts."""

    def __init__(self) -> None:
        sys.path.insert(0, str(ROOT / "tests" / "windows"))
        import environment

        self._tool, self._environment = environment, environment.set_up()
        self._held: subprocess.Popen[bytes] | None = None

    def hold(self) -> None:
        """Start it before anything is timed."""
        self._held = subprocess.Popen(
            self._tool.command(self._environment, ["cmd", "/c", "pause"]),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
        )

    def release(self) -> None:
        """Let it end."""
        if self._held is not None:
            self._held.communicate(b"\r\n")

    def command(self, program: Path) -> list[str]:
        """The command that starts a program."""
        return list(self._tool.command(self._environment, [f"Z:{program}".replace("/", "\\")]))

    def freezer(self) -> list[str]:
        """The command that runs its PyInstaller."""
        return list(self._tool.command(self._environment, ["python.exe", "-m", "PyInstaller"]))

    @staticmethod
    def path(path: Path) -> str:
        """A path of the host in Windows' form."""
        return f"Z:{path}".replace("/", "\\")


class Linux:
    """The host's own programs."""

    def hold(self) -> None:
        """Nothing to begin."""

    def release(self) -> None:
        """Nothing to end."""

    def command(self, program: Path) -> list[str]:
        """The command that starts a program."""
        return [str(program)]

    def freezer(self) -> list[str]:
        """The command that runs PyInstaller."""
        return [sys.executable, "-m", "PyInstaller"]

    @staticmethod
    def path(path: Path) -> str:
        """The same path."""
        return str(path)


def bare(system: Windows | Linux, name: str) -> Path:
    """The bare window's program, frozen if it does not exist yet."""
    target = ROOT / "build" / "bare" / type(system).__name__.casefold()
    program = target / "bare_window" / name.replace("bnews-desk", "bare_window")
    if not program.exists():
        call = [*system.freezer(), "--noconfirm", "--windowed", "--log-level", "WARN"]
        call += ["--distpath", system.path(target), "--workpath", system.path(target / "work")]
        call += ["--specpath", system.path(target), system.path(BARE)]
        subprocess.run(call, check=True, stdin=subprocess.DEVNULL)
    return program


@contextmanager
def started(call: list[str], variables: Mapping[str, str]) -> Iterator[None]:
    """Run a program with all its child processes for the duration of the block."""
    quiet = subprocess.DEVNULL
    home = variables["BNEWS_DESK_HOME"]
    begun = subprocess.Popen(call, env=variables, stdin=quiet, stdout=quiet, stderr=quiet)
    try:
        yield
    finally:
        for process in psutil.process_iter(["environ"]):
            if (process.info["environ"] or {}).get("BNEWS_DESK_HOME") == home:
                process.kill()
        begun.wait()


def timed(screen: Screen, system: Windows | Linux, program: Path, folder: Path) -> float:
    """Seconds from the start to typed letters on the screen."""
    furnish(folder / "meja", copy(SHORT))
    os.environ["BNEWS_DESK_HOME"] = system.path(folder / "meja")
    os.environ.pop("QT_QPA_PLATFORM", None)
    call, variables = system.command(program), dict(os.environ)
    with started(call, variables):
        wait_for(screen.is_lit)
        time.sleep(SETTLING)
        rest = screen.dark()
    wait_for(lambda: not screen.is_lit())
    begun = time.monotonic()
    with started(call, variables):
        wait_for(lambda: screen.press() or (screen.is_lit() and screen.dark() >= rest + TYPED))
        took = time.monotonic() - begun
    wait_for(lambda: not screen.is_lit())
    return took


def wait_for(happened: object) -> None:
    """Poll until something has happened."""
    end = time.monotonic() + PATIENCE
    while not happened():  # type: ignore[operator]
        if time.monotonic() > end:
            raise SystemExit("nothing came on the screen")
        time.sleep(0.02)


def main(folder: Path) -> None:
    """Print the medians of alternating starts, and the ratio."""
    name = "bnews-desk.exe" if (folder / "bnews-desk.exe").exists() else "bnews-desk"
    system = Windows() if name.endswith(".exe") else Linux()
    programs = {"ours": folder / name, "bare": bare(system, name)}
    took: dict[str, list[float]] = {whose: [] for whose in programs}
    with tempfile.TemporaryDirectory() as work:
        screen = Screen(Path(work))
        os.environ["DISPLAY"] = screen.display  # passed on by the commands
        system.hold()
        try:
            for number in range(STARTS + 1):
                for whose, program in programs.items():
                    place = Path(work) / f"{whose}-{number}"
                    place.mkdir()
                    took[whose].append(timed(screen, system, program.resolve(), place))
        finally:
            system.release()
            screen.close()
    # the first is a warm-up
    ours, plain = (statistics.median(took[whose][1:]) for whose in ("ours", "bare"))
    print(f"{'start of the frozen program to a typed letter, s':50} {ours:6.2f}")
    print(f"{'start of a bare frozen window to a typed letter, s':50} {plain:6.2f}")
    print(f"{'times as long':50} {ours / plain:6.2f}   at most 2")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
