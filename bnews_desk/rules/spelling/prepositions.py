"""*di* and *dari*: joined prepositions (C01), separated prefixes (C02)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE, Role
from bnews_desk.lexicon.word_lists import ListMatch
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.rules.word_positions import sentence_at
from bnews_desk.rules.word_replacement import (
    fit_case,
    is_part_of_name,
    list_replacement,
    listed_matches,
    replacement_safety,
    stands_alone,
)
from bnews_desk.text import Word

_LEAST_PLACE = 5
"""Least length of a place that is recognised in lower case; *dibatu* and *dipalu* are ambiguous."""
_ALSO_VERBS = frozenset({"padang", "serang", "sorong", "tuban", "wates"})
"""Places whose names form a verb with *di*, or a word with *ke*: *ketuban*."""
_LEAST_ACRONYM = 3
_VERBS = frozenset({"PHK", "PAW", "ACC", "OTT"})
"""Acronyms that form verbs with *di*; C13 reports *diPHK*."""
_CLIPPED = frozenset({"ditempat"})
"""Rows that may be a shortened verb: *modal yang ditempat(kan) dan disetor*."""
_ALSO_NOUNS = frozenset(
    "buka tutup tanam tahan jual jaga hukum panen olah proses bentuk revisi uji tindak cetak lelang"
    " desain balas kritik protes kontrol observasi bedah survei audit koreksi wawancara mediasi"
    " monitor mutasi tata operasi coba tes deteksi mitigasi helat lepas sumbang pindah".split()
)
"""Stems that are also nouns; *di* is a prefix only where an auxiliary requires a verb."""
_BEFORE_FIGURES = frozenset({"nilai", "harga"})
"""Stems that are nouns before a number: *bertahan di nilai 80*."""
_ASKING = frozenset(
    "tahu tau mengetahui diketahui tanya bertanya menanyakan ditanya ditanyakan lupa ingat entah"
    " menentukan mencari melacak mengecek memeriksa jelas dari ke bukan soal tentang mengenai"
    " memilih terserah tapi tetapi melainkan".split()
)
"""Words before *di mana* that make it a real question about a place."""
_BEHIND_ASKING = frozenset("pun saja lagi letak letaknya keberadaan posisi lokasi".split())
_AUXILIARIES = frozenset("akan telah sudah harus bisa dapat belum sedang resmi wajib perlu".split())
_BEFORE_NAMES = frozenset(
    "bandara blitar dusun desa gedung gunung indonesia jalan jawa kabupaten kampung kantor"
    " kecamatan kelurahan kota laut museum pasar provinsi pulau stadion taman terminal".split()
)


@lru_cache(maxsize=8)
def _places(names: tuple[str, ...]) -> frozenset[str]:
    """The first words of places, folded, and nouns that begin a place's name."""
    return frozenset(name.casefold().partition(" ")[0] for name in names) | _BEFORE_NAMES


@lru_cache(maxsize=8)
def _unmistakable_places(names: tuple[str, ...]) -> frozenset[str]:
    """One-word places, folded, that are recognised without a capital."""
    return frozenset(
        name.casefold()
        for name in names
        if len(name) >= _LEAST_PLACE and " " not in name and name.casefold() not in _ALSO_VERBS
    )


def _joined(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    for match in listed_matches(paragraph, "C01"):
        if not is_part_of_name(paragraph, match) and not has_inner_capital(match, paragraph.text):
            safety = replacement_safety(paragraph, match, may_be_name=False)
            message = ""
            if match.entry.form in _CLIPPED:
                safety = Safety.OFFERED
            elif match.entry.form == "dimana" and _follows_noun(paragraph, match):
                safety, message = Safety.OFFERED, "relative"
            rule_match = list_replacement(paragraph, match, safety, message=message)
            if rule_match:
                yield rule_match
    for word in paragraph.words:
        if word.folded.startswith("di") and stands_alone(paragraph.text, word.start, word.end):
            rule_match = joined_to_place(paragraph, word, "C01")
            if rule_match:
                yield rule_match


def _follows_noun(paragraph: ParagraphContext, match: ListMatch) -> bool:
    """Whether *dimana* joins a clause to the text before it and does not begin a sentence."""
    is_first = paragraph.words[match.first].start in paragraph.sentence_starts
    return not is_first and joins_clause(paragraph, match.first, match.last)


def joins_clause(paragraph: ParagraphContext, first: int, last: int) -> bool:
    """Whether *di mana*, words ``first`` to ``last``, joins a clause to a noun and is not a
    question."""
    words, text = paragraph.words, paragraph.text
    behind = words[last + 1].folded if last + 1 < len(words) else ""
    before = words[first - 1].folded if first else ""
    if not behind or behind in _BEHIND_ASKING or before in _ASKING:
        return False
    sentence = sentence_at(paragraph, words[first].start)
    return not text[: sentence.end].rstrip('"”’)').endswith("?")


def has_inner_capital(match: ListMatch, text: str) -> bool:
    """Whether the match has a capital inside that must be kept: ``diKecamatan Talun``."""
    form = text[match.start : match.end]
    return form[2:3].isupper() and not form.isupper()


def joined_to_place(paragraph: ParagraphContext, word: Word, rule: str) -> RuleMatch | None:
    """The match for ``diBlitar``, ``kekademangan``; an unlisted capitalised word is only offered.

    ``rule`` is the code of the calling rule; matches that the lists assign to others are left out.
    """
    rest = word.text[2:]
    severity, safety = None, Safety.SAFE
    names = paragraph.house.dateline.places
    if rest.islower() and rest in _unmistakable_places(names):
        if paragraph.is_capitalised_inside(word):
            return None
        rest = rest.capitalize()
    elif rest.isalpha() and rest.isupper() and word.text[0].islower():
        if len(rest) < _LEAST_ACRONYM or rest in _VERBS:
            return None
    elif not (rest.isalpha() and rest[:1].isupper() and rest[1:2].islower() and len(rest) > 3):
        return None
    elif rest.casefold() not in _places(names):
        severity, safety = Severity.WARNING, Safety.OFFERED
    row = paragraph.lexicon.spellings.row(word.text)
    if row is not None and row.rule != rule:
        return None
    right = f"{word.text[:2]} {rest}"
    rights = [right]
    if word.text.islower() and (meant := _verb_meant(paragraph, word)):
        rights.append(meant)
    if paragraph.role is Role.HEADLINE or len(rights) > 1:
        safety = Safety.OFFERED
    fixes = tuple(
        replacement_fix(paragraph.text, word.start, word.end, new, safety) for new in rights
    )
    values = {"text": word.text, "right": "” atau “".join(rights)}
    message = "or-verb" if len(rights) > 1 else ""
    return RuleMatch(word.start, word.end, values, fixes, severity, message)


def _verb_meant(paragraph: ParagraphContext, word: Word) -> str:
    """A word with the same first letters that is equally likely: *dibandung*, *dibanding*; '' for
    none."""
    meant = paragraph.lexicon.speller.suggestions(word.text)
    return next((one for one in meant[:2] if one.startswith(word.text[:2]) and " " not in one), "")


DI_PREPOSITION_JOINED = ParagraphRule(
    code="C01",
    id="di-preposition-joined",
    name="Kata depan “di”",
    severity=Severity.ERROR,
    safety=Safety.SAFE,
    why="“{text}” sebagai kata depan ditulis terpisah: “{right}”.",
    other_messages={
        "or-verb": "“{text}” mungkin maksudnya “{right}”.",
        "relative": "“{text}” ditulis terpisah; sebagai penghubung, “di mana” bukan ragam baku:"
        " pakai “tempat”, “yang”, atau “dengan”, atau pecah kalimatnya.",
    },
    source="EYD V, Kata Depan",
    roles=COPY_AND_HEADLINE,
    check=_joined,
    bad=(
        Example("Warga dikecamatan Talun resah.", "Warga di kecamatan Talun resah."),
        Example("Ia tinggal dirumahnya sendiri.", "Ia tinggal di rumahnya sendiri."),
        Example("Ada lima desa, diantaranya Ngadri.", "Ada lima desa, di antaranya Ngadri."),
        Example("Dimana warga mengadu?", "Di mana warga mengadu?"),
        Example("Disinilah acara berlangsung.", "Di sinilah acara berlangsung."),
        Example("Rapat dimana camat hadir itu ramai.", "Rapat di mana camat hadir itu ramai."),
        Example("Harga cabai naik dibandung beras.", "Harga cabai naik di Bandung beras."),
        Example("Mereka bertemu disela-sela rapat.", "Mereka bertemu di sela-sela rapat."),
        Example("Warga dibeberapa desa resah.", "Warga di beberapa desa resah."),
        Example("Warga ditepi sungai mengungsi.", "Warga di tepi sungai mengungsi."),
        Example("Darimana asal dana itu?", "Dari mana asal dana itu?"),
        Example("Acara diBlitar meriah.", "Acara di Blitar meriah."),
        Example("Warga dikademangan hadir.", "Warga di Kademangan hadir."),
        Example("Rapat diPlosorejo ditunda.", "Rapat di Plosorejo ditunda."),
        Example("Angin didalamnya kencang.", "Angin di dalamnya kencang."),
        Example("Ia dirawat diRSUD sejak Rabu.", "Ia dirawat di RSUD sejak Rabu."),
        Example("DILUAR dugaan\nIsi berita.", "DI LUAR dugaan\nIsi berita."),
        Example("Warga Tinggal Diatas Air\nIsi.", "Warga Tinggal di Atas Air\nIsi."),
    ),
    good=(
        "Karyawan dirumahkan dan masalahnya diatasi.",
        "Petugas ditempatkan di desa itu.",
        "Kami menyerahkan bantuan kepada warga daripada menunggu.",
        "Silakan kemari.",
        "Pidatonya disela, lalu dana itu dipusatkan.",
        "Anak itu disekolahkan, ilmunya didalami.",
        "Rumah itu ditempati sejak lama.",
        "Korban diserang dan disorong warga.",
        "Kunjungi dimana.com dan tagar #diatas.",
        "Novel karya Dimana terbit.",
        "Warga di-PHK.",
        "Masalahnya diperkirakan selesai; keluhannya didengar.",
        "Ia kedepannya kesana.",
        "Korban dibawah ke rumah sakit.",
    ),
)


def _split(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    words = paragraph.words
    stems = paragraph.lexicon.passive_stems
    yield from _hyphened(paragraph)
    for i in range(len(words) - 1):
        if words[i].folded == "di":
            stem = _stem(words[i + 1].folded, stems)
            if stem and _is_prefix(paragraph, i, stem):
                yield _split_match(paragraph, words[i], words[i + 1], is_offered=stems[stem])
            elif not stem and _wants_verb(paragraph, i):
                yield _split_match(paragraph, words[i], words[i + 1], is_offered=True)


def _hyphened(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    """Report a hyphen, ``di-laksanakan``; before a foreign verb it is correct: *di-upgrade*."""
    if "i-" not in paragraph.text:
        return
    for word in paragraph.words:
        if not word.folded.startswith("di-") or not word.text[1:].islower():
            continue
        if not _stem(word.folded[3:], paragraph.lexicon.passive_stems):
            continue
        if stands_alone(paragraph.text, word.start, word.end):
            right = fit_case(paragraph, word.start, word.end, f"di{word.folded[3:]}")
            fix = replacement_fix(paragraph.text, word.start, word.end, right, Safety.SAFE)
            yield RuleMatch(word.start, word.end, {"text": word.text, "right": right}, (fix,))


def _wants_verb(paragraph: ParagraphContext, at: int) -> bool:
    """Whether the words beside *di* and a noun require a verb: ``akan di tutup``, ``di buka
    oleh``."""
    behind = paragraph.words[at + 2 : at + 4]
    has_agent = any(word.text == "oleh" for word in behind)
    is_auxiliary = at > 0 and paragraph.words[at - 1].folded in _AUXILIARIES
    if not (has_agent or is_auxiliary):
        return False
    verb = paragraph.words[at + 1]
    return verb.text in _ALSO_NOUNS and _is_prefix(paragraph, at, verb.folded)


def _stem(folded: str, stems: Mapping[str, bool]) -> str:
    """The passive stem that a word is, with or without *-nya* (``laksanakannya``); '' for none."""
    if folded in stems:
        return folded
    bare = folded.removesuffix("nya")
    return bare if bare.endswith("kan") and bare in stems else ""


def _is_prefix(paragraph: ParagraphContext, at: int, stem: str) -> bool:
    """Whether ``di`` and the next word form one verb: no name, no reduplication."""
    di, verb = paragraph.words[at : at + 2]
    text = paragraph.text
    if not text[di.end : verb.start].isspace() or not stands_alone(text, di.start, verb.end):
        return False
    if text[verb.end : verb.end + 1] in ("-", "–") or _is_doubled(paragraph, at + 1):
        return False
    if stem in _BEFORE_FIGURES and text[verb.end + 1 : verb.end + 2].isdigit():
        return False
    if paragraph.role is Role.HEADLINE:
        return verb.text.islower() or stem.endswith("kan")
    return verb.text.islower() and not paragraph.is_capitalised_inside(di)


def _is_doubled(paragraph: ParagraphContext, at: int) -> bool:
    """Whether a reduplication follows: ``di undang - undang``, ``di undang undang``."""
    verb, behind = paragraph.words[at], paragraph.words[at + 1 : at + 2]
    return bool(behind) and behind[0].folded == verb.folded


def _split_match(
    paragraph: ParagraphContext, di: Word, verb: Word, *, is_offered: bool
) -> RuleMatch:
    right = f"di{verb.folded}"
    new = fit_case(paragraph, di.start, verb.end, right)
    if di.text.islower():
        new = right if verb.text.islower() else right.capitalize()
    in_headline = paragraph.role is Role.HEADLINE
    safety = Safety.OFFERED if is_offered or in_headline else Safety.SAFE
    fix = replacement_fix(paragraph.text, di.start, verb.end, new, safety)
    text = paragraph.text[di.start : verb.end]
    return RuleMatch(di.start, verb.end, {"text": text, "right": right}, (fix,))


DI_PREFIX_SPLIT = ParagraphRule(
    code="C02",
    id="di-prefix-split",
    name="Awalan “di-”",
    severity=Severity.ERROR,
    safety=Safety.SAFE,
    why="“di-” di sini awalan, tulis serangkai: “{right}”.",
    source="EYD V, Kata Turunan 1a",
    roles=COPY_AND_HEADLINE,
    check=_split,
    bad=(
        Example("Acara akan di laksanakan besok.", "Acara akan dilaksanakan besok."),
        Example("Rapat di hadiri Bupati.", "Rapat dihadiri Bupati."),
        Example("Pesta di gelar meriah.", "Pesta digelar meriah."),
        Example("Korban di rawat inap.", "Korban dirawat inap."),
        Example("Di lakukan pemeriksaan ulang.", "Dilakukan pemeriksaan ulang."),
        Example("Itu yang di butuhkannya.", "Itu yang dibutuhkannya."),
        Example("Rapat di Laksanakan Besok\nIsi.", "Rapat Dilaksanakan Besok\nIsi."),
        Example("Rapat Di Laksanakan Besok\nIsi.", "Rapat Dilaksanakan Besok\nIsi."),
        Example("Helm itu di pakai warga.", "Helm itu dipakai warga."),
        Example("Jalan itu akan di tutup.", "Jalan itu akan ditutup."),
        Example("Program di-laksanakan bertahap.", "Program dilaksanakan bertahap."),
        Example("Di-harapkan, warga hadir.", "Diharapkan, warga hadir."),
        Example("Lomba itu di nilai sukses.", "Lomba itu dinilai sukses."),
        Example("Acara di buka langsung oleh camat.", "Acara dibuka langsung oleh camat."),
    ),
    good=(
        "Hal itu tertulis di undang-undang.",
        "Hal itu tertulis di undang - undang.",
        "Ikan dijual di pasar.",
        "Ia berdiri di balik meja.",
        "Mereka bermain di Laksana Futsal.",
        "Batu itu di dasar sungai.",
        "Skornya bertahan di nilai 80.",
        "Ia berdiri di tutup sumur, lalu di jual beli motor.",
        "Ia tinggal di Bina Marga dan di Bangun Jaya.",
        "Acara akan dilaksanakan besok; aplikasi itu di-upgrade; buruh di-PHK.",
        "Kota DI Yogyakarta; di, lakukan!",
    ),
)

RULES = (DI_PREPOSITION_JOINED, DI_PREFIX_SPLIT)
