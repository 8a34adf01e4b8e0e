"""Photos in a Word file that goes out."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import docx
import pytest
from word_file import WP, W, WordFile, png

from bnews_desk.exporters.docx import write_docx
from bnews_desk.exporters.docx.pictures import TEXT_HEIGHT, TEXT_WIDTH
from bnews_desk.exporters.exported_file import ExportedFile
from bnews_desk.exporters.exported_photos import caption_of
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.release import Photo, Release

READER = FrameReader(load_style_sheet()[0])
NOW = datetime(2026, 3, 2, tzinfo=UTC)
SMALL = png(40, 30)
DIGEST = sha256(SMALL).hexdigest()


def exported(*photos: Photo, data: bytes = SMALL, headline: str = "Judul") -> ExportedFile:
    release = Release(f"{headline}\nSatu.\nDua.", photos=photos)
    return write_docx(release, {DIGEST: data}, READER, now=NOW)


def inlines(word: WordFile) -> list[Any]:
    return list(word.xml("word/document.xml").iter(f"{WP}inline"))


def test_a_photo_follows_its_paragraph_with_alt_text_and_caption() -> None:
    photo = Photo(DIGEST, 1, "panen.png", "Warga memanen padi", "Sun", "Lima petani di sawah")
    word = WordFile(exported(photo).data)
    assert word.styled() == [
        ("BNewsJudul", "Judul"),
        ("BNewsLead", "Satu."),
        ("BNewsIsi", ""),
        ("BNewsKeteranganFoto", "Warga memanen padi (Foto: Sun)"),
        ("BNewsIsi", "Dua."),
    ]
    (inline,) = inlines(word)
    properties = inline.find(f"{WP}docPr")
    assert properties.get("descr") == "Lima petani di sawah"
    assert properties.get("name") == "panen.png"
    assert word.part("word/media/image1.png") == SMALL
    assert word.paragraphs()[2].find(f".//{W}keepNext") is not None


@pytest.mark.parametrize(
    ("caption", "credit", "shown"),
    [
        ("Panen", "", "Panen"),
        ("", "Sun", "(Foto: Sun)"),
        ("Panen", "Sun", "Panen (Foto: Sun)"),
        ("", "", ""),
    ],
)
def test_a_caption_says_what_there_is(caption: str, credit: str, shown: str) -> None:
    photo = Photo(DIGEST, 1, caption=caption, credit=credit)
    assert caption_of(photo) == shown
    styles = [style for style, _ in WordFile(exported(photo).data).styled()]
    assert styles.count("BNewsKeteranganFoto") == (1 if shown else 0)


@pytest.mark.parametrize(
    ("anchor", "headline", "at"),
    [(0, "Judul", 1), (0, "", 0), (2, "Judul", 3), (99, "", 2), (-1, "", 0)],
)
def test_every_anchor_has_a_place(anchor: int, headline: str, at: int) -> None:
    word = WordFile(exported(Photo(DIGEST, anchor), headline=headline).data)
    drawn = [one.find(f".//{WP}inline") is not None for one in word.paragraphs()]
    assert drawn.index(True) == at


def test_photos_of_one_paragraph_keep_their_order_and_share_their_bytes() -> None:
    word = WordFile(
        exported(Photo(DIGEST, 1, "a"), Photo(DIGEST, 1, ""), Photo(DIGEST, 2, "c")).data
    )
    properties = [inline.find(f"{WP}docPr") for inline in inlines(word)]
    assert [one.get("name") for one in properties] == ["a", "Foto 2", "c"]
    assert [one.get("id") for one in properties] == ["1", "2", "3"]
    assert [name for name in word.names() if "media" in name] == ["word/media/image1.png"]


@pytest.mark.parametrize(("width", "height"), [(2000, 500), (500, 2000), (1, 3000), (20, 10)])
def test_a_picture_never_leaves_the_text_area_and_keeps_its_shape(width: int, height: int) -> None:
    (inline,) = inlines(WordFile(exported(Photo(DIGEST, 1), data=png(width, height)).data))
    extent = inline.find(f"{WP}extent")
    wide, high = int(extent.get("cx")), int(extent.get("cy"))
    assert wide <= TEXT_WIDTH
    assert high <= TEXT_HEIGHT
    assert wide / high == pytest.approx(width / height, rel=0.01)


def test_the_text_width_is_that_of_the_template() -> None:
    section = docx.Document(io.BytesIO(exported().data)).sections[0]
    assert None not in (section.page_width, section.left_margin, section.right_margin)
    assert section.page_width - section.left_margin - section.right_margin == TEXT_WIDTH  # type: ignore[operator]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF",
        SMALL[:20],
        png(0, 0),
        b"RIFF\x00\x00\x00\x00WEBPVP8 ",
        b"<svg/>",
        b"\xff\xd8\xff\xe0",
    ],
)
def test_a_picture_that_word_cannot_show_is_left_out_and_noted(data: bytes) -> None:
    result = exported(Photo(DIGEST, 1, "rusak.jpg", "Keterangan"), Photo(DIGEST, 2), data=data)
    word = WordFile(result.data)
    assert inlines(word) == []
    assert [text for _, text in word.styled()] == ["Judul", "Satu.", "Dua."]
    assert len(result.notes) == 2
    assert "rusak.jpg" in result.notes[0]


def test_a_picture_whose_bytes_are_missing_is_noted() -> None:
    (note,) = exported(Photo("f" * 64, 1, "", "Warga memanen padi")).notes
    assert "Warga memanen padi" in note
    assert "tidak ditemukan" in note


def test_words_that_xml_cannot_hold_do_not_spoil_a_photo() -> None:
    photo = Photo(DIGEST, 1, "a\x00.png", "b\x01\nc", "", "d\ud800")
    word = WordFile(exported(photo).data)
    assert inlines(word)[0].find(f"{WP}docPr").get("descr") == "d\ufffd"
    assert word.styled()[3][1] == "b\ufffd\nc"
