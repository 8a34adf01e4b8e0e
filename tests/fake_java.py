"""A Java that only prints its version, for tests before a server is started."""

from __future__ import annotations

import sys
from pathlib import Path


def put_java(folder: Path) -> None:
    """Create it in a new folder; it is found as ``java`` once the folder is in ``PATH``."""
    folder.mkdir()
    if sys.platform == "win32":
        script = '@echo openjdk version "21.0.1" 1>&2\r\n'
        (folder / "java.bat").write_text(script, encoding="ascii", newline="")
        return
    java = folder / "java"
    java.write_text("#!/bin/sh\necho 'openjdk version \"21.0.1\"' >&2\n", encoding="ascii")
    java.chmod(0o755)
