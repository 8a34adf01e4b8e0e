"""Editor credits read: under all labels, and never in a sentence."""

from __future__ import annotations

import pytest

from bnews_desk.frame.credit import CreditReader
from bnews_desk.house.style_sheet import load_style_sheet

READER = CreditReader(load_style_sheet()[0].credit)


@pytest.mark.parametrize(
    ("line", "editor"),
    [
        ("Editor : Zainul Arifin", "Zainul Arifin"),
        ("EDITOR: ZAINUL ARIFIN", "Zainul Arifin"),
        ("Penyunting - zainul arifin.", "Zainul Arifin"),
        ("(Redaktur : Zainul Arifin, S.Sos.)", "Zainul Arifin"),
        ("*Disunting oleh Zainul Arifin*", "Zainul Arifin"),
        ("Editor Zainul Arifin", "Zainul Arifin"),
        ("Editor : Rina Wulandari", "Rina Wulandari"),
        ("EDITOR : RINA BINTI SALIM", "Rina binti Salim"),
        ("editor : nu'man al-farisi", "Nu'man Al-farisi"),
        ("Ed: Sari", "Sari"),
        ("Editor:", ""),
        ("Editor :  ", ""),
    ],
)
def test_a_credit_line_names_its_editor(line: str, editor: str) -> None:
    found = READER.read(line)
    assert found is not None
    assert found.editor == editor
    assert found.span == (0, len(line))
    assert not found.is_glued


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Editor",
        "Editor film itu memuji karya para pelajar.",
        "Editor video menyunting rekaman.",
        "Editor: apakah naskah ini sudah diperiksa?",
        "Editor : naskah ini perlu dibaca lagi oleh dua orang sebelum tayang",
        "Editorial : Panen Raya",
        "Redaktur pelaksana hadir sebagai juri.",
        "Penyunting naskah itu berasal dari Blitar.",
        "Edaran : berlaku mulai pekan depan",
        "Menurut Editor : Zainul Arifin",
        "Editor : " + "x" * 500,
        "Editor " * 200,
    ],
)
def test_this_is_no_credit(line: str) -> None:
    assert READER.read(line) is None


def test_a_credit_without_a_mark_is_sure_only_of_a_listed_editor() -> None:
    listed, other = READER.read("Editor Zainul Arifin"), READER.read("Editor Rina Wulandari")
    assert listed is not None
    assert listed.is_sure
    assert other is not None
    assert not other.is_sure


@pytest.mark.parametrize(
    "end",
    [
        "Editor : Zainul Arifin",
        "Editor: Zainul Arifin.",
        "(Editor: Zainul Arifin)",
        "PENYUNTING - ZAINUL ARIFIN",
    ],
)
def test_a_credit_glued_to_a_paragraph_is_read(end: str) -> None:
    text = f"Panen disimpan di lumbung. {end}"
    found = READER.read_glued(text)
    assert found is not None
    assert found.is_glued
    assert found.is_sure
    assert found.editor == "Zainul Arifin"
    assert text[: found.span.start].rstrip(" (") == "Panen disimpan di lumbung."


@pytest.mark.parametrize(
    "text",
    [
        "Panen disimpan di lumbung.",
        "Film itu punya dua juri. Editor film itu Zainul Arifin",
        "Ia bekerja sebagai Editor : Zainul Arifin",
        "Panen disimpan. Editor :",
        "Panen disimpan. Editor : apa saja yang perlu disiapkan",
    ],
)
def test_this_paragraph_has_no_credit_glued_to_it(text: str) -> None:
    assert READER.read_glued(text) is None


def test_a_listed_name_alone_can_complete_a_label() -> None:
    found = READER.read_bare_name("ZAINUL ARIFIN.")
    assert found is not None
    assert READER.house_form(found) == "Editor : Zainul Arifin"
    assert READER.read_bare_name("Rina Wulandari") is None


def test_names_of_the_register_are_known_whatever_their_case() -> None:
    assert READER.is_known("zainul  ARIFIN.")
    assert not READER.is_known("Zainal Arifin")


@pytest.mark.parametrize(
    ("line", "is_sure"),
    [
        ("Editor : Zainul Arifin | B-news.id", True),
        ("Editor : Zainul Arifin - b-news.id", True),
        ("Editor : Zainul Arifin / B-news.id", True),
        ("Editor : Zainul Arifin | Rina Wulandari", False),
    ],
)
def test_what_stands_behind_a_name_is_no_part_of_it(line: str, is_sure: bool) -> None:
    found = CreditReader(load_style_sheet()[0].credit, "B-news.id").read(line)
    assert found is not None
    assert found.editor == "Zainul Arifin"
    assert found.is_sure is is_sure
