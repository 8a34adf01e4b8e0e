"""What is offered of the frame aims at the right line, and what must not be done is not."""

from __future__ import annotations

import pytest
from test_frame_variants import (
    CREDIT,
    DATELINE,
    HOUSE_FORM,
    LAST,
    LEAD,
    LINE,
    SECOND,
    TAG,
    assert_becomes,
    checker,
    settled,
)

from bnews_desk.finding import Finding, Safety
from bnews_desk.release import Release
from bnews_desk.rules.fix_all import fix_all

BODY = f"\n{DATELINE}{LEAD}\n{SECOND}\n{LINE}\n{LAST}"
LEFT_BEHIND = [
    "#Blitar #PanenRaya",
    "Terima kasih rekan-rekan media",
    "Salam, Humas Pemkab",
    "Pewarta: Rina / Editor: Zainul Arifin",
    "--",
    "(kmf)",
]


def found(text: str, rule: str) -> list[Finding]:
    return [p for p in checker().check(Release(text)) if p.rule == rule]


def accepted(text: str, rule: str) -> str:
    """The text after the first fix of one rule and nothing else."""
    (finding,) = found(text, rule)
    assert finding.safe_fix is None
    return Release(text).edited(finding.fixes[0].edits).text


# --- the tag --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "credit", [f"{CREDIT} {TAG}", f"editor: zainul arifin {TAG}", f"{CREDIT} (KMFKABBLT / Sun)"]
)
def test_a_tag_on_the_credit_goes_to_the_last_paragraph(credit: str) -> None:
    assert_becomes(f"{BODY}\n{credit}")


def test_of_two_equal_tags_the_one_on_the_credit_is_not_kept_there() -> None:
    assert_becomes(f"{BODY} {TAG}\n{CREDIT} {TAG}")


@pytest.mark.parametrize("line", LEFT_BEHIND)
def test_a_tag_below_what_the_sender_left_goes_to_the_copy_above(line: str) -> None:
    after = settled(f"{BODY}\n{line}\n{TAG}\n{CREDIT}")
    assert after.release.text == f"{BODY} {TAG}\n{line}\n{CREDIT}"
    assert [p.rule for p in after.remaining] == ["release-leftover"]


@pytest.mark.parametrize("line", LEFT_BEHIND)
def test_a_missing_tag_is_offered_for_the_copy_above_what_the_sender_left(line: str) -> None:
    text = f"{BODY}\n{line}\n{CREDIT}"
    assert accepted(text, "source-tag-missing") == f"{BODY} {TAG}\n{line}\n{CREDIT}"


def test_a_tag_is_never_moved_to_a_line_that_nobody_can_place() -> None:
    text = f"{BODY} {TAG}\nInfo lengkap menyusul besok\n{CREDIT}"
    assert found(text, "source-tag-wrong-paragraph") == []
    text = f"{BODY}\nInfo\n{TAG}\n{CREDIT}"
    assert accepted(text, "source-tag-own-line") == f"{BODY} {TAG}\nInfo\n{CREDIT}"


@pytest.mark.parametrize("mark", ["(sun)", "(Humas Dispertapa/kmf)"])
def test_a_senders_mark_beside_the_tag_is_offered_for_deletion(mark: str) -> None:
    text = HOUSE_FORM.replace(TAG, f"{mark} {TAG}")
    assert settled(text).release.text == text
    assert accepted(text, "source-tag-duplicate") == HOUSE_FORM


def test_a_tag_of_which_only_the_initials_are_known_is_put_right_by_a_click() -> None:
    text = HOUSE_FORM.replace(TAG, "(Dispertapa / SUN)")
    assert settled(text).release.text == text
    assert accepted(text, "source-tag-format") == HOUSE_FORM.replace(TAG, "(Dispertapa/sun)")


# --- the dateline ---------------------------------------------------------------------------


@pytest.mark.parametrize("opening", ["BLITAR | B-news.id, ", "BLITAR, ", "Blitar: ", "Blitar. "])
def test_what_stands_for_a_dateline_is_replaced_and_not_doubled(opening: str) -> None:
    text = HOUSE_FORM.replace(DATELINE, opening)
    assert settled(text).release.text == text
    assert accepted(text, "dateline-missing") == HOUSE_FORM


@pytest.mark.parametrize("opening", ["B-news.id, ", "B-news.id: ", "B-news.id - "])
def test_a_site_alone_is_replaced_too(opening: str) -> None:
    text = HOUSE_FORM.replace(DATELINE, opening)
    expected = HOUSE_FORM.replace("BLITAR |", "WATES |")
    assert accepted(text, "dateline-missing") == expected


@pytest.mark.parametrize(
    "above",
    [
        "From: humas@blitarkab.go.id\nTo: redaksi@b-news.id\nCc: a@b.id\nSubject: Panen",
        "Dari: Humas\nKepada: Redaksi\nSubjek: Panen raya",
        "Petani Wates Panen Raya",
        "PETANI WATES PANEN RAYA",
    ],
)
def test_a_missing_dateline_is_offered_for_the_first_sentence(above: str) -> None:
    text = f"\n{above}{HOUSE_FORM.replace(DATELINE, '')}"
    expected = HOUSE_FORM.replace("BLITAR |", "WATES |")  # the first place that the lead names
    assert accepted(text, "dateline-missing") == f"\n{above}{expected}"


def test_a_senders_office_behind_the_dateline_is_offered_for_deletion() -> None:
    text = HOUSE_FORM.replace(DATELINE, f"{DATELINE}KOMINFO BLITAR - ")
    assert settled(text).release.text == text
    assert accepted(text, "dateline-duplicate") == HOUSE_FORM


def test_a_place_in_spaced_letters_is_closed_up() -> None:
    assert_becomes(HOUSE_FORM.replace("BLITAR |", "B L I T A R |"))


# --- the headline ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "above", ["", "Info terbaru hari ini\n", "Pewarta: Rina\n", "SIARAN PERS\nNomor: 12/3/2024\n"]
)
@pytest.mark.parametrize("title", ["Petani Wates Panen Raya", "PETANI WATES PANEN RAYA"])
def test_the_line_directly_above_the_lead_is_the_headline(above: str, title: str) -> None:
    text = f"\n{above}{title}{HOUSE_FORM}"
    assert accepted(text, "headline-in-body") == f"{title}\n{above}{HOUSE_FORM[1:]}"


def test_a_headline_that_stands_in_the_body_too_is_offered_for_deletion() -> None:
    text = f"Petani Wates Panen Raya\nPETANI WATES PANEN RAYA{HOUSE_FORM}"
    assert accepted(text, "headline-in-body") == f"Petani Wates Panen Raya{HOUSE_FORM}"


# --- credit, related lines, broken lines ----------------------------------------------------


def test_a_site_behind_the_editors_name_goes() -> None:
    assert_becomes(HOUSE_FORM.replace(CREDIT, f"{CREDIT} | B-news.id"))


def test_another_name_behind_the_editors_is_only_offered() -> None:
    text = HOUSE_FORM.replace(CREDIT, f"{CREDIT} | Rina Wulandari")
    assert settled(text).release.text == text
    assert accepted(text, "credit-format") == HOUSE_FORM


def test_a_doubled_label_goes() -> None:
    assert_becomes(HOUSE_FORM.replace(LINE, f"Baca juga: {LINE}"))


def test_a_label_in_doubt_is_only_offered() -> None:
    text = HOUSE_FORM.replace(LINE, "Simak juga Video: Pasar Garum Ramai Lagi")
    assert settled(text).release.text == text
    assert [p.fixes[0].safety for p in found(text, "related-format")] == [Safety.OFFERED]


@pytest.mark.parametrize("line", ["Baca juga:", "BACA JUGA : ", "Baca juga: xxx"])
def test_an_empty_related_line_is_one_finding_wherever_it_stands(line: str) -> None:
    text = f"{BODY.replace(LINE, 'Warga datang sejak pagi.')} {TAG}\n{line.strip()}\n{CREDIT}"
    assert [p.rule for p in checker().check(Release(text))] == ["related-empty"]


@pytest.mark.parametrize(
    "below",
    ["iPhone 15 dan uang tunai menanti pemenang.", "hadiah utama dan hiburan", "eKTP asli."],
)
def test_a_brand_or_an_item_below_an_open_line_is_not_joined(below: str) -> None:
    above = "Panitia menyediakan hadiah bagi para petani pemenang lomba"
    text = HOUSE_FORM.replace(SECOND, f"{above}\n{below}")
    assert f"{above}\n{below}" in settled(text).release.text


def test_a_broken_sentence_is_joined_before_the_tag_too() -> None:
    text = HOUSE_FORM.replace("tiga lumbung desa.", "tiga\nlumbung desa.")
    longer = text.replace("Hasil panen itu", "Seluruh hasil panen raya pada pekan itu")
    assert fix_all(Release(longer), checker()).release.text == longer.replace("tiga\n", "tiga ")


def test_a_byline_between_headline_and_lead_hides_neither() -> None:
    text = f"\nPetani Wates Panen Raya\nOleh: Rina{HOUSE_FORM}"
    assert accepted(text, "headline-in-body") == f"Petani Wates Panen Raya\nOleh: Rina{HOUSE_FORM}"
