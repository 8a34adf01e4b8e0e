"""Where LibreOffice is on this computer."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from glob import glob


def office_program() -> str | None:
    """The path of LibreOffice's program, or None where it is not installed."""
    return next((path for path in _places() if path and os.access(path, os.X_OK)), None)


def _places() -> Iterator[str | None]:
    if sys.platform == "win32":  # the folder that we are in is not searched
        for name in ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)"):
            folder = os.environ.get(name)
            if folder:
                yield os.path.join(folder, "LibreOffice", "program", "soffice.com")
                yield os.path.join(folder, "LibreOffice", "program", "soffice.exe")
        return
    yield shutil.which("soffice")
    yield shutil.which("libreoffice")
    if sys.platform == "darwin":
        inside = "Applications/LibreOffice.app/Contents/MacOS/soffice"
        yield f"/{inside}"
        yield os.path.join(os.path.expanduser("~"), inside)
    else:
        yield from sorted(glob("/opt/libreoffice*/program/soffice"), reverse=True)
