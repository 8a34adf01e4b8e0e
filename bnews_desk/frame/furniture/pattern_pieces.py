"""Pieces that the patterns for lines of a press release share."""

from __future__ import annotations

import re

from bnews_desk.patterns import Pattern


def any_of(*alternatives: str) -> str:
    """A group that matches one of ``alternatives``."""
    return f"(?:{'|'.join(alternatives)})"


def line(*alternatives: str) -> Pattern:
    """A pattern that matches at the start of a line, ignoring case."""
    return Pattern(any_of(*alternatives), re.IGNORECASE)


MONTH = any_of(
    "januari", "februari", "pebruari", "maret", "april", "mei", "juni", "juli", "agustus",
    "september", "oktober", "november", "nopember", "desember", "january", "february", "march",
    "may", "june", "july", "august", "october", "december",
    r"(?:jan|feb|mar|apr|jun|jul|agu|ags|agt|sep|sept|okt|nov|des)(?:\.|\b)",
)  # fmt: skip
WEEKDAY = any_of("senin", "selasa", "rabu", "kamis", "jum.?at", "sabtu", "minggu", "ahad")
SHORT_DAY = any_of(
    "sen", "sel", "rab", "kam", "jum", "sab", "min", "mon", "tue", "wed", "thu", "fri", "sat", "sun"
)
HIJRI = r"\d{1,2}\s+[^\W\d_]{3,10}(?:\s+[^\W\d_]{3,10})?\s+14\d\d\s*H"
DATE = any_of(
    rf"\d{{1,2}}(?:\s?[–—-]\s?\d{{1,2}})?\s+{MONTH}\s+\d{{4}}",
    rf"{MONTH}\s+\d{{1,2}},\s+\d{{4}}",
    r"\d{1,2}[/-]\d{1,2}[/-]\d{2,4}",
    r"\d{1,2}\.\d{1,2}\.\d{4}",
    r"20\d\d-\d\d-\d\d",
)
PHONE = r"(?:\+?62|\(?0\d{2,4}\)?)[\s.-]?\d(?:[\s.-]?\d){4,10}"
MAIL = r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
SITE = any_of(
    r"https?://\S+",
    r"www\.\S+",
    r"(?:bit\.ly|s\.id|wa\.me|t\.me|linktr\.ee|youtu\.be|forms\.gle|goo\.gl)/\S{1,200}",
    r"[\w-]{2,63}(?:\.[\w-]{2,63}){0,3}\.(?:(?:go|ac|co|or|desa|sch|mil|my|web|biz)\.id|id|com|net|org)",
)
RELEASE = any_of(
    r"(?:naskah|bahan|draft?|ralat|revisi)\s+(?:siaran|rilis)(?:\s+(?:pers|media|berita))?",
    r"(?:siaran|rilis|berita|keterangan|pernyataan|kabar|warta|bahan)\s+(?:pers|media)"
    r"(?:\s+(?:resmi|bersama))?",
    r"(?:press?|pers|media|news)[\s-]*(?:rea?lease|rilis)", r"siaran\s+berita",
    r"rilis(?:\s+(?:berita|penerangan|humas|kegiatan|resmi|khusus|bersama|akhir\s+tahun"
    r"|ungkap\s+kasus)){0,3}", "release", r"(?:materi\s+|bahan\s+)?konferensi\s+pers",
    r"talking\s+points",
    r"naskah\s+berita", r"berita\s+resmi(?:\s+statistik)?",
)  # fmt: skip
US = any_of("wartawan", "jurnalis", "media", "redaktur", "pers", "redaksi")
