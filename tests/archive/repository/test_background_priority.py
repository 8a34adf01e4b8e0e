"""What takes long in the background lets the editor's saves in between."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from repository_kit import HARVEST, ROAD, Clock, OpenArchive

from bnews_desk.archive.repository import version_history
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.search import index_rebuild

DAY = 86_400.0


@pytest.fixture
def saved_between(monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Does work during which a module gives way; how often another program saved meanwhile.

    It saves at the very moments that are given: whoever wrote then would have it refused.
    """

    def saved(vault: DatabaseArchive, module: ModuleType, work: Callable[[], object]) -> int:
        record, texts = vault.add("disunting", HARVEST), [HARVEST.text]

        def save() -> None:
            nonlocal record
            texts.append(f"{texts[-1]} Lagi.")
            record = vault.save(record._replace(release=HARVEST._replace(text=texts[-1])))

        monkeypatch.setattr(module, "let_other_writers_in", save)
        work()
        assert vault.get("disunting").release.text == texts[-1]
        return len(texts) - 1

    return saved


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "arsip.db")


def test_saves_come_between_while_the_index_is_rebuilt(
    path: str,
    opened: OpenArchive,
    monkeypatch: pytest.MonkeyPatch,
    saved_between: Callable[..., int],
) -> None:
    monkeypatch.setattr(index_rebuild, "AT_ONCE", 40)
    vault = opened(path)
    for number in range(400):
        vault.add(f"a{number}", ROAD)
    assert (
        saved_between(vault, index_rebuild, lambda: list(opened(path).rebuild_index()))
        >= 400 // 40 - 1
    )
    assert vault.faults() == []


def test_saves_come_between_while_versions_are_thinned_out(
    path: str,
    opened: OpenArchive,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
    saved_between: Callable[..., int],
) -> None:
    monkeypatch.setattr(version_history, "_AT_ONCE", 20)
    vault = opened(path)
    for number in range(20):
        record = vault.add(f"a{number}", HARVEST)
        for step in range(12):
            clock.now += 700.0
            text = f"{HARVEST.text} {step}"
            record = vault.save(record._replace(release=HARVEST._replace(text=text)))
    before = len(vault.versions("a0"))
    clock.now += 200 * DAY
    assert saved_between(vault, version_history, opened(path).thin_out) >= 3
    assert len(vault.versions("a0")) < before
    assert vault.faults() == []
