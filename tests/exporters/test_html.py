"""HTML for a content management system."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bnews_desk.exporters.html import MAX_PICTURE_BYTES, rich_html, write_html
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.importers.txt import read_txt
from bnews_desk.release import Mark, Photo, Release

SAMPLES = sorted((Path(__file__).parent.parent / "fixtures" / "releases").glob("*.txt"))
ALLOWED = {"h1", "p", "strong", "em", "a", "figure", "figcaption"}
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
MARKS = st.lists(
    st.builds(
        Mark,
        st.integers(0, 60),
        st.integers(0, 60),
        st.sampled_from(["bold", "italic", "link"]),
        st.sampled_from(["", "https://contoh.id/?a=1&b=2", "mailto:a@contoh.id", "javascript:x"]),
    ),
    max_size=6,
)


class Stripper(HTMLParser):
    """What a page says, element by element, and which elements it uses."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.names: list[str] = []
        self.targets: list[str] = []
        self.headline = ""
        self.body: list[str] = []
        self.captions: list[str] = []
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert self._open == []

    @property
    def text(self) -> str:
        return "\n".join((self.headline, *self.body))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        if tag in {"meta", "img"}:
            return
        self._open.append(tag)
        if tag == "p":
            self.body.append("")
        elif tag == "figcaption":
            self.captions.append("")
        elif tag == "a":
            self.targets.append(dict(attrs)["href"] or "")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "figcaption" in self._open:
            self.captions[-1] += data
        elif "h1" in self._open:
            self.headline += data
        elif "p" in self._open:
            self.body[-1] += data
        else:
            assert not data.strip()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_words_of_the_page_are_the_copy(path: Path) -> None:
    release = read_txt(path.read_bytes(), FrameReader(load_style_sheet()[0])).release
    page = Stripper(write_html(release))
    assert page.text == release.text
    assert set(page.names) <= ALLOWED


@given(
    st.lists(st.text(st.characters(exclude_characters="\n\0", exclude_categories=["Cs"]))), MARKS
)
def test_any_copy_comes_back_from_its_page(lines: list[str], marks: list[Mark]) -> None:
    release = Release("\n".join(lines), tuple(m for m in marks if m.start < m.end))
    for written in (write_html(release), rich_html(release)):
        page = Stripper(written)
        assert page.text == release.text
        assert all(target.startswith(("https://", "mailto:")) for target in page.targets)
    assert set(Stripper(write_html(release)).names) <= ALLOWED


def test_bold_italic_and_links_are_elements_opened_once() -> None:
    release = Release.of(
        "Pasar Ramai",
        ["satu dua tiga"],
        [Mark(12, 20, "bold"), Mark(17, 20, "italic"), Mark(21, 25, "link", "https://contoh.id")],
    )
    assert write_html(release) == (
        "<h1>Pasar Ramai</h1>\n"
        '<p><strong>satu <em>dua</em></strong> <a href="https://contoh.id">tiga</a></p>'
    )


def test_markup_in_the_copy_is_only_words() -> None:
    release = Release.of("<script>x</script>", ["a < b & c > d"])
    assert "<script>" not in write_html(release)
    assert Stripper(write_html(release)).text == release.text


def test_a_link_that_is_neither_web_nor_mail_leaves_its_words() -> None:
    release = Release.of("", ["klik di sini"], [Mark(1, 5, "link", "javascript:alert(1)")])
    assert write_html(release) == "<p>klik di sini</p>"


def test_a_target_cannot_leave_its_attribute() -> None:
    release = Release.of("", ["klik"], [Mark(1, 5, "link", 'https://x.id/"onclick=a&b')])
    assert Stripper(write_html(release)).targets == ['https://x.id/"onclick=a&b']


def test_without_a_headline_there_is_no_heading() -> None:
    assert write_html(Release.of("", ["Isi."])) == "<p>Isi.</p>"


def test_what_no_page_can_hold_becomes_the_replacement_character() -> None:
    assert write_html(Release.of("", ["a\0b\ud83c"])) == "<p>a\ufffdb\ufffd</p>"


def test_captions_stand_in_figures_behind_their_paragraph() -> None:
    photos = (
        Photo("a" * 64, 1, caption="Lapak & kios.", credit="Humas"),
        Photo("b" * 64, 1),
        Photo("c" * 64, 9, caption="Akhir."),
    )
    release = Release("\nSatu.\nDua.", photos=photos)
    assert write_html(release) == (
        "<p>Satu.</p>\n"
        "<figure><figcaption>Lapak &amp; kios. (Foto: Humas)</figcaption></figure>\n"
        "<p>Dua.</p>\n<figure><figcaption>Akhir.</figcaption></figure>"
    )


def test_the_rich_page_brings_pictures_with_alt_text() -> None:
    photo = Photo("a" * 64, 1, caption="Kios.", alt_text='Kios "baru"')
    page = rich_html(Release("\nSatu.", photos=(photo,)), {photo.digest: PNG})
    assert '<figure><img src="data:image/png;base64,iVBO' in page
    assert 'alt="Kios &quot;baru&quot;"' in page
    assert "<figcaption>Kios.</figcaption>" in page


@pytest.mark.parametrize("data", [b"", b"<svg>", PNG + b"\0" * MAX_PICTURE_BYTES])
def test_a_picture_that_browsers_do_not_show_or_is_too_large_stays_out(data: bytes) -> None:
    photo = Photo("a" * 64, 1)
    assert "<img" not in rich_html(Release("\nSatu.", photos=(photo,)), {photo.digest: data})
