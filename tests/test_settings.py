"""Settings survive, a damaged file is kept aside, and no setting costs another."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from platformdirs import user_config_dir

from bnews_desk import paths, settings
from bnews_desk.errors import WriteError
from bnews_desk.settings import (
    THEMES,
    ZOOM_RANGE,
    Settings,
    load_settings,
    read_settings,
    save_settings,
    try_save_settings,
)

ANY = st.builds(
    Settings,
    geometry=st.binary(max_size=80),
    columns=st.lists(st.integers(0, 5000), max_size=4).map(tuple),
    desk_hidden=st.booleans(),
    zoom=st.integers(*ZOOM_RANGE),
    theme=st.sampled_from(THEMES),
    open_folder=st.text(),
    export_folder=st.text(),
    export_forms=st.lists(st.sampled_from(["docx", "txt", "html"]), max_size=3).map(tuple),
    export_pattern=st.text(),
    txt_crlf=st.booleans(),
    smart_typing=st.booleans(),
    house_sheet=st.text(),
    languagetool=st.text(),
    languagetool_indonesian=st.booleans(),
    detailed_log=st.booleans(),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "baru" / "pengaturan.json"


@given(ANY)
def test_any_settings_come_back(tmp_path_factory: pytest.TempPathFactory, chosen: Settings) -> None:
    path = str(tmp_path_factory.mktemp("setelan") / "pengaturan.json")
    save_settings(path, chosen)
    assert load_settings(path) == (chosen, "")


def test_without_a_file_the_defaults_hold_and_nothing_is_said(path: Path) -> None:
    assert load_settings(str(path)) == (Settings(), "")


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"null", b"\xff\xfe\x00", b"[" * 90_000])
def test_a_damaged_file_is_kept_aside(data: bytes, path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(data)
    chosen, notice = load_settings(str(path))
    assert chosen == Settings()
    aside = path.with_name("pengaturan.json.rusak")
    assert str(aside) in notice
    assert aside.read_bytes() == data
    assert not path.exists()


def test_a_second_damaged_file_covers_no_first(path: Path) -> None:
    path.parent.mkdir()
    for data in (b"satu", b"dua"):
        path.write_bytes(data)
        load_settings(str(path))
    assert path.with_name("pengaturan.json.rusak").read_bytes() == b"satu"
    assert path.with_name("pengaturan.json.2.rusak").read_bytes() == b"dua"


def test_a_damaged_file_that_cannot_be_moved_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.parent.mkdir()
    path.write_bytes(b"{")

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(settings.os, "replace", refuse)
    assert "bawaan dipakai" in load_settings(str(path)).notice


def test_a_folder_in_the_files_place_is_told_and_left_alone(path: Path) -> None:
    path.mkdir(parents=True)
    chosen, notice = load_settings(str(path))
    assert chosen == Settings()
    assert "folder" in notice
    assert path.is_dir()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("geometry", "bukan base64!"),
        ("geometry", 5),
        ("columns", [200, -1]),
        ("columns", "200"),
        ("desk_hidden", 1),
        ("zoom", "besar"),
        ("zoom", True),
        ("theme", "ungu"),
        ("theme", []),
        ("open_folder", None),
        ("export_forms", ["docx", 3]),
        ("export_forms", "docx"),
        ("export_pattern", 7),
        ("txt_crlf", 1),
        ("smart_typing", 0),
        ("languagetool", True),
        ("languagetool_indonesian", "ya"),
        ("detailed_log", 1),
    ],
)
def test_one_wrong_setting_costs_no_other(name: str, value: object, path: Path) -> None:
    path.parent.mkdir()
    path.write_text(
        json.dumps({"house_sheet": "gaya.toml", name: value, "lain": 1}), encoding="utf-8"
    )
    assert load_settings(str(path)) == (Settings(house_sheet="gaya.toml"), "")


@pytest.mark.parametrize(("stored", "zoom"), [(5, ZOOM_RANGE[0]), (900, ZOOM_RANGE[1])])
def test_zoom_is_kept_in_its_range(stored: int, zoom: int, path: Path) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps({"zoom": stored}), encoding="utf-8")
    assert load_settings(str(path)).settings.zoom == zoom


def test_a_failed_save_leaves_the_old_file_and_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_settings(str(path), Settings(zoom=110))
    before = path.read_bytes()

    def full(*_: object, **__: object) -> None:
        raise WriteError("disk-full", "Ruang disk habis.")

    monkeypatch.setattr(settings, "write_atomically", full)
    with pytest.raises(WriteError):
        save_settings(str(path), Settings(zoom=120))
    assert try_save_settings(str(path), Settings(zoom=120)) == "Ruang disk habis."
    assert path.read_bytes() == before


@pytest.mark.posix("modes")
def test_nobody_else_may_read_what_is_kept(path: Path) -> None:
    save_settings(str(path), Settings())
    assert mode_of(path.parent) == 0o700
    assert mode_of(path) == 0o600
    path.chmod(0o644)
    save_settings(str(path), Settings(zoom=120))
    assert mode_of(path) == 0o600
    path.write_bytes(b"rusak")
    path.chmod(0o644)
    load_settings(str(path))
    assert mode_of(path.with_name("pengaturan.json.rusak")) == 0o600


@pytest.mark.posix("modes")
@pytest.mark.parametrize("is_named", [False, True], ids=["usual", "named"])
def test_the_usual_folder_becomes_private_and_one_that_was_named_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_named: bool
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.delenv(paths.HOME_VARIABLE, raising=False)
    folder = tmp_path / "bnews-desk"
    folder.mkdir(mode=0o755)
    if is_named:
        monkeypatch.setenv(paths.HOME_VARIABLE, str(folder))
    save_settings(paths.settings_file(), Settings())
    assert mode_of(folder) == (0o755 if is_named else 0o700)


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("x")
    said = try_save_settings(str(tmp_path / "berkas" / "sub" / "pengaturan.json"), Settings())
    assert "tidak dapat dibuat" in said


def test_saving_quietly_says_nothing_when_all_is_well(path: Path) -> None:
    assert try_save_settings(str(path), Settings()) == ""
    assert load_settings(str(path)).settings == Settings()


def test_one_folder_can_hold_everything_of_the_editors(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path))
    assert paths.user_folder() == paths.data_folder() == str(tmp_path)
    assert paths.settings_file() == str(tmp_path / "pengaturan.json")
    assert paths.journal_file() == str(tmp_path / "jurnal.db")


def test_the_folder_is_the_one_that_platformdirs_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(paths.HOME_VARIABLE, raising=False)
    for base in ("", "  ", str(tmp_path), "~/sendiri"):
        monkeypatch.setenv("XDG_CONFIG_HOME", base)
        assert paths.user_folder() == user_config_dir("bnews-desk", appauthor=False), base


def test_the_newsrooms_words_lie_beside_its_sheet_or_where_that_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path))
    name, sheet = "kamus-redaksi.txt", str(tmp_path / "redaksi" / "gaya.toml")
    assert paths.newsroom_dictionary() == str(tmp_path / name)
    assert paths.newsroom_dictionary(sheet) == str(tmp_path / "redaksi" / name)
    assert paths.newsroom_dictionary(sheet, "kata.txt") == str(tmp_path / "redaksi" / "kata.txt")
    own = os.path.abspath("/media/kata.txt")
    assert paths.newsroom_dictionary(sheet, own) == own


def test_looking_at_damaged_settings_leaves_them_where_they_are(path: Path) -> None:
    assert read_settings(str(path)) == (Settings(), "")
    path.parent.mkdir()
    path.write_text("{", encoding="utf-8")
    said = f"Berkas setelan “{path}” rusak; setelan bawaan dipakai."
    assert read_settings(str(path)) == (Settings(), said)
    assert path.read_text(encoding="utf-8") == "{"
    save_settings(str(path), Settings(house_sheet="/redaksi/gaya.toml"))
    assert read_settings(str(path)).settings.house_sheet == "/redaksi/gaya.toml"


def test_else_the_system_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(paths.HOME_VARIABLE, raising=False)
    assert os.path.basename(paths.user_folder()) == "bnews-desk"
    assert "bnews-desk" in paths.data_folder()
