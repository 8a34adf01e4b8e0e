"""``bnews-desk doctor``: reports what is installed or missing; installs LanguageTool on request."""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module, metadata
from typing import NamedTuple

from bnews_desk import __version__
from bnews_desk.cli import command_inputs
from bnews_desk.cli.exit_status import EXIT_OK
from bnews_desk.errors import DeskError, reason
from bnews_desk.helper_process import helper_command, is_frozen
from bnews_desk.house.style import HouseStyle
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.languagetool.download import Download, install_from_path
from bnews_desk.lexicon.languagetool.installation import VERSION, Installation
from bnews_desk.paths import house_sheet, own_dictionary, word_template


def get_languagetool(source: str) -> None:
    """Install LanguageTool from a ZIP file or folder, or by download for ''; print where.

    Raises ``OpinionError``. Ctrl-C removes an incomplete download.
    """
    found = install_from_path(source) if source else _download_languagetool()
    print(f"LanguageTool {found.version} siap di {found.folder}.")


def _download_languagetool() -> Installation:
    """Download LanguageTool, with a progress bar if standard error is a terminal."""
    if not sys.stderr.isatty():
        return Download().run()
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn

    columns = TextColumn("{task.description}"), BarColumn(), DownloadColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(f"Mengunduh LanguageTool {VERSION}", total=None)
        return Download().run(
            lambda come, of: progress.update(task, completed=come, total=of or None)
        )


LEAST_PYTHON = (3, 11)
WELL, TO_DO, ABSENT = "✓", "!", "–"
"""Marks of what is fine, what needs action, and what is optional and missing."""
_PACKAGES = {
    "python-docx": ("docx", "menulis DOCX"),
    "lxml": ("lxml.etree", "menulis DOCX, membaca HTML"),
    "trafilatura": ("trafilatura", "artikel dalam halaman web"),
    "lxml-html-clean": ("lxml_html_clean", "artikel dalam halaman web"),
    "pypdfium2": ("pypdfium2_raw", "membaca PDF"),
    "markdown-it-py": ("markdown_it", "membaca Markdown"),
    "olefile": ("olefile", "membaca DOC dan surel Outlook"),
    "compressed-rtf": ("compressed_rtf", "surel Outlook"),
    "PySide6-Essentials": ("PySide6.QtWidgets", "jendela"),
    "sqlalchemy": ("sqlalchemy", "arsip"),
    "alembic": ("alembic.command", "susunan arsip"),
    "psycopg": ("psycopg", "arsip bersama"),
    "keyring": ("keyring", "kata sandi arsip bersama"),
    "filelock": ("filelock", "arsip"),
    "rensa": ("rensa", "rilis yang mirip"),
    "regex": ("regex", "aturan redaksi"),
    "tomlkit": ("tomlkit", "gaya selingkung"),
    "platformdirs": ("platformdirs", "letak folder"),
    "rich": ("rich.progress", "bilah kemajuan di terminal"),
    "requests": ("requests", "mengunduh LanguageTool"),
    "language-tool-python": ("language_tool_python", "mengunduh LanguageTool"),
}
"""For each package, a module whose import loads its native libraries, and the package's use."""


class Diagnosis(NamedTuple):
    """The result of one test; ``remedy`` is '' when nothing needs to be done.

    ``is_there`` is False for an optional part that is missing.
    """

    subject: str
    state: str
    remedy: str = ""
    is_there: bool = True

    @property
    def mark(self) -> str:
        """The mark printed before it."""
        if self.remedy:
            return TO_DO
        return WELL if self.is_there else ABSENT


def run(options: argparse.Namespace) -> int:
    """Print one line per test, and a remedy for each problem."""
    if options.get_languagetool is not None:
        get_languagetool(options.get_languagetool)
        return EXIT_OK
    diagnoses = [
        _python(),
        *(_package(name, module, use) for name, (module, use) in _PACKAGES.items()),
        *_importers(),
        _template(),
        *_style_sheet(options.house),
        *_dictionaries(options.house),
        _hunspell(),
        *_languagetool(),
        _office(),
        _limits(),
    ]
    for diagnosis in diagnoses:
        print(f"{diagnosis.mark} {diagnosis.subject}: {diagnosis.state}")
        if diagnosis.remedy:
            print(f"  → {diagnosis.remedy}")
    missing = sum(bool(diagnosis.remedy) for diagnosis in diagnoses)
    if any(diagnosis.mark == ABSENT for diagnosis in diagnoses):
        print(f"Yang bertanda {ABSENT} hanya tambahan dan boleh tidak ada.")
    print(f"{missing} hal perlu ditangani." if missing else "Semua siap dipakai.")
    return EXIT_OK


def _python() -> Diagnosis:
    state = f"{sys.version.split()[0]} ({sys.platform}); B-News Desk {__version__}"
    if sys.version_info >= LEAST_PYTHON:
        return Diagnosis("Python", state)
    return Diagnosis("Python", state, "Pasang Python 3.11 atau yang lebih baru.")


def _package(name: str, module: str, use: str) -> Diagnosis:
    """Whether a package is installed and can be imported."""
    subject = f"{name} ({use})"
    try:
        version = metadata.version(name)
    except metadata.PackageNotFoundError:  # a frozen program may lack the package's metadata
        version = ""
    try:
        import_module(module)
    except Exception as error:  # whatever a package raises when its libraries do not load
        if isinstance(error, ModuleNotFoundError) and error.name == module.partition(".")[0]:
            return Diagnosis(subject, "tidak terpasang", _installing(name))
        why = " ".join(str(error).split()) or type(error).__name__
        return Diagnosis(subject, f"{version or 'ada'}, tetapi tidak dapat dimuat: {why}",
                         _installing(f"--force-reinstall {name}"))  # fmt: skip
    return Diagnosis(subject, version or "terpasang")


def _installing(what: str) -> str:
    return "Pasang ulang B-News Desk." if is_frozen() else f"Jalankan: pip install {what}"


def _importers() -> list[Diagnosis]:
    """The import formats whose reader does not load, even if its packages do."""
    from bnews_desk.importers import file_reading
    from bnews_desk.importers.import_formats import FORMATS

    found = []
    for format in FORMATS:
        try:
            file_reading.load_reader(format)
        except Exception as error:  # see _package
            why = " ".join(str(error).split()) or type(error).__name__
            found.append(
                Diagnosis(
                    f"Membaca {format.name}", f"tidak dapat: {why}", "Pasang ulang B-News Desk."
                )
            )
    return found


def _template() -> Diagnosis:
    path = word_template()
    if os.path.isfile(path):
        return Diagnosis("Templat Word", path)
    return Diagnosis("Templat Word", "tidak ditemukan", "Pasang ulang B-News Desk.")


def _style_sheet(path: str | None) -> list[Diagnosis]:
    subject = "Gaya selingkung"
    shown = path or house_sheet()
    try:
        house, faults = load_style_sheet(path)
    except DeskError as error:
        return [Diagnosis(subject, "tidak terbaca", str(error))]
    wrong = [Diagnosis(subject, "entri keliru", str(fault)) for fault in faults]
    wrong += [
        Diagnosis(subject, "aturan", text)
        for text in command_inputs.unknown_rule_messages(house, shown)
    ]
    return [*(wrong or [Diagnosis(subject, f"{house.name} ({shown})")]), *_own_rules(house)]


def _dictionaries(sheet: str | None) -> list[Diagnosis]:
    """Both dictionaries, with the number of their words and each unusable line."""
    from bnews_desk.cli.user_dictionary_words import newsroom_dictionary_path
    from bnews_desk.lexicon.user_dictionaries import Dictionary

    try:
        newsroom = newsroom_dictionary_path(sheet, load_style_sheet(sheet)[0])
    except DeskError:  # faults of the style sheet are reported separately
        newsroom = newsroom_dictionary_path(None, load_style_sheet(None)[0])
    found = []
    for subject, path in (("Kamus saya", own_dictionary()), ("Kamus redaksi", newsroom)):
        dictionary = Dictionary(path)
        state = f"{len(dictionary.words)} kata ({path})"
        if not os.path.exists(path):
            found.append(Diagnosis(subject, f"belum ada ({path})", is_there=False))
            continue
        if dictionary.is_broken:
            state = "tidak terbaca"
        found += [Diagnosis(subject, state, fault) for fault in dictionary.faults] or [
            Diagnosis(subject, state)
        ]
    return found


def _own_rules(house: HouseStyle) -> list[Diagnosis]:
    """The newsroom's own rules, and those of their examples that fail."""
    if not house.own_rules:
        return []
    from bnews_desk.rules.catalogue import rules_of
    from bnews_desk.rules.rule import RuleGroup
    from bnews_desk.rules.word_rule_matcher import failed_examples

    rules = [rule for rule in rules_of(house) if rule.group is RuleGroup.R]
    failed = [
        Diagnosis(f"Aturan redaksi {rule.id}", "contohnya tidak cocok", sentence)
        for rule in rules
        for sentence in failed_examples(rule, house)
    ]
    count = sum(len(rule.bad) + len(rule.good) for rule in rules)
    return failed or [Diagnosis("Aturan redaksi", f"{len(rules)} aturan, {count} contoh cocok")]


def _hunspell() -> Diagnosis:
    """Hunspell, which is an optional part of the spelling check."""
    from bnews_desk.lexicon.hunspell import dictionary_folder, shipped_hunspell

    subject = "Kamus Hunspell id_ID"
    if shipped_hunspell() is None:
        state = "tidak dapat dipakai; ejaan diperiksa tanpanya"
        return Diagnosis(subject, state, is_there=False)
    return Diagnosis(subject, dictionary_folder())


def _languagetool() -> list[Diagnosis]:
    """Java and LanguageTool, which only the optional second opinion needs."""
    from bnews_desk.lexicon.languagetool import installation

    runtime, release = installation.find_java(), installation.find_installation()
    if runtime is None:
        told = f"tidak ada; LanguageTool memerlukannya. {installation.java_remedy()}"
    elif not runtime.is_enough:
        told = f"versi {runtime.version or '?'} ({runtime.path}). {installation.java_remedy()}"
    else:
        told = f"versi {runtime.version} ({runtime.path})"
    if release is None:
        lies = f"belum ada; pemeriksaan tambahan tidak dipakai. {installation.release_remedy()}"
    else:
        lies = f"{release.version} ({release.folder})"
    has_java = runtime is not None and runtime.is_enough
    return [
        Diagnosis("Java", told, is_there=has_java),
        Diagnosis("LanguageTool", lies, is_there=release is not None),
    ]


def _office() -> Diagnosis:
    """LibreOffice, which only old Word files need."""
    from bnews_desk.importers.doc.libreoffice_program import office_program

    state = "tidak ada; berkas DOC tidak terbaca (Debian: apt install libreoffice-writer)"
    program = office_program()
    return Diagnosis("LibreOffice", program or state, is_there=program is not None)


def _limits() -> Diagnosis:
    """Whether the memory limit works, tested by a process that requests more."""
    import subprocess

    from bnews_desk.importers import limits

    subject = "Batas memori saat impor"
    try:
        asked = subprocess.run(  # noqa: S603 - a process of ours, without a shell
            helper_command(limits.__name__),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            check=False,
        )
    except OSError as error:
        return Diagnosis(subject, f"belum diketahui ({reason(error)}); batas lain berlaku")
    if asked.returncode == 0:
        return Diagnosis(subject, "1 GB")
    return Diagnosis(subject, "tidak dijaga sistem ini; batas lain berlaku")
