"""The files by which a Linux desktop knows the program agree with the program."""

from __future__ import annotations

import configparser
import re
import runpy
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree
from PySide6.QtCore import QMimeDatabase

from bnews_desk.cli.arguments import COMMANDS
from bnews_desk.importers.import_formats import readable_endings

pytestmark = pytest.mark.posix("these files are for Linux desktops")

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "packaging" / "debian"
MENU, OPEN_WITH = "id.b_news.desk.desktop", "zz-id.b_news.desk-open.desktop"
METAINFO = "id.b_news.desk.metainfo.xml"


def entry(name: str) -> dict[str, str]:
    """The keys of a desktop file."""
    parser = configparser.ConfigParser(delimiters=("=",), interpolation=None)
    parser.optionxform = str
    parser.read_string((FOLDER / name).read_text(encoding="utf-8"))
    return dict(parser["Desktop Entry"])


def needed(tool: str) -> str:
    """A program that not every machine has."""
    path = shutil.which(tool)
    if path is None:
        pytest.skip(f"{tool} is not installed")
    return path


def test_every_format_that_is_read_can_be_opened_from_the_desktop():
    offered = set(filter(None, entry(OPEN_WITH)["MimeType"].split(";")))
    own = etree.parse(FOLDER / "bnews-desk.xml").getroot()
    namespace = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    named = {
        glob.attrib["pattern"].removeprefix("*"): mime.attrib["type"]
        for mime in own.findall("m:mime-type", namespace)
        for glob in mime.findall("m:glob", namespace)
    }
    database = QMimeDatabase()
    match = QMimeDatabase.MatchMode.MatchExtension
    for ending in readable_endings():
        mime = named.get(ending) or database.mimeTypeForFile(f"x{ending}", match).name()
        if ending == ".text":  # plain text by its content only
            mime = "text/plain"
        assert mime in offered, ending
    assert set(named.values()) <= offered


def test_the_program_is_in_the_menu_once_and_opens_nothing_by_itself():
    menu, opens = entry(MENU), entry(OPEN_WITH)
    assert "MimeType" not in menu
    assert "NoDisplay" not in menu
    assert opens["NoDisplay"] == "true"
    assert opens["InitialPreference"] == "0"
    kept = ("Name", "GenericName", "GenericName[id]", "Exec", "Icon", "StartupWMClass")
    assert [menu[key] for key in kept] == [opens[key] for key in kept]
    others = ("libreoffice-writer", "org.gnome.Evince", "xpdf", "org.xfce.mousepad", "vim")
    assert all(f"{other}.desktop" < OPEN_WITH for other in others)


def test_the_window_names_its_desktop_file():
    from bnews_desk.gui.app import DESKTOP_FILE

    assert f"{DESKTOP_FILE}.desktop" == MENU
    root = etree.parse(FOLDER / METAINFO).getroot()
    assert root.findtext("id") == DESKTOP_FILE
    assert root.findtext("launchable") == MENU


def test_desktop_files_are_valid():
    tool = needed("desktop-file-validate")
    subprocess.run([tool, FOLDER / MENU, FOLDER / OPEN_WITH], check=True)


def test_software_centres_accept_the_description(tmp_path):
    tool = needed("appstreamcli")
    text = (FOLDER / METAINFO).read_text(encoding="utf-8")
    filled = tmp_path / METAINFO
    filled.write_text(text.replace("@VERSION@", "1.0").replace("@DATE@", "2026-12-01"))
    ran = subprocess.run(
        [tool, "validate", "--no-net", filled], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout


def test_the_manual_tells_every_command_and_option(tmp_path):
    page = runpy.run_path(str(FOLDER / "manual.py"), run_name="manual")["manual"]("1.0", 0)
    said = page.replace("\\-", "-").replace("\\&", "")
    assert 'bnews-desk 1 "1970-01-01"'.upper() in said
    assert set(COMMANDS) <= set(re.findall(r"^\.SS bnews-desk (\S+)", said, re.MULTILINE))
    for shown in ("--languagetool CARA", "--out FOLDER", "-o, --output HASIL", "archive search"):
        assert shown in said
    (tmp_path / "bnews-desk.1").write_text(page, encoding="utf-8")
    formatted = subprocess.run(
        [needed("groff"), "-man", "-Kutf8", "-Tutf8", "-ww", tmp_path / "bnews-desk.1"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert not formatted.stderr
    assert "postgresql://…" in formatted.stdout
