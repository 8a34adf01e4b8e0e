"""Words taken for others: C35, C36, C37, shipped off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bnews_desk.frame.roles import COPY, WORDING, Role
from bnews_desk.problem import Safety, Severity
from bnews_desk.rules.rule import Example, Finding, ParagraphRule, Passage, replacing
from bnews_desk.rules.spelling.listed import fitted, stands_alone
from bnews_desk.text import Word

_LATER = "Tahap kedua: dikirim dalam keadaan mati."
_ARTICLES = {
    "sipelaku": "si pelaku",
    "sikorban": "si korban",
    "sipemilik": "si pemilik",
    "sipengirim": "si pengirim",
    "sipenerima": "si penerima",
    "siempunya": "si empunya",
    "sanganak": "sang anak",
    "sangjuara": "sang juara",
}
"""*si* and *sang* joined to what they stand before; other such words are words (*sikap*)."""


def _joined_articles(passage: Passage) -> Iterator[Finding]:
    for word in passage.words:
        right = _ARTICLES.get(word.folded)
        if right and not passage.is_capitalised_inside(word):
            yield _replaced(passage, word, right, Safety.SAFE)


def _replaced(passage: Passage, word: Word, right: str, safety: Safety) -> Finding:
    new = fitted(passage, word.start, word.end, right)
    safety = Safety.OFFERED if passage.role is Role.HEADLINE else safety
    fix = replacing(passage.text, word.start, word.end, new, safety)
    return Finding(word.start, word.end, {"text": word.text, "right": right}, (fix,))


_PERSONS = {
    "optimis": "optimistis",
    "pesimis": "pesimistis",
    "antusiasme": "antusias",
    "idealis": "idealistis",
    "realis": "realistis",
}
"""Nouns, and the adjectives they are taken for."""
_BEFORE_ADJECTIVE = frozenset(
    "ia dia kami kita saya mereka pihaknya sangat tetap lebih cukup makin semakin sikap merasa"
    " begitu terlalu masih selalu harus".split()
)


def _nouns_for_adjectives(passage: Passage) -> Iterator[Finding]:
    found = passage.words
    for i, word in enumerate(found):
        right = _PERSONS.get(word.text)
        if right and i and found[i - 1].folded in _BEFORE_ADJECTIVE and _adjoin(passage, i - 1):
            yield _replaced(passage, word, right, Safety.OFFERED)


def _adjoin(passage: Passage, i: int) -> bool:
    return passage.text[passage.words[i].end : passage.words[i + 1].start].isspace()


_PAIRS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("sangsi", "pidana"): ("sanksi", "hukuman"),
    ("sangsi", "tegas"): ("sanksi", "hukuman"),
    ("sangsi", "administratif"): ("sanksi", "hukuman"),
    ("sangsi", "administrasi"): ("sanksi", "hukuman"),
    ("sangsi", "hukum"): ("sanksi", "hukuman"),
    ("sangsi", "berat"): ("sanksi", "hukuman"),
    ("masa", "aksi"): ("massa", "orang banyak"),
    ("masa", "pendukung"): ("massa", "orang banyak"),
    ("masa", "demonstran"): ("massa", "orang banyak"),
    ("masa", "pengunjuk"): ("massa", "orang banyak"),
}
"""A word and the one behind it that shows another was meant, and what that means."""
_SECOND: Mapping[tuple[str, str], tuple[str, str]] = {
    ("media", "masa"): ("massa", "orang banyak"),
    ("organisasi", "masa"): ("massa", "orang banyak"),
    ("diberi", "sangsi"): ("sanksi", "hukuman"),
    ("dikenai", "sangsi"): ("sanksi", "hukuman"),
    ("dikenakan", "sangsi"): ("sanksi", "hukuman"),
}
"""The same where the word before shows it."""


def _confused(passage: Passage) -> Iterator[Finding]:
    found = passage.words
    for i in range(len(found) - 1):
        pair = (found[i].folded, found[i + 1].folded)
        if pair in _PAIRS and _is_plain(passage, i):
            yield _meant(passage, found[i], _PAIRS[pair])
        elif pair in _SECOND and _is_plain(passage, i):
            yield _meant(passage, found[i + 1], _SECOND[pair])
        elif pair == ("tolak", "ukur") and _is_plain(passage, i):
            yield _meant(passage, found[i], ("tolok", "patokan"))


def _is_plain(passage: Passage, i: int) -> bool:
    first, second = passage.words[i : i + 2]
    return _adjoin(passage, i) and stands_alone(passage.text, first.start, second.end)


def _meant(passage: Passage, word: Word, right: tuple[str, str]) -> Finding:
    finding = _replaced(passage, word, right[0], Safety.OFFERED)
    values = {**finding.values, "meaning": right[1]}
    return Finding(finding.start, finding.end, values, finding.fixes)


RULES = (
    ParagraphRule(
        code="C35",
        id="si-sang-split",
        name="“Si” dan “sang”",
        severity=Severity.SUGGESTION,
        safety=Safety.SAFE,
        why="Kata sandang ditulis terpisah: “{right}”.",
        source="EYD V, Kata Sandang 1",
        roles=WORDING,
        is_on=False,
        remark=_LATER,
        check=_joined_articles,
        bad=(
            Example("Polisi menangkap sipelaku.", "Polisi menangkap si pelaku."),
            Example("Sipenerima bantuan hadir.", "Si penerima bantuan hadir."),
        ),
        good=("Sikap warga baik, sisa padi sedikit, dan sangat baik.", "Ia bertemu Sipelaku Grup."),
    ),
    ParagraphRule(
        code="C36",
        id="optimis-class",
        name="“Optimis” dan “optimistis”",
        severity=Severity.SUGGESTION,
        safety=Safety.OFFERED,
        why="Kata sifatnya “{right}”; “{text}” adalah kata benda.",
        source="KBBI",
        roles=COPY,
        is_on=False,
        remark=_LATER,
        check=_nouns_for_adjectives,
        bad=(
            Example("Kami optimis target tercapai.", "Kami optimistis target tercapai."),
            Example("Warga tetap antusiasme.", "Warga tetap antusias."),
        ),
        good=("Ia optimistis; ia seorang optimis.", "Warga penuh antusiasme."),
    ),
    ParagraphRule(
        code="C37",
        id="confusable",
        name="Kata yang sering tertukar",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="Maksudnya “{right}” ({meaning})?",
        source="KBBI",
        roles=WORDING,
        is_on=False,
        remark=_LATER,
        check=_confused,
        bad=(
            Example("Itu menjadi tolak ukur warga.", "Itu menjadi tolok ukur warga."),
            Example("Pelaku mendapat sangsi pidana.", "Pelaku mendapat sanksi pidana."),
            Example("Ratusan masa aksi datang.", "Ratusan massa aksi datang."),
            Example("Media masa meliput itu.", "Media massa meliput itu."),
        ),
        good=(
            "Masa jabatan camat habis, ia merasa sangsi.",
            "Massa aksi mendapat sanksi pidana menurut tolok ukur media massa.",
        ),
    ),
)
