"""Sends the result of an import from the process that reads a file to its caller.

A hostile file may control that process, so its output is not unpickled: a message is a JSON object
with the bytes that belong to it, and every value is checked. A message of this program is equal
after the transfer.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, Protocol, cast, get_args

from bnews_desk.errors import ReadError, ReadKind
from bnews_desk.frame.furniture.part_kind import PartKind
from bnews_desk.importers.imported_release import Attachment, ImportedRelease
from bnews_desk.importers.limits import MAX_PARTS
from bnews_desk.importers.parts.recognised_parts import Part, RecognisedParts
from bnews_desk.release_json import (
    receipt_from_json,
    receipt_to_json,
    release_from_json,
    release_to_json,
)
from bnews_desk.text import Span

MAX_MESSAGE_BYTES = 1024 * 1024 * 1024
"""Maximum bytes of one message; an import process has no more memory."""


class MessagePipe(Protocol):
    """One end of a ``multiprocessing`` pipe, whose class differs on Windows."""

    def send_bytes(self, buf: bytes, /) -> None:
        """Send one piece whole; raises ``OSError``."""

    def recv_bytes(self, maxlength: int | None = None, /) -> bytes:
        """Wait for the next piece; raises ``EOFError`` and ``OSError``."""

    def poll(self, timeout: float | None = 0.0, /) -> bool:
        """Whether a piece, or the end, arrives within ``timeout`` seconds."""


class MessageError(ValueError):
    """The received data is no message of this program."""


class ImportMessage(NamedTuple):
    """A message: JSON fields, and the bytes that belong to them."""

    fields: Mapping[str, Any]
    blobs: Sequence[bytes] = ()


def send_message(pipe: MessagePipe, message: ImportMessage) -> None:
    """Send a message and then its blobs one by one; raises ``OSError``."""
    head = {"fields": message.fields, "blobs": len(message.blobs)}
    pipe.send_bytes(json.dumps(head, separators=(",", ":")).encode("ascii"))
    for blob in message.blobs:
        pipe.send_bytes(blob)


def receive_message(pipe: MessagePipe) -> ImportMessage:
    """The next message.

    Raises ``MessageError``, and ``EOFError`` or ``OSError`` where the other process
    has ended or sends more than ``MAX_MESSAGE_BYTES``.
    """
    head = pipe.recv_bytes(MAX_MESSAGE_BYTES)
    left = MAX_MESSAGE_BYTES - len(head)
    try:
        parsed = json.loads(head)
        fields, count = parsed["fields"], parsed["blobs"]
    except (ValueError, TypeError, KeyError, RecursionError):
        raise MessageError from None
    if not isinstance(fields, dict) or not isinstance(count, int) or not 0 <= count <= MAX_PARTS:
        raise MessageError
    blobs = []
    for _ in range(count):
        blobs.append(pipe.recv_bytes(left))
        left -= len(blobs[-1])
    return ImportMessage(fields, blobs)


def message_from_imported(imported: ImportedRelease) -> ImportMessage:
    """An import as a message."""
    recognised = imported.recognised
    fields: dict[str, object] = {
        "pictures": list(imported.pictures),
        "attachments": [[file.name, file.format] for file in imported.attachments],
        "parts": None,
    }
    if recognised is not None:
        fields["parts"] = [
            [part.kind.value, part.paragraphs, part.sureness] for part in recognised.parts
        ]
        fields["dateline"] = recognised.dateline
    blobs = [release_to_json(imported.release), receipt_to_json(imported.receipt)]
    blobs += imported.pictures.values()
    blobs += [file.data for file in imported.attachments]
    return ImportMessage(fields, blobs)


def imported_from_message(message: ImportMessage) -> ImportedRelease:
    """The import in a message; raises ``MessageError`` where it is none."""
    fields, blobs = message.fields, iter(message.blobs)
    try:
        imported = ImportedRelease(
            release_from_json(next(blobs)),
            receipt_from_json(next(blobs)),
            {_text(digest): next(blobs) for digest in fields["pictures"]},
            tuple(
                Attachment(_text(name), next(blobs), None if key is None else _text(key))
                for name, key in fields["attachments"]
            ),
            None if fields["parts"] is None else _recognised(fields),
        )
    except (ReadError, ValueError, TypeError, KeyError, StopIteration, RuntimeError):
        raise MessageError from None  # a generator turns StopIteration into a RuntimeError
    if next(blobs, None) is not None:
        raise MessageError
    return imported


def message_from_error(error: ReadError) -> ImportMessage:
    """A refusal as a message; ``raise_error_from_message`` raises it on the other side."""
    return ImportMessage({"error": error.kind, "sentence": str(error)})


def raise_error_from_message(message: ImportMessage) -> None:
    """Raise the ``ReadError`` in a message, if there is one.

    Raises ``MessageError`` where the message is malformed.
    """
    kind = message.fields.get("error")
    if kind is None:
        return
    sentence = message.fields.get("sentence")
    if kind not in get_args(ReadKind) or not isinstance(sentence, str):
        raise MessageError
    raise ReadError(cast("ReadKind", kind), sentence)


def _recognised(fields: Mapping[str, Any]) -> RecognisedParts:
    parts = tuple(
        Part(PartKind(kind), tuple(map(_number, paragraphs)), _share(sureness))
        for kind, paragraphs, sureness in fields["parts"]
    )
    dateline = fields["dateline"]
    if dateline is None:
        return RecognisedParts(parts)
    start, end = dateline
    return RecognisedParts(parts, Span(_number(start), _number(end)))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise MessageError
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise MessageError
    return value


def _share(value: object) -> float:
    if not isinstance(value, int | float) or not 0 <= value <= 1:
        raise MessageError
    return value
