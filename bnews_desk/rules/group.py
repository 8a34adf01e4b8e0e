"""The families of rules."""

from __future__ import annotations

from enum import Enum


class Group(Enum):
    """The families of the catalogue, by the letter of a rule's code."""

    A = "Kelengkapan berita"
    B = "Tanggal, waktu, angka, uang"
    C = "Ejaan dan kata baku"
    D = "Tanda baca dan spasi"
    E = "Gaya"
    F = "Konsistensi dan fakta"
    G = "Etika pers"
    R = "Aturan redaksi"
