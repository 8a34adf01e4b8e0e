"""What the process that reads files answers comes back equal, and cannot run anything."""

from __future__ import annotations

import json
import multiprocessing
import pickle
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bnews_desk.errors import ReadError
from bnews_desk.frame.furniture.part_kind import PartKind
from bnews_desk.importers import import_messages
from bnews_desk.importers.import_messages import (
    ImportMessage,
    MessageError,
    imported_from_message,
    message_from_error,
    message_from_imported,
    raise_error_from_message,
    receive_message,
    send_message,
)
from bnews_desk.importers.imported_release import Attachment, ImportedRelease
from bnews_desk.importers.parts.recognised_parts import Part, RecognisedParts
from bnews_desk.receipt import Receipt, ReceiptEntry
from bnews_desk.release import Mark, Photo, Release
from bnews_desk.text import Span

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=20)
IMPORTED = ImportedRelease(
    Release("Judul\nSatu \ud800 dua.", (Mark(6, 10, "link", "https://a.id"),), (Photo("ab", 1),)),
    Receipt((ReceiptEntry("image", 2, 1, 1, ("\udfff",), "Satu gambar tidak ikut."),)),
    {"ab": b"\x89PNG", "cd": b""},
    (Attachment("surat.docx", b"PK", "docx"), Attachment("a.xyz", b"", None)),
    RecognisedParts(
        (Part(PartKind.HEADLINE, (0,), 0.9), Part(PartKind.BODY, (1,), 1.0)), Span(6, 10)
    ),
)


def over_a_pipe(message: ImportMessage) -> ImportMessage:
    ours, theirs = multiprocessing.Pipe(duplex=False)
    with ours, theirs:
        send_message(theirs, message)
        return receive_message(ours)


def test_an_import_comes_back_equal_to_itself() -> None:
    assert imported_from_message(over_a_pipe(message_from_imported(IMPORTED))) == IMPORTED
    plain = ImportedRelease(Release(), Receipt())
    assert imported_from_message(over_a_pipe(message_from_imported(plain))) == plain


@given(ANY_TEXT, ANY_TEXT, st.floats(0, 1), st.binary(max_size=20))
def test_whatever_the_text_it_comes_back(
    text: str, note: str, sureness: float, data: bytes
) -> None:
    imported = ImportedRelease(
        Release.of(text.replace("\n", ""), [note]),
        Receipt((ReceiptEntry("image", 1, 0, 1, (text,), note),)),
        {text: data},
        recognised=RecognisedParts((Part(PartKind.BODY, (), sureness),)),
    )
    assert imported_from_message(message_from_imported(imported)) == imported


def test_a_refusal_is_raised_on_the_other_side() -> None:
    raise_error_from_message(ImportMessage({}))
    with pytest.raises(ReadError, match="Tidak ada teks") as caught:
        raise_error_from_message(message_from_error(ReadError("no-text", "Tidak ada teks.")))
    assert caught.value.kind == "no-text"
    for fields in ({"error": "tiada", "sentence": "a"}, {"error": "damaged"}, {"error": [1]}):
        with pytest.raises(MessageError):
            raise_error_from_message(ImportMessage(fields))


@pytest.mark.parametrize(
    "head",
    [
        pickle.dumps({"fields": {}, "blobs": 0}),
        b"",
        b"[]",
        b"{}",
        b"[" * 20_000,
        json.dumps({"fields": [], "blobs": 0}).encode(),
        json.dumps({"fields": {}, "blobs": -1}).encode(),
        json.dumps({"fields": {}, "blobs": 10**9}).encode(),
        json.dumps({"fields": {}, "blobs": "0"}).encode(),
    ],
)
def test_what_is_no_message_is_refused(head: bytes) -> None:
    ours, theirs = multiprocessing.Pipe(duplex=False)
    with ours, theirs:
        sent = Thread(target=theirs.send_bytes, args=(head,))  # a pipe may hold less than that
        sent.start()
        with pytest.raises(MessageError):
            receive_message(ours)
        sent.join()


def test_a_message_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_messages, "MAX_MESSAGE_BYTES", 1_000)
    assert over_a_pipe(ImportMessage({}, [bytes(400), bytes(400)])).blobs == [
        bytes(400),
        bytes(400),
    ]
    with pytest.raises(OSError, match=r"."):
        over_a_pipe(ImportMessage({}, [bytes(600), bytes(600)]))


@pytest.mark.parametrize(
    "change",
    [
        {"pictures": [1, "cd"]},
        {"pictures": ["ab"]},
        {"pictures": ["ab", "cd", "ef"]},
        {"pictures": None},
        {"attachments": [["surat.docx", "docx"]]},
        {"attachments": [["surat.docx"], ["a.xyz", None]]},
        {"attachments": [[None, "docx"], ["a.xyz", None]]},
        {"parts": [["headline", [0], 2.0]]},
        {"parts": [["headline", [-1], 0.5]]},
        {"parts": [["tiada", [0], 0.5]]},
        {"parts": 5},
        {"dateline": [0]},
        {"dateline": ["a", 2]},
    ],
)
def test_a_message_that_is_no_import_is_refused(change: dict[str, object]) -> None:
    message = over_a_pipe(message_from_imported(IMPORTED))
    with pytest.raises(MessageError):
        imported_from_message(message._replace(fields={**message.fields, **change}))


@pytest.mark.parametrize("blobs", [[], [b"{}"], [b"", b"[]"], [b'{"text": 5}', b"[]"]])
def test_a_message_without_a_release_is_refused(blobs: list[bytes]) -> None:
    with pytest.raises(MessageError):
        imported_from_message(
            ImportMessage({"pictures": [], "attachments": [], "parts": None}, blobs)
        )
