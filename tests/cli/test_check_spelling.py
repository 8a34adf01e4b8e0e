"""Slips of the finger on the command line: each is printed with what may have been meant."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_call import HOUSE_FORM, Call


@pytest.fixture
def slipped(tmp_path: Path) -> Path:
    """The clean file with a slip in its second paragraph."""
    lines = HOUSE_FORM.split("\n")
    lines.insert(-2, "Camat mengatakan pembagnunan jalan desa dilanjutkan pekan depan.")
    path = tmp_path / "slip.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_json_has_the_suggestions_as_offered_fixes(call: Call, slipped: Path) -> None:
    findings = json.loads(call("check", "--format", "json", slipped).out)["files"][0]["problems"]
    (found,) = [finding for finding in findings if finding["rule"] == "spelling"]
    assert found["text"] == "pembagnunan"
    assert found["message"] == "“pembagnunan” mungkin salah ketik dari “pembangunan”."
    first = found["fixes"][0]
    assert first["safety"] == "offered"
    assert first["edits"][0] == {
        "start": found["start"],
        "end": found["end"],
        "old": "pembagnunan",
        "new": "pembangunan",
    }


def test_text_and_sarif_have_them_too(call: Call, slipped: Path) -> None:
    assert "pembangunan" in call("check", slipped).out
    results = json.loads(call("check", "--format", "sarif", slipped).out)["runs"][0]["results"]
    (found,) = [result for result in results if result["ruleId"] == "spelling"]
    assert "pembangunan" in json.dumps(found["fixes"])


def test_fix_takes_the_first_suggestion_when_asked_to(call: Call, slipped: Path) -> None:
    assert "pembagnunan" in call("fix", slipped).out
    assert "pembangunan" in call("fix", "--offered", "spelling", slipped).out


def test_a_word_of_a_dictionary_is_no_slip(call: Call, slipped: Path, tmp_path: Path) -> None:
    words = tmp_path / "kata.txt"
    words.write_text("pembagnunan\n", encoding="utf-8")
    out = call("check", "--format", "json", "--words", words, slipped).out
    findings = json.loads(out)["files"][0]["problems"]
    assert "spelling" not in {finding["rule"] for finding in findings}


def test_trying_the_rule_shows_what_it_would_put_there(call: Call, slipped: Path) -> None:
    assert "Ganti dengan “pembangunan”" in call("rules", "--try", "spelling", slipped).out


def test_doctor_says_whether_hunspell_adds_to_it(call: Call) -> None:
    assert "Kamus Hunspell id_ID" in call("doctor").out
