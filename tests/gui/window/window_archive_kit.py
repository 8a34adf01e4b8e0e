"""Helpers for the archive behind the window, filled as by another desk."""

from __future__ import annotations

from contextlib import closing

from window_kit import Sitting

from bnews_desk.archive.release_progress import Stage
from bnews_desk.archive.repository.archive_protocol import Archive
from bnews_desk.archive.repository.archive_values import ReleaseRecord
from bnews_desk.archive.repository.open_archive import open_archive
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.archive.archive_controller import ArchiveController
from bnews_desk.gui.archive.archive_page import ArchivePage
from bnews_desk.gui.archive.archive_panel import ArchivePanel
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.paths import archive_file, house_sheet
from bnews_desk.release import Release

RELEASES: tuple[tuple[str, str, Stage], ...] = (
    ("Petani Wates Memanen Padi Lebih Awal", "Petani memanen padi di Desa Wates.", "tayang"),
    ("Jembatan Kademangan Selesai Dibangun", "Pembangunan jembatan rampung pekan ini.", "siap"),
    ("Posyandu Remaja Dibuka di Kanigoro", "Remaja diperiksa di balai desa.", "disunting"),
)


def another_desk() -> closing[Archive]:  # type: ignore[type-var]
    """The archive of this desk, opened by another program."""
    return closing(open_archive(archive_file(), FrameReader(load_style_sheet(house_sheet())[0])))


def copy(headline: str, body: str) -> Release:
    """A complete release with a headline and a sentence."""
    return Release.of(
        headline,
        (
            f"BLITAR | B-news.id - {body}",
            "Kegiatan itu dihadiri perangkat desa. (kmfkabblt/sun)",
            "Editor : Zainul Arifin",
        ),
    )


def fill(archive: Archive) -> list[str]:
    """Store ``RELEASES``; returns their keys."""
    for number, (headline, body, stage) in enumerate(RELEASES):
        record = archive.add(f"arsip{number}", copy(headline, body))
        archive.save(record._replace(status=stage))
    return [f"arsip{number}" for number in range(len(RELEASES))]


def record(key: str) -> ReleaseRecord:
    """A release as stored in the archive."""
    with another_desk() as archive:
        return archive.get(key)


def archive_controller(desk: Sitting) -> ArchiveController:
    """The archive's controller in the window."""
    return desk.program.finish_parts().desk_features.archive_controller


def page(desk: Sitting) -> ArchivePage:
    """The archive's page in the window."""
    shown = desk.window.middle.currentWidget()
    assert isinstance(shown, ArchivePage)
    return shown


def panel(desk: Sitting) -> ArchivePanel:
    """The panel beside the archive's page."""
    shown = desk.window.right.currentWidget()
    assert isinstance(shown, ArchivePanel)
    return shown


def found(desk: Sitting) -> list[str]:
    """The listed headlines."""
    return [hit.summary.headline for hit in page(desk).results.hits]
