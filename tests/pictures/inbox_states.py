"""Kotak masuk and similar releases, each as the user's steps to it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from states import Camera
from window_kit import CTRL, SHIFT

from bnews_desk.archive.journal.pending_writes import OriginalNote
from bnews_desk.gui.imports.duplicate_views import DuplicateLines
from bnews_desk.receipt import Receipt
from bnews_desk.release import Release

LEAD = (
    "Warga Desa Tegalasri memanen padi di sawah milik desa, Senin (4/3/2024) pagi. Panen itu"
    " dua kali lebih banyak daripada musim yang lalu, kata kepala desa setempat.",
    "Bantuan benih datang pada bulan Desember dari dinas pertanian kabupaten di Kanigoro, dan"
    " pupuknya dibeli bersama oleh empat kelompok tani.",
    "Hasil panen disimpan di lumbung desa untuk musim kemarau yang akan datang.",
)
CLEAN = "\n".join(("Warga Tegalasri Panen Padi", "", f"BLITAR | B-news.id - {LEAD[0]}", *LEAD[1:]))
LETTER = "\n".join(
    (
        "PEMERINTAH KABUPATEN BLITAR",
        "KECAMATAN WLINGI",
        "",
        "SIARAN PERS",
        "",
        "Panen Raya Padi di Desa Tegalasri",
        "",
        LEAD[0].replace("dua kali", "tiga kali"),
        LEAD[1],
        LEAD[2],
        "",
        "Narahubung: Rina (0812-0000-0304)",
    )
)


def inbox(at: Camera) -> None:
    """No folder yet, new files, a file that is not news, a missing folder."""
    desk, room = at.desk, at.desk.program.finish_parts().desk_features.inbox
    desk.open_sample()
    desk.press(Qt.Key.Key_K, CTRL | SHIFT)
    at.shoot("tanpa-folder")
    folder = at.home / "Unduhan"
    folder.mkdir()
    for number, name in enumerate(
        (
            "Siaran pers panen raya Tegalasri.docx",
            "rilis-dinkes-posyandu.pdf",
            "Obrolan WhatsApp dengan Humas Polres.txt",
            "FW_ Undangan dan rilis pasar tani.eml",
            "rilis lama.odt",
        )
    ):
        path = folder / name
        path.write_bytes(name.encode() * 900 * (number + 1))
        moment = time.time() - 600 - 20_000 * number**2
        os.utime(path, (moment, moment))
    room.set_folder(str(folder))
    desk.wait(lambda: room.inbox.count == 5)
    release = folder / "rilis lama.odt"
    release.with_suffix(".txt").write_text(CLEAN)
    release.unlink()
    desk.wait(lambda: any(i.file.name == "rilis lama.txt" for i in room.inbox.items))
    room.page.take_focus()
    room.page.view.setCurrentIndex(room.page.rows.index_of(str(release.with_suffix(".txt"))))
    desk.wait(lambda: bool(room.panel.text.text()))
    at.shoot("baru")
    room.inbox.fail(
        str(folder / "rilis-dinkes-posyandu.pdf"),
        "Berkas PDF ini terkunci sandi; minta salinan tanpa sandi kepada pengirimnya.",
    )
    lead = next(item for item in room.inbox.items if item.file.name.startswith("Siaran"))
    original = OriginalNote("panen.docx", Path(lead.file.path).read_bytes(), Receipt(), 1e9)
    release = Release.of("Warga Tegalasri Panen Raya Padi", ["Isi."])
    desk.program.archive.ask(lambda archive: archive.add("lama", release, original))
    desk.wait(lambda: any(item.is_again for item in room.inbox.items))
    at.shoot("dikenal-dan-gagal")
    QTest.keyClick(room.page.view, Qt.Key.Key_End)
    at.shoot("sudah-di-arsip")
    room.page.view.setCurrentIndex(
        room.page.rows.index_of(str(folder / "rilis-dinkes-posyandu.pdf"))
    )
    at.shoot("gagal")
    room.inbox.ignore([item.digest for item in room.inbox.items[3:]])
    room.page.all.setChecked(True)
    room.page.view.selectAll()
    at.shoot("semua")
    folder.rename(at.home / "Dicabut")
    room.inbox.look()
    desk.wait(lambda: bool(room.inbox.trouble))
    at.shoot("hilang")


def likeness(at: Camera) -> None:
    """Similar releases on the import sheet, side by side, above the page."""
    desk = at.desk
    path = _bring(at, "bersih.txt", CLEAN)
    desk.wait_checked()
    desk.program.archive.begin()
    desk.program.archive.flush()
    _bring(at, "lagi.txt", CLEAN.replace("Bantuan benih", "Benih bantuan"))
    desk.wait(lambda: bool(desk.parts.notice.texts))
    desk.wait_checked()
    at.shoot("pemberitahuan")
    _bring(at, "surat.txt", LETTER)
    desk.wait(lambda: desk.program.finish_parts().arrivals.sheet is not None)
    sheet = desk.program.finish_parts().arrivals.sheet
    assert sheet is not None
    (lines,) = sheet.findChildren(DuplicateLines)
    desk.wait(lambda: bool(lines.links))
    QTest.qWait(200)
    at.shoot("lembar")
    lines.links[1].click()
    likenesses = desk.program.finish_parts().desk_features.duplicate_service
    desk.wait(lambda: likenesses.dialog is not None and likenesses.dialog.isVisible())
    QTest.qWait(300)
    at.shoot("berdampingan")
    if likenesses.dialog is not None:
        likenesses.dialog.reject()
    sheet.reject()
    del path


def _bring(at: Camera, name: str, text: str) -> Path:
    path = at.home / name
    path.write_text(text, encoding="utf-8")
    at.desk.drop(at.desk.window, str(path))
    QTest.qWait(50)
    at.desk.wait(lambda: not at.desk.program.importing.is_busy)
    return path


INBOX_STATES: dict[str, Callable[[Camera], None]] = {"inbox": inbox, "likeness": likeness}
