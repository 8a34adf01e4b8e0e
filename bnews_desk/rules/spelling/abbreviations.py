"""Abbreviations of running text without their full stops: *dll*, *s/d*, *Jl Merdeka* (C32)."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE, Role
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.text import Word

_STOPPED = frozenset("dll dsb dst dkk hlm yth ttd ybs tsb".split())
"""Abbreviations with one full stop, at their end."""
_OPENINGS = frozenset("asdut")
"""The first letters of *a.n.*, *s.d.*, *dll.*, *u.p.* and *tsb.*"""
_ROADS = frozenset({"jl", "jln", "gg"})
_ADDRESSES = frozenset({"jl", "jln", "jalan", "gg", "gang", "perumahan", "komplek", "kompleks"})
_MOST_BETWEEN = 6
"""Most words in a street's name before its number."""
_STOPS_INSIDE = Pattern(r"(?<![\w.])(?:[Dd]\.[lk]\.[lk]|[Dd]\.s\.[bt]|[Tt]\.[st]\.[bd])\.?(?!\w)")
_PAIR = Pattern(
    r"(?<![\w./-])(?:[Aa][/.]n|[Ss][/.]d|[Dd][/.]a|[Uu][/.][pb])\.?(?![\w/-]|\.[^\W_])(?!\s?%)"
)
_PLAIN = {"a.n.": "atas nama", "s.d.": "sampai dengan", "d.a.": "dengan alamat"}
_SIGNS = frozenset("-/@_&'’")


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text = paragraph.text
    for i, word in enumerate(paragraph.words):
        if word.folded in _STOPPED:
            if _lacks_stop(paragraph, word):
                yield _with_stop(paragraph, word)
        elif word.folded in _ROADS:
            if _lacks_stop(paragraph, word) and _opens_address(paragraph, i):
                yield _with_stop(paragraph, word)
        elif word.folded in _OPENINGS:
            if text[word.end : word.end + 1] in ("/", "."):
                yield from _in_letters(paragraph, word.start)
        elif word.text == "No" and _is_house_number(paragraph, i):
            yield _with_stop(paragraph, word)


def _in_letters(paragraph: ParagraphContext, at: int) -> Iterator[RuleMatch]:
    """Report *d.l.l.* and *s/d*, which begin with a single letter."""
    text, end = paragraph.text, paragraph.copy.end
    match = _STOPS_INSIDE.match(text, at, end)
    if match is not None:
        letters = match.group().replace(".", "")
        yield _match(paragraph, *match.span(), f"{letters}.")
        return
    match = _PAIR.match(text, at, end)
    if match is not None:
        found = match.group()
        right = f"{found[0]}.{found[2]}."
        if found != right:
            yield _match(paragraph, *match.span(), right)


def _lacks_stop(paragraph: ParagraphContext, word: Word) -> bool:
    """Whether an abbreviation stands alone, in lower case, without a full stop."""
    text = paragraph.text
    if not (word.text[1:].islower() or word.text.islower()):
        return False
    if word.text[0].isupper() and not _may_be_capital(paragraph, word):
        return False
    behind = text[word.end : word.end + 2].lstrip()[:1]
    return (
        behind != "." and behind not in _SIGNS and text[word.start - 1 : word.start] not in _SIGNS
    )


def _may_be_capital(paragraph: ParagraphContext, word: Word) -> bool:
    return (
        word.folded == "yth" or word.folded in _ROADS or not paragraph.is_capitalised_inside(word)
    )


def _opens_address(paragraph: ParagraphContext, i: int) -> bool:
    """Whether a name or a number follows: *Jl Merdeka*."""
    after = paragraph.words[i + 1 : i + 2]
    if not after or not paragraph.text[paragraph.words[i].end : after[0].start].isspace():
        return False
    return after[0].text[0].isupper() or after[0].text[0].isdigit()


def _is_house_number(paragraph: ParagraphContext, i: int) -> bool:
    """Whether it is between a street and a number: *Jalan Merdeka No 5*."""
    word, text = paragraph.words[i], paragraph.text
    after = paragraph.words[i + 1 : i + 2]
    if not after or not after[0].text[0].isdigit() or not text[word.end : after[0].start].isspace():
        return False
    before = paragraph.words[max(0, i - _MOST_BETWEEN) : i]
    return any(other.folded in _ADDRESSES for other in before)


def _with_stop(paragraph: ParagraphContext, word: Word) -> RuleMatch:
    return _match(paragraph, word.start, word.end, f"{word.text}.")


def _match(paragraph: ParagraphContext, start: int, end: int, right: str) -> RuleMatch:
    text = paragraph.text
    safety = Safety.OFFERED if paragraph.role is Role.HEADLINE else Safety.SAFE
    fix = replacement_fix(text, start, end, right, safety)
    values = {"text": text[start:end], "right": right.lower()}
    plain = _PLAIN.get(right.lower(), "")
    return RuleMatch(start, end, values | {"plain": plain}, (fix,), message="pair" if plain else "")


RULES = (
    ParagraphRule(
        code="C32",
        id="abbrev-dots",
        name="Titik pada singkatan",
        severity=Severity.ERROR,
        safety=Safety.SAFE,
        why="Singkatan “{text}” ditulis dengan titik: “{right}”",
        other_messages={
            "pair": "Singkatan “{text}” ditulis “{right}”; dalam kalimat lebih baik “{plain}”."
        },
        source="EYD V, Singkatan 4",
        roles=COPY_AND_HEADLINE,
        check=_check,
        needs=Needs(words=_STOPPED | _ROADS | _OPENINGS | {"no"}),
        bad=(
            Example("Masa tanggap 1 s/d 5 Mei berakhir.", "Masa tanggap 1 s.d. 5 Mei berakhir."),
            Example("Alatnya (meja, kursi, dll) rusak.", "Alatnya (meja, kursi, dll.) rusak."),
            Example("Meja, kursi, dll dibawa pulang.", "Meja, kursi, dll. dibawa pulang."),
            Example("Meja, kursi, d.l.l. dibawa pulang.", "Meja, kursi, dll. dibawa pulang."),
            Example("Meja, kursi, d.s.b dibawa pulang.", "Meja, kursi, dsb. dibawa pulang."),
            Example("Rekening a/n Siti Aminah diblokir.", "Rekening a.n. Siti Aminah diblokir."),
            Example("Surat itu a.n Bupati Blitar.", "Surat itu a.n. Bupati Blitar."),
            Example("Surat dikirim u/p Camat Talun.", "Surat dikirim u.p. Camat Talun."),
            Example("Surat dikirim d/a Kantor Desa.", "Surat dikirim d.a. Kantor Desa."),
            Example("Surat untuk yth Bupati Blitar.", "Surat untuk yth. Bupati Blitar."),
            Example("Pelaku Budi dkk ditangkap.", "Pelaku Budi dkk. ditangkap."),
            Example("Kantornya di Jl Merdeka 5.", "Kantornya di Jl. Merdeka 5."),
            Example("Kantornya di Jalan Merdeka No 5.", "Kantornya di Jalan Merdeka No. 5."),
            Example("Rumahnya di Gg Melati.", "Rumahnya di Gg. Melati."),
        ),
        good=(
            "Meja, kursi, dll. dibawa ke SD Negeri 1.",
            "Surat itu a.n. Bupati, d.a. Kantor, s.d. Jumat, u.p. Camat.",
            "Warga membawa meja, kursi, dll.",
            "Kucing an, sd, da, dan up tidak ditandai; DKK Surakarta hadir.",
            "UU No 25 Tahun 2004 mengatur hal itu.",
            "Baca https://contoh.id/dll dan #dkk di sana.",
            "Tablet tambah darah (TTD) dibagikan kepada pelajar.",
            "Kode A/N-5 dan berkas s/d/c tidak diubah.",
            "Grup No Doubt manggung di Jalan Merdeka.",
            "Ia menulis data_dll dan dll-nya.",
        ),
    ),
)
