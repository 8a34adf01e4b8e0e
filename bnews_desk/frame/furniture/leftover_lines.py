"""Recognises lines that are left over from the press release: letterhead, number, contact,
signature.

Each line is judged by itself, for the frame and the rules; an import judges a whole release with
``line_class``.
"""

from __future__ import annotations

import re

from bnews_desk.frame.furniture.opening_patterns import AUTHORITY
from bnews_desk.frame.furniture.pattern_pieces import MONTH
from bnews_desk.patterns import Pattern
from bnews_desk.text import Span

MAX_FURNITURE = 120
"""Greatest length of furniture in code points; a longer line is a sentence."""
MAX_HEADLINE_WORDS = 20
"""A line with more words is copy even without a full stop."""
MAX_BLOCK_LINE = 60
"""Greatest length of a line inside a letterhead or signature block, in code points."""

_OPENING_LINE = Pattern(
    r"(?:siaran\s+pers|press\s+release|rilis(?:\s+(?:pers|berita|media))?|release"
    r"|untuk\s+(?:segera\s+)?disiarkan(?:\s+(?:segera|langsung|hari\s+ini|(?:pada|tanggal|mulai|\d)[^\n]{0,40}+))?"
    r"|for\s+immediate\s+release|naskah\s+berita|berita\s+pers|pers\s+rilis)\s*"
    r"(?:$|[:.–—-]|(?:nomor|no)\b)",
    re.IGNORECASE,
)
_OPENING_CAPITALS = Pattern(r"(?:SIARAN PERS|PRESS RELEASE|RILIS PERS|PERS RILIS)\b")
_NUMBER_LINE = Pattern(
    r"(?:nomor|no\.?)\s*(?:surat\s*)?[:.]?\s*[\w.]*\d[\w.]*\s*/\s*\S+|(?:nomor|lampiran|lamp|perihal|sifat|hal"
    r"|tembusan|kepada\s+yth|yth)\b\.?\s*[:.]",
    re.IGNORECASE,
)
_ADDRESSEE_LINE = Pattern(
    r"(?:kepada\s+yth\b|yth\.\s|di\s*-?\s*tempat\.?$|(?:dengan|salam)\s+hormat,?\.?$"
    r"|assalamu.?alaikum.{0,40}$|wassalamu.?alaikum.{0,40}$)",
    re.IGNORECASE,
)
_CLOSING_LINE = Pattern(
    r"(?:hormat\s+kami|tertanda|ttd|t\.t\.d|narahubung|nara\s+hubung|contact\s+person"
    r"|kontak\s+(?:media|person|pers)|cp|informasi\s+lebih\s+lanjut(?:\s+hubungi)?|sumber|penulis"
    r"|kontributor|reporter|pewarta|publisher|fotografer)\b\s*(?:$|[:(/]|[.,]\s*$|[.,]?\s*[+\d])",
    re.IGNORECASE,
)
_BYLINE = Pattern(
    r"(?:sumber|penulis|kontributor|reporter|pewarta|publisher|fotografer)\s*[:/]\s*\S",
    re.IGNORECASE,
)
_END_LINE = Pattern(
    r"(?>(?:[#*_=~–—-]\s*){3,})$|[-–—]+\s*(?:selesai|end|sekian)\s*[-–—]+$"
    r"|demikian(?:lah)?\s+(?:siaran\s+pers|rilis|press\s+release)\b"
    r"|\(?(?:dokumentasi|foto)(?:\s+\w+){0,4}\s+terlampir\)?\.?$",
    re.IGNORECASE,
)
_GREETING_LINE = Pattern(
    r"terima\s?kasih(?:\s+banyak)?\s*(?:[.!]*$|,?\s*(?:kepada\s+)?(?:para\s+)?(?:rekan|teman|kawan"
    r"|media|wartawan|jurnalis|redaksi|atas\s+(?:perhatian|kerja|bantuan|pemuatan))\b)"
    r"|salam(?:\s+(?:hormat|hangat|takzim|redaksi|kami))?\s*(?:[,.!]?$|,\s)",
    re.IGNORECASE,
)
"""Thanks and greetings to the newsroom; a line with a quotation belongs to a speaker."""
_MAIL_LINE = Pattern(
    r"(?:from|to|cc|bcc|subject|date|sent|reply-to|dari|kepada|subjek|tembusan)\s?:(?:\s|$)"
    r"|oleh\s?:",
    re.IGNORECASE,
)
_HASHTAGS = Pattern(r"(?:#\w++[\s,;.|]*+)+$")
_DATE_LINE = Pattern(
    r"(?!(?:senin|selasa|rabu|kamis|jum.?at|sabtu|ahad|minggu)\b)"  # the day of a programme
    rf"(?:[^\W\d_]+(?: [^\W\d_]+)?,\s*)?(?:tanggal\s*:?\s*)?\d{{1,2}}\s+{MONTH}\s+\d{{4}}\.?$",
    re.IGNORECASE,
)
_CONTACT_LINE = Pattern(
    r"(?:telp|telepon|tlp|faks?|fax|e-?mail|surel|website|laman|situs|instagram|facebook|whatsapp|wa|hp)\b\.?\s*"
    r"(?:[:(/]|\.?\s*[(+]?\d)"
    r"|(?:jl\.?|jalan)\s[^\n]*\b(?:telp|telepon|tlp|fax|faks?|kode\s+pos|e-?mail|website)\b",
    re.IGNORECASE,
)
_STAFF_NUMBER = Pattern(r"NIP\b\.?\s*:?\s*\d", re.IGNORECASE)
_OFFICE = Pattern(
    r"(?:DINAS|BADAN|SEKRETARIAT|BAGIAN|KECAMATAN|KELURAHAN|KANTOR|INSPEKTORAT|RUMAH SAKIT|SATUAN"
    r"|RESOR|DAERAH|KOMANDO)\b[A-Z ,.&()-]*$"
)
_STREET = Pattern(r"(?:Jl\.?|Jalan|Jln\.?)\s")
_PHONE = Pattern(r"(?<![\w.])(?!08-\d{1,2}-\d{4})(?:\+62|08)[ -]?\d(?:[ -]?\d){7,11}(?!\w)")
_EMOJI = Pattern(
    "[\U0001f000-\U0001faff\u2600-\u26ff\u2700-\u27bf\u2b00-\u2bff][\ufe0f\u200d\U0001f3fb-\U0001f3ff"
    "\U0001f000-\U0001faff\u2600-\u27bf]*"
)


def is_furniture(line: str) -> bool:
    """Whether one line, read alone, belongs to the press release and not to the copy."""
    bare = _bare(line)
    if len(bare) > MAX_FURNITURE:
        return bool(_END_LINE.match(line.strip()))
    return bool(
        (not bare and line.strip())
        or _HASHTAGS.match(bare)
        or _MAIL_LINE.match(bare)
        or _is_greeting(bare)
        or _OPENING_LINE.match(bare)
        or (_OPENING_CAPITALS.match(bare) and bare[-1] not in ".?!")
        or _NUMBER_LINE.match(bare)
        or _ADDRESSEE_LINE.match(bare)
        or _END_LINE.match(line.strip())
        or _DATE_LINE.match(bare)
        or _CONTACT_LINE.match(bare)
        or _STAFF_NUMBER.match(bare)
        or AUTHORITY.match(bare)
        or _PHONE.fullmatch(bare.strip("() "))
        or is_closing(bare)
    )


def is_byline(line: str) -> bool:
    """Whether a line names a writer or a source; above the copy it does not open a closing
    block."""
    return bool(_BYLINE.match(_bare(line)))


def is_closing(line: str) -> bool:
    """Whether a line opens the closing block of a release: contact, signature."""
    bare = _bare(line)
    return len(bare) <= MAX_FURNITURE and bool(_CLOSING_LINE.match(bare))


def continues_letterhead(line: str) -> bool:
    """Whether a line below the first of a letterhead still belongs to it: an office, its street."""
    bare = _bare(line)
    return len(line) <= MAX_FURNITURE and bool(_OFFICE.match(bare) or _STREET.match(bare))


def continues_closing(line: str) -> bool:
    """Whether a line below the opening of a closing block belongs to it: short and not a
    sentence."""
    bare = _bare(line)
    return 0 < len(bare) <= MAX_BLOCK_LINE and bare[-1] not in '.?!"”'


def is_headline_like(line: str) -> bool:
    """Whether a line is as short as a headline and does not end like a sentence."""
    return len(line.split()) <= MAX_HEADLINE_WORDS and line.rstrip()[-1:] not in tuple('.?!…"”:;,')


def is_staff_number(line: str) -> bool:
    """Whether a line is a civil servant's number, which ends a signature."""
    return bool(_STAFF_NUMBER.match(_bare(line)))


def phone_spans(text: str) -> list[Span]:
    """The spans of mobile numbers, with or without spaces and hyphens."""
    return [Span(*m.span()) for m in _PHONE.finditer(text)]


def emoji_spans(text: str) -> list[Span]:
    """The spans of emoji and pictographs; joined ones are one span."""
    if text.isascii():
        return []
    return [Span(*m.span()) for m in _EMOJI.finditer(text)]


def _is_greeting(bare: str) -> bool:
    return (
        len(bare) <= MAX_BLOCK_LINE
        and not any(mark in bare for mark in '"“”')
        and bool(_GREETING_LINE.match(bare))
    )


def _bare(line: str) -> str:
    return line.strip(" \t\u00a0*_•·▪-–—>")
