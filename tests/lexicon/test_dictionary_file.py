"""What is taken from files of words, and what is said of the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from bnews_desk.errors import ReadError
from bnews_desk.lexicon import dictionary_file
from bnews_desk.lexicon.dictionary_file import (
    MAX_WORD_LENGTH,
    MOST_REPORTED,
    DictionaryFile,
    parse_words,
    read_dictionary_file,
    word_key,
)


def words_of(data: bytes) -> tuple[str, ...]:
    return parse_words(data, "kamus.txt").words


def test_one_word_a_line_beside_remarks_and_blank_lines() -> None:
    data = b"# kecamatan\n\nWates\n  Garum  # bukan garam\n\ndi-PHK\nP3K\nanak-anaknya\n"
    read = parse_words(data, "kamus.txt")
    assert read == DictionaryFile(("Wates", "Garum", "di-PHK", "P3K", "anak-anaknya"))


@pytest.mark.parametrize(
    "data",
    [
        b"Wates\nGarum",
        b"Wates\r\nGarum\r\n",
        b"Wates\rGarum\r",
        b"\xef\xbb\xbfWates\nGarum\n",
        "Wates\r\nGarum\r\n".encode("utf-16"),
        b"\xfe\xff" + "Wates\nGarum\n".encode("utf-16-be"),
    ],
    ids=["no end", "CRLF", "CR", "BOM", "as Word has it", "UTF-16 BE"],
)
def test_files_of_every_system(data: bytes) -> None:
    assert words_of(data) == ("Wates", "Garum")


def test_a_dictionary_of_libreoffice() -> None:
    data = b"OOoUserDict1\nlang: <none>\ntype: positive\n---\nWates\ndua kata\n"
    read = parse_words(data, "standard.dic")
    assert read.words == ("Wates",)
    assert [fault.line for fault in read.faults] == [6]


def test_the_first_of_two_spellings_that_differ_in_case_counts() -> None:
    assert words_of(b"McKinsey\nmckinsey\nMCKINSEY\n") == ("McKinsey",)


def test_apostrophes_and_accents_are_one_word_however_they_are_written() -> None:
    assert words_of("Jum’at\nJum'at\nJumʼat\n".encode()) == ("Jum'at",)
    assert words_of("Café\nCafe\u0301\n".encode()) == ("Café",)
    assert word_key("Cafe\u0301’s") == word_key("CAFÉ's")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"dua kata", "“dua kata” bukan satu kata, jadi dilewati; tulis satu kata per baris."),
        (b"koma,", "“koma,” bukan satu kata, jadi dilewati; tulis satu kata per baris."),
        (b"2024", "“2024” bukan satu kata, jadi dilewati; tulis satu kata per baris."),
        (b"a\x1b[2J", "“a\ufffd[2J” bukan satu kata, jadi dilewati; tulis satu kata per baris."),
        (b"-", "“-” bukan satu kata, jadi dilewati; tulis satu kata per baris."),
        (b"caf\xe9", "Bukan teks UTF-8, jadi dilewati; tulis ulang baris ini."),
        (
            b"a" * (MAX_WORD_LENGTH + 1),
            "Lebih panjang dari 64 huruf, jadi dilewati; periksa baris ini.",
        ),
    ],
)
def test_a_bad_line_is_told_with_its_place_and_the_rest_is_used(line: bytes, said: str) -> None:
    read = parse_words(b"Wates\n\n" + line + b"\nGarum\n", "kamus.txt")
    assert read.words == ("Wates", "Garum")
    assert [str(fault) for fault in read.faults] == [f"kamus.txt:3: {said}"]
    assert read.unusable == 1


def test_of_many_bad_lines_only_the_first_are_told_one_by_one() -> None:
    read = parse_words(b"dua kata\n" * 40 + b"Wates\n", "kamus.txt")
    assert read.words == ("Wates",)
    assert len(read.faults) == MOST_REPORTED + 1
    assert read.unusable == 40
    said = "kamus.txt: 35 baris lain juga tidak dapat dipakai dan dilewati."
    assert str(read.faults[-1]) == said


def test_more_words_than_a_dictionary_may_have(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dictionary_file, "MAX_WORDS", 2)
    read = parse_words(b"satu\ndua\nDUA\ntiga\nempat\n", "kamus.txt")
    assert read.words == ("satu", "dua")
    assert [str(fault) for fault in read.faults] == [
        "kamus.txt:4: Hanya 2 kata pertama yang dipakai; bagi kamus ini menjadi beberapa berkas."
    ]


@pytest.mark.parametrize("data", [b"PK\x03\x04\0\0\0", b"\xff\xfe\x00", b"kata\0\n"])
def test_noise_is_no_dictionary(data: bytes) -> None:
    with pytest.raises(ReadError, match="bukan berkas teks") as caught:
        parse_words(data, "kamus.txt")
    assert caught.value.kind == "damaged"


def test_an_empty_file_has_no_words_and_a_missing_one_is_told(tmp_path: Path) -> None:
    path = tmp_path / "kamus.txt"
    with pytest.raises(ReadError) as caught:
        read_dictionary_file(str(path))
    assert caught.value.kind == "missing"
    path.touch()
    assert read_dictionary_file(str(path)) == DictionaryFile()


def test_a_file_that_is_too_large_or_none_is_told_as_a_dictionary(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dictionary_file, "MAX_FILE_BYTES", 1_000_000)
    path = tmp_path / "kamus.txt"
    path.write_bytes(b"kata\n" * 250_000)
    with pytest.raises(ReadError, match="lebih besar dari 1 MB, terlalu besar untuk kamus"):
        read_dictionary_file(str(path))
    with pytest.raises(ReadError, match="sebutkan berkas kamusnya"):
        read_dictionary_file(str(tmp_path))
