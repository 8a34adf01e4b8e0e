"""Errors of style, planted in running text outside quotations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from random import Random

from . import Planted, Planter

Change = Callable[[re.Match[str], Random], str]
_QUOTED = re.compile(r'"[^"\n]*"|“[^”\n]*”|‘[^’\n]*’|\'[^\'\n]*\'')


def swapped(body: str, rng: Random, pattern: str, change: Change | str) -> Planted | None:
    """``body`` with one match of ``pattern`` outside quotations changed."""
    quoted = [m.span() for m in _QUOTED.finditer(body)]
    places = [
        m
        for m in re.finditer(pattern, body)
        if not any(start < m.end() and m.start() < end for start, end in quoted)
        and body.count('"', 0, m.start()) % 2 == 0
    ]
    if not places:
        return None
    m = rng.choice(places)
    new = m.expand(change) if isinstance(change, str) else change(m, rng)
    return Planted(body[: m.start()] + new + body[m.end() :], m.start(), m.start() + len(new))


def one_of(choices: Iterable[tuple[str, Change | str]]) -> Callable[[str, Random], Planted | None]:
    """A planter that tries pairs of pattern and change in random order until one applies."""
    fixed = list(choices)

    def plant(body: str, rng: Random) -> Planted | None:
        for pattern, change in rng.sample(fixed, len(fixed)):
            planted = swapped(body, rng, pattern, change)
            if planted:
                return planted
        return None

    return plant


_PLEONASMS = (
    (r"(?<= )agar(?= [a-z])", "agar supaya"),
    (r"(?<= )adalah(?= [a-z])", "adalah merupakan"),
    (r"(?<= )merupakan(?= [a-z])", "adalah merupakan"),
    (r"(?<= )demi(?= [a-z])", "demi untuk"),
    (r"(?<= )seperti(?= [a-z])", "seperti misalnya"),
    (r"(?<= )antara lain(?= [a-z])", "antara lain seperti"),
    (r"(?<= )sejak(?= \d)", "sejak dari"),
    (r"(?<= )sekitar(?= \d)", "kurang lebih sekitar"),
    (r"(?<= )mengenai(?= [a-z])", "mengenai tentang"),
    (r"(?<= )para ([a-z]{4,})(?=[ ,.])", r"para \1-\1"),
    (r"(?<= )(berbagai|sejumlah|beberapa) ([a-z]{4,})(?= [a-z])", r"\1 \2-\2"),
    (r"(?<= )sangat (penting|besar|tinggi|baik|kuat)(?=[ ,.])", r"sangat \1 sekali"),
    (r"(?<= )(terbaik|tertinggi|terbesar)(?=[ ,.])", r"paling \1"),
    (r"(?<= )(disebabkan|akibat)(?: oleh)? (?=[a-z])", "disebabkan karena "),
    (r"(?<= )banyak (?=(?:warga|petani|pedagang|pelaku|pengguna)\b)", "banyak para "),
    (r"(?<= )hanya (\d+ [a-z]+)(?=[ ,.])", r"hanya \1 saja"),
)


def _honorific(m: re.Match[str], rng: Random) -> str:
    return f"{rng.choice(['Bapak', 'Ibu', 'Pak', 'Bu', 'Bpk.'])} {m.group()}"


def _doubled(m: re.Match[str], rng: Random) -> str:
    return f"{m.group()} {m.group()}"


def _foreign(m: re.Match[str], rng: Random) -> str:
    return _FOREIGN[m.group()]


_FOREIGN = {
    "peluncuran": "launching",
    "warganet": "netizen",
    "pemangku kepentingan": "stakeholder",
    "meluncurkan": "me-launching",
    "unduh": "download",
    "lokakarya": "workshop",
    "tenggat": "deadline",
    "kudapan": "snack",
    "surel": "email",
    "tautan": "link",
    "gawai": "gadget",
}


_THINGS = "objek beban hadiah tujuan pelengkap alat hiasan masalah jawaban pesaing".split()
_OTHERS = "subjek modal kewajiban sarana inti teman harapan ukuran peluang mitra".split()
_PREPOSITIONS = "di dari untuk bagi pada dalam".split()
_PLACES = "desa kota pasar sekolah sawah kantor ladang pesisir".split()


def inserted(*templates: str) -> Callable[[str, Random], Planted | None]:
    """A planter that inserts a sentence made from one of ``templates`` behind a random
    paragraph."""

    def plant(body: str, rng: Random) -> Planted | None:
        left, right = rng.sample(_PLACES, 2)
        new = rng.choice(templates).format(
            thing=rng.choice(_THINGS),
            other=rng.choice(_OTHERS),
            preposition=rng.choice(_PREPOSITIONS),
            left=left,
            right=right,
            joint=rng.choice(["dan", "atau", "ataupun", "serta"]),
        )
        ends = [i for i, char in enumerate(body) if char == "\n"] or [len(body)]
        at = rng.choice(ends)
        return Planted(f"{body[:at]}\n{new}{body[at:]}", at + 1, at + 1 + len(new))

    return plant


def either(
    *planters: Callable[[str, Random], Planted | None],
) -> Callable[[str, Random], Planted | None]:
    """A planter that tries several planters in random order."""

    def plant(body: str, rng: Random) -> Planted | None:
        order = rng.sample(planters, len(planters))
        return next(filter(None, (way(body, rng) for way in order)), None)

    return plant


_GLUED = re.compile(r"[a-z][.!?][A-Z]")


def _long_sentence(body: str, rng: Random) -> Planted | None:
    """Join sentences of one paragraph until they are too long."""
    for paragraph in rng.sample(list(re.finditer(r"[^\n]+", body)), k=body.count("\n") + 1):
        text = paragraph.group()
        if re.search(r"[\"“”'‘’():;–@]|[-–] |\d\.\s", text) or len(text.split()) < 60:
            continue
        if _GLUED.search(text) or len(re.findall(r"\b[a-z]+", text)) < 50:
            continue
        joined = re.sub(r"\.\s+(\w)", lambda m: " dan " + m.group(1).lower(), text)
        start = paragraph.start()
        return Planted(body[:start] + joined + body[paragraph.end() :], start, start + len(joined))
    return None


def _long_lead(body: str, rng: Random) -> Planted | None:
    """Join the second paragraph to the first."""
    lead, mark, rest = body.partition("\n")
    second, behind, others = rest.partition("\n")
    joined = f"{lead} {second}"
    if not mark or '"' in joined or "“" in joined or len(re.findall(r"\.\s", joined)) < 2:
        return None
    return Planted(joined + behind + others, 0, len(joined))


def _weak_lead(body: str, rng: Random) -> Planted | None:
    opening = rng.choice(
        [
            "Dalam rangka hari jadi, ",
            "Bertempat di pendopo, ",
            "Pada hari Rabu, ",
            "Sehubungan dengan hujan lebat, ",
        ]
    )
    if not body[:1].isupper():
        return None
    return Planted(opening + body, 0, len(opening))


_NO_MORE = r"(?!hanya|sekadar|saja|cuma|lagi|semata|tanpa|merupakan|sembarang|ada\b)"
_RATHER = rf"\bbukan {_NO_MORE}([a-z]+ ?[a-z]*), melainkan (?!me|di|harus|sudah|telah)([a-z]+)"
_DENIED = rf"\btidak {_NO_MORE}([^,.\n]{{5,60}}), (?:tetapi|tapi) (?!juga)"
_NOT_ONLY = r"\b([Tt]idak|[Tt]ak) (hanya|sekadar) ([^.\n\"]{5,90}?),? (?:tetapi|tapi) juga"
_BOTH = r"(?<=, )baik (di|dari|secara|untuk|dalam|oleh|bagi|pada|melalui) ([a-z ]{3,25}) maupun"
_ALTHOUGH = r"(?<=\. )(Meski|Meskipun|Walau|Walaupun) ([^,.\n\"]{8,90}), (?=[a-z])"
_FIGURES = r"(?<=[a-z] )(?<!dari )(?<!pada )(?<!usia )(?<!dalam )(?<!banyak )(\d{1,3})-(\d{1,3}) "
_SPELT = r"(?<=[a-z] )(\d{1,3}) (?:hingga|sampai) (\d{1,3}) "
_UNITS = "(?=persen|tahun|kilometer|hari|bulan|kg)"
_OFFICES = r"(?<=[a-z] )(?:Bupati|Gubernur|Presiden|Menteri|Wali Kota|Kapolres|Camat)(?= [A-Z])"

PLANTERS = (
    Planter("pleonasm", one_of(_PLEONASMS)),
    Planter(
        "bureaucratese-phrase",
        one_of(
            (
                (r"(?<=[a-z] )untuk(?= mem[a-z]+)", "dalam rangka"),
                (r"(?<=[a-z] )untuk(?= mem[a-z]+)", "dalam rangka untuk"),
                (r"(?<=, )di(?= [A-Z])", "bertempat di"),
            )
        ),
    ),
    Planter(
        "pair-tidak-tetapi",
        either(
            inserted(
                "Bagi warga, {thing} itu bukan {other}, tetapi {thing}.",
                "Kegiatan itu bukan {thing} tapi {other} bagi petani.",
                "Dana itu bukan untuk {left}, tetapi untuk {right}.",
            ),
            one_of(((_RATHER, r"bukan \1, tetapi \2"), (_DENIED, r"tidak \1, melainkan "))),
        ),
    ),
    Planter(
        "pair-tidak-hanya",
        one_of(((_NOT_ONLY, r"\1 \2 \3, namun juga"), (_NOT_ONLY, r"\1 \2 \3, melainkan juga"))),
    ),
    Planter(
        "pair-baik-maupun",
        either(
            inserted(
                "Warga datang, baik {preposition} {left} {joint} {preposition} {right}.",
                "Semua, baik warga {left} {joint} warga {right}, hadir.",
                "Warga baik {preposition} {left} {joint} {preposition} {right} hadir.",
                "Semua pihak, baik itu {left} {joint} {right}, sepakat.",
            ),
            one_of(
                (
                    (_BOTH, r"baik \1 \2 atau"),
                    (_BOTH, r"baik \1 \2 dan"),
                    (r"(?<=[a-z,] )baik (\w+) ([a-z]+) maupun \1\b", r"baik \1 \2 ataupun \1"),
                )
            ),
        ),
    ),
    Planter(
        "pair-antara-dan",
        one_of(
            (
                (r"(?<=[a-z] )(?<!di )antara ([A-Z]\w+) dan (?=[A-Z])", r"antara \1 dengan "),
                (r"(?<=[a-z] )antara (pemerintah|warga|pusat|guru) dan ", r"antara \1 dengan "),
                (_SPELT + _UNITS, r"antara \1-\2 "),
                (_FIGURES + _UNITS, r"antara \1 hingga \2 "),
            )
        ),
    ),
    Planter(
        "double-conjunction",
        one_of(
            (
                (_ALTHOUGH, r"\1 \2, namun "),
                (_ALTHOUGH, r"\1 \2, tetapi "),
                (r"(?<=\. )Karena (?!itu)([^,.\n\"]{8,90}), (?=[a-z])", r"Karena \1, maka "),
            )
        ),
    ),
    Planter(
        "pair-dari-hingga",
        one_of(
            (
                (r"\b(dari|sejak) (\d{4}) (?:hingga|sampai) (\d{4})\b", r"\1 \2-\3"),
                (_FIGURES + _UNITS, r"dari \1-\2 "),
                (r"\bdari (\w+) (?:hingga|sampai) (?!ke\b)(\w+)", r"dari \1 s/d \2"),
            )
        ),
    ),
    Planter("sentence-length", _long_sentence),
    Planter("lead-length", _long_lead),
    Planter(
        "foreign-word", one_of([(r"(?<= )(?:" + "|".join(_FOREIGN) + r")(?=[ ,.])", _foreign)])
    ),
    Planter(
        "repeated-word",
        one_of(
            (
                (r"(?<= )(?:di|ke|dari|yang|dan|pada|untuk|dengan|akan)(?= [a-z])", _doubled),
                (r"(?<= )(?:me[mn]|ber|di)[a-z]{4,9}(?= [a-z])", _doubled),
            )
        ),
    ),
    Planter(
        "honorific",
        one_of(((_OFFICES, _honorific), (r"(?<=\. )(?:Ia|Dia)(?= [a-z])", "Beliau"))),
    ),
    Planter(
        "reporter-we",
        one_of(
            (
                (r"(?<=\. )(?:Pihaknya|Ia|Dia|Mereka|Pemerintah)(?= [a-z])", "Kami"),
                (r"(?<= )(?:pihaknya|mereka)(?= [a-z])", "kami"),
            )
        ),
    ),
    Planter("lead-weak-opener", _weak_lead),
)
