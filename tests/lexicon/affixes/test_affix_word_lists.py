"""What the analyser knows agrees with the lists that rules on affixes read."""

from __future__ import annotations

from bnews_desk.lexicon.affixes.analyser import shipped_analyser
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.lexicon.word_lists import read_list

MELTED = {"k": "meng", "p": "mem", "t": "men", "s": "meny"}
FOREIGN_OR_FUSED = {"kitar", "serupa", "tolerir", "koordinir", "tahirkan", "satroni"}
"""Of ``luluh.txt``: non-standard words, and derived words that are no root here."""


def test_what_melts_in_the_list_melts_here() -> None:
    kept = {
        root
        for root in Lexicon().melting_roots
        if not any(
            shipped_analyser().is_well_formed(MELTED[root[0]] + root[1:] + suffix)
            for suffix in ("", "kan", "i")
        )
    }
    assert kept <= FOREIGN_OR_FUSED


def test_no_root_that_melts_in_the_list_is_kept_here() -> None:
    for root in Lexicon().melting_roots - {"percaya", "perkara", "perkosa", "kaji", "kritisi"}:
        kept = {"k": "meng", "p": "mem", "t": "men", "s": "men"}[root[0]] + root
        found = shipped_analyser().analyses(kept)
        assert (root, kept) not in [(other.root, other.canonical) for other in found]


def test_nouns_between_two_affixes_are_well_formed() -> None:
    unread = {n for n in Lexicon().confixed_nouns if not shipped_analyser().is_well_formed(n)}
    assert unread <= {"kebhinekaan"}


def test_compounds_joined_between_affixes_are_well_formed() -> None:
    for row in read_list("gabungan_imbuhan.tsv"):
        for right in row.replacements:
            if " " not in right:
                assert shipped_analyser().is_well_formed(right), right


def test_passive_stems_are_read() -> None:
    unread = {s for s in Lexicon().passive_stems if not shipped_analyser().analyses(f"di{s}")}
    assert unread <= {"maikan", "selengarakan"}  # slips that the list knows on purpose
