"""What the words of the speller cost: part of ``make bench``.

``python tests/benchmarks/spelling.py``. Loading is timed in processes of its own, imports
included, beside :mod:`json` reading the same words with their counts in the same run. Nothing
here can fail a test.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bnews_desk.lexicon.news_words import shipped_news_words

RUNS = 15
MOST_TIMES = 3.0
"""How many times as long as :mod:`json` reading the same words loading may take."""
MOST_MEGABYTES = 60.0
"""What the process may grow by with everything that the speller reads."""

TIMED = """
import time
start = time.perf_counter()
{work}
print(time.perf_counter() - start)
"""
OURS = """
from bnews_desk.lexicon.news_words import shipped_news_words
shipped_news_words()
"""
JSON = """
import json
with open({path!r}, encoding="utf-8") as file:
    json.load(file)
"""
GROWTH = """
import os, resource
pages = open("/proc/self/statm").read().split()
from bnews_desk.lexicon.lexicon import Lexicon
speller = Lexicon().speller
speller.suggestions("pembagnunan")
after = open("/proc/self/statm").read().split()
print((int(after[1]) - int(pages[1])) * resource.getpagesize() / 1e6)
"""


def answer(program: str) -> float:
    """The number that a Python process of its own prints."""
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    return float(done.stdout)


def loading() -> tuple[float, float]:
    """Seconds of loading the words and of :mod:`json` loading the same, run in turns."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "words.json"
        path.write_text(json.dumps(dict(shipped_news_words().counts)), encoding="utf-8")
        ours, theirs = [], []
        for _ in range(RUNS):
            ours.append(answer(TIMED.format(work=OURS)))
            theirs.append(answer(TIMED.format(work=JSON.format(path=str(path)))))
    return statistics.median(ours), statistics.median(theirs)


def main() -> None:
    """Print the figures beside what is asked of them."""
    ours, theirs = loading()
    known = len(shipped_news_words())
    print(f"\nThe speller's words ({known}), loaded in a process of its own")
    print(f"  import and load           {ours * 1000:7.2f} ms")
    print(f"  import json and load them {theirs * 1000:7.2f} ms")
    print(f"  times as long             {ours / theirs:7.2f}      at most {MOST_TIMES:.0f}")
    if Path("/proc/self/statm").exists():
        grown = answer(GROWTH)
        print(f"  whole speller in memory   {grown:7.1f} MB   less than {MOST_MEGABYTES:.0f}")


if __name__ == "__main__":
    main()
