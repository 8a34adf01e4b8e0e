"""Measures how many of the words that pandoc reads in a file our importer reads in the same order.

``python tests/quality/import_words.py FOLDER`` measures every file below a folder that both can
read, and what pandoc and LibreOffice (where installed) make of its Word and Markdown files. With
``-v`` there is one line for each file; at the end come the totals by format and maker: words that
pandoc reads (folded, as pandoc writes bold text in capitals), how many of them we read, and the
same for tokens between white space (including marks). The exit status is 1 where a format is below
99.5 %.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

from bnews_desk.errors import ReadError
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.importers.file_reading import read_file
from bnews_desk.release import Release

WANTED = 0.995
BY_PANDOC = ("docx", "odt", "rtf", "html", "md")
BY_LIBREOFFICE = ("odt", "rtf", "html")
_READABLE = (*BY_PANDOC, "htm")
_WORD = re.compile(r"[^\W_]+")
_PICTURE = re.compile(r"\[(?:image|Shape\d+|Frame\d+)\]")
"""What pandoc writes for a picture without a text of its own."""
_RULE = re.compile(r"[-=+|:]+")


def words(text: str) -> list[str]:
    """The runs of letters and digits, folded, with superscript and subscript digits as plain
    ones."""
    return _WORD.findall(unicodedata.normalize("NFKC", _PICTURE.sub("", text)).casefold())


def pieces(text: str) -> list[str]:
    """The tokens between white space, without the lines that pandoc draws around tables."""
    return [piece for piece in text.split() if piece == "-" or not _RULE.fullmatch(piece)]


def in_order(wanted: list[str], found: list[str]) -> int:
    """The number of ``wanted`` items that ``found`` has in the same order."""
    matcher = SequenceMatcher(None, wanted, found, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks())


def shown(release: Release) -> str:
    """The copy with the photos' captions, or their replacement, at the photos' places."""
    lines = release.text.split("\n")
    for photo in reversed(release.photos):
        lines.insert(photo.anchor + 1, photo.caption or photo.alt_text)
    return "\n".join(lines)


def pandoc(path: Path) -> str:
    """The text that pandoc reads in a file; '' where it refuses it."""
    done = subprocess.run(
        ["pandoc", "-t", "plain", "--wrap=none", str(path)],
        capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    return done.stdout.decode() if done.returncode == 0 else ""


def made_of(sources: list[Path], folder: Path) -> Iterator[tuple[str, Path, Path]]:
    """Files of every format made from Word and Markdown files: format and maker, the file, and the
    file in which pandoc reads its words. For RTF by pandoc this is the source, as pandoc loses the
    letter after a quotation mark when it reads its own RTF."""
    word_files = [path for path in sources if path.suffix == ".docx"]
    for form in BY_PANDOC:
        place = folder / f"pandoc-{form}"
        place.mkdir()
        for source in sources:
            target = place / f"{source.stem}.{form}"
            if target.suffix == source.suffix:
                continue
            subprocess.run(
                ["pandoc", "-s", str(source), "-o", str(target)], capture_output=True, check=False
            )
            if target.exists():
                word_files += [target] if form == "docx" else []
                yield f"{form} by pandoc", target, source if form == "rtf" else target
    if shutil.which("soffice"):
        yield from _by_libreoffice(word_files, folder)


def _by_libreoffice(sources: list[Path], folder: Path) -> Iterator[tuple[str, Path, Path]]:
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    for form in BY_LIBREOFFICE:
        place = folder / f"libreoffice-{form}"
        subprocess.run(
            ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(place),
             *map(str, sources)],
            capture_output=True, check=False,
        )  # fmt: skip
        for target in sorted(place.glob(f"*.{form}")):
            yield f"{form} by LibreOffice", target, target


def measured(path: Path, model: Path, reader: FrameReader) -> tuple[list[int], str]:
    """The words of ``model`` that we read in a file, and an error message ('' for none)."""
    theirs = pandoc(model)
    try:
        ours, wrong = shown(read_file(str(path), reader).release), ""
    except ReadError as error:
        ours, wrong = "", error.kind
    return [len(words(theirs)), in_order(words(theirs), words(ours)),
            len(pieces(theirs)), in_order(pieces(theirs), pieces(ours))], wrong  # fmt: skip


def main(arguments: list[str]) -> int:
    """Measure all files below the given folders."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true", help="one line a file")
    options = parser.parse_args(arguments)
    reader = FrameReader(load_style_sheet()[0])
    totals: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    given = [path for folder in options.folders for path in sorted(folder.rglob("*"))
             if path.suffix[1:].lower() in _READABLE]  # fmt: skip
    sources = [path for path in given if path.suffix in (".docx", ".md")]
    with tempfile.TemporaryDirectory() as name:
        files = [(path.suffix[1:].lower(), path, path) for path in given]
        for kind, path, model in (*files, *made_of(sources, Path(name))):
            counts, wrong = measured(path, model, reader)
            totals[kind] = [a + b for a, b in zip(totals[kind], counts, strict=True)]
            if options.verbose or (wrong and counts[0]):
                print(_row(counts, f"{kind}: {path.name} {wrong}"))
    for kind, counts in totals.items():
        print(_row(counts, kind))
    return int(any(counts[1] < WANTED * counts[0] for counts in totals.values()))


def _row(counts: list[int], name: str) -> str:
    wanted, found, wanted_pieces, found_pieces = counts
    return (
        f"{wanted:7} {found:7} {100 * found / (wanted or 1):6.2f} %"
        f" {wanted_pieces:7} {found_pieces:7} {100 * found_pieces / (wanted_pieces or 1):6.2f} %"
        f"  {name}"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
