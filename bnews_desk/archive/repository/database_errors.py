"""Turns failures of a database into one Indonesian sentence each for the editor.

The messages of the database and its client are English and may contain private data; they stay in
the exception's cause. Where nothing better is known, the error code is shown for the server's
administrator.
"""

from __future__ import annotations

import os
import sqlite3
from typing import NamedTuple

from bnews_desk.archive.sqlite_errors import sqlite_error_code
from bnews_desk.files import is_held_by_other_program


class Failure(NamedTuple):
    """Why a shared archive cannot be used, and what to do about it: two halves of a sentence."""

    why: str
    remedy: str


def embedded_sentence(cause: BaseException, path: str) -> str:
    """The sentence about a failure of the embedded archive in the file at ``path``."""
    if os.path.exists(path) and not os.path.isfile(path):
        return f"“{path}” bukan berkas, jadi tidak dapat menjadi arsip; pilih tempat lain."
    code = sqlite_error_code(cause)
    if code == sqlite3.SQLITE_CANTOPEN and is_held_by_other_program(path):
        code = sqlite3.SQLITE_BUSY
    sentence = _EMBEDDED.get(code, _OTHER)
    return sentence.format(path=path, folder=os.path.dirname(path), code=code)


def shared_sentence(cause: BaseException, place: str) -> str:
    """The sentence about a failure of the shared archive that is shown as ``place``."""
    failure = _by_code(cause) or _by_words(cause)
    if failure is None:
        code = getattr(cause, "sqlstate", None)
        known = f" (kode {code})" if code else ""
        failure = Failure(f"servernya menolak tanpa sebab yang dikenal{known}", _ASK_OR_LATER)
    return _told(failure, place)


def lacks_password(cause: BaseException) -> bool:
    """Whether the server of a shared archive required a password and was given none."""
    return _by_code(cause) is None and _by_words(cause) is _NO_PASSWORD


def incomplete_sentence(place: str, missing: tuple[str, ...], *, is_shared: bool) -> str:
    """The sentence about an archive that lacks tables, or the record of its schema version."""
    lacks = f"tabel {', '.join(missing)} tidak ada" if missing else "catatan susunannya hilang"
    if is_shared:
        return _told(Failure(f"susunannya tidak utuh ({lacks})", _RESTORE_DUMP), place)
    return (
        f"Arsip “{place}” tidak utuh ({lacks}); pindahkan berkas itu, lalu salin cadangan terbaru"
        " dari folder cadangan di sebelahnya ke tempatnya."
    )


def encoding_sentence(place: str) -> str:
    """The sentence about a database whose encoding cannot hold every text."""
    return _told(_ENCODING, place)


def _told(failure: Failure, place: str) -> str:
    return f"Arsip bersama “{place}” tidak dapat dipakai karena {failure.why}; {failure.remedy}."


def _by_code(cause: BaseException) -> Failure | None:
    """The failure by SQLSTATE: the code itself, or the class it belongs to."""
    code = getattr(cause, "sqlstate", None) or ""
    return _OF_CODES.get(code) or _OF_CODES.get(code[:2])


def _by_words(cause: BaseException) -> Failure | None:
    """The failure by the client's message: where no connection is made there is no code."""
    said = " ".join(str(cause).split())
    return next((failure for words, failure in _OF_WORDS.items() if words in said), None)


_OTHER = (
    "Arsip “{path}” tidak dapat dipakai (kode SQLite {code}) dan tidak diubah; jalankan"
    " bnews-desk archive check."
)
_SCHEMA = (
    "Arsip “{path}” tidak tersusun seperti semestinya; jalankan bnews-desk archive check, lalu"
    " pulihkan cadangan terbaru dari folder cadangan di sebelahnya."
)
_FORBIDDEN = "Arsip “{path}” tidak dapat ditulisi; periksa izin folder “{folder}”."
_DAMAGED = (
    "Arsip “{path}” rusak; pindahkan berkas itu, lalu salin cadangan terbaru dari folder cadangan"
    " di sebelahnya ke tempatnya."
)
_BUSY = "Arsip “{path}” sedang dipakai program lain; tutup program itu atau coba lagi."
_TOO_BIG = "Arsip “{path}” tidak dapat memuat isi sebesar itu; bagi menjadi beberapa naskah."
_NO_MEMORY = (
    "Memori komputer habis, jadi arsip “{path}” tidak berubah; tutup program lain lalu coba lagi."
)
_EMBEDDED = {
    sqlite3.SQLITE_ERROR: _SCHEMA,
    sqlite3.SQLITE_SCHEMA: _SCHEMA,
    sqlite3.SQLITE_FULL: "Ruang disk habis, jadi arsip “{path}” tidak berubah; kosongkan sebagian.",
    sqlite3.SQLITE_IOERR: "Disk tempat arsip “{path}” menolak, mungkin penuh atau rusak, jadi arsip"
    " tidak berubah; periksa disknya.",
    sqlite3.SQLITE_READONLY: _FORBIDDEN,
    sqlite3.SQLITE_CANTOPEN: _FORBIDDEN,
    sqlite3.SQLITE_PERM: _FORBIDDEN,
    sqlite3.SQLITE_AUTH: _FORBIDDEN,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_PROTOCOL: _BUSY,
    sqlite3.SQLITE_TOOBIG: _TOO_BIG,
    sqlite3.SQLITE_NOMEM: _NO_MEMORY,
}

_ADMIN = "hubungi pengelola servernya"
_ASK_OR_LATER = "coba lagi nanti atau hubungi pengelola servernya"
_TRY = "coba lagi sebentar lagi"
_CHECK_ADDRESS = "periksa alamat arsip di Setelan atau di --archive"
_REJECTED = Failure("nama pengguna atau sandinya ditolak", _CHECK_ADDRESS)
_NO_PASSWORD = Failure(
    "sandinya belum diketahui",
    "tulis sekali di Setelan seperti postgresql://nama:sandi@server/arsip, atau isi PGPASSWORD",
)
_NO_DATABASE = Failure(
    "basis data itu tidak ada di servernya", f"{_CHECK_ADDRESS}, atau minta pengelola membuatnya"
)
_NO_RIGHTS = Failure(
    "pengguna itu tidak berhak memakai basis data ini",
    "minta pengelola server memberi hak membuat dan mengubah tabel",
)
_NOT_FROM_HERE = Failure(
    "servernya tidak menerima sambungan dari komputer ini",
    "minta pengelola server mengizinkannya di pg_hba.conf",
)
_CROWDED = Failure("terlalu banyak program tersambung ke servernya", _ASK_OR_LATER)
_GOING = Failure("servernya sedang dimatikan atau baru dinyalakan", _TRY)
_LOST = Failure("sambungan ke servernya terputus", f"{_TRY}, dan periksa jaringannya")
_SILENT = Failure("servernya tidak menjawab pada waktunya", "periksa jaringannya lalu coba lagi")
_UNREACHABLE = Failure(
    "servernya tidak terjangkau lewat jaringan", "periksa jaringan dan alamatnya lalu coba lagi"
)
_NOBODY = Failure("tidak ada server yang berjalan di alamat itu", f"{_CHECK_ADDRESS} atau tunggu")
_UNKNOWN_HOST = Failure("nama servernya tidak dikenal", "periksa nama server dan jaringannya")
_ODD_OPTION = Failure("pilihan setelah ? di alamatnya tidak dikenal", _CHECK_ADDRESS)
_NO_SSL = Failure(
    "sambungan terenkripsi (SSL) ke servernya tidak terjalin",
    "periksa sslmode di alamatnya bersama pengelola server",
)
_NOT_POSTGRESQL = Failure("yang menjawab di alamat itu bukan PostgreSQL", _CHECK_ADDRESS)
_DISK = Failure("disk servernya penuh", _ADMIN)
_READ_ONLY = Failure(
    "servernya hanya dapat dibaca (salinan siaga atau sengaja dikunci)",
    "pakai alamat server utamanya",
)
_BROKEN = Failure("servernya melaporkan data yang rusak", f"segera {_ADMIN}")
_IN_THE_WAY = Failure("program lain sedang mengubah hal yang sama", _TRY)
_SCHEMA_LACKS = Failure(
    "susunannya tidak seperti semestinya",
    "jalankan bnews-desk archive check, lalu minta pengelola memulihkan pg_dump terbaru",
)
_RESTORE_DUMP = "minta pengelola server memulihkan pg_dump terbaru"
_ENCODING = Failure(
    "basis datanya tidak memakai UTF-8", "minta pengelola membuatnya dengan ENCODING 'UTF8'"
)
_OF_CODES = {
    "08": _LOST,
    "28": _REJECTED,
    "3D000": _NO_DATABASE,
    "42501": _NO_RIGHTS,
    "3F000": _NO_RIGHTS,  # no schema in which a table could be created
    "42": _SCHEMA_LACKS,
    "53100": _DISK,
    "53200": Failure("memori servernya habis", _ASK_OR_LATER),
    "53300": _CROWDED,
    "53": Failure("servernya kehabisan sumber daya", _ASK_OR_LATER),
    "57014": Failure("servernya menghentikan pekerjaan yang terlalu lama", _ASK_OR_LATER),
    "57P04": _NO_DATABASE,
    "57P05": _LOST,
    "57": _GOING,
    "25P03": _LOST,
    "25P04": _LOST,
    "25006": _READ_ONLY,
    "40": _IN_THE_WAY,
    "55": _IN_THE_WAY,
    "22P05": _ENCODING,
    "22021": _ENCODING,
    "58": Failure("disk servernya bermasalah", _ADMIN),
    "XX001": _BROKEN,
    "XX002": _BROKEN,
}
"""By SQLSTATE, https://www.postgresql.org/docs/current/errcodes-appendix.html."""
_OF_WORDS = {
    "password authentication failed": _REJECTED,
    "no password supplied": _NO_PASSWORD,
    "is not permitted to log in": _REJECTED,
    "authentication failed": _REJECTED,
    "no pg_hba.conf entry": _NOT_FROM_HERE,
    "pg_hba.conf rejects": _NOT_FROM_HERE,
    "permission denied for database": _NO_RIGHTS,
    "is not currently accepting connections": _NO_RIGHTS,
    "too many connections": _CROWDED,
    "too many clients": _CROWDED,
    "connection slots are reserved": _CROWDED,
    "the database system is": _GOING,
    'FATAL: role "': _REJECTED,
    'FATAL: database "': _NO_DATABASE,
    "Connection refused": _NOBODY,
    "No such file or directory": Failure(
        "tidak ada server yang berjalan di komputer ini", _CHECK_ADDRESS
    ),
    "failed to resolve host": _UNKNOWN_HOST,
    "could not translate host name": _UNKNOWN_HOST,
    "timeout expired": _SILENT,
    "timed out": _SILENT,
    "Network is unreachable": _UNREACHABLE,
    "No route to host": _UNREACHABLE,
    "invalid response to SSL negotiation": _NOT_POSTGRESQL,
    "certificate": _NO_SSL,
    "invalid sslmode": _ODD_OPTION,
    "SSL": _NO_SSL,
    "invalid port number": Failure("nomor port di alamatnya tidak sah", _CHECK_ADDRESS),
    "invalid connection option": _ODD_OPTION,
    "invalid integer value": _ODD_OPTION,
    "bad value for": _ODD_OPTION,
    "definition of service": _ODD_OPTION,
    "server closed the connection": _LOST,
    "the connection is": _LOST,
    "connection is lost": _LOST,
    "terminating connection": _LOST,
}
"""By words in the English messages of libpq, psycopg and the server."""
