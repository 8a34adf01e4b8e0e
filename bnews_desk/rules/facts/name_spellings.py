"""One name with two spellings in one text: *Izul Marom* and *Izul Marrom*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from typing import NamedTuple

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE, Role
from bnews_desk.lexicon.attribution_verbs import attribution_verbs
from bnews_desk.lexicon.near_names import slip_distance, sound_key
from bnews_desk.patterns import Pattern
from bnews_desk.release import Edit
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.facts.names_in_text import NO_PERSON, OFFICES
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch, replacement_fix
from bnews_desk.rules.word_positions import sentence_at
from bnews_desk.text import Word

_LEAST_LETTERS = 3
"""Least length of a word that is compared."""
_SHORT = 4
"""Words of this length need a second word of the name: *Andi* and *Andy* may be two persons."""
_LEAST_OUTSIDE_PERSONS = 6
"""Least length of a word that is compared where no person is recognised."""
_LEAST_FOR_TWO = 8
"""Least length of a word that may have two slips."""
_MOST_ALIKE = 60
"""Most words with the same beginning or end that are compared with each other."""
_MOST_NAMES = 3000
"""Most distinct words of names in a text; with more it is a list of names and is not checked."""
_SHORTEST_PARTNER = 2
_SIDE_BY_SIDE = 80
"""Most code points between two persons that a sentence names together."""
_JOINED = Pattern(r", |[^\w](?:dan|serta|dengan|maupun|bersama|lawan|vs)[^\w]|/|\d")
"""The text between two such persons."""
_TITLES = OFFICES | frozenset(
    "Iptu Ipda Aipda Aiptu Bripka Briptu Bripda Brigadir Kompol Kombes Brigjen Komjen Jenderal"
    " Mayjen Letjen Letkol Letda Lettu Letnan Kolonel Mayor Serma Serka Sertu Serda Sersan Kopda"
    " Laksda Laksma Laksamana Marsekal Wapres Capres Cawapres Wamen Sekretaris Jubir Kapuspen"
    " Kadiv Kajari Kajati Kapuskes Danrem Pangdam Danlanud Danlanal Panglima Raja Sultan Pangeran"
    " Datuk Tuan Nyonya Nona Haji Hajah Ustadz Ustazah Syekh Kyai Ning Habib Pastor Pendeta Abah"
    " Prof Bapak Saudara Kakak Mama Papa Paman Bibi Om Tante Cak Neng Teh Kang Bang Menurut Kata"
    " Ujar Daerah Kabupaten Kota Umum Ketum Sekum Penasihat Penyidik Pengacara Dokter".split()
)
"""Words before a name that are not part of it."""
_MINISTER = Pattern(
    r"(?:Wam|Sesm|M)en[a-z]{2,12}$|(?:Ka|Waka|Dir)(?:pol|sat|jar|bag|bid|sub|dis)[a-z]*$"
)
_SAYING = frozenset(
    "mengatakan menyampaikan menjelaskan menegaskan menuturkan mengungkapkan menyebut menambahkan"
    " berharap mengaku memaparkan mengajak mengimbau meminta berpesan mengapresiasi menekankan"
    " mengingatkan menilai berujar berkata menerangkan membeberkan menyatakan memastikan hadir"
    " melanjutkan menyarankan mengakui berjanji menceritakan bercerita membantah mengklaim"
    " menyinggung menduga mengenang merinci mencontohkan menanggapi merespons memuji menargetkan"
    " menolak mengusulkan mendorong optimistis lanjut menjawab melaporkan mengumumkan".split()
)
"""Verbs whose subject is a person."""
_AFTER = frozenset("menurut bernama oleh bersama lanjut alias sapaan".split())
"""Words that precede a name, besides the verbs of saying."""
_PERSONS_MARK = Pattern(r" \(\d\d(?: tahun)?\)|, \d\d tahun|, [SMA]\.[A-Z]")
"""The age or degree behind a person's name."""
_CALENDAR = frozenset(
    "Senin Selasa Rabu Kamis Jumat Sabtu Minggu Ahad Januari Februari Maret April Mei Juni Juli"
    " Agustus September Oktober November Desember Allah Tuhan Iran Irak India China Cina".split()
)
"""Capitalised words of which similar names are not misspellings."""
_BOTH_RIGHT = frozenset(
    "Senen Senin Saudi Saudia Asean Asian Eropa Europa Spanyol Espanyol Mekkah Makkah Sumatera"
    " Sumatra Samudra Samudera Afrika Africa Amerika America Rusia Russia Persib Persik Persija"
    " Persis Persita Suroboyo Surabaya Kampoeng Kampung Sholat Salat Palestina Palestine Argentina"
    " Argentino Indonesia Indonesian University Universitas Singapore Singapura Marca Marco Barca"
    " Rosan Rohan Jaya Raya Center Centre Theater Theatre".split()
)
"""Correct names that are similar to each other."""
_ACRONYM = Pattern(
    r"(?:Ka|Ma|Wa|Waka)?(?:pol|jat|jar|jag|kot|kor)[a-z]*$|(?:Ka|Ma)?pol(?:da|res|sek|ri)[a-z]*$"
    r"|(?:Dir|Dit|Dis|Set|Sek|Kem|Bap|Kas|Kab|Kad|Pem)[a-z]+$|S[ua][lm](?:bar|sel|teng|ut|tra)$"
    r"|Kal(?:bar|sel|teng|tim|tara)$|J(?:abar|ateng|atim)$|Forkop[a-z]+$",
    0,
)
"""Acronyms of offices and provinces, which may differ in one letter only."""
_APOSTROPHES = "'’‘"
_ENDINGS = ("s", "n", "i", "an", "nya", "ku", "mu", "di", "ke")
"""Endings that do not make another spelling of a name that is not a person's."""


class _NamedWord(NamedTuple):
    """A word of a name, and the words beside it in the name; '' where there are none."""

    text: str
    start: int
    before: str
    behind: str
    run: tuple[int, int]
    """The indices of the first and last word of the name in its paragraph."""
    has_title: bool
    in_headline: bool


class _Mention(NamedTuple):
    """A word of a name, with the number of its paragraph; positions count in the paragraph."""

    number: int
    word: _NamedWord


def _named_words(paragraph: ParagraphContext) -> tuple[_NamedWord, ...]:
    """The words of the copy that may be part of a name, in order."""
    if paragraph.role not in COPY_AND_HEADLINE:
        return ()
    words, text = paragraph.words, paragraph.text
    found: list[_NamedWord] = []
    first = 0
    while first < len(words):
        if not _is_capital(words[first]):
            first += 1
            continue
        last = first
        while last + 1 < len(words) and _goes_on(text, words[last], words[last + 1]):
            last += 1
        found += _in_run(paragraph, first, last)
        first = last + 1
    return tuple(found)


def _is_capital(word: Word) -> bool:
    return word.text[0].isupper() and (len(word.text) == 1 or not word.text.isupper())


def _is_spelt(word: str) -> bool:
    """Whether a word is spelled like a name: *Jum'at*, not *Moto2*, *Aceh-Medan* or *IWbF*."""
    is_plain = word.isalpha() or all(c.isalpha() or c in _APOSTROPHES for c in word)
    return is_plain and not word[1].isupper()


def _goes_on(text: str, word: Word, following: Word) -> bool:
    """Whether a word continues a name: after a space, or after the full stop of an initial."""
    if not _is_capital(following):
        return False
    gap = text[word.end : following.start]
    return gap == " " or (gap == ". " and len(word.text) <= 3)


def _in_run(paragraph: ParagraphContext, first: int, last: int) -> Iterator[_NamedWord]:
    """The words of a capitalised run, without offices and titles before the name."""
    words = paragraph.words
    has_title = False
    while first < last and (_is_title(words[first].text) or _opens(paragraph, words[first])):
        has_title |= _is_title(words[first].text)
        first += 1
    for at in range(first, last + 1):
        word = words[at].text
        if len(word) < _LEAST_LETTERS or word in NO_PERSON or not _is_spelt(word):
            continue
        if paragraph.in_link(words[at].start, words[at].end):
            continue
        before = words[at - 1].text if at > first else ""
        behind = words[at + 1].text if at < last else ""
        yield _NamedWord(
            word,
            words[at].start,
            before,
            behind,
            (first, last),
            has_title,
            paragraph.role is Role.HEADLINE,
        )


def _is_title(word: str) -> bool:
    return word in _TITLES or _MINISTER.match(word) is not None or len(word) == 1


def _opens(paragraph: ParagraphContext, word: Word) -> bool:
    """Whether a word is capitalised only because it begins a sentence."""
    return word.start in paragraph.sentence_starts and word.folded in paragraph.lexicon.common_words


def _is_any_person(context: ReleaseContext, mentions: Iterable[_Mention]) -> bool:
    """Whether at one of these places the text shows that a person is named."""
    return any(
        word.has_title
        or _is_spoken_of(context.paragraphs[number], *word.run)
        or _has_persons_mark(context.paragraphs[number], word.run[1])
        for number, word in mentions
    )


def _has_persons_mark(paragraph: ParagraphContext, last: int) -> bool:
    """Whether an age, a degree or the like follows a name."""
    return _PERSONS_MARK.match(paragraph.text, paragraph.words[last].end) is not None


def _is_spoken_of(paragraph: ParagraphContext, first: int, last: int) -> bool:
    """Whether a verb beside a name shows that it is a person's."""
    words, text = paragraph.words, paragraph.text
    if first:
        before = words[first - 1]
        gap = text[before.end : words[first].start]
        if gap == " " and (
            before.folded in _AFTER or attribution_verbs().is_attribution(before.folded)
        ):
            return True
    if last + 1 < len(words) and text[words[last].end : words[last + 1].start] == " ":
        return words[last + 1].folded in _SAYING
    return False


class _Pair(NamedTuple):
    """Two spellings of one name, the less frequent one first."""

    minor: str
    major: str


def _check(context: ReleaseContext) -> Iterator[RuleMatch]:
    mentions: defaultdict[str, list[_Mention]] = defaultdict(list)
    for number, _, found in context.collected(_named_words):
        for word in found:
            mentions[word.text].append(_Mention(number, word))
    if len(mentions) > _MOST_NAMES:
        return
    pairs: dict[str, str] = {}
    for one, other in _near_ones(tuple(mentions)):
        if _are_one(context, mentions, one, other):
            minor, major = _by_frequency(mentions, one, other)
            if minor not in pairs or len(mentions[pairs[minor]]) < len(mentions[major]):
                pairs[minor] = major
    for minor, major in pairs.items():
        while pairs.get(major, minor) != minor:
            major = pairs[major]  # noqa: PLW2901  three spellings have one that is most frequent
        yield from _matches(context, mentions, _Pair(minor, major))


@lru_cache(maxsize=1)  # an edit seldom changes the names of a release
def _near_ones(names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The pairs of names' words that may be two spellings of one name.

    A slip leaves the first two letters of a word unchanged, or the last two, or the first and the
    last.
    """
    letters = {word: _letters(word) for word in names}
    groups: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for word in letters:
        folded = word.casefold()
        groups[folded[:2], 0].append(word)
        groups[folded[-2:], 1].append(word)
        groups[folded[0] + folded[-1], 2].append(word)
    judged: dict[tuple[str, str], bool] = {}
    for group in groups.values():
        if len(group) > _MOST_ALIKE:
            continue
        for pair in combinations(group, 2):
            if pair not in judged:
                judged[pair] = _are_near(letters[pair[0]], letters[pair[1]])
    return tuple(pair for pair, is_near in judged.items() if is_near)


def _are_near(one: str, other: str) -> bool:
    """Whether two words, in the form of ``_letters``, may be two spellings of one name."""
    least = min(len(one), len(other))
    most = 2 if least >= _LEAST_FOR_TWO and one[:3] == other[:3] else 1
    slips = slip_distance(one, other, most)
    if slips == 1:
        is_long = least > _LEAST_LETTERS or one[0] == other[0]
        return is_long and max(len(one), len(other)) > _LEAST_LETTERS
    return 0 < slips <= most


def _letters(word: str) -> str:
    return word.casefold().replace("’", "'").replace("‘", "'")


def _are_one(
    context: ReleaseContext,
    mentions: Mapping[str, list[_Mention]],
    one: str,
    other: str,
) -> bool:
    """Whether two similar words are two spellings of one name, not two names or two words."""
    if _are_different_words(context, one, other):
        return False
    first, second = mentions[one], mentions[other]
    if _stand_together(context, first, second):
        return False
    is_person = _is_any_person(context, (*first, *second))
    shared = _partners(first) & _partners(second)
    if not shared:
        return _is_short_form(context, mentions, one, other)
    is_unknown = any(_is_unknown(context, name) for name in (one, other))
    if any(_is_own(context, partner) for _, partner in shared):
        return is_unknown or (is_person and min(len(one), len(other)) > _LEAST_LETTERS)
    if is_person and not all(partner in NO_PERSON for _, partner in shared):
        return is_unknown
    return _is_slip_in_name(context, one, other)


def _are_different_words(context: ReleaseContext, one: str, other: str) -> bool:
    """Whether both are words of the language, or names known to differ in one letter."""
    if {one, other} & _CALENDAR or {one, other} <= _BOTH_RIGHT:
        return True
    if _ACRONYM.match(one) and _ACRONYM.match(other):
        return True
    shorter, longer = sorted((_letters(one), _letters(other)), key=len)
    if any(longer == shorter + ending for ending in ("s", "'s", "di", "ke")):
        return True
    folded = frozenset((one.casefold(), other.casefold()))
    return len(context.lexicon.speller.unseen(folded)) == 0


def _stand_together(
    context: ReleaseContext, first: Sequence[_Mention], second: Sequence[_Mention]
) -> bool:
    """Whether a sentence names both together, as it would two persons."""
    in_order = sorted((*first, *second), key=lambda mention: (mention.number, mention.word.start))
    for (number, one), (other_number, other) in pairwise(in_order):
        if one.text == other.text or number != other_number:
            continue
        paragraph = context.paragraphs[number]
        end = min(other.start, sentence_at(paragraph, one.start).end, one.start + _SIDE_BY_SIDE)
        if end == other.start and _JOINED.search(paragraph.text, one.start, end):
            return True
    return False


def _partners(mentions: Sequence[_Mention]) -> set[tuple[int, str]]:
    """The words beside a word in a name, each with its side."""
    found = {(0, m.word.before) for m in mentions if len(m.word.before) >= _SHORTEST_PARTNER}
    return found | {(1, m.word.behind) for m in mentions if len(m.word.behind) >= _SHORTEST_PARTNER}


def _is_unknown(context: ReleaseContext, name: str) -> bool:
    """Whether a name is neither a word of the language nor a region."""
    is_word = context.lexicon.speller.knows(name.casefold())
    return not is_word and not context.lexicon.places.regencies(name)


def _is_own(context: ReleaseContext, partner: str) -> bool:
    """Whether a word beside a name is itself part of a name and not a general word."""
    folded = partner.casefold()
    return (
        partner not in NO_PERSON
        and not _is_title(partner)
        and bool(context.lexicon.speller.unseen(frozenset((folded,))))
        and not context.lexicon.places.regencies(partner)
    )


def _is_slip_in_name(context: ReleaseContext, one: str, other: str) -> bool:
    """Whether two names behind the same common word differ by a slip: *Universitas Trisaksi*."""
    if min(len(one), len(other)) < _LEAST_OUTSIDE_PERSONS:
        return False
    a, b = _letters(one), _letters(other)
    if slip_distance(a, b, 1) > 1 or _is_inflected(a, b):
        return False
    if not all(map(context.lexicon.speller.knows, (a, b))):
        return not _are_places(context, one, other)
    return False


def _is_inflected(a: str, b: str) -> bool:
    shorter, longer = sorted((a, b), key=len)
    return any(longer == shorter + ending for ending in _ENDINGS)


def _are_places(context: ReleaseContext, one: str, other: str) -> bool:
    """Whether both are places, so that neither is a misspelling: *Sukorejo* and *Sukoreno*."""
    places = context.lexicon.places
    return all(
        places.regencies(name) or places.districts(name) or places.villages(name)
        for name in (one, other)
    )


def _is_short_form(
    context: ReleaseContext, mentions: Mapping[str, list[_Mention]], one: str, other: str
) -> bool:
    """Whether one of two words stands for the whole name that contains the other."""
    a, b = _letters(one), _letters(other)
    if not (_is_lone(mentions[one]) or _is_lone(mentions[other])) or a[0] != b[0]:
        return False
    if slip_distance(a, b, 1) > 1 and sound_key(a) != sound_key(b):
        return False
    if _are_places(context, one, other):
        return False
    minor, major = _by_frequency(mentions, one, other)
    is_person = [_is_any_person(context, mentions[name]) for name in (minor, major)]
    # of two persons, the better known may be mentioned less often
    if not _is_unknown(context, minor):
        return all(is_person) and _is_unknown(context, major)
    if is_person[1]:
        return min(len(a), len(b)) > _LEAST_LETTERS or is_person[0]
    if not context.lexicon.speller.unseen(frozenset((major.casefold(),))):
        return False
    if is_person[0]:
        return min(len(a), len(b)) > _SHORT
    return (
        min(len(a), len(b)) > _LEAST_OUTSIDE_PERSONS
        and len(mentions[major]) > 2
        and len(mentions[minor]) == 1
        and not _is_inflected(a, b)
    )


def _is_lone(mentions: Sequence[_Mention]) -> bool:
    """Whether a word always stands alone in the copy; a headline does not count."""
    return not any(m.word.before or m.word.behind for m in mentions if not m.word.in_headline)


def _by_frequency(mentions: Mapping[str, list[_Mention]], one: str, other: str) -> tuple[str, str]:
    """The less and the more frequent of two spellings; where equal, the later one comes first."""

    def rank(name: str) -> tuple[int, int, int]:
        first = mentions[name][0]
        return len(mentions[name]), -first.number, -first.word.start

    minor, major = sorted((one, other), key=rank)
    return minor, major


def _matches(
    context: ReleaseContext, mentions: Mapping[str, list[_Mention]], pair: _Pair
) -> Iterator[RuleMatch]:
    """A match at each place of the less frequent spelling, with both spellings offered."""
    minor, major = pair
    everywhere = Fix(
        Safety.OFFERED,
        f"Tulis “{minor}” di semua tempat",
        tuple(
            Edit(at, at + len(major), major, minor)
            for at in (_start(context, mention) for mention in mentions[major])
        ),
    )
    for mention in mentions[minor]:
        start = _start(context, mention)
        end = start + len(minor)
        fix = replacement_fix(context.text, start, end, major, Safety.OFFERED)
        values = {"text": _shown(minor, mention.word), "right": _shown(major, mention.word)}
        yield RuleMatch(start, end, values, (fix, everywhere))


def _start(context: ReleaseContext, mention: _Mention) -> int:
    return context.frame.parts[mention.number].paragraph.start + mention.word.start


def _shown(spelling: str, word: _NamedWord) -> str:
    """A spelling with the words beside it in the name."""
    return " ".join(part for part in (word.before, spelling, word.behind) if part)


RULES = (
    ReleaseRule(
        code="F06",
        id="name-variant",
        name="Ejaan nama berbeda",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="Nama ditulis “{text}” dan “{right}”; periksa dan samakan.",
        source="praktik penyuntingan",
        remark=(
            "Dibandingkan: nama orang, juga yang dipendekkan, serta nama tempat dan lembaga yang"
            " berbeda satu huruf. Dua nama yang berdampingan dalam satu kalimat dianggap dua"
            " orang; dua kata umum atau dua tempat yang memang ada tidak dibandingkan."
        ),
        check=_check,
        bad=(
            Example(
                "\nSekda Izul Marom hadir. Izul Marom bicara.\nMenurut Izul Marrom, desa maju.",
                "\nSekda Izul Marom hadir. Izul Marom bicara.\nMenurut Izul Marom, desa maju.",
            ),
            Example(
                "\nBupati Rini Syarifah mengajak warga. Kata Rini Sarifah, desa itu maju.",
                "\nBupati Rini Syarifah mengajak warga. Kata Rini Syarifah, desa itu maju.",
            ),
            Example(
                '\nKetua panitia, Bambang Sutrisno, hadir. "Ayo," ujar Bambang Sutrisno.\n'
                '"Kami siap," kata Sutrisna.',
                '\nKetua panitia, Bambang Sutrisno, hadir. "Ayo," ujar Bambang Sutrisno.\n'
                '"Kami siap," kata Sutrisno.',
            ),
            Example(
                "Izul Maron Minta Desa Maju\nSekda Izul Marom hadir. Kata Izul Marom, ayo.",
                "Izul Marom Minta Desa Maju\nSekda Izul Marom hadir. Kata Izul Marom, ayo.",
            ),
        ),
        good=(
            "Sekda Izul Marom hadir. Izul bicara. Marom pulang.",
            "\nKata Siti Aminah, ia bersaudara dengan Siti Aminuh yang juga hadir.",
            "\nBupati Blitar hadir. Menurut Bupati Blora, desa maju.",
            "\nWarga Desa Sukorejo hadir. Menurut warga Desa Sukoreno, panen raya.",
            "\nKata Budi Santoso, panen raya. Menurut Agus Santosa, harga naik.",
        ),
    ),
)
