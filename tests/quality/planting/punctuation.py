"""Errors of capitals, abbreviations, titles and punctuation (C23 to C39, D01 to D27)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

from . import Planted, Planter

Change = Callable[[re.Match[str], Random], str | None]
"""Returns the replacement for a match; None where it does not apply."""
_LINE = r"(?:Baca|Simak|Lihat|Saksikan|Tonton) (?:[Jj]uga|[Pp]ula|[Vv]ideo)"
_NO_COPY = re.compile(rf"{_LINE}|SCROLL TO|ADVERTISEMENT|https?:|www\.")
_TRIES = 12


def _behind(*words: str) -> str:
    """A look-behind for one of several words of any length."""
    return "(?:" + "|".join(f"(?<={word})" for word in words) + ")"


_SPEAKER = (
    _behind("kata ", "ujar ", "tutur ", "ungkap ") + r"[A-Z][a-z]{2,} [A-Z][a-z]{2,}(?=,? [a-z]|, )"
)


def _one_of(rule: str, *kinds: tuple[str, Change | str]) -> Planter:
    """A planter that tries kinds of places in random order, each with its change."""
    compiled = [(re.compile(pattern), change) for pattern, change in kinds]

    def plant(body: str, random: Random) -> Planted | None:
        for pattern, change in random.sample(compiled, len(compiled)):
            places = list(pattern.finditer(body))
            for place in random.sample(places, min(_TRIES, len(places))):
                new = place.expand(change) if isinstance(change, str) else change(place, random)
                if new is None or new == place.group() or _is_no_copy(body, place.start()):
                    continue
                text = body[: place.start()] + new + body[place.end() :]
                return Planted(text, place.start(), place.start() + len(new))
        return None

    return Planter(rule, plant)


def _is_no_copy(body: str, at: int) -> bool:
    """Whether a line is a link to another article or was added by the site."""
    line = body[body.rfind("\n", 0, at) + 1 : (body + "\n").find("\n", at)]
    return _NO_COPY.search(line) is not None


def _choice(*forms: str) -> Change:
    return lambda place, random: place.expand(random.choice(forms))


def _lower(place: re.Match[str], _: Random) -> str:
    return place.group().lower()


def _upper(place: re.Match[str], _: Random) -> str:
    return place.group().upper()


def _small_first(place: re.Match[str], _: Random) -> str:
    return place.group()[0].lower() + place.group()[1:]


def _titled(place: re.Match[str], _: Random) -> str:
    return " ".join(word.capitalize() for word in place.group().split())


def _dotted(place: re.Match[str], _: Random) -> str:
    return ".".join(place.group()) + "."


def _abbreviated(pairs: Sequence[tuple[str, str]]) -> Change:
    forms: dict[str, list[str]] = {}
    for form, word in pairs:
        forms.setdefault(word, []).append(form)

    def change(place: re.Match[str], random: Random) -> str | None:
        known = forms.get(place.group().lower())
        if known is None:
            return None
        form = random.choice(known)
        return form.capitalize() if place.group()[0].isupper() else form

    return change


def _spaced_quote(place: re.Match[str], random: Random) -> str:
    return random.choice((f'" {place[1]}"', f'"{place[1]} "'))


def _curly(place: re.Match[str], _: Random) -> str | None:
    return None if "“" in place.string else f"“{place[1]}”"


def _unpaired_quote(place: re.Match[str], random: Random) -> str | None:
    line_start = place.string.rfind("\n", 0, place.start()) + 1
    line = place.string[line_start : (place.string + "\n").find("\n", place.start())]
    if line.count('"') != 2 or line.count("“"):
        return None
    return random.choice((place.group()[1:], place.group()[:-1]))


_CHAT = tuple(
    pair.split("=")
    for pair in (
        "yg=yang dgn=dengan utk=untuk krn=karena sdh=sudah blm=belum tdk=tidak jg=juga dlm=dalam"
        " kpd=kepada spt=seperti sbg=sebagai hrs=harus thn=tahun bln=bulan jml=jumlah kmrn=kemarin"
        " dg=dengan pd=pada gak=tidak nggak=tidak udah=sudah"
    ).split()
)
_OUTSIDE = r"(?<=[a-z] )"
_NOT_GENERAL = "".join(
    f"(?<!{word} )"
    for word in "antan calon menjadi sebagai antor dinas ewan eks selaku para jabat rumah".split()
)
_OFFICE = r"(?:Bupati|Wali Kota|Wakil Bupati|Gubernur|Camat|Kapolres|Kepala Dinas|Kepala Desa)"
_DEGREES = (
    ", SH",
    ", SE, MM",
    ", S.Pd",
    ", M.Si",
    ", S.H, M.H",
    ", S.Sos",
    ", S.T., MT",
    ", S.E., M.M",
)
_LISTED = (
    r"(?<=[a-z] )([A-Z]?[a-z]{3,}), ([A-Z]?[a-z]{3,}), (dan|atau|serta) (?=[A-Z]?[a-z]{3,}[.,;\"”])"
)

PLANTERS = (
    _one_of(
        "title-capital",
        (rf"(?<=[a-z] ){_NOT_GENERAL}{_OFFICE}(?= [A-Z][a-z]+)", _lower),
        (rf"(?<=[a-z] ){_NOT_GENERAL}Presiden(?= (?:Prabowo|Joko|Jokowi))", _lower),
        (
            r"(?<=\bpara )(?:camat|bupati|menteri|gubernur|kepala desa|lurah)(?= [a-z]|[.,])",
            _titled,
        ),
    ),
    _one_of(
        "day-month-religion-nation-capital",
        (
            r"(?<=[a-z] )(?:Indonesia|Islam|Kristen|Katolik|Hindu|Ramadan|Pancasila)(?=[ .,])",
            _lower,
        ),
        (r"(?<=\bbahasa )(?:Indonesia|Inggris|Arab|Jawa|Jepang|Mandarin)\b", _lower),
        (r"(?<=\bsuku )(?:Jawa|Sunda|Batak|Dayak|Madura)\b", _lower),
        (_behind("perayaan ", "hari ", "malam ") + r"Natal(?=[ .,])", _lower),
    ),
    _one_of(
        "acronym-case",
        (
            r"(?<=[a-z] )(?:Polres|Polda|Polsek|Polri|Pemkab|Pemkot|Pemprov|Kapolres|Sekda)\b",
            _upper,
        ),
        (
            r"(?<=[a-z] )(?:Bawaslu|Kemenkes|Kemenag|Ipda|Iptu|Kombes|Kompol|Satpol|Dinkes)\b",
            _upper,
        ),
        (r"(?<=[a-z] )(?:puskesmas|narkoba|sembako|posyandu|ormas|lansia)\b", _upper),
    ),
    _one_of(
        "degree-form", (_SPEAKER, lambda place, random: place.group() + random.choice(_DEGREES))
    ),
    _one_of(
        "degree-comma",
        (_SPEAKER, _choice(r"\g<0> M.Sc.", r"\g<0> S.Pd.", r"\g<0> S.Sos., M.M.", r"\g<0>,M.Si.")),
        (_SPEAKER, _choice(r"\g<0>, S.E. M.M.", r"\g<0>, S.E.M.M.", r"\g<0>, S.Kep.Ns.")),
        (_SPEAKER, r"Drs., \g<0>"),
    ),
    _one_of(
        "abbrev-dots",
        (r"(?<=[a-z] )dan lain-lain(?=[ ,)](?! ?[A-Z]))", _choice("dll", "d.l.l.")),
        (r"(?<=[a-z] )dan sebagainya(?=[ ,)](?! ?[A-Z]))", "dsb"),
        (r"(?<=[a-z\d] )sampai dengan(?= [\da-z])", _choice("s/d", "s.d")),
        (r"(?<=[a-z] )(?:hingga|sampai)(?= \d)", _choice("s/d", "s.d")),
        (r"(?<=[a-z] )atas nama(?= [A-Z])", _choice("a/n", "a.n")),
        (r"(?<=[a-z] )Jalan(?= [A-Z][a-z])", _choice("Jl", "Jln")),
        (r"(?<=[a-z,] )(?:dkk|dll|dsb)\.(?=,? [a-z])", lambda place, _: place.group()[:-1]),
    ),
    _one_of("chat-abbrev", (rf"{_OUTSIDE}[a-z]{{4,8}}(?= [a-z])", _abbreviated(_CHAT))),
    _one_of(
        "initialism-dots",
        (r"(?<=[a-z] )PT(?= [A-Z][a-z]+)", _choice("PT.", "P.T.")),
        (r"(?<=[a-z] )CV(?= [A-Z][a-z]+)", "CV."),
        (r"(?<=[a-z] )(?:KPK|DPR|DPRD|BUMN|APBD|BPJS|TNI|KPU)(?= [a-z])", _dotted),
    ),
    _one_of(
        "acting-title-form",
        (r"(?<=[a-z] )(?:Plt|Pj|Plh)(?= (?:Bupati|Gubernur|Wali Kota|Kepala|Ketua))", r"\g<0>."),
        (
            r"(?<=[a-z] )(?=(?:Bupati|Gubernur|Wali Kota|Sekda|Kepala|Ketua|Direktur) [A-Z])",
            "Plt. ",
        ),
    ),
    _one_of("space-before-punct", (r"(?<=[a-z]{3})[,.?](?=\s[A-Za-z])", r" \g<0>")),
    _one_of(
        "no-space-after-punct",
        (r"(?<=[a-z]{3}), (?=[a-z]{3})", ","),
        (r"(?<=[a-z]{4})\. (?=[A-Z][a-z]{4})", "."),
        (r"(?<=[a-z])\) (?=[a-z]{4})", ")"),
    ),
    _one_of("double-space", (r"(?<=[a-z]) (?=[a-z])", _choice("  ", "\t", " \u00a0", " \u200b"))),
    _one_of(
        "repeated-punct",
        (r"(?<=[a-z]{4}),(?= [a-z])", ",,"),
        (r"(?<=[a-z]{4})\.(?= [A-Z][a-z])", _choice("..", ",.")),
        (r"(?<=[a-z]{4})[?!](?=[\" ])", r"\g<0>\g<0>"),
    ),
    _one_of("quote-unbalanced", (r'"[A-Z][^"\n]{20,200}"', _unpaired_quote)),
    _one_of(
        "bracket-unbalanced",
        (r"\(([A-Z]{2,8})\)(?= [a-z])", _choice(r"(\1", r"\1)")),
        (r"(?<= )\(([a-z]{4,}[a-z ]{0,30})\)(?=[ .,])", _choice(r"(\1", r"\1)")),
    ),
    _one_of("quote-style", (r'"([A-Z][^"“”\n]{10,200})"', _curly)),
    _one_of("quote-space", (r'(?<!\S)"([A-Z][^"\n]{20,200}[,.])"(?=\s[a-z]|\n)', _spaced_quote)),
    _one_of(
        "quote-comma-attribution",
        (r'(?<=[a-z]{3}),"(?= (?:kata|ujar|tutur|ungkap) [A-Z])', _choice('"', '",', '."', ',",')),
        (r'(?<=[a-z]{3}),"(?= (?:katanya|ujarnya|jelasnya|ungkapnya)\b)', _choice('"', '",')),
    ),
    _one_of(
        "quote-intro-comma",
        (_behind("enegaskan", "engatakan", "engungkapkan") + r', (?="[A-Z][^"\n]{10,}[.!?]")', " "),
        (r'(?<=\bberkata), (?="[A-Z][^"\n]{10,}[.!?]")', " "),
        (r'(?<=[.\n"] )"([A-Z][^"\n]{20,200}),"( [a-z]+ [A-Z][a-z]+)\.(?=\s)', r'Ia berkata "\1."'),
        (r'(?<=\n)"([A-Z][^"\n]{20,200}),"( [a-z]+nya)\.(?=\s)', r'Ia berkata "\1."'),
    ),
    _one_of("quote-capital", (r'(?<=\n")[A-Z][a-z]+(?=[a-z ,]{20,}[^"\n]*," [a-z])', _small_first)),
    _one_of(
        "sentence-no-end-mark",
        (r"(?<=[a-z]{3})\.(?=\n[A-Z\"])", lambda place, _: _stopless(place)),
    ),
    _one_of(
        "sentence-lowercase-start",
        (r"(?<=[a-z]{4}\. )[A-Z][a-z]+(?= [a-z])", _small_first),
        (r"(?<=[a-z]{3}\.\n)[A-Z][a-z]+(?= [a-z][^\n]{60,}\.\n)", _small_first),
        (r"(?<=\d\)\. )[A-Z][a-z]+(?= [a-z])", _small_first),
    ),
    _one_of(
        "comma-before-contrast",
        (r"(?<=[a-z]{2}), (?=(?:tetapi|melainkan) )", " "),
        (r"(?<=[a-z]{2}), (?=sedangkan )", " "),
    ),
    _one_of(
        "comma-after-connector",
        (
            r"((?<=\n)|(?<=[.] ))(Selain itu|Oleh karena itu|Namun|Sementara itu|Dengan demikian"
            r"|Meski demikian|Lebih lanjut|Selanjutnya|Akibatnya|Menurutnya|Untuk itu|Akan tetapi"
            r"|Di sisi lain|Karena itu|Oleh sebab itu|Sebaliknya), (?=[A-Za-z])",
            r"\1\2 ",
        ),
    ),
    _one_of(
        "title-case",
        (r"(?<=[a-z] )(?:di|ke|dari|pada|untuk|dengan|dan|yang|oleh)(?= [A-Z])", _titled),
        (r"(?<=[a-z] )[A-Z][a-z]{3,}(?= [A-Z][a-z])", _small_first),
    )._replace(is_of_headline=True),
    _one_of(
        "oxford-comma",
        (_LISTED, r"\1, \2 \3 "),
        (
            r"(?<=[a-z] )([A-Z][a-z]{3,}), ([A-Z][a-z]{3,}), dan (?=[A-Z][a-z]{3,} [a-z])",
            r"\1, \2 dan ",
        ),
    ),
    _one_of(
        "comma-before-bahwa-or-subclause",
        (_behind("akan", "ahui", "ikan", "skan", "ukan") + r" (?=bahwa )", ", "),
    ),
    _one_of(
        "allcaps-word",
        (
            r"(?<=[a-z] )(?:Bupati|Gubernur|Menteri|Camat|Presiden|Ketua|Kepala)(?= [A-Z][a-z])",
            _upper,
        ),
        (r"(?<=[a-z] )(?:Surabaya|Malang|Blitar|Jakarta|Kediri)(?=[ .,])", _upper),
    ),
    _one_of(
        "chat-markup",
        (r"(?<=[a-z] )[A-Z][a-z]+ [A-Z][a-z]+(?=[ .,])", _choice(r"*\g<0>*", r"_\g<0>_")),
        (r"(?<=[a-z] )[a-z]{4,} [a-z]{4,}(?=[ .,])", _choice(r"*\g<0>*", r"_\g<0>_", r"~\g<0>~")),
    ),
)


def _stopless(place: re.Match[str]) -> str | None:
    """Drop the final full stop of a paragraph long enough to be a sentence."""
    start = place.string.rfind("\n", 0, place.start()) + 1
    line = place.string[start : place.start()]
    return "" if len(line) > 60 and line[:1].isupper() and " " in line else None
