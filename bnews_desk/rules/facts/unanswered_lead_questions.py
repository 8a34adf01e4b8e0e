"""Who, what, where and when: the first two paragraphs should answer them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch

_WHEN = Pattern(
    r"\b(?:senin|selasa|rabu|kamis|jumat|jum'at|sabtu|minggu|ahad|januari|februari|maret|april|mei"
    r"|juni|juli|agustus|september|oktober|nopember|november|desember|hari|kemarin|besok|lusa|tadi"
    r"|malam|pagi|siang|sore|pekan|bulan|tahun|triwulan|semester|pukul|(?:19|20)\d\d|lalu|mendatang"
    r"|kini|sepekan|sebulan|setahun|seminggu|sehari|menjelang|jelang|usai|seusai|setelah|sejak"
    r"|belakangan|terakhir|terbaru|musim|saat ini|baru-baru ini|sekarang|ramadan|lebaran|natal)\b"
    r"|\d{1,2}/\d{1,2}",
    re.IGNORECASE,
)
_WHERE = Pattern(
    r"\b(?:di|ke|dari|se|asal|kawasan|wilayah)[ -](?:(?!pada )[a-z-]{1,20} ){0,4}[A-Z]"
    r"|\b(?:Kabupaten|Kota|Kecamatan|Desa|Kelurahan|Jalan|Dusun|Provinsi|Pemkab|Pemkot|Pemprov"
    r"|Bupati|Wali Kota|Indonesia|Jawa|RI|DKI|Pulau|ASEAN|Nasional)\b"
)
_AFFIXED = Pattern(r"(?:mem|men|meng|meny|me|di|ber|ter)[a-z]{3,}")
_PLAIN_VERBS = frozenset(
    "ada adalah akan jadi jatuh naik turun tiba hadir usai mulai minta raih gelar buka tutup datang"
    " pergi tewas meninggal ingin harus siap bakal telah sudah masih resmi ikut hidup kata ujar"
    " menjadi punya bisa dapat tumbuh lolos gagal menang kalah juara sukses panen lulus pulang"
    " kembali masuk keluar lahir wafat terima beri jual beli ajak dorong".split()
)
_WHO = frozenset(
    "bupati gubernur presiden menteri pemerintah polisi petugas warga masyarakat dinas dewan kepala"
    " ketua camat lurah sekda pemkab pemkot pemprov peserta siswa petani nelayan anggota tim"
    " ratusan ribuan puluhan sejumlah seorang pelajar mahasiswa guru pedagang pelaku jemaah".split()
)
_LEAST_PARAGRAPHS = 4
_LEAST_WORDS = 50
_OPENING = 2
"""The answers should be in this many paragraphs."""


def _check(context: ReleaseContext) -> Iterator[RuleMatch]:
    if not context.is_finished:
        return
    copy_parts = context.collected(_length)
    if len(copy_parts) < _LEAST_PARAGRAPHS:
        return
    if sum(length for _, _, length in copy_parts) < _LEAST_WORDS:
        return
    opening = [paragraph for _, paragraph, _ in copy_parts[:_OPENING]]
    missing = [
        question
        for question, has_answer in _QUESTIONS.items()
        if not any(paragraph.cached(has_answer) for paragraph in opening)
    ]
    if missing:
        number, paragraph, _ = copy_parts[0]
        first = paragraph.sentences[0]
        at = context.frame.parts[number].paragraph.start
        yield RuleMatch(first.start + at, first.end + at, {"missing": _joined(missing)})


def _length(paragraph: ParagraphContext) -> int:
    """The number of words of copy in a paragraph."""
    return len(paragraph.words) if paragraph.role in COPY else 0


def _search(pattern: Pattern, paragraph: ParagraphContext) -> bool:
    return pattern.search(paragraph.text, *paragraph.copy) is not None


def _has_who(paragraph: ParagraphContext) -> bool:
    return any(
        paragraph.is_capitalised_inside(word) or word.folded in _WHO or word.text.isupper()
        for word in paragraph.words
    )


def _has_what(paragraph: ParagraphContext) -> bool:
    return any(
        word.folded in _PLAIN_VERBS or _AFFIXED.match(word.folded) for word in paragraph.words
    )


def _has_where(paragraph: ParagraphContext) -> bool:
    if _search(_WHERE, paragraph):
        return True
    return any(
        place.casefold() in paragraph.vocabulary for place in paragraph.house.dateline.places
    )


def _has_when(paragraph: ParagraphContext) -> bool:
    return _search(_WHEN, paragraph)


_QUESTIONS = {
    "siapa yang terlibat": _has_who,
    "apa yang terjadi": _has_what,
    "di mana peristiwa berlangsung": _has_where,
    "kapan peristiwa berlangsung": _has_when,
}


def _joined(missing: list[str]) -> str:
    *others, last = missing
    return f"{', '.join(others)} dan {last}" if others else last


_REST = (
    "\nKegiatan itu diikuti para perangkat desa dan kader yang selama ini mendampingi warga dalam"
    " menyusun rencana kerja, mencatat usulan, dan memeriksa hasil pekerjaan di lapangan."
    "\nPeserta menerima bahan bacaan, mencoba aplikasi pencatatan, lalu berdiskusi tentang cara"
    " menyampaikan laporan yang mudah dipahami warga dan tidak memakan waktu lama."
)
_NO_TIME = (
    "\nPemerintah Kabupaten Blitar melatih perangkat desa menyusun rencana kerja di Kanigoro."
    "\nPelatihan itu dibuka oleh Sekretaris Daerah Izul Marom di Pendopo Agung Blitar."
)
_NO_PLACE = (
    "\nPara kader mengikuti pelatihan menyusun rencana kerja pada Rabu (13/11/2024)."
    "\nPelatihan itu dibuka oleh sekretaris daerah dan berlangsung sampai sore."
)

RULES = (
    ReleaseRule(
        code="F26",
        id="5w1h-lead",
        name="Unsur berita di awal",
        severity=Severity.SUGGESTION,
        safety=Safety.NONE,
        why="Dua paragraf awal belum memuat {missing}.",
        source="praktik penyuntingan",
        remark="Mengapa dan bagaimana tidak diuji; naskah yang sangat pendek dilewati.",
        check=_check,
        bad=(Example(_NO_TIME + _REST), Example(_NO_PLACE + _REST)),
        good=(
            _NO_TIME + " Acara digelar Rabu (13/11/2024)." + _REST,
            _NO_PLACE.replace("Para kader", "Para kader se-Kabupaten Blitar") + _REST,
            _NO_TIME,
        ),
    ),
)
