"""Whole files inside a Word file, which Word shows as part of it."""

from __future__ import annotations

import pytest
from build_docx import docx, p, r, relation, t, tp

from bnews_desk.errors import ReadError
from bnews_desk.importers.docx import read_docx
from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.importers.limits import ImportDeadline
from bnews_desk.release import Mark

HERE = '<w:altChunk r:id="x"/>'
PAGE = b"<html><body><p>Warga <b>panen</b>.</p><p>Dua.</p><nav>Beranda</nav></body></html>"
INNER = docx(
    tp("Dalam")
    + p(t("tebal", "<w:b/>") + f"<w:del>{r('<w:delText>gugur</w:delText>')}</w:del>")
    + HERE,
    (relation("x", "aFChunk", "y.html"),),
    {"word/y.html": PAGE},
)


def read(name: str, data: bytes, **more: bool) -> ImportedRelease:
    rels = (relation("x", "aFChunk", name, **more),)
    return read_docx(docx(tp("A") + HERE + tp("B"), rels, {f"word/{name}": data}))


@pytest.mark.parametrize(
    ("name", "data", "wanted"),
    [
        ("a.html", PAGE, "Warga panen.\nDua."),
        ("a.dat", PAGE, "Warga panen.\nDua."),
        ("a.rtf", rb"{\rtf1 Warga {\b panen}.\par}", "Warga panen."),
        ("a.txt", b"satu\r\ndua", "satu\ndua"),
        ("a.docx", INNER, "Dalam\ntebal"),
    ],
)
def test_a_file_that_is_inserted_comes_in_where_it_stands(
    name: str, data: bytes, wanted: str
) -> None:
    imported = read(name, data)
    assert imported.release.body == f"A\n{wanted}\nB"
    assert imported.receipt.entry("embedded-file").carried == 1


def test_its_marks_and_its_receipt_come_too() -> None:
    page, word = read("a.html", PAGE), read("a.docx", INNER)
    assert page.release.marks == (Mark(9, 14, "bold"),)
    assert page.receipt.entry("page-furniture").texts == ("Beranda",)
    assert word.release.marks == (Mark(9, 14, "bold"),)
    assert word.receipt.entry("deletion").texts == ("gugur",)


def test_a_file_inside_a_file_inside_is_only_counted() -> None:
    assert read("a.docx", INNER).receipt.entry("embedded-file").texts == ("word/y.html",)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.mht", b"MIME-Version: 1.0"),
        ("a.docx", INNER[:200]),
        ("a.html", b""),
        ("a.html", b"<html></html>"),
        ("a.bin", b"\x00\x01"),
    ],
)
def test_a_file_that_cannot_be_read_is_counted(name: str, data: bytes) -> None:
    imported = read(name, data)
    assert imported.release.body == "A\nB"
    entry = imported.receipt.entry("embedded-file")
    assert (entry.left_out, entry.texts) == (1, (f"word/{name}",))
    assert entry.note


def test_a_file_elsewhere_is_not_fetched() -> None:
    imported = read("a.html", PAGE, external=True)
    assert imported.release.body == "A\nB"
    assert imported.receipt.entry("embedded-file").left_out == 1


class Patience(ImportDeadline):
    """Time that is up when it has been asked for so often."""

    def __init__(self, asks: int) -> None:
        super().__init__()
        self.patience = asks

    def ask(self) -> None:
        self.patience -= 1
        if self.patience < 0:
            raise ReadError("too-slow", "Waktu habis.")


@pytest.mark.parametrize(("name", "data"), [("a.html", PAGE), ("a.docx", INNER)])
def test_the_time_of_the_whole_file_holds_for_it(name: str, data: bytes) -> None:
    whole = docx(HERE, (relation("x", "aFChunk", name),), {f"word/{name}": data})
    enough = Patience(1_000)
    read_docx(whole, None, enough)
    for asks in range(1_000 - enough.patience):
        with pytest.raises(ReadError) as caught:
            read_docx(whole, None, Patience(asks))
        assert caught.value.kind == "too-slow"
