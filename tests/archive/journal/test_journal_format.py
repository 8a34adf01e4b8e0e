"""A release comes out of the journal as it went in, whatever stands in it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bnews_desk.errors import ReadError
from bnews_desk.receipt import Receipt, ReceiptEntry
from bnews_desk.release import Details, FactCheck, Ignore, Mark, Photo, Release, Source
from bnews_desk.release_json import (
    decode_text,
    encode_text,
    first_words,
    receipt_from_json,
    receipt_to_json,
    release_from_json,
    release_to_json,
)

TEXT = st.text(st.characters(), max_size=40)
ZONES = st.none() | st.just(UTC) | st.just(timezone(timedelta(hours=7)))
DETAILS = st.builds(
    Details,
    publication_date=st.none() | st.dates(),
    writer=TEXT,
    category=TEXT,
    tags=st.lists(TEXT, max_size=3).map(tuple),
    slug=TEXT,
    page_title=TEXT,
    description=TEXT,
    embargo=st.none() | st.datetimes(timezones=ZONES),
    advertorial=st.booleans(),
)
DIGESTS = st.text("0123456789abcdef", min_size=64, max_size=64)
PHOTOS = st.builds(Photo, DIGESTS, st.integers(0, 50), TEXT, TEXT, TEXT, TEXT)
MARKS = st.builds(
    Mark, st.integers(0, 40), st.integers(0, 60), st.sampled_from(["bold", "italic", "link"]), TEXT
)
RELEASES = st.builds(
    Release,
    st.lists(TEXT, min_size=1, max_size=5).map("\n".join),
    st.lists(MARKS, max_size=5).map(tuple),
    st.lists(PHOTOS, max_size=3).map(tuple),
    DETAILS,
    st.frozensets(st.builds(Ignore, TEXT, TEXT, st.none() | TEXT), max_size=3),
    st.frozensets(st.builds(FactCheck, *(TEXT,) * 5, st.datetimes(timezones=ZONES)), max_size=3),
    st.lists(st.builds(Source, TEXT, TEXT), max_size=2).map(tuple),
)
ENTRIES = st.builds(
    ReceiptEntry,
    TEXT,
    st.integers(0),
    st.integers(0),
    st.integers(0),
    st.lists(TEXT, max_size=3).map(tuple),
    TEXT,
)


@given(RELEASES)
def test_any_release_comes_back_equal_to_itself(release: Release) -> None:
    back = release_from_json(release_to_json(release))
    assert back == release
    assert release_to_json(back) == release_to_json(release)


@given(st.lists(ENTRIES, max_size=3))
def test_any_receipt_comes_back_equal_to_itself(entries: list[ReceiptEntry]) -> None:
    receipt = Receipt(tuple(entries))
    assert receipt_from_json(receipt_to_json(receipt)) == receipt


def test_two_halves_of_an_emoji_are_not_joined() -> None:
    halves = Release("\n\ud83c\udf89 dan 🎉")
    assert release_from_json(release_to_json(halves)).text == halves.text


@given(st.text(st.characters()))
def test_any_text_is_packed_and_unpacked(text: str) -> None:
    assert decode_text(encode_text(text)) == text


@given(st.binary(max_size=60))
def test_noise_is_no_release_and_no_failure(noise: bytes) -> None:
    with pytest.raises(ReadError):
        release_from_json(noise)
    receipt_from_json(noise)
    decode_text(noise)


@pytest.mark.parametrize(
    "data",
    [
        b"[]",
        b"{}",
        b'{"text":5}',
        b'{"text":"a","marks":[[0,1,"blink",""]]}',
        b'{"text":"a","marks":[[0,"x","bold",""]]}',
        b'{"text":"a","photos":[{"anchor":1}]}',
        b'{"text":"a","details":{"embargo":"kemarin"}}',
        b'{"text":"a","ignores":[["aturan"]]}',
        b"[" * 100_000,
    ],
)
def test_json_that_is_no_release_is_told_as_damaged(data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        release_from_json(data)
    assert caught.value.kind == "damaged"


def test_fields_of_a_later_version_are_passed_over() -> None:
    assert release_from_json(b'{"text":"Judul\\nIsi","mood":"calm"}') == Release("Judul\nIsi")


def test_an_embargo_keeps_its_zone() -> None:
    embargo = datetime(2024, 11, 14, 6, tzinfo=timezone(timedelta(hours=7)))
    back = release_from_json(release_to_json(Release(details=Details(embargo=embargo))))
    assert back.details.embargo is not None
    assert back.details.embargo.utcoffset() == timedelta(hours=7)


def test_the_opening_is_one_line_cut_between_words() -> None:
    long = Release.of("Judul", ("Warga  desa\u00a0itu", "kata " * 100))
    opening = first_words(long)
    assert opening.startswith("Warga desa itu kata kata")
    assert opening.endswith("kata")
    assert len(opening) <= 160
    assert first_words(Release()) == ""
    assert len(first_words(Release("\n" + "a" * 900))) == 160
