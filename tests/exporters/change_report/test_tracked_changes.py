"""Tracked changes: accepted they are the copy, rejected the original, and Word can tell who."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_kit import (
    COPY,
    ORIGINAL,
    READER,
    body_of,
    subject,
    text_when,
)

from bnews_desk.errors import WriteError
from bnews_desk.exporters.change_report import write_report
from bnews_desk.importers.file_reading import read_data

LINES = st.text(alphabet="abc .,\n\t", max_size=60)


def of_body(text: str) -> str:
    """What Word shows of a release: an empty headline is no paragraph."""
    return text.removeprefix("\n")


def test_accepted_and_rejected() -> None:
    body = body_of(ORIGINAL, COPY)
    assert text_when(body, accepted=True) == COPY
    assert text_when(body, accepted=False) == ORIGINAL


def test_our_own_reader_accepts() -> None:
    data = write_report(subject(ORIGINAL, COPY), ".docx", READER)
    imported = read_data(data, "docx", READER)
    assert imported.release.text == COPY
    assert imported.receipt.entry("deletion") is not None


def test_who_and_when() -> None:
    namespace = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
    changes = body_of(ORIGINAL, COPY).xpath("//w:ins | //w:del", namespaces=namespace)
    name = f"{{{namespace['w']}}}"
    assert changes
    assert {change.get(f"{name}author") for change in changes} == {"Zainul Arifin"}
    assert {change.get(f"{name}date") for change in changes} == {"2026-11-14T09:30:00Z"}
    assert len({change.get(f"{name}id") for change in changes}) == len(changes)


@pytest.mark.parametrize(
    ("original", "copy"),
    [
        ("\nsatu", "Judul\nsatu"),
        ("Judul\nsatu", "\nsatu"),
        ("Judul\nsatu\ndua", "Judul\nsatu"),
        ("Judul\nsatu", "Judul\nsatu\ndua"),
        ("Judul\nsatu dua tiga empat", "Judul\nsatu dua\ntiga empat"),
        ("Judul\nsatu", "Lain\nsekali\nberbeda"),
    ],
)
def test_paragraphs_that_come_and_go_at_the_ends(original: str, copy: str) -> None:
    body = body_of(original, copy)
    if original.startswith("\n") and copy.startswith("\n"):
        original, copy = of_body(original), of_body(copy)
    assert text_when(body, accepted=True) == copy
    assert text_when(body, accepted=False) == original


@given(LINES, LINES)
def test_any_two_bodies(original: str, copy: str) -> None:
    body = body_of("J\n" + original, "J\n" + copy)
    assert text_when(body, accepted=True) == "J\n" + copy
    assert text_when(body, accepted=False) == "J\n" + original


def test_another_form_is_refused_in_a_sentence() -> None:
    with pytest.raises(WriteError, match=r"\.html, \.docx"):
        write_report(subject(ORIGINAL, COPY), ".pdf", READER)
