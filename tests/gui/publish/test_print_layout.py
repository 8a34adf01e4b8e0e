"""PDF files and paper: every word, in the house's layout, on A4."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.publish.print_layout import lay_out_release
from bnews_desk.gui.publish.print_painting import make_pdf
from bnews_desk.gui.shared.fonts import Fonts, load_fonts
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.paths import resource
from bnews_desk.release import Mark, Photo, Release

READER = FrameReader(load_style_sheet()[0])
TEXT = (
    "Pasar Ikan Sumberagung Dibuka\n"
    "BLITAR | B-news.id - Dinas Perikanan membuka pasar ikan di Desa Sumberagung.\n"
    "Baca juga: Harga Lele Naik\n"
    "Pasar itu dibuka tiap Sabtu. (kmfkabblt/sun)\n"
    "Editor : Zainul Arifin"
)


@pytest.fixture
def fonts(qtbot: QtBot) -> Fonts:
    return load_fonts()


def made(release: Release, fonts: Fonts, pictures: dict[str, bytes] | None = None) -> bytes:
    frame = READER.read(release.text)
    return make_pdf(lay_out_release(release, frame, pictures or {}, fonts))


def said(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as file:
        pages = [page.get_textpage().get_text_bounded() for page in file]
    return " ".join(" ".join(pages).split())


def test_every_word_is_on_the_page(fonts: Fonts) -> None:
    data = made(Release(TEXT), fonts)
    assert data.startswith(b"%PDF-")
    assert said(data) == " ".join(TEXT.split())


def test_the_paper_and_what_the_file_says_of_itself(fonts: Fonts) -> None:
    with pypdfium2.PdfDocument(made(Release(TEXT), fonts)) as file:
        width, height = file[0].get_size()
        assert (round(width), round(height)) == (595, 842)
        assert file.get_metadata_dict()["Title"] == "Pasar Ikan Sumberagung Dibuka"


def test_a_long_release_takes_more_pages(fonts: Fonts) -> None:
    lines = [f"Paragraf nomor {n} berisi beberapa kata biasa." for n in range(200)]
    data = made(Release("Judul\n" + "\n".join(lines)), fonts)
    with pypdfium2.PdfDocument(data) as file:
        assert len(file) > 3
    assert "Paragraf nomor 199 berisi" in said(data)
    assert "1/" in said(data)


@pytest.mark.parametrize("last", ["Akhir kata.", "Akhir kata. " * 40])
def test_the_editor_never_stands_alone_on_a_page(fonts: Fonts, last: str) -> None:
    """Whatever the length, he has the last paragraph with him, and nothing else is torn."""
    two = 0
    for count in range(8, 28):
        lines = [f"Paragraf nomor {n}." for n in range(count)]
        text = "\n".join(("Judul", *lines, last.strip(), "Editor : Zainul Arifin"))
        data = made(Release(text), fonts)
        with pypdfium2.PdfDocument(data) as file:
            pages = ["".join(page.get_textpage().get_text_bounded().split()) for page in file]
        two += len(pages) == 2
        assert ["".join(pages).count(f"nomor{n}.") for n in range(count)] == [1] * count
        assert "kata.Editor" in pages[-1]
        assert f"nomor{count // 2}." in pages[0]
    assert two > 3


def test_a_paragraph_too_long_to_move_stays(fonts: Fonts) -> None:
    for count in range(300, 420, 5):
        pages = made(Release("J\n" + "kata biasa " * count + "\nEditor : Zainul Arifin"), fonts)
        assert "Editor : Zainul Arifin" in said(pages)


def test_links_can_be_followed(fonts: Fonts) -> None:
    release = Release("J\nlihat laman ini", (Mark(8, 13, "link", "https://contoh.id/kopi"),))
    assert b"https://contoh.id/kopi" in made(release, fonts)


def test_a_photo_comes_with_its_caption(fonts: Fonts) -> None:
    photo = Photo("ab" * 32, 1, caption="Pasar ikan", credit="Humas")
    picture = Path(resource("pictures", "jendela.png")).read_bytes()
    release = Release("J\nsatu\ndua", photos=(photo,))
    with_picture = made(release, fonts, {photo.digest: picture})
    assert said(with_picture) == "J satu Pasar ikan (Foto: Humas) dua"
    assert len(with_picture) > len(made(release, fonts)) + 5_000


@pytest.mark.parametrize("data", [b"", b"bukan gambar", b"\x89PNG\r\n\x1a\n"])
def test_a_picture_that_cannot_be_read_leaves_its_caption(fonts: Fonts, data: bytes) -> None:
    photo = Photo("ab" * 32, 1, caption="Pasar ikan")
    assert "Pasar ikan" in said(
        made(Release("J\nsatu", photos=(photo,)), fonts, {photo.digest: data})
    )


@pytest.mark.parametrize("text", ["\n", "J\n", "\n\n\n", "J\n\x00\x07\ud800 اختبار 🎉"])
def test_odd_texts(fonts: Fonts, text: str) -> None:
    assert made(Release(text), fonts).startswith(b"%PDF-")
