"""A release and its Qt document say the same, whatever is done to either."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from bnews_desk.errors import StaleEditError
from bnews_desk.finding import Finding, Severity, ignore_here, without_ignored
from bnews_desk.gui.editor.release_document import ReleaseDocument, difference
from bnews_desk.release import Details, Edit, Ignore, Mark, Photo, Release

RELEASE = Release(
    "Panen 😀 Raya\nBLITAR | B-news.id - Satu\u00a0dua.\n😀 tiga empat\nlima",
    (Mark(0, 5, "bold"), Mark(42, 46, "link", "https://contoh.id"), Mark(47, 51, "italic")),
    (Photo("ab", 1, "a.png", "Keterangan"), Photo("cd", 1), Photo("ef", 3)),
)


@pytest.fixture
def document(qtbot: QtBot) -> ReleaseDocument:
    return ReleaseDocument(RELEASE)


def test_a_release_comes_back_as_it_went_in(document: ReleaseDocument) -> None:
    assert document.release() == RELEASE
    assert not document.document.isUndoAvailable()


def test_the_same_revision_is_the_same_object(document: ReleaseDocument) -> None:
    assert document.release() is document.release()


def test_typing_is_seen_and_undone(document: ReleaseDocument, qtbot: QtBot) -> None:
    with qtbot.waitSignal(document.changed):
        cursor = QTextCursor(document.document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(" enam 😀")
    assert document.release().text == RELEASE.text + " enam 😀"
    document.document.undo()
    assert document.release() == RELEASE


def test_positions_are_converted_behind_an_emoji(document: ReleaseDocument) -> None:
    position = RELEASE.text.index("tiga")
    assert document.to_qt(position) == position + 2
    assert document.from_qt(position + 2) == position
    assert document.cursor(position, position + 4).selectedText() == "tiga"


def test_edits_are_one_undo_step_and_match_the_value(document: ReleaseDocument) -> None:
    edits = [
        Edit(RELEASE.text.index("Satu"), RELEASE.text.index("Satu") + 4, "Satu", "Sebuah"),
        Edit(RELEASE.text.index("tiga"), RELEASE.text.index("tiga") + 4, "tiga", "3"),
    ]
    document.apply(edits)
    assert document.release() == RELEASE.edited(edits)
    document.document.undo()
    assert document.release() == RELEASE
    assert not document.document.isUndoAvailable()


def test_a_stale_edit_changes_nothing(document: ReleaseDocument) -> None:
    with pytest.raises(StaleEditError):
        document.apply([Edit(0, 5, "Bukan", "x")])
    assert document.release() == RELEASE


def test_a_moved_paragraph_takes_its_marks_and_photos_along(document: ReleaseDocument) -> None:
    text = RELEASE.text
    start = text.index("\n😀")
    end = text.index("\nlima")
    edits = [
        Edit(start, end, text[start:end], ""),
        Edit(len(text), len(text), "", text[start:end], (Mark(3, 7, "italic"),)),
    ]
    document.apply(edits)
    after = document.release()
    assert after.text == RELEASE.edited(edits).text
    assert after.marks == RELEASE.edited(edits).marks


def test_a_new_paragraph_does_not_double_a_photo(document: ReleaseDocument) -> None:
    cursor = QTextCursor(document.document.findBlockByNumber(1))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    cursor.insertBlock()
    cursor.insertText("baru")
    assert [photo.digest for photo in document.release().photos] == ["ab", "cd", "ef"]
    assert [photo.anchor for photo in document.release().photos] == [1, 1, 4]


def test_photos_come_and_go_with_undo(document: ReleaseDocument) -> None:
    document.add_photo(Photo("gh", 2))
    assert [p.digest for p in document.photos_below(2)] == ["gh"]
    document.remove_photo("ab")
    assert [p.digest for p in document.photos_below(1)] == ["cd"]
    document.document.undo()
    document.document.undo()
    assert document.release() == RELEASE


def test_details_ignores_and_captions_are_kept(document: ReleaseDocument, qtbot: QtBot) -> None:
    with qtbot.waitSignal(document.details_changed):
        document.set_details(Details(writer="Sun"))
    document.add_ignore(Ignore("kata-baku", "resiko"))
    document.set_photo(Photo("ab", 1, "a.png", "Lain"))
    after = document.release()
    assert after.details.writer == "Sun"
    assert after.ignores == {Ignore("kata-baku", "resiko")}
    assert after.photos[0].caption == "Lain"


LINES = st.lists(st.text("ab 😀.\u00a0", max_size=8), min_size=2, max_size=6)


@st.composite
def releases(draw: st.DrawFn) -> Release:
    text = "\n".join(draw(LINES))
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    kinds = st.sampled_from(["bold", "italic", "link"])
    marks = [
        Mark(min(a, b), max(a, b), kind, "https://contoh.id" if kind == "link" else "")
        for (a, b), kind in draw(st.lists(st.tuples(ends, kinds), max_size=4))
    ]
    return Release(text, tuple(marks))


@settings(max_examples=60, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(before=releases(), after=releases())
def test_any_release_becomes_any_other_in_one_step(
    qtbot: QtBot, before: Release, after: Release
) -> None:
    document = ReleaseDocument(before)
    document.become(after)
    assert document.release() == after
    if before != after:
        document.document.undo()
    assert document.release() == before


@settings(max_examples=60, deadline=None)
@given(before=releases(), after=releases())
def test_the_difference_of_two_releases_makes_one_of_the_other(
    before: Release, after: Release
) -> None:
    assert before.edited(difference(before, after)).text == after.text


def test_what_is_ignored_in_a_paragraph_stays_so_while_the_rest_of_it_is_edited(
    document: ReleaseDocument,
) -> None:
    at = RELEASE.text.index("empat")
    found = Finding("x", Severity.ERROR, at, at + 5, "empat", "Periksa.")
    document.add_ignore(ignore_here(found, document.release()))
    before = document.release().ignores
    QTextCursor(document.document.findBlockByNumber(2)).insertText("Lagi ")
    moved = found.shifted(5)
    assert without_ignored([moved], document.release()) == []
    document.document.undo()
    assert document.release().ignores == before
    document.cursor(at, at + 5).insertText("4")
    document.document.undo()
    assert without_ignored([found], document.release()) == []
