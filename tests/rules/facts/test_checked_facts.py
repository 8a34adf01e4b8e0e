"""What an editor has checked is found no more, as long as its passage is the same."""

from __future__ import annotations

from datetime import UTC, datetime

from bnews_desk.archive.release_progress import fingerprint
from bnews_desk.finding import Finding, ignore_in_release
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import FactCheck, Release, Source
from bnews_desk.release_json import release_from_json, release_to_json
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.context import CheckOptions
from bnews_desk.rules.facts import changed_facts
from bnews_desk.rules.facts.changed_facts import original_comparison
from bnews_desk.rules.facts.checked_facts import FactReview, new_check, review_facts
from bnews_desk.rules.readiness import ItemState, judge_readiness

ORIGINAL = Release(
    "Pasar Dibuka\nPasar itu mempertemukan 64 petani dengan pembeli. Harganya ditempel di lapak."
    '\n"Bantuan itu sudah sampai ke desa," kata Rini.'
)
COPY = Release(
    "Pasar Dibuka\nPasar itu mempertemukan 46 petani dengan pembeli. Harganya ditempel di lapak."
    '\n"Bantuan itu belum sampai ke desa," kata Rini.'
)
NOW = datetime(2025, 3, 20, 10, 51, tzinfo=UTC)
HOUSE = load_style_sheet()[0]
CHECKER = Checker(changed_facts.RULES, HOUSE, Lexicon())


def looked_over(copy: Release) -> tuple[list[Finding], FactReview]:
    frame = CHECKER.reader.read(copy.text)
    context = CHECKER.context(copy, frame, CheckOptions(original=ORIGINAL))
    found = CHECKER.check_context(context, is_in_window=True)
    ours = [finding for finding in found if finding.rule.startswith("original-")]
    return ours, review_facts(original_comparison(context), copy, [ORIGINAL.text])


def checked(copy: Release, number: int) -> Release:
    change = looked_over(copy)[1].facts[number].change
    return copy._replace(checks=copy.checks | {new_check(change, copy.text, "Zainul", NOW)})


def test_a_changed_fact_is_shown_in_its_place_in_both_texts() -> None:
    found, review = looked_over(COPY)
    assert [f.rule for f in found] == ["original-figure-altered", "original-quote-altered"]
    figure = review.facts[0]
    assert figure.then is not None
    assert (figure.now.words.split()[0], figure.then.words.split()[0]) == ("46", "64")
    assert figure.now.before.endswith("mempertemukan ")
    assert figure.then.before.endswith("mempertemukan ")
    assert dict(review.same)["figure"] == 0


def test_what_was_checked_is_found_no_more_until_its_passage_changes() -> None:
    copy = checked(COPY, 0)
    found, review = looked_over(copy)
    assert [f.rule for f in found] == ["original-quote-altered"]
    check = review.facts[0].check
    assert check is not None
    assert (check.name, check.when) == ("Zainul", NOW)
    elsewhere = copy._replace(text=copy.text.replace("di lapak", "di setiap lapak"))
    assert [f.is_open for f in looked_over(elsewhere)[1].facts] == [False, True]
    touched = copy._replace(text=copy.text.replace("dengan pembeli", "dan pembeli"))
    assert [f.is_open for f in looked_over(touched)[1].facts] == [True, True]
    other = copy._replace(text=copy.text.replace("46", "45"))
    assert looked_over(other)[1].facts[0].is_open


def test_readiness_waits_for_every_change_to_be_checked() -> None:
    reader = FrameReader(HOUSE)

    def judged(copy: Release) -> tuple[ItemState, str]:
        _, review = looked_over(copy)
        items = judge_readiness(copy, reader.read(copy.text), (), reader, NOW, review).items
        return items[-1].state, items[-1].fact.key

    assert judged(COPY) == (ItemState.HELD, "original-changed")
    assert judged(checked(COPY, 0)) == (ItemState.HELD, "original-changed")
    assert judged(checked(checked(COPY, 0), 1)) == (ItemState.READY, "original-checked")
    assert judged(ORIGINAL) == (ItemState.READY, "original-same")
    found, _ = looked_over(COPY)
    ignored = COPY._replace(ignores=frozenset({ignore_in_release(f) for f in found}))
    assert judged(ignored) == (ItemState.READY, "original-same")
    added = ORIGINAL._replace(text=f"{ORIGINAL.text}\nHadir pula 75 pedagang.")
    assert judged(added) == (ItemState.LOOK, "original-added")
    assert judged(checked(added, 0))[0] is ItemState.READY
    kinds = [i.kind for i in judge_readiness(COPY, None, (), reader, NOW).items]
    assert "original" not in kinds


def test_checks_and_sources_are_kept_and_are_no_other_release() -> None:
    check = FactCheck("figure", "46", "64", "0f", "Zainul", NOW)
    kept = COPY._replace(checks=frozenset({check}), sources=(Source("notulen.docx", "Ada 46."),))
    assert release_from_json(release_to_json(kept)) == kept
    assert fingerprint(kept) == fingerprint(COPY)
    assert b"checks" not in release_to_json(COPY)  # bytes of earlier versions stay what they were
