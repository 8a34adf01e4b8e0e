"""Bound forms with a hyphen (C11), and *Maha* before a quality of God (C12)."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE, Role
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch
from bnews_desk.rules.word_replacement import looks_foreign, replacement_match, stands_alone
from bnews_desk.text import Word

_FORMS = ("antar", "multi", "non", "pasca", "pra", "sub", "swa")
_SURE = frozenset(
    "agama aktif anggota bagian bangsa bank bencana budaya daerah daya desa dewan dinas efektif"
    " etnis fisik formal fungsi generasi golongan instansi kabupaten kecamatan kelas"
    " kelompok kementerian kelola komunitas kontrak kota kultural lembaga medis migas moda negara"
    " negeri nikah operasi organisasi pandemi panen partisan pelajar pelaku pemain pemerintah"
    " pemilu personel pihak politik produksi produktif profesi program provinsi pulau sarjana"
    " sejahtera sekolah sektor seluler siswa stop subsidi suku swasta syarat tahun tani teknis"
    " tim tindak tradisional tugas tunai umat unggulan unit warga wilayah".split()
)
"""Words to which a bound form is certainly joined."""
_LEAST_PARTNER = 3
_NO_PARTNER = frozenset(
    "tidak akan adalah dan di ke untuk dari muslim islam kristen katolik hindu buddha jawa cyclical"
    " indonesia genre deliverable hedging window modal event menu brand merek profit role volume"
    " recourse metal degree prime frame developer point glossy halal jemput".split()
)
"""Words that have a capital, are foreign, or begin something else."""
_VERB = Pattern(r"(?:me[lmnrwy]|di)\w{2,30}(?:kan|i|ut)$")
"""Verbs: in *pasca-menjalani*, *pasca* means *setelah*, and joining would not correct it."""
_AT_CAPITAL = Pattern(
    r"(?P<form>antar|multi|non|pasca|pra|sub|swa)(?P<partner>[A-Z][A-Za-z]{1,30})$"
)


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    for word in paragraph.words:
        if not word.folded.startswith(_FORMS):
            continue
        rule_match = (
            _hyphenated(paragraph, word) if "-" in word.text else _at_capital(paragraph, word)
        )
        if rule_match:
            yield rule_match


def _hyphenated(paragraph: ParagraphContext, word: Word) -> RuleMatch | None:
    """The match for ``non-aktif``; before a capital or a foreign word the hyphen is correct."""
    form, _, partner = word.text.partition("-")
    if form.casefold() not in _FORMS or not stands_alone(paragraph.text, word.start, word.end):
        return None
    if paragraph.role is Role.HEADLINE:
        partner = partner.casefold() if partner.istitle() else partner
    stem = partner.removesuffix("nya")
    if len(partner) < _LEAST_PARTNER or not partner.isalpha() or not partner.islower():
        return None
    if (
        stem in _NO_PARTNER
        or _VERB.match(stem)
        or stem == f"meng{form.casefold()}"
        or looks_foreign(stem)
        or paragraph.is_capitalised_inside(word)
    ):
        return None
    right = form.casefold() + partner
    if paragraph.lexicon.spellings.row(word.folded) is not None:
        return None
    if stem in paragraph.lexicon.foreign_words:
        return None
    return replacement_match(
        paragraph, word.start, word.end, right, is_safe=stem in _SURE, message="joined"
    )


def _at_capital(paragraph: ParagraphContext, word: Word) -> RuleMatch | None:
    """The match for a form joined to a capital: ``nonASN``, ``pascaPemilu``."""
    match = _AT_CAPITAL.match(word.text)
    if match is None or not stands_alone(paragraph.text, word.start, word.end):
        return None
    if match["form"] == "antar" and not match["partner"].isupper():
        return None
    right = f"{match['form']}-{match['partner']}"
    return replacement_match(
        paragraph, word.start, word.end, right, is_safe=match["partner"].isupper()
    )


BOUND_FORM_HYPHEN = ParagraphRule(
    code="C11",
    id="bound-form-hyphen",
    name="Tanda hubung bentuk terikat",
    severity=Severity.WARNING,
    safety=Safety.SAFE,
    why="Bentuk terikat dan kata berhuruf kapital dirangkaikan dengan tanda hubung: “{right}”.",
    other_messages={
        "joined": "Bentuk terikat memakai tanda hubung hanya di depan huruf kapital, angka, atau"
        " kata asing: “{right}”."
    },
    source="EYD V, Kata Turunan 1b dan 1c",
    roles=COPY_AND_HEADLINE,
    check=_check,
    bad=(
        Example("Akun itu non-aktif.", "Akun itu nonaktif."),
        Example("Sinergi antar-pihak menguat.", "Sinergi antarpihak menguat."),
        Example("Harga pasca-panen turun.", "Harga pascapanen turun."),
        Example("Kepala sub-bagian hadir.", "Kepala subbagian hadir."),
        Example("Pembayaran non-tunai naik.", "Pembayaran nontunai naik."),
        Example("Pegawai nonASN didata.", "Pegawai non-ASN didata."),
        Example("Rapat antarOPD digelar.", "Rapat antar-OPD digelar."),
        Example("Situasi pascaPemilu tenang.", "Situasi pasca-Pemilu tenang."),
        Example("Pra-kondisi itu penting.", "Prakondisi itu penting."),
        Example("Sinergi Antar-Pihak Menguat\nIsi.", "Sinergi Antarpihak Menguat\nIsi."),
    ),
    good=(
        "Pegawai non-ASN dan anti-PKI.",
        "Gerakan anti-mainstream, non-performing, dan multi-stakeholder.",
        "Ekonomi pasca-2024 dan pasca-Idulfitri.",
        "Warga non-muslim dan non-Jawa hadir.",
        "Antariksa, nonaktif, pascapanen, prakondisi, subbagian, swadaya.",
        "Komunitas Antar-Pihak Blitar berdiri.",
        "Alamatnya non-aktif.com dan tagar #nonASN.",
    ),
)

_DIVINE = (
    "adil agung bijaksana esa halus kasih kaya kuasa mengetahui mulia pemurah pengampun pengasih"
    " penyayang suci tahu tinggi".split()
)
_BEFORE_MAHA = frozenset({"allah", "tuhan", "yang"})


def _check_maha(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    words = paragraph.words
    for at in range(1, len(words)):
        word = words[at]
        if word.text[:4] != "Maha" or words[at - 1].folded not in _BEFORE_MAHA:
            continue
        joined = word.folded[4:]
        behind = words[at + 1] if at + 1 < len(words) else None
        if joined in _DIVINE:
            yield replacement_match(
                paragraph, word.start, word.end, f"Maha {joined.title()}", is_safe=False
            )
        elif not joined and behind is not None and behind.text in _DIVINE:
            right = f"Maha {behind.text.title()}"
            yield replacement_match(paragraph, word.start, behind.end, right, is_safe=False)


MAHA_GOD = ParagraphRule(
    code="C12",
    id="maha-god",
    name="“Maha” untuk Tuhan",
    severity=Severity.WARNING,
    safety=Safety.OFFERED,
    why="EYD V menulis “Maha” untuk Tuhan terpisah dengan huruf kapital: “{right}”.",
    source="EYD V, Kata Turunan 1e",
    roles=COPY_AND_HEADLINE,
    check=_check_maha,
    is_on=False,
    bad=(
        Example("Tuhan Yang Mahakuasa.", "Tuhan Yang Maha Kuasa."),
        Example("Tuhan Yang Maha esa.", "Tuhan Yang Maha Esa."),
        Example("Allah Mahabijaksana.", "Allah Maha Bijaksana."),
    ),
    good=(
        "Tuhan Yang Maha Esa.",
        "Yang Mahasiswa itu, Mahakarya, dan mahasiswa.",
        "Ia kuliah di Maha Esa.",
    ),
    remark="Dimatikan sejak awal: PUEBI menulisnya serangkai dan redaksi belum memilih.",
)

RULES = (BOUND_FORM_HYPHEN, MAHA_GOD)
