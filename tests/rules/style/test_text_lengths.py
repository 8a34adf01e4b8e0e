"""Sentences and leads that run too long."""

from __future__ import annotations

from functools import cache

import pytest

from bnews_desk.finding import Finding, Severity
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.style.text_lengths import RULES


@cache
def checker() -> Checker:
    return Checker(RULES, load_style_sheet()[0], Lexicon())


def check(*body: str, headline: str = "") -> list[Finding]:
    return checker().check(Release.of(headline, body))


WORDS = "padi jagung tebu cabai kubis tomat wortel bayam kopi teh".split()


def sentence(count: int) -> str:
    """A sentence of so many words in lower case but the first."""
    return "Warga " + " ".join(WORDS[i % 10] for i in range(count - 1)) + "."


@pytest.mark.parametrize(
    ("count", "severity"),
    [(36, Severity.SUGGESTION), (45, Severity.SUGGESTION), (46, Severity.WARNING)],
)
def test_a_sentence_is_judged_by_its_words(count: int, severity: Severity) -> None:
    (finding,) = check("Isi.", sentence(count))
    assert finding.rule == "sentence-length"
    assert finding.severity is severity
    assert str(count) in finding.message


@pytest.mark.parametrize(
    "text",
    [
        sentence(35),
        sentence(30) + " " + sentence(30),
        '"' + sentence(50) + '" kata Rina.',
        sentence(34)[:-1] + " (" + sentence(20)[:-1] + ").",
        sentence(33)[:-1] + " Dinas Pekerjaan Umum dan Penataan Ruang Kabupaten Blitar.",
        "Syaratnya: " + sentence(50),
    ],
)
def test_brackets_names_speech_and_lists_do_not_count(text: str) -> None:
    assert check("Isi.", text) == []


def test_the_lead_may_have_forty_words_and_two_sentences() -> None:
    assert check(f"BLITAR | B-news.id - {sentence(20)} {sentence(20)}") == []
    (long,) = check(sentence(20) + " " + sentence(21))
    assert long.message == "Lead memuat 41 kata; usahakan tidak lebih dari 40."
    (many,) = check("Satu dua. Tiga empat. Lima enam.")
    assert many.message == "Lead memuat 3 kalimat; usahakan paling banyak dua."


def test_a_link_in_a_long_sentence_is_left_out_of_the_mark() -> None:
    (finding,) = check("Isi.", sentence(40)[:-1] + " di contoh.id sana.")
    assert "contoh.id" not in finding.text
