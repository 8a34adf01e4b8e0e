"""Find and replace by keyboard."""

from __future__ import annotations

import pytest
from page_release import Show
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bnews_desk.gui.editor.find_bar import FindBar
from bnews_desk.gui.editor.page_view import Page
from bnews_desk.gui.editor.text_search import FindQuery, PatternRefused, edits_for, find_all
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.release import Mark, Release
from bnews_desk.text import Span

CTRL = Qt.KeyboardModifier.ControlModifier
TEXT = "Pasar 😀 Tani\nPasar itu dipasar. Rp5\u00a0juta.\npasar"


@pytest.fixture
def bar(page: Page, theme: Theme, show: Show, qtbot: QtBot) -> FindBar:
    show(Release(TEXT, (Mark(13, 18, "bold"),)))
    bar = FindBar(theme, page)
    qtbot.addWidget(bar)
    return bar


def text_of(page: Page) -> str:
    assert page.release is not None
    return page.release.document.release().text


def test_the_key_opens_the_bar_and_typing_counts_and_selects(
    bar: FindBar, page: Page, qtbot: QtBot
) -> None:
    qtbot.keyClick(page, "f", CTRL)
    assert bar.isVisible()
    assert not bar.replace_row.isVisible()
    qtbot.keyClicks(bar.words, "pasar")
    assert bar.count.text() == "1 dari 4"
    qtbot.keyClick(bar.words, Qt.Key.Key_Return)
    assert bar.count.text() == "2 dari 4"
    assert page.selection() == (13, 18)
    qtbot.keyClick(bar.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(bar.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text() == "4 dari 4"
    qtbot.keyClick(bar.words, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_case_and_whole_words_narrow_the_count(bar: FindBar, qtbot: QtBot) -> None:
    bar.open()
    qtbot.keyClicks(bar.words, "Pasar")
    qtbot.mouseClick(bar.whole_words, Qt.MouseButton.LeftButton)
    assert bar.count.text().endswith("dari 3")
    qtbot.mouseClick(bar.minds_case, Qt.MouseButton.LeftButton)
    assert bar.count.text().endswith("dari 2")


def test_a_space_finds_a_no_break_space(bar: FindBar, qtbot: QtBot) -> None:
    bar.open()
    qtbot.keyClicks(bar.words, "rp5 juta")
    assert bar.count.text() == "1 dari 1"


def test_replacing_all_is_one_undo_step_and_keeps_marks(
    bar: FindBar, page: Page, qtbot: QtBot
) -> None:
    qtbot.keyClick(page, "h", CTRL)
    qtbot.keyClicks(bar.words, "pasar")
    qtbot.keyClicks(bar.replacement, "kebun")
    with qtbot.waitSignal(bar.replaced) as replaced:
        qtbot.mouseClick(bar.replace_every, Qt.MouseButton.LeftButton)
    assert replaced.args == [4]
    assert text_of(page) == TEXT.replace("Pasar", "Kebun").replace("pasar", "kebun")
    assert page.release is not None
    assert page.release.document.release().marks == (Mark(13, 18, "bold"),)
    qtbot.keyClick(page, "z", CTRL)
    assert page.release.document.release() == Release(TEXT, (Mark(13, 18, "bold"),))


def test_replacing_one_goes_on_to_the_next(bar: FindBar, page: Page, qtbot: QtBot) -> None:
    bar.open(True)
    qtbot.keyClicks(bar.words, "pasar")
    qtbot.keyClicks(bar.replacement, "pasar raya")
    qtbot.keyClick(bar.replacement, Qt.Key.Key_Return)
    assert text_of(page).startswith("Pasar raya 😀")
    assert page.selection() == (18, 23)


def test_groups_of_a_pattern_can_be_used_in_the_replacement(
    bar: FindBar, page: Page, qtbot: QtBot
) -> None:
    bar.open(True)
    qtbot.mouseClick(bar.is_pattern, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(bar.words, r"(\w+) itu")
    qtbot.keyClicks(bar.replacement, r"itu \1")
    qtbot.mouseClick(bar.replace_every, Qt.MouseButton.LeftButton)
    assert "itu Pasar dipasar" in text_of(page)
    bar.words.setText(r"juta")
    bar.replacement.setText(r"\7")
    qtbot.mouseClick(bar.replace_every, Qt.MouseButton.LeftButton)
    assert "kelompok yang tidak ada" in bar.complaint.text()
    assert "juta" in text_of(page)


@pytest.mark.parametrize("pattern", ["(", "[a", "(a+)+b", "(?:x|y*)*", "a" * 501])
def test_a_pattern_that_cannot_be_searched_is_said_in_a_sentence(
    bar: FindBar, qtbot: QtBot, pattern: str
) -> None:
    bar.open()
    bar.is_pattern.setChecked(True)
    bar.words.setText(pattern)
    assert bar.complaint.text().startswith("Ungkapan reguler ini")
    assert bar.complaint.text().endswith(".")
    bar.words.setText("pasar")
    assert not bar.complaint.isVisible()


def test_a_changed_text_is_searched_again(bar: FindBar, page: Page, qtbot: QtBot) -> None:
    bar.open()
    qtbot.keyClicks(bar.words, "pasar")
    page.reveal(0, 0)
    qtbot.keyClicks(page, "pasar ")
    qtbot.waitUntil(lambda: "5" in bar.count.text())


def test_nothing_is_found_across_paragraphs_and_nothing_empty() -> None:
    assert find_all("a\nb", FindQuery(r"a\s*b", is_pattern=True)).spans == ()
    assert find_all("aab", FindQuery(r"x*", is_pattern=True)).spans == ()
    assert find_all("aab", FindQuery("")).spans == ()
    assert find_all("a" * 20_000, FindQuery("a")).is_cut
    with pytest.raises(PatternRefused):
        find_all("a", FindQuery("((a*)*)", is_pattern=True))


SPOKEN = 'Harga Pasar\n"Kami berjualan di pasar sejak dahulu," kata Sari di pasar.'


def test_what_was_said_is_replaced_only_where_that_is_asked(
    page: Page, theme: Theme, show: Show, qtbot: QtBot
) -> None:
    bar = FindBar(theme, page)
    qtbot.addWidget(bar)
    show(Release(SPOKEN))
    bar.open(True)
    qtbot.keyClicks(bar.words, "pasar")
    qtbot.keyClicks(bar.replacement, "kebun")
    qtbot.mouseClick(bar.replace_every, Qt.MouseButton.LeftButton)
    said = SPOKEN.replace("Harga Pasar", "Harga Kebun").replace("Sari di pasar", "Sari di kebun")
    assert text_of(page) == said
    assert bar.count.text() == "2 diganti; 1 di dalam kutipan dibiarkan"
    qtbot.mouseClick(bar.in_quotations, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(bar.replace_every, Qt.MouseButton.LeftButton)
    assert "pasar" not in text_of(page)


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [("RESIKO", "risiko", "RISIKO"), ("Resiko", "risiko", "Risiko"), ("JUMAT", "Jumat", "Jumat")],
)
def test_a_replacement_takes_the_case_of_what_it_replaces(old: str, new: str, wanted: str) -> None:
    (edit,) = edits_for(old, FindQuery(old.lower()), (Span(0, len(old)),), new)
    assert edit.new == wanted
