"""Measures whether the affix analyser finds the roots judged by hand, and which errors it accepts.

    python tests/quality/roots.py [EVAL folder]
    python tests/quality/roots.py EVAL --draw SEED COUNT

The words in ``verdicts/akar.tsv`` were drawn (a quarter each from the common and the rare words,
half weighted by frequency) and judged before the analyser had seen them; words without an affix,
typing slips and words joined by scrapers were left out. The first draw was made before the analyser
existed; the remarks in the file tell what later draws missed when they were new.
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from bnews_desk.lexicon.affixes.analyser import AffixAnalyser, shipped_analyser
from bnews_desk.lexicon.affixes.roots import shipped_roots

HERE = Path(__file__).resolve().parent
VERDICTS = HERE / "verdicts" / "akar.tsv"
CORRUPTIONS = 2000
SEED = 20261127
_DERIVED = re.compile(
    r"(?:me|di|be|ter|pe|se|ke|ku|kau).{3,}$|.{3,}(?:an|i|nya|[lkt]ah|pun|ku|mu)$|.*-"
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Verdict(NamedTuple):
    """A derived word, its root as judged by a person, and its draw."""

    word: str
    root: str
    draw: str


def verdicts() -> list[Verdict]:
    """All verdicts."""
    lines = VERDICTS.read_text("utf-8").splitlines()
    return [Verdict(*line.split("\t")) for line in lines if line and not line.startswith("#")]


def corruptions(words: list[str], count: int) -> Iterator[str]:
    """Words with one letter dropped, doubled, changed, or two exchanged; none is a correct word."""
    chosen = random.Random(SEED)  # noqa: S311
    good = set(words) | {root.text for root in shipped_roots()}

    def wrong() -> Iterator[str]:
        while True:
            word = chosen.choice(words)
            at = chosen.randrange(len(word) - 1)
            letter = chosen.choice(_LETTERS)
            yield chosen.choice(
                (
                    word[:at] + word[at + 1 :],
                    word[:at] + letter + word[at:],
                    word[:at] + letter + word[at + 1 :],
                    word[:at] + word[at + 1] + word[at] + word[at + 2 :],
                )
            )

    return islice((form for form in wrong() if form not in good), count)


def print_roots(analyser: AffixAnalyser) -> None:
    """Print the share of roots found as judged, by draw, and every miss."""
    judged = verdicts()
    for draw in sorted({verdict.draw for verdict in judged}):
        of_draw = [verdict for verdict in judged if verdict.draw == draw]
        misses = [v for v in of_draw if analyser.root_of(v.word) != v.root]
        right = 100 * (1 - len(misses) / len(of_draw))
        print(f"  roots as judged, draw {draw}: {right:.1f} % of {len(of_draw)}")
        for verdict in misses:
            print(f"    {verdict.word}: {analyser.root_of(verdict.word)}, judged {verdict.root}")


def print_leniency(analyser: AffixAnalyser) -> None:
    """Print how many one-letter slips in derived words pass as well-formed."""
    words = [verdict.word for verdict in verdicts()]
    wrong = list(corruptions(words, CORRUPTIONS))
    passed = [word for word in wrong if analyser.is_well_formed(word)]
    print(f"  slips that pass as well formed: {100 * len(passed) / len(wrong):.1f} %", end=" ")
    print(f"of {len(wrong)} (seed {SEED}), such as {', '.join(passed[:12])}")


def print_speed() -> None:
    """Print the words analysed per second, for new words and for known ones."""
    words = [verdict.word for verdict in verdicts()]
    analyser = AffixAnalyser(shipped_roots())
    for state in ("new", "seen"):
        started = time.perf_counter()
        for word in words:
            analyser.root_of(word)
        spent = time.perf_counter() - started
        print(f"  words a second, {state}: {len(words) / spent:,.0f}")


def print_draw(news: Path, seed: int, count: int) -> None:
    """Print a sample of words that look derived, to be judged."""
    from resources.lexicon.make_roots import articles_with

    found = articles_with(str(news))
    looking = sorted(w for w in found if _DERIVED.match(w) and w.replace("-", "").isalpha())
    common = [word for word in looking if found[word] >= 5]
    rare = [word for word in looking if 2 <= found[word] < 5]
    chosen = random.Random(seed)  # noqa: S311
    drawn: set[str] = set()
    while len(drawn) < count // 2:
        drawn.update(chosen.choices(common, [found[word] ** 0.5 for word in common]))
    drawn.update(chosen.sample(common, count // 4))
    drawn.update(chosen.sample(rare, count // 4))
    print("\n".join(sorted(drawn)))


def main() -> None:
    """Print the measurements, or a sample."""
    if "--draw" in sys.argv:
        print_draw(Path(sys.argv[1]) / "news-dev.jsonl.gz", int(sys.argv[3]), int(sys.argv[4]))
        return
    print("\nThe affix analyser")
    print_roots(shipped_analyser())
    print_leniency(shipped_analyser())
    print_speed()


if __name__ == "__main__":
    main()
