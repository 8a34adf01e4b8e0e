"""Fixtures of journal tests: its folder, the recorder of its reports, its clock."""

from __future__ import annotations

from pathlib import Path

import pytest
from journal_kit import ReportRecorder, Time


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "jurnal.db"


@pytest.fixture
def recorder() -> ReportRecorder:
    return ReportRecorder()


@pytest.fixture
def time() -> Time:
    return Time()
