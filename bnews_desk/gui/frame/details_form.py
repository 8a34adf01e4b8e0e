"""The form Data terbit: the details that publication needs beside the text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from bnews_desk.frame.field_states import FieldCondition
from bnews_desk.gui.frame.address_row import AddressRow
from bnews_desk.gui.frame.condition_mark import SIZE, ConditionMark
from bnews_desk.gui.frame.date_input import (
    format_date,
    format_time,
    read_date,
    read_short_date,
    read_time,
)
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.widgets.buttons import LinkButton
from bnews_desk.release import Details
from bnews_desk.slugs import slug_of

PAGE_TITLE_MOST = 60
"""The most code points of a page title that search engines show."""
DESCRIPTION_MOST = 160
"""The most code points of a description that search engines show."""
LABEL_WIDTH = 72
_HEIGHT = 26


class DetailsForm(QWidget):
    """The publishing details as fields; every key takes effect at once.

    A short date (``27/11``, ``besok``) is read when its field loses the focus; unreadable input is
    marked with a triangle and not used. A slug that was not edited follows the headline; so does a
    cleared one, and ``Details.slug`` is then ''.
    """

    details_edited = Signal(object)
    """The new ``Details``."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._details = Details()
        self._headline = ""
        self._is_telling = False
        self._marks: list[ConditionMark] = []
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 2, 0, 4)
        self._column.setSpacing(6)
        hint = self.tr("hh/bb/tttt")
        self.today_link: LinkButton
        self.date, self._date_mark = self._date_row(self.tr("Tanggal"), hint)
        self.writer = self._row(self.tr("Penulis"))
        self.category = self._row(self.tr("Kategori"))
        self.tags = self._row(self.tr("Tag"), self.tr("dipisah koma"))
        self.slug = self._row(self.tr("Slug"), self.tr("otomatis dari judul"))
        self.page_title, self._title_count = self._counted(self.tr("Judul halaman"))
        self.description, self._description_count = self._described(self.tr("Deskripsi"))
        self.embargo, self.embargo_time, self._embargo_mark = self._embargo_row(hint)
        self.advertorial = QCheckBox(self.tr("Advertorial"), self)
        self._column.addWidget(self.advertorial)
        self.address = AddressRow(theme, LABEL_WIDTH, self)
        self._column.addWidget(self.address)
        self._connect()

    def show_details(self, details: Details, headline: str) -> None:
        """Show details; a focused field with unsaved typing is left alone."""
        self._details, self._headline = details, headline
        if self._is_telling:
            return
        for field, text in (
            (self.date, format_date(details.publication_date)),
            (self.writer, details.writer),
            (self.category, details.category),
            (self.tags, ", ".join(details.tags)),
            (self.page_title, details.page_title),
            (self.embargo, format_date(details.embargo.date() if details.embargo else None)),
            (self.embargo_time, format_time(details.embargo)),
        ):
            if not (field.hasFocus() and field.isModified()) and field.text() != text:
                field.setText(text)
                field.setCursorPosition(0)
        self._show_slug()
        if self.description.toPlainText() != details.description:
            self.description.blockSignals(True)
            self.description.setPlainText(details.description)
            self.description.blockSignals(False)
        self.advertorial.setChecked(details.advertorial)
        self._show_marks()

    def forget_typing(self) -> None:
        """Let the next ``show_details`` replace typed text; valid input has been emitted
        already.
        """
        for field in self.findChildren(QLineEdit):
            field.setModified(False)

    def show_headline(self, headline: str) -> None:
        """Update a slug that follows the headline."""
        if headline != self._headline:
            self._headline = headline
            self._show_slug()

    def _connect(self) -> None:
        for field in (self.date, self.writer, self.category, self.tags, self.page_title):
            field.textEdited.connect(self._take)
        for field in (self.embargo, self.embargo_time, self.slug):
            field.textEdited.connect(self._take)
        for field in (self.date, self.tags, self.slug, self.embargo, self.embargo_time):
            field.editingFinished.connect(self._settle)
        self.today_link.clicked.connect(self._publish_today)
        self.description.textChanged.connect(self._take)
        self.advertorial.toggled.connect(self._take)

    def _take(self) -> None:
        """Read the fields and emit changed details."""
        old = self._details
        day = read_date(self.date.text())
        slug = slug_of(self.slug.text()) if self.slug.isModified() else old.slug
        new = old._replace(
            publication_date=day if day or not self.date.text().strip() else old.publication_date,
            writer=" ".join(self.writer.text().split()),
            category=" ".join(self.category.text().split()),
            tags=tuple(
                dict.fromkeys(" ".join(t.split()) for t in self.tags.text().split(",") if t.strip())
            ),
            slug="" if slug == slug_of(self._headline) else slug,
            page_title=" ".join(self.page_title.text().split()),
            description=self.description.toPlainText(),
            embargo=self._read_embargo(old.embargo),
            advertorial=self.advertorial.isChecked(),
        )
        self._details = new
        self._show_marks()
        if new != old:
            self._is_telling = True
            self.details_edited.emit(new)
            self._is_telling = False

    def _read_embargo(self, old: datetime | None) -> datetime | None:
        written, at = self.embargo.text().strip(), self.embargo_time.text().strip()
        if not written:
            return None
        day, clock = read_date(written), read_time(at) if at else time()
        return datetime.combine(day, clock) if day and clock is not None else old

    def _settle(self) -> None:
        """Write a date or other value in its standard form when its field loses the focus."""
        field = self.sender()
        if isinstance(field, QLineEdit):
            is_date = field in (self.date, self.embargo)
            if is_date and (day := read_short_date(field.text(), self._today())):
                field.setText(format_date(day))
                field.setModified(True)
            self._take()
            is_readable = not is_date or read_date(field.text())
            field.setModified(bool(field.text().strip() and not is_readable))
            if not field.isModified():
                self.show_details(self._details, self._headline)

    def _publish_today(self) -> None:
        self.date.setText(format_date(self._today()))
        self.date.setFocus()
        self._take()

    def _show_slug(self) -> None:
        if self.slug.hasFocus() and self.slug.isModified():
            return
        text = self._details.slug or slug_of(self._headline)
        if self.slug.text() != text:
            self.slug.setText(text)
            self.slug.setCursorPosition(0)
        self.slug.setProperty("automatic", not self._details.slug)
        self.slug.style().unpolish(self.slug)
        self.slug.style().polish(self.slug)
        self.slug.setToolTip(
            self.tr("Slug buatan redaksi; kosongkan agar kembali mengikuti judul.")
            if self._details.slug
            else self.tr("Dibuat otomatis dari judul; ketik untuk menggantinya.")
        )
        self.slug.setAccessibleDescription(self.slug.toolTip())

    def _show_marks(self) -> None:
        _count(self._title_count, self.page_title, self.page_title.text(), PAGE_TITLE_MOST)
        _count(
            self._description_count,
            self.description,
            self.description.toPlainText(),
            DESCRIPTION_MOST,
        )
        bad_day = self.tr("Tanggal ini tidak dikenali; tulis, misalnya, 13/11/2024.")
        day = self.date.text().strip()
        _doubt(self._date_mark, self.date, bad_day if day and not read_date(day) else "")
        self.today_link.setVisible(not day)
        day, clock = self.embargo.text().strip(), self.embargo_time.text().strip()
        reason = ""
        if day and not read_date(day):
            reason = bad_day
        elif clock and not day:
            reason = self.tr("Jam embargo belum bertanggal; isi tanggalnya.")
        elif clock and read_time(clock) is None:
            reason = self.tr("Jam ini tidak dikenali; tulis, misalnya, 10.00.")
        _doubt(self._embargo_mark, self.embargo, reason)

    def _row(self, label: str, hint: str = "") -> QLineEdit:
        field = self._field(label, hint)
        self._column.addLayout(self._labelled(label, field))
        return field

    def _labelled(self, label: str, *widgets: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        name = QLabel(label, self)
        name.setFixedWidth(LABEL_WIDTH)
        name.setBuddy(widgets[0])
        row.addWidget(name)
        for i, widget in enumerate(widgets):
            row.addWidget(widget, 0 if i else 1)
        if len(widgets) == 1:
            row.addSpacing(SIZE + 8)
        return row

    def _field(self, name: str, hint: str = "") -> QLineEdit:
        field = QLineEdit(self)
        field.setFixedHeight(_HEIGHT)
        field.setAccessibleName(name)
        field.setPlaceholderText(hint)
        return field

    def _mark(self) -> ConditionMark:
        mark = ConditionMark(self._theme, self)
        self._marks.append(mark)
        return mark

    def _date_row(self, label: str, hint: str) -> tuple[QLineEdit, ConditionMark]:
        field, mark = self._field(self.tr("Tanggal terbit"), hint), self._mark()
        about = self.tr("Isi tanggal terbit dengan tanggal hari ini")
        self.today_link = LinkButton(self._theme, self.tr("Hari ini"), parent=self, about=about)
        self._column.addLayout(self._labelled(label, field, self.today_link, mark))
        return field, mark

    def _embargo_row(self, hint: str) -> tuple[QLineEdit, QLineEdit, ConditionMark]:
        day, mark = self._field(self.tr("Tanggal embargo"), hint), self._mark()
        clock = self._field(self.tr("Jam embargo"), self.tr("jj.mm"))
        clock.setFixedWidth(64)
        self._column.addLayout(self._labelled(self.tr("Embargo"), day, clock, mark))
        return day, clock, mark

    def _heading(self, label: str, field: QWidget) -> QLabel:
        row = QHBoxLayout()
        name = QLabel(label, self)
        name.setBuddy(field)
        counter = QLabel(self)
        counter.setProperty("type", "meta")
        counter.setObjectName("counter")
        row.addWidget(name, 1)
        row.addWidget(counter)
        self._column.addLayout(row)
        self._column.addWidget(field)
        return counter

    def _counted(self, label: str) -> tuple[QLineEdit, QLabel]:
        field = self._field(label)
        return field, self._heading(label, field)

    def _described(self, label: str) -> tuple[QPlainTextEdit, QLabel]:
        field = QPlainTextEdit(self)
        field.setAccessibleName(label)
        field.setTabChangesFocus(True)
        field.setFixedHeight(64)
        return field, self._heading(label, field)


def _count(counter: QLabel, field: QWidget, text: str, most: int) -> None:
    """Show how many code points are used, and a warning beyond ``most``."""
    used = len(text)
    counter.setText(
        f"{used}/{most}"
        if used <= most
        else _tr("{used}/{most} · terlalu panjang").format(used=used, most=most)
    )
    if counter.property("over") != (used > most):
        counter.setProperty("over", used > most)
        counter.style().unpolish(counter)
        counter.style().polish(counter)
    sentence = (
        _tr("{used} dari {most} karakter.")
        if used <= most
        else _tr("{used} karakter; mesin pencari hanya menampilkan {most}, jadi ringkaskan.")
    )
    field.setAccessibleDescription(sentence.format(used=used, most=most))
    counter.setToolTip(sentence.format(used=used, most=most))


def _doubt(mark: ConditionMark, field: QWidget, reason: str) -> None:
    mark.set_condition(FieldCondition.DOUBTFUL if reason else FieldCondition.OPEN)
    for widget in (mark, field):
        widget.setToolTip(reason)
        widget.setAccessibleDescription(reason)
    mark.setAccessibleName(_tr("Perlu dicek") if reason else "")


def _tr(source: str) -> str:
    return QCoreApplication.translate("DetailsForm", source)
