"""Kelengkapan: the parts of the house frame as fields that read and write the text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from string import Template

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from bnews_desk.frame.field_states import (
    FIELDS,
    FieldCondition,
    FieldName,
    FieldState,
    Remedy,
    read_field_states,
    split_initials,
)
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.gui.frame import frame_panel_edits
from bnews_desk.gui.frame.condition_mark import ConditionMark
from bnews_desk.gui.frame.date_input import format_date_in_words
from bnews_desk.gui.frame.details_form import DetailsForm
from bnews_desk.gui.frame.field_row import FieldRow
from bnews_desk.gui.frame.field_texts import field_written_message
from bnews_desk.gui.frame.frame_panel_edits import ReleaseWithFrame
from bnews_desk.gui.related.related_section import RelatedSection
from bnews_desk.gui.shared.theme import Theme, ThemedWidget
from bnews_desk.gui.shared.widgets.fold import FoldButton
from bnews_desk.house.style import HouseStyle
from bnews_desk.release import Details, Edit

_LONGEST_MS = 3_600_000
"""The most milliseconds until the strip checks the time again."""


class EmbargoStrip(QFrame):
    """A strip that shows an embargo; hidden when there is none or it has passed."""

    def __init__(
        self, theme: Theme, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("embargo")
        self._now = now
        self._embargo: datetime | None = None
        self._mark = ConditionMark(theme, self)
        self._mark.set_condition(FieldCondition.MISSING)
        self._mark.setAccessibleName(self.tr("Embargo"))
        self.label = QLabel(self)
        self.label.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 5, 8, 5)
        row.addWidget(self._mark)
        row.addWidget(self.label, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        self._look()

    def show_embargo(self, embargo: datetime | None) -> None:
        """Set the embargo, in local time when it has no time zone; None for none."""
        self._embargo = embargo
        self._look()

    def _look(self) -> None:
        self._timer.stop()
        embargo = self._embargo
        now = self._now()
        if embargo is not None and embargo.tzinfo is not None:
            embargo = embargo.astimezone().replace(tzinfo=None)
        is_in_force = embargo is not None and embargo > now
        if is_in_force and embargo is not None:
            left = (embargo - now).total_seconds() * 1000
            self._timer.start(min(_LONGEST_MS, int(left) + 1000))
            when = format_date_in_words(embargo)
            self.label.setText(self.tr("Embargo sampai {when}").format(when=when))
            self.setAccessibleName(self.label.text())
        self.setVisible(is_in_force)


_TOKENS = (
    "side raised hover sel ink ink2 ink3 err err_tint warn sug selection line2 ghost"
).split()
_SHEET = """
#framePanel, #framePanel QScrollArea, #frameBody { background: $side; border: none; }
#framePanel QLabel { color: $ink2; font-size: ${ui}px; background: transparent; }
#framePanel QLabel#head { color: $ink; font-weight: 600; }
#framePanel QLabel#counter { color: $ink3; font-size: ${meta}px; }
#framePanel QLabel#counter[over="true"] { color: $warn; font-weight: 600; }
#framePanel QLineEdit, #framePanel QPlainTextEdit, #titlePopup QLineEdit {
    color: $ink; background: $raised; border: 1px solid $line2;
    border-radius: 6px; padding: 1px 6px; font-size: ${ui}px;
    selection-background-color: $selection; selection-color: $ink; }
#framePanel QPlainTextEdit { padding: 2px 3px; }
#framePanel QLineEdit[condition="doubtful"] { border-color: $warn; }
#framePanel QLineEdit[condition="missing"] { border-color: $err; }
#framePanel QLineEdit[automatic="true"] { color: $ink3; }
#framePanel QLineEdit:disabled, #framePanel QPlainTextEdit:disabled {
    color: $ghost; background: $side; }
#framePanel QLineEdit:focus, #framePanel QPlainTextEdit:focus, #titlePopup QLineEdit:focus {
    border: 2px solid $sug; padding: 0px 5px; }
#framePanel QPushButton[look="link"] {
    color: $sug; background: transparent; border: none; border-radius: 4px;
    font-size: ${link}px; padding: 0; margin: 0; min-width: 0; min-height: 0; text-align: left; }
#framePanel QPushButton[look="link"]:hover { text-decoration: underline; }
#framePanel QPushButton[look="link"]:focus { border: 2px solid $sug; }
#framePanel QPushButton[look="link"]:disabled { color: $ghost; }
#framePanel QToolButton#fold { font-size: ${ui}px; }
#framePanel QToolButton#small {
    background: transparent; border: none; border-radius: 4px; padding: 0; }
#framePanel QToolButton#small:hover { background: $hover; }
#framePanel QToolButton#small:pressed { background: $sel; }
#framePanel QToolButton#small:focus { border: 2px solid $sug; }
#framePanel QFrame#embargo {
    background: $err_tint; border-radius: 6px; margin-bottom: 6px; }
#framePanel QFrame#embargo QLabel { color: $err; font-weight: 600; }
#framePanel QCheckBox { color: $ink; font-size: ${ui}px; }
#titlePopup { background: $raised; border: 1px solid $line2; }
#titlePopup QPushButton {
    color: $ink; background: $raised; border: 1px solid $line2;
    border-radius: 6px; padding: 0 10px; font-size: ${ui}px; font-weight: 500; }
#titlePopup QPushButton:hover { background: $hover; }
#titlePopup QPushButton:focus { border: 2px solid $sug; }
#titlePopup QLabel#offerHead { color: $ink3; font-size: ${meta}px; padding: 6px 0 0 5px; }
#titlePopup QLabel#offerTitle { color: $ink; }
#titlePopup QLabel#offerAbout { color: $ink3; font-size: ${meta}px; }
#titlePopup QPushButton#offer {
    background: transparent; border: 2px solid transparent; border-radius: 6px; padding: 0; }
#titlePopup QPushButton#offer:hover { background: $hover; }
#titlePopup QPushButton#offer:focus { border-color: $sug; }
#titlePopup QPushButton[look="link"] {
    color: $sug; background: transparent; border: none; border-radius: 4px;
    font-size: ${link}px; font-weight: 400; padding: 2px 4px; }
#titlePopup QPushButton[look="link"]:hover { text-decoration: underline; }
"""


def frame_style_sheet(theme: Theme) -> str:
    """The style sheet of the panel's widgets; the condition marks are painted."""
    colours = {token: theme.color(token).name() for token in _TOKENS}
    ui, meta = theme.ui_font(13).pixelSize(), theme.ui_font(11).pixelSize()
    sizes = {"ui": ui, "link": ui - 1, "meta": meta}
    return Template(_SHEET).substitute(colours, **sizes)


MARGIN = 16
LEAST = 88
"""The height in px that remains in a low window."""


class FramePanel(ThemedWidget, QWidget):
    """The fields Tempat, Sumber, Inisial and Editor, the related lines, and the folded details.

    The fields show the frame that the last check read; an edited field writes its part into the
    text as one undo step. While the details are folded, the panel's height is constant.
    """

    status_message = Signal(str)
    """One sentence for the status line."""
    written = Signal(str)
    """One sentence for the status line about a step in the text that can be undone."""
    register_wanted = Signal(str, str)
    """The register (``place``, ``source``, ``initials`` or ``editor``), and a value to be added to
    it.
    """
    escape_wanted = Signal()
    """Give the text the focus."""

    def __init__(
        self,
        theme: Theme,
        house: HouseStyle,
        now: Callable[[], datetime] = datetime.now,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("framePanel")
        self.setAccessibleName(self.tr("Kelengkapan"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._release: OpenRelease | None = None
        self._reader = FrameReader(house)
        self._pending: dict[FieldName, str] = {}
        self._head = QLabel(self.tr("Kelengkapan"))
        self._head.setObjectName("head")
        self._head.setContentsMargins(4, 0, 0, 0)
        self.strip = EmbargoStrip(theme, now, self)
        self.rows: dict[FieldName, FieldRow] = {name: FieldRow(name, theme) for name in FIELDS}
        self.related = RelatedSection(theme)
        self.fold = FoldButton(theme)
        self.fold.setText(self.tr("Data terbit"))
        self.details = DetailsForm(theme, today=lambda: now().date())
        self.details.hide()
        self._lay_out()
        self._connect()
        self.apply_theme()
        self.set_house(house)

    def show_release(self, release: OpenRelease | None) -> None:
        """Show another release, or none, scrolled to the top with details folded."""
        if release is not self._release:
            self.fold.setChecked(False)
            self._area.verticalScrollBar().setValue(0)
        for row in self.rows.values():
            row.field.commit()
        self.details.forget_typing()
        if self._release is not None:
            self._release.findings_settled.disconnect(self._follow)
            self._release.document.details_changed.disconnect(self._show_details)
        self._release = release
        self._pending.clear()
        self.setEnabled(release is not None)
        if release is not None:
            release.findings_settled.connect(self._follow)
            release.document.details_changed.connect(self._show_details)
        self._show_frame()
        self._show_details()

    def set_house(self, house: HouseStyle) -> None:
        """Use another style sheet; values that it lists become valid at once."""
        self._reader = FrameReader(house)
        tag = house.source_tag
        self.rows["place"].field.set_register(dict.fromkeys(house.dateline.places, ""))
        self.rows["source"].field.set_register(tag.sources)
        self.rows["initials"].field.set_register(tag.initials)
        self.rows["editor"].field.set_register(dict.fromkeys(house.credit.editors, ""))
        self.rows["source"].setVisible("{source}" in tag.form)
        self._show_frame()

    def apply_theme(self) -> None:
        self.setFont(self._theme.ui_font(13))
        self.setStyleSheet(frame_style_sheet(self._theme))

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as its visible contents."""
        return QSize(324, self._body.sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Room for two fields; in a low window the others scroll."""
        return QSize(300, LEAST)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Return to the text on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.escape_wanted.emit()
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._body = QWidget()
        self._body.setObjectName("frameBody")
        column = QVBoxLayout(self._body)
        column.setContentsMargins(MARGIN - 4, 12, MARGIN - 4, 8)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addSpacing(8)
        column.addWidget(self.strip)
        for row in self.rows.values():
            column.addWidget(row)
        column.addWidget(self.related)
        column.addWidget(self.fold)
        column.addWidget(self.details)
        column.addStretch(1)
        area = self._area = QScrollArea(self)
        area.setWidget(self._body)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def _connect(self) -> None:
        for name, row in self.rows.items():
            row.committed.connect(lambda value, name=name: self._write(name, value))
            row.remedy_chosen.connect(lambda remedy, name=name: self._remedy(name, remedy))
        self.related.add_wanted.connect(self._add_related)
        self.related.asking.connect(lambda: self._area.ensureWidgetVisible(self.related))
        self.related.move_wanted.connect(self._move_related)
        self.related.delete_wanted.connect(self._delete_related)
        self.related.refused.connect(self.status_message)
        self.related.count.toggled.connect(self.updateGeometry)
        self.fold.toggled.connect(self._unfold)
        self.details.details_edited.connect(self._take_details)

    def _unfold(self, is_open: bool) -> None:
        self.details.setVisible(is_open)
        self.updateGeometry()
        if is_open:  # after the layout
            QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self.details.writer))

    def go_to(self, kind: str) -> None:
        """Focus the first incomplete field of the ``frame``, or the date, embargo or address in the
        details, which are unfolded.
        """
        if kind == "frame":
            rows = self.rows.values()
            lacking = (r.field for r in rows if r.state.condition is not FieldCondition.FOUND)
            next(lacking, self.related.add).setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._area.verticalScrollBar().setValue(0)
            return
        self.fold.setChecked(True)
        others = {"embargo": self.details.embargo, "address": self.details.address.field}
        field = others.get(kind, self.details.date)
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(field))

    def _framed(self) -> ReleaseWithFrame | None:
        if self._release is None:
            return None
        return ReleaseWithFrame.read(self._release.document.release(), self._reader)

    def _follow(self) -> None:
        if self._release is not None and self._release.is_checked:
            self._show_frame()

    def _show_frame(self) -> None:
        release = self._release
        frame = release.frame if release and release.is_checked else None
        if release is not None and frame is None:
            frame = self._reader.read(release.document.release().text)
        if frame is None:
            for row in self.rows.values():
                row.show_state(FieldState())
            self.related.show_lines((), ())
            return
        for name, state in read_field_states(frame, self._reader).items():
            if state.value:
                self._pending.pop(name, None)
            self.rows[name].show_state(
                state._replace(value=state.value or self._pending.get(name, ""))
            )
        titles = [
            part.related.title for part in frame_panel_edits.related_lines(frame) if part.related
        ]
        self.related.show_lines(
            titles,
            frame_panel_edits.related_moves(frame),
            has_room=frame_panel_edits.has_room_for_related(frame),
        )
        self.details.show_headline(frame.headline or "")

    def _show_details(self) -> None:
        release = self._release.document.release() if self._release else None
        details = release.details if release else Details()
        self.details.show_details(details, release.headline if release else "")
        self.strip.show_embargo(details.embargo)
        self.updateGeometry()

    def _take_details(self, details: Details) -> None:
        if self._release is not None:
            self._release.document.set_details(details)

    def _remedy(self, name: FieldName, remedy: Remedy) -> None:
        if remedy.kind == "register":
            self.register_wanted.emit(name, remedy.value)
        elif name in ("source", "initials") and remedy.value.startswith("("):
            self._write_whole_tag()
        else:
            self._write(name, remedy.value)

    def _write(self, name: FieldName, value: str) -> None:
        """Write one part into the text."""
        framed = self._framed()
        if framed is None:
            return
        if name == "place":
            made = frame_panel_edits.write_place(framed, value)
        elif name == "editor":
            made = frame_panel_edits.write_editor(framed, value)
        else:
            self._write_tag(framed, name, value)
            return
        self._carry_out(made, field_written_message(name, value))

    def _write_tag(self, framed: ReleaseWithFrame, name: FieldName, value: str) -> None:
        """Write the source tag; wait while one of its two halves is missing."""
        style = framed.house.source_tag
        has_source = "{source}" in style.form
        shown = {"source": self._value("source"), "initials": self._value("initials"), name: value}
        if value and not shown["source"] and has_source and len(style.sources) == 1:
            shown["source"] = next(iter(style.sources))
        if value and not shown["initials"] and len(style.initials) == 1:
            shown["initials"] = next(iter(style.initials))
        source = "".join(shown["source"].casefold().split())
        initials = split_initials(shown["initials"])
        is_whole = bool(initials and (source or not has_source))
        self._pending = {} if is_whole else {"source": source, "initials": "/".join(initials)}
        if value and not is_whole:
            self.status_message.emit(self._half_message(name))
            self._show_frame()
            return
        made = frame_panel_edits.write_tag(framed, source, initials if is_whole else ())
        if is_whole and framed.frame.last_body is None:
            self.status_message.emit(
                self.tr("Kode rilis ditulis di akhir paragraf isi, dan belum ada; tulis isi dulu.")
            )
        self._carry_out(made, field_written_message(name, value))

    def _half_message(self, name: FieldName) -> str:
        if name == "source":
            return self.tr("Kode rilis ditulis setelah inisialnya juga diisi.")
        return self.tr("Kode rilis ditulis setelah sumbernya juga diisi.")

    def _write_whole_tag(self) -> None:
        """Rewrite the present tag in house form, or write the only possible one."""
        framed = self._framed()
        if framed is None:
            return
        tagged = framed.frame.tagged
        tag = tagged[-1].tag if tagged else None
        style = framed.house.source_tag
        source = tag.source if tag else next(iter(style.sources), "")
        initials = tag.initials if tag else tuple(style.initials)
        made = frame_panel_edits.write_tag(framed, source, initials)
        self._carry_out(made, field_written_message("source", style.house_form(source, initials)))

    def _value(self, name: FieldName) -> str:
        return self.rows[name].state.value

    def _add_related(self, title: str, address: str) -> None:
        framed = self._framed()
        if framed is not None:
            made = frame_panel_edits.add_related(framed, title, self._reader, address)
            self._carry_out(made, self.tr("Baris baca juga ditambahkan."))

    def _move_related(self, number: int, step: int) -> None:
        framed = self._framed()
        if framed is not None and number < len(frame_panel_edits.related_lines(framed.frame)):
            made = frame_panel_edits.move_related(framed, number, step)
            self._carry_out(made, self.tr("Baris baca juga dipindahkan."))

    def _delete_related(self, number: int) -> None:
        framed = self._framed()
        if framed is not None and number < len(frame_panel_edits.related_lines(framed.frame)):
            made = frame_panel_edits.delete_related(framed, number)
            self._carry_out(made, self.tr("Baris baca juga dihapus."))

    def _carry_out(self, made: list[Edit], message: str) -> None:
        if self._release is not None and made:
            self._release.document.apply(made)
            self.written.emit(message)
        self._show_frame()
