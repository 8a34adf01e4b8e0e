"""The settings page for text size and colours, and its controller."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QRadioButton,
    QSlider,
    QWidget,
)

from bnews_desk.gui.editor.zoom import SIZES
from bnews_desk.gui.settings.settings_page import SettingsPage
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.widgets import label
from bnews_desk.settings import THEMES

if TYPE_CHECKING:
    from bnews_desk.gui.editor.text_editor import Editor
    from bnews_desk.gui.settings.stored_settings import StoredSettings


class AppearancePageController(QObject):
    """Applies the page's text size and smart typing to ``editor`` and stores all choices; the
    receiver applies colours.
    """

    changed = Signal()
    """Apply the theme of the settings to the window."""

    def __init__(
        self, page: AppearancePage, editor: Editor, remembered: StoredSettings, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._page, self._zoom, self._remembered = page, editor.zoom, remembered
        self._smart_typing = editor.smart_typing
        page.size_changed.connect(self._resize)
        page.smart_typing_changed.connect(self._type_smartly)
        page.theme_changed.connect(self._dress)
        self._show()

    def _resize(self, size: int) -> None:
        self._zoom.set_size(size)
        self._remembered.save_values(zoom=self._zoom.percent)
        self._show()

    def _dress(self, theme: str) -> None:
        self._remembered.save_values(theme=theme)
        self.changed.emit()

    def _type_smartly(self, is_on: bool) -> None:
        self._smart_typing.is_on = is_on
        self._remembered.save_values(smart_typing=is_on)

    def _show(self) -> None:
        zoom = self._zoom
        self._page.show_appearance(zoom.size, zoom.percent, self._remembered.settings.theme)
        self._page.show_smart_typing(is_on=self._smart_typing.is_on)


class AppearancePage(SettingsPage):
    """A slider for the copy's text size, three themes to choose from, a switch for smart typing."""

    size_changed = Signal(int)
    """The text size of the copy, in px."""
    theme_changed = Signal(str)
    """One of ``THEMES``."""
    smart_typing_changed = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        tr = self.tr
        super().__init__(theme, tr("Tampilan"), tr("Berlaku seketika, di jendela ini."))
        self.add_section(tr("Ukuran naskah"))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, len(SIZES) - 1)
        self.slider.setPageStep(1)
        self.slider.setMaximumWidth(280)
        self.slider.setAccessibleName(tr("Ukuran naskah"))
        self._percent = label("")
        row = QWidget()
        beside = QHBoxLayout(row)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(12)
        beside.addWidget(self.slider, 1)
        beside.addWidget(self._percent)
        beside.addStretch(1)
        self.add(row)
        self.add_text(tr("Juga dengan Ctrl+plus, Ctrl+minus, dan Ctrl+0 di naskah."))
        self.add_section(tr("Warna"))
        self.themes: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        names = (tr("Ikuti sistem"), tr("Terang"), tr("Gelap"))
        for key, name in zip(THEMES, names, strict=True):
            button = self.themes[key] = QRadioButton(name)
            self._group.addButton(button)
            button.toggled.connect(partial(self._take_theme, key))
            self.add(button)
        self.add_section(tr("Mengetik"))
        self.smart_typing = QCheckBox(tr("Ketikan cerdas"))
        self.smart_typing.toggled.connect(self.smart_typing_changed)
        self.add(self.smart_typing)
        self.add_text(
            tr(
                "Dua tanda hubung menjadi tanda pisah (–), spasi ganda menjadi satu, dan tanda"
                " kutip mengikuti gaya selingkung. Ctrl+Z mengembalikan yang Anda ketik."
            )
        )
        self.end()
        self.slider.valueChanged.connect(lambda step: self.size_changed.emit(SIZES[step]))

    def _take_theme(self, key: str, is_chosen: bool) -> None:
        if is_chosen:
            self.theme_changed.emit(key)

    def show_appearance(self, size: int, percent: int, theme: str) -> None:
        """Show the present choice without emitting a signal."""
        for part in (self.slider, *self.themes.values()):
            part.blockSignals(True)
        self.slider.setValue(SIZES.index(size))
        self._percent.setText(f"{percent}\u00a0%")
        self.themes[theme].setChecked(True)
        for part in (self.slider, *self.themes.values()):
            part.blockSignals(False)

    def show_smart_typing(self, *, is_on: bool) -> None:
        """Show whether it is on; nothing is sent."""
        self.smart_typing.blockSignals(True)
        self.smart_typing.setChecked(is_on)
        self.smart_typing.blockSignals(False)
