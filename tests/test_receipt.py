"""The account of an import: nothing is dropped without a word."""

from __future__ import annotations

from bnews_desk.receipt import Receipt, ReceiptBuilder, ReceiptEntry


def test_an_import_with_nothing_to_say_has_an_empty_receipt() -> None:
    assert ReceiptBuilder().receipt() == Receipt()
    assert list(Receipt()) == []


def test_what_was_found_is_what_was_carried_and_left_out() -> None:
    tally = ReceiptBuilder()
    tally.carry("footnote", 2)
    tally.carry("footnote")
    tally.leave_out("footnote", ["catatan", ""])
    entry = tally.receipt().entry("footnote")
    assert entry is not None
    assert (entry.found, entry.carried, entry.left_out) == (5, 3, 2)


def test_only_texts_that_can_be_brought_back_are_kept() -> None:
    tally = ReceiptBuilder()
    tally.leave_out("comment", ["tolong dicek", "", "setuju"])
    entry = tally.receipt().entry("comment")
    assert entry is not None
    assert entry.texts == ("tolong dicek", "setuju")
    assert entry.left_out == 3


def test_leaving_out_something_without_text_counts_one() -> None:
    tally = ReceiptBuilder()
    tally.leave_out("shape")
    assert tally.receipt().entry("shape") == ReceiptEntry("shape", 1, 0, 1, (), "")


def test_kinds_stand_in_the_order_in_which_they_were_met() -> None:
    tally = ReceiptBuilder()
    tally.note("encoding", "Pengodean teks: UTF-8.")
    tally.leave_out("header", ["Kop surat"])
    tally.carry("link")
    tally.carry("encoding")
    assert [entry.kind for entry in tally.receipt()] == ["encoding", "header", "link"]


def test_a_later_note_replaces_an_earlier_one() -> None:
    tally = ReceiptBuilder()
    tally.note("table", "Satu tabel.")
    tally.note("table", "Dua tabel.")
    entry = tally.receipt().entry("table")
    assert entry is not None
    assert entry.note == "Dua tabel."


def test_a_kind_that_was_not_met_has_no_entry() -> None:
    tally = ReceiptBuilder()
    tally.carry("link")
    assert tally.receipt().entry("table") is None


def test_a_closed_account_does_not_change_when_the_tally_goes_on() -> None:
    tally = ReceiptBuilder()
    tally.leave_out("header", ["Kop"])
    receipt = tally.receipt()
    tally.leave_out("header", ["Kop kedua"])
    entry = receipt.entry("header")
    assert entry is not None
    assert entry.texts == ("Kop",)


def test_an_entry_in_json_has_exactly_these_keys() -> None:
    entry = ReceiptEntry("footnote", 2, 1, 1, ("catatan",), "Satu catatan kaki ditinggal.")
    assert entry.as_json() == {
        "kind": "footnote",
        "found": 2,
        "carried": 1,
        "left_out": 1,
        "texts": ["catatan"],
        "note": "Satu catatan kaki ditinggal.",
    }
