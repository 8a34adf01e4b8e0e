"""Where a shortened slug ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bnews_desk.slugs import cut_slug


@pytest.mark.parametrize(
    ("slug", "cut"),
    [
        ("pasar-tani-tegalasri-dibuka", "pasar-tani-tegalasri-dibuka"),
        ("warga-sumberagung-panen-kopi-untuk-ekspor-ke-jepang", "warga-sumberagung-panen-kopi"),
        (
            "kabupaten-blitar-terima-bantuan-dari-pemerintah-pusat",
            "kabupaten-blitar-terima-bantuan",
        ),
        (
            "dinas-pertanian-kabupaten-blitar-beli-40-traktor-baru",
            "dinas-pertanian-kabupaten-blitar-beli",
        ),
        ("warga-wlingi-dan-doko-yang-tidak-akan-untuk-siapa-pun", "warga-wlingi-dan-doko"),
        ("dan-" * 20 + "akhir", "dan"),
        ("x" * 60, "x" * 40),
        ("", ""),
    ],
)
def test_it_ends_where_a_phrase_does(slug: str, cut: str) -> None:
    assert cut_slug(slug, 40) == cut


@given(st.lists(st.sampled_from("a dan di ke warga 40 kopi pasar".split()), max_size=30))
def test_it_is_the_beginning_in_whole_words(words: list[str]) -> None:
    cut = cut_slug("-".join(words), 30)
    assert len(cut) <= 30
    assert "-".join(words[: len(cut.split("-")) if cut else 0]) == cut
    assert bool(cut) == bool(words)
