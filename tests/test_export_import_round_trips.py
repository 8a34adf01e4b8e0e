"""What goes out and is read again is the copy: every sample, and any release, in every format.

A page shows runs of white space as one space and empty paragraphs as none; Markdown has no empty
paragraphs, and a space between two bold words is as bold as they are to any eye. All else, in Word
and OpenDocument files everything, comes back as it went.
"""

from __future__ import annotations

import io
import random
import re
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bnews_desk.exporters.export_formats import write_release
from bnews_desk.exporters.html import rich_html, write_html
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.editor.html_reader import read_html
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.importers.file_reading import read_data, read_file
from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.release import Mark, MarkKind, Photo, Release

READER = FrameReader(load_style_sheet()[0])
ROOT = Path(__file__).resolve().parent
SAMPLES = sorted(
    path
    for folder in (ROOT / "fixtures" / "releases", ROOT / "fixtures" / "rilis",
                   ROOT / "quality" / "samples", ROOT.parent / "resources" / "samples")
    for path in folder.iterdir()
    if path.suffix in {".txt", ".docx"}
)  # fmt: skip
PICTURE = (ROOT.parent / "resources" / "pictures" / "jendela.png").read_bytes()
DIGEST = sha256(PICTURE).hexdigest()
TARGET = "https://contoh.id/?a=1&b=2"
KINDS: tuple[MarkKind, ...] = ("bold", "italic", "link")
_BLANKS = re.compile(r"[ \t]+")


class Seen(NamedTuple):
    """What a reader sees: lines with words, and each letter's looks."""

    lines: list[str]
    looks: list[tuple[str, tuple[tuple[str, str], ...]]]


def seen(text: str, marks: tuple[Mark, ...], *, collapses: bool) -> Seen:
    """Blanks alone have no looks; where the form ``collapses`` them, a run of them is one."""
    lines = [
        _BLANKS.sub(" ", line).strip(" \t") if collapses else line for line in text.split("\n")
    ]
    looks = [
        (letter, tuple(sorted({(m.kind, m.target) for m in marks if m.start <= at < m.end})))
        for at, letter in enumerate(text)
        if not letter.isspace()
    ]
    return Seen([line for line in lines if line.strip()], looks)


def marked(release: Release, seed: str) -> Release:
    """The release with bold, italic and linked words all over it, some of them in each other."""
    choose = random.Random(seed)  # noqa: S311 - a written seed
    words = [word.span() for word in re.finditer(r"\S+", release.text)]
    marks = []
    for kind in KINDS * 6:
        first = choose.randrange(len(words))
        last = min(len(words) - 1, first + choose.randrange(4))
        target = TARGET if kind == "link" else ""
        marks.append(Mark(words[first][0], words[last][1], kind, target))
    return Release(release.text, tuple(marks))


@pytest.fixture(params=SAMPLES, ids=lambda path: path.name)
def sample(request: pytest.FixtureRequest) -> Release:
    path: Path = request.param
    return marked(read_file(str(path), READER).release, path.name)


def again(
    release: Release, form: str, ending: str, pictures: dict[str, bytes] | None = None
) -> ImportedRelease:
    return read_data(write_release(release, pictures or {}, form, READER).data, ending, READER)


def test_there_are_samples() -> None:
    assert len(SAMPLES) > 45


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_a_sample_comes_back_from_a_document_exactly(sample: Release, form: str) -> None:
    back = again(sample, form, form).release
    assert back.text == sample.text
    assert sorted(back.marks) == sorted(sample.marks)


def test_a_sample_comes_back_from_a_page(sample: Release) -> None:
    for page in (write_html(sample), rich_html(sample)):
        back = read_data(page.encode(), "html", READER).release
        assert back.headline == _BLANKS.sub(" ", sample.headline).strip()
        expected = seen(sample.text, sample.marks, collapses=True)
        assert seen(back.text, back.marks, collapses=False) == expected


def test_a_sample_is_pasted_from_the_clipboard_as_it_was_copied(sample: Release) -> None:
    back = read_html(rich_html(sample))
    expected = seen(sample.text, sample.marks, collapses=True)
    assert seen(back.text, back.marks, collapses=False) == expected


def test_a_sample_comes_back_from_markdown(sample: Release) -> None:
    back = again(sample, "markdown", "md").release
    assert back.headline == sample.headline
    expected = seen(sample.text, sample.marks, collapses=False)
    assert seen(back.text, back.marks, collapses=False) == expected


WORD = st.text(
    st.characters(categories=["L", "N", "P", "S"], max_codepoint=0x2FFF), min_size=1, max_size=8
)
LINE = st.lists(WORD, min_size=1, max_size=6).map(" ".join)


@st.composite
def releases(draw: st.DrawFn) -> Release:
    """Any words between single spaces, with marks from anywhere to anywhere."""
    text = "\n".join((draw(LINE), *draw(st.lists(LINE, min_size=1, max_size=4))))
    place = st.integers(0, len(text))
    drawn = draw(st.lists(st.tuples(place, place, st.sampled_from(KINDS)), max_size=5))
    return Release(
        text,
        tuple(
            Mark(min(a, b), max(a, b), kind, TARGET if kind == "link" else "")
            for a, b, kind in drawn
        ),
    )


@given(releases())
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_release_comes_back_from_a_page(release: Release) -> None:
    expected = seen(release.text, release.marks, collapses=True)
    back = read_data(write_html(release).encode(), "html", READER).release
    assert seen(back.text, back.marks, collapses=False) == expected
    pasted = read_html(rich_html(release))
    assert seen(pasted.text, pasted.marks, collapses=False) == expected


@given(releases())
@example(Release("10^6^ dan H~2~O\nSatu. *Dua*"))
@example(Release("J\nPanen!Baca", (Mark(8, 12, "link", TARGET),)))
@example(Release("J\nsetengahkata", (Mark(2, 9, "bold"),)))
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_release_comes_back_from_markdown(release: Release) -> None:
    back = again(release, "markdown", "md").release
    expected = seen(release.text, release.marks, collapses=False)
    assert seen(back.text, back.marks, collapses=False) == expected


@given(releases())
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_release_comes_back_from_opendocument(release: Release) -> None:
    back = again(release, "odt", "odt").release
    assert back.text == release.text
    assert sorted(back.marks) == sorted(release.marks)


OTHER_IDS = {
    "BNewsJudul": "JudulBerita",
    "BNewsLead": "Lead",
    "BNewsIsi": "IsiBerita",
    "BNewsBacaJuga": "BacaJuga",
    "BNewsEditor": "NamaEditor",
    "BNewsKeteranganFoto": "KeteranganFoto",
}


def saved_by_another_program(data: bytes, names: dict[str, str]) -> bytes:
    """The Word file under other ids of styles, as LibreOffice saves it; names of styles stay."""
    saved = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(saved, "w") as new:
        for part in old.namelist():
            content = old.read(part)
            for id_, other in names.items() if part.endswith(".xml") else ():
                content = content.replace(f'"{id_}"'.encode(), f'"{other}"'.encode())
            new.writestr(part, content)
    return saved.getvalue()


@pytest.mark.parametrize(("missing", "has_caption"), [("", True), ("Nama Editor", False)])
def test_our_word_file_is_known_again_after_another_program_has_saved_it(
    missing: str, has_caption: bool
) -> None:
    release = Release(
        "Petani Panen\nBLITAR | B-news.id - Petani memanen padi.\nIsi.",
        photos=(Photo(DIGEST, 1, "a.png", "Panen raya", "Sun", "Lima petani"),),
    )
    data = write_release(release, {DIGEST: PICTURE}, "docx", READER).data
    other = {**OTHER_IDS, missing: "Gaya Lain"} if missing else OTHER_IDS
    back = read_data(saved_by_another_program(data, other), "docx", READER).release
    assert (back == release) is has_caption
    assert (back.photos[0].caption == "Panen raya") is has_caption


def test_photos_with_captions_and_descriptions_come_back_from_documents() -> None:
    release = Release(
        "Petani Panen\nBLITAR | B-news.id - Petani memanen padi.\nIsi.\nEditor : Zainul Arifin",
        photos=(
            Photo(DIGEST, 0, "a.png", "Panen raya", "Sun", "Lima petani di sawah"),
            Photo(DIGEST, 2, "b.png", "Mesin perontok", "", "Mesin merah"),
        ),
    )
    for form in ("docx", "odt"):
        back = again(release, form, form, {DIGEST: PICTURE})
        assert back.pictures == {DIGEST: PICTURE}
        assert back.release.text == release.text, form
        assert back.release.photos == release.photos, form
