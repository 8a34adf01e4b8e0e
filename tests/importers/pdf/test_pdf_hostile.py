"""PDF files made to harm, and broken ones."""

from __future__ import annotations

from collections import Counter

import pytest

from bnews_desk.errors import ReadError
from bnews_desk.importers.limits import ImportDeadline
from bnews_desk.importers.pdf import read_pdf, reader, reading_order
from bnews_desk.importers.pdf.reader import read_pdf_in_this_process
from bnews_desk.importers.pdf.text_rows import rows_of
from bnews_desk.importers.pdf.word_boxes import PdfWord
from tests.importers.mutations import mutations, outcome
from tests.importers.pdf.pdf_kit import Piece, body, down, file_of, pdf, stream

FILE = pdf(
    [Piece("Satu", size=18, y=790), *down(["dua tiga empat peme-", "rintah", "", "Lima."])],
    down(["Enam tujuh", "delapan."], font=1),
)


def kind_of(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read_pdf(data)
    assert str(caught.value).endswith(".")
    return caught.value.kind


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b"%PDF-1.7\nbukan pdf", "damaged"),
        (pdf(), "empty"),
        (pdf([]), "empty"),
        (pdf([], before=b"q 100 0 0 100 0 0 cm /Im0 Do Q\n",
             objects=[stream(bytes(3), "/Type /XObject /Subtype /Image /Width 1 /Height 1"
                                       " /ColorSpace /DeviceRGB /BitsPerComponent 8")]), "no-text"),
    ],
)  # fmt: skip
def test_what_has_no_text_is_refused(data: bytes, kind: str) -> None:
    assert kind_of(data) == kind


def test_pages_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_PAGES", 2)
    assert kind_of(pdf(*[down(["Satu."])] * 3)) == "too-large"


def test_time_is_limited() -> None:
    with pytest.raises(ReadError) as caught:
        read_pdf(FILE, deadline=ImportDeadline(-1))
    assert caught.value.kind == "too-slow"


def test_a_tree_of_pages_that_bites_its_tail_ends() -> None:
    parts = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 5 >>",
    }
    assert kind_of(file_of(parts)) in {"damaged", "empty"}


@pytest.mark.parametrize("box", ["0 0 1e9 1e9", "0 0 0 0", "-5e8 -5e8 5e8 5e8", "842 595 0 0"])
def test_a_page_of_any_size_is_read(box: str) -> None:
    assert body(down(["Satu dua."]), extra={0: f"/MediaBox [{box}]"})[1:] == ["Satu dua."]


@pytest.mark.parametrize("cut", range(100, len(FILE), 97))
def test_a_file_that_is_cut_off_ends_in_a_release_or_a_sentence(cut: int) -> None:
    assert outcome(read_pdf_in_this_process, FILE[:cut]) in {"read", "refused"}


def test_a_thousand_broken_files_end_in_a_release_or_a_sentence() -> None:
    seen = {outcome(read_pdf_in_this_process, data) for data in mutations(FILE, 1_000)}
    assert seen == {"read", "refused"}


def test_a_page_of_scattered_words_is_tried_for_few_columns_only() -> None:
    words = "jagung padi kedelai tebu kopi cokelat".split()
    scattered = [
        Piece(words[at % 6], 20 + at * 37 % 500, 800 - at * 61 % 760, size=5) for at in range(3_000)
    ]
    rows = rows_of(
        (PdfWord(p.text, p.x, p.x + 20, 842 - p.y, p.size, 0) for p in scattered), page=0
    )
    assert len(reading_order._gutters(rows)) == reading_order.MOST_GUTTERS
    assert sorted(row.text for row in reading_order.in_reading_order(rows)) == sorted(
        row.text for row in rows
    )
    assert Counter(" ".join(body(scattered)).split()) == Counter(p.text for p in scattered)
