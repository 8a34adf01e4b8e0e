"""Links on related titles, in every form that has links."""

from __future__ import annotations

import io
import zipfile

import pytest

from bnews_desk.exporters.export_formats import write_release
from bnews_desk.exporters.related_links import link_related_titles
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.release import Mark, Release

READER = FrameReader(load_style_sheet()[0])
TITLE = "Pasar Wlingi Dibuka Lagi"
ADDRESS = "https://b-news.id/2024/pasar-wlingi?a=1&b=2"
RELEASE = Release.of("Judul", ["Satu kalimat.", f"Baca juga: {TITLE}", "Dua kalimat."])
KNOWN = {TITLE: ADDRESS, "Jahat": "javascript:alert(1)"}


def linked(release: Release) -> Release:
    return link_related_titles(release, READER, lambda title: KNOWN.get(title, ""))


def targets(release: Release) -> list[tuple[str, str]]:
    return [(release.text[m.start : m.end], m.target) for m in release.marks if m.kind == "link"]


def test_a_title_whose_address_is_known_is_a_link() -> None:
    assert targets(linked(RELEASE)) == [(TITLE, ADDRESS)]
    assert linked(RELEASE).text == RELEASE.text


@pytest.mark.parametrize("line", ["Baca juga: Lain Sekali", "Baca juga:", "Baca juga: Jahat"])
def test_what_is_not_known_or_leads_astray_is_none(line: str) -> None:
    release = Release.of("Judul", ["Satu kalimat.", line, "Dua kalimat."])
    assert linked(release) is release


def test_an_editors_own_link_stays() -> None:
    at = RELEASE.text.index("Wlingi")
    own = RELEASE._replace(marks=(Mark(at, at + 6, "link", "https://contoh.id/"),))
    assert linked(own) == own


def test_a_glued_line_is_linked_and_bold_stays() -> None:
    text = f"Satu kalimat. Baca juga: {TITLE}"
    glued = Release.of("", [text, "Dua."])
    glued = glued._replace(marks=(Mark(1, 5, "bold"),))
    assert targets(linked(glued)) == [(TITLE, ADDRESS)]
    assert Mark(1, 5, "bold") in linked(glued).marks


@pytest.mark.parametrize("form", ["html", "wordpress", "markdown", "ninjs"])
def test_texts_carry_the_link(form: str) -> None:
    text = write_release(linked(RELEASE), {}, form, READER).data.decode()
    assert ADDRESS in text or ADDRESS.replace("&", "&amp;") in text


@pytest.mark.parametrize(
    ("form", "part"), [("docx", "word/_rels/document.xml.rels"), ("odt", "content.xml")]
)
def test_documents_carry_the_link(form: str, part: str) -> None:
    data = write_release(linked(RELEASE), {}, form, READER).data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert ADDRESS.replace("&", "&amp;") in package.read(part).decode()
