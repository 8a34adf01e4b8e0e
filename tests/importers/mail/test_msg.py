"""Outlook's messages come in as other mails do."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime

import pytest
from compressed_rtf import compress
from hypothesis import given
from hypothesis import strategies as st
from mail_kit import BODY, PAGE, msg, read

from bnews_desk.errors import ReadError

SUBJECT, SENDER, ADDRESS, TEXT, HTML, RTF = "0037", "0C1A", "5D01", "1000", "1013", "1009"
HEAD = {SUBJECT: "Siaran Pers", SENDER: "Humas", ADDRESS: "humas@contoh.id"}


def test_a_plain_message() -> None:
    imported = read(msg({**HEAD, TEXT: BODY.replace("\n", "\r\n")}), "msg")
    assert imported.release.headline == "Festival Kopi Sirah Kencong Digelar"
    assert " ".join(imported.release.text.split()) == " ".join(BODY.split())
    subject = imported.receipt.entry("subject")
    assert subject is not None
    assert subject.texts == ("Siaran Pers",)


def test_sender_and_time() -> None:
    ticks = int((datetime(2026, 11, 13, 1, 15, tzinfo=UTC)
                 - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000  # fmt: skip
    sent = (0x0039_0040).to_bytes(4, "little") + bytes(4) + ticks.to_bytes(8, "little")
    entry = read(msg({**HEAD, TEXT: BODY}, properties=sent), "msg").receipt.entry("mail")
    assert entry is not None
    told = "Surel dari Humas <humas@contoh.id>, dikirim Jumat, 13 November 2026 pukul 08.15 WIB."
    assert entry.note == told


def test_a_page() -> None:
    release = read(msg(HEAD, {HTML: PAGE.encode()}), "msg").release
    assert release.headline == "Festival Kopi Digelar"
    assert {mark.kind for mark in release.marks} == {"bold", "link"}


def test_files() -> None:
    files = (("Rilis Kopi.docx", b"PK\x03\x04" * 2000), ("foto.png", b"\x89PNG"))
    imported = read(msg({**HEAD, TEXT: BODY}, files=files), "msg")
    assert [(a.name, a.format, a.data) for a in imported.attachments] == [
        ("Rilis Kopi.docx", "docx", files[0][1]),
        ("foto.png", None, files[1][1]),
    ]


def test_an_outlook_message_by_any_name() -> None:
    for key in ("docx", "eml", "txt"):
        imported = read(msg({**HEAD, TEXT: BODY}), key)
        assert imported.release.headline == "Festival Kopi Sirah Kencong Digelar"


@pytest.mark.parametrize("cut", [600, 1600, 3000])
def test_a_message_that_was_cut_off(cut: int) -> None:
    with pytest.raises(ReadError):
        read(msg({**HEAD, TEXT: BODY})[:cut], "msg")


def test_nothing_in_it() -> None:
    with pytest.raises(ReadError) as caught:
        read(msg(HEAD), "msg")
    assert caught.value.kind == "empty"


@given(st.integers(0, 8000), st.binary(min_size=1, max_size=8))
def test_a_damaged_message_is_read_or_refused(at: int, patch: bytes) -> None:
    data = msg({**HEAD, TEXT: BODY}, {RTF: compress(b"{\\rtf1 Kopi}")}, (("a.txt", b"isi"),))
    with contextlib.suppress(ReadError):
        read(data[:at] + patch + data[at + len(patch) :], "msg")
