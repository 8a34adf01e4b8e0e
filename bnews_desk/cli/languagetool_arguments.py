"""The arguments that choose LanguageTool's use and its installation."""

from __future__ import annotations

import argparse

OFF, LOCAL = "off", "local"
"""No second opinion, or one from a server on this computer; any other value is an address."""


def add_languagetool_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``check``, without importing LanguageTool's modules."""
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
    """Add the argument of ``doctor`` that installs LanguageTool."""
    parser.add_argument(
        "--get-languagetool",
        nargs="?",
        const="",
        metavar="ZIP",
        help="unduh LanguageTool, atau ambil dari ZIP atau folder yang sudah ada",
    )
