"""What an editor takes of a release makes the copy; the rest is in the receipt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bnews_desk.frame.furniture.part_kind import PartKind
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.importers.parts.copy_selection import PartChoice, default_choices, take_parts
from bnews_desk.importers.parts.part_recognition import recognise_parts
from bnews_desk.receipt import Receipt, ReceiptEntry
from bnews_desk.release import Mark, Photo, Release

READER = FrameReader(load_style_sheet()[0])
LINES = (
    "PEMERINTAH KABUPATEN BLITAR",
    "DINAS PETERNAKAN",
    "",
    "SIARAN PERS",
    "",
    "Sapi Perah Wlingi Divaksin,",
    "Peternak Diminta Melapor",
    "",
    "BLITAR – Dinas Peternakan memvaksin 412 sapi perah di Kecamatan Wlingi, Senin (4/3/2024).",
    "",
    "Vaksinasi dilanjutkan ke Kecamatan Doko pada pekan depan, kata kepala dinas.",
    "",
    "Narahubung: Tri (0812-0000-0412)",
)
RELEASE = Release.of("", LINES)
COPY = (
    "Sapi Perah Wlingi Divaksin, Peternak Diminta Melapor\n"
    "BLITAR – Dinas Peternakan memvaksin 412 sapi perah di Kecamatan Wlingi, Senin (4/3/2024).\n"
    "\n"
    "Vaksinasi dilanjutkan ke Kecamatan Doko pada pekan depan, kata kepala dinas."
)


def by_default(release: Release) -> ImportedRelease:
    choices = default_choices(recognise_parts(release, READER), release)
    return take_parts(ImportedRelease(release, Receipt()), choices)


def test_the_copy_is_taken_and_the_furniture_is_in_the_receipt() -> None:
    imported = by_default(RELEASE)
    assert imported.release.text == COPY
    assert [(entry.kind, entry.texts) for entry in imported.receipt] == [
        ("letterhead", ("PEMERINTAH KABUPATEN BLITAR\nDINAS PETERNAKAN",)),
        ("release-mark", ("SIARAN PERS",)),
        ("contact", ("Narahubung: Tri (0812-0000-0412)",)),
    ]
    assert all(entry.note for entry in imported.receipt)


def test_what_the_importer_told_stays_in_front_of_the_receipt() -> None:
    told = ReceiptEntry("encoding", 1, 1, 0, (), "Huruf dibaca sebagai Windows-1252.")
    choices = default_choices(recognise_parts(RELEASE, READER), RELEASE)
    assert take_parts(ImportedRelease(RELEASE, Receipt((told,))), choices).receipt[0] == told


def test_a_clean_release_stays_as_it_is() -> None:
    clean = Release.of("Judul Berita", ["", "Warga memanen padi di Kecamatan Wates.", ""])
    assert by_default(clean) == ImportedRelease(clean, Receipt())


def test_what_is_ticked_comes_in_and_what_is_not_stays_out() -> None:
    contact, body = len(LINES), 9
    choices = [
        PartChoice(PartKind.LETTERHEAD, (1, 2), False),
        PartChoice(PartKind.BODY, (body,), True),
        PartChoice(PartKind.BODY, (11,), False),
        PartChoice(PartKind.CONTACT, (contact,), True),
    ]
    imported = take_parts(ImportedRelease(RELEASE, Receipt()), choices)
    assert imported.release == Release.of("", [LINES[body - 1], LINES[contact - 1]])
    assert [entry.kind for entry in imported.receipt] == ["letterhead", "body"]


def test_nothing_taken_is_an_empty_copy() -> None:
    choices = [PartChoice(PartKind.BODY, tuple(range(1, len(LINES) + 1)), False)]
    assert take_parts(ImportedRelease(RELEASE, Receipt()), choices).release == Release()


def test_a_headline_that_was_none_becomes_the_first_paragraph() -> None:
    release = Release.of("Humas Polres", ["Warga Panen Padi", "Padi dipanen."])
    choices = [
        PartChoice(PartKind.BODY, (0,), True),
        PartChoice(PartKind.HEADLINE, (1,), True),
        PartChoice(PartKind.BODY, (2,), True),
    ]
    copy = take_parts(ImportedRelease(release, Receipt()), choices).release
    assert copy == Release.of("Warga Panen Padi", ["Humas Polres", "Padi dipanen."])


def test_marks_go_with_their_words() -> None:
    release = Release.of("", ["SIARAN PERS", "Warga Panen", "Padi Raya", "Padi dipanen."])
    marks = [
        Mark(release.text.index(words), release.text.index(words) + len(words), "bold")
        for words in ("SIARAN", "Panen", "Padi Raya", "dipanen")
    ]
    choices = [
        PartChoice(PartKind.MARK, (1,), False),
        PartChoice(PartKind.HEADLINE, (2, 3), True),
        PartChoice(PartKind.BODY, (4,), True),
    ]
    copy = take_parts(
        ImportedRelease(release._replace(marks=tuple(marks)), Receipt()), choices
    ).release
    assert copy.text == "Warga Panen Padi Raya\nPadi dipanen."
    assert [copy.text[m.start : m.end] for m in copy.marks] == ["Panen", "Padi Raya", "dipanen"]


@pytest.mark.parametrize(
    ("lines", "caption", "credit"),
    [
        (["Foto: Petugas menyuntik sapi."], "Petugas menyuntik sapi.", ""),
        (["Keterangan foto:", "Petugas menyuntik sapi."], "Petugas menyuntik sapi.", ""),
        (["Foto: Petugas menyuntik sapi. (Dok. Disnak)"], "Petugas menyuntik sapi.", "Disnak"),
        (["Foto: Petugas menyuntik sapi.", "(Foto: Disnak)"], "Petugas menyuntik sapi.", "Disnak"),
    ],
)
def test_a_caption_goes_to_the_photo_that_waits_for_it(
    lines: list[str], caption: str, credit: str
) -> None:
    body = "Dinas Peternakan memvaksin 412 sapi perah di Kecamatan Wlingi, Senin (4/3/2024)."
    release = Release.of("Sapi Perah Divaksin", [body, *lines])
    copy = by_default(release._replace(photos=(Photo("00", 1),))).release
    assert copy.text == f"Sapi Perah Divaksin\n{body}"
    assert copy.photos == (Photo("00", 1, caption=caption, credit=credit),)


def test_a_photo_may_stay_behind() -> None:
    release = Release.of("Judul", ["Isi."])._replace(
        photos=(Photo("00", 1, "a"), Photo("01", 1, "b"))
    )
    choices = default_choices(recognise_parts(release, READER), release)
    imported = take_parts(ImportedRelease(release, Receipt()), choices, {0})
    assert imported.release.photos == (Photo("01", 1, "b"),)
    entry = imported.receipt.entry("photo")
    assert entry is not None
    assert (entry.found, entry.carried, entry.left_out) == (2, 1, 1)


def test_without_a_photo_a_caption_stays_out_unless_it_is_ticked() -> None:
    release = Release.of("Judul", ["Isi.", "Foto: Petugas menyuntik sapi."])
    parts = recognise_parts(release, READER)
    assert by_default(release).release == Release.of("Judul", ["Isi."])
    all_in = [choice._replace(is_taken=True) for choice in default_choices(parts, release)]
    assert take_parts(ImportedRelease(release, Receipt()), all_in).release == release


@given(
    st.lists(
        st.sampled_from(
            (*LINES, "Foto: Sapi.", "Isi panjang yang selesai di sini sekali, kata dia.")
        ),
        max_size=12,
    ),
    st.data(),
)
def test_every_line_is_in_the_copy_or_in_the_receipt(lines: list[str], data: st.DataObject) -> None:
    release = Release.of("", lines)
    choices = [
        choice._replace(is_taken=data.draw(st.booleans()))
        for choice in default_choices(recognise_parts(release, READER), release)
    ]
    imported = take_parts(ImportedRelease(release, Receipt()), choices)
    texts = [imported.release.text, *(text for entry in imported.receipt for text in entry.texts)]
    assert sorted(" ".join(texts).split()) == sorted(" ".join(lines).split())
