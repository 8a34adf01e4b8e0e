"""Writing plain text: the TXT form."""

from __future__ import annotations

import re

from bnews_desk.release import Release
from bnews_desk.text_form import text_form

_SURROGATE = re.compile("[\ud800-\udfff]")


def write_txt(release: Release) -> bytes:
    """The release in TXT form: UTF-8 without BOM, ``\\n``, no final line break.

    Lone surrogates, which UTF-8 cannot hold, become U+FFFD. Never raises.
    """
    return _SURROGATE.sub("\ufffd", text_form(release)).encode("utf-8")
