"""Copy for the pictures: fictional releases of Blitar, with and without errors."""

from __future__ import annotations

GARDEN = """Warga Sumberagung Panen Kopi di Lereng Kelud

BLITAR | B-news.id - Warga Desa Sumberagung memanen kopi pada Kamis (13/11/2024).
Panen itu dihadiri perangkat desa dan penyuluh pertanian dari Kecamatan Gandusari.
Baca juga: Petani Gandusari Belajar Memangkas Kopi
Kepala Desa Sumberagung, Slamet Riyadi, mengatakan, hasil panen tahun ini lebih baik.
"Kopi kami mulai dicari pembeli dari luar kota," kata Slamet.
Hasilnya dijual di Pasar Wlingi. (kmfkabblt/sun)
Editor : Zainul Arifin"""
"""One finding holds it back: that day was a Wednesday."""

READY = GARDEN.replace("Kamis", "Rabu")

LONG_HEADLINE = (
    "Pemerintah Kabupaten Blitar Bersama Perguruan Tinggi Meresmikan Rumah Produksi Kopi Rakyat di"
    " Lereng Gunung Kelud untuk Menaikkan Pendapatan Ribuan Petani"
)

TITLES = (
    "Puskesmas Kanigoro Buka Layanan Malam",
    "Pasar Tani Tegalasri Dibuka, 40 Petani Jual Langsung Hasil Panen dari Kebun Sendiri",
    "Posyandu Remaja Mulai Periksa Tekanan Darah",
    "Lomba Mural Sekolah Diikuti 64 Pelajar",
    "Bantuan Bibit Durian Tiba di Kecamatan Doko",
)

MESSAGE = """[27/11/26 08.14.22] Humas Kecamatan Srengat: *SIARAN PERS*

*Kecamatan Srengat Gelar Kerja Bakti Bersihkan Saluran Air*

Srengat - Camat Srengat, Drs. Bambang Sutejo, M.Si memimpin kerja bakti bersihkan saluran air di \
Kelurahan Dandong, Minggu (22/11/2026) 🙏.

Kegiatan ini di ikuti lebih dari 120 orang warga. "_Saluran yang bersih mencegah banjir_", \
ujar Bambang.

Ia berharap kegiatan serupa rutin dilaksanakan tiap bulan agar supaya lingkungan tetap bersih.

Narahubung: Rudi 0812-0000-0000"""

MANY = "\n".join(
    (
        "Jalan Desa Ngeni Mulai di Perbaiki",
        "",
        "BLITAR | B-news.id - Pemerintah desa mulai memperbaiki jalan sepanjang 3 km, Senin"
        " (13/11/2024).",
        "Biaya nya Rp. 25.000.000,- dan Rp. 3.500.000,- untuk upah. Resiko longsor di"
        " perhitungkan.",
        "Kepala desa menghimbau warga, dimana jalan di tutup, agar supaya lewat jalan lain .",
        "Warga di minta sabar. Jalan di buka lagi pukul 17:00 WIB. Ijin sudah di urus sejak"
        " jaman dulu.",
        "Rapat di hadiri 5 orang Ketua RT dan 2 orang Ketua RW. Aktifitas warga tetap jalan,"
        " namun pelan - pelan.",
        "Para warga-warga bekerjasama mengangkut batu. Analisa tanah di lakukan bulan Nopember.",
        "Jadwal nya di tempel dibalai desa. Sistim kerjanya bergiliran, kata dia (kmfkabblt/sun)",
        "Editor : Zainul Arifin",
    )
)

MARKET = """Pasar Tani Tegalasri Resmi Dibuka

Dinas Ketahanan Pangan dan Pertanian Kabupaten Blitar secara resmi membuka Pasar Tani Tegalasri \
yang bertempat di Desa Tegalasri, Kecamatan Wlingi, Kabupaten Blitar, Rabu (13/11/2024).
Pasar yang buka setiap akhir pekan itu mempertemukan 38 petani sayur, buah, dan telur dengan \
pembeli tanpa melalui pengepul. Harga dipasar itu ditempel di setiap lapak sehingga pembeli mudah \
membandingkan.
Kepala Dinas Ketahanan Pangan dan Pertanian Kabupaten Blitar, Retno Palupi, mengatakan bahwa pasar \
tani lahir dari keluhan petani tentang harga yang jatuh saat panen raya.
"Petani ingin harga yang layak, pembeli ingin barang yang segar. Di sini keduanya bertemu dan \
saling menguatkan," kata Retno.
Menurut Retno, pembangunan lapak menelan biaya Rp. 25.000.000,- yang bersumber dari anggaran desa. \
Selain itu pemerintah kabupaten meminjamkan timbangan digital.
Acara pembukaan diawali dengan doa bersama dan pemotongan pita oleh ketua panitia.
Camat Wlingi berharap pasar itu menjadi tempat belajar bagi petani muda.
Tamu undangan disambut kesenian jaranan dari desa setempat."""

MARKET_EDITED = """Pasar Tani Tegalasri Dibuka, 40 Petani Jual Langsung Hasil Panen
BLITAR | B-news.id - Dinas Ketahanan Pangan dan Pertanian Kabupaten Blitar membuka Pasar Tani \
Tegalasri di Desa Tegalasri, Kecamatan Wlingi, Kabupaten Blitar, Kamis (13/11/2024).
Camat Wlingi berharap pasar itu menjadi tempat belajar bagi petani muda.
Pasar yang buka setiap akhir pekan itu mempertemukan 40 petani sayur, buah, dan telur dengan \
pembeli tanpa melalui pengepul. Harga di pasar itu ditempel di setiap lapak sehingga pembeli mudah \
membandingkan.
Baca juga: Panen Raya Cabai di Wlingi, Petani Terapkan Pola Tanam Bergilir
Kepala Dinas Ketahanan Pangan dan Pertanian Kabupaten Blitar, Retno Palupi, mengatakan, pasar tani \
lahir dari keluhan petani tentang harga yang jatuh saat panen raya.
"Petani ingin harga yang wajar, pembeli ingin barang yang segar. Di sini keduanya bertemu," kata \
Retno.
Menurut Retno, pembangunan lapak menelan biaya Rp25.000.000 yang bersumber dari anggaran desa. \
Selain itu, pemerintah kabupaten meminjamkan timbangan digital. (kmfkabblt/sun)
Editor : Zainul Arifin"""
"""The same after an editor's work: words, a related line and the frame added, paragraphs deleted or
moved."""
