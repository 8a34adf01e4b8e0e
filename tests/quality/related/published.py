"""Measures proposals and linked titles on published news: ``related/published.py [EVAL] [--show
N]``.

An archive is filled with 4,700 articles. The script counts its answers for the headlines of other
articles, and for altered headlines of its own; with ``--show`` it prints the first three proposals
for N of the others, to be judged by a person.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import json
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from random import Random

from sqlalchemy import event, text, update

from bnews_desk.archive.repository.archive_tables import RELEASES
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.repository.database_engines import write_transaction
from bnews_desk.archive.repository.open_archive import open_archive
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.release import Release

EVAL = Path(__file__).resolve().parents[4] / "shared" / "eval"
SEED = 7
FILED = 4_700
ALTERED = 300
LEAST_WORDS = 5
"""Least number of words in a headline that is altered."""


def articles(folder: Path) -> list[Release]:
    """Articles with a headline, in a fixed random order."""
    found = []
    with gzip.open(folder / "news-dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            headline = " ".join(article["title"].split())
            if headline:
                found.append(Release.of(headline, article["text"].split("\n")))
    Random(SEED).shuffle(found)  # noqa: S311
    return found


def filed(address: str, releases: Iterable[Release]) -> DatabaseArchive:
    """An archive with these releases, all published."""
    vault = open_archive(address, FrameReader(load_style_sheet(None)[0]))
    vault.engine.dispose()
    event.listen(vault.engine, "connect", _unsafe)
    for number, release in enumerate(releases):
        vault.add(f"n{number}", release)
    with write_transaction(vault.engine) as db:
        db.execute(update(RELEASES).values(status="tayang"))
        db.execute(text("ANALYZE"))
    return vault


def _unsafe(connection: object, _entry: object) -> None:
    connection.execute("PRAGMA synchronous = OFF")  # type: ignore[attr-defined]


def slip(words: list[str], chance: Random) -> list[str]:
    """Drop or add a letter in the longest word."""
    at = max(range(len(words)), key=lambda i: len(words[i]))
    word, inside = words[at], chance.randrange(1, len(words[at]))
    put_in = "" if chance.random() < 0.5 else word[inside] + chance.choice("aeiounr")
    return [*words[:at], word[:inside] + put_in + word[inside + 1 :], *words[at + 1 :]]


def left_out(words: list[str], chance: Random) -> list[str]:
    """Drop any word."""
    at = chance.randrange(len(words))
    return words[:at] + words[at + 1 :]


def small(words: list[str], _chance: Random) -> list[str]:
    """Use lower case only."""
    return [word.lower() for word in words]


def cut_off(words: list[str], _chance: Random) -> list[str]:
    """Keep the first two thirds."""
    return words[: max(LEAST_WORDS, len(words) * 2 // 3)]


ALTERATIONS: tuple[Callable[[list[str], Random], list[str]], ...] = (
    slip,
    left_out,
    small,
    cut_off,
)


def count_altered(vault: DatabaseArchive, headlines: Sequence[str]) -> None:
    """Count how often the right headline is proposed for an altered one."""
    for alter in ALTERATIONS:
        chance = Random(SEED)  # noqa: S311
        right = tried = 0
        for headline in chance.sample(headlines, ALTERED):
            words = headline.split()
            title = " ".join(alter(words, chance)) if len(words) >= LEAST_WORDS else headline
            if title != headline:
                tried += 1
                near = vault.look_up_title(title).near
                right += near is not None and near.headline == headline
        print(f"{alter.__name__}: {right} of {tried}")


def count_strangers(vault: DatabaseArchive, headlines: Sequence[str]) -> None:
    """Count how often a headline that is not in the archive is taken for an altered one."""
    taken = [
        (h, near.headline) for h in headlines if (near := vault.look_up_title(h).near) is not None
    ]
    print(f"not held, taken for altered: {len(taken)} of {len(headlines)}")
    for headline, near in taken:
        print(f"  {headline}\n  {near}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=EVAL)
    parser.add_argument("--show", type=int, default=0, metavar="N")
    options = parser.parse_args()
    releases = articles(options.folder)
    held, others = releases[:FILED], releases[FILED:]
    with (
        tempfile.TemporaryDirectory() as folder,
        contextlib.closing(filed(f"{folder}/arsip.db", held)) as vault,
    ):
        count_strangers(vault, [release.headline for release in others])
        count_altered(vault, [release.headline for release in held])
        for release in others[: options.show]:
            print(f"# {release.headline}")
            for found in vault.related("lain", release, 3):
                print(f"  {found.headline}")


if __name__ == "__main__":
    main()
