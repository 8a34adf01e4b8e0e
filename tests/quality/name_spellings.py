"""Measures how many planted misspellings of names rule F06 finds, and what it reports in published
news.

``python tests/quality/name_spellings.py ARTICLES.jsonl.gz [--articles N] [--skip N] [--show]``. In
each article, one mention of a person quoted there is misspelt by one letter, in the whole name, the
first word or the last one. The names are found by patterns of this script, not by those of the
rule. The seed is fixed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from itertools import islice
from pathlib import Path
from random import Random

from bnews_desk.finding import Finding
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.gazetteer import shipped_gazetteer
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.lexicon.news_words import shipped_news_words
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.facts.name_spellings import RULES

SEED = 20261203
USUAL = 20
"""A word seen in lower case in this many articles is not taken for a name."""
LETTERS = "aeioubdgkmnprst"
NAME = r"([A-Z][a-z]{2,} [A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})?)"
QUOTED = re.compile(
    rf"(?:kata|ujar|ucap|jelas|ungkap|tutur|tegas|sebut|papar|terang|imbuh) {NAME}(?![\w-])"
    rf"|(?<=[a-z,.] ){NAME} (?:mengatakan|menjelaskan|menyampaikan|menyebut|menegaskan|menuturkan"
    r"|mengungkapkan|menambahkan|mengaku|berharap)(?!\w)"
)
OFFICE = re.compile(
    r"(?:Bupati|Wakil|Wali|Kota|Gubernur|Kepala|Ketua|Menteri|Direktur|Sekretaris|Kapolres|Kompol"
    r"|Komisaris|Anggota|Presiden|Jaksa|Kombes|Brigjen|Irjen|Kabupaten|Dinas|Bank|Umum|Utama|Pak"
    r"|Ibu|Bapak|Juru|Camat|Lurah|Kades|Pelatih|Polda|Manajer|Kasat|Iptu|Wakapolres|Men[a-z]+"
    r"|Kementerian|Dirjen|Daerah|Negara|Badan|Said|Timnas|Komjen|Kejari|Kapolsek|Kasi|Kabag|Humas"
    r"|Prof|Kristen|Indonesia|Kej[a-z]+|Kem[a-z]+|Garuda|Kakorlantas|Perindustrian|Corporate"
    r"|Jubir|Sekjen|Ketum|Wamen[a-z]+|Deputi|Rektor|Dekan|Profesor|Komandan|Dandim|Pengamat)$"
)


def slip(word: str, random: Random) -> str:
    """A word with one letter doubled, dropped, exchanged or wrong."""
    while True:
        at = random.randrange(1, len(word) - 1) if len(word) > 3 else 1
        forms = (
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1 :],
            word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
            word[:at] + random.choice(LETTERS) + word[at + 1 :],
        )
        form = random.choice(forms)
        if form != word and len(form) > 2:
            return form


def _is_of_person(word: str) -> bool:
    """Whether a word may be part of a person's name: no office, no common word, no region."""
    places = shipped_gazetteer()
    is_usual = shipped_news_words().frequency(word.casefold()) >= USUAL
    return not (OFFICE.match(word) or is_usual or places.regencies(word) or places.province(word))


def _is_in_name(text: str, at: int) -> bool:
    """Whether a name or an office precedes a word, so that another person may be meant."""
    return re.search(r"[A-Z][\w.]* $", text[max(0, at - 30) : at]) is not None


def misspelt(text: str, random: Random) -> tuple[str, str, str, str] | None:
    """The text with one misspelt name; the misspelling, the correct word and the kind of
    mention."""
    names = {m[1] or m[2] for m in QUOTED.finditer(text)}
    names = {name for name in names if all(map(_is_of_person, name.split()))}
    places: list[tuple[int, str, str]] = []
    for name in sorted(names):
        words = name.split()
        for word in {words[0], words[-1]}:
            if len(word) < 4:
                continue
            whole = [m.start() + name.index(word) for m in re.finditer(rf"(?<!\w){name}\b", text)]
            lone = re.finditer(rf"(?<![\w-]){word}(?![\w-]| [A-Z])", text)
            short = [m.start() for m in lone if not _is_in_name(text, m.start())]
            if len(whole) + len(short) > 1:
                places += [(at, word, "whole name") for at in whole]
                places += [(at, word, "short form") for at in short]
    if not places:
        return None
    at, word, kind = random.choice(places)
    wrong = slip(word, random)
    if re.search(rf"(?<!\w){wrong}(?!\w)", text):
        return None
    return text[:at] + wrong + text[at + len(word) :], wrong, word, kind


def finds(findings: list[Finding], wrong: str, right: str) -> bool:
    """Whether a finding has both spellings."""
    return any(
        {wrong, right} <= set(re.findall(r"[\w'’]+", " ".join(f.values.values()))) for f in findings
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("articles_file", type=Path)
    parser.add_argument("--articles", type=int, default=6000)
    parser.add_argument("--skip", type=int, default=0)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    random = Random(SEED)  # noqa: S311  no secret
    checker = Checker(RULES, load_style_sheet()[0], Lexicon())
    planted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    first: Counter[str] = Counter()
    articles = flagged = 0
    with gzip.open(options.articles_file, "rt", encoding="utf-8") as file:
        for line in islice(file, options.skip, options.skip + options.articles):
            row = json.loads(line)
            title = " ".join(row["title"].split())
            release = Release.of(title, row["text"].split("\n"))
            articles += 1
            clean = checker.check(release)
            flagged += bool(clean)
            if options.show:
                for said in dict.fromkeys(f.message for f in clean):
                    print(row["url"], said, sep="\t")
            made = None if clean else misspelt(release.text, random)
            if made is None:
                continue
            text, wrong, right, kind = made
            answer = checker.check(Release.of(*_parted(text)))
            planted[kind] += 1
            found[kind] += finds(answer, wrong, right)
            first[kind] += any(f.text == wrong and f.fixes[0].edits[0].new == right for f in answer)
            if options.show and not finds(answer, wrong, right):
                at = text.index(wrong)
                around = text[max(0, at - 40) : at + 50].replace("\n", " / ")
                print("missed", kind, wrong, right, around, sep="\t")
    print(f"{articles} articles, {flagged} of them flagged as they are")
    for kind, count in planted.items():
        share = found[kind] / count
        print(f"{kind}: {found[kind]} of {count} found ({share:.1%}), right first {first[kind]}")
    total = sum(planted.values())
    print(f"all: {sum(found.values())} of {total} ({sum(found.values()) / max(1, total):.1%})")


def _parted(text: str) -> tuple[str, list[str]]:
    headline, *body = text.split("\n")
    return headline, body


if __name__ == "__main__":
    main()
