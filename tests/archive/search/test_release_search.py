"""What a search finds, on SQLite and on PostgreSQL, and that both find the same."""

from __future__ import annotations

import pytest
from repository_kit import FLOOD, HARVEST, ROAD

from bnews_desk.archive.repository.archive_values import Excerpt, Order, ResultPage
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.search.search_query import parse_query
from bnews_desk.release import Release


@pytest.fixture
def filled(vault: DatabaseArchive) -> DatabaseArchive:
    for key, release in (("panen", HARVEST), ("jalan", ROAD), ("banjir", FLOOD)):
        vault.add(key, release)
    return vault


def keys(
    vault: DatabaseArchive, typed: str, order: Order = "newest", page: ResultPage | None = None
) -> list[str]:
    hits = vault.search(parse_query(typed), order, page or ResultPage())
    return [hit.summary.key for hit in hits]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["banjir", "jalan", "panen"]),
        ("rencana", ["jalan", "panen"]),
        ("perencanaan", ["jalan", "panen"]),
        ("merencanakan", ["jalan", "panen"]),
        ("tindak lanjut", ["banjir"]),
        ("ditindaklanjuti", ["banjir"]),
        ('"merencanakan perbaikan"', ["jalan"]),
        ('"perbaikan merencanakan"', []),
        ("sutoja*", ["banjir"]),
        ("s*", ["banjir", "jalan", "panen"]),
        ("r* -judul:panen", ["banjir", "jalan"]),
        ("p* -panen -jalan", []),
        ("b-n*", ["banjir", "jalan", "panen"]),
        ("1*", ["banjir", "panen"]),
        ("judul:w* -judul:b*", ["panen"]),
        ("tempat:b* editor:s*", ["jalan"]),
        ('"panen ra*"', []),
        ("blitar -banjir", ["jalan", "panen"]),
        ("-banjir", ["jalan", "panen"]),
        ("-banjir -jalan", ["panen"]),
        ("judul:desa", ["banjir"]),
        ("desa", ["banjir", "panen"]),
        ("judul:kecamatan", []),
        ('judul:"panen raya"', ["panen"]),
        ("judul:sut*", ["banjir"]),
        ("editor:siti", ["jalan"]),
        ('editor:"siti rahayu"', ["jalan"]),
        ("editor:zai*", ["panen"]),
        ("sumber:kmfkabblt", ["jalan", "panen"]),
        ("tempat:blitar banjir", ["banjir"]),
        ("12/11/2024", ["panen"]),
        ("status:baru panen", ["panen"]),
        ("status:siap panen", []),
        ("tanggal:2024-11-12 panen", ["panen"]),
        ("tanggal:2023", []),
        ("PUPR", ["jalan"]),
    ],
)
def test_a_search_finds(filled: DatabaseArchive, typed: str, found: list[str]) -> None:
    assert keys(filled, typed) == found
    assert sorted(keys(filled, typed, "best")) == sorted(found)


def test_headline_and_body_make_no_phrase(vault: DatabaseArchive) -> None:
    vault.add("a", Release.of("Panen", ["raya padi."]))
    assert keys(vault, '"panen raya"') == []
    assert keys(vault, "panen raya") == ["a"]


def test_the_best_comes_first_on_request(vault: DatabaseArchive) -> None:
    filler = "Kabar lain dari desa itu tidak menyebut apa pun. " * 20
    vault.add("judul", Release.of("Banjir Merendam Desa", [filler]))
    vault.add("isi", Release.of("Kabar Desa", [filler + "Banjir."]))
    assert keys(vault, "banjir") == ["isi", "judul"]
    assert keys(vault, "banjir", "best") == ["judul", "isi"]


def test_answers_come_page_by_page(filled: DatabaseArchive) -> None:
    assert keys(filled, "", page=ResultPage(2, 0)) == ["banjir", "jalan"]
    assert keys(filled, "", page=ResultPage(2, 2)) == ["panen"]


def test_what_was_saved_is_found_and_what_was_deleted_is_not(filled: DatabaseArchive) -> None:
    filled.save(filled.get("panen")._replace(release=FLOOD))
    assert keys(filled, "sutojayan") == ["banjir", "panen"]
    assert keys(filled, "wates") == []
    filled.delete("banjir")
    assert keys(filled, "sutojayan") == ["panen"]


def test_hits_show_what_was_found(filled: DatabaseArchive) -> None:
    (hit,) = filled.search(parse_query('perencanaan -jalan "lumbung desa"'))
    assert marked(hit.excerpt) == ["Perencanaan", "lumbung desa"]
    assert hit.headline == Excerpt(HARVEST.headline)
    (hit,) = filled.search(parse_query("judul:panen"))
    assert marked(hit.headline) == ["Panen"]
    assert marked(hit.excerpt) == []


def test_an_excerpt_is_cut_around_what_was_found(vault: DatabaseArchive) -> None:
    many = "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh. " * 30
    vault.add("a", Release.of("Judul", [many, f"Di sini\u00a0ada Sutojayan.\t{many}"]))
    (hit,) = vault.search(parse_query("sutojayan"))
    assert marked(hit.excerpt) == ["Sutojayan"]
    assert hit.excerpt.text.startswith("…")
    assert hit.excerpt.text.endswith("…")
    assert len(hit.excerpt.text.split()) == 30
    assert "\n" not in hit.excerpt.text


def marked(excerpt: Excerpt) -> list[str]:
    return [span.within(excerpt.text) for span in excerpt.marks]
