"""NOTICE names all that is shipped, and each package has a valid SPDX list of its contents."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from locked import ROOT, locked_packages
from notice import NOTICE, components, rows, shipped_names
from sbom import KINDS, main
from spdx_tools.spdx.parser.parse_anything import parse_file
from spdx_tools.spdx.validation.document_validator import validate_full_spdx_document

RESOURCES = ROOT / "resources"
TEXT = NOTICE.read_text(encoding="utf-8")
BY_HAND = components()


def test_every_locked_package_that_is_shipped_has_its_entry() -> None:
    shipped = shipped_names()
    locked = (*locked_packages("program"), *locked_packages("packages"))
    assert set(rows(TEXT)) == {(p.name, p.version) for p in locked if p.name in shipped}


def test_every_folder_of_data_that_is_shipped_has_its_entry() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    left_out = project["tool"]["hatch"]["build"]["targets"]["wheel"]["exclude"]
    folders = {path.name for path in RESOURCES.iterdir() if path.is_dir()}
    assert set(BY_HAND["data"]) == {f for f in folders if f"/resources/{f}" not in left_out}
    for folder, entry in BY_HAND["data"].items():
        assert f"{folder}\n    Licence: {entry['licence']}\n    {entry['origin']}\n" in TEXT
        assert "text" not in entry or (RESOURCES / folder / entry["text"]).is_file()


def test_every_other_part_has_its_entry_and_refers_to_what_is_there() -> None:
    for part in BY_HAND["component"]:
        assert part["origin"] in TEXT
        assert {part.get("inside"), part.get("text_of")} - {None} <= shipped_names()
        assert set(part["packages"]) <= set(KINDS.values())


def test_the_texts_that_the_licences_demand_are_in_it() -> None:
    plain = " ".join(TEXT.split())
    for words in (
        "GNU LESSER GENERAL PUBLIC LICENSE Version 3",
        "GNU LESSER GENERAL PUBLIC LICENSE Version 2.1",
        "Apache License Version 2.0",
        "SIL OPEN FONT LICENSE Version 1.1",
        "PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2",
    ):
        assert words.lower() in plain.lower(), words


@pytest.mark.parametrize(
    ("name", "qt"), [("a.whl", None), ("a-windows.exe", "6.8.3"), ("a_amd64.deb", "6.11.3")]
)
def test_a_package_has_a_valid_list_of_its_contents(
    name: str, qt: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764633600")
    (tmp_path / name).write_bytes(b"package")
    target = tmp_path / f"{name}.spdx.json"
    assert main([str(tmp_path / name)]) == 0
    first = target.read_bytes()
    assert main([str(tmp_path / name)]) == 0
    assert target.read_bytes() == first
    assert not validate_full_spdx_document(parse_file(str(target)))
    versions = {part["name"]: part.get("versionInfo") for part in json.loads(first)["packages"]}
    assert versions.get("Qt") == qt
    assert qt is None or versions["pyside6-essentials"] == qt
    named = {*versions} - {"bnews-desk"}
    assert named > {f"resources/{folder}" for folder in BY_HAND["data"]}
    assert ("colorama" in named) == ("deb" not in name)
