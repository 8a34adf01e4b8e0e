"""The Markdown importer (CommonMark, with tables, strikethrough and footnotes)."""

from bnews_desk.importers.md.reader import read_md

__all__ = ["read_md"]
