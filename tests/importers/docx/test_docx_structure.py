"""Tables, lists, notes, tracked changes, headlines: what makes the lines of a Word file."""

from __future__ import annotations

import pytest
from build_docx import (
    STRICT,
    cell,
    docx,
    field,
    p,
    part,
    picture,
    r,
    relation,
    relations,
    row,
    style,
    styled,
    t,
    table,
    text_box,
    tp,
    zipped,
)

from bnews_desk.importers.docx import read_docx
from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.release import Mark


def read(body: str, *rels: str) -> ImportedRelease:
    return read_docx(docx(body, rels))


def body_of(imported: ImportedRelease) -> list[str]:
    return imported.release.body.split("\n")


def test_a_row_is_a_line_and_its_cells_are_parted_by_tabs() -> None:
    body = table(
        row(cell(tp("No")), cell(tp("Nama") + tp("lengkap")), cell(p())),
        row(cell(p(t("1", "<w:b/>"))), cell(p()), cell(p(t("a") + r("<w:br/>") + t("b")))),
    )
    imported = read(tp("Atas") + body + tp("Bawah"))
    assert body_of(imported) == ["Atas", "No\tNama lengkap", "1\t\ta b", "Bawah"]
    assert imported.receipt.entry("table").carried == 1
    assert imported.release.marks == (Mark(22, 23, "bold"),)


def test_a_row_with_words_in_one_cell_keeps_its_paragraphs() -> None:
    body = table(row(cell(p()), cell(tp("KOP") + p() + tp("Isi."))))
    assert body_of(read(body + p())) == ["KOP", "Isi.", ""]


def test_rows_and_cells_in_controls_and_tables_in_cells_are_read() -> None:
    inner = table(row(cell(tp("x")), cell(tp("y"))))
    wrapped = f"<w:sdt><w:sdtContent>{cell(tp('b'))}</w:sdtContent></w:sdt>"
    rows = f"<w:customXml>{row(cell(inner), wrapped)}</w:customXml>"
    assert body_of(read(table(rows))) == ["x\ty\tb"]


def test_a_deleted_row_is_left_out() -> None:
    gone = row(cell(tp("b")), cell(tp("c")), properties="<w:trPr><w:del/></w:trPr>")
    imported = read(table(row(cell(tp("a"))), gone))
    assert body_of(imported) == ["a"]
    assert imported.receipt.entry("deletion").texts == ("b", "c")


def test_tracked_changes_come_in_accepted() -> None:
    deleted = f"<w:del>{r('<w:delText>lama</w:delText>')}</w:del>"
    body = p(t("Rapat ") + deleted + f"<w:ins>{t('baru')}</w:ins>" + t("."))
    imported = read(body)
    assert body_of(imported) == ["Rapat baru."]
    assert imported.receipt.entry("insertion").carried == 1
    assert imported.receipt.entry("deletion").texts == ("lama",)
    assert imported.receipt.entry("deletion").note


def test_moved_text_comes_in_at_its_new_place() -> None:
    body = p(f"<w:moveFrom>{t('A')}</w:moveFrom>" + t("B")) + p(f"<w:moveTo>{t('A')}</w:moveTo>")
    imported = read(body)
    assert body_of(imported) == ["B", "A"]
    assert (imported.receipt.entry("move").carried, imported.receipt.entry("move").left_out) == (
        1,
        1,
    )


def test_a_deleted_mark_joins_two_paragraphs() -> None:
    body = p(t("Satu ", "<w:b/>"), "<w:rPr><w:del/></w:rPr>") + p(t("dua.")) + tp("Tiga.")
    imported = read(body)
    assert body_of(imported) == ["Satu dua.", "Tiga."]
    assert imported.release.marks == (Mark(1, 6, "bold"),)


def test_a_deleted_mark_at_the_end_keeps_its_words() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    assert body_of(read(p(t("A"), gone) + table(row(cell(p(t("B"), gone)))))) == ["A", "B"]


def test_a_paragraph_deleted_with_its_mark_leaves_no_line() -> None:
    lost = p(f"<w:moveFrom>{t('x')}</w:moveFrom>", "<w:rPr><w:moveFrom/></w:rPr>")
    body = tp("A") + lost + table(row(cell(tp("B") + lost))) + lost + tp("C") + lost
    assert body_of(read(body)) == ["A", "B", "C"]


def test_what_is_deleted_takes_nothing_with_it() -> None:
    lost = picture("i") + text_box(tp("kotak")) + field("PAGE", t("9")) + t("x")
    data = docx(
        p(t("A") + f"<w:del>{lost}</w:del>" + t("B")),
        (relation("i", "image", "a.png"),),
        {"word/a.png": b"x"},
    )
    imported = read_docx(data)
    assert imported.release.text == "\nAB"
    assert imported.pictures == {}
    assert {entry.kind for entry in imported.receipt} == {"deletion"}


def test_a_field_cut_by_a_deletion_loses_no_words() -> None:
    begin = r('<w:fldChar w:fldCharType="begin"/>')
    separate = r('<w:fldChar w:fldCharType="separate"/>')
    imported = read(p(t("A") + f"<w:del>{begin}</w:del>" + separate + t("B")))
    assert body_of(imported) == ["AB"]


NUMBERING = """
<w:abstractNum w:abstractNumId="0">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>
  <w:lvlText w:val="%2)"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:isLgl/>
  <w:lvlText w:val="%1.%2.%3"/><w:suff w:val="nothing"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>
 <w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="3"/>
 <w:numFmt w:val="upperLetter"/><w:lvlText w:val="Bab %1"/>
 <w:pStyle w:val="Bab"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="3"><w:numStyleLink w:val="Daftar"/></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/>
 <w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>
<w:num w:numId="6"><w:abstractNumId w:val="99"/></w:num>
"""
LIST_STYLES = """
<w:style w:type="paragraph" w:styleId="Bab">
 <w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Anak"><w:basedOn w:val="Bab"/></w:style>
<w:style w:type="numbering" w:styleId="Daftar">
 <w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
"""


def item(text: str, num: int, level: int = 0) -> str:
    return tp(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (item("a", 1) + tp("x") + item("b", 1), ["1. a", "x", "2. b"]),
        (item("a", 1) + item("b", 1, 1) + item("c", 1, 1) + item("d", 1) + item("e", 1, 1),
         ["1. a", "a) b", "b) c", "2. d", "a) e"]),
        (item("a", 1) + item("b", 1, 1) + item("c", 1, 2), ["1. a", "a) b", "1.1.1c"]),
        (item("a", 1) + item("b", 1, 2) + item("c", 1, 1) + item("d", 1, 2),
         ["1. a", "1.1.1b", "b) c", "1.2.1d"]),
        (item("a", 2) + item("b", 2), ["- a", "- b"]),
        (item("a", 1) + item("b", 3) + item("c", 3) + item("d", 1),
         ["1. a", "7. b", "8. c", "9. d"]),
        (tp("a", style("Bab")) + tp("b", style("Anak")), ["Bab C a", "Bab D b"]),
        (tp("a", style("Bab") + '<w:numPr><w:numId w:val="0"/></w:numPr>'), ["a"]),
        (item("a", 5), ["- a"]),
        (item("a", 6) + item("b", 77), ["a", "b"]),
        (item("", 1) + item("b", 1), ["", "2. b"]),
    ],
)  # fmt: skip
def test_lists_bring_their_labels(body: str, lines: list[str]) -> None:
    assert body_of(read_docx(styled(body, LIST_STYLES, NUMBERING))) == lines


def test_a_label_shifts_marks_and_is_counted() -> None:
    body = p(t("a", "<w:b/>"), '<w:numPr><w:numId w:val="1"/></w:numPr>')
    imported = read_docx(styled(body, "", NUMBERING))
    assert imported.release.marks == (Mark(4, 5, "bold"),)
    assert imported.receipt.entry("list").carried == 1


def with_notes(body: str) -> ImportedRelease:
    link = f'<w:hyperlink r:id="h">{t("kaki")}</w:hyperlink>'
    foot = "".join(
        f'<w:footnote w:id="{i}"{kind}>{content}</w:footnote>'
        for i, kind, content in [
            (0, ' w:type="separator"', p(r("<w:separator/>"))),
            (2, "", p(r("<w:footnoteRef/>") + t(" Kedua ") + link)),
            (3, "", tp("Tak dirujuk")),
        ]
    )  # fmt: skip
    end = f'<w:endnote w:id="2">{tp("Akhir")}{tp("lanjut")}</w:endnote>'
    return read_docx(
        docx(
            body,
            (
                relation("f", "footnotes", "footnotes.xml"),
                relation("e", "endnotes", "endnotes.xml"),
            ),
            {
                "word/footnotes.xml": part("footnotes", foot),
                "word/endnotes.xml": part("endnotes", end),
                "word/_rels/footnotes.xml.rels": relations(
                    relation("h", "hyperlink", "https://contoh.example", external=True)
                ),
            },
        )
    )


def test_notes_stand_at_the_end_under_their_numbers() -> None:
    end, foot = r('<w:endnoteReference w:id="2"/>'), r('<w:footnoteReference w:id="2"/>')
    imported = with_notes(p(t("Satu") + end + t(" dua.") + foot + foot))
    assert body_of(imported) == ["Satu[1] dua.[2][2]", "[1] Akhir", "lanjut", "[2] Kedua kaki"]
    assert [m.target for m in imported.release.marks] == ["https://contoh.example"]
    assert imported.receipt.entry("footnote").carried == 1
    assert imported.receipt.entry("endnote").carried == 1


def test_a_note_that_is_missing_or_deleted_leaves_no_mark() -> None:
    gone = "<w:del>" + r('<w:footnoteReference w:id="2"/>') + "</w:del>"
    assert body_of(with_notes(p(t("A") + gone + r('<w:footnoteReference w:id="9"/>')))) == ["A"]


def test_furniture_is_left_out_with_its_words() -> None:
    data = docx(
        tp("Isi"),
        (
            relation("h", "header", "header1.xml"),
            relation("h2", "header", "header1.xml"),
            relation("f", "footer", "footer1.xml"),
            relation("c", "comments", "comments.xml"),
        ),
        {
            "word/header1.xml": part("hdr", tp("KOP") + p(text_box(tp("kotak")))),
            "word/footer1.xml": part("ftr", p()),
            "word/comments.xml": part("comments", f'<w:comment w:id="0">{tp("Cek")}</w:comment>'),
            "word/vbaProject.bin": b"x",
        },
    )
    imported = read_docx(data)
    assert body_of(imported) == ["Isi"]
    found = {entry.kind: entry.texts for entry in imported.receipt}
    assert found == {"header": ("KOP\nkotak",), "comment": ("Cek",), "macro": ()}
    assert imported.receipt.entry("macro").left_out == 1


def test_the_strict_dialect_reads_the_same() -> None:
    body = p(t("A", "<w:b/>") + t("b")) + item("c", 1) + p(picture("i"))
    document = part("document", f"<w:body>{body}</w:body>")
    rels = relations(relation("i", "image", "a.png"), relation("n", "numbering", "numbering.xml"))
    parts = {
        "_rels/.rels": relations(relation("d", "officeDocument", "/word/document.xml")),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": rels,
        "word/numbering.xml": part("numbering", NUMBERING),
    }
    for loose, strict in STRICT.items():
        parts = {name: text.replace(loose, strict) for name, text in parts.items()}
    imported = read_docx(zipped({**parts, "word/a.png": b"x"}))
    assert imported.release.text == "\nAb\n1. c"
    assert imported.release.marks == (Mark(1, 2, "bold"),)
    assert imported.release.photos[0].anchor == 2


@pytest.mark.parametrize("target", ["naskah/isi.xml", "./naskah/x/../isi.xml", "/naskah/isi.xml"])
def test_the_main_part_is_where_its_relation_points(target: str) -> None:
    data = zipped(
        {
            "_rels/.rels": relations(relation("d", "officeDocument", target)),
            "naskah/isi.xml": part("document", f"<w:body>{tp('Isi')}</w:body>"),
        }
    )
    assert read_docx(data).release.text == "\nIsi"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_parts_may_begin_with_a_byte_order_mark(encoding: str) -> None:
    document = part("document", f"<w:body>{tp('Isi é')}</w:body>")
    assert read_docx(
        docx("", (), {"word/document.xml": document.encode(encoding)})
    ).release.text == ("\nIsi é")
