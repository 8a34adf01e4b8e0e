"""The errors that importers raise for files they cannot read, in the user's words."""

from __future__ import annotations

from typing import NamedTuple

from bnews_desk.errors import ReadError
from bnews_desk.importers.limits import too_large

_NO_MEMORY = ("annot allocate memory", "failed to map segment", "paging file is too small")
"""Messages of the systems where a library cannot be loaded for lack of memory."""


def incomplete_program(cause: BaseException) -> ReadError:
    """The error where a module or library of this program is missing, so that the file is not at
    fault.

    Under a memory limit a library may also fail to load; then the file is too large.
    """
    if isinstance(cause, MemoryError) or any(words in str(cause) for words in _NO_MEMORY):
        return too_large()
    missing = getattr(cause, "name", None) or type(cause).__name__
    return ReadError(
        "incomplete-program",
        f"B-News Desk di komputer ini kurang lengkap ({missing} tidak dapat dipakai), jadi"
        " berkasnya belum dibaca; jalankan bnews-desk doctor, atau pasang ulang B-News Desk.",
    )


class ReadErrors(NamedTuple):
    """The errors of one format: ``name`` is the editor's name for it, ``program`` a program that
    opens it.
    """

    name: str
    program: str

    def empty(self) -> ReadError:
        """The file has no bytes, or no words."""
        return ReadError(
            "empty",
            f"Berkas {self.name} ini tidak berisi tulisan, jadi tidak ada yang dibaca; mintalah"
            " pengirim mengirimkannya lagi.",
        )

    def damaged(self, cause: BaseException | None = None) -> ReadError:
        """The file began correctly and cannot be read to its end.

        With an ``ImportError`` as ``cause`` the error blames the program.
        """
        if isinstance(cause, ImportError):
            return incomplete_program(cause)
        return ReadError(
            "damaged",
            f"Berkas {self.name} ini rusak atau terpotong sehingga isinya tidak dapat dibaca; "
            f"minta pengirim mengirim ulang, atau buka dan simpan ulang di {self.program}.",
        )

    def encrypted(self) -> ReadError:
        """The file is password-protected."""
        return ReadError(
            "encrypted",
            f"Berkas {self.name} ini dikunci dengan kata sandi sehingga tidak dapat dibaca; "
            f"buka di {self.program}, hapus kata sandinya, lalu simpan ulang.",
        )

    def hostile(self) -> ReadError:
        """The file is crafted to harm its reader."""
        return ReadError(
            "hostile",
            f"Berkas {self.name} ini memuat susunan berbahaya (definisi entitas atau struktur tak"
            " wajar) sehingga tidak dibuka; minta naskahnya sebagai teks biasa.",
        )

    def too_large(self) -> ReadError:
        """The file contains, or unpacks to, more than the limit."""
        return ReadError(
            "too-large",
            f"Isi berkas {self.name} ini terlalu besar (batasnya 200 MB setelah dibuka) sehingga"
            " tidak dibaca; minta versi tanpa lampiran, atau salin teksnya saja ke berkas baru.",
        )
