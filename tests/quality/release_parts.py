"""Measures how many parts of releases are recognised, by kind: ``release_parts.py [-v] [FOLDER]``.

Beside each ``NAME.txt``, a ``NAME.tsv`` gives the kind of each line that is not empty, with the
line's first words; a sender's dateline has a row before the line that it opens. The exit status is
1 where fewer than 95 % are right, overall or for one kind.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.importers.file_reading import read_file
from bnews_desk.importers.parts.part_recognition import recognise_parts
from bnews_desk.release import Release

RELEASES = Path(__file__).resolve().parents[1] / "fixtures" / "rilis"
WANTED = 0.95
DATELINE = "sender-dateline"
_OPENING = 32
"""Code points by which a line is identified."""


class Told(NamedTuple):
    """A line of one release: its kind, the kind recognised, and its first words."""

    release: str
    wanted: str
    found: str
    opening: str


def _folded(text: str) -> str:
    return text.translate(dict.fromkeys(map(ord, "*_"))).strip()[:_OPENING]


def wanted_kinds(path: Path) -> Iterator[tuple[str, str]]:
    """The kinds and openings in a ``.tsv``, in order."""
    for row in path.read_text(encoding="utf-8").splitlines():
        kind, _, opening = row.partition("\t")
        yield kind, opening


def told(name: str, wanted: Iterable[tuple[str, str]], release: Release) -> Iterator[Told]:
    """Compare each expected line with what is recognised in ``release``; '' where it is not
    there."""
    recognised = recognise_parts(release, FrameReader(load_style_sheet()[0]))
    lines = release.text.split("\n")
    found: dict[str, deque[str]] = defaultdict(deque)
    for part in recognised.parts:
        for number in part.paragraphs:
            found[_folded(lines[number])].append(part.kind.value)
    dateline = recognised.dateline.within(release.text).strip() if recognised.dateline else ""
    is_wanted = False
    for kind, opening in wanted:
        if kind == DATELINE:
            is_wanted = True
            right = dateline == opening.strip()
            yield Told(name, DATELINE, DATELINE if right else f"“{dateline}”", opening)
            continue
        at = found[_folded(opening)]
        yield Told(name, kind, at.popleft() if at else "", opening)
    if dateline and not is_wanted:
        yield Told(name, "no dateline", DATELINE, dateline)


def measured(folder: Path) -> list[Told]:
    """All lines of all releases in a folder, imported from their text files."""
    reader = FrameReader(load_style_sheet()[0])
    return [
        line
        for path in sorted(folder.glob("*.txt"))
        for line in told(
            path.stem,
            wanted_kinds(path.with_suffix(".tsv")),
            read_file(str(path), reader).release,
        )
    ]


def shares(lines: Iterable[Told]) -> dict[str, tuple[int, int]]:
    """The number of lines of each kind, and of those recognised; ``all`` comes last."""
    wanted, right = Counter[str](), Counter[str]()
    for line in lines:
        for kind in (line.wanted, "all"):
            wanted[kind] += 1
            right[kind] += line.wanted == line.found
    return {kind: (wanted[kind], right[kind]) for kind in sorted(wanted, key=lambda k: k == "all")}


def main(arguments: list[str]) -> int:
    """Print the shares, and with ``-v`` every line that was recognised wrongly."""
    folders = [Path(argument) for argument in arguments if argument != "-v"] or [RELEASES]
    lines = [line for folder in folders for line in measured(folder)]
    releases = len({line.release for line in lines})
    print(f"Parts told right in {releases} releases")
    for kind, (wanted, right) in shares(lines).items():
        print(f"  {kind:18} {right:4} of {wanted:4}  {100 * right / wanted:6.2f} %")
    for line in lines if "-v" in arguments else ():
        if line.wanted != line.found:
            print(f"    {line.release}: {line.opening!r} is {line.wanted}, not {line.found}")
    return int(any(right < WANTED * wanted for wanted, right in shares(lines).values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
