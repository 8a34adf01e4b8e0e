"""The comma between a quotation and its speaker."""

import pytest

from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.attribution_verbs import attribution_verbs
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.fix_all import fix_all
from bnews_desk.rules.punctuation import attribution_commas

SAID = '"Desa harus punya sinergi yang kuat'


@pytest.fixture(scope="module")
def checker():
    return Checker(attribution_commas.RULES, load_style_sheet()[0], Lexicon())


@pytest.mark.parametrize("marks", ['"', '",', '."', '.",', '," ,', ' ",', ',",', '" ,', '.,"'])
@pytest.mark.parametrize("speaker", ["ujarnya.", "kata Rini.", "jelas dia.", "tegas Bupati Rini."])
def test_comma_goes_inside(checker, marks, speaker):
    text = f"{SAID}{marks} {speaker}"
    assert fix_all(Release.of("", [text]), checker).release.body == f'{SAID}," {speaker}'


@pytest.mark.parametrize("call", ["?", "!"])
@pytest.mark.parametrize("marks", [',"', '",', ',",', '."'])
def test_no_comma_behind_a_call(checker, call, marks):
    text = f"{SAID}{call}{marks} tanya Rini."
    assert fix_all(Release.of("", [text]), checker).release.body == f'{SAID}{call}" tanya Rini.'


@pytest.mark.parametrize(
    "text",
    [
        f'{SAID}," ujarnya.',
        f'{SAID}" jelas bahwa ia benar.',
        f'{SAID}" kata itu terdengar.',
        f'{SAID} …" kata Rini.',
        'Film "Ada Apa dengan Cinta?", kata Rini, laris.',
        'Program itu "membantu banyak sekali warga", kata Rini.',
        'Sebutan "Kota Patria" kata Rini dikenal.',
        'Ia menjadi "jelas", tegas, dan lugas.',
    ],
)
def test_leaves_alone(checker, text):
    assert checker.check(Release.of("", [text])) == []


def test_woven_speech_is_only_offered(checker):
    (finding,) = checker.check(
        Release.of("", ['Ia ingin dapat "lebih banyak uang lebih cepat" kata Rini.'])
    )
    assert finding.safe_fix is None
    assert finding.fixes


def test_message_shows_the_right_form(checker):
    (finding,) = checker.check(Release.of("", [f'{SAID}", ungkap Rini.']))
    assert finding.message == 'Koma ditulis sebelum petik penutup: …kuat," ungkap.'
    assert finding.text == 'kuat", ungkap'


def test_introduction_is_offered_for_sentences_only(checker):
    (finding,) = checker.check(Release.of("", ['Ia berkata "Kami siap."']))
    assert finding.rule == "quote-intro-comma"
    assert finding.safe_fix is None
    assert checker.check(Release.of("", ['Ia mengungkap "Operasi Senyap" itu.'])) == []


def test_verbs():
    verbs = attribution_verbs()
    assert verbs.is_attribution("ujarnya")
    assert verbs.introduces("berkata")
    assert not verbs.introduces("pesannya")
    assert not verbs.stands_at("Ujarnya", 0, 7)
    assert not verbs.stands_at("tutur kata", 0, 10)
    assert verbs.stands_at("ujar salah seorang warga", 0, 24)


def test_a_title_in_lower_case_opens_a_speaker(checker):
    text = f'{SAID}" ujar dr. Endah.'
    assert fix_all(Release.of("", [text]), checker).release.body == f'{SAID}," ujar dr. Endah.'
