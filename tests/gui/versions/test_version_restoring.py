"""Another state made the present one: whole, as one undo step, and taken back whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.gui.versions.version_restoring import restore_state
from bnews_desk.release import Details, Ignore, Mark, Photo, Release

PHOTO = Photo("a" * 64, 1, "kopi.png", "Warga memetik kopi.", "Humas")
NOW = Release.of("Panen Kopi", ("Warga memetik kopi.", "Hasilnya dijual."))
THEN = Release(
    "Panen Raya Kopi\nWarga Wlingi memetik kopi.\nHasilnya dijual.\nHarga naik.",
    (Mark(0, 5, "bold"),),
    (PHOTO,),
    Details(description="Kopi Wlingi"),
    frozenset((Ignore("word-unknown", "kopi"),)),
)


@pytest.fixture(autouse=True)
def _application(qtbot: QtBot) -> None:
    del qtbot


def test_everything_of_the_other_state_is_there() -> None:
    opened = OpenRelease("k", NOW)
    restore_state(opened, THEN, {PHOTO.digest: b"PNG"})
    assert opened.document.release() == THEN
    assert opened.pictures == {PHOTO.digest: b"PNG"}


def test_one_step_back_is_the_text_of_before() -> None:
    opened = OpenRelease("k", NOW)
    restore_state(opened, THEN, {})
    opened.document.document.undo()
    before = opened.document.release()
    assert (before.text, before.marks, before.photos) == (NOW.text, NOW.marks, NOW.photos)
    assert not opened.document.document.isUndoAvailable()


def test_undoing_the_step_brings_the_details_back_too_and_redoing_takes_them_again() -> None:
    now = NOW._replace(details=Details(writer="Sunarto"), ignores=frozenset((Ignore("r", "dua"),)))
    opened = OpenRelease("k", now)
    restore_state(opened, THEN, {PHOTO.digest: b"PNG"})
    opened.document.document.undo()
    assert opened.document.release() == now
    opened.document.document.redo()
    assert opened.document.release() == THEN
    opened.document.document.undo()
    assert opened.document.release() == now


def test_details_written_since_stay_when_the_step_is_undone() -> None:
    opened = OpenRelease("k", NOW._replace(details=Details(writer="Sunarto")))
    restore_state(opened, THEN, {})
    details = opened.document.release().details
    opened.document.set_details(details._replace(category="Tani"))
    opened.document.document.undo()
    assert opened.document.release().details == Details(writer="Sunarto", category="Tani")


def test_what_is_written_in_the_place_of_the_step_has_nothing_to_do_with_it() -> None:
    now = NOW._replace(details=Details(writer="Sunarto"))
    opened = OpenRelease("k", now)
    restore_state(opened, THEN, {})
    opened.document.document.undo()
    opened.document.cursor(0, 0).insertText("X")
    opened.document.document.undo()
    opened.document.document.redo()
    assert opened.document.release().details == now.details


def test_taken_back_it_is_as_before_details_and_all() -> None:
    opened = OpenRelease("k", NOW)
    take_back = restore_state(opened, THEN, {})
    take_back()
    assert opened.document.release() == NOW


def test_what_was_written_since_is_not_taken_back() -> None:
    opened = OpenRelease("k", NOW)
    take_back = restore_state(opened, THEN, {})
    opened.document.cursor(0, 0).insertText("X")
    written = opened.document.release()
    take_back()
    assert opened.document.release() == written


def test_the_same_text_with_other_photos_is_a_step_too() -> None:
    opened = OpenRelease("k", NOW)
    restore_state(opened, NOW._replace(photos=(PHOTO,)), {})
    assert opened.document.release().photos == (PHOTO,)
    opened.document.document.undo()
    assert opened.document.release().photos == ()


lines = st.lists(st.sampled_from(("satu", "dua tiga", "empat", "", "lima enam")), max_size=6)


@given(lines, lines, st.integers(0, 5), st.integers(0, 5))
def test_any_state_can_follow_any_other(
    before: list[str], after: list[str], hung: int, hangs: int
) -> None:
    def release(body: list[str], anchor: int) -> Release:
        made = Release.of("Judul", body)
        photo = PHOTO._replace(anchor=min(anchor, made.text.count("\n")))
        return made._replace(photos=(photo,))

    old, new = release(before, hung), release(after, hangs)
    opened = OpenRelease("k", old)
    take_back = restore_state(opened, new, {})
    assert opened.document.release() == new
    take_back()
    assert opened.document.release() == old
