"""What stands in a Word file that goes out: its parts are compared, never its bytes."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_file import W, WordFile

from bnews_desk import paths
from bnews_desk.errors import WriteError
from bnews_desk.exporters.docx import write_docx
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.release import Details, Mark, Release

READER = FrameReader(load_style_sheet()[0])
NOW = datetime(2026, 3, 2, 8, 30, 15, tzinfo=timezone(timedelta(hours=7)))
HEADLINE = "Warga Sumberagung Panen Padi Lebih Awal"
BODY = [
    "BLITAR | B-news.id - Warga Desa Sumberagung memanen padi dua pekan lebih awal.",
    "",
    "Baca juga: Irigasi Baru Mengairi 40 Hektare Sawah",
    '"Airnya cukup," kata Slamet. (kmfkabblt/sun)',
    "Editor : Zainul Arifin",
]


def written(release: Release) -> WordFile:
    return WordFile(write_docx(release, {}, READER, now=NOW).data)


def test_every_part_of_the_frame_gets_its_style() -> None:
    assert written(Release.of(HEADLINE, BODY)).styled() == [
        ("BNewsJudul", HEADLINE),
        ("BNewsLead", BODY[0]),
        ("BNewsIsi", ""),
        ("BNewsBacaJuga", BODY[2]),
        ("BNewsIsi", BODY[3]),
        ("BNewsEditor", BODY[4]),
    ]


def test_without_headline_the_file_begins_with_the_body() -> None:
    styled = written(Release.of("", BODY)).styled()
    assert styled[0] == ("BNewsLead", BODY[0])
    assert len(styled) == len(BODY)


@pytest.mark.parametrize("text", ["\n", "Judul\n", "\n\n\n"])
def test_empty_paragraphs_stay(text: str) -> None:
    styled = written(Release(text)).styled()
    assert "\n".join(line for _, line in styled) == text.removeprefix("\n")


def test_the_source_tag_has_a_character_style_inside_its_paragraph_and_alone() -> None:
    inside = written(Release.of("", BODY)).runs()
    assert ("(kmfkabblt/sun)", "BNewsKode", "") in inside
    alone = written(Release.of("", [BODY[0], "(kmfkabblt/sun)"]))
    assert alone.styled()[1] == ("BNewsIsi", "(kmfkabblt/sun)")
    assert alone.runs()[1] == ("(kmfkabblt/sun)", "BNewsKode", "")


def test_marks_become_runs_and_links() -> None:
    target = "https://contoh.example/a?b=1&c=2"
    marks = [Mark(1, 9, "bold"), Mark(6, 14, "italic"), Mark(10, 20, "link", target)]
    assert written(Release.of("", ["satu dua tiga empat lima"], marks)).runs() == [
        ("satu ", "b bCs", ""),
        ("dua", "b bCs i iCs", ""),
        (" ", "i iCs", ""),
        ("tiga", "Hyperlink i iCs", target),
        (" empat", "Hyperlink", target),
        (" lima", "", ""),
    ]


def test_a_related_line_whose_address_is_known_is_a_hyperlink() -> None:
    target = "https://b-news.example/2026/irigasi-baru"
    text = Release.of(HEADLINE, BODY).text
    start = text.index("Irigasi")
    mark = Mark(start, text.index("\n", start), "link", target)
    word = written(Release(text, (mark,)))
    assert ("BNewsBacaJuga", BODY[2]) in word.styled()
    assert ("Irigasi Baru Mengairi 40 Hektare Sawah", "Hyperlink", target) in word.runs()
    assert list(word.targets().values()) == [target]


def test_marks_in_a_headline_and_in_later_paragraphs_stay_with_their_words() -> None:
    release = Release.of(
        "Judul", ["Satu.", "Dua tiga."], [Mark(0, 5, "bold"), Mark(16, 20, "bold")]
    )
    bold = [text for text, look, _ in written(release).runs() if look]
    assert bold == ["Judul", "tiga"]


@pytest.mark.parametrize(
    "target", ["http://a.example", "HTTPS://A.EXAMPLE/%20b", "mailto:meja@redaksi.example"]
)
def test_web_and_mail_addresses_become_links(target: str) -> None:
    release = Release.of("", ["kata"], [Mark(1, 5, "link", target)])
    exported = write_docx(release, {}, READER, now=NOW)
    assert WordFile(exported.data).runs() == [("kata", "Hyperlink", target)]
    assert exported.notes == ()


@pytest.mark.parametrize(
    "target",
    ["javascript:alert(1)", "file:///etc/passwd", "ftp://a.example", "", "#bab", "http://[rusak",
     "https://a.example/b c", "https://a.example/\x01", "https://a.example/\ud800"],
)  # fmt: skip
def test_other_targets_stay_plain_words_and_are_noted(target: str) -> None:
    release = Release.of("", ["kata"], [Mark(1, 5, "link", target)])
    exported = write_docx(release, {}, READER, now=NOW)
    word = WordFile(exported.data)
    assert word.runs() == [("kata", "", "")]
    assert word.targets() == {}
    (note,) = exported.notes
    assert note.startswith("1 tautan")


def test_one_target_used_often_is_one_relationship() -> None:
    target = "https://contoh.example"
    marks = [Mark(1, 2, "link", target), Mark(3, 4, "link", target)]
    assert list(written(Release.of("", ["a b c"], marks)).targets().values()) == [target]


def test_where_links_overlap_the_first_wins() -> None:
    marks = [Mark(1, 4, "link", "http://a.example"), Mark(2, 6, "link", "http://b.example")]
    assert written(Release.of("", ["abcdef"], marks)).runs() == [
        ("a", "Hyperlink", "http://a.example"),
        ("bc", "Hyperlink", "http://a.example"),
        ("de", "Hyperlink", "http://b.example"),
        ("f", "", ""),
    ]


def test_what_xml_cannot_hold_becomes_replacement_characters() -> None:
    release = Release.of("Judul\x00", ["a\x0bb\ud83cc\ufffed\te"])
    assert [text for _, text in written(release).styled()] == [
        "Judul\ufffd",
        "a\ufffdb\ufffdc\ufffdd\te",
    ]


def test_core_properties_come_from_frame_and_details() -> None:
    details = Details(category="Pertanian", tags=("padi", "panen & <raya>"), description="Ringkas.")
    release = Release.of(HEADLINE, BODY)
    release = Release(release.text, details=details)
    word = written(release)
    properties = docx.Document(io.BytesIO(word.data)).core_properties
    assert properties.title == HEADLINE
    assert properties.author == "Zainul Arifin"
    assert properties.keywords == "padi, panen & <raya>"
    assert properties.category == "Pertanian"
    assert properties.comments == "Ringkas."
    assert properties.language == "id-ID"
    stamp = datetime(2026, 3, 2, 1, 30, 15, tzinfo=UTC)
    assert properties.created == properties.modified == stamp
    assert b"python" not in word.part("docProps/core.xml") + word.part("docProps/app.xml")


def test_core_properties_of_a_bare_release_and_of_a_very_long_headline() -> None:
    bare = docx.Document(io.BytesIO(written(Release()).data)).core_properties
    assert (bare.title, bare.author, bare.keywords) == ("", "", "")
    long = written(Release.of("panjang " * 100 + "\x01", ["Satu."]))
    title = docx.Document(io.BytesIO(long.data)).core_properties.title
    assert title == "panjang " * 100 + "\ufffd"


def test_the_same_release_gives_the_same_bytes() -> None:
    release = Release.of(HEADLINE, BODY, [Mark(1, 3, "bold")])
    first = write_docx(release, {}, READER, now=NOW)
    assert write_docx(release, {}, READER, now=NOW) == first
    assert write_docx(release, {}, READER, now=NOW + timedelta(seconds=1)) != first


def test_a_file_without_given_time_is_dated_now() -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    data = write_docx(Release(), {}, READER).data
    created = docx.Document(io.BytesIO(data)).core_properties.created
    assert created is not None
    assert before <= created <= datetime.now(UTC)


def test_a_missing_template_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "_HERE", str(tmp_path / "paket"))
    with pytest.raises(WriteError, match="Templat") as caught:
        write_docx(Release(), {}, READER)
    assert caught.value.kind == "failed"


def test_the_writer_is_not_loaded_before_it_is_needed() -> None:
    program = "import sys, bnews_desk.exporters.export_formats; sys.exit('docx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.posix("pandoc, the second reader of Word files, is Debian's")
@pytest.mark.skipif(
    sys.platform != "win32" and shutil.which("pandoc") is None,
    reason="no second reader of Word files here",
)
def test_another_reader_finds_the_same_text() -> None:
    release = Release.of(HEADLINE, [line for line in BODY if line], [Mark(60, 66, "bold")])
    command = ["pandoc", "-f", "docx", "-t", "plain", "--wrap=none"]
    data = write_docx(release, {}, READER, now=NOW).data
    shown = subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()
    lines = [line.replace("“", '"').replace("”", '"') for line in shown.split("\n") if line]
    assert lines == release.text.split("\n")


LEGAL = st.characters(exclude_categories=["Cs"], exclude_characters="\n\r\ufffe\uffff").filter(
    lambda char: char >= " " or char == "\t"
)


@given(st.lists(st.text(LEGAL, max_size=30), min_size=1, max_size=6), st.data())
def test_any_text_and_bold_words_stand_in_the_file_as_they_were(
    lines: list[str], data: st.DataObject
) -> None:
    bounds = st.integers(0, sum(len(line) + 1 for line in lines))
    marks = [
        Mark(min(a, b), max(a, b), "bold")
        for a, b in data.draw(st.lists(st.tuples(bounds, bounds), max_size=4))
    ]
    release = Release.of("", lines, marks)
    word = written(release)
    assert [text for _, text in word.styled()] == lines
    bold = "".join(text for text, look, _ in word.runs() if "bCs" in look.split())
    assert bold == "".join(release.text[m.start : m.end] for m in release.marks)


@given(st.text(max_size=60))
def test_any_text_at_all_can_be_written(text: str) -> None:
    word = written(Release(text, (Mark(0, 9, "italic"),)))
    assert len(word.xml("word/document.xml").findall(f".//{W}p")) >= 1
