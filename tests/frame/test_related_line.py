"""Related lines read: the label goes, the title stays."""

from __future__ import annotations

import pytest

from bnews_desk.frame.related_line import RelatedReader
from bnews_desk.house.style_sheet import load_style_sheet

READER = RelatedReader(load_style_sheet()[0].related)
TITLE = "Pasar Garum Ramai Lagi"


@pytest.mark.parametrize(
    "line",
    [
        f"Baca juga: {TITLE}",
        f"BACA JUGA : {TITLE}.",
        f"Simak pula – {TITLE}",
        f"👉 Baca  juga:{TITLE}",
        f"**Baca juga:** {TITLE}",
        f"(Baca juga: {TITLE})",
        f"[BACA JUGA] {TITLE}",
        f"Berita Terkait >> {TITLE} ",
        f"Baca juga berita: {TITLE}",
        f"Baca juga {TITLE}",
    ],
)
def test_a_related_line_gives_its_title_alone(line: str) -> None:
    found = READER.read(line)
    assert found is not None
    assert found.title == TITLE
    assert found.title_span.within(line) == TITLE
    assert found.span == (0, len(line))
    assert found.is_sure


@pytest.mark.parametrize(
    "title",
    [
        "Pasar Garum (Bagian 2)",
        "Siapa Takut?",
        "Wabup: “Jaga Pasar!”",
        "5 Desa Terima ADD...",
        "Bupati: Panen, Panen, Panen",
        "HUT ke-79 RI - Pawai di Blitar",
    ],
)
def test_what_belongs_to_a_title_stays(title: str) -> None:
    line = f"Baca juga: {title}"
    found = READER.read(line)
    assert found is not None
    assert found.title == title
    assert READER.is_canonical(line, found)
    assert found.title_span.start == len("Baca juga: ")


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Baca juga buku itu di perpustakaan.",
        "Baca pula catatan panitia.",
        "Lihat juga kondisi jembatan itu.",
        "Pengunjung dapat baca juga: buku dan majalah.",
        "Bacaan juga: tersedia",
        "Membaca juga: perlu",
        "Berita terkait harga beras dibantah.",
    ],
)
def test_this_is_no_related_line(line: str) -> None:
    assert READER.read(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Baca juga:",
        "BACA JUGA : ",
        "Baca juga: https://b-news.id/pasar-garum",
        "Baca juga: b-news.id/pasar",
        "Baca juga: ...",
        "Baca juga: [link]",
        "Baca juga: JUDUL BERITA",
        "Baca juga: xxx",
    ],
)
def test_a_label_with_no_title_is_empty(line: str) -> None:
    found = READER.read(line)
    assert found is not None
    assert found.is_empty


def test_a_title_that_names_a_site_is_not_empty() -> None:
    found = READER.read("Baca juga: Situs blitarkab.go.id Diperbarui")
    assert found is not None
    assert not found.is_empty


def test_a_label_without_a_mark_is_sure_only_before_a_title() -> None:
    found = READER.read("Baca juga Kitab kuning yang dipakai para santri di pondok itu.")
    assert found is None or not found.is_sure


@pytest.mark.parametrize(
    "text",
    [
        f"Warga senang. Baca juga: {TITLE}",
        f'"Kami senang." BACA JUGA : {TITLE}.',
        f"Warga senang.Baca juga:{TITLE}",
        f"Warga senang. (Baca juga: {TITLE})",
    ],
)
def test_a_line_glued_to_a_paragraph_is_read(text: str) -> None:
    found = READER.read_glued(text)
    assert found is not None
    assert found.is_glued
    assert found.title == TITLE
    assert text[found.span.start :].casefold().startswith("baca juga")


@pytest.mark.parametrize(
    "text",
    [
        "Warga senang.",
        "Warga diminta baca juga: petunjuk panitia.",
        "Warga senang. Baca juga buku itu.",
        "Warga senang. Baca juga:",
    ],
)
def test_this_paragraph_has_no_related_line_glued_to_it(text: str) -> None:
    assert READER.read_glued(text) is None


def test_a_label_that_stands_twice_is_no_part_of_the_title() -> None:
    found = READER.read(f"Baca juga: BACA JUGA : {TITLE}")
    assert found is not None
    assert found.title == TITLE
    assert found.is_sure


def test_a_colon_further_on_makes_a_label_without_one_doubtful() -> None:
    found = READER.read(f"Simak juga Video: {TITLE}")
    assert found is not None
    assert not found.is_sure
