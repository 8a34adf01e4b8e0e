"""What goes to and fro between the window and the worker process; all of it can be pickled."""

from __future__ import annotations

from dataclasses import dataclass

from bnews_desk.importers.imported import Imported


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it arrived: its name without folders, its bytes and their SHA-256 (hex)."""

    name: str
    digest: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that came in before, to be read again; ``key`` is its release's in the journal."""

    key: str
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Ready:
    """The worker has loaded every importer and waits for its first path."""


@dataclass(frozen=True, slots=True)
class Read:
    """A file has come in; the bytes of the original follow this answer, as they are."""

    imported: Imported
    digest: str


@dataclass(frozen=True, slots=True)
class ReadAgain:
    """A file that was kept, or that came with a mail, has been read; nothing follows."""

    imported: Imported


@dataclass(frozen=True, slots=True)
class Unfolded:
    """The path is a folder: these files of it can be read, in order; ``more`` were too many."""

    paths: tuple[str, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Refused:
    """The path could not be read; ``message`` is one Indonesian sentence."""

    message: str


@dataclass(frozen=True, slots=True)
class Lost:
    """The worker process has ended; ``while_reading`` a path, or before it had taken one."""

    while_reading: bool


Answer = Ready | Read | ReadAgain | Unfolded | Refused | Lost
