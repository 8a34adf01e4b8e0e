"""The top bar: import and paste buttons, the title of the release, the next step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QWidget,
)

from bnews_desk.gui.shared.icons import ALONE, BESIDE
from bnews_desk.gui.shared.theme import Theme, ThemedWidget
from bnews_desk.gui.shared.widgets import ElidedLabel, SeparatorLine, label, set_look
from bnews_desk.gui.shared.widgets.buttons import ToolButton

HEIGHT = 44
_BUTTON = 30
_GAP = 16
_NARROW = 860


class TopBar(ThemedWidget, QToolBar):
    """Emits what the editor asks for; does nothing by itself."""

    menu_wanted = Signal()
    import_wanted = Signal()
    paste_wanted = Signal()
    undo_wanted = Signal()
    tidy_wanted = Signal()
    compare_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tidy_count = 0
        self._errors: int | None = None
        self._is_narrow = False
        self._place, self._document = "", ("", "")
        self._next_step: tuple[object, ...] = ()
        self._icons: list[tuple[QToolButton, str]] = []
        self.setMovable(False)
        self.setFixedHeight(HEIGHT)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setWindowTitle(self.tr("Bilah atas"))
        self.setAccessibleName(self.tr("Bilah atas"))
        self._left, self._right = QWidget(), QWidget()
        for side in (self._left, self._right):
            side.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._make_left()
        self._make_right()
        self._make_title()
        self._lay_out()
        self.apply_theme()
        self.set_release_open(False)

    def apply_theme(self) -> None:
        for button, icon in self._icons:
            ink = "onfill" if button.property("look") == "filled" else "ink2"
            is_beside = button.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly
            button.setIcon(self._theme.icon(icon, ink, is_beside=is_beside))

    def set_release_open(self, is_open: bool) -> None:
        """Enable what needs a release only while one is open."""
        self._export.setEnabled(is_open)
        self._compare.setEnabled(is_open)
        if not is_open:
            self.set_undo(False)
            self.set_tidy(0, False)
            self.set_errors(None)
            self.set_document("", "")

    def set_document(self, name: str, saved_text: str) -> None:
        """Show the name of the release and when it was last saved; empty for none."""
        self._document = name, saved_text
        self._show_title()

    def _show_title(self) -> None:
        name, saved_text = (self._place, "") if self._place else self._document
        self._name.setText(name)
        self._saved.setText(saved_text)
        self._dot.setVisible(bool(name and saved_text))
        self._title.setAccessibleName(" · ".join(t for t in (name, saved_text) if t))
        self._place_title()

    def set_undo(self, is_enabled: bool, step: str = "") -> None:
        """Enable undo; ``step`` names the last step, as in "Rapikan 4"."""
        self._undo.setEnabled(is_enabled)
        about = self.tr("Urungkan {step} (Ctrl+Z)").format(step=step) if step else ""
        self._explain(self._undo, about or self.tr("Urungkan langkah terakhir (Ctrl+Z)"))

    def set_tidy(self, count: int, is_enabled: bool) -> None:
        """Show how many safe fixes there are; while there are any, they are the filled button."""
        self._tidy_count = count
        self._tidy.setText(f"{self.tr('Rapikan')}  {count}" if count else self.tr("Rapikan"))
        self._tidy.setEnabled(is_enabled and count > 0)
        self._tidy.setAccessibleName(
            self.tr("Rapikan {count} temuan").format(count=count) if count else self.tr("Rapikan")
        )
        self._show_next_step()

    def set_errors(self, count: int | None) -> None:
        """Show how many errors are left, None while unknown; with none left, export is the filled
        button.
        """
        self._errors = count
        self._show_next_step()

    def show_compare(self, is_shown: bool, is_on: bool = False) -> None:
        """Show the button of the original, which only some releases have."""
        self._compare.setVisible(is_shown)
        self._compare.setChecked(is_on)

    def show_ready(self, is_shown: bool) -> None:
        """Show the export button pressed while its panel is open."""
        set_look(self._export, state="open" if is_shown else "")
        self._show_next_step()

    def set_place(self, place: str) -> None:
        """Name the side page that is shown, '' for the copy.

        No button is filled meanwhile: the side page has a filled button of its own.
        """
        self._place = place
        self._show_title()
        self._show_next_step()

    def open_menu(self, menu: QMenu) -> None:
        """Open a menu under its button."""
        menu.popup(self._menu.mapToGlobal(self._menu.rect().bottomLeft()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the name centred in the window, and show button texts where there is room."""
        super().resizeEvent(event)
        self._fit_texts()
        self._place_title()

    def _make_left(self) -> None:
        row = _row(self._left, 4)
        self._menu = self._button("menu", self.tr("Menu"), self.menu_wanted)
        self._explain(self._menu, self.tr("Semua perintah (F10)"))
        self._import = self._button("import", self.tr("Impor"), self.import_wanted)
        self._explain(self._import, self.tr("Impor rilis dari berkas (Ctrl+O)"))
        self._paste = self._button("paste", self.tr("Tempel"), self.paste_wanted)
        self._explain(self._paste, self.tr("Tempel teks sebagai rilis baru (Ctrl+Alt+V)"))
        self._icon_only(self._menu, True)
        for button in (self._menu, self._import, self._paste):
            row.addWidget(button)

    def _make_right(self) -> None:
        row = _row(self._right, 6)
        self._undo = self._button("undo", self.tr("Urungkan"), self.undo_wanted)
        self._tidy = self._button("tidy", self.tr("Rapikan"), self.tidy_wanted)
        self._explain(
            self._tidy,
            self.tr("Terapkan semua perbaikan yang aman sekaligus (Ctrl+Shift+R)"),
        )
        self._compare = self._button("compare", self.tr("Asli"), self.compare_wanted)
        self._compare.setCheckable(True)
        self._compare.hide()
        self._explain(self._compare, self.tr("Tampilkan rilis asli di samping naskah (F4)"))
        self._export = self._button("export", self.tr("Ekspor"), self.export_wanted)
        self._explain(self._export, self.tr("Periksa kesiapan tayang, lalu ekspor (Ctrl+E)"))
        rule = SeparatorLine(is_upright=True)
        rule.setFixedHeight(18)
        for widget in (self._undo, rule, self._tidy, self._compare, self._export):
            row.addWidget(widget)
        self._icon_only(self._undo, True)

    def _make_title(self) -> None:
        self._title = QWidget(self)
        row = _row(self._title, 6)
        self._name = ElidedLabel("", "help", "")
        self._dot = label("·", "help", "ink3")
        self._saved = label("", "help", "ink3")
        for widget in (self._name, self._dot, self._saved):
            row.addWidget(widget)

    def _lay_out(self) -> None:
        ground = QWidget()
        ground.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = _row(ground, 0)
        row.setContentsMargins(8, 0, 12, 0)
        row.addWidget(self._left)
        row.addStretch(1)
        row.addWidget(self._right)
        self.addWidget(ground)
        self._title.setParent(ground)
        self._ground = ground

    def _button(self, icon: str, text: str, wanted: SignalInstance) -> QToolButton:
        button = ToolButton()
        button.setText(text)
        button.setAccessibleName(text)
        button.setFixedHeight(_BUTTON)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._icon_only(button, False)
        button.clicked.connect(wanted)
        self._icons.append((button, icon))
        return button

    @staticmethod
    def _icon_only(button: QToolButton, is_so: bool) -> None:
        style = Qt.ToolButtonStyle
        button.setToolButtonStyle(
            style.ToolButtonIconOnly if is_so else style.ToolButtonTextBesideIcon
        )
        button.setIconSize(ALONE if is_so else BESIDE)
        button.setMinimumWidth(_BUTTON)
        set_look(button, look="icon" if is_so else "")

    @staticmethod
    def _explain(button: QToolButton, about: str) -> None:
        button.setToolTip(about)
        button.setAccessibleDescription(about)

    def _show_next_step(self) -> None:
        is_open = self._export.property("state") == "open"  # it has a filled button of its own
        is_tidy = self._tidy_count > 0 and self._tidy.isEnabled() and not is_open
        is_export = self._tidy_count == 0 and self._errors == 0 and self._export.isEnabled()
        is_export = is_export and not is_open
        if self._place:
            is_tidy = is_export = False
        step = (is_tidy, is_export, self._tidy.text())
        if step == self._next_step:
            return
        self._next_step = step
        set_look(self._tidy, look="filled" if is_tidy else "")
        set_look(self._export, look="filled" if is_export else "quiet")
        self.apply_theme()
        self._place_title()

    def _fit_texts(self) -> None:
        is_narrow = self.width() < _NARROW
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            for button in (self._import, self._paste, self._compare):
                self._icon_only(button, is_narrow)
            self.apply_theme()

    def _place_title(self) -> None:
        for widget in (self._left, self._right, self._ground):
            layout = widget.layout()
            if layout is not None:
                layout.invalidate()
                layout.activate()
        left = self._left.geometry().right() + _GAP
        right = self._right.geometry().left() - _GAP
        width = max(0, min(self._title.sizeHint().width(), right - left))
        middle = (self.width() - width) // 2 - self._ground.x()
        self._title.setGeometry(max(left, min(middle, right - width)), 0, width, HEIGHT - 1)


def _row(widget: QWidget, spacing: int) -> QHBoxLayout:
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    return row
