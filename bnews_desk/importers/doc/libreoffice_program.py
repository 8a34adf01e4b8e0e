"""Finds the LibreOffice program on this computer."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from glob import glob


def office_program() -> str | None:
    """The path of LibreOffice's program, None where it is not installed."""
    return next((path for path in _places() if path and os.access(path, os.X_OK)), None)


if sys.platform == "win32":
    import winreg

    _KEYS = (
        r"SOFTWARE\LibreOffice\UNO\InstallPath",
        r"SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\soffice.exe",
    )
    """Their default values are the program's folder and the program itself."""

    def _places() -> Iterator[str | None]:
        """The paths that its installers register, then the usual folders; never the
        current folder.
        """
        for path in _registered():
            folder = path if os.path.isdir(path) else os.path.dirname(path)
            if os.path.isabs(folder):
                yield from _programs(folder)
        for name in ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)"):
            folder = os.environ.get(name, "")
            if folder:
                yield from _programs(os.path.join(folder, "LibreOffice", "program"))

    def _programs(folder: str) -> Iterator[str]:
        yield os.path.join(folder, "soffice.com")  # the one that waits until LibreOffice ends
        yield os.path.join(folder, "soffice.exe")

    def _registered() -> Iterator[str]:
        """The paths in the registry: of the user, then of the computer, 64-bit before 32-bit."""
        for root in (winreg.HKEY_CURRENT_USER, winreg.HKEY_LOCAL_MACHINE):
            for view in (winreg.KEY_WOW64_64KEY, winreg.KEY_WOW64_32KEY):
                for name in _KEYS:
                    try:
                        with winreg.OpenKey(root, name, access=winreg.KEY_READ | view) as key:
                            value, kind = winreg.QueryValueEx(key, "")
                    except OSError:
                        continue
                    if kind in (winreg.REG_SZ, winreg.REG_EXPAND_SZ):
                        yield os.path.expandvars(str(value).strip().strip('"'))

else:

    def _places() -> Iterator[str | None]:
        yield shutil.which("soffice")
        yield shutil.which("libreoffice")
        if sys.platform == "darwin":
            inside = "Applications/LibreOffice.app/Contents/MacOS/soffice"
            yield f"/{inside}"
            yield os.path.join(os.path.expanduser("~"), inside)
        else:
            yield from sorted(glob("/opt/libreoffice*/program/soffice"), reverse=True)
