"""The dialog of the user dictionaries: search, add, rewrite, remove, import and export words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from bnews_desk.gui.findings.dictionary_owner import DictionaryOwner
from bnews_desk.gui.shared.keyboard_focus import gives_keyboard_back
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.widgets import ElidedLabel, LinkButton, QuietButton, label
from bnews_desk.lexicon.dictionary_file import word_key
from bnews_desk.lexicon.user_dictionaries import Dictionary, sort_words

SIZE = (520, 480)


class DictionaryDialog(QDialog):
    """Shows one dictionary at a time; emits signals for what is to be done, with its owner.

    The list shows the words that contain the text of the field; Enter adds the text as a word.
    Delete removes the selected words, F2 or a double click edits one.
    """

    add_wanted = Signal(object, str)
    remove_wanted = Signal(object, list)
    rewrite_wanted = Signal(object, str, str)
    """The owner, the old word and the new one."""
    import_wanted = Signal(object)
    export_wanted = Signal(object)
    owner_changed = Signal()
    """Another dictionary is selected; the receiver calls ``show_dictionary``."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        gives_keyboard_back(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Kamus"))
        self.resize(*SIZE)
        self._words: list[str] = []
        self._listed: list[str] = []
        self._undo: Callable[[], object] | None = None
        self._make_parts(theme)
        self._lay_out()
        self._connect()
        self.field.setFocus()

    @property
    def owner(self) -> DictionaryOwner:
        """The owner of the dictionary shown."""
        return list(DictionaryOwner)[self.tabs.currentIndex()]

    def show_dictionary(self, dictionary: Dictionary) -> None:
        """Show the words of the dictionary of ``owner``."""
        self._words = sort_words(dictionary.words)
        self.place.setText(dictionary.path)
        self._filter()

    def show_status(self, sentence: str, undo: Callable[[], object] | None = None) -> None:
        """Show one sentence about the last action, with *Urungkan* if ``undo`` is given."""
        self._undo = undo
        self.message.setText(sentence)
        self.undo.setVisible(undo is not None)

    def _make_parts(self, theme: Theme) -> None:
        self.tabs = QTabBar(self)
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("Kamus siapa"))
        for owner in DictionaryOwner:
            self.tabs.addTab(owner.dictionary)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Cari atau tambahkan kata"))
        self.field.setAccessibleName(self.tr("Cari atau tambahkan kata"))
        self.field.setClearButtonEnabled(True)
        self.model = QStringListModel(self)
        self.list = QListView(self)
        self.list.setAccessibleName(self.tr("Kata di kamus"))
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.nothing = label("", ink="ink2")
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.place = ElidedLabel("", "meta", "ink3")
        self.message = label("", "help", "ink2")
        self.message.setWordWrap(True)
        self.undo = LinkButton(theme, self.tr("Urungkan"), parent=self)
        self.undo.hide()
        self.add = QuietButton(theme, self.tr("Tambah"), parent=self)
        self.remove = QuietButton(theme, self.tr("Hapus"), parent=self)
        self.bring_in = QuietButton(theme, self.tr("Impor…"), parent=self)
        self.bring_out = QuietButton(theme, self.tr("Ekspor…"), parent=self)

    def _lay_out(self) -> None:
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for button in (self.remove, self.bring_in, self.bring_out):
            self._buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        typing, saying = QHBoxLayout(), QHBoxLayout()
        typing.addWidget(self.field, 1)
        typing.addWidget(self.add)
        saying.addWidget(self.message, 1)
        saying.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.addWidget(self.tabs)
        column.addLayout(typing)
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing, 1)
        column.addWidget(self.place)
        column.addLayout(saying)
        column.addWidget(self._buttons)

    def _connect(self) -> None:
        self._buttons.rejected.connect(self.reject)
        self.tabs.currentChanged.connect(self._turn)
        self.field.textChanged.connect(self._filter)
        self.field.returnPressed.connect(self._add)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.undo.clicked.connect(self._take_back)
        self.bring_in.clicked.connect(lambda: self.import_wanted.emit(self.owner))
        self.bring_out.clicked.connect(lambda: self.export_wanted.emit(self.owner))
        self.list.selectionModel().selectionChanged.connect(self._enable)
        # Queued: the list is filled again in response, which must not happen under its own editor.
        self.model.dataChanged.connect(self._rewrite, Qt.ConnectionType.QueuedConnection)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list, self._remove)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        for button in self._buttons.buttons():  # Enter must add the word and not close the dialog
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)
        self.add.setAutoDefault(False)
        self.undo.setAutoDefault(False)

    def _turn(self) -> None:
        self.show_status("")
        self.owner_changed.emit()

    def _filter(self) -> None:
        """List the words that contain the text of the field."""
        wanted = word_key(self.field.text().strip())
        self._listed = [word for word in self._words if wanted in word_key(word)]
        self.model.setStringList(self._listed)
        self.list.setVisible(bool(self._listed))
        self.nothing.setVisible(not self._listed)
        self.nothing.setText(
            self.tr("Kata itu belum ada di kamus ini; tekan Enter untuk menambahkannya.")
            if self._words
            else self.tr("Belum ada kata. Tekan A pada temuan ejaan, atau ketik katanya di atas.")
        )
        self._enable()

    def _enable(self) -> None:
        self.add.setEnabled(bool(self.field.text().strip()))
        self.remove.setEnabled(self.list.selectionModel().hasSelection())
        self.bring_out.setEnabled(bool(self._words))

    def _add(self) -> None:
        word = self.field.text().strip()
        if word:
            self.add_wanted.emit(self.owner, word)

    def _remove(self) -> None:
        chosen = [str(index.data()) for index in self.list.selectedIndexes()]
        if chosen:
            self.remove_wanted.emit(self.owner, chosen)

    def _rewrite(self, changed: QModelIndex) -> None:
        row = changed.row()
        if not 0 <= row < len(self._listed):
            return
        old, new = self._listed[row], str(self.model.index(row).data()).strip()
        if new == old:
            return
        if new:
            self.rewrite_wanted.emit(self.owner, old, new)
        else:
            self.remove_wanted.emit(self.owner, [old])

    def _take_back(self) -> None:
        undo = self._undo
        self.show_status("")
        if undo is not None:
            undo()
