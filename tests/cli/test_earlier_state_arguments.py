"""``check --original`` and ``check --published``: copy against what it was before."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_call import HOUSE_FORM, Call

ARTICLE = HOUSE_FORM.replace("Kecamatan Wates", "Kabupaten Blitar")


def written(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def rules_of(call: Call, *arguments: str) -> list[str]:
    (file,) = call("check", "--format", "json", *arguments).json["files"]
    return [finding["rule"] for finding in file["problems"]]


def test_a_place_is_compared_with_the_release_as_it_came(call: Call, tmp_path: Path) -> None:
    copy = written(tmp_path, "naskah.txt", ARTICLE.replace("Kabupaten", "Kota"))
    original = written(tmp_path, "asli.txt", "Petani di Kabupaten Blitar memulai panen raya padi.")
    assert "kab-kota-confusion" not in rules_of(call, copy)
    assert "kab-kota-confusion" in rules_of(call, copy, "--original", original)


def test_a_fact_changed_after_publication_wants_a_note(call: Call, tmp_path: Path) -> None:
    published = written(tmp_path, "tayang.txt", ARTICLE)
    copy = written(tmp_path, "naskah.txt", ARTICLE.replace("12/11/2024", "19/11/2024"))
    assert "correction-marking" not in rules_of(call, copy)
    assert "correction-marking" in rules_of(call, copy, "--published", published)
    assert "correction-marking" not in rules_of(call, published, "--published", published)


@pytest.mark.parametrize("option", ["--original", "--published"])
def test_an_earlier_state_that_cannot_be_read_is_named(
    call: Call, tmp_path: Path, option: str
) -> None:
    copy, missing = written(tmp_path, "naskah.txt", ARTICLE), str(tmp_path / "tiada.docx")
    result = call("check", copy, option, missing)
    assert (result.status, result.out) == (2, "")
    assert missing in result.err
    assert result.err.count("\n") == 1


def test_many_files_at_once_are_compared_with_the_same(call: Call, tmp_path: Path) -> None:
    published = written(tmp_path, "tayang.txt", ARTICLE)
    copies = [
        written(tmp_path, f"naskah{number}.txt", ARTICLE.replace("12/11", f"{number}/11"))
        for number in (5, 19)
    ]
    result = call("check", "--format", "json", "--jobs", "2", *copies, "--published", published)
    for file in result.json["files"]:
        assert "correction-marking" in [finding["rule"] for finding in file["problems"]]
