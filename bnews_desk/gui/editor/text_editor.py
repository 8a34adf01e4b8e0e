"""The text editor of the page: keys, input methods, clipboard, bold, italic and links."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from bnews_desk.gui.editor.clipboard_data import copy_of, files_of, mime_of, picture_of, put_in
from bnews_desk.gui.editor.release_document import ReleaseDocument, digests_of
from bnews_desk.gui.editor.smart_typing import TYPED, SmartTyping
from bnews_desk.gui.editor.zoom import Zoom
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.utf16 import Positions
from bnews_desk.text import Span

_INSET = 12
_RADIUS = 10
_VEIL = 220
"""Opacity of the page below, of 255."""


class DropHint(QWidget):
    """An overlay with a dashed border and one line of text over all of its parent; ignores the
    mouse.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_over(self, theme: Theme) -> None:
        """Cover the parent in its present size."""
        self._theme = theme
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the overlay, its border and its text."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(self._theme.color("sug_tint"))
        veil.setAlpha(_VEIL)
        painter.setBrush(veil)
        painter.setPen(QPen(self._theme.color("sug"), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET), _RADIUS, _RADIUS
        )
        painter.setPen(self._theme.color("ink"))
        painter.setFont(self._theme.ui_font(15, 600))
        words = self.tr("Lepaskan di sini untuk mengimpor")
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), words)
        painter.end()


class LeftKeys(QObject):
    """Keeps a widget from claiming some key sequences before the window's shortcuts see them."""

    def __init__(self, keys: Iterable[QKeySequence], parent: QObject) -> None:
        super().__init__(parent)
        self._keys = frozenset(sequence.toString() for sequence in keys)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Refuse the claim on one of the keys; pass everything else on."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if QKeySequence(event.keyCombination()).toString() not in self._keys:
            return False
        event.ignore()
        return True


EDGE = 60
"""Pixels between the caret's line and the edges of the view that keys keep free."""


def keep_off_edges(view: QTextEdit) -> None:
    """Scroll so far that the margins show at both ends, and a line or two anywhere else."""
    bar, rect, height = view.verticalScrollBar(), view.cursorRect(), view.viewport().height()
    edge = min(EDGE, height // 6)
    if rect.top() < edge:
        bar.setValue(bar.value() + rect.top() - edge)
    elif rect.bottom() > height - edge:
        bar.setValue(bar.value() + rect.bottom() - height + edge)


_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
"""Modifiers with which a key writes nothing."""


class Editor(QTextEdit):
    """A text edit that holds only words, paragraphs, bold, italic and links.

    Without a document of a release it is read-only. Each word typed is an undo step of its own.
    """

    composing = Signal(bool)
    """An input method begins (True) or ends (False) to compose."""
    key_pending = Signal(bool)
    """A key was pressed (True), or its effect is painted (False)."""
    files_dropped = Signal(object)
    """Paths that were dropped on the page or pasted."""
    picture_pasted = Signal(object)
    """The bytes of a picture that was pasted."""
    menu_opening = Signal(object, object)
    """The context menu that is about to open, and its place in the view."""
    pointed_opened = Signal()
    """Enter was pressed on words that were selected by the program: they are not replaced."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.zoom = Zoom(self)
        self.smart_typing = SmartTyping()
        self._written: ReleaseDocument | None = None
        self._positions = Positions("")
        self._left_keys: LeftKeys | None = None
        self._pointed = Span(0, 0)
        self._drop_hint = DropHint(theme, self)
        self._is_composing = False
        self._is_handling_key = self._is_key_pending = False
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setReadOnly(True)

    def leave_to_window(self, keys: Iterable[QKeySequence]) -> None:
        """Leave shortcuts to the window that Qt's text edit would take: Ctrl+E moves the caret
        there.
        """
        self._left_keys = LeftKeys(keys, self)
        self.installEventFilter(self._left_keys)

    def positions(self) -> Positions:
        """Converter of the present text's positions."""
        if self._written is not None:
            text = self._written.release().text
            if text is not self._positions.text:
                self._positions = Positions(text)
        return self._positions

    def selection(self) -> Span:
        """What is selected, in code points; empty at the caret where nothing is."""
        cursor, positions = self.textCursor(), self.positions()
        return Span(
            positions.from_qt(cursor.selectionStart()), positions.from_qt(cursor.selectionEnd())
        )

    def selected_text(self) -> str:
        """The words that are selected."""
        if self._written is None:
            return ""
        return self.selection().within(self._written.release().text)

    @property
    def is_led_to(self) -> bool:
        """Whether the program made the selection, not the editor."""
        return self.textCursor().hasSelection() and self.selection() == self._pointed

    def toggle_bold(self) -> None:
        """Make the selection, or what is typed next, bold or not bold."""
        is_bold = self.currentCharFormat().fontWeight() > QFont.Weight.Medium
        char_format = QTextCharFormat()
        char_format.setFontWeight(QFont.Weight.Normal if is_bold else QFont.Weight.Bold)
        self._merge(char_format)

    def toggle_italic(self) -> None:
        """Make the selection, or what is typed next, italic or not italic."""
        char_format = QTextCharFormat()
        char_format.setFontItalic(not self.currentCharFormat().fontItalic())
        self._merge(char_format)

    def link_here(self) -> str:
        """The address of the link at the caret; empty where there is none."""
        return self.currentCharFormat().anchorHref()

    def set_link(self, address: str) -> None:
        """Make the selection, or the word at the caret, a link; an empty address removes it."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            self._select_link_or_word(cursor)
        if not cursor.hasSelection() or self.isReadOnly():
            return
        char_format = QTextCharFormat()
        char_format.setAnchor(bool(address))
        char_format.setAnchorHref(address)
        cursor.mergeCharFormat(char_format)

    def ask_for_link(self) -> None:
        """Open the card that asks for a link's address."""
        if self.isReadOnly():
            return
        from bnews_desk.gui.editor.link_and_photo_popups import LinkPopup

        popup = LinkPopup(self._theme, self.link_here(), self)
        popup.chosen.connect(self.set_link)
        popup.open_at(self.viewport().mapToGlobal(self.cursorRect().bottomLeft()))

    def break_paragraph(self) -> None:
        """Begin a new paragraph at the caret; photos stay behind the words they follow.

        Behind a headline without copy that paragraph exists already.
        """
        cursor = self.textCursor()
        if self._is_before_first_copy(cursor):
            cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
            return
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        if cursor.atBlockEnd():
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        else:
            cursor.insertBlock()
            above = cursor.block().previous()
            if digests_of(above):
                QTextCursor(above).setBlockFormat(QTextBlockFormat())
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def move_paragraphs(self, *, down: bool) -> None:
        """Move the selected paragraphs, or the caret's, past the next one, as one undo step.

        The selection moves with them.
        """
        if self._written is None or self.isReadOnly():
            return
        before, cursor = self._written.release(), self.textCursor()
        document = self.document()
        first = document.findBlock(cursor.selectionStart()).blockNumber()
        behind = document.findBlock(cursor.selectionEnd())
        last = behind.blockNumber()
        if last > first and behind.position() == cursor.selectionEnd():
            last -= 1  # whole paragraphs are selected, and nothing of the next
        after = before.with_paragraphs_moved(first, last, down=down)
        if after is before:
            return
        passed = document.findBlockByNumber(last + 1 if down else first - 1)
        step = passed.length() if down else -passed.length()
        anchor, position = cursor.anchor() + step, cursor.position() + step
        self._written.become(after)
        end = document.characterCount() - 1  # the last paragraph has no line break to select
        cursor.setPosition(min(anchor, end))
        cursor.setPosition(min(position, end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        keep_off_edges(self)

    def _is_before_first_copy(self, cursor: QTextCursor) -> bool:
        copy = self.document().firstBlock().next()
        is_there = copy.isValid() and not copy.text() and not copy.next().isValid()
        at_end = cursor.block() == self.document().firstBlock() and cursor.atBlockEnd()
        return is_there and at_end and not cursor.hasSelection() and not digests_of(copy)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Write; Enter and Shift+Enter both begin a paragraph."""
        self._is_handling_key = self._is_key_pending = True
        self.key_pending.emit(True)
        before = self.textCursor().position()
        try:
            self._handle_key(event)
        finally:
            self._is_handling_key = False
        if self.textCursor().position() != before:
            keep_off_edges(self)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802
        """Let an input method compose, and emit that it does."""
        if event.preeditString():
            self._tell_composing(True)
        self._is_handling_key = True
        try:
            super().inputMethodEvent(event)
        finally:
            self._is_handling_key = False
        if not event.preeditString():
            self._tell_composing(False)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scroll; with Ctrl, zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom.turn(event.angleDelta().y())
            event.accept()
        else:
            super().wheelEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802
        """Text, HTML, files and pictures are accepted."""
        has_copy = source.hasText() or source.hasHtml() or source.hasImage()
        return has_copy or bool(files_of(source))

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Paste clean copy as one undo step; files and pictures are emitted instead."""
        files = files_of(source)
        if files:
            self.files_dropped.emit(files)
            return
        copy = copy_of(source)
        if self._written is None or self.isReadOnly():
            return
        if not copy.text:
            picture = picture_of(source)
            if picture:
                self.picture_pasted.emit(picture)
            return
        span = self.selection()
        behind = put_in(self._written, span.start, span.end, copy)
        cursor = self.textCursor()
        cursor.setPosition(self.positions().to_qt(behind))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def paste_plain(self) -> None:
        """Paste the words of the clipboard without their marks; a picture as usual."""
        source = QGuiApplication.clipboard().mimeData()
        if not source.hasText():
            self.insertFromMimeData(source)
            return
        plain = QMimeData()
        plain.setText(source.text())
        self.insertFromMimeData(plain)

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802
        """Copy words, paragraphs and marks without looks."""
        if self._written is None:
            return super().createMimeDataFromSelection()
        release, span = self._written.release(), self.selection()
        return mime_of(span.within(release.text), release.marks_within(*span))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Open the context menu, with the actions that other parts add to it."""
        menu = self.createStandardContextMenu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_opening.emit(menu, event.pos())
        menu.popup(event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Accept files even where nothing can be written."""
        if files_of(event.mimeData()):
            event.acceptProposedAction()
            self._drop_hint.show_over(self._theme)
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        """Accept files anywhere on the page."""
        if files_of(event.mimeData()):
            event.acceptProposedAction()
        else:
            super().dragMoveEvent(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        """Hide the drop hint."""
        self._drop_hint.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Emit dropped files; insert dropped text."""
        self._drop_hint.hide()
        files = files_of(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)
        else:
            super().dropEvent(event)

    def _tell_painted(self) -> None:
        """Emit that the effect of the last key is painted."""
        if self._is_key_pending:
            self._is_key_pending = False
            self.key_pending.emit(False)

    def _handle_key(self, event: QKeyEvent) -> None:
        if self.isReadOnly():
            super().keyPressEvent(event)
            return
        if event.key() in _RETURNS:
            if event.modifiers() & CHORD:
                event.ignore()
            elif self.is_led_to:
                self.pointed_opened.emit()
            else:
                self.break_paragraph()
            return
        if event.key() in _TABS:  # copy has no tabs, and a slip must not move the keyboard away
            return
        if event.text().isprintable() and event.text():
            self._leave_link()
        if self._type_smartly(event):
            return
        if event.text() == " " and not event.modifiers() & CHORD:
            cursor = self.textCursor()
            cursor.beginEditBlock()  # so that the next word is an undo step of its own
            super().keyPressEvent(event)
            cursor.endEditBlock()
        else:
            super().keyPressEvent(event)

    def _type_smartly(self, event: QKeyEvent) -> bool:
        """Write the replacement of a typed character; returns False where it has none.

        Undo brings back the typed character, except for a second space, which is dropped.
        """
        cursor = self.textCursor()
        if event.text() not in TYPED or event.modifiers() & CHORD or cursor.hasSelection():
            return False
        at, start = cursor.position(), cursor.block().position()
        before = "".join(map(self.document().characterAt, range(max(start, at - 2), at)))
        replacement = self.smart_typing.replacement(before, event.text())
        if replacement is None:
            return False
        if replacement.text:
            super().keyPressEvent(event)
            cursor = self.textCursor()
            cursor.beginEditBlock()
            typed = replacement.removed + len(event.text())
            cursor.movePosition(
                QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor, typed
            )
            cursor.insertText(replacement.text)
            cursor.endEditBlock()
        return True

    def _leave_link(self) -> None:
        """Keep what is typed behind a link out of it."""
        cursor = self.textCursor()
        char_format = cursor.charFormat()
        if cursor.hasSelection() or not char_format.isAnchor():
            return
        ahead = QTextCursor(cursor)
        ahead.movePosition(QTextCursor.MoveOperation.NextCharacter)
        if cursor.atBlockEnd() or ahead.charFormat().anchorHref() != char_format.anchorHref():
            char_format.clearProperty(QTextCharFormat.Property.IsAnchor)
            char_format.clearProperty(QTextCharFormat.Property.AnchorHref)
            self.setCurrentCharFormat(char_format)

    def _select_link_or_word(self, cursor: QTextCursor) -> None:
        address = cursor.charFormat().anchorHref()
        if not address:
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
            return
        block, at = cursor.block(), cursor.position()
        iterator = block.begin()
        while not iterator.atEnd():
            fragment = iterator.fragment()
            start, end = fragment.position(), fragment.position() + fragment.length()
            if start <= at <= end and fragment.charFormat().anchorHref() == address:
                cursor.setPosition(start)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            iterator += 1

    def _merge(self, char_format: QTextCharFormat) -> None:
        if not self.isReadOnly():
            self.mergeCurrentCharFormat(char_format)

    def _tell_composing(self, is_composing: bool) -> None:
        if is_composing != self._is_composing:
            self._is_composing = is_composing
            self.composing.emit(is_composing)
