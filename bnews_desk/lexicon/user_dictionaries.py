"""The user dictionaries of editor and newsroom: words that the speller accepts.

Each is a file (``dictionary_file``) that several programs may change at the same time. A change
locks the dictionary, reads the file, alters the affected lines and writes it back atomically, so
that no word is lost; comments, order and unknown lines are kept.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Set
from contextlib import contextmanager
from typing import NamedTuple

from bnews_desk.errors import DeskError, ReadError, UsageError, WriteError
from bnews_desk.files import real_path, write_atomically, write_error
from bnews_desk.lexicon.dictionary_file import (
    BYTE_ORDER_MARK,
    MAX_FILE_BYTES,
    MAX_WORDS,
    WIDE_MARKS,
    DictionaryFile,
    entry_fault,
    entry_of,
    normal_word,
    parse_words,
    read_dictionary_file,
    without_respellings,
    word_bytes,
    word_key,
)
from bnews_desk.paths import user_folder

LOCK_SECONDS = 5.0
"""How long a change waits while another program has locked the dictionary."""

_Stamp = tuple[int, int, int]
_NOTHING: _Stamp = (0, 0, 0)


class MergeResult(NamedTuple):
    """The result of adding words: the new ones, and the number of those already there."""

    new: tuple[str, ...]
    known: int
    unusable: int


class Dictionary:
    """One dictionary as last read from its file, which need not exist yet.

    ``words`` are as written, so that names keep their case. ``faults`` are sentences about unusable
    lines; ``is_broken`` says that the file exists and cannot be read at all. Changes raise
    ``ReadError`` or ``WriteError`` where they fail; the file is then untouched.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.words: frozenset[str] = frozenset()
        self.faults: tuple[str, ...] = ()
        self.is_broken = False
        self._stamp: _Stamp = _NOTHING
        self._load()

    def reread(self) -> bool:
        """Read the file again if it has changed; returns whether it had.

        Where it can no longer be read, the words stay as they were, and there is a fault.
        """
        if _stamp_of(self.path) == self._stamp:
            return False
        self._load()
        return True

    def add(self, word: str) -> bool:
        """Add a word at the end; False where it is already there, in any case.

        Raises ``UsageError`` for something that is not a word.
        """
        entry = checked_word(word)
        return self._change(lambda sheet: sheet.append(entry))

    def remove(self, word: str) -> bool:
        """Remove a word, whatever its case; False where it is not there."""
        return bool(self.remove_all([word]))

    def remove_all(self, words: Iterable[str]) -> tuple[str, ...]:
        """Remove words in one step; returns those removed, as they were written."""
        keys = {word_key(word.strip()) for word in words}
        gone: list[str] = []

        def drop_all(sheet: _Sheet) -> bool:
            gone[:] = sheet.drop(keys)
            return bool(gone)

        self._change(drop_all)
        return tuple(gone)

    def replace(self, old: str, new: str) -> bool:
        """Replace a word in its place; returns whether anything was changed.

        Raises ``UsageError`` where ``new`` is not a word.
        """
        entry = checked_word(new)
        return self._change(lambda sheet: sheet.swap(old, entry))

    def merge(self, words: Iterable[str]) -> MergeResult:
        """Add all of ``words`` in one step."""
        good, unusable = [], 0
        for word in words:
            if entry_fault(word.strip()):
                unusable += 1
            else:
                good.append(normal_word(word.strip()))
        new: list[str] = []

        def add_all(sheet: _Sheet) -> bool:
            new[:] = [word for word in good if sheet.append(word)]
            return bool(new)

        self._change(add_all)
        return MergeResult(tuple(new), len(good) - len(new), unusable)

    def _load(self) -> None:
        self._stamp = _stamp_of(self.path)
        try:
            self._take(read_dictionary_file(self.path))
        except ReadError as error:
            if error.kind == "missing" and _may_be_made(self.path):
                self._take(DictionaryFile())
                return
            self.is_broken = True
            self.faults = (_away(self.path) if error.kind == "missing" else str(error),)

    def _take(self, read: DictionaryFile) -> None:
        self.words = frozenset(read.words)
        self.faults = tuple(map(str, read.faults))
        self.is_broken = False

    def _change(self, change: Callable[[_Sheet], bool]) -> bool:
        """Apply a change to the lines and write the file; returns whether anything was changed."""
        with _locked(self.path):
            sheet = _Sheet(_present(self.path), self.path)
            is_changed = change(sheet)
            data = sheet.data
            if is_changed:
                if len(data) > MAX_FILE_BYTES:
                    raise _too_full(self.path)
                write_atomically(self.path, data)
            self._take(parse_words(data, self.path))
            self._stamp = _stamp_of(self.path)
        return is_changed


class _Sheet:
    """The lines of a dictionary as bytes, which are kept exactly; raises ``ReadError`` for binary
    data."""

    def __init__(self, data: bytes, path: str) -> None:
        self._path = path
        self._mark = BYTE_ORDER_MARK if data.startswith(BYTE_ORDER_MARK) else b""
        self._lines = data.removeprefix(BYTE_ORDER_MARK).splitlines(keepends=True)
        self._ending = b"\r\n" if b"\r\n" in data else b"\n"
        if data.startswith(WIDE_MARKS):
            raise ReadError(
                "damaged",
                f"Kamus “{path}” bukan teks UTF-8, jadi dibiarkan; simpan ulang sebagai UTF-8.",
            )
        self._known = {word_key(word) for word in parse_words(data, path).words}

    @property
    def data(self) -> bytes:
        """The present content of the file."""
        return self._mark + b"".join(self._lines)

    def append(self, word: str) -> bool:
        """Add a word at the end, unless it is there."""
        if word_key(word) in self._known:
            return False
        if len(self._known) >= MAX_WORDS:
            raise _too_full(self._path)
        if self._lines and not self._lines[-1].endswith((b"\n", b"\r")):
            self._lines[-1] += self._ending
        self._lines.append(word.encode() + self._ending)
        self._known.add(word_key(word))
        return True

    def drop(self, keys: Set[str]) -> list[str]:
        """Remove the lines of words with these keys; returns those words, each once."""
        kept: list[bytes] = []
        gone: dict[str, str] = {}
        for line in self._lines:
            entry = _entry_on(line)
            if entry and word_key(entry) in keys:
                gone.setdefault(word_key(entry), normal_word(entry))
            else:
                kept.append(line)
        self._lines = kept
        self._known -= keys
        return list(gone.values())

    def swap(self, old: str, new: str) -> bool:
        """Replace the word ``old`` on its line by ``new``; where it is gone, add ``new`` at the
        end."""
        key, new_key = word_key(old.strip()), word_key(new)
        if key not in self._known:
            return self.append(new)
        if new_key != key and new_key in self._known:
            return bool(self.drop({key}))
        at = next(i for i, line in enumerate(self._lines) if _key_on(line) == key)
        line, behind = self._lines[at], self._lines[at + 1 :]
        written = _entry_on(line).encode()
        self._lines[at:] = [
            line.replace(written, new.encode(), 1),
            *(other for other in behind if _key_on(other) != key),
        ]
        self._known = (self._known - {key}) | {new_key}
        return self._lines[at] != line


def combined_words(
    paths: Iterable[str], tell: Callable[[str], object] = lambda _sentence: None
) -> frozenset[str]:
    """The words of several dictionaries, each once, spelled as in the first that has it.

    A missing file has none; ``tell`` gets a sentence for each fault, and the rest is used. Never
    raises.
    """
    found: list[str] = []
    for path in paths:
        dictionary = Dictionary(path)
        found += dictionary.words
        for fault in dictionary.faults:
            tell(fault)
    return without_respellings(found)


def sort_words(words: Iterable[str]) -> list[str]:
    """Words in alphabetical order, ignoring case."""
    return sorted(words, key=lambda word: (word_key(word), word))


def checked_word(word: str) -> str:
    """A word in the form in which it is stored.

    Raises ``UsageError`` for something that is not a word.
    """
    entry = word.strip()
    if not entry:
        raise UsageError("Katanya kosong, jadi tidak ada yang ditambahkan; isi dahulu.")
    complaint = entry_fault(entry)
    if complaint:
        raise UsageError(complaint)
    return normal_word(entry)


def _entry_on(line: bytes) -> str:
    """The entry on a line without its comment; '' for none, and for a line that is not text."""
    try:
        return entry_of(line.decode())
    except UnicodeDecodeError:
        return ""


def _key_on(line: bytes) -> str:
    """The key of the word on a line; '' where there is none."""
    return word_key(_entry_on(line))


def _present(path: str) -> bytes:
    try:
        return word_bytes(path)
    except ReadError as error:
        if error.kind == "missing":
            return b""
        raise


@contextmanager
def _locked(path: str) -> Iterator[None]:
    """Lock a dictionary against changes by other programs."""
    from filelock import FileLock, Timeout

    target = real_path(path)
    folder, name = os.path.split(target)
    try:
        if _may_be_made(target):
            os.makedirs(folder, exist_ok=True)
        # a missing folder is not created: it may be a share that is not mounted
        whose = os.stat(folder).st_mode & 0o666  # whoever may write there may lock
        lock = FileLock(os.path.join(folder, f".{name}.kunci"), LOCK_SECONDS, mode=whose)
        lock.acquire()
    except Timeout:
        raise WriteError(
            "failed",
            f"Kamus “{path}” sedang ditulisi program lain, jadi belum diubah; coba lagi sebentar"
            " lagi.",
        ) from None
    except OSError as error:
        raise write_error(path, error) from None
    try:
        yield
    finally:
        lock.release()


def _may_be_made(path: str) -> bool:
    """Whether a missing dictionary is one that simply has not been created yet."""
    folder = os.path.dirname(path)
    return os.path.isdir(folder) or os.path.realpath(folder) == os.path.realpath(user_folder())


def _stamp_of(path: str) -> _Stamp:
    """File data that changes with its text; all 0 where there is no file."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return _NOTHING
    return found.st_mtime_ns, found.st_size, found.st_ino


def _away(path: str) -> str:
    return (
        f"Kamus “{path}” tidak terjangkau karena foldernya tidak ada; sambungkan folder itu atau"
        " perbaiki letaknya di gaya selingkung."
    )


def _too_full(path: str) -> DeskError:
    return UsageError(
        f"Kamus “{path}” sudah penuh, jadi tidak ada yang ditambahkan; hapus kata yang tidak"
        " dipakai lagi."
    )
