"""Another program that keeps a file open, as Word and virus scanners do on Windows."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

SHARE_NOTHING, SHARE_READING, SHARE_ALL = 0, 1, 7
_PROGRAM = """
import ctypes, sys
create = ctypes.WinDLL("kernel32").CreateFileW
create.restype = ctypes.c_void_p
create.argtypes = [ctypes.c_wchar_p, *[ctypes.c_uint32] * 2, ctypes.c_void_p,
                   *[ctypes.c_uint32] * 2, ctypes.c_void_p]
held = create(sys.argv[1], 0x80000000, int(sys.argv[2]), None, 3, 0, None)
assert held != ctypes.c_void_p(-1).value
print("held", flush=True)
sys.stdin.read()
ctypes.WinDLL("kernel32").CloseHandle(ctypes.c_void_p(held))
print("let go", flush=True)
"""


class Holder:
    """The program, until it closes the file."""

    def __init__(self, path: str, share: int) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _PROGRAM, path, str(share)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._expect("held")

    def let_go(self) -> None:
        """Close the file."""
        if self._process.stdin is not None and not self._process.stdin.closed:
            self._process.stdin.close()
            self._expect("let go")

    def end(self) -> None:
        """End the program."""
        self.let_go()
        if self._process.stdout is not None:
            self._process.stdout.close()
        self._process.wait()

    def _expect(self, said: str) -> None:
        assert self._process.stdout is not None
        assert self._process.stdout.readline().strip() == said


@contextmanager
def held_by_another(path: str, share: int = SHARE_NOTHING) -> Iterator[Holder]:
    """A second process has the file open and allows others what ``share`` says."""
    holder = Holder(path, share)
    try:
        yield holder
    finally:
        holder.end()
