"""A release handed over at the very moment in which another desk saves it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from vault_kit import FLOOD, HARVEST, ROAD, OpenArchive

from bnews_desk.archive.journal import Journal
from bnews_desk.archive.vault.agreements import Agreements
from bnews_desk.archive.vault.taking_over import Standing, TakingOver
from bnews_desk.archive.vault.troubles import ConflictError
from bnews_desk.archive.vault.values import Record
from bnews_desk.archive.vault.vault import Vault


class Crossed:
    """An archive in which somebody saves right behind each time that a release was read."""

    def __init__(self, vault: Vault, saved: Callable[[Record], Record]) -> None:
        self._vault, self._saved = vault, saved

    def get(self, key: str) -> Record:
        seen = self._vault.get(key)
        self._vault.save(self._saved(seen))
        return seen

    def __getattr__(self, name: str) -> Any:
        return getattr(self._vault, name)


@pytest.fixture
def vault(tmp_path: Path, opened: OpenArchive) -> Vault:
    return opened(str(tmp_path / "arsip.db"))


def taking(tmp_path: Path) -> tuple[TakingOver, Journal, Agreements]:
    journal, agreements = Journal(str(tmp_path / "j.db")), Agreements(str(tmp_path / "a.db"))
    return TakingOver(journal, agreements), journal, agreements


def test_the_same_text_saved_by_two_at_once_is_no_conflict(tmp_path: Path, vault: Vault) -> None:
    hands, journal, agreements = taking(tmp_path)
    standing = Standing("a", ROAD)
    hands.take(vault, Standing("a", HARVEST))
    theirs = vault.get("a")
    vault.save(theirs._replace(release=FLOOD))
    crossed = Crossed(vault, lambda seen: seen._replace(release=ROAD))
    outcome = hands.take(crossed, standing)  # type: ignore[arg-type]
    assert outcome is not None
    assert outcome.kind == "taken"
    assert vault.get("a").release == ROAD
    assert hands.behind(vault, ["a"]) == []
    journal.close()
    agreements.close()


def test_a_text_that_others_have_just_left_behind_is_in_conflict(
    tmp_path: Path, vault: Vault
) -> None:
    hands, journal, agreements = taking(tmp_path)
    hands.take(vault, Standing("a", HARVEST))
    crossed = Crossed(vault, lambda seen: seen._replace(release=FLOOD))
    outcome = hands.take(crossed, Standing("a", ROAD))  # type: ignore[arg-type]
    assert outcome is not None
    assert (outcome.kind, outcome.record.release) == ("conflict", FLOOD)
    kept = [vault.version("a", version.number) for version in vault.versions("a")]
    assert ROAD in kept
    journal.close()
    agreements.close()


def test_a_release_that_others_save_all_the_time_is_given_up_for_now(
    tmp_path: Path, vault: Vault
) -> None:
    hands, journal, agreements = taking(tmp_path)
    hands.take(vault, Standing("a", HARVEST))
    addresses = (f"https://b-news.example/{number}" for number in range(9))
    crossed = Crossed(vault, lambda seen: seen._replace(address=next(addresses)))
    with pytest.raises(ConflictError):
        hands.take(crossed, Standing("a", ROAD))  # type: ignore[arg-type]
    assert vault.get("a").release == HARVEST
    assert next(addresses).endswith("3")
    journal.close()
    agreements.close()
