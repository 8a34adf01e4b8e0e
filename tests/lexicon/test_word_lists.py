"""The word lists and how they are looked up."""

from __future__ import annotations

import pytest

from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.lexicon.word_lists import (
    ListMatch,
    ListRow,
    NeighbourDemand,
    PhraseFinder,
    newsroom_pair,
    read_list,
    read_rows,
    row_of,
)
from bnews_desk.text import words

LISTS = {
    "kata_baku.tsv": 704,
    "gabungan_imbuhan.tsv": 80,
    "padanan.tsv": 182,
    "bentuk_terikat.tsv": 160,
}
TAGS = ("lower", "offered", "opt")
READ_TAGS = ("rule: ", "house: ", "ctx: ")


def found(text: str, *rows: ListRow, inflected: bool = False) -> list[ListMatch]:
    return list(PhraseFinder(rows, inflected=inflected).matches(words(text), text))


def forms(text: str, *rows: ListRow, inflected: bool = False) -> list[str]:
    return [m.entry.form for m in found(text, *rows, inflected=inflected)]


def test_a_row_is_form_replacements_and_notes() -> None:
    row = row_of("maghrib", "Magrib | magrib", "kbbi-rujuk;opt;offered; remark = free; rule: C9")
    assert row.form == "maghrib"
    assert row.replacements == ("Magrib", "magrib")
    assert row.rule == "C9"
    assert row.is_off
    assert row.is_offered
    assert not row.is_lower_only
    assert "remark = free" in row.notes


def test_alternatives_are_always_offered() -> None:
    assert row_of("moril", "moral | morel").is_offered
    assert not row_of("resiko", "risiko", "kbbi-rujuk").is_offered
    assert row_of("jaman", "zaman", "kbbi-rujuk-campur").is_offered


def test_house_choices_and_neighbours_are_read() -> None:
    row = row_of("x y", "xy", "house: idul;ctx: not after uji|formil dan;ctx: not before itu")
    assert row.house_choice == "idul"
    assert row.neighbours == (
        NeighbourDemand("not after", frozenset({("uji",), ("formil", "dan")}), (1, 2)),
        NeighbourDemand("not before", frozenset({("itu",)}), (1,)),
    )


@pytest.mark.parametrize("demand", ["ctx: behind a", "ctx: afterwards", "ctx: "])
def test_an_unknown_demand_is_a_fault_of_the_list(demand: str) -> None:
    with pytest.raises(ValueError, match="neighbours"):
        row_of("a", "b", demand)


@pytest.mark.parametrize(("name", "least"), LISTS.items())
def test_every_row_of_a_list_is_read_without_loss(name: str, least: int) -> None:
    raw = list(read_rows(name))
    rows = list(read_list(name))
    assert len(rows) == len(raw) >= least - 10
    for columns, row in zip(raw, rows, strict=True):
        assert 2 <= len(columns) <= 3
        assert columns == [part.strip() for part in columns]
        assert row.form == columns[0]
        assert " | ".join(row.replacements) == columns[1]
        note = columns[2] if len(columns) > 2 else ""
        assert row.notes == {part.strip() for part in note.split(";") if part.strip()}
        assert sum(part.startswith("ctx: ") for part in row.notes) == len(row.neighbours)
        for part in row.notes:
            assert part in TAGS or part.startswith(READ_TAGS) or not part.startswith("ctx")
        assert PhraseFinder([row]).row(row.form) is row


@pytest.mark.parametrize("name", LISTS)
def test_no_form_stands_twice_in_a_list_or_is_its_own_replacement(name: str) -> None:
    rows = list(read_list(name))
    assert len({row.form.casefold() for row in rows}) == len(rows)
    assert all(row.form not in row.replacements for row in rows)


def test_no_form_stands_in_two_spelling_lists() -> None:
    rows = [
        row.form.casefold()
        for name in ("kata_baku.tsv", "gabungan_imbuhan.tsv", "bentuk_terikat.tsv")
        for row in read_list(name)
    ]
    assert sorted(rows) == sorted(set(rows))


def test_no_replacement_is_itself_a_wrong_form() -> None:
    book = Lexicon().spellings
    for name in ("kata_baku.tsv", "gabungan_imbuhan.tsv", "bentuk_terikat.tsv"):
        for row in read_list(name):
            for right in row.replacements:
                assert list(book.matches(words(right), right)) == [], row


def test_passive_stems_are_all_read_with_their_tag() -> None:
    stems = Lexicon().passive_stems
    assert len(stems) >= 1040
    offered = {stem for stem, is_offered in stems.items() if is_offered}
    assert offered >= {"gelar", "rawat", "undang", "dominasi", "verifikasi"}
    assert not any(stem.endswith("kan") for stem in offered)


def test_places_and_things_are_no_passive_stems() -> None:
    stems = Lexicon().passive_stems
    nouns = "tutup buka tanam tahan tempat kota dasar balik jual jaga data hukum panen olah"
    others = "tes uji pukul lepas serang atas samping tengah pasar isi nanti revisi proses kunci"
    assert stems.keys().isdisjoint({*nouns.split(), *others.split()})


def test_the_longer_row_wins_at_one_place() -> None:
    short, long = row_of("indera", "indra"), row_of("panca indera", "pancaindra")
    inside = row_of("panca", "lima")
    assert forms("lima panca indera itu", short, long, inside) == ["panca indera"]
    assert forms("panca, indera", short, long, inside) == ["panca", "indera"]


def test_a_longer_row_whose_demand_fails_gives_way_to_a_shorter() -> None:
    short = row_of("antar", "antre")
    long = row_of("antar pihak", "antarpihak", "ctx: not after jasa")
    assert forms("jasa antar pihak", short, long) == ["antar"]
    assert forms("sinergi antar pihak", short, long) == ["antar pihak"]


def test_several_words_match_over_white_space_alone() -> None:
    row = row_of("antar pihak", "antarpihak")
    assert forms("antar  pihak", row) == ["antar pihak"]
    assert forms("antar\u00a0pihak", row) == ["antar pihak"]
    assert forms("antar, pihak", row) == []
    assert forms("antar-pihak", row) == []
    assert forms("antar", row) == []


def test_matches_stand_apart_and_know_their_words() -> None:
    row = row_of("a b", "ab")
    first, second = found("x a b a b", row)
    assert (first.start, first.end, first.first, first.last) == (2, 5, 1, 2)
    assert (second.start, second.end, second.first, second.last) == (6, 9, 3, 4)


def test_lower_rows_are_blocked_by_any_capital() -> None:
    row = row_of("vidio", "video", "lower")
    assert forms("vidio", row) == ["vidio"]
    assert forms("Vidio VIDIO viDio", row) == []


def test_other_rows_match_in_any_case() -> None:
    assert len(found("Resiko RESIKO resiko", row_of("resiko", "risiko"))) == 3


def test_the_word_demanded_before_must_stand_directly_before() -> None:
    row = row_of("ramadhan", "Ramadan", "ctx: after bulan|awal")
    assert forms("bulan Ramadhan", row) == ["ramadhan"]
    assert forms("Awal Ramadhan", row) == ["ramadhan"]
    assert forms("Ramadhan", row) == []
    assert forms("itu bulan. Ramadhan pergi", row) == []


def test_a_demand_at_the_edge_of_the_passage() -> None:
    after = row_of("b", "c", "ctx: after x y|z")
    assert forms("b", after) == []
    assert forms("y b", after) == []
    assert forms("x y b", after) == ["b"]
    assert forms("z b", after) == ["b"]
    before = row_of("b", "c", "ctx: not before x y")
    assert forms("b", before) == ["b"]
    assert forms("b x", before) == ["b"]
    assert forms("b x y", before) == []


def test_words_that_must_not_stand_beside_block_even_over_punctuation() -> None:
    row = row_of("materiil", "materiel", "ctx: not after uji;ctx: not before dan imateriil")
    assert forms("kerugian materiil", row) == ["materiil"]
    assert forms("uji materiil", row) == []
    assert forms("uji (materiil)", row) == []
    assert forms("kerugian materiil dan imateriil", row) == []
    assert forms("kerugian materiil dan besar", row) == ["materiil"]


@pytest.mark.parametrize("apostrophe", ["'", "’", "ʼ"])
def test_every_apostrophe_is_the_same(apostrophe: str) -> None:
    assert forms(f"do{apostrophe}a", row_of("do'a", "doa")) == ["do'a"]


def test_clitics_and_doubling_only_where_asked_for() -> None:
    row = row_of("praktek", "praktik")
    assert forms("prakteknya praktek-praktek", row) == []
    once, twice, both = found("prakteknya praktek-praktek praktek-prakteknya", row, inflected=True)
    assert once.rights == ("praktiknya",)
    assert twice.rights == ("praktik-praktik",)
    assert both.rights == ("praktik-praktiknya",)


def test_a_row_of_two_words_takes_a_clitic_at_its_end() -> None:
    (match,) = found("sub bagiannya", row_of("sub bagian", "subbagian"), inflected=True)
    assert match.rights == ("subbagiannya",)


def test_half_a_doubling_and_other_endings_are_no_match() -> None:
    row = row_of("praktek", "praktik")
    assert forms("praktek-praktik praktekan dipraktek", row, inflected=True) == []
    row = row_of("kerjasama", "kerja sama")
    assert forms("kerjasama-kerjasama", row, inflected=True) == []


def test_own_pairs_win_over_every_list() -> None:
    lexicon = Lexicon({"walikota": "walkot", "sinergitas": "kerja bersama"})
    row = lexicon.spellings.row("Walikota")
    assert row == newsroom_pair("walikota", "walkot")
    assert row.rule == "C21"
    assert row.is_own
    kept = lexicon.spellings.row("sinergitas")
    assert kept is not None
    assert kept.replacements == ("kerja bersama",)


def test_each_row_is_reported_by_one_rule() -> None:
    book = Lexicon().spellings
    reporters = {
        "dimana": "C01",
        "darimana": "C01",
        "kemana": "C03",
        "apapun": "C05",
        "kerjasama": "C18",
        "gotongroyong": "C18",
        "menanda-tangani": "C19",
        "menindak lanjuti": "C19",
        "antar pihak": "C10",
        "pasca panen": "C10",
        "resiko": "C21",
        "milyar": "B20",
        "hektar": "B26",
    }
    for form, rule in reporters.items():
        row = book.row(form)
        assert row is not None
        assert row.rule == rule


def test_rows_that_are_off_are_not_looked_up() -> None:
    assert "orangtua" not in Lexicon().spellings
    assert "dihadang" not in Lexicon().spellings


def test_odd_text_is_read_without_harm() -> None:
    book = Lexicon().spellings
    for text in ("", "\ud800 resiko", "😀resiko", "مرحبا resiko", "resiko\x00", "-" * 9, "’’’"):
        assert len(list(book.matches(words(text), text))) == ("resiko" in text)
    assert "" not in book
    assert "—" not in book
