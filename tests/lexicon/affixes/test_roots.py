"""The list of roots as a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from bnews_desk.lexicon.affixes.roots import Root, RootTable, read_roots, shipped_roots

TRAITS = {"utuh", "ganda", "asing", "nama", "bilangan", "be", "pe", "wan"}


def test_a_root_has_a_count_and_perhaps_traits(tmp_path: Path) -> None:
    path = tmp_path / "akar.txt"
    path.write_text("# remark\nsapu\t3\ntanda tangan\t0\nkaji\t12\tganda =pengajian\n", "utf-8")
    assert read_roots(str(path)) == (
        Root("sapu", 3),
        Root("tanda tangan", 0),
        Root("kaji", 12, frozenset({"ganda", "=pengajian"})),
    )


@pytest.mark.parametrize("line", ["sapu", "sapu\tmany"])
def test_a_line_of_another_form_is_a_fault_of_the_program(tmp_path: Path, line: str) -> None:
    path = tmp_path / "akar.txt"
    path.write_text(line, "utf-8")
    with pytest.raises(ValueError, match=r"unpack|literal"):
        read_roots(str(path))


def test_the_list_that_ships_is_in_order_and_each_root_stands_once() -> None:
    texts = [root.text for root in shipped_roots()]
    assert texts == sorted(set(texts))
    assert len(texts) > 7000
    assert all(text == text.strip().casefold() for text in texts)


def test_a_compound_is_told_without_its_space() -> None:
    assert list(RootTable([Root("sapu"), Root("tanda tangan")]).texts()) == ["sapu", "tandatangan"]


def test_every_trait_of_the_list_is_known() -> None:
    used = {trait for root in shipped_roots() for trait in root.traits}
    assert {trait for trait in used if not trait.startswith("=")} == TRAITS
