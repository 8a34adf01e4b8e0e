"""How a quoted sentence begins and ends."""

from dataclasses import replace

import pytest

from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.punctuation import quoted_sentences


@pytest.fixture(scope="module")
def checker():
    rules = [replace(rule, is_on=True) for rule in quoted_sentences.RULES]
    return Checker(rules, load_style_sheet()[0], Lexicon())


@pytest.mark.parametrize(
    "text",
    [
        'Ia menyebut "sangat membantu warga desa kami."',
        '"Besok pagi," kata Rino, "mereka akan berangkat semua."',
        '"… mereka akan berangkat semua," ujarnya.',
        '"drg. Rini sudah berangkat ke sana," ujarnya.',
        '"iPhone milik warga itu hilang," ujarnya.',
        'Ia menulis "jaga sungai kita semua" di dinding.',
        'Acara bertema "Sungai yang bersih untuk anak cucu".',
        'Tajuknya, "Membangun Desa dari Pinggir Kota".',
    ],
)
def test_leaves_alone(checker, text):
    assert checker.check(Release.of("", [text])) == []


def test_capital_behind_dateline(checker):
    release = Release('\nBLITAR | B-news.id - "kami siap membantu warga," ujar Rini.')
    (finding,) = checker.check(release)
    assert finding.rule == "quote-capital"
    assert finding.fixes[0].edits[0].new == "Kami"
    assert finding.safe_fix is None


def test_final_stop_is_safe_and_off_as_shipped(checker):
    (finding,) = checker.check(Release.of("", ['Ia berkata, "Sungai ini harus dijaga".']))
    assert finding.safe_fix is not None
    assert not quoted_sentences.QUOTE_FINAL_PERIOD.is_on
