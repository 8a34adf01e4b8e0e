"""Siap tayang by mouse and keyboard, from the checklist to the files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from bnews_desk.archive.release_progress import SignOff
from bnews_desk.exporters.html import rich_html, write_html
from bnews_desk.exporters.wordpress import write_wordpress
from bnews_desk.finding import Finding, Severity
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.gui.findings.check_service import CheckResult
from bnews_desk.gui.publish.checklist_item_button import ChecklistItemButton
from bnews_desk.gui.publish.export_choices import ExportChoices
from bnews_desk.gui.publish.export_writer import ExportOrder, ExportTarget, write_export
from bnews_desk.gui.publish.exported_row import ExportedRow
from bnews_desk.gui.publish.readiness_texts import join_names
from bnews_desk.gui.publish.ready_panel import ExportButton, ReadyPanel
from bnews_desk.gui.shared.theme import Theme, send_theme_change
from bnews_desk.gui.shared.widgets import LinkButton
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.importers.file_reading import read_file
from bnews_desk.release import Details, Edit, Photo, Release
from bnews_desk.text_form import text_form

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
HOUSE = load_style_sheet()[0]
READER = FrameReader(HOUSE)
NOW = datetime(2024, 11, 14, 10, 58)
RELEASE = Release.of(
    "Pasar Tani Tegalasri",
    (
        "BLITAR | B-news.id - Dinas Ketahanan Pangan membuka Pasar Tani Tegalasri di Wlingi.",
        "Baca juga: Panen Raya Cabai di Wlingi",
        "Pasar itu ramai. (kmfkabblt/sun)",
        "Editor : Zainul Arifin",
    ),
)
WHOLE = RELEASE._replace(details=Details(publication_date=date(2024, 11, 14)))
STEM = "2024-11-14 pasar-tani-tegalasri"
ERROR = Finding("aturan", Severity.ERROR, 30, 34, "Dinas", "Sebab.")


class Asked:
    """Answers questions, and keeps them."""

    def __init__(self) -> None:
        self.answers: list[str] = []
        self.texts: list[str] = []
        self.keys: list[list[str]] = []
        self.meanwhile: Callable[[], object] = lambda: None

    def __call__(
        self,
        parent: QWidget | None,
        theme: Theme,
        title: str,
        text: str,
        choices: Sequence[tuple[str, str]],
    ) -> str:
        self.texts.append(text)
        self.keys.append([key for key, *_ in choices])
        self.meanwhile()
        return self.answers.pop(0)


def opened(release: Release, *findings: Finding, key: str = "a") -> OpenRelease:
    """A release on the desk for which a check has found ``findings``."""
    on_desk = OpenRelease(key, release)
    frame = READER.read(release.text)
    revision = on_desk.document.revision
    on_desk.take_check_result(
        CheckResult(key, revision, on_desk.document.release(), frame, findings)
    )
    return on_desk


@pytest.fixture
def asked() -> Iterator[Asked]:
    asked = Asked()
    yield asked
    assert asked.answers == []


@pytest.fixture
def theme() -> Theme:
    return Theme.light()


@pytest.fixture
def panel(qtbot: QtBot, asked: Asked, tmp_path: Path, theme: Theme) -> Iterator[ReadyPanel]:
    choices = ExportChoices(folder=str(tmp_path))
    panel = ReadyPanel(theme, HOUSE, choices, ask=asked, clock=lambda: NOW)
    qtbot.addWidget(panel)
    panel.resize(324, 696)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.show_release(opened(WHOLE))
    yield panel
    panel.shut_down()


def box(panel: ReadyPanel, name: str) -> QCheckBox:
    return next(b for b in panel.findChildren(QCheckBox) if b.accessibleName() == name)


def field(panel: ReadyPanel, name: str) -> QLineEdit:
    return next(f for f in panel.findChildren(QLineEdit) if f.accessibleName() == name)


def row(panel: ReadyPanel, kind: str) -> ChecklistItemButton:
    return next(b for b in panel.findChildren(ChecklistItemButton) if b.item.kind == kind)


def button(panel: ReadyPanel) -> ExportButton:
    (found,) = panel.findChildren(ExportButton)
    return found


def links(panel: ReadyPanel) -> dict[str, LinkButton]:
    found = panel.findChildren(LinkButton)
    return {link.text(): link for link in found if link.isVisible()}


def tick(qtbot: QtBot, panel: ReadyPanel, *names: str) -> None:
    for name in names:
        box(panel, name).setFocus()
        qtbot.keyClick(box(panel, name), Qt.Key.Key_Space)


def choose_form(qtbot: QtBot, panel: ReadyPanel, name: str) -> None:
    """Pick a form of the clipboard by keyboard, as the list of it is walked."""
    (choice,) = panel.findChildren(QComboBox)
    choice.setFocus()
    while choice.currentText() != name:
        before = choice.currentText()
        qtbot.keyClick(choice, Qt.Key.Key_Down)
        assert choice.currentText() != before


def press_export(qtbot: QtBot, panel: ReadyPanel) -> list[object]:
    with qtbot.waitSignal(panel.exported, timeout=20_000) as signal:
        qtbot.mouseClick(button(panel), Qt.MouseButton.LeftButton)
    return list(signal.args)


def test_a_click_on_a_line_leads_to_its_cause(qtbot: QtBot, panel: ReadyPanel) -> None:
    panel.show_release(opened(RELEASE, ERROR))
    with qtbot.waitSignal(panel.jump_wanted) as signal:
        qtbot.mouseClick(row(panel, "findings"), Qt.MouseButton.LeftButton)
    assert signal.args == ["findings", 30]


def test_the_first_line_that_is_not_ready_takes_the_focus_and_arrows_walk(
    qtbot: QtBot, panel: ReadyPanel
) -> None:
    panel.show_release(opened(WHOLE, ERROR))
    panel.focus_first()
    assert row(panel, "findings").hasFocus()
    qtbot.keyClick(row(panel, "findings"), Qt.Key.Key_Down)
    assert row(panel, "embargo").hasFocus()
    qtbot.keyClick(row(panel, "embargo"), Qt.Key.Key_Up)
    with qtbot.waitSignal(panel.jump_wanted):
        qtbot.keyClick(row(panel, "findings"), Qt.Key.Key_Return)


def test_lines_follow_the_text_as_it_is_typed(qtbot: QtBot, panel: ReadyPanel) -> None:
    on_desk = opened(WHOLE)
    panel.show_release(on_desk)
    on_desk.document.apply([Edit(0, len(WHOLE.headline), WHOLE.headline, "")])
    qtbot.waitUntil(lambda: row(panel, "headline").item.fact.key == "headline-missing")
    assert field(panel, "Nama").text().startswith("2024-11-14 dinas-ketahanan")


def test_both_files_are_written_and_the_paths_are_told(
    qtbot: QtBot, panel: ReadyPanel, tmp_path: Path
) -> None:
    with qtbot.waitSignal(panel.status_message) as said:
        (written,) = press_export(qtbot, panel)
    docx, txt = tmp_path / f"{STEM}.docx", tmp_path / f"{STEM}.txt"
    assert written == (str(docx), str(txt))
    assert said.args[0] == f"Tersimpan: DOCX dan TXT di folder “{tmp_path.name}”."
    assert txt.read_bytes() == text_form(WHOLE).encode()
    assert read_file(str(docx), READER).release.text == WHOLE.text
    assert button(panel).isEnabled()


def test_ctrl_enter_exports_from_any_field(qtbot: QtBot, panel: ReadyPanel) -> None:
    field(panel, "Nama").setFocus()
    with qtbot.waitSignal(panel.exported, timeout=20_000):
        qtbot.keyClick(field(panel, "Nama"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_what_has_gone_out_can_be_opened_from_the_panel(
    qtbot: QtBot, asked: Asked, tmp_path: Path
) -> None:
    seen: list[str] = []
    panel = ReadyPanel(
        Theme.light(),
        HOUSE,
        ExportChoices(folder=str(tmp_path)),
        ask=asked,
        opener=lambda path: bool(seen.append(path)) or not path.endswith("docx"),
        clock=lambda: NOW,
    )
    qtbot.addWidget(panel)
    panel.show()
    release = opened(WHOLE)
    panel.show_release(release)
    assert links(panel) == {}
    (written,) = press_export(qtbot, panel)
    assert list(links(panel)) == ["Buka DOCX", "Buka TXT", "Buka folder"]
    with qtbot.assertNotEmitted(panel.status_message):
        for name in ("Buka TXT", "Buka folder"):
            qtbot.mouseClick(links(panel)[name], Qt.MouseButton.LeftButton)
    assert seen == [written[1], str(tmp_path)]
    with qtbot.waitSignal(panel.status_message) as said:
        qtbot.mouseClick(links(panel)["Buka DOCX"], Qt.MouseButton.LeftButton)
    assert "tidak mempunyai program" in said.args[0]
    Path(written[1]).unlink()
    with qtbot.waitSignal(panel.status_message) as said:
        qtbot.mouseClick(links(panel)["Buka TXT"], Qt.MouseButton.LeftButton)
    assert "tidak ada lagi" in said.args[0]
    assert len(seen) == 3
    panel.show_release(opened(RELEASE, key="b"))
    assert links(panel) == {}
    panel.show_release(release)
    assert list(links(panel)) == ["Buka DOCX", "Buka TXT", "Buka folder"]
    panel.shut_down()


def test_errors_left_are_asked_about_once_and_never_refused(
    qtbot: QtBot, panel: ReadyPanel, asked: Asked, tmp_path: Path
) -> None:
    panel.show_release(opened(WHOLE, ERROR))
    assert button(panel).text() == "Ekspor · 1 wajib diperbaiki"
    asked.answers = ["export"]
    with qtbot.assertNotEmitted(panel.published):  # nobody has said that it may run
        press_export(qtbot, panel)
    assert "1 wajib diperbaiki" in asked.texts[0]
    for path in tmp_path.iterdir():
        path.unlink()
    press_export(qtbot, panel)
    assert len(asked.texts) == 1


def test_who_would_rather_mend_is_led_to_the_cause(
    qtbot: QtBot, panel: ReadyPanel, asked: Asked, tmp_path: Path
) -> None:
    panel.show_release(opened(WHOLE, ERROR))
    asked.answers = ["back"]
    with qtbot.waitSignal(panel.jump_wanted) as signal, qtbot.assertNotEmitted(panel.exported):
        qtbot.mouseClick(button(panel), Qt.MouseButton.LeftButton)
    assert signal.args == ["findings", 30]
    assert list(tmp_path.iterdir()) == []


def test_escape_at_the_question_changes_nothing(
    qtbot: QtBot, panel: ReadyPanel, asked: Asked, tmp_path: Path
) -> None:
    panel.show_release(opened(WHOLE, ERROR))
    asked.answers = [""]
    with qtbot.assertNotEmitted(panel.jump_wanted), qtbot.assertNotEmitted(panel.exported):
        qtbot.mouseClick(button(panel), Qt.MouseButton.LeftButton)
    assert list(tmp_path.iterdir()) == []


def test_a_running_embargo_is_asked_about(qtbot: QtBot, panel: ReadyPanel, asked: Asked) -> None:
    details = WHOLE.details._replace(embargo=NOW + timedelta(days=1))
    panel.show_release(opened(WHOLE._replace(details=details)))
    assert button(panel).text() == "Ekspor · masih embargo"
    asked.answers = ["export"]
    press_export(qtbot, panel)
    assert "embargo sampai Jumat, 15 November 2024 pukul 10.58" in asked.texts[0]


@pytest.mark.parametrize("answer", ["export", "back"])
def test_what_comes_to_the_front_during_the_question_is_not_exported(
    qtbot: QtBot, panel: ReadyPanel, asked: Asked, tmp_path: Path, answer: str
) -> None:
    asked_about = opened(WHOLE, ERROR)
    other = opened(WHOLE.edited((Edit(0, 5, "Pasar", "Lapak"),)), key="b")
    panel.show_release(asked_about)
    asked.meanwhile = lambda: panel.show_release(other)
    asked.answers = [answer]
    published: list[str] = []
    jumped: list[str] = []
    panel.published.connect(lambda key, _release: published.append(key))
    panel.jump_wanted.connect(lambda kind, _position: jumped.append(kind))
    if answer == "export":
        press_export(qtbot, panel)
        assert {path.name for path in tmp_path.iterdir()} == {f"{STEM}.docx", f"{STEM}.txt"}
        text = (tmp_path / f"{STEM}.txt").read_text("utf-8-sig")
        assert text.startswith("Pasar Tani Tegalasri")
    else:
        panel.export()
        assert not any(tmp_path.iterdir())
    assert published == []
    assert jumped == []


def test_a_name_that_is_taken_is_numbered_for_both_files(
    qtbot: QtBot, panel: ReadyPanel, asked: Asked, tmp_path: Path
) -> None:
    old = tmp_path / f"{STEM}.txt"
    old.write_text("lama")
    asked.answers = ["number"]
    (written,) = press_export(qtbot, panel)
    assert written == tuple(str(tmp_path / f"{STEM} (2){end}") for end in (".docx", ".txt"))
    assert old.read_text() == "lama"
    assert asked.keys == [["number", "replace", "back"]]


def test_an_old_file_is_replaced_only_when_that_is_the_answer(
    qtbot: QtBot, panel: ReadyPanel, asked: Asked, tmp_path: Path
) -> None:
    old = tmp_path / f"{STEM}.txt"
    old.write_text("lama")
    asked.answers = ["back", "replace"]
    with qtbot.assertNotEmitted(panel.exported):
        qtbot.mouseClick(button(panel), Qt.MouseButton.LeftButton)
    assert old.read_text() == "lama"
    press_export(qtbot, panel)
    assert old.read_bytes() == text_form(WHOLE).encode()


def test_what_could_not_go_into_a_file_stands_below_the_links(qtbot: QtBot) -> None:
    row = ExportedRow(Theme.light())
    qtbot.addWidget(row)
    note = "1 foto tidak masuk ke berkas Word karena bentuknya tidak dikenal."
    row.show_release("kunci")
    row.show_exported("kunci", ["/rilis/a.docx"], [note])
    assert [label.text() for label in row.findChildren(QLabel) if label.text()] == [note]
    row.show_release("lain")
    assert row.isHidden()
    row.show_release("kunci")
    assert not row.isHidden()
    row.show_exported("lain", ["/rilis/b.docx"], [])
    assert note in [label.text() for label in row.findChildren(QLabel)]


def test_that_text_has_no_photos_is_told_only_where_no_other_file_has_them(tmp_path: Path) -> None:
    photo = Photo("a" * 64, 1, "kopi.png", "Kopi.", "Humas")

    def notes(*forms: str) -> str:
        targets = tuple(
            ExportTarget(form, str(tmp_path / f"{len(forms)}.{form}")) for form in forms
        )
        order = ExportOrder(
            WHOLE._replace(photos=(photo,)), {}, READER, targets, lambda *_: b"%PDF"
        )
        return " ".join(write_export(order).notes)

    assert "TXT hanya memuat tulisan" in notes("txt")
    assert "TXT hanya memuat tulisan" in notes("txt", "html")
    assert "TXT" not in notes("pdf", "txt", "html")
    assert "unggah gambarnya" in notes("pdf", "txt", "markdown", "html")


@pytest.mark.parametrize(
    ("names", "said"),
    [([], ""), (["A"], "A"), (["A", "B"], "A dan B"), (["A", "B", "C"], "A, B, dan C")],
)
def test_names_are_listed_as_the_spelling_wants_it(names: list[str], said: str) -> None:
    assert join_names(names) == said


def test_a_folder_that_is_gone_costs_one_sentence(
    qtbot: QtBot, panel: ReadyPanel, tmp_path: Path
) -> None:
    name = field(panel, "Folder")
    name.setFocus()
    name.selectAll()
    qtbot.keyClicks(name, str(tmp_path / "tiada"))
    with qtbot.waitSignal(panel.failed, timeout=20_000) as failed:
        qtbot.keyClick(name, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "folder" in failed.args[0]
    assert "tidak ada" in failed.args[0]
    assert button(panel).text() == "Ekspor dan tandai Tayang"


def test_a_failure_behind_the_first_file_tells_which_one_stands(
    qtbot: QtBot, panel: ReadyPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bnews_desk.errors import WriteError
    from bnews_desk.gui.publish import export_writer

    real = export_writer.write_atomically

    def full(path: str, data: bytes, *, overwrite: bool) -> None:
        if path.endswith(".txt"):
            raise WriteError("disk-full", "Disk penuh.")
        real(path, data, overwrite=overwrite)

    monkeypatch.setattr(export_writer, "write_atomically", full)
    QGuiApplication.clipboard().setText("semula")
    tick(qtbot, panel, "Papan klip")
    with qtbot.waitSignal(panel.failed, timeout=20_000) as failed:
        qtbot.mouseClick(button(panel), Qt.MouseButton.LeftButton)
    assert failed.args[0] == f"Disk penuh. Yang sudah tersimpan: “{STEM}.docx”."
    assert QGuiApplication.clipboard().text() == "semula"


@pytest.mark.parametrize(
    ("form", "text", "page"),
    [
        ("teks polos", text_form(WHOLE), ""),
        ("teks berformat", text_form(WHOLE), rich_html(WHOLE)),
        ("kode HTML", write_html(WHOLE), ""),
        ("blok WordPress", write_wordpress(WHOLE), ""),
    ],
)
def test_the_clipboard_alone_can_be_filled(
    qtbot: QtBot, panel: ReadyPanel, tmp_path: Path, form: str, text: str, page: str
) -> None:
    tick(qtbot, panel, "Word DOCX", "Teks polos TXT", "Papan klip")
    choose_form(qtbot, panel, form)
    assert not field(panel, "Folder").isEnabled()
    with qtbot.waitSignal(panel.status_message) as said:
        qtbot.mouseClick(button(panel), Qt.MouseButton.LeftButton)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == text
    assert data.html() == page
    assert data.hasHtml() is bool(page)
    assert "papan klip" in said.args[0]
    assert list(tmp_path.iterdir()) == []


def test_choosing_a_form_for_the_clipboard_ticks_its_box(qtbot: QtBot, panel: ReadyPanel) -> None:
    with qtbot.waitSignal(panel.choices_changed) as signal:
        choose_form(qtbot, panel, "kode HTML")
    assert signal.args[0].clipboard == "rich"  # the first that was walked over
    assert panel.choices.clipboard == "html"
    assert box(panel, "Papan klip").isChecked()


def test_without_any_form_the_button_says_what_to_do(qtbot: QtBot, panel: ReadyPanel) -> None:
    tick(qtbot, panel, "Word DOCX", "Teks polos TXT")
    assert button(panel).text() == "Pilih bentuk ekspor"
    with qtbot.assertNotEmitted(panel.exported):
        qtbot.mouseClick(button(panel), Qt.MouseButton.LeftButton)
    assert box(panel, "Word DOCX").hasFocus()


def test_choices_are_told_to_be_remembered(qtbot: QtBot, panel: ReadyPanel, tmp_path: Path) -> None:
    with qtbot.waitSignal(panel.choices_changed) as signal:
        tick(qtbot, panel, "Papan klip")
    assert signal.args == [ExportChoices(clipboard="text", folder=str(tmp_path))]


def test_choices_that_are_remembered_are_shown(qtbot: QtBot, tmp_path: Path) -> None:
    choices = ExportChoices(("txt", "odt", "pdf"), "wordpress", str(tmp_path), "{judul}")
    panel = ReadyPanel(Theme.light(), HOUSE, choices)
    qtbot.addWidget(panel)
    assert panel.choices == choices


def test_the_folder_can_be_chosen_in_a_dialog(qtbot: QtBot, asked: Asked, tmp_path: Path) -> None:
    chosen = tmp_path / "Tayang"
    panel = ReadyPanel(
        Theme.light(),
        HOUSE,
        ExportChoices(folder=str(tmp_path)),
        ask=asked,
        choose=lambda parent, begin: str(chosen) if begin == str(tmp_path) else "",
    )
    qtbot.addWidget(panel)
    panel.show_release(opened(WHOLE))
    browse = next(
        b for b in panel.findChildren(QAbstractButton) if b.accessibleName() == "Pilih folder"
    )
    with qtbot.waitSignal(panel.choices_changed) as signal:
        browse.click()
    assert signal.args[0].folder == str(chosen)


def test_a_typed_name_stays_until_it_is_emptied(qtbot: QtBot, panel: ReadyPanel) -> None:
    name = field(panel, "Nama")
    name.setFocus()
    name.selectAll()
    qtbot.keyClicks(name, "kabar/pasar")
    panel.refresh()
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert name.text() == "kabar pasar"
    name.selectAll()
    qtbot.keyClick(name, Qt.Key.Key_Backspace)
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert name.text() == STEM
    qtbot.keyClicks(name, "x")
    panel.show_release(opened(WHOLE, key="b"))
    assert name.text() == STEM


def test_a_sign_off_has_name_and_time_and_tells_when_the_text_moved_on(
    qtbot: QtBot, panel: ReadyPanel
) -> None:
    on_desk = opened(WHOLE)
    panel.show_release(on_desk)
    signing = box(panel, "Diperiksa oleh Zainul Arifin")
    with qtbot.waitSignal(panel.sign_off_changed) as signal:
        qtbot.mouseClick(signing, Qt.MouseButton.LeftButton)
    assert signal.args == [SignOff.of(WHOLE, "Zainul Arifin", NOW)]
    assert signing.accessibleDescription() == "10.58"
    on_desk.document.apply([Edit(0, 0, "", "Kabar ")])
    qtbot.waitUntil(lambda: signing.accessibleDescription() == "berubah sejak 10.58")
    panel.show_release(opened(WHOLE, key="b"))
    assert not signing.isChecked()
    panel.show_release(on_desk)
    assert signing.isChecked()
    with qtbot.waitSignal(panel.sign_off_changed) as signal:
        qtbot.keyClick(signing, Qt.Key.Key_Space)
    assert signal.args == [None]


def test_what_text_cannot_carry_is_told(qtbot: QtBot, panel: ReadyPanel) -> None:
    panel.show_release(opened(WHOLE._replace(photos=(Photo("a" * 64, 1),))))
    tick(qtbot, panel, "Word DOCX")
    with qtbot.waitSignal(panel.status_message, timeout=20_000) as said:
        qtbot.mouseClick(button(panel), Qt.MouseButton.LeftButton)
    told = [
        label.text() for label in panel.findChildren(QLabel) if "foto tidak ikut" in label.text()
    ]
    assert len(told) == 1
    assert "foto" not in said.args[0]  # once is enough


def test_without_a_release_nothing_can_be_exported(qtbot: QtBot, panel: ReadyPanel) -> None:
    panel.show_release(None)
    assert panel.checklist.items == ()
    assert not button(panel).isEnabled()
    panel.export()


def test_every_control_has_name_and_role_for_a_screen_reader(panel: ReadyPanel) -> None:
    controls = [*panel.findChildren(QAbstractButton), *panel.findChildren(QLineEdit)]
    assert len(controls) > 12
    for control in controls:
        if control.objectName().startswith("qt_"):
            continue
        seen = QAccessible.queryAccessibleInterface(control)
        assert seen.text(QAccessible.Text.Name), control
        assert seen.text(QAccessible.Text.Description), control
        assert seen.role() != QAccessible.Role.NoRole
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_line_says_how_it_stands(panel: ReadyPanel) -> None:
    panel.show_release(opened(WHOLE, ERROR))
    assert row(panel, "findings").accessibleName() == "Temuan: Belum siap"
    assert row(panel, "findings").accessibleDescription() == "1 wajib diperbaiki"


def test_colours_can_change_live(theme: Theme, panel: ReadyPanel) -> None:
    light = panel.grab().toImage()
    theme.set_colours(is_dark=True)
    send_theme_change()
    assert panel.grab().toImage() != light


def test_on_a_low_screen_the_button_stays_in_sight(qtbot: QtBot, panel: ReadyPanel) -> None:
    panel.resize(324, 360)
    qtbot.waitUntil(lambda: panel.height() == 360)
    bottom = button(panel).mapTo(panel, button(panel).rect().bottomLeft()).y()
    assert bottom < 360


@pytest.mark.parametrize(("height", "is_tight"), [(674, True), (780, False)])
def test_after_an_export_on_a_laptop_folder_and_name_are_whole(
    qtbot: QtBot, panel: ReadyPanel, height: int, is_tight: bool
) -> None:
    panel.resize(324, height)
    press_export(qtbot, panel)
    qtbot.waitUntil(lambda: "Buka folder" in links(panel))

    def check() -> None:
        for field_name in ("Folder", "Nama"):
            shown = field(panel, field_name)
            assert shown.visibleRegion().boundingRect() == shown.rect()
        assert (row(panel, "headline").height() < row(panel, "headline").full_height) is is_tight

    qtbot.waitUntil(check)
