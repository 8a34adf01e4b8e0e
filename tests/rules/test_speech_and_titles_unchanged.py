"""In quotations, names, related lines, links and hashtags no entry of a list is mended in bulk.

Every list is tried, and a newsroom's own pair. A paragraph holds one entry; bulk fixing must leave
every paragraph as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import pytest

from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.lexicon.word_lists import read_list, read_rows
from bnews_desk.release import Release
from bnews_desk.rules.catalogue import all_rules
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.fix_all import fix_all
from bnews_desk.rules.rule import RuleGroup

TABLES = (
    "kata_baku.tsv",
    "gabungan_imbuhan.tsv",
    "bentuk_terikat.tsv",
    "padanan.tsv",
    "pleonasme.tsv",
    "singkatan_percakapan.tsv",
)
MELTED = {"k": "mengk", "p": "memp", "t": "ment", "s": "mens"}
OWN = {"lumbung desa": "lumbung pangan", "gapoktan tani": "gabungan kelompok tani"}


@cache
def checker() -> Checker:
    rules = [rule for rule in all_rules() if rule.group is not RuleGroup.A]
    return Checker(rules, load_style_sheet()[0], Lexicon(OWN))


def forms(name: str) -> list[str]:
    """What is wrong by a list, as an editor would meet it."""
    lexicon = Lexicon()
    if name == "own pairs":
        return list(OWN)
    if name in TABLES:
        return [row.form for row in read_list(name)]
    if name == "di_pasif.txt":
        return [f"di {stem}" for stem in lexicon.passive_stems]
    if name == "konfiks.txt":
        return [f"{noun[:2]} {noun[2:]}" for noun in lexicon.confixed_nouns if noun[:2] == "ke"]
    if name == "kata_ulang.txt":
        words = [word for word in lexicon.reduplications if word != "undang-undang"]
        return [word.replace("-", " ") for word in words]  # laws bear the other in their names
    if name == "luluh.txt":
        roots = sorted(lexicon.melting_roots)
        return [MELTED[root[0]] + root[1:] + "kan" for root in roots if root[0] in MELTED]
    return [row[0].upper() for row in read_rows(name)]


def capitalised(form: str) -> str:
    return re.sub(r"(?:^|(?<=[ -]))[a-z]", lambda first: first.group().upper(), form.lower())


LISTS = (*TABLES, "di_pasif.txt", "konfiks.txt", "kata_ulang.txt", "luluh.txt", "akronim.tsv")
PLACES: dict[str, Callable[[str], str]] = {
    "speech": lambda form: f'Seorang warga berkata, "Kami melihat {form} di sana sejak pagi."',
    "curly speech": lambda form: f"“Kami sudah melihat {form} sejak pagi,” kata seorang warga.",
    "name": lambda form: f"Warga bertemu Siti {capitalised(form)} Santoso sejak pagi.",
    "related line": lambda form: f"Baca juga: Warga Melihat {form} Sejak Pagi",
    "link": lambda form: f"Warga membuka https://contoh.id/{form.replace(' ', '-')} sejak pagi.",
    "hashtag": lambda form: f"Warga memakai tagar #{form.replace(' ', '')} sejak pagi.",
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", [*LISTS, "own pairs"])
def test_no_entry_is_mended_in_bulk_where_others_have_the_say(name: str, place: str) -> None:
    found = forms(name)
    assert found
    release = Release.of("", [PLACES[place](form) for form in found])
    settled = fix_all(release, checker()).release
    before, after = release.text.split("\n"), settled.text.split("\n")
    quotes = str.maketrans("“”", '""')
    changed = [
        (old, new)
        for old, new in zip(before, after, strict=True)
        if old.translate(quotes) != new.translate(quotes)
    ]
    assert changed == []


@pytest.mark.parametrize("name", LISTS)
def test_the_same_entries_are_found_in_plain_copy(name: str) -> None:
    found = forms(name)
    release = Release.of("", [f"Kemarin warga melihat {form} sejak pagi." for form in found])
    touched = {release.text.count("\n", 0, p.start) for p in checker().check(release)}
    assert len(touched) > 0.8 * len(found)
