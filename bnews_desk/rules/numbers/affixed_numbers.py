"""Numbers with an affix: *HUT ke-79* (B23), *tahun 2000-an* (B24)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE
from bnews_desk.lexicon.counted_nouns import counted_nouns, measures
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.numbers.number_words import DIGITS
from bnews_desk.rules.numbers.numerals import Numeral, numerals
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.text import Word, keep_case

_ORDERED = frozenset(
    "hut abad kali yang hari peringkat urutan ranking posisi angkatan periode presiden haul"
    " halaman milad harlah harjad dies natalis jadi tahun bulan minggu pekan menit detik babak"
    " lantai putaran"
    " gelombang tahap anak edisi generasi dosis pertemuan jilid sidang seri ronde kuartal triwulan"
    " semester episode musim juara tempat gol kemenangan siklus kali raja sultan bupati gubernur"
    " muktamar kongres munas konferensi rakernas porprov pon kloter termin baris"
    " perempuan istri suami cucu putra putri cetakan kelahiran kematian wafatnya volume"
    " lomba festival turnamen kejuaraan pameran wisuda musda muscab jambore korban rapat jam"
    " pihak bagian percobaan kesempatan alinea paragraf saf sila tingkat".split()
)
"""Words directly before *ke* and a number that make it an ordinal."""
_NO_WAY = frozenset("abad menit peringkat urutan ranking hut babak putaran edisi".split())
"""Words after which *ke* is never a preposition."""
_FEASTS = frozenset(
    "hut harlah harjad milad haul ultah natalis jadi tahun peringatan ulangtahun".split()
)
_FEAST_REACH = 7
"""The ordinal may follow within this many words after the name of a feast: *HUT Kemerdekaan RI ke
79*."""
_SCALES = frozenset({"ribu", "juta", "miliar", "triliun", "persen", "besar"})
_SPLIT = Pattern(r"(?P<gap>\s?[-–—]?\s?)(?P<number>[0-9]{1,3})(?![\w/]|[.,:-][0-9])")
_GLUED = Pattern(r"(?P<ke>ke)(?P<number>[0-9]{1,3})", re.IGNORECASE)
_ROMAN = Pattern(r"(?P<gap>\s?[-–—]?\s?)(?P<roman>[IVXL]{1,8})(?![\w-])(?!\.\w)")
_HYPHENED = {f"ke-{word}": f"ke{word}" for word in (*DIGITS[1:], "sepuluh", "sebelas", "seratus")}
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
_SUFFIX = Pattern(r"(?P<gap>\s?[-–]?\s?)(?P<suffix>an|nya)(?![\w-])")
_REGISTERS = frozenset({"rekening", "rek", "norek", "nomor", "no", "antrean", "kursi", "kamar"})
_NETWORKS = frozenset(
    "Instagram instagram Akun akun TikTok Tiktok tiktok X Twitter Facebook YouTube Threads".split()
)
_NOT_IN_ACCOUNTS = frozenset("pada tahun sejak era dari dengan sekitar punya diikuti".split())
_ACCOUNT_REACH = 3
"""Most words between the name of a network and a figure at the end of an account's name."""
_LONGEST_SPACED = 4
"""Most digits before a separate *an*; after longer numbers it may be short for *atas nama*."""


def _check_ordinals(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    for i, word in enumerate(paragraph.words):
        if not word.folded.startswith("ke"):
            continue
        if word.folded == "ke":
            yield from _loose(paragraph, i)
        elif word.folded in _HYPHENED:
            right = keep_case(word.text, _HYPHENED[word.folded])
            yield _match(paragraph, word.start, word.end, right, Safety.SAFE)
        elif len(word.text) < 12:
            yield from _tied(paragraph, i)


def _match(
    paragraph: ParagraphContext, start: int, end: int, right: str, safety: Safety
) -> RuleMatch:
    fix = replacement_fix(paragraph.text, start, end, right, safety)
    return RuleMatch(start, end, {"right": right}, (fix,))


def _loose(paragraph: ParagraphContext, i: int) -> Iterator[RuleMatch]:
    """Report a separate *ke*: *HUT ke 79*, *ke- 5*, *abad ke XX*, *yang ke lima*."""
    text, word = paragraph.text, paragraph.words[i]
    split = _SPLIT.match(text, word.end, paragraph.copy.end)
    if split is not None:
        if _is_split_ordinal(paragraph, i, split):
            right = f"{word.text}-{split['number']}"
            yield _match(paragraph, word.start, split.end(), right, Safety.SAFE)
        return
    if not _orders(paragraph, i):
        return
    roman = _ROMAN.match(text, word.end, paragraph.copy.end)
    if roman is not None:
        yield from _in_roman(paragraph, word, roman.end(), roman["roman"])
        return
    behind = paragraph.words[i + 1] if i + 1 < len(paragraph.words) else None
    if behind is None or f"ke-{behind.folded}" not in _HYPHENED:
        return
    if text[word.end : behind.start].isspace() and not _is_direction(paragraph, i + 2):
        right = keep_case(text[word.start : behind.end], _HYPHENED[f"ke-{behind.folded}"])
        yield _match(paragraph, word.start, behind.end, right, Safety.SAFE)


def _is_split_ordinal(paragraph: ParagraphContext, i: int, split: re.Match[str]) -> bool:
    """Whether *ke* and the number after it are an ordinal and not a direction."""
    gap = split["gap"]
    if gap == "-":
        return False
    index = i + 1
    while index < len(paragraph.words) and paragraph.words[index].start < split.end():
        index += 1
    if paragraph.text[split.end() : split.end() + 2].strip()[:1] == "%":
        return False
    behind = paragraph.words[index : index + 1]
    if behind and behind[0].folded == "kalinya" and behind[0].start <= split.end() + 1:
        return True
    before = paragraph.words[i - 1].folded if i else ""
    if before not in _NO_WAY and _is_direction(paragraph, index):
        return False
    return gap[:1] in {"-", "–", "—"} or _orders(paragraph, i)


def _is_direction(paragraph: ParagraphContext, index: int) -> bool:
    """Whether the word at ``index``, after a number, is what it counts or measures."""
    if index >= len(paragraph.words):
        return False
    behind = paragraph.words[index]
    before = paragraph.words[index - 1]
    if not paragraph.text[before.end : behind.start].isspace():
        return False
    noun = behind.folded
    return (
        behind.text.islower()
        and noun not in {"kali", "tahun"}
        and (noun in counted_nouns() or noun in measures() or noun in _SCALES)
    )


def _orders(paragraph: ParagraphContext, i: int) -> bool:
    """Whether the words before *ke* require an ordinal."""
    if not i:
        return False
    text, words = paragraph.text, paragraph.words
    before = words[i - 1]
    if not text[before.end : words[i].start].isspace():
        return False
    if before.folded in _ORDERED:
        return before.folded != "jadi" or (i > 1 and words[i - 2].folded == "hari")
    if not before.text[0].isupper():
        return False
    for at in range(i - 2, max(-1, i - 2 - _FEAST_REACH), -1):
        gap = text[words[at].end : words[at + 1].start]
        if not gap.isspace():
            return False
        if words[at].folded in _FEASTS:
            owned = {"jadi": "hari", "tahun": "ulang"}.get(words[at].folded)
            return owned is None or (at > 0 and words[at - 1].folded == owned)
    return False


def _tied(paragraph: ParagraphContext, i: int) -> Iterator[RuleMatch]:
    """Report a wrongly joined *ke*: *ke3*, *ke-XX*."""
    word = paragraph.words[i]
    glued = _GLUED.fullmatch(word.text)
    if glued is not None and not word.text.isupper():
        goes = _is_direction(paragraph, i + 1)
        kali = i + 1 < len(paragraph.words) and paragraph.words[i + 1].folded.startswith("kali")
        safety = Safety.SAFE if kali or _orders(paragraph, i) else Safety.OFFERED
        right = f"{glued['ke']}{' ' if goes else '-'}{glued['number']}"
        yield _match(paragraph, word.start, word.end, right, safety)
        return
    roman = _ROMAN.fullmatch(word.text, 2)
    if roman is not None and roman["gap"] == "-":
        yield from _in_roman(paragraph, word, word.end, roman["roman"])


def _in_roman(paragraph: ParagraphContext, ke: Word, end: int, roman: str) -> Iterator[RuleMatch]:
    """Report *abad ke-XX*, which should be *abad ke-20* or *abad XX*."""
    right = f"{ke.text[:2]}-{_value(roman)}"
    fixes: tuple[Fix, ...] = tuple(
        replacement_fix(paragraph.text, ke.start, end, new, Safety.OFFERED)
        for new in (right, roman)
    )
    yield RuleMatch(ke.start, end, {"right": f"{right}” atau “{roman}"}, fixes)


def _value(roman: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in roman]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))


def _check_suffixes(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text = paragraph.text
    for numeral in numerals(paragraph):
        tied = _SUFFIX.match(text, numeral.end, paragraph.copy.end)
        if tied is None or tied["gap"] == "-":
            continue
        if tied["gap"] and _may_be_name_of(paragraph, tied.end(), numeral):
            continue
        if _is_of_account(paragraph, numeral):
            continue
        right = f"{numeral.text}-{tied['suffix']}"
        is_digit = len(numeral.text) == 1 and tied["suffix"] == "an"
        safety = Safety.OFFERED if is_digit else Safety.SAFE
        yield _match(paragraph, numeral.start, tied.end(), right, safety)


def _may_be_name_of(paragraph: ParagraphContext, end: int, numeral: Numeral) -> bool:
    """Whether a separate *an* may be short for *atas nama*: *rekening 12345 an. Budi*."""
    first = max(0, numeral.word_number - 2)
    opened = any(word.folded in _REGISTERS for word in paragraph.words[first : numeral.word_number])
    is_long = numeral.is_whole and len(numeral.text) > _LONGEST_SPACED
    names = paragraph.text[end : end + 1] == " " and paragraph.text[end + 1 : end + 2].isupper()
    return is_long or opened or (names and numeral.text[-1] != "0")


def _is_of_account(paragraph: ParagraphContext, numeral: Numeral) -> bool:
    """Whether the words before name a network, whose accounts have names like *warta 7an*."""
    first = max(0, numeral.word_number - _ACCOUNT_REACH)
    for word in reversed(paragraph.words[first : numeral.word_number]):
        if word.text in _NETWORKS or word.folded in _NOT_IN_ACCOUNTS:
            return word.text in _NETWORKS
    return False


RULES = (
    ParagraphRule(
        code="B23",
        id="ordinal-form",
        name="Bilangan tingkat",
        severity=Severity.ERROR,
        safety=Safety.SAFE,
        why="Bilangan tingkat ditulis “{right}”.",
        source="EYD V, Angka dan Bilangan 9; Tanda Hubung 5",
        roles=COPY_AND_HEADLINE,
        check=_check_ordinals,
        bad=(
            Example("Upacara HUT ke 79 khidmat.", "Upacara HUT ke-79 khidmat."),
            Example("Upacara HUT Kemerdekaan RI ke 79.", "Upacara HUT Kemerdekaan RI ke-79."),
            Example("Hari Jadi Kabupaten Blitar ke 700.", "Hari Jadi Kabupaten Blitar ke-700."),
            Example("Candi itu dari abad ke 7.", "Candi itu dari abad ke-7."),
            Example("Candi itu dari abad ke-XIV.", "Candi itu dari abad ke-14."),
            Example("Candi itu dari abad ke XX.", "Candi itu dari abad ke-20."),
            Example("Ia tampil untuk ke3 kalinya.", "Ia tampil untuk ke-3 kalinya."),
            Example("Untuk ke 5 kalinya ia juara.", "Untuk ke-5 kalinya ia juara."),
            Example("Bantuan dikirim ke3 desa.", "Bantuan dikirim ke 3 desa."),
            Example("Ia anak ke- 5.", "Ia anak ke-5."),
            Example("Lomba ke 3 digelar di Talun.", "Lomba ke-3 digelar di Talun."),
            Example("Itu hari ke - 3 pencarian.", "Itu hari ke-3 pencarian."),
            Example("Ia juara ke-dua lomba itu.", "Ia juara kedua lomba itu."),
            Example("Ini kegiatan yang ke lima.", "Ini kegiatan yang kelima."),
            Example("UPACARA HUT RI KE 79\nIsi.", "UPACARA HUT RI KE-79\nIsi."),
        ),
        good=(
            "Bantuan disalurkan ke 22 kecamatan.",
            "Panitia membagi lomba ke 3 lokasi.",
            "Petugas yang ke 3 desa itu pulang.",
            "Ketiga desa itu maju, begitu juga desa ke-5 dan kelima.",
            "Nilainya naik dari 64 ke 111 dan suhunya turun ke -5 derajat.",
            "Mereka lolos ke 16 besar, lalu pindah ke XL.",
            "Inflasi turun 2,2 poin ke 3,5 persen.",
            "Kamera itu bertipe KE3 dan pasien (46 th) dirawat.",
            "Tahun ke tahun, hari ke hari.",
        ),
    ),
    ParagraphRule(
        code="B24",
        id="number-suffix-an",
        name="Angka berakhiran",
        severity=Severity.WARNING,
        safety=Safety.SAFE,
        why="Angka dan akhirannya dirangkaikan dengan tanda hubung: {right}.",
        source="EYD V, Angka dan Bilangan 10",
        roles=COPY_AND_HEADLINE,
        check=_check_suffixes,
        needs=Needs(has_figures=True),
        bad=(
            Example("Lagu itu lahir pada 1990an.", "Lagu itu lahir pada 1990-an."),
            Example("Ada 200 an warga hadir.", "Ada 200-an warga hadir."),
            Example("Motor keluaran 90 - an itu laku.", "Motor keluaran 90-an itu laku."),
            Example("Hasilnya 5nya terpilih.", "Hasilnya 5-nya terpilih."),
            Example("Kelas itu diikuti 7an warga.", "Kelas itu diikuti 7-an warga."),
            Example("Akun itu dibuat pada 2010an.", "Akun itu dibuat pada 2010-an."),
            Example("Harganya Rp20.000an per porsi.", "Harganya Rp20.000-an per porsi."),
        ),
        good=(
            "Ribuan warga lahir pada 1990-an.",
            "Rekening 1234567890 an Budi dan rekening 12 an. Siti.",
            "Antrean nomor 5 an Budi dipanggil.",
            "Video itu diunggah akun Instagram warta 7an pada Selasa.",
            "Kabar itu ramai di TikTok blitar 80an.",
        ),
    ),
)
