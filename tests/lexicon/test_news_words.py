"""The words of published news: the list that ships, its script, and lists that are broken."""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
import json
import re
import sys
import zlib
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bnews_desk.errors import ReadError
from bnews_desk.lexicon import news_words
from bnews_desk.lexicon.known_words import foreign_words
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.lexicon.news_words import read_news_words, shipped_news_words

LEXICON = Path(__file__).resolve().parents[2] / "resources" / "lexicon"
SHIPPED = LEXICON / "kata_berita.txt.gz"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    path = LEXICON / "make_news_words.py"
    spec = importlib.util.spec_from_file_location("make_news_words", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def head_and_body() -> tuple[list[str], str]:
    text = zlib.decompress(SHIPPED.read_bytes(), 31).decode("ascii")
    lines = text.splitlines(keepends=True)
    head = [line for line in lines if line.startswith("#")]
    return head, "".join(lines[len(head) :])


def test_the_shipped_list_agrees_with_its_head() -> None:
    head, body = head_and_body()
    announced = re.search(r"^# (\d+) kata .* sha256 ([0-9a-f]{64})$", "".join(head), re.MULTILINE)
    assert announced is not None
    assert hashlib.sha256(body.encode()).hexdigest() == announced[2]
    assert len(shipped_news_words()) == int(announced[1]) > 10_000


def test_the_shipped_list_is_in_plain_order_and_small() -> None:
    rows = [line.split("\t") for line in head_and_body()[1].splitlines()]
    numbers = [int(number) for number, _ in rows]
    assert numbers == sorted(set(numbers))
    assert numbers[:2] == [0, 3]
    for _, group in rows:
        assert group.split() == sorted(set(group.split()))
    assert SHIPPED.stat().st_size < 400_000


def test_the_script_writes_again_what_ships(script: ModuleType) -> None:
    known = shipped_news_words()
    head, body = head_and_body()
    every = {word: known.frequency(word) for line in body.splitlines() for word in line.split()[1:]}
    figures = re.search(r"dari (\d+) artikel di (\d+) media", "".join(head))
    assert figures is not None
    data = script.packed(every, script.Counts({}, int(figures[1]), int(figures[2])))
    assert zlib.decompress(data, 31).decode("ascii") == "".join(head) + body
    assert data == script.packed(every, script.Counts({}, int(figures[1]), int(figures[2])))


def test_reviewed_typos_are_unknown_and_other_rules_forms_never_proposed(
    script: ModuleType,
) -> None:
    known = shipped_news_words()
    assert [word for word in script.review("salah_ketik_lazim.txt") if word in known] == []
    # After a change of the lists: make_news_words.py ARTICLES.
    assert [word for word in script.never_proposed() if known.frequency(word)] == []
    assert "sekedar" in known
    assert "sekedar" not in set(known.words())
    assert "apotek" in set(known.words())


@pytest.mark.parametrize("word", ["ujarnya", "digelar", "dugaan", "sepekan", "anak-anak", "online"])
def test_words_of_news_are_known(word: str) -> None:
    assert shipped_news_words().frequency(word) > 3


@pytest.mark.parametrize("word", ["terhadapp", "kegaitan", "Blitar", "", "xqz", "danmasyarakat"])
def test_what_is_no_word_of_news_is_not_known(word: str) -> None:
    known = shipped_news_words()
    assert word not in known
    assert known.frequency(word) == 0


def articles_file(tmp_path: Path, rows: list[tuple[str, str]]) -> Path:
    path = tmp_path / "articles.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        for source, text in rows:
            file.write(json.dumps({"source": source, "text": text}) + "\n")
    return path


def test_words_of_three_articles_of_two_papers_are_kept(script: ModuleType, tmp_path: Path) -> None:
    text = "Warga Doko menanam 20 pucukan di lereng, lihat kebun.com. (abc/def)"
    path = articles_file(
        tmp_path,
        [
            ("a", text),
            ("a", f"{text} pematang"),
            ("b", f"{text}\nIa menanam ladang pematang; lainya dan sekedar."),
            ("b", "ladang lainya, sekedar"),
            ("b", "ladang lainya, sekedar pematang"),
            ("a", "lainya sekedar ladangku"),
        ],
    )
    kept = script.chosen(script.counts(script.read_articles(path)))
    foreign = script.review("kata_asing.txt") | script.review("bukan_saran.txt")
    added = script.review("kata_tambahan.txt")
    # "ladang": one paper; "lainya": a reviewed typo; "Warga", "Doko": never in small letters.
    assert {word: count for word, count in kept.items() if word not in foreign | added} == {
        "pucukan": 3,
        "di": 3,
        "lereng": 3,
        "lihat": 3,
        "menanam": 3,
        "pematang": 3,
        "sekedar": 0,
    }
    assert {kept[word] for word in foreign} == {0}
    assert {kept[word] for word in added} == {script.LEAST_ARTICLES}


@pytest.mark.parametrize("name", ["kata_asing.txt", "kata_tambahan.txt"])
def test_lists_made_by_hand_are_plain_and_say_nothing_twice(name: str) -> None:
    lines = (LEXICON / name).read_text(encoding="ascii").splitlines()
    words = [word for line in lines if not line.startswith("#") for word in line.split()]
    assert words
    assert all(re.fullmatch("[a-z]+(-[a-z]+)*", word) for word in words)
    assert all(len(line) <= 100 for line in lines)
    repeated = {word for word in words if words.count(word) > 1}
    assert repeated == set()


def test_a_foreign_word_is_no_indonesian_one(script: ModuleType) -> None:
    assert foreign_words() == script.review("kata_asing.txt")
    assert sorted(foreign_words() & script.review("kata_tambahan.txt")) == []
    assert sorted(foreign_words() & Lexicon().common_words) == []
    assert {"sparepart", "sustainable", "which"} <= foreign_words()


def written(tmp_path: Path, text: str) -> str:
    path = tmp_path / "kata.txt.gz"
    path.write_bytes(gzip.compress(text.encode("utf-8")))
    return str(path)


def test_a_list_is_read(tmp_path: Path) -> None:
    known = read_news_words(written(tmp_path, "# 3 kata dari\n0\tsekedar\n7\tdan itu\n"))
    assert sorted(known.words()) == ["dan", "itu"]
    assert [known.frequency(word) for word in ("dan", "sekedar", "x")] == [7, 0, 0]
    assert "sekedar" in known
    assert len(known) == 3


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# 3 kata dari\n7\tdan itu\n",
        "7\tdan itu\n",
        "# 2 kata dari\ntujuh\tdan itu\n",
        "# 2 kata dari\n" + "9" * 5000 + "\tdan itu\n",
    ],
)
def test_a_list_that_is_none_is_reported(tmp_path: Path, text: str) -> None:
    with pytest.raises(ReadError, match="Daftar kata berita") as caught:
        read_news_words(written(tmp_path, text))
    assert caught.value.kind == "damaged"


@pytest.mark.parametrize("data", [b"", b"not gzip", SHIPPED.read_bytes()[:-5], b"\xff" * 99])
def test_broken_bytes_are_reported(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "kata.txt.gz"
    path.write_bytes(data)
    with pytest.raises(ReadError, match="isinya rusak") as caught:
        read_news_words(str(path))
    assert caught.value.kind == "damaged"


def test_a_changed_byte_is_noticed(tmp_path: Path) -> None:
    data = bytearray(SHIPPED.read_bytes())
    data[-6] ^= 1  # the checksum at the end
    path = tmp_path / "kata.txt.gz"
    path.write_bytes(data)
    with pytest.raises(ReadError, match="isinya rusak"):
        read_news_words(str(path))


def test_a_list_that_swells_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(news_words, "MOST_BYTES", 1000)
    with pytest.raises(ReadError, match="isinya rusak"):
        read_news_words(written(tmp_path, "# 1 kata dari\n3\t" + "a" * 5000))


def test_a_list_that_is_not_there_is_reported(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="berkasnya tidak ada") as caught:
        read_news_words(str(tmp_path / "tidak-ada.gz"))
    assert caught.value.kind == "missing"
    told = "ditolak" if sys.platform == "win32" else "folder"
    with pytest.raises(ReadError, match=told) as caught:
        read_news_words(str(tmp_path))
    assert caught.value.kind == "no-access"


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    from tempfile import NamedTemporaryFile

    with NamedTemporaryFile(suffix=".gz") as file:
        file.write(data)
        file.flush()
        with pytest.raises(ReadError):
            read_news_words(file.name)
