"""What is said of a file that cannot be read to its end, whatever its format."""

from __future__ import annotations

from typing import NamedTuple

from bnews_desk.errors import ReadError


class Faults(NamedTuple):
    """The errors of one format: ``name`` is what an editor calls it, ``program`` what opens it."""

    name: str
    program: str

    def empty(self) -> ReadError:
        """Not a byte, or not a word, is in the file."""
        return ReadError(
            "empty",
            f"Berkas {self.name} ini tidak berisi tulisan, jadi tidak ada yang dibaca; mintalah"
            " pengirim mengirimkannya lagi.",
        )

    def damaged(self) -> ReadError:
        """The file began as it should and cannot be read to its end."""
        return ReadError(
            "damaged",
            f"Berkas {self.name} ini rusak atau terpotong sehingga isinya tidak dapat dibaca; "
            f"minta pengirim mengirim ulang, atau buka dan simpan ulang di {self.program}.",
        )

    def encrypted(self) -> ReadError:
        """The file is behind a password."""
        return ReadError(
            "encrypted",
            f"Berkas {self.name} ini dikunci dengan kata sandi sehingga tidak dapat dibaca; "
            f"buka di {self.program}, hapus kata sandinya, lalu simpan ulang.",
        )

    def hostile(self) -> ReadError:
        """The file is made to harm whoever opens it."""
        return ReadError(
            "hostile",
            f"Berkas {self.name} ini memuat susunan berbahaya (definisi entitas atau struktur tak"
            " wajar) sehingga tidak dibuka; minta naskahnya sebagai teks biasa.",
        )

    def too_large(self) -> ReadError:
        """The file holds, or unpacks to, more than the limit."""
        return ReadError(
            "too-large",
            f"Isi berkas {self.name} ini terlalu besar (batasnya 200 MB setelah dibuka) sehingga"
            " tidak dibaca; minta versi tanpa lampiran, atau salin teksnya saja ke berkas baru.",
        )
