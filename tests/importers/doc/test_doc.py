"""Old Word files come in through LibreOffice; a script plays its part here."""

from __future__ import annotations

import io
import os
import shlex
import sys
import time
from pathlib import Path

import pytest
from docx import Document
from extract_msg import OleWriter
from process_control import is_running

from bnews_desk.errors import ReadError
from bnews_desk.importers import file_kind
from bnews_desk.importers.doc import libreoffice_program, reader
from bnews_desk.importers.doc.reader import convert_to_docx, read_doc
from bnews_desk.importers.limits import ImportDeadline

PLAIN_HEAD = bytes(12)
LOCKED_HEAD = bytes(11) + b"\x01"
SHOW = (
    "import os, shutil, sys, time, subprocess\nfolder = sys.argv[sys.argv.index('--outdir') + 1]\n"
)
WAIT = "time.sleep(60)\n"


def doc(head: bytes = PLAIN_HEAD) -> bytes:
    """A file with the one stream of an old Word file that we look at."""
    writer = OleWriter()
    writer.addEntry("WordDocument", head + bytes(5000))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def program(folder: Path, script: str) -> str:
    does = folder / "soffice.py"
    does.write_text(f"{SHOW}{script}", encoding="utf-8")
    if sys.platform == "win32":
        path = folder / "soffice.cmd"
        path.write_text(f'@"{sys.executable}" "{does}" %*\n', encoding="utf-8")
        return str(path)
    path = folder / "soffice"
    said = shlex.join([sys.executable, str(does)])  # a first line knows no spaces in a path
    path.write_text(f'#!/bin/sh\nexec {said} "$@"\n', encoding="utf-8")
    path.chmod(0o700)
    return str(path)


def kind_of(data: bytes, deadline: ImportDeadline | None = None) -> str:
    with pytest.raises(ReadError) as caught:
        read_doc(data, deadline=deadline)
    assert str(caught.value).endswith(".")
    return caught.value.kind


def use(monkeypatch: pytest.MonkeyPatch, path: str | None) -> None:
    monkeypatch.setattr(reader, "office_program", lambda: path)


def test_what_the_program_makes_is_read_as_a_word_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made = Document()
    made.add_paragraph("Satu dari berkas lama.")
    made.save(tmp_path / "made.docx")
    script = (
        "assert open(sys.argv[-1], 'rb').read().startswith(bytes.fromhex('d0cf11e0'))\n"
        "assert 'MacroSecurityLevel' in open('profile/user/registrymodifications.xcu').read()\n"
        f"os.mkdir(folder); shutil.copy({str(tmp_path / 'made.docx')!r}, folder + '/naskah.docx')\n"
    )
    use(monkeypatch, program(tmp_path, script))
    imported = read_doc(doc())
    assert imported.release.text == "\nSatu dari berkas lama."
    entry = imported.receipt.entry("conversion")
    assert entry is not None
    assert "LibreOffice" in entry.note


@pytest.mark.parametrize("script", ["sys.exit(3)\n", "", "os.mkdir(folder)\n"])
def test_a_file_that_the_program_cannot_read_is_damaged(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str
) -> None:
    use(monkeypatch, program(tmp_path, script))
    assert kind_of(doc()) == "damaged"


def test_a_program_that_takes_too_long_is_ended_with_all_that_it_started(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen = tmp_path / "seen"
    script = (
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        f"open({str(seen)!r}, 'w').write(f'{{os.getpid()}} {{child.pid}} {{os.getcwd()}}')\n{WAIT}"
    )
    use(monkeypatch, program(tmp_path, script))
    for seconds in (2, 10, 30):  # until the machine lets both begin
        start = time.monotonic()
        assert kind_of(doc(), ImportDeadline(seconds)) == "too-slow"
        assert time.monotonic() - start < seconds + 10
        if seen.exists():
            break
    first, second, folder = seen.read_text().split(maxsplit=2)
    assert not is_running(int(first))
    assert not is_running(int(second))
    assert not os.path.exists(folder)


@pytest.mark.posix("a wait for a pipe cannot be broken off by a signal there")
def test_what_is_raised_in_the_wait_ends_the_program_too(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import signal

    seen = tmp_path / "seen"

    def interrupt(_signal: int, _frame: object) -> None:
        if seen.exists() and seen.read_text():
            signal.setitimer(signal.ITIMER_REAL, 0)
            raise KeyboardInterrupt

    path = program(tmp_path, f"open({str(seen)!r}, 'w').write(str(os.getpid()))\n{WAIT}")
    before = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, 0.2, 0.2)
    try:
        with pytest.raises(KeyboardInterrupt):
            convert_to_docx(doc(), path, ImportDeadline())
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert not is_running(int(seen.read_text()))


def test_without_the_program_the_editor_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, None)
    assert kind_of(doc()) == "needs-program"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (doc(LOCKED_HEAD), "encrypted"),
        (doc()[:600], "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "damaged"),
    ],
)
def test_what_cannot_be_an_old_word_file_never_meets_the_program(
    monkeypatch: pytest.MonkeyPatch, data: bytes, kind: str
) -> None:
    use(monkeypatch, "/tiada")
    assert kind_of(data) == kind


def test_an_old_word_file_is_told_by_its_directory() -> None:
    opening = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    kinds = {
        "WordDocument": file_kind.DOC,
        "EncryptedPackage": file_kind.OLE,
        "__substg1.0_": file_kind.MSG,
    }
    for name, kind in kinds.items():
        assert file_kind.detect_file_kind(opening + name.encode("utf-16-le")) == kind
    assert file_kind.detect_file_kind(doc()) == file_kind.DOC


@pytest.mark.posix("Windows' installers do not put it on the path; see the test below")
def test_the_program_is_found_on_the_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(libreoffice_program, "glob", lambda _pattern: [])
    monkeypatch.setattr(sys, "platform", "linux")
    assert libreoffice_program.office_program() is None
    path = program(tmp_path, "")
    assert libreoffice_program.office_program() == path


if sys.platform == "win32":
    import winreg

    @pytest.mark.parametrize("view", [winreg.KEY_WOW64_64KEY, winreg.KEY_WOW64_32KEY])
    @pytest.mark.parametrize(
        ("key", "value"),
        [
            (r"SOFTWARE\LibreOffice\UNO\InstallPath", "{folder}"),
            (r"SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\soffice.exe",
             '"{folder}\\soffice.exe"'),
        ],
    )  # fmt: skip
    def test_the_program_is_found_in_the_registry(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str, value: str, view: int
    ) -> None:
        for name in ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)"):
            monkeypatch.setenv(name, str(tmp_path / "tiada"))
        assert libreoffice_program.office_program() is None
        folder = tmp_path / "Libre Office"
        folder.mkdir()
        (folder / "soffice.exe").touch()
        access = winreg.KEY_ALL_ACCESS | view
        root = winreg.HKEY_CURRENT_USER
        with winreg.CreateKeyEx(root, key, access=access) as opened:
            winreg.SetValueEx(opened, "", 0, winreg.REG_SZ, value.format(folder=folder))
        try:
            assert libreoffice_program.office_program() == str(folder / "soffice.exe")
            (folder / "soffice.com").touch()
            assert libreoffice_program.office_program() == str(folder / "soffice.com")
        finally:
            winreg.DeleteKeyEx(root, key, view)
        monkeypatch.setenv("ProgramFiles", str(tmp_path))
        assert libreoffice_program.office_program() is None
