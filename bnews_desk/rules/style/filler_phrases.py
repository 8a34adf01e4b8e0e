"""Dispensable text: openers (E05), closers of releases (E33), clichés (E25)."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.patterns import Pattern
from bnews_desk.release import Edit
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch
from bnews_desk.rules.word_positions import sentence_at

_OPENER = Pattern(
    r"(?:Perlu|Seperti|Sebagaimana|Untuk) diketahui,\s|(?:Sekadar|Sebagai) informasi,\s"
    r"|Patut diapresiasi,\s|(?:Tidak|Tak) hanya sampai di situ,\s"
)
_OPENER_WORDS = ("diketahui,", "informasi,", "diapresiasi,", "di situ,")
_CLOSER = Pattern(
    r"(?<![^\W_])(?:(?:berjalan|berlangsung) (?:dengan )?(?:aman|tertib|lancar)[ ,]+"
    r"(?:tertib[ ,]+)?"
    r"(?:(?:lancar|aman)[ ,]+)?(?:dan|serta) (?:kondusif|lancar|tertib|penuh khidmat)"
    r"|dalam suasana penuh keakraban|diakhiri dengan foto bersama)(?![^\W_])"
)
_CLOSER_WORDS = ("berjalan", "berlangsung", "keakraban", "foto bersama")
_CHANGED = ("setelah", "kembali", "agar", "supaya", "berharap", "diharapkan", "dapat", "bisa")
"""A closing sentence with one of these does tell something."""
_NEAR = 200
_CLICHE = Pattern(
    r"(?<![^\W_])(?:[Oo]rang nomor satu(?: di)?|[Ss]i jago merah|[Pp]ria murah senyum"
    r"|[Ww]anita cantik|sangat sukses|sukses besar|spektakuler|memukau|fantastis)(?![^\W_])"
)
_CLICHE_WORDS = (
    "nomor satu", "jago merah", "murah senyum", "anita cantik", "sukses", "spektakuler", "memukau",
    "fantastis",
)  # fmt: skip


def _check_openers(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text = paragraph.text
    if not any(word in text for word in _OPENER_WORDS):
        return
    for sentence in paragraph.sentences:
        m = _OPENER.match(text, sentence.start, sentence.end)
        if m is None or m.end() >= sentence.end or text[m.end()].isdigit():
            continue
        if not paragraph.in_speech(*m.span()):
            said = m.group().strip(", \t\u00a0")
            new = text[m.end()].upper()
            edit = Edit(m.start(), m.end() + 1, text[m.start() : m.end() + 1], new)
            fix = Fix(Safety.OFFERED, f"Hapus “{said}”", (edit,))
            yield RuleMatch(m.start(), m.start() + len(said), {"text": said}, (fix,))


def _check_closers(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text = paragraph.text
    if not any(word in text for word in _CLOSER_WORDS):
        return
    for m in _CLOSER.finditer(text, paragraph.copy.start, paragraph.copy.end):
        sentence = sentence_at(paragraph, m.start())
        said = text[max(sentence.start, m.start() - _NEAR) : min(sentence.end, m.end() + _NEAR)]
        if not paragraph.in_speech(*m.span()) and not any(word in said for word in _CHANGED):
            yield RuleMatch(*m.span())


def _check_cliches(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text = paragraph.text
    if not any(word in text for word in _CLICHE_WORDS):
        return
    for m in _CLICHE.finditer(text, paragraph.copy.start, paragraph.copy.end):
        if not paragraph.in_quotation(*m.span()):
            said = m.group()
            yield RuleMatch(*m.span(), {"text": said[0].upper() + said[1:]})


RULES = (
    ParagraphRule(
        code="E05",
        id="filler-opener",
        name="Pembuka yang tidak perlu",
        severity=Severity.SUGGESTION,
        safety=Safety.OFFERED,
        why="Pembuka “{text}” dapat dihapus.",
        source="praktik penyuntingan",
        check=_check_openers,
        needs=Needs(texts=_OPENER_WORDS),
        bad=(
            Example("Perlu diketahui, jalan ini rusak.", "Jalan ini rusak."),
            Example("Hujan reda. Sekadar informasi, jalan dibuka.", "Hujan reda. Jalan dibuka."),
        ),
        good=(
            "Lebih lanjut, Sekda Izul menjelaskan.",
            "Sebagai informasi, 40 kursi diperebutkan.",
            "Hal itu perlu diketahui, kata dia.",
            '"Perlu diketahui, jalan kita ini rusak," katanya.',
        ),
    ),
    ParagraphRule(
        code="E25",
        id="subjective-adjective",
        name="Kata beropini atau klise",
        severity=Severity.SUGGESTION,
        safety=Safety.NONE,
        why="“{text}” berupa opini atau klise; tulis faktanya.",
        source="Kode Etik Jurnalistik Pasal 3",
        check=_check_cliches,
        bad=(
            Example("Orang nomor satu di Kabupaten Blitar itu hadir."),
            Example("Petugas memadamkan si jago merah."),
            Example("Acara itu spektakuler."),
        ),
        good=(
            "Ia juara terbaik I nomor satu putra.",
            '"Acara ini sungguh spektakuler bagi kami," katanya.',
            'Lomba itu bertajuk "Fantastis Blitar".',
        ),
        is_on=False,
        remark="Mati: batas antara opini dan pemerian bergantung pada beritanya.",
    ),
    ParagraphRule(
        code="E33",
        id="boilerplate",
        name="Kalimat basi rilis",
        severity=Severity.SUGGESTION,
        safety=Safety.NONE,
        why="Kalimat basi khas rilis; hapus bila tidak memuat kabar.",
        source="praktik penyuntingan",
        check=_check_closers,
        bad=(
            Example("Kegiatan berjalan aman, lancar, dan kondusif."),
            Example("Acara berlangsung lancar dan penuh khidmat."),
            Example("Acara diakhiri dengan foto bersama."),
        ),
        good=(
            "Situasi kembali berjalan aman dan kondusif setelah bentrokan.",
            "Ia berharap acara berjalan aman dan lancar.",
            "Perbaikan jalan berjalan dua bulan.",
        ),
        is_on=False,
        remark="Mati: menghapus kalimat bergantung pada isinya.",
    ),
)
