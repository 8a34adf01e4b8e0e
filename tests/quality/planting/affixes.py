"""Errors of affixes, particles, bound forms, reduplications, compounds and words (C01 to C22,
C40)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from random import Random

from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.lexicon.word_lists import read_list

from . import Planted, Planter

_Change = Callable[[re.Match[str], Random], str | None]
"""Returns the replacement for a match; None where it does not apply."""
_RELATED = re.compile(
    r"\b(?:[Bb]aca|[Ss]imak|[Ll]ihat|[Ss]aksikan|[Tt]onton) (?:[Jj]uga|[Pp]ula|[Vv]ideo)"
)
_TRIES = 12
_PLACES = (
    "mana sini sana situ atas bawah dalam luar depan belakang samping antara seluruh tengah sekitar"
    " berbagai setiap sejumlah wilayah lingkungan kabupaten kecamatan desa kota lokasi rumah"
    " sekolah kantor jalan pasar bidang tingkat".split()
)
_GOALS = (
    "mana sini sana situ atas bawah dalam depan belakang arah rumah sekolah kantor lokasi kota desa"
    " wilayah seluruh berbagai sejumlah daerah tempat".split()
)
_BEARERS = (
    "apa siapa bagaimana berapa kapan mana itu ini sudah bukan tidak mampu bisa akan benar mereka"
    " dia kita kami saya baru mari haruskah perlu boleh begitu demikian jika entah mungkin hanya"
).split()
_COUNTED = (
    "orang hari bulan tahun kapita kilogram unit hektare jam minggu pekan menit detik liter meter"
    " kilometer ton ekor lembar keluarga barel saham kasus".split()
)
_NOT_NYA = frozenset("hanya tanya punya bertanya ditanya menanya penanya karenanya".split())
_FORMS = "antar|pasca|non|multi|sub|pra"
_WHOLE = frozenset(
    "antara antariksa antarkan antarai pramuka pranata prakarsa prakiraan praktik praktis praduga"
    " prasasti prasarana prahara subsidi subuh subur subjek substansi substitusi nonton nona"
    " multi prabayar prajurit pramugari prasetya prasejarah prasyarat".split()
)


def planter(rule: str, pattern: str, change: _Change) -> Planter:
    """A planter that changes one match of ``pattern`` in the body."""
    compiled = re.compile(pattern)

    def plant(body: str, random: Random) -> Planted | None:
        places = [m for m in compiled.finditer(body) if not _is_in_related(body, m.start())]
        for place in random.sample(places, min(_TRIES, len(places))):
            new = change(place, random)
            if new is not None and new != place.group():
                text = body[: place.start()] + new + body[place.end() :]
                return Planted(text, place.start(), place.start() + len(new))
        return None

    return Planter(rule, plant)


def _is_in_related(body: str, at: int) -> bool:
    """Whether a line links to another article, whose headline is not corrected."""
    line = body[body.rfind("\n", 0, at) + 1 : (body + "\n").find("\n", at)]
    return _RELATED.search(line) is not None


@cache
def _lexicon() -> Lexicon:
    return Lexicon()


@cache
def _wrong_forms(rule: str) -> dict[str, list[str]]:
    """The wrong forms of a rule's rows by their correct form, for rows with only one."""
    found: dict[str, list[str]] = {}
    rows = list(read_list("kata_baku.tsv"))
    if rule in ("C18", "C19"):
        rows += [
            row._replace(rule="C18" if " " in row.replacements[0] else "C19")
            for row in read_list("gabungan_imbuhan.tsv")
        ]
    for row in rows:
        is_pair = len(row.replacements) == 1 and not row.neighbours and not row.is_off
        if row.rule == rule and is_pair and not row.notes & _PREPOSITIONS:
            found.setdefault(row.replacements[0], []).append(row.form)
    return found


_PREPOSITIONS = {"eyd-kata-depan", "eyd-pun"}
"""Notes of rows reported by C01, C03 and C05."""


def _words_of(forms: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, forms), key=len, reverse=True))


def _of_rows(rule: str) -> Planter:
    """A planter that replaces correct forms of a list by wrong ones."""
    wrong = _wrong_forms(rule)

    def change(place: re.Match[str], random: Random) -> str | None:
        return random.choice(wrong[place.group()])

    return planter(rule, rf"(?<![\w-])(?:{_words_of(wrong)})(?![\w-])", change)


def _glued(place: re.Match[str], random: Random) -> str:
    return place.group().replace(" ", "", 1)


def _cut(place: re.Match[str], random: Random) -> str:
    return f"{place.group(1)} {place.group(2)}"


def _cut_confix(place: re.Match[str], random: Random) -> str | None:
    known = place.group().casefold() in _lexicon().confixed_nouns
    return _cut(place, random) if known else None


def _cut_passive(place: re.Match[str], random: Random) -> str | None:
    verb = place.group(2)
    is_verb = verb.endswith("kan") or verb in _lexicon().passive_stems
    return _cut(place, random) if is_verb else None


def _cut_or_tie(place: re.Match[str], random: Random) -> str:
    return place.group(1) + random.choice((" ", " ", "-")) + place.group(2)


def _cut_nya(place: re.Match[str], random: Random) -> str | None:
    return None if place.group() in _NOT_NYA else _cut(place, random)


def _loosened(place: re.Match[str], random: Random) -> str:
    return place.group().replace("-", random.choice(("", " ")))


def _per(place: re.Match[str], random: Random) -> str:
    return "per" + random.choice(("", "", "-")) + place.group(1)


def _bound(mark: str) -> _Change:
    def change(place: re.Match[str], random: Random) -> str | None:
        form, partner = place.groups()
        if place.group() in _WHOLE or place.group() in ("antarnya", "subjek"):
            return None
        is_word = re.search(rf"(?<![\w-]){partner}(?![\w-])", place.string) is not None
        return f"{form}{mark}{partner}" if is_word else None

    return change


def _two(place: re.Match[str], random: Random) -> str:
    return place.group(1) + random.choice("222²")


def _spaced_hyphen(place: re.Match[str], random: Random) -> str:
    return place.group(1) + random.choice((" - ", " -", "- ", "–", " – ")) + place.group(2)


_NASALS = {"ny": "ns", "ng": "ngk", "m": "mp", "n": "nt"}
_LETTERS = {"ny": "s", "ng": "k", "m": "p", "n": "t"}
_SUFFIX = re.compile(r"(?:kan|i|an)?(?:nya|lah|kah)?$")


def _unmelted(place: re.Match[str], random: Random) -> str | None:
    """Assimilate wrongly: ``menyapu`` → ``mensapu``, ``memproses`` → ``memroses``, ``memperoleh`` →
    ``memeroleh``."""
    word = place.group()
    for right, wrong in (("mempr", "memr"), ("mengkl", "mengl"), ("mengkr", "mengr")):
        if word.startswith(right):
            return wrong + word[len(right) :]
    if word.startswith("memper") and _root(word[6:]) in _lexicon().memper_roots:
        return "memer" + word[6:]
    prefix, nasal, rest = place.groups()
    root = _LETTERS[nasal] + rest
    return f"{prefix}{_NASALS[nasal]}{rest}" if _root(root) in _lexicon().melting_roots else None


def _root(word: str) -> str:
    if word in _lexicon().melting_roots or word in _lexicon().memper_roots:
        return word
    return _SUFFIX.sub("", word)


def _one_k(place: re.Match[str], random: Random) -> str | None:
    return None if place.group() == "mengembalikkan" else place.group().replace("kkan", "kan")


PLANTERS = (
    planter("di-preposition-joined", rf"(?<![\w-])[Dd]i (?:{'|'.join(_PLACES)})(?![\w-])", _glued),
    planter("di-prefix-split", r"(?<![\w-])([Dd]i)([a-z]{3,})(?![\w-])", _cut_passive),
    planter("ke-preposition-joined", rf"(?<![\w-])[Kk]e (?:{'|'.join(_GOALS)})(?![\w-])", _glued),
    planter("ke-prefix-split", r"(?<![\w-])([Kk]e)([a-z]{4,})(?![\w-])", _cut_confix),
    planter("pun-joined", r"(?<![\w-])[A-Za-z]?[a-z]{2,} pun(?![\w-])", _glued),
    planter(
        "pun-split",
        r"(?<![\w-])([Ww]alau|[Mm]eski|atau|[Kk]alau|[Bb]iar|kendati|[Jj]ika)(pun)(?![\w-])",
        _cut_or_tie,
    ),
    planter(
        "particle-lah-kah-split",
        rf"(?<![\w-])((?i:{'|'.join(_BEARERS)}))(lah|kah)(?![\w-])",
        _cut_or_tie,
    ),
    planter("nya-ku-mu-split", r"(?<![\w-])([A-Za-z]?[a-z]{3,})(nya)(?![\w-])", _cut_nya),
    planter("nya-ku-mu-split", r"(?<![\w-])[A-Z]{2,5}-(?:nya|ku|mu)(?![\w-])", _loosened),
    planter("per-particle", rf"(?<![\w-])per ({'|'.join(_COUNTED)})(?![\w-])", _per),
    planter("bound-form-split", rf"(?<![\w-])({_FORMS})([a-z]{{4,}})(?![\w-])", _bound(" ")),
    planter("bound-form-hyphen", rf"(?<![\w-])({_FORMS})([a-z]{{4,}})(?![\w-])", _bound("-")),
    planter(
        "affix-acronym-hyphen",
        r"(?<![\w-])(?:se-[A-Z][a-z]+|(?:di|ber|mem)-[A-Z]{3,5}(?!\w))",
        _loosened,
    ),
    planter("redup-2", r"(?<![\w-])([A-Za-z][a-z]{2,})-(?i:\1)(?![\w-])", _two),
    planter(
        "redup-space",
        r"(?:(?<=\. )([A-Z][a-z]{2,})|(?<= )([a-z]{3,}))-((?i:\1|\2)(?:an|nya)?)(?![\w-])",
        lambda place, random: place.group().replace("-", " "),
    ),
    planter(
        "redup-space",
        r"(?<![\w-])((?:ber|se|ter)([a-z]{3,}))-(\2(?:an|nya)?)(?![\w-])",
        lambda place, random: f"{place.group(1)} {place.group(3)}",
    ),
    planter(
        "redup-space-around-hyphen",
        r"(?<![\w-])([A-Za-z][a-z]{2,})-((?i:\1))(?![\w-])",
        _spaced_hyphen,
    ),
    _of_rows("")._replace(rule="kata-baku"),
    _of_rows("C18"),
    _of_rows("C19"),
    _of_rows("C20"),
    planter("ktsp-melting", r"(?<![\w-])([mp]e)(ny|ng|m|n)([a-z]{3,})(?![\w-])", _unmelted),
    planter("suffix-kan-after-k", r"(?<![\w-])(?:me|di)[a-z]{2,}kkan(?![\w-])", _one_k),
)
"""One or two for each rule; the results of two planters of a rule are added."""
_IDS = {"C18": "compound-joined", "C19": "compound-affix-split", "C20": "compound-fused-split"}
PLANTERS = tuple(made._replace(rule=_IDS.get(made.rule, made.rule)) for made in PLANTERS)
