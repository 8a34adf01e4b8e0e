"""Which writer a file gets."""

from __future__ import annotations

import pytest

from bnews_desk.errors import WriteError
from bnews_desk.exporters.export_formats import format_by_ending, writable_endings, write_release
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.release import Photo, Release

READER = FrameReader(load_style_sheet()[0])
RELEASE = Release.of("Judul", ["Satu."])


@pytest.mark.parametrize("ending", writable_endings())
def test_every_ending_has_a_writer(ending: str) -> None:
    format = format_by_ending(f"NASKAH{ending.upper()}")
    assert ending in format.endings
    assert write_release(RELEASE, {}, format.key, READER).data


@pytest.mark.parametrize("name", ["naskah.pdf", "naskah"])
def test_an_unknown_ending_is_told_what_can_be_written(name: str) -> None:
    with pytest.raises(WriteError, match=r"\.txt") as caught:
        format_by_ending(name)
    assert caught.value.kind == "unknown-format"


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(WriteError) as caught:
        write_release(RELEASE, {}, "pdf", READER)
    assert caught.value.kind == "unknown-format"


def test_photos_that_text_cannot_carry_are_noted() -> None:
    assert write_release(RELEASE, {}, "txt", READER).notes == ()
    release = Release(RELEASE.text, photos=(Photo("a" * 64, 0), Photo("b" * 64, 1)))
    (note,) = write_release(release, {}, "txt", READER).notes
    assert note.startswith("2 foto")
