"""Measures how many planted errors of each class are found; part of ``make quality``.

``python tests/quality/planted.py [EVAL] [RULE…]``. Errors are planted one at a time in published
copy; one counts as found where its rule reports a finding that overlaps its place and was not there
before. The seed is fixed, so that two runs plant the same errors.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent))

import planting
from planting import Planter

from bnews_desk.finding import Finding
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.catalogue import all_rules
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.context import CheckOptions

EVAL = Path(__file__).resolve().parents[3] / "shared" / "eval"
SEED = 20261124
PLANTED = 200
"""Errors of each class."""
ARTICLES = 6000
"""Most articles that are searched for suitable places."""
LEAST = 0.95
CLASSES = {
    "non-standard words": ("kata-baku",),
    "bound forms": ("bound-form-split", "bound-form-hyphen"),
    "subordinate conjunctions": ("comma-before-bahwa-or-subclause",),
    "conjunctions within a sentence": ("comma-before-contrast",),
    "conjunctions between sentences": ("comma-after-connector",),
    "sentence capitals": ("sentence-lowercase-start", "lead-starts-lowercase"),
    "abbreviations with -nya, -ku, -mu": ("nya-ku-mu-split",),
    "ordinals": ("ordinal-form",),
    "figures with -an": ("number-suffix-an",),
    "times": ("time-form",),
    "particles -lah, -kah, -tah": ("particle-lah-kah-split",),
    "pun": ("pun-joined", "pun-split"),
    "dialogue": ("quote-comma-attribution", "quote-intro-comma"),
    "large numbers": ("large-number-word", "thousands-separator"),
    "everyday abbreviations": ("chat-abbrev",),
}
"""The fifteen classes of Badan Bahasa's own editor (Sipebi), with the rules that report them."""


def planters(names: Sequence[str] = ()) -> list[Planter]:
    """Every planter, or those of the given rules."""
    found: list[Planter] = []
    for module in sorted(iter_modules(planting.__path__), key=lambda module: module.name):
        found += getattr(import_module(f"planting.{module.name}"), "PLANTERS", ())
    return [planter for planter in found if not names or planter.rule in names]


def bodies(path: Path, part: str = "text") -> list[str]:
    """The texts (or the titles) of the published articles, in a fixed random order."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        texts = [json.loads(line)[part] for line in file]
    Random(SEED).shuffle(texts)  # noqa: S311
    return texts[:ARTICLES]


def trials(planter: Planter, texts: Sequence[str], checker: Checker) -> Iterator[bool]:
    """For each planted error, whether it is found."""
    random = Random(f"{SEED} {planter.rule}")  # noqa: S311
    planted = 0
    for text in texts:
        if planted == PLANTED:
            return
        made = planter.plant(text, random)
        if made is None:
            continue
        planted += 1
        is_headline = planter.is_of_headline
        clean = text if made.clean is None else made.clean
        before = _findings(checker, clean, is_headline=is_headline)
        now = _findings(checker, made.text, is_headline=is_headline)
        here = [p for p in now if _meets(p, made.start, made.end)]
        old = {(finding.start, finding.text) for finding in before}
        yield any((finding.start, finding.text) not in old for finding in here)


def _findings(checker: Checker, text: str, *, is_headline: bool) -> list[Finding]:
    release = Release.of(text, []) if is_headline else Release.of("", text.split("\n"))
    return checker.check(release, CheckOptions(planting.PUBLISHED))


def _meets(finding: Finding, start: int, end: int) -> bool:
    """Whether a finding overlaps a planted place; the body follows an empty headline."""
    return finding.start - 1 <= end and start <= finding.end - 1


def main() -> None:
    """Print one line for each class: the number of errors planted and found."""
    arguments = sys.argv[1:]
    folder = Path(arguments.pop(0)) if arguments and Path(arguments[0]).is_dir() else EVAL
    source = folder / "news-dev.jsonl.gz"
    if not source.exists():
        print(f"{source} is not there: planted errors are left out")
        return
    house = load_style_sheet()[0]
    rules = {rule.id: rule for rule in all_rules()}
    texts = bodies(source)
    titles = bodies(source, "title")
    results: dict[str, list[bool]] = {}
    for planter in planters(arguments):
        rule = rules[planter.rule]
        on = {rule.id: rule.severity}
        checker = Checker([rule], replace(house, severities=on), Lexicon(house.pairs))
        copy = titles if planter.is_of_headline else texts
        results.setdefault(rule.id, []).extend(trials(planter, copy, checker))
    print("\nErrors planted in published copy, by rule: planted, found")
    for rule_id in sorted(results, key=lambda name: rules[name].code):
        print_share(f"{rules[rule_id].code} {rule_id}", results[rule_id])
    if arguments:
        return
    print("\nThe same, by the classes of Badan Bahasa's own editor")
    for name, ids in CLASSES.items():
        print_share(name, [found for rule_id in ids for found in results[rule_id]])
    unplanted = [r for r in rules.values() if r.is_on and r.id not in results]
    print(f"\nRules that are on and have no planter: {' '.join(r.id for r in unplanted)}")


def print_share(name: str, results: Sequence[bool]) -> None:
    """Print one line; it is marked where too few were found, or planted to be significant."""
    share = sum(results) / len(results) if results else 0.0
    mark = "" if share >= LEAST and len(results) >= PLANTED else "  <"
    print(f"    {name:36} {len(results):4}  {share:7.1%}{mark}")


if __name__ == "__main__":
    main()
