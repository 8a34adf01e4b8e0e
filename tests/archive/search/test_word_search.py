"""What an Indonesian editor expects a word to find, and what not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from repository_kit import Clock, reader

from bnews_desk.archive.repository.archive_values import ResultPage
from bnews_desk.archive.repository.open_archive import open_archive
from bnews_desk.archive.search import index_tokens
from bnews_desk.archive.search.index_tokens import family_of, roots_of
from bnews_desk.archive.search.search_query import parse_query
from bnews_desk.release import Release

FOUND_TOGETHER = (
    "rencana perencanaan merencanakan direncanakan rencananya terencana Berencana",
    "tanam penanaman menanam ditanami tanaman tertanam",
    "sehat kesehatan menyehatkan penyehatan sehatnya",
    "keliling berkeliling mengelilingi sekeliling",
    "tani petani pertanian bertani pertaniannya",
    "ajar pelajar pelajaran belajar mempelajari pengajar pembelajaran",
    "bangun pembangunan membangun dibangun bangunan pembangunannya",
    "pilih pemilihan memilih dipilih terpilih pilihan",
    "serah penyerahan menyerahkan diserahkan",
    "anak anak-anak anaknya beranak",
    "kaji mengkaji kajian",
    "syarat mensyaratkan persyaratan",
    "sukses menyukseskan mensukseskan kesuksesan",
    "sosialisasi menyosialisasikan mensosialisasikan bersosialisasi",
    "pemerintah pemerintahan pemerintahnya",
    "perintah memerintahkan diperintahkan",
    "perhatian memperhatikan memerhatikan diperhatikan",
    "perbaikan memperbaiki diperbaiki",
    "pembagian membagikan dibagikan",
    "peserta pesertanya peserta-peserta",
    "pelaku pelakunya",
    "kejadian kejadian-kejadian",
    "beri memberi memberikan diberikan pemberian",
    "Pemkab PEMKAB pemkab",
)
"""Whichever of a line is typed, all of it is found."""
APART = (
    *(
        "pemerintah perintah",
        "peserta serta",
        "pelaku melakukan",
        "pelaku berlaku",
        "kejadian jadi",
    ),
    *("perhatian hati", "perbaikan baik", "pembagian bagi", "bagian bagi", "penetapan tetap"),
    *("perolehan oleh", "pendapatan dapat", "pendapat pendapatan", "keadaan ada"),
    *(
        "kejadian jadi",
        "penduduk duduk",
        "sebelum belum",
        "setelah telah",
        "menjadi kejadian",
        "tersebut disebut",
        "mengatasi atas",
    ),
    *("beras bera", "Kanigoro Kanigara", "Selorejo rejo", "Penataran nataran", "Beriman Imanuel"),
    *("Rini Rinto", "kepala pala", "beruang uang", "sekolah olah", "keluarga luar", "makan akan"),
    *("petang tang", "bulan bulir", "menteri teri", "seluruh luruh", "muda mudah"),
)
"""Neither of a line finds the other."""

Finds = Callable[[str], set[str]]


@pytest.fixture(scope="module")
def finds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Finds]:
    path = Path(tmp_path_factory.mktemp("kata")) / "arsip.db"
    vault = open_archive(str(path), reader(), Clock())
    words = list(dict.fromkeys(" ".join(FOUND_TOGETHER + APART).split()))
    for number, word in enumerate(words):
        vault.add(f"k{number}", Release.of("", [f"Kata ini: {word}."]))

    def found(typed: str) -> set[str]:
        hits = vault.search(parse_query(typed), page=ResultPage(len(words)))
        return {words[int(hit.summary.key[1:])] for hit in hits}

    yield found
    vault.close()


@pytest.mark.parametrize("line", FOUND_TOGETHER)
def test_forms_of_one_word_find_each_other(finds: Finds, line: str) -> None:
    for typed in line.split():
        assert set(line.split()) <= finds(typed), typed


@pytest.mark.parametrize("line", APART)
def test_other_words_do_not_find_each_other(finds: Finds, line: str) -> None:
    one, other = line.split()
    assert other not in finds(one)
    assert one not in finds(other)


@pytest.mark.parametrize(
    "name",
    "Pemkab Pemkot Kanigoro Selorejo Sutojayan Kademangan Gandusari Binangun Wlingi Srengat"
    " Panggungrejo Sanankulon Kesamben Kepanjenkidul Rijanto Marhaenis BPBD PUPR Kominfo".split(),
)
def test_names_are_their_own_roots(name: str) -> None:
    assert roots_of(name) == (name.lower(),)


def test_a_family_takes_its_clitics_and_doubled_forms_along() -> None:
    assert family_of("pemerintahannyalah") == "pemerintah"
    assert family_of("bagian-bagiannya") == "bagian"
    assert family_of("bagian-dalam") is None
    assert family_of("zzyzx") is None


def test_every_word_of_a_family_is_read_as_one_of_it() -> None:
    of_word = index_tokens._families()
    assert {word: family_of(word) for word in of_word} == of_word
    assert all(of_word[family] == family for family in of_word.values())
