"""Another newsroom's frame by style sheet alone: reading, checking, fixing (``kediri.toml``)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style import HouseStyle
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.catalogue import all_rules
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.fix_all import fix_all

SHEET = Path(__file__).with_name("kediri.toml")
DATELINE = "KEDIRI (Kota Angin) – "
LEAD = "Warga Kelurahan Bandar membersihkan sungai pada Selasa (12/11/2024) pagi."
SECOND = "Lurah Bandar ikut mengangkat sampah dari dasar sungai."
LINE = "Simak juga: Taman Baru Dibuka di Ngasem"
LAST = "Sampah yang terkumpul diangkut dua truk."
TAG = "[red]"
CREDIT = "Redaktur: Wahyu Lestari"
HOUSE_FORM = f"\n{DATELINE}{LEAD}\n{SECOND}\n{LINE}\n{LAST} {TAG}\n{CREDIT}"


@cache
def house() -> HouseStyle:
    style, faults = load_style_sheet(str(SHEET))
    assert faults == []
    return style


@cache
def checker() -> Checker:
    return Checker(all_rules(), house(), Lexicon(house().pairs))


def fixed(text: str) -> str:
    return fix_all(Release(text), checker()).release.text


def test_the_frame_is_read() -> None:
    assert FrameReader(house()).read(HOUSE_FORM).as_json() == {
        "headline": None,
        "dateline": {"place": "KEDIRI", "site": "Kota Angin"},
        "related": ["Taman Baru Dibuka di Ngasem"],
        "source_tag": {"source": "", "initials": ["red"]},
        "credit": {"editor": "Wahyu Lestari"},
    }


def test_its_house_form_is_quiet() -> None:
    after = fix_all(Release(HOUSE_FORM), checker())
    assert after.rounds == 0
    assert [p for p in after.remaining if p.severity.value != "suggestion"] == []


def test_what_the_sheet_does_not_mention_is_as_in_the_shipped_one() -> None:
    shipped = load_style_sheet()[0]
    assert house().limits == shipped.limits
    assert house().common_acronyms == shipped.common_acronyms
    assert house().dateline.default_place == "KEDIRI"


@pytest.mark.parametrize(
    "dateline",
    [
        "KEDIRI (Kota Angin) - ",
        "KEDIRI (Kota Angin) — ",
        "KEDIRI (Kota Angin)– ",
        "KEDIRI(Kota Angin) – ",
        "KEDIRI ( Kota Angin ) – ",
        "KEDIRI (KOTA ANGIN) – ",
        "Kediri (Kota Angin) – ",
        "KEDIRI (KotaAngin) – ",
        "KEDIRI (Kota-Angin) - ",
        "KEDIRI | Kota Angin - ",
        "KEDIRI, Kota Angin – ",
        "Kediri, KA News – ",
        "KEDIRI [Kota Angin] – ",
        "(KEDIRI) Kota Angin – ",
        "*KEDIRI* (Kota Angin) – ",
        "KEDIRI – ",
        "KEDIRI - ",
        "Kediri – ",
        "Kota Kediri (Kota Angin) – ",
        "Kota Angin, KEDIRI – ",
        "KEDIRI (Kota Angin) – KEDIRI – ",
        "KEDIRI (Kota Angin) –\n",
    ],
)
def test_a_dateline_comes_into_its_house_form(dateline: str) -> None:
    assert fixed(HOUSE_FORM.replace(DATELINE, dateline)) == HOUSE_FORM


def test_the_other_newsrooms_dateline_is_not_its_own() -> None:
    text = HOUSE_FORM.replace(DATELINE, "BLITAR – ")
    assert fixed(text) == HOUSE_FORM.replace(DATELINE, "BLITAR (Kota Angin) – ")


@pytest.mark.parametrize(
    "tag",
    [
        " [RED]",
        " [Red]",
        " [ red ]",
        " (red)",
        " (RED).",
        " {red}",
        "[red]",
        "  [red]",
        " [red].",
        " *[red]*",
        "\n[red]",
        "\n(RED)",
        "\n\n[red].",
        " [red] [red]",
        " [red]\n[red]",
    ],
)
def test_a_tag_comes_into_its_house_form(tag: str) -> None:
    assert fixed(HOUSE_FORM.replace(f" {TAG}", tag)) == HOUSE_FORM


def test_several_initials_stand_in_one_tag() -> None:
    text = HOUSE_FORM.replace(TAG, "[red / DN]")
    assert fixed(text) == HOUSE_FORM.replace(TAG, "[red/dn]")


def test_a_tag_in_the_wrong_paragraph_is_moved() -> None:
    text = HOUSE_FORM.replace(f" {TAG}", "").replace(SECOND, f"{SECOND} {TAG}")
    assert fixed(text) == HOUSE_FORM


@pytest.mark.parametrize(
    "credit",
    [
        "Redaktur : Wahyu Lestari",
        "REDAKTUR: WAHYU LESTARI",
        "redaktur:wahyu lestari",
        "Redaktur - Wahyu Lestari",
        "Editor : Wahyu Lestari",
        "Penyunting: Wahyu Lestari.",
        "(Redaktur: Wahyu Lestari)",
        "Redaktur Wahyu Lestari",
        "*Redaktur: Wahyu Lestari*",
        "\nRedaktur: Wahyu Lestari\n",
        "Redaktur: Wahyu Lestari\nEditor : Wahyu Lestari",
    ],
)
def test_a_credit_comes_into_its_house_form(credit: str) -> None:
    assert fixed(HOUSE_FORM.replace(CREDIT, credit)) == HOUSE_FORM


@pytest.mark.parametrize(
    "line",
    [
        "SIMAK JUGA : Taman Baru Dibuka di Ngasem",
        "Simak Juga:Taman Baru Dibuka di Ngasem.",
        "Baca juga: Taman Baru Dibuka di Ngasem",
        "Baca pula – Taman Baru Dibuka di Ngasem",
        "• Simak juga: Taman Baru Dibuka di Ngasem",
        "(Simak juga: Taman Baru Dibuka di Ngasem)",
        "**Simak juga:** Taman Baru Dibuka di Ngasem",
    ],
)
def test_a_related_line_comes_into_its_house_form(line: str) -> None:
    assert fixed(HOUSE_FORM.replace(LINE, line)) == HOUSE_FORM


@pytest.mark.parametrize(
    "line",
    [
        "Kediri – Tulungagung macet sejak Selasa pagi.",
        "Kediri (Jawa Timur) dikenal sebagai kota tahu.",
        "Kota angin itu ramai oleh wisatawan.",
        "Simak juga penampilan musik para pelajar.",
        "Redaktur pelaksana hadir sebagai juri lomba.",
        "Editor film itu memuji karya para pelajar.",
        "Warga memilih satu jalur [daring].",
        "Badan Penanggulangan Bencana Daerah [BPBD] ikut hadir.",
    ],
)
@pytest.mark.parametrize("place", [SECOND, LAST])
def test_clean_copy_comes_out_unchanged(line: str, place: str) -> None:
    text = HOUSE_FORM.replace(place, line)
    assert fixed(text) == text


def test_what_is_missing_is_offered_in_its_own_form() -> None:
    bare = f"\n{LEAD}\n{SECOND} Mereka bekerja sejak pukul enam pagi sampai siang.\n{LAST}"
    offers = {
        p.rule: [edit.new for fix in p.fixes for edit in fix.edits]
        for p in checker().check(Release(bare))
    }
    assert offers["dateline-missing"] == ["KEDIRI (Kota Angin) – "]
    assert offers["credit-missing"] == ["\nRedaktur: Wahyu Lestari", "\nRedaktur: Bagas Pratama"]
    assert offers["source-tag-missing"] == [], "two initials are listed: the editor must choose"
