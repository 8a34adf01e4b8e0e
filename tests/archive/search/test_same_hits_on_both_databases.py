"""SQLite and PostgreSQL find the same, whatever is typed and whatever the releases say."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from string import ascii_lowercase, digits
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from repository_kit import Clock, OpenArchive

from bnews_desk.archive.release_progress import STAGES
from bnews_desk.archive.repository.archive_values import ResultPage
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.search import postgresql_index, sqlite_index
from bnews_desk.archive.search.search_query import parse_query
from bnews_desk.release import Details, Release

TEXTS = 200
GLANCE = 16
"""So few that in many queries more must be looked at."""
WEIGHED = 30
WORDS = (
    "panen padi petani bertani pertanian rencana perencanaan merencanakan jalan berjalan jalanan"
    " desa pedesaan tindak menindaklanjuti lanjut dilanjutkan anak anak-anak sayur-mayur"
    " dan di yang Blitar Pemkab PEMKAB pemkab BPBD Kanigoro kanigoro"
).split()
ODD = (
    "B-news B-news.id Jum'at Jum’at 1.720 12,5 Rp1,5 miliar 09.00 09:00 e1 1e5 x.y 5G COVID-19"
    " H. Rijanto, S.E., M.M. café cafe\u0301 CAFÉ Zürich İstanbul straße STRASSE ﬁnal ½ ² Ⅷ"
    " http://contoh.id/a-b?c=1&d=%22 nama@contoh.id 🎉 👩\u200d🌾 мост שלום سلام \u202eterbalik"
    " 漢字 a_b __init__ don't O'Neill -- – — … \x00 \ud800 \ufeffawal nol\u200blebar NEAR AND OR"
).split(" ")
SYNTAX = (
    *(
        "NEAR(panen",
        "AND",
        "OR",
        "NOT",
        "panen)",
        "(desa",
        "{judul}",
        "^panen",
        "+",
        "*",
        '"',
        '""',
    ),
    *("-", "--", "-*", ":", "judul:", 'judul:"', 'tempat:"b', "editor:*", "sumber:-", "status:"),
    *("tanggal:", "status:siap", "-status:baru", "tanggal:2024-11..", "<->", "'", "\\", "%", "_"),
    *("panen:*", "!panen", "&", "|", "panen;--", "search", "rowid", "0x41", "\x00", "\ud800", "“"),
)
LETTERS = ascii_lowercase + digits
LONG = (
    *("panen " * 2_000, '"' + "panen raya " * 1_000, "-panen " * 2_000, "a-" * 5_000),
    *("p" * 10_000 + "*", '"' * 10_000, "(" * 10_000, "🎉" * 10_000),
    *(" ".join(f"{sign}{letter}*" for letter in LETTERS) for sign in ("", "-")),
    " ".join(f"{field}:{letter}*" for field in ("judul", "editor") for letter in LETTERS[:15]),
)


class Pair(NamedTuple):
    """The same releases in both."""

    embedded: DatabaseArchive
    shared: DatabaseArchive


def texts(rng: random.Random, count: int) -> Iterator[Release]:
    def line() -> str:
        return " ".join(rng.choice(ODD if rng.random() < 0.3 else WORDS) for _ in range(size()))

    def size() -> int:
        return rng.randint(1, 10)

    for number in range(count):
        day = date(2024, 1, 1) + timedelta(days=2 * number)
        body = [f"{rng.choice(('BLITAR', 'KOTA BLITAR'))} | B-news.id - {line()}.", line(), line()]
        body[-1] += f" ({rng.choice(('kmfkabblt', 'polresblt'))}/sun)"
        body.append(f"Editor : {rng.choice(('Zainul Arifin', 'Siti Rahayu'))}")
        yield Release.of(line(), body)._replace(details=Details(publication_date=day))


@pytest.fixture
def pair(
    tmp_path: Path,
    shared_address: str,
    opened: OpenArchive,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
) -> Pair:
    monkeypatch.setattr(postgresql_index, "_GLANCE", GLANCE)
    for index in (postgresql_index, sqlite_index):
        monkeypatch.setattr(index, "BEST_AMONG", WEIGHED)
    both = Pair(opened(str(tmp_path / "arsip.db")), opened(shared_address))
    for one in both:
        rng = random.Random(7)  # noqa: S311 - a draw, no secret
        for number, release in enumerate(texts(rng, TEXTS)):
            record = one.add(f"k{number}", release)
            one.save(record._replace(status=rng.choice(STAGES)))
            if number % 9 == 0:
                one.delete(record.key)
    clock.now += 1
    return both


_word = st.sampled_from(WORDS + ODD)
_begun = st.builds(lambda word, size: word[:size] + "*", _word, st.integers(1, 6))
_phrase = st.lists(_word, min_size=1, max_size=3).map(lambda words: f'"{" ".join(words)}"')
_field = st.sampled_from(["judul", "tempat", "sumber", "editor", "JUDUL"])
_value = st.sampled_from(["blitar", "kota", "kmfkabblt", "zai*", "s*", '"siti rahayu"', "panen"])
_piece = st.one_of(
    *(_word, _begun, _phrase, st.sampled_from(SYNTAX), st.text(max_size=6)),
    *(st.builds("{}:{}".format, _field, st.one_of(_value, _word, _phrase)),),
    st.sampled_from(
        ["status:siap", "-status:baru,siap", "tanggal:2024", "tanggal:2024-03..2024-06"]
    ),
)
_query = st.lists(st.builds("{}{}".format, st.sampled_from(["", "", "-"]), _piece), max_size=3)
_page = st.builds(ResultPage, st.integers(0, 40), st.sampled_from([0, 0, 3, 20]))


def test_both_databases_give_the_same_answers(pair: Pair) -> None:
    found = 0

    @settings(
        max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
    )
    @given(_query.map(" ".join), _page, st.sampled_from([False, False, True]))
    def compare(typed: str, page: ResultPage, in_bin: bool) -> None:
        nonlocal found
        query = parse_query(typed)
        query = query._replace(filter=query.filter._replace(in_bin=in_bin))
        mine, theirs = (one.search(query, "newest", page) for one in pair)
        assert mine == theirs
        best = [one.search(query, "best", ResultPage(TEXTS)) for one in pair]
        assert {hit.summary.key for hit in best[0]} == {hit.summary.key for hit in best[1]}
        found += bool(mine) and bool(query.wanted)

    compare()
    assert found > 15
    for typed in LONG:
        query = parse_query(typed)
        mine, theirs = (one.search(query, "newest", ResultPage(TEXTS)) for one in pair)
        assert mine == theirs
        best = [one.search(query, "best", ResultPage(TEXTS)) for one in pair]
        assert len(best[0]) == len(best[1])


def test_every_word_of_a_release_finds_it_and_is_marked(
    tmp_path: Path, opened: OpenArchive
) -> None:
    archive = opened(str(tmp_path / "arsip.db"))
    rng = random.Random(3)  # noqa: S311 - a draw, no secret
    releases = {f"k{number}": release for number, release in enumerate(texts(rng, 12))}
    for key, release in releases.items():
        archive.add(key, release)
    for key, release in releases.items():
        for word in dict.fromkeys(release.text.split()):
            for typed in (word, word.upper(), word.strip(".,"), f'"{word}"'):
                if (query := parse_query(typed)).wanted:
                    hits = {hit.summary.key: hit for hit in archive.search(query)}
                    assert hits[key].headline.marks or hits[key].excerpt.marks, typed
