"""Reads officials from a CSV table, as spreadsheets write it.

The first line names the columns: *jabatan* and *nama*, which every row must fill, and *mulai*,
*sampai* and *singkatan*, in any order. Columns are separated by commas or semicolons, several short
forms by ``|``. Days are written 2025-02-20 or 20/2/2025. The text is UTF-8, else cp1252.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from bnews_desk.errors import ReadError
from bnews_desk.house.officials import MAX_OFFICIALS, Official, read_day, read_officials

MAX_TABLE_BYTES = 2_000_000
_COLUMNS = {
    "jabatan": "office", "office": "office",
    "nama": "name", "nama pejabat": "name", "name": "name",
    "mulai": "since", "sejak": "since", "since": "since",
    "sampai": "until", "hingga": "until", "until": "until",
    "singkatan": "short", "sebutan lain": "short", "short": "short",
}  # fmt: skip
_NAMES = {"since": "mulai", "until": "sampai", "office": "jabatan", "name": "nama"}


class BadRow(NamedTuple):
    """A row that cannot be used: its line, and one Indonesian sentence that says why."""

    line: int
    message: str


class OfficialsTable(NamedTuple):
    """The officials of a table and its unusable rows."""

    officials: tuple[Official, ...]
    bad_rows: tuple[BadRow, ...]


def parse_officials_csv(data: bytes, named: str) -> OfficialsTable:
    """The officials of a table and the rows that cannot be used.

    Raises ``ReadError`` where the data is not such a table; ``named`` is the file's name in the
    message.
    """
    text = _decoded(data, named)
    first_line = text.partition("\n")[0]
    delimiter = ";" if first_line.count(";") > first_line.count(",") else ","
    rows = _numbered_rows(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    officials: list[Official] = []
    bad_rows: list[BadRow] = []
    columns: list[str] = []
    for line, cells in rows:
        if isinstance(cells, str):
            bad_rows.append(BadRow(line, cells))
        elif not columns:
            columns = [_COLUMNS.get(" ".join(cell.split()).casefold(), "") for cell in cells]
            if not {"office", "name"} <= set(columns):
                break
        elif any(cell.strip() for cell in cells):
            found = _read_row(dict(zip(columns, cells, strict=False)))
            if isinstance(found, str):
                bad_rows.append(BadRow(line, found))
            else:
                officials.append(found)
    if not {"office", "name"} <= set(columns):
        raise ReadError(
            "damaged",
            f"Baris pertama “{named}” tidak menyebut kolom jabatan dan nama; tulis di sana:"
            " jabatan,nama,mulai,sampai,singkatan.",
        )
    if len(officials) > MAX_OFFICIALS:
        raise ReadError(
            "too-large",
            f"“{named}” memuat lebih dari {MAX_OFFICIALS} pejabat; bagi menjadi lebih sedikit.",
        )
    return OfficialsTable(tuple(officials), tuple(bad_rows))


def _decoded(data: bytes, named: str) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ReadError(
        "damaged",
        f"“{named}” bukan teks UTF-8 atau Windows-1252; simpan ulang sebagai CSV UTF-8.",
    )


def _numbered_rows(reader: Any) -> Iterator[tuple[int, list[str] | str]]:  # noqa: ANN401
    """Each row with the line it begins on; where the table breaks off, a sentence instead of the
    row."""
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error:
        yield line, "Baris ini dan sesudahnya tidak dapat dibaca; periksa tanda petiknya."


def _read_row(cells: Mapping[str, str]) -> Official | str:
    """The official in a row, or a sentence that says why there is none."""
    table: dict[str, Any] = {}
    for key in ("office", "name"):
        table[key] = " ".join(cells.get(key, "").split())
        if not table[key].isprintable():
            return f"Kolom {_NAMES[key]} memuat tanda khusus yang tidak dapat ditulis."
    for key in ("since", "until"):
        written = cells.get(key, "").strip()
        if written not in ("", "-"):
            table[key] = read_day(written)
            if table[key] is None:
                return (
                    f"Tanggal {_NAMES[key]} “{written}” tidak dikenal; tulis 2025-02-20 atau"
                    " 20/2/2025."
                )
    short = [" ".join(form.split()) for form in cells.get("short", "").split("|")]
    table["short"] = [form for form in short if form and form.isprintable()]
    if not table["office"] or not table["name"]:
        return "Kolom jabatan dan nama harus terisi."
    if "since" in table and "until" in table and table["until"] < table["since"]:
        return "Tanggal sampai lebih awal daripada tanggal mulai."
    officials, _faults = read_officials([table])
    return officials[0] if officials else "Baris ini tidak dapat dibaca sebagai pejabat."
