"""OpenDocument files: sound packages, named styles, every word and every space."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx.image.image import Image
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from bnews_desk.exporters.exported_file import ExportedFile
from bnews_desk.exporters.odt import write_odt
from bnews_desk.exporters.odt.xml import NAMESPACES
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.paths import resource
from bnews_desk.release import Details, Mark, Photo, Release

READER = FrameReader(load_style_sheet()[0])
NOW = datetime(2026, 11, 14, 9, 30, tzinfo=UTC)
TEXT = (
    "Pasar Ikan Dibuka\n"
    "BLITAR | B-news.id - Dinas Perikanan membuka pasar ikan.\n"
    "Baca juga: Harga Lele Naik\n"
    "Pasar itu dibuka tiap Sabtu. (kmfkabblt/sun)\n"
    "Editor : Zainul Arifin"
)


def export(release: Release, pictures: dict[str, bytes] | None = None) -> ExportedFile:
    return write_odt(release, pictures or {}, READER, now=NOW)


def part(exported: ExportedFile, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(exported.data)) as package:
        return etree.fromstring(package.read(name))


def said(element: etree._Element) -> str:
    """What a paragraph says, its white-space elements resolved."""
    text = f"{{{NAMESPACES['text']}}}"
    words = element.text or ""
    for child in element:
        if child.tag == f"{text}s":
            words += " " * int(child.get(f"{text}c", "1"))
        elif child.tag in {f"{text}tab", f"{text}line-break"}:
            words += "\t" if child.tag.endswith("tab") else "\n"
        else:
            words += said(child)
        words += child.tail or ""
    return words


def paragraphs(exported: ExportedFile) -> list[tuple[str, str]]:
    """Style and text of each paragraph."""
    body = part(exported, "content.xml").find(".//office:text", NAMESPACES)
    name = f"{{{NAMESPACES['text']}}}style-name"
    return [(child.get(name), said(child)) for child in body]


def test_each_part_of_a_release_in_its_style() -> None:
    exported = export(Release(TEXT))
    assert [style for style, _ in paragraphs(exported)] == [
        "BNewsJudul", "BNewsLead", "BNewsBacaJuga", "BNewsIsi", "BNewsEditor",
    ]  # fmt: skip
    assert "\n".join(text for _, text in paragraphs(exported)) == TEXT
    assert exported.notes == ()


def test_the_package() -> None:
    data = export(Release(TEXT)).data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        first = package.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert package.testzip() is None
        manifest = etree.fromstring(package.read("META-INF/manifest.xml"))
        name = f"{{{NAMESPACES['manifest']}}}full-path"
        listed = {entry.get(name) for entry in manifest} - {"/"}
        assert listed == set(package.namelist()) - {"mimetype", "META-INF/manifest.xml"}
    assert data == export(Release(TEXT)).data


def test_styles_are_named_and_indonesian() -> None:
    styles = part(export(Release(TEXT)), "styles.xml")
    shown = styles.xpath("//style:style/@style:display-name", namespaces=NAMESPACES)
    assert {"B-news Judul", "B-news Isi", "B-news Baca juga", "B-news Editor"} <= set(shown)
    assert styles.xpath("//@fo:language", namespaces=NAMESPACES) == ["id"]
    assert styles.xpath("//@fo:page-width", namespaces=NAMESPACES) == ["21cm"]


def test_marks() -> None:
    release = Release(
        "J\ntebal miring dua tautan",
        (
            Mark(2, 7, "bold"), Mark(8, 14, "italic"), Mark(15, 18, "bold"),
            Mark(15, 18, "italic"), Mark(19, 25, "link", "https://contoh.id/"),
        ),
    )  # fmt: skip
    content = part(export(release), "content.xml")
    spans = content.xpath("//text:span", namespaces=NAMESPACES)
    name = f"{{{NAMESPACES['text']}}}style-name"
    assert [(s.get(name), s.text) for s in spans] == [
        ("BNewsTebal", "tebal"), ("BNewsMiring", "miring"), ("BNewsTebalMiring", "dua"),
    ]  # fmt: skip
    link = content.xpath("//text:a", namespaces=NAMESPACES)[0]
    assert (said(link), link.get(f"{{{NAMESPACES['xlink']}}}href")) == (
        "tautan",
        "https://contoh.id/",
    )


def test_what_the_file_says_of_itself() -> None:
    release = Release(TEXT, details=Details(category="Ekonomi", tags=("ikan", "pasar")))
    meta = part(export(release), "meta.xml")
    assert meta.xpath("//dc:title/text()", namespaces=NAMESPACES) == ["Pasar Ikan Dibuka"]
    assert meta.xpath("//dc:creator/text()", namespaces=NAMESPACES) == ["Zainul Arifin"]
    assert meta.xpath("//meta:keyword/text()", namespaces=NAMESPACES) == ["ikan", "pasar"]


def test_a_photo_with_caption_and_description() -> None:
    data = Path(resource("pictures", "jendela.png")).read_bytes()
    assert Image.from_blob(data).width > 0
    photo = Photo("ab" * 32, 1, "pasar.png", "Pasar ikan", "Humas", "Orang di pasar")
    exported = export(Release("J\nsatu\ndua", photos=(photo,)), {photo.digest: data})
    content = part(exported, "content.xml")
    assert content.xpath("//svg:desc/text()", namespaces=NAMESPACES) == ["Orang di pasar"]
    assert [text for _, text in paragraphs(exported)][-2:] == ["Pasar ikan (Foto: Humas)", "dua"]
    with zipfile.ZipFile(io.BytesIO(exported.data)) as package:
        assert package.read("Pictures/foto1.png") == data


@pytest.mark.parametrize("data", [b"", b"bukan gambar", b"\x89PNG\r\n\x1a\n"])
def test_a_photo_that_cannot_go_in_is_told(data: bytes) -> None:
    photo = Photo("ab" * 32, 1, "pasar.png", "Pasar ikan")
    exported = export(Release("J\nsatu", photos=(photo,)), {photo.digest: data})
    assert "pasar.png" in exported.notes[0]
    assert paragraphs(exported)[-1][1] == "Pasar ikan"


def test_control_characters_are_told() -> None:
    exported = export(Release("J\na\x07b\ud800"))
    assert exported.notes[0].startswith("2 karakter kendali")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\t\n ")))
def test_any_text_comes_back(text: str) -> None:
    release = Release("J\n" + text)
    assert "\n".join(line for _, line in paragraphs(export(release))) == release.text
