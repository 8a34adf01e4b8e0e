"""Formulas, charts and other objects in an OpenDocument text."""

from __future__ import annotations

import pytest
from build_odt import BOLD, odt, p, style

from bnews_desk.errors import ReadError
from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.importers.odt import read_odt

FORMULA = (
    '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mi>L</mi><mo>=</mo>'
    "<msup><mi>s</mi><mn>2</mn></msup></mrow><annotation>L = s^2</annotation></semantics></math>"
)
CHART = (
    '<o:document xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><o:chart>'
    "<text:p>Panen  Padi</text:p><text:p>Srengat</text:p><text:p/></o:chart></o:document>"
)
FRAME = '<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'


def read(body: str, part: str | bytes, automatic: str = "") -> ImportedRelease:
    return read_odt(odt(body, automatic, {"Object 1/content.xml": part}))


def test_a_formula_is_its_characters() -> None:
    imported = read(p(f"Luas {FRAME}."), FORMULA)
    assert imported.release.body == "Luas L=s2."
    assert imported.receipt.entry("equation").carried == 1


def test_a_formula_may_stand_in_the_text_itself() -> None:
    imported = read_odt(odt(p(f"<draw:frame><draw:object>{FORMULA}</draw:object></draw:frame>")))
    assert imported.release.body == "L=s2"


def test_a_hidden_formula_is_told() -> None:
    hidden = style("H", "paragraph", '<style:text-properties text:display="none"/>')
    imported = read(p(f"a{FRAME}", "H") + p("b"), FORMULA, hidden)
    assert imported.release.body == "b"
    assert imported.receipt.entry("object").texts == ("L=s2",)


def test_the_words_of_a_chart_are_told() -> None:
    frame = FRAME.replace("</draw:frame>", "<svg:desc>Grafik</svg:desc></draw:frame>")
    imported = read(p(frame) + p("Isi"), CHART)
    assert imported.release.body == "Isi"
    assert imported.receipt.entry("object").texts == ("Grafik\nPanen Padi\nSrengat",)


@pytest.mark.parametrize("part", ["<a", "", "<a/>"])
def test_a_damaged_object_takes_nothing_with_it(part: str) -> None:
    imported = read(p(FRAME) + p("Isi"), part)
    assert imported.release.body == "Isi"
    assert imported.receipt.entry("object").left_out == 1


def test_a_macro_library_that_declares_its_type_is_no_harm() -> None:
    library = '<!DOCTYPE library:libraries PUBLIC "-//OO//DTD 1.0//EN" "libraries.dtd"><a/>'
    parts = {"Basic/script-lc.xml": library, "Basic/Standard/m.xml": library}
    assert read_odt(odt(p("Isi"), style("T", "text", BOLD), parts)).release.body == "Isi"


def test_a_formula_that_names_its_type_is_read() -> None:
    named = '<!DOCTYPE math PUBLIC "-//OpenOffice.org//DTD MathML 1.01//EN" "math.dtd">' + FORMULA
    assert read(p(FRAME), named).release.body == "L=s2"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("inside", ["", "<!ELEMENT a ANY>", '<!ENTITY x "y">'])
def test_a_type_that_declares_anything_refuses_the_file(encoding: str, inside: str) -> None:
    evil = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE math [{inside}]>{FORMULA}'
    with pytest.raises(ReadError) as caught:
        read_odt(odt(p(FRAME), "", {"Object 1/content.xml": evil.encode(encoding)}))
    assert caught.value.kind == "hostile"


def test_a_type_in_an_encoding_of_another_age_hides_nothing() -> None:
    evil = f'<?xml version="1.0" encoding="cp037"?><!DOCTYPE math [<!ENTITY x "y">]>{FORMULA}'
    assert read(p(f"a{FRAME}"), evil.encode("cp037")).release.body == "a"
