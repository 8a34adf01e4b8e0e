"""*ke* as a joined preposition (C03), and as a separated prefix (C04)."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE, Role
from bnews_desk.lexicon.word_lists import CLITICS, ListMatch
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch
from bnews_desk.rules.spelling.prepositions import has_inner_capital, joined_to_place
from bnews_desk.rules.word_replacement import (
    gap_is_space,
    is_part_of_name,
    list_replacement,
    listed_matches,
    replacement_match,
    replacement_safety,
    stands_alone,
)
from bnews_desk.text import Word

_LEAVING = "keluar "
"""The prefix of rows that may also mean *keluar dari*: *keluar kota*."""
_NUMBERS = frozenset("dua tiga empat lima enam tujuh delapan sembilan sepuluh".split())
_BEHIND_ORDINAL = frozenset({"belah", "kali", "kalinya", "pihak"})
_NOT_COUNTED = frozenset(
    "adalah akan bagi bahwa dalam dan dari dengan di ia ini itu juga karena mereka menjadi oleh"
    " pada saat sejak setelah tersebut untuk yaitu yakni yang".split()
)
"""Uncountable nouns: before them *yang ke tiga* is an ordinal."""


def _joined(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    for match in listed_matches(paragraph, "C03"):
        if is_part_of_name(paragraph, match) or has_inner_capital(match, paragraph.text):
            continue
        leaves = match.entry.form.startswith(_LEAVING)
        if leaves and _is_before_name(paragraph, match):
            continue
        severity = Severity.WARNING if leaves else None
        safety = replacement_safety(paragraph, match, may_be_name=False)
        if _may_be_security(paragraph, match):
            safety = Safety.OFFERED
        rule_match = list_replacement(paragraph, match, safety, severity=severity)
        if rule_match:
            yield rule_match
    for word in paragraph.words:
        if word.folded.startswith("ke") and stands_alone(paragraph.text, word.start, word.end):
            rule_match = joined_to_place(paragraph, word, "C03")
            if rule_match:
                yield rule_match


def _may_be_security(paragraph: ParagraphContext, match: ListMatch) -> bool:
    """Whether *kemana* is a typing error for *keamanan*: ``sistem kemana yang baik``."""
    behind = paragraph.words[match.last + 1 : match.last + 2]
    return match.entry.form == "kemana" and bool(behind) and behind[0].folded == "yang"


def _is_before_name(paragraph: ParagraphContext, match: ListMatch) -> bool:
    """Whether it is about leaving the town: ``keluar kota Blitar``."""
    behind = paragraph.words[match.last + 1 : match.last + 2]
    return bool(behind) and behind[0].text[:1].isupper()


KE_PREPOSITION_JOINED = ParagraphRule(
    code="C03",
    id="ke-preposition-joined",
    name="Kata depan “ke”",
    severity=Severity.ERROR,
    safety=Safety.SAFE,
    why="“{text}” sebagai kata depan ditulis terpisah: “{right}”.",
    other_messages={"or-verb": "“{text}” mungkin maksudnya “{right}”."},
    source="EYD V, Kata Depan",
    roles=COPY_AND_HEADLINE,
    check=_joined,
    bad=(
        Example("Warga pergi kesana.", "Warga pergi ke sana."),
        Example("Program itu kedepannya berlanjut.", "Program itu ke depannya berlanjut."),
        Example("Kemana warga mengadu?", "Ke mana warga mengadu?"),
        Example("Ia dibawa kerumah sakit.", "Ia dibawa ke rumah sakit."),
        Example("Petugas datang kelokasi.", "Petugas datang ke lokasi."),
        Example("Perjalanan keluar negeri batal.", "Perjalanan ke luar negeri batal."),
        Example("Ia dirujuk kekabupaten.", "Ia dirujuk ke kabupaten."),
        Example("Bupati pergi keBlitar.", "Bupati pergi ke Blitar."),
        Example("Bantuan dikirim kekademangan.", "Bantuan dikirim ke Kademangan."),
        Example("Mau Kemana Warga\nIsi berita.", "Mau ke Mana Warga\nIsi berita."),
        Example("Pintu kemana yang dibuka?", "Pintu ke mana yang dibuka?"),
    ),
    good=(
        "Program itu ke depannya berlanjut.",
        "Rombongan keluar Kota Blitar pagi itu.",
        "Mereka keluar kota Blitar lewat jalan tol.",
        "Ia keluar dari rumah dan keluar rumah sakit.",
        "Silakan kemari, kepada ketua, kesatu, dan kelima.",
        "Keluarga itu tinggal di Kediri dan Kesamben.",
        "Ibu itu pecah ketuban di Kepanjen.",
        "Keseluruhan data kedaerahan ada di bidang kehutanan.",
        "Lihat kemana.com dan tagar #kesana.",
        "Film Kesana ditayangkan.",
        "Ketempatan tuan rumah, keatasan, dan kedalaman.",
    ),
)


def _split(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    if "ke" in paragraph.vocabulary:
        for at, word in enumerate(paragraph.words[:-1]):
            if word.folded == "ke":
                rule_match = _of_noun(paragraph, at) or _of_ordinal(paragraph, at)
                if rule_match:
                    yield rule_match
    for word in paragraph.words:
        if word.folded.startswith("ke-"):
            right = "ke" + word.folded[3:]
            if _is_confixed(paragraph, right) and stands_alone(
                paragraph.text, word.start, word.end
            ):
                yield replacement_match(paragraph, word.start, word.end, right)


def _of_noun(paragraph: ParagraphContext, at: int) -> RuleMatch | None:
    """The match for ``ke giatan``: the rest is not a word, so *ke* is not a preposition."""
    ke, rest = paragraph.words[at : at + 2]
    right = f"ke{rest.folded}"
    if not _is_confixed(paragraph, right) or not _is_one_word(paragraph, ke, rest):
        return None
    return replacement_match(paragraph, ke.start, rest.end, right)


def _is_one_word(paragraph: ParagraphContext, ke: Word, rest: Word) -> bool:
    if not gap_is_space(paragraph, ke, rest):
        return False
    return rest.text.islower() or paragraph.role is Role.HEADLINE


def _is_confixed(paragraph: ParagraphContext, folded: str) -> bool:
    nouns = paragraph.lexicon.confixed_nouns
    return folded in nouns or (folded.endswith(CLITICS) and folded[:-3] in nouns)


def _of_ordinal(paragraph: ParagraphContext, at: int) -> RuleMatch | None:
    """The match for ``ke dua belah pihak``, ``yang ke tiga``; *ke dua desa* is a direction."""
    ke, number = paragraph.words[at : at + 2]
    if number.folded not in _NUMBERS or not _is_one_word(paragraph, ke, number):
        return None
    behind = paragraph.words[at + 2] if at + 2 < len(paragraph.words) else None
    is_next = behind is not None and paragraph.text[number.end : behind.start].isspace()
    right = f"ke{number.folded}"
    if behind is not None and is_next and behind.folded in _BEHIND_ORDINAL:
        return replacement_match(paragraph, ke.start, number.end, right)
    if not at or paragraph.words[at - 1].folded != "yang":
        return None
    if behind is None or not is_next or behind.folded in _NOT_COUNTED:
        return replacement_match(paragraph, ke.start, number.end, right)
    return None


KE_PREFIX_SPLIT = ParagraphRule(
    code="C04",
    id="ke-prefix-split",
    name="Awalan “ke-”",
    severity=Severity.ERROR,
    safety=Safety.SAFE,
    why="“ke-” di sini awalan, tulis serangkai: “{right}”.",
    source="EYD V, Kata Turunan 1a",
    roles=COPY_AND_HEADLINE,
    check=_split,
    bad=(
        Example("Ke giatan itu dibuka camat.", "Kegiatan itu dibuka camat."),
        Example("Warga menghadiri ke giatan desa.", "Warga menghadiri kegiatan desa."),
        Example("Kantor ke camatan ditutup.", "Kantor kecamatan ditutup."),
        Example("Ia ke pala desa.", "Ia kepala desa."),
        Example("Bantuan diserahkan ke pada warga.", "Bantuan diserahkan kepada warga."),
        Example("Terima kasih atas ke hadirannya.", "Terima kasih atas kehadirannya."),
        Example("Dinas ke sehatan hadir.", "Dinas kesehatan hadir."),
        Example("Dinas ke-sehatan hadir.", "Dinas kesehatan hadir."),
        Example("Ke dua belah pihak sepakat.", "Kedua belah pihak sepakat."),
        Example("Itu anak yang ke tiga.", "Itu anak yang ketiga."),
        Example("Ia menang untuk ke dua kalinya.", "Ia menang untuk kedua kalinya."),
        Example("Ke Giatan Desa Meriah\nIsi berita.", "Kegiatan Desa Meriah\nIsi berita."),
    ),
    good=(
        "Dinas menyalurkan bantuan ke dua desa.",
        "Bantuan yang ke tiga desa itu tertunda.",
        "Ia melapor ke satuan kerja dan ke dudukan patung.",
        "Mereka pindah ke lautan dan ke hutan.",
        "Warga pergi ke Kecamatan Talun.",
        "Mereka berlayar ke Pala.",
        "Bantuan dikirim ke, giatan itu.",
        "Kegiatan, kedua, kepala, kepada.",
    ),
)

RULES = (KE_PREPOSITION_JOINED, KE_PREFIX_SPLIT)
