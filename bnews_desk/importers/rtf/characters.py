"""Characters of RTF: code pages, the character sets of fonts, words that stand for one."""

from __future__ import annotations

from bnews_desk.importers.symbols import character_of

ANSI = "cp1252"
"""What a file is written in that does not say."""
SYMBOL = "symbol"
"""What stands for the code page of a font of symbols."""
_CHARSETS = {
    2: SYMBOL, 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_PAGES = {
    437: "cp437", 708: "cp720", 737: "cp737", 775: "cp775", 850: "cp850", 852: "cp852",
    855: "cp855", 857: "cp857", 858: "cp858", 860: "cp860", 862: "cp862", 863: "cp863",
    864: "cp864", 865: "cp865", 866: "cp866", 874: "cp874", 932: "cp932", 936: "gbk",
    949: "cp949", 950: "big5", 1250: "cp1250", 1251: "cp1251", 1252: "cp1252", 1253: "cp1253",
    1254: "cp1254", 1255: "cp1255", 1256: "cp1256", 1257: "cp1257", 1258: "cp1258",
    10000: "mac_roman", 65001: "utf-8",
}  # fmt: skip
WORDS = {
    b"tab": "\t", b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’",
    b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•", b"emspace": "\u2003",
    b"enspace": "\u2002", b"qmspace": "\u2005", b"zwj": "\u200d", b"zwnj": "\u200c",
}  # fmt: skip
"""Control words that stand for a character."""
SIGNS = {b"~": "\u00a0", b"_": "\u2011", b"{": "{", b"}": "}", b"\\": "\\", b"\t": "\t"}
"""Control symbols that stand for a character."""


def codec_of_page(number: int) -> str:
    """The codec of a Windows code page; that of Western Europe where Python has none."""
    return _PAGES.get(number, ANSI)


def codec_of_charset(number: int, default: str) -> str:
    """The codec of a font's character set (``\\fcharset``)."""
    return _CHARSETS.get(number, default)


def decoded(data: bytes, codec: str) -> str:
    """The characters of bytes; what the code page has no character for becomes U+FFFD."""
    if codec == SYMBOL:
        return "".join(
            character_of("symbol", f"{byte:x}") or bytes([byte]).decode(ANSI, "replace")
            for byte in data
        )
    return data.decode(codec, "replace")
