"""Tests whether other programs open our exports without complaint and with every word.

``python tests/quality/exported_files.py`` exports every release of the test fixtures as DOCX and
ODT, with bold, italic and linked words, a photo, its caption and its description. LibreOffice
converts each to plain text and to files of both formats, which our importers read again. For each
path the output has the number of files that are converted, that have the copy line by line as their
text, that come back with their text, with their formatting (by letter; white space has none), and
with the photo's caption and description, and the number of LibreOffice's complaints. The exit
status is 1 where one of them is too low.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from itertools import product
from pathlib import Path
from typing import NamedTuple

from bnews_desk.exporters.export_formats import write_release
from bnews_desk.exporters.exported_photos import caption_of
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.importers.file_reading import read_file
from bnews_desk.release import Mark, Photo, Release

ROOT = Path(__file__).resolve().parents[2]
FORMS = ("docx", "odt")
TEXT = "txt:Text (encoded):UTF8"
_SECONDS = 300
READER = FrameReader(load_style_sheet()[0])


class Told(NamedTuple):
    """The result for one file; each field is True where the file is correct."""

    name: str
    is_opened: bool
    has_text: bool
    comes_back: bool
    has_looks: bool
    has_photo: bool


def samples(picture: bytes) -> Iterator[tuple[str, Release]]:
    """The releases of the fixtures, with formatting on every seventh word, and a photo."""
    digest = sha256(picture).hexdigest()
    folders = (ROOT / "tests/fixtures/releases", ROOT / "tests/fixtures/rilis")
    for path in sorted(path for folder in folders for path in folder.glob("*.txt")):
        release = read_file(str(path), READER).release
        photo = Photo(digest, 1, "foto.png", "Suasana di lokasi", "Humas", "Warga di depan kantor")
        yield path.stem, Release(release.text, tuple(_looks(release.text)), (photo,))


def _looks(text: str) -> Iterator[Mark]:
    at = 0
    for number, word in enumerate(text.replace("\n", " ").split(" ")):
        end = at + len(word)
        if word and number % 7 == 0:
            yield Mark(at, end, "bold")
        elif word and number % 7 == 3:
            yield Mark(at, end, "italic")
        elif word and number % 7 == 5:
            yield Mark(at, end, "link", "https://contoh.example/berita?a=1&b=2")
        at = end + 1


def converted(files: list[Path], to: str, folder: Path, profile: Path) -> list[str]:
    """Convert files into a folder with LibreOffice; returns the lines in which it complains."""
    folder.mkdir()
    done = subprocess.run(
        ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless",
         "--convert-to", to, "--outdir", str(folder), *map(str, files)],
        capture_output=True, check=False, timeout=_SECONDS, text=True,
    )  # fmt: skip
    lines = [line for line in done.stderr.splitlines() if line and "javaldx" not in line]
    return lines if done.returncode == 0 else [*lines, f"exit status {done.returncode}"]


def _copy_of(release: Release) -> list[str]:
    """The lines of a file: those of the copy that are not empty, with the photo's caption behind
    its anchor."""
    lines = release.text.split("\n")
    for photo in release.photos:
        lines.insert(photo.anchor + 1, caption_of(photo))
    return [line.strip() for line in lines if line.strip()]


def _seen(release: Release) -> list[tuple[str, frozenset[tuple[str, str]]]]:
    return [
        (letter, frozenset((m.kind, m.target) for m in release.marks if m.start <= at < m.end))
        for at, letter in enumerate(release.text)
        if not letter.isspace()
    ]


def judged(name: str, release: Release, text: Path, back: Path) -> Told:
    """Compare LibreOffice's version of a file with the release that was exported."""
    is_opened = text.is_file() and back.is_file()
    if not is_opened:
        return Told(name, False, False, False, False, False)
    lines = text.read_text("utf-8-sig").splitlines()
    again = read_file(str(back), READER).release
    photos = [(p.caption, p.credit, p.alt_text, p.anchor) for p in again.photos]
    return Told(
        name,
        is_opened,
        [line.strip() for line in lines if line.strip()] == _copy_of(release),
        again.text == release.text,
        _seen(again) == _seen(release),
        photos == [(p.caption, p.credit, p.alt_text, p.anchor) for p in release.photos],
    )


def measured(form: str, to: str, folder: Path) -> tuple[list[Told], list[str]]:
    """The results for every sample on the way through two formats, and LibreOffice's complaints."""
    picture = (ROOT / "resources/pictures/jendela.png").read_bytes()
    releases = dict(samples(picture))
    digest = sha256(picture).hexdigest()
    files = []
    for name, release in releases.items():
        path = folder / f"{name}.{form}"
        path.write_bytes(write_release(release, {digest: picture}, form, READER).data)
        files.append(path)
    texts, back, profile = folder / "txt", folder / "back", folder / "profile"
    complaints = converted(files, TEXT, texts, profile)
    complaints += converted(files, to, back, profile)
    told = [
        judged(name, release, texts / f"{name}.txt", back / f"{name}.{to}")
        for name, release in releases.items()
    ]
    return told, complaints


def main() -> int:
    """Print one row for each format, and the names of incorrect files."""
    if not shutil.which("soffice"):
        print("\nExported files in LibreOffice: left out (no soffice)")
        return 0
    print("\nExported files in LibreOffice: opened, text, come back, looks, photos; complaints")
    is_short = False
    for form, to in product(FORMS, FORMS):
        with tempfile.TemporaryDirectory() as folder:
            told, complaints = measured(form, to, Path(folder))
        sums = [sum(column) for column in zip(*(one[1:] for one in told), strict=True)]
        shown = "  ".join(f"{count}/{len(told)}" for count in sums)
        print(f"  {form:4} back as {to:4}  {shown}  {len(complaints)}")
        for one in told:
            if not all(one[1:]):
                print(f"    {one.name}: {one._asdict()}")
        for line in complaints[:5]:
            print(f"    {line}")
        is_short = is_short or bool(complaints) or any(count < len(told) for count in sums)
    return int(is_short)


if __name__ == "__main__":
    sys.exit(main())
