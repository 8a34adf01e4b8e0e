"""Slugs: the last part of a web address, made from a headline and cut at the end of a phrase."""

from __future__ import annotations

import re

SLUG_LENGTH = 80
"""Greatest length of a slug made from a headline, in code points."""

_LEADING_ON = frozenset(
    "di ke dari pada kepada untuk dengan dan atau serta yang dalam oleh sebagai terhadap tentang"
    " bagi demi sejak hingga sampai agar supaya karena jika bila ketika saat tetapi namun maupun"
    " antara per para si sang seorang sebuah setiap akan telah sudah tidak belum bukan bisa dapat"
    " jadi menjadi lebih sangat paling bakal guna usai melalui secara seperti adalah atas soal hari"
    " tanggal pukul senilai sebanyak sebesar".split()
)
"""Words that cannot end a phrase."""


def cut_slug(slug: str, most: int) -> str:
    """``slug`` cut to at most ``most`` code points at the end of a word that can end it.

    A number whose noun is cut off goes too. A single word that is too long is cut anywhere.
    """
    if len(slug) <= most:
        return slug
    words = slug[: most + 1].split("-")[:-1]
    while len(words) > 1 and (words[-1] in _LEADING_ON or words[-1].isdigit()):
        words.pop()
    return "-".join(words) or slug[:most]


def slug_of(headline: str) -> str:
    """The slug of a headline: lower case, hyphens, no accents.

    Long ones are cut at the end of a phrase.
    """
    import unicodedata

    plain = unicodedata.normalize("NFKD", headline).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower().replace("'", "")).strip("-")
    return cut_slug(slug, SLUG_LENGTH)
