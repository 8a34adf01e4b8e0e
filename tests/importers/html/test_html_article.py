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
