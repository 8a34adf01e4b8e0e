"""``--attachment``: the release is a file that came with a mail."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest
from command_call import HOUSE_FORM, Call

from bnews_desk.cli.exit_status import EXIT_OK, EXIT_UNREADABLE


@pytest.fixture
def mail(tmp_path: Path) -> Path:
    """A cover note with two releases and a picture."""
    message = EmailMessage()
    message["From"], message["Subject"] = "humas@contoh.id", "Siaran pers hari ini"
    message.set_content("Selamat pagi, berikut kami kirimkan siaran pers.\n")
    for name, data in (
        ("Panen Raya.txt", HOUSE_FORM.encode()),
        ("lain.md", b"# Judul Lain\n\nIsi yang lain."),
        ("foto.jpg", b"\xff\xd8\xff\xe0"),
    ):
        message.add_attachment(data, maintype="application", subtype="x-lain", filename=name)
    path = tmp_path / "surel.eml"
    path.write_bytes(message.as_bytes())
    return path


def test_the_body_is_the_release_unless_a_file_is_named(call: Call, mail: Path) -> None:
    (plain,) = call("check", "--format", "json", mail).json["files"]
    assert "Selamat pagi" in plain["text"]
    entry = next(e for e in plain["receipt"] if e["kind"] == "attachment")
    assert (entry["found"], entry["carried"], entry["left_out"]) == (3, 0, 3)


def test_a_named_file_is_checked_in_its_place(call: Call, mail: Path) -> None:
    result = call("check", "--format", "json", "--attachment", "panen raya.TXT", mail)
    assert result.status == EXIT_OK
    (file,) = result.json["files"]
    assert file["text"] == "\n" + HOUSE_FORM
    entries = {entry["kind"]: entry for entry in file["receipt"]}
    assert entries["attachment"]["texts"] == ["lain.md", "foto.jpg"]
    assert (entries["attachment"]["carried"], entries["attachment"]["left_out"]) == (1, 2)
    assert "Selamat pagi" in entries["mail-body"]["texts"][0]
    assert entries["subject"]["texts"] == ["Siaran pers hari ini"]


def test_a_named_file_is_converted(call: Call, mail: Path, tmp_path: Path) -> None:
    out = tmp_path / "hasil.txt"
    assert call("convert", "--attachment", "lain.md", mail, out).status == EXIT_OK
    assert out.read_text(encoding="utf-8") == "Judul Lain\n\nIsi yang lain."
    many = call("convert", "--attachment", "lain.md", "--to", "txt", "--out", tmp_path / "h", mail)
    assert many.status == EXIT_OK
    assert (tmp_path / "h" / "surel.txt").read_bytes() == out.read_bytes()


@pytest.mark.parametrize(
    ("name", "said"),
    [("tiada.docx", "yang ada: “Panen Raya.txt”, “lain.md”"), ("foto.jpg", "belum dapat dibaca")],
)
def test_what_cannot_be_read_is_told(call: Call, mail: Path, name: str, said: str) -> None:
    result = call("check", "--attachment", name, mail)
    assert result.status == EXIT_UNREADABLE
    assert said in result.err


def test_a_file_without_attachments(call: Call, clean: Path, mail: Path) -> None:
    result = call("check", "--format", "json", "--attachment", "lain.md", clean, mail)
    assert result.status == EXIT_UNREADABLE
    first, second = result.json["files"]
    assert "tidak membawa lampiran" in first["error"]["message"]
    assert second["error"] is None
