"""Measures speed against other tools in one run: ``make bench``.

Whole processes are timed from outside, the two commands of a row alternately. The results are the
median of each, and the median of the ratios of pairs, which is valid even when the machine's speed
changes. No result here can fail a test.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import memory
from memory import LONG_WORDS, SHORT_WORDS, release_text, write_docx

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
RUNS = 15
OFFICE_RUNS = 3
"""LibreOffice takes seconds for each run."""


class Row(NamedTuple):
    """One comparison: our seconds, the other's, and the limit of the ratio."""

    what: str
    ours: float
    other: float
    ratio: float
    target: str


def seconds(action: Callable[[], object]) -> float:
    """The seconds that ``action`` takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def process(*command: str | Path) -> Callable[[], object]:
    """An action that runs a command and discards its output."""
    return lambda: subprocess.run(command, check=False, capture_output=True)


def paired(
    what: str,
    ours: Callable[[], object],
    other: Callable[[], object],
    target: str,
    runs: int = RUNS,
) -> Row:
    """Run both actions alternately, after one warm-up of each."""
    ours()
    other()
    pairs = [(seconds(ours), seconds(other)) for _ in range(runs)]
    return Row(
        what,
        statistics.median(a for a, _ in pairs),
        statistics.median(b for _, b in pairs),
        statistics.median(a / b for a, b in pairs),
        target,
    )


def rows(folder: Path) -> list[Row]:
    """Every comparison that is possible on this machine."""
    desk = BIN / "bnews-desk"
    copy = folder / "rilis.txt"
    copy.write_text(release_text(SHORT_WORDS), encoding="utf-8")
    short, long = folder / "pendek.docx", folder / "panjang.docx"
    write_docx(short, release_text(SHORT_WORDS))
    write_docx(long, release_text(LONG_WORDS))
    found = [
        paired(
            "bnews-desk --help / python -c pass",
            process(desk, "--help"),
            process(sys.executable, "-c", "pass"),
            "≤ 5",
        )
    ]
    proselint = BIN / "proselint"
    if proselint.exists():
        english = folder / "english.txt"
        words = (ROOT / "LICENSE").read_text(encoding="utf-8").split()
        english.write_text(" ".join(words[: len(copy.read_text("utf-8").split())]), "utf-8")
        found.append(
            paired(
                "check, 560 words / proselint check, as many",
                process(desk, "check", copy),
                process(proselint, "check", english),
                "≤ 1.5",
            )
        )
    if shutil.which("pandoc"):
        found += against_pandoc(desk, short, long, folder)
    else:
        print("pandoc is not installed: its rows are left out (Debian: apt-get install pandoc)")
    if shutil.which("soffice"):
        found.append(against_libreoffice(desk, short, folder))
    else:
        print("LibreOffice is not installed: its row is left out")
    return found


def against_libreoffice(desk: Path, short: Path, folder: Path) -> Row:
    """Reading a Word file, compared with LibreOffice; its profile is made in the warm-up."""
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    return paired(
        "convert DOCX to TXT, 560 words / LibreOffice",
        process(desk, "convert", short, folder / "hasil.txt"),
        process("soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8",
                "--outdir", folder / "office", short),
        "< 1",
        OFFICE_RUNS,
    )  # fmt: skip


def against_pandoc(desk: Path, short: Path, long: Path, folder: Path) -> list[Row]:
    """Reading Word files, compared with pandoc, whose time depends on the program that wrote
    them."""
    from bnews_desk.frame.release_frame import FrameReader
    from bnews_desk.house.style_sheet import load_style_sheet
    from bnews_desk.importers.file_reading import read_file

    copy, by_pandoc, by_desk = (folder / name for name in ("rilis.txt", "p.docx", "d.docx"))
    subprocess.run(["pandoc", "-f", "markdown", copy, "-o", by_pandoc], check=True)
    subprocess.run([desk, "convert", copy, by_desk], check=True)
    written_by = {"pandoc": by_pandoc, "python-docx": short, "bnews-desk": by_desk}
    reader = FrameReader(load_style_sheet()[0])
    return [
        *(
            paired(
                f"convert DOCX (written by {writer}) to TXT, 560 words / pandoc -t plain",
                process(desk, "convert", document, folder / "hasil.txt"),
                process("pandoc", "-t", "plain", document, "-o", folder / "pandoc.txt"),
                "≤ 2.5",
            )
            for writer, document in written_by.items()
        ),
        paired(
            "import in process, 14,000 words / pandoc -t plain",
            lambda: read_file(str(long), reader),
            process("pandoc", "-t", "plain", long, "-o", folder / "pandoc.txt"),
            "≤ 0.2",
        ),
    ]


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        table = rows(Path(name))
        lines = tuple(memory.rows(Path(name))) if sys.platform == "linux" else ()
    width = max(len(row.what) for row in table)
    print(f"{'':{width}}  {'ours ms':>8}  {'other ms':>8}  {'ratio':>6}  target")
    for row in table:
        print(
            f"{row.what:{width}}  {row.ours * 1000:8.1f}  {row.other * 1000:8.1f}"
            f"  {row.ratio:6.2f}  {row.target}"
        )
    for line in lines:
        print(line)


if __name__ == "__main__":
    main()
