"""Copy that goes out as a Word file and comes in again is the same copy."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bnews_desk.exporters.export_formats import write_release
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.importers.file_reading import read_data
from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.release import Mark, MarkKind, Photo, Release

READER = FrameReader(load_style_sheet()[0])
ARTICLE = """BLITAR | B-news.id - Petani Desa Sumberagung, Kecamatan Gandusari, memulai panen raya.
Baca juga: Irigasi Baru Mengairi 40 Hektare Sawah di Gandusari
"Airnya cukup sampai musim kemarau," kata Slamet Riyanto, ketua kelompok tani setempat.
Panen itu menghasilkan 6,4 ton per hektare, lebih tinggi daripada musim lalu.
Baca juga: Harga Gabah di Blitar Naik Tipis
Pemerintah desa menyiapkan dua mesin perontok untuk warga. (kmfkabblt/sun)
Editor : Zainul Arifin"""


def through_word(release: Release, pictures: dict[str, bytes] | None = None) -> ImportedRelease:
    exported = write_release(release, pictures or {}, "docx", READER)
    return read_data(exported.data, "docx", READER)


@pytest.mark.parametrize(
    "text",
    [
        ARTICLE,
        "Petani Sumberagung Panen Raya\n\n" + ARTICLE,
        "Panen Raya!\n\n" + ARTICLE.replace("\n", "\n\n"),
        ARTICLE.replace("\n", "\n\n\n"),
        "satu\t dua  tiga \n  empat\u00a0lima\u200b",
    ],
)
def test_a_text_file_survives_word_byte_for_byte(text: str) -> None:
    release = read_data(text.encode(), "txt", READER).release
    back = through_word(release).release
    assert write_release(back, {}, "txt", READER).data == text.encode()


def test_marks_and_photos_survive_word() -> None:
    picture = b"GIF89a\x28\x00\x1e\x00\x00\x00\x00;"
    digest = sha256(picture).hexdigest()
    target = "https://contoh.example/?a=1&b=2"
    release = Release(
        "Petani Sumberagung Panen Raya\n" + ARTICLE,
        (Mark(0, 6, "bold"), Mark(50, 80, "italic"), Mark(60, 90, "link", target)),
        (
            Photo(digest, 0, "a.gif", "Panen raya", "Sun", "Lima petani di sawah"),
            Photo(digest, 2, "tanpa.gif"),
            Photo(digest, 2, "keterangan.gif"),
            Photo(digest, 3, "b.gif", "", "Sun"),
            Photo(digest, 3, "c.gif", "Mesin perontok"),
        ),
    )
    back = through_word(release, {digest: picture})
    assert back.release == release
    assert back.pictures == {digest: picture}


CHAR = st.characters(
    exclude_categories=["Cs", "Cc"], include_characters="\t", exclude_characters="\ufffe\uffff"
)
LINES = st.lists(st.text(CHAR, max_size=25), min_size=1, max_size=5)


@given(st.text(CHAR, max_size=25), LINES, st.data())
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_text_and_marks_survive_word(
    headline: str, body: list[str], data: st.DataObject
) -> None:
    text = "\n".join([headline, *body])
    place = st.integers(0, len(text))
    look: st.SearchStrategy[MarkKind] = st.sampled_from(["bold", "italic"])
    drawn = data.draw(st.lists(st.tuples(place, place, look), max_size=5))
    marks = tuple(Mark(min(a, b), max(a, b), kind) for a, b, kind in drawn)
    release = Release(text, marks)
    back = through_word(release).release
    assert back.text == release.text
    assert sorted(back.marks) == sorted(release.marks)
