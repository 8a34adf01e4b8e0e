"""What Word draws: diagrams, charts, WordArt, drop caps, a letterhead that is a picture."""

from __future__ import annotations

import pytest
from build_docx import docx, p, part, picture, r, relation, relations, t, tp

from bnews_desk.errors import ReadError
from bnews_desk.importers.docx import read_docx
from bnews_desk.importers.imported_release import ImportedRelease

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DGM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"


def drawn(text: str) -> str:
    return f"<a:p><a:r><a:t>{text[:3]}</a:t></a:r><a:r><a:t>{text[3:]}</a:t></a:r></a:p>"


DIAGRAM = (
    f'<dgm:dataModel xmlns:dgm="{DGM}" xmlns:a="{A}"><dgm:ptLst><dgm:pt type="doc"/>'
    f"<dgm:pt><dgm:t>{drawn('Pendaftaran')}</dgm:t></dgm:pt><dgm:pt><dgm:t><a:p/></dgm:t></dgm:pt>"
    f"<dgm:pt><dgm:t>{drawn('Penilaian')}</dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>"
)
CHART = (
    f'<c:chartSpace xmlns:c="{C}" xmlns:a="{A}"><c:chart><c:title><c:tx><c:rich>'
    f"{drawn('Panen Padi')}</c:rich></c:tx></c:title><c:ser><c:cat><c:strRef><c:strCache>"
    "<c:pt><c:v>Srengat</c:v></c:pt><c:pt><c:v>Wlingi</c:v></c:pt></c:strCache></c:strRef></c:cat>"
    "<c:val><c:numRef><c:numCache><c:pt><c:v>125</c:v></c:pt></c:numCache></c:numRef></c:val>"
    "</c:ser></c:chart></c:chartSpace>"
)


def graphic(inside: str, look: str = "") -> str:
    head = f"<w:rPr>{look}</w:rPr>" if look else ""
    return (
        f"<w:r>{head}<w:drawing><wp:inline><a:graphic><a:graphicData>{inside}</a:graphicData>"
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


DIAGRAM_HERE = f'<dgm:relIds xmlns:dgm="{DGM}" r:dm="d"/>'
CHART_HERE = f'<c:chart xmlns:c="{C}" r:id="c"/>'


def read(body: str, diagram: str = DIAGRAM, chart: str = CHART) -> ImportedRelease:
    rels = (relation("d", "diagramData", "d.xml"), relation("c", "chart", "c.xml"))
    return read_docx(docx(body, rels, {"word/d.xml": diagram, "word/c.xml": chart}))


def test_the_words_of_a_diagram_follow_its_paragraph() -> None:
    imported = read(p(t("Alur:") + graphic(DIAGRAM_HERE)) + tp("Isi"))
    assert imported.release.body == "Alur:\nPendaftaran\nPenilaian\nIsi"
    assert imported.receipt.entry("diagram").carried == 1
    assert imported.receipt.entry("object") is None


def test_a_hidden_diagram_stays_out_with_its_words() -> None:
    imported = read(p(t("Alur") + graphic(DIAGRAM_HERE, "<w:vanish/>")))
    assert imported.release.body == "Alur"
    assert imported.receipt.entry("hidden-text").texts == ("Pendaftaran\nPenilaian",)


def test_what_a_chart_says_stands_in_the_receipt() -> None:
    imported = read(p(graphic(CHART_HERE)) + tp("Isi"))
    assert imported.release.body == "Isi"
    assert imported.receipt.entry("object").texts == ("Panen Padi\nSrengat\nWlingi",)


@pytest.mark.parametrize("broken", ["<a", "<c:chart/>"])
def test_a_damaged_diagram_or_chart_takes_nothing_with_it(broken: str) -> None:
    imported = read(p(graphic(DIAGRAM_HERE) + graphic(CHART_HERE)) + tp("Isi"), broken, broken)
    assert imported.release.body == "Isi"
    assert imported.receipt.entry("object").left_out == 2


def test_a_diagram_made_to_harm_refuses_the_file() -> None:
    with pytest.raises(ReadError) as caught:
        read(p(graphic(DIAGRAM_HERE)), "<a>" * 5_000 + "</a>" * 5_000)
    assert caught.value.kind == "hostile"


def test_drawn_words_follow_their_paragraph() -> None:
    canvas = graphic(f"<a:txSp><a:txBody>{drawn('Panggung utama')}</a:txBody></a:txSp>")
    art = r('<w:pict><v:shape><v:textpath string="SIARAN  PERS"/></v:shape></w:pict>')
    hidden = graphic(drawn("rahasia"), "<w:vanish/>")
    imported = read(p(art) + p(t("Isi") + canvas + hidden))
    assert imported.release.body == "SIARAN PERS\nIsi\nPanggung utama"
    assert imported.receipt.entry("hidden-text").texts == ("rahasia",)


@pytest.mark.parametrize("kind", ["drop", "margin"])
def test_a_large_first_letter_belongs_to_its_paragraph(kind: str) -> None:
    body = p(t("W"), f'<w:framePr w:dropCap="{kind}"/>') + tp("arga panen.") + tp("Isi")
    assert read(body).release.body == "Warga panen.\nIsi"


def test_any_other_frame_is_a_paragraph() -> None:
    body = p(t("W"), '<w:framePr w:dropCap="none"/>') + tp("arga")
    assert read(body).release.body == "W\narga"


def test_a_letterhead_that_is_a_picture_is_counted() -> None:
    data = docx(
        tp("Isi"),
        (relation("h", "header", "header1.xml"), relation("f", "footer", "footer1.xml")),
        {
            "word/header1.xml": part("hdr", p(picture("i"))),
            "word/_rels/header1.xml.rels": relations(relation("i", "image", "kop.png")),
            "word/kop.png": b"x",
            "word/footer1.xml": part("ftr", p()),
        },
    )
    imported = read_docx(data)
    assert [entry.kind for entry in imported.receipt] == ["header"]
    assert imported.receipt.entry("header").left_out == 1
    assert imported.pictures == {}
