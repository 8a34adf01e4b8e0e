"""Slugs: the last part of a web address, made from a headline and cut between phrases."""

from __future__ import annotations

import re

SLUG_LENGTH = 80
"""Code points a slug made from a headline may have at most."""

_LEADING_ON = frozenset(
    "di ke dari pada kepada untuk dengan dan atau serta yang dalam oleh sebagai terhadap tentang"
    " bagi demi sejak hingga sampai agar supaya karena jika bila ketika saat tetapi namun maupun"
    " antara per para si sang seorang sebuah setiap akan telah sudah tidak belum bukan bisa dapat"
    " jadi menjadi lebih sangat paling bakal guna usai melalui secara seperti adalah atas soal hari"
    " tanggal pukul senilai sebanyak sebesar".split()
)
"""Words that say nothing without the next one."""


def cut_slug(slug: str, most: int) -> str:
    """``slug`` in at most so many code points, with whole words, the last of which can end it.

    A number loses its noun where that is cut away, so it goes too. A single word that is too long
    is cut anywhere.
    """
    if len(slug) <= most:
        return slug
    words = slug[: most + 1].split("-")[:-1]
    while len(words) > 1 and (words[-1] in _LEADING_ON or words[-1].isdigit()):
        words.pop()
    return "-".join(words) or slug[:most]


def slug_of(headline: str) -> str:
    """A web address's last part made from a headline: lower case, hyphens, no accents.

    Longer ones end where a phrase does.
    """
    import unicodedata

    plain = unicodedata.normalize("NFKD", headline).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower().replace("'", "")).strip("-")
    return cut_slug(slug, SLUG_LENGTH)
