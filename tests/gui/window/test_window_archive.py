"""Arsip: found as one types, opened at once, thrown away and brought back, all by keyboard."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from test_window_stages import CLEAN
from window_archive_kit import (
    RELEASES,
    another_desk,
    archive_controller,
    copy,
    fill,
    found,
    page,
    panel,
    record,
)
from window_kit import CTRL, PATIENCE_MS, SHIFT, Sitting, Starter

from bnews_desk.archive.repository.archive_protocol import Archive

HEADLINES = [headline for headline, _, _ in reversed(RELEASES)]


@pytest.fixture
def filled(desk: Sitting) -> Sitting:
    with another_desk() as archive:
        fill(archive)
    return desk


def enter(desk: Sitting, words: str = "") -> None:
    """Ctrl+Shift+F, then type."""
    desk.press(Qt.Key.Key_F, CTRL | SHIFT)
    if words:
        desk.type(words)


def look_for(desk: Sitting, words: str, *headlines: str) -> None:
    enter(desk, words)
    desk.wait(lambda: found(desk) == list(headlines))


def test_everything_is_listed_newest_first(filled: Sitting) -> None:
    look_for(filled, "", *HEADLINES)
    assert page(filled).field.hasFocus()
    assert page(filled).filters.count.text() == "3 naskah"


def test_what_is_typed_is_found_by_its_roots_with_the_words_marked(filled: Sitting) -> None:
    look_for(filled, "bangun", HEADLINES[1])
    (hit,) = page(filled).results.hits
    marked = [hit.headline.text[m.start : m.end] for m in hit.headline.marks]
    assert marked == ["Dibangun"]
    assert [hit.excerpt.text[m.start : m.end] for m in hit.excerpt.marks] == ["Pembangunan"]


def test_a_word_is_found_before_it_is_typed_to_its_end(filled: Sitting) -> None:
    look_for(filled, "jemb", HEADLINES[1])
    filled.type("atan")
    filled.wait(lambda: page(filled).request.typed == "jembatan")
    filled.wait(lambda: found(filled) == [HEADLINES[1]])
    filled.type("x")
    filled.wait(lambda: found(filled) == [])


def test_enter_opens_what_was_found_with_its_stage_and_meja_has_it(filled: Sitting) -> None:
    look_for(filled, "jembatan", HEADLINES[1])
    filled.press(Qt.Key.Key_Down)
    filled.press(Qt.Key.Key_Return)
    filled.wait(lambda: filled.program.desk.current is not None)
    filled.wait_checked()
    assert filled.value == copy(*RELEASES[1][:2])
    assert filled.parts.page.isVisible()
    assert filled.parts.page.hasFocus()
    row = next(row for row in filled.rows() if row.title == HEADLINES[1])
    assert row.state == "siap"
    assert filled.program.desk.has("arsip1")


def test_enter_in_the_field_opens_the_first(filled: Sitting) -> None:
    look_for(filled, "posyandu", HEADLINES[0])
    filled.press(Qt.Key.Key_Return)
    filled.wait(lambda: filled.program.desk.current is not None)
    assert filled.value.headline == HEADLINES[0]


def test_esc_leads_back_to_the_text_and_the_foot_row_back_here(filled: Sitting) -> None:
    filled.paste(CLEAN)
    row = archive_controller(filled).row
    filled.click(row)
    assert page(filled).isVisible()
    assert row.property("state") == "open"
    filled.press(Qt.Key.Key_Escape)
    assert filled.parts.page.isVisible()
    assert filled.parts.page.hasFocus()
    assert filled.parts.frame_panel.isVisible()
    assert row.property("state") == ""


def test_without_a_release_esc_leads_back_to_the_empty_desk(filled: Sitting) -> None:
    enter(filled)
    filled.press(Qt.Key.Key_Escape)
    assert filled.parts.empty_page.isVisible()
    assert filled.parts.empty_panels.isVisible()


def test_a_command_for_the_release_in_front_shows_it(filled: Sitting) -> None:
    filled.paste(CLEAN)
    enter(filled)
    filled.press(Qt.Key.Key_E, CTRL)
    assert filled.parts.page.isVisible()
    assert filled.parts.ready_panel.isVisible()


def test_a_click_in_meja_leads_back_to_the_release_that_is_open(filled: Sitting) -> None:
    filled.paste(CLEAN)
    enter(filled)
    filled.click_row(filled.release.key)
    assert filled.parts.page.isVisible()


def test_the_words_of_mejas_field_come_along(filled: Sitting) -> None:
    filled.paste(CLEAN)
    filled.parts.desk_list.search.setFocus()
    filled.type("padi")
    look_for(filled, "", HEADLINES[2])
    assert page(filled).field.text() == "padi"


def test_selected_words_of_the_copy_come_along(filled: Sitting) -> None:
    filled.paste(CLEAN)
    at = filled.text.index("perangkat desa")
    filled.place_caret(at, at + 14)
    enter(filled)
    assert page(filled).field.text() == "perangkat desa"


def test_a_finding_that_somebody_was_led_to_does_not(filled: Sitting) -> None:
    filled.open_own()
    filled.press(Qt.Key.Key_F8)
    assert filled.parts.page.selected_text() == "Kamis (13/11/2024)"
    enter(filled)
    assert page(filled).field.text() == ""


def test_chips_and_boxes_narrow_the_search(filled: Sitting) -> None:
    look_for(filled, "", *HEADLINES)
    filters = page(filled).filters
    filled.click(filters.chips["siap"])
    filled.wait(lambda: found(filled) == [HEADLINES[1]])
    filters.period.setCurrentIndex(4)
    filled.wait(lambda: found(filled) == [])
    assert page(filled).hint.text() == "Tidak ada naskah dengan status dan masa itu."
    filled.click(page(filled).whole)
    filled.wait(lambda: found(filled) == HEADLINES)


def test_what_is_not_there_is_said_and_a_word_that_is_not_understood_too(
    filled: Sitting,
) -> None:
    enter(filled, "gempa")
    nothing = "Tidak ada naskah yang cocok dengan “gempa”."
    filled.wait(lambda: page(filled).hint.text() == nothing)
    assert page(filled).hint.isVisible()
    page(filled).field.clear()
    filled.type("status:hilang")
    filled.wait(page(filled).notes.isVisible)
    assert page(filled).notes.text().startswith("Status “hilang” tidak dikenal")


def test_an_empty_archive_says_so(desk: Sitting) -> None:
    enter(desk)
    desk.wait(lambda: page(desk).hint.text().startswith("Arsip masih kosong"))
    assert page(desk).hint.isVisible()


def test_beside_the_list_stands_how_to_search_and_then_the_release(filled: Sitting) -> None:
    look_for(filled, "", *HEADLINES)
    assert panel(filled).title.text() == "Cara mencari"
    filled.press(Qt.Key.Key_Down)
    assert [index.row() for index in page(filled).view.selectedIndexes()] == [0]
    assert panel(filled)._name.text() == HEADLINES[0]
    filled.wait(lambda: "Remaja diperiksa" in panel(filled)._text.text())
    assert panel(filled)._text.text().count("<p ") > 1  # paragraphs stand apart
    assert panel(filled).facts.fact("Editor") == "Zainul Arifin"
    filled.press(Qt.Key.Key_Down)
    assert panel(filled)._name.text() == HEADLINES[1]


def test_letters_typed_on_the_list_go_on_with_the_search(filled: Sitting) -> None:
    look_for(filled, "", *HEADLINES)
    filled.press(Qt.Key.Key_Down)
    filled.type("padi")
    filled.wait(lambda: found(filled) == [HEADLINES[2]])
    assert page(filled).field.text() == "padi"


def test_more_is_fetched_as_one_scrolls(desk: Sitting) -> None:
    with another_desk() as archive:
        for number in range(70):
            archive.add(f"k{number}", copy(f"Warta Nomor {number}", "Isi warta."))
    enter(desk)
    desk.wait(lambda: len(found(desk)) == 30)
    assert page(desk).filters.count.text() == "30 naskah pertama"
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_End)
    desk.wait(lambda: len(found(desk)) == 60)
    desk.press(Qt.Key.Key_End)
    desk.wait(lambda: len(found(desk)) == 70)
    assert found(desk) == [f"Warta Nomor {number}" for number in reversed(range(70))]
    assert page(desk).filters.count.text() == "70 naskah"


def test_what_another_desk_adds_appears_and_the_row_keeps_the_keyboard(
    filled: Sitting,
) -> None:
    look_for(filled, "", *HEADLINES)
    filled.press(Qt.Key.Key_Down)
    filled.press(Qt.Key.Key_Down)
    assert page(filled).current_key == "arsip1"
    with another_desk() as archive:
        archive.add("baru1", copy("Pasar Srengat Ramai", "Pasar ramai."))
    filled.program.finish_parts().archive_features.service.check_for_changes()
    filled.wait(lambda: len(found(filled)) == 4)
    assert page(filled).current_key == "arsip1"


def test_meja_lists_what_is_unfinished_in_the_archive_and_opens_it(filled: Sitting) -> None:
    filled.program.finish_parts().archive_features.service.begin()
    filled.wait(lambda: len(filled.rows()) == 2)
    assert {row.title: row.state for row in filled.rows()} == {
        HEADLINES[0]: "disunting",
        HEADLINES[1]: "siap",
    }
    filled.click_row("arsip2")
    filled.wait(lambda: filled.program.desk.current is not None)
    assert filled.value.headline == HEADLINES[0]
    assert len(filled.rows()) == 2


def test_a_release_of_the_archive_is_put_at_a_stage_from_meja(filled: Sitting) -> None:
    filled.program.finish_parts().archive_features.service.begin()
    filled.wait(lambda: len(filled.rows()) == 2)
    filled.parts.desk_list.menu.stage_wanted.emit("arsip2", "siap")
    filled.wait(lambda: "ditandai siap" in filled.status_text())
    filled.wait(lambda: record("arsip2").status == "siap")
    filled.settle()  # the message has its place by then
    filled.click(filled.button(filled.parts.status, "Urungkan"))
    filled.wait(lambda: "ditandai disunting" in filled.status_text())
    filled.wait(lambda: record("arsip2").status == "disunting")


def test_the_photos_and_the_original_come_along(desk: Sitting) -> None:
    desk.open_sample()
    key = desk.release.key
    value, pictures = desk.value, desk.release.pictures
    original = desk.program.desk.original(key)
    assert pictures
    assert original is not None
    with another_desk() as archive:
        archive.add("lain", value, original, pictures)
    desk.program.finish_parts().desk_features.release_loader.open("lain")
    desk.wait(lambda: desk.release.key == "lain")
    assert desk.value == value
    assert desk.release.pictures == pictures
    desk.wait(lambda: bool(desk.release.receipt) == bool(original.receipt))
    desk.wait(lambda: desk.program.desk.original("lain") is not None)


def test_an_archive_that_cannot_be_opened_is_said_on_the_page(
    desk: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bnews_desk.archive.repository.archive_errors import ArchiveError

    def refuse() -> None:
        raise ArchiveError("Arsip tidak dapat dibuka; periksa izinnya.")

    monkeypatch.setattr(desk.program.finish_parts().archive_features.service, "_open", refuse)
    enter(desk)
    desk.wait(lambda: page(desk).hint.text() == "Arsip tidak dapat dibuka; periksa izinnya.")


def binned(key: str) -> bool:
    return record(key).deleted is not None


def test_thrown_away_it_lies_in_the_bin_and_undo_brings_it_back(filled: Sitting) -> None:
    look_for(filled, "", *HEADLINES)
    filled.press(Qt.Key.Key_Down)
    filled.press(Qt.Key.Key_Delete)
    filled.wait(lambda: found(filled) == HEADLINES[1:])
    assert binned("arsip2")
    filled.click(filled.button(filled.parts.status, "Urungkan"))
    filled.wait(lambda: found(filled) == HEADLINES)
    assert not binned("arsip2")


def test_the_bin_is_searched_and_enter_brings_back(filled: Sitting) -> None:
    with another_desk() as archive:
        archive.delete("arsip0")
        archive.delete("arsip1")
    filled.program.commands["bin"].trigger()
    filled.wait(lambda: found(filled) == HEADLINES[1:])
    filled.type("padi")
    filled.wait(lambda: found(filled) == HEADLINES[2:])
    filled.press(Qt.Key.Key_Down)
    assert panel(filled).bin.text() == "Pulihkan"
    assert not panel(filled).open.isVisible()
    filled.press(Qt.Key.Key_Return)
    filled.wait(lambda: found(filled) == [])
    assert page(filled).hint.text() == "Tidak ada naskah yang cocok dengan “padi”."
    assert not binned("arsip0")
    assert binned("arsip1")
    filled.click(page(filled).filters.bin)
    filled.wait(lambda: found(filled) == HEADLINES[2:])


def test_what_leaves_meja_lies_in_the_bin(filled: Sitting) -> None:
    filled.paste(CLEAN)
    key = filled.release.key
    filled.program.finish_parts().archive_features.service.begin()
    filled.press(Qt.Key.Key_1, CTRL)
    filled.press(Qt.Key.Key_Delete)
    filled.program.commands["bin"].trigger()
    filled.wait(lambda: found(filled) == ["Warga Sumberagung Panen Kopi"])
    filled.press(Qt.Key.Key_Return)
    filled.wait(lambda: found(filled) == [])
    assert filled.program.desk.has(key)


def test_every_part_of_the_page_is_reached_by_tab(filled: Sitting) -> None:
    look_for(filled, "", *HEADLINES)
    reached = set()
    for _ in range(14):
        reached.add(filled.application.focusWidget())
        filled.press(Qt.Key.Key_Tab)
    filters = page(filled).filters
    wanted = {page(filled).view, filters.bin, filters.period, filters.order}
    assert wanted | set(filters.chips.values()) <= reached


def test_ctrl_f_leads_from_the_list_to_the_field(filled: Sitting) -> None:
    look_for(filled, "", *HEADLINES)
    filled.press(Qt.Key.Key_Down)
    filled.press(Qt.Key.Key_F, CTRL)
    assert page(filled).field.hasFocus()


def test_a_release_in_the_bin_that_is_opened_after_all_leaves_it(filled: Sitting) -> None:
    with another_desk() as archive:
        archive.delete("arsip1")
    filled.program.finish_parts().archive_features.service.begin()
    filled.program.finish_parts().desk_features.release_loader.open("arsip1")
    filled.wait(lambda: filled.program.desk.current is not None)
    filled.wait(lambda: not binned("arsip1"))


def test_in_a_narrow_window_the_rail_leads_to_the_archive(start: Starter) -> None:
    desk = start((911, 512))
    desk.click(archive_controller(desk).row)
    assert page(desk).isVisible()
    assert panel(desk).isVisible()
    desk.press(Qt.Key.Key_Escape)
    assert desk.parts.empty_page.isVisible()


def test_the_menu_of_mejas_head_leads_to_the_bin(desk: Sitting) -> None:
    desk.parts.desk_list.stages.bin_wanted.emit()
    assert page(desk).heading.text() == "Tempat sampah"
    desk.wait(lambda: page(desk).hint.text() == "Tempat sampah kosong.")


def test_while_the_archive_is_being_opened_that_is_said(
    desk: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = desk.program.finish_parts().archive_features.service
    opens, may_open = service._open, Event()

    def open_late() -> Archive:
        may_open.wait(PATIENCE_MS / 1000)
        return opens()

    monkeypatch.setattr(service, "_open", open_late)
    enter(desk)
    desk.wait(lambda: page(desk).hint.text() == "Arsip sedang dibuka …")
    may_open.set()
    desk.wait(lambda: page(desk).hint.text().startswith("Arsip masih kosong"))


def test_a_row_of_the_archive_leaves_meja_at_once_and_undo_brings_it_back(
    filled: Sitting,
) -> None:
    filled.program.finish_parts().archive_features.service.begin()
    filled.wait(lambda: len(filled.rows()) == 2)
    filled.press(Qt.Key.Key_1, CTRL)
    filled.press(Qt.Key.Key_Down)
    assert filled.parts.desk_list.view.currentIndex().isValid()
    filled.press(Qt.Key.Key_Delete)
    assert [row.title for row in filled.rows()] == [HEADLINES[1]]
    filled.wait(lambda: binned("arsip2"))
    filled.click(filled.button(filled.parts.status, "Urungkan"))
    filled.wait(lambda: len(filled.rows()) == 2)
    assert not binned("arsip2")


def test_what_stood_beside_the_copy_is_there_again_behind_the_archive(filled: Sitting) -> None:
    filled.open_own()
    filled.press(Qt.Key.Key_E, CTRL)
    assert filled.window.is_ready_shown
    filled.press(Qt.Key.Key_F, CTRL | SHIFT)
    assert not filled.window.is_ready_shown
    filled.press(Qt.Key.Key_Escape)
    assert filled.window.is_ready_shown
    filled.press(Qt.Key.Key_F, CTRL | SHIFT)
    filled.press(Qt.Key.Key_K, CTRL | SHIFT)
    filled.press(Qt.Key.Key_Escape)
    assert filled.window.is_ready_shown
    filled.press(Qt.Key.Key_F, CTRL | SHIFT)
    filled.press(Qt.Key.Key_W, CTRL)
    assert filled.window.right.currentWidget() is filled.parts.empty_panels


def test_the_top_bar_fills_no_button_while_something_else_than_the_copy_is_shown(
    filled: Sitting,
) -> None:
    def looks() -> set[str]:
        buttons = filled.parts.top_bar.findChildren(QToolButton)
        return {str(button.property("look") or "") for button in buttons}

    filled.open_sample()
    assert "filled" in looks()
    for key in (Qt.Key.Key_F, Qt.Key.Key_K, Qt.Key.Key_F):
        filled.press(key, CTRL | SHIFT)
        assert "filled" not in looks()
    filled.press(Qt.Key.Key_Escape)
    assert "filled" in looks()
