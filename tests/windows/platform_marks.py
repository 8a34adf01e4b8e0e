"""The marks ``posix`` and ``wine``: the only reasons to skip a test on Windows."""

from __future__ import annotations

import sys
from collections.abc import Generator

import pytest
from wine_faults import FAULTS, under_wine

REASONS = ("not on Windows: ", "Wine: ")
"""Prefixes of reasons allowed on Windows; a fixture that skips its tests uses one itself."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip tests marked ``posix(reason)`` on Windows, and ``wine(fault)`` under Wine.

    Raises ``pytest.UsageError`` for a mark without a reason, or with an unknown fault.
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


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """On Windows, fail tests that are skipped for any other reason."""
    report = yield
    is_free = sys.platform != "win32" or not report.skipped or hasattr(report, "wasxfail")
    if not is_free and item.get_closest_marker("posix") is None:
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else ""
        if not reason.removeprefix("Skipped: ").startswith(REASONS):
            report.outcome = "failed"
            report.longrepr = f"{item.nodeid} is skipped on Windows without a mark: {reason}"
    return report
