"""The dateline, ``BLITAR | B-news.id - `` at the start of the lead, and openings that resemble
one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from bnews_desk.house.style import DatelineStyle
from bnews_desk.patterns import Pattern
from bnews_desk.text import Span

REGION = r"(?:KABUPATEN|KAB\.?|KOTA|PROVINSI)"
NEAR = 24
"""The site's name counts as part of the dateline up to this many code points behind the dash."""
MAX_EXTRA = 40
"""Most code points between place and dash: a date, the sender's agency."""
_HYPHENS = "－‐‑‒–—―−-"
_DASH = rf"(?:[{_HYPHENS}]{{1,3}}|[:|])"
_SITE_DASH = rf"(?:[─⸺➖{_HYPHENS}]{{1,3}}|[:|~»›•·=_/>])"
"""Marks that may replace the dash where the site is named."""
_JUNK = r"[\s*_]{0,20}"
_BEFORE = r"[\s*_(\[{<\"“«`#>•\u202a-\u202e\u2066-\u2069]{0,20}"
_BARE_BEFORE = frozenset(" \t\u00a0*_([")
"""What may stand before a place without a site. A quotation mark or a list mark is not among them:
behind those there is no dateline."""
_SPACED = Pattern(r"[\s*_(\[]{0,20}(?P<place>[^\W\d_](?: [^\W\d_]){2,20})(?![^\W_])")
"""A place in spaced letters: ``B L I T A R``."""
_ROUTE_WORD = Pattern(r"[^\W\d_]+(?: [^\W\d_]+)?")
_AGENCY = Pattern(
    rf"(?P<name>[^\W_][^–—|:\n]{{0,{MAX_EXTRA}}}?)\s{{0,3}}(?:\s[{_HYPHENS}]|[–—|:])[{_HYPHENS}]?\s"
)
"""Another site or the sender's office, between a first mark and a second one."""
_NOT_AN_AGENCY = Pattern(r"\b(?:dan|atau|yang|di|ke|dari|ini|itu)\b")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline at the start of a paragraph.

    ``span`` ends at the first code point of the copy. ``place`` is as written, without *Kab.* or
    *Kota*; ``site`` is None where the site is not named; ``extra`` is any other text in it (a date,
    an agency). ``is_sure`` is False where it may be something else: a route, a topic.
    """

    span: Span
    place: str
    place_span: Span
    site: str | None
    extra: str
    is_sure: bool


class LooseOpening(NamedTuple):
    """The first ``length`` code points stand for a dateline; ``place`` is '' where none is
    named."""

    place: str
    length: int


class DatelineReader:
    """Finds datelines in every form that senders and editors use."""

    def __init__(self, style: DatelineStyle) -> None:
        self.style = style
        self._places = {_fold(place) for place in style.places}
        opening, _, closing = style.form.partition("{place}")
        place = _alternatives(style.places)
        site = _sites(style)
        self._region = Pattern(rf"{REGION}\s", re.IGNORECASE)
        self._canonical = Pattern(
            re.escape(opening)
            + r"(?P<place>[^\W\d_][\w .'’-]{1,39}?)"
            + re.escape(closing.replace("{site}", style.site))
        )
        self._known = Pattern(
            rf"(?P<open>{_BEFORE})(?:{REGION}\s+)?(?P<place>{place})(?![^\W_]|[’'])",
            re.IGNORECASE,
        )
        self._reversed = Pattern(
            rf"[\s*_(\[]{{0,20}}(?P<site>{site})[\s*_,|()/{_HYPHENS}]{{1,20}}(?:{REGION}\s+)?"
            rf"(?P<place>{place})(?!\w)[)\]]?{_JUNK}{_DASH}{_JUNK}(?=[\"“‘(]?[^\W_])",
            re.IGNORECASE,
        )
        self._names_site = Pattern(rf"(?<!\w)(?:{site})(?!\w)", re.IGNORECASE)
        self._site = Pattern(
            rf"(?P<extra>(?:\s{{0,3}}[–—-]\s{{0,3}})?[^–—|\n]{{0,{MAX_EXTRA}}}?)"
            rf"(?:[\s*_(\[{{<«@`,.|:;/•·¦│｜ǀ∣‖>\\\"“{_HYPHENS}]{{0,20}}|\s{{1,3}}[Il]\s{{1,3}})"
            rf"(?<![^\W_])(?P<site>{site})(?![^\W_])/?\s{{0,3}}[)\]}}>»`\"”]?{_JUNK}"
            rf"(?:(?P<dash>[,;.]?{_JUNK}{_SITE_DASH}|\.(?=\s)){_JUNK}(?:{_SITE_DASH}{_JUNK}){{0,2}}"
            rf"(?:{site}{_JUNK}{_DASH}{_JUNK})?|[,.]?\s{{0,20}}$|(?<![\s*_»])(?P<nothing>\s))",
            re.IGNORECASE,
        )
        self._stranger = Pattern(
            r"(?P<open>[\s*_(\[]{0,20})(?P<place>[^\W\d_]+(?:[ -][^\W\d_]+){0,3}?)"
            rf"[*_)\]]{{0,9}}\s{{0,20}}[,|(\[/{_HYPHENS}]+\s{{0,20}}[*_]{{0,9}}(?P<site>{site})(?!\w)[)\]]?{_JUNK}{_DASH}{_JUNK}",
            re.IGNORECASE,
        )
        self._bare = Pattern(
            r"[)\]*_.,]*(?:\s*[,(]\s*(?P<extra>[^\W_][^–—|\n-]{0,39}?)[)\]]?)?[*_]*"
            rf"(?P<gap>\s*)(?P<dash>{_DASH})[*_]*(?P<behind>\s*)(?=[\"“‘(]?[^\W_])",
        )

    def read(self, text: str) -> Dateline | None:
        """The dateline at the start of ``text``, or None."""
        spaced = _SPACED.match(text)
        if spaced is None:
            return self._read(text)
        place = "".join(spaced["place"].split())
        dateline = self._read(place + text[spaced.end() :]) if self.is_known(place) else None
        if dateline is None:
            return None
        further = spaced.end() - len(place)
        return replace(
            dateline,
            span=Span(0, dateline.span.end + further),
            place_span=Span(*spaced.span("place")),
        )

    @cached_property
    def _site_again(self) -> Pattern:
        """A pattern for the site named once more behind a dateline in house form."""
        return Pattern(
            rf"(?:{_sites(self.style)}){_JUNK}{_DASH}\s+(?=[\"“]?(?-i:[A-Z]))", re.IGNORECASE
        )

    @cached_property
    def _loose(self) -> Pattern:
        place, site = _alternatives(self.style.places), _sites(self.style)
        return Pattern(
            rf"[\s*_(\[]{{0,20}}(?:(?:{REGION}\s+)?(?P<place>{place})(?![^\W_]|[’'])[)\]]?)?"
            rf"(?:[\s,|/(\[{_HYPHENS}]{{0,9}}(?<![^\W_])(?P<site>{site})(?![^\W_])[)\]]?)?"
            rf"\s{{0,3}}(?:[,:.;|]|{_DASH}){_JUNK}(?<=\s)(?=[\"“‘(]?(?-i:[A-ZÀ-Þ]))",
            re.IGNORECASE,
        )

    def loose_opening(self, text: str) -> LooseOpening | None:
        """Read an opening that takes the place of a dateline (``BLITAR, Pemerintah …``), or None.

        Use it only for offered fixes: *Blitar, Rina pulang* opens in the same way.
        """
        match = self._loose.match(text)
        if match is None or not (match["place"] or match["site"]):
            return None
        place = " ".join((match["place"] or "").split()).upper()
        if match["site"] is None and self._goes_on_with_place(text[match.end() :], place):
            return None
        return LooseOpening(place, match.end())

    def _read(self, text: str) -> Dateline | None:
        canonical = self._canonical.match(text)
        if (
            canonical
            and self._is_plain(canonical["place"])
            and text[canonical.end() : canonical.end() + 1] not in (" ", *_HYPHENS)
            and not self._site_again.match(text, canonical.end())
        ):
            return Dateline(
                Span(0, canonical.end()),
                canonical["place"],
                Span(*canonical.span("place")),
                self.style.site if "{site}" in self.style.form else None,
                "",
                True,
            )
        opening = self._reversed.match(text)
        if opening is not None:
            return Dateline(
                Span(0, opening.end()),
                opening["place"],
                Span(*opening.span("place")),
                opening["site"],
                "",
                True,
            )
        opening = self._known.match(text)
        if opening is not None:
            return self._with_site(text, opening) or self._without_site(text, opening)
        stranger = self._stranger.match(text)
        if stranger is None:
            return None
        return Dateline(
            Span(0, stranger.end()),
            stranger["place"],
            Span(*stranger.span("place")),
            stranger["site"],
            "",
            True,
        )

    def is_canonical(self, text: str, dateline: Dateline) -> bool:
        """Whether ``dateline`` is in house form, apart from its capitals."""
        place = dateline.place_span.within(text)
        plain = " ".join(dateline.place.split())
        return place == plain and dateline.span.within(text) == self.style.house_form(plain)

    def _is_plain(self, place: str) -> bool:
        """Whether a place is written in house form: in capitals, without *Kab.* or *Kota*."""
        if not place.isupper() or "  " in place:
            return False
        region = self._region.match(place)
        return region is None or self.is_known(place)

    def is_known(self, place: str) -> bool:
        """Whether a place is in the style sheet's list, ignoring case."""
        return _fold(place) in self._places

    def first_place(self, text: str) -> str | None:
        """The first listed place that ``text`` names with a capital, as the list writes it."""
        for match in self._any_place().finditer(text):
            if match.group()[0].isupper():
                return match.group().upper()
        return None

    def _any_place(self) -> Pattern:
        return Pattern(rf"(?<!\w)(?:{_alternatives(self.style.places)})(?!\w)", re.IGNORECASE)

    def _with_site(self, text: str, opening: re.Match[str]) -> Dateline | None:
        match = self._site.match(text, opening.end())
        if match is None:
            return None
        extra = match["extra"].strip(" ,|:;/()[]*_-–—")
        if _fold(extra) == _fold(opening["place"]):
            extra = ""
        if _NOT_AN_AGENCY.search(extra) or "." in extra.rstrip(".") or extra.count(" ") > 4:
            return None
        place = opening["place"]
        if match["nothing"] and not (place.isupper() and not extra):
            return None
        return Dateline(
            Span(0, match.end()),
            place,
            Span(*opening.span("place")),
            match["site"],
            extra,
            not match["nothing"],
        )

    def _without_site(self, text: str, opening: re.Match[str]) -> Dateline | None:
        match = self._bare.match(text, opening.end())
        if match is None or not _BARE_BEFORE.issuperset(opening["open"]):
            return None
        place, extra = opening["place"], (match["extra"] or "").strip(" .")
        behind = text[match.end() :].lstrip('"“‘(')
        is_apart = bool(match["gap"] or match["behind"])
        is_route = self._goes_on_with_place(behind, place)
        if self._names_site.search(text, 0, match.end() + NEAR) or not (
            is_apart or place.isupper()
        ):
            return None
        if extra and (
            not (extra[0].isupper() or extra[0].isdigit()) or _NOT_AN_AGENCY.search(extra)
        ):
            return None
        if extra and match["dash"] in ":|" and not place.isupper():
            return None
        if is_route and (not place.isupper() or behind.split()[0].isupper()):
            return None
        if not place.isupper() and (match["dash"] == ":" or behind[0].islower()):
            return None
        agency = _AGENCY.match(text, match.end())
        has_agency = bool(
            agency and agency["name"].count(" ") < 4 and not _NOT_AN_AGENCY.search(agency["name"])
        )
        is_sure = not is_route and not has_agency and (is_apart or match["dash"][0] in "–—―")
        return Dateline(
            Span(0, match.end()), place, Span(*opening.span("place")), None, extra, is_sure
        )

    def _goes_on_with_place(self, behind: str, place: str) -> bool:
        """Whether another listed place follows, as in a route; the same place again does not
        count."""
        match = _ROUTE_WORD.match(behind)
        if match is None:
            return False
        both = match.group()
        follower = next((f for f in (both, both.split()[0]) if _fold(f) in self._places), "")
        return bool(follower) and _fold(follower) != _fold(place)


def _site_pattern(site: str) -> str:
    """A pattern for a site's name with any separators; the last part is optional."""
    parts = [re.escape(part) for part in re.split(r"[\W_]+", site) if part]
    gap = rf"[\s.,_{_HYPHENS}]{{0,3}}"
    if len(parts) > 1 and "." in site:
        return rf"(?:https?://)?(?:www\.)?{gap.join(parts[:-1])}(?:{gap}{parts[-1]}(?![^\W_]))?"
    return gap.join(parts) or r"(?!)"


def _sites(style: DatelineStyle) -> str:
    return "|".join(map(_site_pattern, (style.site, *style.site_variants)))


def _fold(place: str) -> str:
    return " ".join(place.split()).casefold()


def _alternatives(names: Iterable[str]) -> str:
    ordered = sorted({" ".join(name.split()) for name in names}, key=lambda n: (-len(n), n))
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in ordered) or r"(?!)"
