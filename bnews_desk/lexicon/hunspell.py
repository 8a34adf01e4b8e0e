"""Hunspell with the Indonesian dictionary that ships with us: the last to be asked for a word.

Only that dictionary is read, never the system's, so that spelling is the same on every computer.
Without the module ``hunspell`` (chunspell, which has no wheel for old Macs) the speller does
without; ``bnews-desk doctor`` says so.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from bnews_desk.log import log_fault
from bnews_desk.paths import resource

_LOG = logging.getLogger(__name__)


NAME = "id_ID"


def dictionary_folder() -> str:
    """The folder of the files ``id_ID.aff`` and ``id_ID.dic``."""
    return resource("hunspell")


def shipped_hunspell(folder: str | None = None) -> Callable[[str], bool] | None:
    """Says whether Hunspell knows a word; None where the module or the dictionary is of no use.

    ``folder`` holds the dictionary; without it the shipped one is read.
    """
    where = folder or dictionary_folder()
    try:
        from hunspell import Hunspell

        # without the encoding a Windows folder with letters outside the code page cannot be read
        spell: Callable[[str], bool] = Hunspell(NAME, where, system_encoding="utf-8").spell
    except Exception as error:  # whatever a broken library or dictionary raises: it is absent
        log_fault(_LOG, "loading Hunspell", error)
        return None

    def knows(word: str) -> bool:
        return word.isascii() and spell(word)  # it raises for letters outside its encoding

    return knows
