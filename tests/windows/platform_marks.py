"""The only two reasons for which a test is left out on Windows: ``posix`` and ``wine``."""

from __future__ import annotations

import sys

import pytest
from wine_faults import FAULTS, under_wine


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what is marked ``posix(reason)`` on Windows, and ``wine(fault)`` under Wine.

    Raises ``pytest.UsageError`` where a mark has no reason, or names a fault that is not shown.
    """
    is_windows, is_wine = sys.platform == "win32", under_wine()
    for item in items:
        for mark in item.iter_markers("posix"):
            if len(mark.args) != 1 or not isinstance(mark.args[0], str):
                raise pytest.UsageError(f"{item.nodeid}: posix(reason) needs one reason")
            if is_windows:
                item.add_marker(pytest.mark.skip(reason=f"not on Windows: {mark.args[0]}"))
        for mark in item.iter_markers("wine"):
            if len(mark.args) != 1 or mark.args[0] not in FAULTS:
                raise pytest.UsageError(f"{item.nodeid}: {mark.args} is not in wine_faults.py")
            if is_wine:
                reason = (FAULTS[mark.args[0]].__doc__ or "").strip().splitlines()[0]
                item.add_marker(pytest.mark.skip(reason=f"Wine: {reason}"))
