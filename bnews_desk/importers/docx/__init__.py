"""Reading Word files (ECMA-376, transitional and strict): ``read_docx`` is the door.

Import this package only when a Word file is to be read: it brings the XML parser.

``recognise`` names what is no Word file, ``relations`` follows the parts of a package; ``blocks``,
``inline``, ``runs``, ``fields``, ``changes``, ``tables`` and ``drawings`` read one kind of element
each into the ``Line`` of the
``Walk``; ``styles`` and ``numbering`` say how it is shown,
``notes`` and ``furniture`` read the parts beside the body.
"""

from bnews_desk.importers.docx.reader import read_docx

__all__ = ["read_docx"]
