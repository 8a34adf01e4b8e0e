"""Headlines in title case (EYD V, Huruf Kapital 21)."""

from __future__ import annotations

from bnews_desk.patterns import Pattern

FUNCTION_WORDS = frozenset(
    "di ke dari pada kepada untuk dengan dan atau serta yang dalam oleh sebagai terhadap tentang"
    " bagi demi sejak hingga sampai agar supaya karena jika bila ketika tetapi maupun antara per"
    " si sang pun".split()
)
"""Words that stay lower-case inside a headline."""

_TOKEN = Pattern(r"[^\W\d_][\w’']*")


def headline_case(title: str, *, is_shouted: bool = False) -> str:
    """``title`` with every word capitalised except function words inside it.

    Words with a capital after their first letter (acronyms, brands) are unchanged, unless
    ``is_shouted`` says that the whole title was in capitals.
    """
    pieces: list[str] = []
    at = 0
    starts = True
    for match in _TOKEN.finditer(title):
        gap = title[at : match.start()]
        starts = starts or ":" in gap or '"' in gap or "“" in gap
        pieces += (gap, _cased(match.group(), starts, is_shouted, gap.endswith("-")))
        at = match.end()
        starts = False
    return "".join((*pieces, title[at:]))


def _cased(word: str, starts: bool, is_shouted: bool, is_second_part: bool) -> str:
    plain = word.lower() if is_shouted else word
    if not is_shouted and word[1:] != word[1:].lower():
        return word
    if plain.lower() in FUNCTION_WORDS and not starts:
        return plain.lower()
    if is_second_part and not is_shouted:
        return plain
    return plain[:1].upper() + plain[1:]
