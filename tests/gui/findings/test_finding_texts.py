"""What rows and buttons say."""

from __future__ import annotations

import pytest

from bnews_desk.finding import Finding, Fix, Safety, Severity
from bnews_desk.gui.findings.finding_texts import example_of, visible, worded
from bnews_desk.release import Edit
from bnews_desk.rules.catalogue import all_rules


def finding(text: str, words: str, *fixes: tuple[Edit, ...]) -> Finding:
    start = text.index(words)
    made = tuple(Fix(Safety.OFFERED, f"Perbaikan {n}", e) for n, e in enumerate(fixes, 1))
    return Finding("aturan", Severity.ERROR, start, start + len(words), words, "Sebab.", {}, made)


def edit(text: str, old: str, new: str, at: int = -1) -> Edit:
    start = text.index(old) if at < 0 else at
    return Edit(start, start + len(old), old, new)


@pytest.mark.parametrize(
    ("text", "words", "old", "new", "wrong", "offer"),
    [
        ("\nWarga kerjasama.", "kerjasama", "kerjasama", "kerja sama", "kerjasama", "kerja sama"),
        ("\nPasar , kata dia.", " ,", " ,", ",", "Pasar ,", "Pasar,"),
        ("\nWarga  itu.", "  ", "  ", " ", "Warga␣␣itu.", "Warga itu."),
        ("\npemerintah kota.", "pemerintah", "p", "P", "pemerintah", "Pemerintah"),
        ("\nPada Kamis (1/1).", "Kamis (1/1)", "Kamis", "Rabu", "Kamis (1/1)", "Rabu"),
        ("\nKata kata itu.", "Kata kata", " kata", "", "Kata kata", "Kata"),
    ],
)
def test_a_button_shows_what_will_stand_there(text, words, old, new, wrong, offer):
    found = worded(finding(text, words, (edit(text, old, new),)), text)
    assert (found.wrong, found.offers) == (wrong, (offer,))


def test_what_changes_no_word_is_named_by_the_fix():
    text = "\nCamat Talun hadir."
    edits = (Edit(1, 1, "", "Camat Talun"), Edit(1, 12, "Camat Talun", ""))
    assert worded(finding(text, "Camat", edits), text).offers == ("Perbaikan 1",)


def test_what_cannot_be_shown_is_named_by_the_fix():
    text = "\nSatu.\n\nDua."
    found = worded(finding(text, "\n\n", (edit(text, "\n", "", 7),)), text)
    assert found.wrong == ""
    assert found.offers == ("Perbaikan 1",)


def test_what_only_takes_something_away_is_named_by_the_fix():
    text = "\nSenin (23/11) 🙏🙏"
    found = worded(finding(text, "🙏🙏", (edit(text, " 🙏🙏", ""),)), text)
    assert (found.wrong, found.offers) == ("🙏🙏", ("Perbaikan 1",))


def test_two_offers_that_read_alike_are_told_apart_by_their_names():
    text = "\nKami kami."
    found = finding(text, "kami", (edit(text, "kami", "kita"),), (edit(text, "kami", "kita"),))
    assert worded(found, text).offers == ("Perbaikan 1", "Perbaikan 2")


def test_emoji_before_the_words_shift_nothing():
    text = "\n😀 Warga dipasar."
    found = worded(finding(text, "dipasar", (edit(text, "dipasar", "di pasar"),)), text)
    assert found.offers == ("di pasar",)


def test_line_breaks_show_as_a_mark():
    assert visible("satu\ndua") == "satu ¶ dua"
    assert visible(" \n") == ""


def test_examples_are_the_words_that_change():
    examples = {rule.id: example_of(rule) for rule in all_rules()}
    assert examples["double-space"] == ("Kabupaten␣␣Blitar", "Kabupaten Blitar")
    assert examples["currency-rupiah"] == ("Rp 25.000.000", "Rp25.000.000")
    assert examples["title-length"] is None


def test_an_example_of_a_mark_shows_the_words_around_it():
    rule = next(rule for rule in all_rules() if rule.id == "dateline-format")
    example = example_of(rule)
    assert example is not None
    assert all(any(char.isalnum() for char in side) for side in example)
