"""Paragraphs, marks, links, fields, symbols: what stands in a Word file's lines."""

from __future__ import annotations

import pytest
from build_docx import docx, field, p, picture, r, relation, style, styled, t, text_box, tp

from bnews_desk.importers.docx import read_docx
from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.release import Mark


def read(body: str, *rels: str) -> ImportedRelease:
    return read_docx(docx(body, rels))


def body_of(imported: ImportedRelease) -> list[str]:
    return imported.release.body.split("\n")


def test_paragraphs_are_lines_and_empty_ones_stay() -> None:
    imported = read(tp("Satu.") + p() + tp("Dua."))
    assert imported.release.text == "\nSatu.\n\nDua."
    assert not list(imported.receipt)


def test_an_empty_file_has_one_empty_line() -> None:
    assert read("").release.text == "\n"


def test_direct_bold_and_italic_are_marks_and_touching_runs_one() -> None:
    bold, both = "<w:b/>", '<w:b w:val="1"/><w:i/>'
    imported = read(p(t("A") + t("b", bold) + t("c", both) + t("d", '<w:b w:val="0"/>')))
    assert imported.release.text == "\nAbcd"
    assert imported.release.marks == (Mark(2, 4, "bold"), Mark(3, 4, "italic"))


def test_character_styles_count_paragraph_styles_do_not() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="Kuat"><w:basedOn w:val="Dasar"/></w:style>'
        '<w:style w:type="character" w:styleId="Dasar"><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Tebal"><w:rPr><w:b/></w:rPr></w:style>'
    )
    strong, plain = '<w:rStyle w:val="Kuat"/>', '<w:rStyle w:val="Kuat"/><w:b w:val="false"/>'
    body = tp("x", style("Tebal")) + p(t("y", strong) + t("z", plain))
    assert read_docx(styled(body, styles)).release.marks == (Mark(3, 4, "bold"),)


def test_styles_based_on_each_other_end_somewhere() -> None:
    styles = (
        '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    imported = read_docx(styled(p(t("y", '<w:rStyle w:val="A"/>')), styles))
    assert imported.release.text == "\ny"


def test_links_are_marks_with_their_address() -> None:
    imported = read(
        p(t("Lihat ") + f'<w:hyperlink r:id="a">{t("situs")}</w:hyperlink>' + t(".")),
        relation("a", "hyperlink", "https://contoh.example/a", external=True),
    )
    assert imported.release.marks == (Mark(7, 12, "link", "https://contoh.example/a"),)
    assert imported.receipt.entry("link").carried == 1


@pytest.mark.parametrize("target", ["javascript:alert(1)", "file:///C:/naskah.docx", "naskah.docx"])
def test_links_that_lead_nowhere_keep_their_words_only(target: str) -> None:
    imported = read(
        p(f'<w:hyperlink r:id="a">{t("situs")}</w:hyperlink>'),
        relation("a", "hyperlink", target, external=True),
    )
    assert imported.release.text == "\nsitus"
    assert imported.release.marks == ()
    assert imported.receipt.entry("link").texts == (target,)


def test_an_anchor_inside_the_file_is_no_link() -> None:
    imported = read(p(f'<w:hyperlink w:anchor="bab">{t("bab")}</w:hyperlink>'))
    assert imported.release.marks == ()


def test_a_field_shows_its_result_not_its_instruction() -> None:
    imported = read(p(t("Hari ") + field(' DATE \\@ "dddd" ', t("Rabu")) + t(".")))
    assert body_of(imported) == ["Hari Rabu."]
    assert imported.receipt.entry("field").carried == 1


def test_fields_nest_and_span_paragraphs() -> None:
    inner = field("PAGE", t("9"))
    begin, separate, end = (
        r(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "separate", "end")
    )
    body = p(begin + r("<w:instrText>IF </w:instrText>") + inner + separate + t("Satu")) + p(
        t("Dua") + end + t("!")
    )
    assert body_of(read(body)) == ["Satu", "Dua!"]


def test_a_field_that_never_shows_anything_loses_no_words() -> None:
    begin = r('<w:fldChar w:fldCharType="begin"/>')
    assert body_of(read(p(t("A") + begin + t("B")) + tp("C"))) == ["AB", "C"]


def test_stray_field_marks_do_no_harm() -> None:
    marks = "".join(r(f'<w:fldChar w:fldCharType="{k}"/>') for k in ("end", "separate", "x"))
    assert body_of(read(p(marks + t("A")))) == ["A"]


@pytest.mark.parametrize(
    ("instruction", "target"),
    [
        (' HYPERLINK "https://contoh.example" ', "https://contoh.example"),
        ('HYPERLINK "https://contoh.example/a" \\l "b" \\o "x"', "https://contoh.example/a#b"),
        ("HYPERLINK https://contoh.example", "https://contoh.example"),
        ('HYPERLINK \\l "bab"', ""),
        ("HYPERLINK", ""),
    ],
)
def test_a_hyperlink_field_is_a_link(instruction: str, target: str) -> None:
    imported = read(p(t("ke ") + field(instruction.replace('"', "&quot;"), t("situs")) + t(" ini")))
    expected = (Mark(4, 9, "link", target),) if target else ()
    assert imported.release.text == "\nke situs ini"
    assert imported.release.marks == expected


def test_a_simple_field_shows_its_runs() -> None:
    imported = read(p(f'<w:fldSimple w:instr="AUTHOR">{t("Humas")}</w:fldSimple>'))
    assert body_of(imported) == ["Humas"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<w:t>a</w:t><w:tab/><w:t>b</w:t>", "a\tb"),
        ("<w:t>a</w:t><w:br/><w:t>b</w:t>", "a\nb"),
        ("<w:t>a</w:t><w:cr/><w:t>b</w:t>", "a\nb"),
        ('<w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t>', "a\nb"),
        ('<w:br w:type="page"/><w:t>b</w:t>', "b"),
        ('<w:t>a</w:t><w:br w:type="page"/>', "a"),
        ("<w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t>", "a\u2011b"),
        ("<w:t>a</w:t><w:softHyphen/><w:t>b</w:t>", "ab"),
        ('<w:sym w:font="Symbol" w:char="F0B7"/>', "•"),
        ('<w:sym w:font="Wingdings" w:char="F0FC"/>', "✓"),
        ('<w:sym w:font="Webdings" w:char="F0FC"/><w:t>x</w:t>', "x"),
        ('<w:sym w:font="Arial" w:char="00E9"/>', "é"),
        ('<w:sym w:font="Arial" w:char="zz"/><w:t>x</w:t>', "x"),
        ("<w:t>a\nb</w:t>", "a b"),
        ("<w:ruby><w:rt><w:r><w:t>kan</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t></w:r>"
         "</w:rubyBase></w:ruby>", "漢"),
        ("<w:lastRenderedPageBreak/><w:t>a</w:t>", "a"),
    ],
)  # fmt: skip
def test_what_stands_in_a_run(content: str, expected: str) -> None:
    assert read(p(r(content))).release.body == expected


def test_hidden_text_is_left_out_and_told() -> None:
    imported = read(p(t("Tampak") + t(" rahasia", "<w:vanish/>") + t(".")))
    assert body_of(imported) == ["Tampak."]
    assert imported.receipt.entry("hidden-text").texts == (" rahasia",)


def test_a_hidden_paragraph_leaves_no_empty_line() -> None:
    hidden = p(t("x", "<w:vanish/>"), "<w:rPr><w:vanish/></w:rPr>")
    assert body_of(read(tp("A") + hidden + tp("B"))) == ["A", "B"]


def test_formulas_are_their_characters() -> None:
    imported = read(p(t("Luas ") + "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"))
    assert body_of(imported) == ["Luas a+b"]
    assert imported.receipt.entry("equation").note


def test_wrappers_are_transparent() -> None:
    sdt = f"<w:sdt><w:sdtPr/><w:sdtContent>{t('isi')}</w:sdtContent></w:sdt>"
    inner = f"<w:smartTag>{t('a')}</w:smartTag><w:customXml>{t('b')}</w:customXml>{sdt}"
    block = f"<w:sdt><w:sdtContent><w:customXml>{p(inner)}</w:customXml></w:sdtContent></w:sdt>"
    imported = read(block)
    assert body_of(imported) == ["abisi"]
    assert imported.receipt.entry("content-control").carried == 2


def test_a_text_box_comes_in_once_behind_its_paragraph() -> None:
    imported = read(p(t("Luar") + text_box(tp("Dalam") + tp("Kotak")) + t(".")) + tp("Sesudah"))
    assert body_of(imported) == ["Luar.", "Dalam", "Kotak", "Sesudah"]
    assert imported.receipt.entry("text-box").carried == 1


def test_a_paragraph_of_a_text_box_only_leaves_no_empty_line() -> None:
    assert body_of(read(p(text_box(tp("Kotak"))) + tp("B"))) == ["Kotak", "B"]


def test_a_fallback_is_read_where_the_choice_shows_nothing() -> None:
    body = r(
        f"<mc:AlternateContent><mc:Choice><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:shape>"
        f"<v:textbox><w:txbxContent>{tp('Kotak')}</w:txbxContent></v:textbox></v:shape></w:pict>"
        f"</mc:Fallback></mc:AlternateContent>"
    )
    assert body_of(read(p(body))) == ["Kotak"]


def test_pictures_hang_on_the_paragraph_before_or_their_own() -> None:
    data = docx(
        tp("Satu") + p(picture("i", "Alt A")) + p(t("Dua") + picture("i", "Alt B", "IMG_1.JPG")),
        (relation("i", "image", "/word/media/../media/Gambar%201.png"),),
        {"word/media/gambar 1.png": b"bytes"},
    )
    imported = read_docx(data)
    first, second = imported.release.photos
    assert imported.release.text == "\nSatu\nDua"
    assert (first.anchor, first.alt_text, first.name) == (1, "Alt A", "Gambar%201.png")
    assert (second.anchor, second.alt_text, second.name) == (2, "Alt B", "IMG_1.JPG")
    assert imported.pictures == {first.digest: b"bytes"}
    assert imported.receipt.entry("image").carried == 2


def test_a_picture_after_a_line_break_hangs_on_its_line() -> None:
    data = docx(
        p(r("<w:t>a</w:t><w:br/><w:t>b</w:t>") + picture("i") + r("<w:br/><w:t>c</w:t>")),
        (relation("i", "image", "media/a.png"),),
        {"word/media/a.png": b"x"},
    )
    assert read_docx(data).release.photos[0].anchor == 2


def test_linked_and_missing_pictures_are_counted_not_fetched() -> None:
    imported = read(
        p(picture("a") + picture("b") + picture("c")),
        relation("a", "image", "https://contoh.example/a.png", external=True),
        relation("b", "image", "media/tidak-ada.png"),
    )
    entry = imported.receipt.entry("image")
    assert (entry.carried, entry.left_out) == (0, 3)
    assert entry.texts == ("https://contoh.example/a.png", "word/media/tidak-ada.png")
    assert imported.release.photos == ()


def test_old_pictures_have_their_alt_text() -> None:
    data = docx(
        p(r('<w:pict><v:shape alt="Logo"><v:imagedata r:id="i"/></v:shape></w:pict>')),
        (relation("i", "image", "media/a.png"),),
        {"word/media/a.png": b"x"},
    )
    assert read_docx(data).release.photos[0].alt_text == "Logo"


def test_objects_are_counted() -> None:
    body = p(r('<w:object><v:shape><v:imagedata r:id="i"/></v:shape>'
               '<o:OLEObject ProgID="Excel.Sheet.12"/></w:object>') + t("A"))  # fmt: skip
    imported = read(body)
    assert body_of(imported) == ["A"]
    assert imported.receipt.entry("object").texts == ("Excel.Sheet.12",)


@pytest.mark.parametrize("look", ["<w:strike/>", "<w:dstrike/>", '<w:rStyle w:val="coret"/>'])
def test_words_that_are_struck_through_come_in_and_are_told(look: str) -> None:
    style = '<w:style w:type="character" w:styleId="coret"><w:rPr><w:strike/></w:rPr></w:style>'
    body = p(t("Harga ") + t("turun ", look) + t("naik ") + t("tipis", look + "<w:b/>"))
    imported = read_docx(styled(body, style))
    assert body_of(imported) == ["Harga turun naik tipis"]
    assert imported.release.marks == (Mark(18, 23, "bold"),)
    assert imported.receipt.entry("struck-text")[1:4] == (2, 2, 0)


def test_a_strike_that_is_off_is_none() -> None:
    assert read(p(t("Harga", '<w:strike w:val="0"/>'))).receipt.entry("struck-text") is None
