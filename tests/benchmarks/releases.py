"""Generates releases for the archive's benchmark, the same every time.

Each has about 400 words in house form. A word is as frequent as in published news
(``kata_berita.txt.gz`` has the number of articles with each word). A third of a release's words
belong to its subject, one of 500, so that some releases have the same subject. Persons, villages
and days are inserted; one in forty is an earlier one with a few words changed.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from random import Random
from typing import NamedTuple

from bnews_desk.lexicon.gazetteer import shipped_gazetteer
from bnews_desk.lexicon.news_words import shipped_news_words
from bnews_desk.release import Details, Release

SEED = 20261127
A_DAY = 30
"""Number of releases that arrive in a day."""
FIRST_DAY = date(2017, 1, 2)
SUBJECTS = 500
SUBJECT_WORDS = 40
OF_SUBJECT = 0.33
COPIES = 40
"""One in this many is a changed copy of an earlier one."""
REMEMBERED = 400
"""Changed copies are made of releases up to this many before."""
REGENCY = "Kabupaten Blitar"
GIVEN = (
    "Agus Ahmad Aminah Anang Andi Ani Arif Aris Bambang Bayu Budi Candra Dewi Dian Diah Dwi Edi Eko"
    " Endang Erna Fajar Farida Galih Hadi Hari Hendra Heru Ida Imam Indah Joko Kartika Kurnia"
    " Lestari Lilik Luluk Mahfud Mega Mujiati Nanik Novi Nur Purwanto Ratna Retno Rini Rizal Rudi"
    " Sigit Siti Slamet Sri Sugeng Suprapto Sutrisno Titik Tri Umi Wahyu Wawan Yuli Yusuf"
).split()
FAMILY = (
    "Anggraini Arifin Basuki Cahyono Darmawan Fauzi Firmansyah Fitriani Handayani Hariyanto Hidayat"
    " Irawan Ismail Kurniawan Kusuma Laksono Lukito Maryono Mulyadi Nugroho Nurhayati Pambudi"
    " Permadi Prabowo Prasetyo Pratiwi Purnomo Puspitasari Rahayu Rahman Rahmawati Rohman Santoso"
    " Saputra Sasongko Setiawan Setyawati Siswanto Subagyo Sudarmaji Suharto Sujarwo Sulistyo"
    " Sumarno Suparman Susanti Susilo Sutanto Syaifudin Utami Utomo Wibowo Wicaksono Widodo"
    " Winarno Wulandari Yudianto Yulianto Zaenuri Zulkarnain"
).split()
SOURCES = ("kmfkabblt", "kmfkotablt", "humasprov", "dprdblt", "polresblt", "kodim0808")
EDITORS = ("Zainul Arifin", "Siti Rahayu", "Bayu Prasetyo", "Dewi Wulandari")
INITIALS = ("sun", "mus", "ari", "dwi", "nur")
MONTHS = (
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"
).split()


class Draw(NamedTuple):
    """The data to draw from: words with cumulative weights, subjects, villages."""

    words: list[str]
    weights: list[float]
    subjects: list[list[str]]
    villages: list[tuple[str, str]]


@cache
def draw_from() -> Draw:
    """Words by frequency; the words of subjects are neither rare nor very common."""
    counts = {word: n for word, n in shipped_news_words().counts.items() if n and word.isalpha()}
    most = max(counts.values()) * 1.002
    words = sorted(counts)
    weights = list(accumulate(-math.log(1 - counts[word] / most) for word in words))
    telling = [word for word in words if 5 <= counts[word] <= 400 and len(word) > 4]
    random = Random(SEED)  # noqa: S311 - a draw, no secret
    subjects = [random.sample(telling, SUBJECT_WORDS) for _ in range(SUBJECTS)]
    gazetteer = shipped_gazetteer()
    villages = [
        (village, district.title())
        for district in gazetteer.districts_of(REGENCY)
        for place in gazetteer.districts(district)
        if place.regency == REGENCY
        for village in gazetteer.villages_of(place)
    ]
    return Draw(words, weights, subjects, villages)


def releases(count: int, seed: int = SEED) -> Iterator[tuple[date, Release]]:
    """``count`` releases in the order of their arrival, each with its day."""
    random = Random(seed)  # noqa: S311 - a draw, no secret
    late: list[Release] = []
    for number in range(count):
        day = FIRST_DAY + timedelta(number // A_DAY)
        if late and random.randrange(COPIES) == 0:
            release = copied(random, random.choice(late))
        else:
            release = written(random, day)
        late = [*late[-REMEMBERED:], release]
        yield day, release


def written(random: Random, day: date) -> Release:
    """One release of a day."""
    drawn = draw_from()
    subject = random.choice(drawn.subjects)
    village, district = random.choice(drawn.villages)
    people = [f"{random.choice(GIVEN)} {random.choice(FAMILY)}" for _ in range(2)]
    about = [*random.sample(subject, 4), "di", random.choice((village, district))]
    headline = " ".join(about).title()
    said_day = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    body = [
        f"BLITAR | B-news.id - {sentence(random, subject)} di Desa {village}, Kecamatan"
        f" {district}, {said_day} ({day.day}/{day.month}/{day.year})."
    ]
    for number in range(random.randint(7, 11)):
        lines = [sentence(random, subject) + "." for _ in range(random.randint(2, 4))]
        if number % 3 == 0:
            lines.append(f"Hal itu dikatakan {random.choice(people)}.")
        body.append(" ".join(lines))
    body[-1] += f" ({random.choice(SOURCES)}/{random.choice(INITIALS)})"
    body.append(f"Editor : {random.choice(EDITORS)}")
    return Release.of(headline, body)._replace(details=Details(publication_date=day))


def sentence(random: Random, subject: list[str]) -> str:
    """Words in random order, one in three of them from the subject."""
    drawn = draw_from()
    count = random.randint(9, 19)
    common = random.choices(drawn.words, cum_weights=drawn.weights, k=count)
    mixed = [random.choice(subject) if random.random() < OF_SUBJECT else one for one in common]
    return " ".join(mixed).capitalize()


def copied(random: Random, release: Release) -> Release:
    """A release sent again with one word in twenty changed."""
    drawn = draw_from()
    lines = release.text.split("\n")
    for at in range(2, len(lines) - 1):
        changed = [
            random.choice(drawn.words) if random.random() < 0.05 else word
            for word in lines[at].split()
        ]
        lines[at] = " ".join(changed)
    return release._replace(text="\n".join(lines))
