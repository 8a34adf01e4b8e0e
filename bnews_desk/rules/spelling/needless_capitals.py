"""Common nouns with a needless capital: C26, C27."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.rules.word_positions import positions_of
from bnews_desk.rules.word_replacement import quotes_law

_COMMON = frozenset(
    "masyarakat pemerintah program kegiatan acara warga anggaran pembangunan pelayanan"
    " infrastruktur siswa guru mahasiswa petani nelayan peserta pelajar santri pedagang peternak"
    " karyawan pegawai perseroan perusahaan polisi jaksa desa kecamatan kelurahan sekolah puskesmas"
    " tersangka korban pelaku penyidik panitia narasumber anggota".split()
)
"""Common nouns that releases often capitalise."""
_PAIRS = {
    "pemerintah": frozenset({"daerah", "pusat", "desa"}),
    "kepala": frozenset({"daerah", "sekolah"}),
    "perguruan": frozenset({"tinggi"}),
    "rumah": frozenset({"sakit"}),
    "tokoh": frozenset({"masyarakat", "agama", "pemuda", "adat"}),
    "perangkat": frozenset({"desa", "daerah"}),
    "pelaku": frozenset({"usaha"}),
    "ibu": frozenset({"hamil", "menyusui"}),
}
_BEFORE_COMMON = frozenset(
    "kepada bagi untuk dari oleh para seluruh semua seorang sejumlah berbagai ratusan ribuan"
    " puluhan beberapa setiap tiap dengan bersama agar ke pada antara terhadap melalui mengajak"
    " meminta mengimbau membantu melayani tiga dua empat lima banyak".split()
)
"""Words after which one of these nouns alone does not begin a name."""
_KNOWN = _COMMON | _PAIRS.keys()
_NAME_GOES_ON = frozenset({"dan", "&", "untuk", "serta", "tentang"})


def _needless(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    words, text = paragraph.words, paragraph.text
    for i in positions_of(paragraph, _KNOWN):
        word = words[i]
        if not i or not word.text[0].isupper() or words[i - 1].text not in _BEFORE_COMMON:
            continue
        last = _end_of_common(paragraph, i)
        if last is None or not word.text[1:].islower():
            continue
        start, end = word.start, words[last].end
        if text[words[i - 1].end : start] != " " or _goes_on(paragraph, last):
            continue
        if i > 1 and words[i - 2].text[0].isupper():
            continue  # a title: *Serahkan Diri ke Polisi*
        if paragraph.in_quotation(start, end) or quotes_law(paragraph):
            continue
        right = text[start:end].lower()
        fix = replacement_fix(text, start, end, right, Safety.OFFERED)
        yield RuleMatch(start, end, {"text": text[start:end], "right": right}, (fix,))


def _end_of_common(paragraph: ParagraphContext, i: int) -> int | None:
    """The index of the last word of a common noun that begins at a word, or None."""
    words, text = paragraph.words, paragraph.text
    second = words[i + 1] if i + 1 < len(words) else None
    if second is not None and second.folded in _PAIRS.get(words[i].folded, ()):
        is_pair = second.text[1:].islower() and text[words[i].end : second.start] == " "
        return i + 1 if is_pair else None
    return i if words[i].folded in _COMMON else None


def _goes_on(paragraph: ParagraphContext, last: int) -> bool:
    """Whether a name continues: a capital, a number, or *dan* and a capital follows."""
    words, text = paragraph.words, paragraph.text
    if text[words[last].end : words[last].end + 1] in ("-", "/", "."):
        behind = text[words[last].end : words[last].end + 2]
        if behind.strip() != ".":
            return True
    following = words[last + 1 : last + 3]
    if not following or text[words[last].end : following[0].start] not in (" ", " (", ", "):
        return False
    if not following[0].text[0].islower():
        return True
    is_joined = following[0].folded in _NAME_GOES_ON and len(following) > 1
    return is_joined and not following[1].text[0].islower()


_IN_NAMES = (
    "Kementerian", "Menteri", "Dinas", "Badan", "Bidang", "Deputi", "Direktorat", "Bagian", "Biro",
    "Divisi", "Direktur", "Jenderal", "Koperasi dan", "Koperasi,", " tentang",
)  # fmt: skip
"""Text before a long form that makes it part of a name, an institution or a law."""
_EXPANSIONS = {
    "sdm": "sumber daya manusia",
    "umkm": "usaha mikro, kecil, dan menengah",
    "opd": "organisasi perangkat daerah",
    "dpt": "daftar pemilih tetap",
    "asn": "aparatur sipil negara",
    "apk": "alat peraga kampanye",
    "tkp": "tempat kejadian perkara",
}
"""Long forms that are not names, by their folded acronyms."""


def _capital_expansions(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text = paragraph.text
    if "(" not in text:
        return
    for word in paragraph.words:
        right = _EXPANSIONS.get(word.folded)
        if right is None or text[word.start - 2 : word.start] != " (":
            continue
        end = word.start - 2
        start = end - len(right)
        old = text[max(0, start) : end]
        if text[max(0, start - 24) : start].rstrip().endswith(_IN_NAMES):
            continue
        if start < paragraph.copy.start or old.casefold() != right or old == right:
            continue
        new = right.capitalize() if start in paragraph.sentence_starts else right
        if new != old and not old.isupper():
            fix = replacement_fix(text, start, end, new, Safety.OFFERED)
            yield RuleMatch(start, end, {"right": f"{right} ({word.text})"}, (fix,))


RULES = (
    ParagraphRule(
        code="C26",
        id="generic-overcapitalised",
        name="Kapital pada kata umum",
        severity=Severity.SUGGESTION,
        safety=Safety.OFFERED,
        why="Kata umum “{text}” ditulis dengan huruf kecil: “{right}”.",
        source="EYD V, Huruf Kapital 10",
        check=_needless,
        needs=Needs(words=_KNOWN),
        bad=(
            Example(
                "Bantuan diserahkan kepada Masyarakat.", "Bantuan diserahkan kepada masyarakat."
            ),
            Example("Air dikirim ke tiga Kecamatan.", "Air dikirim ke tiga kecamatan."),
            Example(
                "Bantuan itu dari Pemerintah Daerah setempat.",
                "Bantuan itu dari pemerintah daerah setempat.",
            ),
        ),
        good=(
            "Bantuan dari Pemerintah Kabupaten Blitar dan Program Keluarga Harapan.",
            "Masyarakat hadir. Warga senang. Ia membawa bantuan untuk Desa Ngadri.",
            "Bantuan dari Pemuda dan Olahraga serta dari Program (PKH) itu datang.",
            "Ia hadir untuk Guru dan Kepala Sekolah Rakyat. Tersangka Serahkan Diri ke Polisi.",
        ),
    ),
    ParagraphRule(
        code="C27",
        id="acronym-expansion-capital",
        name="Kapital pada kepanjangan",
        severity=Severity.SUGGESTION,
        safety=Safety.OFFERED,
        why="Kepanjangan yang bukan nama diri ditulis dengan huruf kecil: {right}.",
        source="EYD V, Singkatan 3",
        check=_capital_expansions,
        needs=Needs(words=_EXPANSIONS),
        bad=(
            Example("Mutu Sumber Daya Manusia (SDM) naik.", "Mutu sumber daya manusia (SDM) naik."),
            Example(
                "Pelaku Usaha Mikro, Kecil, dan Menengah (UMKM) hadir.",
                "Pelaku usaha mikro, kecil, dan menengah (UMKM) hadir.",
            ),
        ),
        good=(
            "Badan Pusat Statistik (BPS) hadir.",
            "Undang-undang tentang Aparatur Sipil Negara (ASN) dibahas.",
            "Direktur Jenderal Sumber Daya Manusia (SDM) hadir.",
            "Dinas Koperasi dan Usaha Mikro, Kecil, dan Menengah (UMKM) hadir.",
            "Mutu sumber daya manusia (SDM) naik.",
            "Sumber daya manusia (SDM) dilatih.",
        ),
    ),
)
