"""The OpenDocument text importer (ODF 1.3); its entry point is ``read_odt``."""

from bnews_desk.importers.odt.reader import read_odt

__all__ = ["read_odt"]
