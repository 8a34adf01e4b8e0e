"""A crash below Python leaves a report, told at the next start."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from faults_kit import ROOT

from bnews_desk import __version__
from bnews_desk.gui.shared import native_crash
from bnews_desk.gui.shared.native_crash import note_native_crashes, report_native_crashes

CRASH = """
import faulthandler, sys
from bnews_desk.gui.shared.native_crash import note_native_crashes
note_native_crashes(sys.argv[1], "impor")
def parse_hostile_bytes(copy):
    faulthandler._sigsegv()
parse_hostile_bytes("Bupati menunda kenaikan tarif")
"""
WINDOW = """
import faulthandler, os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from bnews_desk.gui import app
from bnews_desk.gui.shared.question_dialog import QuestionDialog

def look():
    shown = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    told = [w for w in shown if isinstance(w, QuestionDialog)]
    if sys.argv[1] == "crash":
        faulthandler._sigsegv()
    words = [label.text() for dialog in told for label in dialog.findChildren(QLabel)]
    print("TOLD", ascii(words), flush=True)
    for dialog in told:
        dialog.close()
    for window in QApplication.topLevelWidgets():
        window.close()

made = app.Program.__init__
def init(self, application):
    made(self, application)
    self.window.first_painted.connect(lambda: QTimer.singleShot(300, look))
app.Program.__init__ = init
sys.exit(app.run())
"""


def python(code: str, *arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code, *arguments],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "BNEWS_DESK_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        timeout=120,
        check=False,
    )


def test_a_native_crash_leaves_a_report_of_code_alone(tmp_path: Path) -> None:
    assert python(CRASH, str(tmp_path), home=tmp_path).returncode != 0
    (path,) = report_native_crashes(str(tmp_path))
    report = Path(path).read_text(encoding="utf-8")
    assert f"B-News Desk {__version__}" in report
    assert "parse_hostile_bytes" in report
    assert "Segmentation fault" in report or "access violation" in report
    assert "Bupati" not in report
    assert [file.name for file in tmp_path.iterdir()] == [Path(path).name]
    assert report_native_crashes(str(tmp_path)) == []


def test_a_window_that_crashed_is_told_of_at_the_next_start_and_only_then(tmp_path: Path) -> None:
    assert "TOLD" not in python(WINDOW, "crash", home=tmp_path).stdout
    second = python(WINDOW, "look", home=tmp_path)
    (report,) = tmp_path.glob("laporan-kesalahan-*.txt")
    assert report.name in second.stdout, second.stderr
    assert "terhenti mendadak" in second.stdout
    assert re.search(r":\d+ look$", report.read_text(encoding="utf-8"), re.MULTILINE)
    third = python(WINDOW, "look", home=tmp_path)
    assert "TOLD []" in third.stdout, third.stderr
    assert list(tmp_path.glob("macet-*")) == []


def test_a_process_that_ends_in_order_leaves_nothing(tmp_path: Path) -> None:
    code = (
        "import sys; from bnews_desk.gui.shared.native_crash import note_native_crashes\n"
        "end = note_native_crashes(sys.argv[1], 'jendela'); end()"
    )
    assert python(code, str(tmp_path), home=tmp_path).returncode == 0
    assert list(tmp_path.iterdir()) == []


def test_only_the_end_of_a_long_file_is_taken_and_only_some_files(tmp_path: Path) -> None:
    for number in range(native_crash.MAX_REPORTS + 2):
        dump = tmp_path / f"macet-jendela-{number}.txt"
        dump.write_text("x" * 100_000 + '\n  File "/home/sri/lib/a/b/c.py", line 7 in parse\n')
    (tmp_path / "macet-impor-7.txt").touch()
    reports = report_native_crashes(str(tmp_path))
    assert len(reports) == native_crash.MAX_REPORTS
    report = Path(reports[0]).read_text(encoding="utf-8")
    assert len(report) < native_crash.MAX_DUMP_BYTES + 1_000
    assert "c.py:7 parse" in report
    assert "sri" not in report or os.sep != "/"
    assert "x" * 100 in report
    assert list(tmp_path.glob("macet-*")) == []


def test_where_nothing_can_be_written_nothing_is_noted(tmp_path: Path) -> None:
    (tmp_path / "berkas").touch()
    note_native_crashes(str(tmp_path / "berkas"), "jendela")()
    assert report_native_crashes(str(tmp_path / "berkas")) == []
