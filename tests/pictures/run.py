"""Takes a picture of every state of the real window: ``make pictures``.

Each screen (size, scale, light or dark) has a separate process (``take.py``), whose pictures go to
``build/pictures``, named by state, size, scale, looks. Arguments select some of them: ``run.py
--size 1366x768 --scale 150 --looks light --state card --state crash``. The pictures are for visual
comparison with the drawings; nothing here can fail a test.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TAKE = Path(__file__).with_name("take.py")
SIZES = ("1366x768", "1920x1080")
SCALES = ("100", "150")
LOOKS = ("light", "dark")


def main() -> int:
    """Take the selected pictures; the exit status is the number of screens that failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", choices=SIZES, action="append")
    parser.add_argument("--scale", choices=SCALES, action="append")
    parser.add_argument("--looks", choices=LOOKS, action="append")
    parser.add_argument("--state", action="append", default=[])
    parser.add_argument("--to", type=Path, default=ROOT / "build/pictures")
    options = parser.parse_args()
    options.to.mkdir(parents=True, exist_ok=True)
    screens = itertools.product(
        options.size or SIZES, options.scale or SCALES, options.looks or LOOKS
    )
    failed = 0
    for screen in screens:
        print("  ".join(screen), flush=True)
        command = [sys.executable, str(TAKE), *screen, str(options.to), *options.state]
        environment = os.environ | {
            "QT_QPA_PLATFORM": f"offscreen:configfile={_screen_file(options.to, screen[0])}",
            "QT_SCALE_FACTOR": str(int(screen[1]) / 100),
        }
        failed += subprocess.run(command, env=environment, check=False).returncode != 0
    return failed


def _screen_file(folder: Path, size: str) -> Path:
    """A description of the screen for Qt, whose default is 800 by 600, so that menus fit."""
    width, height = (int(number) for number in size.split("x"))
    screen = {"name": size, "x": 0, "y": 0, "width": width, "height": height}
    file = folder / f"layar-{size}.json"
    file.write_text(json.dumps({"screens": [screen | {"logicalDpi": 96, "dpr": 1}]}), "utf-8")
    return file


if __name__ == "__main__":
    sys.exit(main())
