"""What an archive promises, on SQLite and on PostgreSQL."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from repository_kit import (
    FLOOD,
    HARVEST,
    ODD,
    ORIGINAL,
    PHOTO,
    PHOTO_DIGEST,
    ROAD,
    START,
    Clock,
    OpenArchive,
)
from sqlalchemy import text

from bnews_desk.archive.journal.pending_writes import OriginalNote
from bnews_desk.archive.repository.archive_errors import (
    ArchiveError,
    ConflictError,
    UnknownReleaseError,
)
from bnews_desk.archive.repository.archive_values import (
    DismissedProposal,
    ExportRecord,
    Origin,
    ReleaseFilter,
    ReleaseRecord,
    ResultPage,
)
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.repository.database_engines import write_transaction
from bnews_desk.receipt import Receipt
from bnews_desk.release import Release

DAY = 86_400.0


def test_a_release_comes_back_as_it_went_in(address: str, opened: OpenArchive) -> None:
    record = opened(address).add("a", ODD, ORIGINAL, {PHOTO_DIGEST: PHOTO})
    again = opened(address)
    assert again.get("a") == record == ReleaseRecord("a", ODD, "baru", "", 1, START, START)
    assert again.original("a") == ORIGINAL
    assert again.photo(PHOTO_DIGEST) == PHOTO
    assert again.faults() == []


def test_what_is_not_there_is_said(vault: DatabaseArchive) -> None:
    with pytest.raises(UnknownReleaseError, match="“b”"):
        vault.get("b")
    with pytest.raises(UnknownReleaseError):
        vault.original("b")
    with pytest.raises(ArchiveError, match="Kunci"):
        vault.get("'; DROP TABLE releases --")
    vault.add("a", HARVEST)
    assert vault.original("a") is None
    assert vault.photo(PHOTO_DIGEST) is None
    with pytest.raises(UnknownReleaseError, match="versi 77"):
        vault.version("a", 77)


def test_a_key_is_taken_once(vault: DatabaseArchive) -> None:
    vault.add("a", HARVEST)
    with pytest.raises(ArchiveError, match="sudah ada"):
        vault.add("a", ROAD)
    assert vault.get("a").release == HARVEST


def test_a_list_says_what_the_frame_says(vault: DatabaseArchive) -> None:
    vault.add("a", HARVEST)
    found = vault.list_releases()[0]
    assert found.headline == HARVEST.headline
    assert (found.place, found.source, found.initials) == ("BLITAR", "kmfkabblt", "sun")
    assert found.editor == "Zainul Arifin"
    assert found.day == "2024-11-12"
    assert found.opening.startswith("BLITAR | B-news.id - Petani di Kecamatan")


def test_a_list_shows_the_last_that_came_in_first_and_page_by_page(vault: DatabaseArchive) -> None:
    for key in "abcde":
        vault.add(key, HARVEST)
    assert [one.key for one in vault.list_releases()] == list("edcba")
    assert [one.key for one in vault.list_releases(page=ResultPage(2, 1))] == ["d", "c"]


def test_a_list_can_be_narrowed_down(vault: DatabaseArchive) -> None:
    vault.add("a", HARVEST)
    vault.add("b", ODD)
    vault.save(vault.get("a")._replace(status="siap"))
    assert [one.key for one in vault.list_releases(ReleaseFilter(frozenset({"siap"})))] == ["a"]
    assert vault.list_releases(ReleaseFilter(frozenset())) == []
    assert [one.key for one in vault.list_releases(ReleaseFilter(since="2024-11-13"))] == ["b"]
    assert [one.key for one in vault.list_releases(ReleaseFilter(until="2024-11-13"))] == ["a"]
    assert dict(vault.counts()) == {"siap": 1, "baru": 1}


def test_a_save_replaces_release_status_and_address(vault: DatabaseArchive, clock: Clock) -> None:
    first = vault.add("a", HARVEST)
    clock.now += 5
    saved = vault.save(first._replace(release=ROAD, status="tayang", address="https://b-news.id/1"))
    assert saved == ReleaseRecord("a", ROAD, "tayang", "https://b-news.id/1", 2, START, START + 5)
    assert vault.get("a") == saved
    assert vault.list_releases()[0].editor == "Siti Rahayu"


def test_a_save_without_a_change_is_none(vault: DatabaseArchive, clock: Clock) -> None:
    first = vault.add("a", HARVEST)
    clock.now += 5
    assert vault.save(first) == first
    assert vault.get("a") == first


def test_the_second_to_save_sees_a_conflict_and_both_texts_are_kept(
    address: str, opened: OpenArchive
) -> None:
    mine, theirs = opened(address), opened(address)
    mine.add("a", HARVEST)
    seen = mine.get("a")
    saved = theirs.save(theirs.get("a")._replace(release=ROAD))
    with pytest.raises(ConflictError) as caught:
        mine.save(seen._replace(release=FLOOD))
    assert (caught.value.mine.release, caught.value.theirs) == (FLOOD, saved)
    assert mine.get("a") == saved
    lost = mine.versions("a")[-1]
    assert (lost.reason, mine.version("a", lost.number)) == ("bentrok", FLOOD)


def test_a_window_sees_what_another_has_saved(address: str, opened: OpenArchive) -> None:
    mine, theirs = opened(address), opened(address)
    mine.add("a", HARVEST)
    theirs.save(theirs.get("a")._replace(status="siap"))
    assert mine.list_releases()[0].status == "siap"


def test_what_files_came_in_as_is_known_by_their_digests(vault: DatabaseArchive) -> None:
    digest = hashlib.sha256(ORIGINAL.data).hexdigest()
    assert vault.known_originals([digest, "lain"]) == {}
    for number, key in enumerate("abc"):
        original = ORIGINAL._replace(received=float(number))
        vault.add(key, HARVEST, original)
    vault.add("d", HARVEST, OriginalNote("lain.txt", b"Lain.", Receipt(), 9.0))
    vault.delete("c")
    (found,) = vault.known_originals([digest, "lain"]).items()
    assert found == (digest, Origin(vault.summaries(["b"])["b"], 1.0))
    for key in "ab":
        vault.delete(key)
    in_bin = vault.known_originals([digest])[digest]
    assert (in_bin.summary.key, in_bin.summary.deleted is None) == ("c", False)
    assert len(vault.known_originals([digest, *map(str, range(1200))])) == 1


def test_an_original_never_changes(vault: DatabaseArchive) -> None:
    vault.add("a", HARVEST, ORIGINAL)
    with pytest.raises(ArchiveError), write_transaction(vault._engine) as db:
        db.execute(text("UPDATE originals SET digest = 'x'"))
    assert vault.original("a") == ORIGINAL


def test_a_photo_must_be_what_its_name_says(vault: DatabaseArchive) -> None:
    with pytest.raises(ArchiveError, match="sidik"):
        vault.add("a", HARVEST, None, {"0" * 64: PHOTO})
    assert vault.list_releases() == []


def test_versions_are_kept_listed_and_restored(vault: DatabaseArchive, clock: Clock) -> None:
    vault.add("a", HARVEST)
    vault.keep_version("a", "rapikan")
    vault.save(vault.get("a")._replace(release=ROAD))
    vault.keep_version("a", "rapikan")
    first, second = vault.versions("a")
    assert (first.reason, second.reason) == ("impor", "rapikan")
    clock.now += 60
    vault.save(vault.get("a")._replace(release=FLOOD, status="siap"))
    restored = vault.restore("a", first.number)
    assert (restored.release, restored.status, restored.revision) == (HARVEST, "siap", 4)
    assert vault.get("a") == restored
    contents = [vault.version("a", one.number) for one in vault.versions("a")]
    assert contents == [HARVEST, ROAD, FLOOD, HARVEST]


def test_ten_minutes_of_work_make_a_version(vault: DatabaseArchive, clock: Clock) -> None:
    vault.add("a", HARVEST)
    for minute in range(1, 26):
        clock.now = START + 60 * minute
        copy = Release.of(f"Judul {minute}", ["Isi."])
        vault.save(vault.get("a")._replace(release=copy))
    made = [one.made - START for one in vault.versions("a")]
    assert made == [0, 600, 1200]


def test_a_deleted_release_lies_thirty_days_in_the_bin(
    vault: DatabaseArchive, clock: Clock
) -> None:
    vault.add("a", ODD, ORIGINAL, {PHOTO_DIGEST: PHOTO})
    vault.delete("a")
    assert vault.list_releases() == []
    assert [one.key for one in vault.list_releases(ReleaseFilter(in_bin=True))] == ["a"]
    clock.now += 29 * DAY
    vault.thin_out()
    vault.undelete("a")
    assert vault.get("a").release == ODD
    vault.delete("a")
    clock.now += 30 * DAY + 1
    vault.thin_out()
    with pytest.raises(UnknownReleaseError):
        vault.get("a")
    assert vault.photo(PHOTO_DIGEST) is None
    assert vault.faults() == []


def test_exports_and_dismissals_hang_on_a_release(vault: DatabaseArchive) -> None:
    vault.add("a", HARVEST)
    made = ExportRecord(START, "docx", "Panen \udcff.docx", 1)
    vault.note_export("a", made)
    vault.note_export("a", made._replace(format="txt"))
    assert vault.exports("a") == [made, made._replace(format="txt")]
    unwanted = DismissedProposal("related", "b")
    vault.dismiss("a", unwanted)
    vault.dismiss("a", unwanted)
    assert vault.dismissals("a") == {unwanted}


def test_a_decision_longer_than_a_column_is_taken_once(vault: DatabaseArchive) -> None:
    vault.add("a", HARVEST)
    for _ in range(2):
        vault.dismiss("a", DismissedProposal("related", "b" * 1_000))
    assert len(vault.dismissals("a")) == 1


@pytest.mark.parametrize("number", [0, -1, 2**63, -(2**70)])
def test_a_version_that_no_release_has_is_unknown(vault: DatabaseArchive, number: int) -> None:
    vault.add("a", HARVEST)
    with pytest.raises(UnknownReleaseError, match="tidak punya versi"):
        vault.version("a", number)


def test_the_newsroom_has_words_and_ignores(vault: DatabaseArchive) -> None:
    vault.change_words(["zonasi", "Kademangan", "zonasi"])
    vault.change_ignores([("spelling", "kata"), ("acronym", "x")])
    assert vault.words() == ["Kademangan", "zonasi"]
    assert vault.ignores() == [("acronym", "x"), ("spelling", "kata")]
    vault.change_words(["lumbung", "zonasi"], ["Kademangan", "tidak ada"])
    vault.change_ignores([], [("acronym", "x"), ("acronym", "y")])
    assert vault.words() == ["lumbung", "zonasi"]
    assert vault.ignores() == [("spelling", "kata")]


def test_damage_inside_is_told_one_by_one(vault: DatabaseArchive) -> None:
    vault.add("a", ODD, None, {PHOTO_DIGEST: PHOTO})
    vault.add("b", HARVEST)
    with write_transaction(vault._engine) as db:
        db.execute(text("UPDATE releases SET content = :x WHERE key = 'b'"), {"x": b"{"})
        db.execute(text("UPDATE photos SET data = :x"), {"x": b"lain"})
        db.execute(text("DELETE FROM search"))
    told = "\n".join(vault.faults())
    assert "“b” tidak terbaca" in told
    assert f"Foto {PHOTO_DIGEST[:12]} rusak" in told
    assert "2 naskah" in told
    list(vault.rebuild_index())
    assert not any("Indeks" in one for one in vault.faults() if "1 naskah" not in one)


def test_a_release_of_a_hundred_thousand_paragraphs_is_kept(vault: DatabaseArchive) -> None:
    long = Release.of("Panjang", [f"Paragraf ke-{i} tentang panen." for i in range(100_000)])
    vault.add("a", Release.of("Panjang", [*long.text.split("\n")[1:], "Editor : Siti Rahayu"]))
    assert vault.list_releases()[0].editor == "Siti Rahayu"
    assert vault.save(vault.get("a")._replace(release=long)).release == vault.get("a").release


def test_summaries_are_given_by_key_in_the_bin_or_not(vault: DatabaseArchive) -> None:
    for key in "abc":
        vault.add(key, HARVEST)
    vault.delete("b")
    many = [f"tidak-ada-{number}" for number in range(1_200)]
    found = vault.summaries(["a", "b", *many])
    assert sorted(found) == ["a", "b"]
    assert found["a"] == next(one for one in vault.list_releases() if one.key == "a")
    assert found["b"].deleted is not None
    assert vault.summaries([]) == {}


def test_the_pulse_tells_of_every_change_whoever_made_it(
    address: str, vault: DatabaseArchive, opened: OpenArchive
) -> None:
    other = opened(address)
    vault.add("a", HARVEST)
    before = vault.change_marker()
    other.save(other.get("a")._replace(release=ROAD))
    after = vault.change_marker()
    assert after != before
    vault.change_words(["serbaguna"])
    assert vault.change_marker() != after


def test_the_pulse_rests_while_nobody_writes(tmp_path: Path, opened: OpenArchive) -> None:
    vault = opened(str(tmp_path / "arsip.db"))
    vault.add("a", HARVEST)
    before = vault.change_marker()
    vault.get("a")
    vault.list_releases()
    assert vault.change_marker() == before
