"""The capital at the start of a sentence: D14."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE, Role
from bnews_desk.lexicon.attribution_verbs import attribution_verbs
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.numbers.clock_times import ZONES
from bnews_desk.rules.punctuation.lowercase_names import is_common, is_lowercase_name
from bnews_desk.rules.punctuation.sentence_ends import VERB
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch, replacement_fix
from bnews_desk.text import ABBREVIATIONS

_SMALL_START = Pattern(
    r"[.?!](?P<behind>[\"”)]?)\s{1,3}(?P<open>[\"“(]?)(?P<word>[a-z][^\W\d_]{0,39}+)(?![.\d_@/-])"
)
_BEFORE = Pattern(r"[^\W_]+(?:[.,/][^\W_]+)*$")
_MOST_BEFORE = 24
_MORE_ABBREVIATIONS = frozenset(
    "vs al dkk dll dsb dst tbk ltd inc corp co st mr mrs ms jr sr rp thn bln tgl hlm ed vol cet"
    " pol purn inf kav mar sus adm pkl pk btg kh hj sdr ybs cs tt ttl ds dsn prov max min approx"
    " ca etc dok sbb brigjen irjen mayjen jend kec kab saw swt".split()
)
_CONNECTING = frozenset(
    "di ke dari pada kepada untuk dengan dan atau serta yang dalam oleh sebagai terhadap tentang"
    " bagi hingga sampai seperti tetapi sedangkan melainkan bahwa agar sehingga karena".split()
)
"""Words before which a full stop is often a mistyped comma."""
_WANTING = Pattern(
    r"(?:memiliki|mempunyai|merupakan|adalah|ialah|yakni|yaitu|menjadi|sebuah|suatu|seorang|para"
    r"|setiap|sang|tanpa|antara|me[a-z]{3,20}kan|(?!menteri|meski)me[mn][a-z]{3,20}i"
    r"|(?:dan|atau)[b-z])$"
)
"""Words that need another after them: a full stop there is itself the error.

*ataue.* has the letter of a list joined to it.
"""
_OPENS_PHRASE = Pattern(
    r"(?:Berdasarkan|Menurut|Dalam|Pada|Untuk|Dengan|Selain|Sejak|Setelah|Sebelum|Bagi|Terkait"
    r"|Selama|Melalui|Sebagai|Di|Dari|Guna|Demi)(?![^\W_])"
)
"""Prepositions that open an incomplete sentence where neither verb nor comma follows."""
_LONGEST_PHRASE = 90
_BEHIND_SPEECH = frozenset(
    "menurut demikian begitu seperti sebagaimana dia ia katanya kata tulis sambil seraya"
    " usai".split()
)
"""Words after speech that name the speaker or continue the sentence."""
_GOES_ON = Pattern(r"di[a-z]{4,}|me(?!nurut|nteri)(?:m|n|ng|ny)[a-z]{4,}")
"""Verbs, which continue a sentence rather than begin one: *mobil itu. dirancang untuk desa*."""
_TITLES = frozenset({"dr", "drg", "drh", "apt", "ns"})
_LEAST_LETTERS = 3
"""Least length of a sentence's last word; shorter ones may be abbreviations."""
_YEAR = 4
_END_MARKS = frozenset('.?!…"”)')


def _behind_stops(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text, (start, end) = paragraph.text, paragraph.copy
    for match in _SMALL_START.finditer(text, start, end):
        word = match["word"]
        if not _is_new_sentence(paragraph, match):
            continue
        first, last = match.span("word")
        is_doubtful = (
            word in _CONNECTING
            or not is_common(paragraph, word)
            or _GOES_ON.fullmatch(word)
            or not _closes(text, match.start())
            or _is_mere_phrase(paragraph, match.start())
        )
        safety = Safety.OFFERED if is_doubtful else Safety.SAFE
        yield _capital(paragraph, first, last, safety)


def _closes(text: str, at: int) -> bool:
    """Whether a sentence can certainly end with the word before a mark.

    After a capitalised word the mark may be a mistyped comma; after *memiliki* or *dalam* the mark
    is wrong, and a capital would hide that.
    """
    before = _BEFORE.search(text, max(0, at - _MOST_BEFORE), at)
    if before is None:
        return True
    word = before.group()
    if word.casefold() in ZONES:
        return True
    return not (word[0].isupper() or word in _CONNECTING or _WANTING.match(word))


def _is_mere_phrase(paragraph: ParagraphContext, at: int) -> bool:
    """Whether a mark follows a phrase that only opens a sentence: a mistyped comma.

    *Berdasarkan data desa. mayoritas warga bertani*.
    """
    low = max(paragraph.copy.start, at - _LONGEST_PHRASE)
    start = max(paragraph.text.rfind(f"{mark} ", low, at) + 2 for mark in ".?!")
    if start == 1:
        start = low
        if low > paragraph.copy.start:
            return False
    if not _OPENS_PHRASE.match(paragraph.text, start) or "," in paragraph.text[start:at]:
        return False
    return VERB.search(paragraph.text, start, at) is None


def _is_new_sentence(paragraph: ParagraphContext, match: re.Match[str]) -> bool:
    text, word = match.string, match["word"]
    if match["open"] or (match["behind"] and not _is_behind_speech(paragraph, match)):
        return False
    if len(word) == 1 or word in _TITLES or word != word.lower():
        return False
    if is_lowercase_name(paragraph, *match.span("word")):
        return False
    if paragraph.in_link(match.start(), match.end()):
        return False
    at = match.start()
    if at > paragraph.copy.start and text[at - 1] == ")":
        return match.group()[0] == "."
    before = _BEFORE.search(text, max(0, at - _MOST_BEFORE), at)
    return before is not None and _ends_sentence(text, before, match.group()[0])


def _is_behind_speech(paragraph: ParagraphContext, match: re.Match[str]) -> bool:
    """Whether full stop and closing mark end a sentence that is not attributed to anyone after
    it."""
    word = match["word"]
    is_stop = match.group()[0] == "." and match["behind"] in ('"', "”")
    if not is_stop or word in _CONNECTING or word in _BEHIND_SPEECH:
        return False
    if not paragraph.in_speech(match.start(), match.start() + 1):
        return False
    return not attribution_verbs().stands_at(match.string, match.start("word"), paragraph.copy.end)


def _ends_sentence(text: str, before: re.Match[str], mark: str) -> bool:
    """Whether a mark after a word ends a sentence, and is not part of an abbreviation or a
    brand."""
    word = before.group()
    folded = word.casefold()
    if word.isdigit():
        return (
            len(word) == _YEAR and mark == "." and text[before.start() - 1 : before.start()] == " "
        )
    if folded in ZONES:
        return mark == "."
    if not word.isalpha() or folded in ABBREVIATIONS or folded in _MORE_ABBREVIATIONS:
        return False
    if word[0].isupper():
        return mark == "." and len(word) > _YEAR and word[1:].islower() and _has_vowel(folded)
    return len(word) >= _LEAST_LETTERS and word.islower() and _has_vowel(folded)


def _has_vowel(folded: str) -> bool:
    return any(char in "aiueo" for char in folded)


def _capital(paragraph: ParagraphContext, first: int, last: int, safety: Safety) -> RuleMatch:
    word = paragraph.text[first:last]
    new = word[0].upper() + word[1:]
    fix = replacement_fix(paragraph.text, first, last, new, safety)
    return RuleMatch(first, last, {"right": new}, (fix,))


_LIST_LETTER = Pattern(r"[a-zA-Z]{1,2}[.)]")
_LEAST_PARAGRAPH = 40
"""Least length of a paragraph that is not an item of a list, in code points."""


def _small_starts(context: ReleaseContext) -> Iterator[RuleMatch]:
    for number, paragraph, found in context.collected(_of_passage):
        offset = context.frame.parts[number].paragraph.start
        above = context.copy_above(number) if _begins_small(paragraph) else None
        for rule_match in found:
            if rule_match.start == paragraph.copy.start and (above is None or not _ended(above)):
                continue
            yield RuleMatch(
                rule_match.start + offset,
                rule_match.end + offset,
                rule_match.values,
                tuple(fix.shifted(offset) for fix in rule_match.fixes),
            )


def _of_passage(paragraph: ParagraphContext) -> tuple[RuleMatch, ...]:
    """The matches in a paragraph; its own lower-case start counts only below a complete
    sentence."""
    if paragraph.role not in COPY_AND_HEADLINE:
        return ()
    found = list(_behind_stops(paragraph))
    if paragraph.role is Role.BODY and _begins_small(paragraph):
        word = paragraph.words[0]
        found.insert(0, _capital(paragraph, word.start, word.end, Safety.OFFERED))
    return tuple(found)


def _begins_small(paragraph: ParagraphContext) -> bool:
    """Whether a sentence begins its paragraph in lower case and is no list item or broken line."""
    text, (start, end) = paragraph.text, paragraph.copy
    first = text[start : start + 1]
    if not first.islower() or first.upper() == first or end - start < _LEAST_PARAGRAPH:
        return False
    if text[:end].rstrip()[-1:] not in _END_MARKS:
        return False
    word = paragraph.words[0]
    if word.text != word.folded or word.text in _TITLES or is_lowercase_name(paragraph, *word[:2]):
        return False
    is_glued = text[word.end : word.end + 1] in ("@", "_", "/") or paragraph.in_link(*word[:2])
    return not is_glued and _LIST_LETTER.match(text, start) is None


def _ended(above: ParagraphContext) -> bool:
    """Whether the paragraph above is a complete sentence too."""
    text, (start, end) = above.text, above.copy
    copy = text[start:end].rstrip()
    return copy[-1:] in _END_MARKS and not copy[:1].islower()


SENTENCE_LOWERCASE_START = ReleaseRule(
    code="D14",
    id="sentence-lowercase-start",
    name="Awal kalimat",
    severity=Severity.ERROR,
    safety=Safety.SAFE,
    why="Awal kalimat ditulis dengan huruf kapital: “{right}”.",
    source="EYD V, Huruf Kapital 1",
    check=_small_starts,
    bad=(
        Example("Semua warga hadir. acara ini ramai.", "Semua warga hadir. Acara ini ramai."),
        Example("Siapa yang datang? warga bertanya.", "Siapa yang datang? Warga bertanya."),
        Example("Panen raya dimulai! warga senang.", "Panen raya dimulai! Warga senang."),
        Example("Itu terjadi pada 2024. kini berubah.", "Itu terjadi pada 2024. Kini berubah."),
        Example(
            "Itu terjadi pada Rabu (13/11/2024). kini berubah.",
            "Itu terjadi pada Rabu (13/11/2024). Kini berubah.",
        ),
        Example("Rapat digelar di Blitar. warga hadir.", "Rapat digelar di Blitar. Warga hadir."),
        Example(
            '"Kami sudah siap. kami menunggu warga," ujarnya.',
            '"Kami sudah siap. Kami menunggu warga," ujarnya.',
        ),
        Example("Itu pukul 12.00 WIB. warga pulang.", "Itu pukul 12.00 WIB. Warga pulang."),
        Example(
            'Ia berkata, "Kami siap sejak tadi." warga pulang.',
            'Ia berkata, "Kami siap sejak tadi." Warga pulang.',
        ),
        Example(
            "Berdasarkan catatan desa. warga itu petani.",
            "Berdasarkan catatan desa. Warga itu petani.",
        ),
        Example("Tas itu ringan. dibuat di desa.", "Tas itu ringan. Dibuat di desa."),
        Example("Isi data; dane. pilih menu.", "Isi data; dane. Pilih menu."),
        Example("Lampu itu padam. soundlite lalu rusak.", "Lampu itu padam. Soundlite lalu rusak."),
        Example("Mereka ke sana. dengan itu aman.", "Mereka ke sana. Dengan itu aman."),
        Example(
            "Alat itu cocok bagi warga yang memiliki. kebun kecil di desa.",
            "Alat itu cocok bagi warga yang memiliki. Kebun kecil di desa.",
        ),
        Example(
            "\nWarga hadir di balai desa.\nacara itu dibuka camat pada Rabu siang kemarin.",
            "\nWarga hadir di balai desa.\nAcara itu dibuka camat pada Rabu siang kemarin.",
        ),
    ),
    good=(
        "Acara selesai. dr. Endah memeriksa peserta. drg. Budi membantu.",
        '"Di mana Saudara tinggal?" tanya Pak Lurah. "Bersihkan!" perintahnya.',
        "Meja, kursi, dll. dibawa; lihat No. 9 dan hlm. dua.",
        "Nabi Muhammad saw. lahir di Makkah; Allah Swt. memberi rahmat.",
        "Hadir Budi, S.Pd. dan Rini, M.Si. bersama A.H. nasution.",
        "Ia menunggu... lalu pulang. iPhone miliknya hilang.",
        "Warga ramai bertanya. detikcom belum mendapat jawaban. bank bjb pun diam.",
        "Situs Yahoo! dan b-news.id. com dibuka; Apa itu? Itu padi.",
        "Usianya 5. a. KTP b. KK",
        "Warga bertanya ke posko. https://contoh.id/tanya dibuka setiap hari.",
        "Jl. raya itu rusak. Arema vs. persik seru.",
        "\nSyarat bagi warga yang mendaftar:\nwarga Kabupaten Blitar yang berusia 17 tahun.",
        "\nRencana itu dibahas bersama warga\ndesa dan camat pada rapat Rabu siang kemarin.",
        "\nWarga hadir di balai desa.\ndr. Endah memeriksa warga pada Rabu siang kemarin.",
    ),
)

RULES = (SENTENCE_LOWERCASE_START,)
