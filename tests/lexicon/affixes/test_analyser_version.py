"""The version grows with every change of an answer: an index rests on it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from bnews_desk.lexicon.affixes.analyser import VERSION, shipped_analyser
from bnews_desk.lexicon.affixes.roots import shipped_roots
from bnews_desk.lexicon.affixes.word_formation import form_words

ANSWERS = {1: "2810877ffe525f09"}
"""By version: the digest of what is read in words made from every root.

Where this fails, an answer has changed: raise ``VERSION`` and write the new digest here.
"""
FORMATIONS = (
    ((), ("nya",)),
    (("meng",), ("kan",)),
    (("di",), ("i", "nya")),
    (("ber",), ()),
    (("ter",), ()),
    (("peng",), ("an",)),
    (("per",), ("an",)),
    (("ke",), ("an", "nya")),
    (("se",), ()),
    (("meng", "per"), ("kan",)),
)


def words() -> Iterator[str]:
    for root in shipped_roots():
        yield root.text
        yield f"{root.text}-{root.text}"
        for prefixes, suffixes in FORMATIONS:
            yield from form_words(prefixes, root, suffixes)


def digest() -> str:
    total = hashlib.sha256()
    for word in words():
        readings = [tuple(reading) for reading in shipped_analyser().analyses(word)]
        total.update(repr((word, readings)).encode())
    return total.hexdigest()[:16]


def test_no_answer_changes_without_a_new_version() -> None:
    assert digest() == ANSWERS[VERSION]
