"""``bnews-desk doctor``: what is installed, what is missing, what to do about it."""

from __future__ import annotations

import argparse
import os
import sys
from importlib import metadata
from typing import NamedTuple

from bnews_desk import __version__
from bnews_desk.cli import desk
from bnews_desk.cli.status import EXIT_OK
from bnews_desk.errors import DeskError
from bnews_desk.house.style import HouseStyle
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.paths import house_sheet, own_dictionary, word_template

LEAST_PYTHON = (3, 11)
WELL, TO_DO, ABSENT = "✓", "!", "–"
"""Before what is well, what has to be seen to, what may be missing and is."""
_PACKAGES = {
    "python-docx": "menulis DOCX",
    "lxml": "menulis DOCX, membaca HTML",
    "trafilatura": "artikel dalam halaman web",
    "pypdfium2": "membaca PDF",
    "markdown-it-py": "membaca Markdown",
    "rich": "bilah kemajuan di terminal",
}


class Diagnosis(NamedTuple):
    """One thing looked at; ``remedy`` is '' where nothing has to be done.

    ``is_there`` is False of what is only an addition and is not there.
    """

    subject: str
    state: str
    remedy: str = ""
    is_there: bool = True

    @property
    def mark(self) -> str:
        """What stands before it."""
        if self.remedy:
            return TO_DO
        return WELL if self.is_there else ABSENT


def run(options: argparse.Namespace) -> int:
    """Print what was looked at, a line each, and what to do where something is missing."""
    if options.get_languagetool is not None:
        from bnews_desk.cli.getting import get_languagetool

        get_languagetool(options.get_languagetool)
        return EXIT_OK
    diagnoses = [
        _python(),
        *(_package(name, use) for name, use in _PACKAGES.items()),
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


def _package(name: str, use: str) -> Diagnosis:
    try:
        return Diagnosis(f"{name} ({use})", metadata.version(name))
    except metadata.PackageNotFoundError:
        return Diagnosis(f"{name} ({use})", "tidak terpasang", f"Jalankan: pip install {name}")


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
    wrong += [Diagnosis(subject, "aturan", text) for text in desk.misnamed(house, shown)]
    return [*(wrong or [Diagnosis(subject, f"{house.name} ({shown})")]), *_own_rules(house)]


def _dictionaries(sheet: str | None) -> list[Diagnosis]:
    """Both dictionaries, with the number of their words and each line that is of no use."""
    from bnews_desk.cli.own_words import newsroom_path
    from bnews_desk.lexicon.user_dictionaries import Dictionary

    try:
        newsroom = newsroom_path(sheet, load_style_sheet(sheet)[0])
    except DeskError:  # what is wrong with the sheet is told beside it
        newsroom = newsroom_path(None, load_style_sheet(None)[0])
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
    """The newsroom's own rules, with the examples that do not come out as they say."""
    if not house.own_rules:
        return []
    from bnews_desk.rules.catalogue import rules_of
    from bnews_desk.rules.own_examples import failed_examples
    from bnews_desk.rules.rule import Group

    rules = [rule for rule in rules_of(house) if rule.group is Group.R]
    failed = [
        Diagnosis(f"Aturan redaksi {rule.id}", "contohnya tidak cocok", sentence)
        for rule in rules
        for sentence in failed_examples(rule, house)
    ]
    count = sum(len(rule.bad) + len(rule.good) for rule in rules)
    return failed or [Diagnosis("Aturan redaksi", f"{len(rules)} aturan, {count} contoh cocok")]


def _hunspell() -> Diagnosis:
    """Hunspell only adds to the spelling check: where it is missing nothing has to be done."""
    from bnews_desk.lexicon.hunspell import dictionary_folder, shipped_hunspell

    subject = "Kamus Hunspell id_ID"
    if shipped_hunspell() is None:
        state = "tidak dapat dipakai; ejaan diperiksa tanpanya"
        return Diagnosis(subject, state, is_there=False)
    return Diagnosis(subject, dictionary_folder())


def _languagetool() -> list[Diagnosis]:
    """Only a second opinion needs it, so that nothing has to be done where it is missing."""
    from bnews_desk.lexicon.languagetool import installation

    runtime, release = installation.java(), installation.installed()
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
    """Only old Word files need it, and newsrooms can ask for another kind."""
    from bnews_desk.importers.doc.office import office_program

    state = "tidak ada; berkas DOC tidak terbaca (Debian: apt install libreoffice-writer)"
    program = office_program()
    return Diagnosis("LibreOffice", program or state, is_there=program is not None)


def _limits() -> Diagnosis:
    try:
        import resource
    except ImportError:
        return Diagnosis("Batas memori saat impor", "tidak didukung sistem ini; batas lain berlaku")
    has_memory = hasattr(resource, "RLIMIT_AS")
    return Diagnosis("Batas memori saat impor", "1 GB" if has_memory else "tidak didukung")
