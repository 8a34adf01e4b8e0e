"""Marks that are doubled, and double marks in one character: D04, D32."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE, Role
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.text import ABBREVIATIONS

_RUN = Pattern(r"(?<![,;:.!?…])[,;:.!?]{2,}+(?!…)")
_OUTER_STOP = Pattern(r"(?<![.\s])\.[\"”]\.(?=\s|$)")
_OPEN_WORDS = frozenset(("yaitu", "yakni", "adalah", "dan", "atau", "lain", "berikut", "ini"))
"""Words after which two full stops may stand for a colon."""
_LETTERS_BEFORE = Pattern(r"[^\W\d_]+$")
_SIGN = Pattern("[\u203c\u2049\u2047\u2048]\ufe0f?")
_PLAIN = {"\u203c": "!", "\u2049": "?", "\u2047": "?", "\u2048": "?"}


def _repeated_marks(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text, (start, end) = paragraph.text, paragraph.copy
    for match in _RUN.finditer(text, start, end):
        first, last = match.span()
        run = match.group()
        at = first - (run[0] in "!?" and text[first - 1 : first] == " ")
        if at <= start or not (text[at - 1].isalnum() or text[at - 1] in ')]"“”’%'):
            continue
        if paragraph.role is Role.HEADLINE and (last == end or run[0] in "!?"):
            continue
        answer = _mended(text, first, last, end, run)
        if answer is not None:
            new, safety = answer
            if paragraph.in_quotation(first, last) and run[0] in ".!?":
                safety = Safety.OFFERED
            fix = replacement_fix(text, first, last, new, safety, f"Ganti dengan “{new}”")
            yield RuleMatch(first, last, {"marks": run}, (fix,))
    yield from _stop_around_quote(paragraph)


def _stop_around_quote(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    """The matches for ``dijaga.".``, a full stop on both sides of the closing mark; the outer one
    goes."""
    text, (start, end) = paragraph.text, paragraph.copy
    for match in _OUTER_STOP.finditer(text, start, end):
        first, last = match.span()
        word = _LETTERS_BEFORE.search(text, max(start, first - 24), first)
        is_word = word is not None and word.group().islower() and len(word.group()) > 3
        is_sure = is_word and word is not None and word.group() not in ABBREVIATIONS
        safety = Safety.SAFE if is_sure else Safety.OFFERED
        fix = replacement_fix(text, last - 1, last, "", safety, "Hapus titik sesudah petik penutup")
        yield RuleMatch(first, last, {"marks": match.group()}, (fix,))


def _mended(text: str, first: int, last: int, end: int, run: str) -> tuple[str, Safety] | None:
    """The replacement for a run of marks and its safety; None where the run is correct."""
    kinds = set(run)
    if kinds <= {"!", "?"}:
        return _mended_call(text, last, end, run)
    if len(kinds) == 1 and run[0] in ",;:":
        is_code = run[0] == ":" and text[first - 1].isalpha() and text[last : last + 1].isalpha()
        return None if is_code else (run[0], Safety.SAFE)
    if run == "..":
        return _mended_two_stops(text, first, last, end)
    if run == ",.":
        is_end = _ends_sentence(text, last, end)
        return ("." if is_end else ",", Safety.SAFE if is_end else Safety.OFFERED)
    if run == ".,":
        return _mended_stop_comma(text, first, last, end)
    return None


def _mended_two_stops(text: str, first: int, last: int, end: int) -> tuple[str, Safety] | None:
    """Two full stops end a sentence; inside one they are a shortened ellipsis."""
    if not _ends_sentence(text, last, end):
        return None
    word = _LETTERS_BEFORE.search(text, max(0, first - 24), first)
    is_open = word is not None and word.group() in _OPEN_WORDS
    return ".", Safety.OFFERED if is_open else Safety.SAFE


def _mended_call(text: str, last: int, end: int, run: str) -> tuple[str, Safety] | None:
    """The replacement for ``!!!`` and ``??``; names like *Haikyu!!* continue in lower case; ``?!``
    is accepted."""
    if run == "?!" or _goes_on(text, last, end):
        return None
    if len(set(run)) == 1:
        return run[0], Safety.SAFE
    return "?", Safety.OFFERED


def _mended_stop_comma(text: str, first: int, last: int, end: int) -> tuple[str, Safety] | None:
    """The replacement for ``.,``, which is correct after a degree or abbreviation, and in
    ``Rp5.000.,-``."""
    if text[last : last + 1] == "-":
        return None
    before = text[max(0, first - 24) : first]
    letters = _LETTERS_BEFORE.search(before)
    if letters:
        word = letters.group()
        is_word = word.islower() and len(word) > 5 and word not in ABBREVIATIONS
        return (",", Safety.OFFERED) if is_word else None
    if not _goes_on(text, last, end) or not (text[first - 1].isdigit() or text[first - 1] == ")"):
        return None
    return (",", Safety.SAFE if text[first - 1] == ")" else Safety.OFFERED)


def _ends_sentence(text: str, last: int, end: int) -> bool:
    """Whether a sentence ends here: nothing, a closing mark or a capital follows."""
    behind = text[last : min(end, last + 6)].strip()
    if not behind:
        return True
    if behind[0] in '"”)]':
        return True
    return text[last].isspace() and (behind[0].isupper() or behind[0] in "“(")


def _goes_on(text: str, last: int, end: int) -> bool:
    behind = text[last : min(end, last + 6)]
    return behind[:1].isspace() and behind.strip()[:1].islower()


REPEATED_PUNCT = ParagraphRule(
    code="D04",
    id="repeated-punct",
    name="Tanda baca ganda",
    severity=Severity.ERROR,
    safety=Safety.SAFE,
    why="Tanda baca ganda “{marks}”; cukup satu.",
    source="tata tulis umum",
    roles=COPY_AND_HEADLINE,
    check=_repeated_marks,
    bad=(
        Example("Semua hadir,, lalu pulang.", "Semua hadir, lalu pulang."),
        Example("Semua warga sudah pulang..", "Semua warga sudah pulang."),
        Example("Warga pulang.. Acara selesai.", "Warga pulang. Acara selesai."),
        Example("Ayo hadir !!! Acara ramai.", "Ayo hadir ! Acara ramai."),
        Example("Warga senang!!! Acara selesai.", "Warga senang! Acara selesai."),
        Example("Siapa yang datang??", "Siapa yang datang?"),
        Example("Siapa yang datang!?", "Siapa yang datang?"),
        Example("Warga pulang,. Acara selesai.", "Warga pulang. Acara selesai."),
        Example('"Sungai ini harus dijaga.".', '"Sungai ini harus dijaga."'),
        Example("Syaratnya;; ada tiga:: KTP.", "Syaratnya; ada tiga: KTP."),
        Example("Pada Rabu (13/11/2024)., warga hadir.", "Pada Rabu (13/11/2024), warga hadir."),
    ),
    good=(
        "Drs. Izul Marom, M.Sc., hadir.",
        "Meja, kursi, dll., dipinjam.",
        "Surat itu a.n., bukan u.p., Bupati.",
        "Ia menunggu … lalu pulang ....",
        "Ia menunggu... lalu pulang.",
        "Ia diam.. lalu pulang.",
        'Sungai itu "harus dijaga". Warga setuju.',
        "Harganya Rp5.000.,- saja.",
        "Film Haikyu!! akan tayang.",
        "Apa benar?!",
        "Panggil std::sort di sini.",
        "Wah!!\nIsi berita.",
        "Siapa Datang?!\nIsi berita.",
    ),
)


def _signs(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text = paragraph.text
    if text.isascii():
        return
    for match in _SIGN.finditer(text, *paragraph.copy):
        first, last = match.span()
        if paragraph.in_quotation(first, last):
            continue
        new = _PLAIN[match.group()[0]]
        start = first - (text[first - 1 : first] == " ")
        fix = replacement_fix(text, start, last, new, Safety.OFFERED, f"Ganti dengan “{new}”")
        yield RuleMatch(first, last, {"sign": match.group(), "right": new}, (fix,))


SIGNS_OF_CHATS = ParagraphRule(
    code="D32",
    id="chat-mark-sign",
    name="Tanda seru dan tanya ganda",
    severity=Severity.WARNING,
    safety=Safety.OFFERED,
    why="“{sign}” berasal dari percakapan; cukup “{right}”.",
    source="praktik penyuntingan",
    roles=COPY_AND_HEADLINE,
    check=_signs,
    bad=(
        Example("Warga senang ‼️ Acara selesai.", "Warga senang! Acara selesai."),
        Example("Apakah benar⁉️", "Apakah benar?"),
        Example("Warga Panen Raya ‼\nIsi.", "Warga Panen Raya!\nIsi."),
    ),
    good=('"Ayo hadir‼️" tulisnya.', "Warga senang! Apakah benar?"),
)

RULES = (REPEATED_PUNCT, SIGNS_OF_CHATS)
