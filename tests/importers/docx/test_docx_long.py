"""Long Word files: read paragraph by paragraph, in little memory."""

from __future__ import annotations

import pytest
from build_docx import NAMESPACES, docx, p, part, relation, relations, t, tp, zipped
from memory_use import rise

from bnews_desk.errors import ReadError
from bnews_desk.importers.docx import read_docx

WORDS = "Warga Desa Sumberasri memanen jagung bersama kelompok tani pada Rabu pagi. "
BOLD = "<w:b/>"


def body_of(data: bytes) -> list[str]:
    return read_docx(data).release.body.split("\n")


@pytest.mark.parametrize(
    "paragraph", [tp(WORDS * 4), p(t(WORDS) + t(WORDS, BOLD) + t(WORDS))], ids=["plain", "runs"]
)
def test_a_long_file_takes_less_than_four_times_its_size(paragraph: str) -> None:
    assert rise(read_docx, docx(paragraph * 4_000)) < 4


def test_what_stands_beside_the_body_is_no_copy() -> None:
    body = f"<w:background>{tp('latar')}</w:background><w:body>{tp('Isi satu.')}</w:body>"
    more = f"<w:body>{tp('badan kedua')}</w:body><w:p/>"
    assert body_of(docx_of(body + more)) == ["Isi satu."]


def test_an_empty_body_and_a_missing_one_are_empty_copy() -> None:
    assert body_of(docx_of("<w:body/>")) == body_of(docx_of("")) == [""]


def test_a_body_deeper_down_is_no_body() -> None:
    inner = f"<w:body>{tp('terlalu dalam')}</w:body>"
    outer = f"<w:background>{inner}</w:background><w:body>{tp('Isi.')}</w:body>"
    assert body_of(docx_of(outer)) == ["Isi."]


def test_a_part_of_another_kind_makes_way_for_the_usual_one() -> None:
    parts = {
        "_rels/.rels": relations(relation("a", "officeDocument", "word/lain.xml")),
        "word/lain.xml": f"<w:glossaryDocument {NAMESPACES}><w:body/></w:glossaryDocument>",
        "word/document.xml": part("document", f"<w:body>{tp('Isi.')}</w:body>"),
    }
    assert body_of(zipped(parts)) == ["Isi."]


def test_a_file_that_breaks_off_after_good_paragraphs_is_damaged() -> None:
    whole = part("document", f"<w:body>{tp('Isi.') * 50}</w:body>")
    with pytest.raises(ReadError) as caught:
        read_docx(zipped({"word/document.xml": whole[:-20]}))
    assert caught.value.kind == "damaged"


def docx_of(content: str) -> bytes:
    return zipped({"word/document.xml": part("document", content)})
