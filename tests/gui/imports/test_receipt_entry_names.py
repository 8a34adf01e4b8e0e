"""What the kinds of a receipt are called in the window."""

from __future__ import annotations

from bnews_desk.gui.imports.import_texts import receipt_entry_name
from bnews_desk.importers.import_receipt import NOTES


def test_every_kind_an_importer_tells_of_has_an_indonesian_name() -> None:
    assert [kind for kind in NOTES if receipt_entry_name(kind) == kind] == []


def test_what_a_conversation_leaves_out_is_named_in_words() -> None:
    assert receipt_entry_name("chat-stamp") == "waktu dan nama pengirim"
