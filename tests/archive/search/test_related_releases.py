"""Which earlier headlines are proposed for a release, on both databases."""

from __future__ import annotations

import time
from datetime import date

import pytest
from repository_kit import FLOOD, HARVEST, ROAD, Clock

from bnews_desk.archive.repository.archive_values import NOT_RELATED, DismissedProposal
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.search import related_releases
from bnews_desk.release import Details, Release

AT_HAND = Release.of(
    "Banjir Surut, BPBD Bersihkan Lumpur di Sutojayan",
    [
        "BLITAR | B-news.id - BPBD membersihkan lumpur sisa banjir di Kecamatan Sutojayan.",
        "Dapur umum masih melayani warga dua desa.",
        "Editor : Siti Rahayu",
    ],
)
PUMPS = Release.of(
    "Pompa Air Disiagakan untuk Hadapi Banjir di Sutojayan",
    ["BLITAR | B-news.id - Tiga pompa air disiagakan BPBD di Kecamatan Sutojayan, Senin lalu."],
)
DIKES = Release.of(
    "Tanggul di Sutojayan Ditinggikan agar Banjir Tidak Terulang",
    ["BLITAR | B-news.id - Tanggul kali di Kecamatan Sutojayan ditinggikan, kata BPBD."],
)


@pytest.fixture
def filled(vault: DatabaseArchive) -> DatabaseArchive:
    """Three releases, one of which is about the same as the one at hand."""
    for key, release in (("panen", HARVEST), ("jalan", ROAD), ("banjir", FLOOD)):
        vault.add(key, release)
    return vault


def proposed(vault: DatabaseArchive, release: Release = AT_HAND, key: str = "baru") -> list[str]:
    return [one.key for one in vault.related(key, release)]


def publish(vault: DatabaseArchive, key: str, address: str = "") -> None:
    vault.save(vault.get(key)._replace(status="tayang", address=address))


def test_what_shares_places_offices_and_subject_is_proposed(filled: DatabaseArchive) -> None:
    publish(filled, "banjir", "https://b-news.id/banjir")
    (found,) = filled.related("baru", AT_HAND)
    assert (found.headline, found.status) == (FLOOD.headline, "tayang")
    assert found.address == "https://b-news.id/banjir"


def test_nothing_is_proposed_where_nothing_is_shared(filled: DatabaseArchive) -> None:
    assert proposed(filled, Release.of("Catur", ["Dua siswa beradu langkah di aula."])) == []
    assert proposed(filled, Release()) == []


def test_an_empty_archive_proposes_nothing(vault: DatabaseArchive) -> None:
    assert proposed(vault) == []


def test_a_release_is_not_related_to_itself_or_a_copy_of_it(filled: DatabaseArchive) -> None:
    assert proposed(filled, FLOOD, "banjir") == []
    filled.add("salinan", FLOOD._replace(text=FLOOD.text.replace("Merendam", "Melanda")))
    assert proposed(filled, FLOOD, "banjir") == []
    assert proposed(filled, FLOOD, "di-luar-arsip") == []


def test_a_release_that_lies_in_the_archive_has_the_same_proposals(filled: DatabaseArchive) -> None:
    filled.add("pompa", PUMPS)
    before = proposed(filled)
    filled.add("baru", AT_HAND)
    filled.add("salinan", AT_HAND)
    assert proposed(filled) == before


def test_what_is_linked_already_is_not_proposed_again(filled: DatabaseArchive) -> None:
    lines = AT_HAND.body.split("\n")
    lines.insert(1, f"Baca juga: {FLOOD.headline.upper()}.")
    assert proposed(filled, Release.of(AT_HAND.headline, lines)) == []


def test_what_was_dismissed_is_not_proposed_to_that_release(filled: DatabaseArchive) -> None:
    filled.add("baru", AT_HAND)
    filled.dismiss("baru", DismissedProposal(NOT_RELATED, "banjir"))
    filled.dismiss("baru", DismissedProposal("likeness", "jalan"))
    assert proposed(filled) == []
    assert proposed(filled, key="lain") == ["banjir"]


def test_what_lies_in_the_bin_or_has_no_headline_is_not_proposed(filled: DatabaseArchive) -> None:
    filled.add("tanpa-judul", Release("\n" + PUMPS.body))
    assert proposed(filled) == ["banjir"]
    filled.delete("banjir")
    assert proposed(filled) == []


def test_one_headline_is_proposed_once(filled: DatabaseArchive) -> None:
    filled.add("pompa", PUMPS)
    filled.add("pompa-lagi", Release.of(PUMPS.headline, [DIKES.body]))
    headlines = [one.headline for one in filled.related("baru", AT_HAND)]
    assert sorted(headlines) == sorted({PUMPS.headline, FLOOD.headline})


def test_the_published_come_first_then_the_more_recent(
    vault: DatabaseArchive, clock: Clock
) -> None:
    dated = [date(2023, 1, 9), date(2024, 11, 1), date(2024, 10, 3)]
    for number, day in enumerate(dated):
        details = Details(publication_date=day)
        lines = [f"BLITAR | B-news.id - {'Awal Tengah Akhir'.split()[number]} banjir Sutojayan."]
        vault.add(
            f"b{number}",
            Release.of(f"Banjir Sutojayan {number}", lines, ())._replace(details=details),
        )
        publish(vault, f"b{number}")
    vault.add("b3", Release.of("Banjir Sutojayan 3", ["BLITAR | B-news.id - Banjir Sutojayan."]))
    assert proposed(vault) == ["b1", "b2", "b0", "b3"]


def test_as_many_as_are_asked_for(filled: DatabaseArchive) -> None:
    filled.add("pompa", PUMPS)
    filled.add("tanggul", DIKES)
    assert len(filled.related("baru", AT_HAND)) == 3
    assert filled.related("baru", AT_HAND, 2) == filled.related("baru", AT_HAND)[:2]


def test_a_release_of_a_hundred_thousand_paragraphs_has_its_proposals(
    filled: DatabaseArchive,
) -> None:
    lines = [*AT_HAND.body.split("\n"), *["Baris panjang tentang hal lain."] * 100_000]
    assert proposed(filled, Release.of(AT_HAND.headline, lines)) == ["banjir"]


def test_what_stands_everywhere_relates_nothing(
    vault: DatabaseArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(related_releases, "LEAST_TO_KNOW", 5)
    monkeypatch.setattr(related_releases, "MOST_OFTEN", 0.5)
    for number, word in enumerate(("Apel", "Belimbing", "Cempedak", "Duku", "Embacang", "Jambu")):
        body = f"BLITAR | B-news.id - Warga Sutojayan Raya menjual {word.lower()} di pasar."
        vault.add(f"p{number}", Release.of(f"Sutojayan Raya Punya {word}", [body]))
    apples = Release.of(
        "Apel Sutojayan Raya Laris", ["BLITAR | B-news.id - Pembeli Sutojayan Raya suka apel."]
    )
    for _ in range(2):  # the second time they are not even sought
        assert proposed(vault, apples) == []
    more = ["BLITAR | B-news.id - Kripik apel Sutojayan Raya dijual sampai Kediri."]
    vault.add("kripik", Release.of("Kripik Apel Sutojayan Raya", more))
    assert proposed(vault, Release.of("Kripik Apel", ["Kripik apel dari Sutojayan Raya."])) == [
        "kripik"
    ]


def test_one_paragraph_of_two_million_letters_has_its_proposals(filled: DatabaseArchive) -> None:
    long = Release.of(
        "Banjir di Sutojayan", ["BLITAR | B-news.id - " + 'BPBD "Sutojayan" ' * 120_000]
    )
    begun = time.monotonic()
    assert proposed(filled, long) == ["banjir"]
    assert time.monotonic() - begun < 10
