"""Where sentences end and begin."""

from __future__ import annotations

from functools import cache

import pytest

from bnews_desk.finding import Finding, apply_fixes
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.context import CheckOptions
from bnews_desk.rules.punctuation import sentence_ends, sentence_starts

WHOLE = "Warga Desa Ngadri menanam padi bersama camat kemarin siang"
AT_WORK = CheckOptions(is_finished=False)


@cache
def checker() -> Checker:
    return Checker((*sentence_ends.RULES, *sentence_starts.RULES), load_style_sheet()[0], Lexicon())


def check(*body: str, options: CheckOptions | None = None) -> list[Finding]:
    return checker().check(Release.of("", body), options or CheckOptions())


def mended(*body: str) -> str:
    release = Release.of("", body)
    return apply_fixes(release, [p.fixes[0] for p in check(*body)])[0].body


def test_a_paragraph_without_its_full_stop_is_offered_one() -> None:
    (finding,) = check(WHOLE)
    assert finding.text == "siang"
    assert finding.safe_fix is None
    assert mended(WHOLE) == f"{WHOLE}."
    assert mended(f"{WHOLE},", f"{WHOLE}.") == f"{WHOLE}.\n{WHOLE}."
    assert mended(f"{WHOLE} (kmfkabblt/sun)") == f"{WHOLE}. (kmfkabblt/sun)"
    assert mended(f'"{WHOLE}," ujarnya') == f'"{WHOLE}," ujarnya.'


@pytest.mark.parametrize("end", [".", "!", "?", "…", '."', ":", ".)", "; dan"])
def test_whatever_ends_a_paragraph_is_enough(end: str) -> None:
    assert check(WHOLE + end) == []


@pytest.mark.parametrize(
    "text",
    [
        "1. Fotokopi KTP yang masih berlaku dan kartu keluarga asli",
        "- warga yang sudah mendaftar dan membawa kartu keluarga asli",
        "Jadwal Pelayanan SIM Keliling di Kabupaten Blitar Hari Ini",
        "Warga menanam padi",
        "Pendaftaran dapat dilakukan warga melalui laman https://blitar.go.id/daftar",
        "warga yang belum mendaftar dapat datang ke kantor desa setempat",
        f"{WHOLE}. Naskah ini disadur dari laporan warga Editor: Siti Nur Aminah",
        f"{WHOLE}. Naskah ini disadur dari laporan warga Penulis : Budi",
    ],
)
def test_lists_subheads_and_captions_need_none(text: str) -> None:
    assert check(text) == []


def test_a_torn_line_is_no_sentence() -> None:
    assert check(WHOLE, "lalu pulang ke rumah masing-masing bersama warga desa.") == []


def test_the_last_paragraph_may_still_be_in_work() -> None:
    assert check(WHOLE, options=AT_WORK) == []
    (finding,) = check(WHOLE, f"{WHOLE}.", options=AT_WORK)
    assert finding.rule == "sentence-no-end-mark"


@pytest.mark.parametrize(
    ("text", "is_safe"),
    [
        ("Semua warga hadir. acara ini ramai.", True),
        ("Siapa yang hadir? warga bertanya.", True),
        ("Rapat selesai pada 2024. kini semua siap.", True),
        ("Rapat selesai (13/11/2024). kini semua siap.", True),
        ("Semua warga hadir. dengan itu acara ramai.", False),
        ("Rapat digelar di Blitar. warga hadir.", False),
        ("Alat itu cocok bagi warga yang memiliki. kebun kecil.", False),
        ("Tim itu akan masuk dalam. liga desa.", False),
        ("Camat ikut menegaskan. camat sudah siap.", False),
        ("Berdasarkan catatan desa. mayoritas warga bertani.", False),
        ("Warga pulang. Menurut catatan desa. warga itu petani.", False),
        ("Berdasarkan catatan desa, warga bertani. mayoritas petani.", True),
        ("Isi data dane. pilih menu.", False),
        ("Lampu itu padam. soundlite lalu rusak.", False),
        ("Tas itu ringan. dibuat warga desa.", False),
        ('"Kami semua siap. kami menunggu warga," ujarnya.', False),
    ],
)
def test_a_small_letter_behind_a_full_stop(text: str, is_safe: bool) -> None:
    (finding,) = check(text)
    assert finding.text.islower()
    assert finding.fixes[0].edits[0].new == finding.text.capitalize()
    assert (finding.safe_fix is not None) == is_safe


@pytest.mark.parametrize(
    "text",
    [
        "Acara selesai. dr. Endah memeriksa warga. drg. Budi pulang.",
        "Acara selesai. apt. Rini menjelaskan. iPhone itu hilang.",
        "Meja, kursi, dll. dibawa, hlm. dua dibaca, dkk. pulang.",
        "Arema vs. persik seru, Jl. raya rusak, No. sembilan.",
        "Hadir Budi, S.Pd. dan Rini, M.Si. bersama Moh. ali.",
        "Ia menunggu... lalu pulang …. lalu tidur.",
        '"Siapa itu?" tanya warga. "Pergi!" perintahnya.',
        "Buka yahoo.com dan b-news.id. Ia pulang.",
        "Warga bertanya. detikcom menunggu. bank bjb diam.",
        "Warga bertanya ke posko. https://contoh.id/tanya dibuka.",
        "Syaratnya a. KTP, b. KK, dan 1. ijazah.",
    ],
)
def test_abbreviations_titles_brands_and_lists_are_left_alone(text: str) -> None:
    assert check(text) == []


def test_a_paragraph_that_begins_small_is_offered_a_capital() -> None:
    small = "acara itu dibuka camat pada Rabu siang di balai desa."
    (finding,) = check(f"{WHOLE}.", small)
    assert finding.text == "acara"
    assert finding.safe_fix is None
    assert check(f"{WHOLE}:", small) == []
    assert check(f"{WHOLE}.", f"a. {small}") == []
    assert check(f"{WHOLE}.", f"dr. Endah {small}") == []
