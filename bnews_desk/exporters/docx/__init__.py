"""Writing Word files (ECMA-376 WordprocessingML) from our own template.

:mod:`~bnews_desk.exporters.docx.document` puts the file together from paragraphs
(:mod:`~bnews_desk.exporters.docx.copy`), pictures (:mod:`~bnews_desk.exporters.docx.pictures`) and
properties (:mod:`~bnews_desk.exporters.docx.properties`).
"""

from bnews_desk.exporters.docx.document import write_docx

__all__ = ["write_docx"]
