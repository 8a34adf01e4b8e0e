"""Reading Word files (ECMA-376, transitional and strict): :func:`read_docx` is the door.

Import this package only when a Word file is to be read: it brings the XML parser.

``opening`` unpacks a file safely, ``recognise`` names what is no Word file, ``relations`` follows
its parts; ``blocks``, ``inline``, ``runs``, ``fields``, ``changes``, ``tables`` and ``drawings``
read one kind of element each into the :class:`~bnews_desk.importers.docx.line.Line` of the
:class:`~bnews_desk.importers.docx.walk.Walk`; ``styles`` and ``numbering`` say how it is shown,
``notes`` and ``furniture`` read the parts beside the body, ``assembly`` makes the release.
"""

from bnews_desk.importers.docx.reading import read_docx

__all__ = ["read_docx"]
