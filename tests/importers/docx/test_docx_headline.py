"""What becomes headline and caption, in our own Word files and in those of others."""

from __future__ import annotations

import pytest
from build_docx import docx, p, picture, r, relation, style, styled, t, tp

from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.importers.docx import read_docx
from bnews_desk.release import Mark

READER = FrameReader(load_style_sheet()[0])

TITLES = "".join(
    f'<w:style w:styleId="{i}"><w:name w:val="{name}"/></w:style>'
    for i, name in [("T", "Title"), ("H", "heading 1"), ("J", "Judul"), ("X", "Normal")]
)


@pytest.mark.parametrize("identity", ["T", "H", "J"])
def test_a_first_paragraph_in_a_title_style_is_the_headline(identity: str) -> None:
    title = p(t("Pasar ", "<w:i/>") + r("<w:br/>") + t("Ramai"), style(identity))
    imported = read_docx(styled(p() + title + tp("Isi."), TITLES))
    assert imported.release.text == "Pasar  Ramai\nIsi."
    assert imported.release.marks == (Mark(0, 6, "italic"),)


def test_a_later_title_is_no_headline() -> None:
    imported = read_docx(styled(tp("Isi.", style("X")) + tp("Bab", style("H")), TITLES))
    assert imported.release.text == "\nIsi.\nBab"


def test_without_styles_the_lines_are_read_as_plain_text_is() -> None:
    data = docx(p(t("Pasar Ramai", "<w:b/>")) + p() + p(picture("i") + t("Isi ")) + tp("x"),
                (relation("i", "image", "a.png"),), {"word/a.png": b"x"})  # fmt: skip
    imported = read_docx(data, READER)
    assert imported.release.text == "Pasar Ramai\nIsi \nx"
    assert imported.release.marks == (Mark(0, 11, "bold"),)
    assert imported.release.photos[0].anchor == 1
    assert read_docx(data).release.headline == ""


def test_our_own_files_say_what_is_headline_and_caption() -> None:
    photo = p(picture("i"), style("BNewsKeteranganFoto"))
    body = (
        tp("Pasar Ramai", style("BNewsJudul"))
        + photo
        + photo
        + tp("Pedagang (Foto: Sun)", style("BNewsKeteranganFoto"))
        + tp("Isi.", style("BNewsLead"))
        + photo
        + tp("Tanpa kredit", style("BNewsKeteranganFoto"))
        + tp("Lebih", style("BNewsKeteranganFoto"))
    )
    data = docx(body, (relation("i", "image", "a.png"),), {"word/a.png": b"x"})
    release = read_docx(data, READER).release
    assert release.text == "Pasar Ramai\nIsi.\nLebih"
    assert [(x.anchor, x.caption, x.credit) for x in release.photos] == [
        (0, "", ""),
        (0, "Pedagang", "Sun"),
        (1, "Tanpa kredit", ""),
    ]


def test_our_own_file_without_a_headline_has_none() -> None:
    body = tp("Pasar Ramai", style("BNewsLead")) + p("", style("BNewsIsi")) + tp("Isi")
    assert read_docx(docx(body), READER).release.text == "\nPasar Ramai\n\nIsi"


def test_a_title_below_the_letterhead_is_the_headline_and_the_letterhead_stays() -> None:
    letterhead = tp("PEMERINTAH KABUPATEN BLITAR") + tp("DINAS KESEHATAN") + tp("SIARAN PERS")
    title = p(t("Pasar ", "<w:i/>") + t("Ramai"), style("H"))
    imported = read_docx(styled(letterhead + title + tp("Isi."), TITLES))
    assert imported.release.text == (
        "Pasar Ramai\nPEMERINTAH KABUPATEN BLITAR\nDINAS KESEHATAN\nSIARAN PERS\nIsi."
    )
    assert imported.release.marks == (Mark(0, 6, "italic"),)
