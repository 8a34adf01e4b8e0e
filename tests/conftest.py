"""What holds for every test: nothing is judged by the clock, whatever else the machine does, and
nothing that a test opened stays open.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from platform_marks import pytest_collection_modifyitems

__all__ = ["pytest_collection_modifyitems"]

settings.register_profile("desk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("desk")


@pytest.fixture(autouse=True)
def _watched_files_let_go() -> Iterator[None]:
    """The program watches a few archives in its life and lets go of none; thousands of tests would
    together have more files open than a process may have.
    """
    yield
    place = sys.modules.get("bnews_desk.archive.vault.place")
    held = place._HELD if place else {}
    while held:
        os.close(held.popitem()[1])


def pytest_collection_finish() -> None:
    """Tests by the ten thousand stay to the end: never look through them for garbage."""
    gc.collect()
    gc.freeze()
