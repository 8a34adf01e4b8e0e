"""Writes OpenDocument text (OASIS ODF 1.3) in the house's styles: ``write_odt``."""

from bnews_desk.exporters.odt.document import write_odt

__all__ = ["write_odt"]
