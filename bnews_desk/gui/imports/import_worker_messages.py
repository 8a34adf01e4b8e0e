"""Messages between the window and the import worker process.

Requests are pickled. Answers are not, since the worker reads hostile files: they are sent as
``ImportMessage``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bnews_desk.importers.import_messages import (
    ImportMessage,
    MessageError,
    imported_from_message,
    message_from_imported,
)
from bnews_desk.importers.imported_release import ImportedRelease


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """A file as it arrived: its name without folders, its bytes and their SHA-256 (hex)."""

    name: str
    digest: str
    data: bytes


@dataclass(frozen=True, slots=True)
class ReadAgainRequest:
    """A request to read a stored original again; ``key`` is its release's in the journal."""

    key: str
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class WorkerReady:
    """The worker has loaded every importer and waits for its first request."""


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file was read; ``data`` are its bytes, ``digest`` their SHA-256 (hex)."""

    imported: ImportedRelease
    digest: str
    data: bytes


@dataclass(frozen=True, slots=True)
class OriginalRead:
    """A stored original or an attachment was read."""

    imported: ImportedRelease


@dataclass(frozen=True, slots=True)
class FolderListed:
    """The path is a folder: its importable files, in order; ``more`` is the number beyond the
    limit.
    """

    paths: tuple[str, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class FileRefused:
    """The path could not be read; ``message`` is one Indonesian sentence."""

    message: str


@dataclass(frozen=True, slots=True)
class WorkerLost:
    """The worker process ended, ``while_reading`` or before it had taken the request.

    ``message`` is one Indonesian sentence when its exit code tells why.
    """

    while_reading: bool
    message: str = ""


WorkerAnswer = WorkerReady | FileRead | OriginalRead | FolderListed | FileRefused
"""The answers of a worker."""
Answer = WorkerAnswer | WorkerLost


def encode_answer(answer: WorkerAnswer) -> ImportMessage:
    """An answer as a message."""
    match answer:
        case WorkerReady():
            return ImportMessage({"answer": "ready"})
        case FileRead(imported, digest, data):
            return _with_import("read", imported, data, digest=digest)
        case OriginalRead(imported):
            return _with_import("read-again", imported)
        case FolderListed(paths, more):
            return ImportMessage({"answer": "unfolded", "paths": [*paths], "more": more})
        case FileRefused(sentence):
            return ImportMessage({"answer": "refused", "sentence": sentence})


def decode_answer(message: ImportMessage) -> WorkerAnswer:
    """The answer in a message; raises ``MessageError``."""
    match message.fields:
        case {"answer": "ready"}:
            return WorkerReady()
        case {"answer": "read", "digest": str(digest), "import": dict(fields)} if message.blobs:
            *blobs, data = message.blobs
            return FileRead(imported_from_message(ImportMessage(fields, blobs)), digest, data)
        case {"answer": "read-again", "import": dict(fields)}:
            return OriginalRead(imported_from_message(ImportMessage(fields, message.blobs)))
        case {"answer": "unfolded", "paths": list(paths), "more": int(more)} if all(
            isinstance(path, str) for path in paths
        ):
            return FolderListed(tuple(paths), more)
        case {"answer": "refused", "sentence": str(sentence)}:
            return FileRefused(sentence)
    raise MessageError


def _with_import(
    name: str,
    imported: ImportedRelease,
    *behind: bytes,
    **more: Any,  # noqa: ANN401
) -> ImportMessage:
    fields, blobs = message_from_imported(imported)
    return ImportMessage({"answer": name, "import": fields, **more}, (*blobs, *behind))
