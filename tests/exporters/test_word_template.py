"""The Word template that ships, and the script that makes it."""

from __future__ import annotations

import runpy
from pathlib import Path

import docx
import pytest
from word_file import W, WordFile

from bnews_desk.exporters.docx import styles
from bnews_desk.frame.release_frame import Role
from bnews_desk.paths import resource, word_template

SHIPPED = WordFile(Path(word_template()).read_bytes())
STYLES = SHIPPED.xml("word/styles.xml")


def test_the_script_makes_what_ships(tmp_path: Path) -> None:
    made = tmp_path / "templat.docx"
    runpy.run_path(resource("templates", "make_template.py"))["write_template"](str(made))
    assert WordFile(made.read_bytes()).names() == SHIPPED.names()
    for name in SHIPPED.names():
        assert WordFile(made.read_bytes()).part(name) == SHIPPED.part(name), name


def test_the_page_is_a4_and_the_language_indonesian() -> None:
    section = docx.Document(word_template()).sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    language = STYLES.find(f"{W}docDefaults//{W}lang")
    assert language.get(f"{W}val") == "id-ID"


def test_it_names_no_author_and_no_theme() -> None:
    properties = docx.Document(word_template()).core_properties
    assert (properties.author, properties.title, properties.language) == ("", "", "id-ID")
    assert not any("theme" in name for name in SHIPPED.names())
    assert b"Theme=" not in SHIPPED.part("word/styles.xml")


@pytest.mark.parametrize(
    ("style_id", "name"),
    [
        ("BNewsJudul", "Judul Berita"),
        ("BNewsLead", "Lead"),
        ("BNewsIsi", "Isi Berita"),
        ("BNewsBacaJuga", "Baca Juga"),
        ("BNewsEditor", "Nama Editor"),
        ("BNewsKeteranganFoto", "Keterangan Foto"),
        ("BNewsKode", "Kode Rilis"),
    ],
)
def test_it_has_the_newsroom_s_styles(style_id: str, name: str) -> None:
    (style,) = STYLES.iterfind(f"{W}style[@{W}styleId='{style_id}']")
    assert style.find(f"{W}name").get(f"{W}val") == name


def test_no_style_is_bold_or_italic_so_that_an_editor_s_marks_show() -> None:
    assert STYLES.find(f".//{W}b") is None
    assert STYLES.find(f".//{W}i") is None


def test_every_style_that_is_written_exists() -> None:
    known = {style.get(f"{W}styleId") for style in STYLES.iterfind(f"{W}style")}
    used = {styles.style_of(role) for role in Role}
    assert used | {styles.CAPTION, styles.SOURCE_TAG, styles.LINK} <= known
    assert {e.get(f"{W}val") for e in STYLES.iter(f"{W}basedOn", f"{W}next")} <= known
