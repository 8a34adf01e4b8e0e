"""``bnews-desk officials import``: imports a CSV table into the register of the style sheet."""

from __future__ import annotations

import argparse
import os
import sys

from bnews_desk.cli.command_inputs import STANDARD_STREAM
from bnews_desk.cli.exit_status import EXIT_OK, EXIT_UNREADABLE
from bnews_desk.cli.standard_error import print_message, printable
from bnews_desk.errors import ReadError, UsageError
from bnews_desk.files import read_bytes
from bnews_desk.house.newsroom_sheet import put_officials
from bnews_desk.house.officials_csv import MAX_TABLE_BYTES, parse_officials_csv
from bnews_desk.paths import house_sheet, settings_file
from bnews_desk.settings import read_settings


def run(options: argparse.Namespace) -> int:
    """Import one table; returns 2 when a row was unusable, else 0.

    The valid rows are imported all the same, in one write.
    """
    sheet = _sheet_in_use(options.house)
    table = parse_officials_csv(_data(options.file), options.file)
    for row in table.bad_rows:
        print_message(f"{options.file}:{row.line}: {row.message} Baris ini dilewati.")
    put = put_officials(sheet, table.officials)
    print(
        f"{put.new} pejabat baru, {put.changed} diperbarui, {put.known} sudah ada,"
        f" {len(table.bad_rows)} baris dilewati: {printable(sheet)}."
    )
    return EXIT_UNREADABLE if table.bad_rows else EXIT_OK


def _sheet_in_use(named: str | None) -> str:
    """The style sheet that the call names, else the window's; raises ``UsageError`` for the shipped
    one.
    """
    path = named or read_settings(settings_file()).settings.house_sheet
    if not path:
        raise UsageError(
            "Yang dipakai gaya selingkung bawaan, yang tidak pernah diubah; buat gaya selingkung"
            " redaksi di Setelan, atau sebut berkasnya dengan --house."
        )
    if os.path.realpath(path) == os.path.realpath(house_sheet()):
        raise UsageError(
            f"“{path}” adalah gaya selingkung bawaan, yang tidak pernah diubah; salin dahulu, lalu"
            " sebut salinannya dengan --house."
        )
    return path


def _data(file: str) -> bytes:
    if file != STANDARD_STREAM:
        return read_bytes(file, MAX_TABLE_BYTES)
    data = sys.stdin.buffer.read(MAX_TABLE_BYTES + 1)
    if len(data) > MAX_TABLE_BYTES:
        raise ReadError("too-large", "Tabel di masukan standar lebih besar dari 2 MB; bagi dahulu.")
    return data
