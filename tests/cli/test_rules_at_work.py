"""``rules --try`` and ``rules --stats``, and a newsroom's own rules on the command line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from command_call import HOUSE_FORM, Call

from bnews_desk.archive.finding_decisions import FindingDecision, note_decision
from bnews_desk.cli.exit_status import EXIT_FINDINGS, EXIT_OK, EXIT_UNREADABLE
from bnews_desk.paths import HOME_VARIABLE, finding_decisions_file

OWN = """
[[rules]]
id = "lumbung"
shape = "substitution"
message = "Redaksi memakai “{right}”."
severity = "error"
pairs = { "lumbung desa" = "lumbung pangan" }
bad = [["Ada lumbung desa.", "Ada lumbung pangan."]]
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    path = tmp_path / "naskah.txt"
    path.write_text(HOUSE_FORM, encoding="utf-8")
    return path


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "gaya.toml"
    path.write_text(OWN, encoding="utf-8")
    return path


def test_a_rule_is_tried_on_files_and_its_hits_are_counted(
    call: Call, copy: Path, sheet: Path
) -> None:
    result = call("rules", "--house", sheet, "--try", "lumbung", copy, copy)
    assert result.status == EXIT_OK
    hit = f"{copy}:2:34: Hasil panen itu disimpan di tiga [lumbung desa]. (kmfkabblt/sun)"
    assert result.out.split("\n")[:2] == [f"{hit}  → Ganti dengan “lumbung pangan”"] * 2
    assert result.out.split("\n")[2].startswith("R01 lumbung: 2 temuan dalam 2 berkas, ")
    assert result.err == ""


def test_a_rule_that_is_off_is_tried_all_the_same(call: Call, copy: Path, tmp_path: Path) -> None:
    copy.write_text(HOUSE_FORM.replace("di tiga", "di  tiga"), encoding="utf-8")
    off = tmp_path / "gaya.toml"
    off.write_text('[severity]\ndouble-space = "off"\n', encoding="utf-8")
    assert "D03 double-space: 1 temuan" in call("rules", "--house", off, "--try", "D03", copy).out


def test_a_file_that_cannot_be_read_is_said_and_the_others_are_tried(
    call: Call, copy: Path, tmp_path: Path
) -> None:
    result = call("rules", "--try", "double-space", tmp_path / "tidak-ada.txt", copy)
    assert result.status == EXIT_UNREADABLE
    assert "tidak-ada.txt" in result.err
    assert "0 temuan dalam 1 berkas" in result.out


def test_trying_needs_a_rule_and_files(call: Call, copy: Path) -> None:
    assert call("rules", "--try", "double-space").status == EXIT_UNREADABLE
    assert call("rules", "--try", "double-spase", copy).status == EXIT_UNREADABLE
    assert call("rules", "double-space", "kata-baku").status == EXIT_UNREADABLE
    assert call("rules", "--try", "double-space", "--stats", copy).status == EXIT_UNREADABLE


def test_stats_show_the_least_precise_rule_first(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    assert "Belum ada temuan" in call("rules", "--stats").out
    for rule, verdict in [
        ("kata-baku", FindingDecision.ACCEPTED), ("kata-baku", FindingDecision.ACCEPTED),
        ("kata-baku", FindingDecision.DISMISSED), ("double-space", FindingDecision.ACCEPTED),
        ("foreign-word", FindingDecision.DISMISSED), ("tidak-ada", FindingDecision.DISMISSED),
    ]:  # fmt: skip
        note_decision(finding_decisions_file(), rule, verdict, date(2026, 5, 4))
    rows = [line.split()[1:] for line in call("rules", "--stats").out.strip().split("\n")[1:]]
    assert rows == [
        ["foreign-word", "0", "1", "0", "%"],
        ["kata-baku", "2", "1", "67", "%"],
        ["double-space", "1", "0", "100", "%"],
    ]
    assert "C21  kata-baku" in call("rules", "--stats", "kata-baku").out


def test_stats_that_cannot_be_read_are_said(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    Path(finding_decisions_file()).mkdir()
    result = call("rules", "--stats")
    assert result.status == EXIT_UNREADABLE
    assert "tidak dapat dibaca" in result.err


def test_an_own_rule_is_checked_fixed_and_explained_like_any_other(
    call: Call, copy: Path, sheet: Path
) -> None:
    checked = call("check", "--house", sheet, "--format", "json", copy)
    assert checked.status == EXIT_FINDINGS
    findings = checked.json["files"][0]["problems"]
    assert [p["message"] for p in findings if p["rule"] == "lumbung"] == [
        "Redaksi memakai “lumbung pangan”."
    ]
    assert "lumbung pangan" in call("fix", "--house", sheet, "--offered", "lumbung", copy).out
    assert "## Aturan redaksi" in call("rules", "--house", sheet, "--format", "md").out
    assert '"lumbung"' in call("check", "--house", sheet, "--format", "sarif", copy).out
    jobs = call("check", "--house", sheet, "--jobs", "2", "--format", "json", copy, copy)
    assert jobs.out.count('"lumbung"') == 2


def test_doctor_runs_the_examples_of_own_rules(call: Call, sheet: Path) -> None:
    assert "Aturan redaksi: 1 aturan, 1 contoh cocok" in call("doctor", "--house", sheet).out
    sheet.write_text(OWN.replace('"Ada lumbung pangan."', '"Ada lumbung."'), encoding="utf-8")
    assert "contohnya tidak cocok" in call("doctor", "--house", sheet).out


def test_an_own_rule_with_the_name_of_another_is_said(call: Call, copy: Path, sheet: Path) -> None:
    sheet.write_text(OWN.replace('"lumbung"', '"double-space"'), encoding="utf-8")
    assert "sudah dipakai aturan bawaan" in call("check", "--house", sheet, copy).err


def test_an_ignore_of_a_rule_that_there_is_not_is_said(
    call: Call, copy: Path, tmp_path: Path
) -> None:
    sheet = tmp_path / "gaya.toml"
    sheet.write_text(
        '[ignores]\ndouble-spce = ["x"]\ndouble-space = ["y"]\nlt-WHATEVER = ["z"]\n'
        "[severity]\nlt-OTHER = 'off'\n",
        encoding="utf-8",
    )
    for command in (("doctor",), ("check", copy)):
        result = call(*command, "--house", sheet)
        told = result.out + result.err
        assert f"{sheet}: ignores.double-spce: Aturan “double-spce” tidak ada" in told
        assert "mungkin maksudnya “double-space”" in told
        assert "lt-WHATEVER" not in told
        assert "lt-OTHER" not in told
