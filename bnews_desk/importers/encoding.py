"""Detects the character encoding of a text file and decodes it."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from bnews_desk.receipt import ReceiptBuilder

_BOMS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8 dengan BOM"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16 LE"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16 BE"),
)
"""UTF-32 comes first: its little-endian mark begins with that of UTF-16."""
_NOT_ASCII = re.compile("[^\x00-\x7f\ufffd]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_MUCH = 20
"""Data in which more than one character in so many is damaged or a control character is no text."""
_UTF16_SHARE = 10
"""UTF-16 text has a NUL in at least one in so many characters, on one side only."""
_SHORT, _SHORT_SHARE = 200, 2
"""Data shorter than the first, in bytes, needs NULs in one of so many characters as the second
says: one stray NUL proves nothing.
"""

_ENCODING = "Pengodean teks: {}."
PLAIN_ENCODING = _ENCODING.format("UTF-8")
"""The note for UTF-8, the normal case, which needs nobody's attention."""


class Decoded(NamedTuple):
    """A decoded text.

    ``is_guess`` is False where the encoding is certain; ``damaged`` counts the characters that
    could not be decoded and became U+FFFD.
    """

    text: str
    name: str
    is_guess: bool
    damaged: int


def decode(data: bytes) -> Decoded | None:
    """Decode a file; None where the bytes are no text in a known encoding."""
    decoded = _decode(data)
    return None if _is_binary(decoded) else decoded


def note_encoding(decoded: Decoded, tally: ReceiptBuilder) -> None:
    """Note the encoding of a text and the number of its damaged characters in the receipt."""
    tally.carry("encoding")
    if decoded.is_guess:
        sentence = (
            f"Pengodean teks ditebak: {decoded.name}; periksa tanda petik dan huruf beraksen."
        )
    else:
        sentence = _ENCODING.format(decoded.name)
    tally.note("encoding", sentence)
    if decoded.damaged:
        tally.leave_out("damaged-character", [""] * decoded.damaged)
        tally.note(
            "damaged-character",
            f"{decoded.damaged} karakter rusak di berkas asal dan tampil sebagai “\ufffd”;"
            " bandingkan dengan naskah pengirim.",
        )


def _decode(data: bytes) -> Decoded:
    for mark, codec, name in _BOMS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], codec, name, is_guess=False)
    order = _wide_order(data)
    if order:
        return _lenient(data, f"utf-16-{order.lower()}", f"UTF-16 {order}")
    try:
        return Decoded(data.decode("utf-8"), "UTF-8", is_guess=False, damaged=0)
    except UnicodeDecodeError:
        pass
    damaged = _lenient(data, "utf-8", "UTF-8")
    if len(_NOT_ASCII.findall(damaged.text)) > damaged.damaged:
        return damaged
    return _lenient(data, "cp1252", "Windows-1252")


def _lenient(data: bytes, codec: str, name: str, *, is_guess: bool = True) -> Decoded:
    text = data.decode(codec, "replace")
    damaged = text.count("\ufffd")
    if damaged:
        damaged -= data.count("\ufffd".encode(codec)) if codec.startswith("utf") else 0
    return Decoded(text, name, is_guess, max(damaged, 0))


def _wide_order(data: bytes) -> str:
    """The byte order of UTF-16 without a byte order mark, found by NULs; '' for other encodings."""
    if b"\x00" not in data:
        return ""
    first, second = data[::2].count(0), data[1::2].count(0)
    most, least = max(first, second), min(first, second)
    share = _SHORT_SHARE if len(data) < _SHORT else _UTF16_SHARE
    if most * 2 * share < len(data) or least * _MUCH > most:
        return ""
    return "BE" if first > second else "LE"


def _is_binary(decoded: Decoded) -> bool:
    controls = len(_CONTROL.findall(decoded.text))
    odd = controls + decoded.damaged
    is_all = controls == len(decoded.text) > 0
    return is_all or (odd > 2 and odd * _MUCH > len(decoded.text))
