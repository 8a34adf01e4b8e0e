"""Names in running text: runs of capitalised words, and single words beside a verb of saying."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from bnews_desk.frame.release_frame import COPY_AND_HEADLINE
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.text import Word

_REST = r"[a-zéè]{1,24}(?:['’][a-z]{1,12})?"
# The look-behind comes after the first letter, so that only capitals are tried.
_RUN = Pattern(rf"[A-Z](?<![\w'’.-].){_REST}(?>(?: [A-Z]{_REST}){{1,7}})(?![\w'’-])")
_SAYING = (
    "mengatakan|menyampaikan|menjelaskan|menegaskan|menuturkan|mengungkapkan|menyebut|menambahkan"
    "|berharap|mengaku|memaparkan|mengajak|mengimbau|meminta|berpesan|mengapresiasi|menekankan"
    "|mengingatkan|menilai|berujar|berkata|menerangkan|membeberkan|menyatakan|memastikan|hadir"
)
_BEFORE = Pattern(
    r"(?:\b(?:kata|ujar|tutur|ucap|jelas|ungkap|tegas|imbuh|tambah|papar|terang|sebut|beber|pungkas"
    r"|[Mm]enurut|bernama|[Bb]apak|[Ii]bu|[Pp]ak|[Bb]u|mas|[Ss]audara) |(?:\bH|Hj|[Dd]r|Drs|Dra|Ir"
    r"|Prof|KH|[Dd]rg)\. )$"
)
_SAID = frozenset(
    "kata ujar tutur ucap jelas ungkap tegas imbuh tambah papar terang sebut beber pungkas menurut"
    " Kata Ujar Menurut Pak Bu Bapak Ibu".split()
)
_SAYS = frozenset(_SAYING.split("|")) - {"hadir"}
_SPEAKING = _SAID | _SAYS
_BEHIND = Pattern(rf" (?:{_SAYING}|\(\d\d\))\b|, [SMA]\.[A-Z]")
OFFICES = frozenset(
    "Bupati Wabup Wakil Wali Walikota Wawali Gubernur Wagub Presiden Menteri Menko Sekda Camat"
    " Kepala Ketua Kapolres Kapolsek Kapolda Kapolri Dandim Danramil Lurah Kades Kadis Direktur"
    " Anggota Sekretaris Komandan Bendahara Kasi Kabag Kabid Kasat Kasi Plt Pj Pjs Jaksa Hakim"
    " Rektor Dekan Juru Manajer Pelatih Ustaz Kiai Gus Bapak Ibu Pak Bu Mbak Mas Bung Kapten"
    " Dirjen Ditjen Sekjen Irjen Itjen".split()
)
NO_PERSON = OFFICES | frozenset(
    "Kabupaten Kota Kecamatan Desa Kelurahan Dusun Provinsi Jalan Gunung Sungai Pantai Pulau Jawa"
    " Sumatera Kalimantan Sulawesi Papua Nusa Dinas Badan Kantor Kementerian Bank Universitas"
    " Institut Sekolah Rumah Sakit Masjid Gereja Pasar Stadion Partai Liga Piala Hari Undang"
    " Indonesia Blitar Selatan Utara Timur Barat Tengah Negara Republik Komisi Dewan Polres Polsek"
    " Lembaga Yayasan Taman Bandara Stasiun Terminal Pelabuhan Festival Program New South North"
    " East West The San Los Las Puerto Saint Real United Manchester".split()
)
LEAST_LETTERS = 4
"""Least length of a single word that is taken for a name."""


Tokens = tuple[str, str]


class NameRun(NamedTuple):
    """Consecutive capitalised words; ``start`` and ``end`` count in paragraph ``number``."""

    tokens: tuple[str, ...]
    number: int
    start: int
    end: int

    def token_start(self, at: int) -> int:
        """The position at which one of the words begins."""
        return self.start + sum(len(token) + 1 for token in self.tokens[:at])


Pairs = tuple[tuple[int, Tokens], ...]
"""Adjacent words that are neither offices nor places, with the index of the first."""


def name_runs_in(
    paragraph: ParagraphContext,
) -> tuple[tuple[tuple[str, ...], int, int, Pairs], ...]:
    """The runs of a paragraph: their words, start, end, and the pairs in them."""
    if paragraph.role not in COPY_AND_HEADLINE:
        return ()
    found = []
    for m in _RUN.finditer(paragraph.text, *paragraph.copy):
        tokens = tuple(m.group().split(" "))
        pairs = tuple(
            (i, pair) for i, pair in enumerate(pairwise(tokens)) if NO_PERSON.isdisjoint(pair)
        )
        found.append((tokens, *m.span(), pairs))
    return tuple(found)


def is_person(context: ReleaseContext, run: NameRun) -> bool:
    """Whether an office, a title or a verb of saying accompanies a name."""
    if run.tokens[0] in OFFICES and len(run.tokens) > 2:
        return True
    text = context.paragraphs[run.number].text
    before = text[max(0, run.start - 14) : run.start]
    return bool(_BEFORE.search(before) or _BEHIND.match(text, run.end))


def speakers_in(paragraph: ParagraphContext) -> tuple[Word, ...]:
    """The single words of a paragraph that name a speaker: *kata Izul*, *Izul berharap*."""
    if paragraph.role not in COPY_AND_HEADLINE:
        return ()
    words, speakers = paragraph.words, []
    for i, word in enumerate(words):
        if word.text not in _SPEAKING:
            continue
        at = i + 1 if word.text in _SAID else i - 1
        if 0 <= at < len(words) and _is_single(paragraph, at, towards=at - i):
            speakers.append(words[at])
    return tuple(speakers)


def _is_single(paragraph: ParagraphContext, at: int, *, towards: int) -> bool:
    """Whether a capitalised word stands directly beside its verb with no other name next to it."""
    found, text = paragraph.words, paragraph.text
    word, verb = found[at], found[at - towards]
    first, second = sorted((word, verb))
    if len(word.text) < LEAST_LETTERS or not word.text.istitle():
        return False
    if text[first.end : second.start] != " ":
        return False
    beside = found[at + towards] if 0 <= at + towards < len(found) else None
    if beside is None or not beside.text[:1].isupper():
        return True
    first, second = sorted((word, beside))
    return text[first.end : second.start] not in (" ", ". ")
