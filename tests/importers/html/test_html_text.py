"""What comes in from a web page: its words, in order, with their marks."""

from __future__ import annotations

import base64

import pytest

from bnews_desk.errors import ReadError
from bnews_desk.importers.html import read_html
from bnews_desk.importers.imported_release import ImportedRelease

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(2_000)
DATA = "data:image/png;base64," + base64.b64encode(PICTURE).decode()


def read(body: str, head: str = "") -> ImportedRelease:
    return read_html(f"<html><head>{head}</head><body>{body}</body></html>".encode())


def lines(body: str) -> list[str]:
    return read(body).release.text.split("\n")[1:]


def marked(body: str) -> list[tuple[str, str, str]]:
    release = read(body).release
    return [(release.text[m.start : m.end], m.kind, m.target) for m in release.marks]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("<p>Warga\n   Desa\t Krisik.</p>\n<p>Panen.</p>", ["Warga Desa Krisik.", "Panen."]),
        ("<p>satu<br>dua<br/><br/>tiga</p>", ["satu", "dua", "tiga"]),
        ("<div>satu<div>dua</div>tiga</div>", ["satu", "dua", "tiga"]),
        ("<p>satu <b>dua </b>tiga<i> empat</i></p>", ["satu dua tiga empat"]),
        ("<p>Rp&nbsp;5.000 &ndash; &quot;naik&quot; &#x2026;</p>", ["Rp\u00a05.000 – \"naik\" …"]),
        ("<pre>satu\n  dua</pre>", ["satu", "  dua"]),
        ("<p>kata <q>siap</q>.</p>", ["kata “siap”."]),
        ("<p>m<sup>2</sup></p>", ["m2"]),
        ("<p></p><p>&nbsp;</p><p> satu </p>", ["satu"]),
        ("tanpa paragraf", ["tanpa paragraf"]),
    ],
)  # fmt: skip
def test_words_come_in_as_a_browser_shows_them(body: str, wanted: list[str]) -> None:
    assert lines(body) == wanted


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("<ul><li>satu<li><p>dua</p></ul>", ["- satu", "- dua"]),
        ('<ol start="3"><li>satu</li><li value="9">dua</li></ol>', ["3. satu", "9. dua"]),
        ('<ol type="a"><li>satu<ul><li>isi</ul></li><li>b</ol>', ["a. satu", "- isi", "b. b"]),
        ('<ol style="list-style-type: upper-roman"><li>satu</ol>', ["I. satu"]),
        ("<p><span style='mso-list:Ignore'>1.<span>&nbsp; &nbsp;</span></span>a</p>", ["1. a"]),
        ("<dl><dt>Waktu</dt><dd>Pagi</dd></dl>", ["Waktu", "Pagi"]),
    ],
)  # fmt: skip
def test_lists_keep_their_numbers(body: str, wanted: list[str]) -> None:
    assert lines(body) == wanted


def test_a_table_comes_row_by_row() -> None:
    table = "<table><tr><th>Desa<th>Juara</tr><tr><td>Jambewangi<td></tr><tr><td><td>I</tr></table>"
    assert lines(table) == ["Desa\tJuara", "Jambewangi", "I"]
    assert read(table).receipt.entry("table").carried == 1


def test_a_table_that_lays_out_a_page_keeps_its_paragraphs() -> None:
    side = "".join(f"<p>Paragraf {n}.</p>" for n in range(5))
    assert lines(f"<table><tr><td>Samping</td><td>{side}</td></tr></table>") == [
        "Samping", *(f"Paragraf {n}." for n in range(5)),
    ]  # fmt: skip


def test_what_word_says_of_other_scripts_takes_no_mark_off() -> None:
    body = (
        "<p><b style='mso-bidi-font-weight:normal'>pasar tani</b> dan"
        " <i style='mso-bidi-font-style:normal'>cabai</i></p>"
    )
    assert marked(body) == [("pasar tani", "bold", ""), ("cabai", "italic", "")]


def test_bold_italic_and_links_come_in_and_nothing_else() -> None:
    assert marked(
        '<p style="color:red"><b>Bupati </b>meninjau <em>embung</em> di'
        ' <a href="https://blitar.example/embung?a=1&amp;b=2">Desa <i>Krisik</i></a>.'
        ' <span style="font-weight:700">Tebal</span> <b style="font-weight:normal">biasa</b></p>'
    ) == [
        ("Bupati", "bold", ""),
        ("embung", "italic", ""),
        ("Desa Krisik", "link", "https://blitar.example/embung?a=1&b=2"),
        ("Krisik", "italic", ""),
        ("Tebal", "bold", ""),
    ]


@pytest.mark.parametrize(
    ("href", "left_out"),
    [("javascript:alert(1)", False), ("#atas", False), ("file:///C:/a.docx", True), ("/a", True)],
)
def test_a_link_that_leads_nowhere_outside_stays_out_and_its_words_stay(
    href: str, left_out: bool
) -> None:
    imported = read(f'<p>baca <a href="{href}">di sini</a></p>')
    assert imported.release.text == "\nbaca di sini"
    assert imported.release.marks == ()
    assert bool(imported.receipt.entry("link")) is left_out


def test_a_pages_own_links_count_from_its_address() -> None:
    imported = read('<p><a href="/baca/2">lanjut</a></p>',
                    '<link rel="canonical" href="https://blitar.example/baca/1">')  # fmt: skip
    (mark,) = imported.release.marks
    assert mark.target == "https://blitar.example/baca/2"


def test_the_first_heading_is_the_headline() -> None:
    release = read("<h1>Panen <em>Raya</em></h1><p>Satu.</p><h2>Sub</h2><p>Dua.</p>").release
    assert release.text == "Panen Raya\nSatu.\nSub\nDua."
    assert [(m.start, m.end, m.kind) for m in release.marks] == [(6, 10, "italic")]


def test_what_nobody_sees_stays_out_and_is_counted_where_it_had_words() -> None:
    imported = read(
        "<style>p{}</style><script>var a</script><p>Satu&shy;kan.<button>Bagikan</button>"
        '<span style="display: none">rahasia</span><span class="sr-only">untuk pembaca</span></p>'
    )
    assert imported.release.text == "\nSatukan."
    texts = {entry.kind: entry.texts for entry in imported.receipt if entry.left_out}
    assert texts == {
        "form-control": ("Bagikan",),
        "hidden-text": ("rahasia", "untuk pembaca"),
        "invisible-mark": (),
    }


def test_notes_keep_their_numbers() -> None:
    body = (
        '<p>Satu<a href="#fn1" class="footnote-ref" role="doc-noteref"><sup>1</sup></a>.</p>'
        '<p>Dua<a href="#_ftn2">[2]</a>.</p>'
        '<p><a class="sdfootnotesym" href="#sdfootnote1anc">1</a>Catatan<a href="#fnref1"'
        ' role="doc-backlink">↩</a></p>'
    )
    assert lines(body) == ["Satu[1].", "Dua[2].", "[1] Catatan"]


def test_a_picture_in_the_page_comes_in_with_its_caption() -> None:
    imported = read(
        f'<p>Satu.</p><figure><img src="{DATA}" alt="Dua  petani"><figcaption>Panen di <b>Krisik'
        "</b></figcaption></figure><p>Dua.</p>"
    )
    (photo,) = imported.release.photos
    assert (photo.anchor, photo.caption, photo.alt_text) == (1, "Panen di Krisik", "Dua petani")
    assert imported.pictures == {photo.digest: PICTURE}
    assert imported.release.text == "\nSatu.\nDua."


def test_a_picture_elsewhere_is_counted_and_its_caption_stays_in_the_copy() -> None:
    imported = read(
        '<figure><img src="https://x.example/a.jpg" alt="Panen"><figcaption>Foto panen'
        '</figcaption></figure><img src="data:image/png;base64,@@@">'
    )
    assert imported.release.text == "\nFoto panen"
    assert imported.receipt.entry("image")[1:5] == (2, 0, 2, ("Panen",))


def test_a_picture_that_a_script_would_have_fetched_is_counted_by_what_it_shows() -> None:
    pixel = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
    imported = read(
        f'<p>Satu <img src="{pixel}" alt="😀">.</p><img src="{pixel}" data-src="a.jpg" alt="Panen">'
        f'<img data-src="b.jpg" alt="Kirab"><img src="{pixel}">'
    )
    assert imported.release.text == "\nSatu 😀."
    assert imported.receipt.entry("image")[1:5] == (2, 0, 2, ("Panen", "Kirab"))


@pytest.mark.parametrize(
    "data",
    [
        '<meta charset="iso-8859-1"><p>Kafé “x”</p>'.encode("cp1252"),
        '<meta charset="iso-8859-1"><p>Kafé “x”</p>'.encode(),
        "\ufeff<html><p>Kafé “x”</p>".encode(),
        "\ufeff<html><p>Kafé “x”</p>".encode("utf-16-le"),
        '<?xml version="1.0" encoding="cp1252"?><html><p>Kafé “x”</p></html>'.encode("cp1252"),
        '<meta charset="tidak-ada"><p>Kafé “x”</p>'.encode(),
    ],
)  # fmt: skip
def test_every_encoding_that_browsers_read_is_read(data: bytes) -> None:
    assert read_html(data).release.text == "\nKafé “x”"


@pytest.mark.parametrize("name", ["punycode", "idna", "rot13", "unicode_escape", "zip"])
def test_pythons_own_codecs_are_no_encodings_of_pages(name: str) -> None:
    page = f'<meta charset="{name}"><p>Kafé</p>'.encode("cp1252")
    assert read_html(page).release.text == "\nKafé"


@pytest.mark.parametrize(
    "data", [b"", b"  \n", b"<html></html>", b"<script>x</script>", b"<!---->"]
)
def test_a_page_without_words_is_empty(data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        read_html(data)
    assert caught.value.kind == "empty"


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("<p>satu<b>&shy;</b>dua</p>", ["satudua"]),
        ("<table><tr><td>a<td hidden>b<td>c<tr hidden><td>d<tr><td>e<td>f</table>", ["a c", "e f"]),
        ("<table><tr><td>a<div><td>b</td></div></td><td>c</td></tr></table>d", ["a\tb\tc", "d"]),
        ("<td>satu</td></tr></table><p>dua", ["satu", "dua"]),
        ("<table><tr><td><table><tr><td>a<td>b</table><td>c</table>", ["a\tb\tc"]),
        ("<ul><li> <b>satu</b><li><ul><li>dua</ul></ul>", ["- satu", "- dua"]),
    ],
)  # fmt: skip
def test_odd_nesting_loses_and_joins_nothing(body: str, wanted: list[str]) -> None:
    assert [line.replace("\t", " ").split() for line in lines(body)] == [
        line.replace("\t", " ").split() for line in wanted
    ]


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("<html><body><p>satu</p></body></html>\n<p>dua</p>tiga", ["satu", "dua", "tiga"]),
        ("<html><body><p>satu</body><p>dua</html><html><body>tiga</body></html>",
         ["satu", "dua", "tiga"]),
        ("<!DOCTYPE html><meta charset=utf-8><title>T</title><section><p>satu</p></section>"
         "<div>dua</div>", ["satu", "dua"]),
        ("<head><title>T</title><article><p>satu</p></article></head><p>dua", ["satu", "dua"]),
    ],
)  # fmt: skip
def test_words_outside_the_body_come_in_as_browsers_show_them(page: str, wanted: list[str]) -> None:
    assert read_html(page.encode()).release.text.split("\n")[1:] == wanted


def test_changes_that_word_tracked_are_accepted_and_its_comments_told() -> None:
    by = 'cite="mailto:Sekretariat" datetime="2024-11-12T09:00"'
    imported = read(
        f"<p>Harga <span class=msoDel><del {by}>turun</del></span><ins {by}>naik</ins> lagi"
        '<span class="MsoCommentReference">[A1]</span>.</p>'
        "<div style='mso-element:comment-list'><div style='mso-element:comment'>"
        "<p>cek angkanya</p></div></div>"
    )
    assert imported.release.text == "\nHarga naik lagi."
    assert imported.receipt.entry("deletion")[1:5] == (1, 0, 1, ("turun",))
    assert imported.receipt.entry("insertion")[1:4] == (1, 1, 0)
    assert imported.receipt.entry("comment").texts == ("[A1]", "cek angkanya")


@pytest.mark.parametrize(
    "struck",
    ["<s>turun</s>", "<strike>turun</strike>", "<del>turun</del>",
     '<span style="text-decoration: underline line-through">turun</span>'],
)  # fmt: skip
def test_words_that_are_struck_through_come_in_and_are_told(struck: str) -> None:
    imported = read(f"<p>Harga {struck} naik.</p>")
    assert imported.release.text == "\nHarga turun naik."
    assert imported.receipt.entry("struck-text")[1:4] == (1, 1, 0)
