"""Parses what an editor types into the search; every text is a valid query.

``panen raya`` both words by their roots · ``09.00``, ``Rp1,5`` as they are · ``"panen raya"``
exactly so · ``panen*`` words that begin so · ``-banjir`` not this · ``judul:`` ``tempat:``
``sumber:`` ``editor:`` only there · ``status:siap`` · ``tanggal:2024``, ``tanggal:2024-11-12``,
``tanggal:12/11/2024``, ``tanggal:2024-10..2024-11``.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Literal, NamedTuple

from bnews_desk.archive.release_progress import STAGES
from bnews_desk.archive.repository.archive_values import EVERYTHING, ReleaseFilter
from bnews_desk.archive.search.index_tokens import all_tokens, roots_of
from bnews_desk.text import words

Kind = Literal["roots", "phrase", "prefix"]
Field = Literal["", "headline", "place", "source", "editor"]
MAX_TERMS = 40
"""Terms of a query that are used."""
_MAX_QUERY = 2_000
"""Code points of a query that are read."""
_FIELDS: dict[str, Field] = {
    "judul": "headline",
    "tempat": "place",
    "sumber": "source",
    "editor": "editor",
}
_ITEM = re.compile(
    r"(?P<out>-)?(?:(?P<field>judul|tempat|sumber|editor|status|tanggal):)?"
    r"(?:\"(?P<phrase>[^\"]*)\"?|(?P<plain>[^\s\"]+))",
    re.IGNORECASE,
)
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
_LOCAL = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
_QUOTES = str.maketrans("“”„‟«»", '""""""')


class QueryTerm(NamedTuple):
    """One thing to search for: the tokens of a root, of a phrase, or a word's prefix."""

    tokens: tuple[str, ...]
    kind: Kind = "roots"
    field: Field = ""


class SearchQuery(NamedTuple):
    """A search: all of ``wanted``, none of ``unwanted``, among the releases that the filter admits.

    ``notes`` are Indonesian sentences on parts of the query that were ignored.
    """

    wanted: tuple[QueryTerm, ...] = ()
    unwanted: tuple[QueryTerm, ...] = ()
    filter: ReleaseFilter = EVERYTHING
    notes: tuple[str, ...] = ()


def parse_query(typed: str) -> SearchQuery:
    """Parse a query; '' matches everything."""
    wanted: list[QueryTerm] = []
    unwanted: list[QueryTerm] = []
    notes: list[str] = []
    asked = EVERYTHING
    for item in _ITEM.finditer(typed[:_MAX_QUERY].translate(_QUOTES)):
        field = (item["field"] or "").lower()
        said = item["plain"] or item["phrase"] or ""
        if field == "status":
            asked = _with_status(asked, said, notes, is_out=bool(item["out"]))
        elif field == "tanggal":
            asked = _with_days(asked, said, notes, is_out=bool(item["out"]))
        else:
            terms = _terms(said, _FIELDS.get(field, ""), is_phrase=item["plain"] is None)
            (unwanted if item["out"] else wanted).extend(terms)
    if len(wanted) > MAX_TERMS or len(unwanted) > MAX_TERMS:
        notes.append(f"Hanya {MAX_TERMS} kata pertama yang dicari; persingkat pencariannya.")
    return SearchQuery(
        tuple(dict.fromkeys(wanted[:MAX_TERMS])),
        tuple(dict.fromkeys(unwanted[:MAX_TERMS])),
        asked,
        tuple(notes),
    )


def parse_unfinished_query(typed: str) -> SearchQuery | None:
    """Parse a query whose last word is still being typed and therefore matches as a prefix.

    None where the last part is no plain word: an excluded or quoted one, or a filter.
    """
    whole, asked = parse_query(typed), parse_query(f"{typed}*")
    is_other = asked.wanted != whole.wanted
    return asked if is_other and asked._replace(wanted=whole.wanted) == whole else None


def parse_headline_query(typed: str) -> SearchQuery:
    """A search for headlines with words that begin with the typed ones."""
    tokens = dict.fromkeys(all_tokens(typed[:_MAX_QUERY]))
    return SearchQuery(
        tuple(QueryTerm((token,), "prefix", "headline") for token in tokens)[:MAX_TERMS]
    )


def _terms(said: str, field: Field, *, is_phrase: bool) -> list[QueryTerm]:
    tokens = tuple(all_tokens(said))
    if not tokens:
        return []
    if not is_phrase and said.endswith("*"):
        return [QueryTerm(tokens, "prefix", field)]
    is_figure = len(tokens) > 1 and any(letter.isdigit() for letter in said)
    if is_phrase or is_figure or field not in ("", "headline"):
        return [QueryTerm(tokens, "phrase", field)]
    return [
        QueryTerm(roots, "roots", field) for word in words(said) if (roots := roots_of(word.text))
    ]


def _with_status(
    asked: ReleaseFilter, said: str, notes: list[str], *, is_out: bool
) -> ReleaseFilter:
    named = {name for name in said.lower().split(",") if name in STAGES}
    if not named:
        notes.append(f"Status “{said}” tidak dikenal; pilih dari: {', '.join(STAGES)}.")
        return asked
    before = frozenset(STAGES) if asked.statuses is None else asked.statuses
    return asked._replace(statuses=before - named if is_out else before & named)


def _with_days(asked: ReleaseFilter, said: str, notes: list[str], *, is_out: bool) -> ReleaseFilter:
    first, dots, last = said.partition("..")
    since, until = _days(first), _days(last if dots else first)
    if is_out or (first and since is None) or (dots and last and until is None) or said == "..":
        notes.append(
            f"Tanggal “{said}” tidak dapat dicari; tulis seperti tanggal:2024-11-12 atau"
            " tanggal:2024-10..2024-11."
        )
        return asked
    if since and until and since[0] > until[1]:
        since, until = until, since
        notes.append(f"Rentang tanggal “{said}” terbalik, jadi dibaca “{last}..{first}”.")
    start = since[0] if since else ""
    end = until[1] if until else ""
    return asked._replace(
        since=max(asked.since, start),
        until=min(filter(None, (asked.until, end)), default=""),
    )


def _days(said: str) -> tuple[str, str] | None:
    """The first and last day of a date or period, None where it is none."""
    if local := _LOCAL.fullmatch(said):
        said = f"{local[3]}-{local[2]}-{local[1]}"
    match = _ISO.fullmatch(said)
    if match is None:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    except ValueError:
        return None
    return first.isoformat(), last.isoformat()
