"""OpenDocument files made to harm, and broken ones."""

from __future__ import annotations

import pytest
from build_odt import BOLD, TYPE, archive, content, odt, p, style

from bnews_desk.errors import ReadError
from bnews_desk.importers import zip_xml_package
from bnews_desk.importers.limits import ImportDeadline
from bnews_desk.importers.odt import parser, read_odt
from tests.importers.mutations import mutations, outcome

BODY = (
    p('Satu <text:span text:style-name="T1">dua</text:span><text:note text:note-class="footnote">'
      f'<text:note-body>{p("kaki")}</text:note-body></text:note>')
    + f'<text:list text:style-name="L1"><text:list-item>{p("x")}</text:list-item></text:list>'
    + f"<table:table><table:table-row><table:table-cell>{p('a')}</table:table-cell>"
    "</table:table-row></table:table>"
)  # fmt: skip
FILE = odt(BODY, style("T1", "text", BOLD))


def kind_of(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read_odt(data)
    return caught.value.kind


MANIFEST = '<m><manifest:encryption-data xmlns:manifest="m"/></m>'
SHEET = "application/vnd.oasis.opendocument.spreadsheet"
BOMB = b'<!DOCTYPE a [<!ENTITY b "c">]>' + content(p("&b;"))


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (FILE[:200], "damaged"),
        (archive({"mimetype": TYPE}), "damaged"),
        (archive({"mimetype": TYPE, "content.xml": "<a>"}), "damaged"),
        (archive({"mimetype": TYPE, "content.xml": "<a/>"}), "damaged"),
        (archive({"mimetype": TYPE, "META-INF/manifest.xml": MANIFEST}), "encrypted"),
        (archive({"mimetype": SHEET, "content.xml": content("")}), "wrong-type"),
        (archive({"mimetype": TYPE, "content.xml": BOMB}), "hostile"),
        (odt("<text:section>" * 5_000 + "</text:section>" * 5_000), "hostile"),
        (odt(p('<text:s text:c="9"/>' * 10) + "\x01"), "damaged"),
    ],
)
def test_what_is_no_sound_file_is_refused_by_its_fault(data: bytes, kind: str) -> None:
    assert kind_of(data) == kind


@pytest.mark.parametrize(
    ("module", "name", "least"),
    [
        (zip_xml_package, "MAX_UNPACKED_BYTES", 300),
        (zip_xml_package, "MAX_XML_NODES", 10),
        (zip_xml_package, "MAX_PARTS", 1),
        (parser, "MAX_LINES", 1),
    ],
)
def test_sizes_are_limited(
    monkeypatch: pytest.MonkeyPatch, module: object, name: str, least: int
) -> None:
    monkeypatch.setattr(module, name, least)
    assert kind_of(FILE) == "too-large"


def test_time_is_limited() -> None:
    with pytest.raises(ReadError) as caught:
        read_odt(FILE, deadline=ImportDeadline(-1))
    assert caught.value.kind == "too-slow"


def test_numbers_that_lie_take_no_more_than_their_limit() -> None:
    row = '<table:table-row table:number-rows-repeated="1000000"><table:table-cell'
    row += ' table:number-columns-repeated="999999"/></table:table-row>'
    body = f"<table:table>{row}</table:table>" + p('<text:s text:c="999999"/>x')
    text = read_odt(odt(body)).release.text
    assert len(text) < 1_100


def test_styles_in_a_ring_end() -> None:
    ring = style("T1", "text", "", "T2") + style("T2", "text", BOLD, "T1")
    release = read_odt(odt(p('<text:span text:style-name="T1">a</text:span>'), ring)).release
    assert [mark.kind for mark in release.marks] == ["bold"]


def test_a_path_out_of_the_file_is_no_picture() -> None:
    frame = '<draw:frame><draw:image xlink:href="../../etc/passwd"/></draw:frame>'
    imported = read_odt(odt(p(f"a{frame}")))
    assert imported.receipt.entry("image").left_out == 1
    assert imported.pictures == {}


def test_two_thousand_broken_files_end_in_a_release_or_a_sentence() -> None:
    seen = {outcome(read_odt, data) for data in mutations(FILE, 1_000)}
    inside = content(BODY, style("T1", "text", BOLD))
    for data in mutations(inside, 1_000):
        seen.add(outcome(read_odt, archive({"mimetype": TYPE, "content.xml": data})))
    assert seen == {"read", "refused"}
