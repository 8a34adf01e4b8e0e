"""Pairs of frequent words, by which a phrase of such words is found in PostgreSQL.

Its index of words knows in which releases a word stands, not where: for *"di Blitar"* it would
read all releases that have both words, which are nearly all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

_FREQUENT = (
    "yang dan di ini dengan dari untuk dalam itu juga pada tersebut tidak akan menjadi ke bisa"
    " lebih atau saat ada hingga oleh sebagai kata sudah karena adalah satu tahun telah hanya"
    " seperti lain secara bahwa mengatakan masih dapat kepada bagi serta hari melakukan harus kita"
    " merupakan ujar banyak dilakukan mereka besar baru memiliki terhadap masyarakat melalui baik"
    " beberapa mulai sangat dua terus atas salah para agar kami memberikan berbagai tetap langsung"
    " orang lalu setelah dia selama pun belum sama lagi waktu kembali bukan saya membuat terjadi"
    " pertama tak termasuk kali bersama hal sehingga sekitar terkait antara negara jadi saja"
    " seluruh tengah sampai sejak lainnya pemerintah semua penting depan sejumlah resmi"
    " sebelumnya hasil kondisi maupun kedua yakni tiga kemudian kini utama bagian setiap wilayah"
    " rumah warga blitar kabupaten kota kecamatan desa kelurahan bupati wali walikota wakil dinas"
    " kepala daerah kegiatan program pemkab pemkot jawa timur indonesia b news id editor senin"
    " selasa rabu kamis jumat sabtu minggu"
)
"""Words of every fifth article and more, in the news or in releases of this newsroom. The index
is made anew where they change (``LAYOUTS``)."""


def pairs_of(words: Sequence[str]) -> list[str]:
    """The pairs of neighbours of which both are frequent, each once and as one token."""
    return list(dict.fromkeys(_joined(words)))


def _joined(words: Iterable[str]) -> Iterator[str]:
    frequent = _frequent()
    for one, other in pairwise(words):
        if one in frequent and other in frequent:
            yield f"{one}_{other}"


@cache
def _frequent() -> frozenset[str]:
    return frozenset(_FREQUENT.split())
