"""Measures the window's speed against a bare window in the same run: ``make bench``.

Each value comes from a separate process (``stage.py``) with a desk in a temporary folder, on the
offscreen platform and, where installed, under Xvfb. No result here can fail a test. Arguments
select platforms and parts; the default is all of them.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
RELEASES = ROOT / "tests/fixtures/releases"
STAGE = Path(__file__).with_name("stage.py")
SHORT, LONG = 1000, 20_000
"""Words of the short and of the long release."""
STARTS = 9
PARTS = ("start", "keys", "beside", "marks", "scroll", "memory", "growth")


class Row(NamedTuple):
    """One value of ours and that of the bare window, where it has one."""

    what: str
    ours: float
    bare: float | None
    target: str


class Place(NamedTuple):
    """Where windows are shown: a Qt platform, and the command prefix for it."""

    name: str
    environment: dict[str, str]
    before: tuple[str, ...] = ()


def places() -> Iterator[Place]:
    """Every platform that this machine has."""
    yield Place("offscreen", {"QT_QPA_PLATFORM": "offscreen"})
    if shutil.which("xvfb-run"):
        screen = ("xvfb-run", "-a", "-s", "-screen 0 1920x1080x24")
        yield Place("Xvfb", {"QT_QPA_PLATFORM": "xcb"}, screen)
    else:
        print("Xvfb is not installed: its rows are left out (Debian: apt-get install xvfb)")


def copy(count: int) -> str:
    """About ``count`` words of our own releases with their errors, repeated."""
    lines = [
        line
        for path in sorted(RELEASES.glob("*.txt"))
        for line in path.read_text(encoding="utf-8").split("\n")
        if len(line.split()) > 5 and not re.match(r"\*|Baca|Editor", line)
    ]
    opening = (RELEASES / "lomba-desa-bersih.txt").read_text(encoding="utf-8").split("\n")
    body = [line for line in opening[1:-2] if line]
    words, number = sum(len(line.split()) for line in body), 0
    while words < count:
        body.insert(-1, lines[number % len(lines)])
        words += len(body[-2].split())
        number += 1
    return "\n".join((opening[0], *body, *(line for line in opening[-2:] if line)))


def arrived(text: str) -> str:
    """A text as it may have been imported: longer sentences, two paragraphs that the editor cut."""
    headline, *body = text.split("\n")
    lines = [
        line
        if number % 3
        else line.replace(" yang ", " yang telah ").replace("warga", "masyarakat")
        for number, line in enumerate(body)
    ]
    lines[2:2] = ["Kegiatan ini sejalan dengan visi dan misi kepala daerah kita bersama."]
    lines.append("Demikian disampaikan, atas perhatiannya kami ucapkan terima kasih.")
    return "\n".join((headline, "", *lines))


def furnish(folder: Path, text: str) -> None:
    """Create a desk with one release and its original open, and the text for the bare window."""
    from bnews_desk.archive.journal.journal import Journal
    from bnews_desk.receipt import Receipt
    from bnews_desk.release import Release

    folder.mkdir()
    (folder / "naskah.txt").write_text(text, encoding="utf-8")
    journal = Journal(str(folder / "jurnal.db"))
    journal.note("rilis", Release(text))
    journal.put_original("rilis", "rilis.txt", arrived(text).encode(), Receipt())
    journal.set_open(["rilis"], "rilis")
    journal.close()


class Bench:
    """Measures on one platform; every process finds the same desk."""

    def __init__(self, place: Place, folder: Path) -> None:
        self._place, self._folder = place, folder
        self._texts = {SHORT: copy(SHORT), LONG: copy(LONG)}

    def figures(self, measure: str, whose: str, text: str) -> dict[str, Any]:
        """The measurements of one process, with the time before its start."""
        home = self._folder / "meja"
        shutil.rmtree(home, ignore_errors=True)
        furnish(home, text)
        environment = {**os.environ, **self._place.environment, "BNEWS_DESK_HOME": str(home)}
        prepared = (sys.executable, str(STAGE), measure, whose)
        command = (*self._place.before, *prepared)
        begun = time.monotonic()
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
        if not lines:
            raise SystemExit(f"{measure} ({whose}, {self._place.name}): {done.stderr}")
        return {"begun": begun, **json.loads(lines[-1])}

    def start(self) -> Iterator[Row]:
        """From start to a window that accepts typing: medians of alternating starts."""
        text = self._texts[SHORT]
        took: dict[str, list[float]] = {"ours": [], "bare": []}
        overhead = self._overhead()
        for number in range(STARTS + 1):
            for whose, list_of in took.items():
                found = self.figures("start", whose, text)
                if number:
                    list_of.append((found["monotonic"] - found["begun"] - overhead) * 1000)
        ours, bare = (statistics.median(took[whose]) for whose in ("ours", "bare"))
        yield Row("start to first key on screen, ms", ours, bare, "≤ 2 x")

    def _overhead(self) -> float:
        """Seconds that the platform itself takes before a process begins."""
        if not self._place.before:
            return 0.0
        probe = (sys.executable, "-S", "-c", "import time; print(time.monotonic())")
        took = []
        for _ in range(5):
            begun = time.monotonic()
            said = subprocess.run((*self._place.before, *probe), capture_output=True, check=True)
            inside = float(said.stdout)
            begun_bare = time.monotonic()
            bare = float(subprocess.run(probe, capture_output=True, check=True).stdout)
            took.append((inside - begun) - (bare - begun_bare))
        return statistics.median(took)

    def keys(self) -> Iterator[Row]:
        """From a key press to its character on the screen."""
        yield from self._keys("keys", "")

    def beside(self) -> Iterator[Row]:
        """The same with the original beside the copy (F4)."""
        yield from self._keys("beside", ", original beside it")

    def _keys(self, measure: str, how: str) -> Iterator[Row]:
        for count, target in ((SHORT, "≤ 4 x, < 8"), (LONG, "< 16")):
            ours = self.figures(measure, "ours", self._texts[count])["seconds"]
            bare = self.figures("keys", "bare", self._texts[count])["seconds"]
            for name, share in (("p50", 0.5), ("p99", 0.99)):
                what = f"key to character, {count} words{how}, {name}, ms"
                pair = (quantile(ours, share) * 1000, quantile(bare, share) * 1000)
                yield Row(what, *pair, target if name == "p99" else "")

    def marks(self) -> Iterator[Row]:
        """From the last key of a misspelt word to its underline."""
        took = self.figures("marks", "ours", self._texts[SHORT])["seconds"]
        what = f"last key to underline, {SHORT} words"
        yield Row(f"{what}, p50, ms", statistics.median(took) * 1000, None, "")
        yield Row(f"{what}, worst, ms", max(took) * 1000, None, "≤ 150")

    def scroll(self) -> Iterator[Row]:
        """One frame of scrolling."""
        text = self._texts[LONG]
        found = self.figures("scroll", "ours", text)
        bare = self.figures("scroll", "bare", text)["seconds"]
        for name, share in (("p50", 0.5), ("p99", 0.99)):
            what = f"a frame of scrolling, {LONG} words, {found['findings']} findings, {name}, ms"
            pair = (quantile(found["seconds"], share) * 1000, quantile(bare, share) * 1000)
            yield Row(what, *pair, "≤ 16.7" if name == "p99" else "")

    def memory(self) -> Iterator[Row]:
        """The memory of the windows."""
        for count in (SHORT, LONG):
            pair = (
                self.figures("memory", whose, self._texts[count])["megabytes"]
                for whose in ("ours", "bare")
            )
            yield Row(f"memory, {count} words, MB", *pair, "< 200")

    def growth(self) -> Iterator[Row]:
        """The memory left after releases were opened and closed."""
        found = self.figures("growth", "ours", self._texts[SHORT])
        yield Row("growth over 200 open/close rounds, MB", found["megabytes"], None, "≈ 0")
        yield Row("releases alive after them", found["left"], None, "0")


def quantile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least this share of all values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def show(row: Row) -> None:
    """Print one line of the table."""
    bare = "" if row.bare is None else f"{row.bare:.1f}"
    ratio = "" if row.bare is None else f"{row.ours / row.bare:.2f}"
    print(f"{row.what:62}  {row.ours:8.1f}  {bare:>8}  {ratio:>6}  {row.target}", flush=True)


def main(chosen: Sequence[str]) -> None:
    """Print the table."""
    subprocess.run((sys.executable, "-m", "compileall", "-q", ROOT / "bnews_desk"), check=False)
    wanted = [part for part in PARTS if part in chosen] or PARTS
    every = list(places())
    for place in [place for place in every if place.name in chosen] or every:
        print(f"{place.name:62}  {'ours':>8}  {'bare':>8}  {'ratio':>6}  target")
        with tempfile.TemporaryDirectory() as folder:
            bench = Bench(place, Path(folder))
            for part in wanted:
                for row in getattr(bench, part)():
                    show(row)
        print()


if __name__ == "__main__":
    main(sys.argv[1:])
