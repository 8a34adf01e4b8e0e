"""Windows job objects: limit the memory of a process and end everything that it starts.

Windows only; import it behind ``sys.platform == "win32"``. A handle stays open until it is closed
or the process ends. The system therefore ends the processes of a job together with the process that
holds it, however that one ends.
"""

# ruff: noqa: N801 - the names and the form that ctypes and the Windows headers ask for

from __future__ import annotations

import sys

assert sys.platform == "win32"  # noqa: S101 - type checkers read it

import ctypes  # noqa: E402
import subprocess  # noqa: E402
from collections.abc import Sequence  # noqa: E402
from ctypes import wintypes  # noqa: E402
from typing import Any, Final  # noqa: E402

_EXTENDED_LIMITS: Final = 9
"""JobObjectExtendedLimitInformation of winnt.h."""
_PROCESS_MEMORY: Final = 0x0100
_SILENT_BREAKAWAY: Final = 0x1000
_KILL_ON_JOB_CLOSE: Final = 0x2000
_SET_QUOTA_AND_TERMINATE: Final = 0x0100 | 0x0001
_CREATE_SUSPENDED: Final = 0x0004


class _BASIC_LIMITS(ctypes.Structure):
    _fields_ = [
        ("per_process_user_time", ctypes.c_int64),
        ("per_job_user_time", ctypes.c_int64),
        ("flags", wintypes.DWORD),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("active_processes", wintypes.DWORD),
        ("affinity", ctypes.c_size_t),
        ("priority_class", wintypes.DWORD),
        ("scheduling_class", wintypes.DWORD),
    ]


class _EXTENDED_LIMITS_INFORMATION(ctypes.Structure):
    _fields_ = [
        ("basic", _BASIC_LIMITS),
        ("io_counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    ]


class JobObject:
    """A job whose processes end when it is closed or when the process that made it ends.

    Each process may use ``memory`` bytes; 0 is unlimited. Child processes join the job unless
    ``takes_children`` is False. The constructor and ``add`` raise ``OSError`` where the system
    refuses.
    """

    def __init__(self, memory: int = 0, *, takes_children: bool = True) -> None:
        flags = _KILL_ON_JOB_CLOSE
        flags |= _PROCESS_MEMORY if memory else 0
        flags |= 0 if takes_children else _SILENT_BREAKAWAY
        self._handle: int | None = _new_job(flags, memory)

    def add(self, pid: int) -> None:
        """Add a process to the job."""
        kernel = _kernel()
        process = kernel.OpenProcess(_SET_QUOTA_AND_TERMINATE, False, pid)
        if not process:
            raise ctypes.WinError(ctypes.get_last_error())
        try:
            if not kernel.AssignProcessToJobObject(self._handle, process):
                raise ctypes.WinError(ctypes.get_last_error())
        finally:
            kernel.CloseHandle(process)

    def close(self) -> None:
        """Close the job and end its processes."""
        handle, self._handle = self._handle, None
        if handle is not None:
            _kernel().CloseHandle(handle)


def start_in(job: JobObject, command: Sequence[str], **options: Any) -> subprocess.Popen[bytes]:  # noqa: ANN401
    """Start a process that is in ``job`` before it runs any code; it shows no window."""
    flags = _CREATE_SUSPENDED | subprocess.CREATE_NO_WINDOW
    process: subprocess.Popen[bytes] = subprocess.Popen(  # noqa: S603 - without a shell
        command, creationflags=flags, **options
    )
    try:
        job.add(process.pid)
    finally:  # even where it could not be added to the job
        ntdll = ctypes.WinDLL("ntdll")
        ntdll.NtResumeProcess.argtypes = [wintypes.HANDLE]
        ntdll.NtResumeProcess(int(process._handle))  # type: ignore[attr-defined]
    return process


def limit_own_memory(limit: int) -> None:
    """Limit the memory of this process, not of its children, to ``limit`` bytes; raises
    ``OSError``."""
    job = _new_job(_PROCESS_MEMORY | _SILENT_BREAKAWAY, limit)
    kernel = _kernel()
    if not kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess()):
        error = ctypes.WinError(ctypes.get_last_error())
        kernel.CloseHandle(job)
        raise error


def _new_job(flags: int, memory: int) -> int:
    kernel = _kernel()
    job: int | None = kernel.CreateJobObjectW(None, None)
    if not job:
        raise ctypes.WinError(ctypes.get_last_error())
    limits = _EXTENDED_LIMITS_INFORMATION()
    limits.basic.flags = flags
    limits.process_memory = memory
    size = ctypes.sizeof(limits)
    if not kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), size):
        error = ctypes.WinError(ctypes.get_last_error())
        kernel.CloseHandle(job)
        raise error
    return job


def _kernel() -> ctypes.WinDLL:
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.CreateJobObjectW.argtypes = [ctypes.c_void_p, wintypes.LPCWSTR]
    kernel.CreateJobObjectW.restype = wintypes.HANDLE
    kernel.GetCurrentProcess.restype = wintypes.HANDLE
    kernel.OpenProcess.argtypes = [wintypes.DWORD, wintypes.BOOL, wintypes.DWORD]
    kernel.OpenProcess.restype = wintypes.HANDLE
    kernel.AssignProcessToJobObject.argtypes = [wintypes.HANDLE, wintypes.HANDLE]
    kernel.SetInformationJobObject.argtypes = [
        wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD,
    ]  # fmt: skip
    kernel.CloseHandle.argtypes = [wintypes.HANDLE]
    return kernel
