"""Long OpenDocument texts: read paragraph by paragraph, in little memory."""

from __future__ import annotations

import pytest
from build_odt import BOLD, NAMESPACES, archive, content, odt, p, style
from memory_use import rise

from bnews_desk.errors import ReadError
from bnews_desk.importers.odt import read_odt

WORDS = "Warga Desa Sumberasri memanen jagung bersama kelompok tani pada Rabu pagi. "
RUNS = f'{WORDS}<text:span text:style-name="T1">{WORDS}</text:span>{WORDS}'


def body_of(data: bytes) -> list[str]:
    return read_odt(data).release.body.split("\n")


@pytest.mark.parametrize("paragraph", [p(WORDS * 4), p(RUNS)], ids=["plain", "runs"])
def test_a_long_file_takes_less_than_four_times_its_size(paragraph: str) -> None:
    assert rise(read_odt, odt(paragraph * 4_000, style("T1", "text", BOLD))) < 4


def test_what_stands_beside_the_text_is_no_copy() -> None:
    root = (
        f"<office:document-content {NAMESPACES}>{p('di luar')}<office:body>{p('di atas')}"
        f"<office:text>{p('Isi satu.')}</office:text><office:text>{p('kedua')}</office:text>"
        "</office:body></office:document-content>"
    )
    assert body_of(archive({"content.xml": root})) == ["Isi satu."]


def test_a_file_without_a_text_is_damaged() -> None:
    root = f"<office:document-content {NAMESPACES}><office:body/></office:document-content>"
    with pytest.raises(ReadError) as caught:
        read_odt(archive({"content.xml": root}))
    assert caught.value.kind == "damaged"


def test_a_file_that_breaks_off_after_good_paragraphs_is_damaged() -> None:
    with pytest.raises(ReadError) as caught:
        read_odt(archive({"content.xml": content(p("Isi.") * 50)[:-20]}))
    assert caught.value.kind == "damaged"
