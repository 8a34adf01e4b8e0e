"""Where a journal may be made, who hears of it, and the time that it goes by."""

from __future__ import annotations

from pathlib import Path

import pytest
from journal_kit import Ears, Time


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "jurnal.db"


@pytest.fixture
def ears() -> Ears:
    return Ears()


@pytest.fixture
def time() -> Time:
    return Time()
