"""What an editor has chosen, from the settings and back, and the choices of earlier versions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bnews_desk.exporters.export_formats import FORMATS
from bnews_desk.gui.publish.clipboard_row import clipboard_name
from bnews_desk.gui.publish.export_choices import (
    CLIPBOARD_FORMS,
    PDF,
    ExportChoices,
    choices_of,
    file_forms,
    form_of,
)
from bnews_desk.settings import Settings

KEYS = [form.key for form in file_forms()]


@given(
    st.sets(st.sampled_from(KEYS)),
    st.sampled_from(["", *CLIPBOARD_FORMS]),
    st.sampled_from(["", "/media/tayang"]),
)
def test_any_choices_come_back_from_the_settings(
    files: set[str], clipboard: str, folder: str
) -> None:
    ordered = tuple(key for key in KEYS if key in files)
    choices = ExportChoices(ordered, clipboard, folder, "{judul}")
    assert choices_of(choices.names, folder, "{judul}") == choices
    assert choices.is_empty is not bool(files or clipboard)


@pytest.mark.parametrize(
    ("stored", "files", "clipboard"),
    [
        (Settings().export_forms, ("docx", "txt"), ""),
        (("txt", "text-clipboard"), ("txt",), "text"),
        (("html-clipboard",), (), "html"),
        (("docx", "text-clipboard", "html-clipboard"), ("docx",), "rich"),
        (("docx", "lotus123", "x-clipboard"), ("docx",), ""),
    ],
)
def test_choices_of_earlier_versions_are_understood(
    stored: tuple[str, ...], files: tuple[str, ...], clipboard: str
) -> None:
    assert choices_of(stored, "", "{judul}") == ExportChoices(files, clipboard, "", "{judul}")


def test_every_format_that_can_be_written_can_be_chosen() -> None:
    assert {form.key for form in FORMATS} | {PDF} == set(KEYS)
    assert len({form.ending for form in file_forms()}) == len(file_forms())


def test_every_form_has_a_name_and_is_known_by_its_ending() -> None:
    for form in file_forms():
        assert form.title
        assert form.short
        assert form_of(f"/media/2024 pasar{form.ending}") == form
    assert len({clipboard_name(form) for form in CLIPBOARD_FORMS}) == len(CLIPBOARD_FORMS)
