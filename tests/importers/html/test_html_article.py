"""A saved page: its article comes in, its menus stay out and are told."""

from __future__ import annotations

import pytest

from bnews_desk.errors import ReadError
from bnews_desk.importers.html import article, read_html

PARAGRAPHS = (
    "BLITAR - Dinas Pertanian Kabupaten Blitar membagikan 1.200 bibit alpukat kepada kelompok tani"
    " di Kecamatan Wonotirto, Selasa (12/11/2024).",
    "Kepala dinas menjelaskan bahwa bibit itu akan ditanam di lahan kering seluas enam hektare yang"
    " selama ini hanya menghasilkan singkong pada musim hujan.",
    "“Kami ingin warga punya penghasilan baru tanpa meninggalkan tanaman lama,” ujarnya saat"
    " menyerahkan bantuan secara simbolis di balai desa.",
    "Ketua kelompok tani setempat menyatakan anggotanya siap merawat bibit dan melaporkan"
    " perkembangannya setiap bulan kepada penyuluh lapangan.",
    "Pemerintah kabupaten menargetkan panen pertama empat tahun lagi, dengan hasil sekitar delapan"
    " ton per hektare setiap musim.",
)
MENU = "".join(
    f'<li><a href="/{name}">{name}</a></li>'
    for name in ("Beranda", "Ekonomi", "Olahraga", "Wisata")
)
PAGE = f"""<!DOCTYPE html>
<html lang="id"><head><title>Ribuan Bibit Alpukat Dibagikan - Kabar Wonotirto</title>
<script src="iklan.js"></script></head><body>
<header><a href="/">Kabar Wonotirto</a><nav><ul>{MENU}</ul></nav></header>
<main><article><h1>Ribuan Bibit Alpukat Dibagikan</h1>
<div class="share"><a href="#">Bagikan ke WhatsApp</a></div>
<div class="entry-content">{"".join(f"<p>{p}</p>" for p in PARAGRAPHS)}</div></article>
<aside><h3>Terpopuler</h3><ul><li><a href="/1">Harga telur turun lagi di pasar kota</a></li>
<li><a href="/2">Jadwal kirab pusaka akhir pekan ini</a></li></ul></aside></main>
<form><button>Cari</button></form>
<footer><p>Hak cipta Kabar Wonotirto. Redaksi | Pedoman Media Siber | Tentang Kami</p></footer>
</body></html>"""
MENUS = (
    "Beranda",
    "Terpopuler",
    "Harga telur turun lagi di pasar kota",
    "Hak cipta Kabar Wonotirto",
)


def test_the_article_comes_in_under_its_headline_and_the_menus_are_told() -> None:
    imported = read_html(PAGE.encode())
    assert imported.release.headline == "Ribuan Bibit Alpukat Dibagikan"
    assert imported.release.body.split("\n") == list(PARAGRAPHS)
    left_out = imported.receipt.entry("page-furniture")
    assert left_out.found == left_out.left_out == len(left_out.texts)
    for words in MENUS:
        assert any(words in text for text in left_out.texts), words


def test_every_word_that_is_seen_is_in_the_copy_or_in_the_receipt() -> None:
    from lxml import html

    imported = read_html(PAGE.encode())
    ours = imported.release.text.split() + [
        word for entry in imported.receipt for text in entry.texts for word in text.split()
    ]
    seen = " ".join(html.fromstring(PAGE).xpath("//body//text()")).split()
    assert sorted(word for word in ours if word != "-") == sorted(
        word for word in seen if word != "-"
    )


def test_where_no_article_is_found_the_elements_decide() -> None:
    short = PAGE.replace("".join(f"<p>{p}</p>" for p in PARAGRAPHS), "<p>Satu kalimat.</p>")
    text = read_html(short.encode()).release.text
    assert "Satu kalimat." in text
    assert "Beranda" not in text
    assert "Hak cipta" not in text


def test_a_judge_that_fails_does_not_fail_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    import trafilatura

    def fail(*_: object, **__: object) -> str:
        raise ValueError("tak terduga")

    monkeypatch.setattr(trafilatura, "extract", fail)
    assert read_html(PAGE.encode()).release.body.split("\n")[-len(PARAGRAPHS) :] == list(PARAGRAPHS)


def test_a_page_too_large_to_be_judged_is_read_by_its_elements(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(article, "MAX_JUDGED_CHARACTERS", 10)
    text = read_html(PAGE.encode()).release.text
    assert PARAGRAPHS[-1] in text
    assert "Terpopuler" not in text


def test_an_empty_article_is_an_empty_page() -> None:
    with pytest.raises(ReadError) as caught:
        read_html(b"<nav>Beranda</nav><footer>Hak cipta</footer>")
    assert caught.value.kind == "empty"


def page_with(copy: str) -> str:
    """The page with something more in its article."""
    return PAGE.replace(f"<p>{PARAGRAPHS[2]}</p>", f"<p>{PARAGRAPHS[2]}</p>{copy}")


def body_of(page: str) -> list[str]:
    return read_html(page.encode()).release.body.split("\n")


def test_numbered_items_of_the_article_come_in_with_their_numbers() -> None:
    items = (
        "Warga mendaftar ke balai desa dengan membawa kartu keluarga dan surat pengantar.",
        "Penyuluh memeriksa lahan lalu menetapkan jumlah bibit yang dapat diterima warga.",
    )
    listed = "".join(f"<li>{item}</li>" for item in items)
    body = body_of(page_with(f"<ol>{listed}</ol>"))
    assert body[3:5] == [f"{number}. {item}" for number, item in enumerate(items, 1)]


def test_accents_that_stand_apart_from_their_letters_keep_no_paragraph_out() -> None:
    said = (
        "Pemandu wisata asal Prancis, Re\u0301mi Lefe\u0300vre, ikut menanam dua puluh bibit"
        " bersama warga Desa Sumberboto."
    )
    assert said in body_of(page_with(f"<p>{said}</p>"))


def test_short_lines_between_those_of_the_article_are_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import trafilatura

    verse = ("Tanam hari ini,", "rawat esok,", "panen nanti.")
    joined = "\n".join((*PARAGRAPHS[:3], " ".join(verse), *PARAGRAPHS[3:]))
    monkeypatch.setattr(trafilatura, "extract", lambda *_, **__: joined)
    body = body_of(page_with(f"<p>{'<br>'.join((verse[0], 'iklan', *verse[1:]))}</p>"))
    assert body == [*PARAGRAPHS[:3], *verse, *PARAGRAPHS[3:]]


def test_an_article_of_which_one_way_finds_little_is_looked_for_in_the_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import trafilatura

    whole = "\n".join(PARAGRAPHS)

    def extract(_text: str, *, favor_recall: bool, **_: object) -> str:
        return PARAGRAPHS[0] if favor_recall else whole

    monkeypatch.setattr(trafilatura, "extract", extract)
    assert body_of(PAGE) == list(PARAGRAPHS)
