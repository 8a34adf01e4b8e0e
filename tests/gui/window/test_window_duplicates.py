"""A release that came in before: told on the sheet or above the page, shown, decided on."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from window_kit import CTRL, SHIFT, Sitting, Starter

from bnews_desk.archive.journal.journal import Journal
from bnews_desk.archive.repository.archive_errors import UnusableArchiveError
from bnews_desk.archive.repository.archive_values import DismissedProposal
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.finding import Edit
from bnews_desk.gui.archive import archive_features, archive_service, sync_controller
from bnews_desk.gui.imports.duplicate_service import DuplicateService
from bnews_desk.gui.imports.duplicate_views import DuplicateDialog, DuplicateLines
from bnews_desk.gui.imports.import_sheet import ImportSheet
from bnews_desk.gui.shared.widgets import IconButton
from bnews_desk.paths import journal_file

HEADLINE = "Warga Tegalasri Panen Padi"
LEAD = "Warga Desa Tegalasri memanen padi di sawah milik desa, Senin (4/3/2024) pagi hari ini."
MORE = "Panen itu dua kali lebih banyak daripada musim yang lalu, kata kepala desa setempat."
OTHER = "Bantuan benih datang pada bulan Desember dari dinas pertanian kabupaten di Kanigoro."
CLEAN = f"{HEADLINE}\n\nBLITAR | B-news.id - {LEAD}\n{MORE}\n{OTHER}\n"
LETTER = (
    f"PEMERINTAH KABUPATEN BLITAR\nSIARAN PERS\n\nPanen Raya\n\nBLITAR – {LEAD}\n{MORE}\n{OTHER}"
)
LETTER += "\n\nNarahubung: Rina (0812-0000-0304)"


@pytest.fixture(autouse=True)
def _restless(monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor who rests after a moment, an archive that is kept up at once."""
    monkeypatch.setattr(archive_features, "REST_MS", 20)
    monkeypatch.setattr(sync_controller, "QUIET_MS", 50)
    monkeypatch.setattr(sync_controller, "RETRY_MS", 50)
    monkeypatch.setattr(archive_service, "RETRY_SECONDS", 0.05)


def duplicate_service(desk: Sitting) -> DuplicateService:
    return desk.program.finish_parts().desk_features.duplicate_service


def bring(desk: Sitting, path: Path, text: str) -> None:
    """Drop a file with this text in it on the window."""
    path.write_text(text, encoding="utf-8")
    desk.drop(desk.window, str(path))


def take(desk: Sitting, path: Path, text: str) -> str:
    """Bring a file in that needs no sheet; the key of its release, once the archive has it."""
    before = len(desk.program.desk.releases)
    bring(desk, path, text)
    desk.wait(lambda: len(desk.program.desk.releases) == before + 1)
    key = desk.release.key
    known: list[str] = []
    desk.program.archive.ask(lambda archive: archive.get(key).key, known.append)
    desk.wait(lambda: bool(known))
    return key


def sheet_of(desk: Sitting) -> ImportSheet:
    desk.wait(lambda: desk.program.finish_parts().arrivals.sheet is not None)
    sheet = desk.program.finish_parts().arrivals.sheet
    assert sheet is not None
    desk.wait(sheet.isVisible)
    return sheet


def lines_of(desk: Sitting) -> DuplicateLines:
    """The lines on the sheet, once it has its answer."""
    (lines,) = sheet_of(desk).findChildren(DuplicateLines)
    desk.wait(lambda: "Mencari" not in words_of(lines))
    desk.settle()
    return lines


def words_of(lines: DuplicateLines) -> str:
    return " | ".join(said.text() for said in lines.findChildren(QLabel) if said.isVisible())


def dialog_of(desk: Sitting) -> DuplicateDialog:
    desk.wait(lambda: duplicate_service(desk).dialog is not None)
    dialog = duplicate_service(desk).dialog
    assert dialog is not None
    desk.wait(dialog.isVisible)
    return dialog


def link(lines: DuplicateLines, words: str) -> QPushButton:
    return next(one for one in lines.links if one.text() == words)


def dismissals(desk: Sitting, key: str) -> frozenset[DismissedProposal]:
    told: list[frozenset[DismissedProposal]] = []
    desk.program.archive.ask(lambda archive: archive.dismissals(key), told.append)
    desk.wait(lambda: bool(told))
    return told[0]


def test_the_sheet_says_that_a_release_never_came_in(desk: Sitting, tmp_path: Path) -> None:
    bring(desk, tmp_path / "surat.txt", LETTER)
    assert "Belum pernah masuk" in words_of(lines_of(desk))


def test_the_sheet_says_what_a_release_is_like_and_imports_it_all_the_same(
    desk: Sitting, tmp_path: Path
) -> None:
    take(desk, tmp_path / "bersih.txt", CLEAN)
    bring(desk, tmp_path / "surat.txt", LETTER)
    lines = lines_of(desk)
    assert f"Mirip 100 % dengan “{HEADLINE}”" in words_of(lines)
    assert "masuk " in words_of(lines)
    parts = sheet_of(desk).parts
    assert parts is not None
    assert lines.geometry().bottom() < parts.y(), "it is the first thing on the sheet"
    desk.press(Qt.Key.Key_Return, where=sheet_of(desk))
    desk.wait(lambda: len(desk.program.desk.releases) == 2)
    desk.program.archive.flush()
    desk.settle()
    assert desk.parts.notice.texts == ()


def test_both_are_shown_side_by_side_and_the_old_one_is_opened(
    desk: Sitting, tmp_path: Path
) -> None:
    key = take(desk, tmp_path / "bersih.txt", CLEAN)
    desk.program.release_controller.close_current()
    bring(desk, tmp_path / "surat.txt", LETTER)
    desk.click(link(lines_of(desk), "Bandingkan…"))
    dialog = dialog_of(desk)
    assert dialog.intro.text().startswith(f"Rilis ini mirip 100 % dengan “{HEADLINE}” (masuk ")
    assert [LEAD in view.toPlainText() for view in dialog.texts.views] == [True, True]
    desk.click(dialog.open_old)
    desk.wait(lambda: desk.program.finish_parts().arrivals.sheet is None)
    desk.wait(lambda: desk.program.desk.current is not None)
    assert desk.release.key == key
    assert len(desk.program.desk.releases) == 1


def test_what_is_not_the_same_is_not_told_again(desk: Sitting, tmp_path: Path) -> None:
    key = take(desk, tmp_path / "bersih.txt", CLEAN)
    bring(desk, tmp_path / "surat.txt", LETTER)
    lines = lines_of(desk)
    desk.click(link(lines, "Bukan rilis yang sama"))
    assert "Belum pernah masuk" in words_of(lines)
    assert len(dismissals(desk, key)) == 1
    desk.press(Qt.Key.Key_Escape, where=sheet_of(desk))
    bring(desk, tmp_path / "surat-lagi.txt", LETTER)
    assert "Belum pernah masuk" in words_of(lines_of(desk))


def test_what_is_dismissed_while_the_archive_is_away_is_dismissed_when_it_is_back(
    desk: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = take(desk, tmp_path / "bersih.txt", CLEAN)
    bring(desk, tmp_path / "surat.txt", LETTER)
    lines = lines_of(desk)
    really = DatabaseArchive.dismiss
    in_vain: list[str] = []
    done: list[str] = []

    def dismiss(vault: DatabaseArchive, key: str, dismissal: DismissedProposal) -> None:
        if not in_vain:
            in_vain.append(key)
            raise UnusableArchiveError("Arsip sedang mati.")
        really(vault, key, dismissal)
        done.append(key)

    monkeypatch.setattr(DatabaseArchive, "dismiss", dismiss)
    desk.click(link(lines, "Bukan rilis yang sama"))
    desk.wait(lambda: done == in_vain == [key])


def test_without_a_sheet_it_is_told_above_the_page(desk: Sitting, tmp_path: Path) -> None:
    old = take(desk, tmp_path / "bersih.txt", CLEAN)
    new = take(desk, tmp_path / "lagi.txt", CLEAN.replace("Panen Padi", "Panen Raya Padi"))
    desk.wait(lambda: bool(desk.parts.notice.texts))
    (told,) = desk.parts.notice.texts
    assert told.startswith(f"Rilis ini mirip 100 % dengan “{HEADLINE}” (masuk ")
    desk.click(desk.button(desk.parts.notice, "Lihat"))
    dialog = dialog_of(desk)
    desk.press(Qt.Key.Key_Escape, where=dialog)
    assert desk.release.key == new
    desk.click(desk.button(desk.parts.notice, "Lihat"))
    desk.click(dialog_of(desk).open_old)
    desk.wait(lambda: desk.release.key == old)
    assert [release.key for release in desk.program.desk.releases] == [old]
    assert desk.status_text() == "Rilis yang baru dikeluarkan dari meja; yang lama dibuka."
    assert desk.parts.notice.texts == ()
    desk.wait_checked()  # what the state says leaves the message its place by then
    desk.click(desk.button(desk.parts.status, "Urungkan"))
    desk.wait(lambda: desk.program.desk.has(new))


def test_beside_kotak_masuk_every_place_speaks_of_what_is_seen(
    desk: Sitting, tmp_path: Path
) -> None:
    take(desk, tmp_path / "bersih.txt", CLEAN)
    take(desk, tmp_path / "lagi.txt", CLEAN.replace("Panen Padi", "Panen Raya Padi"))
    desk.wait(lambda: bool(desk.parts.notice.texts))
    desk.wait_checked()

    def seen(bar: QWidget) -> str:
        kinds = (*bar.findChildren(QLabel), *bar.findChildren(QPushButton))
        return " | ".join(one.text() for one in kinds if one.isVisible())

    new = "Warga Tegalasri Panen Raya Padi"
    desk.wait(lambda: "kata" in seen(desk.parts.status))
    for key in (Qt.Key.Key_K, Qt.Key.Key_F):
        desk.press(key, CTRL | SHIFT)
        place = "Kotak masuk" if key == Qt.Key.Key_K else "Arsip"
        assert desk.parts.notice.texts == (), "it speaks of a release that is not seen"
        assert place in seen(desk.parts.top_bar)
        assert new not in seen(desk.parts.top_bar)
        desk.parts.status.clear_message()
        desk.parts.status.set_figures(1, 2, 3)  # whatever is told of it meanwhile
        desk.parts.status.set_state(0)
        assert seen(desk.parts.status) == place
    desk.window.back_to_text()
    desk.settle()
    assert desk.parts.notice.texts[0].startswith("Rilis ini mirip")
    assert new in seen(desk.parts.top_bar)
    assert "siap tayang" in seen(desk.parts.status).casefold()
    assert "kata" in seen(desk.parts.status)


def test_each_is_told_while_it_is_in_front(desk: Sitting, tmp_path: Path) -> None:
    old = take(desk, tmp_path / "bersih.txt", CLEAN)
    for number in (1, 2):
        new = take(desk, tmp_path / f"lagi-{number}.txt", CLEAN)
        desk.wait(lambda: told(desk).startswith("Rilis ini mirip 100 %"))
    assert len(desk.parts.notice.texts) == 1
    for key, is_told in ((old, False), (new, True)):
        desk.program.desk.reopen(key)
        assert bool(told(desk)) == is_told


def told(desk: Sitting) -> str:
    return " ".join(desk.parts.notice.texts)


def asked(desk: Sitting) -> None:
    """Wait until everything that was asked of the archive has been answered."""
    desk.settle()
    answers: list[bool] = []
    desk.program.archive.ask(lambda _archive: True, answers.append)
    desk.wait(lambda: bool(answers))


def test_it_is_told_again_on_reopening_until_it_is_decided(desk: Sitting, tmp_path: Path) -> None:
    old = take(desk, tmp_path / "bersih.txt", CLEAN)
    new = take(desk, tmp_path / "lagi.txt", CLEAN)
    desk.wait(lambda: told(desk).startswith("Rilis ini mirip 100 %"))
    desk.program.release_controller.close_current()
    desk.wait(lambda: told(desk) == "")
    assert desk.release.key == old
    desk.program.desk.reopen(new)
    desk.wait(lambda: told(desk).startswith("Rilis ini mirip 100 %"))
    desk.program.desk.reopen(old)
    assert told(desk) == "", "it is about another release"
    desk.program.desk.reopen(new)
    desk.click(desk.button(desk.parts.notice, "Lihat"))
    desk.click(dialog_of(desk).dismiss)
    desk.wait(lambda: told(desk) == "")
    desk.program.release_controller.close_current()
    desk.program.desk.reopen(new)
    asked(desk)
    assert told(desk) == ""


def test_it_is_told_again_the_next_day_though_the_text_is_another_by_then(
    start: Starter, tmp_path: Path
) -> None:
    desk = start()
    take(desk, tmp_path / "bersih.txt", CLEAN)
    new = take(desk, tmp_path / "lagi.txt", CLEAN)
    desk.wait(lambda: bool(told(desk)))
    desk.click(desk.parts.notice.findChildren(IconButton)[0])
    assert told(desk) == ""
    desk.program.release_controller.close_current()
    desk.program.desk.reopen(new)
    asked(desk)
    assert told(desk) == "", "closed is closed for today"
    document = desk.release.document
    text = document.release().text
    document.apply([Edit(0, len(text), text, "Lain\nSama sekali lain.")])
    asked(desk)
    again = start()
    again.wait(lambda: told(again).startswith("Rilis ini mirip 100 %"))
    again.click(again.button(again.parts.notice, "Lihat"))
    assert LEAD in dialog_of(again).texts.views[1].toPlainText()
    again.click(dialog_of(again).dismiss)
    asked(again)
    last = start()
    asked(last)
    assert told(last) == ""


def test_a_kill_before_the_archive_had_the_release_loses_nothing(
    start: Starter, tmp_path: Path
) -> None:
    desk = start()
    take(desk, tmp_path / "bersih.txt", CLEAN)
    copy = desk.value
    desk.close()
    with closing(Journal(journal_file())) as journal:  # as a killed program leaves it
        journal.note("baru-datang", copy, 0)
        journal.set_open(["baru-datang"], "baru-datang")
        assert journal.flush()
    again = start()
    again.wait(lambda: told(again).startswith("Rilis ini mirip 100 %"))


def test_what_the_sheet_has_told_is_decided(start: Starter, tmp_path: Path) -> None:
    desk = start()
    take(desk, tmp_path / "bersih.txt", CLEAN)
    bring(desk, tmp_path / "surat.txt", LETTER)
    assert "Mirip 100 %" in words_of(lines_of(desk))
    desk.press(Qt.Key.Key_Return, where=sheet_of(desk))
    desk.wait(lambda: len(desk.program.desk.releases) == 2)
    asked(desk)
    again = start()
    asked(again)
    assert told(again) == ""


def test_what_is_published_needs_no_decision(desk: Sitting, tmp_path: Path) -> None:
    take(desk, tmp_path / "bersih.txt", CLEAN)
    new = take(desk, tmp_path / "lagi.txt", CLEAN)
    desk.wait(lambda: bool(told(desk)))
    desk.program.desk.publish(new, desk.value)
    assert told(desk) == ""


def test_a_release_of_today_is_told_tomorrow(start: Starter, tmp_path: Path) -> None:
    take(start(), tmp_path / "bersih.txt", CLEAN)
    desk = start()
    bring(desk, tmp_path / "surat.txt", LETTER)
    assert "Mirip 100 %" in words_of(lines_of(desk))
