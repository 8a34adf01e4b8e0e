"""Stops, kills and lists other processes from a test, also on Windows."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _KERNEL = ctypes.WinDLL("kernel32", use_last_error=True)
    _KERNEL.OpenProcess.restype = wintypes.HANDLE
    _KERNEL.CreateToolhelp32Snapshot.restype = wintypes.HANDLE
    _NT = ctypes.WinDLL("ntdll")
    _SUSPEND_RESUME, _TERMINATE, _SYNCHRONIZE = 0x0800, 0x0001, 0x00100000
    _SNAP_PROCESSES = 0x2
    _STILL_RUNNING = 0x102  # WAIT_TIMEOUT

    class _Entry(ctypes.Structure):
        """``PROCESSENTRY32W`` of tlhelp32.h."""

        _fields_ = (
            ("size", wintypes.DWORD),
            ("usage", wintypes.DWORD),
            ("pid", wintypes.DWORD),
            ("heap", ctypes.c_void_p),
            ("module", wintypes.DWORD),
            ("threads", wintypes.DWORD),
            ("parent", wintypes.DWORD),
            ("priority", wintypes.LONG),
            ("flags", wintypes.DWORD),
            ("file", wintypes.WCHAR * 260),
        )

    class _Opened:
        """A handle of a process, closed after the block; raises ``ProcessLookupError``."""

        def __init__(self, pid: int, access: int) -> None:
            self._handle = _KERNEL.OpenProcess(access, False, pid)
            if not self._handle:
                raise ProcessLookupError(pid)

        def __enter__(self) -> wintypes.HANDLE:
            return wintypes.HANDLE(self._handle)

        def __exit__(self, *_: object) -> None:
            _KERNEL.CloseHandle(wintypes.HANDLE(self._handle))

    def stop(pid: int) -> None:
        """Let a process stand still, as one that hangs."""
        with _Opened(pid, _SUSPEND_RESUME) as handle:
            assert _NT.NtSuspendProcess(handle) == 0

    def resume(pid: int) -> None:
        """Let a stopped process go on."""
        with _Opened(pid, _SUSPEND_RESUME) as handle:
            assert _NT.NtResumeProcess(handle) == 0

    def kill(pid: int) -> None:
        """End a process at once, whatever it is doing; a stopped one too."""
        with _Opened(pid, _TERMINATE) as handle:
            assert _KERNEL.TerminateProcess(handle, 1)

    def is_running(pid: int) -> bool:
        try:
            with _Opened(pid, _SYNCHRONIZE) as handle:
                return bool(_KERNEL.WaitForSingleObject(handle, 0) == _STILL_RUNNING)
        except ProcessLookupError:
            return False

    def children_of(pid: int) -> list[int]:
        """The processes that a process has started and that are there yet."""
        snapshot = wintypes.HANDLE(_KERNEL.CreateToolhelp32Snapshot(_SNAP_PROCESSES, 0))
        entry = _Entry(size=ctypes.sizeof(_Entry))
        found = []
        there = _KERNEL.Process32FirstW(snapshot, ctypes.byref(entry))
        while there:
            if entry.parent == pid:
                found.append(int(entry.pid))
            there = _KERNEL.Process32NextW(snapshot, ctypes.byref(entry))
        _KERNEL.CloseHandle(snapshot)
        return found

else:

    def stop(pid: int) -> None:
        """Let a process stand still, as one that hangs."""
        os.kill(pid, signal.SIGSTOP)

    def resume(pid: int) -> None:
        """Let a stopped process go on."""
        os.kill(pid, signal.SIGCONT)

    def kill(pid: int) -> None:
        """End a process at once, whatever it is doing; a stopped one too."""
        os.kill(pid, signal.SIGKILL)

    def is_running(pid: int) -> bool:
        """Whether a process lives; one that is dead and not yet taken note of does not."""
        try:
            return ") Z" not in Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
        except OSError:
            return False

    def children_of(pid: int) -> list[int]:
        """The processes that a process has started and that are there yet."""
        tasks = Path(f"/proc/{pid}/task").glob("*/children")
        return [int(c) for task in tasks for c in task.read_text(encoding="utf-8").split()]
