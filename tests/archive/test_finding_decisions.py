"""What editors decided about findings is counted, whatever becomes of the file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bnews_desk.archive import finding_decisions
from bnews_desk.archive.finding_decisions import FindingDecision, Tally, note_decision, tallies

DAY = date(2026, 5, 4)


def test_decisions_are_counted_by_rule(tmp_path: Path) -> None:
    path = str(tmp_path / "baru" / "putusan.tsv")
    for verdict in (FindingDecision.ACCEPTED, FindingDecision.DISMISSED, FindingDecision.ACCEPTED):
        note_decision(path, "kata-baku", verdict, DAY)
    note_decision(path, "double-space", FindingDecision.DISMISSED, DAY)
    assert tallies(path) == {"kata-baku": Tally(2, 1), "double-space": Tally(0, 1)}
    assert tallies(path)["kata-baku"].precision == pytest.approx(2 / 3)


def test_what_was_taken_back_counts_no_more_and_never_below_none(tmp_path: Path) -> None:
    path = str(tmp_path / "putusan.tsv")
    for verdict in (
        FindingDecision.UNACCEPTED,
        FindingDecision.ACCEPTED,
        FindingDecision.DISMISSED,
        FindingDecision.UNACCEPTED,
    ):
        note_decision(path, "kata-baku", verdict, DAY)
    assert tallies(path) == {"kata-baku": Tally(0, 1)}
    note_decision(path, "kata-baku", FindingDecision.UNDISMISSED, DAY)
    assert tallies(path) == {"kata-baku": Tally()}


def test_where_nothing_was_decided_nothing_is_counted(tmp_path: Path) -> None:
    assert tallies(str(tmp_path / "tidak-ada.tsv")) == {}
    assert Tally().precision == 0.0


def test_noise_and_a_torn_last_line_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "putusan.tsv"
    note_decision(str(path), "kata-baku", FindingDecision.ACCEPTED, DAY)
    with path.open("ab") as file:
        file.write(b"\xff\xfe\n\n\t\t\n2026-05-04\tkata-baku\tlain\n2026-05-04\tkata-baku\tditer")
    assert tallies(str(path)) == {"kata-baku": Tally(1, 0)}


def test_of_a_large_file_the_newest_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(tmp_path / "putusan.tsv")
    for _ in range(5):
        note_decision(path, "kata-baku", FindingDecision.ACCEPTED, DAY)
    monkeypatch.setattr(finding_decisions, "MAX_BYTES", 70)
    assert tallies(path)["kata-baku"].accepted == 2


def test_a_folder_in_its_place_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises((IsADirectoryError, PermissionError)):
        note_decision(str(tmp_path), "kata-baku", FindingDecision.ACCEPTED, DAY)
    with pytest.raises((IsADirectoryError, PermissionError)):
        tallies(str(tmp_path))
