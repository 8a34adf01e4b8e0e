"""Points that separate thousands (B17)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE, Role
from bnews_desk.lexicon.counted_nouns import counted_nouns, measures
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.numbers.numerals import Numeral, folded_word, numerals
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch, replacement_fix

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_MOST_FIGURES = 9
"""Most digits of a number without a currency; longer ones are telephone or register numbers."""
_MOST_OF_MONEY = 18
_CURRENCY = Pattern(r"(?<![^\W_])(?:Rp|US\$|USD|IDR)\.?\s?$", re.IGNORECASE)
_SCALES = frozenset("ribu juta miliar milyar triliun trilyun m t jt rb".split())
_NUMBERED = frozenset(
    "nomor nomer no nip nik nisn npwp telepon telp hp wa kode pos rekening seri tipe model pasal"
    " kepmen perda skb sk id versi tahun pada sejak pukul jam km ip kanal saluran frekuensi jalan"
    " rt rw blok kavling lari gaya estafet bypass port penerbangan kereta ka tol program gerakan"
    " kelas jarak".split()
)
"""Words before a number that is a name, a year or a discipline: *lari 1500 meter*."""
_BEFORE_COUNT = frozenset(
    "sebanyak sekitar hampir mencapai total sejumlah lebih terdapat kepada dihadiri diikuti"
    " menampung minimal maksimal menerima membagikan mendapat mendapatkan menyalurkan memiliki"
    " menanam seluas melibatkan menyerap sedikitnya setidaknya ada berjumlah"
    " sebesar kapasitas berkapasitas".split()
)
"""Words after which even a number that looks like a year is a count."""
_NEARLY = frozenset("sebanyak sekitar hampir sejumlah sedikitnya setidaknya berjumlah".split())
"""Words after which there is no year."""
_DATED = frozenset(
    "tahun pada sejak sepanjang selama awal akhir hingga sampai di pertengahan kurun periode era"
    " antara dan tahunan per medio menjelang dari".split()
)
"""Words after which 2000 may be the year."""
_STAFF = frozenset("P3K PPPK ASN PNS CPNS KK KPM UMKM TPS WNI PMI".split())
_NEVER_YEARS = frozenset("orang warga jiwa siswa peserta pelajar unit paket hektare desa".split())
_NOT_WHOLE = frozenset({"kali"})
"""Nouns that are also counted in parts: *1,125 kali*; with three digits before the comma it is no
decimal."""
_OTHER_MEASURES = frozenset({"piksel", "menit", "detik"})
"""Measures that often have a notation of their own: *2400 x 1080 piksel*."""
_SPLIT_NUMBER = Pattern(r"[0-9][.,x×] ?$")
_PARTED = Pattern(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]{1,2})?")
_ENGLISH = Pattern(r"[0-9]{1,3}(?P<groups>(?:,[0-9]{3})+)(?P<rest>\.[0-9]{1,2})?")
_MIXED = Pattern(r"[0-9]{1,3}(?:[.,][0-9]{3}){2,}")
_UNPARTED_HEAD = Pattern(r"(?P<head>[0-9]{4,9})(?P<rest>(?:\.[0-9]{3})+)")
_MALFORMED = Pattern(r"[0-9]{1,3}(?:\.[0-9]{1,6}){1,6}")
_DATE_OR_TIME = Pattern(r"[0-9]{1,2}\.[0-5]?[0-9](?:\.(?:[0-9]{1,2}|[0-9]{4}))?")


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    for numeral in numerals(paragraph):
        text = numeral.text
        if len(text) < 4 or text[0] == "0" or _PARTED.fullmatch(text):
            continue
        is_money = _is_money(paragraph, numeral)
        if not (numeral.is_plain or is_money) or _is_split(paragraph, numeral):
            continue
        if numeral.is_whole:
            right = _grouped(text) if _is_unparted(paragraph, numeral, is_money=is_money) else ""
        elif "," in text:
            right = _from_english(paragraph, numeral, is_money=is_money)
        else:
            yield from _malformed(paragraph, numeral, is_money=is_money)
            continue
        if right:
            yield _match(paragraph, numeral, right)


def _match(paragraph: ParagraphContext, numeral: Numeral, right: str) -> RuleMatch:
    fix = replacement_fix(paragraph.text, numeral.start, numeral.end, right, Safety.OFFERED)
    return RuleMatch(numeral.start, numeral.end, {"right": right}, (fix,))


def _grouped(digits: str) -> str:
    return f"{int(digits):,}".replace(",", ".")


def _is_money(paragraph: ParagraphContext, numeral: Numeral) -> bool:
    start = max(paragraph.copy.start, numeral.start - 6)
    return _CURRENCY.search(paragraph.text, start, numeral.start) is not None


def _is_split(paragraph: ParagraphContext, numeral: Numeral) -> bool:
    """Whether it is part of a number or size that is split in two: ``19.426, 7307 gram``."""
    start = max(paragraph.copy.start, numeral.start - 3)
    return _SPLIT_NUMBER.search(paragraph.text, start, numeral.start) is not None


def _counts(paragraph: ParagraphContext, numeral: Numeral, *, whole: bool) -> bool:
    """Whether a counted noun follows; with ``whole``, one that is not counted in parts."""
    behind = numeral.behind
    if behind is None:
        return False
    if behind.text in _STAFF:
        return True
    if not behind.text.islower() and paragraph.role is not Role.HEADLINE:
        return False
    if behind.folded in counted_nouns():
        return not whole or behind.folded not in _NOT_WHOLE or numeral.text[3:4] == ","
    return not whole and behind.folded in measures() - _OTHER_MEASURES


def _is_unparted(paragraph: ParagraphContext, numeral: Numeral, *, is_money: bool) -> bool:
    if is_money:
        return len(numeral.text) <= _MOST_OF_MONEY
    if len(numeral.text) > _MOST_FIGURES or not _counts(paragraph, numeral, whole=False):
        return False
    if _FIRST_YEAR <= int(numeral.text) <= _LAST_YEAR:
        noun = folded_word(numeral.behind)
        before = folded_word(numeral.before)
        if before in _NEARLY:
            return noun not in _NOT_WHOLE
        if numeral.text == "2000" and numeral.before is not None and numeral.before.text.islower():
            return before not in _DATED and _counts(paragraph, numeral, whole=True)
        is_sure = noun in _NEVER_YEARS or (numeral.behind and numeral.behind.text in _STAFF)
        return bool(is_sure) and before in _BEFORE_COUNT
    return folded_word(numeral.before) not in _NUMBERED


def _from_english(paragraph: ParagraphContext, numeral: Numeral, *, is_money: bool) -> str:
    """The number that ``1,720`` means; '' where it may be a decimal."""
    english = _ENGLISH.fullmatch(numeral.text)
    is_exact = _counts(paragraph, numeral, whole=True)
    if english is None:
        is_mixed = is_exact and _MIXED.fullmatch(numeral.text) is not None
        return numeral.text.replace(",", ".") if is_mixed else ""
    if english["groups"].count(",") == 1 and not is_exact:
        is_round = english["groups"].endswith("00") and folded_word(numeral.behind) not in _SCALES
        if not (is_money and is_round):
            return ""
    return numeral.text.replace(".", "\0").replace(",", ".").replace("\0", ",")


def _malformed(
    paragraph: ParagraphContext, numeral: Numeral, *, is_money: bool
) -> Iterator[RuleMatch]:
    """Report misplaced points: ``1720.000`` has a correct form; ``12.50.000`` has a digit too many
    or too few."""
    text = numeral.text
    counts = is_money or _counts(paragraph, numeral, whole=True)
    if not counts or folded_word(numeral.before) in _NUMBERED:
        return
    head = _UNPARTED_HEAD.fullmatch(text)
    if head is not None:
        yield _match(paragraph, numeral, _grouped(head["head"]) + head["rest"])
        return
    if _MALFORMED.fullmatch(text) is None or _DATE_OR_TIME.fullmatch(text) is not None:
        return
    groups = text.split(".")[1:]
    if len(groups[-1]) == 4 and paragraph.text[numeral.end : numeral.end + 2] == ". ":
        return  # an item's number joined to the sum before it
    if len(groups) == 1 and len(groups[0]) < 4 and (is_money or len(groups[0]) != 2):
        return
    if is_money and folded_word(numeral.behind) in _SCALES:
        return
    yield RuleMatch(numeral.start, numeral.end, {"text": text}, message="malformed")


RULES = (
    ParagraphRule(
        code="B17",
        id="thousands-separator",
        name="Titik pemisah ribuan",
        severity=Severity.ERROR,
        safety=Safety.OFFERED,
        why="Ribuan dipisahkan dengan titik: {right}.",
        other_messages={
            "malformed": "Letak titik pada “{text}” keliru; ribuan dipisahkan setiap tiga angka."
        },
        source="EYD V, Tanda Titik 8–9",
        roles=COPY_AND_HEADLINE,
        check=_check,
        needs=Needs(has_figures=True),
        bad=(
            Example("Sebanyak 1720 P3K menerima SK.", "Sebanyak 1.720 P3K menerima SK."),
            Example("Acara dihadiri 1,720 orang.", "Acara dihadiri 1.720 orang."),
            Example("Acara dihadiri sekitar 2000 orang.", "Acara dihadiri sekitar 2.000 orang."),
            Example("Bantuannya Rp25,000,000 per desa.", "Bantuannya Rp25.000.000 per desa."),
            Example("Harganya Rp25000 per kilogram.", "Harganya Rp25.000 per kilogram."),
            Example("Harganya Rp1,250,000.50 saja.", "Harganya Rp1.250.000,50 saja."),
            Example("Lahannya seluas 15000 hektare.", "Lahannya seluas 15.000 hektare."),
            Example("Ada 1720.000 orang di sana.", "Ada 1.720.000 orang di sana."),
            Example("Anggarannya Rp12.50.000 saja."),
            Example("Acara dihadiri 1.72 orang."),
            Example("1720 Warga Terima Bantuan\nIsi.", "1.720 Warga Terima Bantuan\nIsi."),
        ),
        good=(
            "APBDes 2025 desa itu dan Pilkada 2024 warga Blitar.",
            "Pada tahun 2024 warga menanam 1.720 pohon.",
            "Sepanjang 2024 orang itu menabung Rp1.720.000,00.",
            "NIP 199703152024211003, telepon 081234567890, kode pos 66171.",
            "RPJPN 2025-2045 dan Pasal 1338 KUH Perdata.",
            "Kadarnya 1,125 persen dan naik 1,125 kali lipat.",
            "Pukul 09.30 warga berkumpul; tanggal 13.11.2024 warga pulang.",
            "Anggarannya Rp1,725 triliun dan Rp2.5 miliar.",
            "Ia juara lari 1500 meter putri dan naik motor 1500 cc.",
            "Perda Nomor 1720 desa itu terbit.",
            "Luasnya 893.002,383 hektare dan sahamnya Rp30,357 per lembar.",
            "Layarnya 2400 x 1080 piksel.",
        ),
    ),
)
