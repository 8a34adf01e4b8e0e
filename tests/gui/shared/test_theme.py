"""The theme: colours that can be read, icons that exist, a style sheet that Qt understands."""

from __future__ import annotations

import os

import pytest
from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QColor, QFontDatabase, QIcon, QImage, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTabBar,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from bnews_desk.gui.shared.fonts import font_files, load_fonts
from bnews_desk.gui.shared.icons import ALONE, BESIDE, NAMES
from bnews_desk.gui.shared.qt_texts_indonesian import IndonesianQtTexts
from bnews_desk.gui.shared.theme import DARK, LIGHT, Theme
from bnews_desk.gui.shared.widgets import (
    Chip,
    ElidedLabel,
    FilledButton,
    FixButton,
    IconButton,
    LinkButton,
    QuietButton,
    set_look,
)
from bnews_desk.paths import resource

GROUNDS = "page side bar raised hover sel err_tint warn_tint sug_tint ok_tint".split()
TEXTS = "ink ink2 ink3 err warn sug ok".split()
PAIRS = [(text, ground) for text in TEXTS for ground in GROUNDS]
PAIRS += [("onfill", "fill"), ("ink", "selection")]
BORDERS = [("field", ground) for ground in ("page", "side", "bar", "raised")]
BORDERS += [("sug", ground) for ground in GROUNDS]
TABLES = {"light": LIGHT, "dark": DARK}
THEMES = {"light": Theme.light, "dark": Theme.dark}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_measured_as_wcag_measures_it():
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", TABLES)
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_every_text_can_be_read_on_every_ground_it_stands_on(scheme, text, ground):
    table = TABLES[scheme]
    assert contrast(table[text], table[ground]) >= 4.5


@pytest.mark.parametrize("scheme", TABLES)
@pytest.mark.parametrize(("border", "ground"), BORDERS)
def test_borders_of_fields_and_the_focus_ring_can_be_seen(scheme, border, ground):
    table = TABLES[scheme]
    assert contrast(table[border], table[ground]) >= 3


def test_both_tables_have_the_same_tokens():
    assert LIGHT.keys() == DARK.keys()


def test_high_contrast_draws_every_border_as_that_of_a_field():
    theme = Theme.light(is_high_contrast=True)
    assert theme.color("line2") == theme.color("field") == QColor(LIGHT["field"])
    assert theme.color("ink") == QColor(LIGHT["ink"])


def test_the_palette_is_made_from_the_table():
    palette = Theme.dark().palette()
    assert palette.color(QPalette.ColorRole.Base) == QColor(DARK["page"])
    assert palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == QColor(
        DARK["ghost"]
    )


def test_an_unknown_token_is_an_error():
    with pytest.raises(KeyError):
        Theme.light().color("purple")


def test_every_icon_has_a_drawing_and_every_drawing_a_name():
    drawn = {n.removesuffix(".svg") for n in os.listdir(resource("icons")) if n.endswith(".svg")}
    assert drawn - {"bnews-desk"} == set(NAMES)  # the program's own is no button's


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_drawn_in_its_colour_at_any_scale(qapp, name):
    icon = Theme.light().icon(name, "err")
    for ratio in (1.0, 1.25, 1.5, 2.0):
        pixmap = icon.pixmap(ALONE, ratio)
        assert pixmap.size() == QSize(round(16 * ratio), round(16 * ratio))
        assert is_about(most_opaque(pixmap.toImage()), LIGHT["err"])


def test_a_disabled_icon_is_pale(qapp):
    icon = Theme.light().icon("siap", "ok")
    pale = icon.pixmap(ALONE, 1.0, QIcon.Mode.Disabled)
    assert is_about(most_opaque(pale.toImage()), LIGHT["ghost"])


def test_an_icon_beside_a_text_keeps_to_the_left(qapp):
    image = Theme.light().icon("siap", "ok", is_beside=True).pixmap(BESIDE, 1.0).toImage()
    assert all(image.pixelColor(x, 8).alpha() == 0 for x in range(16, image.width()))
    assert image.width() == BESIDE.width()
    assert image.pixelColor(8, 8) == QColor(LIGHT["ok"])


def test_an_icon_outlives_its_theme(qapp):
    button = QToolButton()
    button.setIcon(Theme.light().icon("menu"))
    button.icon().addPixmap(button.icon().pixmap(ALONE))  # makes Qt copy its engine
    assert not button.icon().pixmap(ALONE).isNull()


def test_an_unknown_icon_is_an_error(qapp):
    with pytest.raises(FileNotFoundError):
        Theme.light().icon("teapot")


def test_the_face_of_the_copy_is_shipped_and_loads(qapp):
    assert len(font_files()) == 6
    fonts = load_fonts()
    assert fonts.page[0] == "Source Serif Pro"
    styles = QFontDatabase.styles("Source Serif Pro")
    assert {"Regular", "Italic", "Semibold", "Bold"} <= set(styles)


def test_type_follows_the_users_scale(qapp):
    theme = Theme.light(load_fonts(1.5))
    assert theme.ui_font(12).pixelSize() == 18
    assert theme.page_font(17, 700).pixelSize() == 26
    assert theme.page_font(17, 700).bold()
    assert "font-size: 18px" in theme.style_sheet()


@pytest.mark.parametrize("scheme", THEMES)
def test_qt_understands_the_style_sheet(qtbot, scheme):
    theme = THEMES[scheme]()
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setStyleSheet(theme.style_sheet())
    QLineEdit(widget)
    widget.ensurePolished()
    widget.grab()  # a sheet that cannot be parsed is a warning, and warnings fail


def controls(theme: Theme, parent: QWidget) -> list[QWidget]:
    chip = Chip(theme, "error", "err", "Wajib diperbaiki", parent)
    chip.set_count(3)
    area = QPlainTextEdit(parent)
    set_look(area, look="field")
    row = QPushButton("Pilih berkas…", parent)
    set_look(row, look="row")
    tabs = QTabBar(parent)
    tabs.addTab("Satu")
    return [
        chip,
        area,
        row,
        tabs,
        FilledButton(theme, "Ekspor", "export", parent),
        QuietButton(theme, "Batal", parent=parent),
        FixButton(theme, "di pasar", parent=parent),
        LinkButton(theme, "Tambahkan…", parent=parent),
        IconButton(theme, "close", "Tutup", parent=parent),
        QLineEdit(parent),
        QComboBox(parent),
        QCheckBox("Tanda", parent),
        QRadioButton("DOCX", parent),
    ]


@pytest.mark.parametrize("scheme", THEMES)
def test_the_focus_is_a_ring_on_every_control_and_moves_nothing(qtbot, scheme):
    theme = THEMES[scheme]()
    window = QWidget()
    qtbot.addWidget(window)
    window.setStyleSheet(theme.style_sheet())
    column = QVBoxLayout(window)
    widgets = controls(theme, window)
    for widget in widgets:
        column.addWidget(widget)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for widget in widgets:
        window.setFocus()
        before = ring_pixels(widget, theme), widget.sizeHint()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        assert widget.hasFocus(), widget
        assert ring_pixels(widget, theme) > before[0] + 20, widget
        assert widget.sizeHint() == before[1], widget


def test_a_click_on_a_button_leaves_the_caret_where_it_is(qtbot):
    theme = Theme.light()
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    edit, button = QLineEdit(), FixButton(theme, "di pasar")
    column.addWidget(edit)
    column.addWidget(button)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    edit.setFocus()
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert edit.hasFocus()


def test_a_chip_tells_its_kind_and_count(qtbot):
    chip = Chip(Theme.light(), "warning", "warn", "Perlu dicek")
    qtbot.addWidget(chip)
    chip.set_count(4)
    assert (chip.text(), chip.accessibleName(), chip.isEnabled()) == ("4", "Perlu dicek: 4", True)
    chip.set_count(0)
    assert not chip.isEnabled()


def test_a_chip_that_filters_stays_usable_when_its_kind_runs_out(qtbot):
    chip = Chip(Theme.light(), "warning", "warn", "Perlu dicek")
    qtbot.addWidget(chip)
    chip.set_count(1)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    chip.set_count(0)
    assert chip.isChecked()
    assert chip.isEnabled()


def test_a_label_that_is_cut_shows_the_whole_as_its_tooltip(qtbot):
    shown = ElidedLabel("Pasar Tani Tegalasri Dibuka")
    qtbot.addWidget(shown)
    shown.resize(60, 20)
    shown.grab()
    assert shown.toolTip() == "Pasar Tani Tegalasri Dibuka"
    shown.resize(600, 20)
    shown.grab()
    assert shown.toolTip() == ""


def test_what_qt_says_itself_is_indonesian_and_nothing_else_changes(qapp, qtbot):
    texts = IndonesianQtTexts()
    qapp.installTranslator(texts)
    try:
        box = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        qtbot.addWidget(box)
        assert {button.text() for button in box.buttons()} == {"Simpan", "Batal"}
        edit = QLineEdit()
        qtbot.addWidget(edit)
        menu = edit.createStandardContextMenu()
        assert menu.actions()[0].text().startswith("&Urungkan")
        assert QCoreApplication.translate("TopBar", "Impor") == "Impor"
    finally:
        qapp.removeTranslator(texts)


def test_a_dialog_that_asks_for_a_folder_is_indonesian_and_can_be_read(qapp, qtbot):
    texts, theme = IndonesianQtTexts(), Theme.light()
    qapp.installTranslator(texts)
    try:
        dialog = QFileDialog()
        qtbot.addWidget(dialog)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setStyleSheet(theme.style_sheet())
        dialog.show()
        kinds = dialog.findChild(QComboBox, "fileTypeCombo")
        assert kinds is not None
        assert kinds.currentText() == "Folder"
        head = dialog.findChild(QTreeView).header()
        image = head.grab().toImage()
        ground = image.pixelColor(image.width() - 2, 2)
        assert is_about(ground, theme.color("side").name())
    finally:
        qapp.removeTranslator(texts)


def most_opaque(image: QImage) -> QColor:
    found = QColor(Qt.GlobalColor.transparent)
    for x in range(image.width()):
        for y in range(image.height()):
            colour = image.pixelColor(x, y)
            if colour.alpha() > found.alpha():
                found = colour
    return found


def is_about(colour: QColor, name: str) -> bool:
    """Whether a colour is another but for the rounding of what is half transparent."""
    wanted = QColor(name)
    parts = ("red", "green", "blue")
    off = [abs(getattr(colour, part)() - getattr(wanted, part)()) for part in parts]
    return colour.alpha() > 200 and max(off) <= 3


def ring_pixels(widget: QWidget, theme: Theme) -> int:
    image, ring = widget.grab().toImage(), theme.color("sug")
    return sum(
        image.pixelColor(x, y) == ring for x in range(image.width()) for y in range(image.height())
    )
