"""Spaces before and after marks: D01, D02."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE, Role
from bnews_desk.patterns import Pattern
from bnews_desk.release import Edit
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch, replacement_fix

MAX_WORD = 40
"""Longest word beside a mark that is examined, in code points."""
_REMOVE = "Hapus spasi"
_ADD = "Tambahkan spasi"

_SPACED_MARK = Pattern(r"(?<!\s)(?P<gap>\s++)(?P<mark>[,.;:!?)\]%])|(?<=[(\[])(?P<inner>\s++)")
_BEFORE_MARK = frozenset(")]}\"“”’'%")
_LABEL_WORDS = 5
_LABEL_LENGTH = 60


def _space_before_mark(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text, (start, end) = paragraph.text, paragraph.copy
    for match in _SPACED_MARK.finditer(text, start, end):
        if match["inner"] is not None:
            inner, behind = match.span("inner")
            if inner > start and behind < end and text[behind].isalnum():
                fix = replacement_fix(text, inner, behind, "", Safety.SAFE, _REMOVE)
                yield RuleMatch(inner - 1, behind, fixes=(fix,), message="inside")
            continue
        gap, mark = match.span("gap")[0], match.start("mark")
        if gap > start and _is_misplaced_space(paragraph, gap, mark):
            safety = Safety.OFFERED if _is_between_digits(text, gap, mark, end) else Safety.SAFE
            fix = replacement_fix(text, gap, mark, "", safety, _REMOVE)
            yield RuleMatch(gap, mark + 1, fixes=(fix,))


def _is_misplaced_space(paragraph: ParagraphContext, gap: int, mark: int) -> bool:
    text, end = paragraph.text, paragraph.copy.end
    before, char = text[gap - 1], text[mark]
    behind = text[mark + 1 : mark + 3] if mark + 1 < end else ""
    if not (before.isalnum() or before in _BEFORE_MARK):
        return char in ",;" and before in ".!?,;"
    if char == ".":
        if before.islower() and behind[:1].isupper() and behind[1:].islower():
            return True
        return not behind[:1].isalnum() and not behind.lstrip().startswith((".", "…", "/"))
    if char == ":":
        return _is_colon_of_sentence(paragraph, gap, mark, behind)
    if char == "%":
        return before.isdigit() and paragraph.role is Role.HEADLINE
    if char in "!?;":
        return not behind[:1].isalnum() and not behind.startswith((")", "-)", "=", "("))
    return True


def _is_colon_of_sentence(paragraph: ParagraphContext, gap: int, mark: int, behind: str) -> bool:
    """Whether a colon after a space belongs to a sentence, not to a label, score, smiley or
    sign."""
    if behind.startswith((")", "(", "-", "/", ":", "D", "P", "'")):
        return False
    text, start = paragraph.text, paragraph.copy.start
    if text[gap - 1].isdigit() and behind.strip()[:1].isdigit():
        return False
    if behind.strip()[:1] in ('"', "“", "”"):
        return True
    if not text[_word_start(text, gap, start) : gap].islower():
        return False
    low = max(start, gap - _LABEL_LENGTH)
    opening = max(text.rfind(char, low, gap) for char in ".;,(•|")
    if opening < 0 and low > start:
        return True
    label = text[max(opening + 1, low) : gap].split()
    return len(label) > _LABEL_WORDS or _announces(label)


def _announces(label: list[str]) -> bool:
    """Whether the words before a colon end as they do before a list or a quotation."""
    return label[-1] in {"berikut", "berikutnya", "yaitu", "yakni", "lain", "meliputi"}


def _is_between_digits(text: str, gap: int, mark: int, end: int) -> bool:
    return text[gap - 1].isdigit() and mark + 1 < end and text[mark + 1].isdigit()


SPACE_BEFORE_PUNCT = ParagraphRule(
    code="D01",
    id="space-before-punct",
    name="Spasi sebelum tanda baca",
    severity=Severity.ERROR,
    safety=Safety.SAFE,
    why="Hapus spasi sebelum tanda baca.",
    other_messages={"inside": "Hapus spasi sesudah tanda kurung buka."},
    source="tata tulis umum",
    roles=COPY_AND_HEADLINE,
    check=_space_before_mark,
    bad=(
        Example("Blitar , kata warga.", "Blitar, kata warga."),
        Example("Warga Blitar hadir .", "Warga Blitar hadir."),
        Example("Badan Pusat Statistik (BPS ) hadir.", "Badan Pusat Statistik (BPS) hadir."),
        Example("Ia sakit asam urat ( gout ) kronis.", "Ia sakit asam urat (gout) kronis."),
        Example("Siapa yang datang ?", "Siapa yang datang?"),
        Example(
            "Syarat pendaftaran itu sebagai berikut : KTP.",
            "Syarat pendaftaran itu sebagai berikut: KTP.",
        ),
        Example('Ia berkata : "Kami siap."', 'Ia berkata: "Kami siap."'),
        Example("Harga Turun 5 %\nIsi berita.", "Harga Turun 5%\nIsi berita."),
    ),
    good=(
        "\nIsi berita.\nEditor : Zainul Arifin",
        "Penyebab … akan dicari.",
        "Penyebab ... akan dicari.",
        "Laman itu berakhiran .go.id dan .id saja.",
        "Ketua : Rini",
        "Hari : Senin",
        "Skor akhir 2 : 1 untuk Arema.",
        "Terima kasih :) dan sampai jumpa ;)",
        "Harganya naik 5 % bulan ini.",
        "Kami menunggu . . . sampai sore.",
    ),
)

# The pattern begins with the marks: a search for few characters is fast.
_TIGHT_MARK = Pattern(
    r"[,;:.!?)](?=[^\W\d_])(?:(?<=[^\W_][,;:])|(?<=[)\]\"“”’%][,;])"
    r"|(?=[^\W\d_]{2})(?:(?<=[^\W_][.!?])|(?<=[)\]\"“”’%][.!?])|(?<=\))))"
)
_MARK_NAMES = {
    ",": "tanda koma",
    ";": "titik koma",
    ":": "titik dua",
    ".": "tanda titik",
    "!": "tanda seru",
    "?": "tanda tanya",
    ")": "kurung tutup",
}
_ADDRESS_PARTS = frozenset("com id net org co go ac sch info tv news js ai io html php".split())
_ADDRESS_ENDINGS = frozenset({"com", "id", "co", "net", "org", "tv", "news"})
"""After a name and a comma these are the end of a mistyped address: *Bisnis,com*."""
_SCHEMES = frozenset("http https mailto file tel ftp re".split())
_SUFFIXES = frozenset("nya ku mu kan an lah kah pun".split())


def _missing_space(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text, (start, end) = paragraph.text, paragraph.copy
    for match in _TIGHT_MARK.finditer(text, start, end):
        at = match.start()
        first, last = _word_start(text, at, start), _word_end(text, at + 1, end)
        before, behind = text[first:at], text[at + 1 : last]
        if text[last : last + 1] == "." and text[last + 1 : last + 2].isalnum():
            continue
        safety = _judge(text, first, at, before, behind)
        if safety is None:
            continue
        fix = Fix(safety, _ADD, (Edit(at + 1, at + 1, "", " "),))
        begin = first if first < at else max(start, at - 1)
        begin = at if paragraph.in_link(begin, at) else begin
        yield RuleMatch(begin, last, {"mark": _MARK_NAMES[text[at]]}, (fix,))


def _judge(text: str, first: int, at: int, before: str, behind: str) -> Safety | None:
    """How certain it is that a space is missing after the mark at ``at``; None where none is."""
    mark = text[at]
    if mark in ",;":
        return _judge_comma(text, first, at, before, behind)
    if mark == ":":
        return _judge_colon(text, first, before, behind)
    if mark == ")":
        return _judge_bracket(text, at, behind)
    return _judge_stop(text, first, mark, before, behind)


def _judge_comma(text: str, first: int, at: int, before: str, behind: str) -> Safety | None:
    if text[at] == ";" and first > 0 and text[first - 1] in "&#":
        return None
    if len(behind) == 1 and (len(before) == 1 or before.isdigit()):
        return None
    if text[at] == "," and behind in _ADDRESS_ENDINGS and before[:1].isupper():
        return None
    return Safety.SAFE


def _judge_colon(text: str, first: int, before: str, behind: str) -> Safety | None:
    if len(before) < 2 or len(behind) < 2 or not before.isalpha():
        return None
    if (before.isupper() and behind.isupper()) or before.casefold() in _SCHEMES:
        return None
    if first > 0 and text[first - 1] in "[:{<@":
        return None
    return Safety.SAFE if before.islower() else Safety.OFFERED


def _judge_bracket(text: str, at: int, behind: str) -> Safety | None:
    opening = text.rfind("(", max(0, at - 200), at)
    if opening < 0 or text.find(")", opening, at) >= 0 or behind.casefold() in _SUFFIXES:
        return None
    inside = text[opening + 1 : at]
    if opening > 0 and text[opening - 1].isalpha() and inside.islower():
        return None
    if inside.isalpha() and inside.islower() and len(inside) <= 4:
        return None
    return Safety.SAFE if " " in inside or inside.isupper() else Safety.OFFERED


def _judge_stop(text: str, first: int, mark: str, before: str, behind: str) -> Safety | None:
    if not (behind[0].isupper() and behind[1:].islower()):
        return None
    if behind.casefold() in _ADDRESS_PARTS:
        return None
    if not before:
        return Safety.SAFE
    if before.isdigit():
        is_year = len(before) == 4 and before[:2] in ("19", "20") and mark == "."
        return Safety.SAFE if is_year and first and text[first - 1] == " " else None
    if not before[-1].isalpha() or len(before) == 1:
        return None
    if before.islower():
        is_chained = first > 1 and text[first - 1] == "." and text[first - 2].isalnum()
        return None if is_chained and len(before) < 4 else Safety.SAFE
    return _judge_after_capital(text, first, mark, before, behind)


def _judge_after_capital(
    text: str, first: int, mark: str, before: str, behind: str
) -> Safety | None:
    """The same where a name, a degree or an acronym precedes the mark: ``Yahoo!Finance``,
    ``S.Pd.Ketua``."""
    if mark == "!" or (first > 0 and text[first - 1] in ".-@/"):
        return None
    if len(behind) <= 3 and len(before) <= 4:
        return None
    if before[-1].isupper() and before[:-1].islower():
        return None  # a word joined to a site's name: *dariU.Today*
    return Safety.SAFE if len(before) > 4 and len(behind) > 3 else Safety.OFFERED


def _word_start(text: str, at: int, start: int) -> int:
    low = max(start, at - MAX_WORD)
    while at > low and text[at - 1].isalnum():
        at -= 1
    return at


def _word_end(text: str, at: int, end: int) -> int:
    high = min(end, at + MAX_WORD)
    while at < high and text[at].isalnum():
        at += 1
    return at


NO_SPACE_AFTER_PUNCT = ParagraphRule(
    code="D02",
    id="no-space-after-punct",
    name="Spasi sesudah tanda baca",
    severity=Severity.ERROR,
    safety=Safety.SAFE,
    why="Tambahkan spasi sesudah {mark}.",
    source="tata tulis umum",
    roles=COPY_AND_HEADLINE,
    check=_missing_space,
    bad=(
        Example("Warga Garum,Nglegok, dan Doko hadir.", "Warga Garum, Nglegok, dan Doko hadir."),
        Example("Semua warga hadir.Acara lalu dimulai.", "Semua warga hadir. Acara lalu dimulai."),
        Example("Baca di www.b-news.id,Warga hadir.", "Baca di www.b-news.id, Warga hadir."),
        Example("Siapa yang hadir?Warga menunggu.", "Siapa yang hadir? Warga menunggu."),
        Example("Ada tiga syarat:pertama, KTP.", "Ada tiga syarat: pertama, KTP."),
        Example(
            "Badan Pusat Statistik (BPS)siap membantu.",
            "Badan Pusat Statistik (BPS) siap membantu.",
        ),
        Example(
            '"Kami siap membantu warga,"ujarnya,lalu pergi.',
            '"Kami siap membantu warga,"ujarnya, lalu pergi.',
        ),
        Example(
            "Itu terjadi pada Rabu (13/11/2024).Warga hadir.",
            "Itu terjadi pada Rabu (13/11/2024). Warga hadir.",
        ),
    ),
    good=(
        "Siti, S.Pd., M.Si. hadir bersama A.H. Nasution.",
        "Budi, S.Pd.I, M.Sc dan A.H.Nasution hadir.",
        "Baca di B-news.id, b-news.id/berita, atau https://b-news.id/Berita,12.",
        "Ada 1.720 pegawai pada pukul 09.30 dengan Rp5.000,00 di berkas Daftar.Final.docx.",
        "Surat a.n. Bupati, d.a. Kantor, s.d. Jumat, u.p. Camat.",
        "Ia membaca Yahoo!News dan Tirto.Id, dikutip dariU.Today.",
        "Titik a,b,c dan x,y pada bidang.",
        "Berita itu dimuat Bisnis,com kemarin.",
        "Pemain CS:GO dan Re:Zero bertemu.",
        "Surat (ASN)nya, (ber)main, orang(tua)nya.",
        "Senyawa 2,3-dimetil dan R&amp;D.",
        "[Gambas:Video 20detik]",
        "Menang 2:1 pada menit 09:30.",
    ),
)

RULES = (SPACE_BEFORE_PUNCT, NO_SPACE_AFTER_PUNCT)
