"""Words taken for others: C35 and C36, shipped off, and the slips no dictionary sees (C37)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY, COPY_AND_HEADLINE, Role
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.rules.word_replacement import fit_case, stands_alone
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


def _joined_articles(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    for word in paragraph.words:
        right = _ARTICLES.get(word.folded)
        if right and not paragraph.is_capitalised_inside(word):
            yield _replaced(paragraph, word, right, Safety.SAFE)


def _replaced(paragraph: ParagraphContext, word: Word, right: str, safety: Safety) -> RuleMatch:
    new = fit_case(paragraph, word.start, word.end, right)
    safety = Safety.OFFERED if paragraph.role is Role.HEADLINE else safety
    fix = replacement_fix(paragraph.text, word.start, word.end, new, safety)
    return RuleMatch(word.start, word.end, {"text": word.text, "right": right}, (fix,))


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


def _nouns_for_adjectives(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    found = paragraph.words
    for i, word in enumerate(found):
        right = _PERSONS.get(word.text)
        if right and i and found[i - 1].folded in _BEFORE_ADJECTIVE and _adjoin(paragraph, i - 1):
            yield _replaced(paragraph, word, right, Safety.OFFERED)


def _adjoin(paragraph: ParagraphContext, i: int) -> bool:
    return paragraph.text[paragraph.words[i].end : paragraph.words[i + 1].start].isspace()


_SANKSI = ("sanksi", "hukuman")
_MASSA = ("massa", "orang banyak")
_BANK = ("bank", "lembaga keuangan")
_SYARAT = ("syarat", "ketentuan")
_SAH = ("sah", "berlaku menurut hukum")
_BEFORE: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "sangsi": dict.fromkeys(
        "administrasi administratif adat berat berupa denda disiplin hukum kepada peringatan pidana"
        " sosial tegas tilang".split(),
        _SANKSI,
    ),
    "masa": dict.fromkeys("aksi demonstran pendemo pendukung pengunjuk".split(), _MASSA),
    "bang": dict.fromkeys("bumn digital himbara jatim sampah sentral syariah umum".split(), _BANK),
    "sarat": dict.fromkeys("terpenuhi utama".split(), _SYARAT),
    "syah": dict.fromkeys("dan menurut secara".split(), _SAH),
    "tolak": {"ukur": ("tolok", "patokan")},
}
"""A word, and those behind it that show another was meant; and what that means."""
_BEHIND: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "sangsi": dict.fromkeys(
        "diberi diberikan dijatuhi dikenai dikenakan memberikan menghapus menjatuhkan pemberian"
        " penghapusan".split(),
        _SANKSI,
    ),
    "masa": dict.fromkeys(
        "amuk media organisasi pengerahan puluhan ratusan ribuan".split(), _MASSA
    ),
    "bang": dict.fromkeys("nasabah petinggi rekening".split(), _BANK),
    "sarat": dict.fromkeys("memenuhi sejumlah beberapa".split(), _SYARAT),
    "syah": dict.fromkeys("secara suara tidak yang".split(), _SAH),
}
"""The same for the words before it."""


def _confused(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    if paragraph.vocabulary.isdisjoint(_BEFORE):
        return
    found = paragraph.words
    for i, word in enumerate(found):
        if word.folded not in _BEFORE or not word.text.islower():
            continue
        meant = None
        if i + 1 < len(found) and _is_plain(paragraph, i):
            meant = _BEFORE[word.folded].get(found[i + 1].folded)
        if meant is None and i and _is_plain(paragraph, i - 1):
            meant = _BEHIND.get(word.folded, {}).get(found[i - 1].folded)
        if meant is not None:
            yield _meant(paragraph, word, meant)


def _is_plain(paragraph: ParagraphContext, i: int) -> bool:
    first, second = paragraph.words[i : i + 2]
    return _adjoin(paragraph, i) and stands_alone(paragraph.text, first.start, second.end)


def _meant(paragraph: ParagraphContext, word: Word, right: tuple[str, str]) -> RuleMatch:
    match = _replaced(paragraph, word, right[0], Safety.OFFERED)
    values = {**match.values, "meaning": right[1]}
    return RuleMatch(match.start, match.end, values, match.fixes)


RULES = (
    ParagraphRule(
        code="C35",
        id="si-sang-split",
        name="“Si” dan “sang”",
        severity=Severity.SUGGESTION,
        safety=Safety.SAFE,
        why="Kata sandang ditulis terpisah: “{right}”.",
        source="EYD V, Kata Sandang 1",
        roles=COPY_AND_HEADLINE,
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
        roles=COPY_AND_HEADLINE,
        remark="Hanya di samping kata yang memastikannya: 2 temuan dalam 5.678 artikel terbit,"
        " keduanya benar; 472 dari 1.054 kata yang sengaja ditukar ditemukan (November 2026).",
        check=_confused,
        bad=(
            Example("Itu menjadi tolak ukur warga.", "Itu menjadi tolok ukur warga."),
            Example("Pelaku mendapat sangsi pidana.", "Pelaku mendapat sanksi pidana."),
            Example("Ratusan masa aksi datang.", "Ratusan massa aksi datang."),
            Example("Media masa meliput itu.", "Media massa meliput itu."),
            Example("Gubernur bang sentral hadir.", "Gubernur bank sentral hadir."),
            Example("Peserta memenuhi sarat utama.", "Peserta memenuhi syarat utama."),
            Example("Surat itu syah secara hukum.", "Surat itu sah secara hukum."),
            Example("Camat memberikan sangsi itu.", "Camat memberikan sanksi itu."),
        ),
        good=(
            "Masa jabatan camat habis, ia merasa sangsi.",
            "Acara itu sarat makna; bang jago itu menolak tolak peluru.",
            "Massa aksi mendapat sanksi pidana menurut tolok ukur media massa.",
        ),
    ),
)
