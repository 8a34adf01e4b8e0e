"""Words of every class, and the roots they rest on."""

from __future__ import annotations

import pytest

from bnews_desk.lexicon.affixes.analyser import shipped_analyser

BY_CLASS = {
    "meng before what does not melt": """
        membaca:baca membeli:beli memfasilitasi:fasilitas memvonis:vonis mendorong:dorong
        mencari:cari menjual:jual menzalimi:zalim mengambil:ambil mengedit:edit mengisi:isi
        mengolah:olah mengundang:undang menggali:gali menghitung:hitung mengkhianati:khianat
        melihat:lihat memasak:masak menanti:nanti merawat:rawat mewakili:wakil meyakini:yakin
        menyanyi:nyanyi mensyukuri:syukur""",
    "meng before k, p, t, s": """
        mengirim:kirim mengenal:kenal memukul:pukul memilih:pilih menulis:tulis menolak:tolak
        menyapu:sapu menyiram:siram mengoordinasikan:koordinasi memublikasikan:publikasi
        menargetkan:target menyosialisasikan:sosialisasi memopulerkan:populer menaati:taat
        memengaruhi:pengaruh menerjemahkan:terjemah mengikis:kikis menyukseskan:sukses""",
    "k, p, t, s that stay": """
        memproses:proses memprotes:protes mengkritik:kritik mengklaim:klaim mentransfer:transfer
        mentraktir:traktir menstabilkan:stabil menskors:skors memprioritaskan:prioritas
        mengkaji:kaji pengkajian:kaji mempunyai:punya mensponsori:sponsor
        mengklarifikasi:klarifikasi mempraktikkan:praktik memplot:plot""",
    "one syllable": """
        mengecek:cek pengecekan:cek mengebom:bom pengeboman:bom mengesahkan:sah pengesahan:sah
        mengecat:cat mengelap:lap mengetes:tes mengecor:cor pengecoran:cor mengepel:pel
        dicek:cek mengeklik:klik""",
    "a vowel, or a melted letter": """
        mengukur:ukur memakan:makan mengurus:urus mengarang:karang menari:tari mengaku:aku
        memasang:pasang mengikat:ikat mengulang:ulang menyatakan:nyata menyatukan:satu
        mengalami:alam mengatakan:kata mengajak:ajak mengadu:adu""",
    "meng-…-kan and -i": """
        menyampaikan:sampai mendatangi:datang menemukan:temu meningkatkan:tingkat
        menyalurkan:salur menghadiri:hadir memenuhi:penuh melaksanakan:laksana
        menunjukkan:tunjuk membentuk:bentuk memasukkan:masuk menjalani:jalan
        menghadapi:hadap membawakan:bawa melengkapi:lengkap""",
    "di": """
        dilakukan:laku digelar:gelar diketahui:tahu ditemukan:temu dikatakan:kata diambil:ambil
        dibuka:buka disampaikan:sampai dihadiri:hadir diundang:undang dibagikan:bagi
        dikunjungi:kunjung ditangani:tangan diminta:minta dilantik:lantik didampingi:damping""",
    "ku and kau": "kuberikan:beri kulihat:lihat kaubaca:baca kusampaikan:sampai",
    "ber": """
        bekerja:kerja belajar:ajar beternak:ternak berenang:renang beragam:ragam berasa:rasa
        berjalan:jalan bersama:sama berdasarkan:dasar bermain:main berlarian:lari
        berdatangan:datang berjatuhan:jatuh bepergian:pergi beterbangan:terbang
        berhubungan:hubung berupa:rupa berada:ada beroperasi:operasi""",
    "ter": """
        terasa:rasa terekam:rekam terlihat:lihat terbaik:baik tertinggi:tinggi terjadi:jadi
        terselesaikan:selesai terlampaui:lampau terabaikan:abai tercatat:catat tepercaya:percaya
        terpercaya:percaya terjual:jual terdampak:dampak""",
    "peng": """
        pembaca:baca penulis:tulis pengirim:kirim penyapu:sapu pelari:lari pemain:main
        perusak:rusak pengurus:urus pembangunan:bangun pelaksanaan:laksana penanganan:tangan
        penyaluran:salur pemberian:beri penemuan:temu pengalaman:alam pemilihan:pilih
        pengadilan:adil penyakit:sakit pemimpin:pimpin pemrosesan:proses""",
    "pe": """
        petani:tani petinju:tinju pekerja:kerja pedagang:dagang peserta:serta pelajar:ajar
        pelajaran:ajar pekerjaan:kerja pedesaan:desa peternak:ternak petugas:tugas
        pejabat:jabat pegolf:golf""",
    "per": """
        perbaikan:baik pertanian:tani perjalanan:jalan pertemuan:temu perumahan:rumah
        peternakan:ternak perairan:air persawahan:sawah perkuat:kuat perhatikan:hati
        perbankan:bank perizinan:izin pertokoan:toko""",
    "ke": """
        kesehatan:sehat keamanan:aman kebersihan:bersih kelurahan:lurah kecamatan:camat
        kedua:dua ketiga:tiga kelima:lima kesepuluh:puluh kekasih:kasih
        kehendak:hendak kehujanan:hujan kemerdekaan:merdeka kedinasan:dinas""",
    "se": """
        setinggi:tinggi sehari:hari seorang:orang sebuah:buah setelah:telah sebesar:besar
        sejumlah:jumlah sebagian:bagi seharian:hari setidaknya:tidak sebaiknya:baik
        sepenuhnya:penuh sepuluh:puluh seribu:ribu""",
    "memper and diper": """
        memperbaiki:baik memperoleh:oleh memperhatikan:hati mempertemukan:temu
        diperbolehkan:boleh diperkirakan:kira dipertahankan:tahan memperebutkan:rebut
        mempekerjakan:kerja dipekerjakan:kerja mempelajari:ajar dipelajari:ajar pelajari:ajar
        terperhatikan:hati""",
    "member, pember": """
        memberdayakan:daya pemberdayaan:daya diberlakukan:laku pemberlakuan:laku
        memberhentikan:henti pemberhentian:henti diberdayakan:daya pembelajaran:ajar""",
    "ke on derivatives": """
        keberhasilan:hasil keberlanjutan:lanjut keberadaan:ada keterlambatan:lambat
        keterbatasan:batas keterbukaan:buka kepemimpinan:pimpin kepemilikan:milik
        kependudukan:duduk kepengurusan:urus keseharian:hari ketersediaan:sedia
        keikutsertaan:ikut-serta ketidakhadiran:hadir ketidakadilan:adil
        ketidakpastian:pasti ketidaksesuaian:sesuai ketidakberdayaan:daya
        ketidakterbukaan:buka ketakberdayaan:daya""",
    "meng on ke and se": """
        mengedepankan:depan mengemukakan:muka mengetahui:tahu mengesampingkan:samping
        dikemukakan:muka dikedepankan:depan pengetahuan:tahu menyeimbangkan:imbang
        menertawakan:tawa ditertawakan:tawa terkemuka:muka""",
    "ber on derivatives": """
        berkedudukan:duduk berkeadilan:adil berkelanjutan:lanjut berpendapat:dapat
        berpenghasilan:hasil berpendidikan:didik berpengalaman:alam berpenduduk:duduk
        bersebelahan:sebelah bersitegang:tegang bersikeras:keras""",
    "non and bound forms": """
        nonaktif:aktif menonaktifkan:aktif dinonaktifkan:aktif penonaktifan:aktif
        antarkota:kota antarnegara:negara pascabencana:bencana pascakebakaran:bakar
        prasejahtera:sejahtera subsektor:sektor multiguna:guna nonformal:formal
        antarpemerintah:perintah praperadilan:adil swakelola:kelola""",
    "clitics": """
        rumahku:rumah rumahmu:rumah rumahnya:rumah ujarnya:ujar katanya:kata bukankah:bukan
        lihatlah:lihat itulah:itu apakah:apa diberikannya:beri menurunnya:turun
        keberadaannya:ada bolehkah:boleh inilah:ini""",
    "compounds": """
        menindaklanjuti:tindak-lanjut ditindaklanjuti:tindak-lanjut
        pertanggungjawaban:tanggung-jawab mempertanggungjawabkan:tanggung-jawab
        dipertanggungjawabkan:tanggung-jawab penyalahgunaan:salah-guna
        menandatangani:tanda-tangan penandatanganan:tanda-tangan
        keanekaragaman:aneka-ragam digarisbawahi:garis-bawah pengambilalihan:ambil-alih
        kewarganegaraan:warga-negara melipatgandakan:lipat-ganda
        dilatarbelakangi:latar-belakang ketenagakerjaan:tenaga-kerja
        mengambinghitamkan:kambing-hitam perkeretaapian:kereta-api""",
    "reduplication": """
        anak-anak:anak anak-anaknya:anak buah-buahan:buah kemerah-merahan:merah
        bermaaf-maafan:maaf tembak-menembak:tembak tolong-menolong:tolong
        sebaik-baiknya:baik setinggi-tingginya:tinggi sayur-mayur:sayur lauk-pauk:lauk
        gerak-gerik:gerak warna-warni:warna makanan-makanan:makan peraturan-peraturannya:atur
        melihat-lihat:lihat menari-nari:tari memukul-mukul:pukul mengada-ada:ada
        mencari-cari:cari menyia-nyiakan:sia dibesar-besarkan:besar surat-menyurat:surat
        bolak-balik:balik corat-coret:coret
        berlari-lari:lari terburu-buru:buru tergila-gila:gila bersama-sama:sama
        perundang-undangan:undang pertama-tama:pertama kebarat-baratan:barat
        turun-temurun:turun pinjam-meminjam:pinjam bersalam-salaman:salam rata-rata:rata
        satu-satunya:satu mengira-ngira:kira menjelek-jelekkan:jelek keragu-raguan:ragu
        peminta-minta:minta sewaktu-waktu:waktu obat-obatan:obat""",
    "roots with a hyphen": """
        porak-poranda:porak~poranda diporak-porandakan:porak~poranda
        terombang-ambing:ombang~ambing mondar-mandir:mondar~mandir""",
    "foreign roots and names": """
        di-upload:upload mem-posting:posting meng-upload:upload me-review:review
        diupload:upload memposting:posting se-indonesia:indonesia""",
    "what looks derived and is a root": """
        perang:perang terapi:terapi beruang:beruang sekolah:sekolah kemudian:kemudian
        perempuan:perempuan teman:teman meja:meja dinas:dinas belanja:belanja pekan:pekan
        kemarin:kemarin segera:segera peluru:peluru sepeda:sepeda merah:merah terang:terang
        menteri:menteri senang:senang peta:peta bahan:bahan makan:makan kawan:kawan
        mulai:mulai nilai:nilai sampai:sampai seni:seni""",
    "claimed by one of two roots": """
        mengawal:kawal mengawali:awal mengemas:kemas berawan:awan masakan:masak desakan:desak
        mengetik:ketik meniti:titi berikan:beri keluaran:keluar mengawalnya:kawal pemula:mula""",
    "rare shapes": """
        penglihatan:lihat sepengetahuan:tahu mengemuka:muka bebatuan:batu pepohonan:pohon
        lelaki:laki seseorang:orang sepertiga:tiga pemerhati:hati pemersatu:satu
        pemerataan:rata tersangka:sangka terdigitalisasi:digital mengaji:kaji
        tahu-menahu:tahu seluk-beluk:seluk""",
    "endings of learning": """
        ilmuwan:ilmu budayawan:budaya sejarawan:sejarawan normalisasi:normalisasi
        hilirisasi:hilir betonisasi:beton""",
}
CASES = [
    (word, root.replace("-", " ").replace("~", "-"))
    for listed in BY_CLASS.values()
    for word, root in (pair.split(":") for pair in listed.split())
    if root
]
SLIPS = {
    "mensapu": "menyapu",
    "mengkonsumsi": "mengonsumsi",
    "mensosialisasikan": "menyosialisasikan",
    "memroses": "memproses",
    "mempengaruhi": "memengaruhi",
    "menterjemahkan": "menerjemahkan",
    "mentaati": "menaati",
    "membalikan": "membalikkan",
    "menunjukan": "menunjukkan",
    "bertanggungjawab": "bertanggung jawab",
    "berterimakasih": "berterima kasih",
    "tindaklanjuti": "tindak lanjuti",
    "berkerja": "bekerja",
    "berpergian": "bepergian",
    "terrekam": "terekam",
    "kepilih": "terpilih",
    "dipikirin": "dipikirkan",
    "di-lakukan": "dilakukan",
    "memerhatikan": "memperhatikan",
    "mengrusak": "merusak",
    "siapapun": "siapa pun",
}
ABSURD = """
    bermemakan dimemukul mengkankan rumahankan keterlari dilakukankan mengdidik pelambatkan
    berterkejar setermemukul nyanya kanlah pemukulkan keberdi makananan memberkan
""".split()


@pytest.mark.parametrize(("word", "root"), CASES)
def test_root(word: str, root: str) -> None:
    assert shipped_analyser().root_of(word) == root


@pytest.mark.parametrize(
    "word", [word for word, _ in CASES if word not in ("diupload", "memposting")]
)
def test_good_words_are_well_formed(word: str) -> None:
    assert shipped_analyser().is_well_formed(word)


@pytest.mark.parametrize(("slip", "right"), SLIPS.items())
def test_canonical_form_of_a_slip(slip: str, right: str) -> None:
    analysis = shipped_analyser().analyses(slip)[0]
    assert analysis.canonical == right
    assert not shipped_analyser().is_well_formed(slip)


@pytest.mark.parametrize("word", ABSURD)
def test_heaps_of_affixes_are_no_words(word: str) -> None:
    assert not shipped_analyser().is_well_formed(word)
    assert not [a for a in shipped_analyser().analyses(word) if a.canonical == word]
