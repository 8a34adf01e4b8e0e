"""Copies of a release are found again, on SQLite and on PostgreSQL."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from repository_kit import FLOOD, HARVEST, START, Clock, OpenArchive, reader
from sqlalchemy import func, select, text

from bnews_desk.archive.repository.archive_errors import UnknownReleaseError
from bnews_desk.archive.repository.archive_tables import BUCKETS, LIKENESS
from bnews_desk.archive.repository.archive_values import KNOWN_ALIKE, NOT_ALIKE, DismissedProposal
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.repository.database_engines import read_transaction, write_transaction
from bnews_desk.archive.repository.folder_export import export_archive
from bnews_desk.archive.repository.folder_import import import_archive
from bnews_desk.archive.search.duplicate_search import share_of
from bnews_desk.archive.search.text_fingerprints import (
    BANDS,
    LEAST_WORDS,
    buckets_of,
    lines_of,
    no_copy,
    packed_buckets,
    version,
)
from bnews_desk.release import Release

SYLLABLES = [a + b for a in "bcdgjklmnprstw" for b in ("a", "i", "u", "e", "o", "an", "ur")]
COPY = [
    "Dinas Perikanan Kabupaten Blitar menebar 25 ribu benih nila di Waduk Wlingi Raya untuk"
    " menambah hasil tangkapan nelayan setempat pada musim kemarau ini.",
    "Kepala dinas itu menjelaskan bahwa benih tersebut berasal dari balai di Kecamatan Kanigoro"
    " dan sudah diperiksa kesehatannya selama dua pekan.",
    "Nelayan diminta menunggu empat bulan sebelum menjaring ikan agar benih sempat tumbuh besar.",
]
NILA = Release.of(
    "25 Ribu Benih Nila Ditebar di Waduk Wlingi",
    [f"BLITAR | B-news.id - {COPY[0]}", COPY[1], f"{COPY[2]} (kmfkabblt/sun)", "Editor : Siti R."],
)
LETTER = Release.of(
    "",
    [
        "PEMERINTAH KABUPATEN BLITAR",
        "DINAS PERIKANAN",
        "SIARAN PERS",
        "Nomor: 500.5/77/409.115/2024",
        "Penebaran Benih Ikan",
        *COPY,
        "Narahubung: Humas Dinas Perikanan, 0342-000-000",
    ],
)


def words(count: int, seed: int) -> list[str]:
    chance = random.Random(seed)  # noqa: S311
    return ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(count)]


def release_of(body: list[str]) -> Release:
    lines = [" ".join(body[at : at + 40]).capitalize() + "." for at in range(0, len(body), 40)]
    return Release.of("Judul", lines)


def edited(body: list[str], share: float, seed: int) -> list[str]:
    """The body with so many of its words left, the others replaced here and there."""
    chance = random.Random(seed)  # noqa: S311
    new = words(len(body), seed + 1)
    return [old if chance.random() < share else fresh for old, fresh in zip(body, new, strict=True)]


def test_a_copy_is_found_under_another_frame(vault: DatabaseArchive) -> None:
    vault.add("a", NILA)
    vault.add("b", HARVEST)
    found = vault.find_duplicates(LETTER)
    assert [one.summary.key for one in found] == ["a"]
    assert 0.95 < found[0].share < 1.0  # the letter's own headline stands in its body
    assert found[0].summary.headline == NILA.headline


def test_the_most_alike_comes_first_and_what_is_not_alike_never(vault: DatabaseArchive) -> None:
    body = words(300, 1)
    for number, share in enumerate((0.7, 0.95, 0.8)):
        vault.add(str(number), release_of(edited(body, share, 50 + number)))
    for number in range(20):
        vault.add(f"lain-{number}", release_of(words(300, 100 + number)))
    found = vault.find_duplicates(release_of(body))
    assert [one.summary.key for one in found] == ["1", "2", "0"]
    assert [one.share for one in found] == pytest.approx([0.95, 0.8, 0.7], abs=0.08)
    assert [one.summary.key for one in vault.find_duplicates(release_of(body), limit=1)] == ["1"]
    assert vault.find_duplicates(release_of(words(300, 7))) == []


def test_itself_and_the_bin_are_left_out(vault: DatabaseArchive) -> None:
    vault.add("a", NILA)
    assert vault.find_duplicates(NILA, besides="a") == []
    vault.delete("a")
    assert vault.find_duplicates(LETTER) == []
    vault.undelete("a")
    assert vault.find_duplicates(LETTER)


def test_a_release_is_found_as_it_came_in_and_as_it_is_now(vault: DatabaseArchive) -> None:
    body, other = words(200, 1), words(200, 2)
    record = vault.add("a", release_of(body))
    vault.save(record._replace(release=release_of(other)))
    now, then = (
        vault.find_duplicates(release_of(other))[0],
        vault.find_duplicates(release_of(body))[0],
    )
    assert (now.share, now.version) == (1.0, None)
    assert then.share == 1.0
    assert then.version is not None
    assert vault.version("a", then.version) == release_of(body)


def test_a_dismissed_likeness_is_not_told_again(vault: DatabaseArchive) -> None:
    vault.add("a", NILA)
    unwanted = no_copy(LETTER.text, reader())
    vault.dismiss("a", unwanted)
    assert vault.find_duplicates(LETTER) == []
    assert unwanted == DismissedProposal(NOT_ALIKE, unwanted.subject)
    assert vault.find_duplicates(release_of([word for line in COPY[:2] for word in line.split()]))


def test_a_release_is_like_earlier_ones_as_it_came_in(vault: DatabaseArchive) -> None:
    vault.add("a", NILA)
    record = vault.add("b", LETTER)
    vault.save(record._replace(release=HARVEST))
    vault.add("c", NILA)
    (found,) = vault.duplicates_at_arrival("b")
    assert (found.summary.key, found.share) == (
        "a",
        vault.find_duplicates(LETTER, besides="b")[0].share,
    )
    assert {one.summary.key for one in vault.duplicates_at_arrival("c", limit=5)} == {"a", "b"}
    assert vault.duplicates_at_arrival("a") == []
    with pytest.raises(UnknownReleaseError):
        vault.duplicates_at_arrival("d")


def test_what_was_decided_on_a_release_is_not_told_of_it_again(vault: DatabaseArchive) -> None:
    for key in ("a", "b", "c"):
        vault.add(key, NILA)
    vault.dismiss("c", DismissedProposal(KNOWN_ALIKE, "b"))
    assert [one.summary.key for one in vault.duplicates_at_arrival("c", limit=5)] == ["a"]
    vault.dismiss("a", no_copy(NILA.text, reader()))
    assert vault.duplicates_at_arrival("c", limit=5) == []
    assert vault.find_duplicates(NILA, besides="c"), "but a third copy is one of the second"


def test_what_is_published_is_decided_on(vault: DatabaseArchive) -> None:
    vault.add("a", NILA)
    record = vault.add("b", NILA)
    assert vault.duplicates_at_arrival("b")
    vault.save(record._replace(status="tayang"))
    assert vault.duplicates_at_arrival("b") == []


def test_what_has_few_words_is_no_copy_of_anything(vault: DatabaseArchive) -> None:
    vault.add("a", FLOOD)
    short = Release.of("", ["Banjir merendam dua desa di Sutojayan."])
    vault.add("b", short)
    assert vault.find_duplicates(short) == []
    assert vault.find_duplicates(Release()) == []
    assert not buckets_of((("kata",) * (LEAST_WORDS - 1),))


def test_what_was_archived_is_still_found_by_its_buckets() -> None:
    line = tuple(
        "dinas pertanian membagikan bibit cabai kepada petani di desa tegalasri pada senin pagi"
        " agar lahan kering tetap menghasilkan panen sepanjang tahun ini".split()
    )
    kept = packed_buckets(buckets_of((line,)))
    assert (version(), hashlib.sha256(kept).hexdigest()) == (
        "1.2",
        "cdb4a06bf9508940a4adcb1bf98485fc2a157a1ad5aa5d75354b53684ef4b039",
    ), "copies in archives are known by these numbers: count up _VERSION if they must change"


def test_an_earlier_archive_is_caught_up_with(vault: DatabaseArchive) -> None:
    body = words(200, 1)
    record = vault.add("a", release_of(body))
    vault.save(record._replace(release=NILA))
    for number in range(120):
        vault.add(f"lain-{number}", FLOOD)
    forget(vault)
    assert vault.find_duplicates(LETTER) == []
    assert [vault.index_duplicates() for _ in range(4)] == [50, 50, 21, 0]
    assert vault.find_duplicates(LETTER)[0].share > 0.95
    assert vault.find_duplicates(release_of(body))[0].share == 1.0


def forget(vault: DatabaseArchive) -> None:
    with write_transaction(vault.engine) as db:
        db.execute(text("DELETE FROM likeness"))
        db.execute(text("DELETE FROM likeness_buckets"))
        db.execute(text("DELETE FROM changed"))


def test_what_another_reckoning_has_left_is_done_anew(vault: DatabaseArchive) -> None:
    vault.add("a", NILA)
    with write_transaction(vault.engine) as db:
        db.execute(text("UPDATE likeness SET version = 'dulu'"))
    assert [vault.index_duplicates(), vault.index_duplicates()] == [1, 0]
    assert vault.find_duplicates(LETTER)[0].share > 0.95
    assert count_of(vault) == BANDS


def test_of_a_release_that_goes_nothing_stays(vault: DatabaseArchive, clock: Clock) -> None:
    vault.add("a", NILA)
    assert count_of(vault) == BANDS
    vault.delete("a")
    clock.now = START + 31 * 86_400
    vault.thin_out()
    assert count_of(vault) == 0
    with read_transaction(vault.engine) as db:
        assert db.scalar(select(func.count()).select_from(LIKENESS)) == 0
    assert vault.faults() == []


def count_of(vault: DatabaseArchive) -> int:
    with read_transaction(vault.engine) as db:
        return db.scalar(select(func.count()).select_from(BUCKETS)) or 0


def test_a_small_edit_changes_few_rows(vault: DatabaseArchive) -> None:
    body = words(400, 1)
    record = vault.add("a", release_of(body))
    vault.save(record._replace(release=release_of([*body[:200], "sisipan", *body[200:]])))
    assert BANDS <= count_of(vault) <= BANDS + 6


def test_copies_are_found_after_the_archive_was_carried_elsewhere(
    vault: DatabaseArchive, tmp_path: Path, opened: OpenArchive
) -> None:
    body = words(200, 1)
    record = vault.add("a", release_of(body))
    vault.save(record._replace(release=NILA))
    list(export_archive(vault, str(tmp_path / "ekspor")))
    other = opened(str(tmp_path / "lain.db"))
    list(import_archive(str(tmp_path / "ekspor"), other))
    assert other.index_duplicates() == 0
    assert [one.summary.key for one in other.find_duplicates(LETTER)] == ["a"]
    assert [one.summary.key for one in other.find_duplicates(release_of(body))] == ["a"]


@pytest.mark.parametrize(("share", "least"), [(0.6, 0.85), (0.8, 1.0), (0.95, 1.0)])
def test_copies_share_a_bucket_however_they_were_edited(share: float, least: float) -> None:
    found = 0
    for seed in range(40):
        body = words(400, seed)
        both = (body, edited(body, share, 1000 + seed))
        one, other = (buckets_of(lines_of(release_of(copy).text, reader())) for copy in both)
        found += bool(one & other)
    assert found / 40 >= least


def test_strangers_share_none() -> None:
    all_of_them = [
        buckets_of(lines_of(release_of(words(400, seed)).text, reader())) for seed in range(60)
    ]
    assert len(frozenset().union(*all_of_them)) == 60 * BANDS


Copy = st.lists(
    st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=12).map(tuple), max_size=6
).map(tuple)


@settings(deadline=None)
@given(Copy, Copy)
def test_a_share_is_the_same_whichever_is_asked_first(
    one: tuple[tuple[str, ...], ...], other: tuple[tuple[str, ...], ...]
) -> None:
    share = share_of(one, other)
    assert share == share_of(other, one)
    assert 0.0 <= share <= 1.0
    assert share_of(one, one) == float(bool(one))
    if not {w for line in one for w in line} & {w for line in other for w in line}:
        assert share == 0.0


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10_000), st.lists(st.integers(0, 239), min_size=1, unique=True))
def test_every_word_that_is_replaced_lowers_the_share(seed: int, places: list[int]) -> None:
    body = [f"{word}{at}" for at, word in enumerate(words(240, seed))]
    once = lines(body)
    last = 1.0
    for step in (places[: len(places) // 2], places):
        changed = [f"{w}x" if at in set(step) else w for at, w in enumerate(body)]
        share = share_of(once, lines(changed))
        assert share <= last
        assert share <= 1 - len(step) / 240 + 1e-9
        last = share


def lines(body: list[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(body[at : at + 30]) for at in range(0, len(body), 30))
