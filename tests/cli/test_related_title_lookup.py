"""``check --archive`` and ``convert --archive``."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from command_call import HOUSE_FORM, Call

from bnews_desk.archive.repository.archive_errors import ArchiveError
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.repository.open_archive import open_archive
from bnews_desk.cli.related_title_lookup import RelatedTitleLookup, expand_archive_option
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.paths import archive_file
from bnews_desk.release import Details, Release

TITLE = "Pasar Malam Kesamben Dibuka Bupati"
ADDRESS = "https://b-news.id/pasar-malam"


def fill(place: str) -> None:
    reader = FrameReader(load_style_sheet()[0])
    with contextlib.closing(open_archive(place, reader)) as vault:
        details = Details(publication_date=date(2024, 11, 20))
        release = Release.of(TITLE, ["BLITAR | B-news.id - Pasar."])._replace(details=details)
        record = vault.add("pasar", release)
        vault.save(record._replace(status="tayang", address=ADDRESS))


@pytest.fixture
def own(home: Path) -> str:
    """The archive of the window, with one published release."""
    fill(archive_file())
    return archive_file()


def with_line(folder: Path, title: str, name: str = "naskah.txt") -> Path:
    first, second, credit = HOUSE_FORM.split("\n")
    path = folder / name
    path.write_text("\n".join((first, f"Baca juga: {title}", second, credit)), encoding="utf-8")
    return path


def rules_of(call: Call, *arguments: str | Path) -> list[str]:
    (file,) = call("check", "--format", "json", *arguments).json["files"]
    return [finding["rule"] for finding in file["problems"]]


@pytest.mark.usefixtures("own")
def test_a_check_asks_the_windows_archive_where_it_is_told_to(call: Call, tmp_path: Path) -> None:
    path = with_line(tmp_path, "Pasar Malam Kesamben Dibuka Bupatii")
    assert rules_of(call, path) == []
    assert rules_of(call, "--archive", path) == ["related-title-altered"]
    assert rules_of(call, path, "--archive") == ["related-title-altered"]


def test_another_archive_can_be_named(call: Call, tmp_path: Path) -> None:
    place = str(tmp_path / "lain.db")
    fill(place)
    path = with_line(tmp_path, TITLE)
    given = ("--date", "2024-11-12")
    assert rules_of(call, path, "--archive", place, *given) == ["related-dated-after"]
    assert rules_of(call, f"--archive={place}", path, *given) == ["related-dated-after"]
    assert rules_of(call, path, "--archive", place, "--date", "2024-11-20") == []


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_archive_that_is_not_there_is_said_before_anything(
    call: Call, tmp_path: Path, jobs: str
) -> None:
    paths = [with_line(tmp_path, TITLE, name) for name in ("a.txt", "b.txt")]
    done = call("check", "--format", "json", *paths, "--archive", "tak-ada.db", "--jobs", jobs)
    assert done.status == 2
    assert done.out == ""
    assert "Belum ada arsip" in done.err
    assert not (tmp_path / "tak-ada.db").exists()


def test_a_file_that_is_no_archive_stays_as_it_is(call: Call, tmp_path: Path) -> None:
    path = with_line(tmp_path, TITLE)
    before = path.read_bytes()
    done = call("check", path, f"--archive={path}")
    assert done.status == 2
    assert path.read_bytes() == before


def test_several_files_can_be_checked_at_once(own: str, tmp_path: Path) -> None:
    paths = [
        with_line(tmp_path, "Pasar Malam Kesamben Dibuka Bupatii", f"{name}.txt") for name in "abc"
    ]
    command = [sys.executable, "-m", "bnews_desk", "check", "--archive", own, "--jobs", "2"]
    done = subprocess.run([*command, *paths], capture_output=True, encoding="utf-8", check=False)
    assert done.stdout.count("related-title-altered") == 3
    assert done.stderr == ""


@pytest.mark.usefixtures("own")
def test_a_conversion_links_titles_whose_address_is_known(call: Call, tmp_path: Path) -> None:
    path = with_line(tmp_path, TITLE)
    html = tmp_path / "hasil.html"
    assert call("convert", path, html).status == 0
    assert ADDRESS not in html.read_text(encoding="utf-8")
    assert call("convert", "--archive", path, html).status == 0
    assert f'Baca juga: <a href="{ADDRESS}">{TITLE}</a>' in html.read_text(encoding="utf-8")


@pytest.mark.usefixtures("own")
def test_many_conversions_link_too(call: Call, tmp_path: Path) -> None:
    paths = [with_line(tmp_path, TITLE, f"{name}.txt") for name in "ab"]
    out = tmp_path / "hasil"
    assert call("convert", *paths, "--to", "html", "--out", out, "--archive").status == 0
    for name in "ab":
        assert ADDRESS in (out / f"{name}.html").read_text(encoding="utf-8")


def test_a_failure_on_the_way_is_told_once(
    own: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_vault: object, _title: str) -> None:
        raise ArchiveError("Arsip tidak menjawab; coba lagi.")

    with contextlib.closing(RelatedTitleLookup(own, FrameReader(load_style_sheet()[0]))) as archive:
        assert archive.address_of(TITLE) == ADDRESS
        monkeypatch.setattr(DatabaseArchive, "look_up_title", fail)
        assert archive.address_of(TITLE) == ADDRESS
        assert archive.address_of("Lain") == ""
        assert archive.look_up("Lain Lagi") is None
    assert capsys.readouterr().err.count("Arsip tidak menjawab") == 1


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        (["--archive", "a.txt"], ["--archive=", "a.txt"]),
        (["a.txt", "--archive"], ["a.txt", "--archive="]),
        (["--archive", "a.db", "b.txt"], ["--archive", "a.db", "b.txt"]),
        (["--archive", "postgresql://u@s/a", "b"], ["--archive", "postgresql://u@s/a", "b"]),
        (["--archive=x", "b.txt"], ["--archive=x", "b.txt"]),
    ],
)
def test_no_file_is_taken_for_an_archive(given: list[str], meant: list[str]) -> None:
    assert expand_archive_option(given) == meant


def test_an_address_can_be_noted_and_proposals_listed(call: Call, tmp_path: Path) -> None:
    keys = []
    for headline, body in (
        ("Pasar Kesamben Ramai", "Pedagang Pasar Kesamben menata kios mereka sejak subuh."),
        ("Pasar Kesamben Sepi", "Hujan membuat pengunjung Pasar Kesamben pulang lebih awal."),
    ):
        path = tmp_path / f"{headline}.txt"
        path.write_text(f"{headline}\n\nBLITAR | B-news.id - {body}", encoding="utf-8")
        keys.append(call("archive", "import", path).out.strip())
    assert call("archive", "address", keys[0], ADDRESS).status == 0
    (found,) = call("archive", "related", keys[1], "--format", "json").json["releases"]
    assert (found["key"], found["address"]) == (keys[0], ADDRESS)
    assert call("archive", "related", keys[1]).out.startswith(f"{keys[0]}  baru  ")
    refused = call("archive", "address", keys[0], "javascript:alert(1)")
    assert refused.status == 2
    assert "tidak dapat dipakai" in refused.err
    assert call("archive", "address", keys[0], "").status == 0
    assert call("archive", "show", keys[0], "--format", "json").json["address"] == ""
