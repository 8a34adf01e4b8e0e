"""The source tag: ``(kmfkabblt/sun)`` at the end of the last body paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bnews_desk.house.style import SourceTagStyle
from bnews_desk.patterns import Pattern
from bnews_desk.text import Span

MAX_TAG = 60
"""Greatest length of a tag with its brackets, in code points."""
MAX_INITIALS = 5
"""Most letters in initials without a source."""
MAX_CAPITALS = 3
"""Most capitals behind the end of a sentence that count as initials: ``(EM)``."""
_BEHIND = r"[\s*_]*[.,;:!…#|\"'”’»–—-]{0,3}[\s*_]*$"
"""What may follow a tag at the end of its paragraph."""
_BRACKETED = Pattern(
    r"(?P<tag>[(\[{（]\s*(?P<inside>[^()\[\]{}（）\n]{2,50}?)\s*[)\]}）])" + _BEHIND
)
_LOOSE = Pattern(
    r"(?<![^\s.?!\"”’)])(?P<tag>(?:[(\[{<]{1,2}\s?)?"
    r"(?P<inside>[^\W\d_]{2,16}(?: [^\W\d_]{1,16}){0,3}"
    r"\s?[/\\|,:;._⁄∕&+~·•–—-]{1,2}\s?[^\W\d_]{2,5})"
    r"(?:\s?[)\]}>]{1,2})?)" + _BEHIND
)
_SEPARATOR = Pattern(r"\s*[/／\\|,:;._⁄∕&+~·•–—-]+\s*")
_WELL_FORMED = Pattern(r"\([a-z]{3,16}(?:/[a-z]{2,4})+\)$")
_SENTENCE_END = Pattern(r"[.?!…][\"”’)]*\s*$")
_FOREIGN = Pattern(
    r"(?P<tag>\(\s*(?:\*{1,5}|red(?:aksi)?|adv|ant|rls|rilis"
    r"|(?:humas|kominfo|diskominfo|prokopim|protokol)[\w ./-]{0,40})\s*\))[\s*_]*\.?\s*$",
    re.IGNORECASE,
)
_SENDERS = Pattern(
    r"(?P<tag>[(\[]\s*(?P<inside>[^\W\d_]{2,16}"
    r"|[^\W\d_][\w .]{1,30}/\s?[^\W\d_]{2,5}(?:/[^\W\d_]{2,5})?)\s*[)\]])[\s*_]*\.?\s*$"
)
"""A mark recognised by its place alone, behind the end of a sentence: ``(kmf)``,
``(Dispertapa/kmf)``."""
_OFFICE = Pattern(
    r"(?P<tag>\(\s*(?P<inside>(?:[^\W\d_][\w .]{1,24}\s?[/|–—-]\s?)?(?:tim )?"
    r"(?:liputan |media |redaksi )?(?:humas|\w{0,8}kominfo\w{0,8}|prokopim|protokol|ikp|rilis)"
    r"(?: [\w.]{2,16}){0,3})\s*\))[\s*_]*\.?\s*$",
    re.IGNORECASE,
)
"""A mark recognised by the name of an office in it: ``(RIZ – Dishubkominfo)``, ``(tim ikp)``."""
_SLASHED = Pattern(r"(?P<tag>/{1,3}\s?(?P<inside>[a-z]{2,4}|[A-Z]{2,3}))/{0,3}[\s*_]*$")
"""``/dn``, ``//RED`` behind the end of a sentence."""
_OFFICE_WORDS = {"kab": "kabupaten", "kec": "kecamatan", "prov": "provinsi", "dinas": ""} | {
    "diskominfo": "kominfo"
}
_BESIDE = " \t\u00a0*_~|•·/–—-"
_QUOTED = frozenset({'""', "''", "“”", "‘’", "«»"})
"""Pairs of marks around a tag that was put in quotation marks."""
_SLASH = Pattern(r"\s*[/／\\|⁄]+\s*")


@dataclass(frozen=True, slots=True)
class SourceTag:
    """A tag at the end of a paragraph.

    ``span`` is the tag with its brackets; ``outer`` runs from the last word before it to the end of
    the paragraph. ``source`` and ``initials`` are folded as the register writes them; an
    unregistered source stays as written.
    """

    span: Span
    outer: Span
    source: str
    initials: tuple[str, ...]


class SourceTagReader:
    """Finds source tags by the register, or by house form behind the end of a sentence."""

    def __init__(self, style: SourceTagStyle) -> None:
        self.style = style
        self._has_source = "{source}" in style.form
        self._sources = {fold_code(code): code for code in style.sources}
        self._offices = {_office(name): code for code, name in style.sources.items() if name}
        self._initials = {fold_code(code): code for code in style.initials}

    def read(self, text: str, end: int | None = None) -> SourceTag | None:
        """Read the tag at the end of ``text`` (or before ``end``), or None.

        ``(putra/putri)`` and ``(AD/ART)`` are not tags: neither part is registered.
        """
        stop = len(text) if end is None else end
        at = max(0, stop - MAX_TAG)
        tail = text[at:stop]
        match = self._match(tail)
        parts = self._parts(match["inside"]) if match else None
        if match is None or parts is None:
            return None
        source, initials = parts
        start = at + match.start("tag")
        end = at + match.end("tag")
        if text[start - 1 : start] + text[end : end + 1] in _QUOTED:
            outer = Span(len(text[: start - 1].rstrip(_BESIDE)), stop)
        else:
            outer = Span(len(text[:start].rstrip(_BESIDE)), stop)
        return SourceTag(
            Span(start, end),
            outer,
            self._sources.get(fold_code(source), " ".join(source.split())),
            tuple(self._initials.get(fold_code(i), fold_code(i)) for i in initials),
        )

    def _match(self, tail: str) -> re.Match[str] | None:
        """Match a possible tag in brackets, or a certain one without brackets or with odd marks."""
        match = _BRACKETED.search(tail)
        parts = self._parts(match["inside"]) if match else None
        if match and parts and (self._is_registered(parts) or self._is_well_formed(tail, match)):
            return match
        match = _LOOSE.search(tail)
        parts = self._parts(match["inside"]) if match else None
        return match if parts and self._is_registered(parts, both=True) else None

    def foreign_tag(self, text: str, end: int | None = None) -> Span | None:
        """The span of a sender's or another desk's mark at the end of ``text``: ``(Humas)``,
        ``(*)``."""
        stop = len(text) if end is None else end
        at = max(0, stop - MAX_TAG)
        tail = text[at:stop]
        match = _FOREIGN.search(tail) or self._senders(tail)
        if match is None:
            return None
        before = tail[: match.start("tag")].rstrip("*_")
        if before and not before[-1].isspace() and before[-1] not in '.?!"”)':
            return None
        return Span(at + match.start("tag"), at + match.end("tag"))

    def _senders(self, tail: str) -> re.Match[str] | None:
        """Match a mark that only its place shows: alone, or behind a sentence or another tag."""
        match = _SENDERS.search(tail)
        if match is None or not self._may_be_mark(match["inside"].strip()):
            match = _OFFICE.search(tail) or _SLASHED.search(tail)
        if match is None or (match["inside"].isupper() and tail.rstrip().endswith(".")):
            return None  # *… Pte. Ltd. (CMI).* ends a sentence
        before = tail[: match.start("tag")].rstrip(" \t\u00a0*_")
        if not before or _SENTENCE_END.search(before) or self.read(before):
            return match
        return None

    def _may_be_mark(self, inside: str) -> bool:
        """Whether it is a registered code or initials, a few small letters, or two parts with a
        slash."""
        code = fold_code(inside)
        is_small = inside.islower() and len(inside) <= MAX_INITIALS
        is_short = inside.isupper() and len(inside) <= MAX_CAPITALS
        return (
            "/" in inside or is_small or is_short or code in self._sources or code in self._initials
        )

    def house_form(self, tag: SourceTag) -> str:
        return self.style.house_form(tag.source, tag.initials)

    def is_known_source(self, tag: SourceTag) -> bool:
        """Whether the code is in the register, or the house form has no code."""
        return not self._has_source or fold_code(tag.source) in self._sources

    def unknown_initials(self, tag: SourceTag) -> tuple[str, ...]:
        """The initials that are not in the register."""
        return tuple(i for i in tag.initials if fold_code(i) not in self._initials)

    def _parts(self, inside: str) -> tuple[str, tuple[str, ...]] | None:
        pieces = [piece for piece in _SLASH.split(inside.strip()) if piece]
        if len(pieces) > 1 and self._has_source and _office(pieces[0]) in self._offices:
            return self._offices[_office(pieces[0])], tuple(pieces[1:])
        pieces = [piece for piece in _SEPARATOR.split(inside.strip()) if piece]
        if len(pieces) == 1 and self._has_source:
            pieces = self._apart(pieces[0])
        if not self._has_source:
            return ("", tuple(pieces)) if pieces else None
        for cut in range(2, len(pieces)):
            joined = "".join(pieces[:cut])
            if fold_code(pieces[0]) not in self._sources and fold_code(joined) in self._sources:
                pieces[:cut] = [joined]
                break
        if (
            len(pieces) == 2
            and fold_code(pieces[0]) in self._initials
            and (fold_code(pieces[1]) in self._sources)
        ):
            pieces.reverse()
        return (pieces[0], tuple(pieces[1:])) if len(pieces) > 1 else None

    def _apart(self, inside: str) -> list[str]:
        """Split a registered code from registered initials that only a space separates."""
        source, _, initials = inside.rpartition(" ")
        is_both = fold_code(source) in self._sources and fold_code(initials) in self._initials
        return [source, initials] if is_both else [inside]

    def _is_registered(self, parts: tuple[str, tuple[str, ...]], *, both: bool = False) -> bool:
        source, initials = parts
        knows_initials = all(fold_code(i) in self._initials for i in initials)
        if not self._has_source:
            return knows_initials
        knows_source = fold_code(source) in self._sources
        if both:
            return knows_source and knows_initials
        fits = all(1 < len(fold_code(i)) < 6 for i in initials)
        return (knows_source and fits) or knows_initials

    def _is_well_formed(self, tail: str, match: re.Match[str]) -> bool:
        """Whether a tag is in house form behind the end of a sentence or alone; it need not be
        registered."""
        if not self._has_source or not _WELL_FORMED.match(match["tag"]):
            return False
        before = tail[: match.start("tag")]
        return tail.rstrip().endswith(")") and (
            not before.strip() or bool(_SENTENCE_END.search(before))
        )


def _office(name: str) -> str:
    """An office's name for comparison: *Diskominfo Kab. Blitar* equals *Kominfo Kabupaten
    Blitar*."""
    parts = re.findall(r"[^\W_]+", name.casefold())
    return "".join(_OFFICE_WORDS.get(part, part) for part in parts)


def fold_code(code: str) -> str:
    """A code or initials for comparison: lower case, letters and digits only."""
    return "".join(c for c in code.casefold() if c.isalnum())
