"""Faults of Wine for which a test may be skipped, each demonstrated without our code.

A test names one with ``@pytest.mark.wine("name_of_the_function")`` and is then skipped under Wine
only. Each function below is such a fault: its docstring is the reason, its result tells whether
this Wine still has it. Run in the Windows Python, this file prints which faults are gone and can be
deleted.
"""

from __future__ import annotations

import sys
from collections.abc import Callable


def under_wine() -> bool:
    """Whether this process runs under Wine."""
    if sys.platform != "win32":
        return False
    import ctypes

    return hasattr(ctypes.WinDLL("ntdll"), "wine_get_version")


def a_job_does_not_keep_its_limit_of_memory() -> bool:
    """Wine takes a job's limit of memory and gives its processes what they ask for all the same."""
    return _prints(
        """
import ctypes
kernel = ctypes.WinDLL("kernel32")
kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = ctypes.c_void_p
job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
limits = (ctypes.c_size_t * 18)()  # JOBOBJECT_EXTENDED_LIMIT_INFORMATION, 64 bit
limits[2], limits[14] = 0x100, 300 << 20  # LimitFlags, ProcessMemoryLimit
assert kernel.SetInformationJobObject(job, 9, limits, ctypes.sizeof(limits))
assert kernel.AssignProcessToJobObject(job, ctypes.c_void_p(kernel.GetCurrentProcess()))
print(len(bytearray(600 << 20)))
""",
        "629145600",
    )


def a_file_has_no_time_of_creation() -> bool:
    """Wine tells a file's last write as its creation, so a copy with its old time seems old."""
    return _prints(
        """
import os, tempfile
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "a")
    open(path, "w").close()
    os.utime(path, (1000000000, 1000000000))
    print(int(os.stat(path).st_ctime))
""",
        "1000000000",
    )


def _prints(code: str, wanted: str) -> bool:
    """Whether a separate Python process prints ``wanted`` when it runs ``code``."""
    import subprocess

    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False
    )
    return done.stdout.strip() == wanted


FAULTS: dict[str, Callable[[], bool]] = {
    function.__name__: function
    for function in (a_job_does_not_keep_its_limit_of_memory, a_file_has_no_time_of_creation)
}


def main() -> int:
    """Print every fault and whether this Wine has it; returns 1 if one is gone."""
    if not under_wine():
        print("Not under Wine.")
        return 2
    found = {name: fault() for name, fault in FAULTS.items()}
    for name, is_there in found.items():
        print(f"{name}: {'still there' if is_there else 'GONE: delete it and its marks'}")
    return 0 if all(found.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
