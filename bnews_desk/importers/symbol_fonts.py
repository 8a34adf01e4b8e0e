"""Maps characters of symbol fonts to Unicode (ECMA-376-1, 17.3.3.30)."""

from __future__ import annotations

_PRIVATE = range(0xF000, 0xF100)
_SYMBOL_LETTERS = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
_SYMBOL = {
    **{0x41 + i: char for i, char in enumerate(_SYMBOL_LETTERS)},
    0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "−", 0x40: "≅",
    0xA1: "ϒ", 0xA2: "′", 0xA3: "≤", 0xA4: "⁄", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑",
    0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB5: "∝",
    0xB6: "∂", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xC5: "⊕",
    0xC6: "∅", 0xC7: "∩", 0xC8: "∪", 0xCE: "∈", 0xCF: "∉", 0xD6: "√", 0xE5: "∑", 0xF2: "∫",
    0xD2: "®", 0xD3: "©", 0xD4: "™", 0xE2: "®", 0xE3: "©", 0xE4: "™",
}  # fmt: skip
_WINGDINGS = {
    0x21: "✏", 0x28: "☎", 0x2A: "✉", 0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "□",
    0x71: "❑", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x9F: "•", 0xA0: "▪", 0xA7: "▪",
    0xA8: "◻", 0xD8: "➢", 0xDC: "➲", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔",
    0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}


def symbol_character(font: str, code: str) -> str:
    """The character at a hexadecimal code of a font; '' where it is unknown."""
    try:
        place = int(code, 16)
    except ValueError:
        return ""
    if place in _PRIVATE:
        place -= _PRIVATE.start
    known = _FONTS.get(font.casefold())
    if known is not None:
        plain = chr(place) if font.casefold() == "symbol" and 0x20 <= place < 0x40 else ""
        return known.get(place, plain)
    if int(code, 16) in _PRIVATE:
        return ""
    return chr(place) if 0x20 <= place < 0xD800 or 0xE000 <= place < 0xFFFE else ""
