"""Running rules: severities, memory, ignores, what somebody said, links."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from bnews_desk.finding import (
    Finding,
    Fix,
    Safety,
    Severity,
    ignore_here,
    ignore_in_release,
)
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE, Role
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Details, Edit, Mark, Release
from bnews_desk.rules.checker import Checker, severity_of
from bnews_desk.rules.context import CheckOptions, ParagraphContext, ReleaseContext
from bnews_desk.rules.rule import ParagraphRule, ReleaseRule, Rule, RuleMatch, replacement_fix

HOUSE = load_style_sheet()[0]
LEXICON = Lexicon(HOUSE.pairs)


@dataclass
class Wanted:
    """A paragraph rule's function: finds a word, proposes another, remembers what it was asked."""

    word: str
    new: str = "padi"
    safety: Safety = Safety.SAFE
    severity: Severity | None = None
    asked: list[str] = field(default_factory=list)

    def __call__(self, paragraph: ParagraphContext) -> Iterator[RuleMatch]:
        self.asked.append(paragraph.text)
        at = paragraph.text.find(self.word, paragraph.copy.start, paragraph.copy.end)
        while at >= 0:
            end = at + len(self.word)
            fix = replacement_fix(paragraph.text, at, end, self.new, self.safety)
            yield RuleMatch(at, end, {"new": self.new}, (fix,), self.severity)
            at = paragraph.text.find(self.word, end, paragraph.copy.end)


def paragraph_rule(
    check: Callable[[ParagraphContext], Iterable[RuleMatch]],
    rule_id: str = "fake",
    *,
    is_on: bool = True,
    roles: frozenset[Role] = COPY_AND_HEADLINE,
) -> ParagraphRule:
    return ParagraphRule(
        code="G99",
        id=rule_id,
        name="Aturan",
        severity=Severity.WARNING,
        safety=Safety.SAFE,
        why="Tulis “{new}”.",
        source="Uji",
        bad=(),
        good=(),
        is_on=is_on,
        roles=roles,
        check=check,
    )


def release_rule(
    check: Callable[[ReleaseContext], Iterable[RuleMatch]], *, is_window_only: bool = False
) -> ReleaseRule:
    return ReleaseRule(
        code="G98",
        id="whole",
        name="Aturan",
        severity=Severity.WARNING,
        safety=Safety.SAFE,
        why="Periksa.",
        source="Uji",
        bad=(),
        good=(),
        check=check,
        is_window_only=is_window_only,
    )


def checker_of(*rules: Rule, **severities: Severity | None) -> Checker:
    house = replace(HOUSE, severities={k.replace("_", "-"): v for k, v in severities.items()})
    return Checker(rules, house, LEXICON)


def only_finding(text: str, check: Callable[[ParagraphContext], Iterable[RuleMatch]]) -> Finding:
    (finding,) = checker_of(paragraph_rule(check)).check(Release(text))
    return finding


# --- places and order -----------------------------------------------------------------------


def test_a_paragraphs_finding_is_placed_in_the_whole_text() -> None:
    release = Release("Judul\nSatu.\nPanen pari raya.")
    (finding,) = checker_of(paragraph_rule(Wanted("pari"))).check(release)
    assert finding.text == release.text[finding.start : finding.end] == "pari"
    edit = finding.fixes[0].edits[0]
    assert release.edited([edit]).text == "Judul\nSatu.\nPanen padi raya."
    assert finding.message == "Tulis “padi”."


def test_findings_stand_in_the_order_of_the_text() -> None:
    def whole(context: ReleaseContext) -> Iterator[RuleMatch]:
        yield RuleMatch(7, 11)
        yield RuleMatch(0, 5)

    rules = (release_rule(whole), paragraph_rule(Wanted("pari")))
    found = checker_of(*rules).check(Release("Judul\npari satu pari"))
    assert [(p.start, p.rule) for p in found] == [
        (0, "whole"),
        (6, "fake"),
        (7, "whole"),
        (16, "fake"),
    ]


def test_a_paragraph_rule_sees_only_paragraphs_of_its_roles() -> None:
    seen = Wanted("-")
    rule = paragraph_rule(seen, roles=frozenset({Role.BODY, Role.RELATED}))
    checker_of(rule).check(Release("Judul\nSatu.\nDua.\nBaca juga: Pasar\nEditor : Zainul Arifin"))
    assert seen.asked == ["Dua.", "Baca juga: Pasar"]


def test_a_finding_on_an_address_is_no_finding() -> None:
    check = Wanted("pari")
    found = checker_of(paragraph_rule(check)).check(
        Release("\nLihat www.pari.id dan #pari serta pari.docx, bukan pari.")
    )
    assert [finding.start for finding in found] == [52]


# --- severities -----------------------------------------------------------------------------


def severities(rule: Rule, **chosen: Severity | None) -> list[Severity]:
    return [p.severity for p in checker_of(rule, **chosen).check(Release("\npari"))]


def test_a_rule_has_its_own_severity_where_the_sheet_says_nothing() -> None:
    assert severities(paragraph_rule(Wanted("pari"))) == [Severity.WARNING]


def test_a_finding_may_be_milder_than_its_rule() -> None:
    check = Wanted("pari", severity=Severity.SUGGESTION)
    assert severities(paragraph_rule(check)) == [Severity.SUGGESTION]


def test_the_sheets_severity_holds_for_all_findings_of_a_rule() -> None:
    check = Wanted("pari", severity=Severity.SUGGESTION)
    assert severities(paragraph_rule(check), fake=Severity.ERROR) == [Severity.ERROR]


def test_a_rule_that_is_off_is_not_even_asked() -> None:
    check = Wanted("pari")
    assert severities(paragraph_rule(check), fake=None) == []
    assert severities(paragraph_rule(check, is_on=False)) == []
    assert check.asked == []


def test_a_rule_shipped_off_can_be_switched_on() -> None:
    rule = paragraph_rule(Wanted("pari"), is_on=False)
    assert severities(rule, fake=Severity.SUGGESTION) == [Severity.SUGGESTION]
    assert severity_of(rule, HOUSE) is None


def test_switching_one_rule_off_leaves_the_others() -> None:
    rules = (paragraph_rule(Wanted("pari")), paragraph_rule(Wanted("pari"), "other-rule"))
    found = checker_of(*rules, other_rule=None).check(Release("\npari"))
    assert [p.rule for p in found] == ["fake"]


# --- memory ---------------------------------------------------------------------------------


def test_after_an_edit_the_changed_paragraph_alone_is_checked_again() -> None:
    check = Wanted("pari")
    checker = checker_of(paragraph_rule(check))
    release = Release("Judul\nSatu pari.\nDua pari.\nTiga pari.")
    checker.check(release)
    assert len(check.asked) == 4
    check.asked.clear()
    after = release.edited([Edit(17, 20, "Dua", "Sisipan panjang: dua")])
    found = checker.check(after)
    assert check.asked == ["Sisipan panjang: dua pari."]
    assert [after.text[p.start : p.end] for p in found] == ["pari"] * 3


def test_a_paragraph_that_moves_is_not_checked_again_but_placed_anew() -> None:
    check = Wanted("pari")
    checker = checker_of(paragraph_rule(check))
    checker.check(Release("\nSatu.\nDua pari."))
    check.asked.clear()
    found = checker.check(Release("\nSatu.\nBaru.\nDua pari."))
    assert check.asked == ["Baru."]
    assert [p.start for p in found] == [17]


def test_the_same_words_in_another_role_are_checked_again() -> None:
    check = Wanted("pari")
    checker = checker_of(paragraph_rule(check))
    checker.check(Release("\nSatu.\nPanen pari."))
    check.asked.clear()
    checker.check(Release("\nPanen pari."))
    assert check.asked == ["Panen pari."]


def test_what_lies_long_back_is_forgotten() -> None:
    check = Wanted("pari")
    checker = Checker([paragraph_rule(check)], HOUSE, LEXICON, remember=2)
    text = "Judul\nSatu.\nDua.\nTiga."
    checker.check(Release(text))
    check.asked.clear()
    checker.check(Release(text))
    assert len(check.asked) == 4


def test_two_checkers_share_nothing() -> None:
    check = Wanted("pari")
    for _ in range(2):
        checker_of(paragraph_rule(check)).check(Release("\npari"))
    assert check.asked == ["", "pari"] * 2


# --- ignores --------------------------------------------------------------------------------


def test_what_the_release_ignores_is_not_found() -> None:
    checker = checker_of(paragraph_rule(Wanted("pari")))
    release = Release("\nSatu pari.\nDua pari.")
    first, second = checker.check(release)
    here = release._replace(ignores=frozenset({ignore_here(first, release)}))
    assert checker.check(here) == [second]
    everywhere = release._replace(ignores=frozenset({ignore_in_release(first)}))
    assert checker.check(everywhere) == []


# --- the options ----------------------------------------------------------------------------


def test_the_date_of_the_call_goes_before_that_of_the_details() -> None:
    seen: list[date | None] = []

    def whole(context: ReleaseContext) -> Iterator[RuleMatch]:
        seen.append(context.publication_date)
        return iter(())

    checker = checker_of(release_rule(whole))
    dated = Release("\nSatu.", details=Details(publication_date=date(2024, 11, 14)))
    checker.check(Release("\nSatu."))
    checker.check(dated)
    checker.check(dated, CheckOptions(date(2024, 11, 15)))
    assert seen == [None, date(2024, 11, 14), date(2024, 11, 15)]


def test_a_rule_for_the_window_is_asked_only_there() -> None:
    def whole(context: ReleaseContext) -> Iterator[RuleMatch]:
        yield RuleMatch(0, 1)

    checker = checker_of(release_rule(whole, is_window_only=True))
    assert checker.check(Release("\nSatu.")) == []
    assert len(checker.check(Release("\nSatu."), CheckOptions(is_in_window=True))) == 1


def test_a_release_rule_sees_every_paragraph_with_its_frame() -> None:
    seen: list[ReleaseContext] = []

    def whole(context: ReleaseContext) -> Iterator[RuleMatch]:
        seen.append(context)
        return iter(())

    checker_of(release_rule(whole)).check(Release("\nBLITAR – Satu.\nDua."))
    (context,) = seen
    assert [paragraph.text for paragraph in context.paragraphs] == ["", "BLITAR – Satu.", "Dua."]
    assert context.frame.dateline is not None
    assert context.text == "\nBLITAR – Satu.\nDua."


# --- what somebody said ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        '\n"Kami akan panen pari besok," katanya.',
        "\n“Kami akan panen pari besok,” katanya.",
        '\n"pari kami akan panen besok," katanya.',
        '\n"Kami akan panen besok pari", katanya.',
        '\nIa berkata, "Kami akan panen pari besok',
        '\nKami siap," katanya. "Ini penting bagi warga desa," ujarnya. Panen pari usai.',
        "\nIa berkata, “Kami akan panen. “Besok pari kami dijual ke kota,” ujarnya.",
        '\nTidak ada "ancaman khusus: kata ahli. Ia berkata "semua orang di desa sudah siap'
        ' panen.""Bagi kami semua, pari itu penting," katanya.',
    ],
)
def test_a_safe_fix_inside_speech_is_only_offered(text: str) -> None:
    finding = only_finding(text, Wanted("pari"))
    assert [fix.safety for fix in finding.fixes] == [Safety.OFFERED]


@pytest.mark.parametrize(
    "text",
    [
        '\nPanen pari besok, "Kami siap semua di sana," katanya.',
        '\n"Kami siap semua di sana," kata petani pari.',
        '\nMereka menyebutnya "pari emas" sejak dulu.',
        '\n"Satu dua tiga empat." pari "Lima enam tujuh delapan."',
    ],
)
def test_a_safe_fix_outside_speech_or_in_words_set_apart_stays_safe(text: str) -> None:
    finding = only_finding(text, Wanted("pari"))
    assert [fix.safety for fix in finding.fixes] == [Safety.SAFE]


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ('\n"Kami akan panen besok" , katanya.', '" ,', ',"'),
        ('\n"Kami akan panen besok", katanya.', '",', ',"'),
        ('\n" Kami akan panen besok,"', '" ', '"'),
        ('\nIa berkata,"Kami akan panen besok."', ',"', ', "'),
        ('\n"Kami akan panen besok ." Ia pulang.', ' ."', '."'),
        ("\n“Kami akan panen besok,” katanya.", "“", '"'),
        ("\n“Kami akan panen besok,” katanya.", ",”", ',"'),
    ],
)
def test_marks_and_spaces_at_the_edges_of_speech_stay_safe(text: str, old: str, new: str) -> None:
    finding = only_finding(text, Wanted(old, new))
    assert [fix.safety for fix in finding.fixes] == [Safety.SAFE]


@pytest.mark.parametrize(
    ("old", "new"), [(" ,", ","), ("  ", " "), (" – ", " - "), ("besok.", "besok")]
)
def test_marks_in_the_middle_of_speech_are_only_offered(old: str, new: str) -> None:
    text = '\n"Kami akan panen , ya  panen – besok. Lusa kami libur," katanya.'
    finding = only_finding(text, Wanted(old, new))
    assert [fix.safety for fix in finding.fixes] == [Safety.OFFERED]


def test_an_offered_fix_in_speech_stays_offered_and_a_finding_without_fix_stays() -> None:
    text = '\n"Kami akan panen pari besok," katanya.'
    assert (
        only_finding(text, Wanted("pari", safety=Safety.OFFERED)).fixes[0].safety is Safety.OFFERED
    )
    (bare,) = checker_of(
        paragraph_rule(lambda _: [RuleMatch(0, 1)], roles=frozenset({Role.LEAD}))
    ).check(Release(text))
    assert bare.fixes == ()


def test_a_release_rules_fix_inside_speech_of_any_paragraph_is_only_offered() -> None:
    text = '\nSatu.\n"Kami akan panen pari besok," katanya.\nTiga pari.'

    def whole(context: ReleaseContext) -> Iterator[RuleMatch]:
        first, last = text.index("pari"), text.rindex("pari")
        for start in (first, last):
            yield RuleMatch(
                start,
                start + 4,
                {},
                (replacement_fix(text, start, start + 4, "padi", Safety.SAFE),),
            )
        both = (Edit(last, last + 4, "pari", "padi"), Edit(first, first + 4, "pari", "padi"))
        yield RuleMatch(1, 5, {}, (Fix(Safety.SAFE, "Ganti semua", both),))

    found = checker_of(release_rule(whole)).check(Release(text))
    assert [(p.start, p.fixes[0].safety) for p in found] == [
        (1, Safety.OFFERED),
        (text.index("pari"), Safety.OFFERED),
        (text.rindex("pari"), Safety.SAFE),
    ]


def test_a_release_rules_edit_across_paragraphs_is_guarded_in_each_of_them() -> None:
    text = '\nSatu dua.\n"Kami akan panen pari besok," katanya.'

    def whole(context: ReleaseContext) -> Iterator[RuleMatch]:
        start, end = text.index("dua"), text.index("besok")
        yield RuleMatch(start, end, {}, (replacement_fix(text, start, end, "x", Safety.SAFE),))

    (finding,) = checker_of(release_rule(whole)).check(Release(text))
    assert finding.fixes[0].safety is Safety.OFFERED


# --- links ----------------------------------------------------------------------------------


def linked(start: int, end: int, kind: str = "link") -> Release:
    return Release("\nSatu pari dua.", (Mark(start, end, kind, "https://b-news.id"),))  # type: ignore[arg-type]


@pytest.mark.parametrize("stretch", [(6, 10), (1, 14), (8, 9), (9, 12)])
def test_a_safe_fix_that_touches_a_link_is_only_offered(stretch: tuple[int, int]) -> None:
    (finding,) = checker_of(paragraph_rule(Wanted("pari"))).check(linked(*stretch))
    assert finding.fixes[0].safety is Safety.OFFERED


@pytest.mark.parametrize("stretch", [(1, 6), (10, 14)])
def test_a_safe_fix_beside_a_link_stays_safe(stretch: tuple[int, int]) -> None:
    (finding,) = checker_of(paragraph_rule(Wanted("pari"))).check(linked(*stretch))
    assert finding.fixes[0].safety is Safety.SAFE


def test_bold_and_italic_demote_nothing() -> None:
    (finding,) = checker_of(paragraph_rule(Wanted("pari"))).check(linked(6, 10, "bold"))
    assert finding.fixes[0].safety is Safety.SAFE


def test_words_put_in_inside_a_link_are_only_offered() -> None:
    def check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
        if paragraph.text:
            yield RuleMatch(
                5, 9, {"new": ""}, (replacement_fix(paragraph.text, 7, 7, "x", Safety.SAFE),)
            )

    (finding,) = checker_of(paragraph_rule(check)).check(linked(6, 10))
    assert finding.fixes[0].safety is Safety.OFFERED
