"""Addresses in running text: places named one inside the other, with their possible meanings.

``place_chains`` finds them: *Desa Plosorejo, Kecamatan Kademangan, Blitar, Jawa Timur*, with any
level left out, also from wide to narrow. The gazetteer is only read for paragraphs that seem to
contain one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from bnews_desk.frame.release_frame import COPY_AND_HEADLINE
from bnews_desk.lexicon.gazetteer import FormerName, Gazetteer, Place, Regency, place_key
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.text import Span


class Level(IntEnum):
    """The level of a place; wider places have greater values."""

    VILLAGE = 0
    DISTRICT = 1
    REGENCY = 2
    PROVINCE = 3


class Reading(NamedTuple):
    """One place that a name may mean; levels below its own are ''."""

    province: str
    regency: str = ""
    district: str = ""
    village: str = ""
    is_urban: bool = False

    @property
    def names(self) -> tuple[str, str, str, str]:
        """The names by level, starting with the village."""
        return (self.village, self.district, self.regency, self.province)


class PlaceMention(NamedTuple):
    """One place of a chain. ``word`` is its level word, '' where there is none.

    ``span`` is that of the name; ``start`` is where the level word begins. ``readings`` is empty
    where the gazetteer does not know the name. ``former`` is set where the name is not official.
    """

    level: Level
    word: str
    name: str
    start: int
    span: Span
    readings: tuple[Reading, ...]
    former: FormerName | None = None

    @property
    def is_office(self) -> bool:
        """Whether it is named as the place of an office: *Bupati Blitar*."""
        return self.word.casefold() in _OFFICES

    @property
    def full_name(self) -> str:
        """The name with its full level word: *Kecamatan Talun* for *Kec. Talun*."""
        word = _FULL_WORDS.get(self.word.casefold(), self.word)
        if self.level is Level.REGENCY:
            return self.readings[0].regency if len(self.readings) == 1 else self.name
        return f"{word} {self.name}" if word and self.level is not Level.PROVINCE else self.name


PlaceChain = tuple[PlaceMention, ...]

_WORDS = {
    "desa": Level.VILLAGE, "ds.": Level.VILLAGE, "kelurahan": Level.VILLAGE, "kel.": Level.VILLAGE,
    "kalurahan": Level.VILLAGE, "gampong": Level.VILLAGE, "nagari": Level.VILLAGE,
    "pekon": Level.VILLAGE, "kampung": Level.VILLAGE, "kades": Level.VILLAGE,
    "kepala desa": Level.VILLAGE, "kepala desa (kades)": Level.VILLAGE, "lurah": Level.VILLAGE,
    "kecamatan": Level.DISTRICT, "kec": Level.DISTRICT, "kec.": Level.DISTRICT,
    "distrik": Level.DISTRICT, "kapanewon": Level.DISTRICT, "kemantren": Level.DISTRICT,
    "camat": Level.DISTRICT,
    "kabupaten": Level.REGENCY, "kab": Level.REGENCY, "kab.": Level.REGENCY, "kota": Level.REGENCY,
    "bupati": Level.REGENCY, "wabup": Level.REGENCY, "wali kota": Level.REGENCY,
    "walikota": Level.REGENCY, "wawali": Level.REGENCY, "pemkab": Level.REGENCY,
    "pemkot": Level.REGENCY,
    "provinsi": Level.PROVINCE, "propinsi": Level.PROVINCE, "prov.": Level.PROVINCE,
    "gubernur": Level.PROVINCE, "wagub": Level.PROVINCE, "pemprov": Level.PROVINCE,
}  # fmt: skip
_OFFICES = frozenset(
    {
        "kades",
        "kepala desa",
        "kepala desa (kades)",
        "lurah",
        "camat",
        "bupati",
        "wabup",
        "wali kota",
        "walikota",
    }
    | {"wawali", "pemkab", "pemkot", "gubernur", "wagub", "pemprov"}
)
_KINDS = {
    "kabupaten": "Kabupaten", "kab": "Kabupaten", "kab.": "Kabupaten", "bupati": "Kabupaten",
    "wabup": "Kabupaten", "pemkab": "Kabupaten", "kota": "Kota", "wali kota": "Kota",
    "walikota": "Kota", "wawali": "Kota", "pemkot": "Kota",
}  # fmt: skip
_FULL_WORDS = {
    "ds.": "Desa", "desa": "Desa", "kel.": "Kelurahan", "kelurahan": "Kelurahan",
    "kades": "Desa", "kepala desa": "Desa", "kepala desa (kades)": "Desa",
    "lurah": "Kelurahan", "kec": "Kecamatan",
    "kec.": "Kecamatan", "kecamatan": "Kecamatan", "camat": "Kecamatan", "distrik": "Distrik",
    "kapanewon": "Kapanewon", "kemantren": "Kemantren", "kampung": "Kampung", "nagari": "Nagari",
    "gampong": "Gampong", "pekon": "Pekon", "kalurahan": "Kalurahan",
}  # fmt: skip
_KAMPUNG_PROVINCES = frozenset(
    {"Aceh", "Lampung", "Kalimantan Timur", "Riau", "Papua", "Papua Barat", "Papua Barat Daya"}
    | {"Papua Pegunungan", "Papua Selatan", "Papua Tengah"}
)
"""Provinces where a *kampung* is an official village; elsewhere it is any settlement."""

_LEVEL_WORD = (
    r"[Kk]epala [Dd]esa(?: \(Kades\))?|[Dd]esa|[Dd]s\.|[Kk]elurahan|[Kk]el\.|[Kk]alurahan"
    r"|[Gg]ampong|[Nn]agari|[Pp]ekon|[Kk]ampung|Kades|Lurah|[Kk]ecamatan|[Kk]ec\b\.?|[Dd]istrik"
    r"|[Kk]apanewon|[Kk]emantren|Camat|[Kk]abupaten|[Kk]ab\b\.?"
    r"|[Ww]ali [Kk]ota|Walikota|Wawali|(?<!Ibu )(?<!ibu )(?<!Wali )(?<!wali )[Kk]ota|Bupati|Wabup"
    r"|Pemkab|Pemkot|[Pp]rovinsi|[Pp]ropinsi|Prov\.|Gubernur|Wagub|Pemprov"
)
_STRONG = (
    r"(?:Kecamatan|Kec|Kabupaten|Kab|Provinsi|Propinsi|Desa|Kelurahan|Kapanewon|RT|RW|Senin|Selasa"
    r"|Rabu|Kamis|Jumat|Sabtu|Minggu|Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September"
    r"|Oktober|November|Desember)\b"
)
"""Level words that are never part of a place's name."""
_WEAK = frozenset({"Kota", "Kampung", "Nagari", "Gampong", "Pekon", "Distrik", "Kemantren"})
"""Level words that may also be part of a name: *Lima Puluh Kota*, *Kampung Melayu*."""
_LETTERS = r"[A-Z][^\W\d_]{0,30}(?:['’-][^\W\d_]{1,30}){0,2}"
_PART = rf"(?!{_STRONG}){_LETTERS}['’]?"
_RUN = rf"(?:Pangkajene dan Kepulauan|D\.I\. Yogyakarta|Kep\. {_PART}|{_PART}(?: {_PART}){{0,5}})"
_IKN = r"IKN(?: Nusantara)?|Ibu [Kk]ota(?: Negara)?(?: \(IKN\))? Nusantara"
_NAME = Pattern(_RUN)
_HEAD = Pattern(
    rf"(?<![\w-])(?:(?P<word>{_LEVEL_WORD}) (?:Administrasi |Adm\.? )?"
    rf"(?=(?P<run>Juli(?! \d)|{_RUN}))"
    rf"|(?P<ikn>{_IKN})(?![\w-]))"
)
_JOINT = Pattern(
    r" \((?P<bracket>)| [–-] (?P<dash>)"
    r"|,? (?:yang )?(?:(?:ada|berada|terletak|masuk|termasuk) )?(?:dalam|di)(?: dalam)?"
    r" (?:wilayah )?(?P<within>)"
    r"|,? (?:yang )?(?:(?:ter)?masuk (?:dalam )?wilayah|merupakan bagian dari"
    r"|(?:adalah|merupakan)(?: salah satu)? (?:desa|kelurahan|kecamatan|kabupaten|kota) di)"
    r" (?P<part>)"
    r"|, (?:tepatnya|yakni|yaitu)(?: di)? (?P<exactly>)"
    r"|, ?(?:wilayah )?(?P<comma>)| (?:wilayah )?(?P<space>)"
)
_BARE_HEAD = Pattern(
    r"(?:^|(?<=[.!?] )|(?<![\w-])(?:[Dd]i|[Dd]ari|[Kk]e|asal|kawasan|daerah|[Ww]arga"
    r"|menuju) )"
    rf"(?=(?P<run>{_RUN})(?P<joint>, ?| \()(?:{_RUN}|{_LEVEL_WORD} ))"
)
_FOLLOWING = Pattern(rf", (?!Indonesia\b)({_RUN})")
_LISTED = Pattern(
    r"(?:, [A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3})*,? (?:dan|serta|atau|maupun|hingga|sampai) "
    rf"(?:di |ke |dari )?(?P<next>(?:{_LEVEL_WORD}) )?[A-Z]|/"
)
"""The text after the last but one place of a list."""
_WIDENS = frozenset(
    "Utara Selatan Timur Barat Tengah Tenggara Daya Laut Hulu Hilir Kepulauan Raya Baru Lama Kota"
    " Pos Pusat".split()
)
"""Words that form another name with the one before them."""
_PROVINCE_WORDS = frozenset(
    "Aceh Sumatra Sumatera Riau Jambi Bengkulu Lampung Kepulauan Kep Jawa Daerah Banten Bali Nusa"
    " Kalimantan Sulawesi Gorontalo Maluku Papua DKI DKJ Jakarta DI DIY Yogyakarta Jogjakarta Jogja"
    " Yogya Nanggroe NAD Sumut Sumbar Sumsel Babel Bangka Kepri Jabar Jateng Jatim NTB NTT Kalbar"
    " Kalteng Kalsel Kaltim Kaltara Sulut Sulteng Sulsel Sultra Sulbar Malut".split()
)
"""First words of provinces; where none follows, the gazetteer is not needed."""
_FIRST_PROVINCE_WORDS = frozenset(word.casefold() for word in _PROVINCE_WORDS)
_LEVEL_SIGNS = frozenset(
    "desa ds kelurahan kel kalurahan gampong nagari pekon kampung kades lurah kecamatan kec distrik"
    " kapanewon kemantren camat kabupaten kab kota walikota wawali bupati wabup pemkab pemkot"
    " provinsi propinsi prov gubernur wagub pemprov ikn nusantara".split()
)
CHAIN_SIGNS = _LEVEL_SIGNS | _FIRST_PROVINCE_WORDS
"""A paragraph without one of these words, folded, has no chain of places."""
_IKN_REGENCIES = ("Kabupaten Penajam Paser Utara", "Kabupaten Kutai Kartanegara")
_IKN_PROVINCE = "Kalimantan Timur"
_JAKARTA = "Daerah Khusus Ibukota Jakarta"


_PAST = Pattern(
    r"\b(?:dulu(?:nya)?|dahulu(?:nya)?|semula|saat itu|kala itu|waktu itu|ketika itu|masa lalu"
    r"|tempo dulu|sebelum (?:ber)?ganti nama|berganti nama|berubah nama|nama lama"
    r"|pemekaran|dimekarkan|penggabungan|digabung(?:kan)?)\b",
    re.IGNORECASE,
)


def tells_of_the_past(text: str) -> bool:
    """Whether a text says that places have former names: *yang saat itu bernama*."""
    return _PAST.search(text) is not None


def lies_in(narrow: Reading, wide: Reading) -> bool:
    """Whether one place is the other or a part of it."""
    return all(
        not outer or inner == outer or place_key(inner) == place_key(outer)
        for inner, outer in zip(narrow.names, wide.names, strict=True)
    )


def place_chains(paragraph: ParagraphContext) -> tuple[PlaceChain, ...]:
    """The chains of two or more places in a paragraph, each from narrow to wide, in order."""
    if paragraph.role not in COPY_AND_HEADLINE:
        return ()
    signs = paragraph.vocabulary
    if CHAIN_SIGNS.isdisjoint(signs):
        return ()
    return tuple(_ChainReader(paragraph).chains())


class _ChainReader:
    """Reads the chains of one paragraph from left to right."""

    def __init__(self, paragraph: ParagraphContext) -> None:
        self.text = paragraph.text
        self.start, self.end = paragraph.copy
        self.lexicon = paragraph.lexicon

    @property
    def places(self) -> Gazetteer:
        """The gazetteer, read on first use."""
        return self.lexicon.places

    def chains(self) -> Iterator[PlaceChain]:
        at = self.start
        for m in _HEAD.finditer(self.text, self.start, self.end):
            if m.start() < at or (m["run"] and _is_office_of_town(m)):
                continue
            if m["ikn"] or self._may_go_on(m):
                chain = self._chain(self._mention(m))
                if len(chain) > 1:
                    at = chain[-1].span.end
                    yield tuple(sorted(chain, key=lambda mention: mention.level))
        for m in _BARE_HEAD.finditer(self.text, self.start, self.end):
            if bare := self._bare_chain(m):
                yield bare

    def _may_go_on(self, m: re.Match[str]) -> bool:
        """Whether a chain could begin at a level word, judged without the gazetteer."""
        rest = m["run"].split(" ")[1:]
        if not _WEAK.isdisjoint(rest) or not _PROVINCE_WORDS.isdisjoint(rest):
            return True
        joint = _JOINT.match(self.text, m.end("run"), self.end)
        if joint is None:
            return False
        if _HEAD.match(self.text, joint.end(), self.end):
            return True
        run = _NAME.match(self.text, joint.end(), self.end)
        is_narrow = _WORDS[m["word"].casefold()] < Level.REGENCY
        return run is not None and (is_narrow or _begins_province(run.group()))

    def _chain(self, first: PlaceMention) -> list[PlaceMention]:
        chain = [first]
        step = 0
        while True:
            following = self._next(chain, step)
            if following is None:
                return chain
            step = 1 if following.level > chain[-1].level else -1
            chain.append(following)

    def _next(self, chain: list[PlaceMention], step: int) -> PlaceMention | None:
        """The next place of the chain, or None; ``step`` is -1 where the chain narrows, 0 at its
        start."""
        last = chain[-1]
        joint = _JOINT.match(self.text, last.span.end, self.end)
        if joint is None:
            return None
        head = _HEAD.match(self.text, joint.end(), self.end)
        if head is None:
            is_bare = joint["within"] is None and joint["part"] is None and step >= 0
            return self._bare(chain, joint.end(), joint) if is_bare else None
        if last.is_office and (joint["within"] is not None or joint["part"] is not None):
            return None
        mention = self._mention(head)
        if mention.is_office or mention.level == last.level:
            return None
        if (mention.level > last.level) != (step >= 0 if step else mention.level > last.level):
            return None
        narrows = mention.level < last.level
        is_apart = joint["comma"] is not None or joint["exactly"] is not None
        if narrows and (not is_apart or last.is_office):
            return None
        listed = _LISTED.match(self.text, mention.span.end, self.end)
        if listed and (narrows or self._is_level_of(listed["next"], mention.level)):
            return None
        return mention

    @staticmethod
    def _is_level_of(word: str | None, level: Level) -> bool:
        return word is not None and _WORDS[word.strip().casefold()] == level

    def _bare(
        self, chain: list[PlaceMention], at: int, joint: re.Match[str]
    ) -> PlaceMention | None:
        """A place without a level word that is wider than the last one, or None."""
        last = chain[-1]
        run = _NAME.match(self.text, at, self.end)
        if run is None or last.level is Level.PROVINCE:
            return None
        if joint["dash"] is not None:
            return None
        is_wide = last.level is Level.REGENCY or chain[0].is_office
        if is_wide and not _begins_province(run.group()):
            return None
        mention = None
        if last.level is Level.VILLAGE and not last.is_office and joint["comma"] is not None:
            mention = self._bare_district(run)
        mention = mention or self._bare_region(run, last.level)
        if mention is None:
            return None
        listed = _LISTED.match(self.text, mention.span.end, self.end)
        if listed and not (
            listed["next"] and _WORDS[listed["next"].strip().casefold()] < mention.level
        ):
            return None
        return mention

    def _bare_region(self, run: re.Match[str], above: Level) -> PlaceMention | None:
        """The province, or where possible the regency, at the start of a run of words, or None."""
        for count in range(_count(run.group()), 0, -1):
            name = _beginning(run.group(), count)
            rest = run.group()[len(name) + 1 :].split()
            span = Span(run.start(), run.start() + len(name))
            found = self._regencies(name, "") if above < Level.REGENCY else ()
            province = self.places.province(name)
            if rest and (rest[0] in _WIDENS or not province):
                continue
            if province and found:  # Kota Yogyakarta or its province, whichever fits
                readings = (*(_region(r) for r in found), Reading(province))
                return PlaceMention(Level.PROVINCE, "", name, span.start, span, readings)
            if province:
                readings = (Reading(province),)
                return PlaceMention(Level.PROVINCE, "", name, span.start, span, readings)
            if found:
                readings = tuple(_region(r) for r in found)
                return PlaceMention(Level.REGENCY, "", name, span.start, span, readings)
        return None

    def _bare_district(self, run: re.Match[str]) -> PlaceMention | None:
        """The district after a village, without a level word: *Desa Plosorejo, Kademangan,
        Blitar*."""
        name = run.group()
        districts = self.places.districts(name)
        if not districts or self.places.province(name):
            return None
        regions = self._regencies(name, "")
        if regions and not self._goes_on(run.end()):
            return None
        readings = *(_district(d) for d in districts), *map(_region, regions)
        span = Span(*run.span())
        return PlaceMention(Level.DISTRICT, "", name, span.start, span, readings)

    def _goes_on(self, at: int) -> bool:
        """Whether a regency or a province follows."""
        joint = _JOINT.match(self.text, at, self.end)
        if joint is None:
            return False
        if head := _HEAD.match(self.text, joint.end(), self.end):
            return bool(head["ikn"]) or _WORDS[head["word"].casefold()] >= Level.REGENCY
        run = _NAME.match(self.text, joint.end(), self.end)
        return run is not None and self._bare_region(run, Level.DISTRICT) is not None

    def _bare_chain(self, m: re.Match[str]) -> PlaceChain:
        """A chain of full names without level words: *di Blitar, Jawa Timur*, *di Tebet, Jakarta
        Selatan*."""
        name = m["run"]
        if name.partition(" ")[0] in _WEAK or _HEAD.match(self.text, m.end()):
            return ()
        wide = self._wide(m.end("joint"))
        if wide is None:
            return ()
        regions, districts = self._regencies(name, ""), self.places.districts(name)
        if not (regions or districts) or self.places.province(name):
            return ()
        in_jakarta = any(r.province == _JAKARTA for r in wide.readings)
        if in_jakarta and all(d.province != _JAKARTA for d in districts):
            return ()  # quarters of Jakarta share names with places elsewhere: Kuningan
        if not (in_jakarta or wide.word or wide.level is Level.PROVINCE):
            return ()  # a list, or a city that stands for its surroundings: Lembang, Bandung
        is_region = bool(regions) and wide.level is Level.PROVINCE
        # A district or a village may have the same name: Kediri in Bali.
        readings = *map(_region, regions), *map(_district, districts)
        if not is_region:
            readings += tuple(map(_village, self.places.villages(name)))
        span = Span(*m.span("run"))
        level = Level.REGENCY if is_region else Level.DISTRICT
        return (PlaceMention(level, "", name, span.start, span, readings), wide)

    def _wide(self, at: int) -> PlaceMention | None:
        """The regency or province at ``at``, unless it is part of a list."""
        if head := _HEAD.match(self.text, at, self.end):
            if head["ikn"] or _WORDS[head["word"].casefold()] < Level.REGENCY:
                return None
            wide: PlaceMention | None = self._mention(head)
        else:
            run = _NAME.match(self.text, at, self.end)
            wide = run and self._bare_region(run, Level.DISTRICT)
        if wide is None or wide.is_office or not wide.readings:
            return None
        if _LISTED.match(self.text, wide.span.end, self.end):
            return None
        following = _FOLLOWING.match(self.text, wide.span.end, self.end)
        if following and not (wide.level is Level.REGENCY and self.places.province(following[1])):
            return None
        return wide

    def _mention(self, m: re.Match[str]) -> PlaceMention:
        """The place at a level word, with its readings in the gazetteer."""
        if m["ikn"]:
            readings = tuple(Reading(_IKN_PROVINCE, regency) for regency in _IKN_REGENCIES)
            span = Span(*m.span("ikn"))
            lies_in_regency = re.match(r",? (?:[Kk]abupaten|Kab\.) ", self.text[m.end() :])
            level = Level.DISTRICT if lies_in_regency else Level.REGENCY
            return PlaceMention(level, "", m["ikn"], m.start(), span, readings)
        word = m["word"]
        level = _WORDS[word.casefold()]
        run, start = m["run"], m.start("run")
        if word.casefold() == "kampung":  # usually a part of the name and not its level
            for count in range(_count(run), 0, -1):
                name = f"{word.title()} {_beginning(run, count)}"
                if readings := self._readings(level, "", name)[0]:
                    span = Span(m.start(), start + len(name) - len(word) - 1)
                    return PlaceMention(level, "", name, m.start(), span, readings)
        for count in range(_count(run), 0, -1):
            name = _beginning(run, count)
            readings, former = self._readings(level, word, name)
            if readings and self._may_end(level, name, run[len(name) + 1 :]):
                if self._is_both_kinds(m.start(), word):
                    readings, former = self._readings(level, "", name)
                span = Span(start, start + len(name))
                return PlaceMention(level, word, name, m.start(), span, readings, former)
        name = _before_weak_word(run)
        return PlaceMention(level, word, name, m.start(), Span(start, start + len(name)), ())

    def _is_both_kinds(self, start: int, word: str) -> bool:
        """Whether *Kabupaten dan* or *Kabupaten/* stands before *Kota*."""
        before = self.text[max(0, start - 16) : start].casefold()
        return word.casefold() in ("kota", "wali kota") and before.endswith(
            ("kabupaten/", "kabupaten dan ", "kab/", "kab./", "bupati/", "bupati dan ")
        )

    def _may_end(self, level: Level, name: str, rest: str) -> bool:
        """Whether a name may end before ``rest``, the following capitalised words."""
        first = rest.partition(" ")[0]
        if not rest or (first in _WEAK and " " in rest):
            return True
        if level >= Level.REGENCY:
            return first not in _WIDENS
        return bool(self.places.province(rest) or self._regencies(rest, ""))

    def _readings(
        self, level: Level, word: str, name: str
    ) -> tuple[tuple[Reading, ...], FormerName | None]:
        places, former = self.places, None
        if level is Level.PROVINCE:
            province = places.province(name)
            return ((Reading(province),) if province else ()), None
        if level is Level.REGENCY:
            kind = _KINDS.get(word.casefold(), "")
            found = self._regencies(name, kind)
            former = places.former_name(f"{kind} {name}") if kind else None
            return tuple(_region(r) for r in found), former
        named = places.districts(name) if level is Level.DISTRICT else places.villages(name)
        readings = tuple(map(_village, named))
        if word.casefold() == "kampung":
            readings = tuple(r for r in readings if r.province in _KAMPUNG_PROVINCES)
        return readings, None

    def _regencies(self, name: str, kind: str) -> tuple[Regency, ...]:
        """The regencies with a name, current or former; where ``kind`` has none, those of the other
        kind."""
        named = self.places.regencies(name)
        of_kind = tuple(r for r in named if not kind or r.kind == kind)
        if of_kind or named:
            return of_kind or named
        officials = [
            former.official
            for kind_ in ((kind,) if kind else ("Kabupaten", "Kota"))
            if (former := self.places.former_name(f"{kind_} {name}"))
        ]
        return tuple(
            regency
            for official in officials
            for regency in self.places.regencies(official.partition(" ")[2])
            if regency.full_name == official
        )


def _is_office_of_town(m: re.Match[str]) -> bool:
    """Whether *Kota* follows the office of a smaller place and does not begin a name: *Lurah Kota
    X*."""
    word = m["word"].casefold()
    return word in _OFFICES and _WORDS[word] < Level.REGENCY and m["run"].startswith("Kota ")


def _region(regency: Regency) -> Reading:
    return Reading(regency.province, regency.full_name)


def _district(place: Place) -> Reading:
    return Reading(place.province, place.regency, place.district)


def _village(place: Place) -> Reading:
    return Reading(place.province, place.regency, place.district, place.village, place.is_urban)


def _count(run: str) -> int:
    return run.count(" ") + 1


def _beginning(run: str, count: int) -> str:
    return " ".join(run.split(" ")[:count])


def _begins_province(run: str) -> bool:
    return run.partition(" ")[0].rstrip(".") in _PROVINCE_WORDS


def _before_weak_word(run: str) -> str:
    """A run of words up to a level word in it: *Antah* of *Antah Kota Blitar*."""
    first, *rest = run.split(" ")
    kept = [first]
    for word in rest:
        if word in _WEAK:
            break
        kept.append(word)
    return " ".join(kept)
