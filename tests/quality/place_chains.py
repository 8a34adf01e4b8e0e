"""Measures how many correct addresses are flagged, and how many wrong ones are found.

``python tests/quality/place_chains.py [ARTICLES.jsonl.gz] [--chains N] [--show N] [--seed N]``.
Correct addresses are drawn from the gazetteer, one to four levels in natural sentences; for each, a
wrong one is made by replacing one level by another place's, so that the gazetteer has no such pair.
Where articles are given, the findings in them are printed instead, to be read by a person.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from datetime import date
from itertools import combinations
from random import Random

from bnews_desk.finding import Finding
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.gazetteer import Place, place_key, shipped_gazetteer
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.paths import resource
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.context import CheckOptions
from bnews_desk.rules.facts import (
    contradictory_addresses,
    former_place_names,
    level_words,
    misspelt_places,
)

SEED = 20261203
TOPICS = (contradictory_addresses, level_words, former_place_names, misspelt_places)
SENTENCES = (
    "Kegiatan itu digelar di {}.",
    "Warga {} bergotong royong membersihkan saluran air sejak pagi.",
    "Banjir merendam puluhan rumah di {}, Rabu malam.",
    "Pria asal {} itu meraih penghargaan.",
    "Bantuan diserahkan kepada petani di {} dan diterima ketua kelompok tani.",
    "Di {}, hujan lebat turun sejak sore.",
    "Rombongan lalu menuju {} untuk meninjau jembatan.",
    "Gempa terasa di {} (2/3/2025) pada pukul 04.10 WIB.",
)


def every_place() -> list[Place]:
    """The villages of the gazetteer, in their first spellings."""
    found, table = [], shipped_gazetteer()
    with open(resource("places", "wilayah.txt"), encoding="ascii") as file:
        regencies = [line[2:].strip() for line in file if line.startswith("+ ")]
    for regency in regencies:
        kind, _, bare = regency.partition(" ")
        (province,) = {r.province for r in table.regencies(bare) if r.kind == kind}
        for district in table.districts_of(regency):
            found += table.places_of(Place("", district, regency, province))
    return found


def parts_of(place: Place, random: Random) -> list[str]:
    """The names by level, starting with the village, as news writes them."""
    yogya = place.province == "Daerah Istimewa Yogyakarta"
    district = "Kecamatan"
    if place.province.startswith("Papua") and random.random() < 0.7:
        district = "Distrik"
    elif yogya:
        district = "Kemantren" if place.regency.startswith("Kota") else "Kapanewon"
    village = "Kelurahan" if place.is_urban else "Desa"
    local = {"Daerah Istimewa Yogyakarta": "Kalurahan", "Aceh": "Gampong"}
    local["Sumatera Barat"] = "Nagari"
    if not place.is_urban and random.random() < 0.5:
        village = local.get(place.province, village)
    regency = place.regency
    if place.province == "Daerah Khusus Ibukota Jakarta" and random.random() < 0.5:
        regency = regency.replace(" ", " Administrasi ", 1)
    province = place.province
    if "Jakarta" in province:
        province = random.choice(("DKI Jakarta", "Jakarta", "DKJ", "Daerah Khusus Jakarta"))
    elif yogya:
        province = random.choice(("DI Yogyakarta", "DIY", province))
    elif province == "Jawa Timur":
        province = random.choice(("Jatim", province, province))
    return [f"{village} {place.village}", f"{district} {place.district}", regency, province]


def written(parts: list[str], levels: tuple[int, ...], random: Random) -> str:
    said = [parts[level] for level in levels]
    if levels[-1] == 2 and levels[0] < 2 and random.random() < 0.25:
        said[-1] = said[-1].partition(" ")[2].replace("Administrasi ", "")
    if levels[-1] == 3 and random.random() < 0.2:
        said[-1] = f"Provinsi {said[-1]}"
    if random.random() < 0.1 and levels == tuple(sorted(levels)):
        said = [part.replace("Kecamatan", "Kec.").replace("Kabupaten", "Kab.") for part in said]
    has_word = said[-1].partition(" ")[0] in ("Kecamatan", "Kabupaten", "Kota", "Distrik")
    if len(said) == 2 and levels[-1] < 3 and has_word and random.random() < 0.3:
        joint = (" di ", " di wilayah ", ", yang berada di ", " yang masuk wilayah ")
        return random.choice(joint).join(said)
    if levels[:2] == (0, 1) and len(said) > 2 and random.random() < 0.3:
        said[1] = said[1].partition(" ")[2]  # Desa Plosorejo, Kademangan, Kabupaten Blitar
    if levels == (1, 3) and random.random() < 0.2:
        said[0] = said[0].partition(" ")[2]
    if len(said) == 2 and random.random() < 0.1:
        return f"{said[0]} ({said[1]})"
    return ", ".join(said)


LEVELS = [
    levels
    for count in (1, 2, 2, 3, 3, 4)
    for levels in combinations(range(4), count)
    if count > 1 or levels[0] < 2
]


def wrong_one(
    place: Place, levels: tuple[int, ...], places: list[Place], random: Random
) -> tuple[list[str], int] | None:
    """The parts of a place with one level replaced, so that no place of the gazetteer fits all of
    them."""
    at = random.choice(levels)
    near = random.random() < 0.5
    for _ in range(200):
        other = random.choice(places)
        if near and other.province != place.province and at < 3:
            continue
        parts, theirs = parts_of(place, random), parts_of(other, random)
        if place_key(parts[at]) == place_key(theirs[at]):
            continue
        parts[at] = theirs[at]
        names = [place.village, place.district, place.regency, place.province]
        names[at] = (other.village, other.district, other.regency, other.province)[at]
        if not fits(names, levels):
            return parts, at
    return None


def fits(names: list[str], levels: tuple[int, ...]) -> bool:
    """Whether the gazetteer has places with all these names, each inside the next."""
    return all(fits_pair(names[one], one, names[two], two) for one, two in combinations(levels, 2))


def fits_pair(narrow: str, one: int, wide: str, two: int) -> bool:
    table = shipped_gazetteer()
    if one == 2:
        kind, _, bare = narrow.partition(" ")
        return any(r.province == wide for r in table.regencies(bare) if r.kind == kind)
    named = table.villages(narrow) if one == 0 else table.districts(narrow)
    return any(
        place_key((p.district, p.regency, p.province)[two - 1]) == place_key(wide) for p in named
    )


def slip(name: str, random: Random) -> str:
    """A name with one letter dropped, doubled, wrong, or two exchanged within a word."""
    while True:
        at = random.randrange(1, len(name))
        if not name[at].islower() or not name[at - 1].isalpha():
            continue
        last, letter = name[at - 1], name[at]
        exchanged = letter + last if last.islower() else ""
        wrong = random.choice("abdegiklmnoprstu")
        new = random.choice(("", letter * 2, last + wrong, exchanged))
        start = at - 1 if new in (last + wrong, exchanged) and new else at
        made = name[:start] + new + name[at + 1 :]
        if place_key(made) != place_key(name):
            return made


def planted_slip(place: Place, random: Random) -> tuple[str, str]:
    """A sentence with a slip beside a level word or an office, and the correct name.

    The slip does not give another place's name.
    """
    kind, _, regency = place.regency.partition(" ")
    head = "Bupati" if kind == "Kabupaten" else "Wali Kota"
    if random.random() < 0.5 or place.district.isupper():
        right, beside = regency, random.choice((head, kind))
    else:
        right, beside = place.district, random.choice(("Kecamatan", "Camat"))
    table = shipped_gazetteer()
    while table.regencies(wrong := slip(right, random)) or table.districts(wrong):
        pass  # another place's name
    context = "" if random.random() < 0.3 else f" Warga {place.regency} menyambutnya."
    return f"Rombongan {beside} {wrong} hadir.{context}", right


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("articles", nargs="?")
    parser.add_argument("--chains", type=int, default=5000)
    parser.add_argument("--show", type=int, default=20)
    parser.add_argument("--seed", type=int, default=SEED)
    arguments = parser.parse_args()
    random = Random(arguments.seed)  # noqa: S311 - a repeatable draw
    rules = [rule for topic in TOPICS for rule in topic.RULES]
    checker = Checker(rules, load_style_sheet()[0], Lexicon())

    def findings(text: str, day: date | None = None) -> list[Finding]:
        return checker.check(Release.of("", text.split("\n")), CheckOptions(day))

    if arguments.articles:
        with gzip.open(arguments.articles, "rt", encoding="utf-8") as file:
            articles = [json.loads(line) for line in file]
        words = 0
        for article in articles:
            words += len(article["text"].split())
            for found in findings(article["title"] + "\n" + article["text"]):
                text = article["title"] + "\n" + article["text"]
                at = found.start
                around = " ".join(text[max(0, at - 70) : found.end + 50].split())
                print(f"{found.rule}\t{found.message}\t{around}\t{article['date'][-20:]}")
        print(f"{len(articles)} articles, {words} words")
        return
    places = every_place()
    alarms, made, hit, missed = 0, Counter[str](), Counter[str](), []
    for _ in range(arguments.chains):
        place, levels = random.choice(places), random.choice(LEVELS)
        sentence = random.choice(SENTENCES)
        right = sentence.format(written(parts_of(place, random), levels, random))
        if found := findings(right):
            alarms += 1
            if alarms <= arguments.show:
                print(f"alarm: {right}\n       {found[0].message}")
        wrong = wrong_one(place, levels, places, random) if len(levels) > 1 else None
        if wrong is None:
            continue
        parts, at = wrong
        text = sentence.format(written(parts, levels, random))
        kind = "-".join(("village", "district", "regency", "province")[n] for n in levels)
        made[kind] += 1
        if findings(text):
            hit[kind] += 1
        else:
            missed.append(f"{kind} ({at}): {text}")
    slips = told = 0
    for _ in range(1000):
        text, name = planted_slip(random.choice(places), random)
        found = findings(text)
        slips += bool(found)
        told += any(fix.edits[0].new == name for f in found for fix in f.fixes)
    print(f"slips in names of districts and regencies found: {slips} of 1000, right: {told}")
    print(f"right ones flagged: {alarms} of {arguments.chains}")
    print(f"wrong ones found: {hit.total()} of {made.total()}, {hit.total() / made.total():.1%}")
    for kind, count in made.items():
        print(f"  {kind}: {hit[kind]} of {count}, {hit[kind] / count:.1%}")
    for line in missed[: arguments.show]:
        print("missed:", line)


if __name__ == "__main__":
    main()
