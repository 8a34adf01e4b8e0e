"""Fields into text: every part is written in house form at its place, whatever stood there."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bnews_desk.frame.field_states import FieldCondition, read_field_states, split_initials
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.frame import frame_panel_edits
from bnews_desk.gui.frame.frame_panel_edits import ReleaseWithFrame
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.release import Mark, Release

READER = FrameReader(load_style_sheet()[0])
LINE = "BLITAR | B-news.id - "
TAG = "(kmfkabblt/sun)"
CREDIT = "Editor : Zainul Arifin"


def framed(text: str, *marks: Mark) -> ReleaseWithFrame:
    return ReleaseWithFrame.read(Release(text, marks), READER)


def placed(text: str, place: str) -> str:
    copy = framed(text)
    return copy.release.edited(frame_panel_edits.write_place(copy, place)).text


def tagged(text: str, source: str = "kmfkabblt", *initials: str) -> str:
    copy = framed(text)
    return copy.release.edited(frame_panel_edits.write_tag(copy, source, initials or ("sun",))).text


def credited(text: str, editor: str = "Zainul Arifin") -> str:
    copy = framed(text)
    return copy.release.edited(frame_panel_edits.write_editor(copy, editor)).text


def test_the_edits_know_no_qt() -> None:
    code = (
        "import sys, bnews_desk.gui.frame.frame_panel_edits, bnews_desk.frame.field_states,"
        " bnews_desk.gui.frame.date_input; print([m for m in sys.modules if 'PySide' in m])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("before", "place", "after"),
    [
        (f"\n{LINE}Pasar dibuka.", "malang", "\nMALANG | B-news.id - Pasar dibuka."),
        ("\nPasar dibuka.", "Blitar", f"\n{LINE}Pasar dibuka."),
        ("Judul\nPasar dibuka.", " blitar ", f"Judul\n{LINE}Pasar dibuka."),
        ("\nBlitar, B-news.id – Pasar dibuka.", "BLITAR", f"\n{LINE}Pasar dibuka."),
        ("\nBLITAR, 13 November 2024 - Pasar dibuka.", "BLITAR", f"\n{LINE}Pasar dibuka."),
        (f"\n{LINE}\nPasar dibuka.", "KEDIRI", "\nKEDIRI | B-news.id - Pasar dibuka."),
        (f"\n{LINE}Pasar dibuka.", "", "\nPasar dibuka."),
        ("\nPasar dibuka.", "", "\nPasar dibuka."),
        ("\n", "Blitar", f"\n{LINE}"),
        ("Judul\n", "Blitar", f"Judul\n{LINE}"),
        (f"Judul\n{CREDIT}", "Blitar", f"Judul\n{LINE}\n{CREDIT}"),
    ],
)
def test_a_place_is_written_into_the_dateline(before: str, place: str, after: str) -> None:
    assert placed(before, place) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("\nSatu.\nDua.", f"\nSatu.\nDua. {TAG}"),
        (f"\nSatu.\nDua.\n{CREDIT}", f"\nSatu.\nDua. {TAG}\n{CREDIT}"),
        ("\nSatu.\nDua.  \n", f"\nSatu.\nDua. {TAG}\n"),
        ("\nSatu.\nDua. (Humas)", f"\nSatu.\nDua. {TAG}"),
        ("\nSatu.\nDua. (humasblt/sun)", f"\nSatu.\nDua. {TAG}"),
        ("\nSatu.\nDua.(KMFKABBLT / sun).", f"\nSatu.\nDua. {TAG}"),
        (f"\nSatu. {TAG}\nDua.", f"\nSatu.\nDua. {TAG}"),
        (f"\nSatu.\nDua.\n{TAG}\n{CREDIT}", f"\nSatu.\nDua. {TAG}\n{CREDIT}"),
        (f"\nSatu.\nDua.\n{CREDIT}\n{TAG}", f"\nSatu.\nDua. {TAG}\n{CREDIT}"),
        (f"\n{TAG}\nSatu.\nDua.", f"\nSatu.\nDua. {TAG}"),
        (f"\nSatu. {TAG}\nDua. {TAG}", f"\nSatu.\nDua. {TAG}"),
        (f"\nSatu.\nDua. {TAG} {TAG}", f"\nSatu.\nDua. {TAG}"),
        (
            f"\nSatu. (humasblt/abc)\nDua. {TAG}",
            f"\nSatu. (humasblt/abc)\nDua. {TAG}",
        ),
        (f"\nSatu.\nDua. {TAG}", f"\nSatu.\nDua. {TAG}"),
        ("Judul\n", "Judul\n"),
    ],
)
def test_the_tag_is_written_at_the_end_of_the_last_paragraph(before: str, after: str) -> None:
    assert tagged(before) == after


def test_a_tag_takes_several_initials_and_goes_without_any() -> None:
    assert tagged(f"\nSatu. {TAG}", "kmfkabblt", "sun", "rtp") == "\nSatu. (kmfkabblt/sun/rtp)"
    copy = framed(f"\nSatu.\nDua. {TAG}\n{CREDIT}")
    gone = copy.release.edited(frame_panel_edits.write_tag(copy, "kmfkabblt", ()))
    assert gone.text == f"\nSatu.\nDua.\n{CREDIT}"


def test_initials_are_split_however_they_are_typed() -> None:
    assert split_initials("Sun / abc, RTP") == ("sun", "abc", "rtp")
    assert split_initials(" ") == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("\nSatu.", f"\nSatu.\n{CREDIT}"),
        ("\nSatu.\n\n", f"\nSatu.\n{CREDIT}"),
        ("\nSatu.\neditor: zainul", f"\nSatu.\n{CREDIT}"),
        ("\nSatu.\nEditor : Retno Palupi", f"\nSatu.\n{CREDIT}"),
        ("\nSatu.\nEditor :\nZainul Arifin", f"\nSatu.\n{CREDIT}"),
        ("\nSatu.\nEditor :", f"\nSatu.\n{CREDIT}"),
        ("\nSatu.\nEditor : Retno Palupi\nDua.", f"\nSatu.\nDua.\n{CREDIT}"),
        ("\nPasar itu ramai. Editor: Zainul Arifin", f"\nPasar itu ramai.\n{CREDIT}"),
        (
            "\nSatu.\nEditor : Retno Palupi\nEditor : Bagas Prasetya",
            f"\nSatu.\nEditor : Retno Palupi\n{CREDIT}",
        ),
        (f"\nSatu.\n{CREDIT}", f"\nSatu.\n{CREDIT}"),
        ("\n", f"\n{CREDIT}"),
    ],
)
def test_the_credit_is_written_as_the_last_line(before: str, after: str) -> None:
    assert credited(before) == after


def test_an_emptied_editor_takes_the_credit_out() -> None:
    assert credited(f"\nSatu.\n{CREDIT}", "") == "\nSatu."
    assert credited("\nPasar itu ramai. Editor: Zainul Arifin", "") == "\nPasar itu ramai."
    assert credited("\nSatu.", "") == "\nSatu."


SIX = "\n" + "\n".join(f"Paragraf {n} berbunyi begini." for n in range(1, 7))


def titles_added(text: str, *titles: str) -> str:
    for title in titles:
        copy = framed(text)
        text = copy.release.edited(frame_panel_edits.add_related(copy, title, READER)).text
    return text


def test_related_lines_spread_over_the_text() -> None:
    lines = titles_added(SIX, "Pasar Wlingi", "Baca juga: Pasar Garum").split("\n")
    assert lines.index("Baca juga: Pasar Wlingi") == 3
    assert lines.index("Baca juga: Pasar Garum") == 5 + 1


def test_there_must_be_a_gap_for_a_related_line() -> None:
    copy = framed("\nHanya satu.")
    assert frame_panel_edits.add_related(copy, "Pasar Wlingi", READER) == []
    assert not frame_panel_edits.has_room_for_related(copy.frame)
    assert frame_panel_edits.add_related(framed(SIX), "  ", READER) == []
    two = titles_added("\nSatu.\nDua.", "Pasar Wlingi", "Pasar Garum")
    assert two == "\nSatu.\nBaca juga: Pasar Wlingi\nDua."


def test_a_related_line_moves_to_the_next_free_gap_with_its_links() -> None:
    text = "\nSatu.\nBaca juga: Pasar\nDua.\nBaca juga: Jalan\nTiga.\nEmpat."
    at = text.index("Pasar")
    copy = framed(text, Mark(at, at + 5, "link", "https://b-news.id/pasar"))
    assert frame_panel_edits.related_moves(copy.frame) == [(False, True), (False, True)]
    after = copy.release.edited(frame_panel_edits.move_related(copy, 0, 1))
    assert after.text == "\nSatu.\nDua.\nBaca juga: Jalan\nTiga.\nBaca juga: Pasar\nEmpat."
    at = after.text.index("Pasar")
    assert after.marks == (Mark(at, at + 5, "link", "https://b-news.id/pasar"),)
    copy = ReleaseWithFrame.read(after, READER)
    back = copy.release.edited(frame_panel_edits.move_related(copy, 1, -1))
    assert back.text == text
    assert frame_panel_edits.move_related(ReleaseWithFrame.read(back, READER), 0, -1) == []


def test_a_related_line_at_the_end_moves_up_between_two_paragraphs() -> None:
    copy = framed("\nSatu.\nDua.\nBaca juga: Pasar")
    after = copy.release.edited(frame_panel_edits.move_related(copy, 0, -1))
    assert after.text == "\nSatu.\nBaca juga: Pasar\nDua."


def test_a_related_line_is_deleted() -> None:
    copy = framed("\nSatu.\nBaca juga: Pasar\nDua.\nBaca juga: Jalan\nTiga.")
    after = copy.release.edited(frame_panel_edits.delete_related(copy, 1))
    assert after.text == "\nSatu.\nBaca juga: Pasar\nDua.\nTiga."


LONG = "Pemerintah Kabupaten Blitar menyalurkan benih jagung kepada dua belas kelompok tani " * 2


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"\n{LINE}{LONG}\nRamai. {TAG}\n{CREDIT}", "found found found found"),
        (f"\n{LONG}", "missing missing missing missing"),
        ("\nSatu kalimat.", "open open open open"),
        (
            f"\nBLIATR | B-news.id - {LONG}\nRamai. (kmfkabbl/snu)\nEditor : Zainul Arifn",
            "doubtful doubtful doubtful doubtful",
        ),
        (
            f"\nBlitar – {LONG}. {TAG}\nRamai.\nEditor: Zainul Arifin",
            "doubtful doubtful found doubtful",
        ),
        (f"\n{LINE}{LONG}. {TAG}\nRamai. {TAG}\n{CREDIT}\nDua.", "found doubtful found doubtful"),
    ],
)
def test_each_part_has_its_standing(text: str, wanted: str) -> None:
    found = read_field_states(READER.read(text), READER)
    assert [state.condition.value for state in found.values()] == wanted.split()


def test_remedies_name_the_nearest_or_what_the_lead_says() -> None:
    text = "\nBLIATR | B-news.id - Pasar ramai.\nRamai. (kmfkabbl/sun/snu)\nEditor : Zainul Arifn"
    found = read_field_states(READER.read(text), READER)
    assert {n: [tuple(r) for r in s.remedies] for n, s in found.items()} == {
        "place": [("use", "BLITAR"), ("register", "BLIATR")],
        "source": [("use", "kmfkabblt"), ("register", "kmfkabbl")],
        "initials": [("use", "sun"), ("register", "snu")],
        "editor": [("use", "Zainul Arifin"), ("register", "Zainul Arifn")],
    }
    missing = read_field_states(READER.read(f"\nDi Kediri, {LONG}"), READER)
    assert missing["place"].remedies[0] == ("use", "KEDIRI")
    assert missing["place"].condition is FieldCondition.MISSING


@pytest.mark.parametrize(
    "text", ["\n", "Judul\n", "\n\n\n", "\nBaca juga: Pasar", f"\n{TAG}", f"\n{CREDIT}"]
)
def test_every_odd_text_has_states_and_edits(text: str) -> None:
    copy = framed(text)
    assert len(read_field_states(copy.frame, READER)) == 4
    for made in (
        frame_panel_edits.write_place(copy, "Blitar"),
        frame_panel_edits.write_tag(copy, "kmfkabblt", ("sun",)),
        frame_panel_edits.write_editor(copy, "Zainul Arifin"),
        frame_panel_edits.write_editor(copy, ""),
        frame_panel_edits.write_place(copy, ""),
        frame_panel_edits.write_tag(copy, "", ()),
    ):
        copy.release.edited(made)
