"""Reading old Word files (DOC) through LibreOffice: :func:`read_doc` is the door.

``office`` finds LibreOffice, ``keeper`` is the process that runs it and ends with us,
``conversion`` talks to that, ``reading`` takes what comes back through the DOCX reader.
"""

from bnews_desk.importers.doc.reading import read_doc

__all__ = ["read_doc"]
