"""Commas at names and offices: missing at the end (D28), after *Menurut X* (D29), before a verb
(D30)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.lexicon.attribution_verbs import attribution_verbs
from bnews_desk.patterns import Pattern
from bnews_desk.release import Edit
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.punctuation.clause_commas import ADVERBIAL_STARTS, has_predicate
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch
from bnews_desk.rules.word_positions import positions_of

_OFFICES = frozenset(
    "bupati gubernur wali walikota camat lurah kepala ketua sekretaris sekda sekjen menteri"
    " direktur dirut dirjen presiden wakil kapolres kapolda kapolsek kapolri kasatreskrim kasat"
    " kasi kabid kabag kadis kanit komandan dandim danramil rektor dekan juru humas manajer ceo"
    " asisten deputi inspektur koordinator komisaris anggota pelatih kapten penjabat plt plh pj"
    " pendiri pengamat pakar dosen peneliti jaksa hakim panglima staf bendahara penyuluh pembina"
    " founder manager head vice corporate general".split()
)
"""Words that begin an office before a comma and a name."""
_SAYING = frozenset(
    "kata ujar ungkap tutur jelas terang tegas imbuh papar ucap sebut lanjut tambah".split()
)
"""After one of these an office and a name follow that also need a closing comma."""
_INNER = frozenset("dan di untuk bidang serta pada of and for the bin binti".split())
"""Lower-case words inside an office's name."""
_LONGEST_OFFICE = 16
_LONGEST_NAME = 6
_VERB = Pattern(r"(?:me(?:m|n|ng|ny|l|r|w|y)|di|ber)[a-z]{4,}$")
_AUXILIARIES = frozenset("akan juga telah sudah turut pun kembali menilai".split())
_NO_NAME = frozenset("di ke dari pada dalam menurut oleh kata selain untuk bagi sejak".split())
_OCCASIONS = frozenset("dalam saat usai kepada melalui".split())
"""Words before the verb that tell where or when the person spoke."""
_NO_VERB = frozenset("dirinya dimas direktur diri bersama berikut berinisial bernama".split())


def _unclosed(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    """The matches for a name without a closing comma: *Ketua PSSI, Erick Thohir mengatakan*."""
    words, text = paragraph.words, paragraph.text
    if ", " not in text or _OFFICES.isdisjoint(paragraph.vocabulary):
        return
    spoken = [words[at + 1].start for at in positions_of(paragraph, _SAYING) if at + 1 < len(words)]
    for start in sorted((*paragraph.sentence_starts, *spoken)):
        first = bisect_left(words, start, key=lambda word: word.start)
        if first >= len(words):
            continue
        if words[first].folded not in _OFFICES:
            added = _unclosed_office(paragraph, first)
            if added:
                yield added
            continue
        last = _end_of_office(paragraph, first)
        if last is None:
            continue
        end = _end_of_name(paragraph, last + 1)
        if end is None or paragraph.in_quotation(words[last].start, words[end].end):
            continue
        at = words[end].end
        closed = Fix(Safety.OFFERED, "Tambahkan koma sesudah nama", (Edit(at, at, "", ","),))
        comma = words[last].end
        joined = Fix(Safety.OFFERED, "Hapus koma di depan nama", (Edit(comma, comma + 1, ",", ""),))
        name = text[words[last + 1].start : at]
        yield RuleMatch(words[last + 1].start, at, {"name": name}, (closed, joined))


def _end_of_office(paragraph: ParagraphContext, first: int) -> int | None:
    """The index of the last word of an office before a comma, or None."""
    words, text = paragraph.words, paragraph.text
    for at in range(first, min(len(words) - 1, first + _LONGEST_OFFICE)):
        word, behind = words[at], words[at + 1]
        is_named = word.text[0].isupper() or word.text[0].isdigit() or word.folded in _INNER
        if not is_named:
            return None
        gap = text[word.end : behind.start]
        if gap == ", ":
            return at if at > first else None
        if not (gap == " " or gap in (" (", ") ", "-", "/", " & ")):
            return None
    return None


def _end_of_name(paragraph: ParagraphContext, first: int) -> int | None:
    """The index of the last word of a name that a verb follows without a comma, or None."""
    words, text = paragraph.words, paragraph.text
    for at in range(first, min(len(words) - 1, first + _LONGEST_NAME)):
        word, behind = words[at], words[at + 1]
        is_loud = word.text.isupper() and len(word.text) > 4
        if is_loud or not word.text[0].isupper():
            return None
        gap = text[word.end : behind.start]
        if gap not in (" ", ". ", "-", "'", "’"):
            return None
        if gap == ". " and behind.start in paragraph.sentence_starts:
            return None
        if behind.text.islower():
            is_verb = _VERB.match(behind.text) or behind.text in _AUXILIARIES
            goes_on = is_verb or behind.text in _OCCASIONS
            return at if gap == " " and goes_on and behind.text not in _NO_VERB else None
    return None


def _unclosed_office(paragraph: ParagraphContext, first: int) -> RuleMatch | None:
    """The match for an office without a closing comma: *Rini Syarifah, Bupati Blitar
    mengatakan*."""
    words, text = paragraph.words, paragraph.text
    if words[first].folded in _NO_NAME:
        return None
    comma = None
    for at in range(first, min(len(words) - 1, first + _LONGEST_NAME)):
        if not words[at].text[0].isupper() or words[at].folded in _OFFICES:
            return None
        gap = text[words[at].end : words[at + 1].start]
        if gap == ", ":
            comma = at
            break
        if gap not in (" ", ". ", "-", "'", "’"):
            return None
    if comma is None or comma == first or words[comma + 1].folded not in _OFFICES | {"selaku"}:
        return None
    saying = attribution_verbs().introducing
    for at in range(comma + 1, min(len(words) - 1, comma + 1 + _LONGEST_OFFICE)):
        behind = words[at + 1]
        if (
            text[words[at].end : behind.start] not in (" ", ") ", " (")
            or words[at].folded == "yang"
        ):
            return None
        if behind.text in saying and words[at].text[0].isupper():
            end = words[at].end
            fix = Fix(Safety.OFFERED, "Tambahkan koma", (Edit(end, end, "", ","),))
            name = text[words[comma + 1].start : end]
            if paragraph.in_quotation(words[first].start, end):
                return None
            return RuleMatch(words[comma + 1].start, end, {"name": name}, (fix,), message="office")
    return None


COMMA_AFTER_APPOSITION = ParagraphRule(
    code="D28",
    id="comma-after-apposition",
    name="Koma penutup keterangan nama",
    severity=Severity.SUGGESTION,
    safety=Safety.OFFERED,
    why="Nama yang didahului koma diapit dua koma: tambahkan koma sesudah “{name}”, atau hapus"
    " koma di depannya.",
    other_messages={
        "office": "Keterangan sesudah nama diapit dua koma: tambahkan koma sesudah “{name}”."
    },
    source="EYD V, Tanda Koma 13",
    check=_unclosed,
    needs=Needs(words=_OFFICES),
    bad=(
        Example(
            "Bupati Blitar, Rini Syarifah membuka rapat.",
            "Bupati Blitar, Rini Syarifah, membuka rapat.",
        ),
        Example(
            "Kepala Dinas Pendidikan dan Kebudayaan, Budi Santoso juga hadir.",
            "Kepala Dinas Pendidikan dan Kebudayaan, Budi Santoso, juga hadir.",
        ),
        Example(
            "Rini Syarifah, Bupati Blitar mengatakan hal itu.",
            "Rini Syarifah, Bupati Blitar, mengatakan hal itu.",
        ),
        Example(
            '"Siap," kata Camat Talun, Rini Wati saat ditemui.',
            '"Siap," kata Camat Talun, Rini Wati, saat ditemui.',
        ),
        Example(
            "Ketua PKK, Rini Wati dalam sambutannya berpesan.",
            "Ketua PKK, Rini Wati, dalam sambutannya berpesan.",
        ),
    ),
    good=(
        "Bupati Blitar, Rini Syarifah, membuka rapat.",
        "Bupati Blitar Rini Syarifah membuka rapat.",
        "Di Blitar, Rini Syarifah membuka rapat.",
        "Di Kota Roma, Menteri Luar Negeri Italia mengatakan hal itu.",
        "Bupati, Wakil Bupati, dan Sekda membuka rapat.",
        "Ketua PKK dalam sambutannya, Kamis, Rini mengatakan hal itu.",
        "Kepala Desa Ngadri, dirinya mengaku senang.",
        '"Siap," kata Camat Talun, Rini Wati. Rini menjelaskan hal itu.',
    ),
)

_ACCORDING = frozenset({"menurut"})
_LONGEST_SPEAKER = 7
_TITLES = frozenset("pak bu bupati gubernur camat kepala ketua menteri direktur polisi".split())
_GOES_ON = frozenset(
    "yang dan atau di ke dari pada dalam dengan untuk selaku sebagai bersama berdasarkan tentang"
    " soal mengenai terkait tahun bulan hari saat ketika saja sendiri itu ini tersebut pula juga"
    " seperti melalui lewat asal kepada serta per ayat huruf nomor versi edisi alias atas oleh of"
    " for and bin binti lagi pun lalu kemudian bahwa adalah ialah merupakan yakni yaitu jika bila"
    " karena sejak hingga sampai agar supaya maka".split()
)
"""Words that continue the naming of the speaker, or the phrase."""
_PREFIXED = Pattern(r"(?:me(?:m|n|ng|ny|l|r|w|y)|di|ber|ter)[a-z]{4,}$")


def _according(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    """The matches for a missing comma after the speaker: *Menurut Rini warga sudah siap*."""
    words, text = paragraph.words, paragraph.text
    for i in positions_of(paragraph, _ACCORDING):
        if not words[i].text[0].isupper() or words[i].start not in paragraph.sentence_starts:
            continue
        last = _end_of_speaker(paragraph, i + 1)
        if last is None or last + 2 >= len(words):
            continue
        behind = words[last + 1]
        if (
            words[last].folded in _OFFICES
            or behind.folded in _GOES_ON
            or _PREFIXED.match(behind.text)
            or len(behind.text) < 3
        ):
            continue
        if text[behind.end : behind.end + 1] != " ":
            continue
        at = words[last].end
        fix = Fix(Safety.OFFERED, "Tambahkan koma", (Edit(at, at, "", ","),))
        yield RuleMatch(words[i].start, at, {"text": text[words[i].start : at]}, (fix,))


def _end_of_speaker(paragraph: ParagraphContext, first: int) -> int | None:
    """The index of the last word of a name that a lower-case word directly follows, or None."""
    words, text = paragraph.words, paragraph.text
    seen = False
    for at in range(first, min(len(words) - 1, first + _LONGEST_SPEAKER)):
        word, behind = words[at], words[at + 1]
        if not word.text[0].isupper() and (seen or word.folded not in _TITLES):
            return None
        seen = seen or word.text[0].isupper()
        if text[word.end : behind.start] != " ":
            return None
        if behind.text.islower() and seen:
            return at
    return None


COMMA_AFTER_ACCORDING = ParagraphRule(
    code="D29",
    id="comma-after-menurut",
    name="Koma sesudah “menurut …”",
    severity=Severity.SUGGESTION,
    safety=Safety.OFFERED,
    why="Sesudah “{text}” di awal kalimat dibubuhkan koma.",
    source="EYD V, Tanda Koma 13",
    check=_according,
    needs=Needs(words=_ACCORDING),
    bad=(
        Example("Menurut Rini warga sudah siap.", "Menurut Rini, warga sudah siap."),
        Example(
            "Menurut Camat Talun jalan itu rusak berat.",
            "Menurut Camat Talun, jalan itu rusak berat.",
        ),
    ),
    good=(
        "Menurut Rini, warga sudah siap.",
        "Menurut Rini yang juga ketua, warga sudah siap.",
        "Menurut Rini mengatakan hal itu.",
        "Menurut data BPS tahun ini, harga naik.",
        "Panen naik menurut Rini sejak lama.",
    ),
)


_VERB_STARTS = ("me", "di", "ber")
_POINTING = frozenset({"itu", "ini", "tersebut"})
_NOT_SUBJECTS = ADVERBIAL_STARTS | frozenset(
    "kali selaras sehingga berikut seiring sejalan senada sepanjang sampai tak jangankan sedangkan"
    " bersama semenjak belakangan".split()
)
"""First words of adverbials of time or manner, besides those before main clauses."""
_INSERTED_VERBS = frozenset(
    "menurutnya menurut mengingat mengenai berdasarkan dibanding dibandingkan berikut bersama"
    " disebutkan ditegaskan diungkapkan dijelaskan dikatakan disusul diikuti ditambah disertai"
    " melalui melansir mengutip dikutip dilansir didampingi diwakili bernama berjudul bertajuk"
    " beserta berkat meski mengaku dimulai beredar berbagai berkewarganegaraan".split()
)
"""Words that open an insertion or an addition and not the predicate."""
_LONGEST_SUBJECT = 18


def _parted(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    """The matches for a comma between subject and verb: *Bupati Blitar Rini Syarifah,
    mengatakan*."""
    words, text = paragraph.words, paragraph.text
    saying = attribution_verbs().introducing
    for start in sorted(paragraph.sentence_starts):
        comma = text.find(", ", start)
        if comma < 0:
            return
        if not text.startswith(_VERB_STARTS, comma + 2):
            continue
        first = bisect_left(words, start, key=lambda word: word.start)
        if first >= len(words) or words[first].folded in _NOT_SUBJECTS:
            continue
        last = _end_of_subject(paragraph, first)
        if last is None or words[last + 1].folded in _INSERTED_VERBS:
            continue
        verb = words[last + 1]
        is_office = words[first].folded in _OFFICES and _end_of_office(paragraph, first) == last
        is_named = words[last].text[0].isupper() or text[words[last].end] == ")"
        says = verb.text in saying and is_named
        points = words[last].folded in _POINTING and _VERB.match(verb.text)
        if not (says or points) or has_predicate(paragraph, last + 1):
            continue
        at = text.index(",", words[last].end)
        if paragraph.in_quotation(words[first].start, verb.end):
            continue
        severity = None if is_office and says else Severity.SUGGESTION
        fix = Fix(Safety.OFFERED, "Hapus koma", (Edit(at, at + 1, ",", ""),))
        yield RuleMatch(words[last].start, verb.end, {}, (fix,), severity)


def _end_of_subject(paragraph: ParagraphContext, first: int) -> int | None:
    """The index of the last word before a sentence's first comma; None where another mark comes
    first."""
    words, text = paragraph.words, paragraph.text
    for at in range(first, min(len(words) - 1, first + _LONGEST_SUBJECT)):
        gap = text[words[at].end : words[at + 1].start]
        if gap in (", ", "), "):
            return at if at > first else None
        if gap not in (" ", " (", ") ", "/", "-"):
            return None
    return None


COMMA_SUBJECT_VERB = ParagraphRule(
    code="D30",
    id="comma-subject-verb",
    name="Koma antara subjek dan predikat",
    severity=Severity.WARNING,
    safety=Safety.OFFERED,
    why="Subjek dan predikat tidak dipisahkan koma; hapus koma ini, atau apit namanya dengan dua"
    " koma.",
    source="EYD V, Tanda Koma 13",
    check=_parted,
    needs=Needs(texts=(", ",)),
    bad=(
        Example(
            "Bupati Blitar Rini Syarifah, mengatakan hal itu.",
            "Bupati Blitar Rini Syarifah mengatakan hal itu.",
        ),
        Example(
            "Kegiatan yang digelar di aula itu, dihadiri warga.",
            "Kegiatan yang digelar di aula itu dihadiri warga.",
        ),
        Example("Rini Wati (24), mengatakan hal itu.", "Rini Wati (24) mengatakan hal itu."),
    ),
    good=(
        "Bupati Blitar, Rini Syarifah, mengatakan hal itu.",
        "Dalam rapat itu, dibahas air bersih. Hal itu, menurutnya, penting.",
        "Polisi menangkap pria itu, membawanya ke kantor.",
    ),
)

RULES = (COMMA_AFTER_APPOSITION, COMMA_AFTER_ACCORDING, COMMA_SUBJECT_VERB)
