"""Measures the memory for reading a long document relative to its unpacked size, by format (Linux).

``python tests/benchmarks/memory.py`` prints the table; ``make bench`` includes it.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHORT_WORDS = 560
LONG_WORDS = 14_000
RUN_OF_WORDS = 9
"""Words in one bold or plain run of a document."""
_RTF_BEYOND_ASCII = 128

RISE = """
import re, sys
sys.path.insert(0, sys.argv[1])
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.importers.file_reading import read_file

def most():
    with open("/proc/self/status") as status:
        return int(re.search(r"VmHWM:\\s+(\\d+)", status.read())[1]) * 1024

reader = FrameReader(load_style_sheet()[0])
read_file(sys.argv[2], reader)
before = most()
read_file(sys.argv[3], reader)
print(most() - before)
"""
"""Prints the bytes that reading a file adds after the importer has read a short one."""


def release_text(count: int) -> str:
    """About ``count`` words of our own clean release in house form, repeated."""
    path = ROOT / "tests/fixtures/releases/lomba-desa-bersih.txt"
    lines = path.read_text(encoding="utf-8").split("\n")[2:]
    first, middle, last, credit = lines[0], lines[1:-2], lines[-2], lines[-1]
    body = [first]
    while sum(len(line.split()) for line in body) < count - len(last.split()) - 3:
        body.append(middle[len(body) % len(middle)])
    return "\n".join((*body, last, credit))


def stretches(line: str) -> Iterator[tuple[str, bool]]:
    """A paragraph cut into plain and bold runs, as in an editor's file."""
    words = line.split()
    for at in range(0, len(words), RUN_OF_WORDS):
        yield " ".join(words[at : at + RUN_OF_WORDS]) + " ", at % (3 * RUN_OF_WORDS) == 0


def write_docx(path: Path, text: str) -> None:
    """A Word file of ``text`` whose paragraphs are cut into plain and bold runs."""
    from docx import Document

    document = Document()
    for line in text.split("\n"):
        paragraph = document.add_paragraph()
        for words, is_bold in stretches(line):
            paragraph.add_run(words).bold = is_bold
    document.save(str(path))


def write_by_desk(path: Path, text: str) -> None:
    """A file of ``text`` as exported by the program, with the runs of the Word file."""
    from bnews_desk.exporters.export_formats import format_by_ending, write_release
    from bnews_desk.frame.release_frame import FrameReader
    from bnews_desk.house.style_sheet import load_style_sheet
    from bnews_desk.importers.file_reading import read_file

    source = path.with_suffix(".docx")
    write_docx(source, text)
    reader = FrameReader(load_style_sheet()[0])
    imported = read_file(str(source), reader)
    written = write_release(imported.release, {}, format_by_ending(str(path)).key, reader)
    path.write_bytes(written.data)


def write_rtf(path: Path, text: str) -> None:
    """An RTF file of ``text`` with the same runs, as Word writes them."""
    paragraphs = (
        "".join(
            rf"{{\rtlch\fcs1 \af0 \ltrch\fcs0 {chr(92)}b{int(is_bold)} {_escaped(words)}}}"
            for words, is_bold in stretches(line)
        )
        for line in text.split("\n")
    )
    body = "\n".join(rf"\pard\plain\qj {paragraph}\par" for paragraph in paragraphs)
    path.write_bytes((r"{\rtf1\ansi\ansicpg1252\uc1" f"\n{body}\n}}").encode("ascii"))


def _escaped(text: str) -> str:
    return "".join(c if ord(c) < _RTF_BEYOND_ASCII else rf"\u{ord(c)}?" for c in text)


def write_eml(path: Path, text: str) -> None:
    """A mail of ``text`` as sent by a mail program: plain text and HTML."""
    from email.message import EmailMessage

    page = "".join(
        f"<p>{''.join(f'<b>{w}</b>' if is_bold else w for w, is_bold in stretches(line))}</p>\n"
        for line in text.split("\n")
    )
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "Rilis kegiatan", "humas@contoh.example"
    mail.set_content(text)
    mail.add_alternative(page, subtype="html")
    path.write_bytes(mail.as_bytes())


WRITERS: Mapping[str, Callable[[Path, str], None]] = {
    "docx": write_docx,
    "odt": write_by_desk,
    "rtf": write_rtf,
    "html": write_by_desk,
    "md": write_by_desk,
    "txt": write_by_desk,
    "eml": write_eml,
}
"""The writer for each file extension."""


def rows(folder: Path) -> Iterator[str]:
    """The rows of the table: a long document, and one ten times as long, in every format."""
    for ending, write in WRITERS.items():
        short = folder / f"{SHORT_WORDS}.{ending}"
        write(short, release_text(SHORT_WORDS))
        for words in (LONG_WORDS, 10 * LONG_WORDS):
            document = folder / f"{words}.{ending}"
            write(document, release_text(words))
            yield f"{words:>7} words: {row(document, short)}"


def row(document: Path, short: Path) -> str:
    """The growth of peak memory by one import, relative to the unpacked file."""
    unpacked = document.stat().st_size
    if zipfile.is_zipfile(document):
        with zipfile.ZipFile(document) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
    command = [sys.executable, "-c", RISE, str(ROOT), str(short), str(document)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    rise = int(done.stdout)
    return (
        f"memory for {document.suffix[1:].upper():4} of {unpacked / 1e6:5.2f} MB unpacked:"
        f" {rise / 1e6:5.2f} MB, {rise / unpacked:4.1f} times (wanted: under 4)"
    )


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        for line in rows(Path(name)):
            print(line)


if __name__ == "__main__":
    main()
