"""Reports of a suicide (G05): without method, blame or name, but with where to get help."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.release_frame import COPY, Role
from bnews_desk.patterns import Pattern
from bnews_desk.release import Edit
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.ethics.crime_signs import contains_any, copy_sentences
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch

HELP = (
    "Jika Anda atau orang terdekat merasa tertekan atau terpikir mengakhiri hidup, jangan"
    " sendirian: segera hubungi keluarga, psikolog, psikiater, puskesmas, atau rumah sakit"
    " terdekat."
)
"""The paragraph that is offered where a report does not say where to get help."""
_STEMS = (
    "unuh diri",
    "unuh Diri",
    "UNUH DIRI",
    "antung diri",
    "antung Diri",
    "ANTUNG DIRI",
    "akhiri hidup",
    "akhiri Hidup",
    "AKHIRI HIDUP",
    "racun",
    "Racun",
    "RACUN",
)
_DEED = Pattern(
    r"(?<![^\W_])(?:(?P<method>gantung diri|(?:menenggak|tenggak|minum) racun)|bunuh diri"
    r"|(?:meng)?akhiri hidup(?:nya)?(?!\s(?:lawan|orang|korban|musuh)))(?![^\W_])",
    re.IGNORECASE,
)
_FIGURATIVE = Pattern(
    r"(?:gol|bom|aksi bom|serangan|pengebom|pesawat|drone|misi|langkah|pasukan|teroris)\s"
    r"(?:bom\s)?(?:bunuh diri)|bunuh diri (?:politik|ekonomi|karier|massal)"
    r"|(?<![^\W_])(?:gol|menit|kiper|laga|babak|bom|ledakan|serangan|teroris|film|novel|serial|drama"
    r"|cerita|kisahnya|tokoh|lawannya|game|gim)(?![^\W_])",
    re.IGNORECASE,
)
_PREVENTED = Pattern(r"(?<![^\W_])(?:pencegahan|mencegah|cegah|sedunia)(?![^\W_])", re.IGNORECASE)
_CASE = Pattern(
    r"(?<![^\W_])(?:nekat|ditemukan|tewas|meninggal|jasad(?:nya)?|jenazah|mayat|diduga|mencoba"
    r"|hendak|melakukan|dengan cara|memilih)(?![^\W_])",
    re.IGNORECASE,
)
_PERSON = Pattern(
    r"(?<![^\W_])(?:seorang|pria|wanita|perempuan|lelaki|pemuda|pemudi|warga|mahasiswa|mahasiswi"
    r"|siswa|siswi|pelajar|remaja|kakek|nenek|suami|istri|ibu|ayah|bocah|lansia|korban|berinisial"
    r"|petani|karyawan|orang)(?![^\W_])|\(\d{1,2}\)",
    re.IGNORECASE,
)
_COUNTED = Pattern(
    r"\d+\s(?:kasus|orang)|kasus bunuh diri (?:selama|sepanjang|pada|di)|angka bunuh"
)
_HELPED = Pattern(
    r"(?<![^\W_])(?:hotline|konseling|konsultasikan|psikolog|psikiater|layanan kesehatan jiwa"
    r"|119|bantuan profesional|tenaga profesional)(?![^\W_])",
    re.IGNORECASE,
)


def _check(context: ReleaseContext) -> Iterator[RuleMatch]:
    if not context.collected(_mentions_deed):
        return
    headline = _in_headline(context)
    if headline is not None:
        yield headline
    for place in copy_sentences(context):
        m = _DEED.search(place.text)
        if m and _is_case(place.text):
            if m["method"] or not _HELPED.search(context.text):
                span = (place.start + m.start(), place.start + m.end())
                fixes = () if _HELPED.search(context.text) else _help(context)
                yield RuleMatch(*span, {}, fixes)
            return


def _mentions_deed(paragraph: ParagraphContext) -> bool:
    return contains_any(paragraph.text, _STEMS)


def _is_case(text: str) -> bool:
    """Whether a sentence is about one person's death or attempt, not a figure of speech or a
    statistic."""
    if _FIGURATIVE.search(text) or _PREVENTED.search(text) or _COUNTED.search(text):
        return False
    return _CASE.search(text) is not None and _PERSON.search(text) is not None


def _in_headline(context: ReleaseContext) -> RuleMatch | None:
    """The match for a method in the headline, which is an error."""
    part = context.frame.parts[0]
    m = _DEED.search(part.paragraph.text) if part.role is Role.HEADLINE else None
    if m is None or not m["method"] or _PREVENTED.search(part.paragraph.text):
        return None
    return RuleMatch(*m.span(), {"method": m.group()}, (), Severity.ERROR, "method")


def _help(context: ReleaseContext) -> tuple[Fix, ...]:
    """The fix that inserts a paragraph on help before the last one, which has the source tag."""
    copy_parts = [part for part in context.frame.parts if part.role in COPY]
    if len(copy_parts) < 2:
        return ()
    at = copy_parts[-1].paragraph.start
    return (Fix(Safety.OFFERED, "Tambahkan informasi bantuan", (Edit(at, at, "", HELP + "\n"),)),)


RULES = (
    ReleaseRule(
        code="G05",
        id="suicide-coverage",
        name="Berita bunuh diri",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="Berita bunuh diri: hindari cara, lokasi, dan identitas; sertakan informasi bantuan.",
        other_messages={
            "method": "Cara bunuh diri (“{method}”) tidak boleh disebut di judul; tulis"
            " peristiwanya tanpa cara."
        },
        source="Peraturan Dewan Pers 2/Peraturan-DP/III/2019",
        check=_check,
        bad=(
            Example("Seorang pria ditemukan tewas gantung diri di pohon."),
            Example("Petani itu nekat mengakhiri hidup karena utang."),
            Example("Pria Gantung Diri di Pohon\nPolisi memeriksa lokasi."),
            Example(
                "\nWarga menemukan jasad pria yang diduga bunuh diri.\nPolisi memeriksa saksi.",
                "\nWarga menemukan jasad pria yang diduga bunuh diri.\n"
                + HELP
                + "\nPolisi memeriksa saksi.",
            ),
        ),
        good=(
            "Gol bunuh diri seorang bek ditemukan pada menit ke-5.",
            "Bom bunuh diri menewaskan seorang warga.",
            "Langkah itu dinilai bunuh diri politik seorang menteri.",
            "Gubernur mengajak warga mencegah bunuh diri.",
            "Polisi mencatat 451 kasus bunuh diri yang dilakukan warga.",
            "Film itu berkisah tentang seorang pria yang hendak bunuh diri.",
            "Seorang warga diduga bunuh diri. Jika Anda tertekan, hubungi psikolog terdekat.",
        ),
    ),
)
