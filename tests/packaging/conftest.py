"""Packages are built, listed and tested on Linux, with programs that are only available there."""

from __future__ import annotations

import sys

collect_ignore = (
    ["test_licences.py", "test_windows_installer.py", "test_workflow.py"]
    if sys.platform == "win32"
    else []
)
