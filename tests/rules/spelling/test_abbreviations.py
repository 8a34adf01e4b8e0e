"""Abbreviations without their full stops, and words cut short as in chats."""

from __future__ import annotations

from functools import cache

import pytest

from bnews_desk.finding import Finding
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.lexicon.word_lists import ListRow, read_list
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.spelling import abbreviations, chat_words

CHAT = list(read_list("singkatan_percakapan.tsv"))


@cache
def checker() -> Checker:
    return Checker((*abbreviations.RULES, *chat_words.RULES), load_style_sheet()[0], Lexicon())


def check(text: str, headline: str = "") -> list[Finding]:
    return checker().check(Release.of(headline, [text]))


def fixes(text: str, headline: str = "") -> list[tuple[str, str, bool]]:
    return [
        (p.text, p.fixes[0].edits[0].new, p.safe_fix is not None) for p in check(text, headline)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Meja, kursi, dll dibawa.", [("dll", "dll.", True)]),
        ("Meja, kursi, dsb?", [("dsb", "dsb.", True)]),
        ("Meja, kursi, d.l.l dibawa.", [("d.l.l", "dll.", True)]),
        ("Buka 1 S/d 5 Mei.", [("S/d", "S.d.", True)]),
        ("Surat u/b Camat.", [("u/b", "u.b.", True)]),
        ("Kantornya di Jln Merdeka.", [("Jln", "Jln.", True)]),
        ("Di Jl Ahmad Yani No 12, Blitar.", [("Jl", "Jl.", True), ("No", "No.", True)]),
        ('"Kami membawa meja, kursi, dll ke sana," ujarnya.', [("dll", "dll.", False)]),
    ],
)
def test_the_full_stop_is_put_in(text: str, found: list[tuple[str, str, bool]]) -> None:
    assert fixes(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Meja, kursi, dll. dibawa.",
        "Meja, kursi, dll.",
        "Meja (kursi, dll.) dibawa.",
        "UU No 25 Tahun 2004 dan Pasal No 5.",
        "Nilai TSB dan grup DKK Surakarta.",
        "Skor s.d. 5 dan a.n. Budi.",
        "Tim A/N, jalur d/a/b, dan a/n_1.",
        "Ia di Jl. Merdeka, Gg. Melati.",
        "Kucing itu an, sd, da, up, dan jl.",
    ],
)
def test_what_is_right_or_something_else_is_left_alone(text: str) -> None:
    assert check(text) == []


@pytest.mark.parametrize("row", [r for r in CHAT if "cakapan" not in r.notes], ids=lambda r: r.form)
def test_each_abbreviation_is_found_in_copy_and_in_what_somebody_says(row: ListRow) -> None:
    form, right = row.form, row.replacements[0]
    assert fixes(f"Ada warga {form} lain di sana.") == [(form, right, False)]
    assert fixes(f'"Di sana ada warga {form} lain juga," ujarnya.') == [(form, right, False)]


@pytest.mark.parametrize("row", [r for r in CHAT if "cakapan" in r.notes], ids=lambda r: r.form)
def test_each_colloquial_word_is_found_outside_quotations_only(row: ListRow) -> None:
    form, right = row.form, row.replacements[0]
    stretch = ("warga banget", "sangat warga") if form == "banget" else (form, right)
    assert fixes(f"Ada warga {form} lain di sana.") == [(*stretch, False)]
    assert check(f'"Di sana ada warga {form} lain juga," ujarnya.') == []


@pytest.mark.parametrize("row", CHAT, ids=lambda r: r.form)
def test_names_codes_links_and_tags_are_left_alone(row: ListRow) -> None:
    form = row.form
    assert check(f"Ia menonton {form.upper()} di sana.") == []
    assert check(f"Buka https://contoh.id/{form}, @{form}, #{form}, dan {form}/{form}.") == []


def test_the_start_of_a_sentence_changes_nothing() -> None:
    assert fixes("Utk warga itu.") == [("Utk", "Untuk", False)]
    assert fixes("Nggak ada warga.") == [("Nggak", "Tidak", False)]
    assert check("Grup Utk tampil.") == []


def test_a_full_stop_of_the_abbreviation_goes_with_it() -> None:
    assert fixes("Pada tgl. 5 Mei.") == [("tgl.", "tanggal", False)]
    assert fixes("Hadir Bpk. Joko.") == [("Bpk.", "Bapak", False)]
    assert fixes("Usianya 5 thn. Ia sehat.") == [("thn", "tahun", False)]


def test_a_doctor_is_no_cut_word() -> None:
    assert check("dr. Endah hadir. Menurut dr. Endah, ia sehat.") == []
