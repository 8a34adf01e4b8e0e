"""What is said plainer with other words: *2019 silam*, *guna membantu*, *pihaknya* (E39)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bnews_desk.finding import Safety, Severity
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.rules.word_positions import gap_before, positions_of, sentence_at
from bnews_desk.rules.word_replacement import fit_case

_WANTED = frozenset(
    "silam lalu tengah sedang sejumlah terkait guna dikarenakan bersangkutan bertujuan pihaknya"
    " bulan tahun hari malam pagi siang sore olehnya".split()
)
_YEAR = Pattern(r"(?:19|20)\d\d$")
_NOW = frozenset({"kini", "sekarang"})
_ABOUT = frozenset(
    "menjelaskan membahas menyampaikan berbicara bicara berkomentar mengungkapkan menanyakan"
    " ditanya ditanyai berdiskusi mempertanyakan dibahas memaparkan menyosialisasikan dijelaskan"
    " berdialog berpendapat menyinggung dimintai tahu mengetahui diketahui"
    " informasi keterangan laporan sosialisasi pertanyaan pernyataan penjelasan kabar isu edukasi"
    " klarifikasi komentar pembahasan diskusi keluhan aduan pengaduan masukan pemahaman penyuluhan"
    " pengetahuan berita imbauan pengumuman paparan dialog pendapat arahan pesan".split()
)
"""Words for telling and asking, and for what is told: after them *terkait* means *tentang*."""
_PURPOSE_VERB = Pattern(r"(?:me(?:m|n|ng|ny|l|r|w|y|(?=[lrwy]))|ber)[a-z]{4,}$")
_NO_VERB = frozenset("mereka merek media mental berbagai berita bersama berikut menteri".split())
_BEFORE_SUBJECT = frozenset(
    "namun tetapi karena bahwa agar jika sebab sehingga memastikan dan ketika saat bila apabila"
    " kalau sampai hingga sejak setelah sebelum sementara padahal kemudian lalu meski mengatakan"
    " menyebut mengetahui".split()
)
_BEFORE_OBJECT = frozenset(
    "terhadap kepada oleh dengan dari atas izin memanggil memeriksa menangkap mengamankan membawa"
    " menghubungi menegur menahan meminta menjemput menonaktifkan memecat".split()
)
"""Words after which *yang bersangkutan* means a person and does not qualify a noun."""
_SAID_BY_OTHERS = frozenset(
    "kepada dari oleh dengan terhadap bagi pada antara untuk dan bersama atas ke meminta".split()
)
"""Before these *pihaknya* is no subject."""
_MONTHS = frozenset(
    "januari februari maret april mei juni juli agustus september oktober november desember".split()
)
_BEFORE_MONTH = frozenset("pada di sejak hingga sampai akhir awal pertengahan mulai".split())
_DAY_PARTS = frozenset("malam pagi siang sore".split())
_AFTER_DAY_PART = frozenset("hari itu ini tersebut".split())
_SAID_AFTER_HARI = frozenset(
    "ini itu tersebut pertama kedua ketiga keempat kelima terakhir senin selasa rabu kamis jumat"
    " sabtu minggu libur kerja raya biasa yang berikutnya sebelumnya".split()
)
_SAID_AFTER_BULAN = frozenset("ini lalu depan puasa ramadan suci sebelumnya berikutnya".split())
_YEAR_DIGITS = 4
_DONE_BY = Pattern(r"di[a-z]{3,}(?:kan|i)$")


class _Wordy(NamedTuple):
    """The words from ``first`` to ``last``, and a simpler form."""

    first: int
    last: int
    rights: tuple[str, ...]


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    words, text = paragraph.words, paragraph.text
    for at in positions_of(paragraph, _WANTED):
        word = words[at]
        found = _SHAPES[word.folded](paragraph, at)
        if found is None:
            continue
        start, end = words[found.first].start, words[found.last].end
        if paragraph.in_quotation(start, end):
            continue
        news = [fit_case(paragraph, start, end, right) for right in found.rights]
        fixes = tuple(replacement_fix(text, start, end, new, Safety.OFFERED) for new in news)
        values = {"text": text[start:end], "right": "” atau “".join(news)}
        yield RuleMatch(start, end, values, fixes)


def _past_year(paragraph: ParagraphContext, at: int) -> _Wordy | None:
    """*2019 silam*, *(26/8/2025) yang lalu*: the year suffices."""
    words, text = paragraph.words, paragraph.text
    first = at - 2 if at and words[at - 1].folded == "yang" else at - 1
    if (
        first < 0
        or not _YEAR.search(words[first].text)
        or gap_before(paragraph, at) not in ("", ")")
    ):
        return None
    if at - first == 2 and gap_before(paragraph, at - 1) not in ("", ")"):
        return None
    end = words[first].end
    year = text[words[first].start : end] + (")" if text[end] == ")" else "")
    return _Wordy(first, at, (year,))


def _under_way(paragraph: ParagraphContext, at: int) -> _Wordy | None:
    """*saat ini tengah*, *kini sedang*: one of the two suffices."""
    words = paragraph.words
    if not at or gap_before(paragraph, at) or at + 1 >= len(words):
        return None
    if words[at - 1].folded in _NOW:
        return _Wordy(at - 1, at, (words[at].text, words[at - 1].text))
    if at > 1 and words[at - 1].folded == "ini" and words[at - 2].folded == "saat":
        return _Wordy(at - 2, at, (words[at].text, "saat ini"))
    return None


def _number_of(paragraph: ParagraphContext, at: int) -> _Wordy | None:
    """*sejumlah 40 warga*: *sejumlah* means *beberapa*; a number needs *sebanyak*."""
    behind = paragraph.words[at + 1 : at + 2]
    if not behind or not behind[0].text[0].isdigit() or gap_before(paragraph, at + 1):
        return None
    return _Wordy(at, at, ("sebanyak",))


def _about(paragraph: ParagraphContext, at: int) -> _Wordy | None:
    """*menjelaskan terkait*, *informasi terkait dengan*, *Terkait hal itu,*: *tentang*."""
    words = paragraph.words
    if words[at].start in paragraph.sentence_starts:
        return _opening_about(paragraph, at)
    if not at or gap_before(paragraph, at) or at + 1 >= len(words) or gap_before(paragraph, at + 1):
        return None
    if words[at - 1].folded not in _ABOUT:
        return None
    last = at + (words[at + 1].folded == "dengan")
    return _Wordy(at, last, ("tentang", "soal"))


def _opening_about(paragraph: ParagraphContext, at: int) -> _Wordy | None:
    """*Terkait (dengan) hal itu, …* at the beginning of a sentence that a comma parts."""
    words, text = paragraph.words, paragraph.text
    if at + 2 >= len(words) or gap_before(paragraph, at + 1) or words[at].text != "Terkait":
        return None
    sentence = sentence_at(paragraph, words[at].start)
    if "," not in text[words[at].end : sentence.end]:
        return None
    return _Wordy(at, at + (words[at + 1].folded == "dengan"), ("tentang", "mengenai"))


def _for(paragraph: ParagraphContext, at: int) -> _Wordy | None:
    """*guna membantu*: use *untuk*."""
    behind = paragraph.words[at + 1 : at + 2]
    if not behind or gap_before(paragraph, at + 1):
        return None
    if not at or paragraph.words[at].start in paragraph.sentence_starts:
        is_purpose = _PURPOSE_VERB.match(behind[0].text) and behind[0].folded not in _NO_VERB
        return _Wordy(at, at, ("untuk",)) if is_purpose else None
    if gap_before(paragraph, at):
        return None
    if behind[0].folded in _NO_VERB or not _PURPOSE_VERB.match(behind[0].text):
        return None
    if paragraph.words[at - 1].folded in {"tepat", "daya", "hasil", "guna", "multi", "dwi"}:
        return None
    return _Wordy(at, at, ("untuk",))


def _because(paragraph: ParagraphContext, at: int) -> _Wordy | None:
    """*dikarenakan (oleh)*: use *karena*."""
    words = paragraph.words
    joins = at + 1 < len(words) and not gap_before(paragraph, at + 1)
    last = at + (joins and words[at + 1].folded in {"oleh", "karena", "sebab"})
    return _Wordy(at, last, ("karena",))


def _person(paragraph: ParagraphContext, at: int) -> _Wordy | None:
    """*yang bersangkutan* for a person: use *ia* or the name."""
    words = paragraph.words
    if not at or words[at - 1].folded != "yang" or gap_before(paragraph, at):
        return None
    first = at - 1
    opens = words[first].start in paragraph.sentence_starts or gap_before(paragraph, first) == ","
    before = words[first - 1].folded if first else ""
    if opens or before in _BEFORE_SUBJECT:
        return _Wordy(first, at, ("ia", "orang itu"))
    return _Wordy(first, at, ("orang itu", "dia")) if before in _BEFORE_OBJECT else None


def _aim(paragraph: ParagraphContext, at: int) -> _Wordy | None:
    """*bertujuan untuk meningkatkan*: use *bertujuan meningkatkan*."""
    words = paragraph.words
    if at + 2 >= len(words) or words[at + 1].folded not in {"untuk", "guna"}:
        return None
    if gap_before(paragraph, at + 1) or gap_before(paragraph, at + 2):
        return None
    if words[at + 2].folded in _NO_VERB or not _PURPOSE_VERB.match(words[at + 2].text):
        return None
    return _Wordy(at, at + 1, ("bertujuan",))


def _own_side(paragraph: ParagraphContext, at: int) -> _Wordy | None:
    """*mengatakan pihaknya siap*: the speaker, or the institution."""
    words = paragraph.words
    if at + 1 >= len(words) or gap_before(paragraph, at + 1):
        return None
    if words[at + 1].folded == "yang":
        return None
    if at and not gap_before(paragraph, at) and words[at - 1].folded in _SAID_BY_OTHERS:
        return None
    return _Wordy(at, at, ("ia", "lembaganya"))


def _named_month(paragraph: ParagraphContext, at: int) -> _Wordy | None:
    """*pada bulan Juni 2025*: *pada Juni 2025*."""
    words = paragraph.words
    if at + 1 >= len(words) or gap_before(paragraph, at + 1) or gap_before(paragraph, at):
        return _at_time(paragraph, at)
    if words[at + 1].folded not in _MONTHS or not words[at + 1].text[0].isupper():
        return _at_time(paragraph, at)
    if not at or words[at - 1].folded not in _BEFORE_MONTH:
        return None
    month = words[at + 1].text
    if words[at - 1].folded == "di":
        return _Wordy(at - 1, at + 1, (f"pada {month}",))
    return _Wordy(at, at + 1, (month,))


def _at_time(paragraph: ParagraphContext, at: int) -> _Wordy | None:
    """*di tahun 2025*, *di malam hari*: *pada*."""
    words = paragraph.words
    if not at or words[at - 1].folded != "di" or at + 1 >= len(words):
        return None
    if gap_before(paragraph, at) or gap_before(paragraph, at + 1) or words[at].text[0].isupper():
        return None
    word, behind = words[at].folded, words[at + 1]
    if word in _DAY_PARTS and behind.folded not in _AFTER_DAY_PART:
        return None
    if word == "bulan" and behind.folded not in _SAID_AFTER_BULAN:
        return None
    if word == "hari" and behind.folded not in _SAID_AFTER_HARI:
        return None
    if word == "tahun" and behind.text[0].isdigit() and len(behind.text) == _YEAR_DIGITS:
        return _Wordy(at - 1, at, ("pada", "pada tahun"))
    return _Wordy(at - 1, at - 1, ("pada",))


def _by_him(paragraph: ParagraphContext, at: int) -> _Wordy | None:
    """*diungkapkan olehnya*: *diungkapkannya*."""
    words = paragraph.words
    if not at or gap_before(paragraph, at) or not _DONE_BY.match(words[at - 1].text):
        return None
    return _Wordy(at - 1, at, (words[at - 1].text + "nya",))


_SHAPES = {
    "pihaknya": _own_side,
    "bulan": _named_month,
    "tahun": _at_time,
    "hari": _at_time,
    "malam": _at_time,
    "pagi": _at_time,
    "siang": _at_time,
    "sore": _at_time,
    "olehnya": _by_him,
    "silam": _past_year,
    "lalu": _past_year,
    "tengah": _under_way,
    "sedang": _under_way,
    "sejumlah": _number_of,
    "terkait": _about,
    "guna": _for,
    "dikarenakan": _because,
    "bersangkutan": _person,
    "bertujuan": _aim,
}

RULES = (
    ParagraphRule(
        code="E39",
        id="wordy-phrase",
        name="Ungkapan yang dapat diringkas",
        severity=Severity.SUGGESTION,
        safety=Safety.OFFERED,
        why="“{text}” dapat ditulis lebih lugas: “{right}”.",
        source="praktik penyuntingan",
        check=_check,
        needs=Needs(words=_WANTED),
        bad=(
            Example("Gempa itu terjadi pada 2019 silam.", "Gempa itu terjadi pada 2019."),
            Example("Ia datang Rabu (26/8/2025) yang lalu.", "Ia datang Rabu (26/8/2025)."),
            Example("Camat saat ini tengah memeriksa itu.", "Camat tengah memeriksa itu."),
            Example("Sejumlah 40 warga hadir.", "Sebanyak 40 warga hadir."),
            Example("Camat menjelaskan terkait pajak.", "Camat menjelaskan tentang pajak."),
            Example(
                "Ia meminta informasi terkait dengan itu.", "Ia meminta informasi tentang itu."
            ),
            Example("Air dikirim guna membantu warga.", "Air dikirim untuk membantu warga."),
            Example("Hal itu dikarenakan oleh hujan.", "Hal itu karena hujan."),
            Example("Yang bersangkutan sudah hadir.", "Ia sudah hadir."),
            Example("Polisi memanggil yang bersangkutan.", "Polisi memanggil orang itu."),
            Example("Acara bertujuan untuk membantu warga.", "Acara bertujuan membantu warga."),
            Example("Guna membantu warga, air dikirim.", "Untuk membantu warga, air dikirim."),
            Example("Terkait hal itu, camat diam.", "Tentang hal itu, camat diam."),
            Example("Camat mengatakan pihaknya siap.", "Camat mengatakan ia siap."),
            Example("Pasar dibuka pada bulan Juni 2025.", "Pasar dibuka pada Juni 2025."),
            Example("Pasar dibuka di tahun 2025.", "Pasar dibuka pada 2025."),
            Example("Pasar ramai di malam hari.", "Pasar ramai pada malam hari."),
            Example("Hal itu diungkapkan olehnya kemarin.", "Hal itu diungkapkannya kemarin."),
        ),
        good=(
            "Gempa itu terjadi pada Mei lalu dan tahun silam.",
            "Pejabat terkait dan kasus terkait itu diperiksa; warga diperiksa terkait kasus itu.",
            "Sejumlah warga hadir; desa yang bersangkutan diundang; tepat guna membantu.",
            "Ia kini lurah; wilayah tengah memanas.",
            '"Yang bersangkutan sudah kami periksa," katanya.',
            "Acara bertujuan untuk kepentingan umum.",
            "Guna listrik itu besar; warga bertanya kepada pihaknya.",
            '"Pihaknya sudah kami panggil di tahun 2025," katanya.',
            "Film *Di Malam Jumat* diputar; ia lahir bulan Mei dan wafat di malam buta.",
            "Gerhana di bulan itu tampak; di hari tua ia bertani; dibuka olehnya.",
        ),
    ),
)
