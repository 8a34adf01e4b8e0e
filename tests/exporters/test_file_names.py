"""What exported files are called."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bnews_desk.exporters.file_names import (
    FIELDS,
    NAMELESS,
    PATTERN_LENGTH,
    STEM_LENGTH,
    USUAL_PATTERN,
    fill_pattern,
    free_stem,
    pattern_fault,
    proposed_stem,
    safe_stem,
    taken_files,
    usable_pattern,
)
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.release import Details, Release
from bnews_desk.windows_names import file_name_fault

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
    frame = FrameReader(load_style_sheet()[0]).read(release.text)
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
        ("nul.txt", "nul_.txt"),
        ("com¹ .pdf", "com¹_.pdf"),
        ("CONIN$", "CONIN$_"),
        ("kabar. ", "kabar"),
        ("kabar\x00pasar\x1f", "kabar pasar"),
        ("a:b*c?", "a b c"),
        ("pasar (2)", "pasar (2)"),
    ],
)
def test_what_no_file_may_be_called_is_put_right(typed: str, stem: str) -> None:
    assert safe_stem(typed) == stem


_DEVICES = st.sampled_from(["con", "NUL", "Com1", "lpt³", "conout$", "aux "])


@given(st.text(max_size=300) | st.builds(str.__add__, _DEVICES, st.text(". x²:", max_size=9)))
def test_a_safe_name_is_safe_again_and_never_a_path(typed: str) -> None:
    stem = safe_stem(typed)
    assert safe_stem(stem) == stem
    assert not stem or file_name_fault(f"{stem}.docx") == file_name_fault(stem) == ""
    assert len(stem) <= STEM_LENGTH + 1
    assert stem not in {".", ".."}


def test_a_name_of_which_one_file_is_taken_is_numbered_for_all(tmp_path: Path) -> None:
    endings = (".docx", ".txt")
    assert free_stem(str(tmp_path), "pasar", endings) == "pasar"
    (tmp_path / "pasar.txt").touch()
    (tmp_path / "pasar (2).docx").touch()
    assert taken_files(str(tmp_path), "pasar", endings) == [str(tmp_path / "pasar.txt")]
    assert free_stem(str(tmp_path), "pasar", endings) == "pasar (3)"


@pytest.mark.posix("symbolic links need a privilege")
def test_a_link_that_leads_nowhere_takes_its_name(tmp_path: Path) -> None:
    (tmp_path / "pasar.docx").symlink_to("tidak-ada")
    assert free_stem(str(tmp_path), "pasar", (".docx",)) == "pasar (2)"


COPY = (
    "Pasar Tani Tegalasri\nBLITAR | B-news.id - Dinas membuka pasar tani. (kmfkabblt/sun)\n"
    "Editor : Zainul Arifin"
)


@pytest.mark.parametrize(
    ("pattern", "stem"),
    [
        (USUAL_PATTERN, "2024-11-14 pasar-tani-tegalasri"),
        ("{tahun}{bulan}{hari}_{judul}", "20241114_pasar-tani-tegalasri"),
        ("{tempat} - {judul} ({editor})", "blitar - pasar-tani-tegalasri (zainul-arifin)"),
        ("{kode} {kategori} {judul}", "kmfkabblt ekonomi-kreatif pasar-tani-tegalasri"),
        ("B-news {tanggal}", "B-news 2024-11-14"),
        ("CON.{tahun}", "CON_.2024"),
    ],
)
def test_files_are_named_by_a_pattern(pattern: str, stem: str) -> None:
    details = Details(publication_date=date(2024, 11, 14), category="Ekonomi Kreatif")
    frame = FrameReader(load_style_sheet()[0]).read(COPY)
    assert pattern_fault(pattern) == ""
    assert proposed_stem(Release(COPY, details=details), TODAY, frame, pattern) == stem


@pytest.mark.parametrize(
    ("pattern", "stem"),
    [
        ("{tanggal} {tempat} {judul}", "t j"),
        ("{tanggal} - {tempat} - {judul}", "t - j"),
        ("{tanggal}-{tempat}-{editor}-{judul}", "t-j"),
        ("{tanggal}{tempat}_{judul}", "t_j"),
        ("{tempat}-{judul}", "j"),
        ("{judul}-{tempat}", "j"),
        ("{judul} ({tempat}) {tanggal}", "j t"),
        ("{judul} [{tempat}]", "j"),
        ("{tempat} {editor}", ""),
    ],
)
def test_what_is_unknown_leaves_no_gap_in_a_name(pattern: str, stem: str) -> None:
    assert fill_pattern(pattern, {"tanggal": "t", "judul": "j", "tempat": ""}) == stem


def test_a_release_of_which_nothing_is_known_still_has_a_name() -> None:
    assert proposed_stem(Release("\n"), TODAY, None, "{tempat}") == NAMELESS


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("{tanggal} {jdul}", "{jdul}"),
        ("{}", "{}"),
        ("{tanggal", "berpasangan"),
        ("{judul}}", "berpasangan"),
        ("{tahun}/{judul}", "“/”"),
        ("{judul}\x00", "tidak dapat dipakai"),
        ("rilis", "bernama sama"),
        ("{judul}" + "x" * PATTERN_LENGTH, "terlalu panjang"),
    ],
)
def test_a_pattern_that_names_no_file_is_told_and_gives_way(pattern: str, told: str) -> None:
    assert told in pattern_fault(pattern)
    assert usable_pattern(pattern) == USUAL_PATTERN
    assert usable_pattern("") == USUAL_PATTERN
    assert usable_pattern("{judul}") == "{judul}"


@given(
    st.lists(st.sampled_from([*(f"{{{name}}}" for name in FIELDS), " ", "-", "_", ".", "a", "("])),
    st.dictionaries(st.sampled_from(FIELDS), st.sampled_from(["", "x", "2024"])),
)
def test_any_pattern_gives_a_name_that_a_file_can_have(
    pieces: list[str], values: dict[str, str]
) -> None:
    name = fill_pattern("".join(pieces), values)
    assert "\0" not in name
    assert "{" not in name
    for field, value in values.items():
        assert f"{{{field}}}" not in pieces or value in name
