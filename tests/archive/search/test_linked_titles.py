"""What the archive knows of a linked title, on both databases."""

from __future__ import annotations

from datetime import date

import pytest
from repository_kit import FLOOD, HARVEST, ROAD

from bnews_desk.archive.repository import database_archive
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.earlier_headlines import EarlierHeadline, TitleLookup
from bnews_desk.release import Details, Release


@pytest.fixture
def filled(vault: DatabaseArchive) -> DatabaseArchive:
    """Three releases, one of which is published."""
    dated = HARVEST._replace(details=Details(publication_date=date(2024, 11, 13)))
    for key, release in (("panen", dated), ("jalan", ROAD), ("banjir", FLOOD)):
        vault.add(key, release)
    vault.save(vault.get("panen")._replace(status="tayang", address="https://b-news.id/panen"))
    return vault


def test_a_known_headline_comes_with_day_and_address(filled: DatabaseArchive) -> None:
    known = filled.look_up_title(HARVEST.headline)
    earlier = EarlierHeadline(HARVEST.headline, date(2024, 11, 13), "https://b-news.id/panen")
    assert known == TitleLookup((earlier,))
    assert known.address == "https://b-news.id/panen"
    assert filled.look_up_title(ROAD.headline) == TitleLookup((EarlierHeadline(ROAD.headline),))
    assert filled.look_up_title(ROAD.headline).address == ""


def test_what_is_nearly_a_headline_is_found(filled: DatabaseArchive) -> None:
    known = filled.look_up_title("Petani Wates Mulai Panen Raya Padii")
    assert known.exact == ()
    assert known.near is not None
    assert known.near.headline == HARVEST.headline


def test_what_stands_in_a_body_only_is_unknown(filled: DatabaseArchive) -> None:
    assert filled.look_up_title("Warga Berharap Jalan Itu Rampung") == TitleLookup()


@pytest.mark.parametrize(
    "title", ["", " \t", "🎉", '"', "NEAR(a b)", "a" * 5000, "x " * 500, "\ud800"]
)
def test_no_title_can_break_the_question(filled: DatabaseArchive, title: str) -> None:
    assert filled.look_up_title(title) == TitleLookup()


def test_what_lies_in_the_bin_is_unknown(filled: DatabaseArchive) -> None:
    filled.delete("panen")
    assert filled.look_up_title(HARVEST.headline) == TitleLookup()


def test_the_published_of_one_headline_comes_first(filled: DatabaseArchive) -> None:
    filled.add("lagi", Release.of(HARVEST.headline, ["Isi lain."]))
    days = [one.day for one in filled.look_up_title(HARVEST.headline).exact]
    assert days == [date(2024, 11, 13), None]


def test_an_archive_knows_enough_from_some_headlines_on(
    filled: DatabaseArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_archive, "ENOUGH_HEADLINES", 3)
    assert filled.look_up_title("Apa Saja").knows_enough
    filled.delete("panen")
    filled.add("tanpa-judul", Release("\nIsi saja."))
    assert not filled.look_up_title("Apa Saja").knows_enough
