"""Replaces and counts the code points that XML cannot hold."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def replace_illegal(text: str) -> str:
    """``text`` with U+FFFD for each code point that XML 1.0 (section 2.2) does not allow."""
    return _FORBIDDEN.sub("\ufffd", text)


def count_illegal(text: str) -> int:
    """The number of code points of ``text`` that XML 1.0 does not allow."""
    return len(_FORBIDDEN.findall(text))
