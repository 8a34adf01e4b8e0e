"""Fixtures for all tests: nothing is judged by the clock, and nothing that a test opened stays
open."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from types import ModuleType

import pytest
from hypothesis import HealthCheck, settings
from platform_marks import pytest_collection_modifyitems, pytest_runtest_makereport

from bnews_desk.exporters import export_formats
from bnews_desk.exporters.export_formats import ExportFormat
from bnews_desk.exporters.exported_file import ExportedFile

__all__ = ["pytest_collection_modifyitems", "pytest_runtest_makereport"]

os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"  # never the developer's own

settings.register_profile("desk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("desk")


@pytest.fixture(autouse=True)
def _watched_files_let_go() -> Iterator[None]:
    """Release watched files: the program watches a few archives and releases none, but thousands of
    tests would exceed the limit of open files."""
    yield
    place = sys.modules.get("bnews_desk.archive.repository.database_archive")
    held = place._HELD if place else {}
    while held:
        os.close(held.popitem()[1])


def pytest_collection_finish() -> None:
    """Exclude the collected tests from garbage collection, as they stay to the end."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def headline_format(monkeypatch: pytest.MonkeyPatch) -> ExportFormat:
    """A format made of one module and one record, registered like every other: the headline
    alone."""
    module = ModuleType("bnews_desk.exporters.headline_only")
    vars(module)["write_headline"] = lambda release, _pictures, _reader, *, now=None: ExportedFile(
        f"# {release.headline}".encode()
    )
    monkeypatch.setitem(sys.modules, module.__name__, module)
    record = ExportFormat(
        "headline", "judul saja", "Judul saja", (".judul",), "headline_only", "write_headline"
    )
    monkeypatch.setattr(export_formats, "FORMATS", (*export_formats.FORMATS, record))
    return record
