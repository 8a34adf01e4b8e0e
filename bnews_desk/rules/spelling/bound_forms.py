"""Bound forms written separately (C10): *antar*, *pasca*, *non*, *sub*, *tuna* …"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE, Role
from bnews_desk.lexicon.word_lists import ListMatch
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.rules.word_replacement import (
    fit_case,
    is_part_of_name,
    list_replacement,
    listed_matches,
    looks_foreign,
    replacement_safety,
    stands_alone,
)
from bnews_desk.text import Span, Word

_HYPHEN_ELSEWHERE = frozenset("antar multi non pasca pra sub swa".split())
"""Forms whose hyphen C11 reports."""
_OPEN = frozenset(
    "hiper infra inter intra loka manca mono multi nara nir non paska pasca pra pramu purna sub"
    " supra swa tele trans ultra wira".split()
)
"""Forms that are joined to any word."""
_AT_SENTENCE_START = frozenset(
    "hiper infra intra manca multi nir non paska pasca pra pramu sub supra ultra".split()
)
"""Open forms that are not names at the start of a sentence (unlike *Inter*, *Wira*, *Trans*)."""
_BEFORE_CAPITAL = frozenset("non paska pasca".split())
_SPELLED = {"paska": "pasca"}
_LEAST_PARTNER = 3
_NO_PARTNER = frozenset(
    "ada adalah agar akan antara atas atau bagi bahwa baik banyak beberapa belum berbagai"
    " bisa bukan dan dapat dari demi dengan dia dua empat hanya harus hingga ialah ini itu"
    " jadi jawa juga kalau kami karena kita lagi lalu lebih lima lintas maka masih maupun"
    " menjadi mereka merupakan namun oleh pada para pom pulih pun resmi saat saja sampai"
    " sangat sebagai sebuah secara sejak sempat semua seorang seperti serta setelah sudah"
    " sumatera sumatra telah tentang tersebut tetapi tidak tiga untuk wiri yaitu yakni yang".split()
)
"""Words to which no bound form is joined."""
_VERB = Pattern(r"(?:me[lmnrwy]|di)\w*(?:kan|i)$")
"""Verbs: in *pasca menjalani*, *pasca* means *setelah*, and joining would not correct it."""
_PREDICATE = Pattern(
    r"(?:di(?!a$|nas|rektur|plomasi|skusi|vestasi|versifikasi|gital|saster|mensi)|me(?!lahirkan)[lmnrwy]|ber"
    r"|ter(?!minal|itori|api|bit))[a-z]{4,}$|resmi$|mundur$|lengser$|pindah$|wafat$|jatuh$|menang$"
    r"|kalah$|tumbang$|gagal$|mati$|meninggal$|cerai$|pulang$|tewas$|bubar$|cedera$"
)
"""A predicate, as in *pasca Ibu Kota pindah*; *pascabencana* has none."""
_PRONOUNS = frozenset("ia dia mereka kami kita".split())
_AUXILIARIES = frozenset("tidak tak telah sudah akan resmi kembali gagal".split())
_LONGEST_SUBJECT = 4
"""Most words of a name that is the subject of a clause."""


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    taken: set[int] = set()
    for matches in paragraph.listed.values():
        for match in matches:
            taken.update(range(match.first, match.last + 1))
    for match in listed_matches(paragraph, "C10"):
        rule_match = _of_row(paragraph, match)
        if rule_match:
            yield rule_match
    for at, word in enumerate(paragraph.words):
        if at in taken:
            continue
        if "-" in word.text:
            rule_match = _of_hyphen(paragraph, word)
        elif word.folded in _OPEN:
            rule_match = _of_open_class(paragraph, at)
        else:
            continue
        if rule_match:
            yield rule_match


def _of_row(paragraph: ParagraphContext, match: ListMatch) -> RuleMatch | None:
    if is_part_of_name(paragraph, match):
        return None
    severity = Severity.WARNING if match.entry.is_offered else None
    message = "hyphen" if "-" in match.entry.replacements[0] else ""
    rule_match = list_replacement(
        paragraph, match, replacement_safety(paragraph, match), severity=severity, message=message
    )
    if rule_match is None:
        return None
    form = match.entry.form.partition(" ")[0]
    return replace(rule_match, values={**rule_match.values, "form": form})


def _of_open_class(paragraph: ParagraphContext, at: int) -> RuleMatch | None:
    """The match for a form that is joined to any word; as no list has the pair, the fix is only
    offered."""
    words = paragraph.words
    if at + 1 == len(words) or not _opens(paragraph, words[at]):
        return None
    form, partner = words[at], words[at + 1]
    gap = paragraph.text[form.end : partner.start]
    if not gap.isspace() or not stands_alone(paragraph.text, form.start, partner.end):
        return None
    if at and words[at - 1].folded == "qua":
        return None
    bound = _SPELLED.get(form.folded, form.folded)
    place = Span(form.start, partner.end)
    if bound == "pasca" and _is_event_told(paragraph, at):
        right = f"setelah {partner.text}"
        return _offered(paragraph, place, bound, right, "after")
    if _is_partner(partner.text):
        return _offered(paragraph, place, bound, bound + partner.folded, "")
    if form.folded in _BEFORE_CAPITAL and _is_name_or_year(paragraph, partner):
        return _offered(paragraph, place, bound, f"{bound}-{partner.text}", "hyphen")
    return None


def _is_event_told(paragraph: ParagraphContext, at: int) -> bool:
    """Whether *pasca* opens a clause and means *setelah*: before a verb, or a subject with one."""
    words, text = paragraph.words, paragraph.text
    partner = words[at + 1]
    if _PREDICATE.match(partner.text) or partner.folded in _PRONOUNS:
        return True
    if not partner.text[0].isupper() or paragraph.role is Role.HEADLINE:
        return False
    for before, word in pairwise(words[at + 1 : at + 2 + _LONGEST_SUBJECT]):
        if not text[before.end : word.start].isspace():
            return False
        if _PREDICATE.match(word.text) or word.folded in _AUXILIARIES:
            return True
        if not word.text[0].isupper():
            return False
    return False


def _opens(paragraph: ParagraphContext, form: Word) -> bool:
    if form.text.islower():
        return True
    return form.folded in _AT_SENTENCE_START and not paragraph.is_capitalised_inside(form)


def _is_partner(word: str) -> bool:
    return (
        len(word) >= _LEAST_PARTNER
        and word.isalpha()
        and word.islower()
        and word not in _NO_PARTNER
        and not looks_foreign(word)
        and (word == "melahirkan" or not _VERB.match(word))
    )


def _is_name_or_year(paragraph: ParagraphContext, partner: Word) -> bool:
    if paragraph.role is Role.HEADLINE:
        return partner.text.isupper() and len(partner.text) > 1 and not paragraph.text.isupper()
    if partner.text.isdecimal():
        return len(partner.text) == 4
    is_word = len(partner.text) >= 2 and partner.text[0].isupper()
    return is_word and not looks_foreign(partner.folded)


def _of_hyphen(paragraph: ParagraphContext, word: Word) -> RuleMatch | None:
    """The match for a hyphenated form, ``infra-merah``, ``tuna-netra``; always offered."""
    form, _, partner = word.text.partition("-")
    if form in _HYPHEN_ELSEWHERE or not form.islower() or not partner.islower():
        return None
    if form in _OPEN:
        right = form + partner if _is_partner(partner) else ""
    else:
        row = paragraph.lexicon.spellings.row(f"{form} {partner}")
        right = row.replacements[0] if row and row.rule == "C10" else ""
    place = Span(word.start, word.end)
    if not right or not stands_alone(paragraph.text, *place):
        return None
    return _offered(paragraph, place, _SPELLED.get(form, form), right, "")


def _offered(
    paragraph: ParagraphContext, place: Span, form: str, right: str, message: str
) -> RuleMatch:
    text = place.within(paragraph.text)
    new = fit_case(paragraph, place.start, place.end, right)
    fix = replacement_fix(paragraph.text, place.start, place.end, new, Safety.OFFERED)
    values = {"text": text, "right": right, "form": form}
    return RuleMatch(place.start, place.end, values, (fix,), Severity.WARNING, message)


BOUND_FORM_SPLIT = ParagraphRule(
    code="C10",
    id="bound-form-split",
    name="Bentuk terikat",
    severity=Severity.ERROR,
    safety=Safety.SAFE,
    why="Bentuk terikat “{form}-” ditulis serangkai: “{right}”.",
    other_messages={
        "hyphen": "Sebelum huruf kapital atau angka, bentuk terikat “{form}-” memakai tanda hubung:"
        " “{right}”.",
        "after": "“Pasca-” tidak dipakai di depan kalimat atau kata kerja; tulis “{right}”.",
    },
    source="EYD V, Kata Turunan 1b dan 1c",
    roles=COPY_AND_HEADLINE,
    check=_check,
    bad=(
        Example("Sinergi antar pihak menguat.", "Sinergi antarpihak menguat."),
        Example("Harga pasca panen turun.", "Harga pascapanen turun."),
        Example("Pembayaran non tunai naik.", "Pembayaran nontunai naik."),
        Example("Kepala sub bagian umum hadir.", "Kepala subbagian umum hadir."),
        Example("Penyandang tuna netra dilatih.", "Penyandang tunanetra dilatih."),
        Example("Sensor infra-merah dipasang.", "Sensor inframerah dipasang."),
        Example("Pasar itu mono-poli.", "Pasar itu monopoli."),
        Example("Antar pihak harus akur.", "Antarpihak harus akur."),
        Example("Koordinasi antar OPD lancar.", "Koordinasi antar-OPD lancar."),
        Example("Lomba antar RT dimulai.", "Lomba antar-RT dimulai."),
        Example("Pemulihan pasca bencana berjalan.", "Pemulihan pascabencana berjalan."),
        Example("Pemulihan paska banjir berjalan.", "Pemulihan pascabanjir berjalan."),
        Example("Arus balik pasca Idulfitri lancar.", "Arus balik pasca-Idulfitri lancar."),
        Example("Ekonomi pasca 2024 membaik.", "Ekonomi pasca-2024 membaik."),
        Example("Pegawai non ASN didata.", "Pegawai non-ASN didata."),
        Example("Aturan itu multi tafsir.", "Aturan itu multitafsir."),
        Example("Harga naik pasca Joko Widodo lengser.", "Harga naik setelah Joko Widodo lengser."),
        Example("Pasca dilantik, camat bekerja.", "Setelah dilantik, camat bekerja."),
        Example("Ia pulih pasca menjalani operasi.", "Ia pulih setelah menjalani operasi."),
        Example("Itu kontra produktif.", "Itu kontraproduktif."),
        Example("Penyakit antar manusia menular.", "Penyakit antarmanusia menular."),
        Example("Sinergi Antar Pihak Menguat\nIsi.", "Sinergi Antarpihak Menguat\nIsi."),
    ),
    good=(
        "Kredit itu menjadi non performing loan.",
        "Bansos non cash dan non equity disalurkan.",
        "Ada jasa antar barang dan antar jemput.",
        "Layanan antar desa tersedia; kami antar warga pulang.",
        "Rapat antara pihak sekolah dan warga.",
        "Kebijakan itu pro rakyat.",
        "Ia berlari super cepat.",
        "Hadir pula eks bupati.",
        "Ikan tuna segar dijual pada musim semi.",
        "Itu syarat sine qua non bagi warga.",
        "Pelatihan pra dan pascabencana digelar.",
        "Inter menang, Wira bahagia, Trans melaju.",
        "Forum Antar Pihak Blitar berdiri.",
        "Peserta Kartu Pra Kerja hadir.",
        "Kontribusi usaha mikro kecil naik.",
        "Ia sudah antar surat dan makanan.",
        "Anak-anak dan orang-orang hadir.",
        "Jalan tol trans-Jawa ramai.",
        "Ia wira-wiri ke kota.",
    ),
)

RULES = (BOUND_FORM_SPLIT,)
