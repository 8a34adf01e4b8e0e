"""The full stop at the end of a paragraph: D13."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.lexicon.attribution_verbs import attribution_verbs
from bnews_desk.patterns import Pattern
from bnews_desk.release import Edit
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch
from bnews_desk.text import ABBREVIATIONS

_END_MARKS = frozenset('.?!…"”:)]*_')
_LIST_ITEM = Pattern(r"\s*(?:[-–—•*·▪►>✓]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)])\s*")
_CREDIT = Pattern(
    r"(?:Editor|Penyunting|Penulis|Reporter|Redaktur|Pewarta|Penerjemah|Sumber|Foto) ?: ?"
    r"(?:[A-Z][\w.'’-]{0,30} ){0,4}[A-Z][\w.'’-]{0,30}$"
)
"""A name and what its bearer did, at the end of a paragraph; it is not a sentence."""
_LEAST_LENGTH = 40
"""Shorter paragraphs, in code points, are subheads and captions and not sentences."""
_MOST_CREDIT = 160
_LEAST_WORDS = 6
VERB = Pattern(
    r"(?<![^\W_])(?:me(?:m|n|ng|ny)?[a-z]{4,20}|di[a-z]{4,20}|ber[a-z]{4,20}|ter[a-z]{4,20}"
    r"|adalah|ialah|merupakan|punya|akan|telah|sudah|ada|bisa|dapat|harus|ingin|mulai|tidak|tak"
    r"|belum|masih)(?![^\W_])"
)
"""Words that make a sentence: a verb, recognised by its prefix, or a word that accompanies one."""
_STOP = Pattern(r"[.?!](?!\d)")
_NUMBERED = Pattern(r"(?:^|[ :])\d{1,2}\.$")
"""An item's number: what follows it is a list."""
_LEAST_TAIL = 5
"""Least number of words in the only sentence of a paragraph."""
_LEAST_FURTHER = 3
"""Least number of words in the last of several sentences."""
_GOES_ON = frozenset(
    "dan atau serta yang untuk dengan di ke dari pada oleh dalam bahwa"
    " yakni yaitu adalah ialah seperti".split()
)
"""Last words after which a sentence is cut off, so that more than the full stop is missing."""


def _unfinished(context: ReleaseContext) -> Iterator[RuleMatch]:
    for number, paragraph, at in context.collected(_unmarked_end):
        part = context.frame.parts[number]
        following = context.copy_below(number)
        if at is None or (following is None and not context.is_finished):
            continue
        if following is None or not following.text[following.copy.start :][:1].islower():
            yield _without_stop(paragraph, at, part.paragraph.start)


def _unmarked_end(paragraph: ParagraphContext) -> int | None:
    """The position of a missing full stop, unless the sentence continues below; None where none is
    missing."""
    if paragraph.role not in COPY:
        return None
    text, (start, end) = paragraph.text, paragraph.copy
    copy = text[start:end].rstrip()
    if len(copy) < _LEAST_LENGTH or copy[-1] in _END_MARKS or not _is_end(copy[-1]):
        return None
    if _LIST_ITEM.match(text, start, end) or len(paragraph.words) < _LEAST_WORDS:
        return None
    last = paragraph.words[-1]
    if last.folded in ABBREVIATIONS or last.folded in _GOES_ON or paragraph.in_link(*last[:2]):
        return None
    if not _reads_as_sentence(paragraph) or _CREDIT.search(copy[-_MOST_CREDIT:]):
        return None
    return start + len(copy)


def _is_end(char: str) -> bool:
    """Whether copy with this last character lacks a mark: after a semicolon a list continues."""
    return char.isalnum() or char in ",%"


def _reads_as_sentence(paragraph: ParagraphContext) -> bool:
    """Whether the last words of a paragraph are a sentence: with a verb, and not a title."""
    words, (_, end) = paragraph.words, paragraph.copy
    first = words[0].text[0]
    if not (first.isupper() or first.isdigit()):
        return False
    if attribution_verbs().is_attribution(words[-1].folded):
        return True
    stops = [match.end() for match in _STOP.finditer(paragraph.text, paragraph.copy.start, end)]
    start = stops[-1] if stops else paragraph.copy.start
    tail = [word for word in words if word.start >= start]
    if stops and _NUMBERED.search(paragraph.text, max(paragraph.copy.start, start - 4), start):
        return False
    is_further = bool(stops) and paragraph.text[start].isspace()
    capitals = sum(word.text[0].isupper() for word in tail)
    if len(tail) < (_LEAST_FURTHER if is_further else _LEAST_TAIL):
        return False
    if capitals * 3 > len(tail) * 2 or "  " in paragraph.text[start:end].strip():
        return False
    opens_with_verb = VERB.match(tail[0].folded) is not None
    return is_further or opens_with_verb or VERB.search(paragraph.text, start, end) is not None


def _without_stop(paragraph: ParagraphContext, at: int, offset: int) -> RuleMatch:
    text = paragraph.text
    first = at - 1 if text[at - 1] == "," else at
    edit = Edit(offset + first, offset + at, text[first:at], ".")
    fix = Fix(Safety.OFFERED, "Tambahkan titik", (edit,))
    return RuleMatch(paragraph.words[-1].start + offset, at + offset, fixes=(fix,))


SENTENCE_NO_END_MARK = ReleaseRule(
    code="D13",
    id="sentence-no-end-mark",
    name="Paragraf tanpa tanda akhir",
    severity=Severity.WARNING,
    safety=Safety.OFFERED,
    why="Paragraf belum diakhiri tanda titik.",
    source="EYD V, Tanda Titik 1",
    check=_unfinished,
    bad=(
        Example(
            "Warga Desa Ngadri menanam padi bersama camat kemarin siang",
            "Warga Desa Ngadri menanam padi bersama camat kemarin siang.",
        ),
        Example(
            "\nWarga Desa Ngadri menanam padi bersama camat kemarin siang,\nCamat Talun hadir.",
            "\nWarga Desa Ngadri menanam padi bersama camat kemarin siang.\nCamat Talun hadir.",
        ),
        Example(
            "Bupati Blitar akan meresmikan jalan desa itu pada Rabu (13/11/2024) dan warga hadir"
            " (kmfkabblt/sun)",
            "Bupati Blitar akan meresmikan jalan desa itu pada Rabu (13/11/2024) dan warga hadir."
            " (kmfkabblt/sun)",
        ),
    ),
    good=(
        "Warga Desa Ngadri menanam padi. Cek berita dan artikel lain di Google   News",
        "Berikut hasil hitung cepat yang sudah dihimpun panitia: 1. Suara masuk 100%",
        "2. Fotokopi KTP yang masih berlaku dan fotokopi kartu keluarga",
        "Jadwal Pelayanan",
        "Warga Desa Ngadri menanam padi bersama camat. Naskah ini ditulis untuk warga desa"
        " Editor: Siti Aminah",
        "Syarat yang harus dibawa warga pada saat pendaftaran ulang:",
        "\nWarga Desa Ngadri menanam padi bersama camat,\nlalu pulang ke rumah.",
        "- warga yang sudah mendaftar dan membawa fotokopi kartu keluarga",
        "Warga Desa Ngadri menanam padi bersama camat kemarin siang.",
        '"Kami semua sudah siap menanam padi bersama camat besok pagi"',
        "Cara Mendaftar Bantuan Sosial Lewat Aplikasi di Kabupaten Blitar",
    ),
)

RULES = (SENTENCE_NO_END_MARK,)
