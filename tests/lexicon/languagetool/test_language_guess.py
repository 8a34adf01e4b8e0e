"""Telling languages apart: Indonesian is never taken for another."""

from __future__ import annotations

import pytest

from bnews_desk.lexicon.languagetool.language_guess import guess_language
from bnews_desk.text import words


def tongue(text: str) -> str:
    return guess_language(word.folded for word in words(text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We are very happy that the city of Blitar has invited us."),
        ("en", "The festival gives our farmers a chance to meet buyers from many countries."),
        ("en", "This is not the end of the road for us, it is only a beginning."),
        ("nl", "Wij zijn blij dat het festival in Blitar is begonnen en dat u er bij bent."),
        ("de", "Wir sind sehr froh, dass wir mit der Stadt Blitar und den Bauern arbeiten."),
        ("fr", "Nous sommes heureux que la ville et les paysans nous aient invités avec vous."),
        ("es", "Estamos felices de que la ciudad y los agricultores nos inviten para el festival."),
    ],
)
def test_running_text_is_recognised(language: str, text: str) -> None:
    assert tongue(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Blitar Smart City",
        "Coffee and the City",
        "Wali Kota Blitar membuka Festival Kopi di Alun-alun Kota Blitar, Sabtu.",
        "Program The City of Heroes diluncurkan oleh Pemkab dan diikuti warga yang ada di desa.",
        "Kami akan launching aplikasi smart village on the spot di Kecamatan Wlingi.",
        "Gubernur Jawa Timur Khofifah Indar Parawansa, Bupati Rijanto, Wabup Beky Herdihansah.",
        "Wes kudu ngono, lek ora saiki yo kapan maneh, rek, ayo budal bareng-bareng.",
        "Anggaran Rp 2.500.000.000 untuk 22 kecamatan, 248 desa, 3 kelurahan, 5 RT, 6 RW.",
    ],
)
def test_indonesian_titles_and_names_are_not(text: str) -> None:
    assert tongue(text) == ""
