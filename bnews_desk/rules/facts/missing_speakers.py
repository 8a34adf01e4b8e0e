"""Quotations without a speaker."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.lexicon.attribution_verbs import attribution_verbs
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch
from bnews_desk.text import Quotation, Word

_SAYING = frozenset(
    "mengatakan menyampaikan menjelaskan menegaskan menuturkan mengungkapkan menyebut menyebutkan"
    " menambahkan berharap mengaku memaparkan mengajak mengimbau meminta berpesan mengapresiasi"
    " menekankan mengingatkan menilai berujar berkata menerangkan membeberkan menyatakan menurut"
    " menurutnya bertanya menjawab menulis berseru berteriak mengutip dikutip bunyi"
    " berbunyi tertulis tulis ditulis pesan cuit unggah keterangan pernyataan ujaran ucapan katanya"
    " mengucapkan melanjutkan menceritakan bercerita mengomentari membantah mengklaim"
    " menyinggung menyarankan mengucap menimpali mengisahkan membacakan bernyanyi lirik"
    " doa yel slogan bertajuk bertema berjudul tema judul tagar semboyan moto motto visi tanya"
    " merespons menanggapi tanggapan sambutan sambutannya arahannya wawancara dihubungi ditemui"
    " menyambut mengakui optimistis yakin dikatakan diungkapkan disampaikan dijelaskan ditegaskan"
    " dituturkan dipaparkan diakui menyerukan berjanji memuji mengkritik mengeluh mengeluhkan"
    " video tonton lagu jargon menceritakannya menuding menduga mengenang mengumumkan"
    " melaporkan".split()
)
_MARKS_OF_SPEECH = ".!?,…"
_LEAST_WORDS = 4
_OPENING_WORDS = 7
"""A speaker may still be named in this many words of the next paragraph."""


def _check(context: ReleaseContext) -> Iterator[RuleMatch]:
    lonely = context.collected(_unattributed)
    if not lonely:
        return
    copy_parts = [part.paragraph.number for part in context.copy_parts if not part.text.isspace()]
    place = {number: at for at, number in enumerate(copy_parts)}
    for number, _, first in lonely:
        at = place[number]
        before = context.paragraphs[copy_parts[at - 1]] if at else None
        behind = context.paragraphs[copy_parts[at + 1]] if at + 1 < len(copy_parts) else None
        if first is None or _introduces(before) or _follows_up(behind):
            continue
        offset = context.frame.parts[number].paragraph.start
        yield RuleMatch(first.start + offset, first.end + offset)


def _unattributed(paragraph: ParagraphContext) -> Quotation | None:
    """The first speech of a paragraph that does not name its speaker, or None."""
    if paragraph.role not in COPY or not paragraph.quotations:
        return None
    spoken = [q for q in paragraph.quotations if _is_speech(paragraph, q)]
    return spoken[0] if spoken and not _names_speaker(paragraph, _outside(paragraph)) else None


def _is_speech(paragraph: ParagraphContext, quotation: Quotation) -> bool:
    """Whether a quotation is a whole utterance: a title or slogan has no mark at its end."""
    interior = paragraph.text[quotation.start + 1 : quotation.end - 1].rstrip()
    if not quotation.is_speech or not paragraph.copy.covers((quotation.start, quotation.end)):
        return False
    if len(interior.split()) < _LEAST_WORDS:
        return False
    behind = paragraph.text[quotation.end : quotation.end + 1]
    following = paragraph.text[quotation.end : quotation.end + 2].strip()
    if following[:1].islower() or (interior[-1:] == "," and following):
        return False  # the speaker is named by words that are in no list
    return interior[-1:] in _MARKS_OF_SPEECH or (behind in (",", ".") and interior[:1].isupper())


def _outside(paragraph: ParagraphContext) -> list[Word]:
    """The words of a paragraph outside speech."""
    return [w for w in paragraph.words if not paragraph.in_speech(w.start, w.end)]


def _names_speaker(paragraph: ParagraphContext, words: list[Word]) -> bool:
    """Whether words outside quotations contain a verb of saying or a name."""
    return _says(paragraph, words) or any(paragraph.is_capitalised_inside(word) for word in words)


def _introduces(before: ParagraphContext | None) -> bool:
    """Whether the paragraph before ends with a speaker, or with speech left open."""
    if before is None or not before.sentences:
        return False
    text, last = before.text.rstrip(), before.sentences[-1]
    if text.endswith(":") or len(before.quotations) * 2 < text.count('"') + text.count("“"):
        return True
    words = [w for w in _outside(before) if w.start >= last.start]
    return _says(before, words) or any(
        before.in_speech(s.start, s.end) for s in before.sentences[-1:]
    )


def _follows_up(behind: ParagraphContext | None) -> bool:
    """Whether the next paragraph begins by naming the speaker."""
    if behind is None or not behind.sentences:
        return False
    return _says(behind, _outside(behind)[:_OPENING_WORDS])


def _says(paragraph: ParagraphContext, words: list[Word]) -> bool:
    """Whether one of ``words`` is a verb of saying here: in *kata Rini*, but not in *laga seru*."""
    verbs = attribution_verbs()
    return any(
        w.folded in _SAYING
        or verbs.introduces(w.folded)
        or (verbs.is_attribution(w.folded) and w.folded.endswith("nya"))
        or verbs.stands_at(paragraph.text, w.start, paragraph.copy.end)
        for w in words
    )


RULES = (
    ReleaseRule(
        code="F22",
        id="quote-no-attribution",
        name="Kutipan tanpa penutur",
        severity=Severity.WARNING,
        safety=Safety.NONE,
        why="Kutipan ini belum disertai siapa yang mengatakannya.",
        source="Kode Etik Jurnalistik Pasal 3; praktik penyuntingan",
        remark=(
            "Diam bila di paragraf itu, di akhir paragraf sebelumnya, atau di awal paragraf"
            " berikutnya ada kata kutip atau nama."
        ),
        check=_check,
        bad=(
            Example('\nBantuan disalurkan kemarin.\n"Kami siap membantu warga."\nAcara usai.'),
            Example('\n"Kami siap membantu semua warga desa ini!"'),
            Example("\nAcara usai.\n“Kami siap membantu warga.” Warga pun pulang.\nSelesai."),
        ),
        good=(
            '"Kami siap membantu warga," ujar Rini.',
            '\nBupati menjelaskan hal itu.\n"Kami siap membantu warga."\nAcara usai.',
            '\nAcara usai.\n"Kami siap membantu warga."\nHal itu disampaikan bupati kemarin.',
            '"Kami siap," katanya. "Bantuan sudah tiba di desa."',
            'Acara bertema "Bersama Membangun Desa Mandiri" usai.',
            'Rini Syarifah tersenyum. "Kami siap membantu warga."',
            '"Kami siap."',
        ),
    ),
)
