"""What exported files are called."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bnews_desk.exporters.names import (
    NAMELESS,
    STEM_LENGTH,
    free_stem,
    proposed_stem,
    safe_stem,
    taken,
)
from bnews_desk.frame.reading import FrameReader
from bnews_desk.house.sheet import load
from bnews_desk.release import Details, Release

TODAY = date(2025, 3, 6)


def test_a_name_is_the_publication_date_and_the_headlines_slug() -> None:
    details = Details(publication_date=date(2024, 11, 14))
    release = Release("Pasar Tani Tegalasri\nIsi.", details=details)
    assert proposed_stem(release, TODAY) == "2024-11-14 pasar-tani-tegalasri"


def test_without_a_date_today_stands_in_the_name() -> None:
    assert proposed_stem(Release("Pasar\nIsi."), TODAY) == "2025-03-06 pasar"


def test_a_slug_of_the_editors_own_comes_before_the_headline() -> None:
    release = Release("Pasar\nIsi.", details=Details(slug="kabar pasar"))
    assert proposed_stem(release, TODAY) == "2025-03-06 kabar-pasar"


def test_a_long_headline_is_cut_between_words() -> None:
    release = Release("Pasar Tani Tegalasri Dibuka, 40 Petani Jual Langsung Hasil Panen\nIsi.")
    assert proposed_stem(release, TODAY) == "2025-03-06 pasar-tani-tegalasri-dibuka-40-petani"


def test_without_a_headline_the_lead_gives_the_name() -> None:
    release = Release("\nBLITAR | B-news.id - Pemerintah desa membuka pasar tani baru pagi ini.")
    frame = FrameReader(load()[0]).read(release.text)
    expected = "2025-03-06 pemerintah-desa-membuka-pasar-tani-baru"
    assert proposed_stem(release, TODAY, frame) == expected


@pytest.mark.parametrize("text", ["\n", "市場\n"])
def test_a_release_without_latin_words_still_has_a_name(text: str) -> None:
    assert proposed_stem(Release(text), TODAY) == f"2025-03-06 {NAMELESS}"


@pytest.mark.parametrize(
    ("typed", "stem"),
    [
        ("kabar/../pasar", "kabar .. pasar"),
        (" . ", ""),
        ("CON", "CON_"),
        ("nul.txt", "nul.txt_"),
        ("a:b*c?", "a b c"),
        ("pasar (2)", "pasar (2)"),
    ],
)
def test_what_no_file_may_be_called_is_put_right(typed: str, stem: str) -> None:
    assert safe_stem(typed) == stem


@given(st.text(max_size=300))
def test_a_safe_name_is_safe_again_and_never_a_path(typed: str) -> None:
    stem = safe_stem(typed)
    assert safe_stem(stem) == stem
    assert not set(stem) & set('/\\:*?"<>|')
    assert len(stem) <= STEM_LENGTH + 1
    assert stem not in {".", ".."}


def test_a_name_of_which_one_file_is_taken_is_numbered_for_all(tmp_path: Path) -> None:
    endings = (".docx", ".txt")
    assert free_stem(str(tmp_path), "pasar", endings) == "pasar"
    (tmp_path / "pasar.txt").touch()
    (tmp_path / "pasar (2).docx").symlink_to("tidak-ada")
    assert taken(str(tmp_path), "pasar", endings) == [str(tmp_path / "pasar.txt")]
    assert free_stem(str(tmp_path), "pasar", endings) == "pasar (3)"
