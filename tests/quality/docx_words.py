"""How many of the words that pandoc reads in Word files does our importer bring in, in order?

``python tests/quality/docx_words.py FOLDER`` prints one line a file and the total: words that
pandoc reads, words of those that we bring in, and the same for pieces between white space (marks
and punctuation included). Exit status 1 below 99.5 % in all.
"""

from __future__ import annotations

import re
import subprocess
import sys
from difflib import SequenceMatcher
from pathlib import Path

from bnews_desk.errors import ReadError
from bnews_desk.importers.docx import read_docx

WANTED = 0.995
_WORD = re.compile(r"[^\W_]+")
_RULE = re.compile(r"[-=+|:]+")


def words(text: str) -> list[str]:
    """The runs of letters and digits."""
    return _WORD.findall(text)


def pieces(text: str) -> list[str]:
    """What stands between white space, less the rules that pandoc draws around tables."""
    return [piece for piece in text.split() if piece == "-" or not _RULE.fullmatch(piece)]


def in_order(wanted: list[str], found: list[str]) -> int:
    """How many of ``wanted`` stand in ``found`` in the same order."""
    matcher = SequenceMatcher(None, wanted, found, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks())


def pandoc(path: Path) -> str:
    """What pandoc reads in a file; '' where it refuses it."""
    done = subprocess.run(
        ["pandoc", "-t", "plain", "--wrap=none", str(path)], capture_output=True, check=False
    )
    return done.stdout.decode() if done.returncode == 0 else ""


def main(folder: str) -> int:
    """Measure all Word files below ``folder``."""
    totals = [0, 0, 0, 0]
    for path in sorted(Path(folder).rglob("*.docx")):
        theirs = pandoc(path)
        try:
            ours = read_docx(path).release.text
        except ReadError as error:
            print(f"{'-':>7} {'-':>7}  {path.name}: {error.kind}")
            ours = ""
        counts = [len(words(theirs)), in_order(words(theirs), words(ours)),
                  len(pieces(theirs)), in_order(pieces(theirs), pieces(ours))]  # fmt: skip
        totals = [total + count for total, count in zip(totals, counts, strict=True)]
        print(_row(counts, path.name))
    print(_row(totals, "TOTAL"))
    return 0 if totals[1] >= WANTED * totals[0] else 1


def _row(counts: list[int], name: str) -> str:
    wanted, found, wanted_pieces, found_pieces = counts
    return (
        f"{wanted:7} {found:7} {100 * found / (wanted or 1):6.1f} %"
        f" {wanted_pieces:7} {found_pieces:7} {100 * found_pieces / (wanted_pieces or 1):6.1f} %"
        f"  {name}"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
