"""Every prefix chain and suffix chain of Indonesian, by the letters in which it appears.

Chains that no grammar describes are left out, so that a word with an absurd pile of affixes is not
accepted.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import NamedTuple

PERSONAL = frozenset({"wan", "wati"})
_BARE = ""
_VERBAL = frozenset({_BARE, "kan", "i", "in", "isasi"})
"""The suffixes after *me-*, *di-* and *ter-*; *-in* is colloquial and never canonical."""
_NOMINAL = frozenset({_BARE, "an"})
_AN = frozenset({"an"})
_KAN_I = frozenset({"kan", "i", "in"})
_BER = frozenset({_BARE, "an", "kan"})
_ANY = frozenset({_BARE, "an", "kan", "i", "in", "wan", "wati", "isasi", "nisasi"})
NOMINAL_PREFIXES = frozenset({"peng", "pe", "per", "ke"})
"""The prefixes that make nouns."""
NOUN_FRAMES = frozenset({"peng", "per", "ke", "ber", "se"})
"""The prefixes that form a circumfix with a following *-an*."""
NAME_FRAMES = frozenset({(), ("se",), ("ke",)})
"""The prefixes that a proper name takes: *se-Indonesia*, *keindonesiaan*."""
BOUND_FORMS = frozenset(
    "antar anti bio geo hiper infra inter intra kontra maha makro mikro mini mono multi nir non"
    " para pasca poli pra pramu pro purna semi sub super swa tele tuna ultra".split()
)
"""Forms that are joined to a following noun and never stand alone (EYD V, II.C 1b, 1c)."""
LONGEST_BOUND = 6
LEAST_BEHIND_BOUND = 4
"""Least number of letters after a bound form."""


class PrefixChain(NamedTuple):
    """One reading of the letters at the start of a word.

    ``restored`` is the root's letter that assimilation has dropped. ``endings`` are the
    derivational suffixes that go with the chain. ``only`` are the roots it is limited to; empty for
    any root.
    """

    prefixes: tuple[str, ...]
    restored: str
    endings: frozenset[str]
    only: frozenset[str] = frozenset()


class SuffixChain(NamedTuple):
    """One reading of the letters at the end of a word: a derivational suffix or '', then
    clitics."""

    derivation: str
    clitics: tuple[str, ...]

    @property
    def suffixes(self) -> tuple[str, ...]:
        """All suffixes in order."""
        return (self.derivation, *self.clitics) if self.derivation else self.clitics


_NASAL_SHAPES = (
    ("", ("",)),
    ("m", ("", "p")),
    ("n", ("", "t")),
    ("ng", ("", "k")),
    ("ny", ("s",)),
)
_NUMBERED = frozenset({"kasih", "hendak"})
"""Roots that are not numerals and take *ke-* alone."""

_PLACED = frozenset({"muka", "tengah", "depan", "samping", "belakang", "bumi", "tahu", "hendak"})
"""Roots whose *ke-* takes further affixes: *mengesampingkan*, *pengetahuan*."""
_ALIKE = frozenset(
    "belah hari imbang jajar laras nyawa orang padan pakat ragam rasi rata suai tara tubuh wenang"
    " arah iring jalan kutu paham umur".split()
)
"""Roots whose *se-* takes further affixes: *menyeimbangkan*, *keseharian*."""
_SET = frozenset("tegang keras kukuh tatap tumpu cepat gegas jingkat lengket muka kutat".split())
"""Roots that take *bersi-*."""
_FORWARD = frozenset({"muka", "tengah", "depan"})
_FATES = frozenset({"tawa", "sangka", "dakwa"})
_TENS = frozenset({"puluh", "belas", "ratus", "ribu", "juta", "kian"})

_PARTS = frozenset("tiga empat lima enam tujuh delapan sembilan sepuluh".split())
_TALK = frozenset(
    "bakar bawa bayang buka dengar injak ingat jepit lewat lihat pilih rasa tahan tangkap tinggal"
    " tipu tolong tutup ulang".split()
)
"""Roots that take *ke-* for *ter-* in colloquial speech."""


@cache
def prefix_chains() -> dict[str, tuple[PrefixChain, ...]]:
    """Every prefix chain by the letters in which it appears, including ''."""
    table: dict[str, list[PrefixChain]] = {}
    for surface, opening in _all_openings():
        table.setdefault(surface, []).append(opening)
    return {surface: tuple(found) for surface, found in table.items()}


@cache
def suffix_chains() -> dict[str, tuple[SuffixChain, ...]]:
    """Every suffix chain by the letters in which it appears, including ''."""
    table: dict[str, list[SuffixChain]] = {}
    owners = ((), ("ku",), ("mu",), ("nya",))
    particles = ((), ("lah",), ("kah",), ("tah",), ("pun",))
    for derivation, owner, particle in product(sorted(_ANY), owners, particles):
        clitics = owner + particle
        table.setdefault(derivation + "".join(clitics), []).append(SuffixChain(derivation, clitics))
    return {surface: tuple(found) for surface, found in table.items()}


def _nasal(
    before: str, chain: tuple[str, ...], allowed: frozenset[str]
) -> Iterator[tuple[str, PrefixChain]]:
    """The forms of ``meng`` or ``peng`` at the end of ``chain``, directly before the root."""
    vowelled = before + chain[-1][:2]
    for nasal, melted in _NASAL_SHAPES:
        for restored in melted:
            yield vowelled + nasal, PrefixChain(chain, restored, allowed)
    yield vowelled + "nge", PrefixChain(chain, "", allowed)


def _shortened(
    before: str, chain: tuple[str, ...], allowed: frozenset[str]
) -> Iterator[tuple[str, PrefixChain]]:
    """The forms of ``ber``, ``per`` or ``ter`` at the end of ``chain``, with and without their
    r."""
    prefix = chain[-1]
    yield before + prefix, PrefixChain(chain, "", allowed)
    yield before + prefix[:-1], PrefixChain(chain, "", allowed)
    if prefix != "ter":
        yield f"{before}{prefix[:-1]}l", PrefixChain(chain, "", allowed, frozenset({"ajar"}))


def _all_openings() -> Iterator[tuple[str, PrefixChain]]:
    yield "", PrefixChain((), "", _ANY)
    yield from _simple()
    yield from _verbs_of_derivatives()
    yield from _nouns_of_derivatives()
    yield from _negated()


def _simple() -> Iterator[tuple[str, PrefixChain]]:
    yield from _nasal("", ("meng",), _VERBAL)
    yield from _nasal("", ("peng",), _NOMINAL)
    for prefix in ("di", "ku", "kau"):
        yield prefix, PrefixChain((prefix,), "", _VERBAL)
    yield from _shortened("", ("ber",), _BER)
    yield from _shortened("", ("ter",), _VERBAL)
    yield from _shortened("", ("per",), frozenset({_BARE, "an", "kan", "i"}))
    yield "pe", PrefixChain(("pe",), "", _NOMINAL)
    yield "pel", PrefixChain(("pe",), "", _NOMINAL, frozenset({"ajar"}))
    yield "pel", PrefixChain(("pe",), "", _KAN_I, frozenset({"ajar"}))
    yield "pe", PrefixChain(("pe",), "", _KAN_I, frozenset({"kerja"}))
    yield "ke", PrefixChain(("ke",), "", _AN)
    yield "ke", PrefixChain(("ke",), "", frozenset({_BARE}), _NUMBERED)
    yield "ke", PrefixChain(("ke",), "", _KAN_I, frozenset({"tahu", "muka", "depan", "samping"}))
    yield "ke", PrefixChain(("ter",), "", frozenset({_BARE}), _TALK)
    yield "se", PrefixChain(("se",), "", _NOMINAL)
    yield "nge", PrefixChain(("meng",), "", _VERBAL)


def _verbs_of_derivatives() -> Iterator[tuple[str, PrefixChain]]:
    """Verbs whose base is a derived word: *memperbaiki*, *diberdayakan*, *mengedepankan*."""
    for outer, chain in (("mem", "meng"), ("di", "di"), ("ku", "ku"), ("kau", "kau")):
        yield from _shortened(outer, (chain, "per"), _VERBAL)
        yield from _shortened(outer, (chain, "ber"), frozenset({"kan"}))
        yield outer + "pel", PrefixChain((chain, "pe"), "", _KAN_I, frozenset({"ajar"}))
        yield outer + "pe", PrefixChain((chain, "pe"), "", _KAN_I, frozenset({"kerja"}))
    yield "memer", PrefixChain(("meng", "per"), "", _VERBAL)
    yield "meme", PrefixChain(("meng", "per"), "", _VERBAL)
    yield from _shortened("ter", ("ter", "per"), _VERBAL)
    for outer, chain in (("meng", "meng"), ("dik", "di")):
        yield outer + "e", PrefixChain((chain, "ke"), "", _KAN_I, _PLACED)
        yield outer + "e", PrefixChain((chain, "ke"), "", frozenset({_BARE}), _FORWARD)
    for outer, chain in (("meny", "meng"), ("dis", "di"), ("ters", "ter")):
        yield outer + "e", PrefixChain((chain, "se"), "", frozenset({"kan", "i"}), _ALIKE)
    for outer, chain in (("men", "meng"), ("ment", "meng"), ("dit", "di")):
        yield outer + "er", PrefixChain((chain, "ter"), "", frozenset({"kan"}), _FATES)
    for outer, chain in (("me", "meng"), ("di", "di"), ("ter", "ter")):
        yield outer + "non", PrefixChain((chain, "non"), "", frozenset({"kan"}))
    yield "terke", PrefixChain(("ter", "ke"), "", frozenset({_BARE}), frozenset({"muka"}))
    yield from _compounded_ber()


def _compounded_ber() -> Iterator[tuple[str, PrefixChain]]:
    yield "berke", PrefixChain(("ber", "ke"), "", _AN)
    yield from _nasal("ber", ("ber", "peng"), _NOMINAL)
    yield from _shortened("ber", ("ber", "per"), _AN)
    yield "berpe", PrefixChain(("ber", "pe"), "", _NOMINAL)
    yield "berpel", PrefixChain(("ber", "pe"), "", _NOMINAL, frozenset({"ajar"}))
    yield "berse", PrefixChain(("ber", "se"), "", frozenset({_BARE, "an"}), _ALIKE)
    yield "bersi", PrefixChain(("ber", "si"), "", frozenset({_BARE}), _SET)


def _nouns_of_derivatives() -> Iterator[tuple[str, PrefixChain]]:
    """Nouns whose base is a derived word: *keberhasilan*, *pemberdayaan*, *kepemimpinan*."""
    yield from _shortened("ke", ("ke", "ber"), _AN)
    yield from _shortened("ke", ("ke", "ter"), _AN)
    yield from _nasal("ke", ("ke", "peng"), _AN)
    yield "kepe", PrefixChain(("ke", "pe"), "", _AN)
    yield "kepel", PrefixChain(("ke", "pe"), "", _AN, frozenset({"ajar"}))
    yield "kese", PrefixChain(("ke", "se"), "", _AN, _ALIKE)
    yield "kese", PrefixChain(("ke", "se"), "", frozenset({_BARE}), _TENS)
    yield "sese", PrefixChain(("se", "se"), "", frozenset({_BARE}), frozenset({"orang", "kali"}))
    yield "seper", PrefixChain(("se", "per"), "", frozenset({_BARE}), _PARTS)
    yield "sepenge", PrefixChain(("se", "peng", "ke"), "", _AN, frozenset({"tahu"}))
    yield from _shortened("pem", ("peng", "ber"), _AN)
    yield "pemer", PrefixChain(("peng", "per"), "", _NOMINAL)
    yield "peme", PrefixChain(("peng", "per"), "", _NOMINAL)
    yield "pemper", PrefixChain(("peng", "per"), "", _NOMINAL)
    yield "penge", PrefixChain(("peng", "ke"), "", _AN, _PLACED)
    yield "penye", PrefixChain(("peng", "se"), "", _AN, _ALIKE)
    yield "penon", PrefixChain(("peng", "non"), "", _AN)
    yield from _shortened("se", ("se", "per"), _AN)
    yield from _nasal("se", ("se", "peng"), _NOMINAL)
    yield "seke", PrefixChain(("se", "ke"), "", _NOMINAL, frozenset({"hendak"}))
    yield "perse", PrefixChain(("per", "se"), "", _AN, _ALIKE)


def _negated() -> Iterator[tuple[str, PrefixChain]]:
    for no in ("tidak", "tak", "non"):
        yield f"ke{no}", PrefixChain(("ke", no), "", _AN)
        yield f"ke{no}se", PrefixChain(("ke", no, "se"), "", _AN, _ALIKE)
        yield from _shortened(f"ke{no}", ("ke", no, "ber"), _AN)
        yield from _shortened(f"ke{no}", ("ke", no, "ter"), _AN)
