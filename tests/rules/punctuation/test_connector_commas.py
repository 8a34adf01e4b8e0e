"""Commas at connectors, before dependent clauses and in series."""

from __future__ import annotations

from functools import cache

import pytest

from bnews_desk.finding import Finding, Severity, apply_fixes
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.punctuation import clause_commas, connector_commas, series_commas

ALWAYS = [c for c in connector_commas.CONNECTORS.split("|") if c != "namun demikian"]


@cache
def checker() -> Checker:
    return Checker(
        (*connector_commas.RULES, *clause_commas.RULES, *series_commas.RULES),
        load_style_sheet()[0],
        Lexicon(),
    )


def check(text: str) -> list[Finding]:
    return checker().check(Release.of("", [text]))


def mended(text: str) -> str:
    release = Release.of("", [text])
    return apply_fixes(release, [p.fixes[0] for p in check(text)])[0].body


@pytest.mark.parametrize("connector", ALWAYS)
def test_each_connector_at_the_start_takes_a_comma(connector: str) -> None:
    opening = connector.capitalize()
    (finding,) = check(f"Warga pulang. {opening} camat hadir.")
    assert finding.text == opening
    assert finding.safe_fix is not None
    assert (finding.severity is Severity.SUGGESTION) == (connector == "namun")
    assert mended(f"{opening} camat hadir.") == f"{opening}, camat hadir."


@pytest.mark.parametrize("connector", ALWAYS)
def test_each_connector_elsewhere_is_left_alone(connector: str) -> None:
    assert check(f"{connector.capitalize()}, camat hadir.") == []
    assert check(f"Camat hadir; {connector} warga pulang.") == []
    assert check(f"{connector.capitalize()} pula camat hadir.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Lebih lanjut mengenai hal itu dapat dibaca di laman.",
        "Selanjutnya yang dibahas adalah jalan; selanjutnya disebut Desa.",
        "Selanjutnya disebut Desa.",
        "Oleh karena itulah camat hadir.",
        "Jadi juara umum, mereka senang.",
        "Terakhir camat hadir.",
        "Namun begitu hujan reda, warga pulang.",
        "Sebagai contoh nyata, warga menanam padi.",
        "Hujan turun, akan tetapi warga hadir.",
        "Meski begitu banyak kendala, warga hadir.",
    ],
)
def test_sentences_made_to_trap_a_careless_rule(text: str) -> None:
    assert check(text) == []


def test_what_somebody_says_gets_its_comma_only_when_asked() -> None:
    (finding,) = check('"Selain itu kami juga sudah siap," ujarnya.')
    assert finding.fixes
    assert finding.safe_fix is None


@pytest.mark.parametrize(
    ("text", "severity", "is_safe"),
    [
        ("Hujan turun tetapi warga hadir.", Severity.WARNING, True),
        ("Bukan objek melainkan subjek.", Severity.WARNING, True),
        ("Harga naik 5% tetapi stok aman.", Severity.WARNING, True),
        ("Camat rapat sedangkan lurah pergi.", Severity.SUGGESTION, False),
        ("Biaya termasuk tetapi tidak terbatas pada pajak.", Severity.SUGGESTION, False),
    ],
)
def test_a_contrast_takes_a_comma_before_it(text: str, severity: Severity, is_safe: bool) -> None:
    (finding,) = check(text)
    assert finding.severity is severity
    assert (finding.safe_fix is not None) == is_safe


@pytest.mark.parametrize(
    "text",
    [
        "Tetapi warga hadir. Padahal hujan turun.",
        "Hujan turun. Akan tetapi, warga hadir.",
        "Dia padahal sudah hadir.",
        "Warga tetap hadir padahal hujan.",
        "Di sisi lain ruangan itu, warga menunggu.",
        "Nomor itu padahal miliknya.",
        "Kata tetapi dan konjungsi melainkan dibahas.",
        "Hujan turun, tetapi warga hadir, sedangkan camat pergi.",
        'Ia "lelah" tetapi hadir.',
    ],
)
def test_no_comma_where_no_clause_ends(text: str) -> None:
    assert check(text) == []


@pytest.mark.parametrize(
    ("text", "good", "is_safe"),
    [
        ("Ia mengatakan, bahwa warga siap.", "Ia mengatakan bahwa warga siap.", True),
        ("Ia yakin, bahwa warga siap.", "Ia yakin bahwa warga siap.", False),
        (
            "Camat, Rini, memastikan, bahwa warga siap.",
            "Camat, Rini, memastikan bahwa warga siap.",
            False,
        ),
        (
            "Warga desa itu pulang, karena hujan deras.",
            "Warga desa itu pulang karena hujan deras.",
            False,
        ),
    ],
)
def test_no_comma_before_a_dependent_clause(text: str, good: str, is_safe: bool) -> None:
    (finding,) = check(text)
    assert mended(text) == good
    assert (finding.safe_fix is not None) == is_safe


@pytest.mark.parametrize(
    "text",
    [
        "Ia menjelaskan, desa tidak lagi sebatas objek.",
        "Acara itu, meskipun hujan deras, tetap ramai.",
        "Ia berkata, seperti dikutip Antara, bahwa warga siap.",
        "Ada satu gagasan kunci, bahwa desa harus mandiri.",
        "Namun, jika hujan turun warga pulang.",
        "Ia menegaskan, jika hujan acara ditunda.",
        "Warga desa itu pulang, karena itu acara sepi.",
        '"Kami semua siap," karena warga sudah hadir.',
    ],
)
def test_commas_that_close_something_stay(text: str) -> None:
    assert check(text) == []


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("Warga Garum, Talun dan Wlingi hadir.", "Warga Garum, Talun, dan Wlingi hadir."),
        (
            "Mereka membawa beras, gula, teh atau kopi.",
            "Mereka membawa beras, gula, teh, atau kopi.",
        ),
        (
            "Program itu dinilai cepat, murah dan mudah.",
            "Program itu dinilai cepat, murah, dan mudah.",
        ),
    ],
)
def test_a_series_of_three_has_a_comma_before_the_last(text: str, good: str) -> None:
    assert mended(text) == good


@pytest.mark.parametrize(
    "text",
    [
        "Dinas Pendidikan, Pemuda dan Olahraga hadir.",
        "Komisi Hukum, Pemerintahan dan Keamanan rapat.",
        "Di pasar, pedagang dan pembeli bertemu.",
        "Di Blitar, warga dan polisi.",
        "Dua klub itu, Arema dan Persik, bertemu.",
        "Kabupaten Blitar, Jawa Timur dan sekitarnya.",
        "Ia hadir pada Kamis, Rini dan Budi juga.",
        "Menurut camat, warga dan polisi hadir.",
        "Ada padi dan jagung.",
        "Ia datang, lalu pulang dan tidur.",
    ],
)
def test_two_things_and_official_names_need_none(text: str) -> None:
    assert check(text) == []
