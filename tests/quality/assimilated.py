"""Measures forms with *me-* and *pe-*: wrong ones found, published ones flagged; for ``run.py``.

The correct forms are the words that published copy has in at least three articles. One is made
wrong where its root alone also occurs in that copy (*menyapu*: *sapu*, so *mensapu*) and no other
root is possible (*mengajar* is from *ajar*); the rules' own list of roots is not used.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from pathlib import Path

from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.catalogue import all_rules
from bnews_desk.rules.checker import Checker

RULE = "ktsp-melting"
LEAST_ARTICLES = 3
WORD = re.compile(r"(?<![\w-])[a-z]{3,}(?![\w-])")
FORM = re.compile(r"([mp]e)(ny|ng|m|n)([aiueo][a-z]{2,})")
FIRST = {"ny": "s", "ng": "k", "m": "p", "n": "t"}
KEPT = {"ny": "ns", "ng": "ngk", "m": "mp", "n": "nt"}
SUFFIX = re.compile(r"(?:kan|an|i)?(?:nya|lah|kah)?$")


def print_assimilated(articles: Path) -> None:
    """Print the wrong forms found, and the published forms flagged, to be read by a person."""
    types = _types(articles)
    forms = sorted(word for word in types if word.startswith(("me", "pe")))
    wrong = [made for form in forms if (made := _kept(form, types)) and made not in types]
    house = load_style_sheet()[0]
    rules = [rule for rule in all_rules() if rule.id == RULE]
    checker = Checker(rules, house, Lexicon(house.pairs))
    missed = [form for form in wrong if not _is_flagged(checker, form)]
    share = 1 - len(missed) / len(wrong)
    flagged = [form for form in forms if _is_flagged(checker, form)]
    print("\nForms with me- and pe- (types)")
    print(f"  wrongly assimilated          {len(wrong)}, found {share:.1%}")
    print(f"    missed                     {' '.join(missed)}")
    print(f"  published                    {len(forms)}, flagged {len(flagged)}")
    print(f"    flagged                    {' '.join(flagged)}")


def _types(articles: Path) -> frozenset[str]:
    counts: Counter[str] = Counter()
    with gzip.open(articles, "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            counts.update(set(WORD.findall(row["text"])))
    return frozenset(word for word, count in counts.items() if count >= LEAST_ARTICLES)


def _kept(form: str, types: frozenset[str]) -> str | None:
    match = FORM.fullmatch(form)
    if match is None:
        return None
    prefix, nasal, rest = match.groups()
    others = {"ny": [], "ng": [rest], "m": [nasal + rest], "n": [nasal + rest]}[nasal]
    if any(_has_root(other, types) for other in others):
        return None
    if not _has_root(FIRST[nasal] + rest, types):
        return None
    return prefix + KEPT[nasal] + rest


def _has_root(word: str, types: frozenset[str]) -> bool:
    return word in types or SUFFIX.sub("", word) in types


def _is_flagged(checker: Checker, form: str) -> bool:
    return bool(checker.check(Release.of("", [f"Warga {form} itu."])))
