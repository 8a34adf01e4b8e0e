"""Quotation marks and brackets without partners."""

import pytest

from bnews_desk.finding import Severity
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.context import CheckOptions
from bnews_desk.rules.punctuation import unpaired_marks


@pytest.fixture(scope="module")
def checker():
    return Checker(unpaired_marks.RULES, load_style_sheet()[0], Lexicon())


def test_span_is_the_lonely_mark(checker):
    text = 'Warga datang. "Kami siap, ujar Rini.'
    (finding,) = checker.check(Release.of("", [text]))
    assert (finding.start, finding.end, finding.text) == (15, 16, '"')


def test_speech_that_opens_again_is_whole(checker):
    body = ['"Satu.', '"Dua.', "", "Baca juga: Judul Lain", '"Tiga," ujar Rini.']
    assert checker.check(Release.of("", body)) == []


def test_last_open_paragraph_is_found(checker):
    (finding,) = checker.check(Release.of("", ['"Satu.', '"Dua.', "Warga pulang."]))
    assert finding.start == len('\n"Satu.\n')


def test_block_that_closes_later_is_one_suggestion(checker):
    body = ['"Pengumuman untuk warga', "Daftar sekarang juga", 'di kantor desa."', "Itu hoaks."]
    (finding,) = checker.check(Release.of("", body))
    assert finding.severity is Severity.SUGGESTION
    body = ['"Kami siap membantu warga', 'dan menunggu kabar," ujar Rini di Blitar.']
    (finding,) = checker.check(Release.of("", body))
    assert finding.severity is Severity.SUGGESTION


def test_two_lost_curly_marks_are_found(checker):
    (finding,) = checker.check(Release.of("", ["“Kami siap, ujar Rini. “Kami juga, ujar Budi."]))
    assert finding.rule == "quote-unbalanced"


def test_headline_counts(checker):
    assert checker.check(Release.of('Bupati: "Kami Siap', ["Isi berita."]))


def test_last_paragraph_may_still_be_written(checker):
    release = Release.of("", ['Warga datang. "Kami siap'])
    assert checker.check(release, CheckOptions(is_finished=False)) == []
    assert checker.check(release)


@pytest.mark.parametrize(
    "text",
    [
        'Layar 21" dan 42" dipasang.',
        "Al-Qur'an, Jum'at, 'siap', ‘siap’.",
        '"Layar 42" itu baru," ujar Rini.',
        "1) KTP, b) KK, (c) ijazah; 4.) foto",
        "Salam :) dan ;-) lalu :(",
        "*) Rini adalah pengamat.",
        "Ia hadir (lihat [1]).",
    ],
)
def test_leaves_alone(checker, text):
    assert checker.check(Release.of("", [text])) == []


def test_one_bracket_finding_a_paragraph(checker):
    (finding,) = checker.check(Release.of("", ["Warga (satu dan (dua dan (tiga hadir."]))
    assert finding.text == "("
