"""Reading RTF (Rich Text Format 1.9.1): ``read_rtf`` is the door.

``tokens`` cuts the bytes, ``characters`` knows the code pages, ``group`` holds what a pair of
braces holds, ``words`` says what each control word does, ``story`` collects lines, ``walk`` goes
through the file.
"""

from bnews_desk.importers.rtf.reading import read_rtf

__all__ = ["read_rtf"]
