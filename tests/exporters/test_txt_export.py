"""Plain text going out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bnews_desk.exporters.txt import write_txt
from bnews_desk.release import Mark, Release


def test_text_is_utf8_without_mark_and_final_line_break() -> None:
    release = Release.of("Judul", ["“Satu”", "Dua 🌾"], [Mark(6, 9, "bold")])
    assert write_txt(release) == "Judul\n\n“Satu”\nDua 🌾".encode()


def test_lone_surrogates_become_replacement_characters() -> None:
    assert write_txt(Release.of("", ["a\ud83cb"])) == "a\ufffdb".encode()


@given(st.text())
def test_any_text_can_be_written(text: str) -> None:
    write_txt(Release(text)).decode("utf-8")
