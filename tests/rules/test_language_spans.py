"""Cutting a paragraph into passages of one language each."""

from __future__ import annotations

import pytest

from bnews_desk.frame.release_frame import Role
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.language_spans import foreign_spans, indonesian_span
from bnews_desk.text import Span

HOUSE = load_style_sheet()[0]
LEXICON = Lexicon(HOUSE.pairs)
ENGLISH = "We are very happy that the city of Blitar has invited us"
SPOKEN = f'Konsul itu berkata, "{ENGLISH}." Ia pulang pada Senin.'


def paragraph(text: str, role: Role = Role.BODY, start: int = 0) -> ParagraphContext:
    return ParagraphContext(text, role, Span(start, len(text)), HOUSE, LEXICON)


def cut(text: str, role: Role = Role.BODY) -> list[tuple[str, str]]:
    return [(one.language, one.text) for one in foreign_spans(paragraph(text, role))]


def test_a_quotation_in_another_language_is_cut_out() -> None:
    assert cut(SPOKEN) == [("en", f"{ENGLISH}.")]


def test_a_paragraph_in_another_language_goes_whole() -> None:
    assert cut(f"{ENGLISH}. It is not the end.") == [("en", f"{ENGLISH}. It is not the end.")]


def test_a_sentence_between_others_is_cut_out() -> None:
    text = f"Ia datang ke Kota Blitar pada Senin. {ENGLISH}. Acara itu dibuka oleh wali kota."
    assert cut(text) == [("en", f"{ENGLISH}.")]


def test_two_languages_in_one_paragraph_go_apart() -> None:
    dutch = "Wij zijn blij dat het festival in Blitar is begonnen en dat u er bij bent"
    text = f'They said that it was for all of us to see: "{dutch}." And then they went.'
    assert ("nl", f"{dutch}.") in cut(text)


@pytest.mark.parametrize("role", [Role.RELATED, Role.CREDIT])
def test_nothing_else_than_copy_is_asked_about(role: Role) -> None:
    assert cut(f"{ENGLISH}.", role) == []
    assert indonesian_span(paragraph("Warga datang.", role), ()) is None


def test_a_headline_is_copy() -> None:
    assert cut(ENGLISH, Role.HEADLINE) == [("en", ENGLISH)]


def test_only_the_copy_of_a_paragraph_goes() -> None:
    text = f"BLITAR | B-news.id - {ENGLISH}."
    (stretch,) = foreign_spans(paragraph(text, Role.LEAD, 21))
    assert (stretch.start, stretch.text) == (21, f"{ENGLISH}.")


def test_what_is_foreign_is_blank_in_the_indonesian_rest() -> None:
    one = paragraph(SPOKEN)
    rest = indonesian_span(one, foreign_spans(one))
    assert rest is not None
    assert rest.text == SPOKEN.replace(f"{ENGLISH}.", " " * (len(ENGLISH) + 1))
    whole = paragraph(f"{ENGLISH}.")
    assert indonesian_span(whole, foreign_spans(whole)) is None
