"""The comma before the last item of a series: D20."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.patterns import Pattern
from bnews_desk.release import Edit
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch
from bnews_desk.text import Word

_JOINERS = frozenset({"dan", "atau", "serta"})
_MOST_WORDS = 4
"""Most words of an item."""
_MOST_BACK = 160
"""A series is looked for within this many code points before the last item."""
_AGENCY = Pattern(
    r"(?<![^\W_])(?:Dinas|Badan|Kementerian|Kemenko|Menteri|Menko|Bagian|Bidang|Fakultas|Komisi"
    r"|Komite|Undang-Undang|UU|Direktorat|Dirjen|Direktur|Deputi|Asisten|Kepala|Lembaga|Balai|Pusat"
    r"|Seksi|Subbagian|Biro|Peraturan|Sekretariat|Dewan|Kantor|Staf|Ketua)(?![^\W_])"
)
"""Words that open an official name, which keeps the commas of its law."""
_OPENERS = frozenset(
    "yang lalu kemudian namun tetapi sehingga karena agar supaya jika bila kalau ketika saat"
    " setelah sebelum sedangkan sementara meski meskipun walau bahwa yakni yaitu termasuk di pada"
    " dalam dari ke untuk dengan oleh sebagai seperti maka tidak akan telah sudah kata ujar jelas"
    " tutur ungkap ia dia mereka kami kita saya hingga juga mulai sampai baik maupun sekaligus"
    " dapat bisa harus masih tetap tinggal antara tentang dua tiga empat kedua ketiga para bukan"
    " sebagainya sambil guna beberapa bentuk".split()
)
"""First words of a clause or an adverbial, which is not an item."""
_POINTING = frozenset(
    "itu ini tersebut lain lainnya pun juga demikian begitu katanya ujarnya menurutnya sebelumnya"
    " selanjutnya".split()
)
_VERB = Pattern(r"(me|di|ber|ter)[a-z]{4,40}")
_DAYS = frozenset("senin selasa rabu kamis jumat sabtu minggu".split())
_LEAD_IN = 3
"""Least number of words in a sentence before a series of one-word items."""
_MORE = frozenset({"hingga", "maupun", "sampai", "termasuk"})
_ANNOUNCING = frozenset(
    "bersama seperti yakni yaitu antara termasuk meliputi wilayah kabupaten kecamatan desa kota di"
    " ke hubungan jalur warga cakupan peta gabungan".split()
)
"""Words after which names are listed and do not explain each other."""
_PLACING = frozenset({"di", "ke", "dari", "pada", "menurut", "oleh", "bagi"})
"""After one of these a name belongs to an adverbial before a clause: *Di Blitar, warga …*"""
_MOST_LOWER = 3
"""Most lower-case words in the two items before the last one together."""
_SURE = 3
"""From this many items before the last one it is certainly a series."""


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text, found = paragraph.text, paragraph.words
    if "," not in text:
        return
    for i, word in enumerate(found):
        if word.text not in _JOINERS or not i or i + 1 >= len(found):
            continue
        before = found[i - 1]
        if text[before.end : word.start] != " " or text[word.end : found[i + 1].start] != " ":
            continue
        safety = _how_sure(paragraph, i)
        if safety is not None:
            at = before.end
            fix = Fix(safety, "Tambahkan koma", (Edit(at, at, "", ","),))
            yield RuleMatch(before.start, word.end, {"word": word.text}, (fix,))


def _how_sure(paragraph: ParagraphContext, i: int) -> Safety | None:
    """How certain it is that a series ends after word ``i``; None where there is none."""
    items = _items_before(paragraph, i)
    after = paragraph.words[i + 1]
    if len(items) < _SURE - 1 or _begins_clause(after) or not _are_alike(items[0], items[1]):
        return None
    if _is_official_name(paragraph, i) or _goes_on(paragraph, i):
        return None
    if not all(map(_is_capital, items[0])) and len(items[0]) > max(1, _MOST_LOWER - len(items[1])):
        return None
    is_short = len(items[0]) == 1 and _is_capital(items[0][0]) == _is_capital(after)
    if len(items) >= _SURE:
        is_sure = is_short and len(items[1]) == 1 and _ends_item(paragraph, i + 1)
        return Safety.SAFE if is_sure else Safety.OFFERED
    return Safety.OFFERED if is_short and _are_single(paragraph, i, items) else None


def _goes_on(paragraph: ParagraphContext, i: int) -> bool:
    """Whether the list continues after word ``i``, which then joins only two items: *A, B dan C,
    serta D*."""
    following = paragraph.words[i + 1 : i + 2 + 2 * _MOST_WORDS]
    gaps = [paragraph.text[a.end : b.start] for a, b in pairwise(following)]
    at = next((n for n, gap in enumerate(gaps[:_MOST_WORDS]) if gap != " "), -1)
    if at < 0 or gaps[at] != ", ":
        return False
    behind, *further = following[at + 1 :]
    if behind.folded in _JOINERS:
        return not further or not (_begins_clause(further[0]) or _VERB.match(further[0].text))
    if behind.folded in _MORE or _begins_clause(behind) or _VERB.match(behind.text):
        return behind.folded in _MORE
    last = at + 1 + _MOST_WORDS
    for gap, word in zip(gaps[at + 1 : last], following[at + 2 :], strict=False):
        if gap == ", " or word.folded in _JOINERS:
            return True
        if gap != " ":
            break
    return False


def _are_single(paragraph: ParagraphContext, i: int, items: list[tuple[Word, ...]]) -> bool:
    """Whether three single words are listed and none explains another: *Garum, Talun dan
    Wlingi*."""
    first, after = items[-1][0], paragraph.words[i + 1]
    lead_in = _words_before(paragraph, first)
    if _is_capital(first) and not _is_capital(after):
        if not lead_in or lead_in[-1].folded in _PLACING:
            return False
    elif not _is_capital(first) and _is_capital(after):
        return False
    if not _is_capital(after):
        return len(lead_in) >= _LEAD_IN and _ends_item(paragraph, i + 1)
    if paragraph.text[after.end : after.end + 1] == ",":
        return bool(lead_in) and lead_in[-1].folded in _ANNOUNCING
    return bool(lead_in)


def _ends_item(paragraph: ParagraphContext, i: int) -> bool:
    """Whether a mark directly follows a word, so that the last item is this word alone."""
    end = paragraph.words[i].end
    return paragraph.text[end : end + 1] in (".", ",", ";", "", '"', "”", ")")


def _words_before(paragraph: ParagraphContext, word: Word) -> list[Word]:
    """The words of a sentence before one of its words, as far as they are needed."""
    index = bisect_left(paragraph.words, word.start, key=lambda other: other.start)
    start = _sentence_start(paragraph, word.start)
    before = paragraph.words[max(0, index - _LEAD_IN) : index]
    return [other for other in before if other.start >= start]


def _items_before(paragraph: ParagraphContext, i: int) -> list[tuple[Word, ...]]:
    """The items before word ``i``, the nearest first; of the first item only its last word."""
    found, text = paragraph.words, paragraph.text
    start = max(_sentence_start(paragraph, found[i].start), found[i].start - _MOST_BACK)
    items: list[tuple[Word, ...]] = []
    item: list[Word] = []
    for j in range(i - 1, -1, -1):
        word = found[j]
        gap = text[word.end : found[j + 1].start]
        if word.start < start or gap not in {" ", ", "}:
            break
        if gap == ", ":
            if not _is_item(item):
                break
            items.append(tuple(reversed(item)))
            item = []
        item.append(word)
        if len(item) > _MOST_WORDS:
            break
    if item and items and item[0].folded not in _POINTING:
        items.append((item[0],))
    return items


def _is_item(backwards: list[Word]) -> bool:
    """Whether words, given from the last to the first, may be one item."""
    if not backwards or len(backwards) > _MOST_WORDS:
        return False
    first, last = backwards[-1], backwards[0]
    return (
        not _begins_clause(first)
        and last.folded not in _POINTING
        and not any(word.folded in _JOINERS for word in backwards)
        and not any(_VERB.match(word.text) for word in backwards[:-1])
    )


def _begins_clause(word: Word) -> bool:
    return word.folded in _OPENERS or word.folded in _POINTING or word.text[0].isdigit()


def _are_alike(item: tuple[Word, ...], before: tuple[Word, ...]) -> bool:
    """Whether two items are of one kind: both or neither begin with a verb, and not day and
    name."""
    if len(item) > 1:
        verb, other = _VERB.match(item[0].text), _VERB.match(before[0].text)
        if (verb and verb[1]) != (other and other[1]):
            return False
    return (before[-1].folded in _DAYS) == (item[-1].folded in _DAYS)


def _is_capital(word: Word) -> bool:
    return word.text[0].isupper()


def _is_official_name(paragraph: ParagraphContext, i: int) -> bool:
    """Whether it is an agency's official name: ``Dinas Pendidikan, Pemuda dan Olahraga``."""
    last = paragraph.words[i + 1]
    if not _is_capital(last):
        return False
    start = max(_sentence_start(paragraph, last.start), last.start - _MOST_BACK)
    for j in range(i - 1, -1, -1):
        word = paragraph.words[j]
        if word.start < start or not (_is_capital(word) or word.folded in _JOINERS):
            return False
        if _AGENCY.match(paragraph.text, word.start):
            return True
    return False


def _sentence_start(paragraph: ParagraphContext, at: int) -> int:
    index = bisect_right(paragraph.sentences, at, key=lambda span: span.start) - 1
    return paragraph.sentences[index].start if index >= 0 else 0


RULES = (
    ParagraphRule(
        code="D20",
        id="oxford-comma",
        name="Koma sebelum “dan” terakhir",
        severity=Severity.SUGGESTION,
        safety=Safety.SAFE,
        remark="Aman hanya bila tiap unsur satu kata dan ada dua koma; selebihnya ditawarkan.",
        why="Perincian tiga unsur atau lebih memakai koma sebelum “{word}”.",
        source="EYD V, Tanda Koma 1",
        check=_check,
        needs=Needs(words=_JOINERS),
        bad=(
            Example(
                "Warga Garum, Talun dan Wlingi hadir.", "Warga Garum, Talun, dan Wlingi hadir."
            ),
            Example(
                "Bantuan itu untuk sektor pertanian, perdagangan dan industri.",
                "Bantuan itu untuk sektor pertanian, perdagangan, dan industri.",
            ),
            Example(
                "Warga membawa beras, telur, minyak goreng dan gula merah ke balai desa.",
                "Warga membawa beras, telur, minyak goreng, dan gula merah ke balai desa.",
            ),
            Example(
                "Posyandu buka Senin, Rabu atau Jumat.", "Posyandu buka Senin, Rabu, atau Jumat."
            ),
            Example(
                "Hadir camat, lurah, kepala desa serta perangkat desa.",
                "Hadir camat, lurah, kepala desa, serta perangkat desa.",
            ),
        ),
        good=(
            "Dinas Pendidikan, Pemuda dan Olahraga menggelar lomba.",
            "Kepala Badan Perencanaan, Penelitian dan Pengembangan hadir.",
            "Sektor pertanian, perdagangan, dan industri tumbuh.",
            "Para camat, kepala desa dan lurah hadir.",
            "Di pasar, pedagang dan pembeli bertemu.",
            "Saat hujan turun di pasar, pedagang dan pembeli pulang.",
            "Bupati Blitar, Rini Syarifah dan wakilnya hadir.",
            "Selain itu, warga dan polisi hadir.",
            "Ia datang, lalu pulang dan tidur.",
        ),
    ),
)
