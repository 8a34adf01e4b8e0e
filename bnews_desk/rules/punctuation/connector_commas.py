"""Commas at connectors of clauses and sentences: D17, D18."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.release import Edit
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch
from bnews_desk.text import Word

_CONTRAST = frozenset({"tetapi", "melainkan", "sedangkan"})
_DOUBTFUL = frozenset({"sedangkan"})
_CALMED = frozenset({"akan", "dan", "namun", "atau", "bukan", "tidak", "tapi", "sementara", "yang"})
"""After one of these no clause ends: *akan tetapi*, *bukan melainkan*."""
_NAMED = frozenset({"kata", "konjungsi", "istilah"})
_LIMITS = frozenset({"tidak", "tak"})


def _contrasts(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text, found = paragraph.text, paragraph.words
    for i, word in enumerate(found):
        if word.text not in _CONTRAST or not i:
            continue
        before = found[i - 1]
        gap = text[before.end : word.start]
        bracket = gap.startswith(")") or gap.startswith("%")
        if not (gap[bracket:].isspace() and text[word.end : word.end + 1].isspace()):
            continue
        if before.folded in _CALMED or before.folded in _NAMED:
            continue
        at = before.end + bracket
        is_term = _limits_a_term(found, i)
        safety = Safety.OFFERED if is_term or word.text in _DOUBTFUL else Safety.SAFE
        severity = Severity.SUGGESTION if is_term or word.text in _DOUBTFUL else None
        fix = Fix(safety, "Tambahkan koma", (Edit(at, at, "", ","),))
        yield RuleMatch(before.start, word.end, {"word": word.text}, (fix,), severity)


def _limits_a_term(found: tuple[Word, ...], i: int) -> bool:
    """Whether it is the legal phrase *termasuk tetapi tidak terbatas pada*."""
    after = found[i + 1].folded if i + 1 < len(found) else ""
    return found[i - 1].folded == "termasuk" and after in _LIMITS


COMMA_BEFORE_CONTRAST = ParagraphRule(
    code="D17",
    id="comma-before-contrast",
    name="Koma sebelum “tetapi”",
    severity=Severity.WARNING,
    safety=Safety.SAFE,
    why="Sebelum “{word}” dibubuhkan koma.",
    source="EYD V, Tanda Koma 2",
    check=_contrasts,
    needs=Needs(words=_CONTRAST),
    bad=(
        Example(
            "Desa bukan objek melainkan subjek pembangunan.",
            "Desa bukan objek, melainkan subjek pembangunan.",
        ),
        Example("Hujan turun tetapi warga hadir.", "Hujan turun, tetapi warga hadir."),
        Example(
            "Program itu tidak hanya cepat tetapi juga murah.",
            "Program itu tidak hanya cepat, tetapi juga murah.",
        ),
        Example(
            "Camat datang pukul 09.00 tetapi rapat ditunda.",
            "Camat datang pukul 09.00, tetapi rapat ditunda.",
        ),
        Example(
            "Ketua (Rini) hadir tetapi pulang cepat.", "Ketua (Rini) hadir, tetapi pulang cepat."
        ),
        Example(
            "Camat memimpin rapat sedangkan lurah mencatat.",
            "Camat memimpin rapat, sedangkan lurah mencatat.",
        ),
        Example(
            "Keuntungan termasuk tetapi tidak terbatas pada bunga.",
            "Keuntungan termasuk, tetapi tidak terbatas pada bunga.",
        ),
    ),
    good=(
        "Hujan turun, akan tetapi warga tetap hadir.",
        "Hujan turun. Akan tetapi, warga tetap hadir.",
        "Ia menjelaskan, desa bukan objek, tetapi subjek.",
        "Tetapi warga tetap hadir.",
        "Warga tetap menunggu padahal hujan turun; kata tetapi dihindari.",
        '"Kami siap" tetapi belum bergerak.',
        "Mereka memanen padi, sedangkan yang lain, padahal lelah, menanam.",
    ),
)

CONNECTORS = (
    "oleh karena itu|oleh sebab itu|dengan demikian|selain itu|sementara itu|meskipun demikian"
    "|meski demikian|walaupun demikian|walau demikian|kendati demikian|akan tetapi|lebih lanjut"
    "|di samping itu|sebaliknya|selanjutnya|akibatnya|menurutnya|sebagai contoh|untuk itu"
    "|namun demikian|namun|karena itu|di sisi lain|tidak hanya itu|tak hanya itu"
)
"""Connectors to the sentence before (EYD V, Tanda Koma 5), folded, separated by bars."""
_CONCEDING = "meski begitu|meskipun begitu|walau begitu|walaupun begitu|kendati begitu"
"""Connectors only where a subject follows: *meski begitu banyak* is not one."""
_MILDER = (
    "pasalnya|sayangnya|menariknya|uniknya|dengan begitu|sebagai informasi|sekadar informasi"
    "|seperti diketahui|untuk diketahui|di lain pihak|maka dari itu|pada akhirnya|oleh karenanya"
    "|lebih dari itu|sebab itu|dalam kesempatan itu|dalam kesempatan tersebut|pada kesempatan itu"
    "|pada kesempatan tersebut|pada kesempatan yang sama|atas dasar itu|terkait hal itu"
    "|terkait hal tersebut|sehubungan dengan itu|menurut dia"
)
"""Openings of a sentence like connectors; nine in ten in print have the comma."""
_SUBJECTS = frozenset(
    "ia dia mereka kami kita saya pihaknya pemerintah warga para petugas polisi hal tidak"
    " ada".split()
)
_MILD = frozenset({("namun",), ("namun", "demikian")})
_GOES_ON: Mapping[str, frozenset[str]] = {
    "lebih lanjut": frozenset("mengenai tentang soal terkait dari ihwal perihal dan lagi".split()),
    "selanjutnya": frozenset("yang adalah ialah disebut dari ini itu yakni yaitu dan".split()),
    "sebagai contoh": frozenset(
        "kasus nyata konkret bagi dari dalam untuk baik yang kecil lain sederhana dan".split()
    ),
    "akibatnya": frozenset("adalah ialah yang pada bagi".split()),
    "sebaliknya": frozenset("yang adalah dari".split()),
    "menurutnya": frozenset({"sendiri", "yang"}),
    "menurut dia": frozenset({"sendiri", "yang", "dan"}),
    "seperti diketahui": frozenset({"bahwa", "oleh", "publik", "banyak"}),
    "sebagai informasi": frozenset("yang bagi untuk awal tambahan penting dan".split()),
    "pada akhirnya": frozenset({"dan", "akan"}),
    "lebih dari itu": frozenset({"semua"}),
    "pasalnya": frozenset({"adalah", "yang"}),
    "di samping itu": frozenset("berdiri terletak duduk berderet berjajar".split()),
    "di sisi lain": frozenset(
        "ruangan ruang ruas kamar gedung bangunan rumah halaman lapangan stadion panggung jalan"
        " jembatan sungai pantai pulau kota desa gunung bukit tembok pagar meja pintu kolam danau"
        " teluk selat dunia bumi garis perbatasan lintasan dermaga hutan taman kapal mobil"
        " tubuh wajah kepala foto gambar koin mata uang dari yang itu".split()
    ),
    "namun": frozenset({"demikian", "begitu"}),
}
"""Words after a connector that make it part of a longer expression."""
_ANYWHERE = frozenset("pula pulalah semua semuanya lah jugalah saja sendiri".split())
"""Words that extend any connector: *oleh karena itu pula*."""


@cache
def _connectors() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The connectors by their first word, longer ones first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for connector in sorted(
        f"{CONNECTORS}|{_CONCEDING}|{_MILDER}".split("|"), key=lambda c: -c.count(" ")
    ):
        parts = tuple(connector.split())
        found.setdefault(parts[0], []).append(parts)
    return {first: tuple(choices) for first, choices in found.items()}


@cache
def _milder() -> frozenset[str]:
    return frozenset(_MILDER.split("|"))


def _openings(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    connectors = _connectors()
    found, text = paragraph.words, paragraph.text
    for i, word in enumerate(found):
        choices = connectors.get(word.folded)
        if choices is None or word.text.islower() or word.start not in paragraph.sentence_starts:
            continue
        for parts in choices:
            last = i + len(parts) - 1
            if _reads(found[i : last + 1], parts, text):
                if _lacks_comma(paragraph, last, " ".join(parts)):
                    yield _without_comma(paragraph, i, last, parts)
                break


def _reads(found: tuple[Word, ...], parts: tuple[str, ...], text: str) -> bool:
    return tuple(word.folded for word in found) == parts and all(
        text[a.end : b.start] == " " for a, b in pairwise(found)
    )


def _lacks_comma(paragraph: ParagraphContext, last: int, connector: str) -> bool:
    """Whether the sentence continues after a connector without a mark, with its own clause."""
    word = paragraph.words[last]
    after = paragraph.words[last + 1 : last + 2]
    if not after or not paragraph.text[word.end : after[0].start].isspace():
        return False
    folded = after[0].folded
    if connector.endswith("begitu") and folded not in _SUBJECTS and not after[0].text[0].isupper():
        return False
    return folded not in _ANYWHERE and folded not in _GOES_ON.get(connector, ())


def _without_comma(
    paragraph: ParagraphContext, i: int, last: int, parts: tuple[str, ...]
) -> RuleMatch:
    start, at = paragraph.words[i].start, paragraph.words[last].end
    is_milder = " ".join(parts) in _milder()
    severity = Severity.SUGGESTION if parts in _MILD or is_milder else None
    safety = Safety.OFFERED if is_milder else Safety.SAFE
    fix = Fix(safety, "Tambahkan koma", (Edit(at, at, "", ","),))
    return RuleMatch(start, at, {"text": paragraph.text[start:at]}, (fix,), severity)


COMMA_AFTER_CONNECTOR = ParagraphRule(
    code="D18",
    id="comma-after-connector",
    name="Koma sesudah penghubung",
    severity=Severity.WARNING,
    safety=Safety.SAFE,
    why="Sesudah “{text}” di awal kalimat dibubuhkan koma.",
    source="EYD V, Tanda Koma 5",
    check=_openings,
    needs=Needs(words=_connectors),
    bad=(
        Example("Selain itu warga menanam padi.", "Selain itu, warga menanam padi."),
        Example("Oleh karena itu kami hadir.", "Oleh karena itu, kami hadir."),
        Example(
            "Acara selesai. Dengan demikian warga pulang.",
            "Acara selesai. Dengan demikian, warga pulang.",
        ),
        Example("Sementara itu Camat Talun hadir.", "Sementara itu, Camat Talun hadir."),
        Example("Namun hujan turun.", "Namun, hujan turun."),
        Example("Namun demikian hujan turun.", "Namun demikian, hujan turun."),
        Example("Akan tetapi warga tetap hadir.", "Akan tetapi, warga tetap hadir."),
        Example(
            "Lebih lanjut Sekda menjelaskan hal itu.", "Lebih lanjut, Sekda menjelaskan hal itu."
        ),
        Example("Menurutnya warga sudah siap.", "Menurutnya, warga sudah siap."),
        Example('"Selain itu kami juga siap," ujarnya.', '"Selain itu, kami juga siap," ujarnya.'),
        Example("Untuk itu pemerintah bergerak.", "Untuk itu, pemerintah bergerak."),
        Example("Meski begitu pemerintah bergerak.", "Meski begitu, pemerintah bergerak."),
        Example("Pasalnya jalan itu rusak.", "Pasalnya, jalan itu rusak."),
        Example("Dalam kesempatan itu camat hadir.", "Dalam kesempatan itu, camat hadir."),
    ),
    good=(
        "Lebih lanjut, Sekda Izul menyampaikan hal itu.",
        "Lebih lanjut mengenai syarat itu dapat dibaca di laman.",
        "Selanjutnya yang dibahas adalah anggaran.",
        "Jadi juara umum, mereka senang. Terakhir warga pulang.",
        "Oleh karena itu pula warga hadir. Oleh karena itulah ia datang.",
        "Warga hadir; selain itu camat juga datang.",
        "Sebagai contoh nyata, warga menanam padi.",
        "Warga menanam padi, namun hujan turun.",
        "Namun, hujan turun. Namun begitu hujan reda, warga pulang.",
        "Selain itu semua, warga juga menanam padi.",
        "Meski begitu banyak kendala, warga menanam padi.",
        "Di sisi lain ruangan itu tampak warga.",
    ),
)

RULES = (COMMA_BEFORE_CONTRAST, COMMA_AFTER_CONNECTOR)
