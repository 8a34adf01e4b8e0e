"""Guesses the language of a text from its function words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

INDONESIAN = frozenset(
    "yang dan di ke dari untuk dengan pada ini itu akan tidak juga dalam oleh kami kita saya mereka"
    " dia ia bisa dapat karena agar atau sebagai bahwa adalah telah sudah lebih para masih harus"
    " saat kepada bagi tersebut antara serta hingga jika kalau seperti sangat semua ada".split()
)
"""Words that any Indonesian text has and that none of the other languages below shares."""
_WORDS = {
    "en": "the of and to is that for with are was were be this have has from by will we our not you"
    " they their his its which who would can could should an it at but he she if there been than"
    " into what when how about in on as i my your all more us do does did had them these those so",
    "nl": "het een van en dat niet zijn voor met op te aan ook maar naar bij wordt worden heeft"
    " hebben deze dit wij ons zij hun werd door over uit als kan zal geen nog er",
    "de": "der die das und nicht ist den von zu mit sich auf für dem ein eine als auch wird werden"
    " sind wir ihr unser haben hat bei nach durch aus zum zur im",
    "fr": "le la les des et est une du que qui dans pour pas sur avec plus nous vous ils elle sont"
    " ont au aux ce cette leur par mais être été",
    "es": "el la los las una que y es por con para del se su como más pero sus este esta son muy"
    " nos nuestro ha han fue al lo",
}
_SMALL = {code: frozenset(words.split()) for code, words in _WORDS.items()}
LEAST_WORDS = 5
"""A shorter passage, in words, is a title or a term and is not checked."""
LEAST_HITS = 3
LEAST_SHARE = 0.2
"""Least share of a language's function words in a passage; running text has about twice as many."""


def guess_language(folded: Iterable[str]) -> str:
    """The code of the language of folded words; '' where it is Indonesian or unclear.

    In doubt it returns '': Indonesian is never taken for another language.
    """
    words = list(folded)
    if len(words) < LEAST_WORDS:
        return ""
    hits = Counter({code: sum(word in small for word in words) for code, small in _SMALL.items()})
    (code, most), (_, second) = hits.most_common(2)
    own = sum(word in INDONESIAN for word in words)
    is_clear = most > second and most > 2 * own
    return code if is_clear and most >= max(LEAST_HITS, LEAST_SHARE * len(words)) else ""
