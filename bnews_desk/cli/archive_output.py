"""Prints results from the archive as text or JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Any

from bnews_desk.archive.repository.archive_values import (
    Excerpt,
    ExportRecord,
    Likeness,
    ReleaseRecord,
    ReleaseSummary,
    SearchHit,
    Version,
)
from bnews_desk.cli.standard_error import printable
from bnews_desk.release_json import decode_text, release_to_json

VERSION = 1
"""Version of the JSON format, which changes only by additions."""


def print_releases(found: Sequence[ReleaseSummary], form: str) -> None:
    """Print one release per line (key, status, day, editor, headline), or JSON."""
    if form == "json":
        _print_json({"releases": [one._asdict() for one in found]})
        return
    for one in found:
        print(_row(one, one.headline or one.opening))


def print_search_hits(hits: Sequence[SearchHit], form: str) -> None:
    """Print search results, the words found in square brackets, or JSON."""
    if form == "json":
        _print_json({"hits": [_hit(hit) for hit in hits]})
        return
    for hit in hits:
        print(_row(hit.summary, _marked(hit.headline)))
        print(f"    {printable(_marked(hit.excerpt))}")


def print_duplicates(found: Sequence[tuple[str, Sequence[Likeness]]], form: str) -> None:
    """Print the earlier releases similar to each file, per cent first, or JSON."""
    if form == "json":
        files = [
            {
                "file": file,
                "alike": [
                    {**one.summary._asdict(), "share": one.share, "version": one.version}
                    for one in alike
                ],
            }
            for file, alike in found
        ]
        _print_json({"files": files})
        return
    for file, alike in found:
        if len(found) > 1:
            print(f"{printable(file)}:")
        for one in alike:
            name = one.summary.headline or one.summary.opening
            print(f"{likeness_percent(one)} %  {_row(one.summary, name)}")
        if not alike:
            print("Tidak ada rilis serupa di arsip.")


def likeness_percent(likeness: Likeness) -> int:
    """The similarity in whole per cent; 100 means word for word."""
    return int(likeness.share * 100)


def publication_or_arrival_date(summary: ReleaseSummary) -> str:
    """The day a release was published, or else imported."""
    if summary.status == "tayang":
        year, month, day = summary.day.split("-")
        return f"terbit {day}/{month}/{year}"
    return f"masuk {_time(summary.created, '%d/%m/%Y')}"


def print_release(
    record: ReleaseRecord, versions: Sequence[Version], exports: Sequence[ExportRecord], form: str
) -> None:
    """Print a whole release below its facts, or JSON."""
    if form == "json":
        fields: dict[str, Any] = record._asdict()
        fields["release"] = json.loads(decode_text(release_to_json(record.release)))
        fields["versions"] = [version._asdict() for version in versions]
        fields["exports"] = [made._asdict() for made in exports]
        _print_json(fields)
        return
    facts = [("Kunci", record.key), ("Status", record.status), ("Alamat", record.address)]
    facts += [("Versi", f"{v.number} {_time(v.made)} {v.reason}") for v in versions]
    facts += [("Ekspor", f"{e.format} {_time(e.made)} {e.name}") for e in exports]
    for name, fact in facts:
        if fact:
            print(f"{name}: {printable(fact)}")
    print()
    for line in record.release.text.split("\n"):
        print(printable(line))


def _row(one: ReleaseSummary, headline: str) -> str:
    parts = (one.key, one.status, one.day, one.editor or "-", headline or "(tanpa judul)")
    return "  ".join(printable(part) for part in parts)


def _hit(hit: SearchHit) -> dict[str, Any]:
    excerpt = {"text": hit.excerpt.text, "marks": hit.excerpt.marks}
    return {
        **hit.summary._asdict(),
        "headline_marks": hit.headline.marks,
        "excerpt": excerpt,
    }


def _marked(excerpt: Excerpt) -> str:
    pieces: list[str] = []
    at = 0
    for mark in excerpt.marks:
        pieces += (excerpt.text[at : mark.start], "[", mark.within(excerpt.text), "]")
        at = mark.end
    return "".join((*pieces, excerpt.text[at:]))


def _time(moment: float, form: str = "%Y-%m-%d %H:%M") -> str:
    from datetime import datetime

    try:
        return datetime.fromtimestamp(moment).strftime(form)
    except (OverflowError, OSError, ValueError):  # a clock far off
        return "?"


def _print_json(value: dict[str, Any]) -> None:
    json.dump({"version": VERSION, **value}, sys.stdout, ensure_ascii=False)
    sys.stdout.write("\n")
