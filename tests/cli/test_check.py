"""``bnews-desk check``: what it prints and how it ends."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest
from command_call import HOUSE_FORM, Call

from bnews_desk import __version__
from bnews_desk.cli.exit_status import EXIT_FINDINGS, EXIT_OK, EXIT_UNREADABLE
from bnews_desk.finding import Finding
from bnews_desk.frame.release_frame import Frame
from bnews_desk.release import Release
from bnews_desk.rules.catalogue import all_rules
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.context import CheckOptions

CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
FOLDER = Path(__file__).resolve().parents[1] / "fixtures" / "releases"
SAMPLES = sorted(FOLDER.glob("*.txt"))


# --- exit status ----------------------------------------------------------------------------


def test_nothing_at_error_level_is_0(call: Call, clean: Path, warned: Path) -> None:
    assert call("check", clean).status == EXIT_OK == 0
    result = call("check", warned)
    assert result.status == EXIT_OK
    assert "dateline-format" in result.out


def test_findings_at_error_level_are_1(call: Call, clean: Path, faulty: Path) -> None:
    assert call("check", faulty).status == EXIT_FINDINGS == 1
    assert call("check", faulty, clean).status == EXIT_FINDINGS


def test_a_file_that_could_not_be_read_is_2_and_the_others_are_done(
    call: Call, clean: Path, faulty: Path, tmp_path: Path
) -> None:
    (tmp_path / "kosong.txt").write_bytes(b"")
    (tmp_path / "rusak.docx").write_bytes(b"PK\x03\x04 terpotong")
    (tmp_path / "foto.png").write_bytes(b"\x89PNG")
    bad = [
        tmp_path / "tidak-ada.txt",
        tmp_path / "kosong.txt",
        tmp_path / "rusak.docx",
        tmp_path / "foto.png",
        tmp_path,
    ]
    result = call("check", bad[0], faulty, *bad[1:], clean)
    assert result.status == EXIT_UNREADABLE == 2
    assert "keliru.txt: " in result.out
    assert "bersih.txt: tidak ada temuan" in result.out
    assert "7 berkas, 5 tidak terbaca" in result.out
    told = result.err.splitlines()
    assert [line.split(": ")[1] for line in told] == [str(path) for path in bad]
    assert all(line.endswith(".") for line in told)


# --- text -----------------------------------------------------------------------------------


def test_text_shows_place_words_reason_and_fix(call: Call, warned: Path) -> None:
    result = call("check", warned)
    assert result.err == ""
    lines = result.out.splitlines()
    assert lines[0] == f"{warned}: 1 perlu dicek"
    at = lines.index("  baris 1, kolom 1 · perlu dicek · dateline-format")
    assert lines[at + 1].startswith("    «BLITAR – »Petani di Kecamatan Wates")
    assert lines[at + 1].endswith(" …")
    assert "BLITAR | B-news.id - " in lines[at + 2]
    assert lines[at + 3] == "    → Tulis “BLITAR | B-news.id - ” (aman)"


def test_a_clean_file_is_said_to_be_clean(call: Call, clean: Path) -> None:
    assert call("check", clean).out.splitlines()[0] == f"{clean}: tidak ada temuan"


def test_one_file_needs_no_sum_and_several_do(call: Call, clean: Path, faulty: Path) -> None:
    assert "berkas:" not in call("check", clean).out
    assert call("check", clean, faulty).out.splitlines()[-1].startswith("2 berkas: ")


def test_no_colours_without_a_terminal(call: Call, faulty: Path) -> None:
    assert "\x1b" not in call("check", faulty).out


HOSTILE = "\x1b[31mMERAH\x1b]0;judul\x07 \x9b2J \u202e\x00 panen antar pihak ."


def test_control_characters_of_a_text_never_reach_the_terminal(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "jahat.txt"
    few = "Warga panen raya bersama-sama sejak pagi. " * 20
    file.write_text(f"{few}\n{HOSTILE}\n{few}\nEditor: {HOSTILE}", encoding="utf-8")
    result = call("check", file)
    assert "source-tag-missing" in result.out
    assert CONTROL.findall(result.out) == []
    assert CONTROL.findall(result.err) == []


@pytest.mark.posix("no name there holds control characters")
@pytest.mark.parametrize("command", ["check", "fix"])
def test_control_characters_of_a_name_never_reach_the_terminal(
    call: Call, tmp_path: Path, command: str
) -> None:
    file = tmp_path / "\x1b[31mmerah\x07.txt"
    file.write_text(HOUSE_FORM, encoding="utf-8")
    for path in (file, tmp_path / "\x1b]0;tidak-ada\x07.txt", tmp_path / "\x1b[2Jfoto.png"):
        result = call(command, path)
        assert CONTROL.findall(result.out) == []
        assert CONTROL.findall(result.err) == []


def test_control_characters_of_a_style_sheet_never_reach_the_terminal(
    call: Call, clean: Path, tmp_path: Path
) -> None:
    sheet = tmp_path / "gaya.toml"
    sheet.write_text(
        '[limits]\nheadline_words = "\\u001b[31mx"\n"\\u001b[2J" = 1\n'
        '[severity]\n"a\\u0007" = "off"\n'
    )
    result = call("check", clean, "--house", sheet)
    assert "limits.headline_words" in result.err
    assert CONTROL.findall(result.err) == []


@pytest.mark.parametrize("argument", ["\x1b[31m", "--\x1b[31m"])
def test_control_characters_of_arguments_never_reach_the_terminal(
    call: Call, argument: str
) -> None:
    result = call("rules", argument)
    assert result.status == EXIT_UNREADABLE
    assert CONTROL.findall(result.err) == []


# --- JSON -----------------------------------------------------------------------------------


def test_json_has_exactly_the_keys_of_the_contract(call: Call, headlined: Path) -> None:
    result = call("check", "--format", "json", headlined)
    report = result.json
    assert list(report) == ["version", "files"]
    assert report["version"] == 1
    (file,) = report["files"]
    assert list(file) == ["file", "text", "frame", "receipt", "problems", "error"]
    assert file["file"] == str(headlined)
    assert file["error"] is None
    assert file["text"].startswith("Petani Wates Panen Raya 🎉 Padi\nBLITAR – ")
    assert file["frame"] == {
        "headline": "Petani Wates Panen Raya 🎉 Padi",
        "dateline": {"place": "BLITAR", "site": "B-news.id"},
        "related": [],
        "source_tag": {"source": "kmfkabblt", "initials": ["sun"]},
        "credit": {"editor": "Zainul Arifin"},
    }
    for entry in file["receipt"]:
        assert list(entry) == ["kind", "found", "carried", "left_out", "texts", "note"]
    assert file["problems"]
    for finding in file["problems"]:
        assert list(finding) == [
            "rule", "severity", "start", "end", "line", "column", "text", "message", "fixes"
        ]  # fmt: skip
        assert finding["severity"] in {"error", "warning", "suggestion"}
        assert file["text"][finding["start"] : finding["end"]] == finding["text"] != ""
        for fix in finding["fixes"]:
            assert list(fix) == ["safety", "label", "edits"]
            assert fix["safety"] in {"safe", "offered"}
            for edit in fix["edits"]:
                assert list(edit) == ["start", "end", "old", "new"]
                assert file["text"][edit["start"] : edit["end"]] == edit["old"]


@pytest.mark.parametrize("name", ["headlined", "faulty"])
def test_line_and_column_are_those_of_the_txt_form(
    call: Call, name: str, request: pytest.FixtureRequest
) -> None:
    path: Path = request.getfixturevalue(name)
    lines = path.read_text(encoding="utf-8").split("\n")
    (file,) = call("check", "--format", "json", path).json["files"]
    assert {p["rule"] for p in file["problems"]} & {"dateline-format", "release-leftover"}
    for finding in file["problems"]:
        first = finding["text"].split("\n")[0]
        at = finding["column"] - 1
        assert lines[finding["line"] - 1][at : at + len(first)] == first, finding


def test_a_clean_file_in_json_has_no_findings(call: Call, clean: Path) -> None:
    (file,) = call("check", "--format", "json", clean).json["files"]
    assert file["problems"] == []
    assert file["text"] == "\n" + clean.read_text(encoding="utf-8")


def test_an_unreadable_file_in_json_has_an_error_and_no_text(
    call: Call, clean: Path, tmp_path: Path
) -> None:
    missing = tmp_path / "tidak-ada.txt"
    result = call("check", "--format", "json", missing, clean)
    first, second = result.json["files"]
    assert first == {
        "file": str(missing),
        "text": None,
        "frame": None,
        "receipt": [],
        "problems": [],
        "error": {"kind": "missing", "message": first["error"]["message"]},
    }
    assert first["error"]["message"] in result.err
    assert second["error"] is None


def test_json_is_the_same_whatever_the_text_holds(call: Call, tmp_path: Path) -> None:
    text = 'Panen "raya" \\ \x1b[31m \u2029 مرحبا 🎉 {0} padi'
    file = tmp_path / "aneh.txt"
    file.write_text(text.replace("\u2029", ""), encoding="utf-8")
    (entry,) = call("check", "--format", "json", file).json["files"]
    assert entry["text"] == "\n" + text.replace("\u2029", "")


def test_standard_input_is_a_file_too(call: Call) -> None:
    (file,) = call("check", "--format", "json", "-", stdin=HOUSE_FORM.encode()).json["files"]
    assert file["file"] == "-"
    assert file["problems"] == []


# --- SARIF ----------------------------------------------------------------------------------


@pytest.fixture
def sarif(call: Call, headlined: Path, tmp_path: Path) -> dict[str, object]:
    spaced = tmp_path / "naskah #1 baru.txt"
    spaced.write_bytes(headlined.read_bytes())
    result = call("check", "--format", "sarif", headlined, tmp_path / "tidak-ada.txt", spaced)
    assert result.status == EXIT_UNREADABLE
    log: dict[str, object] = result.json
    return log


def test_sarif_has_what_its_schema_demands(sarif: dict[str, object]) -> None:
    assert sarif["version"] == "2.1.0"
    assert str(sarif["$schema"]).endswith("sarif-schema-2.1.0.json")
    (run,) = sarif["runs"]  # type: ignore[misc]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("bnews-desk", __version__)
    assert run["columnKind"] == "unicodeCodePoints"
    assert [rule["id"] for rule in driver["rules"]] == [rule.id for rule in all_rules()]
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"]
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}
        assert isinstance(rule["defaultConfiguration"]["enabled"], bool)


def test_every_sarif_result_names_a_rule_and_a_place(sarif: dict[str, object]) -> None:
    (run,) = sarif["runs"]  # type: ignore[misc]
    known = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert run["results"]
    for result in run["results"]:
        assert result["ruleId"] in known
        assert result["level"] in {"error", "warning", "note"}
        assert result["message"]["text"]
        (location,) = result["locations"]
        assert_region(location["physicalLocation"]["region"])
        for fix in result.get("fixes", []):
            assert fix["description"]["text"]
            for change in fix["artifactChanges"]:
                assert change["replacements"]
                for replacement in change["replacements"]:
                    assert_region(replacement["deletedRegion"])
                    assert isinstance(replacement["insertedContent"]["text"], str)


def assert_region(region: dict[str, int]) -> None:
    assert set(region) == {"startLine", "startColumn", "endLine", "endColumn"}
    start = (region["startLine"], region["startColumn"])
    end = (region["endLine"], region["endColumn"])
    assert (1, 1) <= start <= end


def test_a_sarif_address_leads_to_its_file(sarif: dict[str, object], tmp_path: Path) -> None:
    (run,) = sarif["runs"]  # type: ignore[misc]
    uris = {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for result in run["results"]
    }
    assert {Path(unquote(uri.removeprefix("file://"))) for uri in uris} == {
        tmp_path / "berjudul.txt",
        tmp_path / "naskah #1 baru.txt",
    }
    assert all(re.fullmatch(r"[!-~]+", uri) and "#" not in uri for uri in uris)


def test_an_unreadable_file_is_told_in_sarif(sarif: dict[str, object]) -> None:
    (run,) = sarif["runs"]  # type: ignore[misc]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    (told,) = invocation["toolExecutionNotifications"]
    assert told["level"] == "error"
    assert told["message"]["text"]


def test_sarif_of_a_clean_file_has_no_results(call: Call, clean: Path) -> None:
    (run,) = call("check", "--format", "sarif", clean).json["runs"]
    assert run["results"] == []
    assert run["invocations"] == [{"executionSuccessful": True}]


@pytest.mark.parametrize("path", ["-", "a:b.txt", "sub/naskah.txt"])
def test_a_relative_sarif_address_cannot_be_taken_for_another_scheme(path: str) -> None:
    from bnews_desk.cli.reports.sarif_report import artifact_uri

    assert re.match(r"[a-z]+:", artifact_uri(path), re.IGNORECASE) is None


# --- options --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "known"), [(["--date", "2024-11-14"], date(2024, 11, 14)), ([], None)]
)
def test_the_date_of_publication_reaches_the_rules(
    call: Call, clean: Path, monkeypatch: pytest.MonkeyPatch, given: list[str], known: date | None
) -> None:
    seen = []
    check_framed = Checker.check_framed

    def watched(
        self: Checker, release: Release, frame: Frame, options: CheckOptions
    ) -> list[Finding]:
        seen.append(options.publication_date)
        return check_framed(self, release, frame, options)

    monkeypatch.setattr(Checker, "check_framed", watched)
    assert call("check", clean, *given).status == EXIT_OK
    assert seen == [known]


@pytest.mark.parametrize(
    "wrong", ["14-11-2024", "2024-13-01", "kemarin", "2024-02-30", "", "20241114", "2024-W46-4"]
)
def test_a_date_that_is_none_is_bad_usage(call: Call, clean: Path, wrong: str) -> None:
    result = call("check", clean, "--date", wrong)
    assert result.status == EXIT_UNREADABLE
    assert "2024-11-14" in result.err
    assert result.out == ""


def test_a_style_sheet_with_faults_is_told_and_used(
    call: Call, warned: Path, tmp_path: Path
) -> None:
    sheet = tmp_path / "gaya.toml"
    sheet.write_text(
        "[dateline]\nplace = 'X'\n[limits]\nheadline_words = 'banyak'\n"
        "[severity]\ndateline-format = 'error'\ndateline-formt = 'off'\n"
    )
    result = call("check", warned, "--house", sheet)
    assert result.status == EXIT_FINDINGS, "the severity it gives is used"
    assert [
        line.partition("bnews-desk: ")[2].split(": ")[:2] for line in result.err.splitlines()
    ] == [
        [str(sheet), "dateline.place"],
        [str(sheet), "limits.headline_words"],
        [str(sheet), "severity.dateline-formt"],
    ]
    assert "“dateline-format”" in result.err


def test_a_rule_can_be_switched_off_by_the_style_sheet(
    call: Call, warned: Path, tmp_path: Path
) -> None:
    sheet = tmp_path / "gaya.toml"
    sheet.write_text("[severity]\ndateline-format = 'off'\n")
    result = call("check", warned, "--house", sheet)
    assert "tidak ada temuan" in result.out
    assert result.err == ""


def test_a_missing_style_sheet_is_2(call: Call, clean: Path) -> None:
    result = call("check", clean, "--house", "tidak-ada.toml")
    assert result.status == EXIT_UNREADABLE
    assert "tidak ditemukan" in result.err
    assert result.out == ""


def test_every_sample_release_can_be_checked(call: Call) -> None:
    result = call("check", "--format", "json", *SAMPLES)
    assert result.status in {EXIT_OK, EXIT_FINDINGS}
    assert all(file["error"] is None for file in result.json["files"])
    assert sum(len(file["problems"]) for file in result.json["files"]) > len(SAMPLES)


def test_only_an_encoding_that_is_not_plain_is_news(call: Call, tmp_path: Path) -> None:
    plain, guessed = tmp_path / "utf8.txt", tmp_path / "cp1252.txt"
    plain.write_bytes(HOUSE_FORM.encode())
    guessed.write_bytes(HOUSE_FORM.replace("pagi.", "pagi – “siap”.").encode("cp1252"))
    assert "Pengodean" not in call("check", plain).out
    assert "Pengodean" in call("check", guessed).out
    (checked,) = call("check", "--format", "json", plain).json["files"]
    assert checked["receipt"][0]["note"] == "Pengodean teks: UTF-8."


def test_a_folder_is_no_style_sheet(call: Call, clean: Path, tmp_path: Path) -> None:
    result = call("check", "--house", tmp_path, clean)
    assert result.status == EXIT_UNREADABLE
    assert "adalah folder" in result.err
