"""Offices: capitalised before a name, lower-case otherwise (C23); *Plt* (C39)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.release_frame import COPY, Role
from bnews_desk.release import Edit
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.text import Word

_OFFICES = (
    "bupati|wakil bupati|wabup|wali kota|wakil wali kota|gubernur|wakil gubernur|wagub|camat|lurah"
    "|kepala desa|kades|sekda|sekdes|sekretaris daerah|sekretaris desa|kapolres|kapolsek|kapolda"
    "|kapolri|wakapolres|dandim|danramil|kajari|ketua dprd|wakil ketua dprd|presiden|wakil presiden"
    "|menteri|kepala dinas|kepala badan|kepala bagian|kepala kejaksaan|kepala kantor|kepala bidang"
    "|kepala|sekretaris"
)
_INSTITUTIONS = frozenset(
    "dinas badan bagian kejaksaan kantor kepolisian satpol bappeda bappedalitbang diskominfo"
    " inspektorat bidang kementerian pengadilan".split()
)
_PRESIDENTS = frozenset(
    "prabowo jokowi joko soekarno sukarno soeharto habibie megawati susilo gus republik ri".split()
)
_MINISTRIES = frozenset(
    "dalam luar keuangan pertanian kesehatan pendidikan sosial agama pertahanan perdagangan"
    " perindustrian ketenagakerjaan koordinator kehutanan desa hukum perhubungan".split()
)
_NAMED_BY: Mapping[tuple[str, ...], frozenset[str]] = {
    ("presiden",): _PRESIDENTS,
    ("wakil", "presiden"): frozenset({"gibran", "jusuf", "boediono", "hamzah", "mohammad"}),
    ("menteri",): _MINISTRIES,
    ("kepala",): _INSTITUTIONS,
    ("sekretaris",): _INSTITUTIONS,
}
"""Offices that many countries and clubs have, with the words after which one person is meant."""
_IN_GENERAL = frozenset(
    "para seorang semua setiap sejumlah beberapa seluruh calon mantan eks bakal bekas salah"
    " perdana cawapres capres antarwaktu".split()
)
"""After one of these an office is meant in general, whatever follows."""
_IN_GENERAL_OF_PLACE = _IN_GENERAL | frozenset(
    "menjadi jadi jabatan sebagai selaku kursi posisi pemilihan pilihan pasangan suara satu dua"
    " tiga sosok anak istri suami putra putri staf rumah kantor pendopo dinas antara atau dan"
    " tidak bukan tiap wakil pelantikan pejabat".split()
)
_RANKS = frozenset("AKBP AKP KH KRT DKI DIY NTB NTT RI".split())
_REGIONS = frozenset("jawa kabupaten kota provinsi dki diy ntb ntt kalimantan sumatera".split())
_CALENDAR = frozenset(
    "senin selasa rabu kamis jumat sabtu minggu januari februari maret april mei juni juli agustus"
    " september oktober november desember".split()
)
_COUNTED = frozenset({"para", "seorang", "semua", "setiap", "sejumlah", "beberapa"})
_GENERIC = (
    "bupati|wali kota|gubernur|camat|lurah|kepala desa|kades|menteri|kapolres|kapolsek|presiden"
    "|kepala dinas|kepala daerah|kepala bagian|kepala bidang|kepala sekolah|rektor"
)


@cache
def _by_first(offices: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The offices by their first word, longer ones first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for office in sorted(offices.split("|"), key=lambda office: -office.count(" ")):
        parts = tuple(office.split())
        found.setdefault(parts[0], []).append(parts)
    return {first: tuple(choices) for first, choices in found.items()}


def _first_words() -> Iterator[str]:
    """The first words of all offices, folded."""
    return map(str.casefold, (*_by_first(_OFFICES), *_by_first(_GENERIC)))


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    small, generic = _by_first(_OFFICES), _by_first(_GENERIC)
    behind = 0
    for i, word in enumerate(paragraph.words):
        if i < behind:
            continue
        if word.text in small:
            office = _office_at(paragraph, i, small[word.text])
            behind = i + len(office)
            if office and _is_before_name(paragraph, i, office):
                yield _match(paragraph, i, len(office), is_capital=True)
        elif word.folded in generic and word.text[0].isupper() and _is_counted(paragraph, i):
            office = _office_at(paragraph, i, generic[word.folded])
            if office and not _has_capital_behind(paragraph, i + len(office) - 1):
                yield _match(paragraph, i, len(office), is_capital=False)


def _office_at(
    paragraph: ParagraphContext, i: int, offices: tuple[tuple[str, ...], ...]
) -> tuple[str, ...]:
    """The office that begins at a word; () for none."""
    for office in offices:
        found = paragraph.words[i : i + len(office)]
        if tuple(word.folded for word in found) == office and _adjoin(paragraph, i, len(office)):
            return office
    return ()


def _adjoin(paragraph: ParagraphContext, i: int, count: int) -> bool:
    return all(
        paragraph.text[paragraph.words[j].end : paragraph.words[j + 1].start].isspace()
        for j in range(i, i + count - 1)
    )


def _is_before_name(paragraph: ParagraphContext, i: int, office: tuple[str, ...]) -> bool:
    """Whether one person is meant: a name, a place or an institution follows."""
    last = i + len(office) - 1
    if not _has_capital_behind(paragraph, last):
        return False
    after = paragraph.words[last + 1]
    named_by = _NAMED_BY.get(office)
    if named_by is not None and after.folded not in named_by:
        return False
    if (len(after.text) > 1 and after.text.isupper() and after.text not in _RANKS) or (
        after.folded in _CALENDAR
    ):
        return False
    before = paragraph.words[i - 1].folded if i else ""
    if before == "wakil" and paragraph.words[i - 1].text[0].isupper():
        return True
    of_place = after.folded in _REGIONS or after.text.upper() in paragraph.house.dateline.places
    return before not in (_IN_GENERAL_OF_PLACE if of_place else _IN_GENERAL)


def _has_capital_behind(paragraph: ParagraphContext, last: int) -> bool:
    after = paragraph.words[last + 1 : last + 2]
    if not after or not paragraph.text[paragraph.words[last].end : after[0].start].isspace():
        return False
    return after[0].text[0].isupper() or after[0].text[0].isdigit()


def _is_counted(paragraph: ParagraphContext, i: int) -> bool:
    """Whether *para*, *seorang* or the like stands directly before it."""
    return i > 0 and paragraph.words[i - 1].folded in _COUNTED and _adjoin(paragraph, i - 1, 2)


def _match(paragraph: ParagraphContext, i: int, count: int, *, is_capital: bool) -> RuleMatch:
    text = paragraph.text
    first, last = paragraph.words[i], paragraph.words[i + count - 1]
    old = text[first.start : last.end]
    new = " ".join(_capital(part) for part in old.split()) if is_capital else old.lower()
    fix = replacement_fix(text, first.start, last.end, new, Safety.OFFERED)
    if is_capital:
        said = new + text[last.end : _end_of_name(paragraph, i + count)]
        return RuleMatch(first.start, last.end, {"right": said}, (fix,))
    said = f"{paragraph.words[i - 1].text} {new}"
    return RuleMatch(first.start, last.end, {"right": said}, (fix,), message="general")


def _end_of_name(paragraph: ParagraphContext, at: int) -> int:
    """The end of the capitalised words that begin at word ``at``, so that a name is not cut."""
    words, text = paragraph.words, paragraph.text
    last = at
    while last + 1 < min(len(words), at + _LONGEST_NAME):
        behind = words[last + 1]
        if not text[words[last].end : behind.start].isspace() or not behind.text[0].isupper():
            break
        last += 1
    return words[last].end


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


_LONGEST_NAME = 8
"""Most words of a name quoted in a message."""
_ACTING = frozenset({"Plt", "Plh", "Pj", "Pjs"})
_OFFICES_BEHIND = frozenset(
    "bupati wali walikota gubernur camat kepala sekda sekretaris ketua direktur dirut dirjen kadis"
    " kades lurah menteri rektor kabid kabag deputi presiden kapolres kasatpol wakil".split()
)


def _acting(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text = paragraph.text
    for i, word in enumerate(paragraph.words[:-1]):
        if word.text not in _ACTING or text[word.end : word.end + 1] != ".":
            continue
        after = paragraph.words[i + 1]
        gap = text[word.end + 1 : after.start]
        if gap.strip() or not after.text[0].isupper():
            continue
        is_sure = after.folded in _OFFICES_BEHIND
        if is_sure or (after.text[1:].islower() and _is_name_run(paragraph, i + 1)):
            edit = Edit(word.end, word.end + 1, ".", "" if gap else " ")
            safety = Safety.SAFE if is_sure else Safety.OFFERED
            fix = Fix(safety, f"Ganti dengan “{word.text}”", (edit,))
            yield RuleMatch(word.start, word.end + 1, {"right": word.text}, (fix,))


def _is_name_run(paragraph: ParagraphContext, i: int) -> bool:
    """Whether two capitalised words form a person's name."""
    pair: tuple[Word, ...] = paragraph.words[i : i + 2]
    return len(pair) > 1 and pair[1].text[0].isupper() and _adjoin(paragraph, i, 2)


RULES = (
    ParagraphRule(
        code="C23",
        id="title-capital",
        name="Huruf kapital nama jabatan",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="Nama jabatan di depan nama orang, tempat, atau instansi berhuruf kapital: “{right}”.",
        other_messages={
            "general": "Jabatan yang tidak menunjuk orang tertentu ditulis dengan huruf kecil:"
            " “{right}”."
        },
        source="EYD V, Huruf Kapital 10",
        check=_check,
        needs=Needs(words=_first_words),
        bad=(
            Example(
                "Warga menyambut bupati Rini Syarifah.", "Warga menyambut Bupati Rini Syarifah."
            ),
            Example("Hadir kepala Dinas Kesehatan.", "Hadir Kepala Dinas Kesehatan."),
            Example("Hadir kepala dinas Kesehatan.", "Hadir Kepala Dinas Kesehatan."),
            Example("Warga bertemu camat Talun.", "Warga bertemu Camat Talun."),
            Example("Acara dibuka wali kota Blitar.", "Acara dibuka Wali Kota Blitar."),
            Example("Hadir wakil bupati Beky.", "Hadir Wakil Bupati Beky."),
            Example("Hadir kapolres AKBP Budi.", "Hadir Kapolres AKBP Budi."),
            Example("Hadir Wakil bupati Blitar.", "Hadir Wakil Bupati Blitar."),
            Example("Ia mengundang para Camat.", "Ia mengundang para camat."),
            Example("Ia seorang Bupati yang tegas.", "Ia seorang bupati yang tegas."),
            Example("Semua Kepala Desa hadir.", "Semua kepala desa hadir."),
        ),
        good=(
            "Sekda berharap para camat, kepala desa dan lurah hadir bersama Camat Kademangan.",
            "Bupati mengatakan hal itu; Gubernur mendukungnya.",
            "Ia mantan bupati Blitar dan calon gubernur Jawa Timur.",
            "Ia menjadi bupati Blitar sejak 2025; kantor bupati Blitar ramai.",
            "Para Kepala Dinas Kabupaten Blitar hadir.",
            "Perdana menteri Israel dan presiden Federasi Sepak Bola Spanyol bertemu.",
            "Ia dilantik bupati Rabu siang; sekretaris Rini mencatat.",
            "Kepala Rini pusing, kepala Budi juga.",
            "Bupati, Wali Kota, dan Gubernur hadir.",
            "Para Camat Hadir di Pendopo\nIsi.",
        ),
    ),
    ParagraphRule(
        code="C39",
        id="acting-title-form",
        name="Penulisan Plt, Plh, dan Pj",
        severity=Severity.SUGGESTION,
        safety=Safety.SAFE,
        why="Gaya selingkung menulis “{right}” tanpa titik; pakai satu bentuk secara konsisten.",
        source="praktik pers (EYD V, Singkatan 1, memakai titik)",
        roles=COPY | {Role.HEADLINE},
        check=_acting,
        needs=Needs(words={form.casefold() for form in _ACTING}),
        bad=(
            Example("Hadir Plt. Bupati Blitar.", "Hadir Plt Bupati Blitar."),
            Example("Hadir Pj.Wali Kota Blitar.", "Hadir Pj Wali Kota Blitar."),
            Example(
                "Hadir Plh. Sekda dan Pjs. Kades Ngadri.", "Hadir Plh Sekda dan Pjs Kades Ngadri."
            ),
            Example("Menurut Plt. Rini Syarifah, siap.", "Menurut Plt Rini Syarifah, siap."),
        ),
        good=(
            "Pj Gubernur Jawa Timur mengunjungi PLTU Paiton dan PLTA Wlingi.",
            "Ia hanya Plt. Warga menunggu pejabat tetap.",
            "Plt Bupati Blitar hadir.",
            "PLT. Bupati dan pj. gubernur.",
        ),
    ),
)
