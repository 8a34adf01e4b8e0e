"""Names of religions, nations, languages, feasts and days without a capital (C25)."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE, Role
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.numbers.written_dates import DAY_NAMES, MONTH_NAMES
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.rules.word_replacement import stands_alone
from bnews_desk.text import Word

_ALWAYS = frozenset(
    "islam kristen katolik hindu buddha konghucu indonesia ramadan idulfitri iduladha pancasila"
    " allah".split()
)
_PEOPLES = frozenset(
    "jawa sunda madura bali batak betawi bugis minang minangkabau dayak melayu papua aceh lampung"
    " banjar makassar sasak ambon toraja nias osing tengger inggris arab jepang mandarin tionghoa"
    " korea jerman prancis belanda italia spanyol portugis rusia turki thailand vietnam tagalog"
    " sanskerta latin".split()
)
_BEFORE_PEOPLES = frozenset({"bahasa", "suku", "orang", "pulau", "provinsi", "bangsa", "etnis"})
_LANGUAGES_ONLY = frozenset({"latin", "sanskerta", "mandarin", "tagalog"})
_BEFORE_CHRISTMAS = frozenset(
    "hari perayaan malam libur jelang menjelang misa kado pohon merayakan ibadah".split()
)
_DAYS = frozenset(name.casefold() for name in DAY_NAMES) - {"minggu"}
_BEFORE_DAYS = frozenset({"pada", "salat", "hingga", "sejak", "malam"})
"""After one of these a word is certainly a day; after *hari* B06 reports it."""
_MONTHS = frozenset(name.casefold() for name in MONTH_NAMES) - {"mei", "maret"}
_BEFORE_MONTHS = frozenset({"pada", "hingga", "sampai", "sejak", "akhir", "awal", "pertengahan"})
_LEAST_LETTERS = 4
_KNOWN = _ALWAYS | _PEOPLES | _DAYS | _MONTHS | {"natal"}


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    for i, word in enumerate(paragraph.words):
        if word.text in _KNOWN and _is_name(paragraph, i):
            text = paragraph.text
            new = word.text.capitalize()
            safety = Safety.OFFERED if paragraph.role is Role.HEADLINE else Safety.SAFE
            fix = replacement_fix(text, word.start, word.end, new, safety)
            yield RuleMatch(word.start, word.end, {"name": new}, (fix,))


def _is_name(paragraph: ParagraphContext, i: int) -> bool:
    word, text = paragraph.words[i], paragraph.text
    if not stands_alone(text, word.start, word.end) or text[word.start - 1 : word.start] == ".":
        return False
    before = _before(paragraph, i)
    if word.text in _ALWAYS:
        return True
    if before is None:
        return False
    if word.text in _PEOPLES:
        is_language = before.folded == "bahasa"
        return is_language or (
            before.folded in _BEFORE_PEOPLES and word.text not in _LANGUAGES_ONLY
        )
    if word.text == "natal":
        return before.folded in _BEFORE_CHRISTMAS
    if word.text in _DAYS:
        has_date = text[word.end : word.end + 3].lstrip(" ,(")[:1].isdigit()
        is_day = before.folded in _BEFORE_DAYS and not has_date
        return is_day and not _follows(paragraph, i, _DAYS)
    return before.folded in _BEFORE_MONTHS and not _has_year(paragraph, i)


def _before(paragraph: ParagraphContext, i: int) -> Word | None:
    """The word directly before, separated by white space only, or None."""
    if not i:
        return None
    before = paragraph.words[i - 1]
    return before if paragraph.text[before.end : paragraph.words[i].start].isspace() else None


def _follows(paragraph: ParagraphContext, i: int, forms: frozenset[str]) -> bool:
    """Whether one of ``forms`` follows directly: *senin kamis* is a way of breathing."""
    after = paragraph.words[i + 1 : i + 2]
    return bool(after) and after[0].folded in forms


def _has_year(paragraph: ParagraphContext, i: int) -> bool:
    """Whether a year follows the month, so that B05 reports it."""
    after = paragraph.words[i + 1 : i + 2]
    return bool(after) and after[0].text[:1].isdigit() and len(after[0].text) == _LEAST_LETTERS


RULES = (
    ParagraphRule(
        code="C25",
        id="day-month-religion-nation-capital",
        name="Kapital agama, bangsa, dan hari",
        severity=Severity.ERROR,
        safety=Safety.SAFE,
        why="Nama hari, bulan, agama, suku, bangsa, dan bahasa berhuruf kapital: “{name}”.",
        source="EYD V, Huruf Kapital 7, 11, 12, 13, dan 18",
        roles=COPY_AND_HEADLINE,
        remark="Nama hari dan bulan yang dilaporkan B05 dan B06 tidak dilaporkan lagi di sini.",
        check=_check,
        needs=Needs(words=_KNOWN),
        bad=(
            Example("Ia belajar bahasa indonesia.", "Ia belajar bahasa Indonesia."),
            Example("Ia belajar bahasa inggris.", "Ia belajar bahasa Inggris."),
            Example("Umat islam dan hindu hadir.", "Umat Islam dan Hindu hadir."),
            Example("Warga suku jawa menari.", "Warga suku Jawa menari."),
            Example("Puasa ramadan tiba.", "Puasa Ramadan tiba."),
            Example("Perayaan natal berlangsung.", "Perayaan Natal berlangsung."),
            Example("Nilai pancasila dijaga.", "Nilai Pancasila dijaga."),
            Example("Rapat digelar pada senin siang.", "Rapat digelar pada Senin siang."),
            Example("Panen tiba pada akhir oktober.", "Panen tiba pada akhir Oktober."),
            Example("Atas rahmat allah, warga selamat.", "Atas rahmat Allah, warga selamat."),
        ),
        good=(
            "Warga membeli gula jawa, kunci inggris, petai cina, dan kacang bogor.",
            "Ia mengindonesiakan istilah itu; pengislaman dan kejawa-jawaan dibahas.",
            "Napasnya senin kamis sejak dua minggu lalu.",
            "Ikuti @indonesia, #islam, dan honda-indonesia.com sekarang.",
            "Perawatan pascanatal dan soto lamongan, asam jawa, serta jeruk bali.",
            "Pada Senin siang, umat Islam berkumpul di Masjid Agung.",
            "Tulisan latin dan tari bali diajarkan.",
            "UMAT ISLAM BERKUMPUL\nIsi.",
        ),
    ),
)
