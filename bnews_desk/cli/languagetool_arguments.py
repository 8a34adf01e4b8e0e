"""Arguments that choose LanguageTool's use and its installation."""

from __future__ import annotations

import argparse

OFF, LOCAL = "off", "local"
"""No second opinion; one from a server on this computer. Anything else is an address."""


def add_languagetool_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments; nothing of LanguageTool is imported for them."""
    parser.add_argument(
        "--languagetool",
        default=OFF,
        metavar="CARA",
        help=f"{OFF}, {LOCAL} (server di komputer ini), atau alamat https (bawaan: {OFF})",
    )
    parser.add_argument(
        "--languagetool-indonesian",
        action="store_true",
        help="periksa juga ejaan Indonesia dengan LanguageTool",
    )


def add_languagetool_download_arguments(parser: argparse.ArgumentParser) -> None:
    """Add to ``doctor`` what gets LanguageTool."""
    parser.add_argument(
        "--get-languagetool",
        nargs="?",
        const="",
        metavar="ZIP",
        help="unduh LanguageTool, atau ambil dari ZIP atau folder yang sudah ada",
    )
