"""Releases to store, and a clock that tests control."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from functools import cache

from bnews_desk.archive.journal.pending_writes import OriginalNote
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.receipt import Receipt, ReceiptEntry
from bnews_desk.release import Details, Ignore, Mark, Photo, Release

START = 1_731_400_000.0
"""The morning of 12 November 2024 in Blitar."""


OpenArchive = Callable[[str], DatabaseArchive]


class Clock:
    """Seconds since 1970, changed by the test."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> float:
        return self.now


@cache
def reader() -> FrameReader:
    return FrameReader(load_style_sheet(None)[0])


HARVEST = Release.of(
    "Petani Wates Memulai Panen Raya Padi",
    [
        "BLITAR | B-news.id - Petani di Kecamatan Wates memulai panen raya padi pada Selasa"
        " (12/11/2024) pagi.",
        "Perencanaan panen itu dibahas sejak Agustus, dan hasilnya disimpan di tiga lumbung desa."
        " (kmfkabblt/sun)",
        "Editor : Zainul Arifin",
    ],
)
ROAD = Release.of(
    "Pemkab Blitar Merencanakan Perbaikan Jalan Srengat",
    [
        "BLITAR | B-news.id - Dinas PUPR merencanakan perbaikan jalan di Kecamatan Srengat.",
        "Warga berharap jalan itu rampung sebelum musim hujan. (kmfkabblt/mus)",
        "Editor : Siti Rahayu",
    ],
)
FLOOD = Release.of(
    "Banjir Merendam Dua Desa di Sutojayan",
    [
        "BLITAR | B-news.id - Banjir merendam dua desa di Kecamatan Sutojayan, Rabu (13/11/2024).",
        "BPBD menindaklanjuti laporan warga dan mendirikan dapur umum.",
    ],
)
PHOTO = b"\x89PNG\r\n\x1a\n bukan foto sungguhan"
PHOTO_DIGEST = hashlib.sha256(PHOTO).hexdigest()
ODD = Release(
    "Judul \ud800 dengan \x00 dan 🎉\nIsi \udfff yang\tganjil\u00a0sekali.\n",
    (Mark(0, 5, "bold"), Mark(6, 9, "link", "https://contoh.id/\ud800")),
    (Photo(PHOTO_DIGEST, 1, "foto.png", "Keterangan", "Dok. Desa", "Padi"),),
    Details(date(2024, 11, 14), "Wartawan", "Daerah", ("padi", "desa"), slug="panen"),
    frozenset({Ignore("rule-a", "kata", None), Ignore("rule-a", "kata", "abc")}),
)
"""A release with everything that is difficult to store."""
ORIGINAL = OriginalNote(
    "Rilis \udcff 12 Nov.docx",
    bytes(range(256)) * 40,
    Receipt((ReceiptEntry("footnote", 2, 1, 1, ("Catatan",), "Satu catatan kaki tertinggal."),)),
    START - 60.0,
)
