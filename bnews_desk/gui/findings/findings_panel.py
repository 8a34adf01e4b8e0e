"""The findings panel (Temuan): lists the findings and fixes or ignores each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bnews_desk.finding import Finding, Severity
from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.gui.findings.dictionary_owner import DictionaryOwner, dictionary_word
from bnews_desk.gui.findings.finding_rows import RowKind
from bnews_desk.gui.findings.finding_selection import counts
from bnews_desk.gui.findings.finding_texts import capital, severity_icon
from bnews_desk.gui.findings.findings_list import FindingsList
from bnews_desk.gui.findings.findings_model import FindingsModel
from bnews_desk.gui.findings.ignore_scope import IgnoreScope
from bnews_desk.gui.shared.theme import Theme, ThemedWidget
from bnews_desk.gui.shared.widgets import Chip, label
from bnews_desk.rules.rule import Rule


class FindingsHeading(ThemedWidget, QWidget):
    """*Temuan n*, and a chip for each severity. With no chip on, all are shown."""

    filter_changed = Signal(object)
    """The severities to show, a frozenset; empty for all."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(40)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 2, 14, 0)
        row.setSpacing(6)
        self.title = QLabel(self.tr("Temuan"), self)
        self.count = label("", "", "ink3", self)
        row.addWidget(self.title)
        row.addWidget(self.count)
        row.addStretch(1)
        self.chips: dict[Severity, Chip] = {}
        self._found: dict[Severity, int] = {}
        for severity in Severity:
            icon, token = severity_icon(severity)
            chip = Chip(theme, icon, token, capital(severity.label), self)
            chip.toggled.connect(self._tell)
            row.addWidget(chip)
            self.chips[severity] = chip
        self.apply_theme()
        self.show_counts(())

    def apply_theme(self) -> None:
        self.title.setFont(self._theme.ui_font(13, 600))
        self.title.setProperty("type", "head")
        for chip in self.chips.values():
            chip.setFont(self._theme.ui_font(13, 500))

    def show_counts(self, findings: Iterable[Finding]) -> None:
        """Show the number of findings, in total and by severity."""
        found = counts(findings)
        if found == self._found:
            return
        self._found = found
        total = sum(found.values())
        self.count.setText(str(total))
        self.title.setAccessibleName(self.tr("Temuan: {count}").format(count=total))
        for severity, chip in self.chips.items():
            chip.set_count(found[severity])

    def chosen(self) -> frozenset[Severity]:
        """The severities whose chips are on."""
        return frozenset(s for s, chip in self.chips.items() if chip.isChecked())

    def clear_filter(self) -> None:
        """Switch all chips off."""
        for chip in self.chips.values():
            chip.setChecked(False)

    def _tell(self) -> None:
        self.filter_changed.emit(self.chosen())


_STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class FindingsPanel(ThemedWidget, QWidget):
    """The findings of one release.

    While the pointer or the focus is in the panel, nothing moves: fixed rows stay, ticked, and new
    findings leave the current row where it is. Fixes and ignores go through ``OpenRelease``.
    """

    finding_chosen = Signal(object)
    """The user went to a finding by key or mouse: show it on the page, keep the focus here."""
    escape_wanted = Signal()
    """Give the text the focus."""
    fixed = Signal(object, object)
    """A finding and the fix that was applied from here."""
    undo_wanted = Signal()
    """Undo the last step of the document: it is a fix applied from here."""
    fix_undone = Signal(object)
    """A finding whose fix was undone here, although it was not the last change."""
    about_to_fix_alike = Signal(object)
    """The ``OpenRelease`` that is changed in many places next."""
    fixed_alike = Signal(int)
    """The number of findings alike that were fixed in one step."""
    ignored = Signal(object, object)
    """A finding that was ignored, and the ``IgnoreScope``."""
    add_word_wanted = Signal(object, object)
    """A finding whose word is to be added to a dictionary, and its ``DictionaryOwner``."""
    official_wanted = Signal(object)
    """A finding whose person is to be added to the register of officials."""
    about_wanted = Signal(str)
    """Explain the rule of this id."""
    status_message = Signal(str)
    """One sentence for the status line."""

    def __init__(
        self, theme: Theme, rules: Mapping[str, Rule], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("ground", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._release: OpenRelease | None = None
        self._has_pointer = False
        self._has_focus = False
        self.heading = FindingsHeading(theme, self)
        self.model = FindingsModel(rules, self)
        self.list = FindingsList(theme, self.model, self)
        self.list.setAccessibleName(self.tr("Daftar temuan"))
        self.list.setAccessibleDescription(
            self.tr(
                "J dan K memilih, Enter atau 1 sampai 3 memperbaiki, I mengabaikan di sini, R di"
                " rilis ini, Shift+I untuk redaksi, A menambahkan katanya ke kamus saya."
            )
        )
        self.nothing = label("", "help", "ink3", self)
        self._lay_out()
        self._connect()
        self.apply_theme()
        self._show_empty_message()

    def apply_theme(self) -> None:
        self.nothing.setFont(self._theme.ui_font(12))

    @property
    def is_in_use(self) -> bool:
        """Whether the pointer or the focus is in the panel, so that nothing may move."""
        return self._has_pointer or self._has_focus

    def show_release(self, release: OpenRelease | None) -> None:
        """List the findings of another release, or none."""
        if self._release is not None:
            self._release.findings_changed.disconnect(self._follow)
            self._release.findings_settled.disconnect(self._take_settled)
        self._release = release
        self.heading.clear_filter()
        self.model.show(release)
        if release is not None:
            release.findings_changed.connect(self._follow)
            release.findings_settled.connect(self._take_settled)
        self._update_heading()

    def show_finding(self, finding: Finding) -> None:
        """Unfold and select a finding's row, even while the panel is read; clears a filter that
        hides it.
        """
        self._refresh()
        if finding.severity not in (self.heading.chosen() or Severity):
            self.heading.clear_filter()
        row = self.model.row_of(finding)
        if row >= 0:
            self.list.go_to_and_show(row)

    def follow_caret(self, position: int) -> None:
        """Select the finding at a position of the text, unless the panel is being read."""
        finding = self.finding_at(position)
        if finding is not None and not self.is_in_use:
            self.show_finding(finding)

    def finding_at(self, position: int) -> Finding | None:
        """The finding at a position of the text; None when there is none."""
        findings = self._release.findings if self._release else ()
        behind = bisect_right(findings, position, key=lambda finding: finding.start)
        # findings do not overlap: at most two touch a position
        for finding in findings[max(0, behind - 2) : behind]:
            if position <= finding.end and finding.severity in (self.heading.chosen() or Severity):
                return finding
        return None

    def next_finding(self, after_position: int) -> Finding | None:
        """The first finding that starts behind a position, else the first of all; None without any.

        To go on from a selected finding, pass its start.
        """
        listed = self._listed()
        return next((p for p in listed if p.start > after_position), listed[0] if listed else None)

    def previous_finding(self, before_position: int) -> Finding | None:
        """The last finding that starts before a position, else the last of all; None without
        any.
        """
        listed = self._listed()[::-1]
        return next((p for p in listed if p.start < before_position), listed[0] if listed else None)

    def take_focus(self) -> None:
        """Give the list the keyboard."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """Keep the rows in place while the pointer is here."""
        super().enterEvent(event)
        self._set_in_use(pointer=True)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Remove fixed rows when the pointer leaves."""
        super().leaveEvent(event)
        self._set_in_use(pointer=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Keep the rows in place while the list or a chip has the focus."""
        if isinstance(event, QFocusEvent):
            if event.type() == QEvent.Type.FocusIn:
                self._set_in_use(focus=True)
            elif event.reason() not in _STAYS:
                now = QApplication.focusWidget()
                self._set_in_use(focus=now is not None and self.isAncestorOf(now))
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self.nothing.setContentsMargins(16, 4, 16, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)

    def _connect(self) -> None:
        self.heading.filter_changed.connect(self._filter)
        self.list.chosen.connect(self._choose)
        self.list.fix_wanted.connect(self._fix)
        self.list.undo_wanted.connect(self._undo)
        self.list.alike_wanted.connect(self._fix_alike)
        self.list.ignore_wanted.connect(self._ignore)
        self.list.add_word_wanted.connect(self._add_word)
        self.list.official_wanted.connect(self._want_official)
        self.list.unfold_wanted.connect(self._unfold)
        self.list.about_wanted.connect(self._about)
        self.list.escape_wanted.connect(self.escape_wanted)
        for watched in (self.list, *self.heading.chips.values()):
            watched.installEventFilter(self)

    def _listed(self) -> list[Finding]:
        """The findings that pass the filter, in text order."""
        severities = self.heading.chosen() or frozenset(Severity)
        findings = self._release.findings if self._release else ()
        return [finding for finding in findings if finding.severity in severities]

    def _follow(self) -> None:
        """Refresh at once after a fix from here or while the panel is read; while the user types,
        wait for the settled findings.
        """
        if self.is_in_use or self.model.is_applying_fix:
            self._refresh()

    def _take_settled(self) -> None:
        if not self.model.is_applying_fix:
            self._refresh()

    def _refresh(self) -> None:
        if self.model.refresh():
            self._update_heading()

    def _update_heading(self) -> None:
        """Update heading and current row; the list view itself replaces a current row that is
        removed.
        """
        self.heading.show_counts(self._release.findings if self._release else ())
        row = self.list.currentIndex().row()
        if row < 0 or self.model.row_at(row).kind is RowKind.GROUP:  # Qt may end up on a heading
            self._go_near(max(0, row))
        self._show_empty_message()

    def _show_empty_message(self) -> None:
        release, words = self._release, ""
        if release is not None and release.checked_revision < 0:
            words = self.tr("Naskah sedang diperiksa…")
        elif release is not None and self.heading.chosen():
            words = self.tr("Tidak ada temuan jenis ini.")
        elif release is not None:
            words = self.tr("Tidak ada temuan.")
        self.nothing.setText(words)
        self.nothing.setVisible(bool(words) and self.model.rowCount() == 0)

    def _go_near(self, row: int) -> None:
        """Select the first finding or fold from a row on, else the last before it."""
        after = range(row, self.model.rowCount())
        before = range(min(row, self.model.rowCount()) - 1, -1, -1)
        for at in (*after, *before):
            if self.model.row_at(at).kind in (RowKind.FINDING, RowKind.MORE):
                self.list.go_to(at)
                return

    def _filter(self, severities: frozenset[Severity]) -> None:
        self.model.set_filter(severities)
        self._update_heading()

    def _fix(self, row: int, number: int, is_by_key: bool) -> None:
        finding = self.model.finding(row)
        if finding is None:
            return
        if number >= len(finding.fixes):
            if not finding.fixes:
                self._go_to_text(finding)
            return
        fix = finding.fixes[number]
        sentence = self.model.apply_fix(row, fix)
        if sentence:
            self.status_message.emit(sentence)
            return
        self.fixed.emit(finding, fix)
        if is_by_key:
            self._go_to_next()

    def _go_to_next(self) -> None:
        """Select the next finding, or the one before when there is none."""
        row = self.list.currentIndex().row()
        if self.model.finding(row) is None:
            self._go_near(row)
            self.list.scrollTo(self.list.currentIndex())
        self._choose(self.list.currentIndex().row())

    def _go_to_text(self, finding: Finding) -> None:
        """Go to the place in the text: a finding without a fix is corrected by typing."""
        self.finding_chosen.emit(finding)
        self.escape_wanted.emit()

    def _undo(self, row: int) -> None:
        if self.model.row_at(row).kind is not RowKind.FIXED:
            return
        if self.model.is_last_change(row):
            self.model.mark_undone(row)
            self.undo_wanted.emit()
            return
        fixed = self.model.row_at(row).fixed
        sentence = self.model.undo(row)
        if sentence:
            self.status_message.emit(sentence)
        elif fixed is not None:
            self.fix_undone.emit(fixed.finding)

    def _fix_alike(self, row: int) -> None:
        self.about_to_fix_alike.emit(self._release)
        count = self.model.fix_alike(row)
        if count:
            self.fixed_alike.emit(count)
            self._go_to_next()

    def _ignore(self, row: int, reach: IgnoreScope) -> None:
        finding = self.model.finding(row)
        if finding is None or self._release is None:
            return
        self._release.ignore(finding, reach)
        self.ignored.emit(finding, reach)
        self._choose(self.list.currentIndex().row())

    def _add_word(self, row: int, owner: DictionaryOwner) -> None:
        finding = self.model.finding(row)
        if finding is not None and dictionary_word(finding):
            self.add_word_wanted.emit(finding, owner)
            self._choose(self.list.currentIndex().row())

    def _want_official(self, row: int) -> None:
        finding = self.model.finding(row)
        if finding is not None:
            self.official_wanted.emit(finding)

    def _choose(self, row: int) -> None:
        finding = self.model.finding(row)
        if finding is not None:
            self.finding_chosen.emit(finding)

    def _about(self, row: int) -> None:
        if self.model.row_at(row).rule:
            self.about_wanted.emit(self.model.row_at(row).rule)

    def _unfold(self, row: int) -> None:
        self.model.unfold(row)
        if self.list.hasFocus():
            self.list.go_to_and_show(row)
        self._update_heading()

    def _set_in_use(self, *, pointer: bool | None = None, focus: bool | None = None) -> None:
        was_in_use = self.is_in_use
        self._has_pointer = self._has_pointer if pointer is None else pointer
        self._has_focus = self._has_focus if focus is None else focus
        if self.is_in_use == was_in_use:
            return
        self._refresh()
        self.list.hold(self.is_in_use)
        self.model.hold(self.is_in_use)
        self._update_heading()
