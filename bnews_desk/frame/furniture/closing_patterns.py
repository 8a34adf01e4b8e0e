"""Patterns for lines in and below the running text: captions, contacts, signatures, attachments."""

from __future__ import annotations

import re

from bnews_desk.frame.furniture.pattern_pieces import DATE, MAIL, PHONE, SITE, any_of, line
from bnews_desk.patterns import Pattern

LABEL = Pattern(r"[^:\d@]{0,80}:?\s*$")
"""A line that only introduces what follows: ``Narahubung:``."""
ATTACHMENTS = line(
    r"(?:attach(?:ments?|ed)|lampiran(?:-lampiran|\s+\w{3,12})?|lamp\.?|terlampir|berkas\s+terlampir|(?:isi\s+)?press\s*kit"
    r"|(?:materi|bahan|berkas|dokumen)\s+(?:pers|media|foto|pendukung|siaran\s+pers))\s*(?::|$)",
    r"attached\s*:\s*\S|berikut\s+(?:foto|video|dokumentasi)\S*\s*:?$",
    r"(?:(?:link|tautan)\s+)?g(?:oogle)?[\s-]?drive\b[^\n]{0,120}$",
    r"(?:link|tautan)\s+berita\s*:|foto(?:-foto)?\s+(?:terlampir|ada\s+di|bisa\s+di|dapat\s+di)",
    r"file\s+(?:foto|video|rilis)\b[^\n.]{0,60}$",
    r"\d{1,2}\s+(?:lampiran|attachments?)\b[^\n]{0,60}$",
    r"terlampir\s+(?:foto|video|dokumen\w*|berkas|rilis)\b[^\n.]{0,60}$",
    r"(?:link|tautan)\s+(?:dokumentasi|foto|video|unduh\w*|download)\b[^\n.]{0,60}$",
    r"(?:download|unduh)\s+(?:foto|video|dokumentasi|rilis|materi|bahan)\b"
    rf"(?:[^\n.]{{0,60}}$|[^\n]{{0,60}}{SITE})",
    r"[^\n:?!]{1,90}\.(?:jpe?g|png|heic|pdf|docx?|xlsx?|pptx?|mp4|mov|zip|rar)"
    r"(?:\s*[(\[][^)\]\n]{1,20}[)\]]|\s+[\d.,]{1,6}\s?[kmg]b)?$",
    r"\(?(?:foto|dokumentasi|video|data|materi|bahan)(?:\s+(?:dan|/)?\s*\w+){0,5}\s+"
    r"(?:terlampir|dapat\s+diunduh|bisa\s+diunduh)\b",
)
_ENCLOSED = any_of(
    "lampiran", "terlampir", "dilampirkan", "disertakan", "menyertai", "berkas", "file", "bahan",
    "materi", "dokumen", "kelengkapan", "unduh", "unduhan", "tautan", "paket", "kit",
    "dokumentasi", "aset", "pendukung",
)  # fmt: skip
ENCLOSED_LABEL = Pattern(rf"[^.!?\n]{{0,50}}\b{_ENCLOSED}\b[^.!?\n]{{0,50}}:?$", re.IGNORECASE)
"""A short line that may announce attachments; the lines below it decide."""
ENCLOSED = Pattern(
    r"\b(?:foto|video|klip|infografi[ks]|grafi[ks]|logo|poster|brosur|denah|peta|profil|sambutan"
    r"|salinan|jadwal|rundown|susunan\s+acara|daftar|tabel|rekap\w*|data|ringkasan|naskah|rilis"
    r"|siaran\s+pers"
    r"|notulen|tautan|link|folder|rekaman|biodata|(?:pdf|docx?|xlsx?|jpe?g|png|mp4|zip)"
    r"|(?:\d+|\w+)\)?\s+(?:lembar|berkas|file|halaman|eksemplar|bendel))\b"
    rf"|{SITE}",
    re.IGNORECASE,
)
"""What is enclosed with a release: pictures, tables, papers, files."""
ENCLOSED_AT = Pattern(
    r"(?:(?:tautan|link)\s+unduh\w*|(?:(?:tautan|link)\s+)?(?:foto|video|dokumentasi|berkas|file"
    rf"|bahan|materi|folder|gambar))\b[^\n]{{0,80}}{SITE}",
    re.IGNORECASE,
)
"""A line that says where pictures or papers can be had."""
CARBON_COPY = line(
    r"(?:tembusan|tindasan|salinan|cc|bcc)\b\s*"
    r"(?:(?:\([^)\n]{0,40}\)|yth\.?|(?:ini\s+)?(?:disampaikan"
    r"|dikirim(?:kan)?)?\s*kepada[^:\n]{0,30})\s*)?"
    r"(?::|$)",
    r"cc\.\s\S",
)
CAPTION = line(
    r"\(?(?:(?:keterangan(?!\s*:\s*(?-i:[a-z]))|ket\.?|teks|caption|takarir)\s*(?:foto|gambar)?|foto(?:-foto)?|fhoto|poto"
    r"|photo|gb\.|gambar|grafis"
    r"|infografi[ks]|ilustrasi|dok(?:umentasi)?\.?|fotografer)\s*"
    r"(?:\(?\d{1,2}\)?|utama|bersama|istimewa|kegiatan|\([^)\n]{2,20}\))?\s*(?:[:=]|$|(?<=\d)[.)]\s)",
    r"(?:photo|foto|image)\s+(?:credit|courtesy|by)\b[^\n]{0,80}$",
    r"\(\s*(?:keterangan|ket\.?)\s*foto\s*\)|(?:sumber|kredit)\s+foto\s*:|gb\.?\s*\d",
    r"dok\.\s+\S{2,30}(?:\s\S{2,30}){0,3}$|foto\s+oleh\s*:?\s\S{2,30}(?:\s\S{2,30}){0,3}$",
    r"\(?(?:(?:semua|seluruh)\s+)?(?:foto(?:-foto)?|dok)\.?\s*[/:]\s*\S",
)
CREDITED = Pattern(
    r"\((?:foto|do[ck](?:umentasi)?)\b\.?\s*[:/.]?\s*[^()\n]{2,60}\)\.?$|\(ist(?:imewa)?\.?\)$"
    r"|(?:[.)]|\s[|–—-])\s+(?:foto\s?[:/]|dok(?:umentasi)?(?:\.|\s?[:/]))\s*[^().:\n]{2,40}\.?$",
    re.IGNORECASE,
)
"""The credit at the end of a caption: ``(Foto: Humas)``."""
CAPTION_LABEL = Pattern(r"[^:\n]{0,40}[:=]?\s*$")
CONTACT = line(
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
    r"(?:for\s+)?(?:more|further|additional|media|press)\s+(?:information|inquir(?:y|ies)|details"
    r"|enquir(?:y|ies)|contacts?)\b[^.\n:]{0,60}(?::|$|\()",
    r"info(?:rmasi)?\s*(?:&|/|dan)\s*(?:konfirmasi|pendaftaran|reservasi|kontak)\b[^.\n]{0,60}$",
    r"(?:sos(?:ial|mas)?\s*media|yt|ph)\b\.?\s*[:\d@]|silakan\s+kontak\b[^.\n]{0,60}$",
    r"(?:ikuti|follow|kunjungi)\b[^.\n]{0,60}@\w",
    r"(?:ig|fb|facebook|instagram|youtube|tiktok)\s+[A-Z@]\S{2,30}(?:\s\S{2,30}){0,3}$",
    r"(?:lapor|aduan|darurat|ambulans?)\s*:?\s*\d{3}$",
    r"(?:untuk|guna)\s+\w{4,20}(?:\s\w{3,20}){0,3},?\s+(?:silakan\s+|dapat\s+|bisa\s+)?(?:meng)?hubungi"
    rf"\b[^\n]{{0,60}}{PHONE}",
    r"(?:telp|telepon|tlp|faks?|fax|e-?mail|surel|website|web|laman|situs|instagram|ig|facebook"
    r"|fb|twitter|x|tiktok|youtube|threads|telegram|linkedin|ponsel|seluler|mobile|whatsapp|wa|hp"
    r"|no(?:mor)?\.?\s*(?:hp|wa|telp\w*)|medsos|media\s+sosial)"
    r"\b\.?\s*(?:[:(/|]|\.?\s*[(+]?\d|@)",
    r"[^.:\n]{0,80}\b(?:silakan|silahkan|dapat|bisa|harap"
    r"|mohon)\s+(?:meng)?hubungi\b[^.:\n]{0,60}(?::|$)",
    rf"{MAIL}$",
    rf"{PHONE}\)?$",
    rf"{SITE}/?$",
    r"@[\w.]+$",
)
LETTER_LABEL = Pattern(r"\b[TMEWFPAH]\s?[.:|]\s?(?=\S)")
"""A single letter before a telephone number, an address or a site: ``T. (0342) 555123``."""
CONTACT_WORDS = line(
    r"(?:pengaduan|pendaftaran|reservasi|konfirmasi|pemesanan|petugas\s+piket|posko|admin"
    r"|operator)\b"
)
"""Words that make a line a contact when a telephone number or an address follows."""
CONTACT_IN = line(PHONE, MAIL, rf"(?<![\w@]){SITE}(?!\w)")
SERVICE = line(
    r"(?:contact|call)\s+cent(?:er|re)|pusat\s+(?:panggilan|layanan)|hotline|layanan\s+(?:pengaduan"
    r"|pelanggan|informasi)|(?:website|laman|situs|web|media\s+sosial|medsos|instagram|ig"
    r"|facebook|fb|youtube|tiktok|x)\b\s*[:@]"
)
"""The contact of a whole office; it does not belong to the name above it."""
ABOUT = line(r"(?:sekilas|tentang|about|profil)\s(?-i:[A-Z])[^.:\n]{2,80}:?$")
"""The heading of a sender's text about itself."""
PUBLIC_NUMBER = Pattern(
    r"[^\n.!?]{0,80}\b(?:(?:contact|call)\s+cent(?:er|re)|hot\s?line|pusat\s+(?:panggilan|layanan)"
    r"|kring|halo|layanan\s+(?:darurat|24\s+jam))\b[^\n.!?]{0,30}\d{3}",
    re.IGNORECASE,
)
"""A short line with a number that the public may call."""
SIGNATURE = line(
    r"hormat\s+(?:kami|saya)",
    "tertanda",
    r"(?:ditetapkan|dikeluarkan|dibuat|disahkan)\s+di\s*:?\s[^\n.]{2,40}$",
    rf"pada\s+tanggal\s*:?\s*{DATE}$",
    r"\$\{\w{1,40}\}$",
    r"ttd\b",
    r"t\.t\.d",
    r"a\.?n\.?\s",
    r"(?:[^\W\d_][\w ()/]{0,40}\s)?(?:nip|nrp|nidn|nuptk|niy|nbm|npa|nik)\b\.?\s*[:.]?\s*\d",
    r"(?:mengetahui|menyetujui|hormat|tanda\s+tangan),?$",
    r"(?:dokumen\s+ini\s+)?(?:telah\s+)?ditandatangani\s+secara\s+(?:elektronik|digital)\b",
    r"salam\s+(?:takzim|hormat)\s+kami,?$",
    r"(?:dikeluarkan|disusun|ditulis|dibuat|dirilis|diterbitkan|disiapkan|dikirim)\s+oleh\b",
    r"autentikasi\b",
    r"\(\w{3,20}(?:/\w{1,10}){0,2}\)$",
    r"\(\s*(?:(?-i:[A-Z])[\w.’',]{0,20}\s*){2,5}\)$",
    r"/?(?:hms|humas|red|rls|adv|kmf|admin(?:\s+(?-i:[A-Z])\w+)?)(?:[/|-]\w{1,10}){0,3}$",
    r"(?:red|rilis|sumber\s+berita)\s*[:/]\s*\S{2,40}$|d\.?t\.?o\.?$|stempel$|me?aterai\b[^\n.]{0,20}$",
    r"cap\s+dan\s+tanda\s+tangan|tim\s+redaksi\b[^\n.]{0,40}$",
    r"(?:dilaporkan|diunggah|diposting)\s+oleh\b[^\n.]{0,60}$|u\.?b\.?(?:\s|$)",
    r"(?:pembina|penata|pengatur)\s+(?:utama|muda|tingkat|tk\.?)\b[^:\n]{0,24}$",
    r"yang\s+(?:membuat\s+pernyataan|menyatakan|bertanda\s?tangan)\b[^\n]{0,30}$",
    r"(?-i:\^?[a-z]{1,8}(?:/[a-z]{1,8}){1,3}\^?$)",
    r"(?:oleh|by)\s(?-i:[A-Z])\S{1,20}(?:\s(?-i:[A-Z])\S{0,20}){0,3}$",
    r"(?:di(?:tulis|sunting|susun|foto)|penyunting|ilustrator|penerjemah|penyelia|penanggung\s+jawab|tata\s+letak|desain|layout)"
    r"\s*:\s*(?-i:[A-Z])[^\n.]{1,60}$",
    r"(?:naskah|teks|laporan(?:\s+\w{3,14})?|by|text|(?:teks|naskah)\s+(?:dan|&)\s+foto)\s*:\s*[A-Z]\S{1,20}(?:\s\S{1,20}){0,3}$",
    r"(?:penulis|sumber|kontributor|reporter|pewarta|publisher|oleh|penyusun|redaktur"
    r"|editor(?:\s+humas)?|admin)\s*[:/]\s*\S",
    r"\((?:humas|kominfo|diskominfo|prokopim|pers|red|adv|hms|rls|mc|tim"
    r"|bag\b)[^)\n]{0,60}\)\.?$",
)
POSITION = line(
    r"(?:plt\.?|plh\.?|pj\.?)?\s*(?:kepala|ketua|direktur|rektor|kapolres|kasi|kasat|kanit"
    r"|kapolsek|kapolda|kajari|kasi\s?intel|dandim|danrem|danramil|kasdim|kasubb?ag"
    r"|kadis|kadin|sekda|sekdes|kades|gubernur|menteri|dir(?:ektur\s+)?jen(?:deral)?|deputi|dekan"
    r"|(?:general|branch|area|pr|brand|marketing)\s+manager|head\s+of|s?vp|sekjen|korlap|jubir"
    r"|presidium|guru\s+(?:pembina|kelas|pendamping)|wali\s+kelas|manager|(?:senior\s+)?(?:vice|executive)\s+president"
    r"|corporate\s+secretary"
    r"|(?:sub\s?)?koordinator|juru\s+bicara|penanggung\s+jawab|staf|pranata|public\s+relations|panitera"
    r"|jaksa|komisioner|inspektur|asisten|presiden|ceo|founder|pendiri|bendahara|pengasuh|rois"
    r"|pembina|penata|divisi|subbag(?:ian)?|sub\s+bagian|seksi|kasubsi|kasie|a\.?n\.?|kabid|kabag"
    r"|camat|lurah|sekretaris|bupati|wali\s?kota|kasatlak|humas|wakil|manajer|pimpinan"
    r"|pasi|perwira|danki|kaur|kabidhumas|kasihumas|komandan|tim\s+(?:humas|media|kominfo)|bagian\s+(?:humas|protokol)"
    r"|bidang)\b[^.:\n]{0,80},?$"
)
