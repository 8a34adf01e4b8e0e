"""Labels that matter before publication: paid copy (G11), an embargo (G15)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.release_frame import COPY, Role
from bnews_desk.patterns import Pattern
from bnews_desk.release import Edit
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.ethics.crime_signs import contains_any
from bnews_desk.rules.rule import Example, ParagraphRule, ReleaseRule, RuleMatch

LABEL = "(Advertorial)"
"""The label of paid copy."""
_LABELLED = Pattern(r"(?i)(?<![^\W_])(?:advertorial|pariwara|adv|iklan|konten berbayar)(?![^\W_])")
_SELLING = {
    "ubungi": Pattern(r"(?i)(?<![^\W_])hubungi (?:kontak|nomor|no|admin|wa|whatsapp)(?![^\W_])"),
    "ekarang": Pattern(r"(?i)(?<![^\W_])(?:pesan|beli|daftar|order) sekarang(?![^\W_])"),
    "apatkan": Pattern(r"(?i)(?<![^\W_])dapatkan (?:segera|promo|diskon|penawaran)(?![^\W_])"),
    "arga mulai": Pattern(r"(?i)(?<![^\W_])harga mulai (?:dari )?(?:Rp|\d)"),
    "hopee.": Pattern(r"(?i)shopee\.\w"),
    "okopedia.": Pattern(r"(?i)tokopedia\.\w"),
    "romo": Pattern(
        r"(?i)(?<![^\W_])promo (?:terbatas|spesial|akhir tahun|lebaran|hanya)(?![^\W_])"
    ),
}
"""Advertising language, by a part that is fast to search for.

Two of these together suggest paid copy.
"""


def _check_paid(context: ReleaseContext) -> Iterator[RuleMatch]:
    is_paid = context.release.details.advertorial
    if not is_paid and not context.collected(_may_sell):
        return
    text = context.text
    signals = [m for hint, sign in _SELLING.items() if hint in text and (m := sign.search(text))]
    if (len(signals) < _ENOUGH and not is_paid) or _LABELLED.search(text):
        return
    if is_paid:
        place = _opening(context)
        if place is not None:
            yield RuleMatch(*place, {}, _label(context))
    else:
        first = min(signals, key=lambda m: m.start())
        yield RuleMatch(*first.span(), {}, _label(context), message="looks")


def _may_sell(paragraph: ParagraphContext) -> bool:
    return contains_any(paragraph.text, _SELLING)


def _opening(context: ReleaseContext) -> tuple[int, int] | None:
    """The span of the headline, or of the first words of the copy."""
    for part, paragraph in zip(context.frame.parts, context.paragraphs, strict=True):
        if (part.role is Role.HEADLINE or part.role in COPY) and paragraph.words:
            first, last = paragraph.words[0], paragraph.words[min(5, len(paragraph.words) - 1)]
            return part.paragraph.start + first.start, part.paragraph.start + last.end
    return None


def _label(context: ReleaseContext) -> tuple[Fix, ...]:
    """The fix that puts the label at the end of the headline; none without a headline."""
    end = len(context.release.headline.rstrip())
    if not end:
        return ()
    edit = Edit(end, end, "", f" {LABEL}")
    return (Fix(Safety.OFFERED, f"Tambahkan “{LABEL}” di judul", (edit,)),)


_ENOUGH = 2

_WHEN = (
    r"(?:sampai|hingga|s/d|s\.d\.)\s(?:dengan\s)?(?:tanggal|pukul|jam|hari|besok|Senin|Selasa|Rabu"
    r"|Kamis|Jumat|Sabtu|Minggu|Ahad|\d{1,2}(?:[/.:-]\d|\s(?:Jan|Feb|Mar|Apr|Mei|Jun|Jul|Agu|Sep|Okt"
    r"|Nov|Des)))"
)
_STEMS = (
    "mbargo",
    "MBARGO",
    "ff the record",
    "ff The Record",
    "FF THE RECORD",
    "dak untuk di",
    "redaksi",
    "onfidensial",
    "ONFIDENSIAL",
)
_MARKER = Pattern(
    rf"(?i)^[\s*(\[#!]*+(?P<a>embargo(?:\s{_WHEN}|\s*[:)\]!]|\s*$))"
    rf"|(?<![^\W_])(?P<b>(?:di)?embargo\s{_WHEN})"
    r"|(?<![^\W_])(?P<c>tidak untuk (?:dikutip|disiarkan|dipublikasikan|dimuat)(?! ulang))"
    r"|(?P<d>(?:hanya )?untuk (?:diketahui redaksi|kalangan redaksi))"
    r"|^[\s*(\[#!]*+(?P<e>off the record|konfidensial)(?=\s*[:)\]!.]|\s*$)"
    r"|[(\[](?P<f>off the record|konfidensial)[)\]]"
    r"|(?<![^\W_])(?:bersifat|berstatus|secara|ini|itu)\s"
    r"(?P<g>off the record|konfidensial)(?![^\W_])"
)
_TRADE = Pattern(
    r"(?i)(?<![^\W_])(?:dagang|perdagangan|ekonomi|senjata|minyak|impor|ekspor|sanksi|negara|AS"
    r"|Amerika|Rusia|Iran|Kuba|gas|pangan|produk)(?![^\W_])"
)
_NEAR = 160
"""Code points around the word embargo in which trade is mentioned."""
_ANY = frozenset({Role.HEADLINE, Role.LEAD, Role.BODY, Role.LEFTOVER})


def _check_embargo(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text = paragraph.text
    if not contains_any(text, _STEMS):
        return
    for m in _MARKER.finditer(text):
        name = next(name for name, found in m.groupdict().items() if found)
        start, end = m.span(name)
        if name == "b" and _TRADE.search(text, max(0, start - _NEAR), end + _NEAR):
            continue
        if name in "cdg" and paragraph.in_speech(start, end):
            continue
        yield RuleMatch(start, end, {"text": re.sub(r"\s+", " ", m[name])})


def is_off_record(paragraph: ParagraphContext) -> bool:
    """Whether a paragraph says that its release is under embargo or off the record."""
    return paragraph.role in _ANY and any(True for _ in _check_embargo(paragraph))


ADVERTORIAL = ReleaseRule(
    code="G11",
    id="advertorial-label",
    name="Label advertorial",
    severity=Severity.WARNING,
    safety=Safety.OFFERED,
    why="Isi berbayar wajib diberi keterangan “advertorial” atau “iklan”.",
    other_messages={
        "looks": "Isi ini bernada iklan; jika berbayar, beri keterangan “advertorial” atau “iklan”."
    },
    source="Pedoman Pemberitaan Media Siber 6",
    check=_check_paid,
    bad=(
        Example(
            "Perumahan Baru Dibuka\nHarga mulai Rp200 juta. Pesan sekarang juga.",
            "Perumahan Baru Dibuka (Advertorial)\nHarga mulai Rp200 juta. Pesan sekarang juga.",
        ),
        Example("Untuk pemesanan, hubungi nomor berikut dan dapatkan promo menarik."),
    ),
    good=(
        "Perumahan Baru Dibuka (Advertorial)\nHarga mulai Rp200 juta. Pesan sekarang juga.",
        "Warga dapat menghubungi nomor darurat; hubungi nomor 112.",
        "Pemkab memberi diskon pajak hingga akhir tahun.",
        "Pemkab bekerja sama dengan BPS dan menggelar promo wisata.",
        "Harga mulai Rp10.000 per kilogram.",
    ),
)

EMBARGO = ParagraphRule(
    code="G15",
    id="embargo-off-record",
    name="Embargo dan “off the record”",
    severity=Severity.ERROR,
    safety=Safety.NONE,
    why="Ada penanda “{text}”; patuhi sebelum tayang, lalu hapus dari naskah.",
    source="Kode Etik Jurnalistik Pasal 7",
    roles=_ANY,
    check=_check_embargo,
    bad=(
        Example("EMBARGO sampai 20/11 pukul 10.00"),
        Example("\nEMBARGO: Rabu pagi\nBupati membuka rapat."),
        Example("Berita ini diembargo hingga pukul 10.00."),
        Example("Keterangan ini off the record."),
        Example("Data berikut tidak untuk dikutip."),
        Example("(off the record) Bupati akan mundur."),
        Example("Catatan ini hanya untuk diketahui redaksi."),
    ),
    good=(
        "Embargo dagang dan embargo senjata itu berlaku hingga 2025.",
        "Kuba diembargo hingga 20 Mei oleh Amerika Serikat.",
        "Indonesia takut diembargo; embargo ekonomi dicabut.",
        '"Saya telah berbicara off the record dengan beberapa orang," katanya.',
        "Dokumen rahasia itu disita; foto tidak untuk dijual.",
        "Embargo minyak sampai tahun depan memukul pasar.",
    ),
)

RULES = (ADVERTORIAL, EMBARGO)
