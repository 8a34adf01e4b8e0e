"""What was published and is changed (G14), and releases that do not say they are one (G12)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from bnews_desk.finding import Finding, apply_fixes
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.context import CheckOptions
from bnews_desk.rules.ethics import unmarked_corrections, unnamed_release_sender

RULES = (*unmarked_corrections.RULES, *unnamed_release_sender.RULES)
ARTICLE = (
    "Camat Hartono Susilo membuka pasar tani di Desa Plosorejo.\n"
    "Ada 120 pedagang di pasar itu, kata Hartono Susilo.\n"
    '"Pasar ini milik semua warga desa," ujarnya. (kmfkabblt/sun)'
)


@cache
def checker() -> Checker:
    house = replace(load_style_sheet()[0], severities={rule.id: rule.severity for rule in RULES})
    return Checker(RULES, house, Lexicon())


def changed(old: str, new: str, day: date | None = None) -> list[Finding]:
    assert old in ARTICLE
    return against(ARTICLE.replace(old, new), day)


def against(text: str, day: date | None = None) -> list[Finding]:
    published = Release.of("", ARTICLE.split("\n"))
    return checker().check(Release.of("", text.split("\n")), CheckOptions(day, published=published))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("120", "150", "angkanya, dari “120” menjadi “150”"),
        ("Hartono Susilo", "Hartoyo Susilo", "namanya, dari “Hartono” menjadi “Hartoyo”"),
        ("Desa Plosorejo", "Desa Ngadri", "namanya, dari “Plosorejo” menjadi “Ngadri”"),
        ("milik semua warga", "untuk semua warga", "kutipannya"),
    ],
)
def test_a_changed_fact_wants_a_note(old: str, new: str, said: str) -> None:
    (finding,) = changed(old, new)
    assert said in finding.message
    assert finding.fixes == ()


def test_every_changed_fact_is_told() -> None:
    text = ARTICLE.replace("120", "150").replace("Desa Plosorejo", "Desa Ngadri")
    assert [finding.values["new"] for finding in against(text)] == ["Ngadri", "150"]


@pytest.mark.parametrize(
    "text",
    [
        ARTICLE,
        ARTICLE.replace("membuka pasar", "meresmikan pasar"),
        ARTICLE.replace("pedagang", "penjual"),
        ARTICLE.replace("kata Hartono", "ujar Hartono"),
        ARTICLE.replace("\n", "\nPasar itu buka setiap Minggu pukul 06.00.\n", 1),
        ARTICLE.replace(", kata Hartono Susilo", ""),
        ARTICLE.replace("warga desa,", "warga desa."),
        ARTICLE.replace("120", "150") + "\nRalat (14/11/2024): sebelumnya tertulis 120.",
        ARTICLE.replace("120", "150") + "\nBerita ini dikoreksi pada 14 November 2024.",
        ARTICLE.replace("Camat", "camat"),
        ARTICLE.replace("sun)", "zai)"),
        "\n".join(reversed(ARTICLE.split("\n"))),
        ARTICLE.replace("di Desa Plosorejo", "di balai Desa Plosorejo"),
        ARTICLE.replace("Ada 120", "Tercatat 120"),
        f"{ARTICLE}\nBaca juga: Pasar Tani Wlingi Ramai",
    ],
)
def test_what_changes_no_fact_is_silent(text: str) -> None:
    assert against(text) == []


def test_the_note_is_offered_where_the_day_is_known() -> None:
    (finding,) = changed("120", "150", date(2024, 11, 14))
    release = Release.of("", ARTICLE.replace("120", "150").split("\n"))
    mended = apply_fixes(release, [finding.fixes[0]])[0]
    note = "Ralat (14/11/2024): sebelumnya tertulis “120”, yang benar “150”."
    assert mended.text.split("\n")[3] == note
    assert against(mended.text[1:], date(2024, 11, 14)) == []


def test_without_a_published_text_nothing_is_compared() -> None:
    assert checker().check(Release.of("", ARTICLE.split("\n"))) == []


@pytest.mark.parametrize(
    "text",
    [
        ARTICLE,
        "Pemkab Blitar membuka pasar tani. Demikian keterangan tertulis yang diterima redaksi.",
        "Dalam siaran pers, Pemkab Blitar menyebut pasar tani dibuka.",
        "Pasar tani dibuka, menurut rilis dari Kominfo.",
        "Pasar tani dibuka camat, kata dia dalam keterangannya.",
        "Dikutip dari laman resmi pemkab, pasar tani dibuka.",
    ],
)
def test_a_release_that_says_what_it_is_is_silent(text: str) -> None:
    original = Release.of("", ["Pasar tani dibuka."])
    assert checker().check(Release.of("", text.split("\n")), CheckOptions(original=original)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Pemkab Blitar membuka pasar tani.",
        "Pemkab Blitar membuka pasar tani.\nWarga membeli sayur. (abcdef/sun)",
    ],
)
def test_a_release_that_does_not_is_asked(text: str) -> None:
    original = Release.of("", ["Pasar tani dibuka."])
    (finding,) = checker().check(Release.of("", text.split("\n")), CheckOptions(original=original))
    assert (finding.rule, finding.text) == (
        "press-release-source-disclosed",
        "Pemkab Blitar membuka pasar tani.",
    )
    assert checker().check(Release.of("", text.split("\n"))) == []
