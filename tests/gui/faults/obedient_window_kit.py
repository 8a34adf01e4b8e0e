"""Windows in separate processes that carry out commands, each with its own profile."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from faults_kit import PATIENCE, ROOT, Place, Session

OBEDIENT = Path(__file__).with_name("obedient_window_process.py")


class Desk(Place):
    """One editor's computer, with an archive stored elsewhere."""

    def __init__(self, folder: Path, archive: str) -> None:
        super().__init__(folder)
        self.home.mkdir(parents=True)
        (self.home / "pengaturan.json").write_text(json.dumps({"archive": archive}))

    @contextmanager
    def open(self, *prefix: str) -> Iterator[Window]:
        """Open the window with ``prefix`` before its command; it is killed at the end if still
        open."""
        self.logs += 1
        log = self.folder / f"{self.logs}.jsonl"
        said = self.folder / f"{self.logs}.txt"
        with said.open("w", encoding="utf-8") as complaints:
            process = subprocess.Popen(
                [*prefix, sys.executable, str(OBEDIENT), str(log)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=complaints,
                text=True,
                cwd=ROOT,
                env=self.environment(),
            )
        with Window(process, log, said) as window:
            yield window
        assert all("This plugin does not support" in one for one in window.complaints.splitlines())


class Window(Session):
    """A window that carries out commands."""

    def __init__(self, process: subprocess.Popen[str], log: Path, said: Path) -> None:
        super().__init__(process, log)
        self._said = said

    @property
    def complaints(self) -> str:
        """What the process has written about failures."""
        return self._said.read_text(encoding="utf-8")

    def __enter__(self) -> Window:
        return self

    def ask(self, *command: Any) -> Any:
        """Send a command and return its answer."""
        self.tell(*command)
        return self.answer()

    def tell(self, *command: Any) -> None:
        """Send a command without waiting for its answer."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(command) + "\n")
        self.process.stdin.flush()

    def answer(self) -> Any:
        """The answer to the oldest command not answered yet."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, f"the window has ended: {self.process.wait(PATIENCE)} {self.complaints}"
        return json.loads(line)

    def wait(self, wanted: Any, *command: Any) -> None:
        """Repeat a command until its answer is, or contains, what is wanted."""
        until = time.monotonic() + PATIENCE
        while wanted != (answer := self.ask(*command)) and wanted not in answer:
            assert time.monotonic() < until, self.told(command, wanted, answer)
            time.sleep(0.02)

    def told(self, command: Any, wanted: Any, answer: Any) -> str:
        """The failure message, with the window's own messages."""
        return f"{command}: {answer!r}, not {wanted!r}; {self.ask('notices')}"

    def close(self) -> None:
        """Close the window and wait until it has ended."""
        self.ask("close")
        assert self.process.wait(PATIENCE) == 0

    def kill(self) -> float:
        """Kill the process; returns the time."""
        self.process.kill()
        when = time.monotonic()
        self.process.wait(PATIENCE)
        return when
