"""Partners of *antara* (E14) and of *dari* (E17): *antara A dan B*, *dari 10 hingga 15*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.rules.word_positions import gap_before, positions_of, sentence_at, words_of_sentence

_BETWEEN = frozenset({"antara"})
_WITH = frozenset({"dengan"})
_TO = frozenset({"hingga", "sampai"})
_ENDING = frozenset({"dan", "atau", "serta", "yang", "untuk", "karena", "agar", "terkait"})
"""Words that end the first side of *antara A dengan B*."""
_PLURALS = frozenset(
    "banyak beberapa berbagai dua empat kedua keduanya ketiga lain lima mereka negara-negara para"
    " pihak-pihak satu seluruh semua sesama tiga".split()
)
"""Words that open a plural first side, which needs no second: *antara empat negara dengan budaya
…*."""
_MANNERS = frozenset(
    "adanya anggaran baik bantuan biaya cara catatan demikian hadiah harapan hasil jarak"
    " jumlah kata keunggulan konsep latar luas maksud melalui metode nilai penuh perincian"
    " rata-rata rentang selisih skema skor syarat tajuk tema total tujuan agenda durasi"
    " dukungan fokus semangat sistem nada sikap suara alasan tangan tertib bahasa rasa pola".split()
)
"""After one of these *dengan* tells the manner and not the partner."""
_SIDE_WORDS = 6
_NUMBER = r"\d{1,4}(?>(?:[.,]\d{1,3}){0,4})"
_SPAN = Pattern(
    rf"(?P<first>(?:(?:Rp|US\$|USD|\$)\s?)?{_NUMBER})\s?[-–—]\s?(?P<second>(?:Rp\s?)?{_NUMBER})(?!\w|[-–/])"
)
_MONEY = Pattern(r"(?:Rp|US\$|USD|\$)\s?")
_FROM = frozenset({"dari", "sejak"})
_PART_OF = frozenset(
    "terdiri lebih kurang satu salah dua tiga empat lima berasal datang peserta negara sebagian"
    " terbentuk skor kedudukan beranggotakan naik turun data".split()
)
"""With one of these before it, *dari* does not open a range: *terdiri dari 10-15 orang*."""
_MEASURES = frozenset(
    "tahun bulan pekan minggu hari jam menit detik persen kg kilogram gram ton kuintal km kilometer"
    " meter cm sentimeter mm liter hektare orang unit ekor juta ribu miliar triliun"
    " derajat wib kali januari februari maret april mei juni juli agustus september oktober"
    " november desember kelas poin halaman rupiah".split()
)
_ARRIVING = frozenset({"hingga", "ke", "menjadi", "sampai"})
_SLASHED = Pattern(
    r"(?<![^\W_])(?:dari|mulai|sejak)\s(?:[^\n.;:!?\"“”()]|(?<=\d)[.:](?=\d)){1,60}?\s(?P<to>s/d)(?=\s)",
    re.IGNORECASE,
)
_ONWARDS = 6
_YEAR = 4


def _check_between(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    words, text = paragraph.words, paragraph.text
    for at in positions_of(paragraph, _BETWEEN):
        if at and words[at - 1].folded in {"di", "grade"} and not gap_before(paragraph, at):
            continue
        _, end = words_of_sentence(paragraph, sentence_at(paragraph, words[at].start))
        span = _SPAN.match(text, words[at].end + 1) if text[words[at].end :][:1] == " " else None
        if span:
            yield from _joined(paragraph, words[at].start, span, "dan", words[at].folded)
            continue
        other = _other_side(paragraph, at, end)
        if other is not None and not paragraph.in_speech(words[at].start, words[other].end):
            start, stop = words[other].start, _end_of_joint(paragraph, other)
            fix = replacement_fix(text, start, stop, "dan", Safety.OFFERED)
            values = {"text": text[start:stop]}
            yield RuleMatch(words[at].start, stop, values, (fix,))


def _end_of_joint(paragraph: ParagraphContext, at: int) -> int:
    """The end of *dengan*, *hingga* or *sampai (dengan)*."""
    words = paragraph.words
    both = words[at].folded == "sampai" and words[at + 1].folded == "dengan"
    return words[at + both].end


def _other_side(paragraph: ParagraphContext, at: int, end: int) -> int | None:
    """The *dengan* or *hingga* that belongs to the *antara* at ``at``, or None."""
    words = paragraph.words
    if at + 3 >= end or gap_before(paragraph, at + 1) or words[at + 1].folded in _PLURALS:
        return None
    for other in range(at + 2, min(at + _SIDE_WORDS + 2, end - 1)):
        folded = words[other].folded
        if gap_before(paragraph, other) not in ("", "/", "(", ")", "°"):
            return (
                None if not _is_decimal(paragraph, other) else _numeric(paragraph, at, other, end)
            )
        if folded in _WITH:
            return other if _is_party(paragraph, at, other) else None
        if folded in _TO:
            return other if _has_numbers(paragraph, at, other) else None
        if folded in _ENDING:
            return None
    return None


def _is_decimal(paragraph: ParagraphContext, at: int) -> bool:
    text, word = paragraph.text, paragraph.words[at]
    return word.text[0].isdigit() and text[word.start - 1] in ".,"


def _numeric(paragraph: ParagraphContext, at: int, start: int, end: int) -> int | None:
    """The *hingga* after a number with separators, or None: *antara 1.000 hingga 2.000*."""
    words = paragraph.words
    for other in range(start, min(at + _SIDE_WORDS + 4, end - 1)):
        if words[other].folded in _TO:
            return other
        if gap_before(paragraph, other) and not _is_decimal(paragraph, other):
            return None
    return None


def _is_party(paragraph: ParagraphContext, at: int, other: int) -> bool:
    words = paragraph.words
    following = words[other + 1].folded
    if (
        gap_before(paragraph, other + 1)
        or following in _MANNERS
        or following.startswith(("me", "ber"))
    ):
        return False
    return words[at + 1].folded != "yang" and not words[other - 1].folded.startswith(
        ("bersama", "sesuai", "terkait", "berbeda", "seiring", "sejalan", "berbatas")
    )


def _has_numbers(paragraph: ParagraphContext, at: int, other: int) -> bool:
    """Whether both sides are numbers, dates or times, or begin with a name."""
    words, text = paragraph.words, paragraph.text
    behind = text[words[other].end : words[min(other + 3, len(words) - 1)].end]
    before = text[words[at].end : words[other].start]
    if any(c.isdigit() for c in before) and any(c.isdigit() for c in behind):
        return True
    return words[at + 1].text[0].isupper() and words[other + 1].text[0].isupper()


def _joined(
    paragraph: ParagraphContext, start: int, span: re.Match[str], joint: str, first: str
) -> Iterator[RuleMatch]:
    """The match for a range with a hyphen after a word that needs another partner."""
    if paragraph.in_speech(start, span.end()):
        return
    money = _MONEY.match(span["first"])
    again = money.group() if money and not _MONEY.match(span["second"]) else ""
    new = f"{span['first']} {joint} {again}{span['second']}"
    fix = replacement_fix(paragraph.text, *span.span(), new, Safety.OFFERED)
    values = {"first": first, "text": "-"}
    yield RuleMatch(start, span.end(), values, (fix,))


def _check_from(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    words, text = paragraph.words, paragraph.text
    if "s/d" in text:
        for m in _SLASHED.finditer(text, paragraph.copy.start, paragraph.copy.end):
            start, end = m.start(), m.end("to")
            if not paragraph.in_speech(start, end):
                fix = replacement_fix(text, *m.span("to"), "sampai", Safety.OFFERED)
                values = {"first": m.group().split()[0].casefold()}
                yield RuleMatch(start, end, values, (fix,), message="slash")
    for at in positions_of(paragraph, _FROM):
        before = words[at - 1].folded if at else ""
        span = _SPAN.match(text, words[at].end + 1)
        if (
            span
            and (before not in _PART_OF or gap_before(paragraph, at))
            and _is_range(paragraph, at, span)
        ):
            yield from _joined(paragraph, words[at].start, span, "hingga", words[at].folded)


def _is_range(paragraph: ParagraphContext, at: int, span: re.Match[str]) -> bool:
    """Whether two numbers after *dari* are a range and not a speed, score or start."""
    words, text = paragraph.words, paragraph.text
    if span["first"].startswith("0"):
        return False
    after = [word for word in words[at + 1 : at + 12] if word.start >= span.end()]
    start, end = words_of_sentence(paragraph, sentence_at(paragraph, words[at].start))
    before = words[max(start, at - _ONWARDS) : at]
    is_new = any(word.folded == "menjadi" for word in before)
    if is_new and any(char.isdigit() for word in before for char in word.text):
        return False
    stop = words[end - 1].end
    onwards = [word for word in after[:_ONWARDS] if word.end <= stop]
    if any(word.folded in _ARRIVING for word in onwards):
        return False
    first, second = span.group("first", "second")
    years = first.isdigit() and second.isdigit() and len(first) == len(second) == _YEAR
    if years and int(second) == int(first) + 1:
        return False  # a season or a school year
    is_money = _MONEY.match(span["first"]) is not None
    unit = onwards[0].folded if onwards else ""
    follows = text[span.end() : span.end() + 1] == "%"
    return years or is_money or follows or unit in _MEASURES


BETWEEN = ParagraphRule(
    code="E14",
    id="pair-antara-dan",
    name="Pasangan antara dan",
    severity=Severity.WARNING,
    safety=Safety.OFFERED,
    why="Pasangan “antara” adalah “dan”, bukan “{text}”.",
    source="Tata Bahasa Baku Bahasa Indonesia",
    check=_check_between,
    needs=Needs(words=_BETWEEN),
    bad=(
        Example(
            "Rapat antara Pemkab dengan DPRD selesai.", "Rapat antara Pemkab dan DPRD selesai."
        ),
        Example("Pesertanya antara 25-30 orang.", "Pesertanya antara 25 dan 30 orang."),
        Example("Harganya antara Rp26-27 ribu.", "Harganya antara Rp26 dan Rp27 ribu."),
        Example("Suhunya antara 36 hingga 37 derajat.", "Suhunya antara 36 dan 37 derajat."),
        Example(
            "Antara pupuk dengan benih harus seimbang.", "Antara pupuk dan benih harus seimbang."
        ),
        Example("Jalan antara Blitar sampai Kediri rusak.", None),
        Example("Harganya antara 1.500 hingga 2.500 rupiah.", None),
    ),
    good=(
        "Kebijakan antara pusat dan daerah dengan BI dibahas.",
        "Kemitraan antara empat negara dengan budaya strategis terjalin.",
        "Komunikasi antara berbagai pihak dengan pemerintah lancar.",
        "Hadir antara lain camat dengan stafnya; di antara warga dengan anak kecil.",
        "Ia memilih antara kopi dan teh; antara 25 dan 30 orang.",
        '"Hubungan antara warga dengan pemerintah harus baik," katanya.',
        "Bicara antara orang tua dengan nada tinggi membuat anak takut.",
        "Laga antara Arema dengan skor tipis; lomba antara desa dengan mengenakan sarung.",
        "Persaingan antarkota dengan daerah lain; RPJPN 2025-2045.",
    ),
)

FROM_TO = ParagraphRule(
    code="E17",
    id="pair-dari-hingga",
    name="Pasangan dari dan hingga",
    severity=Severity.WARNING,
    safety=Safety.OFFERED,
    why="Pasangan “{first}” adalah “hingga” atau “sampai”, bukan tanda hubung.",
    other_messages={"slash": "Pasangan “{first}” adalah “hingga” atau “sampai”, bukan “s/d”."},
    source="Tata Bahasa Baku Bahasa Indonesia",
    check=_check_from,
    needs=Needs(words=_FROM, texts=("s/d",)),
    bad=(
        Example("Jumlahnya dari 10-15 orang.", "Jumlahnya dari 10 hingga 15 orang."),
        Example("Jalan ditutup sejak 2021-2024.", "Jalan ditutup sejak 2021 hingga 2024."),
        Example("Lomba mulai dari 10-14 Juni 2026.", "Lomba mulai dari 10 hingga 14 Juni 2026."),
        Example(
            "Harga dari Rp10-15 ribu per kilogram.",
            "Harga dari Rp10 hingga Rp15 ribu per kilogram.",
        ),
        Example("Jalan ditutup dari Talun s/d Wlingi.", "Jalan ditutup dari Talun sampai Wlingi."),
        Example(
            "Kantor buka dari pukul 07.00 s/d 15.00.", "Kantor buka dari pukul 07.00 sampai 15.00."
        ),
    ),
    good=(
        "Mobil itu melaju dari 0-100 km dalam tiga detik.",
        "RPJPN 2025-2045 dan mulai 2-7 Juni.",
        "Panitia terdiri dari 10-15 orang; lebih dari 10-15 orang hadir.",
        "Susut panen turun dari 20-30 persen menjadi 5 persen.",
        "Skor berubah dari 14-19 menjadi 19-19.",
        "Beratnya mulai dari 21-26 kg hingga 30-33 kg.",
        '"Pesertanya dari 10-15 orang saja tiap desa," katanya.',
        "Surat dari 3-4 warga; nomor 2 s/d 5.",
        "Sejak 2016-2017 klub itu selalu menang; tunjangan naik menjadi Rp7 juta dari Rp4-5 juta.",
    ),
)

RULES = (BETWEEN, FROM_TO)
