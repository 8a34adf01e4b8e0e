"""``check --format sarif``: SARIF 2.1.0 (OASIS), for tools that show findings in the text.

Regions count lines and code points in the TXT form (``columnKind`` unicodeCodePoints).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from bnews_desk import __version__
from bnews_desk.cli.reports.checked_release import CheckedFile, Counts
from bnews_desk.finding import Finding, Fix, Severity
from bnews_desk.rules.rule import Rule
from bnews_desk.text_form import LineColumns

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "note"}


class SarifReport:
    """The report of ``check`` as SARIF."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        self._is_first = True

    def opening(self) -> str:
        """The start of the log: the tool and its rules."""
        driver = {
            "name": "bnews-desk",
            "version": __version__,
            "language": "id",
            "rules": [_descriptor(rule) for rule in self._rules],
        }
        head = {"$schema": SCHEMA, "version": "2.1.0"}
        run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints"}
        return (
            json.dumps(head, ensure_ascii=False).removesuffix("}")
            + ', "runs": ['
            + json.dumps(run, ensure_ascii=False).removesuffix("}")
            + ', "results": ['
        )

    def of_file(self, checked: CheckedFile) -> str:
        """The results of one file, each on a line after a comma."""
        content = checked.content
        if content is None:
            return ""
        places = LineColumns(content.release)
        uri = artifact_uri(checked.file)
        return "".join(
            ",\n" + json.dumps(_result(finding, uri, places), ensure_ascii=False)
            for finding in content.findings
        )

    def joined(self, fragment: str) -> str:
        """A file's results; the comma before the first result is removed."""
        if self._is_first and fragment:
            self._is_first = False
            return fragment[1:]
        return fragment

    def closing(self, counts: Counts, files: int, unreadable: list[tuple[str, str]]) -> str:
        """The end of the log: whether every file could be read."""
        notifications = [
            {
                "level": "error",
                "message": {"text": message},
                "locations": [_location(artifact_uri(file))],
            }
            for file, message in unreadable
        ]
        invocation: dict[str, Any] = {"executionSuccessful": not unreadable}
        if notifications:
            invocation["toolExecutionNotifications"] = notifications
        return f'\n], "invocations": {json.dumps([invocation], ensure_ascii=False)}}}]}}\n'


def artifact_uri(file: str) -> str:
    """A file's name as a relative or absolute URI reference."""
    path = file.replace("\\", "/")
    return ("file://" if path.startswith("/") else "") + quote(path, errors="surrogateescape")


def _descriptor(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "name": rule.name,
        "shortDescription": {"text": rule.why},
        "defaultConfiguration": {"level": _LEVELS[rule.severity], "enabled": rule.is_on},
        "properties": {"code": rule.code, "group": rule.group.value, "source": rule.source},
    }


def _location(uri: str, region: dict[str, int] | None = None) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri}}
    if region is not None:
        physical["region"] = region
    return {"physicalLocation": physical}


def _result(finding: Finding, uri: str, places: LineColumns) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(uri, _region(finding.start, finding.end, places))],
    }
    if finding.fixes:
        result["fixes"] = [_fix(fix, uri, places) for fix in finding.fixes]
    return result


def _fix(fix: Fix, uri: str, places: LineColumns) -> dict[str, Any]:
    return {
        "description": {"text": fix.label},
        "artifactChanges": [
            {
                "artifactLocation": {"uri": uri},
                "replacements": [
                    {
                        "deletedRegion": _region(edit.start, edit.end, places),
                        "insertedContent": {"text": edit.new},
                    }
                    for edit in fix.edits
                ],
            }
        ],
    }


def _region(start: int, end: int, places: LineColumns) -> dict[str, int]:
    first, last = places.of(start), places.of(end)
    return {
        "startLine": first.line,
        "startColumn": first.column,
        "endLine": last.line,
        "endColumn": last.column,
    }
