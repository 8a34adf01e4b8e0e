"""Who speaks, what law, which government, when and where."""

from __future__ import annotations

from functools import cache

import pytest

from bnews_desk.finding import Finding, Severity
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.context import CheckOptions
from bnews_desk.rules.facts import (
    law_citations,
    missing_speakers,
    regency_city_confusion,
    unanswered_lead_questions,
)

TOPICS = (
    *missing_speakers.RULES,
    *regency_city_confusion.RULES,
    *unanswered_lead_questions.RULES,
    *law_citations.RULES,
)


@cache
def checker() -> Checker:
    return Checker(TOPICS, load_style_sheet()[0], Lexicon())


def check(*body: str, headline: str = "", original: Release | None = None) -> list[Finding]:
    return checker().check(Release.of(headline, body), CheckOptions(original=original))


@pytest.mark.parametrize(
    "body",
    [
        ("Acara usai.", '"Kami siap membantu warga."', "Warga pulang."),
        ("Acara usai.", "“Kami siap membantu warga!”"),
        ("Laga itu seru sekali.", '"Kami siap membantu warga."', "Pintu ditutup rapat."),
    ],
)
def test_speech_without_a_speaker_is_found(body: tuple[str, ...]) -> None:
    (finding,) = check(*body)
    assert finding.rule == "quote-no-attribution"


@pytest.mark.parametrize(
    "body",
    [
        ('"Kami siap membantu warga," katanya.',),
        ('"Kami siap membantu warga," kata seorang petani.',),
        ("Rini menegaskan hal itu.", '"Kami siap membantu warga."'),
        ('"Kami siap membantu warga."', "Demikian disampaikan bupati."),
        ('"Kami siap," katanya. "Warga harus ikut menjaga sungai."',),
        ('Acara itu bertajuk "Bersama Menjaga Sungai Kita Semua".',),
        ("Bupati berpesan:", '"Kami siap membantu warga."'),
        ('"Kami siap membantu warga." terang dia lagi.',),
        ('Acara usai. "Kami siap."',),
    ],
)
def test_speech_with_a_speaker_is_silent(body: tuple[str, ...]) -> None:
    assert check(*body) == []


def test_a_government_of_the_wrong_kind_is_asked_about() -> None:
    (finding,) = check("Acara dibuka Wali Kota Kabupaten Blitar.")
    assert finding.severity is Severity.SUGGESTION
    assert finding.text == "Wali Kota Kabupaten Blitar"


def test_the_original_is_compared() -> None:
    original = Release.of("", ["Pemerintah Kabupaten Blitar menggelar acara."])
    (finding,) = check("Pemerintah Kota Blitar menggelar acara.", original=original)
    assert finding.severity is Severity.WARNING
    assert (
        finding.message == "Rilis menyebut Kabupaten Blitar, berita menyebut Kota Blitar; periksa."
    )
    assert check("Pemerintah Kabupaten Blitar menggelar acara.", original=original) == []
    both = Release.of("", ["Kabupaten Blitar dan Kota Blitar menggelar acara."])
    assert check("Pemerintah Kota Blitar menggelar acara.", original=both) == []


def test_a_law_is_cited_in_full_once() -> None:
    first, *others = check(
        "Itu diatur UU No. 23/2014 tentang Pemerintahan Daerah.",
        "Menurut UU 23/2014 dan UU No 23 tahun 2014, daerah berwenang.",
    )
    assert others == []
    assert first.fixes[0].edits[0].new == "Undang-Undang Nomor 23 Tahun 2014 tentang"


def test_a_law_without_a_title_is_only_a_suggestion() -> None:
    (finding,) = check("Itu diatur Undang-Undang Nomor 99 Tahun 2014.")
    assert finding.severity is Severity.SUGGESTION
    assert finding.fixes == ()


def test_a_draft_is_not_asked_for_time_and_place() -> None:
    body = ["Para kader mengikuti pelatihan menyusun rencana kerja dan laporan bulanan."] * 6
    asked = checker().check(Release.of("", body))
    assert [p.rule for p in asked] == ["5w1h-lead"]
    assert checker().check(Release.of("", body), CheckOptions(is_finished=False)) == []
