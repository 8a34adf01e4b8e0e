"""One number given with two values: *diikuti 150 peserta* above, *diikuti 120 peserta* below
(F20)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.facts.retold_figures import retold_figures
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch
from bnews_desk.rules.word_positions import sentence_at

_FRAMES: tuple[tuple[str, str, str], ...] = (
    ("hadir", "diikuti dihadiri melibatkan", "mengikuti ikuti hadir ikut"),
    ("terima", "dibagikan disalurkan diserahkan diberikan menyasar",
     "menerima terima memperoleh mendapat mendapatkan"),
    ("salur", "menyalurkan menyerahkan membagikan salurkan serahkan bagikan",
     "disalurkan diserahkan dibagikan"),
    ("tewas", "menewaskan tewaskan", "tewas meninggal"),
    ("ungsi", "mengungsikan mengevakuasi", "mengungsi dievakuasi"),
    ("rendam", "merendam rendam", "terendam"),
    ("rusak", "merusak", "rusak"),
    ("tanam", "menanam tanam", "ditanam"),
    ("lantik", "melantik lantik", "dilantik"),
    ("tangkap", "menangkap tangkap membekuk meringkus", "ditangkap dibekuk diringkus"),
    ("sita", "menyita sita memusnahkan musnahkan", "disita dimusnahkan"),
    ("wisuda", "mewisuda", "diwisuda"),
)  # fmt: skip
"""Statements about a number of people or things: verbs before the number and after it."""


def _by_verb(side: int) -> Mapping[str, str]:
    return {verb: frame[0] for frame in _FRAMES for verb in frame[side].split()}


_BEFORE, _BEHIND = _by_verb(1), _by_verb(2)
_WORDS = r"[A-Za-z]{3,20}"
# The look-behind comes after the first digit, so that only digits are tried.
_COUNTED = Pattern(
    r"(?P<number>\d(?<![\w.,/:-].)(?:\d{0,2}(?:\.\d{3}){1,3}|\d{1,6}))(?![\d.,/:-]?\d)"
    rf" (?P<noun>{_WORDS}(?: {_WORDS}){{0,2}})"
)
_VERB_BEFORE = Pattern(
    rf"(?i)(?<![\w-])(?P<verb>{'|'.join(_BEFORE)})(?: oleh| kepada| untuk| bagi)?"
    r"(?: total| sebanyak| sejumlah)? $"
)
_VERB_BEHIND = Pattern(
    rf"(?i)(?P<noun>{_WORDS}(?: (?!{'|'.join(_BEHIND)}){_WORDS}){{0,2}})"
    rf" (?:yang |telah |sudah |dilaporkan )?(?P<verb>{'|'.join(_BEHIND)})(?![\w-])"
)
"""Both ignore case: headlines have capitals."""
_VAGUE = Pattern(r"(?i)\b(?:sekitar|lebih dari|hampir|sedikitnya|setidaknya|kurang dari) $")
_REACH = 50
"""The verb stands within this many code points before a number."""
_ENDS_NOUN = Pattern(
    r" (?:di|ke|dari|dan|sampai|selain|yang|untuk|dengan|pada|dalam|oleh|saat|itu|ini|tersebut"
    r"|sebagai|telah|akan|karena|serta|atau|juga|bagi|agar|tidak|bisa|masih|sudah|lebih|per"
    r"|terhadap|hingga|kepada|sejak|secara|atas|setelah|usai|ketika|sebelum|selama|se[a-z]{5,}|ber[a-z]{4,}"
    r"|me[a-z]{4,}|di[a-z]{4,}|ter[a-z]{4,})\b.*"
)
_MEASURES = frozenset(
    "tahun persen kilometer meter juta miliar triliun ribu hari jam menit detik kilogram ton"
    " hektare derajat bulan minggu poin liter rupiah dolar kali hektar kuintal gol".split()
)
"""Words after a number that count none of the things compared here."""


class Claim(NamedTuple):
    """A statement about a number of people or things.

    ``about`` identifies statement and thing; claims are compared where it is equal. ``subject`` are
    the first words of the clause before the verb, '' where there are none.
    """

    about: tuple[str, str]
    value: int
    shown: str
    start: int
    end: int
    subject: str
    sentence: str

    @property
    def noun(self) -> str:
        """The counted thing as named in a message."""
        return self.about[1]


def claims_in(paragraph: ParagraphContext) -> tuple[Claim, ...]:
    """The claims in one paragraph of copy or in a headline, in order."""
    if paragraph.role not in COPY_AND_HEADLINE:
        return ()
    counted = _COUNTED.finditer(paragraph.text, *paragraph.copy)
    return tuple(claim for m in counted if (claim := _claim(paragraph, m)) is not None)


def _claim(paragraph: ParagraphContext, m: re.Match[str]) -> Claim | None:
    """The claim about a number, if it is about one of the things compared; else None."""
    text = paragraph.text
    before = text[max(paragraph.copy.start, m.start() - _REACH) : m.start()]
    verb = _VERB_BEFORE.search(before)
    told = verb or _VERB_BEHIND.match(text, m.start("noun"), paragraph.copy.end)
    if told is None or _VAGUE.search(before):
        return None
    noun = _ENDS_NOUN.sub("", (m if verb else told)["noun"].casefold())
    if noun.split()[0] in _MEASURES:
        return None
    sentence = sentence_at(paragraph, m.start())
    if sentence.end == sentence.start:
        sentence = paragraph.copy
    at = m.start() - len(before) + told.start() if verb else sentence.start
    return Claim(
        ((_BEFORE if verb else _BEHIND)[told["verb"].casefold()], noun),
        int(m["number"].replace(".", "")),
        m["number"],
        m.start(),
        m.start("noun") + len(noun),
        _subject(text[sentence.start : at]),
        sentence.within(text),
    )


_ADVERBIAL = Pattern(r"^.*,\s")
_VERB = Pattern(r"(?:me|di|ber|ter)[a-z]{4,}|yang|akan|telah|sudah|juga|ini|itu|tersebut|di")
_DEICTIC = ("ini", "itu", "tersebut")


def _subject(before: str) -> str:
    """The first one or two words of the clause before a verb, folded."""
    words = _ADVERBIAL.sub("", before).casefold().split()
    if any(word in _DEICTIC for word in words) and words[0] in _ANY_EVENT:
        return ""
    if words[:1] and words[0] in _PRONOUNS:
        return ""
    plain = [word for word in words[:2] if not _VERB.fullmatch(word)]
    return " ".join(plain)


_ANY_EVENT = frozenset(
    "kegiatan acara agenda pelatihan sosialisasi rapat lomba pertemuan peringatan pentas festival"
    " kejadian bencana musibah peristiwa kecelakaan banjir gempa bantuan program upacara kerja"
    " penyaluran penyerahan penyuluhan workshop lokakarya seminar bimtek turnamen kejuaraan".split()
)
"""General words for the event that a copy is about."""
_PRONOUNS = frozenset("ia dia mereka pihaknya petugas polisi".split())

_APART = Pattern(
    r"(?i)\b(?:sebelumnya|tahun lalu|bulan lalu|pekan lalu|kemarin|besok|nanti|hari"
    r" (?:pertama|kedua|ketiga|terakhir|berikutnya)|gelombang|angkatan|sesi|tahap|kloter"
    r"|masing-masing|setiap|tiap|lain|lainnya|berikutnya|selanjutnya|kategori|kelompok|sementara|sedangkan|adapun"
    r"|bertambah|berkurang|dari total|di antaranya|diantaranya|termasuk|rata-rata|target|kuota"
    r"|ditargetkan|kapasitas|menjadi|kembali|lagi|pertama|kedua|ketiga|kemudian|lalu|selain"
    r"|semula|awalnya|hanya|baru|dibandingkan|dibanding|seluruh Indonesia|nasional)\b"
)
"""A sentence with one of these counts something else."""
_YEARS = Pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DAYS = Pattern(
    r"\b(?:\d{1,2}/\d{1,2}|\d{1,2} (?:Jan|Feb|Mar|Apr|Mei|Jun|Jul|Agu|Sep|Okt|Nov"
    r"|Des)|Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu)\b"
)
_PLACES = Pattern(
    r"\b(?:di|Di|Desa|Kelurahan|Kecamatan|Kabupaten|Kota|Dusun|Provinsi|asal) ((?!Desa|Kelurahan"
    r"|Kecamatan|Kabupaten|Kota|Dusun|Provinsi)[A-Z][a-z]+)"
)


def is_conflict(one: Claim, other: Claim) -> bool:
    """Whether two claims can hardly both be true."""
    return (
        one.about == other.about
        and one.value != other.value
        and one.sentence != other.sentence
        and _are_of_one(one.subject, other.subject)
        and not any(_APART.search(claim.sentence) for claim in (one, other))
        and not any(
            _differ(pattern.findall(one.sentence), pattern.findall(other.sentence))
            for pattern in (_YEARS, _DAYS, _PLACES)
        )
    )


def _differ(here: list[str], there: list[str]) -> bool:
    """Whether both sentences name times (or places) and have none in common."""
    return bool(here) and bool(there) and set(here).isdisjoint(there)


def _are_of_one(subject: str, other: str) -> bool:
    """Whether the clauses may be about the same event or the same giver."""
    shorter, longer = sorted((subject, other), key=len)
    return not shorter or longer == shorter or longer.startswith(f"{shorter} ")


_LOOKED_BACK = 12
"""Most earlier claims of one kind to compare with; where there are more, it is a table."""


def find_conflicts(claims: Iterable[tuple[int, Claim]]) -> Iterator[tuple[int, Claim, Claim]]:
    """Each claim that contradicts an earlier one, with its paragraph's number and the earlier
    claim."""
    known: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for number, claim in claims:
        earlier = known[claim.about]
        for one in earlier[:_LOOKED_BACK]:
            if is_conflict(one, claim):
                yield number, claim, one
                break
        earlier.append(claim)


def _check(context: ReleaseContext) -> Iterator[RuleMatch]:
    collected = context.collected(claims_in)
    claims = [(number, claim) for number, _, found in collected for claim in found]
    seen: set[int] = set()
    for number, claim, earlier in find_conflicts(claims):
        at = context.frame.parts[number].paragraph.start
        seen.add(claim.start + at)
        values = {"noun": claim.noun, "one": earlier.shown, "other": claim.shown}
        yield RuleMatch(claim.start + at, claim.end + at, values)
    for retold in retold_figures(context):
        at = context.frame.parts[retold.number].paragraph.start
        if retold.start + at not in seen:
            values = {"noun": retold.noun, "one": retold.one, "other": retold.other}
            yield RuleMatch(retold.start + at, retold.end + at, values)


RULES = (
    ReleaseRule(
        code="F20",
        id="figure-conflict",
        name="Angka berbeda-beda",
        severity=Severity.WARNING,
        safety=Safety.NONE,
        why="Jumlah {noun} ditulis {one} dan {other}; periksa mana yang benar.",
        source="praktik penyuntingan",
        remark=(
            "Hanya jumlah yang dikatakan dengan kata kerja yang sama tentang hal yang sama, disebut"
            " lagi (“35 pedagang itu”), atau berbeda dari judul. Waktu, tempat, atau kelompok yang"
            " berbeda membuat aturan ini diam."
        ),
        check=_check,
        bad=(
            Example(
                "150 Peserta Ikuti Pelatihan Batik\nPelatihan itu dibuka camat.\nKegiatan tersebut"
                " diikuti 120 peserta."
            ),
            Example(
                "\nPemkab menyalurkan 500 paket beras.\nSebanyak 450 paket beras disalurkan di"
                " Talun."
            ),
            Example(
                "\nBantuan diserahkan kepada 65 petani.\nMenurut panitia, 56 petani hadir."
                " Sebanyak 56 petani menerima bantuan itu."
            ),
            Example(
                "\nSebanyak 53 pedagang pindah ke pasar sementara.\nMenurut camat, 35 pedagang itu"
                " akan kembali pada Januari."
            ),
            Example(
                "12 Rumah Rusak di Gandusari\nAngin kencang merusak lima belas rumah di Gandusari."
            ),
            Example("\nKecelakaan itu menewaskan 12 orang.\nMenurut polisi, 11 orang tewas."),
        ),
        good=(
            "\nPelatihan itu diikuti 120 peserta.\nSebanyak 120 peserta mengikuti pelatihan itu.",
            "\nLomba voli diikuti 24 tim.\nLomba catur diikuti 32 tim.",
            "\nTahun lalu karnaval diikuti 40 kelompok.\nKini karnaval diikuti 55 kelompok.",
            "\nSeminar di Wlingi diikuti 60 guru.\nSeminar di Srengat diikuti 75 guru.",
            "\nKegiatan itu diikuti sekitar 100 warga.\nSebanyak 96 warga hadir.",
            "\nSebanyak 53 pedagang pindah. Dua tutup.\nMenurut camat, 53 pedagang itu senang.",
            "\nAda 53 pedagang dan 12 kuli pindah.\nMenurut camat, 65 pedagang itu senang.",
            "\nDinas Sosial menyalurkan 500 paket beras.\nKoramil menyalurkan 150 paket beras.",
        ),
    ),
)
