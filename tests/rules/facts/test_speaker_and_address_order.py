"""The order of an address, and of a speaker and the verb: rules that are shipped off."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from bnews_desk.finding import Finding
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.facts import address_order, doubled_speakers
from bnews_desk.rules.fix_all import fix_all

TOPICS = (*address_order.RULES, *doubled_speakers.RULES)


@cache
def checker() -> Checker:
    house = replace(load_style_sheet()[0], severities={rule.id: rule.severity for rule in TOPICS})
    return Checker(TOPICS, house, Lexicon())


def check(text: str) -> list[Finding]:
    return checker().check(Release.of("", [text]))


def test_missing_commas_are_put_in_unseen_and_a_turned_order_is_not() -> None:
    release = Release.of("", ["Dari Desa Ngadri Kecamatan Binangun Kabupaten Blitar."])
    settled = fix_all(release, checker()).release
    assert settled.body == "Dari Desa Ngadri, Kecamatan Binangun, Kabupaten Blitar."
    (finding,) = check("Dari Kabupaten Blitar, Kecamatan Binangun, Desa Ngadri.")
    assert finding.safe_fix is None
    assert finding.fixes[0].edits[0].new == "Desa Ngadri, Kecamatan Binangun, Kabupaten Blitar"


@pytest.mark.parametrize(
    "text",
    [
        "Dari Desa Ngadri, Kecamatan Binangun, Kabupaten Blitar, dan Kota Blitar.",
        "Kecamatan Talun, Kabupaten Blitar, Desa Ngadri.",
        "Kecamatan Talun, Kecamatan Wates.",
        '"Ayo ke sawah hari ini," ujarnya.',
        '"Siapa yang mau ke sawah?" tanya Rini.',
        '"Ayo ke sawah hari ini," ujarnya Kamis (14/11/2024).',
    ],
)
def test_other_orders_are_silent(text: str) -> None:
    assert check(text) == []


def test_a_speaker_is_named_once() -> None:
    (finding,) = check('"Ayo ke sawah hari ini," tegasnya Rini.')
    assert finding.message == "Tulis “tegas Rini” atau cukup “tegasnya”."
