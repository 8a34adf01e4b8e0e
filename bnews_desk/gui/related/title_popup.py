"""The popup that asks for the title of a related article and offers earlier ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bnews_desk.gui.shared.widgets.buttons import PushButton

LEAST_WIDTH = 440
"""Width in px in which most headlines fit on one line."""
_MARGIN = 8


class RelatedOffer(NamedTuple):
    """An earlier release: ``about`` is its day and status, ``address`` its web address."""

    key: str
    headline: str
    about: str
    address: str = ""
    is_published: bool = True


class RelatedOfferRow(QWidget):
    """One offer: a click adds it; *Bukan ini*, if shown, dismisses it for good."""

    chosen = Signal()
    dismissed = Signal()

    def __init__(self, offer: RelatedOffer, parent: QWidget, *, may_be_dismissed: bool) -> None:
        super().__init__(parent)
        self.offer = offer
        self.button = PushButton(self)
        self.button.setObjectName("offer")
        self.button.setAccessibleName(f"{offer.headline}, {offer.about}")
        self.button.setAutoDefault(False)
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.clicked.connect(self.chosen)
        self._box = QVBoxLayout(self.button)
        self._box.setContentsMargins(_MARGIN, 4, _MARGIN, 5)
        self._box.setSpacing(1)
        for text, name in ((offer.headline, "offerTitle"), (offer.about, "offerAbout")):
            line = QLabel(text, self.button)
            line.setObjectName(name)
            line.setWordWrap(True)
            line.setTextFormat(Qt.TextFormat.PlainText)
            line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._box.addWidget(line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.button, 1)
        self.dismiss: QPushButton | None = None
        if may_be_dismissed:
            self.dismiss = PushButton(self.tr("Bukan ini"), self)
            self.dismiss.setProperty("look", "link")
            self.dismiss.setAutoDefault(False)
            self.dismiss.setAccessibleName(self.tr("Bukan ini: {0}").format(offer.headline))
            self.dismiss.clicked.connect(self.dismissed)
            row.addWidget(self.dismiss)

    def fit(self, width: int) -> None:
        """Set the height that the headline needs at a width in px."""
        beside = self.dismiss.sizeHint().width() + 4 if self.dismiss else 0
        self.button.setFixedHeight(self._box.totalHeightForWidth(width - beside))


class TitlePopup(QFrame):
    """Asks for a title; Enter adds it, Esc closes. The offers are listed below the field."""

    given = Signal(str, str)
    """A title that is not empty, and its address, '' when it is not known."""
    opened = Signal()
    """The popup was opened, with an empty field."""
    typed = Signal(str)
    """The text of the field, after every key."""
    dismissed = Signal(str)
    """The key of an offer that was dismissed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("titlePopup")
        self.rows: list[RelatedOfferRow] = []
        self._corner = QPoint()
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Judul berita terkait; ketik untuk mencari di arsip"))
        self.field.setAccessibleName(self.tr("Judul berita terkait"))
        self.field.setFixedHeight(26)
        self.button = PushButton(self.tr("Tambah"), self)
        self.button.setProperty("look", "fix")
        self.button.setFixedHeight(26)
        self.head, self.unpublished_head = QLabel(self), QLabel(self.tr("Belum tayang"), self)
        for head in (self.head, self.unpublished_head):
            head.setObjectName("offerHead")
            head.hide()
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._column.setSpacing(2)
        self._column.addLayout(row)
        self._column.addWidget(self.head)
        self.field.returnPressed.connect(self._give_typed)
        self.field.textEdited.connect(self.typed)
        self.button.clicked.connect(self._give_typed)

    def open_at(self, corner: QPoint, width: int) -> None:
        """Open the empty popup below a global position; ``width`` gives the place of its right
        edge.
        """
        self.field.clear()
        self.show_offers((), "")
        self.setFixedWidth(max(width, LEAST_WIDTH))
        self._corner = corner - QPoint(self.width() - width, 0)
        self._place()
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.opened.emit()

    def show_offers(
        self, offers: Sequence[RelatedOffer], head: str, *, dismissible: bool = False
    ) -> None:
        """Show offers below a heading; the focus stays in the popup.

        Published articles come first, since readers can open only those.
        """
        had_focus = any(row.isAncestorOf(self.focusWidget() or self) for row in self.rows)
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        ordered = sorted(offers, key=lambda offer: not offer.is_published)
        self.rows = [
            RelatedOfferRow(offer, self, may_be_dismissed=dismissible) for offer in ordered
        ]
        self.head.setText(head)
        self.head.setVisible(any(offer.is_published for offer in offers))
        self._column.removeWidget(self.unpublished_head)
        self.unpublished_head.hide()
        for row in self.rows:
            row.fit(self.width() - 2 * _MARGIN)
            row.chosen.connect(lambda offer=row.offer: self._give(offer.headline, offer.address))
            row.dismissed.connect(lambda key=row.offer.key: self.dismissed.emit(key))
            if not row.offer.is_published and self.unpublished_head.isHidden():
                self._column.addWidget(self.unpublished_head)
                self.unpublished_head.show()
            self._column.addWidget(row)
            row.show()
        if had_focus:
            (self.rows[0].button if self.rows else self.field).setFocus()
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Move between field and offers with the arrow keys."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        stops: list[QWidget] = [self.field, *(row.button for row in self.rows)]
        focus = self.focusWidget()
        at = stops.index(focus) if focus in stops else 0
        stops[max(0, min(at + step, len(stops) - 1))].setFocus(Qt.FocusReason.TabFocusReason)

    def _place(self) -> None:
        """Move to the corner, inside the screen."""
        self.adjustSize()
        screen = QGuiApplication.screenAt(self._corner) or self.screen()
        room = screen.availableGeometry()
        x = min(max(self._corner.x(), room.left()), room.right() - self.width())
        y = min(self._corner.y(), room.bottom() - self.height())
        self.move(x, max(y, room.top()))

    def _give_typed(self) -> None:
        self._give(self.field.text().strip(), "")

    def _give(self, title: str, address: str) -> None:
        self.hide()
        if title:
            self.given.emit(title, address)
