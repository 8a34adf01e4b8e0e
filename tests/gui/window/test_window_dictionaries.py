"""A word that spelling does not know goes into a dictionary, from there into every check."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu
from window_kit import CTRL, SHIFT, Sitting, Starter

from bnews_desk import files
from bnews_desk.archive.finding_decisions import Tally, tallies
from bnews_desk.finding import Safety, Severity
from bnews_desk.gui.findings.dictionary_owner import DictionaryOwner
from bnews_desk.gui.settings import dictionary_actions
from bnews_desk.gui.settings.dictionary_dialog import DictionaryDialog
from bnews_desk.house.style import HouseStyle
from bnews_desk.paths import finding_decisions_file
from bnews_desk.rules import catalogue
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import ParagraphRule, Rule, RuleMatch

UNKNOWN = ("sompil", "punten")
COPY = (
    "Warga Panen Kopi\n\nBLITAR | B-news.id - Warga menyantap sompil dan punten hangat.\n"
    "Penjual Sompil itu ramai. (kmfkabblt/sun)\nEditor : Zainul Arifin"
)


def _unknown(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    for word in paragraph.words:
        if word.folded in UNKNOWN and word.folded not in paragraph.lexicon.own_words:
            yield RuleMatch(word.start, word.end)


SPELLING = ParagraphRule(
    code="C41",
    id="spelling",
    name="Ejaan",
    severity=Severity.WARNING,
    safety=Safety.NONE,
    why="Kata ini tidak dikenal.",
    source="Uji",
    bad=(),
    good=(),
    check=_unknown,
)
"""Knows two words too few, so that no test hangs on what the shipped lexicon knows."""


@pytest.fixture(autouse=True)
def _spelling(monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = catalogue.rules_of

    def with_spelling(house: HouseStyle) -> tuple[Rule, ...]:
        return (*(rule for rule in shipped(house) if rule.id != SPELLING.id), SPELLING)

    monkeypatch.setattr(catalogue, "rules_of", with_spelling)


@pytest.fixture
def folder(home: Path) -> Path:
    return home.parent / "meja"


@pytest.fixture
def mine(folder: Path) -> Path:
    return folder / "kamus-saya.txt"


def marked(desk: Sitting) -> list[str]:
    return [p.text for p in desk.release.findings if p.rule == "spelling"]


def go_to_first(desk: Sitting) -> None:
    desk.parts.findings.show_finding(desk.finding("spelling"))
    desk.press(Qt.Key.Key_3, CTRL)


def undo_link(desk: Sitting) -> None:
    desk.click(desk.parts.status._link)


def opened(desk: Sitting) -> DictionaryDialog:
    desk.program.commands["dictionaries"].trigger()
    dialog = desk.window.findChildren(DictionaryDialog)[-1]
    dialog.activateWindow()
    desk.wait(dialog.field.hasFocus)
    return dialog


def listed(dialog: DictionaryDialog) -> list[str]:
    return dialog.model.stringList()


def test_a_key_in_the_panel_puts_the_word_in_my_dictionary(desk: Sitting, mine: Path) -> None:
    desk.paste(COPY)
    assert marked(desk) == ["sompil", "punten", "Sompil"]
    go_to_first(desk)
    desk.press(Qt.Key.Key_A)
    assert marked(desk) == ["punten"], "at once, in whatever case"
    assert desk.status_text() == "“sompil” ditambahkan ke kamus saya."
    assert mine.read_text("utf-8") == "sompil\n"
    desk.wait_checked()
    assert marked(desk) == ["punten"]
    assert tallies(finding_decisions_file())["spelling"] == Tally(dismissed=1)
    undo_link(desk)
    desk.wait(lambda: marked(desk) == ["sompil", "punten", "Sompil"])
    assert tallies(finding_decisions_file())["spelling"] == Tally()
    assert desk.status_text() == "“sompil” dihapus dari kamus saya."
    assert mine.read_text("utf-8") == ""
    undo_link(desk)
    desk.wait(lambda: marked(desk) == ["punten"])
    assert mine.read_text("utf-8") == "sompil\n"


def test_a_capital_that_is_the_sentences_is_not_kept(desk: Sitting, mine: Path) -> None:
    desk.paste(COPY.replace("Penjual Sompil itu", "Punten itu"))
    desk.parts.findings.show_finding(desk.release.findings[-1])
    desk.press(Qt.Key.Key_3, CTRL)
    assert marked(desk)[-1] == "Punten"
    desk.press(Qt.Key.Key_A)
    assert mine.read_text("utf-8") == "punten\n"
    assert marked(desk) == ["sompil"]


def test_a_key_on_the_card_puts_it_in_the_newsrooms(desk: Sitting, folder: Path) -> None:
    desk.paste(COPY)
    desk.place_caret(desk.finding("spelling").start)
    desk.press(Qt.Key.Key_Period, CTRL)
    assert desk.program.card.isVisible()
    desk.press(Qt.Key.Key_A, SHIFT)
    desk.wait_checked()
    assert marked(desk) == ["punten"]
    assert desk.status_text() == "“sompil” ditambahkan ke kamus redaksi."
    assert (folder / "kamus-redaksi.txt").read_text("utf-8") == "sompil\n"
    assert not desk.program.card.isVisible()
    assert desk.parts.page.hasFocus()


def test_the_card_has_a_button_for_each_dictionary(desk: Sitting, mine: Path) -> None:
    desk.paste(COPY)
    desk.place_caret(desk.finding("spelling").start)
    desk.press(Qt.Key.Key_Period, CTRL)
    names = [b.accessibleName() for b in desk.program.card._contents.buttons]
    assert names[:2] == ["Tambahkan ke kamus saya", "Tambahkan ke kamus redaksi"]
    desk.click(desk.program.card._contents.buttons[0])
    assert mine.read_text("utf-8") == "sompil\n"


def test_other_findings_have_nothing_to_do_with_dictionaries(desk: Sitting, mine: Path) -> None:
    desk.open_own()
    finding = desk.finding("date-weekday-mismatch")
    desk.place_caret(finding.start)
    desk.press(Qt.Key.Key_Period, CTRL)
    names = [b.accessibleName() for b in desk.program.card._contents.buttons]
    assert not [name for name in names if "kamus" in name]
    desk.press(Qt.Key.Key_A)
    assert desk.program.card.isVisible()
    desk.press(Qt.Key.Key_Escape)
    desk.parts.findings.show_finding(finding)
    desk.press(Qt.Key.Key_3, CTRL)
    desk.press(Qt.Key.Key_A)
    assert finding in desk.release.findings
    assert not mine.exists()


def test_a_right_click_offers_both_dictionaries(desk: Sitting, mine: Path) -> None:
    desk.paste(COPY)
    view = desk.parts.findings.list
    row = desk.parts.findings.model.row_of(desk.finding("spelling"))
    index = desk.parts.findings.model.index(row)
    view.scrollTo(index)
    at = view.visualRect(index).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    said = [action.text() for action in menu.actions()]
    assert said[:2] == ["Tambahkan ke kamus saya\tA", "Tambahkan ke kamus redaksi\tShift+A"]
    menu.actions()[0].trigger()
    menu.close()
    assert mine.read_text("utf-8") == "sompil\n"
    assert marked(desk) == ["punten"]


def test_the_word_vanishes_in_every_open_release_and_after_a_restart(start: Starter) -> None:
    desk = start()
    desk.paste(COPY)
    first = desk.release
    desk.paste(COPY.replace("Panen Kopi", "Panen Kakao"))
    go_to_first(desk)
    desk.press(Qt.Key.Key_A)
    assert [p.text for p in first.findings if p.rule == "spelling"] == ["punten"]
    desk.press(Qt.Key.Key_Tab, CTRL)
    desk.wait_checked()
    assert desk.release is first
    assert marked(desk) == ["punten"]
    again = start()
    again.wait_checked()
    assert marked(again) == ["punten"]


def test_a_dictionary_that_cannot_be_written_is_told_above_the_page(
    desk: Sitting, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.paste(COPY)
    target = folder / "kamus-saya.txt"
    target.mkdir()
    go_to_first(desk)
    desk.press(Qt.Key.Key_A)
    desk.wait_checked()
    assert marked(desk) == ["sompil", "punten", "Sompil"]
    assert any(str(target) in text for text in desk.parts.notice.texts)
    assert "spelling" not in tallies(finding_decisions_file())
    target.rmdir()
    go_to_first(desk)
    desk.press(Qt.Key.Key_A)
    desk.wait_checked()
    assert marked(desk) == ["punten"]
    assert not any("tidak dapat" in text for text in desk.parts.notice.texts)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (errno.EROFS, "tidak boleh ditulisi"),
        (errno.EACCES, "tidak boleh ditulisi"),
        (errno.ENOSPC, "ruang disk habis"),
    ],
)
def test_a_disk_that_takes_nothing_is_told_and_nothing_is_lost(
    code: int, said: str, desk: Sitting, mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        raise OSError(code, os.strerror(code))

    mine.write_text("Doko\n", "utf-8")
    desk.paste(COPY)
    with monkeypatch.context() as patch:
        patch.setattr(files, "_put_in_place", refuse)
        go_to_first(desk)
        desk.press(Qt.Key.Key_A)
    desk.wait_checked()
    assert marked(desk) == ["sompil", "punten", "Sompil"]
    assert any(said in text for text in desk.parts.notice.texts)
    assert mine.read_text("utf-8") == "Doko\n"


def test_a_change_by_another_program_is_taken_without_coming_back(
    desk: Sitting, mine: Path
) -> None:
    desk.paste(COPY)
    mine.write_text("sompil\n", "utf-8")
    desk.wait(lambda: marked(desk) == ["punten"])
    mine.write_text("sompil\npunten\n", "utf-8")  # in place, as text editors do
    desk.wait(lambda: marked(desk) == [])
    other = mine.with_name("baru")
    other.write_text("punten\n", "utf-8")
    other.replace(mine)
    desk.wait(lambda: marked(desk) == ["sompil", "Sompil"])
    mine.write_text("sompil\npunten\n", "utf-8")
    desk.wait(lambda: marked(desk) == [])


def test_coming_back_to_the_window_is_enough(desk: Sitting, mine: Path) -> None:
    desk.paste(COPY)
    desk.program.finish_parts()._dictionary_watch._watcher.blockSignals(
        True
    )  # as on a shared folder
    mine.write_text("sompil\n", "utf-8")
    QApplication.sendEvent(desk.window, QEvent(QEvent.Type.WindowActivate))
    desk.wait(lambda: marked(desk) == ["punten"])


def test_a_broken_line_is_told_once_and_the_rest_is_used(start: Starter, mine: Path) -> None:
    mine.parent.mkdir()
    mine.write_text("dua kata\nsompil\n", "utf-8")
    desk = start()
    desk.paste(COPY)
    assert marked(desk) == ["punten"]
    (told,) = (text for text in desk.parts.notice.texts if str(mine) in text)
    assert told.startswith(f"{mine}:1: “dua kata” bukan satu kata")
    desk.parts.notice.remove_notice(told)
    QApplication.sendEvent(desk.window, QEvent(QEvent.Type.WindowActivate))
    assert desk.parts.notice.texts == ()


def test_a_style_sheet_that_names_another_file_is_followed(desk: Sitting, folder: Path) -> None:
    desk.paste(COPY)
    desk.parts.findings.show_finding(desk.finding("spelling"))
    desk.program.register.ignore("kata-baku", "resiko")  # so that there is an own sheet
    sheet = folder / "gaya-selingkung.toml"
    (folder / "bersama.txt").write_text("punten\n", "utf-8")
    text = sheet.read_text("utf-8") + '\n[dictionary]\npath = "bersama.txt"\n'
    sheet.write_text(text, "utf-8")
    QApplication.sendEvent(desk.window, QEvent(QEvent.Type.WindowActivate))
    desk.wait(lambda: marked(desk) == ["sompil", "Sompil"])
    go_to_first(desk)
    desk.press(Qt.Key.Key_A, SHIFT)
    assert (folder / "bersama.txt").read_text("utf-8") == "punten\nsompil\n"


def test_the_window_of_the_dictionaries_adds_and_takes_off(desk: Sitting, mine: Path) -> None:
    desk.paste(COPY)
    dialog = opened(desk)
    assert dialog.nothing.isVisible()
    desk.type("punten")
    desk.press(Qt.Key.Key_Return, where=dialog)
    assert dialog.isVisible()
    assert listed(dialog) == ["punten"]
    assert dialog.field.text() == ""
    assert dialog.message.text() == "“punten” ditambahkan ke kamus saya."
    desk.type("Sompil")
    desk.click(dialog.add)
    assert listed(dialog) == ["punten", "Sompil"]
    assert mine.read_text("utf-8") == "punten\nSompil\n"
    desk.wait(lambda: marked(desk) == [])
    dialog.list.selectAll()
    desk.click(dialog.remove)
    assert listed(dialog) == []
    assert dialog.message.text() == "2 kata dihapus dari kamus saya."
    desk.click(dialog.undo)
    assert listed(dialog) == ["punten", "Sompil"]
    dialog.list.setCurrentIndex(dialog.model.index(1))
    dialog.list.setFocus()
    desk.press(Qt.Key.Key_Delete, where=dialog)
    assert mine.read_text("utf-8") == "punten\n"
    desk.press(Qt.Key.Key_Escape, where=dialog)
    desk.wait(lambda: marked(desk) == ["sompil", "Sompil"])


def test_what_is_typed_narrows_the_list(desk: Sitting, mine: Path) -> None:
    mine.write_text("Srengat\nSelorejo\nDoko\n", "utf-8")
    dialog = opened(desk)
    assert listed(dialog) == ["Doko", "Selorejo", "Srengat"]
    desk.type("RE")
    assert listed(dialog) == ["Selorejo", "Srengat"]
    desk.type("xx")
    assert listed(dialog) == []
    assert "Enter" in dialog.nothing.text()
    dialog.field.setText("dua kata")
    desk.press(Qt.Key.Key_Return, where=dialog)
    assert "bukan satu kata" in dialog.message.text()
    assert dialog.field.text() == "dua kata"
    assert mine.read_text("utf-8") == "Srengat\nSelorejo\nDoko\n"
    dialog.close()


def test_a_word_is_rewritten_in_the_list(desk: Sitting, mine: Path) -> None:
    mine.write_text("# tempat\nsrengat # kecamatan\nDoko\n", "utf-8")
    dialog = opened(desk)
    rewrite(dialog, 1, "Srengat")
    desk.wait(lambda: listed(dialog) == ["Doko", "Srengat"])
    desk.wait(lambda: mine.read_text("utf-8") == "# tempat\nSrengat # kecamatan\nDoko\n")
    assert dialog.message.text() == "“srengat” menjadi “Srengat” di kamus saya."
    rewrite(dialog, 0, "dua kata")
    desk.wait(lambda: "bukan satu kata" in dialog.message.text())
    assert listed(dialog) == ["Doko", "Srengat"], "what cannot be is not shown either"
    rewrite(dialog, 0, "")
    desk.wait(lambda: listed(dialog) == ["Srengat"])
    desk.click(dialog.undo)
    assert listed(dialog) == ["Doko", "Srengat"]
    dialog.close()


def rewrite(dialog: DictionaryDialog, row: int, words: str) -> None:
    """F2, other words, Enter."""
    index: QModelIndex = dialog.model.index(row)
    dialog.list.setCurrentIndex(index)
    dialog.list.edit(index)
    editor = dialog.list.viewport().findChild(QLineEdit)
    assert editor is not None
    editor.setText(words)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_import_and_export_of_the_newsrooms(
    desk: Sitting, tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = tmp_path / "masuk.txt", tmp_path / "keluar.txt"
    source.write_text("sompil\nPunten\ndua kata\n", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(source), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    desk.paste(COPY)
    dialog = opened(desk)
    dialog.tabs.setCurrentIndex(1)
    assert dialog.owner is DictionaryOwner.NEWSROOM
    assert dialog.place.toolTip() or dialog.place.text()
    desk.click(dialog.bring_in)
    assert dialog.message.text() == "2 kata baru, 0 sudah ada, 1 baris tidak dapat dipakai."
    assert listed(dialog) == ["Punten", "sompil"]
    desk.wait(lambda: marked(desk) == [])
    desk.click(dialog.bring_out)
    assert target.read_text("utf-8") == "Punten\nsompil\n"
    assert dialog.message.text() == f"2 kata ditulis ke “{target}”."
    desk.click(dialog.bring_in)
    desk.click(dialog.bring_in)
    assert dialog.message.text() == "0 kata baru, 2 sudah ada, 1 baris tidak dapat dipakai."
    assert (folder / "kamus-redaksi.txt").read_text("utf-8") == "sompil\nPunten\n"
    source.write_bytes(b"\0\1")
    desk.click(dialog.bring_in)
    assert "bukan berkas teks" in dialog.message.text()
    monkeypatch.setattr(dictionary_actions, "write_atomically", _full)
    desk.click(dialog.bring_out)
    assert dialog.message.text() == "Disk penuh."
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    desk.click(dialog.bring_in)
    desk.click(dialog.bring_out)
    assert dialog.message.text() == "Disk penuh.", "nothing was chosen, nothing was done"
    dialog.close()


def _full(*_given: object) -> None:
    from bnews_desk.errors import WriteError

    raise WriteError("disk-full", "Disk penuh.")


def test_the_list_follows_another_program(desk: Sitting, mine: Path) -> None:
    dialog = opened(desk)
    mine.write_text("Doko\n", "utf-8")
    desk.wait(lambda: listed(dialog) == ["Doko"])
    dialog.close()
