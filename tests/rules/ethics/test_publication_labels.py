"""Paid copy and embargoes."""

from __future__ import annotations

from functools import cache

import pytest

from bnews_desk.finding import Finding, Severity
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Details, Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.ethics.publication_labels import RULES


@cache
def checker() -> Checker:
    return Checker(RULES, load_style_sheet()[0], Lexicon())


def check(*body: str, headline: str = "") -> list[Finding]:
    return checker().check(Release.of(headline, body))


@pytest.mark.parametrize(
    "text",
    [
        "EMBARGO: 20/11/2024 pukul 10.00",
        "*Embargo sampai Kamis*",
        "Rilis ini diembargo hingga pukul 10.00.",
        "(off the record) Camat akan pindah.",
        "Keterangan itu bersifat konfidensial.",
        "Data ini tidak untuk disiarkan.",
    ],
)
def test_a_mark_that_holds_publication_back_is_an_error(text: str) -> None:
    (finding,) = check("Bupati membuka rapat.", text)
    assert finding.rule == "embargo-off-record"
    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize(
    "text",
    [
        "Embargo senjata hingga 20 Mei diperpanjang PBB atas sanksi itu.",
        "Amerika Serikat mengembargo Kuba sampai tanggal 20 Mei.",
        "Embargo dagang, embargo minyak, embargo ekonomi.",
        '"Saya berbicara off the record dengan mereka," katanya.',
        "Foto itu tidak untuk diperjualbelikan dan tidak untuk dimuat ulang.",
        "Sidang redaksi membahas berita; isinya rahasia.",
    ],
)
def test_trade_and_talk_are_silent(text: str) -> None:
    assert check(text) == []


def test_paid_copy_wants_a_label_at_its_headline() -> None:
    details = Details(advertorial=True)
    release = Release.of("Rumah Baru Dibuka", ["Isi."])
    (finding,) = checker().check(replace_details(release, details))
    assert release.edited(finding.fixes[0].edits).headline == "Rumah Baru Dibuka (Advertorial)"
    labelled = Release.of("Rumah Baru Dibuka (Advertorial)", ["Isi."])
    assert checker().check(replace_details(labelled, details)) == []


def test_one_word_of_an_advertisement_is_not_enough() -> None:
    assert check("Harga mulai Rp10.000 per kilogram, kata petani.") == []
    (finding,) = check("Harga mulai Rp10.000. Pesan sekarang!")
    assert finding.rule == "advertorial-label"
    assert "bernada iklan" in finding.message


def replace_details(release: Release, details: Details) -> Release:
    return release._replace(details=details)
