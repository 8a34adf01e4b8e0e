"""Forms of address in running text: honorifics (E26), and the newsroom's own *kami* (E27)."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.rules.word_positions import gap_before, is_verbal, positions_of, sentence_at
from bnews_desk.text import QUOTE_MARKS, Word

_HONORIFICS = frozenset({"bapak", "bpk", "bu", "ibu", "pak", "yth"})
_OFFICES = frozenset(
    "bupati camat danramil dandim dirjen direktur dokter dosen gubernur hakim jaksa kabag kabid"
    " kades kadin kadinas kadis kajari kapolda kapolres kapolresta kapolri kapolsek kasat kepala"
    " ketua lurah menko menteri pj plt presiden rektor sekda sekretaris wabup wagub wakil wali"
    " walikota wapres wawali".split()
)
_HE = frozenset({"beliau"})
_PROPHETS = Pattern(
    r"(?<![^\W_])(?:Nabi|Rasul\w*|SAW|hadis|Yesus|Wali Songo|Sunan|wali Allah)(?![^\W_])"
)
_BEFORE_HIM = frozenset(
    "bagi bahwa bersama dari dengan kepada oleh pada sebelum seperti tentang terhadap untuk".split()
)
"""After one of these *beliau* becomes *dia*."""
_EDGES = (*QUOTE_MARKS, "'", "‘", "’")
"""Marks before the first word of speech."""
_WE = frozenset({"kami", "kita", "saya"})


def _check_honorific(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    words, text = paragraph.words, paragraph.text
    for at in positions_of(paragraph, _HONORIFICS):
        if at + 1 >= len(words):
            continue
        word, office = words[at], words[at + 1]
        if not word.text[0].isupper() or not office.text[0].isupper():
            continue
        if office.folded not in _OFFICES or gap_before(paragraph, at + 1) not in ("", "."):
            continue
        if paragraph.in_quotation(word.start, office.end):
            continue
        new, old = office.text, text[word.start : office.end]
        fix = replacement_fix(
            text, word.start, office.end, new, Safety.OFFERED, f"Hapus “{word.text}”"
        )
        said = old[: len(old) - len(new)].strip()
        yield RuleMatch(word.start, office.end, {"text": said, "right": new}, (fix,))


def _check_pronoun(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    found = positions_of(paragraph, _HE)
    if not found or _PROPHETS.search(paragraph.text):
        return
    for at in found:
        word = paragraph.words[at]
        if paragraph.in_quotation(word.start, word.end) or paragraph.is_capitalised_inside(word):
            continue
        rights = _pronouns(paragraph, at, word)
        fixes = tuple(
            replacement_fix(paragraph.text, word.start, word.end, right, Safety.OFFERED)
            for right in rights
        )
        yield RuleMatch(
            word.start, word.end, {"text": word.text, "right": rights[0]}, fixes, message="pronoun"
        )


def _pronouns(paragraph: ParagraphContext, at: int, word: Word) -> tuple[str, ...]:
    """The replacement: *ia* for a subject, *dia* elsewhere; both where that is unclear."""
    words = paragraph.words
    if word.start in paragraph.sentence_starts:
        return ("Ia",) if word.text[0].isupper() else ("ia",)
    before = words[at - 1].folded if at else ""
    if before in _BEFORE_HIM - {"bahwa", "sebelum"} and not gap_before(paragraph, at):
        return ("dia",)
    after = (
        words[at + 1].folded if at + 1 < len(words) and not gap_before(paragraph, at + 1) else ""
    )
    is_subject = gap_before(paragraph, at) == "," or before in (
        "bahwa",
        "agar",
        "karena",
        "ketika",
        "saat",
    )
    return ("ia", "dia") if is_subject or is_verbal(after) else ("dia", "ia")


def _check_any_honorific(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    yield from _check_honorific(paragraph)
    yield from _check_pronoun(paragraph)


def _check_we(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    """Report *kami*, at most once in a sentence."""
    behind, text = -1, paragraph.text
    found = positions_of(paragraph, _WE)
    if not found or sum(map(text.count, QUOTE_MARKS)) % 2:
        return
    for at in found:
        word = paragraph.words[at]
        if word.start < behind or paragraph.in_quotation(word.start, word.end):
            continue
        if text[word.start - 1 : word.start] in _EDGES:
            continue
        if (
            paragraph.is_capitalised_inside(word)
            or word.text.isupper()
            or _is_in_title(paragraph, at)
        ):
            continue
        behind = sentence_at(paragraph, word.start).end
        message = "" if word.folded == "kami" else word.folded
        values = {"text": word.text[0].upper() + word.text[1:].lower()}
        yield RuleMatch(word.start, word.end, values, message=message)


def _is_in_title(paragraph: ParagraphContext, at: int) -> bool:
    """Whether *Kita Bisa* at the start of a sentence may be the name of something."""
    words = paragraph.words
    if not words[at].text[0].isupper() or at + 1 >= len(words) or gap_before(paragraph, at + 1):
        return False
    return words[at + 1].text[0].isupper()


RULES = (
    ParagraphRule(
        code="E26",
        id="honorific",
        name="Sapaan hormat",
        severity=Severity.SUGGESTION,
        safety=Safety.OFFERED,
        why="Dalam berita, sapaan “{text}” tidak dipakai; cukup “{right}”.",
        other_messages={"pronoun": "Dalam berita, “{text}” ditulis “{right}” atau sebut namanya."},
        source="praktik penyuntingan",
        check=_check_any_honorific,
        needs=Needs(words=_HONORIFICS | _HE),
        bad=(
            Example("Acara dibuka Bapak Bupati.", "Acara dibuka Bupati."),
            Example("Rapat dihadiri Bpk. Camat Talun.", "Rapat dihadiri Camat Talun."),
            Example("Ibu Lurah membuka posyandu.", "Lurah membuka posyandu."),
            Example("Beliau berharap panen naik.", "Ia berharap panen naik."),
            Example("Piala diserahkan kepada beliau.", "Piala diserahkan kepada dia."),
            Example("Menurutnya, beliau akan hadir.", "Menurutnya, ia akan hadir."),
        ),
        good=(
            '"Kami menunggu Bapak Bupati dan beliau sudah di jalan," katanya.',
            "Ibu Kota Nusantara dan Bapak Koperasi Indonesia dibahas.",
            "Ibu-ibu PKK, Bu Tini, dan Pak Slamet hadir.",
            "Nabi Muhammad lahir di Makkah dan beliau wafat di Madinah.",
            "Ia seorang ibu kepala keluarga.",
            'Spanduk itu bertuliskan "Bapak Bupati".',
        ),
    ),
    ParagraphRule(
        code="E27",
        id="reporter-we",
        name="“Kami” di luar kutipan",
        severity=Severity.SUGGESTION,
        safety=Safety.NONE,
        why="“{text}” di luar kutipan membuat redaksi tampak sebagai pengirim rilis; sebut"
        " lembaganya.",
        other_messages={
            "kita": "“{text}” di luar kutipan mengikutsertakan redaksi dan pembaca; sebut siapa"
            " yang dimaksud.",
            "saya": "“{text}” di luar kutipan adalah kata penutur; jadikan kutipan atau sebut"
            " orangnya.",
        },
        source="praktik penyuntingan",
        check=_check_we,
        needs=Needs(words=_WE),
        bad=(
            Example("Kami mengimbau warga hemat air."),
            Example("Menurut dia, program kita sudah berjalan."),
            Example("Atas dukungan warga, saya berterima kasih."),
        ),
        good=(
            '"Kami mengimbau warga hemat air," kata Rina.',
            "Rina berkata, “Ini desa kita bersama dan kami menjaganya.”",
            "Lagu Tanah Air Kita dan gerakan Kita Bisa digelar.",
            'Tema acara itu "Bumi Kita".',
            "Mereka mengimbau warga; kekitaan, sayang.",
        ),
    ),
)
