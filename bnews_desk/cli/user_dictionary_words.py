"""Reads the words of the user dictionaries for the commands."""

from __future__ import annotations

import argparse
import os

from bnews_desk.cli.standard_error import print_message
from bnews_desk.house.style import HouseStyle
from bnews_desk.lexicon.dictionary_file import read_dictionary_file, without_respellings
from bnews_desk.lexicon.user_dictionaries import combined_words
from bnews_desk.paths import newsroom_dictionary, own_dictionary, settings_file


def read_user_dictionaries(options: argparse.Namespace, house: HouseStyle) -> frozenset[str]:
    """The words of both dictionaries and of the files that ``--words`` names, as written there.

    Unusable entries are reported on standard error; raises ``ReadError`` when a file of ``--words``
    cannot be read.
    """
    found: list[str] = []
    for path in getattr(options, "words", ()):
        read = read_dictionary_file(path)
        for fault in read.faults:
            print_message(str(fault))
        found += read.words
    dictionaries = combined_words(
        [own_dictionary(), newsroom_dictionary_path(options.house, house)], print_message
    )
    return without_respellings((*found, *dictionaries))


def newsroom_dictionary_path(sheet: str | None, house: HouseStyle) -> str:
    """The path of the newsroom dictionary: by the call's style sheet, else by the window's.

    ``house`` is the style of ``sheet``, or the shipped one when that is None.
    """
    if sheet is not None:
        return newsroom_dictionary(sheet, house.dictionary)
    if not os.path.exists(settings_file()):
        return newsroom_dictionary()
    from bnews_desk.errors import DeskError
    from bnews_desk.house.style_sheet import load_style_sheet as load_sheet
    from bnews_desk.settings import read_settings

    used = read_settings(settings_file()).settings.house_sheet
    if not used:
        return newsroom_dictionary()
    try:
        style, _faults = load_sheet(used)
    except DeskError:  # the window also uses the shipped style sheet then
        return newsroom_dictionary()
    return newsroom_dictionary(used, style.dictionary)
