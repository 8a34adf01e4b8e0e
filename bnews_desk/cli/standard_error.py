"""Prints one-line messages to standard error, with control characters made visible."""

from __future__ import annotations

import sys

STOPPED = "Dihentikan."
"""The message when Ctrl+C ends a command that has no message of its own."""


def print_message(message: str) -> None:
    """Print one sentence to standard error."""
    print(f"bnews-desk: {printable(message)}", file=sys.stderr)


def printable(text: str) -> str:
    """``text`` with control characters, which could command a terminal, replaced."""
    return "".join(c if c.isprintable() else _shown(c) for c in text)


def _shown(char: str) -> str:
    if char in "\t\n\u00a0" or char.isspace():
        return " "
    return "" if char in "\u200b\u200c\u200d\ufeff\ufe0f" else "\ufffd"
