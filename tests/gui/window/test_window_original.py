"""The original beside the copy: F4, what it shows, what it gives back, and no trace."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QToolButton
from window_kit import CTRL, SHIFT, Sitting, Starter, change_theme

from bnews_desk.gui.editor.page_view import Page
from bnews_desk.gui.original.difference_panel import DifferencePanel
from bnews_desk.gui.original.fact_cards import FactCard, FactGroupHeading
from bnews_desk.gui.original.original_controller import OriginalController
from bnews_desk.gui.original.original_view import OriginalView
from bnews_desk.gui.publish.readiness_texts import item_detail
from bnews_desk.gui.shared.widgets.fold import FoldButton
from bnews_desk.release import Release
from bnews_desk.rules.readiness import ItemState

RELEASE = """Pasar Tani Tegalasri Resmi Dibuka

Dinas Pertanian secara resmi membuka Pasar Tani Tegalasri, Rabu (13/11/2024).
Pasar itu mempertemukan 38 petani dengan pembeli tanpa melalui pengepul. Harganya ditempel di \
setiap lapak sehingga pembeli mudah membandingkan sebelum memilih sayur, buah, dan telur.
Acara dibuka dengan doa bersama dan pemotongan pita.
Camat berharap pasar itu ramai sampai akhir tahun.
Tamu disambut kesenian desa setempat."""
COPY = """Pasar Tani Tegalasri Dibuka, 40 Petani Berjualan Langsung kepada Pembeli setiap Hari Pasar
BLITAR | B-news.id - Dinas Pertanian membuka Pasar Tani Tegalasri, Rabu (13/11/2024).
Pasar itu mempertemukan 40 petani dengan pembeli.
Baca juga: Panen Raya Cabai di Wlingi
Camat berharap pasar itu ramai sampai akhir tahun. (kmfkabblt/sun)
Editor : Zainul Arifin"""
LOST = "Acara dibuka dengan doa bersama dan pemotongan pita."


def beside(desk: Sitting) -> OriginalController:
    return desk.program.finish_parts().original_controller


def view(desk: Sitting) -> OriginalView:
    (found,) = desk.window.findChildren(OriginalView)
    return found


def panel(desk: Sitting) -> DifferencePanel:
    (found,) = desk.window.findChildren(DifferencePanel)
    return found


def edit(desk: Sitting, copy: str = COPY) -> None:
    """A release is pasted and made into its copy."""
    desk.paste(RELEASE)
    desk.release.document.become(Release(copy))
    desk.wait_checked()
    desk.place_caret(0)


def open_original(desk: Sitting) -> None:
    desk.press(Qt.Key.Key_F4)
    desk.wait(lambda: beside(desk).is_shown)
    desk.settle()


def wait_compared(desk: Sitting) -> None:
    """Wait until what is shown is what the texts are."""
    desk.wait(lambda: (c := beside(desk).comparison) is not None and c.new == desk.text)


def top(edit: Page | OriginalView, number: int) -> float:
    """At which height of the window a paragraph begins."""
    if isinstance(edit, Page):
        assert edit.sheet is not None
        setting = edit.sheet.layout
    else:
        setting = edit.page_layout
    at = edit.viewport().mapTo(edit.window(), edit.viewport().rect().topLeft()).y()
    return at + setting.rows[number].top - edit.verticalScrollBar().value()


def test_f4_shows_the_release_as_it_arrived(desk: Sitting) -> None:
    edit(desk)
    open_original(desk)
    original = view(desk)
    assert original.isVisible()
    assert original.toPlainText() == RELEASE.replace("\n\n", "\n", 1)
    assert original.accessibleName() == "Rilis asli"
    assert desk.window.left.is_rail
    assert desk.window.left.width() == 48
    assert abs(original.width() - desk.parts.page.width()) <= 1
    names = [label.text() for label in desk.window.spread.findChildren(QLabel)]
    assert names[:2] == ["Rilis asli", "tempelan.txt"]


def test_paragraphs_that_belong_together_stand_at_one_height_and_scroll_as_one(
    start: Starter,
) -> None:
    desk = start((1366, 420))
    edit(desk)
    open_original(desk)
    page, original = desk.parts.page, view(desk)
    pairs = [(0, 0), (1, 1), (2, 2), (4, 4)]
    for value in (0, 60, page.verticalScrollBar().maximum()):
        page.verticalScrollBar().setValue(value)
        assert page.verticalScrollBar().value() == value
        assert [top(original, o) for o, _ in pairs] == [top(page, n) for _, n in pairs]
    original.verticalScrollBar().setValue(30)
    assert page.verticalScrollBar().value() == 30
    assert page.verticalScrollBar().maximum() == original.verticalScrollBar().maximum()


def test_they_stay_there_while_a_line_is_typed(desk: Sitting) -> None:
    edit(desk)
    open_original(desk)
    page, original = desk.parts.page, view(desk)
    desk.place_caret(COPY.index("\nBaca juga"))
    desk.type(" Pasar buka setiap Sabtu dan Minggu pagi sampai siang hari." * 3)
    for _ in range(2):
        assert (top(original, 4), top(original, 1)) == (top(page, 4), top(page, 1))
        wait_compared(desk)
    desk.press(Qt.Key.Key_Return)
    wait_compared(desk)
    assert top(original, 4) == top(page, 5)


def test_figures_follow_the_typing(desk: Sitting) -> None:
    edit(desk)
    open_original(desk)
    added = beside(desk).comparison.words_inserted
    desk.place_caret(len(COPY.partition("\n")[0]))
    desk.type(" pagi")
    wait_compared(desk)
    assert beside(desk).comparison.words_inserted == added + 1
    assert str(added + 1) in [label.text() for label in panel(desk).findChildren(QLabel)]


def test_an_equal_copy_is_said_to_be_so(desk: Sitting) -> None:
    desk.paste(RELEASE)
    open_original(desk)
    said = [label.text() for label in panel(desk).findChildren(QLabel) if label.isVisible()]
    assert "Naskah masih sama dengan rilis asli." in said
    assert "Paragraf tidak dipakai" not in said


def test_a_paragraph_that_was_left_out_comes_back_as_one_step(desk: Sitting) -> None:
    edit(desk)
    open_original(desk)
    first, last = [button.accessibleName() for button in panel(desk).unused.buttons]
    assert first == f"Kembalikan: {LOST}"
    desk.click(panel(desk).unused.buttons[0])
    wait_compared(desk)
    assert desk.text.split("\n")[3] == LOST
    assert desk.status_text() == "Paragraf dikembalikan ke naskah."
    assert [b.accessibleName() for b in panel(desk).unused.buttons] == [last]
    assert not desk.parts.page.textCursor().hasSelection()
    desk.press(Qt.Key.Key_Z, CTRL)
    assert desk.text == COPY
    wait_compared(desk)
    assert len(panel(desk).unused.buttons) == 2


def test_with_the_keyboard_too_and_it_stays_in_the_list(desk: Sitting) -> None:
    edit(desk)
    open_original(desk)
    panel(desk).unused.buttons[0].setFocus()
    QTest.keyClick(panel(desk).unused.buttons[0], Qt.Key.Key_Space)
    wait_compared(desk)
    desk.settle()
    assert LOST in desk.text
    assert panel(desk).unused.buttons[0].hasFocus()


def test_what_was_typed_a_moment_ago_is_not_in_the_way(desk: Sitting) -> None:
    edit(desk)
    open_original(desk)
    desk.place_caret(len(COPY.partition("\n")[0]))
    desk.type("!!")
    desk.click(panel(desk).unused.buttons[0])
    assert desk.text.split("\n")[3] == LOST


def test_an_added_paragraph_is_listed_and_shown(desk: Sitting) -> None:
    new = "Warga sekitar menyiapkan lahan parkir."
    edit(desk, COPY.replace("\nBaca juga", f"\n{new}\nBaca juga"))
    open_original(desk)
    (button,) = panel(desk).added.buttons
    assert button.accessibleName() == f"Tunjukkan: {new}"
    desk.click(button)
    assert desk.parts.page.selection().start == desk.text.index(new)


def test_where_a_paragraph_went_is_shown(desk: Sitting) -> None:
    lines = RELEASE.replace("\n\n", "\n", 1).split("\n")
    moved = [lines[0], lines[4], *lines[1:4], lines[5]]
    edit(desk, "\n".join(moved))
    open_original(desk)
    desk.parts.page.reveal(0, 0)
    (button,) = panel(desk).moved.buttons
    desk.click(button)
    assert desk.parts.page.selection().start == desk.text.index("Camat berharap")


@pytest.mark.parametrize("way", ["f4", "escape", "close", "button"])
def test_the_copy_alone_again_as_it_was(desk: Sitting, way: str) -> None:
    edit(desk, COPY.replace("Baca juga", "Paragraf yang panjang. " * 60 + "\nBaca juga"))
    at = desk.text.index("Editor")
    desk.place_caret(at)
    page = desk.parts.page
    before = page.verticalScrollBar().value(), desk.window.splitter.sizes(), desk.release.document
    steps = desk.release.document.document.availableUndoSteps()
    caret_before = page.cursorRect().top()
    assert before[0] > 0
    open_original(desk)
    assert page.selection().start == at
    assert abs(page.cursorRect().top() - caret_before) <= 60
    ways: dict[str, Callable[[], None]] = {
        "f4": lambda: desk.press(Qt.Key.Key_F4),
        "escape": lambda: desk.press(Qt.Key.Key_Escape),
        "close": lambda: desk.click(named(desk, "Tutup rilis asli")),
        "button": lambda: desk.click(named(desk, "Asli")),
    }
    ways[way]()
    assert not beside(desk).is_shown
    assert not view(desk).isVisible()
    assert page.selection().start == at
    assert (page.verticalScrollBar().value(), desk.window.splitter.sizes()) == before[:2]
    assert desk.release.document.document.availableUndoSteps() == steps
    assert page.hasFocus()
    assert not desk.window.left.is_rail
    assert desk.window.right.currentIndex() == 0
    assert not named(desk, "Asli").isChecked()
    assert page.sheet is not None
    assert {row.lift for row in page.sheet.layout.rows} == {0.0}


def named(desk: Sitting, name: str) -> QToolButton:
    (found,) = (b for b in desk.window.findChildren(QToolButton) if b.accessibleName() == name)
    return found


def test_another_release_or_siap_tayang_ends_it(desk: Sitting) -> None:
    edit(desk)
    open_original(desk)
    desk.press(Qt.Key.Key_E, CTRL)
    assert not beside(desk).is_shown
    assert desk.window.is_ready_shown
    open_original(desk)
    assert not desk.window.is_ready_shown
    first = desk.release
    desk.paste("Panen Kopi\n\nWarga memanen kopi.")
    assert not beside(desk).is_shown
    assert not view(desk).isVisible()
    desk.program.desk.show(first)
    open_original(desk)
    assert view(desk).toPlainText().startswith("Pasar Tani")
    desk.press(Qt.Key.Key_W, CTRL)
    assert not beside(desk).is_shown
    desk.press(Qt.Key.Key_W, CTRL)
    assert desk.program.desk.current is None


def test_a_release_typed_from_nothing_has_none_and_says_so(desk: Sitting) -> None:
    desk.press(Qt.Key.Key_N, CTRL)
    desk.type("Panen Kopi")
    desk.press(Qt.Key.Key_F4)
    desk.wait(lambda: "tidak ada rilis asli" in desk.status_text())
    assert not beside(desk).is_shown
    assert not named(desk, "Asli").isChecked()


def test_one_that_cannot_be_read_any_more_says_so(desk: Sitting) -> None:
    desk.paste(RELEASE)
    journal, key = desk.program.journal, desk.release.key
    kept = journal.original(key)
    assert kept is not None
    journal.put_original(key, "rilis.docx", b"PK\x03\x04rusak", kept.receipt)
    desk.press(Qt.Key.Key_F4)
    desk.wait(lambda: desk.status_text().startswith("Rilis asli tidak dapat dibaca lagi: "))
    assert not beside(desk).is_shown


def test_the_sample_and_dropped_files_have_theirs(desk: Sitting, tmp_path: Path) -> None:
    desk.open_sample()
    open_original(desk)
    assert view(desk).toPlainText() == desk.text
    file = tmp_path / "rilis.txt"
    file.write_text(RELEASE, encoding="utf-8")
    before = desk.release
    desk.drop(desk.parts.page.viewport(), str(file))
    desk.wait(lambda: desk.release is not before)
    desk.wait_checked()
    open_original(desk)
    assert view(desk).toPlainText() == desk.text


def test_it_is_there_after_a_restart(start: Starter) -> None:
    first = start()
    edit(first)
    again = start()
    again.wait_checked()
    open_original(again)
    assert view(again).toPlainText().startswith("Pasar Tani Tegalasri Resmi")


def test_closing_the_window_with_it_open_costs_nothing(start: Starter) -> None:
    first = start()
    edit(first)
    width = first.window.splitter.sizes()[2]
    open_original(first)
    first.type("x")
    again = start()
    assert again.text.startswith("xPasar")
    assert again.program.settings.columns[2] == width


def test_other_colours_and_zoom_reach_both(desk: Sitting) -> None:
    edit(desk)
    open_original(desk)
    page, original = desk.parts.page, view(desk)
    height = original.page_layout.rows[1].height
    desk.press(Qt.Key.Key_Plus, CTRL)
    assert original.page_layout.rows[1].height > height
    assert top(original, 4) == top(page, 4)
    change_theme(desk, "dark")
    assert page.sheet is not None
    assert original.page_layout.formats.scale == page.sheet.layout.formats.scale


def test_nothing_can_be_written_in_the_original(desk: Sitting) -> None:
    edit(desk)
    open_original(desk)
    original = view(desk)
    before = original.toPlainText()
    original.setFocus()
    QTest.keyClicks(original, "abc")
    desk.press(Qt.Key.Key_V, CTRL)
    desk.press(Qt.Key.Key_B, CTRL)
    assert original.toPlainText() == before
    assert desk.text == COPY
    original.selectAll()
    original.copy()
    assert desk.application.clipboard().text() == before


@pytest.mark.parametrize("size", [(960, 640), (911, 512)])
def test_a_small_window_has_room_for_both(start: Starter, size: tuple[int, int]) -> None:
    desk = start(size)
    edit(desk)
    open_original(desk)
    desk.settle()
    assert desk.window.width() == size[0]
    for widget in (view(desk), desk.parts.page, panel(desk)):
        corner = widget.mapTo(desk.window, widget.rect().bottomRight())
        assert widget.width() >= 250
        assert corner.x() < size[0]
        assert corner.y() < size[1]


def choosing(path: Path, monkeypatch: pytest.MonkeyPatch, kind: int = 0) -> list[str]:
    """Answer the dialog with a path; the list has what it proposed."""
    proposed: list[str] = []

    def choose(_parent: object, _title: str, name: str, filters: str, **_: object) -> object:
        proposed.append(name)
        return str(path), filters.split(";;")[kind]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    return proposed


@pytest.mark.parametrize(("kind", "ending"), [(0, ".html"), (1, ".docx")])
def test_the_change_report_is_saved(
    desk: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: int, ending: str
) -> None:
    proposed = choosing(tmp_path / "laporan", monkeypatch, kind)
    edit(desk)
    open_original(desk)
    desk.click(desk.button(panel(desk), "Laporan perubahan"))
    desk.wait(lambda: "Laporan perubahan tersimpan" in desk.status_text())
    assert proposed[0].endswith(" perubahan.html")
    written = tmp_path / f"laporan{ending}"
    if ending == ".docx":
        with zipfile.ZipFile(written) as parts:
            assert b"w:del " in parts.read("word/document.xml")
    else:
        assert "tempelan.txt" in written.read_text(encoding="utf-8")
    assert desk.button(panel(desk), f"Buka {ending[1:].upper()}").isVisible()
    assert desk.program.settings.export_folder == str(tmp_path)


@pytest.mark.parametrize("answer", ["", "replace"])
def test_no_report_replaces_a_file_unasked(
    desk: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    file = tmp_path / "laporan.html"
    file.write_text("lama")
    choosing(file, monkeypatch)
    asked: list[str] = []
    monkeypatch.setattr(
        "bnews_desk.gui.shared.question_dialog.ask", lambda *a: asked.append(a[3]) or answer
    )
    edit(desk)
    open_original(desk)
    desk.click(desk.button(panel(desk), "Laporan perubahan"))
    assert len(asked) == 1
    assert "laporan.html" in asked[0]
    if answer:
        desk.wait(lambda: "tersimpan" in desk.status_text())
    assert (file.read_text(encoding="utf-8") == "lama") == (answer == "")


def test_a_report_that_cannot_be_written_is_told(
    desk: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choosing(tmp_path / "tidak-ada" / "laporan.html", monkeypatch)
    edit(desk)
    open_original(desk)
    desk.click(desk.button(panel(desk), "Laporan perubahan"))
    desk.wait(desk.parts.notice.isVisible)
    assert list(tmp_path.glob("**/laporan*")) == []


def test_the_palette_knows_it(desk: Sitting) -> None:
    edit(desk)
    action = desk.program.commands["compare"]
    assert action.isEnabled()
    action.trigger()
    desk.wait(lambda: beside(desk).is_shown)
    desk.press(Qt.Key.Key_P, CTRL | SHIFT)
    desk.press(Qt.Key.Key_Escape)
    assert beside(desk).is_shown


def test_letterhead_and_contact_are_in_the_original_and_can_be_had(desk: Sitting) -> None:
    furniture = ("PEMERINTAH KABUPATEN BLITAR", "SIARAN PERS", "Narahubung: Rina (0812-0000-0304)")
    lead = "BLITAR – Warga Desa Tegalasri memanen padi di sawah milik desa, Senin (4/3/2024)."
    text = (*furniture[:2], "", "Warga Tegalasri Panen Padi", "", lead, "", furniture[2])
    desk.application.clipboard().setText("\n".join(text))
    desk.press(Qt.Key.Key_V, CTRL | SHIFT)
    arrivals = desk.program.finish_parts().arrivals
    desk.wait(lambda: arrivals.sheet is not None and arrivals.sheet.isVisible())
    desk.press(Qt.Key.Key_Return, where=arrivals.sheet)
    desk.wait(lambda: desk.program.desk.current is not None)
    desk.wait_checked()
    assert furniture[0] not in desk.text
    desk.window.activateWindow()  # no window manager gives the focus back
    desk.settle()
    open_original(desk)
    assert all(line in view(desk).toPlainText() for line in furniture)
    kept = panel(desk).furniture
    assert not kept.isVisible()  # nobody misses them: folded, below everything else
    (fold,) = panel(desk).findChildren(FoldButton)
    desk.click(fold)
    named = [button.accessibleName() for button in kept.buttons]
    assert named == [f"Kembalikan: {line}" for line in furniture]
    desk.click(kept.buttons[2])
    assert desk.text.endswith(furniture[2])


def test_a_release_is_compared_with_its_original_on_another_day(start: Starter) -> None:
    desk = start()
    edit(desk)
    assert desk.finding("original-figure-altered").text == "40"
    desk = start()  # the program was closed and opened again
    desk.wait(
        lambda: any(f.rule == "original-figure-altered" for f in desk.release.findings),
    )
    finding = desk.finding("original-figure-altered")
    assert "38" in finding.message


def cards(desk: Sitting) -> list[FactCard]:
    return panel(desk).facts.cards


def test_changed_facts_stand_on_cards_and_go_back_to_the_original_in_one_step(
    desk: Sitting,
) -> None:
    edit(desk)
    open_original(desk)
    desk.wait(lambda: bool(cards(desk)))
    assert [card.fact.change.now for card in cards(desk)][:2] == ["40", "40"]
    desk.press(Qt.Key.Key_F7)
    desk.press(Qt.Key.Key_J)
    assert cards(desk)[1].hasFocus()
    selected = desk.parts.page.selection()
    assert desk.text[selected.start : selected.end] == "40"
    before = desk.text
    desk.click(cards(desk)[0].restore)
    assert "mempertemukan 38 petani" in desk.text
    desk.wait_checked()
    desk.press(Qt.Key.Key_Z, CTRL)
    assert desk.text == before


def test_what_was_checked_is_kept_with_name_and_time_until_its_passage_changes(
    start: Starter,
) -> None:
    desk = start()
    edit(desk)
    open_original(desk)
    desk.wait(lambda: bool(cards(desk)))
    count = len(cards(desk))
    for number in range(count):
        desk.press(Qt.Key.Key_F7)
        desk.press(Qt.Key.Key_C)
        desk.wait(lambda number=number: cards(desk)[number].fact.check is not None)
    check = cards(desk)[0].fact.check
    assert check is not None
    assert check.name == "Zainul Arifin"
    assert not [f for f in desk.release.findings if f.rule.startswith("original-")]
    assert desk.release.checklist.items[-1].kind == "original"
    desk.wait(lambda: desk.release.checklist.items[-1].state is ItemState.READY)
    desk = start()  # another day
    desk.wait(lambda: desk.release.facts is not None)
    assert desk.release.facts.open_facts == ()
    desk.place_caret(desk.text.index(" dengan pembeli"))
    desk.type(" sayur")
    desk.wait_checked()
    assert [f.change.now for f in desk.release.facts.open_facts] == ["40"]
    assert desk.finding("original-figure-altered").text == "40"


def test_group_headings_follow_the_colours(desk: Sitting) -> None:
    edit(desk)
    open_original(desk)
    desk.wait(lambda: bool(cards(desk)))
    heading = panel(desk).findChildren(FactGroupHeading)[0]
    change_theme(desk, "light")
    desk.settle()
    light = heading.findChildren(QLabel)[0].pixmap().toImage()
    change_theme(desk, "dark")
    desk.settle()
    assert heading.findChildren(QLabel)[0].pixmap().toImage() != light


def test_siap_tayang_says_first_that_facts_are_not_checked(desk: Sitting) -> None:
    edit(desk)
    (line,) = (i for i in desk.release.checklist.items if i.kind == "original")
    assert item_detail(line.fact).startswith("Belum dicek: ")


def test_the_report_has_the_same_facts_as_the_cards(
    desk: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choosing(tmp_path / "laporan.html", monkeypatch)
    edit(desk)
    open_original(desk)
    desk.wait(lambda: bool(cards(desk)))
    desk.press(Qt.Key.Key_F7)
    desk.press(Qt.Key.Key_C)
    desk.wait(lambda: cards(desk)[0].fact.check is not None)
    desk.wait_checked()
    desk.click(desk.button(panel(desk), "Laporan perubahan"))
    desk.wait(lambda: "tersimpan" in desk.status_text())
    page = (tmp_path / "laporan.html").read_text(encoding="utf-8")
    listed = page.partition("</dl>")[2].partition("Seluruh naskah")[0]
    assert listed.count("<tr><td>") == len(cards(desk))
    assert "Angka berubah (" in listed
    assert "✓ Sudah dicek: Zainul Arifin" in listed


def choose_to_open(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever is asked for files chooses this one."""
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(path)], ""))


def test_a_fact_may_come_from_a_further_source(
    start: Starter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    minutes = tmp_path / "notulen.txt"
    minutes.write_text("Notulen\n\nPasar itu mempertemukan 40 petani.\n", encoding="utf-8")
    choose_to_open(minutes, monkeypatch)
    desk = start()
    copy = COPY.replace(", 40 Petani Berjualan Langsung", " untuk Berjualan Langsung")
    edit(desk, copy)
    open_original(desk)
    desk.wait(lambda: [c.fact.change.now for c in cards(desk)] == ["40"])
    desk.click(panel(desk).sources.add)
    desk.wait(lambda: cards(desk) == [])
    assert desk.status_text() == "“notulen.txt” ditambahkan sebagai bahan."
    desk.click(panel(desk).sources.add)
    desk.wait(lambda: desk.status_text() == "“notulen.txt” sudah ada di antara bahan.")
    assert [source.name for source in desk.value.sources] == ["notulen.txt"]
    desk = start()  # another day
    desk.wait(lambda: desk.release.facts is not None)
    open_original(desk)
    (remove,) = panel(desk).sources.buttons
    desk.click(remove)
    desk.wait(lambda: [c.fact.change.now for c in cards(desk)] == ["40"])
    assert panel(desk).sources.buttons == []
    desk.click(desk.button(desk.parts.status, "Urungkan"))
    desk.wait(lambda: cards(desk) == [])
    assert len(panel(desk).sources.buttons) == 1


def test_a_source_that_cannot_be_read_is_told_and_changes_nothing(
    desk: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "rusak.docx"
    broken.write_bytes(b"PK\x03\x04 putus")
    edit(desk)
    open_original(desk)
    for path in (broken, tmp_path / "tiada.txt"):
        choose_to_open(path, monkeypatch)
        desk.click(panel(desk).sources.add)
        desk.wait(lambda path=path: path.name in notices(desk) or path.stem in notices(desk))
    assert desk.value.sources == ()


def notices(desk: Sitting) -> str:
    return " ".join(label.text() for label in desk.parts.notice.findChildren(QLabel))
