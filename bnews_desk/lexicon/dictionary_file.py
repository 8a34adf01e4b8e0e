"""Reads and writes dictionary files: plain text, one word a line, ``#`` begins a comment.

UTF-8, with or without a byte order mark, with any line breaks. A line that cannot be used is
reported with file and line number, and the rest is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bnews_desk.errors import ReadError, ReadKind
from bnews_desk.files import read_bytes
from bnews_desk.text import APOSTROPHES, words

MAX_FILE_BYTES = 4_000_000
MAX_WORDS = 100_000
MAX_WORD_LENGTH = 64
"""In code points; no Indonesian word or name is nearly as long."""
MOST_REPORTED = 5
"""Most faults of one file that are reported one by one."""
LIBREOFFICE = "OOoUserDict1"
"""The first line of LibreOffice's dictionaries, whose words begin after a line ``---``."""
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
"""The byte order marks of UTF-16, in which Word keeps its own dictionaries; read, never written."""
_SAID: dict[ReadKind, str] = {
    "too-large": "lebih besar dari {limit} MB, terlalu besar untuk kamus; bagi menjadi beberapa"
    " berkas.",
    "not-a-file": "bukan berkas biasa, jadi katanya tidak terbaca; sebutkan berkas kamusnya.",
}


class DictionaryFault(NamedTuple):
    """One line that cannot be used; with ``line`` 0, a fault of the whole file."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        """One Indonesian sentence with file and line number."""
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.message}"


class DictionaryFile(NamedTuple):
    """The words of a file as written, each once, and the faults.

    Of words that differ only in case, the first counts. ``unusable`` is the number of unusable
    lines; ``faults`` has the first ``MOST_REPORTED`` of them.
    """

    words: tuple[str, ...] = ()
    faults: tuple[DictionaryFault, ...] = ()
    unusable: int = 0


def read_dictionary_file(path: str) -> DictionaryFile:
    """Read the words of a file; an empty file has none.

    Raises ``ReadError`` where the file does not exist or is not text.
    """
    return parse_words(word_bytes(path), path)


def word_bytes(path: str) -> bytes:
    """The bytes of a dictionary file; raises as ``read_dictionary_file`` does."""
    try:
        return read_bytes(path, MAX_FILE_BYTES)
    except ReadError as error:
        if error.kind == "empty":
            return b""
        if error.kind in _SAID:
            said = _SAID[error.kind].format(limit=MAX_FILE_BYTES // 1_000_000)
            raise ReadError(error.kind, f"“{path}” {said}") from None
        raise


def parse_words(data: bytes, path: str) -> DictionaryFile:
    """Read the words in ``data``, the content of the file ``path``; raises ``ReadError`` for binary
    data."""
    found: dict[str, str] = {}
    faults: list[DictionaryFault] = []
    unusable = 0
    lines = list(_lines(data, path))
    if lines[:1] == [LIBREOFFICE] and "---" in lines:
        head = lines.index("---") + 1
        lines[:head] = [""] * head
    for number, line in enumerate(lines, 1):
        entry = "\ufffd" if line is None else entry_of(line)
        if not entry:
            continue
        complaint = entry_fault(entry)
        if not complaint and len(found) == MAX_WORDS and word_key(entry) not in found:
            faults.append(DictionaryFault(path, number, _full()))
            break
        if not complaint:
            found.setdefault(word_key(entry), normal_word(entry))
            continue
        unusable += 1
        if unusable <= MOST_REPORTED:
            faults.append(DictionaryFault(path, number, complaint))
    if unusable > MOST_REPORTED:
        more = f"{unusable - MOST_REPORTED} baris lain juga tidak dapat dipakai dan dilewati."
        faults.append(DictionaryFault(path, 0, more))
    return DictionaryFile(tuple(found.values()), tuple(faults), unusable)


def entry_of(line: str) -> str:
    """The entry on a line without its comment; '' where there is none."""
    return line.partition("#")[0].strip()


def entry_fault(entry: str) -> str:
    """Why an entry cannot be a word, as one sentence; '' where it can."""
    if entry.isalpha() and len(entry) <= MAX_WORD_LENGTH:
        return ""
    if "\ufffd" in entry:
        return "Bukan teks UTF-8, jadi dilewati; tulis ulang baris ini."
    whole = normal_word(entry)
    if len(whole) > MAX_WORD_LENGTH:
        return f"Lebih panjang dari {MAX_WORD_LENGTH} huruf, jadi dilewati; periksa baris ini."
    found = words(whole)
    is_word = len(found) == 1 and found[0].text == whole
    if is_word and any(c.isalpha() for c in whole):
        return ""
    shown = "".join(c if c.isprintable() else "\ufffd" for c in whole)
    return f"“{shown}” bukan satu kata, jadi dilewati; tulis satu kata per baris."


def normal_word(word: str) -> str:
    """A word in the form in which it is stored: composed letters, straight apostrophes."""
    if word.isascii():
        return word
    from unicodedata import normalize

    plain = normalize("NFC", word)
    for apostrophe in APOSTROPHES[1:]:
        plain = plain.replace(apostrophe, "'")
    return plain


def word_key(word: str) -> str:
    """The key by which spellings of one word compare equal, whatever their case."""
    return normal_word(word).casefold()


def without_respellings(words: Iterable[str]) -> frozenset[str]:
    """The words without those that differ from an earlier one only in case."""
    found: dict[str, str] = {}
    for word in words:
        found.setdefault(word_key(word), word)
    return frozenset(found.values())


def _lines(data: bytes, path: str) -> Iterator[str | None]:
    """The lines of a file; None for a line that is not text."""
    if data.startswith(WIDE_MARKS):
        try:
            yield from data.decode("utf-16").splitlines()
        except UnicodeDecodeError:
            raise _noise(path) from None
        return
    if b"\0" in data:
        raise _noise(path)
    for line in data.removeprefix(BYTE_ORDER_MARK).splitlines():
        try:
            yield line.decode()
        except UnicodeDecodeError:
            yield None


def _noise(path: str) -> ReadError:
    return ReadError(
        "damaged",
        f"“{path}” bukan berkas teks, jadi tidak ada kata yang diambil darinya; simpan kamusnya"
        " sebagai teks biasa (UTF-8).",
    )


def _full() -> str:
    limit = f"{MAX_WORDS:,}".replace(",", ".")
    return f"Hanya {limit} kata pertama yang dipakai; bagi kamus ini menjadi beberapa berkas."
