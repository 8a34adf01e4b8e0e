"""Reading OpenDocument texts (ODF 1.3): ``read_odt`` is the door.

``names`` are those of its XML, ``styles`` and ``lists`` say how text is shown, ``blocks`` and
``inline`` read elements into lines, ``frames`` pictures and text boxes, ``furniture`` what stands
beside the copy.
"""

from bnews_desk.importers.odt.reading import read_odt

__all__ = ["read_odt"]
