"""Faults of Wine that a test may name as its reason not to run: each shown without our code.

A test names one with ``@pytest.mark.wine("name_of_the_function")`` and is then left out under Wine
only. Each function below is such a fault: its docstring is the reason, its result whether this
Wine still has it. Run in the Windows Python, this file says which are gone and may be deleted.
"""

from __future__ import annotations

import sys
from collections.abc import Callable


def under_wine() -> bool:
    """Whether the Windows that this process sees is Wine's."""
    if sys.platform != "win32":
        return False
    import ctypes

    return hasattr(ctypes.WinDLL("ntdll"), "wine_get_version")


FAULTS: dict[str, Callable[[], bool]] = {}


def main() -> int:
    """Print every fault and whether this Wine has it; 1 if one is gone."""
    if not under_wine():
        print("Not under Wine.")
        return 2
    found = {name: fault() for name, fault in FAULTS.items()}
    for name, is_there in found.items():
        print(f"{name}: {'still there' if is_there else 'GONE: delete it and its marks'}")
    return 0 if all(found.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
