"""Style sheets: a wrong entry is named with its place, and the rest still works."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bnews_desk.errors import ReadError
from bnews_desk.finding import Severity
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style import HouseStyle
from bnews_desk.house.style_sheet import MAX_SHEET_BYTES, StyleFault, load_style_sheet
from bnews_desk.release import Release
from bnews_desk.rules.catalogue import all_rules, misnamed_severities
from bnews_desk.rules.checker import severity_of

SHIPPED = load_style_sheet()[0]


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return tmp_path / "gaya.toml"


def loaded(sheet: Path, source: str | bytes) -> tuple[HouseStyle, list[StyleFault]]:
    sheet.write_bytes(source if isinstance(source, bytes) else source.encode())
    return load_style_sheet(str(sheet))


def test_the_shipped_sheet_has_no_fault() -> None:
    house, faults = load_style_sheet()
    assert faults == []
    assert house.dateline.house_form("BLITAR") == "BLITAR | B-news.id - "
    assert house.source_tag.only_tag == "(kmfkabblt/sun)"
    assert house.credit.house_form("Zainul Arifin") == "Editor : Zainul Arifin"
    assert house.related.opening == "Baca juga: "
    assert misnamed_severities(house, all_rules()) == []


def test_an_empty_sheet_is_the_shipped_one(sheet: Path) -> None:
    assert loaded(sheet, "") == (SHIPPED, [])
    assert loaded(sheet, "# hanya komentar\n") == (SHIPPED, [])


def test_a_sheet_changes_only_what_it_mentions(sheet: Path) -> None:
    house, faults = loaded(sheet, '[dateline]\nsite = "Kabar Blitar"\n[limits]\ndraft_words = 5\n')
    assert faults == []
    assert house.dateline.site == "Kabar Blitar"
    assert house.dateline.form == SHIPPED.dateline.form
    assert house.limits.draft_words == 5
    assert house.limits.headline_words == SHIPPED.limits.headline_words
    assert house.credit == SHIPPED.credit


def test_an_empty_list_is_a_choice_too(sheet: Path) -> None:
    house, faults = loaded(sheet, "[credit]\neditors = []\n[related]\nother_labels = []\n")
    assert faults == []
    assert house.credit.editors == ()
    assert house.related.other_labels == ()


@pytest.mark.parametrize(
    ("source", "key", "expected"),
    [
        ("[dateline]\nsite = 5", "dateline.site", "teks"),
        ("[dateline]\nsite = ''", "dateline.site", "tidak kosong"),
        ("[dateline]\nform = '{site} - '", "dateline.form", "{place} dan {site}"),
        ("[dateline]\nform = '{place} {x} - '", "dateline.form", "{place} dan {site}"),
        ("[dateline]\nform = '{place:>9} - '", "dateline.form", "{place}"),
        ("[dateline]\nform = '{place} - {'", "dateline.form", "{place}"),
        ('[dateline]\nform = """{place}\n"""', "dateline.form", "{place}"),
        ("[dateline]\nplaces = 'BLITAR'", "dateline.places", "daftar teks"),
        ("[dateline]\nplaces = ['BLITAR', 7]", "dateline.places[1]", "bilangan"),
        ("[dateline]\nplaces = ['', 'PARE']", "dateline.places[0]", "tidak kosong"),
        ("[source_tag]\nform = '({source})'", "source_tag.form", "{initials}"),
        ("[source_tag]\nsources = ['a']", "source_tag.sources", "tabel"),
        ("[source_tag.sources]\nkmf = 3", "source_tag.sources.kmf", "teks"),
        ("[credit]\nform = 'Editor'", "credit.form", "{editor}"),
        ("[credit]\neditors = [true]", "credit.editors[0]", "ya/tidak"),
        ("[related]\nform = 'Baca'", "related.form", "{title}"),
        ("[limits]\nheadline_words = -1", "limits.headline_words", "0 atau lebih"),
        ("[limits]\nheadline_words = '9'", "limits.headline_words", "bilangan bulat"),
        ("[limits]\nheadline_words = true", "limits.headline_words", "ya/tidak"),
        ("[limits]\nheadline_words = 1.5", "limits.headline_words", "bilangan bulat"),
        ("[marks]\nquotes = 'keriting'", "marks.quotes", "straight"),
        ("[words]\nresiko = 1", "words.resiko", "teks"),
        ("[severity]\nforeign-word = 'fatal'", "severity.foreign-word", "off"),
        ("[severity]\nforeign-word = false", "severity.foreign-word", "off"),
        ("severity = 'off'", "severity", "tabel"),
        ("dateline = 'BLITAR'", "dateline", "tidak dikenal"),
        ("[dateline]\nsites = 'x'", "dateline.sites", "mungkin maksudnya “dateline.site”"),
        ("[limit]\nheadline_words = 9", "limit.headline_words", "“limits.headline_words”"),
        ("[serangkaian.kunci]\naneh = 1", "serangkaian.kunci.aneh", "tidak dikenal"),
        ("[kosong]", "kosong", "tidak dikenal"),
        ("[dateline]\nsite = 2024-11-14", "dateline.site", "teks"),
    ],
)
def test_a_wrong_entry_is_named_with_file_and_key_and_the_rest_is_used(
    sheet: Path, source: str, key: str, expected: str
) -> None:
    house, faults = loaded(sheet, f"brands.lower_case = ['eDesa']\n{source}\n")
    assert [(fault.path, fault.key, fault.line) for fault in faults] == [(str(sheet), key, 0)]
    assert expected in faults[0].message
    assert str(faults[0]) == f"{sheet}: {key}: {faults[0].message}"
    assert house.brands == frozenset({"eDesa"}), "the rest is used"
    assert house.dateline.form == SHIPPED.dateline.form
    assert house.limits == SHIPPED.limits


def test_a_sheet_may_say_where_the_newsrooms_words_lie(sheet: Path) -> None:
    house, faults = loaded(sheet, '[dictionary]\npath = " bersama/kata.txt "\n')
    assert (house.dictionary, faults) == ("bersama/kata.txt", [])
    assert SHIPPED.dictionary == ""


@pytest.mark.parametrize("value", ["3", '""', '"a\\u0000b"', '"a\\nb"', "[]"])
def test_what_cannot_be_the_name_of_a_file_is_told(value: str, sheet: Path) -> None:
    house, faults = loaded(sheet, f"[dictionary]\npath = {value}\n")
    assert house.dictionary == ""
    assert [fault.key for fault in faults] == ["dictionary.path"]
    assert "letak sebuah berkas" in str(faults[0])


def test_the_good_items_of_a_list_are_used(sheet: Path) -> None:
    house, faults = loaded(sheet, "[dateline]\nplaces = ['Pare', 7, '']\n")
    assert len(faults) == 2
    assert house.dateline.places == ("PARE",)


def test_the_good_items_of_a_table_are_used(sheet: Path) -> None:
    house, faults = loaded(sheet, "[severity]\nforeign-word = 'error'\nrepeated-word = 'x'\n")
    assert [fault.key for fault in faults] == ["severity.repeated-word"]
    assert house.severities == {"foreign-word": Severity.ERROR}


def test_off_switches_a_rule_off_and_a_severity_switches_it_on(sheet: Path) -> None:
    rules = {rule.id: rule for rule in all_rules()}
    shipped_off = next(rule for rule in rules.values() if not rule.is_on)
    source = f"[severity]\ndateline-format = 'off'\n{shipped_off.id} = 'warning'\n"
    house, faults = loaded(sheet, source)
    assert faults == []
    assert severity_of(rules["dateline-format"], house) is None
    assert severity_of(shipped_off, house) is Severity.WARNING


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("[dateline]\nsite = \n", 2),
        ("[dateline\nsite = 'x'\n", 1),
        ("# satu\n# dua\nsite = 'x\n", 3),
        ("a = 1\na = 2\n", 2),
        ("[dateline]\r\n\r\nsite = B-news\r\n", 3),
        ("\ufeff[dateline]\nsite == 'x'\n", 2),
        ("[dateline]\nplaces = ['A',", 2),
    ],
)
def test_a_syntax_fault_is_named_with_its_line(sheet: Path, source: str, line: int) -> None:
    house, faults = loaded(sheet, source)
    assert house == SHIPPED
    assert [(fault.path, fault.key, fault.line) for fault in faults] == [(str(sheet), "", line)]
    assert str(faults[0]).startswith(f"{sheet}:{line}: Penulisan TOML salah")


def test_windows_line_ends_and_byte_order_mark_are_no_fault(sheet: Path) -> None:
    house, faults = loaded(sheet, "\ufeff[dateline]\r\nsite = 'Kabar Blitar'\r\n".encode())
    assert faults == []
    assert house.dateline.site == "Kabar Blitar"


def test_text_that_is_not_utf_8_is_told_with_its_line(sheet: Path) -> None:
    house, faults = loaded(sheet, "[newsroom]\nname = 'Kafé'\n".encode("cp1252"))
    assert house == SHIPPED
    assert faults[0].line == 2
    assert "UTF-8" in faults[0].message


@pytest.mark.parametrize(
    "source",
    [b"\0" * 50, b"PK\x03\x04" + b"\0" * 50, b"a = " + b"[" * 100_000, b"x" * 100],
    ids=["zeros", "zip", "deep", "word"],
)
def test_what_is_no_sheet_is_told_and_the_shipped_one_used(sheet: Path, source: bytes) -> None:
    house, faults = loaded(sheet, source)
    assert house == SHIPPED
    assert len(faults) == 1


def test_a_huge_file_is_no_style_sheet(sheet: Path) -> None:
    house, faults = loaded(sheet, b"#" * (MAX_SHEET_BYTES + 1))
    assert house == SHIPPED
    assert "2 MB" in faults[0].message


def test_a_missing_sheet_is_an_error_that_says_so(sheet: Path) -> None:
    with pytest.raises(ReadError, match="tidak ditemukan") as caught:
        load_style_sheet(str(sheet))
    assert caught.value.kind == "missing"
    assert str(sheet) in str(caught.value)


def test_a_folder_is_no_style_sheet(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="adalah folder, bukan berkas"):
        load_style_sheet(str(tmp_path))


@pytest.mark.posix("a file is closed to its owner by its mode")
@pytest.mark.skipif(hasattr(os, "geteuid") and not os.geteuid(), reason="nothing is closed to root")
def test_a_closed_sheet_is_an_error_that_says_so(sheet: Path) -> None:
    sheet.write_text("", encoding="utf-8")
    sheet.chmod(0)
    with pytest.raises(ReadError, match="izin"):
        load_style_sheet(str(sheet))


def test_every_key_of_the_shipped_sheet_can_be_copied(sheet: Path) -> None:
    from bnews_desk.paths import house_sheet

    assert loaded(sheet, Path(house_sheet()).read_bytes()) == (SHIPPED, [])


VALUES = st.recursive(
    st.sampled_from(["'x'", "''", "0", "-1", "1.5", "true", "2024-11-14", "'{place}'", "'{'"]),
    lambda inner: st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
    max_leaves=4,
)
KEYS = st.sampled_from(
    "newsroom.name dateline.form dateline.site dateline.places dateline.default_place related.form"
    " related.other_labels source_tag.form source_tag.sources source_tag.initials credit.form"
    " credit.editors limits.draft_words marks.quotes acronyms.common acronyms.expansions words"
    " brands.lower_case severity severity.x words.y dateline dateline.site_variants ''.''".split()
)


@settings(deadline=None)
@given(key=KEYS, value=VALUES)
def test_whatever_a_key_holds_the_frame_can_still_be_read(
    tmp_path_factory: pytest.TempPathFactory, key: str, value: str
) -> None:
    from bnews_desk.frame.release_frame import FrameReader

    sheet = tmp_path_factory.mktemp("gaya") / "gaya.toml"
    house, _ = loaded(sheet, f"{key} = {value}\n")
    text = "\nBLITAR | B-news.id - Panen raya. (kmfkabblt/sun)\nEditor : Zainul Arifin"
    FrameReader(house).read(Release(text).text)


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("[dateline]\nplaces = []", "no place"),
        ("[dateline]\nsite = '...'", "a site without a letter"),
        ("[dateline]\nform = '{place}'", "no dash"),
        ("[dateline]\nform = '{place} - '", "no site"),
        ("[related]\nform = '{title}'", "no label"),
        ("[credit]\nform = '{editor}'", "no label"),
        ("[source_tag]\nform = '{initials}'", "no brackets"),
        ("[source_tag]\ninitials = {}", "no initials"),
    ],
)
def test_a_frame_without_one_of_its_marks_does_not_turn_copy_into_frame(
    sheet: Path, source: str, why: str
) -> None:
    from bnews_desk.frame.release_frame import FrameReader

    house, _ = loaded(sheet, source)
    copy = ("BPBD Blitar siaga.", '"Kami siap melayani," kata camat.', "- Warga Desa Senang")
    frame = FrameReader(house).read("\n" + "\n".join(copy))
    assert [part.role.value for part in frame.parts] == ["headline", "lead", "body", "body"], why
    assert [part.copy.within(part.text) for part in frame.parts[1:]] == list(copy), why


@pytest.mark.parametrize(
    ("source", "key"),
    [
        ('[words]\n"" = "risiko"\n"resiko" = "risiko"\n', "words."),
        ('[words]\nreziko = " "\nresiko = "risiko"\n', "words.reziko"),
        ('[source_tag.sources]\n"kmf blt" = "Kominfo"\n', "source_tag.sources.kmf blt"),
        ('[source_tag.initials]\n"s un" = ""\n', "source_tag.initials.s un"),
        ('[dateline]\ndefault_place = "XANADU"\n', "dateline.default_place"),
        ('[dateline]\nform = "{place} {place} | {site} - "\n', "dateline.form"),
        ('[credit]\nform = "Editor : {editor} {editor}"\n', "credit.form"),
    ],
)
def test_an_entry_that_cannot_work_is_told_and_left_out(sheet: Path, source: str, key: str) -> None:
    house, faults = loaded(sheet, source)
    assert [fault.key for fault in faults] == [key]
    assert faults[0].message.endswith(".")
    assert set(house.pairs) <= {"resiko"}
    assert house.dateline == SHIPPED.dateline
    assert house.credit == SHIPPED.credit
    assert " " not in "".join(house.source_tag.sources) + "".join(house.source_tag.initials)


def test_a_newsroom_elsewhere_is_offered_one_of_its_own_places(sheet: Path) -> None:
    house, faults = loaded(sheet, '[dateline]\nplaces = ["Kediri", "Pare"]\n')
    assert faults == []
    assert house.dateline.default_place == "KEDIRI"


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("[dateline\n", "nama bagian belum ditutup"),
        ("site B-news\n", "tanda “=” sesudah kunci belum ada"),
        ("[dateline]\nsite = B-news\n", "apit teks dengan tanda petik"),
        ('[dateline]\nsite = "B-news\n', "tanda petik penutup belum ada"),
        ('[dateline]\nplaces = ["BLITAR"\n[limits]\n', "daftar belum ditutup"),
        ('[words]\na = "b"\na = "c"\n', "kunci ini ditulis dua kali"),
        ("[words]\n[words]\n", "bagian ini ditulis dua kali"),
        ('[words]\na = "b" c\n', "ada tulisan berlebih sesudah nilai"),
        ('[words]\na = "\\q"\n', "Penulisan TOML salah"),
    ],
)
def test_a_fault_of_syntax_is_told_in_indonesian(sheet: Path, source: str, told: str) -> None:
    _, (fault,) = loaded(sheet, source)
    assert told in fault.message
    assert "xpected" not in fault.message
    assert "nvalid" not in fault.message


def test_a_sheet_with_another_label_still_reads_the_commonest(sheet: Path) -> None:
    source = '[credit]\nform = "Penyunting : {editor}"\n[related]\nform = "Simak: {title}"\n'
    house, faults = loaded(sheet, source)
    assert faults == []
    frame = FrameReader(house).read("\nSatu.\nBaca juga: Pasar Garum\nDua.\nEditor : Sari")
    assert [line.title for line in frame.related] == ["Pasar Garum"]
    assert [part.text for part in frame.credited] == ["Editor : Sari"]
