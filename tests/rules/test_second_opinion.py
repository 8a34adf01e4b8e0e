"""A second opinion beside our own findings: ours win, little is asked, nothing embargoed leaves."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import pytest

from bnews_desk.errors import OpinionError
from bnews_desk.finding import Finding, Safety, Severity, ignore_here, ignore_in_release
from bnews_desk.frame.release_frame import Frame, FrameReader
from bnews_desk.house.style import HouseStyle
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.languagetool.opinion import Remark
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Details, Release
from bnews_desk.rules.catalogue import all_rules
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.second_opinion import (
    RemarkCache,
    SecondOpinion,
    SecondOpinionReview,
    ask_opinion,
)

HOUSE = load_style_sheet()[0]
LEXICON = Lexicon(HOUSE.pairs, ("Wagyan",))
READER = FrameReader(HOUSE)
CHECKER = Checker(all_rules(), HOUSE, LEXICON)
SAID = "Tha festival give us a chanse to meet the people of Blitar"
TEXT = (
    "Festival Kopi 😀 Dibuka\n"
    "BLITAR | B-news.id - Wali Kota Blitar membuka Festival Kopi di Alun-alun, Sabtu.\n"
    f'"{SAID}," kata Konsul John Smith.\n'
    "Acara berlangsung meriah. (kmfkabblt/sun)\n"
    "Editor : Zainul Arifin"
)
GIVE = Remark(13, 17, "SUBJECT_VERB_AGREEMENT", "grammar", "It should be “gives”.", ("gives",))


@dataclass
class Said:
    """An opinion that says the same of every text, and notes what it was asked."""

    remarks_: tuple[Remark, ...] = (GIVE,)
    place: str = ""
    codes: tuple[str, ...] = ("en-US", "id")
    asked: list[tuple[str, str]] = field(default_factory=list)
    is_down: bool = False

    def languages(self) -> tuple[str, ...]:
        return self.codes

    def remarks(self, text: str, language: str) -> tuple[Remark, ...]:
        if self.is_down:
            raise OpinionError("LanguageTool tidak menjawab.")
        self.asked.append((language, text))
        return self.remarks_


class Asking:
    """Reviews releases, and asks an opinion about all that is missing."""

    def __init__(
        self, opinion: Said, house: HouseStyle = HOUSE, most: int = 4096, **options: Any
    ) -> None:
        self.opinion, self.answers = opinion, RemarkCache(most)
        self.second = SecondOpinion(house, LEXICON, self.answers, place=opinion.place, **options)

    def findings(self, release: Release, own: tuple[Finding, ...] = ()) -> tuple[Finding, ...]:
        frame = READER.read(release.text)
        for stretch in self.second.review(release, frame, own).missing:
            self.answers.keep(stretch, ask_opinion(stretch, self.opinion))
        return self.second.review(release, frame, own).findings


def findings(
    opinion: Said, text: str = TEXT, own: tuple[Finding, ...] = (), **options: Any
) -> tuple[Finding, ...]:
    return Asking(opinion, **options).findings(Release(text), own)


def own(word: str, width: int = 0) -> Finding:
    start = TEXT.index(word)
    end = start + (width or len(word))
    return Finding("spelling", Severity.WARNING, start, end, TEXT[start:end], "…")


def remark_on(word: str, rule: str, kind: str = "misspelling", *proposals: str) -> Remark:
    return Remark(SAID.index(word), SAID.index(word) + len(word), rule, kind, "Theirs.", proposals)


def test_a_remark_is_an_ordinary_finding_where_it_stands() -> None:
    opinion = Said()
    (finding,) = findings(opinion)
    assert opinion.asked == [("en-US", f"{SAID},")]
    assert finding.rule == "lt-SUBJECT_VERB_AGREEMENT"
    assert TEXT[finding.start : finding.end] == finding.text == "give"
    assert finding.severity is Severity.WARNING
    assert finding.message == ("Kata kerja tidak sesuai dengan jumlah subjeknya (LanguageTool).")
    (fix,) = finding.fixes
    assert fix.safety is Safety.OFFERED
    assert Release(TEXT).edited(fix.edits).text == TEXT.replace("give", "gives")


def test_without_a_message_of_ours_theirs_is_shown_with_where_it_comes_from() -> None:
    odd = remark_on("meet", "SOME_{RULE}", "style")
    (finding,) = findings(Said((odd._replace(message="Braces {x}."),), place="lt.redaksi.id"))
    assert finding.message == "Braces {x} (LanguageTool di lt.redaksi.id)."
    assert finding.severity is Severity.SUGGESTION
    (silent,) = findings(Said((odd._replace(message=""),)))
    assert silent.message == "LanguageTool meragukan bagian ini (LanguageTool)."


def test_ours_win_where_both_find_something() -> None:
    assert findings(Said(), own=(own("give"),)) == ()
    assert findings(Said(), own=(own("festival give us"),)) == ()
    assert len(findings(Said(), own=(own("us a chanse"),))) == 1


def test_a_finding_about_a_whole_sentence_hides_no_word() -> None:
    assert len(findings(Said(), own=(own(SAID),))) == 1


def test_a_finding_about_what_is_missing_beside_a_word_does_not_hide_it() -> None:
    gap = replace(own("give"), rule="source-tag-missing")
    assert len(findings(Said(), own=(gap,))) == 1


def test_one_place_is_remarked_on_once() -> None:
    again = GIVE._replace(rule="OTHER")
    assert len(findings(Said((GIVE, again)))) == 1


def test_nothing_is_asked_twice() -> None:
    opinion = Said()
    second = Asking(opinion)
    for text in (TEXT, TEXT.replace("meriah", "ramai"), "\n" + TEXT.partition("\n")[2]):
        assert len(second.findings(Release(text))) == 1
    assert len(opinion.asked) == 1
    changed = TEXT.replace("people", "children")
    second.findings(Release(changed))
    assert len(opinion.asked) == 2


def test_what_is_remembered_is_bounded() -> None:
    opinion = Said()
    second = Asking(opinion, most=2)
    for word in ("people", "men", "boys", "people"):
        text = TEXT.replace("people", word)
        second.findings(Release(text))
    assert len(opinion.asked) == 4


def test_no_answer_is_not_remembered_as_one() -> None:
    opinion = Said(is_down=True)
    second = Asking(opinion)
    with pytest.raises(OpinionError):
        second.findings(Release(TEXT))
    opinion.is_down = False
    assert len(second.findings(Release(TEXT))) == 1


def test_a_language_that_is_not_read_there_is_not_sent() -> None:
    opinion = Said(codes=("id", "pt-BR"))
    assert findings(opinion) == ()
    assert opinion.asked == []
    plain = Said(codes=("en",))
    findings(plain)
    assert [language for language, _ in plain.asked] == ["en"]


def test_indonesian_is_asked_about_where_that_is_wanted() -> None:
    opinion = Said(())
    findings(opinion)
    assert {language for language, _ in opinion.asked} == {"en-US"}
    opinion = Said(())
    findings(opinion, reads_indonesian=True)
    assert {language for language, _ in opinion.asked} == {"en-US", "id"}
    assert not any(SAID in text for language, text in opinion.asked if language == "id")


@pytest.mark.parametrize(
    ("word", "is_found"),
    [("festival", False), ("chanse", True), ("Blitar", False), ("Tha", True)],
)
def test_names_and_words_of_ours_are_no_misspellings(word: str, is_found: bool) -> None:
    found = findings(Said((remark_on(word, "MORFOLOGIK_RULE_EN_US"),)))
    assert [finding.text for finding in found] == [word] * is_found


def test_what_our_rules_look_after_is_not_repeated() -> None:
    kinds = [remark_on("meet", "X", "typographical"), remark_on("chanse", "Y", "whitespace")]
    assert findings(Said((*kinds, remark_on("Tha", "UPPERCASE_SENTENCE_START", "style")))) == ()


def test_both_englishes_are_right() -> None:
    british = remark_on("chanse", "MORFOLOGIK_RULE_EN_US")
    said = "Possible spelling mistake. ‘chanse’ is British English."
    assert findings(Said((british._replace(message=said),))) == ()


def test_what_editors_mostly_leave_is_off_until_a_newsroom_wants_it() -> None:
    comma = remark_on("meet", "COMMA_COMPOUND_SENTENCE_2", "uncategorized")
    assert findings(Said((comma,))) == ()
    house = replace(HOUSE, severities={"lt-COMMA_COMPOUND_SENTENCE_2": Severity.SUGGESTION})
    assert len(Asking(Said((comma,)), house).findings(Release(TEXT))) == 1


def test_the_newsroom_chooses_severities_and_what_is_off() -> None:
    for choice in (Severity.ERROR, None):
        house = replace(HOUSE, severities={"lt-SUBJECT_VERB_AGREEMENT": choice})
        second = Asking(Said(), house)
        found = second.findings(Release(TEXT))
        assert [finding.severity for finding in found] == [choice] * (choice is not None)


def test_it_is_ignored_like_any_other() -> None:
    (finding,) = findings(Said())
    second = Asking(Said())
    for ignore in (ignore_here(finding, Release(TEXT)), ignore_in_release(finding)):
        release = Release(TEXT, ignores=frozenset({ignore}))
        assert second.findings(release) == ()
    house = replace(HOUSE, ignores=frozenset({ignore_in_release(finding)}))
    assert Asking(Said(), house).findings(Release(TEXT)) == ()


@pytest.mark.parametrize(
    ("place", "now", "is_sent"),
    [
        ("lt.redaksi.id", datetime(2026, 11, 14, 9, 59), False),
        ("lt.redaksi.id", datetime(2026, 11, 14, 10, 1), True),
        ("", datetime(2026, 11, 14, 9, 59), True),
    ],
)
def test_an_embargoed_release_stays_on_this_computer(
    place: str, now: datetime, is_sent: bool
) -> None:
    opinion = Said(place=place)
    second = Asking(opinion, now=lambda: now)
    release = Release(TEXT, details=Details(embargo=datetime(2026, 11, 14, 10)))
    assert len(second.findings(release)) == is_sent
    review = second.second.review(release, READER.read(TEXT), ())
    assert ("lt.redaksi.id" in review.withheld) == (not is_sent)
    assert bool(opinion.asked) == is_sent


@pytest.mark.parametrize(("place", "is_sent"), [("lt.redaksi.id", False), ("", True)])
def test_nor_does_one_that_says_so_itself_leave(place: str, is_sent: bool) -> None:
    opinion = Said(place=place)
    text = TEXT.replace("Acara berlangsung", "EMBARGO sampai 20/11 pukul 10.00\nAcara berlangsung")
    (marked,) = [p for p in CHECKER.check(Release(text)) if p.rule == "embargo-off-record"]
    assert len(Asking(opinion).findings(Release(text), (marked,))) == is_sent
    assert bool(opinion.asked) == is_sent


@pytest.mark.parametrize("by", ["release", "newsroom", "severity"])
def test_an_embargo_that_nobody_wants_to_see_still_keeps_the_copy_here(by: str) -> None:
    text = TEXT.replace("Acara berlangsung", "EMBARGO sampai 20/11 pukul 10.00\nAcara berlangsung")
    (marked,) = [p for p in CHECKER.check(Release(text)) if p.rule == "embargo-off-record"]
    ignored = frozenset({ignore_in_release(marked)})
    release = Release(text, ignores=ignored if by == "release" else frozenset())
    house = replace(
        HOUSE,
        ignores=ignored if by == "newsroom" else frozenset(),
        severities={"embargo-off-record": None} if by == "severity" else {},
    )
    opinion = Said(place="lt.redaksi.id")
    asking = Asking(opinion, house)
    reviews: list[SecondOpinionReview] = []

    def beside(release: Release, frame: Frame, own: list[Finding]) -> list[Finding]:
        reviews.append(asking.second.review(release, frame, own))
        return own

    found = Checker(all_rules(), house, LEXICON, beside=beside).check(release)
    assert marked not in found
    (review,) = reviews
    assert review.missing == ()
    assert "lt.redaksi.id" in review.withheld


def test_links_are_nobodys_words() -> None:
    text = TEXT.replace("a chanse", "www.kopi.id")
    said = SAID.replace("a chanse", "www.kopi.id")
    at = said.index("kopi")
    found = findings(Said((Remark(at, at + 4, "X_RULE", "grammar", "Theirs."),)), text)
    assert found == ()
