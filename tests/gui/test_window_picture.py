"""The picture of the window that ``make run`` takes where there is no display."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "resources" / "packaging" / "window_picture.py"


def test_the_window_on_the_sample_has_its_picture_taken(tmp_path: Path) -> None:
    target = tmp_path / "jendela.png"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, PROGRAM, target], check=True, env=environment, timeout=120)
    picture = QImage(str(target))
    assert (picture.width(), picture.height()) == (1366, 768)
    middle = picture.copy(300, 60, 700, 600)
    assert len({middle.pixel(x, y) for x in range(0, 700, 3) for y in range(0, 600, 3)}) > 20
