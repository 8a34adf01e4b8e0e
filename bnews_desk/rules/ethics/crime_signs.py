"""Signs that a sentence is about a crime, a child or a victim, and identifying details.

Every rule of the group needs at least two signs; this module finds them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bnews_desk.frame.release_frame import COPY
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext, ReleaseContext

SEX_CRIME = Pattern(
    r"(?<![^\W_])(?:(?:pe)?merkosa\w*|diperkosa|perkosaan|pemerkosaan|(?:pen|men|di)?cabul\w*"
    r"|(?:per|me|di)?setubuh\w*|menyetubuhi\w*|pelecehan seksual|kekerasan seksual|dilecehkan"
    r"|asusila|rudapaksa|dirudapaksa|merudapaksa|sodomi|disodomi|menyodomi)(?![^\W_])",
    re.IGNORECASE,
)
"""Words for sexual violence, as an offence or an act."""
_CRIME = Pattern(
    r"(?<![^\W_])(?:di(?:aniaya|keroyok|bunuh|culik|begal|tangkap|bekuk|ringkus|rampok|bacok|siksa)"
    r"|menganiaya|mengeroyok|membunuh|menculik|membegal|merampok|mencuri|membacok|menyiksa"
    r"|penganiayaan|pengeroyokan|pembunuhan|penculikan|pembacokan|perampokan|pencurian|curanmor"
    r"|perundungan|tawuran|pembegalan|begal|tersangka|terdakwa|terduga pelaku|pelaku|terpidana"
    r"|divonis|diadili|mengedarkan|pengedar|kurir)(?![^\W_])",
    re.IGNORECASE,
)
_STEMS = (
    "cabul rkosa setubuh leceh seksual asusila rudapaksa sodomi aniaya eroyok bunuh culik begal"
    " angkap bekuk ringkus rampok bacok siksa ncuri curanmor rundung awuran ersangka erdakwa pelaku"
    " Pelaku erpidana divonis diadili engedar kurir"
).split()
_SEX_STEMS = "rkosa cabul setubuh seksual leceh asusila rudapaksa sodomi".split()
"""Folded stems, one of which every word of ``SEX_CRIME`` contains."""
_CALM = Pattern(
    r"(?<![^\W_])(?:juara|lomba|olimpiade|prestasi|medali|penyuluhan|sosialisasi|edukasi|duta"
    r"|kampanye|simulasi|deklarasi|pelatihan|mengajak|ajak|seminar|film|novel|sinetron|drama|cerpen"
    r"|tokoh|pemeran|berperan|lakon|pelaku\s(?:usaha|seni|budaya|wisata|ekonomi|umkm))(?![^\W_])",
    re.IGNORECASE,
)
"""A sentence with one of these is not about a case."""
PLACE = (
    r"(?:Desa|Kelurahan|Dusun|Dukuh|RT|RW|Jalan|Jl\.?|Gang|Perumahan|Kampung)\s(?=[A-Z\d])[\w'’-]+"
)
"""An address down to the village or closer."""
SCHOOL = (
    r"(?:SDN?|SMPN?|SMAN?|SMKN?|MTsN?|MAN|MIN|MI|MA|SD|SMP|SMA|SMK|TK|PAUD|SLB)"
    r"\s(?:Negeri\s|Islam\s|Muhammadiyah\s|Plus\s)?(?:\d{1,3}(?:\s[A-Z][\w'’-]+)?|[A-Z][\w'’-]+)"
    r"|(?:Pondok Pesantren|Ponpes|Pesantren|Universitas|Kampus|STIE|STAI|IAIN|UIN)\s[A-Z][\w'’-]+"
)
"""A school with its number or name."""
NAME = r"[A-Z][a-z'’]+(?:\s[A-Z][a-z'’.]+){0,3}"
"""A name of one to four words."""
INITIALS = r"(?:[A-Z]\.?){1,4}"
"""A person's initials: ``AN``, ``A.N.``."""
NOT_NAMES = frozenset(
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember Senin"
    " Selasa Rabu Kamis Jumat Sabtu Minggu Ahad Pasal Ayat Huruf Angka Bab Desa Kecamatan Kelurahan"
    " Kabupaten Kota Provinsi Dusun Jalan Polres Polsek Polda Kasus Liga Grup Tabel Nomor Kelas"
    " Undang Peraturan Persib Persebaya Persik Persija Arema Indonesia Jakarta Surabaya Blitar"
    " Kediri Malang Satreskrim Unit Tim Satuan Kejaksaan Pengadilan Korban Pelaku Anak Polisi"
    " Kekerasan Usaha Wisata Ekonomi Seni Budaya Industri Pasar Jasa Program Pariwisata".split()
)
"""Capitalised words that do not begin a person's name."""


class SentencePlace(NamedTuple):
    """One sentence of the copy: its text, its position in the release, whether it has speech."""

    text: str
    start: int
    is_spoken: bool


def is_crime_mentioned(context: ReleaseContext) -> bool:
    """A fast test whether a release may be about a crime."""
    return bool(context.collected(_has_crime_stem))


def _has_crime_stem(paragraph: ParagraphContext) -> bool:
    return contains_any(paragraph.text, _STEMS)


def is_sex_crime_mentioned(context: ReleaseContext) -> bool:
    """A fast test whether a release may be about a sexual offence."""
    return bool(context.collected(_has_sex_stem))


def _has_sex_stem(paragraph: ParagraphContext) -> bool:
    return contains_any(paragraph.text.casefold(), _SEX_STEMS)


def contains_any(text: str, stems: Iterable[str]) -> bool:
    """Whether ``text`` contains one of ``stems`` in exactly this case."""
    return any(stem in text for stem in stems)


def is_crime(text: str) -> bool:
    """Whether ``text`` is about a violent or other crime; lessons and films about one do not
    count."""
    return (
        SEX_CRIME.search(text) is not None or _CRIME.search(text) is not None
    ) and not _CALM.search(text)


def is_sex_crime(text: str) -> bool:
    """Whether ``text`` is about a sexual offence; lessons and films about one do not count."""
    return SEX_CRIME.search(text) is not None and not _CALM.search(text)


def is_about_lessons(text: str) -> bool:
    """Whether ``text`` is about a contest, a lesson or a story and not a case."""
    return _CALM.search(text) is not None


def copy_sentences(context: ReleaseContext) -> Iterator[SentencePlace]:
    """The sentences of a release's copy, in order, with positions in its text."""
    for number, _, places in context.collected(paragraph_sentences):
        offset = context.frame.parts[number].paragraph.start
        for place in places:
            yield place._replace(start=place.start + offset)


def paragraph_sentences(paragraph: ParagraphContext) -> tuple[SentencePlace, ...]:
    """The sentences of one paragraph of copy, in order, with positions in it."""
    if paragraph.role not in COPY:
        return ()
    return tuple(
        SentencePlace(span.within(paragraph.text), span.start, paragraph.in_speech(*span))
        for span in paragraph.sentences
    )
