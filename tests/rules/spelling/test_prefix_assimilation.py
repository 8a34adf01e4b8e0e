"""*me-* and *pe-* before k, p, t, s; *-kan* behind k."""

from __future__ import annotations

import pytest
from trial_kit import Trial

from bnews_desk.finding import Finding
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.lexicon.word_lists import ListRow, read_list
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.spelling.prefix_assimilation import KTSP_MELTING, RULES, SUFFIX_KAN_AFTER_K

LETTERS = {"k": "ng", "p": "m", "t": "n", "s": "ny"}
ROOTS = sorted(r for r in Lexicon().melting_roots if not r.startswith("per") and r != "posisi")
KAN = [row for row in read_list("kata_baku.tsv") if row.rule == "C40"]


TRIAL = Trial(RULES)
check, fixes = TRIAL.check, TRIAL.fixes


def only(text: str) -> list[Finding]:
    return Checker([KTSP_MELTING], load_style_sheet()[0], Lexicon()).check(
        Release.of("", text.split("\n"))
    )


@pytest.mark.parametrize("prefix", ["me", "pe"])
@pytest.mark.parametrize("letter", sorted(LETTERS))
def test_each_root_melts_behind_both_prefixes(letter: str, prefix: str) -> None:
    nasal = LETTERS[letter]
    suffix = "kan" if prefix == "me" else "annya"
    roots = [root for root in ROOTS if root[0] == letter]
    wrong = [f"{prefix}{nasal.replace('y', '')}{root}{suffix}" for root in roots]
    right = [f"{prefix}{nasal}{root[1:]}{suffix}" for root in roots]
    found = fixes(*(f"Warga {word} itu." for word in wrong))
    assert found == list(zip(wrong, right, [True] * len(wrong), strict=True))
    assert only("\n".join(f"Warga {word} itu." for word in right)) == []


@pytest.mark.parametrize("root", sorted(Lexicon().memper_roots))
def test_memper_never_melts(root: str) -> None:
    assert fixes(f"Warga memer{root}kan itu.") == [(f"memer{root}kan", f"memper{root}kan", True)]
    assert check(f"Warga memper{root}kan itu.") == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("memroses", "memproses"),
        ("memrioritaskan", "memprioritaskan"),
        ("mengritik", "mengkritik"),
        ("menglaim", "mengklaim"),
        ("menransfer", "mentransfer"),
        ("memerkosa", ""),
        ("menkonsumsi", "mengonsumsi"),
        ("mengsukseskan", "menyukseskan"),
        ("mensinergikannya", "menyinergikannya"),
        ("pensuplai", "penyuplai"),
        ("mengkedepankan", "mengedepankan"),
        ("memfitnah", ""),
        ("memitnah", "memfitnah"),
    ],
)
def test_clusters_and_other_shapes(wrong: str, right: str) -> None:
    assert [new for _, new, _ in fixes(f"Warga {wrong} itu.")] == ([right] if right else [])


@pytest.mark.parametrize(
    "word",
    (
        "mengkritik memproses memprotes mentransfer mensponsori mengkhianati mengkaji mempunyai"
        " memperoleh memperhatikan memperingati menstabilkan mentradisi memproduksi mengklaim"
        " mengklarifikasi mensyaratkan mempelajari mempekerjakan memprakarsai pemrakarsa pemrosesan"
        " pemrograman mempercayai memosisikan memperbandingkan memperpanjang mensyukuri penting"
        " mental menteri mentah mentahan mentega mentor mentari pensiunan pengkajian mempelai"
        " pentas mengapresiasi menargetkan memerlukan memeriksa memerintahkan memeringkat memerah"
        " memerinci memerankan mentransmigrasikan mengkhususkan mempraktikkan pengkhianat"
    ).split(),
)
def test_right_words_are_silent(word: str) -> None:
    assert check(f"Warga {word} itu.", f"{word.capitalize()} itu baik.") == []


@pytest.mark.parametrize("word", ["Pentagon", "Mentawai", "Pemkot", "Menkeu", "Mensos", "Penkopas"])
def test_names_and_acronyms_are_silent(word: str) -> None:
    assert check(f"Warga melihat {word} itu.", f"{word} itu hadir.") == []


def test_an_unknown_root_is_offered_in_small_letters_alone() -> None:
    assert fixes("Warga mengkobelkan itu. Mengkobelkan itu sulit.") == [
        ("mengkobelkan", "mengobelkan", False)
    ]
    assert check("Warga mengkobel, mensupportkan, dan mempushkan.") == []


def test_the_capital_of_a_sentence_stays_and_a_headline_is_offered() -> None:
    assert fixes("Mengkonsumsi beras.") == [("Mengkonsumsi", "Mengonsumsi", True)]
    assert fixes("Isi.", headline="Warga Mengkonsumsi Beras") == [
        ("Mengkonsumsi", "Mengonsumsi", False)
    ]
    assert fixes('"Kami akan mengkonsumsi beras itu," katanya.') == [
        ("mengkonsumsi", "mengonsumsi", False)
    ]


def test_a_newsrooms_own_pair_comes_first() -> None:
    own = Checker(RULES, load_style_sheet()[0], Lexicon({"mengkonsumsi": "memakan"}))
    assert own.check(Release.of("", ["Warga mengkonsumsi beras."])) == []


@pytest.mark.parametrize("row", KAN, ids=[row.form for row in KAN])
def test_each_row_of_kan_is_mended(row: ListRow) -> None:
    form, right = row.form, row.replacements[0]
    (finding,) = check(f"Warga {form} itu.")
    assert finding.rule == SUFFIX_KAN_AFTER_K.id
    assert finding.fixes[0].edits[0].new == right
    assert ("k di depan -kan" in finding.message) == ("kk" in right)
    assert check(f"Warga {right} itu.") == []


@pytest.mark.parametrize(
    "word",
    "masukan gerakan pertunjukan penunjukan pembentukan tegakan menarikan takkan".split(),
)
def test_nouns_and_roots_in_a_vowel_stay(word: str) -> None:
    assert check(f"Warga {word} itu.") == []


@pytest.mark.parametrize("text", ["", "\ud800", "me", "mempeng" * 9, "meng\u0000k", "menſ"])
def test_odd_text_does_no_harm(text: str) -> None:
    assert check(text, headline=text) == []


def test_many_on_one_line_are_all_found() -> None:
    assert len(check("mengkonsumsi, mempakai, " * 1_500)) == 3_000
