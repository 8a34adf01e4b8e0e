"""Shape of quotation marks and the spaces beside them."""

from dataclasses import replace

import pytest

from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.fix_all import fix_all
from bnews_desk.rules.punctuation import (
    attribution_commas,
    mark_spacing,
    quote_marks,
    unpaired_marks,
)

RULES = (*quote_marks.RULES, *unpaired_marks.RULES, *attribution_commas.RULES, *mark_spacing.RULES)


@pytest.fixture(scope="module")
def straight():
    return Checker(RULES, load_style_sheet()[0], Lexicon())


@pytest.fixture(scope="module")
def curly():
    return Checker(RULES, replace(load_style_sheet()[0], quote_marks="curly"), Lexicon())


def settled(checker, paragraph):
    return fix_all(Release.of("", [paragraph]), checker).release.body


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("“Kita semua”", '"Kita semua"'),
        ("Rp10.000.000, “ jelasnya", 'Rp10.000.000," jelasnya'),
        ('"Kita siap " ,ujarnya', '"Kita siap," ujarnya'),
        ('kuat" ,ungkap', 'kuat," ungkap'),
        ("“Kita siap membantu ”,ujar Rini.", '"Kita siap membantu," ujar Rini.'),
        ("“Kita siap membantu,“kata Budi.", '"Kita siap membantu," kata Budi.'),
        ('Ia berkata,"Kita siap."', 'Ia berkata, "Kita siap."'),
        (
            'Warga hadir."Kami siap membantu," ujarnya.',
            'Warga hadir. "Kami siap membantu," ujarnya.',
        ),
        ("Kitab Al-Qur’an dan “Jum’at”.", 'Kitab Al-Qur’an dan "Jum’at".'),
        ("‘’Kami siap membantu warga,’’ ujarnya.", '"Kami siap membantu warga," ujarnya.'),
    ],
)
def test_settles_straight(straight, bad, good):
    assert settled(straight, bad) == good


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ('"Kita semua siap," ujarnya. "Ya."', "“Kita semua siap,” ujarnya. “Ya.”"),
        ("”Kita” dan “siap“", "“Kita” dan “siap”"),
        ('("Kita") dan "siap"-nya', "(“Kita”) dan “siap”-nya"),
        ("''Kita'' pada Jum'at", "“Kita” pada Jum'at"),
        ('Layar 21" itu "baru".', 'Layar 21" itu “baru”.'),
    ],
)
def test_settles_curly(curly, bad, good):
    assert settled(curly, bad) == good


def test_one_finding_a_quotation(straight):
    found = straight.check(Release.of("", ["“Kita siap,” kata Rini, “dan kami juga.”"]))
    assert [p.rule for p in found] == ["quote-style", "quote-style"]
    assert [len(p.fixes[0].edits) for p in found] == [2, 2]


def test_quotation_with_a_link_is_still_mended(straight):
    assert settled(straight, "“Buka b-news.id sekarang juga ya,” ujarnya.").startswith('"Buka')


def test_straight_marks_never_hide_two_lost_ones(straight):
    text = "“Kami siap, ujar Rini. “Kami juga siap, ujar Budi."
    done = fix_all(Release.of("", [text]), straight)
    assert done.release.body == text
    assert any(p.rule == "quote-unbalanced" for p in done.remaining)


def test_lost_marks_are_not_paired_across(straight):
    text = 'Kami siap" ujar Rini. "Kami juga siap.'
    assert not [p for p in straight.check(Release.of("", [text])) if p.rule == "quote-space"]


def test_related_title_is_left_alone(straight):
    text = "\nIsi satu.\nBaca juga: Program “Jaga Sungai” Dimulai\nIsi dua."
    assert straight.check(Release(text)) == []


@pytest.mark.parametrize("text", ['Ia di"bully"', 'nge"like"nya', '"siap"kah', "kabÄ«ran Citroë»n"])
def test_leaves_alone(straight, text):
    assert straight.check(Release.of("", [text])) == []
