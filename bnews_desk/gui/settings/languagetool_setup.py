"""Downloads and unpacks LanguageTool off the GUI thread."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal

from bnews_desk.errors import DeskError
from bnews_desk.gui.shared.background_thread import BackgroundThread

if TYPE_CHECKING:
    from bnews_desk.lexicon.languagetool.download import Download
    from bnews_desk.lexicon.languagetool.installation import Installation, Java

SHUTDOWN_SECONDS = 3.0
THREAD_NAME = "bnews-pasang"


class LanguageToolParts(NamedTuple):
    """The parts of LanguageTool found on this computer."""

    java: Java | None
    release: Installation | None


class LanguageToolSetup(QObject):
    """Searches, downloads and unpacks on a thread of its own, which starts when needed.

    A job continues when the dialog closes. ``shut_down`` must be called at the end: it cancels a
    download and removes its files.
    """

    looked = Signal(object)
    """The ``LanguageToolParts`` found."""
    advanced = Signal(int, int)
    """The bytes downloaded, and the total; 0 when it is unknown."""
    ended = Signal(str)
    """One sentence: how the installation went."""
    _looked = Signal(object)
    _advanced = Signal(int, int)
    _ended = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._download: Download | None = None
        self._is_over = False
        self._thread: BackgroundThread | None = None
        self.is_busy = False
        self.done = (0, 0)
        queued = Qt.ConnectionType.QueuedConnection
        self._looked.connect(self._take_look, queued)
        self._advanced.connect(self._take_advance, queued)
        self._ended.connect(self._take_end, queued)

    def look_for_parts(self) -> None:
        """Search this computer; asking Java for its version takes some 0.1 s."""
        self._ask(self._look)

    def download(self) -> None:
        """Download the release that language_tool_python expects, unless a job is running."""
        self._begin("")

    def install_from(self, path: str) -> None:
        """Install LanguageTool from a ZIP file or a folder of this computer."""
        self._begin(path)

    def stop(self) -> None:
        """Cancel the download."""
        if self._download is not None:
            self._download.cancel()

    def shut_down(self) -> None:
        """Cancel the job; no signal is emitted afterwards."""
        self._is_over = True
        self.stop()
        if self._thread is not None:
            self._thread.end(SHUTDOWN_SECONDS)

    def _ask(self, work: Callable[[], None]) -> None:
        if self._is_over:
            return
        if self._thread is None:
            self._thread = BackgroundThread(THREAD_NAME)
        self._thread.submit(work)

    def _begin(self, path: str) -> None:
        if self.is_busy:
            return
        from bnews_desk.lexicon.languagetool.download import Download

        self._download = None if path else Download()
        self.is_busy = True
        self._take_advance(0, 0)
        self._ask(lambda: self._fetch(path))

    def _take_look(self, there: LanguageToolParts) -> None:
        if not self._is_over:
            self.looked.emit(there)

    def _take_advance(self, done: int, total: int) -> None:
        self.done = (done, total)
        if self.is_busy and not self._is_over:
            self.advanced.emit(done, total)

    def _take_end(self, told: str) -> None:
        self.is_busy = False
        if not self._is_over:
            self.ended.emit(told)
            self.look_for_parts()

    # on the thread

    def _look(self) -> None:
        from bnews_desk.lexicon.languagetool import installation

        self._looked.emit(
            LanguageToolParts(installation.find_java(), installation.find_installation())
        )

    def _fetch(self, path: str) -> None:
        """Download, or install from a path."""
        told = self.tr("LanguageTool gagal dipasang karena kesalahan program; coba sekali lagi.")
        try:
            found = self._fetched(path)
            told = self.tr("LanguageTool {0} siap dipakai.").format(found.version)
        except DeskError as error:
            told = str(error)
        except Exception as error:
            sys.excepthook(type(error), error, error.__traceback__)
        finally:
            self._ended.emit(told)

    def _fetched(self, path: str) -> Installation:
        from bnews_desk.lexicon.languagetool.download import install_from_path
        from bnews_desk.lexicon.languagetool.installation import find_installation

        if self._download is not None:
            return self._download.run(self._advanced.emit)
        within = find_installation(path) if os.path.isdir(path) else None
        return install_from_path(within.folder if within else path)
