"""Shows the original beside the copy (F4) and carries out the actions chosen there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bnews_desk.comparison import Comparison
from bnews_desk.finding import Fix, Safety
from bnews_desk.frame.release_frame import COPY, FrameReader
from bnews_desk.gui.imports.further_source_reader import FurtherSourceReader
from bnews_desk.gui.imports.original_loader import OriginalLoader, ReadOriginal
from bnews_desk.gui.original.comparison_service import ComparisonService, ShownComparison
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.window.commands import Command
from bnews_desk.release import Edit, Release, Source
from bnews_desk.text import paragraphs

if TYPE_CHECKING:
    from bnews_desk.gui.desk.open_release import OpenRelease
    from bnews_desk.gui.original.difference_panel import DifferencePanel
    from bnews_desk.gui.original.report_export import ReportExport
    from bnews_desk.gui.original.side_by_side import SideBySide
    from bnews_desk.gui.original.word_marks import NumberedParagraph
    from bnews_desk.gui.settings.stored_settings import StoredSettings
    from bnews_desk.gui.window.release_controller import ReleaseController
    from bnews_desk.rules.facts.checked_facts import ReviewedFact

MAX_SOURCES = 12
"""The most further sources of a release; every check compares with each of them."""


def paragraph_restoring_edit(comparison: Comparison, original: Release, number: int) -> Edit:
    """The edit that puts a paragraph of the original into the copy, behind its predecessor.

    Bold, italic and links are kept. ``comparison`` must be of both present texts, and the paragraph
    one of its ``unused``.
    """
    behind = 0
    for group in comparison.groups:
        if number in group.old:
            break
        behind = max(behind, group.new.stop - 1)
    at = list(paragraphs(comparison.new))[behind].end
    paragraph = list(paragraphs(original.text))[number]
    marks = original.marks_within(paragraph.start, paragraph.end)
    moved = tuple([mark._replace(start=mark.start + 1, end=mark.end + 1) for mark in marks])
    return Edit(at, at, "", f"\n{paragraph.text}", moved)


class OriginalController(QObject):
    """Compares the release in front with its original until the editor closes the comparison.

    ``comparison`` is the newest one; text typed a moment ago may be missing in it. The comparison
    closes when the right column shows something else, such as another release or *Siap tayang*.
    Widgets are created when first needed.
    """

    def __init__(
        self,
        controller: ReleaseController,
        stored_settings: StoredSettings,
        reader: Callable[[], FrameReader],
        originals: OriginalLoader,
        theme: Callable[[], Theme],
    ) -> None:
        super().__init__(controller)
        self._controller, self._window, self._desk = controller, controller.window, controller.desk
        self._stored_settings, self._reader, self._theme = stored_settings, reader, theme
        self._release: OpenRelease | None = None
        self._original: ReadOriginal | None = None
        self.comparison: Comparison | None = None
        self._columns: list[int] = []
        self._is_step_due = False
        self._side_by_side: SideBySide | None = None
        self._panel: DifferencePanel | None = None
        self._export: ReportExport | None = None
        self._originals = originals
        self.comparing = ComparisonService(self._texts, self)
        self._sources = FurtherSourceReader(controller.importing, self)
        self._sources.read.connect(self._take_source)
        self._sources.failed.connect(lambda _key, why: self._window.parts.notice.show_notice(why))
        self._originals.read.connect(self._take_original)
        self._originals.missing.connect(self._tell_missing)
        self._originals.failed.connect(self._tell_failed)
        self.comparing.compared.connect(self._take_compared)
        self._desk.current_changed.connect(lambda _release: self._show_button())
        self._window.right.currentChanged.connect(self._close_if_replaced)
        self._window.escape_wanted.connect(self.leave)
        self._window.parts.top_bar.compare_wanted.connect(self.toggle)
        self._window.parts.ready_panel.jump_wanted.connect(self._follow_jump)
        self._show_button()

    @property
    def is_shown(self) -> bool:
        """Whether the original is shown beside the copy."""
        return self._side_by_side is not None and self._side_by_side.is_shown

    def commands(self) -> list[Command]:
        """The command that opens and closes the comparison, and those that step through changed
        facts.
        """
        tr = self.tr
        by_key = [
            Command("next-change", tr("Perubahan fakta berikutnya"), ("F7",), self._next, True),
            Command(
                "previous-change", tr("Perubahan fakta sebelumnya"), ("Shift+F7",), self._back, True
            ),
        ]
        return [
            Command("compare", tr("Rilis asli di samping naskah"), ("F4",), self.toggle, True),
            *(command._replace(in_menu=False) for command in by_key),
        ]

    def toggle(self) -> None:
        """Show the original of the release in front, or the copy alone."""
        release = self._desk.current
        if self._release is not None or release is None:
            self.leave()
            return
        self._release = release
        release.document.changed.connect(self.comparing.schedule)
        release.findings_settled.connect(self._show_facts)
        release.document.details_changed.connect(self._show_sources)
        self._show_button()
        self._originals.ask(release.key)

    def _follow_jump(self, kind: str, _position: object) -> None:
        if kind == "original" and self._release is None:
            self.toggle()

    def leave(self) -> None:
        """Show the copy alone; caret and scroll position are kept."""
        release, self._release = self._release, None
        if release is None:
            return
        release.document.changed.disconnect(self.comparing.schedule)
        release.findings_settled.disconnect(self._show_facts)
        release.document.details_changed.disconnect(self._show_sources)
        self._is_step_due = False
        self.comparing.stop()
        self._original = self.comparison = None
        if self._side_by_side is not None and self._side_by_side.is_shown:
            with self._side_by_side.keep_place():
                self._side_by_side.hide()
                self._window.set_beside(False)
                self._window.splitter.setSizes(self._columns)
            if self._window.right.currentWidget() is self._panel:
                self._window.right.setCurrentIndex(0)
                self._controller.focus_page()
        self._show_button()

    def shut_down(self) -> None:
        """Close the comparison and end the background threads."""
        self.leave()
        self.comparing.shut_down()
        self._sources.shut_down()
        if self._export is not None:
            self._export.shut_down()

    def _texts(self) -> tuple[str, str] | None:
        if self._release is None or self._original is None:
            return None
        return self._original.release.text, self._copy().text

    def _copy(self) -> Release:
        assert self._release is not None  # noqa: S101 - only used during a comparison
        return self._release.document.release()

    def _take_original(self, key: str, original: ReadOriginal) -> None:
        if self._release is not None and self._release.key == key and self._original is None:
            self._original = original
            self.comparing.compare_now()

    def _take_compared(self, compared: ShownComparison) -> None:
        """Show the differences, and first the original if it is not shown yet."""
        if self._original is None:
            return
        side_by_side, panel = self._widgets()
        self.comparison = compared.comparison
        if not side_by_side.is_shown:
            self._columns = self._window.splitter.sizes()
            panel.begin()
            self._window.show_ready(False)
            self._window.parts.top_bar.show_ready(False)
            with side_by_side.keep_place():
                self._window.right.setCurrentWidget(panel)
                self._window.set_beside(True)
                side_by_side.show(self._original, self._reader())
        side_by_side.show_compared(compared)
        panel.show_compared(compared, self._in_copy(compared.added))
        self._show_facts()
        self._show_sources()
        if self._is_step_due:
            self._is_step_due = False
            panel.facts.step(1)

    def _in_copy(self, added: Sequence[NumberedParagraph]) -> list[NumberedParagraph]:
        """Those new paragraphs that are running text of the compared copy, not of its frame."""
        if self.comparison is None or not added:
            return []
        parts = self._reader().read(self.comparison.new).parts
        return [paragraph for paragraph in added if parts[paragraph.number].role in COPY]

    def _next(self) -> None:
        self._step(1)

    def _back(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        """Go to another changed fact, after opening the comparison if needed."""
        if self._panel is not None and self.is_shown:
            if self._panel.facts.cards:
                self._panel.facts.step(by)
            else:
                self._controller.show_status(self.tr("Tidak ada fakta yang berubah."))
            return
        if self._release is None:
            self.toggle()
        self._is_step_due = self._release is not None

    def _show_facts(self) -> None:
        if self._panel is not None and self._release is not None and self._release.is_checked:
            self._panel.show_facts(self._release.facts)

    def _show_fact(self, fact: ReviewedFact) -> None:
        if self._is_current():
            self._window.parts.page.reveal(fact.change.start, fact.change.end)

    def _restore_fact(self, fact: ReviewedFact) -> None:
        """Put the original's words back into the copy as one undo step."""
        release, edit = self._release, fact.change.edit
        if release is None or edit is None or not self._is_current():
            return
        release.apply_fix(Fix(Safety.OFFERED, fact.change.then, (edit,)))
        self.comparing.compare_now()
        self._controller.checking.check_now()
        self._controller.show_status(
            self.tr("Kata-kata rilis asli dikembalikan ke naskah."), self._controller.undo
        )

    def _check_fact(self, fact: ReviewedFact) -> None:
        """Record who checked a fact and when, or withdraw that."""
        if self._release is not None and self._is_current():
            self._release.check_fact(fact, datetime.now().astimezone())
            self._controller.checking.check_now()

    def _show_sources(self) -> None:
        if self._panel is not None and self._release is not None:
            self._panel.sources.show_sources(self._copy().sources)

    def _choose_sources(self) -> None:
        """Ask for files with further sources and have them read."""
        release = self._release
        if release is not None:
            for path in self._controller.intake.ask_for_files(self.tr("Tambah bahan")):
                self._sources.ask(release.key, path)

    def _take_source(self, key: str, source: Source) -> None:
        release = next((r for r in self._desk.releases if r.key == key), None)
        if release is None:
            return
        known = release.document.release().sources
        if any(source.text == other.text for other in known):
            self._controller.show_status(
                self.tr("“{0}” sudah ada di antara bahan.").format(source.name)
            )
        elif len(known) >= MAX_SOURCES:
            told = self.tr("Bahan sudah {0}; lepas dahulu yang tidak dipakai.").format(len(known))
            self._window.parts.notice.show_notice(told)
        else:
            told = self.tr("“{0}” ditambahkan sebagai bahan.").format(source.name)
            self._set_sources(release, (*known, source), told)

    def _remove_source(self, source: Source) -> None:
        release = self._release
        if release is not None:
            left = tuple(s for s in self._copy().sources if s != source)
            told = self.tr("“{0}” tidak lagi menjadi bahan.").format(source.name)
            self._set_sources(release, left, told)

    def _set_sources(self, release: OpenRelease, sources: tuple[Source, ...], told: str) -> None:
        before = release.document.release().sources
        release.document.set_sources(sources)
        self._controller.show_status(told, partial(release.document.set_sources, before))

    def _is_current(self) -> bool:
        """Whether the facts shown are those of the present text; tells the editor when not."""
        if self._release is not None and self._release.is_checked:
            return True
        self._controller.show_status(self.tr("Naskah sedang diperiksa; coba lagi sebentar."))
        return False

    def _widgets(self) -> tuple[SideBySide, DifferencePanel]:
        if self._side_by_side is None or self._panel is None:
            from bnews_desk.gui.original.difference_panel import DifferencePanel
            from bnews_desk.gui.original.side_by_side import SideBySide

            theme, parts = self._theme(), self._window.parts
            self._side_by_side = SideBySide(theme, parts.page, self._window.spread)
            self._panel = panel = DifferencePanel(theme)
            panel.close_wanted.connect(self.leave)
            panel.restore_wanted.connect(self._restore)
            panel.reveal_wanted.connect(self._reveal_moved)
            panel.added_wanted.connect(self._reveal)
            panel.fact_chosen.connect(self._show_fact)
            panel.fact_restore_wanted.connect(self._restore_fact)
            panel.fact_check_wanted.connect(self._check_fact)
            panel.source_wanted.connect(self._choose_sources)
            panel.source_removal_wanted.connect(self._remove_source)
            panel.report_wanted.connect(self._save_report)
            panel.failed.connect(parts.notice.show_notice)
            self._side_by_side.view.files_dropped.connect(self._controller.importing.import_files)
            self._window.right.addWidget(panel)
        return self._side_by_side, self._panel

    def _restore(self, number: int) -> None:
        """Put a paragraph back into the copy as one undo step, and show it."""
        from bnews_desk.comparison import compare

        comparison, texts = self.comparison, self._texts()
        if self._original is None or self._release is None or comparison is None or texts is None:
            return
        if comparison.new != texts[1]:
            comparison = compare(*texts)
        if number not in comparison.unused:
            return
        edit = paragraph_restoring_edit(comparison, self._original.release, number)
        self._release.document.apply([edit])
        self.comparing.compare_now()
        at = edit.start + len(edit.new)
        self._window.parts.page.reveal(at, at)
        self._controller.show_status(
            self.tr("Paragraf dikembalikan ke naskah."), self._controller.undo
        )

    def _reveal_moved(self, number: int) -> None:
        """Show where a moved paragraph of the original is in the copy."""
        if self.comparison is not None and number in self.comparison.moved:
            self._reveal(self.comparison.moved[number])

    def _reveal(self, number: int) -> None:
        """Show the compared copy's paragraph of that number."""
        if self.comparison is None:
            return
        at = sum(len(line) + 1 for line in self.comparison.new.split("\n")[:number])
        at = min(at, len(self._copy().text))
        self._window.parts.page.reveal(at, at)
        self._controller.focus_page()

    def _save_report(self) -> None:
        from bnews_desk.exporters.change_report import ReportSubject
        from bnews_desk.exporters.file_names import proposed_stem
        from bnews_desk.rules.facts.checked_facts import titled_groups

        if not self._is_current():
            return
        if self._original is None or self._release is None:
            return
        now, copy = datetime.now().astimezone(), self._copy()
        stem = proposed_stem(copy, now.date(), self._release.frame)
        review = self._release.facts
        subject = ReportSubject(
            self._original.release,
            copy,
            self._original.name,
            now,
            titled_groups(review),
            review.same_text if review else "",
        )
        folder = self._stored_settings.export_choices().folder
        self._report_export().begin(
            subject, self._reader(), folder, self.tr("{0} perubahan").format(stem), self._theme()
        )

    def _report_export(self) -> ReportExport:
        if self._export is None:
            from bnews_desk.gui.original.report_export import ReportExport
            from bnews_desk.gui.shared import question_dialog

            self._export = report = ReportExport(self._window, question_dialog.ask)
            report.status_message.connect(self._controller.show_status)
            report.failed.connect(self._window.parts.notice.show_notice)
            report.folder_changed.connect(
                lambda folder: self._stored_settings.set_values(export_folder=folder)
            )
            report.exported.connect(self._widgets()[1].show_exported)
        return self._export

    def _close_if_replaced(self) -> None:
        """Close the comparison when the right column shows something else."""
        if self.is_shown and self._window.right.currentWidget() is not self._panel:
            self.leave()

    def _tell_missing(self, key: str) -> None:
        if self._release is not None and self._release.key == key:
            self.leave()
            self._controller.show_status(
                self.tr("Naskah ini ditulis dari awal, jadi tidak ada rilis asli di sampingnya.")
            )

    def _tell_failed(self, key: str, sentence: str) -> None:
        if self._release is not None and self._release.key == key:
            self.leave()
            said = sentence[:1].lower() + sentence[1:]
            self._controller.show_status(
                self.tr("Rilis asli tidak dapat dibaca lagi: {0}").format(said)
            )

    def _show_button(self) -> None:
        is_open = self._desk.current is not None
        self._window.parts.top_bar.show_compare(is_open, self._release is not None)
