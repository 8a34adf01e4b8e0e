"""Spaces before and behind marks, and white space between words."""

import pytest

from bnews_desk.finding import Safety, apply_fixes
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.fix_all import fix_all
from bnews_desk.rules.punctuation import mark_spacing, white_space

RULES = (*mark_spacing.RULES, *white_space.RULES)


@pytest.fixture(scope="module")
def checker():
    return Checker(RULES, load_style_sheet()[0], Lexicon())


def settled(checker, paragraph):
    return fix_all(Release.of("", [paragraph]), checker).release.body


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("Blitar , kata", "Blitar, kata"),
        ("Garum,Nglegok", "Garum, Nglegok"),
        ("Kabupaten  Blitar", "Kabupaten Blitar"),
        ("Warga hadir .Acara dimulai.", "Warga hadir. Acara dimulai."),
        ("Warga ( semua ) hadir.", "Warga (semua) hadir."),
        ("Warga hadir ,lalu pulang.", "Warga hadir, lalu pulang."),
        ("Pada tahun 2024.Acara itu ramai.", "Pada tahun 2024. Acara itu ramai."),
        ("Rinciannya sebagai berikut :\u00a0KTP", "Rinciannya sebagai berikut: KTP"),
        ("Warga \u200b hadir.", "Warga hadir."),
        ("Pem\u00adbangunan jalan.", "Pembangunan jalan."),
    ],
)
def test_settles(checker, bad, good):
    assert settled(checker, bad) == good


@pytest.mark.parametrize(
    "text",
    [
        "Rp5.000,00 dan 1.720 orang pada 09.30 serta 7,5 persen.",
        "S.Pd., M.Sc., A.H. Nasution, Sp.OG, M.Pd.I, Ph.D.",
        "a.n. Bupati, d.a. Kantor, s.d. Jumat.",
        "B-news.id, b-news.id, www.b-news.id, Kompas.Com.",
        "surel humas@blitarkab.go.id, #JagaSungai, berkas Laporan.Akhir.pdf",
        "Yahoo!Finance dan Yahoo! Sports.",
        "Nama : Rini",
        "Sekda : \u200eIzul".replace("\u200e", ""),
        "10 : 4 dan Rp5.000 , -".replace(" , -", ""),
        "Tom &amp;Jerry",
        "مرحبا، كيف ؟",
        "👩\u200d🌾 petani",
    ],
)
def test_leaves_alone(checker, text):
    assert checker.check(Release.of("", [text])) == []


def test_speech_is_not_changed_in_bulk(checker):
    release = Release.of("", ['"Kami semua  sudah siap , lalu pulang," ujarnya.'])
    assert all(p.safe_fix is None and p.fixes for p in checker.check(release))


def test_between_digits_is_offered(checker):
    (finding,) = checker.check(Release.of("", ["Nilainya 5 ,5 saja."]))
    assert finding.fixes[0].safety is Safety.OFFERED


def test_missing_space_spans_both_words(checker):
    (finding,) = checker.check(Release.of("", ["Warga Garum,Nglegok hadir."]))
    assert finding.text == "Garum,Nglegok"
    assert finding.message == "Tambahkan spasi sesudah tanda koma."


def test_frame_is_left_to_its_own_rules(checker):
    text = "\nBLITAR | B-news.id - Warga hadir. (kmfkabblt / sun)\nEditor : Zainul Arifin"
    assert checker.check(Release(text)) == []


def test_headline_double_space_is_left_to_the_headline_rule(checker):
    assert checker.check(Release.of("Warga  Hadir", ["Isi."])) == []
    release = Release.of("Warga\u00a0Hadir", ["Isi."])
    (finding,) = checker.check(release)
    assert apply_fixes(release, finding.fixes)[0].headline == "Warga Hadir"
