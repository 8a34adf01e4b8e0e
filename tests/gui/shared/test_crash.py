"""A failure that nobody foresaw leaves one calm sentence and a report with no word of the copy."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from faults_kit import ROOT
from PySide6.QtCore import QObject, Qt, QTimer, QtMsgType, Signal, qWarning
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from small_disks import make_writable, small_disk

from bnews_desk import __version__
from bnews_desk.gui.app import Program
from bnews_desk.gui.shared.crash import MAX_REPORTS, install_crash_handler
from bnews_desk.gui.shared.crash_dialog import CrashDialogs
from bnews_desk.gui.shared.theme import Theme

NOON = datetime(2026, 11, 24, 12, 0, 5)
COPY = "Bupati menunda kenaikan tarif sampai Maret"
Install = Callable[..., None]


class ReportRecorder:
    """What the editor was told, and how often the journal was flushed."""

    def __init__(self, *, is_safe: bool = True) -> None:
        self.told: list[str] = []
        self.flushed = 0
        self.is_safe = is_safe

    def flush(self) -> bool:
        self.flushed += 1
        return self.is_safe


@pytest.fixture
def caught(tmp_path: Path) -> Iterator[Callable[..., ReportRecorder]]:
    """Installs the hooks on a folder, with a recorder, and removes them at the end."""
    out: list[Callable[[], None]] = []

    def begin(folder: Path = tmp_path, *, is_safe: bool = True) -> ReportRecorder:
        recorder = ReportRecorder(is_safe=is_safe)
        out.append(
            install_crash_handler(
                str(folder), recorder.told.append, recorder.flush, clock=lambda: NOON
            )
        )
        return recorder

    yield begin
    for uninstall in reversed(out):
        uninstall()


def fail(error: Exception) -> None:
    """Let the interpreter meet a failure that nobody catches."""
    try:
        raise error
    except Exception as raised:
        sys.excepthook(type(raised), raised, raised.__traceback__)


def failing() -> None:
    raise ZeroDivisionError


def reports(folder: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(folder.glob("laporan-*.txt"))]


def test_a_failure_is_told_with_the_place_of_its_report(
    tmp_path: Path, caught: Callable[..., ReportRecorder]
) -> None:
    recorder = caught()
    fail(ZeroDivisionError("division by zero"))
    (path,) = tmp_path.glob("*")
    assert path.name == "laporan-kesalahan-20261124-120005.txt"
    (told,) = recorder.told
    assert str(path) in told
    assert "Tidak ada yang terkirim dengan sendirinya" in told
    assert "Traceback" not in told
    assert "ZeroDivisionError" not in told
    assert recorder.flushed == 1


def test_a_report_says_where_and_in_which_versions_and_nothing_of_the_copy(
    tmp_path: Path, caught: Callable[..., ReportRecorder]
) -> None:
    caught()
    try:
        try:
            raise KeyError(COPY)
        except KeyError as first:
            raise ValueError(f"cannot read {COPY}") from first
    except ValueError as error:
        fail(error)
    (report,) = reports(tmp_path)
    assert __version__ in report
    assert "Python   3." in report
    assert "Qt       6." in report
    assert report.index("KeyError") < report.index("ValueError")
    assert "test_crash.py" in report
    assert "Bupati" not in report
    assert str(ROOT) not in report


def test_the_words_of_a_failure_that_names_code_alone_are_kept(
    tmp_path: Path, caught: Callable[..., ReportRecorder]
) -> None:
    caught()
    fail(AttributeError("'NoneType' object has no attribute 'document'"))
    fail(PermissionError(13, "Permission denied", f"/rumah/sari/{COPY}.docx"))
    told = "".join(reports(tmp_path))
    assert "no attribute 'document'" in told
    assert "PermissionError: [13]" in told
    assert "sari" not in told


def test_a_failure_that_comes_again_and_again_is_told_once(
    tmp_path: Path, caught: Callable[..., ReportRecorder]
) -> None:
    recorder = caught()
    for number in range(100):
        fail(ValueError(number))
    assert len(recorder.told) == len(reports(tmp_path)) == 1


def test_ever_new_failures_are_told_so_many_times_at_most(
    tmp_path: Path, caught: Callable[..., ReportRecorder]
) -> None:
    recorder = caught()
    for number in range(2 * MAX_REPORTS):
        fail(type(f"Error{number}", (Exception,), {})())
    assert len(recorder.told) == len(reports(tmp_path)) == MAX_REPORTS


def test_a_failure_in_a_thread_is_told_too(
    tmp_path: Path, caught: Callable[..., ReportRecorder]
) -> None:
    recorder = caught()
    thread = threading.Thread(target=failing, name="pemeriksa")
    thread.start()
    thread.join()
    assert len(recorder.told) == 1
    assert "Utas     pemeriksa" in reports(tmp_path)[0]


def test_work_that_is_not_safe_is_named(
    caught: Callable[..., ReportRecorder], qtbot: QtBot
) -> None:
    recorder = caught(is_safe=False)
    QTimer.singleShot(0, failing)
    qtbot.waitUntil(lambda: bool(recorder.told))
    assert "belum tersimpan" in recorder.told[0]
    assert "Ctrl+E" in recorder.told[0]


def test_what_fails_while_a_failure_is_told_ends_there(
    tmp_path: Path, caught: Callable[..., ReportRecorder], monkeypatch: pytest.MonkeyPatch
) -> None:
    recorder = caught()
    monkeypatch.setattr(recorder, "flush", failing)

    def show(text: str) -> None:
        raise ValueError(text)

    uninstall = install_crash_handler(str(tmp_path), show, failing, clock=lambda: NOON)
    fail(ValueError())
    uninstall()
    assert len(reports(tmp_path)) == 1


def test_a_report_that_cannot_be_written_is_told_without_a_place(
    tmp_path: Path, caught: Callable[..., ReportRecorder]
) -> None:
    with small_disk(tmp_path / "disk", "size=1m") as disk:
        make_writable(disk, is_so=False)
        recorder = caught(disk)
        fail(ValueError())
        (told,) = recorder.told
        assert "Laporannya tidak dapat ditulis" in told
        assert reports(disk) == []


def test_stopping_the_program_from_the_terminal_is_no_failure(
    tmp_path: Path, caught: Callable[..., ReportRecorder], capsys: pytest.CaptureFixture[str]
) -> None:
    recorder = caught()
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert recorder.told == reports(tmp_path) == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_everything_is_as_before_when_the_hooks_are_taken_out(tmp_path: Path) -> None:
    before = sys.excepthook, threading.excepthook
    uninstall = install_crash_handler(str(tmp_path), lambda _text: None, lambda: True)
    assert sys.excepthook != before[0]
    uninstall()
    assert (sys.excepthook, threading.excepthook) == before


class Speaker(QObject):
    spoken = Signal()


def test_a_slot_that_fails_is_told_and_the_window_goes_on(
    tmp_path: Path, caught: Callable[..., ReportRecorder]
) -> None:
    recorder = caught()
    speaker = Speaker()
    speaker.spoken.connect(failing)
    speaker.spoken.emit()
    speaker.spoken.emit()
    assert len(recorder.told) == len(reports(tmp_path)) == 1


@pytest.mark.qt_no_exception_capture
def test_messages_of_qt_go_where_they_went(
    caught: Callable[..., ReportRecorder], qtlog: object
) -> None:
    recorder = caught()
    qWarning("This plugin does not support jokes")
    records = qtlog.records  # type: ignore[attr-defined]
    assert [(r.type, r.message) for r in records] == [
        (QtMsgType.QtWarningMsg, "This plugin does not support jokes")
    ]
    assert recorder.told == []


FATAL = """
import sys
from PySide6.QtCore import QCoreApplication, qFatal, qWarning
from bnews_desk.gui.shared.crash import install_crash_handler
application = QCoreApplication([])
install_crash_handler(sys.argv[1], print, lambda: print("tersimpan", flush=True))
qWarning("biasa")
qFatal("habis")
"""


def test_before_qt_ends_the_program_the_journal_is_safe_and_a_report_lies_there(
    tmp_path: Path,
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FATAL, str(tmp_path)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=60,
        check=False,
    )
    assert done.returncode != 0
    assert done.stdout == "tersimpan\n"
    (report,) = reports(tmp_path)
    assert "Qt: " in report
    assert "biasa" in done.stderr
    assert "laporannya ada di" in done.stderr


def dialogs_of(program: Program, folder: Path) -> CrashDialogs:
    return CrashDialogs(str(folder), lambda: program.theme, lambda: program.window, program.window)


def test_the_dialog_comes_once_and_the_work_goes_on(
    tmp_path: Path, qtbot: QtBot, open_at: Callable[[Path], Program]
) -> None:
    program = open_at(tmp_path / "profil")
    dialogs = dialogs_of(program, tmp_path)
    uninstall = install_crash_handler(str(tmp_path), dialogs.show, program.journal.flush)
    try:
        QTimer.singleShot(0, failing)
        QTimer.singleShot(0, lambda: {}["kunci"])
        thread = threading.Thread(target=lambda: 1 / 0)
        QTimer.singleShot(0, thread.start)
        qtbot.waitUntil(lambda: len(reports(tmp_path)) == 3)
        thread.join()
        qtbot.wait(50)  # what the thread has told the window has come
        qtbot.waitUntil(lambda: dialogs.dialog is not None and dialogs.dialog.isVisible())
        dialog = dialogs.dialog
        assert dialog is not None
        words = " ".join(label.text() for label in dialog.findChildren(QLabel))
        assert str(tmp_path) in words
        assert "Traceback" not in words
        assert len(program.window.findChildren(type(dialog))) == 1
        with qtbot.waitSignal(dialog.finished):
            qtbot.keyClick(dialog, Qt.Key.Key_Return)
        assert dialogs.dialog is None
    finally:
        uninstall()
    with qtbot.waitActive(program.window):
        program.window.activateWindow()
    qtbot.keyClick(program.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(program.window.parts.page, "p")
    assert program.desk.current is not None
    assert program.desk.current.document.release().headline == "p"


def test_a_failure_before_there_is_a_window_waits_to_be_read(tmp_path: Path, qtbot: QtBot) -> None:
    dialogs = CrashDialogs(str(tmp_path), Theme.light, lambda: None)
    seen: list[str] = []

    def read() -> None:
        assert dialogs.dialog is not None
        seen.extend(label.text() for label in dialogs.dialog.findChildren(QLabel))
        dialogs.dialog.reject()

    uninstall = install_crash_handler(str(tmp_path), dialogs.show, lambda: True)
    QTimer.singleShot(0, read)
    fail(ValueError())
    uninstall()
    assert "rescue" in " ".join(seen)
    assert dialogs.dialog is None
