"""Breaches of press ethics, inserted as sentences into clean copy."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from . import Planted, Planter

_FIRST = "Andi Budi Rina Siti Dewi Bagus Rizal Putri Fajar Wulan Joko Ratna".split()
_LAST = "Saputra Lestari Santoso Wijaya Rahayu Hidayat Pratama Utami Setiawan".split()
_VILLAGES = "Bajang Modangan Jajar Plosorejo Gandekan Sumberagung Tlogo Kedungwaru".split()
_SCHOOLS = ("SMPN 1 Talun", "SDN 2 Garum", "SMAN 1 Sutojayan", "SMKN 1 Nglegok", "MTsN 3 Blitar")
_SEX = ("pencabulan", "pemerkosaan", "pelecehan seksual", "kekerasan seksual", "persetubuhan")
_CRIMES = ("dianiaya", "dikeroyok", "dicabuli", "diculik", "dibunuh")


def _filled(template: str, rng: Random) -> str:
    return template.format(
        name=f"{rng.choice(_FIRST)} {rng.choice(_LAST)}",
        first=rng.choice(_FIRST),
        initials="".join(rng.sample("ABDEFGHKLMNPRSTW", rng.choice([2, 2, 3]))),
        child=rng.randint(5, 17),
        adult=rng.randint(19, 60),
        village=rng.choice(_VILLAGES),
        school=rng.choice(_SCHOOLS),
        sex=rng.choice(_SEX),
        crime=rng.choice(_CRIMES),
    )


def sentence(templates: Sequence[str]) -> Callable[[str, Random], Planted | None]:
    """A planter that inserts one of ``templates``, filled with fictional names, behind a random
    paragraph."""

    def plant(body: str, rng: Random) -> Planted | None:
        new = _filled(rng.choice(templates), rng)
        ends = [i for i, char in enumerate(body) if char == "\n"] or [len(body)]
        at = rng.choice(ends)
        text = f"{body[:at]}\n{new}{body[at:]}"
        return Planted(text, at + 1, at + 1 + len(new))

    return plant


def alone(templates: Sequence[str]) -> Callable[[str, Random], Planted | None]:
    """A planter whose copy is one of ``templates`` alone, as other copy may contain the reply."""

    def plant(_: str, rng: Random) -> Planted:
        new = _filled(rng.choice(templates), rng)
        return Planted(new, 0, len(new), clean="Camat membuka pasar.")

    return plant


PLANTERS = (
    Planter(
        "child-identity",
        sentence(
            (
                "Pelajar {school} berinisial {initials} ({child}), warga Desa {village}, {crime}.",
                "Polisi menangkap {name} ({child}), tersangka pencurian motor.",
                "Korban, {first} ({child}), {crime} kakak kelasnya.",
                "{initials} ({child}), siswa {school}, {crime} tiga pemuda.",
                "Seorang siswi {school} {crime} tetangganya.",
                "Tersangka pengeroyokan itu {initials} ({child}), warga Desa {village}.",
                "Korban {crime} tetangganya. Bocah bernama {name} ({child}) itu kini dirawat.",
            )
        ),
    ),
    Planter(
        "sex-crime-victim-identity",
        sentence(
            (
                "Pelaku {sex} itu menjerat korban, mahasiswi asal Desa {village}.",
                "Korban bernama {name} melaporkan {sex} itu ke polisi.",
                "Polisi menangani {sex} itu. Korban {name} ({adult}) masih trauma.",
                "Korban berinisial {initials}, warga Desa {village}, melaporkan {sex} itu.",
                "Kasus {sex} itu terungkap setelah korban, karyawati asal Desa {village}, melapor.",
            )
        ),
    ),
    Planter(
        "presumption-of-innocence",
        sentence(
            (
                "Polisi menangkap pelaku, {initials} ({adult}), warga Desa {village}.",
                "Pelaku berinisial {initials} mencuri motor itu dari halaman rumah.",
                "Petugas membekuk pengedar sabu berinisial {initials} ({adult}).",
                "Pelaku {name} ({adult}) menganiaya korban di rumahnya.",
                "Kedua pelaku berinisial {initials} dan AX ditahan di polres.",
                "Pencuri bernama {name} ditangkap warga Desa {village}.",
            )
        ),
    ),
    Planter(
        "status-inconsistent",
        sentence(
            (
                "Polisi memeriksa saksi berinisial {initials}. Tersangka {initials} ditahan.",
                "Terlapor {name} datang ke polsek. Tersangka {name} mengaku menyesal.",
                "{name} hadir sebagai saksi. Terdakwa {name} duduk di depan hakim.",
                "Tersangka {name} ({adult}) ditahan. Saksi {name} dimintai keterangan.",
                "Saksi, {initials}, diperiksa di polres. Terdakwa {initials} menangis.",
            )
        ),
    ),
    Planter(
        "suicide-coverage",
        sentence(
            (
                "Seorang pria ditemukan tewas gantung diri di rumahnya.",
                "Warga menemukan jasad seorang perempuan yang diduga bunuh diri.",
                "Petani itu nekat mengakhiri hidupnya karena terlilit utang.",
                "Seorang mahasiswa, {initials} ({adult}), mencoba bunuh diri.",
            )
        ),
    ),
    Planter(
        "disability-terms",
        sentence(
            (
                "Bantuan itu diberikan kepada penyandang cacat di Desa {village}.",
                "Panitia menyediakan kursi bagi orang cacat.",
                "Beberapa warga dengan cacat fisik ikut hadir.",
                "Petugas mengevakuasi orang gila dari pasar.",
                "Anak cacat mental itu dirawat neneknya.",
            )
        ),
    ),
    Planter(
        "advertorial-label",
        sentence(
            (
                "Harga mulai Rp200 juta. Pesan sekarang sebelum habis.",
                "Hubungi nomor berikut dan dapatkan promo menarik.",
                "Dapatkan diskon besar, harga mulai dari Rp99 ribu.",
            )
        ),
    ),
    Planter(
        "release-promotional-self",
        alone(
            (
                "Pemkab Blitar sukses menggelar pasar tani. Warga Desa {village} membeli sayur di"
                " sana. Pemkab Blitar kembali menorehkan prestasi lewat pasar itu.",
                "Polres Blitar menggelar bakti sosial di Desa {village}. Polres Blitar selalu hadir"
                " bagi warga. Kegiatan Polres Blitar itu patut diapresiasi.",
                "RSUD Ngudi Waluyo menambah kamar. RSUD Ngudi Waluyo memberi pelayanan prima."
                " RSUD Ngudi Waluyo semakin dipercaya warga Desa {village}.",
                "Dinas Kesehatan Kabupaten Blitar membuka posyandu di Desa {village}. Dinas"
                " Kesehatan Kabupaten Blitar bergerak cepat tanggap. Pemkab Blitar juga dinilai"
                " terdepan dalam layanan itu.",
            )
        ),
    ),
    Planter(
        "accusation-one-sided",
        alone(
            (
                "Kades {name} diduga menyelewengkan dana desa untuk jalan di Desa {village}.",
                "PT {first} Jaya diduga mencemari sungai di Desa {village} sejak tahun lalu.",
                "Bendahara {name} dituduh menggelapkan tabungan warga Desa {village}.",
                "Warga Desa {village} melaporkan dugaan pungli oleh oknum {name}.",
                "Camat {name} disinyalir menerima suap dari kontraktor jalan Desa {village}.",
            )
        ),
    ),
    Planter(
        "embargo-off-record",
        sentence(
            (
                "EMBARGO sampai Rabu pukul 10.00",
                "Berita ini diembargo hingga pukul 10.00.",
                "Keterangan ini bersifat off the record.",
                "Data berikut tidak untuk dikutip.",
                "(Embargo: Kamis pagi)",
            )
        ),
    ),
)
