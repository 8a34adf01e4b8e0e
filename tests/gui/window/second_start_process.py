"""Starts the program up to the point where it knows whether it is the first instance.

Arguments: the profile folder, files. It prints which instance it is; the first one then prints what
it receives, one JSON array on each line, until it is killed.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import QCoreApplication

from bnews_desk.gui.window.single_instance import SingleInstance, StartState

PATIENCE_MS = 40_000


def main(profile: str, files: list[str]) -> int:
    application = QCoreApplication([])
    single = SingleInstance(profile, application, answer_ms=PATIENCE_MS)
    single.handed.connect(lambda paths: print(json.dumps(paths), flush=True))
    start_state = single.begin(files)
    print(start_state.value, flush=True)
    return application.exec() if start_state is StartState.FIRST else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
