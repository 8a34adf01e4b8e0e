"""Words that have gone their own way from their root, and are found by themselves.

*Peserta* has the root *serta*, *pelaku* and *melakukan* that of *berlaku*, *pemerintah* that of
*memerintahkan*: read by their roots alone, who looks for one would be given nearly every release.
"""

from __future__ import annotations

from functools import cache

from bnews_desk.lexicon.affixes.analyser import shipped_analyser
from bnews_desk.lexicon.affixes.word_formation import DERIVATIONS

_FAMILIES = (
    # what joins sentences together is no form of what it was made from
    *("adalah", "apakah", "berada", "berbagai", "berikut berikutnya", "bersama bersamaan"),
    *("beserta", "dikarenakan", "melainkan", "melakukan dilakukan lakukan", "melalui", "memadai"),
    *("mengapa", "menjadi", "menurut", "merupakan", "sebagai", "sebelum sebelumnya", "secara"),
    *("sehingga", "selain", "selaku", "selama", "seorang seseorang", "setelah setelahnya"),
    *(
        "setiap",
        "setidaknya",
        "terdapat",
        "terhadap",
        "terlalu",
        "termasuk",
        "ternyata",
        "tersebut",
    ),
    # nor is what a newsroom looks for
    "pemerintah pemerintahan kepemerintahan",
    *("peserta", "pelaku", "kejadian", "keadaan", "keberadaan", "pendapatan", "bagian sebagian"),
    "pendapat berpendapat",
    "pengadaan mengadakan diadakan",
    "penduduk kependudukan berpenduduk",
    "perhatian memperhatikan memerhatikan diperhatikan perhatikan pemerhati",
    "perbaikan memperbaiki diperbaiki perbaiki terperbaiki",
    "pembaruan memperbarui diperbarui perbarui memperbaharui diperbaharui pembaharuan terbarukan",
    "pembagian membagi membagikan dibagi dibagikan berbagi terbagi bagikan pembagi",
    "penetapan menetapkan ditetapkan tetapkan ketetapan",
    "perolehan memperoleh diperoleh peroleh pemeroleh",
    "penyampaian menyampaikan disampaikan sampaikan tersampaikan",
    "pendalaman mendalami didalami mendalam dalami",
    "mengatasi diatasi teratasi atasi",
    "penentuan menentukan ditentukan tentukan penentu ketentuan",
    "persatuan bersatu menyatukan disatukan mempersatukan kesatuan pemersatu",
    "pertunjukan",
    "petunjuk",
    "pengalaman berpengalaman",
    "mengalami dialami",
    "menengah",
)
"""Each begins with the word by which its family is indexed."""


def family_of(word: str) -> str | None:
    """The word by which ``word``, folded, is found instead of by its root; None where it is not.

    *Pemerintahnya*, *peserta-peserta* → ``pemerintah``, ``peserta``.
    """
    families = _families()
    found = shipped_analyser().analyses(word)
    if word in families or not found:
        return families.get(word)
    clitics = "".join(one for one in found[0].suffixes if one not in DERIVATIONS)
    first, hyphen, second = word.removesuffix(clitics).partition("-")
    return families.get(first) if not hyphen or first == second else None


@cache
def _families() -> dict[str, str]:
    families = (line.split() for line in _FAMILIES)
    return {word: family[0] for family in families for word in family}
