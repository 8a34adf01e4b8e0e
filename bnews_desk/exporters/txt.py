"""Writing plain text: the TXT form."""

from __future__ import annotations

from bnews_desk.patterns import Pattern
from bnews_desk.release import Release
from bnews_desk.text_form import text_form

_SURROGATE = Pattern("[\ud800-\udfff]")


def write_txt(release: Release) -> bytes:
    """The release in TXT form: UTF-8 without BOM, ``\\n``, no final line break.

    Lone surrogates, which UTF-8 cannot hold, become U+FFFD. Never raises.
    """
    text = text_form(release)
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text).encode("utf-8")
