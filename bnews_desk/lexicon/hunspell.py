"""Hunspell with the Indonesian dictionary that ships with the program; the last layer of the
speller.

Only this dictionary is used and never the system's, so that spelling is checked alike on every
computer. Without the module ``hunspell`` (chunspell, which has no wheel for old Macs) the speller
works without this layer, and ``bnews-desk doctor`` reports it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from bnews_desk.log import log_fault
from bnews_desk.paths import resource

_LOG = logging.getLogger(__name__)


NAME = "id_ID"


def dictionary_folder() -> str:
    """The folder of ``id_ID.aff`` and ``id_ID.dic``."""
    return resource("hunspell")


def shipped_hunspell(folder: str | None = None) -> Callable[[str], bool] | None:
    """A function that tells whether Hunspell knows a word; None where module or dictionary is
    unusable.

    ``folder`` is that of the dictionary; by default the shipped one.
    """
    where = folder or dictionary_folder()
    try:
        from hunspell import Hunspell

        # without the encoding, a Windows folder with letters outside the code page cannot be read
        spell: Callable[[str], bool] = Hunspell(NAME, where, system_encoding="utf-8").spell
    # any failure of the library or the dictionary means that there is no Hunspell
    except Exception as error:
        log_fault(_LOG, "loading Hunspell", error)
        return None

    def knows(word: str) -> bool:
        return word.isascii() and spell(word)  # Hunspell raises for letters outside its encoding

    return knows
