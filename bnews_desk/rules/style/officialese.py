"""Officialese: *dalam rangka*, *bertempat di* (E02), and weak leads (E31)."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import Role
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.text import Word, keep_case

_WEAK = Pattern(
    r"(?:Dalam rangka|Bertempat|Pada hari|Sehubungan dengan|Berkenaan dengan)(?![\w-])",
)
_VERB = Pattern(r"(?:me(?:m|n|l|r|w|y)|ber|bel(?=ajar))[a-z]{3,}(?>(?:-[a-z]+)?)$")
_NO_VERB = frozenset(
    "berita berkah berlian bersih berkas bersama berikut berbagai beranda menara mendung mental"
    " menteri merdeka merek mereka memori menit menu member merger merah melati melayu menantu"
    " merpati mentor medan mesin".split()
)


def _check_phrases(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    words = paragraph.words
    for at in range(len(words) - 2):
        folded = words[at].folded
        if folded == "rangka" and at and words[at - 1].folded == "dalam":
            yield from _in_the_frame_of(paragraph, at - 1)
        elif folded == "bertempat" and words[at + 1].folded == "di":
            yield from _placed_in(paragraph, at)


def _opens_lead(paragraph: ParagraphContext, word: Word) -> bool:
    """Whether a word opens the lead, which E31 covers."""
    return paragraph.role is Role.LEAD and word.start == paragraph.words[0].start


def _is_joined(paragraph: ParagraphContext, first: int, last: int) -> bool:
    words, text = paragraph.words, paragraph.text
    return all(text[words[i].end : words[i + 1].start].isspace() for i in range(first, last))


def _in_the_frame_of(paragraph: ParagraphContext, at: int) -> Iterator[RuleMatch]:
    """The matches for *dalam rangka (untuk) memperingati* → *untuk memperingati*; before a noun it
    may stay."""
    words = paragraph.words
    last = at + 2 if words[at + 2].folded == "untuk" else at + 1
    if last + 1 >= len(words) or not _is_joined(paragraph, at, last + 1):
        return
    verb = words[last + 1]
    if not verb.text.islower() or verb.folded in _NO_VERB or not _VERB.match(verb.text):
        return
    start, end = words[at].start, words[last].end
    if _opens_lead(paragraph, words[at]) or paragraph.in_speech(start, end):
        return
    yield _shortened(paragraph, start, end, "untuk")


def _placed_in(paragraph: ParagraphContext, at: int) -> Iterator[RuleMatch]:
    """The matches for *(yang) bertempat di Pendopo* → *di Pendopo*."""
    words = paragraph.words
    if not _is_joined(paragraph, at, at + 2) or _opens_lead(paragraph, words[at]):
        return
    follows = at > 0 and words[at - 1].folded == "yang" and _is_joined(paragraph, at - 1, at)
    start, end = words[at - follows].start, words[at + 1].end
    if not paragraph.in_speech(start, end) and (at == 0 or words[at - 1].folded != "sering"):
        yield _shortened(paragraph, start, end, "di")


def _shortened(paragraph: ParagraphContext, start: int, end: int, right: str) -> RuleMatch:
    said = paragraph.text[start:end]
    fix = replacement_fix(paragraph.text, start, end, keep_case(said, right), Safety.OFFERED)
    values = {"text": said[:1].upper() + said[1:], "right": right}
    return RuleMatch(start, end, values, (fix,), message="place" if right == "di" else "")


def _check_opening(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    if not paragraph.words:
        return
    opening = _WEAK.match(paragraph.text, paragraph.words[0].start, paragraph.copy.end)
    if opening and not paragraph.in_quotation(*opening.span()):
        yield RuleMatch(*opening.span(), {"text": opening.group()})


BUREAUCRATESE = ParagraphRule(
    code="E02",
    id="bureaucratese-phrase",
    name="Ragam bahasa birokrasi",
    severity=Severity.SUGGESTION,
    safety=Safety.OFFERED,
    why="“{text}” dapat diringkas menjadi “{right}”.",
    other_messages={"place": "“{text}” cukup ditulis “{right}”."},
    source="praktik penyuntingan",
    check=_check_phrases,
    needs=Needs(words=("rangka", "bertempat")),
    bad=(
        Example(
            "\nIsi lead.\nLomba digelar dalam rangka memperingati HUT RI.",
            "\nIsi lead.\nLomba digelar untuk memperingati HUT RI.",
        ),
        Example(
            "\nIsi lead.\nRapat digelar dalam rangka untuk menyusun anggaran.",
            "\nIsi lead.\nRapat digelar untuk menyusun anggaran.",
        ),
        Example(
            "\nIsi lead.\nDalam rangka meningkatkan produksi, petani dilatih.",
            "\nIsi lead.\nUntuk meningkatkan produksi, petani dilatih.",
        ),
        Example(
            "\nIsi lead.\nAcara digelar Rabu, bertempat di Pendopo.",
            "\nIsi lead.\nAcara digelar Rabu, di Pendopo.",
        ),
        Example(
            "\nIsi lead.\nBertempat di Pendopo, acara dibuka.",
            "\nIsi lead.\nDi Pendopo, acara dibuka.",
        ),
        Example("Bupati membuka rapat yang bertempat di aula.", "Bupati membuka rapat di aula."),
    ),
    good=(
        "Lomba digelar dalam rangka HUT RI dan dalam rangka peringatan hari jadi.",
        "Dalam rangka memperingati HUT RI, Pemkab menggelar lomba.",
        "Lomba itu dalam rangka Bersih Desa; dalam rangka bersih desa, warga datang.",
        'Ia berkata, "Kegiatan ini dalam rangka memperingati hari jadi."',
        "Penonton hadir dalam rangkaian acara dan bertempat tinggal di Talun.",
        "Rangka baja itu kuat, dalam rangka, menurut dia, mereka.",
    ),
    remark="Daftar ragam birokrasi selebihnya tidak dipasang: maknanya bergantung pada konteks.",
)

WEAK_LEAD = ParagraphRule(
    code="E31",
    id="lead-weak-opener",
    name="Pembuka lead yang lemah",
    severity=Severity.SUGGESTION,
    safety=Safety.NONE,
    why="Lead dibuka dengan “{text}”; mulai dengan pelaku atau peristiwanya.",
    source="praktik penyuntingan",
    roles=frozenset({Role.LEAD}),
    check=_check_opening,
    bad=(
        Example("Dalam rangka HUT ke-79 RI, Pemkab Blitar menggelar lomba."),
        Example("BLITAR | B-news.id - Bertempat di Pendopo, Bupati membuka rapat."),
        Example("Pada hari Rabu (13/11/2024), Bupati membuka rapat."),
        Example("Sehubungan dengan kemarau panjang, warga diminta hemat air."),
    ),
    good=(
        "Pemerintah Kabupaten Blitar menggelar lomba dalam rangka HUT RI.",
        "Pada 2024, jumlah wisatawan naik.",
        "Dalam rangkaian hari jadi, Pemkab menggelar lomba.",
        "\nIsi lead.\nDalam rangka HUT RI, lomba digelar.",
        '"Dalam rangka" menjadi judul pameran itu.',
    ),
)

RULES = (BUREAUCRATESE, WEAK_LEAD)
