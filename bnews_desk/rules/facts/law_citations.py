"""Laws and regulations: the form of citations, and whether number and title belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.lexicon.word_lists import read_rows
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch, replacement_fix

_NAME = (
    r"UU|[Uu]ndang[- ][Uu]ndang|PP|Peraturan Pemerintah|Perpres|Peraturan Presiden|Inpres|Keppres"
    r"|Perppu|Permen[a-z]{2,20}|(?:Perda|Perbup|Perwali|Pergub)(?: (?!No)[A-Z][a-z]{1,20}){0,3}"
    r"|Peraturan (?:Daerah|Bupati|Gubernur|Wali Kota|Menteri)"
    r"(?: (?!No)[A-Z][a-z]{1,20}| dan){0,6}"
)
_CITATION = Pattern(
    rf"(?<![\w-])(?P<name>{_NAME})(?P<of> RI| Republik Indonesia)? "
    r"(?:(?P<word>[Nn]omor|NOMOR|[Nn]o\.?|NO\.?) ?)?(?P<number>\d{1,4})"
    r"(?:(?P<slash> ?/ ?)|(?P<tahun>,? (?:[Tt]ahun|[Tt]hn?\.?) ))(?P<year>(?:19|20)\d\d)(?!\d)"
    r"(?P<about> [Tt]entang)?"
)
_GOES_ON = Pattern(r",? (?:[Tt]entang|[Jj]un?c?to|[Jj]o\b|sebagaimana|(?:serta|dan) (?:UU|Undang))")
"""Text after a law that is part of another law's title or of a list."""
_HINT = Pattern(r"UU|ndang|Per|PP|Inpres|Keppres")
_FULL = {"uu": "Undang-Undang", "pp": "Peraturan Pemerintah"}
_LAW = "undang-undang"
_KINDS = {"perpres": "peraturan-presiden"}
_NOT_THE_ACT = Pattern(r"(?:[Pp]engganti|[Rr]ancangan) $")
"""Text before the kind of a law that makes it a bill or a regulation in lieu of a law."""
_WITHIN_IT = Pattern(r"\b(?:[Pp]asal|[Aa]yat)\b[^.;]{0,80}$")
"""Text before a law after which *tentang* may introduce the subject of an article instead."""
_BEFORE_LENGTH = 100
_TITLE_LENGTH = 100
_LONG_KEYWORD = 6
_AMENDS = ("perubahan", "pencabutan", "revisi", "penetapan", "pengesahan")
"""First words of titles that name other laws."""
_WORD = Pattern(r"\w+")


class _KnownLaw(NamedTuple):
    """A law of the register; each of its usual titles contains one of its folded ``keywords``."""

    kind: str
    title: str
    keywords: tuple[str, ...]


@cache
def _known_laws() -> dict[tuple[str, str, str], _KnownLaw]:
    """National laws and regulations by kind, number and year: ``resources/lists/peraturan.tsv``."""
    return {
        (_folded(kind), number, year): _KnownLaw(kind, title, tuple(keywords.split("|")))
        for kind, number, year, title, keywords in read_rows("peraturan.tsv")
    }


def _folded(kind: str) -> str:
    return kind.replace(" ", "-").casefold()


class _Citation(NamedTuple):
    """A law as cited; ``family`` is its kind, folded and in full."""

    match: re.Match[str]
    family: str
    offset: int
    paragraph: ParagraphContext

    @property
    def key(self) -> tuple[str, str, str]:
        """The identity of a law: kind, number and year."""
        return (self.family, self.match["number"], self.match["year"])

    @property
    def known(self) -> _KnownLaw | None:
        """The law in the register, or None."""
        text, start = self.match.string, self.match.start()
        if _NOT_THE_ACT.search(text, max(0, start - _BEFORE_LENGTH), start):
            return None
        family = _KINDS.get(self.family, self.family)
        return _known_laws().get((family, *self.key[1:]))

    @property
    def known_title(self) -> str:
        """The title in the register; '' where unknown."""
        return self.known.title if self.known else ""


def _citations(context: ReleaseContext) -> Iterator[_Citation]:
    for number, paragraph, found in context.collected(_citations_in):
        for m in found:
            family = _folded(m["name"])
            family = _folded(_FULL.get(family, family))
            yield _Citation(m, family, context.frame.parts[number].paragraph.start, paragraph)


def _citations_in(paragraph: ParagraphContext) -> tuple[re.Match[str], ...]:
    if paragraph.role not in COPY or not _HINT.search(paragraph.text):
        return ()
    return tuple(_CITATION.finditer(paragraph.text, *paragraph.copy))


def _check_form(context: ReleaseContext) -> Iterator[RuleMatch]:
    seen: set[tuple[str, str, str]] = set()
    for citation in _citations(context):
        is_first = citation.key not in seen
        seen.add(citation.key)
        if not is_first or citation.paragraph.in_speech(*citation.match.span()):
            continue
        if _is_ill_formed(citation.match):
            yield _ill_formed(citation)
        elif (
            citation.match["about"] is None
            and not _is_bracketed(citation.match)
            and not _GOES_ON.match(citation.match.string, citation.match.end())
        ):
            yield _untitled(citation)


def _is_ill_formed(m: re.Match[str]) -> bool:
    name = m["name"]
    return (
        m["word"] != "Nomor"
        or m["tahun"] != " Tahun "
        or m["about"] == " Tentang"
        or (name.casefold().startswith("undang") and name != "Undang-Undang")
    )


def _is_bracketed(m: re.Match[str]) -> bool:
    """Whether a citation is in brackets behind its subject."""
    return m.string[max(0, m.start() - 1) : m.start()] in ("(", "/")


def _written(citation: _Citation, *, with_title: bool) -> str:
    m = citation.match
    name = "Undang-Undang" if citation.family == _LAW else m["name"]
    name = _FULL.get(name.casefold(), name)
    form = f"{name}{m['of'] or ''} Nomor {m['number']} Tahun {m['year']}"
    if m["about"]:
        return form + " tentang"
    title = citation.known_title if with_title and not _is_bracketed(m) else ""
    return f"{form} tentang {title}" if title else form


def _ill_formed(citation: _Citation) -> RuleMatch:
    m, offset = citation.match, citation.offset
    form = _written(citation, with_title=False).removesuffix(" tentang")
    new = _written(citation, with_title=True)
    fix = replacement_fix(m.string, m.start(), m.end(), new, Safety.OFFERED)
    return RuleMatch(m.start() + offset, m.end() + offset, {"form": form}, (fix.shifted(offset),))


def _untitled(citation: _Citation) -> RuleMatch:
    m, offset = citation.match, citation.offset
    new = _written(citation, with_title=True)
    fixes: tuple[Fix, ...] = ()
    if citation.known_title:
        fix = replacement_fix(m.string, m.start(), m.end(), new, Safety.OFFERED)
        fixes = (fix.shifted(offset),)
    form = _written(citation, with_title=False)
    return RuleMatch(
        m.start() + offset,
        m.end() + offset,
        {"form": form},
        fixes,
        Severity.SUGGESTION,
        "title",
    )


def _check_title(context: ReleaseContext) -> Iterator[RuleMatch]:
    for citation in _citations(context):
        m, known = citation.match, citation.known
        if known is None or m["about"] is None:
            continue
        stands = _title_behind(m)
        if stands.strip() and not _may_be(stands, known) and _is_of_law(m, stands):
            values = {
                "law": f"{known.kind} Nomor {m['number']} Tahun {m['year']}",
                "title": known.title,
            }
            yield RuleMatch(m.start() + citation.offset, m.end() + citation.offset, values)


def _title_behind(m: re.Match[str]) -> str:
    """The folded words between a citation and the next one, with a space at both ends."""
    end = m.end() + _TITLE_LENGTH
    following = _CITATION.search(m.string, m.end(), end)
    return _spaced(m.string[m.end() : following.start() if following else end])


def _spaced(title: str) -> str:
    return f" {' '.join(_WORD.findall(title.casefold()))} "


def _may_be(stands: str, known: _KnownLaw) -> bool:
    """Whether a title may be the known one, shortened or with an acronym."""
    initials = "".join(word[0] for word in known.title.split() if word[0].isupper()).casefold()
    return (
        stands.startswith(tuple(f" {word} " for word in (*_AMENDS, initials)))
        or _spaced(known.title).startswith(stands)
        or any(_opening(keyword) in stands for keyword in known.keywords)
    )


def _opening(keyword: str) -> str:
    """The pattern for a keyword: a long one also matches where the next word is joined to it."""
    return f" {keyword}" if len(keyword) >= _LONG_KEYWORD else f" {keyword} "


def _is_of_law(m: re.Match[str], stands: str) -> bool:
    """Whether the text after *tentang* is a law's title and not the subject of an article."""
    if not _WITHIN_IT.search(m.string, max(0, m.start() - _BEFORE_LENGTH), m.start()):
        return True
    return any(stands.startswith(_spaced(law.title)) for law in _known_laws().values())


RULES = (
    ReleaseRule(
        code="F15",
        id="law-citation-form",
        name="Penulisan peraturan",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="Tulis “{form} tentang …” pada penyebutan pertama.",
        other_messages={
            "title": "Pada penyebutan pertama, sebut judulnya: “{form} tentang …”.",
        },
        source="EYD V, Huruf Kapital 20; gaya selingkung",
        remark=(
            "Singkatan “UU”, “Perda”, dan “Perbup” tidak dipersoalkan bila nomor dan tahunnya"
            " ditulis lengkap. Judul yang tidak disebut hanya saran."
        ),
        check=_check_form,
        bad=(
            Example(
                "Itu diatur UU No 6 tahun 2014.",
                "Itu diatur Undang-Undang Nomor 6 Tahun 2014 tentang Desa.",
            ),
            Example(
                "Sesuai UU No. 25/2004, rencana disusun.",
                "Sesuai Undang-Undang Nomor 25 Tahun 2004 tentang Sistem Perencanaan Pembangunan"
                " Nasional, rencana disusun.",
            ),
            Example(
                "Sesuai UU 25 tahun 2004 tentang rencana itu.",
                "Sesuai Undang-Undang Nomor 25 Tahun 2004 tentang rencana itu.",
            ),
            Example(
                "Undang-undang Nomor 3 Tahun 2025 tentang TNI disahkan.",
                "Undang-Undang Nomor 3 Tahun 2025 tentang TNI disahkan.",
            ),
            Example(
                "Undang-Undang nomor 3 Tahun 2025 Tentang TNI disahkan.",
                "Undang-Undang Nomor 3 Tahun 2025 tentang TNI disahkan.",
            ),
            Example(
                "Perda Kabupaten Blitar berlaku, juga Perda No 5 Tahun 2021 tentang Pajak.",
                "Perda Kabupaten Blitar berlaku, juga Perda Nomor 5 Tahun 2021 tentang Pajak.",
            ),
            Example(
                "PP nomor 28 tahun 2025 tentang izin terbit.",
                "Peraturan Pemerintah Nomor 28 Tahun 2025 tentang izin terbit.",
            ),
            Example(
                "Peraturan Bupati Blitar No. 10 Tahun 2023 tentang Tarif berlaku.",
                "Peraturan Bupati Blitar Nomor 10 Tahun 2023 tentang Tarif berlaku.",
            ),
            Example(
                "Itu amanat Undang-Undang Nomor 6 Tahun 2014.",
                "Itu amanat Undang-Undang Nomor 6 Tahun 2014 tentang Desa.",
            ),
            Example("Itu amanat Perda Nomor 6 Tahun 2022."),
        ),
        good=(
            "Undang-Undang Nomor 25 Tahun 2004 tentang Sistem Perencanaan Pembangunan Nasional"
            " berlaku; UU 25/2004 itu dijelaskan, begitu pula Undang-Undang Nomor 25 Tahun 2004.",
            "UU Nomor 6 Tahun 2014 tentang Desa dan UUD 1945 dibahas.",
            '"Kami memakai UU No 6 tahun 2014 itu," katanya.',
            "Ia dijerat Pasal 3 Undang-Undang Nomor 31 Tahun 1999 juncto Undang-Undang Nomor 20"
            " Tahun 2001 tentang Pemberantasan Tindak Pidana Korupsi.",
            "Tercantum dalam Perda Kabupaten Blitar Nomor 15 Tahun 2012, tentang Tata Ruang.",
            "Sesuai UU Desa dan UU tersebut, Perda itu sah.",
            "UU No 6/2014 Dibahas\nCamat hadir.",
            "Undang-Undang Desa (UU Nomor 6 Tahun 2014) berlaku.",
            "Ia membeli PP 20 batang pada 2021 dan Permen 5 bungkus.",
        ),
    ),
    ReleaseRule(
        code="F17",
        id="law-number-title-mismatch",
        name="Nomor dan judul undang-undang",
        severity=Severity.WARNING,
        safety=Safety.NONE,
        why="{law} adalah tentang {title}; periksa nomor atau judulnya.",
        source="JDIH",
        remark="Hanya peraturan pusat yang sering dikutip berita daerah yang dikenal.",
        check=_check_title,
        bad=(
            Example("Undang-Undang Nomor 25 Tahun 2004 tentang Pers berlaku."),
            Example("UU No. 40/1999 tentang Desa berlaku."),
            Example("UU Nomor 22 Tahun 2009 tentang Perlindungan Anak berlaku."),
            Example("Sesuai PP Nomor 94 Tahun 2021 tentang Pengupahan, ia ditegur."),
            Example("Ia dijerat Pasal 114 UU Nomor 22 Tahun 2009 tentang Narkotika."),
        ),
        good=(
            "Undang-Undang Nomor 25 Tahun 2004 tentang Sistem Perencanaan Pembangunan Nasional.",
            "UU Nomor 14 Tahun 2008 tentang KIP dan UU Nomor 6 Tahun 2014 tentang Desa.",
            "Perda Nomor 40 Tahun 1999 tentang Desa dan UU Nomor 2 Tahun 2020 tentang Pers.",
            "Ia dijerat Pasal 262 UU Nomor 1 Tahun 2023 tentang kekerasan bersama-sama.",
            "Peraturan Pemerintah Pengganti Undang-Undang Nomor 1 Tahun 2022 tentang Pemilu.",
            "UU Nomor 31 Tahun 1999 tentang Tipikor dan UU Nomor 2 Tahun 2002 tentang Polri.",
            "UU Nomor 1 Tahun 2024 tentang Perubahan Kedua atas UU Nomor 11 Tahun 2008 tentang"
            " ITE dan UU Nomor 6 Tahun 2023 tentang Cipta Kerja dibahas.",
        ),
    ),
)
