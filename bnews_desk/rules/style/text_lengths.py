"""Sentences (E18), leads (E19) and paragraphs (E20) that are too long."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY, Role
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch
from bnews_desk.text import Span

LONG_SENTENCE = 35
"""Words of a sentence above which there is a suggestion."""
VERY_LONG_SENTENCE = 45
"""Words of a sentence above which the suggestion becomes a warning."""
LONG_LEAD = 40
"""Most words of a lead; it may also have ``LEAD_SENTENCES`` sentences."""
LEAD_SENTENCES = 2
LONG_PARAGRAPH = 90
"""Most words of a paragraph; it may also have ``PARAGRAPH_SENTENCES`` sentences."""
PARAGRAPH_SENTENCES = 4
_BRACKETED = Pattern(r"\([^()]*+\)")
_LIST = Pattern(r"[;•●▪]|:\s|\s[-–]\s|\(\d\)|(?<!\w)\d{1,2}\.\s")
"""Marks of a list, which may be long."""
_NAME = Pattern(
    r"(?<![\w.'’-])[A-Z][\w.'’-]*+(?:\s(?:(?:dan|tentang|dari|di|ke)\s(?=[A-Z]))?[A-Z0-9][\w.'’-]*+)+"
)
"""A run of capitalised words: a name, an office, the title of a law."""


_GLUED = Pattern(r"[^\W\d_)][.?!](?=[A-Z][a-z])")
"""Two sentences without a space between them, where the missing space is the error."""


def _count(text: str) -> int:
    """The number of words; text in brackets is not counted, a name or a law's title counts once."""
    plain = _BRACKETED.sub(" ", text) if "(" in text else text
    return len(_NAME.sub("N", plain).split())


def _spoken(paragraph: ParagraphContext, sentence: Span) -> bool:
    return paragraph.in_speech(sentence.start, sentence.end)


def _marked(paragraph: ParagraphContext, start: int, end: int) -> tuple[int, int]:
    """The part of a stretch to mark: up to its first link, which is left alone."""
    for link in paragraph.links:
        if link.overlaps((start, end)):
            if link.start > start:
                return start, link.start
            start = link.end
    return start, end


def _check_sentences(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    if len(paragraph.words) <= LONG_SENTENCE:
        return
    for sentence in paragraph.sentences:
        text = sentence.within(paragraph.text)
        if text.count(" ") < LONG_SENTENCE or _spoken(paragraph, sentence) or _LIST.search(text):
            continue
        count = _count(text)
        if count > LONG_SENTENCE and not _GLUED.search(text):
            severity = Severity.WARNING if count > VERY_LONG_SENTENCE else None
            start, end = _marked(paragraph, *sentence)
            yield RuleMatch(start, end, {"count": str(count)}, severity=severity)


def _check_lead(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    sentences = paragraph.sentences
    if not sentences or any(_spoken(paragraph, sentence) for sentence in sentences):
        return
    start, end = sentences[0].start, sentences[-1].end
    count = _count(paragraph.text[start:end])
    start, end = _marked(paragraph, start, end)
    if count > LONG_LEAD:
        yield RuleMatch(start, end, {"count": str(count), "most": str(LONG_LEAD)})
    elif len(sentences) > LEAD_SENTENCES:
        yield RuleMatch(start, end, {"count": str(len(sentences))}, message="sentences")


def _check_paragraph(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    sentences = paragraph.sentences
    if len(sentences) <= PARAGRAPH_SENTENCES and len(paragraph.words) <= LONG_PARAGRAPH:
        return
    start, end = sentences[0].start, sentences[-1].end
    if len(sentences) > PARAGRAPH_SENTENCES:
        said = f"{len(sentences)} kalimat"
    elif (count := _count(paragraph.text[start:end])) > LONG_PARAGRAPH:
        said = f"{count} kata"
    else:
        return
    yield RuleMatch(*_marked(paragraph, start, end), {"count": said})


_LONG = (
    "Petani di lereng selatan itu menanam cabai, tomat, dan kubis secara bergiliran sepanjang tahun"
    " agar tanah tetap subur, harga tetap baik, dan pembeli dari pasar besar di kota tetap datang"
    " setiap pekan meski jalan menuju ladang itu rusak"
)
_VERY_LONG = (
    _LONG + " parah karena hujan deras yang turun hampir setiap sore sejak akhir bulan lalu"
)
_SHORT = "Panen raya dimulai pagi ini."

RULES = (
    ParagraphRule(
        code="E18",
        id="sentence-length",
        name="Kalimat panjang",
        severity=Severity.SUGGESTION,
        safety=Safety.NONE,
        why="Kalimat memuat {count} kata; pecah menjadi dua.",
        source="praktik penyuntingan",
        check=_check_sentences,
        bad=(Example(f"{_LONG}."), Example(f"{_SHORT} {_VERY_LONG}. {_SHORT}")),
        good=(
            f"{_SHORT} {_SHORT} {_SHORT} {_SHORT} {_SHORT} {_SHORT} {_SHORT} {_SHORT} {_SHORT}",
            f'"{_VERY_LONG}," kata Rina.',
            f"{_LONG}.Panen raya dimulai pagi ini dan berlangsung sampai sore.",
            "Ia merujuk pada Undang-Undang Nomor 25 Tahun 2004 tentang Sistem Perencanaan"
            " Pembangunan Nasional serta Peraturan Daerah Kabupaten Blitar Nomor 3 Tahun 2024"
            " tentang Rencana Pembangunan Jangka Panjang Daerah (dokumen perencanaan untuk dua"
            " puluh tahun).",
        ),
    ),
    ParagraphRule(
        code="E19",
        id="lead-length",
        name="Lead panjang",
        severity=Severity.SUGGESTION,
        safety=Safety.NONE,
        why="Lead memuat {count} kata; usahakan tidak lebih dari {most}.",
        other_messages={"sentences": "Lead memuat {count} kalimat; usahakan paling banyak dua."},
        source="praktik penyuntingan",
        roles=frozenset({Role.LEAD}),
        check=_check_lead,
        bad=(
            Example(f"BLITAR | B-news.id - {_VERY_LONG}."),
            Example(f"{_SHORT} {_SHORT} {_SHORT}"),
        ),
        good=(
            f"{_SHORT} {_SHORT}",
            f"\n{_SHORT}\n{_VERY_LONG}.",
            f"{_LONG}.",
        ),
    ),
    ParagraphRule(
        code="E20",
        id="paragraph-length",
        name="Paragraf panjang",
        severity=Severity.SUGGESTION,
        safety=Safety.NONE,
        why="Paragraf memuat {count}; pecah agar nyaman dibaca di ponsel.",
        source="praktik penyuntingan",
        roles=COPY,
        check=_check_paragraph,
        bad=(
            Example(f"{_SHORT} {_SHORT} {_SHORT} {_SHORT} {_SHORT}"),
            Example(f"{_VERY_LONG}. {_VERY_LONG}."),
        ),
        good=(f"{_SHORT} {_SHORT} {_SHORT} {_SHORT}", f"{_LONG}."),
        is_on=False,
        remark="Mati: panjang paragraf soal selera.",
    ),
)
