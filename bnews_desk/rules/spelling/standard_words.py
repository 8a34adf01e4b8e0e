"""Non-standard forms of words (C21), and the newsroom's own pairs."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE
from bnews_desk.lexicon.nonstandard_derivatives import shipped_derivatives
from bnews_desk.lexicon.word_lists import ListMatch
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch
from bnews_desk.rules.word_replacement import (
    is_part_of_name,
    list_replacement,
    listed_matches,
    looks_foreign,
    quotes_law,
    replacement_match,
    replacement_safety,
    stands_alone,
)

_MILD = "saran"
"""The note of rows that are only suggestions: print uses both forms."""
_LEAST_DERIVED = 8
_ENGLISH_TOO = frozenset(
    "assessment dollar essay import original standard staff stress survey transport trend".split()
)
"""Forms in the list that are correct in an English passage."""
_ENGLISH = frozenset(
    "a about after all an and are as at be by for from has have in is it its new not of on or our"
    " over test that the their this to under was we were what which will with you your".split()
)


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    for match in listed_matches(paragraph, "C21"):
        if is_part_of_name(paragraph, match) or _is_in_english(paragraph, match):
            continue
        safety = Safety.OFFERED if quotes_law(paragraph) else replacement_safety(paragraph, match)
        is_choice = bool(match.entry.house_choice)
        message = "own" if match.entry.is_own else "choice" if is_choice else ""
        is_mild = is_choice or _MILD in match.entry.notes
        severity = Severity.SUGGESTION if is_mild else None
        rule_match = list_replacement(paragraph, match, safety, severity=severity, message=message)
        if rule_match:
            yield rule_match
    yield from _derived(paragraph)


def _derived(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    """Derived words whose root is in a row of the list: *memperdulikan*."""
    unseen = paragraph.lexicon.speller.unseen(paragraph.vocabulary)
    for word in paragraph.words:
        if word.folded not in unseen or len(word.text) < _LEAST_DERIVED:
            continue
        if paragraph.is_capitalised_inside(word) or word.folded in paragraph.lexicon.spellings:
            continue
        if paragraph.in_link(word.start, word.end):
            continue
        right = shipped_derivatives().standard(word.folded)
        if right and right != word.folded and stands_alone(paragraph.text, word.start, word.end):
            yield replacement_match(paragraph, word.start, word.end, right, is_safe=False)


def _is_in_english(paragraph: ParagraphContext, match: ListMatch) -> bool:
    """Whether a form that is also English stands beside a word that is only English."""
    if match.entry.form not in _ENGLISH_TOO:
        return False
    beside = paragraph.words[max(0, match.first - 1) : match.last + 2]
    return any(
        word.folded in _ENGLISH
        or looks_foreign(word.folded)
        or word.folded in paragraph.lexicon.foreign_words
        for word in beside
        if not match.start <= word.start < match.end
    )


KATA_BAKU = ParagraphRule(
    code="C21",
    id="kata-baku",
    name="Kata tidak baku",
    severity=Severity.WARNING,
    safety=Safety.SAFE,
    why="“{text}” tidak baku; bentuk baku menurut KBBI: “{right}”.",
    other_messages={
        "own": "Gaya selingkung redaksi menulis “{right}”, bukan “{text}”.",
        "choice": "“{text}” lazim dipakai, tetapi KBBI memilih “{right}”; ikuti gaya selingkung"
        " redaksi.",
    },
    source="KBBI",
    roles=COPY_AND_HEADLINE,
    check=_check,
    bad=(
        Example("Warga dihimbau tetap tenang.", "Warga diimbau tetap tenang."),
        Example("Pembeli menerima kwitansi.", "Pembeli menerima kuitansi."),
        Example("Resiko banjir meningkat.", "Risiko banjir meningkat."),
        Example("Semua resikonya sudah dihitung.", "Semua risikonya sudah dihitung."),
        Example("Antrian panjang terjadi di apotik.", "Antrean panjang terjadi di apotek."),
        Example("Praktek-praktek itu dilarang.", "Praktik-praktik itu dilarang."),
        Example("Mereka menyambut bulan Ramadhan.", "Mereka menyambut bulan Ramadan."),
        Example("Ia belajar bahasa perancis.", "Ia belajar bahasa Prancis."),
        Example(
            "Pasal 12 berbunyi bahwa setiap resiko dicatat.",
            "Pasal 12 berbunyi bahwa setiap risiko dicatat.",
        ),
        Example("Dinas meminimalisir kerugian.", "Dinas meminimalkan kerugian."),
        Example("Ia melukis secara otodidak.", "Ia melukis secara autodidak."),
        Example("Petani membayar hutang.", "Petani membayar utang."),
        Example("Bupati meningkatkan sinergitas.", "Bupati meningkatkan sinergi."),
        Example("Camat mengkoordinir warga.", "Camat mengoordinasikan warga."),
        Example("Ia membeli do’a bersama.", "Ia membeli doa bersama."),
        Example("Syarat formil dan bukti formil.", "Syarat formil dan bukti formal."),
        Example("Resiko Banjir Meningkat\nIsi berita.", "Risiko Banjir Meningkat\nIsi berita."),
    ),
    good=(
        "Video itu diunggah ke Vidio.",
        "Vidio menayangkan pertandingan itu.",
        "Camat Kampak membuka acara di Kampung Coklat.",
        "Hadir pula Muhammad Rizki dan Ramadhan.",
        "Rizki mengatakan hal itu.",
        "Ahmad Ramadhan memimpin rapat.",
        "Berkas itu cacat formil.",
        "Mahkamah menolak uji materiil.",
        "Ia lulus dari Institut Teknologi Sepuluh Nopember.",
        "Ia membeli obat di Apotik Sehat.",
        "Unggahan itu memakai tagar #resiko dan alamat resiko.com.",
        "Berkasnya bernama data_resiko_2024.",
        "Menurut standard operating procedure, pintu harus tertutup.",
        "Judulnya “the trend is your friend”.",
        "Bukunya membahas “the stress of work” dan perceived stress.",
        "Mereka menunaikan salat dan mengaji.",
        "Panca indera manusia terbatas.",
        "Harga tanah itu dua milyar per hektar.",
        "Siapapun boleh datang kesini.",
    ),
    remark="Baris yang disebut aturan lain tidak dilaporkan di sini.",
)

RULES = (KATA_BAKU,)
