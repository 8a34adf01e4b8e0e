"""Accusations without a reply from the accused (G09)."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.ethics.crime_signs import (
    NAME,
    NOT_NAMES,
    contains_any,
    is_about_lessons,
    paragraph_sentences,
)
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch
from bnews_desk.text import Span

_DEED = (
    r"(?:korupsi|mengorupsi|menyelewengkan|diselewengkan|penyelewengan|menggelapkan|penggelapan"
    r"|menipu|penipuan|memalsukan|pemalsuan|memeras|pemerasan|pungutan liar|pungli|mark up|mark-up"
    r"|menggelembungkan|penggelembungan|menyalahgunakan|penyalahgunaan|menerima suap|menyuap"
    r"|gratifikasi|fiktif|manipulasi|memanipulasi|menilap|mangkir|menelantarkan|melanggar"
    r"|mencemari|mencemarkan|ilegal|tanpa izin|tak berizin|tidak berizin)"
)
_ACCUSATION = Pattern(
    rf"(?<![\w-])(?:[Dd]iduga|[Dd]ituding|[Dd]ituduh|[Dd]itengarai|[Dd]isinyalir|[Tt]erindikasi"
    rf"|[Dd]ugaan|[Dd]ilaporkan karena|[Tt]udingan|[Tt]uduhan)"
    rf"(?: [a-z]+){{0,4}}? {_DEED}(?![\w-])"
)
_DOUBTED = ("iduga", "ituding", "ituduh", "itengarai", "isinyalir", "ndikasi", "ugaan", "udingan",
            "uduhan", "ilaporkan")  # fmt: skip
_NAMED = Pattern(
    rf"(?<![\w-])(?:(?:Kades|Kepala Desa|Kepala Dinas|Kepala Sekolah|Camat|Lurah|Bupati"
    rf"|Wali Kota|Ketua|Direktur|Bendahara|Sekretaris|Anggota|oknum|PT|CV|UD|Dinas|Koperasi"
    rf"|Yayasan|Pemerintah Desa|Pemdes|berinisial) (?P<who>{NAME}|[A-Z]{{2,4}}(?![\w-]))"
    rf"|(?P<other>{NAME}) (?:di(?:duga|tuding|tuduh|sinyalir|tengarai)))"
)
_REPLY = Pattern(
    r"(?i)bantah|konfirmasi|klarifikasi|sangkal|menepis|(?:saat|ketika|setelah|hendak|coba)"
    r" (?:dihubungi|ditemui|dimintai)|menghubungi|tanggapan|menanggapi|ditanggapi|merespons"
    r"|berkomentar|komentar|hak jawab|kuasa hukum|pengacara|penasihat hukum|mengaku|mengakui"
    r"|membenarkan|dibenarkan|pembelaan|eksepsi|pleidoi|pledoi|belum (?:memberikan|ada)"
    r" (?:keterangan|jawaban|penjelasan|pernyataan|respons)|enggan|menolak tuduhan|berdalih"
    r"|beralasan|berkilah|membela diri|permintaan maaf|meminta maaf|menyayangkan"
)


def _accusations(paragraph: ParagraphContext) -> tuple[Span, ...]:
    """The spans in which a named person is accused, counted in the paragraph."""
    if not contains_any(paragraph.text, _DOUBTED):
        return ()
    found = []
    for place in paragraph_sentences(paragraph):
        m = _ACCUSATION.search(place.text)
        if m is None or place.is_spoken or is_about_lessons(place.text):
            continue
        if paragraph.in_quotation(place.start + m.start(), place.start + m.end()):
            continue
        who = _NAMED.search(place.text)
        name = who and (who["who"] or who["other"])
        if name and name.split()[0] not in NOT_NAMES:
            found.append(Span(place.start + m.start(), place.start + m.end()))
    return tuple(found)


def _replies(paragraph: ParagraphContext) -> bool:
    return paragraph.role in COPY and _REPLY.search(paragraph.text, *paragraph.copy) is not None


def _check(context: ReleaseContext) -> Iterator[RuleMatch]:
    accused = context.collected(_accusations)
    if not accused or context.collected(_replies):
        return
    number, _, (first, *_others) = accused[0]
    at = context.frame.parts[number].paragraph.start
    yield RuleMatch(first.start + at, first.end + at)


RULES = (
    ReleaseRule(
        code="G09",
        id="accusation-one-sided",
        name="Tuduhan tanpa tanggapan",
        severity=Severity.SUGGESTION,
        safety=Safety.NONE,
        why="Belum ada keterangan dari pihak yang dituduh; tambahkan konfirmasi atau catatan bahwa"
        " pihak itu sudah dihubungi.",
        source="Kode Etik Jurnalistik Pasal 1 dan 3; Pedoman Pemberitaan Media Siber 2",
        check=_check,
        bad=(
            Example("Kades Sumardi diduga menyelewengkan dana desa."),
            Example("PT Maju Jaya diduga mencemari sungai di Desa Popoh."),
            Example("Direktur CV Sumber Rejeki diduga menipu puluhan pembeli."),
        ),
        good=(
            "Kades Sumardi diduga menyelewengkan dana desa. Sumardi membantah tuduhan itu.",
            "PT Maju Jaya diduga mencemari sungai. Saat dihubungi, manajernya tidak menjawab.",
            "Polisi menyelidiki dugaan korupsi di sebuah desa.",
            '"Kades Sumardi diduga korupsi," kata warga.',
            "Bupati Rini mengajak warga melaporkan dugaan pungli.",
        ),
        remark=(
            "Hanya bila yang dituduh disebut namanya dan tidak ada kata tanggapan di mana pun."
        ),
        is_on=False,
    ),
)
