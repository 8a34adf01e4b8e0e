"""One start of the program as far as it settles which start it is.

Arguments: the profile folder, files. Says what it is; the first one then says what it is handed,
a JSON array a line, until it is killed.
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
