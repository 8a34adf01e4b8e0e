"""A paragraph that was left out comes back where it belongs."""

from __future__ import annotations

import pytest

from bnews_desk.comparison import compare
from bnews_desk.gui.original.original_controller import paragraph_restoring_edit
from bnews_desk.release import Mark, Release

BODY = (
    "Warga memanen kopi.",
    "Acara dibuka dengan doa.",
    "Hasilnya dijual di Wlingi.",
    "Demikian.",
)
ORIGINAL = Release("\n".join(("Panen Kopi", *BODY)))


@pytest.mark.parametrize(
    ("copy", "number", "after"),
    [
        (("Panen", BODY[0], BODY[2]), 2, ("Panen", BODY[0], BODY[1], BODY[2])),
        (("Panen", BODY[0], BODY[2]), 4, ("Panen", BODY[0], BODY[2], BODY[3])),
        (("Panen", BODY[2], BODY[3]), 1, ("Panen", BODY[0], BODY[2], BODY[3])),
        (("Panen", ""), 1, ("Panen", BODY[0], "")),
        (
            ("Panen", BODY[0], "Baca juga: Harga Kopi Naik", BODY[2]),
            2,
            ("Panen", BODY[0], BODY[1], "Baca juga: Harga Kopi Naik", BODY[2]),
        ),
    ],
)
def test_its_place(copy: tuple[str, ...], number: int, after: tuple[str, ...]) -> None:
    release = Release("\n".join(copy))
    edit = paragraph_restoring_edit(compare(ORIGINAL.text, release.text), ORIGINAL, number)
    assert release.edited([edit]).text == "\n".join(after)


def test_all_that_was_left_out_comes_back_in_any_order() -> None:
    release = Release("Panen Kopi\nWarga memanen kopi.")
    for number in (4, 2, 3):
        comparison = compare(ORIGINAL.text, release.text)
        assert number in comparison.unused
        release = release.edited([paragraph_restoring_edit(comparison, ORIGINAL, number)])
    assert release.text == ORIGINAL.text


def test_bold_and_links_come_with_it() -> None:
    start = ORIGINAL.text.index("doa")
    marks = (Mark(start, start + 3, "bold"), Mark(0, 5, "italic"))
    original = Release(ORIGINAL.text, marks)
    copy = Release("Panen Kopi\nWarga memanen kopi.")
    release = copy.edited(
        [paragraph_restoring_edit(compare(original.text, copy.text), original, 2)]
    )
    (mark,) = release.marks
    assert (release.text[mark.start : mark.end], mark.kind) == ("doa", "bold")
