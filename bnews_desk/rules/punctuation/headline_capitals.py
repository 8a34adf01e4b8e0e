"""Capitals of words in a headline: D19."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.release_frame import Role
from bnews_desk.release import Edit
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.frame.headline_case import FUNCTION_WORDS
from bnews_desk.rules.punctuation.lowercase_names import is_common, is_lowercase_name
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.text import Word

_DOUBTFUL = frozenset("bagi sampai antara dalam per hingga karena si sang".split())
"""Function words that may also be verbs, nouns or names."""
_RECEIVERS = frozenset(
    "warga masyarakat siswa pelajar petani pelaku anak korban pekerja guru mahasiswa pemuda umat"
    " pengusaha ibu lansia difabel penyandang nelayan pedagang peternak pegawai asn semua para"
    " kaum keluarga penerima pemilik pengguna pengunjung wisatawan daerah desa bangsa".split()
)
"""Words before which *bagi* is a preposition and not a verb: *Bantuan Bagi Warga*."""
_NEUTRAL = frozenset(
    "soal saat usai lewat via jelang bak kala tanpa buat atas tapi sebab walau walaupun meski"
    " meskipun lalu melalui guna seperti kecuali namun sementara padahal sedangkan melainkan antar"
    " kepada akan bukan saja lah nan plus versus vs van der den de del la el al bin binti the of"
    " and in for to on at with a an by from as is feat oleh cum alias atawa yakni yaitu bahwa"
    " sehingga agar maka serta kian para sebelum setelah selama sambil bahkan ala daripada"
    " kalau terkait akibat gegara kok eh ketimbang dibanding dibandingkan secara bersama bareng"
    " asal asalkan selain sepanjang seputar tatkala manakala selagi sembari semenjak seusai"
    " sesudah kendati biarpun ataupun mengenai menurut ten ter da dos sama beserta apabila"
    " lantaran sebagaimana selaku menjelang".split()
)
"""Words that newsrooms write in different ways, and foreign words."""
_OPENING = frozenset("\"“'‘([")
_UNITS = frozenset("kg km cm mm ml gr kw kwh mw ha pk cc mbps gb tb jt rb m".split())
_ITALIANS = frozenset(
    "maria stefano natale matteo lorenzo canio marzio marco francesco giannantonio gregorio".split()
)
_WORKS = frozenset(
    "film novel buku lagu roman drama sinetron puisi cerpen album serial teater lukisan kitab"
    " series single bertajuk berjudul judul".split()
)
"""Words after which a title without quotation marks may begin: *Novel Di Bawah Lindungan*."""
_TITLE_REACH = 6
"""Most words after one of them that may belong to that title."""
_MOST_WORDS = 60
"""Most words of a line that may be a headline."""
_FEW = 2
"""Up to this many lower-case words are errors; from a third of all words on, the headline is in
sentence case."""


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    found = paragraph.words
    if paragraph.text.isupper() or not 1 < len(found) <= _MOST_WORDS:
        return
    starts = _starts(paragraph)
    small = [i for i, word in enumerate(found) if _is_too_small(paragraph, i, starts)]
    if len(small) * 3 >= len(found) and len(small) > _FEW:
        yield _in_sentence_case(paragraph, small)
    else:
        for i in small:
            safety = Safety.SAFE if _is_surely_common(paragraph, i) else Safety.OFFERED
            yield _changed(paragraph, i, _capital(found[i].text), safety, "small")
    for i, word in enumerate(found):
        if word.start not in starts and _is_too_large(paragraph, i):
            is_sure = word.folded not in _DOUBTFUL and not (
                _may_be_of_work(paragraph, i) or _may_be_surname(paragraph, i)
            )
            safety = Safety.SAFE if is_sure else Safety.OFFERED
            yield _changed(paragraph, i, word.folded, safety, "")


def _starts(paragraph: ParagraphContext) -> frozenset[int]:
    """The starts of words that have a capital in any case: first words, and those after a mark."""
    text, found = paragraph.text, paragraph.words
    starts = {found[0].start}
    for before, word in pairwise(found):
        gap = text[before.end : word.start]
        if gap[-1:] in _OPENING or any(mark in gap for mark in ":?!.|—–…/"):
            starts.add(word.start)
    return frozenset(starts)


def _is_plain(paragraph: ParagraphContext, i: int) -> bool:
    """Whether a word stands alone: not part of a compound, address, number or quotation."""
    word, text = paragraph.words[i], paragraph.text
    beside = text[word.start - 1 : word.start] + text[word.end : word.end + 1]
    if any(mark in "-/@#_&'’.+" for mark in beside if mark != "." or _is_inner(text, word)):
        return False
    if not word.text.replace("-", "").isalpha():
        return False
    return not paragraph.in_quotation(word.start, word.end)


def _is_inner(text: str, word: Word) -> bool:
    """Whether the full stop beside a word belongs to an address or abbreviation."""
    return (
        text[word.end + 1 : word.end + 2].isalnum()
        or text[word.start - 2 : word.start - 1].isalnum()
    )


def _is_too_small(paragraph: ParagraphContext, i: int, starts: frozenset[int]) -> bool:
    word = paragraph.words[i]
    is_half = _capital(word.text.casefold()) != word.text == word.text.capitalize()
    if not is_half and (word.text[:1].upper() == word.text[:1] or word.text != word.folded):
        return False
    if not _is_plain(paragraph, i):
        return False
    if word.start not in starts and (word.folded in FUNCTION_WORDS or word.folded in _NEUTRAL):
        return False
    is_measure = i > 0 and paragraph.words[i - 1].text[-1].isdigit() and word.folded in _UNITS
    is_title = word.folded in {"dr", "drg", "drh", "apt", "ns"}
    is_short = not any(letter in "aiueo" for letter in word.folded)
    if is_measure or is_title or is_short or len(word.text) == 1:
        return False
    return not is_lowercase_name(paragraph, *word[:2])


def _is_surely_common(paragraph: ParagraphContext, i: int) -> bool:
    """Whether a word is a common word that no brand writes in lower case."""
    word = paragraph.words[i]
    return word.text[0].isupper() or is_common(paragraph, word.folded)


def _may_be_surname(paragraph: ParagraphContext, i: int) -> bool:
    """Whether *Yang* may be part of a person's name: *Icha Yang Bernyanyi*."""
    if paragraph.words[i].folded != "yang" or not i:
        return False
    return not paragraph.lexicon.speller.knows(paragraph.words[i - 1].folded)


def _may_be_of_work(paragraph: ParagraphContext, i: int) -> bool:
    """Whether it may be part of a title without quotation marks: *Film Ada Apa Dengan Cinta*."""
    before = paragraph.words[max(0, i - _TITLE_REACH) : i]
    return any(word.folded in _WORKS for word in before)


def _is_too_large(paragraph: ParagraphContext, i: int) -> bool:
    """Whether a function word has a capital without a reason."""
    word = paragraph.words[i]
    if word.folded not in FUNCTION_WORDS or not word.text[0].isupper() or word.text.isupper():
        return False
    if not _is_plain(paragraph, i) or "-" in word.text:
        return False
    after = paragraph.words[i + 1].folded if i + 1 < len(paragraph.words) else ""
    if not after or (i and paragraph.words[i - 1].folded in _WORKS):
        return False
    if word.folded == "bagi":
        before = paragraph.words[i - 1].folded
        return after in _RECEIVERS and before != "dana"
    return not (word.folded == "di" and (after in _ITALIANS or _is_prefix_of(paragraph, after)))


def _is_prefix_of(paragraph: ParagraphContext, stem: str) -> bool:
    """Whether *Di* is a separated prefix, which is another error: *Masih Di Kaji*."""
    return stem in paragraph.lexicon.passive_stems


def _capital(word: str) -> str:
    """A word with a capital; both halves of a full reduplication get one."""
    first, hyphen, second = word.partition("-")
    if hyphen and second.casefold() in (first.casefold(), f"{first.casefold()}nya"):
        return f"{first.capitalize()}-{second.capitalize()}"
    return word[0].upper() + word[1:]


def _changed(
    paragraph: ParagraphContext, i: int, new: str, safety: Safety, message: str
) -> RuleMatch:
    word = paragraph.words[i]
    fix = replacement_fix(paragraph.text, word.start, word.end, new, safety)
    return RuleMatch(word.start, word.end, {"right": new}, (fix,), message=message)


def _in_sentence_case(paragraph: ParagraphContext, small: list[int]) -> RuleMatch:
    """A single match for a headline in sentence case."""
    edits = tuple(
        Edit(word.start, word.end, word.text, _capital(word.text))
        for word in (paragraph.words[i] for i in small)
    )
    fix = Fix(Safety.OFFERED, "Tulis setiap kata dengan huruf awal kapital", edits)
    return RuleMatch(edits[0].start, edits[-1].end, {}, (fix,), message="sentence")


RULES = (
    ParagraphRule(
        code="D19",
        id="title-case",
        name="Huruf kapital judul",
        severity=Severity.WARNING,
        safety=Safety.SAFE,
        why="Kata tugas di tengah judul ditulis dengan huruf kecil: “{right}”.",
        other_messages={
            "small": "Setiap kata judul, kecuali kata tugas, berhuruf awal kapital: “{right}”.",
            "sentence": "Setiap kata judul, kecuali kata tugas seperti “di” dan “untuk”, berhuruf"
            " awal kapital.",
        },
        source="EYD V, Huruf Kapital 21",
        roles=frozenset({Role.HEADLINE}),
        check=_check,
        bad=(
            Example(
                "Pemkab Blitar Gelar Sosialisasi Di Kampung Coklat Untuk Warga\nIsi.",
                "Pemkab Blitar Gelar Sosialisasi di Kampung Coklat untuk Warga\nIsi.",
            ),
            Example("Bupati Buka pasar Wlingi\nIsi.", "Bupati Buka Pasar Wlingi\nIsi."),
            Example(
                "Bupati buka pasar baru di desa Ngadri\nIsi.",
                "Bupati Buka Pasar Baru di Desa Ngadri\nIsi.",
            ),
            Example("Warga Antre HUAWEI nova Baru\nIsi.", "Warga Antre HUAWEI Nova Baru\nIsi."),
            Example(
                "Film Desa Rindu Dengan Hujan Tayang\nIsi.",
                "Film Desa Rindu dengan Hujan Tayang\nIsi.",
            ),
            Example("Bantuan Bagi Warga Cair\nIsi.", "Bantuan bagi Warga Cair\nIsi."),
            Example("Warga Bahas undang-undang Desa\nIsi.", "Warga Bahas Undang-Undang Desa\nIsi."),
            Example("Undang-undang Desa Direvisi\nIsi.", "Undang-Undang Desa Direvisi\nIsi."),
            Example("Warga Tanam sayur-mayur Lokal\nIsi.", "Warga Tanam Sayur-mayur Lokal\nIsi."),
            Example(
                "Sedekah Bumi Plandirejo: doa untuk Warga\nIsi.",
                "Sedekah Bumi Plandirejo: Doa untuk Warga\nIsi.",
            ),
        ),
        good=(
            "Pemkab Blitar Salurkan Dana Bagi Hasil Cukai\nIsi.",
            "Polisi Bagi Takjil di Jalan\nIsi.",
            "Novel Di Bawah Lindungan Ka'bah Dibahas\nIsi.",
            "Pemkab Blitar Akan Serahkan SK kepada 1.720 P3K Paruh Waktu pada 19 Desember\nIsi.",
            "Sedekah Bumi Plandirejo: Di Balik Doa untuk Tanah\nIsi.",
            'Film "Ada Apa dengan Cinta" Tayang\nIsi.',
            "Warga Beli iPhone dan eKTP Seberat 5 kg\nIsi.",
            "HUT Ke-80 RI, Sayur-mayur Murah\nIsi.",
            "Persik vs Arema, Pemain Di Maria Absen\nIsi.",
            "PEMKAB BLITAR GELAR PASAR DI WLINGI\nIsi.",
            "Usai Panen, Warga Bahas soal Air\nIsi.",
            "Warga Pilih Pupuk Organik ketimbang Pupuk Kimia\nIsi.",
            "Petani Sumringah, Mentan dkk Tinjau Sawah secara Mendadak\nIsi.",
            "Warga Buka Tabungan di Bank bjb Cabang Blitar\nIsi.",
            "Pelajar Blitar Ikut Lomba detikevent bersama bank bjb\nIsi.",
            "Sinetron Ketika Padi Menguning Tayang\nIsi.",
            "Usulan Warga Masih Di Kaji Dinas\nIsi.",
            "Petani Masih Percaya sama Cuaca beserta Pranata Mangsa\nIsi.",
            "\nIsi di Kampung Coklat.",
        ),
    ),
)
