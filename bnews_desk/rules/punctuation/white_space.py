"""White space between words: D03."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE, Role
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch, replacement_fix

_ODD_SPACES = "\t\v\f\r\x1c-\x1f\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_CONTROLS = "\x00-\x08\x0e-\x1b\x7f"
_INVISIBLE = _CONTROLS + "\u00ad\u200b-\u200f\u2060\ufeff"
_SPACES = Pattern(
    rf"(?:[{_ODD_SPACES}{_INVISIBLE}]| (?=[ {_ODD_SPACES}{_INVISIBLE}]))"
    rf"[ {_ODD_SPACES}{_INVISIBLE}]*+"
)
_JOINERS = frozenset("\u200c\u200d\u200e\u200f")
_SOFT_HYPHEN = "\u00ad"
_LATIN_END = "\u0250"


_TAB = "\t"
_NUMBERED = Pattern(r"\s*(?:\d{1,3}|[a-zA-Z]|[-–•*▪·])[.)]?\s*\t")
_SENTENCE_ENDS = frozenset('.?!…"”')


def _is_table_row(text: str) -> bool:
    """Whether tabs separate the cells of a table: two of them, or one in a line that is no
    sentence."""
    numbered = _NUMBERED.match(text)
    cells = text[numbered.end() if numbered else 0 :].strip().split(_TAB)
    return len(cells) > 2 or (len(cells) == 2 and text.rstrip()[-1] not in _SENTENCE_ENDS)


def _odd_spaces(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text, (start, end) = paragraph.text, paragraph.copy
    is_row = _TAB in text and _is_table_row(text[start:end])
    for match in _SPACES.finditer(text, start, end):
        first, last = match.span()
        run = match.group()
        if is_row and _TAB in run:
            continue
        has_space = any(char.isspace() for char in run)
        is_plain = not run.strip(" ")
        if has_space and last == len(text) and not run.strip():
            continue
        if paragraph.role is Role.HEADLINE and is_plain:
            continue
        if not has_space and _joins_other_script(text, first, last, run):
            continue
        new = " " if has_space and first > 0 and last < len(text) else ""
        label = "Ganti dengan satu spasi" if new else "Hapus"
        fix = replacement_fix(text, first, last, new, Safety.SAFE, label)
        message = "" if is_plain else "invisible"
        yield RuleMatch(first, last, fixes=(fix,), message=message)


def _joins_other_script(text: str, first: int, last: int, run: str) -> bool:
    """Whether joiners and direction marks are needed: in emoji and in scripts that use them."""
    beside = text[first - 1 : first] + text[last : last + 1]
    if _SOFT_HYPHEN in run:
        return not beside.isascii()
    if not all(char in _JOINERS for char in run):
        return False
    return any(char >= _LATIN_END and not "\u2010" <= char <= "\u203a" for char in beside)


DOUBLE_SPACE = ParagraphRule(
    code="D03",
    id="double-space",
    name="Spasi ganda atau tak terlihat",
    severity=Severity.WARNING,
    safety=Safety.SAFE,
    why="Ada spasi ganda; cukup satu spasi.",
    other_messages={"invisible": "Ada tab, spasi khusus, atau karakter tak terlihat; rapikan."},
    source="tata tulis umum",
    roles=COPY_AND_HEADLINE,
    check=_odd_spaces,
    bad=(
        Example("Kabupaten  Blitar maju.", "Kabupaten Blitar maju."),
        Example("Kabupaten\tBlitar maju.", "Kabupaten Blitar maju."),
        Example("1.\tFotokopi KTP", "1. Fotokopi KTP"),
        Example("Harganya Rp\u00a05.000 saja.", "Harganya Rp 5.000 saja."),
        Example("Kabu\u200bpaten Blitar \ufeffmaju.", "Kabupaten Blitar maju."),
        Example("Kabu\x00paten \x07Blitar maju\x1b.", "Kabupaten Blitar maju."),
        Example("  Kabupaten Blitar maju.", "Kabupaten Blitar maju."),
        Example("Kabupaten\u00a0Blitar Maju\nIsi berita.", "Kabupaten Blitar Maju\nIsi berita."),
    ),
    good=(
        "Kabupaten Blitar maju.",
        "Nama\tJabatan\tPangkat",
        "Budi\tCamat Talun",
        "1.\tBudi Santoso\tS.Pd.\tdr.",
        "Kabupaten  Blitar Maju\nIsi berita.",
        "Keluarga 👨\u200d👩\u200d👧 hadir.",
        "Teks می\u200cخواهم tetap.",
    ),
)

RULES = (DOUBLE_SPACE,)
