"""Lists with more or fewer items than announced: *lima desa, yakni* and three (F42)."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY, COPY_AND_HEADLINE
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.facts.quantities import Quantity, quantities, sentence_of
from bnews_desk.rules.numbers.number_words import DIGITS, NUMBER_WORDS, number_in_letters
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch

_OPENS = Pattern(
    r"(?:, |: ?| )(?:(?:yakni|yaitu|meliputi|ialah|berinisial|bernama"
    r"|terdiri (?:atas|dari)|mencakup|masing-masing"
    r"(?: yakni| yaitu| adalah)?)(?: pada| di| ke| dari)?:? |(?<=: ))"
)
_HINTS = ("yakni", "yaitu", "meliputi", "ialah", "terdiri", "mencakup", "masing-masing",
          "inisial", "bernama", ": ")  # fmt: skip
_MOST, _MOST_LETTERS = 12, 20
"""Largest number announced, in digits and in letters."""
_WIDEST = 60
"""Most code points between the number and its list."""
_CLOSES = Pattern(r"[.;!?\"“”()]|$| – | — ")
_JOINT = Pattern(r"(?:, ?|\s)(?:dan|serta|maupun|atau|ditambah) |, ?|; ?")
_ENDS_LIST = Pattern(r"((?:[^,]+, ){1,12}(?:dan|serta) [A-Z][^,]*), (?!dan |serta )[a-z]")
"""*yakni AR, BS, dan DK, kini ditahan*: the names end before the last comma."""
_LAST = Pattern(r"(?:, ?|\s)(?:dan|serta|maupun|atau) ")
_CLAUSE = Pattern(
    r"(?i)(?<![\w-])(?:yang|adalah|akan|telah|sudah|untuk|karena|agar|sehingga|dengan|saat|ketika"
    r"|pada|tidak|bukan|hingga|sampai|lainnya|lain-lain|dll|dkk|sebagainya|seterusnya|lain|juga"
    r"|oleh|selain|termasuk|sedangkan|sementara|masih|ada|bisa|harus|dapat|baru|antara|jika|bila"
    r"|kemudian|lalu|setelah|namun|tetapi|tapi|berikut|beserta|bersama|hanya|kedua|ketiga"
    r"|khususnya|terutama|misalnya|seperti|sebagai|kata|ujar"
    r"|antara lain|ia|dia|mereka|ini|itu|tersebut)(?![\w-])"
)
"""Words that show that a list has more than names of things."""
_VERB = Pattern(r"(?<![\w-])(?:me[a-z]{4,}|ber[a-z]{4,}|di[a-z]{5,}|ter[a-z]{5,})(?![\w-])")
_LONGEST_ITEM = 9
"""Most words of one item."""
_NOT_COUNTED = frozenset(
    "kali tahun bulan hari minggu pekan jam menit detik persen orang juta ribu miliar meter poin"
    " gol set kilometer kilogram kilo ton unit tim anak pasang lembar butir siswa warga korban"
    " rumah ekor km kg gram liter hektare keluarga peserta paket pemain besar".split()
)
"""Things that are counted without being listed one by one."""
_NESTED = Pattern(
    rf"(?i)\b(?:yakni|yaitu|meliputi|terdiri|masing-masing|{'|'.join(DIGITS[2:])}|sepuluh)\b"
)
"""Words that introduce a list inside the list."""
_NUMBERED_NAME = Pattern(r"(?<=[A-Z]) \d{1,3}(?! ?[a-z%])|(?<=[A-Z][a-z]{3}) \d{1,3}(?= [A-Z]|,|$)")
"""The number in *SMPN 1 Blitar*."""
_DEGREE = Pattern(r", ?(?:[A-Z][A-Za-z]{0,4}\.|[A-Z]\.)")
_MARKER = Pattern(r"\s*(?P<number>\d{1,2})[.)] ?(?=\S)")
_BULLET = Pattern(r"\s*[-•*–] ?(?=\S)")
_ANNOUNCES = Pattern(
    r"(?i)(?:^|(?<=\W))(?:berikut|ini dia|inilah|antara lain|yakni|yaitu|adalah|meliputi)\b|:$"
)


def _check(context: ReleaseContext) -> Iterator[RuleMatch]:
    for number, _, found in context.collected(_miscounted):
        at = context.frame.parts[number].paragraph.start
        for match in found:
            yield match.shifted(at)
    yield from _check_lines(context)


def _miscounted(paragraph: ParagraphContext) -> tuple[RuleMatch, ...]:
    if paragraph.role not in COPY or not any(hint in paragraph.text for hint in _HINTS):
        return ()
    return tuple(
        match
        for one in quantities(paragraph)
        if _may_announce(one) and (match := _judged(paragraph, one)) is not None
    )


def _may_announce(one: Quantity) -> bool:
    if not one.is_count or not one.is_exact or not one.noun or one.noun in _NOT_COUNTED:
        return False
    return 2 <= one.value <= (_MOST_LETTERS if one.is_in_letters else _MOST)


def _judged(paragraph: ParagraphContext, one: Quantity) -> RuleMatch | None:
    text = paragraph.text
    sentence = sentence_of(paragraph, one.sentence)
    opening = _OPENS.search(text, one.end, min(sentence.end, one.end + _WIDEST))
    if opening is None or _breaks(text[one.end : opening.start()]):
        return None
    closing = _CLOSES.search(text, opening.end(), sentence.end)
    end = closing.start() if closing else sentence.end
    if text[end : end + 1] not in ("", ".", "!", "\n") or end < sentence.end - 2:
        return None
    listed = text[opening.end() : end]
    clause = _ENDS_LIST.match(listed)
    listed = clause[1] if clause else listed
    counts = _count_items(listed)
    if counts is None or counts[0] <= one.value <= counts[1]:
        return None
    values = {
        "said": text[one.start : one.end],
        "noun": one.noun,
        "count": number_in_letters(counts[0]) if one.is_in_letters else str(counts[0]),
    }
    return RuleMatch(one.start, end, values)


def _breaks(gap: str) -> bool:
    """Whether the text between number and list may announce something else."""
    if not NUMBER_WORDS.isdisjoint(gap.split()):
        return True
    return any(c.isdigit() for c in gap) or any(mark in gap for mark in ',;:"“”().')


def _count_items(listed: str) -> tuple[int, int] | None:
    """The least and most items that a list may have; None where it is not a simple list."""
    if any(c.isdigit() for c in _NUMBERED_NAME.sub("", listed)) or _DEGREE.search(listed):
        return None
    if _NESTED.search(listed):
        return None
    if _CLAUSE.search(listed) or _VERB.search(listed):
        return None
    pieces = [piece for piece in _JOINT.split(listed) if piece.strip()]
    if len(pieces) < 2 or any(len(piece.split()) > _LONGEST_ITEM for piece in pieces):
        return None
    commas = [piece for piece in listed.replace(";", ",").split(",") if piece.strip()]
    if len(commas) == 1:
        return (2, 2) if len(pieces) == 2 else None
    if not _LAST.search("," + commas[-1]) and not _LAST.search(commas[-1]):
        return None
    has_serial = commas[-1].lstrip().split()[0] in ("dan", "serta", "maupun", "atau")
    least = len(commas) if has_serial else len(commas) + 1
    return least, max(least, len(pieces))


def _check_lines(context: ReleaseContext) -> Iterator[RuleMatch]:
    """Check numbered or dotted lines below the sentence that announces them."""
    paragraphs = context.paragraphs
    for number, paragraph in enumerate(paragraphs[:-1]):
        if paragraph.role not in COPY or not _starts_list(paragraphs[number + 1]):
            continue
        announced = _announced(paragraph)
        count = _count_lines(paragraphs, number + 1)
        if announced is None or not announced.value / 2 <= count != announced.value:
            continue
        at = context.frame.parts[number].paragraph.start
        values = {
            "said": paragraph.text[announced.start : announced.end],
            "noun": announced.noun,
            "count": number_in_letters(count) if announced.is_in_letters else str(count),
        }
        end = announced.end + 1 + len(announced.noun)
        yield RuleMatch(announced.start + at, end + at, values)


def _starts_list(paragraph: ParagraphContext) -> bool:
    m = _MARKER.match(paragraph.text)
    return (m is not None and m["number"] == "1") or _BULLET.match(paragraph.text) is not None


def _announced(paragraph: ParagraphContext) -> Quantity | None:
    """The only number in the last sentence of a paragraph that announces a list, or None."""
    if not paragraph.text.rstrip().endswith((":", ".")):
        return None
    found = quantities(paragraph)
    last = len(paragraph.sentences) - 1
    here = [one for one in found if one.sentence == last]
    if len(here) != 1 or not here[0].is_count or not here[0].noun or not here[0].is_exact:
        return None
    sentence = sentence_of(paragraph, last).within(paragraph.text)
    is_announcing = _ANNOUNCES.search(sentence.rstrip()) is not None
    is_of_time = here[0].noun in ("hari", "tahun", "persen", "juta", "ribu", "miliar", "orang")
    return here[0] if is_announcing and here[0].value >= 2 and not is_of_time else None


def _count_lines(paragraphs: tuple[ParagraphContext, ...], first: int) -> int:
    """The number of lines in the list; text between numbered lines belongs to it."""
    if _MARKER.match(paragraphs[first].text) is None:
        count = 0
        for paragraph in paragraphs[first:]:
            if _BULLET.match(paragraph.text) is None:
                break
            count += 1
        return count
    wanted = 1
    for paragraph in paragraphs[first:]:
        m = _MARKER.match(paragraph.text)
        if m is None or paragraph.role not in COPY_AND_HEADLINE:
            continue
        if int(m["number"]) != wanted:
            return 0 if int(m["number"]) != 1 else wanted - 1
        wanted += 1
    return wanted - 1


RULES = (
    ReleaseRule(
        code="F42",
        id="counted-list",
        name="Jumlah butir tidak cocok",
        severity=Severity.WARNING,
        safety=Safety.NONE,
        why="Disebut {said} {noun}, tetapi yang disebutkan {count}; periksa.",
        source="praktik penyuntingan",
        remark="Hanya perincian yang lengkap, dari nama benda saja, sampai akhir kalimat.",
        check=_check,
        bad=(
            Example("Program ini menyasar lima desa, yakni Tegalrejo, Sumberagung, dan Wates."),
            Example("Ada empat syarat, yaitu kartu tanda penduduk, kartu keluarga, serta ijazah."),
            Example("Ada tiga lomba: voli dan catur."),
            Example("Dua pelaku, yakni AR, BS, dan DK, kini ditahan."),
            Example("Ada dua sekolah, yakni SMPN 1 Blitar, SMPN 2 Wlingi, dan MTsN 3 Talun."),
            Example(
                "\nBerikut tiga kecamatan terbaik:\n1. Garum\n2. Ponggok\n3. Srengat\n4. Wates"
            ),
        ),
        good=(
            "Program ini menyasar tiga desa, yakni Tegalrejo, Sumberagung, dan Wates.",
            "Program ini menyasar lima desa, di antaranya Tegalrejo, Sumberagung, dan Wates.",
            "Ada dua bidang, yakni pengawasan dan penindakan serta pelayanan dan data.",
            "Ada lima desa, yakni Tegalrejo, Sumberagung, Wates, dan lain-lain.",
            "\nBerikut tiga kecamatan terbaik:\n1. Garum\n2. Ponggok\n3. Srengat",
        ),
    ),
)
