"""Non-standard words, and the newsroom's own pairs."""

from __future__ import annotations

from functools import cache

import pytest

from bnews_desk.finding import Finding, Severity
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.lexicon.word_lists import ListRow, read_list
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.fix_all import fix_all
from bnews_desk.rules.spelling.standard_words import RULES

EVERY = list(read_list("kata_baku.tsv"))
OTHERS = [row for row in EVERY if row.rule or any(n.startswith("eyd-") for n in row.notes)]
OURS = [row for row in EVERY if row not in OTHERS and not row.is_off]
OFF = [row for row in EVERY if row not in OTHERS and row.is_off]
BEFORE = {"ramadhan": "bulan ", "romadhon": "bulan "}


@cache
def checker() -> Checker:
    return Checker(RULES, load_style_sheet()[0], Lexicon())


def with_own(**pairs: str) -> Checker:
    return Checker(RULES, load_style_sheet()[0], Lexicon(pairs))


def check(*body: str, headline: str = "", by: Checker | None = None) -> list[Finding]:
    return (by or checker()).check(Release.of(headline, body))


def fixes(*body: str, headline: str = "", by: Checker | None = None) -> list[tuple[str, str, bool]]:
    return [
        (p.text, p.fixes[0].edits[0].new, p.safe_fix is not None)
        for p in check(*body, headline=headline, by=by)
    ]


@pytest.mark.parametrize("row", OURS, ids=lambda row: row.form)
def test_each_row_is_found_in_running_text(row: ListRow) -> None:
    text = f"Mereka lalu memakai {BEFORE.get(row.form, '')}{row.form} kemarin."
    (finding,) = check(text)
    assert finding.text == row.form
    assert [fix.edits[0].new for fix in finding.fixes] == list(row.replacements)
    assert (finding.safe_fix is None) == row.is_offered
    settled = fix_all(Release.of("", [text]), checker())
    assert all(p.safe_fix is None for p in settled.remaining)


@pytest.mark.parametrize("row", OURS, ids=lambda row: row.form)
def test_each_row_is_silent_or_offered_where_it_may_not_be_touched(row: ListRow) -> None:
    before = BEFORE.get(row.form, "")
    for text in (
        f'"Kami lalu memakai {before}{row.form} kemarin," katanya.',
        f"Mereka mendatangi Yayasan {before.title()}{row.form.title()} Nusantara.",
        f"Lihat https://contoh.id/{row.form.replace(' ', '-')} sekarang.",
        f"Lihat #{row.form.replace(' ', '')} sekarang.",
    ):
        assert all(finding.safe_fix is None for finding in check(text)), text
    assert all(p.safe_fix is None for p in check("Isi.", headline=f"Awas {before}{row.form}"))


@pytest.mark.parametrize("row", OTHERS, ids=lambda row: row.form)
def test_rows_of_other_rules_are_never_reported(row: ListRow) -> None:
    assert check(f"Mereka lalu memakai {row.form} kemarin.") == []


@pytest.mark.parametrize("row", OFF, ids=lambda row: row.form)
def test_rows_that_are_off_are_silent(row: ListRow) -> None:
    assert check(f"Mereka lalu memakai {row.form} kemarin.") == []


@pytest.mark.parametrize("row", [r for r in OURS if r.is_lower_only], ids=lambda row: row.form)
def test_lower_rows_are_blocked_at_the_start_of_a_sentence(row: ListRow) -> None:
    assert check(f"{row.form.capitalize()} itu hadir.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Vidio menayangkan laga itu.",
        "Camat Kampak hadir di Kampung Coklat.",
        "Muhammad Rizki dan Ramadhan hadir.",
        "Ia datang awal bulan. Ramadhan mengatakan hal itu.",
        "Berkas itu cacat formil.",
        "Mahkamah menolak uji materiil.",
        "Kerugian materiil dan imateriil besar.",
        "Ia kuliah di Institut Teknologi Sepuluh Nopember.",
        "Ia memakai standard operating procedure.",
        "Judulnya the trend of fashion.",
        "Ia meneliti perceived stress.",
        "Panca indera itu lima.",
        "Berkasnya data_resiko dan resiko_data.",
        "Namanya Al-Resiko dan pra-resiko.",
        "Menganalisakan dan resikokan.",
    ],
)
def test_traps(text: str) -> None:
    assert check(text) == []


def test_the_case_of_the_text_is_kept_unless_the_right_form_brings_a_capital() -> None:
    assert fixes("Resiko itu nyata.") == [("Resiko", "Risiko", True)]
    assert fixes("Negara perancis dan bulan ramadhan.") == [
        ("perancis", "Prancis", True),
        ("ramadhan", "Ramadan", True),
    ]
    assert fixes("Isi.", headline="RESIKO BANJIR") == [("RESIKO", "RISIKO", False)]
    assert fixes("Insya Allah selesai; kami insya Allah datang.") == [
        ("Insya Allah", "Insyaallah", True),
        ("insya Allah", "insyaallah", True),
    ]


def test_a_name_that_must_change_too_is_found_inside_a_sentence() -> None:
    assert fixes("Mereka menyambut bulan Ramadhan.") == [("Ramadhan", "Ramadan", True)]
    assert fixes("Penyerang asal Perancis hadir.") == [("Perancis", "Prancis", True)]
    assert fixes("Mereka di Kedutaan Perancis.") == [("Perancis", "Prancis", False)]


def test_a_run_of_capitals_at_the_start_is_only_offered() -> None:
    assert fixes("Apotik Kimia Farma buka.") == [("Apotik", "Apotek", False)]
    assert fixes("Apotik itu buka.") == [("Apotik", "Apotek", True)]


def test_clitics_and_doubling() -> None:
    assert fixes("Hitung resikonya, praktek-praktek, dan nasehat-nasehatnya.") == [
        ("resikonya", "risikonya", True),
        ("praktek-praktek", "praktik-praktik", True),
        ("nasehat-nasehatnya", "nasihat-nasihatnya", True),
    ]


def test_alternatives_are_all_offered_and_named() -> None:
    (finding,) = check("Camat mengkoordinir warga.")
    assert [fix.edits[0].new for fix in finding.fixes] == ["mengoordinasikan", "mengoordinasi"]
    assert finding.safe_fix is None
    assert "“mengoordinasikan” atau “mengoordinasi”" in finding.message


def test_own_pairs_work_at_once_and_say_so() -> None:
    own = with_own(netizen="warganet", Bappeda="Bappedalitbang", sinergitas="kerja bersama")
    assert fixes("Para netizen dan Netizennya hadir.", by=own) == [("netizen", "warganet", True)]
    assert fixes("Acara dibuka Bappeda Blitar.", by=own) == [("Bappeda", "Bappedalitbang", True)]
    assert fixes("Bupati menjaga sinergitas.", by=own) == [("sinergitas", "kerja bersama", True)]
    (finding,) = check("Para netizen hadir.", by=own)
    assert finding.message == "Gaya selingkung redaksi menulis “warganet”, bukan “netizen”."


def test_own_pairs_keep_names_and_speech_safe() -> None:
    own = with_own(netizen="warganet")
    assert check("Ia mendirikan Forum Netizen Blitar.", by=own) == []
    assert fixes('"Para netizen itu sudah hadir," katanya.', by=own) == [
        ("netizen", "warganet", False)
    ]


def test_an_own_acronym_is_replaced_as_it_is_written() -> None:
    own = Checker(
        RULES, load_style_sheet()[0], Lexicon({"P3K": "PPPK paruh waktu", "Kominfo": "KOMINFO"})
    )
    assert fixes("Pegawai P3K hadir di Kominfo.", by=own) == [
        ("P3K", "PPPK paruh waktu", True),
        ("Kominfo", "KOMINFO", True),
    ]


def test_an_own_pair_can_keep_a_form_of_the_list() -> None:
    own = Checker(
        RULES, load_style_sheet()[0], Lexicon({"elit": "elit", "walikota": "wali kota | walkot"})
    )
    assert check("Kaum elit hadir.", by=own) == []
    assert fixes("Para walikota hadir.", by=own) == [("walikota", "wali kota", False)]


@pytest.mark.parametrize("text", ["", "\ud800resiko", "resiko\x00", "😀 resiko", "خطر resiko"])
def test_odd_text_does_no_harm(text: str) -> None:
    assert len(check(text)) == ("resiko" in text)


def test_what_is_carried_somewhere_is_offered_without_its_h() -> None:
    assert fixes("Korban dibawah ke rumah sakit.") == [("dibawah ke", "dibawa ke", False)]


@pytest.mark.parametrize("opening", ["Pasal 12", '"Pasal 12', "Ayat (2)"])
def test_the_wording_of_a_law_is_only_offered(opening: str) -> None:
    (finding,) = check(f"{opening} berbunyi bahwa setiap resiko dicatat.")
    assert finding.safe_fix is None
    (finding,) = check("Menurut Pasal 12, setiap resiko dicatat.")
    assert finding.safe_fix is not None


@pytest.mark.parametrize("form", ["Idul Adha", "jamaah", "otodidak", "sinergitas", "amandemen"])
def test_a_house_choice_is_no_error_and_not_called_one(form: str) -> None:
    (finding,) = check(f"Mereka lalu memakai {form} kemarin.")
    assert finding.severity is Severity.SUGGESTION
    assert finding.safe_fix is None
    assert "tidak baku" not in finding.message
