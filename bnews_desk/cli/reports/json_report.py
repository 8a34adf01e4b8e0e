"""``check --format json``: one object, a newsroom's scripts depend on it.

It changes only by addition. Positions count code points; lines and columns are those of the TXT
form and count from 1.
"""

from __future__ import annotations

import json
from typing import Any

from bnews_desk.cli.reports.checked_release import Checked, Counts
from bnews_desk.text_form import LineColumns

VERSION = 1


class JsonReport:
    """The report for programs."""

    def __init__(self) -> None:
        self._is_first = True

    def opening(self) -> str:
        """The object's start."""
        return f'{{"version": {VERSION}, "files": ['

    def of_file(self, checked: Checked) -> str:
        """One member of ``files``."""
        return "\n" + json.dumps(_of_file(checked), ensure_ascii=False)

    def joined(self, fragment: str) -> str:
        """A member behind its comma."""
        if self._is_first:
            self._is_first = False
            return fragment
        return "," + fragment

    def closing(self, counts: Counts, files: int, unreadable: list[tuple[str, str]]) -> str:
        """The object's end."""
        return "\n]}\n"


def _of_file(checked: Checked) -> dict[str, Any]:
    content = checked.content
    if content is None:
        error = checked.error
        return {
            "file": checked.file,
            "text": None,
            "frame": None,
            "receipt": [],
            "problems": [],
            "error": error and {"kind": error.kind, "message": str(error)},
        }
    places = LineColumns(content.release)
    findings = []
    for finding in content.findings:
        fields = finding.as_json()
        place = places.of(finding.start)
        ordered = {key: fields[key] for key in ("rule", "severity", "start", "end")}
        rest = {key: value for key, value in fields.items() if key not in ordered}
        findings.append({**ordered, "line": place.line, "column": place.column, **rest})
    return {
        "file": checked.file,
        "text": content.release.text,
        "frame": content.frame.as_json(),
        "receipt": [entry.as_json() for entry in content.receipt],
        "problems": findings,
        "error": None,
    }
