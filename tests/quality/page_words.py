"""Measures how many words and whole paragraphs are imported from PDF and old Word files.

``python tests/quality/page_words.py FOLDER…`` makes PDF and DOC files with LibreOffice: from the
Word and Markdown files below the folders, where the expected words are those of LibreOffice's plain
text, and from our own releases in several layouts (``layouts``), where words and paragraphs are
known. One line for each kind has the words expected, those imported in the same order, those that
``pdftotext`` extracts (for comparison), and the paragraphs imported unchanged. The exit status is 1
where less than 98 % of the words are imported.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import layouts
from import_words import in_order, shown, words

from bnews_desk.errors import ReadError
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.importers.file_reading import read_file

WANTED = 0.98
ROOT = Path(__file__).resolve().parents[2]
RELEASES = ROOT / "tests/fixtures/releases"
_TEXT = "txt:Text (encoded):UTF8"


class Case(NamedTuple):
    """A file to be read, its kind, and the words in it by paragraph."""

    kind: str
    path: Path
    model: list[str]
    are_paragraphs: bool


def office(form: str, files: Sequence[Path], place: Path, *, profile: Path) -> list[Path]:
    """Files converted by LibreOffice; those that it refuses are missing."""
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless",
         "--convert-to", form, "--outdir", str(place), *map(str, files)],
        capture_output=True, check=False,
    )  # fmt: skip
    made = [place / f"{file.stem}.{form.partition(':')[0]}" for file in files]
    return [path for path in made if path.exists()]


def of_documents(folders: Sequence[Path], work: Path) -> Iterator[Case]:
    """Word and Markdown files converted to PDF and DOC."""
    sources = work / "sources"
    sources.mkdir()
    found = [path for folder in folders for path in sorted(folder.rglob("*"))]
    for number, path in enumerate(found):
        target = sources / f"{number}-{path.stem}.docx"
        if path.suffix == ".docx":
            shutil.copy(path, target)
        elif path.suffix == ".md":
            subprocess.run(["pandoc", "-s", str(path), "-o", str(target)], check=False)
    files = sorted(sources.iterdir())
    profile = work / "profile"
    models = {
        path.stem: path.read_text(encoding="utf-8-sig").split("\n")
        for path in office(_TEXT, files, work / "txt", profile=profile)
    }
    for form in ("pdf", "doc"):
        for path in office(form, files, work / form, profile=profile):
            yield Case(form, path, models.get(path.stem, []), are_paragraphs=False)


def of_layouts(work: Path) -> Iterator[Case]:
    """Our own releases in every layout, as PDF."""
    place = work / "layouts"
    place.mkdir()
    models = {}
    for source in sorted(RELEASES.glob("*.txt")):
        paragraphs = [line for line in source.read_text("utf-8").split("\n") if line.strip()]
        for name in layouts.LAYOUTS:
            path = place / f"{source.stem}-{name}.docx"
            layouts.write(name, paragraphs, path)
            models[path.stem] = (name, paragraphs)
    made = office("pdf", sorted(place.iterdir()), work / "laid-out", profile=work / "profile")
    for path in made:
        name, paragraphs = models[path.stem]
        yield Case(f"pdf, {name}", path, paragraphs, are_paragraphs=True)


def measured(case: Case, reader: FrameReader) -> list[int]:
    """Numbers of words: expected, ours, pdftotext's; of paragraphs: expected, ours."""
    wanted = words("\n".join(case.model))
    try:
        ours = shown(read_file(str(case.path), reader).release)
    except ReadError as error:
        if wanted:
            print(f"{case.path.name}: {error.kind}")
        ours = ""
    theirs = ""
    if case.path.suffix == ".pdf" and shutil.which("pdftotext"):
        done = subprocess.run(["pdftotext", case.path, "-"], capture_output=True, check=False)
        theirs = done.stdout.decode()
    lines = {" ".join(line.split()) for line in ours.split("\n")}
    paragraphs = [" ".join(text.split()) for text in case.model] * case.are_paragraphs
    return [
        len(wanted),
        in_order(wanted, words(ours)),
        in_order(wanted, words(theirs)),
        len(paragraphs),
        sum(text in lines for text in paragraphs),
    ]


def main(arguments: list[str]) -> int:
    """Measure and print."""
    reader = FrameReader(load_style_sheet()[0])
    totals: dict[str, list[int]] = defaultdict(lambda: [0] * 5)
    is_verbose = "-v" in arguments
    folders = [Path(name) for name in arguments if name != "-v"]
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        for case in (*of_documents(folders, work), *of_layouts(work)):
            counts = measured(case, reader)
            totals[case.kind] = [a + b for a, b in zip(totals[case.kind], counts, strict=True)]
            if is_verbose and (counts[1] < counts[0] or counts[4] < counts[3]):
                print(counts, case.path.name)
    print("  words  in order            pdftotext  paragraphs   whole")
    for kind, (wanted, ours, theirs, paragraphs, whole) in totals.items():
        yardstick = f"{100 * theirs / (wanted or 1):6.2f} %" if "pdf" in kind else "       –"
        share = f"{paragraphs:7} {100 * whole / paragraphs:6.2f} %" if paragraphs else ""
        print(f"{wanted:7} {ours:7} {100 * ours / (wanted or 1):6.2f} %   {yardstick}  "
              f"{share:17}  {kind}")  # fmt: skip
    return int(any(counts[1] < WANTED * counts[0] for counts in totals.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
