"""The dialog that adds the person of a finding to the newsroom's register of officials."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from bnews_desk.finding import Finding
from bnews_desk.gui.shared.keyboard_focus import gives_keyboard_back
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.widgets import label
from bnews_desk.house.officials import Official, predecessor, read_day
from bnews_desk.text import fold

WIDTH = 440
_SHARED_OFFICES = ("anggota ", "wakil ketua ")
"""Beginnings of offices that several hold at once, folded."""
_OFFICE_RULE = "office-holder-mismatch"
_NAME_RULE = "name-variant"


def official_in(finding: Finding) -> Official | None:
    """The official that a finding names, with office '' when it gives none; None for other
    rules.
    """
    if finding.rule == _OFFICE_RULE:
        return Official(finding.values["office"], finding.values["name"])
    if finding.rule == _NAME_RULE:
        return Official("", finding.values["right"])
    return None


class OfficialDialog(QDialog):
    """Office, name and term, for review before they are recorded.

    Where one of ``officials`` holds the office without a last day, the dialog offers to end that
    term on the day before the new one begins.
    """

    wanted = Signal(object, object)
    """The ``Official`` to be recorded, and the one whose term ends or None; the receiver calls
    ``show_fault`` or ``accept``.
    """

    def __init__(
        self,
        theme: Theme,
        official: Official,
        officials: Sequence[Official],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._officials = officials
        gives_keyboard_back(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Catat sebagai pejabat"))
        self.setFixedWidth(WIDTH)
        self.office = QLineEdit(official.office, self)
        self.name = QLineEdit(official.name, self)
        self.since = QLineEdit(self)
        self.until = QLineEdit(self)
        for field in (self.since, self.until):
            field.setPlaceholderText(self.tr("misalnya 20/2/2025; boleh kosong"))
        form = QFormLayout()
        for text, field in (
            (self.tr("Jabatan"), self.office),
            (self.tr("Nama"), self.name),
            (self.tr("Mulai"), self.since),
            (self.tr("Sampai"), self.until),
        ):
            field.setAccessibleName(text)
            form.addRow(text, field)
        self.ends = QCheckBox(self)
        self.ends.setChecked(True)
        form.addRow("", self.ends)
        for field in (self.office, self.name, self.since):
            field.textChanged.connect(self._show_predecessor)
        self._show_predecessor()
        about = label(
            self.tr(
                "Disimpan di gaya selingkung redaksi. Tulis jabatan dengan daerahnya, misalnya"
                " Bupati Blitar."
            ),
            ink="ink2",
        )
        about.setWordWrap(True)
        self.fault = label("", ink="ink")
        self.fault.setWordWrap(True)
        self.fault.hide()
        buttons = QDialogButtonBox(self)
        self.record = buttons.addButton(self.tr("Catat"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Batal"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(about)
        column.addLayout(form)
        column.addWidget(self.fault)
        column.addWidget(buttons)
        (self.name if official.office else self.office).setFocus()

    def show_fault(self, sentence: str) -> None:
        """Show why nothing was recorded; the dialog stays open."""
        self.fault.setText(sentence)
        self.fault.show()

    def _predecessor(self) -> Official | None:
        office, name = self.office.text().strip(), self.name.text().strip()
        if fold(office).startswith(_SHARED_OFFICES):
            return None
        return predecessor(self._officials, Official(office, name, read_day(self.since.text())))

    def _show_predecessor(self) -> None:
        found = self._predecessor()
        self.ends.setVisible(found is not None)
        if found is not None:
            self.ends.setText(self.tr("Akhiri masa jabatan {0}").format(found.name))

    def _take(self) -> None:
        office, name = self.office.text().strip(), self.name.text().strip()
        ended = self._predecessor() if self.ends.isChecked() else None
        since, until = read_day(self.since.text()), read_day(self.until.text())
        if not office or not name:
            self.show_fault(self.tr("Jabatan dan nama harus diisi."))
        elif (since is None and self.since.text().strip()) or (
            until is None and self.until.text().strip()
        ):
            self.show_fault(self.tr("Tanggalnya tidak dikenal; tulis misalnya 20/2/2025."))
        elif since and until and until < since:
            self.show_fault(self.tr("Tanggal sampai lebih awal daripada tanggal mulai."))
        elif since is None and ended is not None:
            self.show_fault(
                self.tr(
                    "Isi tanggal mulainya, supaya masa jabatan {0} berakhir sehari sebelumnya, atau"
                    " hapus centangnya."
                ).format(ended.name)
            )
        else:
            self.wanted.emit(Official(office, name, since, until), ended)
