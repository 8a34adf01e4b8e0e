"""Capitals of geographical names: *kecamatan Talun*, *Desa plosorejo*, *gunung Kelud*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE, Role
from bnews_desk.lexicon.gazetteer import Gazetteer
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.rules.word_replacement import stands_alone
from bnews_desk.text import Word

KINDS = frozenset("Desa Kelurahan Kecamatan Kabupaten Kota Provinsi Dusun".split())
_FOLDED = frozenset(kind.casefold() for kind in KINDS)
_COUNTS = frozenset(
    "dua tiga empat lima enam tujuh delapan sembilan sepuluh beberapa sejumlah setiap semua seluruh"
    " kedua ketiga banyak puluhan ratusan tiap berbagai para".split()
)
_NAMED_PLACE = Pattern(r"[-–/&’']|,? ?[A-Z0-9(“\"]")
"""Text after a kind of place that shows a name: *Desa Ngadri*, *Kabupaten/Kota*, *Desa (ADD)*."""


def generic_places(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    """Kinds of places that have a capital after a number or *berbagai*, without a name."""
    if paragraph.role is Role.HEADLINE or paragraph.vocabulary.isdisjoint(_FOLDED):
        return
    found, text = paragraph.words, paragraph.text
    for i, word in enumerate(found):
        if i == 0 or word.text not in KINDS:
            continue
        count = found[i - 1]
        is_count = count.text in _COUNTS or count.text.isdecimal()
        if (
            not is_count
            or text[count.end : word.start] != " "
            or _NAMED_PLACE.match(text, word.end)
        ):
            continue
        right = word.folded
        fix = replacement_fix(text, word.start, word.end, right, Safety.OFFERED)
        yield RuleMatch(word.start, word.end, {"right": right}, (fix,), message="generic")


_HINT = Pattern(
    r"desa |kelurahan |kecamatan |kabupaten |kota |provinsi |gunung |sungai |pantai |dusun |waduk "
    r"|candi |jalan ",
    # other space between the two words is rare and not looked for
)
_UNITS = frozenset({"desa", "kelurahan", "kecamatan", "kabupaten"})
_NAMED = {
    "gunung": "kelud semeru bromo merapi merbabu lawu arjuno arjuna welirang butak kawi raung ijen"
    " rinjani slamet sumbing sindoro agung batur sinabung kerinci lewotobi penanggungan wilis"
    " argopuro tangkuban tambora marapi dukono ibu karangetang gede salak ciremai papandayan",
    "sungai": "brantas ciliwung citarum cisadane musi kapuas mahakam barito batanghari bengawan"
    " serayu progo opak citanduy cimanuk lekso semut ciujung kalimas",
    "pantai": "serang tambakrejo jolosutro peh gondo keben pehpulo pangi pudak jebring kuta sanur"
    " parangtritis popoh prigi gemah klayar sipelot balekambang kenjeran",
    "waduk": "wlingi lodoyo lahor selorejo sutami karangkates wonorejo bendo jatiluhur"
    " kedungombo saguling cirata sempor nipah bening",
    "candi": "penataran palah borobudur prambanan simping sawentar gambar plumbangan kotes mendut"
    " pawon sukuh cetho sewu singosari singasari kidal jago badut tikus bajang surawana tegowangi"
    " rimbi jawi ratna kalicilik bacem sumbernanas wringin",
    "jalan": "merdeka sudirman diponegoro veteran thamrin malioboro braga imam pattimura kartini"
    " gajah hayam ahmad soekarno sukarno cokroaminoto tanjung melati mawar kenanga anggrek",
}
"""Mountains, rivers, beaches, lakes, temples and streets known by name."""
_COUNTED = frozenset(
    "dua tiga empat lima enam tujuh delapan sembilan sepuluh beberapa sejumlah para setiap semua"
    " seluruh antar kedua ketiga banyak puluhan ratusan tiap berbagai".split()
)
_HEADS = {"pemerintah", "kepala", "balai", "kantor"}
"""After these the unit is part of an institution's name: *Pemerintah Desa Ngadri*."""
_ALSO_WORDS = frozenset(
    "bendo gadungan jajar jati penataran pojok salam semen serang siraman sumber tanggung tumpang"
    " batang batu lingga medan padang palu pati puncak bone kota baru tengah utara".split()
)
"""Names that are also ordinary words and are ignored in lower case."""
_TWO_WORDS = frozenset({"gajah", "hayam", "ahmad", "imam"})
"""First words of street names with at least two words: *Jalan Gajah Mada*."""
_LEVELS = frozenset({"desa", "kelurahan", "kecamatan", "kabupaten", "kota", "provinsi", "kec"})
_CITY = frozenset({"ibu", "wali", "pusat", "alun-alun", "dalam", "luar", "tengah"})
_MOST_WORDS = 4
_LEAST_LETTERS = 5


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    yield from generic_places(paragraph)
    if not _HINT.search(paragraph.text.casefold(), paragraph.copy.start, paragraph.copy.end):
        return
    found = paragraph.words
    for i in range(len(found) - 1):
        noun = found[i].folded
        if noun not in _UNITS and noun not in _NAMED and noun not in _OTHERS:
            continue
        name = found[i + 1 : i + 1 + _MOST_WORDS]
        if paragraph.text[found[i].end : name[0].start] != " " or not stands_alone(
            paragraph.text, found[i].start, found[i].end
        ):
            continue
        if found[i].text.islower() and name[0].text[:1].isupper():
            match = _lower_noun(paragraph, i, noun, name)
        elif noun in _UNITS and name[0].text.islower() and paragraph.role is not Role.HEADLINE:
            match = _lower_name(paragraph, i, noun, name)
        else:
            continue
        if match:
            yield match


_OTHERS = frozenset({"kota", "provinsi", "dusun"})


def _lower_noun(
    paragraph: ParagraphContext, i: int, noun: str, name: Sequence[Word]
) -> RuleMatch | None:
    """The match for a lower-case kind before a name: ``kecamatan Talun``; *dua desa* and *ibu kota*
    are not names."""
    before = paragraph.words[i - 1].folded if i else ""
    if before in _COUNTED or before[:1].isdigit() or name[0].text.isupper():
        return None
    if (before, noun) == ("lepas", "pantai"):
        return None
    last = _known(paragraph, noun, _run(paragraph, name))
    if last is None or (noun == "kota" and before in _CITY):
        return None
    start, end = paragraph.words[i].start, last.end
    new = paragraph.text[start : name[0].start].capitalize() + paragraph.text[name[0].start : end]
    if before in _HEADS and paragraph.words[i - 1].text.islower() and _is_apart(paragraph, i):
        start = paragraph.words[i - 1].start
        new = before.capitalize() + " " + new
    is_city = noun == "kota" and before != "pemerintah"
    severity = Severity.SUGGESTION if is_city else None
    safety = Safety.SAFE if noun in _UNITS and _is_whole(paragraph, name, last) else Safety.OFFERED
    fix = replacement_fix(paragraph.text, start, end, new, safety)
    return RuleMatch(start, end, {"right": new}, (fix,), severity)


def _lower_name(
    paragraph: ParagraphContext, i: int, noun: str, name: Sequence[Word]
) -> RuleMatch | None:
    """The match for a lower-case name, ``Kecamatan talun``, ``desa plosorejo``; local names
    only."""
    word = name[0]
    if len(word.text) < _LEAST_LETTERS or word.folded in _ALSO_WORDS:
        return None
    if noun in ("desa", "kelurahan"):
        right = _own_villages(paragraph).get(word.folded)
    else:
        right = _own_towns(paragraph.house.dateline.places).get(word.folded)
    before = paragraph.words[i - 1].folded if i else ""
    if right is None or before in _COUNTED or before[:1].isdigit():
        return None
    start = paragraph.words[i].start
    new = f"{noun.capitalize()} {right}"
    fix = replacement_fix(paragraph.text, start, word.end, new, Safety.SAFE)
    return RuleMatch(start, word.end, {"right": new}, (fix,))


def _is_apart(paragraph: ParagraphContext, i: int) -> bool:
    """Whether something other than a space separates a noun from the word before it."""
    before, noun = paragraph.words[i - 1], paragraph.words[i]
    return paragraph.text[before.end : noun.start] == " " and paragraph.words[i - 2 : i - 1] != ()


def _is_whole(paragraph: ParagraphContext, name: Sequence[Word], last: Word) -> bool:
    """Whether a name ends with its place: *Siaga Tuberkulosis* is not a village."""
    run = _run(paragraph, name)
    at = run.index(last) + 1
    return at == len(run) or run[at].folded in _LEVELS


def _run(paragraph: ParagraphContext, name: Sequence[Word]) -> Sequence[Word]:
    """The capitalised words at the start of ``name`` with single spaces between them."""
    count = 1
    while (
        count < len(name)
        and name[count].text[:1].isupper()
        and paragraph.text[name[count - 1].end : name[count].start] == " "
    ):
        count += 1
    return name[:count]


def _known(paragraph: ParagraphContext, noun: str, run: Sequence[Word]) -> Word | None:
    """The last word of the longest beginning of ``run`` that is a place of that kind, or None."""
    if noun in _NAMED:
        least = run[:2] if run[0].folded in _TWO_WORDS else run[:1]
        return least[-1] if run[0].folded in _NAMED[noun].split() else None
    if noun == "dusun":
        return run[-1]
    for count in range(len(run), run[0].folded in _LEVELS, -1):
        name = paragraph.text[run[0].start : run[count - 1].end]
        if _is_place(paragraph.lexicon.places, noun, name):
            return run[count - 1]
    return None


def _is_place(places: Gazetteer, noun: str, name: str) -> bool:
    if noun in ("desa", "kelurahan"):
        return bool(places.villages(name))
    if noun == "kecamatan":
        return bool(places.districts(name))
    if noun == "provinsi":
        return bool(places.province(name))
    return any(r.kind == noun.capitalize() for r in places.regencies(name))


def _own_villages(paragraph: ParagraphContext) -> dict[str, str]:
    return _villages_around(paragraph.house.dateline.default_place, paragraph.lexicon.places)


@lru_cache(maxsize=4)
def _villages_around(town: str, places: Gazetteer) -> dict[str, str]:
    """The villages of the newsroom's own regency and city, by folded name."""
    return {
        name.casefold(): name
        for kind in ("Kabupaten", "Kota")
        for name in places.all_villages_of(f"{kind} {town.title()}")
        if " " not in name
    }


@lru_cache(maxsize=4)
def _own_towns(places: tuple[str, ...]) -> dict[str, str]:
    """The districts and towns of the style sheet, by folded name."""
    return {name.casefold(): name.title() for name in places if " " not in name}


RULES = (
    ParagraphRule(
        code="C24",
        id="place-capital",
        name="Huruf kapital nama geografi",
        severity=Severity.WARNING,
        safety=Safety.SAFE,
        why="Nama geografi berhuruf kapital: “{right}”.",
        other_messages={
            "generic": "Jenis tempat tanpa nama diri ditulis dengan huruf kecil: “{right}”."
        },
        source="EYD V, Huruf Kapital 16–18",
        remark=(
            "“Kota Blitar” hanya disarankan karena “kota Blitar” dapat berarti kotanya. Nama yang"
            " ditulis dengan huruf kecil dikenali di wilayah redaksi saja."
        ),
        roles=COPY_AND_HEADLINE,
        check=_check,
        bad=(
            Example("Warga di kecamatan Talun resah.", "Warga di Kecamatan Talun resah."),
            Example(
                "Rapat dihadiri pemerintah desa Ngadri.", "Rapat dihadiri Pemerintah Desa Ngadri."
            ),
            Example("Ia warga desa Plosorejo.", "Ia warga Desa Plosorejo."),
            Example("Lomba itu diikuti 22 Kecamatan.", "Lomba itu diikuti 22 kecamatan."),
            Example("Warga dari berbagai Desa hadir.", "Warga dari berbagai desa hadir."),
            Example("Ia warga kabupaten Blitar.", "Ia warga Kabupaten Blitar."),
            Example("Ia warga kelurahan Bendogerit.", "Ia warga Kelurahan Bendogerit."),
            Example("Ia lahir di Kecamatan talun.", "Ia lahir di Kecamatan Talun."),
            Example("Ia lahir di desa plosorejo.", "Ia lahir di Desa Plosorejo."),
            Example("Ia lahir di kabupaten blitar.", "Ia lahir di Kabupaten Blitar."),
            Example("Warga kecamatan Kepanjen Kidul.", "Warga Kecamatan Kepanjen Kidul."),
            Example("Acara di kota Blitar meriah.", "Acara di Kota Blitar meriah."),
            Example("Lahar gunung Kelud membeku.", "Lahar Gunung Kelud membeku."),
            Example("Banjir sungai Brantas surut.", "Banjir Sungai Brantas surut."),
            Example("Wisata candi Penataran ramai.", "Wisata Candi Penataran ramai."),
            Example("Ombak pantai Tambakrejo tinggi.", "Ombak Pantai Tambakrejo tinggi."),
            Example("Macet di jalan Merdeka Blitar.", "Macet di Jalan Merdeka Blitar."),
            Example("Warga dusun Krajan panen.", "Warga Dusun Krajan panen."),
            Example("Ia ke provinsi Jawa Timur.", "Ia ke Provinsi Jawa Timur."),
            Example("Panen Raya di desa Ngadri\nIsi.", "Panen Raya di Desa Ngadri\nIsi."),
        ),
        good=(
            "Dua Desa Wisata dan 22 Kecamatan/Kelurahan hadir; seluruh Kota (Blitar) ramai.",
            "Tiga desa dan dua Kecamatan Talun hadir.",
            "Kecamatan Talun, Desa Plosorejo, dan Kabupaten Blitar bersih.",
            "Lepas pantai Uruguay dan pantai Jakarta tercemar.",
            "Warga pindah dari ibu kota Jakarta ke kota Teheran.",
            "Kemacetan di jalan Cilegon-Anyer panjang.",
            "Desa-desa di Blitar, desa mandiri, desa wisata, kepala desa dan lurah.",
            "Dua desa Plosorejo dan Ngadri bertanding.",
            "Ia menanam jeruk bali dan kacang bogor di desa.",
            "Ia pulang ke desa. Plosorejo sepi.",
            "Peserta dari desa (Plosorejo) hadir di kabupaten, kota, dan provinsi.",
            "Desa sumber air dan kecamatan kota.",
            "Lomba di tingkat kecamatan Kota Blitar dimulai.",
            "Ia ke pusat kota Blitar, lalu ke luar kota Blitar.",
        ),
    ),
)
