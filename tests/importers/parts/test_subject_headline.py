"""A mail's subject as the headline that its release lacks."""

from __future__ import annotations

import pytest

from bnews_desk.frame.furniture.part_kind import PartKind
from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.importers.parts.copy_selection import PartChoice
from bnews_desk.importers.parts.recognised_parts import Part, RecognisedParts
from bnews_desk.importers.parts.subject_headline import (
    MailSubject,
    subject_headline,
    take_parts_under_subject,
)
from bnews_desk.receipt import Receipt, ReceiptEntry
from bnews_desk.release import Mark, Release

TEXT = "\nWarga Desa Ngadri memperbaiki saluran air.\nHubungi Rina."
BODY = RecognisedParts((Part(PartKind.BODY, (1,), 0.9), Part(PartKind.CONTACT, (2,), 0.9)))


def mail(subject: str, text: str = TEXT) -> ImportedRelease:
    """A mail with a subject, as its importer gives it."""
    entry = ReceiptEntry("subject", 1, 0, 1, (subject,), f"Perihal surel: “{subject}”.")
    return ImportedRelease(Release(text), Receipt((entry,)))


@pytest.mark.parametrize(
    ("subject", "text", "is_marked"),
    [
        ("Warga Ngadri Perbaiki Saluran Air", "Warga Ngadri Perbaiki Saluran Air", False),
        ("Fwd: Re: Warga Ngadri Perbaiki Saluran", "Warga Ngadri Perbaiki Saluran", False),
        ("SIARAN PERS: Warga Ngadri Perbaiki Saluran", "Warga Ngadri Perbaiki Saluran", True),
        ("[Humas] Rilis - Warga Ngadri Perbaiki Saluran", "Warga Ngadri Perbaiki Saluran", True),
        (
            "Fwd: Siaran Pers No. 12/HMS: Warga Ngadri Perbaiki Saluran",
            "Warga Ngadri Perbaiki Saluran",
            True,
        ),
        ("Rilis  berita:\n Warga Ngadri Perbaiki Saluran", "Warga Ngadri Perbaiki Saluran", True),
        ("Rilis: Posyandu Remaja Dimulai", "Posyandu Remaja Dimulai", True),
        ("Berita duka dari Desa Ngadri", "Berita duka dari Desa Ngadri", False),
    ],
)
def test_what_carries_it_is_left_off(subject: str, text: str, is_marked: bool) -> None:
    assert subject_headline(mail(subject), BODY) == MailSubject(text, is_marked)


@pytest.mark.parametrize(
    "subject",
    ["Siaran pers", "Fwd: rilis hari ini", "Siaran pers: posyandu remaja", "", "Re: [Humas]"],
)
def test_a_short_one_names_the_mail_only(subject: str) -> None:
    assert subject_headline(mail(subject), BODY) is None


def test_a_release_with_a_headline_keeps_its_own() -> None:
    imported = mail("Warga Ngadri Perbaiki Saluran Air", f"Saluran Air Ngadri{TEXT}")
    assert subject_headline(imported, BODY) is None
    below = RecognisedParts((Part(PartKind.HEADLINE, (1,), 0.9), Part(PartKind.BODY, (2,), 0.9)))
    assert subject_headline(mail("Warga Ngadri Perbaiki Saluran Air"), below) is None


def test_a_file_that_is_no_mail_has_none() -> None:
    assert subject_headline(ImportedRelease(Release(TEXT), Receipt()), BODY) is None


def test_taken_it_stands_on_top_and_is_carried() -> None:
    imported = mail("Warga Ngadri Perbaiki Saluran")
    marked = imported.release._replace(marks=(Mark(1, 6, "bold"),))
    choices = (PartChoice(PartKind.BODY, (1,), True), PartChoice(PartKind.CONTACT, (2,), False))
    made = take_parts_under_subject("Saluran Ngadri", imported._replace(release=marked), choices)
    assert made.release.text == "Saluran Ngadri\nWarga Desa Ngadri memperbaiki saluran air."
    (mark,) = made.release.marks
    assert made.release.text[mark.start : mark.end] == "Warga"
    entry = made.receipt.entry("subject")
    assert entry is not None
    assert (entry.carried, entry.left_out, entry.texts) == (1, 0, ())


def test_not_taken_nothing_changes() -> None:
    imported = mail("Warga Ngadri Perbaiki Saluran")
    choices = (PartChoice(PartKind.BODY, (1, 2), True),)
    made = take_parts_under_subject("", imported, choices)
    assert made.release.text == TEXT
    assert made.receipt == imported.receipt
