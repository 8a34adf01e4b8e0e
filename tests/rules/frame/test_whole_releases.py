"""Whole releases with many faults come into house form; what is ambiguous or clean is left."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_frame_variants import checker, settled
from test_more_frame_variants import (
    CREDIT,
    DATELINE,
    HOUSE_FORM,
    LAST,
    LEAD,
    RELATED,
    SECOND,
    TAG,
    THIRD,
    TITLE,
    assert_comes_into_house_form,
)

from bnews_desk.finding import Severity
from bnews_desk.release import Release

CLEAN = Path(__file__).resolve().parent / "clean_releases"
BODY = f"{LEAD}\n{SECOND}\n{RELATED}\n{THIRD}\n{LAST}"


def assert_is_left(text: str, rule: str) -> None:
    """Nothing is done unasked, and the editor is told."""
    after = settled(text)
    assert after.release.text == text
    assert rule in {finding.rule for finding in after.remaining}


@pytest.mark.parametrize(
    "text",
    [
        f"\nEDITOR – ZAINUL ARIFIN\n\n\n• Blitar (B-News.Id) —  {LEAD}\n\n{SECOND}\n\n"
        f"▶ BACA JUGA : {TITLE} .\n\n{THIRD}\n\n{LAST}\n\n[ KMFKABBLT | SUN ].\n\n",
        f"\n“BLITAR | B-news.id” - {LEAD} \n{SECOND}\t\n*BACA JUGA* > {TITLE}\n{THIRD}\n{LAST}"
        "(Kmfkabblt\\Sun) Editor: Zainul Arifin",
        f"\n{CREDIT}\nBLITAR | B-news.id - BLITAR, B-news.id – {LEAD}\n{SECOND}\n{RELATED}\n"
        f"{THIRD} {TAG}\n{LAST}\n***Editor : ZAINUL ARIFIN***",
        f"\nB-NEWS.ID – BLITAR – {LEAD}\n{SECOND}\nBaca_juga : {TITLE}\n{THIRD}\n{LAST[:-1]}\n"
        "(sun/kmfkabblt)\nEditor;Zainul Arifin;",
        f"\nKAB. BLITAR (B-NEWS)– {LEAD}\n\n \n{SECOND}\n\u200b\n(BACA JUGA): {TITLE};\n{THIRD}\n"
        f"{LAST} — (KMFKABBLT – SUN)\nPenyunting -> zainul arifin",
        f"\nblitar, b-news.id – p{LEAD[1:]}\n{SECOND}\nbaca juga : {TITLE}\n{THIRD}\n"
        f"{LAST} kmfkabblt/sun\nDisunting Zainul Arifin",
        f"\n{DATELINE}{BODY}\n{CREDIT} {TAG}",
        f"\n{DATELINE}{BODY} {TAG} {CREDIT}",
        f"\n{DATELINE}\n\n{BODY}\n\n{TAG}\n\n{CREDIT}\n\n".replace("\n", "\n\n"),
        f"\n{DATELINE}{BODY}\n{CREDIT}".replace(SECOND, f"{SECOND} (KMFKABBLT/Sun)"),
        f"\n{DATELINE}{BODY}".replace(SECOND, f"{CREDIT}\n{SECOND}").replace(
            THIRD, f"{THIRD}\n{TAG}"
        ),
        "\r\n".join(HOUSE_FORM.split("\n")),
        "  \n".join(HOUSE_FORM.split("\n")) + "   ",
        HOUSE_FORM.replace(DATELINE, f"{DATELINE}Blitar, Kominfo – "),
        HOUSE_FORM.replace(DATELINE, f"{DATELINE}B-news.id - "),
    ],
)
def test_a_whole_release_with_many_faults_comes_into_house_form(text: str) -> None:
    assert_comes_into_house_form(text)


@pytest.mark.parametrize(
    ("was", "now", "rule"),
    [
        (DATELINE, "BLITAR, JAWA TIMUR - ", "dateline-format"),
        (DATELINE, "BLITAR, Rabu (13/11/2024) - ", "dateline-format"),
        (DATELINE, "BLITAR | Kominfo | ", "dateline-format"),
        (DATELINE, "BLITAR & KEDIRI | B-news.id - ", "dateline-format"),
        (DATELINE, "BLITAR, 13/11 - ", "dateline-format"),
        (DATELINE, "Blitar. ", "dateline-missing"),
        (DATELINE, "BLITAR/KEDIRI - ", "dateline-missing"),
        (DATELINE, "Blitar - Kediri, ", "dateline-missing"),
        (DATELINE, "Kominfo Blitar – ", "dateline-missing"),
        (DATELINE, "• Blitar - ", "dateline-missing"),
        (DATELINE, "BLITAR |\nB-news.id - ", "dateline-missing"),
        (TAG, "(kmfkabblt)", "source-tag-missing"),
        (TAG, "(red/kmfkabblt/sun)", "source-tag-missing"),
        (TAG, "(dinkes/sun)", "source-tag-unknown"),
        (TAG, "(kmfkabblt/rin)", "source-tag-unknown"),
        (CREDIT, "Editor : -", "credit-format"),
        (CREDIT, "Editor : Zainul Arifin (Rina)", "credit-format"),
        (CREDIT, "Editor\nZainul Arifin", "credit-missing"),
        (CREDIT, f"Reporter : Sun\n{CREDIT}", "release-leftover"),
        (CREDIT, f"Publisher: Rina\n{CREDIT}", "release-leftover"),
        (RELATED, f"{RELATED}\nBaca juga: Pasar Wlingi Tempo Dulu", "related-position"),
        (RELATED, "Baca juga: https://b-news.id/kopi", "related-empty"),
        (RELATED, "Baca juga\nKopi Lereng Kelud Dari Ladang ke Kedai", "related-empty"),
    ],
)
def test_what_is_ambiguous_is_left_alone(was: str, now: str, rule: str) -> None:
    assert_is_left(HOUSE_FORM.replace(was, now), rule)


def test_a_tag_whose_code_and_initials_are_unknown_is_one_finding() -> None:
    found = checker().check(Release(HOUSE_FORM.replace(TAG, "(xqzabc/wvu)")))
    assert [p.rule for p in found if p.rule == "source-tag-unknown"] == ["source-tag-unknown"]


@pytest.mark.parametrize(
    "lead",
    [
        "Blitar - Trenggalek kini dilayani bus perintis dua kali sehari, mulai Senin (3/3/2025).",
        "B-news.id menggelar kelas menulis bagi pelajar di Kanigoro, Senin (3/3/2025).",
        "“Blitar - Kediri” menjadi judul lagu baru grup musik itu, Senin (3/3/2025).",
        "Blitar = kopi, begitu tulisan di kaus para peserta, Senin (3/3/2025).",
    ],
)
def test_a_lead_that_begins_like_a_dateline_keeps_its_words(lead: str) -> None:
    text = HOUSE_FORM.replace(LEAD, lead)
    assert settled(text).release.text.replace("“", '"').replace("”", '"') == text.replace(
        "“", '"'
    ).replace("”", '"')


@pytest.mark.parametrize("path", sorted(CLEAN.glob("*.txt")), ids=lambda path: path.stem)
def test_clean_copy_comes_out_byte_for_byte(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    after = settled(text)
    assert after.release.text == text
    assert [p.message for p in after.remaining if p.severity is not Severity.SUGGESTION] == []


def test_nothing_of_the_house_form_is_found() -> None:
    assert checker().check(Release(HOUSE_FORM)) == []
