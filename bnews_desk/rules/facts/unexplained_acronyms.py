"""Acronyms that a reader may not know and that the text does not explain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.house.style import HouseStyle
from bnews_desk.lexicon.degree_register import shipped_degrees
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch, replacement_fix
from bnews_desk.text import Word, fold

_ROMAN = Pattern(r"[IVXLCDM]+$")
_EXPLAINS_BEHIND = Pattern(
    r"\s?(?:\(|[,–—-]\s|atau\s|alias\s|singkatan dari\s|kependekan dari\s|yakni\s|yaitu\s)"
)
_EXPLAINED_BY = (
    "atau",
    "disingkat",
    "disebut",
    "alias",
    "singkatan",
    "dikenal",
    "selanjutnya",
    "disapa",
    "dipanggil",
)
_OWNERS = frozenset(
    {
        "pt",
        "cv",
        "ud",
        "saham",
        "emiten",
        "bank",
        "tv",
        "radio",
        "rs",
        "rsud",
        "rsu",
        "hotel",
        "mal",
        "mall",
        "plaza",
    }
    | {"universitas", "institut", "stadion", "gor", "band", "grup", "klub", "tim", "merek", "kapal"}
    | {"sma", "smk", "smp", "sd", "sdn", "smpn", "sman", "smkn", "man", "mtsn", "min", "mi", "mts"}
    | {"toko", "yayasan", "koperasi", "ksp", "jalan", "jl", "jln", "gedung", "lapangan", "kri"}
    | {"inisial", "berinisial", "bernama", "saudara", "sdr", "korban", "pelaku", "tersangka"}
)
"""After one of these, letters are a name or somebody's initials."""
_LAWS = frozenset(
    {"uu", "ruu", "pp", "perpres", "perpu", "perppu", "perda", "raperda", "perbup", "perwali"}
    | {"permen", "permendagri", "pasal", "undang-undang", "pergub", "inpres", "keppres", "kuhp"}
)
_RANKS = frozenset(
    {"AKP", "AKBP", "KBP", "IPTU", "IPDA", "AIPTU", "AIPDA", "BRIPKA", "KOMBES", "KOMPOL", "KH"}
    | {"HJ", "DR", "IR", "DRS", "DRA", "RM", "MR", "MRS", "PLT", "PLH", "PJ", "KHR", "SDR", "YTH"}
)
_UNITS = frozenset({"CC", "GB", "MB", "TB", "MW", "KW", "KV", "HP", "PK", "CM", "MM", "KG", "HA"})
_SMALL = frozenset({"dan", "di", "ke", "dari", "untuk", "atas", "of", "the", "and", "for", "bagi"})
"""Words that an acronym usually leaves out."""
_GLUED_BEFORE = frozenset({"-", "/", "&", "+", ".", "'", "‘", "’", ",", "@", "#"})
_GLUED_BEHIND = frozenset({"-", "/", "&", "+", "$", "®", "™", "'", "’", "@", ":"})
_LEAST_LETTERS = 3
"""Shorter ones are usually initials; only the style sheet's own two-letter acronyms are
reported."""
_PRONOUNCED = Pattern(r"[BCDFGHJKLMNPRSTVWYZ]{0,2}(?>(?:[AEIOU]{1,2}[BCDFGHJKLMNPRSTVWYZ]{0,2})+)")
"""Letters that can be pronounced as a word; five or more are a name: *KOMPAS*, *LOMBOK*."""
_SPOKEN = Pattern(
    r"[B-DF-HJ-NP-TV-Z][AEIOU][B-DF-HJ-NP-TV-Z][AEIOU]|[AEIOU][^AEIOU][AEIOU][^AEIOU]"
)
"""Four letters that can be pronounced as a word; in stock market news, any four are a ticker
symbol."""
_LEAST_WORD = 4
_PERSON_BEFORE = Pattern(
    r"(?:pelaku|tersangka|korban|terdakwa|saksi|terlapor|pemuda|pria)(?: [a-z]{3,12})?,?"
    r" (?:yakni |yaitu |adalah )?(?:[A-Z]{2,3}(?: \(\d\d\))?,? (?:dan )?){0,3}$"
)
_MOST_INITIALS = 3
_LOOKED_BACK = 60
"""A word within this many code points before letters may show that they are somebody's initials."""
_NEAR = 8
"""Most words that a long form may have beyond the number of the acronym's letters."""


def _check(context: ReleaseContext) -> Iterator[RuleMatch]:
    seen: set[str] = set()
    initials = "inisial" in context.text
    for number, paragraph, found in context.collected(_acronyms):
        offset = context.frame.parts[number].paragraph.start
        for word, is_explained in found:
            if word.text in seen or _is_common(word.text, context):
                continue
            is_known = word.text in context.house.expansions
            is_doubtful = not is_known and (initials or len(word.text) < _LEAST_LETTERS)
            is_clear = is_explained or (is_known and _is_spelt_out(word, offset, context))
            if is_doubtful and not is_clear:
                continue
            seen.add(word.text)
            if not is_clear:
                yield _match(paragraph, word, offset, context.house)


def _acronyms(paragraph: ParagraphContext) -> tuple[tuple[Word, bool], ...]:
    """The acronyms of a paragraph that are not part of a name, and whether each is explained
    there."""
    if paragraph.role not in COPY:
        return ()
    house, lexicon = paragraph.house, paragraph.lexicon
    candidates = [
        i
        for i, word in enumerate(paragraph.words)
        if _may_be_acronym(word.text, house)
        and (word.text in house.expansions or word.text not in lexicon.common_acronyms)
    ]
    if not candidates or _is_shouted(paragraph):
        return ()
    return tuple(
        (paragraph.words[i], _is_explained(paragraph, i))
        for i in candidates
        if not _is_name(paragraph, i, house)
        and not _is_somebody(paragraph.text, paragraph.words[i])
    )


def _is_somebody(text: str, word: Word) -> bool:
    """Whether letters are a person's initials: *kedua pelaku, yakni EKK dan YLK*."""
    if len(word.text) > _MOST_INITIALS:
        return False
    return _PERSON_BEFORE.search(text, max(0, word.start - _LOOKED_BACK), word.start) is not None


def _is_shouted(paragraph: ParagraphContext) -> bool:
    """Whether a paragraph is in capitals, or has more of them than an article would."""
    letters = [w for w in paragraph.words if w.text[0].isalpha() and len(w.text) > 1]
    capitals = sum(w.text.isupper() for w in letters)
    return capitals * 5 > max(len(letters), 10) * 2


def _may_be_acronym(text: str, house: HouseStyle) -> bool:
    if text in house.expansions:
        return text not in house.common_acronyms
    return (
        text.isupper()
        and 1 < len(text) < 8
        and text.isalpha()
        and text.isascii()
        and text not in house.common_acronyms
        and text not in _RANKS
        and text not in _UNITS
        and text not in house.dateline.places
        and not _ROMAN.match(text)
    )


def _is_common(text: str, context: ReleaseContext) -> bool:
    """Whether every reader knows it, or it is a name written in capitals."""
    if text in context.house.expansions:
        return False
    if len(text) == _LEAST_WORD:
        return _SPOKEN.fullmatch(text) is not None or "saham" in context.text
    return len(text) > _LEAST_WORD and (
        _PRONOUNCED.fullmatch(text) is not None or text.title() in context.text
    )


def _is_explained(paragraph: ParagraphContext, i: int) -> bool:
    """Whether the long form stands directly before it, or after it in brackets."""
    word, text, found = paragraph.words[i], paragraph.text, paragraph.words
    if text[max(0, word.start - 4) : word.start].rstrip().endswith(("(", "[", "/")):
        return True
    if i and found[i - 1].folded in _EXPLAINED_BY:
        return True
    following = found[i + 1 : i + 1 + len(word.text) + _NEAR]
    behind = _EXPLAINS_BEHIND.match(text, word.end)
    if behind and following:
        is_bracket = "(" in behind.group()
        if is_bracket and following[0].text[0].casefold() == word.text[0].casefold():
            return True
        if _spells(word.text, following):
            return True
    return _spells_before(word.text, found[max(0, i - len(word.text) - _NEAR) : i])


def _is_spelt_out(word: Word, offset: int, context: ReleaseContext) -> bool:
    """Whether the long form in the style sheet occurs earlier in the release."""
    known = fold(context.house.expansions[word.text])
    before = context.text[: offset + word.start]
    longest = max(known.split(), key=len, default="")
    return longest in before.casefold() and known in fold(before)


def _spells(acronym: str, following: Sequence[Word]) -> bool:
    """Whether the first letters of the following words spell the acronym."""
    letters = "".join(w.text[0] for w in following if w.folded not in _SMALL).casefold()
    with_small = "".join(w.text[0] for w in following).casefold()
    return letters.startswith(acronym.casefold()) or with_small.startswith(acronym.casefold())


def _spells_before(acronym: str, before: Sequence[Word]) -> bool:
    """Whether capitalised words before it spell it: *Badan Pusat Statistik … BPS*."""
    letters = "".join(
        w.text[0] if w.text[0].isupper() else " " for w in before if w.folded not in _SMALL
    )
    return acronym in letters


def _is_name(paragraph: ParagraphContext, i: int, house: HouseStyle) -> bool:
    """Whether it is part of a name, a law, a degree, a code or foreign text."""
    word, text, found = paragraph.words[i], paragraph.text, paragraph.words
    if text[word.end : word.end + 1] in _GLUED_BEHIND or (
        text[max(0, word.start - 1) : word.start] in _GLUED_BEFORE
    ):
        return True
    beside = found[i - 1] if i else None
    before = beside if beside and text[beside.end : word.start].isspace() else None
    if before is not None and (before.folded in _OWNERS or before.folded in _LAWS):
        return True
    if paragraph.in_link(word.start, word.end):
        return True
    if word.text in house.expansions:
        return _is_task_force(found, i)
    if beside and text[beside.end : word.start] == ", " and _ends_name(beside, word):
        return True
    after = found[i + 1] if i + 1 < len(found) else None
    if after is not None and not text[word.end : after.start].isspace():
        after = None
    return (
        _has_capital(paragraph, before)
        or _has_capital(paragraph, after)
        or paragraph.in_quotation(word.start, word.end)
    )


def _is_task_force(found: Sequence[Word], i: int) -> bool:
    """Whether letters are the name of a task force, whose long form differs: *Satgas PKH*."""
    before = [word.folded for word in found[max(0, i - 2) : i]]
    return before[-1:] == ["satgas"] or before == ["satuan", "tugas"]


def _ends_name(before: Word, word: Word) -> bool:
    """Whether a degree, or unknown letters, follow a name and a comma."""
    if shipped_degrees().behind_name(word.text) is not None:
        return True
    return before.text[0].isupper() and before.text[1:].islower()


def _has_capital(paragraph: ParagraphContext, beside: Word | None) -> bool:
    """Whether a neighbour is a name, another acronym or a number."""
    return beside is not None and (
        not beside.text[0].isalpha()
        or beside.text.isupper()
        or paragraph.is_capitalised_inside(beside)
    )


def _match(paragraph: ParagraphContext, word: Word, offset: int, house: HouseStyle) -> RuleMatch:
    known = house.expansions.get(word.text)
    fixes: tuple[Fix, ...] = ()
    if known:
        opens = word.start in paragraph.sentence_starts
        long_form = known[0].upper() + known[1:] if opens else known
        new = f"{long_form} ({word.text})"
        fix = replacement_fix(paragraph.text, word.start, word.end, new, Safety.OFFERED)
        fixes = (fix.shifted(offset),)
    return RuleMatch(word.start + offset, word.end + offset, {"acronym": word.text}, fixes)


RULES = (
    ReleaseRule(
        code="F01",
        id="acronym-undefined",
        name="Singkatan belum dijelaskan",
        severity=Severity.SUGGESTION,
        safety=Safety.OFFERED,
        why=(
            "Singkatan “{acronym}” belum dijelaskan; tambahkan kepanjangannya pada penyebutan"
            " pertama."
        ),
        source="praktik penyuntingan; EYD V, Tanda Kurung 1",
        check=_check,
        bad=(
            Example(
                "Rapat dihadiri pejabat OPD terkait.",
                "Rapat dihadiri pejabat organisasi perangkat daerah (OPD) terkait.",
            ),
            Example(
                "\nPejabat OPD hadir.\nKepala OPD bicara.",
                "\nPejabat organisasi perangkat daerah (OPD) hadir.\nKepala OPD bicara.",
            ),
            Example(
                "DLH membersihkan sungai.", "Dinas Lingkungan Hidup (DLH) membersihkan sungai."
            ),
            Example("Petani mengikuti program PMKS tahun ini."),
        ),
        good=(
            "Kedua pelaku, yakni EKK dan YLK, dibekuk polisi di rumahnya.",
            "Badan Pusat Statistik (BPS) dan Badan Perencanaan (Bappedalitbang) hadir.",
            "Rapat dihadiri OPD (organisasi perangkat daerah) terkait. OPD itu aktif.",
            "Sumber daya manusia dilatih. Mutu SDM naik.",
            "Anggota DPRD, TNI, Polri, dan ASN hadir di RSUD.",
            "Ia bekerja di PT ABC, bersekolah di SMA XYZ, dan memakai UU ITE.",
            "Bab XIV memuat hal itu; Ani Rahayu, MPA, memaparkannya.",
            "RAPAT DIHADIRI OPD DAN PMKS SE-KABUPATEN BLITAR TAHUN INI",
            "Ia disapa dengan sebutan Wabup di grup musik KLA Project.",
            "Penyandang Masalah Kesejahteraan Sosial atau PMKS didata. Jumlah PMKS naik.",
            "Satgas PKH menyegel kebun itu; Satuan Tugas PKH juga menyita truk.",
            "OPD Naik Kelas\nPara camat hadir.",
            "Kanal KOMPAS, cakram SSD, dan warga LOMBOK memakai QRIS.",
        ),
    ),
)
