"""The panel Siap tayang: checklist, sign-off and export of the release in front."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPaintEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionButton, QVBoxLayout, QWidget

from bnews_desk.archive.release_progress import SignOff
from bnews_desk.exporters.file_names import proposed_stem
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.gui.publish.checklist_item_button import ChecklistItemButton
from bnews_desk.gui.publish.export import Ask, Export, ExportRequest
from bnews_desk.gui.publish.export_choices import ExportChoices
from bnews_desk.gui.publish.export_form import ChooseFolder, ExportForm, choose_folder
from bnews_desk.gui.publish.exported_row import ExportedRow, OpenPath, open_path
from bnews_desk.gui.publish.readiness_texts import (
    export_button_text,
    export_question,
    export_question_title,
)
from bnews_desk.gui.publish.ready_panel_head import ReadyPanelHead, ReadyPanelScrollArea
from bnews_desk.gui.publish.sign_off_row import SignOffRow
from bnews_desk.gui.shared import question_dialog
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.widgets import FilledButton, LinkButton, SeparatorLine
from bnews_desk.house.style import HouseStyle
from bnews_desk.rules.readiness import (
    Checklist,
    ChecklistItem,
    ItemFact,
    ItemKind,
    ItemState,
    ReadinessVerdict,
)

_GAP = 8


class ExportButton(FilledButton):
    """The export button; where room is short, the shortcut is left out first."""

    HEIGHT = 34

    def __init__(self, theme: Theme, text: str, key: str, parent: QWidget | None = None) -> None:
        self._key = key
        super().__init__(theme, text, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def apply_theme(self) -> None:
        super().apply_theme()
        self.setFixedHeight(round(self.HEIGHT * max(1.0, self._theme.fonts.scale)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """No wider than the panel."""
        return QSize(80, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the button, then its text and shortcut as one centred line."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        painter.setPen(self._theme.color("onfill" if self.isEnabled() else "ghost"))
        font, small = self._theme.ui_font(13, 500), self._theme.ui_font(11)
        room = self.width() - 24
        width = QFontMetrics(font).horizontalAdvance(self.text())
        key = QFontMetrics(small).horizontalAdvance(self._key)
        fits = width + _GAP + key <= room
        left = 12 + max(0, room - width - (_GAP + key if fits else 0)) // 2
        painter.setFont(font)
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(self._line(left, room), Qt.AlignmentFlag.AlignVCenter, shown)
        if fits:
            painter.setFont(small)
            painter.setOpacity(0.8)
            at = self._line(left + width + _GAP, key + 4)
            painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, self._key)
        painter.end()

    def _line(self, left: int, width: int) -> QRect:
        return QRect(left, 0, width, self.height())


_FOLLOWED = frozenset({QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show})


class ChecklistRowFitter(QObject):
    """Reduces the heights of the checklist items equally when the panel is too low."""

    def __init__(self, panel: QWidget, buttons: Sequence[ChecklistItemButton]) -> None:
        super().__init__(panel)
        self._panel, self._buttons = panel, buttons
        panel.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Fit the items whenever the panel or its contents change size."""
        if watched is self._panel and event.type() in _FOLLOWED:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        buttons = [button for button in self._buttons if not button.isHidden()]
        saved = sum(button.full_height - button.sizeHint().height() for button in buttons)
        lacking = max(0, self._panel.sizeHint().height() + saved - self._panel.height())
        for button in buttons:
            button.reduce_height(-(-lacking // len(buttons)))


_KINDS: tuple[ItemKind, ...] = (
    "headline",
    "frame",
    "findings",
    "embargo",
    "photos",
    "details",
    "original",
)
REFRESH_MS = 60
"""Milliseconds from a change to the refresh of the checklist, so that keys go first."""


class ReadyPanel(QWidget):
    """The checklist of the release in front, the editor's sign-off, and the export.

    When errors are left, the button says so and asks once; it never refuses. Nothing here changes
    the copy.
    """

    jump_wanted = Signal(str, object)
    """An item's kind, and the position of its cause in the text or None; or ``address`` and None,
    when the editor wants to enter the release's web address.
    """
    choices_changed = Signal(object)
    """The changed ``ExportChoices``, to be stored."""
    sign_off_changed = Signal(object)
    """A ``SignOff`` of the release in front; None when it was withdrawn."""
    exported = Signal(object)
    """A tuple of the paths written; empty when only the clipboard was filled."""
    published = Signal(str, object)
    """The key of a release that was ready and was exported, and the exported state."""
    status_message = Signal(str)
    """One sentence for the status line."""
    failed = Signal(str)
    """One sentence for the bar above the page."""
    close_wanted = Signal()
    readiness_changed = Signal()
    """``checklist`` is up to date."""

    def __init__(
        self,
        theme: Theme,
        house: HouseStyle,
        choices: ExportChoices | None = None,
        *,
        ask: Ask = question_dialog.ask,
        choose: ChooseFolder = choose_folder,
        opener: OpenPath = open_path,
        clock: Callable[[], datetime] = datetime.now,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._reader = theme, FrameReader(house)
        self._ask, self._clock = ask, clock
        self._release: OpenRelease | None = None
        self._sign_offs: dict[str, SignOff] = {}
        self._confirmed: dict[str, str] = {}
        self._checklist = Checklist()
        self._is_export_due = False
        self.exporting = Export(self, ask)
        self._exported_row = ExportedRow(theme, opener=opener)
        self._build(choices or ExportChoices(), choose)
        self._refresh_soon = QTimer(self)
        self._refresh_soon.setSingleShot(True)
        self._refresh_soon.timeout.connect(self.refresh)
        self._connect()
        self.refresh()

    @property
    def checklist(self) -> Checklist:
        """The checklist shown; empty without a release."""
        return self._checklist

    @property
    def choices(self) -> ExportChoices:
        """The present choices of the export form."""
        return self._form.choices()

    def show_release(self, release: OpenRelease | None) -> None:
        """Show another release, or none."""
        if self._release is not None:
            self._release.findings_settled.disconnect(self._schedule_refresh)
            self._release.document.details_changed.disconnect(self._schedule_refresh)
            self._release.document.changed.disconnect(self._note_change)
        self._release, self._is_export_due = release, False
        if release is not None:
            release.document.changed.connect(self._note_change)
            release.findings_settled.connect(self._schedule_refresh)
            release.document.details_changed.connect(self._schedule_refresh)
        self._exported_row.show_release(release.key if release else "")
        self.refresh(is_new=True)

    def show_sign_off(self, key: str, sign_off: SignOff | None) -> None:
        """Set the stored sign-off of the release with that key."""
        if sign_off is None:
            self._sign_offs.pop(key, None)
        else:
            self._sign_offs[key] = sign_off
        self._schedule_refresh()

    def set_house(self, house: HouseStyle) -> None:
        """Judge by another style sheet."""
        self._reader = FrameReader(house)
        self._schedule_refresh()

    def focus_first(self) -> None:
        """Focus the first item that is not ready, else the export button."""
        waiting = (b for b in self._buttons if b.item.state is not ItemState.READY)
        next(waiting, self._button).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def export(self) -> None:
        """Export in all ticked forms; asks once when something blocks publication.

        The question runs an event loop, and another release may come to the front meanwhile: the
        request is made before it. A text that is still being checked is exported after the check,
        or at once when the editor asks again; it does not count as published then.
        """
        if self._release is None or self.exporting.is_busy:
            return
        choices = self.choices
        if choices.is_empty:
            self._form.focus_first()
            return
        self.refresh()
        release, checklist = self._release, self._checklist
        if checklist.verdict is ReadinessVerdict.PENDING and not self._is_export_due:
            self._is_export_due = True
            self._show_button()
            return
        self._is_export_due = False
        request = ExportRequest(
            release.key,
            release.document.release(),
            release.pictures,
            self._reader,
            choices,
            self._form.stem(),
            may_publish=checklist.may_publish,
        )
        if self._confirm(release, checklist.blockers):
            self.exporting.begin(request, self._theme)

    def shut_down(self) -> None:
        """Wait for files that are being written."""
        self.exporting.shut_down()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Refresh the checklist: an embargo may have passed."""
        super().showEvent(event)
        self.refresh()

    def refresh(self, *, is_new: bool = False) -> None:
        """Judge the release in front again, and update the panel."""
        self._refresh_soon.stop()
        self._scrolled.setVisible(self._release is not None)
        self._button.setEnabled(self._release is not None)
        self._checklist = self._judge()
        for button, item in zip(self._buttons, self._checklist.items, strict=False):
            if button.item != item:
                button.show_item(item)
        self._buttons[-1].setVisible(len(self._checklist.items) == len(self._buttons))
        if self._release is not None:
            release = self._release.document.release()
            self._sign_off_row.show_sign_off(
                self._sign_offs.get(self._release.key), self._editor(), release
            )
            today = self._clock().date()
            pattern = self._form.choices().pattern
            stem = proposed_stem(release, today, self._release.frame, pattern)
            self._form.propose(stem, is_new=is_new)
        self._head.show_state(self._checklist if self._release is not None else None)
        self._show_button()
        self.readiness_changed.emit()
        if self._is_export_due and self._checklist.verdict is not ReadinessVerdict.PENDING:
            QTimer.singleShot(0, self, self._export_due)

    def _export_due(self) -> None:
        if self._is_export_due:
            self.export()

    def _note_change(self) -> None:
        """Show the verdict as pending: the text has changed."""
        if self._checklist.verdict is not ReadinessVerdict.PENDING:
            self._head.show_state(Checklist())

    def _schedule_refresh(self) -> None:
        """Refresh at once after a check, otherwise after ``REFRESH_MS``."""
        if self._release is None or self._release.is_checked:
            self._refresh_soon.start(0)
        elif not self._refresh_soon.isActive():
            self._refresh_soon.start(REFRESH_MS)

    def _judge(self) -> Checklist:
        if self._release is None:
            return Checklist()
        return self._release.judge_readiness(self._reader, self._clock())

    def _editor(self) -> str:
        return self._release.editor if self._release else ""

    def _confirm(self, release: OpenRelease, blockers: Sequence[ChecklistItem]) -> bool:
        """Whether to export; asks unless the same blockers were confirmed before."""
        key, text = release.key, export_question(blockers)
        if not blockers or text == self._confirmed.get(key):
            return True
        answer = self._ask(
            self,
            self._theme,
            export_question_title(blockers),
            text,
            [("back", self.tr("Perbaiki dulu")), ("export", self.tr("Ekspor saja"))],
        )
        if answer == "export":
            self._confirmed[key] = text
            return True
        if answer == "back" and self._release is release:
            self.jump_wanted.emit(blockers[0].kind, blockers[0].position)
        return False

    def _sign(self, is_signed: bool) -> None:
        if self._release is None:
            return
        sign_off = None
        if is_signed:
            release = self._release.document.release()
            sign_off = SignOff.of(release, self._editor(), self._clock())
        self.show_sign_off(self._release.key, sign_off)
        self.refresh()
        self.sign_off_changed.emit(sign_off)

    def _show_button(self) -> None:
        release = self._release
        is_out = (
            release is not None
            # computing the stage of other releases costs a fingerprint
            and bool(release.progress.published)
            and release.progress.stage(release.document.release()) == "tayang"
        )
        self._address_link.setVisible(is_out)
        text, about = export_button_text(self._checklist.blockers, is_out=is_out)
        if self._is_export_due:
            text = self.tr("Sedang diperiksa…")
        elif self.exporting.is_busy:
            text = self.tr("Mengekspor…")
        elif self.choices.is_empty:
            text = self.tr("Pilih bentuk ekspor")
        self._button.setText(text)
        self._button.setAccessibleName(text)
        self._button.setToolTip(about)
        self._button.setAccessibleDescription(about)

    def _take_choices(self, choices: ExportChoices) -> None:
        self.refresh()
        self.choices_changed.emit(choices)

    def _jump(self) -> None:
        button = self.sender()
        if isinstance(button, ChecklistItemButton):
            self.jump_wanted.emit(button.item.kind, button.item.position)

    def _connect(self) -> None:
        for button in self._buttons:
            button.clicked.connect(self._jump)
        self._sign_off_row.toggled.connect(self._sign)
        self._form.changed.connect(self._take_choices)
        self._form.unfolded.connect(self._scrolled.show_from)
        self._head.close_wanted.connect(self.close_wanted)
        self._button.clicked.connect(self.export)
        for keys in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shortcut = QShortcut(QKeySequence(Qt.Modifier.CTRL | keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.export)
        self.exporting.status_message.connect(self.status_message)
        self.exporting.failed.connect(self.failed)
        self.exporting.exported.connect(self.exported)
        self.exporting.published.connect(self.published)
        self.exporting.delivered.connect(self._exported_row.show_exported)
        self._exported_row.failed.connect(self.status_message)
        self._address_link.clicked.connect(lambda: self.jump_wanted.emit("address", None))
        self.exporting.busy_changed.connect(self._show_button)

    def _build(self, choices: ExportChoices, choose: ChooseFolder) -> None:
        self.setProperty("ground", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Siap tayang"))
        self._head = ReadyPanelHead(self._theme)
        contents = QWidget()
        self._scrolled = ReadyPanelScrollArea(contents)
        self._sign_off_row = SignOffRow(self._theme)
        self._form = ExportForm(self._theme, choices, choose)
        inside = QVBoxLayout(contents)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(self._built_lines())
        for part in (SeparatorLine(), self._sign_off_row, SeparatorLine(), self._form):
            inside.addWidget(part)
        self._button = ExportButton(self._theme, self.tr("Ekspor"), self.tr("Ctrl+Enter"))
        below = QVBoxLayout()
        below.setContentsMargins(16, 12, 16, 8)
        below.setSpacing(4)
        below.addWidget(self._button)
        below.addWidget(self._exported_row)
        about = self.tr("Alamat berita ini di situs; dipakai tautan “Baca juga” di berita lain")
        self._address_link = LinkButton(self._theme, self.tr("Catat alamat terbit…"), about=about)
        below.addWidget(self._address_link)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(SeparatorLine())
        column.addWidget(self._scrolled)
        column.addLayout(below)
        column.addStretch(1)
        ChecklistRowFitter(self, self._buttons)

    def _built_lines(self) -> QVBoxLayout:
        pending = (ChecklistItem(kind, ItemState.LOOK, ItemFact("pending")) for kind in _KINDS)
        self._buttons = [ChecklistItemButton(self._theme, item) for item in pending]
        column = QVBoxLayout()
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(0)
        for button in self._buttons:
            column.addWidget(button)
        return column
