"""Marks set twice."""

import pytest

from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.fix_all import fix_all
from bnews_desk.rules.punctuation import doubled_marks, mark_spacing


@pytest.fixture(scope="module")
def checker():
    return Checker((*doubled_marks.RULES, *mark_spacing.RULES), load_style_sheet()[0], Lexicon())


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("hadir,,", "hadir,"),
        ("hadir ,, lalu", "hadir, lalu"),
        ("hadir , , lalu", "hadir, lalu"),
        ("Warga pulang, dll..", "Warga pulang, dll."),
        ("Siti, S.Pd..", "Siti, S.Pd."),
        ("Siapa itu???? Warga heran.", "Siapa itu? Warga heran."),
    ],
)
def test_settles(checker, bad, good):
    assert fix_all(Release.of("", [bad]), checker).release.body == good


@pytest.mark.parametrize(
    "text",
    [
        "Siti, M.Sc., hadir.",
        "Meja, dll., ada.",
        "Surat a.n., lalu u.p., Camat.",
        "Ia …. Lalu ....",
        "Grup K-ON!! itu tampil.",
        "Berapa?!",
        "../berkas",
        "Rp10.000.,-",
    ],
)
def test_leaves_alone(checker, text):
    assert checker.check(Release.of("", [text])) == []


def test_two_stops_for_a_colon_are_only_offered(checker):
    (finding,) = checker.check(Release.of("", ["Bank itu yaitu.. Bank Jatim."]))
    assert finding.safe_fix is None
    assert finding.fixes


def test_speech_keeps_its_marks(checker):
    (finding,) = checker.check(Release.of("", ['"Kami semua sudah sangat siap!!" ujarnya.']))
    assert finding.safe_fix is None
