"""What single lines of a release are by their own words."""

from __future__ import annotations

import pytest

from bnews_desk.frame.furniture import line_class
from bnews_desk.frame.furniture.part_kind import PartKind

SHOWN = {
    PartKind.FURNITURE: """
        Beranda » Berita » Madrasah
        Bagikan ke: Facebook WhatsApp
        Berikutnya: Jadwal Asesmen Akhir Semester
        1.204 x dibaca
        LPM Contoh | Edisi 14 | November 2025
        --- akhir siaran pers ---
        Syarat dan ketentuan berlaku
        Please consider the environment before printing this email.
        DISCLAIMER: This email is intended solely for the use of the addressee.
        Terkirim dari ponsel saya""",
    PartKind.MARK: """
        Siaran Pers – Untuk Segera Disiarkan
        PRES RELEASE
        UNDANGAN LIPUTAN
        KABAR PERS
        RILIS UNGKAP KASUS
        SIARAN PERS 20 NOVEMBER 2025
        ADVERTORIAL
        Tanpa embargo""",
    PartKind.NUMBER: """
        Ref: 012/PR/RSCM/XI/2025
        Nomor 12 Tahun 2025""",
    PartKind.DATE: """
        24–29 November 2025
        Wed, 19 November 2025
        2025-11-19
        Diposting pada 20 November 2025
        20/11/2025
        29 Jumadil Awal 1447 H / 20 November 2025 M
        November 20, 2025""",
    PartKind.ADDRESSEE: """
        Subject: Mohon dimuat: 96 keluarga mundur dari bansos
        Kpd. Yth. Rekan Jurnalis
        Pada Kam, 20 Nov 2025 pukul 10.15 Humas <humas@contoh.go.id> menulis:
        Tanggal: Kam, 20 Nov 2025 10.15""",
    PartKind.ATTACHMENTS: """
        IMG_20251120_101500.jpg
        Rilis Panen Padi.docx (24 KB)
        2 Lampiran
        Unduh foto: bit.ly/contoh""",
    PartKind.GREETING: """
        Nggih maturnuwun sanget, mugi barokah 🙏
        Malam pak, ngapunten ganggu
        Titip rilis nggih mas
        Wallahul muwaffiq ilaa aqwamith tharieq
        Kalau sudah tayang mohon link-nya
        Demikian dilaporkan, dumm 🙏
        Semoga bisa diteruskan ke pembaca. Terima kasih, Berkah Dalem 🙏
        itu aja mas, fotonya nyusul lewat wa
        Warm regards,""",
    PartKind.SIGNATURE: """
        Oleh Khansa Aulia
        NIDN 0712058801
        ^an/fr
        (Budi Santoso)
        Disunting: Sekretariat
        Yang membuat pernyataan,""",
    PartKind.CONTACT: """
        Informasi gangguan: PLN Mobile atau Contact Center PLN 123
        T. (0342) 555123
        Ikuti kami di Instagram @humas_contoh
        Halo Contoh 1500123
        Ruko Contoh Blok A-7, Jl. Merdeka 1
        https://wa.me/6281234567890""",
    PartKind.CAPTION: """
        Photo credit: Galeri Contoh
        Bupati (kiri) menyerahkan bantuan. Foto: Kominfo
        Foto (ki-ka): Bupati, Camat""",
}
NEWS = """
    Kontak Tembak Latihan TNI Kejutkan Warga
    Layanan Darurat 112 Terima 1.200 Panggilan
    Hubungi Keluarga, Napi Dapat Bilik Video
    Siap, Terima Kasih Jadi Budaya Pelayanan
    Foto Lama Kota Blitar Dipamerkan
    Salam Tempel Masih Jadi Tradisi Lebaran
    Berikutnya, peserta menuju balai desa untuk makan bersama warga.
    Bagikan 500 Paket Sembako, Polres Blitar Gandeng Santri
    Menu Makan Bergizi Gratis Diganti
    Laporan Keuangan Desa Dibuka untuk Umum
    Jalan paving selebar enam meter
    Halo #SahabatBaca! Relawan membawa 600 buku ke gang-gang Kelurahan Karangsari.
    Informasi lebih lanjut akan diumumkan kemudian.
    Keterangan: pengukuran dilakukan terhadap 61.480 anak di 1.512 posyandu."""


def rows(block: str) -> list[str]:
    return [row.strip() for row in block.strip().splitlines()]


@pytest.mark.parametrize(
    ("kind", "line"), [(kind, line) for kind, block in SHOWN.items() for line in rows(block)]
)
def test_a_line_is_what_its_words_say(kind: PartKind, line: str) -> None:
    sign = line_class.classify_line(line)
    assert sign is not None
    assert sign.kind is kind


@pytest.mark.parametrize("line", rows(NEWS))
def test_news_is_no_furniture(line: str) -> None:
    assert line_class.classify_line(line) is None


def test_the_longest_line_that_is_looked_at_takes_no_time() -> None:
    for piece in (
        "a ",
        "A.",
        "(A ",
        "jl ",
        "1 ",
        "x|",
        "salam ",
        "foto ",
        "a/",
        "bagikan ",
        "kab.",
    ):
        line_class.classify_line(piece * (line_class.MAX_ADDRESS // len(piece)))
