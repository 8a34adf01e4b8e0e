"""Writes Word files (ECMA-376 WordprocessingML) from our own template."""

from bnews_desk.exporters.docx.document import write_docx

__all__ = ["write_docx"]
