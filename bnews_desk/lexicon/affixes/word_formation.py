"""Forms words from roots and affixes (EYD V, II.C; Tata Bahasa Baku).

Prefixes are named by their full forms: ``meng`` and ``peng`` assimilate, ``pe`` does not
(*petani*), ``ber``, ``per`` and ``ter`` may lose their r.
"""

from __future__ import annotations

from collections.abc import Sequence

from bnews_desk.lexicon.affixes.roots import EITHER, FOREIGN, KEPT, NAME, SHORT_BER, Root

_VOWELS = frozenset("aiueo")
_NASALS = {"meng": "me", "peng": "pe"}
_MELTING = {"k": "ng", "p": "m", "t": "n", "s": "ny"}
_NASAL_BEFORE = {
    **dict.fromkeys("bfvp", "m"),
    **dict.fromkeys("dcjzts", "n"),
    **dict.fromkeys("aiueoghkqx", "ng"),
}
"""The nasal before each letter; other letters have none: *melihat*, *memasak*."""
_MELTING_PREFIXES = frozenset({"ke", "se", "ter"})
"""Prefixes whose first letter is dropped after *meng-* like a root's; that of *per-* and *pe-* is
kept: *memperbaiki*."""
_LOSING_R = frozenset({"ber", "per", "ter"})
_APART = "-"
DERIVATIONS = frozenset({"kan", "i", "an", "wan", "wati", "isasi", "nisasi"})
"""The suffixes that derive another word; all others are clitics."""
_CLOSING = frozenset({"kan", "i", "an"})
"""Suffixes that, together with a prefix, join a compound into one word."""
_IRREGULAR = {("peng", "lihat"): "penglihat"}


def form_words(
    prefixes: Sequence[str], root: Root, suffixes: Sequence[str] = ()
) -> tuple[str, ...]:
    """Every correct form of a word, the preferred one first.

    ``suffixes`` are in the order of the word. A compound is written as one word only between a
    prefix and a suffix (*menindaklanjuti*, but *bertanggung jawab*).
    """
    stems = _stems(prefixes, root)
    tail = "".join(" pun" if suffix == "pun" else suffix for suffix in suffixes)
    if " " in root.text and prefixes and suffixes and suffixes[0] in _CLOSING:
        stems = tuple(stem.replace(" ", "") for stem in stems)
    return tuple(stem + tail for stem in stems)


def _stems(prefixes: Sequence[str], root: Root) -> tuple[str, ...]:
    """The forms of the root with its prefixes."""
    bases: tuple[str, ...] = (root.text,)
    inner = ""
    for prefix in reversed(prefixes):
        bases = tuple(form for base in bases for form in _prefixed(prefix, base, inner, root))
        inner = prefix
    return bases


def _prefixed(prefix: str, base: str, inner: str, root: Root) -> tuple[str, ...]:
    """The forms of ``base`` with one more prefix; ``base`` begins with the prefix ``inner`` or the
    root."""
    if not inner and (prefix, base) in _IRREGULAR:
        return (_IRREGULAR[prefix, base],)
    if prefix in _NASALS:
        return _nasalised(_NASALS[prefix], base, inner, root)
    if not inner and FOREIGN in root.traits:
        return (prefix + _APART + base, prefix + base)
    if prefix in _LOSING_R:
        return _without_r(prefix, base, inner, root)
    if prefix == "pe" and base == "ajar":
        return ("pelajar",)
    if not inner and NAME in root.traits:
        return (prefix + _APART + base, prefix + base)
    return (prefix + base,)


def _without_r(prefix: str, base: str, inner: str, root: Root) -> tuple[str, ...]:
    short = prefix[:-1]
    if base.startswith("r"):
        return (short + base,)
    if not inner:
        if base == "ajar" and prefix != "ter":
            return (f"{short}l{base}",)
        if SHORT_BER in root.traits:
            return (short + base,) if prefix != "ter" else (short + base, prefix + base)
    return (prefix + base,)


def _nasalised(prefix: str, base: str, inner: str, root: Root) -> tuple[str, ...]:
    first, second = base[0], base[1:2]
    plain = prefix + _NASAL_BEFORE.get(first, "")
    if inner:
        melts = inner in _MELTING_PREFIXES and first in _MELTING
        if inner == "per" and prefix == "pe":
            return (f"pem{base[1:]}",)  # *pemersatu*, but *mempersatukan*
        return (prefix + _MELTING[first] + base[1:],) if melts else (plain + base,)
    if FOREIGN in root.traits:
        return (plain + _APART + base, plain + base)
    if sum(letter in _VOWELS for letter in base) == 1 and " " not in base:
        long = f"{prefix}nge{base}"
        return (long,) if second in _VOWELS else (long, plain + base)
    if first in _MELTING and second in _VOWELS:
        melted = prefix + _MELTING[first] + base[1:]
        if KEPT in root.traits:
            return (plain + base,)
        return (melted, plain + base) if EITHER in root.traits else (melted,)
    if base.startswith("pr") and prefix == "pe":
        return (f"pem{base[1:]}", plain + base)  # *memproses*, but *pemrosesan*
    return (plain + base,)
