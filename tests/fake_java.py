"""A Java that only says its version, for what is done before a server is started."""

from __future__ import annotations

import sys
from pathlib import Path


def put_java(folder: Path) -> None:
    """Put it into a new folder, to be found as ``java`` once the folder is in ``PATH``."""
    folder.mkdir()
    if sys.platform == "win32":
        script = '@echo openjdk version "21.0.1" 1>&2\r\n'
        (folder / "java.bat").write_text(script, encoding="ascii", newline="")
        return
    java = folder / "java"
    java.write_text("#!/bin/sh\necho 'openjdk version \"21.0.1\"' >&2\n", encoding="ascii")
    java.chmod(0o755)
