"""Lines become a release."""

from __future__ import annotations

import pytest

from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.importers.imported_line import BOLD, ImportedLine
from bnews_desk.importers.release_assembly import assemble_release
from bnews_desk.release import Mark, Release


def lines(*texts: str, title: int | None = None) -> list[ImportedLine]:
    made = []
    for number, text in enumerate(texts):
        line = ImportedLine()
        line.write(text[:4], BOLD)
        line.write(text[4:], 0)
        line.finish()
        line.style = "title" if number == title else ""
        made.append(line)
    return made


def assembled(made: list[ImportedLine], reader: FrameReader | None = None) -> Release:
    return assemble_release(made, lambda style: style == "title", reader)


def test_lines_are_the_paragraphs_of_the_body_with_their_marks() -> None:
    release = assembled(lines("Satu dua", "", "Tiga empat"))
    assert release.text == "\nSatu dua\n\nTiga empat"
    assert release.marks == (Mark(1, 5, "bold"), Mark(11, 15, "bold"))


@pytest.mark.parametrize("texts", [(), ("",)])
def test_no_words_are_an_empty_release(texts: tuple[str, ...]) -> None:
    assert assembled(lines(*texts)).text == "\n"


def test_a_line_in_a_title_style_is_the_headline_with_its_marks() -> None:
    release = assembled(lines("", "Panen Raya", "Satu dua", title=1))
    assert release.text == "Panen Raya\nSatu dua"
    assert release.marks == (Mark(0, 4, "bold"), Mark(11, 15, "bold"))


def test_a_title_below_the_letterhead_is_taken_up_and_the_letterhead_stays() -> None:
    release = assembled(lines("SIARAN PERS", "Panen Raya", "Satu dua", title=1))
    assert release.text == "Panen Raya\nSIARAN PERS\nSatu dua"


def test_a_headline_within_a_broken_line_is_found_as_in_plain_text() -> None:
    reader = FrameReader(load_style_sheet()[0])
    release = assembled(lines("\nPanen Raya", "\nWarga memanen padi.", "Satu dua"), reader)
    assert release.text == "Panen Raya\nWarga memanen padi.\nSatu dua"


def test_a_title_of_two_lines_is_one() -> None:
    release = assembled(lines("Panen\nRaya", "Satu dua", title=0))
    assert release.text == "Panen Raya\nSatu dua"


def test_the_words_of_the_lines_are_handed_over() -> None:
    made = lines("Satu dua", "Tiga")
    assembled(made)
    assert [(line.text, line.marks) for line in made] == [("", ()), ("", ())]


def test_a_line_is_written_on_after_it_was_finished() -> None:
    (line,) = lines("Satu dua")
    line.write(" tiga", BOLD)
    line.prefix("- ")
    line.finish()
    assert line.text == "- Satu dua tiga"
    assert line.marks == (Mark(2, 6, "bold"), Mark(10, 15, "bold"))
    assert (line.label, line.length) == (2, 15)
