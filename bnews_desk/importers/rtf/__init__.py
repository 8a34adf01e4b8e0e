"""The RTF importer (RTF 1.9.1); its entry point is ``read_rtf``."""

from bnews_desk.importers.rtf.reader import read_rtf

__all__ = ["read_rtf"]
