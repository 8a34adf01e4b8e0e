"""Mails: the body comes in whole, what came along is offered, nothing is trusted."""

from __future__ import annotations

import contextlib
import socket
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mail_kit import BODY, PAGE, mail, read

from bnews_desk.errors import ReadError
from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.release import Mark


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_more: object) -> None:
        raise AssertionError("an import asked the network")

    monkeypatch.setattr(socket, "socket", refuse)


def note(imported: ImportedRelease, kind: str) -> str:
    entry = imported.receipt.entry(kind)
    assert entry is not None
    return entry.note


def left_out(imported: ImportedRelease, kind: str) -> tuple[str, ...]:
    entry = imported.receipt.entry(kind)
    return entry.texts if entry else ()


def test_a_plain_mail() -> None:
    imported = read(mail().as_bytes())
    assert imported.release.headline == "Festival Kopi Sirah Kencong Digelar"
    lines = imported.release.text.split("\n")
    assert lines[1].startswith("Dinas Pariwisata menggelar")
    assert lines[1].endswith("hasil panennya.")
    assert " ".join(imported.release.text.split()) == " ".join(BODY.split())
    assert note(imported, "mail") == (
        "Surel dari Humas Dinas Pariwisata <humas@contoh.id>, dikirim Jumat, 13 November"
        " 2026 pukul 08.15 WIB."
    )
    assert left_out(imported, "subject") == ("Siaran Pers: Festival Kopi",)


def test_the_page_of_a_mail_goes_before_its_plain_text() -> None:
    release = read(mail("Lihat versi HTML.", page=PAGE).as_bytes()).release
    assert release.headline == "Festival Kopi Digelar"
    bold, link = sorted(release.marks, key=lambda mark: mark.kind)
    assert release.text[bold.start : bold.end] == "Festival Kopi"
    assert link == Mark(link.start, link.end, "link", "https://contoh.id/kopi")


def test_files_are_candidates_not_copy() -> None:
    files = (
        ("Siaran Pers.docx", b"PK\x03\x04", "application/octet-stream"),
        ("foto.jpg", b"\xff\xd8\xff\xe0", "image/jpeg"),
        ("../../etc/pass\u202ewd.exe", b"MZ", "application/octet-stream"),
    )
    imported = read(mail(files=files).as_bytes())
    assert [(a.name, a.format) for a in imported.attachments] == [
        ("Siaran Pers.docx", "docx"),
        ("foto.jpg", None),
        ("passwd.exe", None),
    ]
    assert imported.attachments[1].data == b"\xff\xd8\xff\xe0"
    assert left_out(imported, "attachment") == ("Siaran Pers.docx", "foto.jpg", "passwd.exe")


def test_an_empty_mail_with_a_release_is_that_release() -> None:
    files = (("rilis.txt", BODY.encode(), "text/plain"), ("lain.txt", b"lain", "text/plain"))
    imported = read(mail("\n", files=files).as_bytes())
    assert imported.release.headline == "Festival Kopi Sirah Kencong Digelar"
    assert [a.name for a in imported.attachments] == ["lain.txt"]
    assert "lampiran “rilis.txt” yang dibaca" in note(imported, "attachment-read")


def test_a_mail_that_was_sent_on() -> None:
    outer = EmailMessage()
    outer["From"], outer["Subject"] = "staf@contoh.id", "Fwd: Siaran Pers"
    outer.set_content(" \n")
    outer.add_attachment(mail(files=(("a.pdf", b"%PDF-", "application/pdf"),)))
    imported = read(outer.as_bytes())
    assert imported.release.headline == "Festival Kopi Sirah Kencong Digelar"
    assert [a.name for a in imported.attachments] == ["a.pdf"]


@pytest.mark.parametrize(
    ("charset", "label"),
    [("utf-8", "utf-8"), ("cp1252", "iso-8859-1"), ("utf-8", "tidak-ada"), ("cp1252", "us-ascii")],
)
def test_the_encoding_of_a_body(charset: str, label: str) -> None:
    head = f"From: a@contoh.id\r\nSubject: Uji\r\nContent-Type: text/plain; charset={label}\r\n"
    text = "Pernyataan Désa: “kopi” naik – kata warga."
    data = head.encode() + b"\r\n" + text.encode(charset)
    said = read(data).release.text
    assert "Désa" in said
    assert "kata warga." in said


def test_words_of_a_header_in_other_encodings() -> None:
    data = mail(subject="Désa “Kopi” ☕ Digelar").as_bytes()
    assert left_out(read(data), "subject") == ("Désa “Kopi” ☕ Digelar",)


def test_soft_breaks_that_the_program_marked() -> None:
    data = (
        b"From: a@contoh.id\nTo: b@contoh.id\nContent-Type: text/plain; format=flowed\n\n"
        b"Satu kalimat yang \npanjang sekali.\n\nParagraf kedua.\n-- \nHumas\n"
    )
    imported = read(data)
    assert "Satu kalimat yang panjang sekali." in imported.release.text
    assert "\n-- \nHumas" in imported.release.text


def test_lines_that_were_sent_as_lines_stay() -> None:
    text = (
        "Dinas Pariwisata mengundang petani kopi dari lima kecamatan untuk hadir dalam\n"
        "festival dengan susunan acara berikut.\n\n"
        "1. Pembukaan\n2. Lomba seduh\n3. Hiburan\n\nNarahubung:\nSiti\n0812-0000-0000\n"
    )
    lines = read(mail(text).as_bytes()).release.text.split("\n")
    assert {"1. Pembukaan", "2. Lomba seduh", "3. Hiburan", "Siti", "0812-0000-0000"} <= set(lines)
    assert any(line.endswith("dalam festival dengan susunan acara berikut.") for line in lines)


def test_a_mail_that_calls_itself_text() -> None:
    imported = read(mail().as_bytes(), "txt")
    assert "Festival Kopi" in imported.release.text


def test_text_that_calls_itself_a_mail() -> None:
    imported = read(b"Festival Kopi Digelar\n\nDinas Pariwisata menggelar festival.\n")
    assert imported.release.headline == "Festival Kopi Digelar"
    assert imported.receipt.entry("format") is not None


def test_nothing_in_it() -> None:
    with pytest.raises(ReadError) as caught:
        read(mail(" ").as_bytes())
    assert caught.value.kind == "empty"


def test_mails_in_mails_without_end() -> None:
    nested: EmailMessage = mail()
    for _ in range(30):
        outer = EmailMessage()
        outer["From"], outer["Subject"] = "a@contoh.id", "Fwd"
        outer.add_attachment(nested)
        nested = outer
    with pytest.raises(ReadError) as caught:
        read(nested.as_bytes())
    assert caught.value.kind == "hostile"


def test_containers_in_containers_without_end() -> None:
    head = b"From: a@contoh.id\nTo: b@contoh.id\n"
    body = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000)
    )
    with pytest.raises(ReadError) as caught:
        read(head + body)
    assert caught.value.kind in {"hostile", "damaged", "too-large"}


def test_too_many_parts() -> None:
    head = b"From: a@contoh.id\nTo: b@contoh.id\nContent-Type: multipart/mixed; boundary=b\n\n"
    with pytest.raises(ReadError) as caught:
        read(head + b"--b\nContent-Type: text/plain\n\nx\n" * 5000 + b"--b--\n")
    assert caught.value.kind == "too-large"


@given(st.binary(max_size=400))
def test_any_bytes_behind_a_mail_s_head(tail: bytes) -> None:
    head = b"From: a@contoh.id\nSubject: =?utf-8?b?x?=\nContent-Type: multipart/mixed; boundary=b\n"
    with contextlib.suppress(ReadError):
        read(head + tail)


@given(st.integers(0, 2000), st.binary(min_size=1, max_size=4))
def test_a_damaged_mail_is_read_or_refused(at: int, patch: bytes) -> None:
    data = mail(page=PAGE, files=(("a.txt", b"isi", "text/plain"),)).as_bytes()
    with contextlib.suppress(ReadError):
        read(data[:at] + patch + data[at + len(patch) :])


def test_an_encoding_that_is_no_name_of_one_is_passed_over() -> None:
    for name in (b'"\0 utf-8"', b'"ut\xfff-8"', b"''%00'utf-8"):
        data = b"From: a@contoh.id\nTo: b@contoh.id\nContent-Type: text/plain; charset=" + name
        assert "Panen raya" in read(data + b"\n\nPanen raya.\n").release.text


def test_what_nobody_thought_of_is_a_damaged_mail(monkeypatch: pytest.MonkeyPatch) -> None:
    for error, kind in [(KeyError(), "damaged"), (MemoryError(), "too-large"),
                        (RecursionError(), "hostile")]:  # fmt: skip

        def broken(*_: object, error: Exception = error) -> None:
            raise error

        with monkeypatch.context() as patch:
            patch.setattr("bnews_desk.importers.mail.eml._file_name", broken)
            with pytest.raises(ReadError) as caught:
                read(mail().as_bytes())
        assert caught.value.kind == kind


def test_a_body_that_cannot_be_read_is_told() -> None:
    page = "<div>" * 20_000 + "Panen raya"
    with pytest.raises(ReadError) as caught:
        read(_only_a_page(page).as_bytes())
    assert caught.value.kind == "hostile"
    with_file = _only_a_page(page)
    with_file.add_attachment("Kopi.\nPanen.", filename="a.txt")
    found = read(with_file.as_bytes())
    assert found.release.body == "Kopi.\nPanen."
    assert "tidak terbaca" in note(found, "mail-body")
    assert "tidak terbaca" in note(found, "attachment-read")


def _only_a_page(page: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "humas@contoh.id"
    message["To"] = "redaksi@b-news.id"
    message["Subject"] = "Rilis"
    message.set_content(page, subtype="html")
    return message
