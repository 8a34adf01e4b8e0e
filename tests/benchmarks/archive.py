"""Measures the archive's speed at growing sizes, on SQLite and PostgreSQL; part of ``make bench``.

``archive.py [--releases N] [--at FOLDER] [PART]...``. Releases are generated (``releases.py``);
each of ``QUERIES`` is run once before it is timed, then mixed with others. Tantivy, a search engine
in Rust, searches the same texts for the same words for comparison. With ``--at`` the archives are
kept in a folder and used again. No result here can fail a test.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import os
import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

sys.path.append(str(Path(__file__).resolve().parents[1] / "archive"))

import postgresql_server
from archive_filling import fill
from archive_queries import QUERIES
from releases import releases

from bnews_desk.__main__ import COLLECT_AFTER
from bnews_desk.archive.repository.archive_move import move_archive
from bnews_desk.archive.repository.archive_values import Order, ReleaseFilter, ResultPage
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.repository.open_archive import open_archive
from bnews_desk.archive.search.search_query import SearchQuery, parse_query
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet

FIRST_SIZES = (1_000, 10_000)
PARTS = ("search", "read", "near", "save", "start")
ROUNDS = 3
PAGES = (20, 50, 100)
SLOWEST = 5
SAVES = 300
READS = 200
NEAR = 60
FRESH_SEED = 5
"""The seed of releases that are saved and compared; these are not in the archive."""


class Figures(NamedTuple):
    """Milliseconds of many runs."""

    middle: float
    p95: float
    p99: float

    def __str__(self) -> str:
        return f"{self.middle:7.1f} {self.p95:7.1f} {self.p99:7.1f}"


def figures_of(times: Sequence[float]) -> Figures:
    """The statistics of many runs, given in seconds."""
    ordered = sorted(1000 * one for one in times)
    at = [min(len(ordered) - 1, int(share * len(ordered))) for share in (0.95, 0.99)]
    return Figures(statistics.median(ordered), *(ordered[one] for one in at))


def seconds(action: Callable[[], object]) -> float:
    """The seconds that an action takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def row(what: str, figures: Figures | float, target: str = "") -> None:
    """Print one line of the table."""
    said = str(figures) if isinstance(figures, Figures) else f"{figures:7.1f}"
    print(f"  {what:46} {said:24}  {target}", flush=True)


class Bench:
    """The archives of one size."""

    def __init__(self, folder: Path, size: int, server: postgresql_server.Server | None) -> None:
        self.size = size
        self.path = folder / f"arsip-{size}.db"
        self._server = server
        self._reader = FrameReader(load_style_sheet(None)[0])
        if not self.path.exists():
            took = seconds(lambda: fill(str(self.path), size))
            row(f"{size} releases taken in, each, ms", took / size * 1000)

    @contextlib.contextmanager
    def embedded(self) -> Iterator[DatabaseArchive]:
        """An archive on SQLite."""
        with contextlib.closing(open_archive(str(self.path), self._reader)) as vault:
            yield vault

    @contextlib.contextmanager
    def shared(self) -> Iterator[DatabaseArchive | None]:
        """An archive on PostgreSQL; None without a server."""
        if self._server is None:
            yield None
            return
        for address in postgresql_server.database(self._server):
            with (
                self.embedded() as source,
                contextlib.closing(
                    open_archive(address, self._reader, may_be_incomplete=True)
                ) as target,
            ):
                took = seconds(lambda: sum(1 for _ in move_archive(source, target)))
                row("moved to PostgreSQL and read back, each, ms", took / self.size * 1000)
                yield target

    def search(self, vault: DatabaseArchive) -> None:
        """Measure search in both orders, with short and long pages."""
        queries = [parse_query(typed) for typed in QUERIES]
        before = resident()
        for order, target in (("newest", "p95 < 50"), ("best", "p95 < 150")):
            for size in PAGES:
                times = asked(vault, queries, order, ResultPage(size))
                every = figures_of([took for one in times for took in one])
                row(f"search, {order} first, page of {size}", every, target)
            slowest = sorted(zip(map(statistics.median, times), QUERIES, strict=True))[-SLOWEST:]
            print("    slowest:", ", ".join(f"{q} {1000 * t:.0f}" for t, q in slowest[::-1]))
        row("grown by searching, MB", resident() - before)

    def save(self, vault: DatabaseArchive) -> None:
        """Measure saving: new releases, and each again with more words, visible to all and then
        durable."""
        new = [release for _, release in releases(SAVES, FRESH_SEED)]
        keys = [f"baru-{time.time_ns()}-{number}" for number in range(SAVES)]
        pairs = list(zip(keys, new, strict=True))
        row("added", figures_of([seconds(lambda: vault.add(*pair)) for pair in pairs]))  # noqa: B023
        saved, durable, waited = [], [], []
        for number, (key, release) in enumerate(pairs):
            longer = release._replace(text=release.text.replace(". ", ". Panen raya. ", 3))
            record = vault.get(key)._replace(release=longer)
            if number % 3:
                saved.append(seconds(lambda: vault.save(record, is_durable=False)))  # noqa: B023
                durable.append(saved[-1] + seconds(vault.make_durable))
            else:
                waited.append(seconds(lambda: vault.save(record)))  # noqa: B023
        row("saved: committed, seen by all", figures_of(saved), "p99 < 5")
        row("saved: durable, since it was asked for", figures_of(durable))
        row("saved by who waits for the disk", figures_of(waited))

    def read(self, vault: DatabaseArchive) -> None:
        """Measure reading: lists, counts, opening one release."""
        step = max(1, self.size // READS)
        keys = [f"r{number:06}" for number in range(0, self.size, step)]
        row("opened", figures_of([seconds(lambda: vault.get(key)) for key in keys]))  # noqa: B023
        for name, wanted in (
            ("all", ReleaseFilter()),
            ("baru", ReleaseFilter(frozenset({"baru"}))),
            ("a month", ReleaseFilter(None, "2017-01-01", "2017-01-31")),
        ):
            times = [seconds(lambda: vault.list_releases(wanted)) for _ in range(30)]  # noqa: B023
            row(f"listed, {name}", figures_of(times))
        row("counted", figures_of([seconds(vault.counts) for _ in range(30)]))

    def near(self, vault: DatabaseArchive) -> None:
        """Measure related releases and duplicates."""
        new = [release for _, release in releases(NEAR, FRESH_SEED)]
        for name, ask, target in (
            ("related headlines", lambda one: vault.related("", one), "p95 < 100"),
            ("duplicates", vault.find_duplicates, "p95 < 150"),
        ):
            ask(new[0])
            times = [seconds(lambda: ask(release)) for release in new[1:]]  # noqa: B023
            row(name, figures_of(times), target)


def asked(
    vault: DatabaseArchive, queries: Sequence[SearchQuery], order: Order, page: ResultPage
) -> list[list[float]]:
    """The times of each query after it has been run once."""
    times: list[list[float]] = [[] for _ in queries]
    for number in range(ROUNDS + 1):
        for query, own in zip(queries, times, strict=True):
            took = seconds(lambda: vault.search(query, order, page))  # noqa: B023
            if number:
                own.append(took)
    return times


def tantivy_figures(size: int) -> Iterator[tuple[str, Figures]]:
    """The same words searched by Tantivy: plain words, without roots and excerpts."""
    try:
        import tantivy
    except ImportError:
        return
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("headline", stored=True)
    builder.add_text_field("body", stored=True)
    builder.add_unsigned_field("number", indexed=True, fast=True)
    index = tantivy.Index(builder.build())
    writer = index.writer(100_000_000)
    for number, (_, release) in enumerate(releases(size)):
        document = tantivy.Document(headline=release.headline, body=release.body)
        document.add_unsigned("number", number)
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()
    queries = list(_for_tantivy(index))

    def look(query: Any, **options: Any) -> None:
        for _, address in searcher.search(query, 20, **options).hits:
            searcher.doc(address)

    for order, options in (("newest", {"order_by_field": "number"}), ("best", {})):
        times = []
        for number in range(ROUNDS + 1):
            took = [seconds(lambda: look(query, **options)) for query in queries]  # noqa: B023
            times += took if number else []
        yield f"Tantivy, {order} first, {len(queries)} of {len(QUERIES)} queries", figures_of(times)


def _for_tantivy(index: Any) -> Iterator[Any]:
    """The queries that Tantivy supports."""
    import tantivy

    for typed in QUERIES:
        if ":" in typed or typed.startswith("-") or not typed:
            continue
        last = typed.rpartition(" ")[2]
        if not typed.endswith("*"):
            yield index.parse_query(typed, ["headline", "body"], conjunction_by_default=True)
        elif last == typed:
            yield tantivy.Query.regex_query(index.schema, "body", last[:-1] + ".*")


def disk(folder: Path) -> None:
    """Measure the time to write one page durably to this disk, independently of the program."""
    times = []
    with open(folder / "halaman", "wb") as file:
        for _ in range(200):
            file.write(b"x" * 4096)
            file.flush()
            times.append(seconds(lambda: os.fsync(file.fileno())))
    row("one page written and waited for on this disk", figures_of(times))


def resident() -> float:
    """The present memory of this process in megabytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="utf-8").split()[1])
    return pages * resource.getpagesize() / 1e6


def starts(folder: Path, full: Path) -> None:
    """Measure the window's start with the full archive and with an empty one, alternately."""
    import window

    took: dict[str, list[float]] = {"full": [], "empty": []}
    home = folder / "meja"
    place = next(window.places())

    class Furnished(window.Bench):
        def figures_with(self, archive: Path | None) -> float:
            original = window.finish_parts

            def furnish(target: Path, text: str) -> None:
                original(target, text)
                if archive is not None:
                    os.symlink(archive, target / "arsip.db")

            window.finish_parts = furnish
            try:
                found = self.figures("start", "ours", window.copy(window.SHORT))
            finally:
                window.finish_parts = original
            return (found["monotonic"] - found["begun"]) * 1000

    bench = Furnished(place, home)
    home.mkdir(exist_ok=True)
    for number in range(window.STARTS + 1):
        for name, archive in (("full", full), ("empty", None)):
            one = bench.figures_with(archive)
            if number:
                took[name].append(one)
    for name, times in took.items():
        row(f"window start, archive {name}, ms", statistics.median(times), "within 10 %")


def options_of(arguments: Sequence[str]) -> argparse.Namespace:
    """Parse the arguments."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--releases", type=int, default=FIRST_SIZES[0])
    parser.add_argument("--at", type=Path)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], default=[])
    return parser.parse_args(arguments)


@contextlib.contextmanager
def a_server(folder: Path) -> Iterator[postgresql_server.Server | None]:
    """A PostgreSQL server that waits for the disk as in a newsroom; None where there is none."""
    try:
        server = postgresql_server.start(folder / "postgresql", fsync=True)
    except postgresql_server.UnavailableError as error:
        print(f"PostgreSQL is left out: {error}")
        yield None
        return
    try:
        yield server
    finally:
        server.stop()


def measure(bench: Bench, parts: Sequence[str]) -> None:
    """Measure one size on each database."""
    for name, opened in (("SQLite", bench.embedded), ("PostgreSQL", bench.shared)):
        with opened() as vault:
            if vault is None:
                continue
            print(f"\n{bench.size} releases, {name}{'':20} median     p95     p99 ms")
            for part in parts:
                if part != "start":
                    getattr(bench, part)(vault)
    if "search" in parts:
        for what, figures in tantivy_figures(bench.size):
            row(what, figures)


def main(arguments: Sequence[str]) -> None:
    """Print the results for every size up to the given one."""
    # as in the program, so that no full collection (40 ms) is timed
    gc.set_threshold(COLLECT_AFTER)
    options = options_of(arguments)
    parts = options.parts or PARTS
    sizes = [*(size for size in FIRST_SIZES if size < options.releases), options.releases]
    with tempfile.TemporaryDirectory() as away:
        folder = options.at or Path(away)
        folder.mkdir(parents=True, exist_ok=True)
        disk(folder)
        with a_server(Path(away)) as server:
            for size in sizes:
                bench = Bench(folder, size, server)
                row("on disk, MB", bench.path.stat().st_size / 1e6)
                measure(bench, parts)
        if "start" in parts:
            starts(Path(away), bench.path)
            shutil.rmtree(Path(away) / "meja", ignore_errors=True)


if __name__ == "__main__":
    main(sys.argv[1:])
