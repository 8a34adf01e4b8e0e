"""Measures how many changed facts are found, and how many honest edits are wrongly flagged.

``python tests/quality/original_facts.py ARTICLES.jsonl.gz [--articles N] [--skip N] [--show]``.
Each article is used as an original, and one copy is made of it for every edit: honest ones, which
must cause no finding, and ones with a single changed fact, which must be found at its place. The
seed is fixed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from random import Random
from typing import NamedTuple

from bnews_desk.finding import Finding
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.catalogue import all_rules
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.context import CheckOptions
from bnews_desk.rules.facts.names_in_text import NO_PERSON
from bnews_desk.rules.fix_all import fix_all
from bnews_desk.rules.numbers.number_words import number_in_letters
from bnews_desk.text import quotations, sentences

SEED = 20261202
MONTHS = (
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
)
DAYS = "Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split()


class Change(NamedTuple):
    """A copy with one changed fact, and its place."""

    text: str
    start: int
    end: int


Honest = Callable[[str, Random], str | None]
Planter = Callable[[str, Random], Change | None]


def lines_of(text: str) -> list[str]:
    return text.split("\n")


# -- honest edits


def moved(text: str, random: Random) -> str | None:
    head, first, *rest = (*lines_of(text), "", "")
    rest = [line for line in rest if line]
    if len(rest) < 3:
        return None
    random.shuffle(rest)
    return "\n".join((head, first, *rest))


def merged(text: str, random: Random) -> str | None:
    head, *body = lines_of(text)
    if len(body) < 4:
        return None
    joined = [" ".join(body[i : i + 2]) for i in range(0, len(body), 2)]
    return "\n".join((head, *joined))


def dropped(text: str, random: Random) -> str | None:
    head, first, *rest = (*lines_of(text), "")
    kept = [line for line in rest if random.random() < 0.6]
    return "\n".join((head, first, *kept))


def shortened(text: str, random: Random) -> str | None:
    """Drop whole sentences without breaking a quotation."""
    head, *body = lines_of(text)
    kept = []
    for line in body:
        if any(c in line for c in '"“'):
            kept.append(line)
            continue
        said = [line[s.start : s.end] for s in sentences(line)]
        kept.append(" ".join(s for n, s in enumerate(said) if n == 0 or random.random() < 0.6))
    return "\n".join((head, *kept))


def split(text: str, random: Random) -> str | None:
    head, *body = lines_of(text)
    found = []
    for line in body:
        if any(c in line for c in '"“'):
            found.append(line)
        else:
            found += [line[s.start : s.end] for s in sentences(line)]
    return "\n".join((head, *found))


def clauses_dropped(text: str, random: Random) -> str | None:
    """Drop a relative clause (*…, yang …, …*) or the text after a last comma."""
    new = re.sub(r", yang (?:[a-z]+ ){1,8}[a-z]+,", "", text)
    new = re.sub(r"(?<=[a-z]{4}), (?:sehingga|agar|guna|dengan) [^.,\"“”\n0-9]{10,80}\.", ".", new)
    return new if new != text else None


def number_forms(text: str, random: Random) -> str | None:
    new = text

    def rupiah(m: re.Match[str]) -> str:
        scale = {"juta": 10**6, "miliar": 10**9, "ribu": 10**3}[m[2]]
        value = round(float(m[1].replace(",", ".")) * scale)
        return "Rp " + f"{value:,}".replace(",", ".")

    def thousands(m: re.Match[str]) -> str:
        value = int(m[1].replace(".", ""))
        if value % 100:
            return m[0]
        return f"{value / 1000:g} ribu".replace(".", ",")

    def small(m: re.Match[str]) -> str:
        return number_in_letters(int(m[0]))

    new = re.sub(r"\bRp ?(\d{1,3}(?:,\d)?) (juta|miliar|ribu)\b(?! rupiah)", rupiah, new)
    new = re.sub(
        r"(?<![\w.,/-])(\d{1,3}\.\d{3})(?= (?:ton|orang|warga|unit|hektare|kilo))", thousands, new
    )
    new = (
        re.sub(r"(\d) persen\b", r"\1%", new)
        if "persen" in new
        else re.sub(r"(\d)%", r"\1 persen", new)
    )
    new = re.sub(r"(?<=\d) hektare?\b", " ha", new)
    new = re.sub(r"(?<=\d) kilogram\b", " kg", new)
    new = re.sub(r"(?<=\d) kilometer\b", " km", new)
    new = re.sub(
        r"(?<![\w.,/:-])[3-9](?= (?:orang|desa|unit|kali|warga|rumah|tahun|hari|kecamatan))",
        small,
        new,
    )
    words = "tiga empat lima enam tujuh delapan".split()
    new = re.sub(
        rf"\b({'|'.join(words)}) (orang|desa|unit|warga|rumah)\b",
        lambda m: f"{words.index(m[1]) + 3} {m[2]}",
        new,
    )
    return new if new != text else None


def date_forms(text: str, random: Random) -> str | None:
    def named(m: re.Match[str]) -> str:
        if not 1 <= int(m[3]) <= 12:
            return m[0]
        return f"{m[1]}, {int(m[2])} {MONTHS[int(m[3]) - 1]} {m[4]}"

    def digits(m: re.Match[str]) -> str:
        return f"{m[1]}/{MONTHS.index(m[2]) + 1}/{m[3]}"

    new = re.sub(rf"\b({'|'.join(DAYS)}) \((\d\d?)/(\d\d?)/(\d{{4}})\)", named, text)
    if new == text:
        new = re.sub(rf"\b(\d\d?) ({'|'.join(MONTHS)}) (\d{{4}})\b", digits, text)
    return new if new != text else None


_PERSON = re.compile(
    r"\b(?:Bupati|Gubernur|Wali Kota|Kepala [A-Z]\w+|Camat|Menteri [A-Z]\w+|Presiden|Kapolres"
    r"|kata|ujar|tutur) (?:[A-Z][a-z]+ )?([A-Z][a-z]{3,} [A-Z][a-z]{3,})\b"
)


def persons(text: str) -> list[str]:
    """Names of two words next to an office or a verb of saying."""
    body = text.partition("\n")[2]
    found = [m[1] for m in _PERSON.finditer(body)]
    return [
        n for n in dict.fromkeys(found) if NO_PERSON.isdisjoint(n.split()) and not _more(n, body)
    ]


def _more(name: str, body: str) -> bool:
    """Whether a name is only part of a longer one."""
    return bool(re.search(rf"[A-Z][a-z]+ {name}|{name} [A-Z]", re.sub(_TITLE, "", body)))


_TITLE = (
    r"\b(?:Bupati|Gubernur|Wali Kota|Camat|Presiden|Kapolres|Jenderal|Menteri [A-Z]\w+"
    r"|Kepala [A-Z]\w+) "
)


def names_shortened(text: str, random: Random) -> str | None:
    new = text
    for name in persons(text):
        first = new.find(name) + len(name)
        short = name.split()[random.randrange(2)]
        lines = [
            line if name in "".join(re.findall('["“].*?["”]', line)) else line.replace(name, short)
            for line in new[first:].split("\n")
        ]
        new = new[:first] + "\n".join(lines)
    return new if new != text else None


def quotes_cut(text: str, random: Random) -> str | None:
    """Drop the last sentence of a quotation with several."""
    new, shift = text, 0
    for q in whole_quotations(text):
        inside = text[q[0] + 1 : q[1] - 1]
        said = sentences(inside)
        if len(said) < 2:
            continue
        last = said[-1]
        tail = "," if inside.rstrip().endswith(",") else "."
        cut = inside[: said[-2].end].rstrip(".") + tail
        assert last.end >= len(cut) - 1
        new = new[: q[0] + 1 + shift] + cut + new[q[1] - 1 + shift :]
        shift += len(cut) - len(inside)
    return new if new != text else None


def whole_quotations(text: str) -> list[tuple[int, int]]:
    found, at = [], 0
    for line in lines_of(text):
        found += [(q.start + at, q.end + at) for q in quotations(line) if q.is_speech]
        at += len(line) + 1
    return found


_ATTRIBUTED = re.compile(
    r'["“]([^"“”\n]{20,300}),["”] (?:kata|ujar|tutur|ucap|jelas|ungkap)'
    r" ((?:[A-Z][a-z]+ ?){1,4})(?=[.,])"
)


def reported(text: str, random: Random) -> str | None:
    new = _ATTRIBUTED.sub(
        lambda m: f"{m[2].strip()} mengatakan bahwa {m[1][0].lower()}{m[1][1:]}", text
    )
    return new if new != text else None


def verbs_changed(text: str, random: Random) -> str | None:
    new = re.sub(r'(?<=["”] )kata(?= [A-Z])', "ujar", text)
    new = re.sub(r'(?<=["”] )(?:katanya|ujarnya|ucapnya)\b', "tuturnya", new)
    return new if new != text else None


def curly(text: str, random: Random) -> str | None:
    new = re.sub(r'"([^"\n]+)"', r"“\1”", text)
    return new if new != text else None


OFFICES = (
    ("Wakil Bupati", "Wabup"), ("Wakil Wali Kota", "Wawali"), ("Wakil Gubernur", "Wagub"),
    ("Sekretaris Daerah", "Sekda"), ("Pemerintah Kabupaten", "Pemkab"), ("Kepala Dinas", "Kadis"),
    ("Pemerintah Kota", "Pemkot"), ("Pemerintah Provinsi", "Pemprov"), ("Kepala Desa", "Kades"),
    ("Dinas Kesehatan", "Dinkes"), ("Dinas Pendidikan", "Disdik"), ("Dinas Perhubungan", "Dishub"),
    ("Badan Pusat Statistik", "BPS"), ("Jawa Timur", "Jatim"), ("Jawa Barat", "Jabar"),
    ("Jawa Tengah", "Jateng"), ("Kementerian Kesehatan", "Kemenkes"), ("Daerah", "Daerah"),
    ("Kementerian Keuangan", "Kemenkeu"), ("Menteri Keuangan", "Menkeu"),
    ("Dinas Sosial", "Dinsos"),
    ("Kementerian Dalam Negeri", "Kemendagri"), ("Kepala Polres", "Kapolres"),
    ("Badan Penanggulangan Bencana Daerah", "BPBD"), ("Usaha Mikro, Kecil, dan Menengah", "UMKM"),
    ("Pemerintah Daerah", "Pemda"), ("Kota Surabaya", "Surabaya"), ("Sumatera Utara", "Sumut"),
)  # fmt: skip


def offices(text: str, random: Random) -> str | None:
    head, _, new = text.partition("\n")
    before = new
    for long, short in OFFICES:
        if re.search(rf"\b{long}\b", new):
            new = re.sub(rf"\b{long}\b", short, new)
        elif re.search(rf"\b{short}\b", new) and short != "Surabaya":
            new = re.sub(rf"\b{short}\b", long, new)
    return f"{head}\n{new}" if new != before else None


HONEST: dict[str, Honest] = {
    "moved": moved, "merged": merged, "dropped": dropped, "shortened": shortened, "split": split,
    "clauses dropped": clauses_dropped, "number forms": number_forms, "date forms": date_forms,
    "names shortened": names_shortened, "quotations cut": quotes_cut, "reported": reported,
    "verbs changed": verbs_changed, "curly marks": curly, "offices": offices,
}  # fmt: skip


# -- changed facts


def chosen(random: Random, found: list[re.Match[str]]) -> re.Match[str] | None:
    return random.choice(found) if found else None


def put(text: str, start: int, end: int, new: str) -> Change | None:
    if text[start:end] == new:
        return None
    return Change(text[:start] + new + text[end:], start, start + max(1, len(new)))


def body_matches(pattern: str, text: str, flags: int = 0) -> list[re.Match[str]]:
    at = text.find("\n") + 1
    return list(re.compile(pattern, flags).finditer(text, at))


_LONE = r"(?<![\w.,/:-])(?<!ke-)"


def figure(text: str, random: Random) -> Change | None:
    m = chosen(random, body_matches(_LONE + r"\d{2,3}(?![\d/:-])(?![.,]\d)(?=[ ,%])", text))
    if m is None:
        return None
    new = "".join(random.choice("123456789") for _ in m[0])
    return put(text, *m.span(), new) if new not in text else None


def figure_exchanged(text: str, random: Random) -> Change | None:
    m = chosen(random, body_matches(_LONE + r"[1-9][1-9](?![\d/:-])(?![.,]\d)(?= [a-z])", text))
    if m is None or m[0] == m[0][::-1]:
        return None
    return put(text, *m.span(), m[0][::-1])


def figure_word(text: str, random: Random) -> Change | None:
    counted = "orang|desa|unit|kali|warga|rumah|hari|tahun|kecamatan"
    pattern = rf"\b(tiga|empat|lima|enam|tujuh|delapan) (?={counted})"
    m = chosen(random, body_matches(pattern, text))
    if m is None:
        return None
    words = "tiga empat lima enam tujuh delapan".split()
    new = random.choice([w for w in words if w != m[1]])
    return put(text, *m.span(1), new)


def magnitude(text: str, random: Random) -> Change | None:
    m = chosen(random, body_matches(r"(?<=\d )(ribu|juta|miliar|triliun)\b", text))
    if m is None:
        return None
    scales = ["ribu", "juta", "miliar", "triliun"]
    return put(text, *m.span(), random.choice([s for s in scales if s != m[0]]))


UNITS = {
    "ton": "kuintal", "kilogram": "ton", "kg": "ton", "meter": "kilometer", "kilometer": "meter",
    "hektare": "meter persegi", "hektar": "meter persegi", "liter": "mililiter", "persen": "orang",
    "tahun": "bulan", "bulan": "tahun", "hari": "bulan", "jam": "menit", "menit": "jam",
}  # fmt: skip


def unit(text: str, random: Random) -> Change | None:
    m = chosen(random, body_matches(rf"(?<=\d )({'|'.join(UNITS)})\b(?! \d)", text))
    return None if m is None else put(text, *m.span(), UNITS[m[0]])


def in_quotation(text: str, at: int) -> bool:
    return any(s <= at < e for s, e in whole_quotations(text))


def negation(text: str, random: Random) -> Change | None:
    found = body_matches(
        r"\b(tidak|belum|sudah|telah|bukan) (?!hanya|saja|lagi|cuma)(?=[a-z])", text
    )
    m = chosen(random, found)
    if m is None:
        return None
    new = {"tidak": "", "belum": "sudah ", "sudah": "belum ", "telah": "tidak ", "bukan": ""}[m[1]]
    return put(text, *m.span(), new)


def negation_won(text: str, random: Random) -> Change | None:
    m = chosen(random, body_matches(r"(?<=[a-z] )(akan|dapat|bisa|harus|perlu) (?=[a-z])", text))
    return None if m is None else put(text, m.start(), m.start(), "tidak ")


def name_letter(text: str, random: Random) -> Change | None:
    names = persons(text)
    if not names:
        return None
    name = random.choice(names)
    part = random.choice(name.split())
    places = [m.start() for m in body_matches(rf"\b{re.escape(part)}\b", text)]
    if not places:
        return None
    at = random.choice(places)
    letter = random.randrange(1, len(part))
    kind = random.randrange(3)
    if kind == 0:
        vowels = "aiueo"
        fresh = random.choice(
            [c for c in (vowels if part[letter] in vowels else "bdgklmnprst") if c != part[letter]]
        )
        new = part[:letter] + fresh + part[letter + 1 :]
    elif kind == 1:
        new = part[:letter] + part[letter + 1 :]
    else:
        new = part[:letter] + part[letter] + part[letter:]
    return put(text, at, at + len(part), new) if new.casefold() not in text.casefold() else None


def name_exchanged(text: str, random: Random) -> Change | None:
    names = persons(text)
    if len(names) < 1:
        return None
    name = random.choice(names)
    fresh = random.choice(
        ["Bambang Sutejo", "Wahyu Prasetya", "Siti Romlah", "Agus Hermawan", "Dewi Lestari"]
    )
    at = text.find(name, text.find("\n"))
    return None if at < 0 or fresh in text else put(text, at, at + len(name), fresh)


def speaker(text: str, random: Random) -> Change | None:
    names = persons(text)
    found = body_matches(
        r'(?<=["”] )(?:kata|ujar|tutur|ucap|jelas|ungkap) ((?:[A-Z][a-z]+ ?){1,2})(?=[.,]| [a-z])',
        text,
    )
    m = chosen(random, found)
    if m is None:
        return None
    others = [n for n in names if set(n.split()).isdisjoint(m[1].split())]
    known = {w for n in names for w in n.split()}
    if not others or known.isdisjoint(m[1].split()):
        return None
    return put(text, m.start(1), m.start(1) + len(m[1].rstrip()), random.choice(others))


def day(text: str, random: Random) -> Change | None:
    m = chosen(
        random,
        body_matches(
            r"(?<![\d/])(\d\d?)(?=/\d\d?/20\d\d|/\d\d?\)| (?:" + "|".join(MONTHS) + r")\b)", text
        ),
    )
    if m is None:
        return None
    value = int(m[1])
    new = value % 28 + random.randrange(1, 3)
    return None if re.search(rf"\b{new}/", text) else put(text, *m.span(1), str(new))


def month(text: str, random: Random) -> Change | None:
    found = body_matches(r"(?<=\d )(" + "|".join(MONTHS) + r")\b|(?<=\d/)(\d\d?)(?=/20\d\d)", text)
    m = chosen(random, found)
    if m is None:
        return None
    if m[1]:
        new = random.choice([x for x in MONTHS if x != m[1]])
        return put(text, *m.span(), new)
    return put(text, *m.span(), str(int(m[0]) % 12 + 1))


def year(text: str, random: Random) -> Change | None:
    m = chosen(random, body_matches(r"(?<![\d.,])20[12]\d(?!\d)(?! (?:orang|warga|unit))", text))
    if m is None:
        return None
    new = str(int(m[0]) + random.choice((-2, -1, 1, 2)))
    return put(text, *m.span(), new) if new not in text else None


def weekday(text: str, random: Random) -> Change | None:
    m = chosen(random, body_matches(rf"\b({'|'.join(DAYS)}) (?=\()", text))
    if m is None:
        return None
    return put(
        text, *m.span(1), random.choice([d for d in DAYS if d != m[1] and d not in text] or [""])
    )


def quote_word(text: str, random: Random) -> Change | None:
    spans = whole_quotations(text)
    if not spans:
        return None
    start, end = random.choice(spans)
    words = list(re.compile(r"\b[a-z]{4,}\b").finditer(text, start + 1, end - 1))
    if len(words) < 3:
        return None
    m = random.choice(words[1:-1])
    kind = random.randrange(3)
    if kind == 0:
        fresh = random.choice(
            "selalu penting desa bantuan masyarakat cepat murah besar nanti".split()
        )
        return put(text, *m.span(), fresh)
    if kind == 1:
        return put(text, m.start(), m.end() + 1, "")
    return put(
        text, m.start(), m.start(), random.choice(("sangat ", "selalu ", "hampir ", "juga "))
    )


def fact_added(text: str, random: Random) -> Change | None:
    head, first, *rest = lines_of(text)
    number = random.randrange(311, 989)
    said = random.choice((
        f" Hadir pula {number} pelajar.", f" Biayanya Rp{number} juta.",
        " Kepala desa itu bernama Sugeng Waluyojati.",
        f" Luasnya {number} hektare.",
    ))  # fmt: skip
    return Change(
        "\n".join((head, first + said, *rest)),
        len(head) + 1 + len(first),
        len(head) + 1 + len(first) + len(said),
    )


PLANTERS: dict[str, Planter] = {
    "figure": figure, "figure exchanged": figure_exchanged, "figure in words": figure_word,
    "magnitude": magnitude, "unit": unit, "negation": negation, "negation won": negation_won,
    "name letter": name_letter, "name exchanged": name_exchanged, "speaker": speaker, "day": day,
    "month": month, "year": year, "weekday": weekday, "word of a quotation": quote_word,
    "fact added": fact_added,
}  # fmt: skip


def originals(path: Path, skip: int, most: int) -> Iterator[tuple[str, date | None]]:
    """Articles as releases, without lines added by the scraper, each with its date."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in islice(file, skip, skip + most):
            article = json.loads(line)
            body = [
                one.strip()
                for one in article["text"].split("\n")
                if one.strip() and not one.isupper() and "SCROLL" not in one
            ]
            if len(body) > 3:
                yield "\n".join((article["title"], *body)), None


def told(findings: list[Finding]) -> list[Finding]:
    """The findings that count: a corrected spelling in a quotation does not."""
    return [f for f in findings if f.rule.startswith("original-") and "dirapikan" not in f.template]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--skip", type=int, default=0)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    house = load_style_sheet()[0]
    lexicon = Lexicon(house.pairs)
    everything = Checker(all_rules(), house, lexicon)
    checker = Checker([r for r in all_rules() if r.id.startswith("original-")], house, lexicon)
    random = Random(SEED)  # noqa: S311 - the same edits each time
    honest: Counter[str] = Counter()
    flagged: Counter[str] = Counter()
    planted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for text, day_of in originals(options.path, options.skip, options.articles):
        release = Release(text)
        check = CheckOptions(day_of, original=release)
        copies: dict[str, str | None] = {name: edit(text, random) for name, edit in HONEST.items()}
        copies["mended by safe fixes"] = fix_all(release, everything).release.text
        several = text
        for name in random.sample(sorted(HONEST), 4):
            several = HONEST[name](several, random) or several
        copies["four at once"] = fix_all(Release(several), everything).release.text
        for name, copy in copies.items():
            if copy is None or copy == text or (options.only and options.only != name):
                continue
            honest[name] += 1
            flags = told(checker.check(Release(copy), check))
            flagged[name] += bool(flags)
            if options.show:
                for f in flags:
                    here = copy[max(0, f.start - 60) : f.end + 30].replace("\n", "¶")
                    print(f"FALSE {name} | {f.rule} | {f.text!r} | {f.message} | …{here}…")
        for name, plant in PLANTERS.items():
            if options.only and options.only != name:
                continue
            change = plant(text, random)
            if change is None:
                continue
            planted[name] += 1
            flags = told(checker.check(Release(change.text), check))
            is_found = any(f.start <= change.end + 40 and change.start - 40 <= f.end for f in flags)
            found[name] += is_found
            if options.show and not is_found:
                here = change.text[max(0, change.start - 80) : change.end + 50].replace("\n", "¶")
                print(f"MISSED {name} | {change.text[change.start : change.end]!r} | …{here}…")
    print("\nChanged facts found")
    for name, count in planted.items():
        print(f"  {name:22} {found[name]:5} of {count:5}  {found[name] / count:6.1%}")
    if planted:
        print(
            f"  {'all':22} {found.total():5} of {planted.total():5}"
            f"  {found.total() / planted.total():6.1%}"
        )
    print("\nHonest edits flagged")
    for name, count in honest.items():
        print(f"  {name:22} {flagged[name]:5} of {count:5}  {flagged[name] / count:6.1%}")
    if honest:
        print(
            f"  {'all':22} {flagged.total():5} of {honest.total():5}"
            f"  {flagged.total() / honest.total():6.1%}"
        )


if __name__ == "__main__":
    main()
