"""The word index in PostgreSQL: one vector for each release."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Select,
    literal_column,
    select,
    text,
)

from bnews_desk.archive.repository.archive_values import ResultPage
from bnews_desk.archive.search.index_tokens import IndexedDocument
from bnews_desk.archive.search.search_query import QueryTerm
from bnews_desk.archive.search.word_index import (
    BEST_AMONG,
    HEADLINE_WEIGHT,
    IndexScope,
    newest_of_each,
    page_of_numbers,
)
from bnews_desk.patterns import Pattern

_FREQUENT = (
    "yang dan di ini dengan dari untuk dalam itu juga pada tersebut tidak akan menjadi ke bisa"
    " lebih atau saat ada hingga oleh sebagai kata sudah karena adalah satu tahun telah hanya"
    " seperti lain secara bahwa mengatakan masih dapat kepada bagi serta hari melakukan harus kita"
    " merupakan ujar banyak dilakukan mereka besar baru memiliki terhadap masyarakat melalui baik"
    " beberapa mulai sangat dua terus atas salah para agar kami memberikan berbagai tetap langsung"
    " orang lalu setelah dia selama pun belum sama lagi waktu kembali bukan saya membuat terjadi"
    " pertama tak termasuk kali bersama hal sehingga sekitar terkait antara negara jadi saja"
    " seluruh tengah sampai sejak lainnya pemerintah semua penting depan sejumlah resmi"
    " sebelumnya hasil kondisi maupun kedua yakni tiga kemudian kini utama bagian setiap wilayah"
    " rumah warga blitar kabupaten kota kecamatan desa kelurahan bupati wali walikota wakil dinas"
    " kepala daerah kegiatan program pemkab pemkot jawa timur indonesia b news id editor senin"
    " selasa rabu kamis jumat sabtu minggu"
)
"""Words that occur in at least every fifth article, in the news or in this newsroom's releases. The
index is rebuilt when they change (``LAYOUTS``).
"""


def pairs_of(words: Sequence[str]) -> list[str]:
    """The pairs of neighbouring frequent words, each pair once and as one token."""
    return list(dict.fromkeys(_frequent_pairs(words)))


def _frequent_pairs(words: Iterable[str]) -> Iterator[str]:
    frequent = _frequent_words()
    for one, other in pairwise(words):
        if one in frequent and other in frequent:
            yield f"{one}_{other}"


@cache
def _frequent_words() -> frozenset[str]:
    return frozenset(_FREQUENT.split())


_MARKS = {
    ("place", False): "=p",
    ("source", False): "=s",
    ("editor", False): "=e",
    ("headline", False): "=h",
    ("headline", True): "=t",
    ("", True): "=r",
}
"""By field, and whether it is of roots, the prefix that sets lexemes apart from words in the one
vector: ``=rrencana``. No word begins with it, so a prefix search cannot match it.
"""
_KEY: ColumnElement[int] = literal_column("search.release", BigInteger)
_PAIR = "=2"
"""The prefix of two neighbouring frequent words."""
_OF_FRAME = frozenset({"place", "source", "editor"})
_MATCHES = text("search.vector @@ CAST(:asked AS tsquery)")
_MATCHES_ONE_BY_ONE = text("ts_match_vq(search.vector, CAST(:asked AS tsquery))")
"""The match as a function, for which the planner does not use the index."""
_LACKS = text("NOT coalesce(search.vector @@ CAST(:asked AS tsquery), false)")
_WITH_VECTORS = "releases LEFT JOIN search ON search.release = releases.number"
_GLANCE = 400
"""How many of the newest releases are matched one by one before the plan is chosen."""
_LOOK_COST = 6.0
"""The cost of matching one vector, relative to reading one release from the index."""
_OF_A_LETTER = 3
"""Index entries a release that are read for a search for words with one initial letter."""
_HAS_LETTER = Pattern(r"'[0-9a-z]':\*")
"""Only in the body: headlines and frame fields have too few words to matter."""
_MARGIN = 1.5
"""Factor by which more releases are examined than should be needed."""
_WITHOUT_TABLE = text("SET LOCAL enable_seqscan = off")
_LAST_WITHOUT_TABLE = text(
    "SELECT last FROM (SELECT max(release) AS last FROM search) AS newest,"
    " set_config('enable_seqscan', 'off', true)"
)
"""Both in one query, because each round trip to the server takes time."""
_TAKE_IN_WAITING = text(
    "SELECT gin_clean_pending_list(oid) FROM pg_class"
    " WHERE oid = CAST('search_by_word' AS regclass) AND pg_has_role(relowner, 'USAGE')"
)
"""Only the owner may do this; for others the server does so when it is idle."""
_ALL_FOUND = (
    "WITH found AS MATERIALIZED"
    " (SELECT release FROM search WHERE vector @@ CAST(:asked AS tsquery))"
    " SELECT release FROM found"
)


class PostgresqlIndex:
    """One ``tsvector`` for each release, in the form that ``simple`` gives, built by this program.

    PostgreSQL's parser would split hyphens, dots and numbers differently. Of a word that occurs
    more than 255 times in a release PostgreSQL keeps the first 255 positions for phrases.
    """

    releases = "releases"

    def put(self, db: Connection, number: int, document: IndexedDocument) -> None:
        """Index a release, replacing its earlier entry."""
        db.execute(
            text(
                "INSERT INTO search VALUES (:number, CAST(:vector AS tsvector))"
                " ON CONFLICT (release) DO UPDATE SET vector = excluded.vector"
            ),
            {"number": number, "vector": _vector(document)},
        )

    def drop(self, db: Connection, numbers: Iterable[int]) -> None:
        """Delete releases from the index."""
        for number in numbers:
            db.execute(text("DELETE FROM search WHERE release = :number"), {"number": number})

    def clear(self, db: Connection) -> None:
        """Empty the index."""
        db.execute(text("DELETE FROM search"))

    def tidy(self, db: Connection) -> None:
        """Merge the GIN index's pending list, up to four megabytes: every query reads all of it,
        and a search for related headlines makes two dozen queries.
        """
        db.execute(_TAKE_IN_WAITING)

    def numbers(self, db: Connection) -> set[int]:
        """The numbers of the indexed releases."""
        return set(db.scalars(text("SELECT release FROM search")))

    def expression(
        self,
        terms: Iterable[QueryTerm],
        unwanted: Iterable[QueryTerm] = (),
        *,
        is_any: bool = False,
    ) -> str:
        """The terms as a ``tsquery``, every token a quoted lexeme."""
        asked = (" | " if is_any else " & ").join(f"({self._term(term)})" for term in terms)
        out = " | ".join(f"({self._term(term)})" for term in unwanted)
        return f"({asked}) & !({out})" if out else asked

    def newest(
        self, db: Connection, searches: Sequence[Iterable[QueryTerm]], most: int
    ) -> list[list[int]]:
        """For each search, at most ``most`` of the newest releases that match all of its terms.

        PostgreSQL's planner does not know that matching a vector means fetching and unpacking ten
        kilobytes: by itself it matches the newest releases one by one.
        """
        db.exec_driver_sql("SET LOCAL enable_indexscan = off; SET LOCAL enable_seqscan = off")
        one = (
            "SELECT {n} AS search, string_agg(CAST(number AS text), ',') FROM (SELECT release AS"
            " number FROM search WHERE vector @@ CAST(:terms{n} AS tsquery) ORDER BY release DESC"
            " LIMIT :most) AS found{n}"
        )
        return newest_of_each(db, one, [self.expression(terms) for terms in searches], most)

    def lacking(
        self, db: Connection, unwanted: str, among: IndexScope, page: ResultPage
    ) -> list[int]:
        """One page of the releases that do not match an expression, newest first.

        Some of the newest are matched first, which is mostly enough. Otherwise the matching
        releases are read from the index and subtracted from all.
        """
        last = self._last(db, among)
        number = literal_column("releases.number", BigInteger)
        chosen = page_of_numbers(
            select(number).where(*among.conditions).order_by(number.desc()), page
        )
        looked = chosen.select_from(text(_WITH_VECTORS)).where(_LACKS, number > last - _GLANCE)
        numbers = list(db.scalars(looked, {"asked": unwanted}))
        if len(numbers) == page.limit or last - _GLANCE < among.first:
            return numbers
        others = select(_KEY).select_from(text("search")).where(_MATCHES)
        whole = chosen.select_from(text(self.releases)).where(number.not_in(others))
        return list(db.scalars(whole, {"asked": unwanted}))

    def found(self, db: Connection, asked: str, among: IndexScope, page: ResultPage) -> list[int]:
        """One page of the matching releases, newest first."""
        first, limit = max(0, page.offset), max(0, page.limit)
        return self._walked(db, asked, among, first + limit)[first:]

    def best(self, db: Connection, asked: str, among: IndexScope, page: ResultPage) -> list[int]:
        """One page of the matching releases, best first.

        The order is PostgreSQL's rank divided by 1 + the logarithm of the text's length.
        """
        newest = self._walked(db, asked, among, BEST_AMONG)
        weights = ", ".join(["0.25"] * 3 + [str(0.25 * HEADLINE_WEIGHT)])
        weighed = text(
            "SELECT release FROM search WHERE release = ANY(:newest) ORDER BY"  # noqa: S608
            f" ts_rank('{{{weights}}}', vector, CAST(:asked AS tsquery), 1) DESC, release DESC"
            " LIMIT :limit OFFSET :first"
        )
        first, limit = max(0, page.offset), max(0, page.limit)
        bound = {"newest": newest, "asked": asked, "limit": limit, "first": first}
        return list(db.scalars(weighed, bound))

    def _walked(self, db: Connection, asked: str, among: IndexScope, limit: int) -> list[int]:
        """At most ``limit`` of the newest matching releases.

        Frequent words are found quickest by matching one release after another, rare ones by the
        index. The planner does not know which is the case for a new word or a prefix, and may read
        all vectors: so some of the newest are matched first.
        """
        last = self._last(db, among)
        has_letter = bool(_HAS_LETTER.search(asked))
        looks = _MATCHES_ONE_BY_ONE if has_letter else _MATCHES
        chosen = _joined("search", among).where(looks).limit(limit)

        def back_to(number: int) -> list[int]:
            return list(db.scalars(chosen.where(number < _KEY), {"asked": asked}))

        looked = last - _GLANCE
        numbers = back_to(looked)
        share, span = len(numbers) / _GLANCE, last - among.first
        taken = share + (_OF_A_LETTER if has_letter else 0)
        if len(numbers) < limit and share * taken * span > _LOOK_COST * limit:
            looked = last - int(_MARGIN * limit / share)
            numbers = back_to(looked)
        if len(numbers) == limit or looked < among.first:
            return numbers
        rare = _joined(f"({_ALL_FOUND}) AS search", among).limit(limit)
        return list(db.scalars(rare, {"asked": asked}))

    def _last(self, db: Connection, among: IndexScope) -> int:
        """The number of the last release in scope; also keeps this transaction from sequential
        scans.

        The planner does not know the cost of fetching vectors: for a word that every release has it
        would read them all, which takes ten times as long as the index.
        """
        if among.last:
            db.execute(_WITHOUT_TABLE)
            return among.last
        return int(db.scalar(_LAST_WITHOUT_TABLE) or 0)

    def _term(self, term: QueryTerm) -> str:
        phrase = self._lexemes(term)
        if term.kind == "roots" or term.field in _OF_FRAME:
            return phrase
        whole = term.tokens if term.kind == "phrase" else term.tokens[:-1]
        pairs = [f"'{_PAIR}{pair}'" for pair in pairs_of(whole)]
        if pairs and term.tokens == whole and len(whole) == 2 and not term.field:
            return pairs[0]  # no vector has to be read for the rest
        return " & ".join([*pairs, f"({phrase})"]) if pairs else phrase

    def _lexemes(self, term: QueryTerm) -> str:
        mark = _MARKS.get((term.field, term.kind == "roots"), _MARKS.get((term.field, False), ""))
        lexemes = [f"'{mark}{token}'" for token in term.tokens]
        if term.kind == "prefix":
            lexemes[-1] += ":*"
        return (" & " if term.kind == "roots" else " <-> ").join(lexemes)


def _vector(document: IndexedDocument) -> str:
    """A document as a PostgreSQL vector literal; a position is left free between
    headline and body.
    """
    head = _MARKS["headline", False]
    parts = [f"'{token}':{at}A" for at, token in enumerate(document.head_words, 1)]
    parts += [f"'{head}{token}':{at}" for at, token in enumerate(document.head_words, 1)]
    behind = len(document.head_words) + 2
    parts += [f"'{token}':{at}" for at, token in enumerate(document.body_words, behind)]
    parts += [f"'{_PAIR}{pair}':1A" for pair in pairs_of(document.head_words)]
    parts += [f"'{_PAIR}{pair}':2" for pair in pairs_of(document.body_words)]
    parts += [f"'{_MARKS['', True]}{token}':1A" for token in document.head_roots]
    parts += [f"'{_MARKS['headline', True]}{token}':1" for token in document.head_roots]
    parts += [f"'{_MARKS['', True]}{token}':2" for token in document.body_roots]
    for name in ("place", "source", "editor"):
        tokens: tuple[str, ...] = getattr(document, name)
        parts += [f"'{_MARKS[name, False]}{token}':{at}" for at, token in enumerate(tokens, 1)]
    return " ".join(parts)


def _joined(search: str, among: IndexScope) -> Select[Any]:
    chosen = select(_KEY).order_by(_KEY.desc())
    if among.conditions:
        search = f"{search} JOIN releases ON releases.number = search.release"
    if among.last:
        chosen = chosen.where(_KEY.between(among.first, among.last))
    return chosen.select_from(text(search)).where(*among.conditions)
