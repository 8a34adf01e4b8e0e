"""What comes in from an OpenDocument text."""

from __future__ import annotations

import pytest
from build_odt import BOLD, ITALIC, odt, p, style, styles

from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.importers.odt import read_odt

LISTS = (
    '<text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"'
    ' text:start-value="3"/>'
    '<text:list-level-style-bullet text:level="3" text:bullet-char="•"/></text:list-style>'
)
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(30)


def read(
    body: str, automatic: str = "", parts: dict[str, bytes | str] | None = None
) -> ImportedRelease:
    return read_odt(odt(body, automatic, parts))


def lines(body: str, automatic: str = "") -> list[str]:
    return read(body, automatic).release.text.split("\n")[1:]


def marked(body: str, automatic: str = "") -> list[tuple[str, str, str]]:
    release = read(body, automatic).release
    return [(release.text[m.start : m.end], m.kind, m.target) for m in release.marks]


def items(*texts: str, attributes: str = "") -> str:
    inside = "".join(f"<text:list-item>{text}</text:list-item>" for text in texts)
    return f'<text:list text:style-name="L1"{attributes}>{inside}</text:list>'


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (p("Satu.") + p("Dua."), ["Satu.", "Dua."]),
        (p(" Sa\n  tu <text:span> dua </text:span> tiga "), ["Sa tu dua tiga"]),
        (p('a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d'), ["a   b\tc", "d"]),
        (p("a<text:soft-page-break/>b") + p("") + p("c"), ["ab", "", "c"]),
        (f"<text:section><text:p>Satu</text:p>{p('Dua')}</text:section>", ["Satu", "Dua"]),
        (p("a<text:bookmark text:name='x'/>b<text:unknown>c</text:unknown>"), ["abc"]),
        (p("hal. <text:page-number>2</text:page-number>"), ["hal. 2"]),
        ("<text:numbered-paragraph><text:p>x</text:p></text:numbered-paragraph>", ["x"]),
    ],
)
def test_words_come_in_as_libreoffice_shows_them(body: str, wanted: list[str]) -> None:
    assert lines(body) == wanted


def test_lists_keep_their_numbers() -> None:
    inner = items(p("tiga"), items(p("peluru")))
    body = items(p("satu") + p("lanjutan"), p("dua") + inner) + p("sela") + items(p("mulai"))
    assert lines(body, LISTS) == [
        "1. satu", "lanjutan", "2. dua", "c) tiga", "- peluru", "sela", "1. mulai",
    ]  # fmt: skip


def test_a_list_goes_on_where_it_says_so() -> None:
    body = (
        items(p("satu")) + p("sela") + items(p("dua"), attributes=' text:continue-numbering="true"')
    )
    assert lines(body, LISTS) == ["1. satu", "sela", "2. dua"]
    start = '<text:list text:style-name="L1"><text:list-item text:start-value="7">'
    assert lines(f"{start}{p('x')}</text:list-item></text:list>", LISTS) == ["7. x"]


def test_tables_come_row_by_row() -> None:
    def row(*cells: str) -> str:
        inside = "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in cells)
        return f"<table:table-row>{inside}</table:table-row>"

    head = f"<table:table-header-rows>{row(p('Desa'), p('Juara'))}</table:table-header-rows>"
    body = f"<table:table>{head}{row(p('Krisik') + p('Gandusari'), p('I'))}{row(p('x'), p(''))}"
    imported = read(body + "</table:table>")
    assert imported.release.body.split("\n") == ["Desa\tJuara", "Krisik Gandusari\tI", "x"]
    assert imported.receipt.entry("table").carried == 1


def test_bold_italic_and_links_come_in() -> None:
    automatic = (
        style("T1", "text", BOLD)
        + style("T2", "text", ITALIC, "T1")
        + style("P1", "paragraph", BOLD)
    )
    body = p(
        'a <text:span text:style-name="T1">tebal <text:span text:style-name="T2">miring</text:span>'
        '</text:span> <text:a xlink:href="https://a.example/x">sini</text:a>'
        '<text:a xlink:href="file:///C:/x">situ</text:a><text:a xlink:href="#x">atas</text:a>'
    ) + p("semua", "P1")
    assert marked(body, automatic) == [
        ("tebal miring", "bold", ""),
        ("miring", "italic", ""),
        ("sini", "link", "https://a.example/x"),
        ("semua", "bold", ""),
    ]


def test_a_heading_makes_the_headline_and_its_look_is_no_mark() -> None:
    named = styles(f"<office:styles>{style('Title', 'paragraph', BOLD)}</office:styles>")
    for head in (p("Panen Raya", "Title"), '<text:h text:outline-level="1">Panen Raya</text:h>'):
        release = read(head + p("Satu."), parts={"styles.xml": named}).release
        assert (release.text, release.marks) == ("Panen Raya\nSatu.", ())


def test_notes_stand_at_the_end_under_their_numbers() -> None:
    def note(kind: str, text: str) -> str:
        return (
            f'<text:note text:note-class="{kind}"><text:note-citation>9</text:note-citation>'
            f"<text:note-body>{text}</text:note-body></text:note>"
        )

    imported = read(
        p(f"a{note('footnote', p(' Kaki.') + p('Lagi.'))} b{note('endnote', p('Akhir'))}")
    )
    assert imported.release.body.split("\n") == ["a[1] b[2]", "[1] Kaki.", "Lagi.", "[2] Akhir"]
    assert imported.receipt.entry("endnote").carried == 1


def test_what_is_left_out_is_told_with_its_words() -> None:
    changes = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>'
        f"<office:change-info><dc:creator>Sun</dc:creator></office:change-info>{p('hapus')}"
        '</text:deletion></text:changed-region><text:changed-region text:id="c2"><text:insertion/>'
        "</text:changed-region></text:tracked-changes>"
    )
    body = changes + p(
        'Isi<text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>sisip'
        '<text:change-end text:change-id="c2"/><office:annotation><dc:creator>Sun</dc:creator>'
        f"{p('Cek lagi')}</office:annotation>"
        '<text:hidden-text text:string-value="rahasia"/>'
    )
    header = f"<style:header>{p('Kop surat')}</style:header><style:footer>{p('')}</style:footer>"
    master = f"<office:master-styles><style:master-page>{header}</style:master-page>"
    imported = read(body, parts={"styles.xml": styles(master + "</office:master-styles>")})
    assert imported.release.text == "\nIsisisip"
    texts = {entry.kind: entry.texts for entry in imported.receipt if entry.left_out}
    assert texts == {
        "deletion": ("hapus",),
        "comment": ("Cek lagi",),
        "hidden-text": ("rahasia",),
        "header": ("Kop surat",),
    }
    assert imported.receipt.entry("insertion").carried == 1


def test_a_picture_and_a_text_box_hang_on_their_paragraph() -> None:
    body = p(
        'Satu<draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:desc>Dua petani</svg:desc>'
        f"</draw:frame><draw:frame><draw:text-box>{p('Kotak')}</draw:text-box></draw:frame>"
        f"<draw:custom-shape>{p('Bentuk')}</draw:custom-shape>"
    ) + p('<draw:frame><draw:image xlink:href="https://a.example/b.png"/></draw:frame>Dua')
    imported = read(body, parts={"Pictures/a.png": PICTURE})
    (photo,) = imported.release.photos
    assert (photo.anchor, photo.name, photo.alt_text) == (1, "a.png", "Dua petani")
    assert imported.pictures == {photo.digest: PICTURE}
    assert imported.release.body.split("\n") == ["Satu", "Kotak", "Bentuk", "Dua"]
    assert imported.receipt.entry("image")[1:4] == (2, 1, 1)
    assert imported.receipt.entry("text-box").carried == 2


def test_words_that_are_struck_through_come_in_and_are_told() -> None:
    automatic = "".join(
        f'<style:style style:name="{name}" style:family="text"><style:text-properties'
        f' style:text-line-through-style="{line}"/></style:style>'
        for name, line in (("C", "solid"), ("D", "none"))
    )
    imported = read(
        '<text:p>Harga <text:span text:style-name="C">turun</text:span>'
        ' <text:span text:style-name="D">naik</text:span></text:p>',
        automatic,
    )
    assert imported.release.text == "\nHarga turun naik"
    assert imported.receipt.entry("struck-text")[1:4] == (1, 1, 0)
