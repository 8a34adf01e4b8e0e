"""Digits or words: *tiga desa* (B14), *125 desa* (B15), and not both at once (B16)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.lexicon.counted_nouns import counted_nouns, measures
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.numbers.number_words import (
    DIGITS,
    NUMBER_WORDS,
    number_in_letters,
    number_value,
)
from bnews_desk.rules.numbers.numerals import Numeral, folded_word, nearby_sentence, numerals
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.text import Span, Word

_NEAR = 40
"""Another number within this many code points makes a series (EYD V, AB 2)."""
_NUMBERED = frozenset(
    "nomor no nomer kelas tahap gelombang zona pasal ayat lantai blok jalur tipe seri level siaga"
    " eselon peringkat posisi juara kategori grup ronde babak putaran jam pukul tanggal rt rw km"
    " roda bab gate dapil kecamatan wilayah skor golongan gol fase sesi musim episode edisi angka"
    " pos paket kursi meja kamar ruang gedung titik lokasi rute varian model unit kloter liga"
    " generasi gen versi bagian volume jilid tol jalan gang etape leg race round day hari per"
    " dosis kuartal triwulan semester angkatan stasiun cabang kelompok tim usia umur berusia"
    " berumur voli formula pilar dikali kali ukuran rp usd nilai cluster klaster kompleks".split()
)
"""Words after which a number is a name and not a count."""
_NOT_BEFORE = frozenset({"lipat", "persen"})
_LAW = Pattern(r"(?<![^\W_])(?:Pasal|ayat|huruf|Undang-Undang|Peraturan|Perda|KUHP)(?![^\W_])")
_BRACKETED = Pattern(r" ?\((?P<inside>[^()]{1,60})\)")


def _check_small(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text = paragraph.text
    found = numerals(paragraph)
    for i, numeral in enumerate(found):
        if len(numeral.text) != 1 or numeral.text == "0" or not numeral.is_plain:
            continue
        noun = folded_word(numeral.behind)
        if (
            numeral.behind is None
            or noun not in counted_nouns()
            or not numeral.behind.text.islower()
        ):
            continue
        if not _is_count(paragraph, numeral) or _is_in_series(paragraph, found, i):
            continue
        letters = DIGITS[int(numeral.text)]
        if numeral.start in paragraph.sentence_starts:
            continue
        values = {"right": f"{letters} {noun}"}
        fix = replacement_fix(text, numeral.start, numeral.end, letters, Safety.OFFERED)
        yield RuleMatch(numeral.start, numeral.end, values, (fix,))


def _is_count(paragraph: ParagraphContext, numeral: Numeral) -> bool:
    """Whether a number counts the noun after it: it is neither a name nor part of another
    number."""
    before = numeral.before
    if before is not None:
        if before.folded in _NUMBERED or before.text[-1].isdigit():
            return False
        is_title = before.start not in paragraph.sentence_starts and before.text[0].isupper()
        if is_title:
            return False
    index = numeral.word_number + 2
    after = paragraph.words[index].folded if index < len(paragraph.words) else ""
    return (
        after not in _NOT_BEFORE and paragraph.text[numeral.start - 1 : numeral.start] not in "(["
    )


def _is_in_series(paragraph: ParagraphContext, found: Sequence[Numeral], i: int) -> bool:
    """Whether another number is near in the same sentence, so that digits are correct."""
    here = found[i]
    sentence = nearby_sentence(paragraph, here.start)
    if sentence is None:
        return True
    low, high = max(sentence.start, here.start - _NEAR), min(sentence.end, here.end + _NEAR)
    beside = [*found[max(0, i - 1) : i], *found[i + 1 : i + 2]]
    return any(low <= other.start < high and _counts(other) for other in beside)


def _counts(other: Numeral) -> bool:
    """Whether another number counts something: it is no year, no age in brackets, no part of a
    date."""
    is_year = other.is_whole and len(other.text) == 4 and other.text[:2] in ("19", "20")
    return (
        other.is_plain and not is_year and other.behind is not None and other.behind.text.islower()
    )


def _check_long(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    for start, end in _runs(paragraph.words, paragraph.text):
        run = paragraph.words[start:end]
        behind = paragraph.words[end] if end < len(paragraph.words) else None
        if len(run) < 2 or behind is None:
            continue
        value = number_value([word.folded for word in run])
        nouns = behind.folded in counted_nouns() or behind.folded in measures()
        if value is None or not nouns or not all(word.text.islower() for word in run):
            continue
        place = Span(run[0].start, run[-1].end)
        if run[0].start in paragraph.sentence_starts or paragraph.in_quotation(*place):
            continue
        figures = _in_figures(value)
        fix = replacement_fix(paragraph.text, *place, figures, Safety.OFFERED)
        yield RuleMatch(*place, {"right": f"{figures} {behind.folded}"}, (fix,))


def _in_figures(value: int) -> str:
    """A value in digits: ``125``, ``25.000``, ``7 juta``."""
    millions, rest = divmod(value, 1_000_000)
    return f"{millions} juta" if millions and not rest else f"{value:,}".replace(",", ".")


def _runs(words: Sequence[Word], text: str) -> Iterator[tuple[int, int]]:
    """The longest runs of words that form a number, as first index and the index after the last."""
    at = 0
    while at < len(words):
        if words[at].folded not in NUMBER_WORDS:
            at += 1
            continue
        end = at + 1
        while (
            end < len(words)
            and words[end].folded in NUMBER_WORDS
            and text[words[end - 1].end : words[end].start].isspace()
        ):
            end += 1
        yield at, end
        at = end


def _check_both(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text, end = paragraph.text, paragraph.copy.end
    for numeral in numerals(paragraph):
        if not numeral.is_whole or len(numeral.text) > 6:
            continue
        if text[numeral.end : numeral.end + 2] == " (":
            bracket = _BRACKETED.match(text, numeral.end, end)
            letters = bracket["inside"].casefold().split() if bracket else []
            if bracket and number_value(letters) == int(numeral.text):
                place = Span(numeral.start, bracket.end())
                yield from _both(paragraph, place, numeral.text)
        elif (
            text[numeral.start - 1 : numeral.start] == "("
            and text[numeral.end : numeral.end + 1] == ")"
        ):
            yield from _both_in_brackets(paragraph, numeral)


def _both_in_brackets(paragraph: ParagraphContext, numeral: Numeral) -> Iterator[RuleMatch]:
    """Report a number given twice: *lima (5) desa*."""
    words, value = paragraph.words, int(numeral.text)
    first = numeral.word_number
    while first and numeral.word_number - first < 8 and words[first - 1].folded in NUMBER_WORDS:
        first -= 1
    if first == numeral.word_number:
        return
    letters = [word.folded for word in words[first : numeral.word_number]]
    if number_value(letters) == value and letters == number_in_letters(value).split():
        keep = paragraph.text[words[first].start : words[numeral.word_number - 1].end]
        yield from _both(paragraph, Span(words[first].start, numeral.end + 1), keep)


def _both(paragraph: ParagraphContext, place: Span, keep: str) -> Iterator[RuleMatch]:
    sentence = nearby_sentence(paragraph, place.start)
    if sentence is None or _LAW.search(paragraph.text, sentence.start, sentence.end):
        return
    if not paragraph.in_speech(*place):
        fix = replacement_fix(paragraph.text, *place, keep, Safety.OFFERED)
        yield RuleMatch(*place, {"right": keep}, (fix,))


RULES = (
    ParagraphRule(
        code="B14",
        id="number-small-digit",
        name="Bilangan kecil dengan huruf",
        severity=Severity.SUGGESTION,
        safety=Safety.OFFERED,
        why="Bilangan yang dapat ditulis dengan satu kata ditulis dengan huruf: “{right}”.",
        source="EYD V, Angka dan Bilangan 2–3",
        roles=COPY,
        check=_check_small,
        needs=Needs(has_figures=True),
        bad=(
            Example("Bantuan itu diterima 3 desa.", "Bantuan itu diterima tiga desa."),
            Example("Sebanyak 5 siswa mewakili Blitar.", "Sebanyak lima siswa mewakili Blitar."),
            Example("Warga melapor 2 kali.", "Warga melapor dua kali."),
        ),
        good=(
            "Pembangunan memakan 3 tahun dan 5 kilogram paku.",
            "Rombongan naik 50 bus, 100 minibus, dan 5 sedan.",
            "Siswa SMPN 2 Blitar dan SMAN 1 orang tuanya hadir.",
            "Warga RT 3 desa itu hadir di lantai 2 gedung.",
            "Hasilnya naik 2 kali lipat.",
            "Skor 3-1 bertahan sampai usai.",
            "Bantuan 3 Desa\nIsi berita.",
            "Ia berusia 7 tahun dan duduk di kelas 2 sekolah dasar.",
        ),
    ),
    ParagraphRule(
        code="B15",
        id="number-spelled-long",
        name="Bilangan panjang dengan huruf",
        severity=Severity.SUGGESTION,
        safety=Safety.OFFERED,
        why="Bilangan dua kata atau lebih ditulis dengan angka: {right}.",
        source="EYD V, Angka dan Bilangan 2",
        is_on=False,
        remark="Banyak berita memakai huruf untuk bilangan dua kata; mati sejak awal.",
        roles=COPY,
        check=_check_long,
        bad=(
            Example("Bantuan untuk seratus dua puluh lima desa.", "Bantuan untuk 125 desa."),
            Example("Kota itu dikunjungi dua juta orang.", "Kota itu dikunjungi 2 juta orang."),
            Example("Pawai diikuti dua puluh lima ribu orang.", "Pawai diikuti 25.000 orang."),
        ),
        good=(
            "Ribuan warga datang satu per satu.",
            "Usianya dua ratusan tahun.",
            "Dua puluh lima desa menerima bantuan.",
            "Bantuan untuk tiga desa.",
        ),
    ),
    ParagraphRule(
        code="B16",
        id="number-double-written",
        name="Bilangan tertulis dua kali",
        severity=Severity.SUGGESTION,
        safety=Safety.OFFERED,
        why="Cukup satu bentuk: “{right}”; angka dan huruf bersama lazim di dokumen hukum.",
        source="EYD V, Angka dan Bilangan 8 dan 11",
        is_on=False,
        remark="Jarang di luar dokumen hukum; menyusul sesudah rilis pertama.",
        roles=COPY,
        check=_check_both,
        bad=(
            Example("Bantuan untuk 10 (sepuluh) desa.", "Bantuan untuk 10 desa."),
            Example("Bantuan untuk lima (5) desa.", "Bantuan untuk lima desa."),
        ),
        good=(
            "Pasal 3 mengatur 10 (sepuluh) hari kerja.",
            "Hariyanto (46) dan dua (lima) orang.",
            "Bantuan untuk 10 (lima) desa.",
        ),
    ),
)
