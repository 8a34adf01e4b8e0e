"""Versions: listed, compared word by word, made present as one undo step; and two hands on one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLabel
from test_window_stages import CLEAN
from window_archive_kit import another_desk, archive_controller, record
from window_kit import CTRL, Sitting

from bnews_desk.archive.repository.archive_values import ReleaseRecord, Version
from bnews_desk.gui.archive.outbox_service import OutboxService
from bnews_desk.gui.desk.desk_features import DeskFeatures
from bnews_desk.gui.original.word_marks import WordMarks
from bnews_desk.gui.versions.conflict_dialog import ConflictDialog
from bnews_desk.gui.versions.versions_dialog import VersionsDialog


def work(desk: Sitting) -> DeskFeatures:
    return desk.program.finish_parts().desk_features


def kept(desk: Sitting) -> None:
    """Wait until the archive has what the desk has."""
    archive_features = desk.program.finish_parts().archive_features
    archive_features.service.begin()
    archive_features.sync_controller.save_changes(is_all=True)
    desk.wait(lambda: not archive_features.sync_controller.outbox._waiting)
    assert archive_features.service.flush()
    desk.settle()


def versions_of(key: str) -> list[Version]:
    with another_desk() as archive:
        return archive.versions(key)


def edited(desk: Sitting) -> str:
    """A release with a version from its import, and one behind that; its text now."""
    desk.paste(CLEAN)
    kept(desk)
    desk.place_caret(desk.text.index("dihadiri"))
    desk.type("ramai ")
    desk.wait_checked()
    desk.program.finish_parts().archive_features.sync_controller.keep_version(
        desk.release.key, "rapikan"
    )
    kept(desk)
    desk.place_caret(desk.text.index("dijual"))
    desk.type("laris ")
    desk.wait_checked()
    return desk.text


def opened(desk: Sitting) -> VersionsDialog:
    """The versions of the release in front, both texts compared."""
    desk.program.commands["versions"].trigger()
    desk.wait(lambda: work(desk).versions.dialog is not None)
    dialog = work(desk).versions.dialog
    assert dialog is not None
    desk.wait(lambda: dialog.change_size.text() not in ("", "…"))
    return dialog


def marked(marks: WordMarks) -> list[str]:
    return [marks._found_in[mark.start : mark.end] for mark in marks._marks]


def rows(dialog: VersionsDialog) -> list[str]:
    role = Qt.ItemDataRole.AccessibleTextRole
    return [dialog.list.item(n).data(role) for n in range(dialog.list.count())]


def test_versions_are_listed_newest_first_with_reason_and_size(desk: Sitting) -> None:
    edited(desk)
    dialog = opened(desk)
    desk.wait(lambda: "+1" in rows(dialog)[0])
    first, last = rows(dialog)
    assert first.startswith("Hari ini ")
    assert first.endswith("sebelum dirapikan · +1 kata")
    assert last.endswith("saat diimpor")
    dialog.reject()


def test_a_version_stands_beside_the_present_word_by_word(desk: Sitting) -> None:
    edited(desk)
    dialog = opened(desk)
    old, new = dialog.texts.views
    assert marked(new.marks) == ["laris"]
    assert marked(old.marks) == []
    assert dialog.change_size.text() == "+1 kata"
    desk.press(Qt.Key.Key_Down, where=dialog)
    desk.wait(lambda: marked(new.marks) == ["ramai", "laris"])
    dialog.other.setCurrentIndex(1)
    desk.wait(lambda: marked(new.marks) == ["ramai"])
    assert dialog.texts.heads[0]._about.text() == "saat diimpor"
    dialog.reject()


def test_the_first_difference_is_in_view_however_far_below_it_stands(desk: Sitting) -> None:
    desk.paste(CLEAN.replace("\nHasilnya", "\nSawah itu dipanen lagi." * 60 + "\nHasilnya"))
    kept(desk)
    desk.place_caret(desk.text.rindex("dipanen"))
    desk.type("kini ")
    desk.wait_checked()
    dialog = opened(desk)
    views = dialog.texts.views
    new = views[1]
    (mark,) = new.marks._marks
    cursor = QTextCursor(new.document())
    cursor.setPosition(mark.start)
    assert new.viewport().rect().contains(new.cursorRect(cursor).center())
    assert views[0].verticalScrollBar().value() == new.verticalScrollBar().value() > 0
    dialog.reject()


def test_the_older_of_two_versions_stands_at_the_left(desk: Sitting) -> None:
    edited(desk)
    dialog = opened(desk)
    dialog.other.setCurrentIndex(2)
    desk.wait(lambda: dialog.texts.heads[0]._about.text() == "saat diimpor")
    assert dialog.texts.heads[1]._about.text() == "sebelum dirapikan"
    dialog.reject()


def test_restored_it_is_one_undo_step_and_nothing_is_lost(desk: Sitting) -> None:
    before = edited(desk)
    dialog = opened(desk)
    desk.press(Qt.Key.Key_Down, where=dialog)
    desk.wait(dialog.restore.isEnabled)
    desk.press(Qt.Key.Key_Return, where=dialog)
    desk.wait(lambda: "dipulihkan" in desk.status_text())
    assert "ramai" not in desk.text
    kept(desk)
    key = desk.release.key
    assert [version.reason for version in versions_of(key)] == [
        "impor",
        "rapikan",
        "pulih",
        "pulih",
    ]
    assert record(key).release.text == desk.text
    desk.wait(desk.parts.page.hasFocus)
    desk.press(Qt.Key.Key_Z, CTRL)
    assert desk.text == before


def test_urungkan_takes_the_details_back_as_well(desk: Sitting) -> None:
    edited(desk)
    before = desk.value
    desk.release.document.set_details(before.details._replace(description="Panen kopi."))
    changed = desk.value
    dialog = opened(desk)
    desk.wait(dialog.restore.isEnabled)
    dialog.restore.click()
    desk.wait(lambda: "dipulihkan" in desk.status_text())
    assert desk.value.details.description == ""
    desk.click(desk.button(desk.parts.status, "Urungkan"))
    assert desk.value == changed


def test_a_closed_release_is_opened_to_be_restored(desk: Sitting) -> None:
    edited(desk)
    key = desk.release.key
    desk.press(Qt.Key.Key_W, CTRL)
    kept(desk)
    archive_controller(desk).versions_wanted.emit(key)
    desk.wait(lambda: work(desk).versions.dialog is not None)
    dialog = work(desk).versions.dialog
    assert dialog is not None
    dialog.list.setCurrentRow(1)
    desk.wait(dialog.restore.isEnabled)
    dialog.restore.click()
    desk.wait(lambda: desk.program.desk.current is not None)
    desk.wait(lambda: "dipulihkan" in desk.status_text())
    assert "ramai" not in desk.text


def test_a_version_with_a_photo_brings_it_back(desk: Sitting) -> None:
    desk.open_sample()
    kept(desk)
    value, pictures = desk.value, dict(desk.release.pictures)
    assert value.photos
    for photo in value.photos:
        desk.release.document.remove_photo(photo.digest)
    assert desk.value.photos == ()
    dialog = opened(desk)
    desk.wait(dialog.restore.isEnabled)
    dialog.restore.click()
    desk.wait(lambda: "dipulihkan" in desk.status_text())
    assert desk.value.photos == value.photos
    assert desk.release.pictures == pictures
    desk.wait(desk.parts.page.hasFocus)
    desk.press(Qt.Key.Key_Z, CTRL)
    assert desk.value.photos == ()


def test_a_release_without_a_word_has_no_versions_and_that_is_said(desk: Sitting) -> None:
    desk.press(Qt.Key.Key_N, CTRL)
    desk.wait_checked()
    desk.program.commands["versions"].trigger()
    desk.wait(lambda: desk.status_text().startswith("Naskah ini belum punya versi"))


# two hands


def conflict(desk: Sitting) -> tuple[ConflictDialog, str, str]:
    """Somebody saves what is being edited here; the dialog, their text and mine."""
    desk.paste(CLEAN)
    kept(desk)
    key = desk.release.key
    with another_desk() as archive:
        theirs = archive.get(key)
        text = theirs.release.text.replace("dihadiri", "disaksikan")
        archive.save(theirs._replace(release=theirs.release._replace(text=text)))
    desk.place_caret(desk.text.index("dijual"))
    desk.type("laris ")
    desk.wait_checked()
    mine = desk.text
    kept(desk)
    desk.wait(lambda: bool(desk.parts.notice.texts))
    desk.click(desk.button(desk.parts.notice, "Bandingkan"))
    desk.wait(lambda: work(desk).conflicts.dialog is not None)
    dialog = work(desk).conflicts.dialog
    assert dialog is not None
    return dialog, text, mine


def texts_of_versions(key: str) -> list[str]:
    with another_desk() as archive:
        return [archive.version(key, v.number).text for v in archive.versions(key)]


def test_both_texts_stand_side_by_side(desk: Sitting) -> None:
    dialog, theirs, mine = conflict(desk)
    desk.wait(lambda: bool(marked(dialog.texts.views[1].marks)))
    assert marked(dialog.texts.views[0].marks) == ["disaksikan"]
    assert marked(dialog.texts.views[1].marks) == ["dihadiri", "laris"]
    dialog.later.click()
    assert desk.text == mine
    assert desk.parts.notice.texts
    assert theirs in (record(desk.release.key).release.text,)


def test_mine_goes_on_and_theirs_is_a_version(desk: Sitting) -> None:
    dialog, theirs, mine = conflict(desk)
    dialog.mine.click()
    kept(desk)
    desk.wait(lambda: not desk.parts.notice.texts)
    assert desk.text == mine
    assert record(desk.release.key).release.text == mine
    assert theirs in texts_of_versions(desk.release.key)


def test_theirs_is_a_version_before_mine_takes_its_place_however_late_errands_are(
    desk: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog, theirs, _mine = conflict(desk)
    key, sync_controller = desk.release.key, work(desk).conflicts._access.sync_controller
    seen: list[list[str]] = []
    settle = sync_controller.replace_theirs

    def look_and_settle(key: str, other: ReleaseRecord) -> None:
        sync_controller._service.ask(lambda _archive: seen.append(texts_of_versions(key)))
        settle(key, other)

    with monkeypatch.context() as late:
        late.setattr(OutboxService, "try_again", lambda _self: None)
        late.setattr(sync_controller, "replace_theirs", look_and_settle)
        dialog.mine.click()
        assert sync_controller._service.flush()
    assert theirs in seen[0]
    sync_controller.outbox.try_again()
    kept(desk)
    assert texts_of_versions(key).count(theirs) == 1


def test_theirs_goes_on_mine_is_a_version_and_undo_brings_it_back(desk: Sitting) -> None:
    dialog, theirs, mine = conflict(desk)
    dialog.theirs.click()
    kept(desk)
    assert desk.text == theirs
    assert record(desk.release.key).release.text == theirs
    assert mine in texts_of_versions(desk.release.key)
    desk.click(desk.button(desk.parts.status, "Urungkan"))
    assert desk.text == mine


def test_both_go_on_as_two_releases(desk: Sitting) -> None:
    dialog, theirs, mine = conflict(desk)
    key = desk.release.key
    dialog.both.click()
    kept(desk)
    assert desk.text == mine
    assert desk.release.key != key
    assert {r.document.release().text for r in desk.program.desk.releases} == {theirs, mine}
    assert record(key).release.text == theirs
    assert record(desk.release.key).release.text == mine
    assert QApplication.activeModalWidget() is None


def test_what_it_is_compared_with_is_called_by_where_it_is(desk: Sitting) -> None:
    edited(desk)
    key = desk.release.key

    def where_said() -> str:
        work(desk).versions.show(key)
        desk.wait(lambda: work(desk).versions.dialog is not None)
        dialog = work(desk).versions.dialog
        assert dialog is not None
        head = dialog.texts.heads[1]
        desk.wait(
            lambda: "seperti di" in "".join(part.text() for part in head.findChildren(QLabel))
        )
        words = " ".join(part.text() for part in head.findChildren(QLabel))
        dialog.reject()
        desk.settle()
        return words

    assert "naskah seperti di halaman" in where_said()
    desk.open_own()
    assert "naskah seperti di tabnya" in where_said()
    desk.program.desk.close(next(r for r in desk.program.desk.releases if r.key == key))
    kept(desk)
    assert "naskah seperti di arsip" in where_said()
    desk.program.desk.remove(key)
    kept(desk)
    assert "naskah seperti di tempat sampah" in where_said()
