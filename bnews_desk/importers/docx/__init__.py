"""The Word (DOCX) importer: ECMA-376, transitional and strict; its entry point is ``read_docx``.

Importing this package loads the XML parser, so it is imported only to read a Word file.
"""

from bnews_desk.importers.docx.reader import read_docx

__all__ = ["read_docx"]
