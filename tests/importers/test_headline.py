"""When the first line of a file is its headline."""

from __future__ import annotations

import pytest

from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.importers.headline import take_headline

READER = FrameReader(load_style_sheet()[0])
LEAD = "BLITAR | B-news.id - Warga Desa Sumberagung memanen padi."
TITLE = "Warga Sumberagung Panen Padi Lebih Awal"


@pytest.mark.parametrize(
    ("lines", "taken"),
    [
        ([TITLE, "", LEAD], (TITLE, 2)),
        (["", " ", TITLE, "", LEAD], (TITLE, 4)),
        ([TITLE, "", LEAD, "", "Panen itu lancar."], (TITLE, 2)),
        ([TITLE, "\u00a0", LEAD], (TITLE, 2)),
        ([TITLE, "", "", LEAD], (TITLE, 2)),
        ([TITLE, ""], (TITLE, 2)),
        (["Kapan Panen Raya Dimulai?", "", LEAD], ("Kapan Panen Raya Dimulai?", 2)),
        (["Panen lebih awal.", "", "Warga senang."], ("Panen lebih awal.", 2)),
    ],
)
def test_a_line_above_an_empty_one_is_the_headline(
    lines: list[str], taken: tuple[str, int]
) -> None:
    assert take_headline(lines, READER) == taken


@pytest.mark.parametrize(
    "lines",
    [
        [],
        [""],
        [TITLE],
        [TITLE, LEAD],
        [LEAD, "", "Panen itu lancar."],
        ["Baca juga: Panen Raya", "", LEAD],
        ["Editor : Zainul Arifin", "", LEAD],
        ["SIARAN PERS", "", LEAD],
        ["PEMERINTAH KABUPATEN BLITAR", "", LEAD],
        ["Panen lebih awal.", "", "Warga senang.", "", "Hujan turun."],
        ["“Kami panen lebih awal.”", "", "Warga senang.", "", "Hujan turun."],
        ["", "Panen lebih awal!", "", "Warga senang."],
    ],
)
def test_these_files_have_no_headline(lines: list[str]) -> None:
    assert take_headline(lines, READER) is None
