"""Redundant expressions (E01)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE
from bnews_desk.lexicon.word_lists import ListMatch
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.rules.word_positions import positions_of
from bnews_desk.rules.word_replacement import fit_case
from bnews_desk.text import Word

_MILD = "saran"
_BARE = "tanpa nomina"
"""Notes of rows that are only suggestions, and of rows that a following noun makes correct."""
_NO_NOUN = frozenset(
    "agar akan atau bersama dan dari dengan di hingga karena ketika ke lagi lalu namun pada"
    " saat sambil sampai secara sehingga sejak seperti serta setelah supaya tanpa tetapi"
    " untuk".split()
)
"""Words that do not open a noun phrase."""
_PLURALS = frozenset("aneka banyak beberapa berbagai para sejumlah semua".split())
_MILD_PLURALS = frozenset({"banyak", "semua"})
_SINGLE_DOUBLES = frozenset(
    "agar alun anai angan api apa awang benar baik betul biri bolak buru cepat cita cuma cumi"
    " diam gado hati jari kadang kanak kira kisi kuda kunang kupu kura laba langit lumba mana"
    " masing mata mati mega oleh ondel onde otak paru pagi pelan pura ramai rama rata rebah"
    " remah sama sia siapa sungguh tali terus tiba ubur umbul undang ura".split()
)
"""Halves of reduplications that are singular, and of adverbs."""
_LEXICAL_UNLESS_PARA = frozenset({"anak", "bapak", "ibu"})
"""Halves whose reduplication means a kind of people: *banyak anak-anak*."""
_TO_GET = "bisa dapat"
"""Redundant before a verb; before a noun *dapat* means *mendapat*."""
_INTENSIFIERS = frozenset({"amat", "sangat"})
_AFTER_ONCE = frozenset({"dalam", "dua", "lagi", "pukul", "pun", "saja", "sebulan", "sehari"}) | {
    "seminggu", "setahun", "seumur", "tepuk", "waktu",
}  # fmt: skip
"""After or before one of these *sekali* means *once*: *sekali setahun*."""
_ONLY = frozenset({"cuma", "hanya"})
_BEFORE_JUST = frozenset(
    "apa bagaimana begitu berapa biasa bisa boleh dapat demikian di itu kapan mana mau mungkin sama"
    " sebentar sekadar sekedar siapa tetap tidak".split()
)
"""Words to which *saja* belongs, so that it does not repeat *hanya*."""
_SUPERLATIVES = frozenset(
    "terakhir terbaik terbanyak terbaru terberat terbesar terburuk tercepat terdalam terdekat"
    " terdepan terendah terhebat terindah terjauh terkecil terkuat terlama terlengkap terluas"
    " termahal termuda termurah terpadat terpanjang terparah terpenting terpopuler tersulit"
    " tertinggi tertua terfavorit terlaris".split()
)


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    found, text = paragraph.words, paragraph.text
    for match in paragraph.lexicon.pleonasms.matches(found, text):
        if not _is_exempt(paragraph, match):
            severity = Severity.SUGGESTION if _MILD in match.entry.notes else None
            yield _match(paragraph, match.start, match.end, match.entry.replacements, severity)
    for at in positions_of(paragraph, _OPENINGS):
        if at + 1 < len(found):
            rule_match = _SHAPES[found[at].folded](paragraph, found, at)
            if rule_match is not None and not paragraph.in_speech(rule_match.start, rule_match.end):
                yield rule_match


def _is_exempt(paragraph: ParagraphContext, match: ListMatch) -> bool:
    words, text = paragraph.words, paragraph.text
    if paragraph.in_speech(match.start, match.end) or any(
        paragraph.is_capitalised_inside(word) for word in words[match.first : match.last + 1]
    ):
        return True
    if match.entry.form == _TO_GET and not _is_before_verb(paragraph, match.last):
        return True
    if _BARE not in match.entry.notes or match.last + 1 >= len(words):
        return False
    after = words[match.last + 1]
    return text[match.end : after.start].isspace() and after.folded not in _NO_NOUN


def _is_before_verb(paragraph: ParagraphContext, last: int) -> bool:
    after = paragraph.words[last + 1 : last + 2]
    return bool(after) and after[0].folded.startswith(("me", "di", "ber", "ter"))


def _match(
    paragraph: ParagraphContext,
    start: int,
    end: int,
    rights: Sequence[str],
    severity: Severity | None = None,
) -> RuleMatch:
    text = paragraph.text
    news = dict.fromkeys(fit_case(paragraph, start, end, right) for right in rights)
    fixes = tuple(replacement_fix(text, start, end, new, Safety.OFFERED) for new in news)
    said = text[start:end]
    values = {"text": said[:1].upper() + said[1:], "right": "” atau “".join(rights)}
    return RuleMatch(start, end, values, fixes, severity)


def _adjoin(paragraph: ParagraphContext, first: Word, second: Word) -> bool:
    return paragraph.text[first.end : second.start].isspace()


def _plural(paragraph: ParagraphContext, words: Sequence[Word], at: int) -> RuleMatch | None:
    """The match for a double plural: *para tamu-tamu*, *berbagai upaya-upaya*."""
    marker, noun = words[at], words[at + 1]
    half, hyphen, other = noun.folded.partition("-")
    if (
        not hyphen
        or half != other
        or half in _SINGLE_DOUBLES
        or not _adjoin(paragraph, marker, noun)
    ):
        return None
    if half in _LEXICAL_UNLESS_PARA and marker.folded != "para":
        return None
    if not noun.text.islower() and paragraph.is_capitalised_inside(noun):
        return None
    rights = [f"{marker.folded} {half}"]
    if marker.folded == "para":
        rights.append(noun.folded)
    severity = Severity.SUGGESTION if marker.folded in _MILD_PLURALS else None
    return _match(paragraph, marker.start, noun.end, rights, severity)


def _intensified(paragraph: ParagraphContext, words: Sequence[Word], at: int) -> RuleMatch | None:
    """The match for *sangat penting sekali*."""
    if at + 2 >= len(words) or words[at + 2].folded != "sekali":
        return None
    first, quality, once = words[at : at + 3]
    if not (_adjoin(paragraph, first, quality) and _adjoin(paragraph, quality, once)):
        return None
    after = words[at + 3] if at + 3 < len(words) else None
    if after is not None and after.folded in _AFTER_ONCE and _adjoin(paragraph, once, after):
        return None
    rights = (f"{first.folded} {quality.text}", f"{quality.text} sekali")
    return _match(paragraph, first.start, once.end, rights, Severity.SUGGESTION)


def _only_just(paragraph: ParagraphContext, words: Sequence[Word], at: int) -> RuleMatch | None:
    """The match for *hanya dua orang saja*, with at most three words between."""
    first, text = words[at], paragraph.text
    for last in range(at + 2, min(at + 5, len(words))):
        if not _adjoin(paragraph, words[last - 2], words[last - 1]):
            return None
        if words[last].folded != "saja":
            continue
        before = words[last - 1]
        if before.folded in _BEFORE_JUST or not _adjoin(paragraph, before, words[last]):
            return None
        inner = text[words[at + 1].start : before.end]
        rights = (f"{first.folded} {inner}", f"{inner} saja")
        return _match(paragraph, first.start, words[last].end, rights, Severity.SUGGESTION)
    return None


def _superlative(paragraph: ParagraphContext, words: Sequence[Word], at: int) -> RuleMatch | None:
    """The match for *paling tertinggi*."""
    first, quality = words[at], words[at + 1]
    if quality.folded not in _SUPERLATIVES or not _adjoin(paragraph, first, quality):
        return None
    rights = (f"paling {quality.folded.removeprefix('ter')}", quality.folded)
    if quality.folded in {"terpenting", "terakhir"}:
        rights = rights[::-1]
    return _match(paragraph, first.start, quality.end, rights)


def _reciprocal(paragraph: ParagraphContext, words: Sequence[Word], at: int) -> RuleMatch | None:
    """The match for *saling tolong-menolong*, *saling bersalam-salaman*."""
    first, verb = words[at], words[at + 1]
    half, hyphen, other = verb.folded.partition("-")
    if not hyphen or not _adjoin(paragraph, first, verb):
        return None
    if other.startswith("me") and not half.startswith(("me", "ber")):
        rights = [verb.folded, f"saling {other}"]
    elif half.startswith("ber") and other == half.removeprefix("ber") + "an":
        rights = [verb.folded, f"saling {half}an"]
    else:
        return None
    return _match(paragraph, first.start, verb.end, rights)


def _long_ago(paragraph: ParagraphContext, words: Sequence[Word], at: int) -> RuleMatch | None:
    """The match for *pada 2019 silam*: the year already tells that it is past."""
    ago, year = words[at], words[at - 1] if at else None
    if year is None or not _YEAR.fullmatch(year.text) or not _adjoin(paragraph, year, ago):
        return None
    return _match(paragraph, year.start, ago.end, (year.text,), Severity.SUGGESTION)


def _office_of(paragraph: ParagraphContext, words: Sequence[Word], at: int) -> RuleMatch | None:
    """The match for *Pemkab Kabupaten Blitar*: the short form contains the word."""
    clipped, kind = words[at], words[at + 1]
    if kind.folded != _CLIPPED[clipped.folded] or not _adjoin(paragraph, clipped, kind):
        return None
    return _match(paragraph, clipped.start, kind.end, (clipped.text,))


_YEAR = Pattern(r"(?:19|20)\d\d")
_CLIPPED = {"pemkab": "kabupaten", "pemkot": "kota", "pemprov": "provinsi", "pemdes": "desa"}
_SHAPES = {
    "silam": _long_ago,
    **dict.fromkeys(_CLIPPED, _office_of),
    **dict.fromkeys(_PLURALS, _plural),
    **dict.fromkeys(_INTENSIFIERS, _intensified),
    **dict.fromkeys(_ONLY, _only_just),
    "paling": _superlative,
    "saling": _reciprocal,
}
_OPENINGS = frozenset(_SHAPES)


RULES = (
    ParagraphRule(
        code="E01",
        id="pleonasm",
        name="Kata berlebihan",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="“{text}” berlebihan; cukup “{right}”.",
        source="Tata Bahasa Baku Bahasa Indonesia; praktik penyuntingan",
        roles=COPY_AND_HEADLINE,
        check=_check,
        bad=(
            Example("Acara ini adalah merupakan agenda rutin.", "Acara ini adalah agenda rutin."),
            Example("Warga diminta hadir agar supaya tahu.", "Warga diminta hadir agar tahu."),
            Example("Agar supaya lancar, jalan ditutup.", "Agar lancar, jalan ditutup."),
            Example("Warga bisa dapat mendaftar.", "Warga bisa mendaftar."),
            Example("Panitia menyambut para tamu-tamu.", "Panitia menyambut para tamu."),
            Example("Gempa terjadi pada 2019 silam di sana.", "Gempa terjadi pada 2019 di sana."),
            Example("Pemkab Kabupaten Blitar hadir.", "Pemkab Blitar hadir."),
            Example("Berbagai upaya-upaya ditempuh.", "Berbagai upaya ditempuh."),
            Example("Banjir disebabkan karena hujan.", "Banjir disebabkan oleh hujan."),
            Example("Jalan ini sangat penting sekali.", "Jalan ini sangat penting."),
            Example("Yang hadir hanya dua orang saja.", "Yang hadir hanya dua orang."),
            Example("Itu nilai paling tertinggi.", "Itu nilai paling tinggi."),
            Example("Warga saling tolong-menolong.", "Warga tolong-menolong."),
            Example("Mereka saling bersalam-salaman.", "Mereka bersalam-salaman."),
            Example("Air naik ke atas.", "Air naik."),
            Example("Jalan itu nantinya akan dilebarkan.", "Jalan itu akan dilebarkan."),
            Example("Camat juga turut hadir.", "Camat juga hadir."),
            Example("Ia membahas mengenai tentang sampah.", "Ia membahas mengenai sampah."),
            Example("Banyak para pedagang hadir.", "Banyak pedagang hadir."),
            Example("Banjir Disebabkan Karena Hujan\nIsi.", "Banjir Disebabkan Oleh Hujan\nIsi."),
        ),
        good=(
            "Warga bisa dapat bantuan; lurah juga ikut serta dalam kurun waktu yang singkat.",
            "Syaratnya adalah sebagai berikut; hanya saja waktunya singkat.",
            "Sejumlah undang-undang dan berbagai oleh-oleh dibahas; semua rata-rata naik.",
            "Ia naik ke atas panggung, lalu turun ke bawah tanah.",
            '"Acara ini adalah merupakan agenda rutin kami," katanya.',
            "Rapat sangat jarang sekali setahun; yang hanya bisa siapa saja.",
            "Ia paling terkenal dan paling terampil; kain itu paling tertib dilipat.",
            "Warga saling bantu dan bertemu lagi; sekaligus para undang-undang.",
            "Akan tetapi, warga tetap datang demi, untuk, dan oleh semua.",
            "Ia hanya sebentar saja; hanya begitu saja.",
            "Lagu Agar Supaya Cinta dinyanyikan.",
        ),
    ),
)
