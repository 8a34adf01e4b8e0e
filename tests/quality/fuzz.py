"""Tests every importer on damaged files for a given time: ``make fuzz``.

``python tests/quality/fuzz.py --minutes 10 --out build/fuzz [FORMAT...]`` damages valid files with
a seed that it prints, in the bytes of the file and inside the parts of ZIP archives. The files are
the tests' samples, our own releases as exported by us and, where installed, by pandoc, and files
below folders given with ``--seeds``. Each import must return a valid release or raise an error with
one sentence, in time. Files that fail are stored below ``--out``; the exit status is then 1. The
same seed damages the same files in the same way.
"""

from __future__ import annotations

import argparse
import io
import shutil
import subprocess
import sys
import time
import traceback
import zipfile
from collections import Counter
from pathlib import Path
from random import Random

from bnews_desk.errors import ReadError
from bnews_desk.exporters import export_formats as written
from bnews_desk.exporters.export_formats import write_release
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.importers import import_formats
from bnews_desk.importers.file_reading import read_data, read_file
from bnews_desk.importers.limits import MAX_SECONDS, limit_memory, within_limits

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = (
    *sorted((ROOT / "tests/fixtures/releases").glob("*.txt")),
    ROOT / "tests/quality/samples/rilis-lengkap.md",
)
SEED = 20241114
MOST_CHANGES = 6
SLOW = MAX_SECONDS + 2
"""Seconds after which an importer has exceeded its time limit."""
_ODD = (
    b"\x00",
    b"\xff\xfe",
    b"<",
    b"{",
    b"}",
    b"\\u-1?",
    b"&#0;",
    b"]]>",
    b"%",
    b"=\r\n",
    b"9" * 9,
)
_BY_PANDOC = ("rtf", "odt", "docx", "html", "md")


def specimen(key: str) -> list[bytes]:
    """The tests' small valid file of a format, if there is one."""
    sys.path.insert(0, str(ROOT / "tests/importers"))
    from sample_files import SOUND

    return [SOUND[key]] if key in SOUND else []


def seeds_of(key: str, folders: list[Path], reader: FrameReader) -> list[bytes]:
    """The valid files of a format."""
    format = import_formats.import_format_by_key(key)
    found = specimen(key)
    found += [
        path.read_bytes()
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() in format.endings
    ]
    for sample in SAMPLES:
        imported = read_file(str(sample), reader)
        if sample.suffix in format.endings:
            found.append(sample.read_bytes())
        if key in {one.key for one in written.FORMATS}:
            found.append(write_release(imported.release, {}, key, reader).data)
        if key in _BY_PANDOC and shutil.which("pandoc") and sample.suffix == ".md":
            done = subprocess.run(
                ["pandoc", "-s", str(sample), "-t", "markdown" if key == "md" else key, "-o", "-"],
                capture_output=True, check=False,
            )  # fmt: skip
            found += [done.stdout] if done.returncode == 0 else []
    return found


def broken(data: bytes, dice: Random) -> bytes:
    """A damaged copy of a file; in an archive the damage is mostly inside one part."""
    if data.startswith(b"PK") and dice.random() < 0.8:
        return _broken_archive(data, dice)
    return _broken_bytes(data, dice)


def _broken_archive(data: bytes, dice: Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as copy:
        names = archive.namelist()
        chosen = dice.choice([name for name in names if name.endswith(".xml")] or names)
        for name in names:
            part = archive.read(name)
            if name == chosen:
                part = _broken_xml(part, dice) if dice.random() < 0.7 else _broken_bytes(part, dice)
            copy.writestr(name, part)
    return out.getvalue()


def _broken_xml(part: bytes, dice: Random) -> bytes:
    """Move, repeat or drop whole tags, so that the file mostly stays well-formed."""
    pieces = part.split(b"><")
    for _ in range(dice.randint(1, MOST_CHANGES)):
        at = dice.randrange(len(pieces))
        way = dice.randrange(3)
        if way == 0:
            pieces.insert(at, dice.choice(pieces))
        elif way == 1 and len(pieces) > 1:
            del pieces[at]
        else:
            other = dice.randrange(len(pieces))
            pieces[at], pieces[other] = pieces[other], pieces[at]
    return b"><".join(pieces)


def _broken_bytes(data: bytes, dice: Random) -> bytes:
    copy = bytearray(data)
    for _ in range(dice.randint(1, MOST_CHANGES)):
        at = dice.randrange(len(copy) + 1)
        way = dice.randrange(5)
        if way == 0:
            copy[at : at + 1] = bytes([dice.randrange(256)])
        elif way == 1:
            del copy[at : at + dice.choice((1, 4, 60, 900))]
        elif way == 2:
            start = dice.randrange(len(data) or 1)
            copy[at:at] = data[start : start + dice.choice((4, 60, 900))] * dice.choice((1, 1, 40))
        elif way == 3:
            copy[at:at] = dice.choice(_ODD) * dice.choice((1, 1, 1, 2_000))
        elif dice.randrange(8) == 0:
            del copy[at:]
    return bytes(copy)


def outcome(data: bytes, key: str, reader: FrameReader) -> str:
    """``read``, the kind of the error raised, or what is wrong with our importer."""
    try:
        with within_limits():
            release = read_data(data, key, reader).release
    except ReadError as error:
        return error.kind if str(error).endswith(".") else f"WRONG: {error}"
    except Exception:
        return f"WRONG: {traceback.format_exc()}"
    length = len(release.text)
    if any(not 0 <= mark.start < mark.end <= length for mark in release.marks):
        return "WRONG: marks"
    return "read"


def fuzz(key: str, seeds: list[bytes], seconds: float, out: Path, reader: FrameReader) -> int:
    """Damage and import files of one format for some time; returns the number of failures."""
    dice = Random(f"{SEED} {key}")  # noqa: S311
    counts: Counter[str] = Counter()
    slowest, wrong = 0.0, 0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        data = broken(dice.choice(seeds), dice)
        start = time.monotonic()
        found = outcome(data, key, reader)
        took = time.monotonic() - start
        slowest = max(slowest, took)
        if found.startswith("WRONG") or took > SLOW:
            wrong += 1
            out.mkdir(parents=True, exist_ok=True)
            (out / f"{key}-{wrong}.{key}").write_bytes(data)
            (out / f"{key}-{wrong}.log").write_text(f"{took:.1f} s\n{found}", encoding="utf-8")
        counts[found.partition(":")[0]] += 1
    kinds = ", ".join(f"{kind} {count}" for kind, count in counts.most_common())
    print(f"{key:5} {sum(counts.values()):7} files, slowest {slowest:5.2f} s: {kinds}", flush=True)
    return wrong


def main() -> int:
    """Fuzz the given formats, or all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("formats", nargs="*", metavar="FORMAT")
    parser.add_argument("--minutes", type=float, default=10, help="for each format")
    parser.add_argument("--out", type=Path, default=ROOT / "build/fuzz")
    parser.add_argument("--seeds", type=Path, nargs="*", default=[], help="folders of valid files")
    options = parser.parse_args()
    reader = FrameReader(load_style_sheet()[0])
    wrong = 0
    for key in options.formats or import_formats.import_format_keys():
        seeds = seeds_of(key, options.seeds, reader)
        if seeds:
            limit_memory()
            wrong += fuzz(key, seeds, options.minutes * 60, options.out, reader)
        else:
            print(f"{key:5} left out: no valid file at hand; name a folder with --seeds")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
