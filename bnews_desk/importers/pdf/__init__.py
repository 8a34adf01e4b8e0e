"""The PDF importer (ISO 32000), on PDFium; its entry point is ``read_pdf``."""

from bnews_desk.importers.pdf.reader import read_pdf

__all__ = ["read_pdf"]
