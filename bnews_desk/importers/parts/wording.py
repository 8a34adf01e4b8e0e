"""The words by which the furniture of a press release is known, one line at a time.

Every pattern is for one line without the marks around it, and takes time in proportion to it.
"""

from __future__ import annotations

import re

from bnews_desk.patterns import Pattern


def _any(*alternatives: str) -> str:
    return f"(?:{'|'.join(alternatives)})"


def _line(*alternatives: str) -> Pattern:
    return Pattern(_any(*alternatives), re.IGNORECASE)


_MONTH = _any(
    "januari", "februari", "pebruari", "maret", "april", "mei", "juni", "juli", "agustus",
    "september", "oktober", "november", "nopember", "desember",
)  # fmt: skip
_WEEKDAY = _any("senin", "selasa", "rabu", "kamis", "jum.?at", "sabtu", "minggu", "ahad")
_DATE = _any(rf"\d{{1,2}}\s+{_MONTH}\s+\d{{4}}", r"\d{1,2}[/-]\d{1,2}[/-]\d{2,4}")
_PHONE = r"(?:\+?62|\(?0\d{2,4}\)?)[\s.-]?\d(?:[\s.-]?\d){4,10}"
_MAIL = r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
_SITE = _any(
    r"https?://\S+",
    r"www\.\S+",
    r"[\w-]{2,63}(?:\.[\w-]{2,63}){0,3}\.(?:go\.id|ac\.id|co\.id|or\.id|desa\.id|id|com)",
)
_RELEASE = _any(
    r"(?:siaran|rilis|berita|keterangan)\s+(?:pers|media)(?:\s+(?:resmi|bersama))?",
    r"(?:press|media|news)\s+release", r"pers\s+rilis", r"siaran\s+berita", r"rilis(?:\s+berita)?",
    "release", r"naskah\s+(?:berita|rilis)", r"berita\s+resmi(?:\s+statistik)?",
)  # fmt: skip
_PUBLISHED = _any("disiarkan", "diterbitkan", "dipublikasikan", "dimuat", "diberitakan")
_US = _any("wartawan", "jurnalis", "media", "redaktur", "pers", "redaksi")
_FRIENDS = r"(?:rekan|kawan|teman|sahabat|sobat)(?:2|[-\s]+(?:rekan|kawan|teman|sahabat))?"

NEWS_DATE = Pattern(r"\(\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?\)")
"""The date in brackets by which news tells its day: ``(12/11/2024)``."""
QUOTED = Pattern(r"[^“”\"]*[“”\"]")
LABEL = Pattern(r"[^:\d@]{0,80}:?\s*$")
"""A line that names what follows and says nothing itself: ``Narahubung:``."""

PAGE = _line(
    r"(?:hal(?:aman)?|page)\s*\.?\s*\d{1,3}(?:\s*(?:dari|of|/)\s*\d{1,3})?$",
    r"\d{1,3}(?:\s*/\s*\d{1,3})?$",
    r"(?:#\w+[\s,;.|]*)+$",
    r"(?:pesan\s+|message\s+)?(?:diteruskan|forwarded|terusan)$",
    r"(?:dikirim|sent)\s+(?:dari|from)\s+\S.{0,40}$",
    r"[#=.\s]{0,6}(?:selesai|end|sekian|tamat|habis|[o0]{3,9})[#=.\s]{0,6}$",
    r"\(?bersambung[^\n]{0,30}$",
    r"(?:begin\s+)?forwarded message:?$",
    r"original message$",
)
"""Page numbers, hashtags, marks of the end and of forwarding."""

MARK = _line(
    _RELEASE + r"[\s.:]*$",
    rf"(?:tidak\s+)?untuk\s+(?:segera\s+)?{_PUBLISHED}[^\n]{{0,60}}$",
    rf"(?:dapat|boleh|bisa)\s+(?:segera\s+)?{_PUBLISHED}[^\n.]{{0,40}}$",
    rf"(?:pemberitahuan|pengumuman|informasi|keterangan)\s+(?:untuk|kepada|bagi)\s+{_US}[\s.:]*$",
    r"for\s+immediate\s+release[\s.:]*$",
    r"embargo\b[^\n]{0,80}$",
)
NUMBERED_MARK = _line(rf"{_RELEASE}\s*[,:–—-]?\s*(?:nomor|no\b\.?|nmr)\s*[.:]?\s*\S")
NAMED_MARK = Pattern(
    r"(?:SIARAN PERS|PRESS RELEASE|RILIS PERS|PERS RILIS|RILIS HUMAS|RILIS MEDIA)\b"
    r"\s*[|/–—-]?\s*[^\s:]"
)
"""``SIARAN PERS Hari Koperasi``; behind a colon stands a headline."""
NUMBER = _line(
    r"(?:nomor|nomer|no\.?)\s*(?:surat|rilis|siaran\s+pers)?\s*[:.]?\s*"
    r"(?:[\w.]*\d[\w.]*|[A-Z]{1,8}|\.{2,}|[_…]{1,9})?\s*[–/-]\s*\S.{0,60}$",
    r"(?:nomor|no)\s*:.{0,80}$",
    r"(?=\S{1,80}/(?:[ivx]{1,4}|(?:19|20)\d\d)(?:/|$))[\w.-]{1,12}(?:/[\w.()-]{1,24}){3,7}$",
    r"(?:[\w.]{1,12}\s)?[\w.-]{1,12}(?:\s?/\s?[\w.()-]{1,24}){1,6}\s?/\s?\d{4}$",
)
ADDRESSEE = _line(
    r"(?:hal|perihal|sifat|klasifikasi|dari|kepada|untuk|subjek|subject|from|to|sent|date"
    r"|reply-to|dikirim|tanggal\s+kirim)\s{0,20}:",
    r"kepada\s*(?:yth\b|:?$)",
    r"yth\.?\s",
    r"yang\s+terhormat\b[^\n]{0,60}$",
    r"(?:bapak/ibu\s+)?(?:pimpinan|pemimpin)\s+(?:redaksi|media)\b",
    rf"(?:rekan[- ]rekan|bapak/ibu)\s+{_US}\b[^.\n]{{0,50}}$",
    r"tentang\s*:?$",
    r"di\s*[-–]?\s*(?:tempat|blitar|kediri|malang|surabaya)\.?$",
    r"up\.?\s",
    r"u\.p\.\s",
)
ADDRESSED = _line(r"(?:yth|yang\s+terhormat)\b\.?[^,\n]{0,80}[,:]?(?:\s[^,\s]+){0,3}$")
"""*Yth.* with names and nothing said to them yet."""
ATTACHMENTS = _line(
    r"(?:lampiran|lamp\.?|terlampir|berkas\s+terlampir|(?:isi\s+)?press\s*kit"
    r"|(?:materi|bahan|berkas|dokumen)\s+(?:pers|media|foto|pendukung|siaran\s+pers))\s*(?::|$)",
    r"\(?(?:foto|dokumentasi|video|data|materi|bahan)(?:\s+(?:dan|/)?\s*\w+){0,5}\s+"
    r"(?:terlampir|dapat\s+diunduh|bisa\s+diunduh)\b",
)
_ENCLOSED = _any(
    "lampiran", "terlampir", "dilampirkan", "disertakan", "menyertai", "berkas", "file", "bahan",
    "materi", "dokumen", "kelengkapan", "unduh", "unduhan", "tautan", "paket", "kit",
    "dokumentasi", "aset", "pendukung",
)  # fmt: skip
ENCLOSED_LABEL = Pattern(rf"[^.!?\n]{{0,50}}\b{_ENCLOSED}\b[^.!?\n]{{0,50}}:?$", re.IGNORECASE)
"""A short line that may name what came along; what stands under it says whether it does."""
ENCLOSED = Pattern(
    r"\b(?:foto|video|klip|infografi[ks]|grafi[ks]|logo|poster|brosur|denah|peta|profil|sambutan"
    r"|salinan|jadwal|rundown|susunan\s+acara|daftar|tabel|rekap\w*|data|ringkasan|naskah|rilis"
    r"|siaran\s+pers"
    r"|notulen|tautan|link|folder|rekaman|biodata|(?:pdf|docx?|xlsx?|jpe?g|png|mp4|zip)"
    r"|(?:\d+|\w+)\)?\s+(?:lembar|berkas|file|halaman|eksemplar|bendel))\b"
    rf"|{_SITE}",
    re.IGNORECASE,
)
"""What is enclosed with a release: pictures, tables, papers, files."""
ENCLOSED_AT = Pattern(
    r"(?:(?:tautan|link)\s+unduh\w*|(?:(?:tautan|link)\s+)?(?:foto|video|dokumentasi|berkas|file"
    rf"|bahan|materi|folder|gambar))\b[^\n]{{0,80}}{_SITE}",
    re.IGNORECASE,
)
"""Where pictures or papers can be had."""
CARBON_COPY = _line(
    r"(?:tembusan|tindasan|salinan|cc|bcc)\b\s*"
    r"(?:(?:\([^)\n]{0,40}\)|yth\.?|(?:ini\s+)?(?:disampaikan"
    r"|dikirim(?:kan)?)?\s*kepada[^:\n]{0,30})\s*)?"
    r"(?::|$)"
)
DATE_LINE = _line(
    r"(?:[^\W\d_][\w .]{0,40}?\s*,\s*)?(?:(?:hari\s*[/,]?\s*)?tanggal\s*:?\s*)?"
    rf"(?:{_WEEKDAY}\s*[,/]?\s*)?{_DATE}(?:\s*[|,]?\s*(?:pukul|jam)\s[\d.:]+\s*(?:wib)?)?[.,]?$"
)
CAPTION = _line(
    r"\(?(?:(?:keterangan|ket\.?|teks|caption|takarir)\s*(?:foto|gambar)?|foto|gambar|grafis"
    r"|infografi[ks]|ilustrasi|dok(?:umentasi)?\.?|fotografer)\s*"
    r"(?:\(?\d{1,2}\)?|utama|bersama|istimewa|kegiatan)?\s*(?:[:=]|$|(?<=\d)[.)]\s)",
    r"\(?(?:foto|dok)\.?\s*[/:]\s*\S",
)
CREDITED = Pattern(
    r"\((?:foto|dok(?:umentasi)?)\b\.?\s*[:/.]?\s*[^()\n]{2,60}\)\.?$", re.IGNORECASE
)
"""The credit at the end of a caption: ``(Foto: Humas)``."""
CAPTION_LABEL = Pattern(r"[^:\n]{0,40}[:=]?\s*$")

SAID_TO_US = _line(
    r"(?:wa|a)ss?alamu.?\s?.?alaikum",
    r"salam\s+(?:sejahtera|hormat|hangat|takzim|sehat|redaksi|literasi|satu\s+data|kenal|presisi"
    r"|lestari|pramuka|olahraga|silaturahmi|persaudaraan|kami|dari\s+kami|sukses|jurnalis\w*)\b",
    r"salam[^\s:]?\s*(?:[!,.]|$)",
    r"(?:sugeng|wilujeng)\s+(?:enjing|siyang|siang|sonten|dalu)\b",
    r"(?:sehubungan|berkenaan|berkaitan|menindaklanjuti|dalam\s+rangka)\b[^\n“”\"]{0,300}"
    r"\b(?:kami|saya)\s+(?:mohon|memohon|sampaikan|kirim\w*|lampirkan|mengundang)\b",
    r"(?:nyuwun|minta\s+tolong|tolong\s+(?:dibantu|dimuat|bantu))\b[^\n]{0,120}$",
    r"(?:nuwun\s+sewu|kula\s+nuwun|permisi|best\s+regards|kind\s+regards"
    r"|dear\s+(?:redaksi|media|rekan|kaka?k?|bapak|ibu|editor|sir|all))\b[^\n]{0,80}$",
    "wassalam",
    r"s[hy]+alom\b",
    r"om\s+swast[iy]+astu",
    r"(?:namo\s+buddhaya|sampurasun|rahayu)\b\s*(?:[!,.]|$)",
    r"[^\n“”\".]{0,40}\bselamat\s+(?:pagi|siang|sore|malam)\b[^\n“”\"]{0,30}"
    rf"\b(?:{_US}|bapak|ibu|kakak|kak|rekan)\b",
    r"selamat\s+(?:pagi|siang|sore|malam)\b",
    r"dengan\s+hormat",
    r"halo\b",
    r"hai\b",
    r"mohon\s+(?:izin|ijin|bantuan|berkenan|dapat|dibantu|maaf|kiranya)",
    r"(?:yth|yang\s+terhormat)\b",
    r"(?:demikian(?:lah)?|sekian)\b[^\n]{0,80}(?:siaran|rilis|release|berita\b|kami|keterangan"
    r"|informasi|disampaikan|dipublikasi|periksa|maklum|perhatian|terima\s?kasih)",
    r"(?:besar\s+harapan\s+kami|semoga\s+(?:berkenan|bermanfaat|dapat\s+dimuat)|(?:kami|saya)\s+"
    r"(?:tunggu|mohon|berharap\s+(?:rekan|media|redaksi)|haturkan"
    r"|ucapkan\s+terima))\b[^\n]{0,160}$",
    r"(?:sebelum(?:nya)?|kami|saya|dan|juga)\b[^\n“”\"]{0,60}\bterima\s?kasih[^\n“”\"]{0,40}$",
    r"(?:terima\s?kasih|matur\s?nuwun|suwun|hatur\s+nuhun)\b[^\n]{0,120}$",
    r"(?:atas|terhadap)\s+(?:perhatian|kerja\s?sama|bantuan|pemuatan|berkenan|dimuat)\w*\b",
    r"(?:berikut|bersama|terlampir|dengan)\s+(?:ini\s+)?(?:kami|saya)\s+"
    r"(?:kirim|sampai|lampir|bagi|terus)\w*",
    r"berikut\s+(?:ini\s+)?(?:adalah\s+)?(?:siaran\s+pers|rilis|press\s+release|naskah)",
    r"(?:kami|saya)\s+(?:kirimkan|sampaikan|lampirkan)\b",
    r"i[zj]in\s+(?:berbagi|share|mengirim)\w*",
    rf"{_FRIENDS}\s+{_US}\b",
)
"""How greetings, requests and thanks to the newsroom begin."""
TO_THE_NEWSROOM = Pattern(
    r"\b(?:redaksi|rekan|kawan-kawan|dimuat|memuat|pemuatan|dimuatnya|menayangkan|ditayangkan"
    r"|kirimkan"
    r"|lampirkan|terlampir|disiarkan|dipublikasikan|pemberitaan|peliputan|publikasinya)\b",
    re.IGNORECASE,
)
"""What a newsroom is and is asked for."""
THANKS = Pattern(
    r"\b(?:suwun|nuwun|ma?kasih|trims|tengkyu|thanks|thank\s+you|thx|tks|terima\s?kasih)\b",
    re.IGNORECASE,
)
FROM_US = Pattern(r"\b(?:kami|saya|mohon|terima\s?kasih|njenengan|panjenengan)\b", re.IGNORECASE)
"""With a word of ``TO_THE_NEWSROOM`` one of these makes a paragraph speak to the newsroom."""
ASK_US = Pattern(
    r"(?:bila(?:mana)?|jika|apabila|kalau|jangan\s+ragu|silakan|silahkan"
    r"|sewaktu-waktu)\b[^\n“”\"]{0,100}"
    r"\b(?:(?:meng)?hubungi|kabari|bertanya|konfirmasi|tanyakan)\b",
    re.IGNORECASE,
)
"""An offer of more: it is contact where it says how, a greeting where it does not."""
OUR_WORDS = Pattern(
    r"\b(kami|mohon|rekan|kawan|redaksi|media|jurnalis|wartawan|rilis(?:nya)?|berita"
    r"|terima\s?kasih"
    r"|kirimkan|mengirimkan|sampaikan|salam|hormat|berkenan|dimuat|memuat|pemuatan|dimuatnya"
    r"|dipublikasikan|publikasi|bapak|ibu|kakak|kak|lampirkan|terlampir)\b",
    re.IGNORECASE,
)
"""Words of which a paragraph that speaks to the newsroom has several."""

CONTACT = _line(
    r"(?:narahubung|nara\s?hubung|(?:media\s+)?contact(?:\s+(?:person|us))?|cp|pic|hotline"
    r"|kontak(?:\s+(?:untuk\s+)?(?:media|person|pers|kami|resmi|humas))?|hot\s+line|hubungi"
    r"|call\s+cent(?:er|re)|media\s+cent(?:er|re)|layanan\s+(?:informasi|pengaduan)"
    r"|(?:untuk\s+)?(?:info(?:rmasi)?|keterangan|konfirmasi|pertanyaan|wawancara|penjelasan"
    r"|klarifikasi)"
    r"(?:\s+(?:dan|atau|serta|/)\s+\w+)?\s*(?:lebih\s+(?:lanjut|lengkap)|selengkapnya|lanjutan"
    r"|media"
    r"|pers|tambahan|wartawan)|(?:penghubung|hubungan|layanan|kanal|petugas)\s+(?:media|pers"
    r"|humas|resmi|pengaduan|informasi|masyarakat|pelanggan|publik)"
    r"|silakan\s+(?:menghubungi|hubungi)|pusat\s+panggilan)"
    r"\b[^.\n:]{0,60}(?::|$|\(|\s[+\d(]|hubungi)",
    r"(?:telp|telepon|tlp|faks?|fax|e-?mail|surel|website|web|laman|situs|instagram|ig|facebook"
    r"|fb|twitter|x|tiktok|youtube|threads|telegram|linkedin|ponsel|seluler|mobile|whatsapp|wa|hp"
    r"|no(?:mor)?\.?\s*(?:hp|wa|telp\w*)|medsos|media\s+sosial)"
    r"\b\.?\s*(?:[:(/|]|\.?\s*[(+]?\d|@)",
    r"[^.:\n]{0,80}\b(?:silakan|silahkan|dapat|bisa|harap"
    r"|mohon)\s+(?:meng)?hubungi\b[^.:\n]{0,60}(?::|$)",
    rf"{_MAIL}$",
    rf"{_PHONE}\)?$",
    rf"{_SITE}/?$",
    r"@[\w.]+$",
)
REACHED_AT = _line(
    r"(?:pengaduan|pendaftaran|reservasi|konfirmasi|pemesanan|petugas\s+piket|posko|admin"
    r"|operator)\b"
)
"""What makes a line one of contact where a telephone number or an address stands behind it."""
CONTACT_IN = _line(_PHONE, _MAIL, rf"(?<![\w@]){_SITE}(?!\w)")
SIGNATURE = _line(
    r"hormat\s+(?:kami|saya)",
    "tertanda",
    r"ttd\b",
    r"t\.t\.d",
    r"a\.?n\.?\s",
    r"(?:[^\W\d_][\w ()/]{0,40}\s)?n(?:ip|rp)\b\.?\s*[:.]?\s*\d",
    r"(?:mengetahui|menyetujui|hormat|tanda\s+tangan),?$",
    r"(?:dokumen\s+ini\s+)?(?:telah\s+)?ditandatangani\s+secara\s+(?:elektronik|digital)\b",
    r"salam\s+(?:takzim|hormat)\s+kami,?$",
    r"(?:dikeluarkan|disusun|ditulis|dibuat|dirilis|diterbitkan|disiapkan|dikirim)\s+oleh\b",
    r"autentikasi\b",
    r"(?:penulis|sumber|kontributor|reporter|pewarta|publisher|oleh|penyusun|redaktur"
    r"|editor\s+humas|admin)\s*[:/]\s*\S",
    r"\((?:humas|kominfo|diskominfo|prokopim|pers|red|adv|hms|rls|mc|tim"
    r"|bag\b)[^)\n]{0,60}\)\.?$",
)
POSITION = _line(
    r"(?:plt\.?|plh\.?|pj\.?)?\s*(?:kepala|ketua|direktur|rektor|kapolres|kasi|kasat|kanit"
    r"|kapolsek|kapolda|kajari|kasi\s?intel|dandim|danrem|danramil|kasdim|kasubb?ag"
    r"|kadis|kadin|sekda|sekdes|kades|gubernur|menteri|dir(?:ektur\s+)?jen(?:deral)?|deputi|dekan"
    r"|general\s+manager|manager|(?:senior\s+)?(?:vice|executive)\s+president"
    r"|corporate\s+secretary"
    r"|koordinator|juru\s+bicara|penanggung\s+jawab|staf|pranata|public\s+relations|panitera"
    r"|jaksa|komisioner|inspektur|asisten|presiden|ceo|founder|pendiri|bendahara|pengasuh|rois"
    r"|pembina|penata|divisi|subbag(?:ian)?|sub\s+bagian|seksi|kasubsi|kasie|a\.?n\.?|kabid|kabag"
    r"|camat|lurah|sekretaris|bupati|wali\s?kota|kasatlak|humas|wakil|manajer|pimpinan"
    r"|kabidhumas|kasihumas|komandan|tim\s+(?:humas|media|kominfo)|bagian\s+(?:humas|protokol)"
    r"|bidang)\b[^.:\n]{0,80},?$"
)
AUTHORITY = Pattern(
    r"(?:PEMERINTAH (?:KABUPATEN|KOTA|PROVINSI|DESA|KELURAHAN|DAERAH|REPUBLIK)"
    r"|KEPOLISIAN (?:NEGARA|DAERAH|RESOR|SEKTOR)|KEMENTERIAN|TENTARA NASIONAL|MARKAS BESAR"
    r"|BADAN PUSAT STATISTIK|KOMISI PEMILIHAN UMUM|BADAN PENGAWAS PEMILIHAN UMUM|KOMANDO DAERAH"
    r"|KEJAKSAAN (?:NEGERI|TINGGI|AGUNG)|MAHKAMAH AGUNG|OTORITAS JASA KEUANGAN|BANK INDONESIA"
    r"|DEWAN PERWAKILAN RAKYAT)\b[A-Z ,.&()/-]{0,80}$"
)
OFFICE = _line(
    r"(?:pemerintah\s+(?:kabupaten|kota|provinsi|daerah|desa|kelurahan|republik)|dinas|badan"
    r"|sekretariat|bagian|kecamatan|kelurahan|kantor|inspektorat|rumah\s+sakit|rsud"
    r"|rsu|satuan|resor|sektor|daerah|komando|komisi\s+pemilihan|biro|kpu|bawaslu|universitas"
    r"|institut|politeknik|sekolah\s+tinggi|akademi|fakultas|lembaga|perumda|pdam|pt|cv|bank|pmi"
    r"|perusahaan\s+(?:umum|daerah|listrik)|palang\s+merah|unit|uptd?|puskesmas|desa|balai|bpbd"
    r"|polres|polsek|kodim|korem|stasiun|yayasan|perhimpunan|persatuan|ikatan|majelis|dewan|pusat"
    r"|direktorat|bidang|seksi|markas|bumdes|koperasi|pengadilan|kejaksaan|lapas|sm[kap]n?"
    r"|bps|bpn|bnn[pk]?|bkkbn|bmkg|baznas|basarnas|otoritas|ojk|kejari|kejati|kemenag|kementerian"
    r"|kanwil|kepolisian|polda|polri|tni|korps|rutan|imigrasi|perwakilan|partai|dp[cdpw]|federasi"
    r"|asosiasi"
    r"|aliansi|forum|jaringan|komunitas|karang\s+taruna|lsm|perkumpulan|kamar\s+dagang|kadin"
    r"|hipmi"
    r"|klinik|stikes|museum|perpustakaan|tim\s+penggerak|tp\s+pkk|kspps|bpr|bumd|bpjs|ombudsman"
    r"|pimpinan\s+(?:cabang|wilayah|daerah|pusat|ranting)|dharma\s+wanita|himpunan|paguyuban"
    r"|madrasah|man|pondok|pemkab|pemkot|pemprov|panitia|perum|gerakan|kwartir|pengurus|jalan)\b"
    r"[^.:!?]{0,90}$"
)
STREET = _line(
    r"(?:(?:sekretariat|alamat|kantor)\s*:\s*)?(?:jl|jln|jalan)\b\.?\s[^\n]{3,140}$",
    r"(?:kode\s*pos|telp|tlp|faks?|fax)\b",
    r"(?:sekretariat|alamat|kantor|kampus)\s*:",
)
PLACED = _line(
    r"\brt\.?\s*\d",
    r"\brw\.?\s*\d",
    r"\bblok\s+[a-z]\b",
    r"\bkode\s*pos\b",
    r"\b(?:kab(?:upaten|\.)|kota|kec(?:amatan|\.)|blitar|jawa\s+timur)\W{1,5}\d{5}$",
)
"""What an address has somewhere in it."""
_NO_DEED = _any(
    "menteri", "tertinggal", "terbuka",
    "berencana", "bersama", "bersatu", "bermotor", "berkelanjutan", "berbasis", "bersih", "terpadu",
    "terminal", "di(?:rek|vi|gi|str|sip|plom|alog|men|skus)\\w*",
    "di(?:nsos|nkes|ndik|sdik|shub|spora|skominfo|sperindag|snak|snaker|sparbud|spendik)",
    "gerakan", "tindakan", "keputusan", "ke\\w+", "pe\\w+", "perikanan", "jalan",
)  # fmt: skip
"""Words in the names of offices that look like verbs."""
ACTING = Pattern(
    rf"\b(?:(?!{_NO_DEED}\b)(?:me(?:m[bpf]|n[cdjst]|ng|ny)\w{{3,}}|ber\w{{4,}}|ter\w{{4,}}"
    rf"|di\w{{4,}}"
    r"|\w{3,}kan)|gelar|latih|buka|raih|ajak|imbau|siap|terima|jadi|ikuti|panen|ungkap|tangkap"
    r"|catat|capai|naik|turun|bagi|beri|kunjungi|hadiri|akhiri|awasi|penuhi|datangi|lengkapi"
    r"|kelola|tambah|lantik|wisuda|rayakan|tanam|uji|bangun|perbaiki|dorong|minta|tekan|gandeng"
    r"|cegah|pantau|resmi|sidak|tinjau|gagalkan|bekuk|ringkus|sita|tutup|jamin|optimistis|perkuat"
    r"|percepat"
    r"|perluas|perketat|permudah|perbarui|peringati|periksa|dukung|jalin|teken|sepakati|usung"
    r"|sabet|sambut|genjot|kejar|sasar|cek|bahas|bentuk|kawal|rampung|tembus|alami|evakuasi"
    r"|temukan|hentikan|tunda|gratis|masuk|dapat|karena|saat|usai|demi|agar|bisa|tak|tidak|sudah"
    r"|belum|masih|ini|itu|lepas|kirim|bantu|rawat|layani|hadirkan|undang|tunjuk"
    r"|sosialisasi|juara|borong|lolos|kembali|mulai|akan|kini|warga|untuk)\b",
    re.IGNORECASE,
)
"""A deed, as headlines tell of one and names do not."""
