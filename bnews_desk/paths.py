"""The one door to ``resources/``: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

import os.path

_HERE = os.path.dirname(os.path.abspath(__file__))


def resource(*parts: str) -> str:
    """The path of a file that ships with the program; it may not exist."""
    inside = os.path.join(_HERE, "resources")
    root = inside if os.path.isdir(inside) else os.path.join(os.path.dirname(_HERE), "resources")
    return os.path.join(root, *parts)


def house_sheet() -> str:
    """The style sheet that ships with the program."""
    return resource("house", "b-news.toml")


def word_template() -> str:
    """The Word file whose styles every DOCX export takes."""
    return resource("templates", "b-news.docx")
