"""The one value that travels, and the edits that make a new one of it."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bnews_desk.errors import StaleEditError
from bnews_desk.release import Details, Edit, Ignore, Mark, Photo, Release, normalize_marks
from bnews_desk.slugs import SLUG_LENGTH, slug_of

TEXT = "Pasar Wlingi Dibuka\nBupati membuka pasar itu.\nWarga senang."


def edit(release: Release, old: str, new: str, marks: tuple[Mark, ...] = ()) -> Edit:
    """The edit that puts ``new`` where the words ``old`` first stand."""
    start = release.text.index(old)
    return Edit(start, start + len(old), old, new, marks)


def mark(release: Release, words: str, kind: str = "bold", target: str = "") -> Mark:
    start = release.text.index(words)
    return Mark(start, start + len(words), kind, target)  # type: ignore[arg-type]


def marked(release: Release) -> list[str]:
    """The words under each mark, in order."""
    return [release.text[m.start : m.end] for m in release.marks]


# --- the text -------------------------------------------------------------------------------


def test_the_first_line_is_the_headline_and_the_rest_the_body() -> None:
    release = Release(TEXT)
    assert release.headline == "Pasar Wlingi Dibuka"
    assert release.body == "Bupati membuka pasar itu.\nWarga senang."
    assert [p.text for p in release.paragraphs] == TEXT.split("\n")


def test_without_a_headline_the_first_line_is_empty() -> None:
    release = Release.of("", ["Bupati membuka pasar itu."])
    assert release.text == "\nBupati membuka pasar itu."
    assert release.headline == ""


def test_there_is_always_a_body_however_empty() -> None:
    assert Release().text == Release.of("", []).text == "\n"
    assert Release.of("Judul", []).text == Release("Judul").text == "Judul\n"


def test_a_release_compares_by_value_and_cannot_be_changed() -> None:
    release = Release(TEXT, (Mark(0, 5, "bold"),))
    assert release == Release(TEXT, (Mark(0, 5, "bold"),))
    assert hash(release) == hash(Release(TEXT, (Mark(0, 5, "bold"),)))
    with pytest.raises(AttributeError):
        release.text = "lain"  # type: ignore[misc]


# --- marks in their normal form -------------------------------------------------------------


def test_marks_stand_in_order_and_touching_equals_are_one() -> None:
    release = Release(TEXT, (Mark(6, 12, "bold"), Mark(0, 6, "bold"), Mark(2, 8, "italic")))
    assert release.marks == (Mark(0, 12, "bold"), Mark(2, 8, "italic"))


def test_links_to_different_places_stay_apart() -> None:
    links = (Mark(0, 5, "link", "https://a.id"), Mark(5, 9, "link", "https://b.id"))
    assert Release(TEXT, links).marks == links


def test_a_mark_across_lines_becomes_one_in_each_line() -> None:
    release = Release("Satu\nDua\n\nTiga", (Mark(2, 12, "italic"),))
    assert marked(release) == ["tu", "Dua", "Ti"]


@pytest.mark.parametrize("wrong", [(4, 4), (7, 3), (4, 5), (90, 99), (-5, 0)])
def test_an_empty_mark_or_one_beside_the_text_is_dropped(wrong: tuple[int, int]) -> None:
    assert Release("Satu\nDua", (Mark(*wrong, "bold"),)).marks == ()


@settings(deadline=None)
@given(
    st.text(st.sampled_from("ab \n"), max_size=30),
    st.lists(
        st.builds(
            Mark,
            st.integers(-3, 35),
            st.integers(-3, 35),
            st.sampled_from(["bold", "italic"]),
        ),
        max_size=8,
    ),
)
def test_the_normal_form_covers_the_same_letters_and_is_stable(
    text: str, marks: list[Mark]
) -> None:
    def covered(some: tuple[Mark, ...] | list[Mark]) -> set[tuple[int, str]]:
        return {
            (i, m.kind)
            for m in some
            for i in range(max(m.start, 0), min(m.end, len(text)))
            if text[i] != "\n"
        }

    normal = normalize_marks(marks, text)
    assert covered(normal) == covered(marks)
    assert normalize_marks(normal, text) == normal
    assert all(m.start < m.end and "\n" not in text[m.start : m.end] for m in normal)


def test_marks_within_a_stretch_are_cut_to_it_and_count_from_it() -> None:
    release = Release(TEXT, (Mark(0, 12, "bold"), Mark(20, 26, "italic")))
    assert release.marks_within(6, 24) == (Mark(0, 6, "bold"), Mark(14, 18, "italic"))
    assert release.marks_within(12, 20) == ()


# --- edits ----------------------------------------------------------------------------------


def test_edits_are_applied_wherever_they_stand_in_the_list() -> None:
    release = Release(TEXT)
    after = release.edited([edit(release, "senang", "gembira"), edit(release, "Pasar", "Kios")])
    assert after.text == "Kios Wlingi Dibuka\nBupati membuka pasar itu.\nWarga gembira."
    assert release.text == TEXT


def test_no_edit_gives_the_same_release() -> None:
    release = Release(TEXT)
    assert release.edited([]) is release


def test_two_insertions_at_one_place_are_both_done() -> None:
    release = Release("\nWarga senang.")
    after = release.edited([Edit(1, 1, "", "A "), Edit(1, 1, "", "B ")])
    assert after.text == "\nA B Warga senang."


@pytest.mark.parametrize(
    "stale",
    [
        Edit(0, 5, "Pasir", "Kios"),
        Edit(1, 6, "Pasar", "Kios"),
        Edit(0, 5, "Pasa", "Kios"),
        Edit(0, 0, "P", "K"),
        Edit(len(TEXT) - 1, len(TEXT) + 1, ".", ""),
        Edit(500, 500, "", "K"),
        Edit(5, 0, "", "K"),
        Edit(-1, 0, "", "K"),
    ],
)
def test_an_edit_that_meets_another_text_is_refused(stale: Edit) -> None:
    release = Release(TEXT)
    with pytest.raises(StaleEditError):
        release.edited([edit(release, "senang", "gembira"), stale])
    assert release.text == TEXT


def test_overlapping_edits_are_refused() -> None:
    release = Release(TEXT)
    with pytest.raises(StaleEditError, match="bertumpuk"):
        release.edited([edit(release, "Pasar Wlingi", "A"), edit(release, "Wlingi Dibuka", "B")])


def test_touching_edits_are_none_that_overlap() -> None:
    release = Release(TEXT)
    after = release.edited([edit(release, "Pasar ", "Kios "), edit(release, "Wlingi", "Garum")])
    assert after.headline == "Kios Garum Dibuka"


def test_an_edit_that_takes_the_only_line_break_leaves_an_empty_body() -> None:
    assert Release("Judul\nIsi").edited([Edit(5, 9, "\nIsi", "")]).text == "Judul\n"


def test_an_edit_keeps_everything_that_is_not_text() -> None:
    details = Details(writer="Sun", tags=("pasar",), publication_date=date(2024, 11, 14))
    ignores = frozenset({Ignore("rule", "kata")})
    release = Release(TEXT, details=details, ignores=ignores)
    after = release.edited([edit(release, "senang", "gembira")])
    assert (after.details, after.ignores) == (details, ignores)


# --- marks move with their words --------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "kept"),
    [
        ("Bupati", "Wakil Bupati Blitar", ["pasar itu"]),
        ("Warga", "Pedagang", ["pasar itu"]),
        ("membuka ", "menutup ", ["pasar itu"]),
        (".\nWarga", "!\nWarga", ["pasar itu"]),
        ("Bupati membuka pasar", "Bupati membuka pasar", ["pasar itu"]),
        ("pasar itu", "", []),
        ("membuka pasar itu.", "datang.", []),
        ("pasar itu", "pasar rakyat itu", ["pasar rakyat itu"]),
        ("itu", "ini", ["pasar ini"]),
        ("sar itu.", ".", ["pa"]),
        ("membuka pa", "meme", ["sar itu"]),
        ("r i", "r\ni", ["pasar", "itu"]),
    ],
)
def test_a_mark_is_moved_cut_kept_or_gone_with_its_words(
    old: str, new: str, kept: list[str]
) -> None:
    release = Release(TEXT)
    release = Release(TEXT, (mark(release, "pasar itu"),))
    assert marked(release.edited([edit(release, old, new)])) == kept


def test_words_put_in_directly_before_or_behind_a_mark_do_not_bear_it() -> None:
    release = Release(TEXT)
    target = mark(release, "pasar")
    release = Release(TEXT, (target,))
    after = release.edited(
        [Edit(target.start, target.start, "", "kios "), Edit(target.end, target.end, "", " baru")]
    )
    assert marked(after) == ["pasar"]


def test_words_put_in_between_two_touching_marks_bear_neither() -> None:
    release = Release("\nsatudua", (Mark(1, 5, "bold"), Mark(5, 8, "italic")))
    after = release.edited([Edit(5, 5, "", " dan ")])
    assert marked(after) == ["satu", "dua"]


def test_an_edit_brings_marks_of_its_own() -> None:
    release = Release(TEXT, (mark(Release(TEXT), "Warga"),))
    brought = edit(release, "Bupati", "Wakil Bupati", (Mark(0, 5, "link", "https://a.id"),))
    after = release.edited([brought])
    assert [(m.kind, after.text[m.start : m.end]) for m in after.marks] == [
        ("link", "Wakil"),
        ("bold", "Warga"),
    ]


def test_a_paragraph_that_is_moved_keeps_its_links() -> None:
    text = "\nSatu.\nBaca juga: Pasar\nDua."
    link = mark(Release(text), "Pasar", "link", "https://b-news.id/1")
    release = Release(text, (link,))
    moved = release.marks_within(7, 23)
    after = release.edited(
        [
            Edit(6, 23, "\nBaca juga: Pasar", ""),
            Edit(
                28,
                28,
                "",
                "\nBaca juga: Pasar",
                tuple(m._replace(start=m.start + 1, end=m.end + 1) for m in moved),
            ),
        ]
    )
    assert after.text == "\nSatu.\nDua.\nBaca juga: Pasar"
    assert [(after.text[m.start : m.end], m.target) for m in after.marks] == [
        ("Pasar", "https://b-news.id/1")
    ]


LETTERS = st.text(st.sampled_from("abcç🎉 "), max_size=6)


@st.composite
def edits_outside_marks(draw: st.DrawFn) -> tuple[Release, list[Edit], list[str]]:
    """A release of stretches, each either marked or edited, and what the marks cover."""
    text, marks, edits, words = "\n", [], [], []
    for number, stretch in enumerate(draw(st.lists(LETTERS, max_size=8))):
        start, end = len(text), len(text) + len(stretch)
        text += stretch
        if draw(st.booleans()):
            if stretch:
                marks.append(Mark(start, end, "link", str(number)))
                words.append(stretch)
        else:
            new = draw(st.text(st.sampled_from("abç🎉 \n"), max_size=6))
            edits.append(Edit(start, end, stretch, new))
    return Release(text, tuple(marks)), draw(st.permutations(edits)), words


@settings(deadline=None)
@given(edits_outside_marks())
def test_marks_cover_the_same_words_when_edits_are_outside_them(
    case: tuple[Release, list[Edit], list[str]],
) -> None:
    release, edits, words = case
    assert marked(release) == words
    assert marked(release.edited(edits)) == words


@st.composite
def any_edits(draw: st.DrawFn) -> tuple[Release, list[Edit]]:
    text = "\n" + draw(st.text(st.sampled_from("abc \n"), max_size=30))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    edits = [
        Edit(a, b, text[a:b], draw(st.text(st.sampled_from("abc \n"), max_size=5)))
        for a, b in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    marks = draw(
        st.lists(
            st.builds(Mark, st.integers(0, 30), st.integers(0, 30), st.just("bold")), max_size=4
        )
    )
    anchors = draw(st.lists(st.integers(0, text.count("\n")), max_size=3))
    photos = tuple(Photo(str(i), anchor) for i, anchor in enumerate(sorted(anchors)))
    return Release(text, tuple(marks), photos), edits


@settings(deadline=None)
@given(any_edits())
def test_whatever_is_edited_marks_and_photos_stay_inside_the_text(
    case: tuple[Release, list[Edit]],
) -> None:
    release, edits = case
    after = release.edited(edits)
    assert all(0 <= m.start < m.end <= len(after.text) for m in after.marks)
    assert all("\n" not in words for words in marked(after))
    anchors = [photo.anchor for photo in after.photos]
    assert all(0 <= anchor <= after.text.count("\n") for anchor in anchors)
    assert anchors == sorted(anchors), "photos keep their order"


# --- photos follow their paragraphs ---------------------------------------------------------


def anchored_at(release: Release, *anchors: int) -> Release:
    photos = tuple(Photo(f"{i:064x}", anchor) for i, anchor in enumerate(anchors))
    return release._replace(photos=photos)


def anchors_after(release: Release, *edits: Edit) -> list[int]:
    return [photo.anchor for photo in release.edited(edits).photos]


FOUR = "Judul\nSatu.\nDua.\nTiga."


@pytest.mark.parametrize(
    ("change", "anchors"),
    [
        (("Satu.", "Satu. Lagi."), [0, 1, 2, 3]),
        (("\nSatu.", ""), [0, 0, 1, 2]),
        (("Satu.", "Satu.\nSisipan."), [0, 1, 3, 4]),
        (("\nDua.", "\nSisipan.\nDua."), [0, 1, 3, 4]),
        (("Satu.\nDua.", "Satu. Dua."), [0, 1, 1, 2]),
        (("Satu.\nDua.\nTiga.", ""), [0, 1, 1, 1]),
        (("Satu.\n", ""), [0, 0, 1, 2]),
        (("Satu.\nDua.\n", ""), [0, 0, 0, 1]),
        (("u.\nDua.\n", ""), [0, 1, 1, 1]),
    ],
)
def test_a_photo_stays_behind_the_words_of_its_paragraph(
    change: tuple[str, str], anchors: list[int]
) -> None:
    release = anchored_at(Release(FOUR), 0, 1, 2, 3)
    assert anchors_after(release, edit(release, *change)) == anchors


def test_a_photo_under_the_last_paragraph_stays_above_what_is_added_below() -> None:
    release = anchored_at(Release(FOUR), 3)
    end = len(FOUR)
    assert anchors_after(release, Edit(end, end, "", "\nEditor : Zainul Arifin")) == [3]


def test_a_headline_put_in_moves_no_photo() -> None:
    release = anchored_at(Release("\nSatu.\nDua."), 0, 1)
    assert anchors_after(release, Edit(0, 0, "", "Judul")) == [0, 1]


def test_a_photo_with_an_anchor_beside_the_text_falls_to_the_last_paragraph() -> None:
    release = anchored_at(Release(FOUR), 99)
    assert anchors_after(release, edit(release, "\nSatu.", "")) == [2]


# --- details and slug -----------------------------------------------------------------------


def test_details_are_all_unknown_at_first() -> None:
    assert Details() == Release().details
    assert Details().publication_date is None
    assert not Details().advertorial


@pytest.mark.parametrize(
    ("headline", "slug"),
    [
        ("Pasar Wlingi Dibuka Kembali", "pasar-wlingi-dibuka-kembali"),
        ("  Bupati: “1.720 P3K Terima SK!”", "bupati-1-720-p3k-terima-sk"),
        ("Jum'at Berkah di Kafé", "jumat-berkah-di-kafe"),
        ("مرحبا", ""),
        ("", ""),
    ],
)
def test_a_slug_is_lower_case_with_hyphens_and_without_accents(headline: str, slug: str) -> None:
    assert slug_of(headline) == slug


def test_a_long_slug_ends_with_a_whole_word() -> None:
    slug = slug_of("pasar " * 40)
    assert len(slug) <= SLUG_LENGTH
    assert set(slug.split("-")) == {"pasar"}


def test_one_endless_word_is_cut() -> None:
    assert slug_of("x" * 300) == "x" * SLUG_LENGTH


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_headline_gives_a_slug_that_an_address_can_bear(headline: str) -> None:
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug_of(headline))


@given(
    st.lists(st.text("ab", max_size=3), min_size=1, max_size=5),
    st.integers(0, 5),
    st.integers(0, 5),
    st.booleans(),
)
def test_moved_paragraphs_are_the_same_paragraphs(
    lines: list[str], first: int, last: int, down: bool
) -> None:
    release = Release.of("J", lines, [Mark(2, 4, "italic")])
    last = min(max(first, last), len(lines))
    moved = release.with_paragraphs_moved(first, last, down=down)
    assert moved.headline == "J"
    assert sorted(moved.body.split("\n")) == sorted(release.body.split("\n"))
    assert sum(m.end - m.start for m in moved.marks) == sum(m.end - m.start for m in release.marks)
    if moved is not release:
        step = 1 if down else -1
        assert moved.with_paragraphs_moved(first + step, last + step, down=not down) == release
