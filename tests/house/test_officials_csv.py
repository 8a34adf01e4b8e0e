"""Officials from a CSV table: what spreadsheets write is read, bad rows are told by their line."""

from __future__ import annotations

from datetime import date

import pytest

from bnews_desk.errors import ReadError
from bnews_desk.house.officials import MAX_OFFICIALS, Official
from bnews_desk.house.officials_csv import parse_officials_csv

RATNA = Official("Bupati Tirtasari", "Ratna Widuri", date(2025, 2, 20))


@pytest.mark.parametrize(
    "data",
    [
        b"jabatan,nama,mulai\nBupati Tirtasari,Ratna Widuri,2025-02-20\n",
        b"jabatan;nama;mulai\r\nBupati Tirtasari;Ratna Widuri;20/2/2025\r\n",
        b"\xef\xbb\xbfNama;Jabatan;Sampai;Sejak\nRatna  Widuri;Bupati Tirtasari;;20-02-2025",
        b'"Name","Office","Since","Catatan"\n\n"Ratna Widuri","Bupati Tirtasari",20.2.2025,x\n,,\n',
    ],
)
def test_tables_of_spreadsheets_are_read(data: bytes) -> None:
    assert parse_officials_csv(data, "x.csv") == ((RATNA,), ())


def test_every_column_and_both_encodings_are_read() -> None:
    text = "jabatan;nama;singkatan;mulai;sampai\nCamat Wates;André;Camat| Pak Camat;-;31/12/2024\n"
    camat = Official("Camat Wates", "André", None, date(2024, 12, 31), ("Camat", "Pak Camat"))
    for encoding in ("utf-8", "cp1252"):
        assert parse_officials_csv(text.encode(encoding), "x.csv").officials == (camat,)


def test_bad_rows_are_told_by_the_line_they_begin_on() -> None:
    data = (
        "jabatan,nama,mulai,sampai\n"
        "Bupati Tirtasari,,2025-02-20,\n"
        'Camat Wates,"Hadi\nPrayitno",,\n'
        "Camat Talun,Budi,30/2/2025,\n"
        "Camat Doko,Sari,kemarin,\n"
        "Camat Nglegok,Rini,2025-01-01,2024-01-01\n"
        "Camat Selorejo,Ana\x07,,\n"
        "Lurah Babadan,Endah Lestari\n"
    )
    table = parse_officials_csv(data.encode(), "x.csv")
    assert [one.name for one in table.officials] == ["Hadi Prayitno", "Endah Lestari"]
    assert [row.line for row in table.bad_rows] == [2, 5, 6, 7, 8]
    assert "30/2/2025" in table.bad_rows[1].message


def test_a_table_that_breaks_off_keeps_what_came_before() -> None:
    data = b"jabatan,nama\nCamat Wates,Hadi\nCamat Doko," + b"x" * 200_000 + b"\nCamat Talun,Budi\n"
    table = parse_officials_csv(data, "x.csv")
    assert [one.name for one in table.officials] == ["Hadi"]
    assert [row.line for row in table.bad_rows] == [3]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n\n",
        b"Bupati Tirtasari,Ratna Widuri\n",
        b"jabatan,mulai\nCamat Wates,2025-01-01\n",
        b"\xff\xfej\x00a\x00b\x00",
        b"jabatan,nama\n\x81,x\n",
        b"PK\x03\x04\x14\x00",
    ],
)
def test_what_is_no_such_table_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match=r"x\.csv"):
        parse_officials_csv(data, "x.csv")


def test_too_many_are_refused() -> None:
    data = b"jabatan,nama\n" + b"Camat Wates,Hadi\n" * (MAX_OFFICIALS + 1)
    with pytest.raises(ReadError, match="lebih dari 2000"):
        parse_officials_csv(data, "x.csv")
