"""The import sheet's lines on duplicates, and the dialog that compares two releases."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bnews_desk.archive.repository.archive_values import Likeness
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.editor.zoom import Zoom
from bnews_desk.gui.imports.duplicate_texts import (
    duplicate_description,
    publication_or_arrival_text,
)
from bnews_desk.gui.shared.icons import ALONE
from bnews_desk.gui.shared.theme import Theme, ThemedWidget
from bnews_desk.gui.shared.widgets import (
    ElidedLabel,
    FilledButton,
    LinkButton,
    QuietButton,
    set_look,
)
from bnews_desk.gui.versions.two_texts import ComparedText, TwoTexts
from bnews_desk.gui.versions.two_texts_dialog import TwoTextsDialog, intro_label

SIZE = (1100, 680)


class DuplicateDialog(TwoTextsDialog):
    """Shows the earlier release at the left, the new one at the right; Esc changes nothing."""

    open_wanted = Signal()
    """Open the earlier release instead of the new one."""
    dismissed = Signal()
    """The two are not the same release."""

    def __init__(
        self,
        theme: Theme,
        zoom: Zoom,
        reader: Callable[[], FrameReader],
        open_about: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(SIZE, parent)
        tr = self.tr
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Rilis serupa"))
        self.intro = intro_label()
        self.texts = TwoTexts(theme, zoom, reader, self)
        self.open_old = QuietButton(theme, tr("Buka yang lama"), about=open_about)
        self.dismiss = QuietButton(
            theme, tr("Bukan rilis yang sama"), about=tr("Jangan tunjukkan lagi kemiripan ini")
        )
        self.go_on = FilledButton(theme, tr("Kembali"), about=tr("Tidak ada yang berubah (Esc)"))
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self.reject)
        for button, wanted in (
            (self.open_old, self.open_wanted),
            (self.dismiss, self.dismissed),
        ):
            button.clicked.connect(self.accept)
            button.clicked.connect(wanted)
        left, right = (self.dismiss,), (self.open_old, self.go_on)
        self.lay_out(self.intro, self.texts, left=left, right=right)

    def show_texts(self, said: str, old: ComparedText, new: ComparedText) -> None:
        """Show both, with a sentence on how similar they are."""
        self.intro.setText(said)
        self.texts.show_texts(old, new)
        self.go_on.setFocus()


class DuplicateLines(ThemedWidget, QWidget):
    """The first lines of the import sheet: earlier releases that resemble this one.

    One line while the archive is searched, one when there are none, one amber line for each.
    """

    compare_wanted = Signal(object)
    """The ``Likeness`` to be compared with the release."""
    open_wanted = Signal(object)
    """The earlier release is to be opened instead of this one."""
    dismissed = Signal(object)
    """This ``Likeness`` is not the same release."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._shapes: list[tuple[QLabel, str, str]] = []
        self.links: list[LinkButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(18, 5, 18, 5)
        self._column.setSpacing(2)
        self._found: tuple[Likeness, ...] = ()
        self._add("search", "ink2", self.tr("Mencari rilis serupa di arsip…"))

    @property
    def found(self) -> tuple[Likeness, ...]:
        """The duplicates that are shown."""
        return self._found

    def show_found(self, found: Sequence[Likeness]) -> None:
        """Show the duplicates, or that there are none."""
        self._found = tuple(found)
        self._clear()
        set_look(self, ground="warn_tint" if found else "")
        if not found:
            self._add(
                "check", "ok", self.tr("Belum pernah masuk: tidak ada rilis serupa di arsip.")
            )
            return
        for one in found:
            text = duplicate_description(one)
            when = publication_or_arrival_text(one.summary)
            row = self._add("warning", "warn", f"{text[:1].upper()}{text[1:]} ({when})")
            for link in self._links(one):
                row.addWidget(link)
        if QAccessible.isActive():
            said = self.tr("Rilis ini {0}").format(duplicate_description(found[0]))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def apply_theme(self) -> None:
        for shape, icon, token in self._shapes:
            shape.setPixmap(self._theme.icon(icon, token).pixmap(ALONE, self.devicePixelRatioF()))

    def _add(self, icon: str, token: str, text: str) -> QHBoxLayout:
        shape = QLabel()
        self._shapes.append((shape, icon, token))
        shape.setPixmap(self._theme.icon(icon, token).pixmap(ALONE, self.devicePixelRatioF()))
        row = QHBoxLayout()
        row.setSpacing(7)
        row.addWidget(shape)
        row.addWidget(ElidedLabel(text), 1)
        self._column.addLayout(row)
        return row

    def _links(self, one: Likeness) -> list[LinkButton]:
        tr = self.tr
        wanted = (
            (
                tr("Buka yang lama"),
                tr("Buka naskah yang lama; rilis ini tidak diimpor"),
                self.open_wanted,
            ),
            (tr("Bandingkan…"), tr("Lihat keduanya berdampingan"), self.compare_wanted),
            (
                tr("Bukan rilis yang sama"),
                tr("Jangan tunjukkan lagi kemiripan ini"),
                self.dismissed,
            ),
        )
        links = [LinkButton(self._theme, text, about=about) for text, about, _ in wanted]
        for link, (text, _, act) in zip(links, wanted, strict=True):
            link.setAccessibleName(f"{text.rstrip('…')}: {duplicate_description(one)}")
            link.clicked.connect(partial(act.emit, one))
        self.links += links
        return links

    def _clear(self) -> None:
        self._shapes.clear()
        self.links.clear()
        _empty(self._column)


def _empty(layout: QVBoxLayout | QHBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner, QVBoxLayout | QHBoxLayout):
            _empty(inner)
