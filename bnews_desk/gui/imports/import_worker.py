"""The main function of the import worker process: reads files within the limits of an import.

It stores nothing between two files and may be killed at any moment.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import signal
from multiprocessing.connection import Connection

from bnews_desk.errors import ReadError
from bnews_desk.files import system_path
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.imports.import_worker_messages import (
    FileRead,
    FileRefused,
    FolderListed,
    OriginalRead,
    ReadAgainRequest,
    WorkerAnswer,
    WorkerReady,
    encode_answer,
)
from bnews_desk.gui.shared.native_crash import note_native_crashes
from bnews_desk.house.style import HouseStyle
from bnews_desk.importers.file_reading import load_reader, read_data, read_file_and_bytes
from bnews_desk.importers.import_formats import FORMATS, import_format_by_name, readable_endings
from bnews_desk.importers.import_messages import ImportMessage, send_message
from bnews_desk.importers.imported_release import Attachment
from bnews_desk.importers.limits import limit_memory, within_limits
from bnews_desk.importers.parts.part_recognition import recognise_parts
from bnews_desk.importers.read_errors import incomplete_program
from bnews_desk.log import log_fault, start_logging_beside
from bnews_desk.paths import data_folder

_LOG = logging.getLogger(__name__)


MAX_FILES = 500
"""The most files imported from one folder."""
_UNREADABLE = "Berkas ini tidak dapat dibaca; simpan ulang dari program asalnya, lalu coba lagi."
_LOCK_FILE = "~$"


def serve_import_requests(pipe: Connection, house: HouseStyle) -> None:
    """Answer requests until the other end of ``pipe`` is closed.

    Each path, stored original or attachment gets one ``WorkerAnswer``; a style sheet gets none.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is handled by the window
    note_native_crashes(data_folder(), "impor")
    start_logging_beside(data_folder())
    reader = FrameReader(house)
    for format in FORMATS:
        # a missing module is reported when such a file is read
        with contextlib.suppress(Exception):
            load_reader(format)
    limit_memory()
    with contextlib.suppress(EOFError, OSError):
        send_message(pipe, encode_answer(WorkerReady()))
        while True:
            asked = pipe.recv()
            if isinstance(asked, HouseStyle):
                reader = FrameReader(asked)
            else:  # sent outside the limits, which could interrupt it after half a message
                send_message(pipe, _answer(asked, reader))


def _answer(asked: str | ReadAgainRequest | Attachment, reader: FrameReader) -> ImportMessage:
    try:
        with within_limits():
            return encode_answer(_read_request(asked, reader))
    except ReadError as error:
        return encode_answer(FileRefused(str(error)))
    except ImportError as error:
        return encode_answer(FileRefused(str(incomplete_program(error))))
    except Exception as error:  # whatever a hostile file provokes is reported as the file's fault
        log_fault(_LOG, "reading a file", error)
        return encode_answer(FileRefused(_UNREADABLE))


def _read_request(asked: str | ReadAgainRequest | Attachment, reader: FrameReader) -> WorkerAnswer:
    if not isinstance(asked, str):
        again = read_data(asked.data, import_format_by_name(asked.name).key, reader)
        return OriginalRead(again._replace(recognised=recognise_parts(again.release, reader)))
    if os.path.isdir(asked):
        return importable_files_in(asked)
    imported, data = read_file_and_bytes(asked, reader)
    imported = imported._replace(recognised=recognise_parts(imported.release, reader))
    return FileRead(imported, hashlib.sha256(data).hexdigest(), data)


def importable_files_in(folder: str) -> FolderListed:
    """The importable files in a folder and its subfolders, sorted by name, a folder's own files
    first.

    Hidden files, Word's lock files and links to folders are skipped. Raises ``ReadError`` when
    there are none.
    """
    found: list[str] = []
    root = system_path(folder, is_root=True)
    for place, folders, names in os.walk(root):
        above = folder + place[len(root) :]
        folders[:] = sorted((f for f in folders if not f.startswith(".")), key=str.casefold)
        found += [os.path.join(above, n) for n in sorted(names, key=str.casefold) if _is_copy(n)]
    if not found:
        raise ReadError(
            "missing",
            f"Folder “{folder}” tidak berisi naskah yang dapat dibaca"
            f" ({', '.join(readable_endings())}); pilih folder lain.",
        )
    return FolderListed(tuple(found[:MAX_FILES]), max(0, len(found) - MAX_FILES))


def _is_copy(name: str) -> bool:
    is_hidden = name.startswith((".", _LOCK_FILE))
    return not is_hidden and os.path.splitext(name)[1].lower() in readable_endings()
