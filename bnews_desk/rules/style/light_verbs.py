"""A light verb and a noun in place of one verb: *melakukan peninjauan terhadap* (E04)."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.rules.word_positions import gap_before, positions_of
from bnews_desk.rules.word_replacement import fit_case

_LIGHT = frozenset({"melakukan", "melaksanakan", "mengadakan", "memberikan"})
_VERBS = {
    "pertemuan": "bertemu",
    "perlawanan": "melawan",
    "penjelasan": "menjelaskan",
    "dukungan": "mendukung",
    "bantuan": "membantu",
    "pendampingan": "mendampingi",
    "pelatihan": "melatih",
    "penghargaan": "menghargai",
    "pengalihan": "mengalihkan",
    "pengamanan": "mengamankan",
    "penggeledahan": "menggeledah",
    "penyelidikan": "menyelidiki",
    "penyidikan": "menyidik",
    "penindakan": "menindak",
    "penertiban": "menertibkan",
    "penyitaan": "menyita",
    "penahanan": "menahan",
    "pembinaan": "membina",
    "pembunuhan": "membunuh",
    "penganiayaan": "menganiaya",
    "pencurian": "mencuri",
    "pengeroyokan": "mengeroyok",
    "pembangunan": "membangun",
    "pengecekan": "mengecek",
    "pemeriksaan": "memeriksa",
    "penandatanganan": "menandatangani",
    "kunjungan": "berkunjung",
    "peninjauan": "meninjau",
    "pendataan": "mendata",
    "penanganan": "menangani",
    "evaluasi": "mengevaluasi",
    "koordinasi": "berkoordinasi",
    "pemantauan": "memantau",
    "apresiasi": "mengapresiasi",
    "penangkapan": "menangkap",
    "pemasangan": "memasang",
    "pembersihan": "membersihkan",
    "perbaikan": "memperbaiki",
    "pengawasan": "mengawasi",
    "penyaluran": "menyalurkan",
    "pembagian": "membagikan",
    "sosialisasi": "menyosialisasikan",
}
"""Nouns of action, each with its verb."""
_OF_OBJECT = {
    "pemeriksaan": "memeriksa",
    "penyesuaian": "menyesuaikan",
    "perpanjangan": "memperpanjang",
    "pembayaran": "membayar",
    "pembelian": "membeli",
    "perubahan": "mengubah",
    "percepatan": "mempercepat",
    "penyitaan": "menyita",
    "pendataan": "mendata",
    "perawatan": "merawat",
    "pengembangan": "mengembangkan",
    "pemantauan": "memantau",
    "penanaman": "menanam",
    "verifikasi": "memverifikasi",
    "pencarian": "mencari",
    "perombakan": "merombak",
    "pembangunan": "membangun",
    "perbaikan": "memperbaiki",
    "pengecekan": "mengecek",
    "pengalihan": "mengalihkan",
    "penutupan": "menutup",
    "pembukaan": "membuka",
    "pembersihan": "membersihkan",
    "pemasangan": "memasang",
    "penyaluran": "menyalurkan",
    "pembagian": "membagikan",
    "penyerahan": "menyerahkan",
    "pengiriman": "mengirim",
    "penggeledahan": "menggeledah",
    "penyusunan": "menyusun",
    "pembahasan": "membahas",
    "pengambilan": "mengambil",
    "peletakan": "meletakkan",
    "pelepasan": "melepas",
    "penebangan": "menebang",
    "pemotongan": "memotong",
    "penyemprotan": "menyemprot",
    "pengisian": "mengisi",
    "pengukuran": "mengukur",
    "penghitungan": "menghitung",
    "pengumpulan": "mengumpulkan",
    "pemetaan": "memetakan",
    "pemusnahan": "memusnahkan",
    "penjualan": "menjual",
    "penghapusan": "menghapus",
    "pencabutan": "mencabut",
    "peninjauan": "meninjau",
    "penertiban": "menertibkan",
    "pelebaran": "melebarkan",
    "pengurangan": "mengurangi",
    "penambahan": "menambah",
    "pengaturan": "mengatur",
    "peningkatan": "meningkatkan",
    "penataan": "menata",
    "pengerukan": "mengeruk",
    "penyegelan": "menyegel",
    "pembongkaran": "membongkar",
    "pengaspalan": "mengaspal",
    "penangkapan": "menangkap",
    "pengamanan": "mengamankan",
    "penanganan": "menangani",
    "pengelolaan": "mengelola",
    "pelestarian": "melestarikan",
    "perekrutan": "merekrut",
    "pemilihan": "memilih",
    "pengujian": "menguji",
    "pencurian": "mencuri",
    "perusakan": "merusak",
    "pembunuhan": "membunuh",
    "pemerkosaan": "memerkosa",
}
"""Nouns of action that their object may follow directly: *pengalihan arus*."""
_DESCRIBING = Pattern(r"(?:me|ber|ter|se)[a-z]{4,}$|[a-z]+(?:if|is|al|er)$")
_NO_OBJECT = frozenset(
    "acak agar akan antara apa apabila apakah atas atau awal bagi belum bersama bersih besar"
    " besar-besaran besok bila bukan bulan cepat dalam dan dari daring darurat demi dengan di"
    " diam-diam diri dua empat fisik gabungan gratis guna hari hingga hukum ini itu jahat"
    " jangan jangka jasa jika juga kala karena ke kecil kecil-kecilan kedua kemarin kembali"
    " kepada keras kerja kesehatan ketat ketiga ketika khusus kilat laboratorium lagi langsung"
    " lanjut lanjutan lebih lewat luar maka malam mandiri masif maupun medis melalui mendalam"
    " mengenai menyeluruh namun oleh pada pagi paksa penuh pertama proses psikologis resmi"
    " rutin saat saja sampai sebagai sebelum secara sedikit sejak selain selama sementara"
    " sendiri seperti serta sesuai setelah setempat setiap siang silang singkat skala soal"
    " sudah supaya tahap tahun tambahan tanpa telah tentang terbuka terkait tersebut tertutup"
    " tetapi tiap tidak tiga total tunai ulang umum untuk wajib yaitu yakni yang".split()
)
"""Words after such a noun that are not its object: adjectives, particles, times."""
_WITHOUT_OBJECT = {
    "kunjungan": frozenset({"ke"}),
    "koordinasi": frozenset({"dengan", "bersama"}),
    "pertemuan": frozenset({"dengan"}),
}
"""Nouns whose verb takes no object, with what follows them instead."""
_LEAST_OBJECT = 4
_TOWARDS = frozenset({"terhadap", "atas"})
_WHOM = frozenset("apresiasi dukungan bantuan pendampingan pelatihan perlawanan pembinaan".split())
"""Nouns whose verb takes the person after *kepada* as its object."""


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    words = paragraph.words
    for at in positions_of(paragraph, _LIGHT):
        noun = words[at + 1] if at + 1 < len(words) else None
        if noun is None or gap_before(paragraph, at + 1):
            continue
        if noun.text not in _VERBS and noun.text not in _OF_OBJECT:
            continue
        start, end = words[at].start, noun.end
        if paragraph.in_quotation(start, end):
            continue
        if at + 2 >= len(words) or gap_before(paragraph, at + 2):
            continue
        following = words[at + 2]
        if noun.folded in _WITHOUT_OBJECT:
            if following.folded not in _WITHOUT_OBJECT[noun.folded]:
                continue
            last = end
        elif following.folded in _TOWARDS or (
            following.folded == "kepada" and noun.folded in _WHOM
        ):
            last = following.end
        elif noun.folded in _OF_OBJECT and _is_object(words[at].folded, following.text):
            last = end
        else:
            continue
        verb = _VERBS.get(noun.folded) or _OF_OBJECT[noun.folded]
        right = fit_case(paragraph, start, last, verb)
        fix = replacement_fix(paragraph.text, start, last, right, Safety.OFFERED)
        values = {"text": paragraph.text[start:end].lower(), "right": verb}
        yield RuleMatch(start, end, values, (fix,))


def _is_object(light: str, following: str) -> bool:
    """Whether the word after the noun is its object."""
    if light == "memberikan" or not following.islower() or len(following) < _LEAST_OBJECT:
        return False
    return following not in _NO_OBJECT and not _DESCRIBING.match(following)


RULES = (
    ParagraphRule(
        code="E04",
        id="light-verb-noun",
        name="Kata kerja yang dibendakan",
        severity=Severity.SUGGESTION,
        safety=Safety.OFFERED,
        why="“{text}” dapat diganti “{right}”.",
        source="praktik penyuntingan",
        check=_check,
        needs=Needs(words=_LIGHT),
        bad=(
            Example("Camat melakukan kunjungan ke Doko.", "Camat berkunjung ke Doko."),
            Example("Petugas melakukan pemeriksaan terhadap warga.", "Petugas memeriksa warga."),
            Example(
                "Melakukan koordinasi dengan camat itu wajib.",
                "Berkoordinasi dengan camat itu wajib.",
            ),
            Example("Bupati memberikan apresiasi kepada guru.", "Bupati mengapresiasi guru."),
            Example("Polisi melakukan pengalihan arus.", "Polisi mengalihkan arus."),
            Example("Dinas melaksanakan perbaikan jalan.", "Dinas memperbaiki jalan."),
        ),
        good=(
            "Petugas melakukan pemeriksaan menyeluruh terhadap warga dan pendataan ulang.",
            "Dokter melakukan pemeriksaan medis; ia memberikan pengamanan jalan.",
            "Polisi melakukan olah TKP; ia melakukan pelanggaran dan penelitian.",
            '"Kami melakukan peninjauan," katanya.',
            "Ia melakukan, kata warga, peninjauan.",
            "Camat melakukan peninjauan di Doko dan memberikan penjelasan.",
        ),
        remark="Hanya bila objeknya disebut: kata kerjanya memerlukannya.",
    ),
)
