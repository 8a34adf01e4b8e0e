"""The page shown while no release is open: import, paste, sample, drop area."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bnews_desk.gui.editor.clipboard_data import files_of
from bnews_desk.gui.shared.icons import BESIDE
from bnews_desk.gui.shared.theme import Theme, ThemedWidget
from bnews_desk.gui.shared.widgets import label
from bnews_desk.gui.shared.widgets.buttons import PushButton

COLUMN = 588
"""Width of the column in pixels, as on the page."""
_ROW = 38
_OUTSET = 10
_LEAST = 14
"""Pixels on both sides of the column in a narrow window, hover area included."""
_ALL = 10_000
"""A stretch factor beside which others get room only once the column has its maximum."""
_DROP_HEIGHT = 124
FORMATS = "Word, PDF, ODT, RTF, halaman web, surel, teks, Markdown"
"""The formats that may be dropped, in the words of the README."""
_SHAPE = QSize(20, 20)


class EmptyPage(ThemedWidget, QFrame):
    """The empty desk. Files may be dropped anywhere on it."""

    choose_wanted = Signal()
    paste_wanted = Signal()
    sample_wanted = Signal()
    files_dropped = Signal(object)
    """Paths of local files, a list of str."""
    text_dropped = Signal(object)
    """The QMimeData of a text that was dropped."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        formats: str = FORMATS,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("ground", "page")
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Meja kosong"))
        self._rows: list[_Row] = []
        self._column = QWidget()
        self._column.setMaximumWidth(COLUMN + 2 * _OUTSET)
        self._fill(theme, formats)
        row = QHBoxLayout(self)
        row.setContentsMargins(_LEAST, 0, _LEAST, 0)
        row.addStretch(1)
        row.addWidget(self._column, _ALL)
        row.addStretch(1)
        self.apply_theme()

    def apply_theme(self) -> None:
        self._head.setFont(self._theme.page_font(29, 700))
        self._lead.setFont(self._theme.page_font(17))

    def show_desk(self, *, is_empty: bool) -> None:
        """Say whether the desk has any release that could be opened."""
        if is_empty:
            head = self.tr("Belum ada rilis di meja")
            lead = self.tr("Masukkan rilis pertama; kelengkapan dan bahasanya langsung diperiksa.")
        else:
            head = self.tr("Tidak ada rilis yang terbuka")
            lead = self.tr("Pilih satu di Meja, atau masukkan rilis baru.")
        self._head.setText(head)
        self._lead.setText(lead)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Accept files and text."""
        data = event.mimeData()
        if files_of(data) or data.hasText():
            event.acceptProposedAction()
            self._drop.set_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        """Take the highlight away."""
        self._drop.set_over(False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Emit what was dropped."""
        self._drop.set_over(False)
        data = event.mimeData()
        paths = files_of(data)
        event.acceptProposedAction()
        if paths:
            self.files_dropped.emit(paths)
        else:
            self.text_dropped.emit(data)

    def _fill(self, theme: Theme, formats: str) -> None:
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head, self._lead = label(""), label("", ink="ink2")
        self.show_desk(is_empty=True)
        self._lead.setWordWrap(True)
        self._drop = _DropZone(theme, formats)
        self._drop.clicked.connect(self.choose_wanted)
        column.addStretch(2)
        for widget, gap in ((self._head, 8), (self._lead, 20), (self._drop, 14)):
            inset = QHBoxLayout()
            inset.setContentsMargins(_OUTSET, 0, _OUTSET, 0)
            inset.addWidget(widget)
            column.addLayout(inset)
            column.addSpacing(gap)
        self._add_rows(column)
        column.addStretch(3)

    def _add_rows(self, column: QVBoxLayout) -> None:
        rows: tuple[tuple[str, str, str, str, SignalInstance], ...] = (
            (
                "file",
                self.tr("Pilih berkas…"),
                "Ctrl+O",
                self.tr("Buka satu atau beberapa berkas rilis"),
                self.choose_wanted,
            ),
            (
                "paste",
                self.tr("Tempel teks dari WhatsApp atau laman"),
                "Ctrl+Alt+V",
                self.tr("Jadikan isi papan klip rilis baru"),
                self.paste_wanted,
            ),
            (
                "list",
                self.tr("Buka rilis contoh"),
                "",
                self.tr("Coba dengan rilis yang memang banyak kelirunya"),
                self.sample_wanted,
            ),
        )
        for icon, text, key, about, wanted in rows:
            row = _Row(self._theme, icon, text, key, about)
            row.clicked.connect(wanted)
            self._rows.append(row)
            column.addWidget(row)


class _DropZone(ThemedWidget, QFrame):
    clicked = Signal()

    def __init__(self, theme: Theme, formats: str) -> None:
        super().__init__()
        self._theme, self._is_over = theme, False
        self.setMaximumHeight(_DROP_HEIGHT)
        self.setAccessibleName(self.tr("Jatuhkan berkas di sini"))
        self.setAccessibleDescription(formats)
        column = QVBoxLayout(self)
        column.setSpacing(4)
        self._shape = QLabel()
        self._text = label(self.tr("Jatuhkan berkas di sini"))
        column.addStretch(1)
        for widget in (self._shape, self._text, label(formats, "help")):
            widget.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(widget)
        column.addStretch(1)
        self.apply_theme()

    def apply_theme(self) -> None:
        shape = self._theme.icon("import", "ink2")
        self._shape.setPixmap(shape.pixmap(_SHAPE, self.devicePixelRatio()))

    def sizeHint(self) -> QSize:  # noqa: N802
        """The full height, in a low window only that of its text."""
        return QSize(super().sizeHint().width(), _DROP_HEIGHT)

    def set_over(self, is_over: bool) -> None:
        """Highlight that a drop would be accepted here."""
        self._is_over = is_over
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the dashed frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._theme.color("sug" if self._is_over else "field"), 1)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        if self._is_over:
            painter.setBrush(self._theme.color("sug_tint"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click chooses files, as the first row does."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.clicked.emit()


class _Row(ThemedWidget, PushButton):
    def __init__(self, theme: Theme, icon: str, text: str, key: str, about: str) -> None:
        super().__init__(text)
        self._theme = theme
        self._icon = icon
        self.setProperty("look", "row")
        self.setFixedHeight(_ROW)
        self.setIconSize(BESIDE)
        self.setToolTip(about)
        self.setAccessibleDescription(f"{about} ({key})" if key else about)
        line = QHBoxLayout(self)
        line.setContentsMargins(_OUTSET, 0, _OUTSET, 0)
        hint = label(key, "meta")
        hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line.addStretch(1)
        line.addWidget(hint)
        self.apply_theme()

    def apply_theme(self) -> None:
        self.setIcon(self._theme.icon(self._icon, is_beside=True))
