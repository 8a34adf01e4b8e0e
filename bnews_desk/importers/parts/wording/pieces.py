"""What patterns for lines of a press release are made of."""

from __future__ import annotations

import re

from bnews_desk.patterns import Pattern


def any_of(*alternatives: str) -> str:
    """A pattern for one of ``alternatives``, as a group."""
    return f"(?:{'|'.join(alternatives)})"


def line(*alternatives: str) -> Pattern:
    """A pattern for the start of a line, in whatever case."""
    return Pattern(any_of(*alternatives), re.IGNORECASE)


MONTH = any_of(
    "januari", "februari", "pebruari", "maret", "april", "mei", "juni", "juli", "agustus",
    "september", "oktober", "november", "nopember", "desember", "january", "february", "march",
    "may", "june", "july", "august", "october", "december",
    r"(?:jan|feb|mar|apr|jun|jul|agu|ags|agt|sep|sept|okt|nov|des)(?:\.|\b)",
)  # fmt: skip
WEEKDAY = any_of("senin", "selasa", "rabu", "kamis", "jum.?at", "sabtu", "minggu", "ahad")
DATE = any_of(
    rf"\d{{1,2}}(?:\s?[–—-]\s?\d{{1,2}})?\s+{MONTH}\s+\d{{4}}", r"\d{1,2}[/-]\d{1,2}[/-]\d{2,4}"
)
PHONE = r"(?:\+?62|\(?0\d{2,4}\)?)[\s.-]?\d(?:[\s.-]?\d){4,10}"
MAIL = r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
SITE = any_of(
    r"https?://\S+",
    r"www\.\S+",
    r"[\w-]{2,63}(?:\.[\w-]{2,63}){0,3}\.(?:go\.id|ac\.id|co\.id|or\.id|desa\.id|id|com)",
)
RELEASE = any_of(
    r"(?:siaran|rilis|berita|keterangan|pernyataan|kabar|warta|bahan)\s+(?:pers|media)(?:\s+(?:resmi|bersama))?",
    r"(?:press|media|news)\s+release", r"pers\s+rilis", r"siaran\s+berita", r"rilis(?:\s+berita)?",
    "release", r"rilis\s+(?:penerangan|humas|kegiatan|resmi)",
    r"naskah\s+(?:berita|rilis)", r"berita\s+resmi(?:\s+statistik)?",
)  # fmt: skip
US = any_of("wartawan", "jurnalis", "media", "redaktur", "pers", "redaksi")
