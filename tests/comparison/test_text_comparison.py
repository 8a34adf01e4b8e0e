"""Two texts compared: nothing is lost on either side, and what an editor sees is what happened."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bnews_desk.comparison import Comparison, compare

ORIGINAL = (
    "Pasar Ikan Sumberagung Resmi Dibuka\n"
    "Dinas Perikanan secara resmi membuka Pasar Ikan Sumberagung yang bertempat di Desa"
    " Sumberagung, Kamis (12/11/2026).\n"
    "Pasar itu mempertemukan 38 pembudidaya lele dengan pembeli tanpa melalui pengepul.\n"
    "Demikian siaran pers ini disampaikan atas perhatiannya diucapkan terima kasih.\n"
    "Kepala dinas, Ratna Wulandari, mengatakan bahwa harga ikan sering jatuh. Karena itu pasar"
    " ini dibuka setiap Sabtu pagi."
)
COPY = (
    "Pasar Ikan Sumberagung Dibuka, 40 Pembudidaya Berjualan Langsung\n"
    "BLITAR | B-news.id - Dinas Perikanan membuka Pasar Ikan Sumberagung di Desa Sumberagung,"
    " Kamis (12/11/2026).\n"
    "Pasar itu mempertemukan 40 pembudidaya lele dengan pembeli tanpa melalui pengepul.\n"
    "Baca juga: Harga Lele Naik Menjelang Lebaran\n"
    "Kepala dinas, Ratna Wulandari, mengatakan harga ikan sering jatuh.\n"
    "Karena itu pasar ini dibuka setiap Sabtu pagi."
)


def told(comparison: Comparison) -> list[tuple[str, str]]:
    old, new = comparison.old + "\n", comparison.new + "\n"
    return [
        (run.kind, run.new.within(new) if run.kind == "inserted" else run.old.within(old))
        for run in comparison.runs
    ]


def changes(old: str, new: str) -> list[tuple[str, str]]:
    """The changes between two bodies of one paragraph."""
    return [run for run in told(compare("\n" + old, "\n" + new)) if run[0] != "equal"]


def assert_whole(comparison: Comparison) -> None:
    """Each text can be put together again from the runs, and equal runs are equal."""
    old, new = comparison.old + "\n", comparison.new + "\n"
    at_old = at_new = 0
    for run in comparison.runs:
        assert run.old.start == at_old
        assert run.new.start == at_new
        at_old, at_new = run.old.end, run.new.end
        if run.kind == "equal":
            assert run.old.within(old) == run.new.within(new)
        assert (run.kind == "inserted") == (run.old.start == run.old.end)
        assert (run.kind == "deleted") == (run.new.start == run.new.end)
    assert (at_old, at_new) == (len(old), len(new))
    numbers = (
        [n for p in comparison.groups for n in p.old],
        [n for p in comparison.groups for n in p.new],
    )
    assert numbers == (list(range(old.count("\n"))), list(range(new.count("\n"))))


def test_the_release_and_its_copy() -> None:
    comparison = compare(ORIGINAL, COPY)
    assert_whole(comparison)
    runs = told(comparison)
    for gone in ("Resmi ", "secara resmi ", "yang bertempat ", "38", "bahwa "):
        assert ("deleted", gone) in runs
    for come in ("BLITAR | B-news.id - ", "40"):
        assert ("inserted", come) in runs
    assert comparison.unused == (3,)
    assert comparison.moved == {}


def test_a_paragraph_that_was_split_stays_beside_its_original() -> None:
    comparison = compare(ORIGINAL, COPY)
    assert any((tuple(p.old), tuple(p.new)) == ((4,), (4, 5)) for p in comparison.groups)


def test_paragraphs_that_were_merged() -> None:
    comparison = compare(COPY, ORIGINAL)
    assert_whole(comparison)
    assert any((tuple(p.old), tuple(p.new)) == ((4, 5), (4,)) for p in comparison.groups)


def test_a_paragraph_that_was_moved_neither_went_nor_came() -> None:
    lines = ORIGINAL.split("\n")
    moved = "\n".join([lines[0], lines[2], lines[1], *lines[3:]])
    comparison = compare(ORIGINAL, moved)
    assert_whole(comparison)
    assert comparison.moved in ({1: 2}, {2: 1})
    assert (comparison.words_deleted, comparison.words_inserted) == (0, 0)
    assert comparison.unused == ()


def test_of_all_paragraphs_the_one_that_was_moved_is_told_and_no_neighbour() -> None:
    """It alone is equal to the letter; the others, a word changed in each, still stay."""
    names = "Doko Garum Wlingi Talun Selopuro Kesamben Binangun Ponggok".split()
    lines = [
        f"Warga {name} memanen {n} karung kopi {name}{n} di lereng." for n, name in enumerate(names)
    ]
    changed = [line.replace("karung", "kuintal") for line in lines]
    comparison = compare(
        "\n".join(("", *lines)), "\n".join(("", *changed[:1], lines[6], *changed[1:6], changed[7]))
    )
    assert_whole(comparison)
    assert comparison.moved == {7: 2}
    assert (comparison.words_deleted, comparison.words_inserted) == (7, 7)


def test_the_headline_below_a_letterhead_is_moved_to_the_top() -> None:
    comparison = compare(
        "\nPEMKAB BLITAR\nSIARAN PERS\nWarga Doko Panen Kopi Raya\nKopi dipanen warga.",
        "Warga Doko Panen Kopi\nKopi dipanen warga.",
    )
    assert_whole(comparison)
    assert comparison.moved == {3: 0}
    assert comparison.unused == (1, 2)
    assert (comparison.words_deleted, comparison.words_inserted) == (4, 0)


def test_lines_without_words_keep_their_places() -> None:
    comparison = compare("Judul\nPanen kopi.\n\n***", "Judul\nPanen padi, kopi.\n\n***")
    assert [(tuple(p.old), tuple(p.new)) for p in comparison.groups] == [
        ((n,), (n,)) for n in range(4)
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Harga dipasar naik.", "Harga di pasar naik.", ["-dipasar", "+di pasar"]),
        ("Biaya Rp. 25.000,- habis", "Biaya Rp25.000 habis", ["-Rp. 25.000,-", "+Rp25.000"]),
        ("Selain itu kami datang", "Selain itu, kami datang", ["+,"]),
        ("satu  dua", "satu dua", ["- "]),
        ("anak anak bermain", "anak-anak bermain", ["-anak anak", "+anak-anak"]),
        ("sama saja", "sama saja", []),
    ],
)
def test_words(old: str, new: str, expected: list[str]) -> None:
    signs = {"deleted": "-", "inserted": "+"}
    assert [signs[kind] + text for kind, text in changes(old, new)] == expected


def test_a_short_word_between_changes_is_no_island() -> None:
    found = changes(
        "Bupati baru saja membuka jalan di desa kami sendiri",
        "Para warga sekitar menutup pasar di kota mereka dahulu",
    )
    assert [kind for kind, _ in found] == ["deleted", "inserted"]


def test_the_figures() -> None:
    comparison = compare("\nsatu dua tiga empat lima", "\nsatu dua enam tiga lima")
    assert (comparison.words_deleted, comparison.words_inserted) == (1, 1)


@given(st.text(alphabet="ab \n.,", max_size=60), st.text(alphabet="ab \n.,", max_size=60))
def test_any_two_texts(old: str, new: str) -> None:
    assert_whole(compare(old, new))


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_of_any_letters(old: str, new: str) -> None:
    assert_whole(compare(old, new))


@given(st.text(max_size=200))
def test_what_is_equal(text: str) -> None:
    comparison = compare(text, text)
    assert all(run.kind == "equal" for run in comparison.runs)
    assert (comparison.words_deleted, comparison.words_inserted, comparison.unused) == (0, 0, ())


def test_what_is_longer_than_any_release() -> None:
    lines = [f"Baris nomor {n} berisi kata {n * 7}." for n in range(100_000)]
    changed = lines.copy()
    changed[50_000] = "Baris yang lain sama sekali."
    assert_whole(compare("\n".join(lines), "\n".join(changed)))
    assert_whole(compare("kata " * 100_000, "kata " * 50_000 + "lain " * 50_000))
