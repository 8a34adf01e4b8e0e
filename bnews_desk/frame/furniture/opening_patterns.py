"""Patterns for lines above the running text: marks, numbers, addressees, letterheads."""

from __future__ import annotations

from bnews_desk.frame.furniture.pattern_pieces import (
    DATE,
    HIJRI,
    RELEASE,
    SHORT_DAY,
    US,
    WEEKDAY,
    any_of,
    line,
)
from bnews_desk.patterns import Pattern

_PUBLISHED = any_of("disiarkan", "diterbitkan", "dipublikasikan", "dimuat", "diberitakan")
_PURPOSE = rf"(?:tidak\s+)?untuk\s+(?:segera\s+)?{_PUBLISHED}|embargo|for\s+immediate\s+release"
_PAPER = any_of(
    r"(?:undangan|agenda)\s+(?:pelip|lip)utan", r"undangan\s+(?:media|pers|wartawan|jurnalis)",
    r"media\s+(?:advisory|alert|invitation)", r"pernyataan\s+(?:sikap|bersama|resmi)",
    r"bulet[ei]n\b[^\n.]{0,30}", r"hak\s+jawab", r"klarifikasi",
    r"(?:laporan|informasi|berita)\s+(?:kejadian|kegiatan)",
    r"laporan\s+(?:informasi|perkembangan|situasi|harian|singkat)",
    r"pengumuman(?:\s+resmi)?", "pemberitahuan", "maklumat",
    r"(?:keterangan|pernyataan)\s+(?:tertulis|resmi)", r"(?:undangan\s+meliput|nota\s+liputan)",
    r"(?:berita|info)\s+(?:humas|daerah|foto|desa|publik|terkini|sekolah|kampus)",
    r"warta\s+\w{3,12}",
    "berita|news|artikel|opini|feature|segera", r"straight\s+news", r"liputan(?:\s+khusus)?",
    r"(?:kabar|seputar)\s+\w{3,12}", r"berita\s+kegiatan\s+\w{3,12}",
    "advertorial|adv|pariwara", r"(?:breaking|hot)\s+news", r"press\s+statement",
    r"fact\s?sheet|lembar\s+fakta",
)  # fmt: skip
"""Other papers that a newsroom is sent, named on a line of their own at the top."""
MARK = line(
    RELEASE + r"[\s.:]*$",
    rf"{RELEASE}\s*[,:|/–—-]\s*(?:{_PURPOSE})\b[^\n.]{{0,60}}$",
    rf"{_PAPER}[\s.:]*$",
    rf"{RELEASE}\s*[,:|/–—-]\s*(?:{WEEKDAY},?\s*)?{DATE}$",
    r"(?:tanpa|bebas|no)\s+embargo\W*$",
    r"mohon\s+(?:segera\s+)?(?:dimuat|disiarkan)\W*$",
    rf"(?:tidak\s+)?untuk\s+(?:segera\s+)?{_PUBLISHED}[^\n]{{0,60}}$",
    rf"(?:dapat|boleh|bisa)\s+(?:segera\s+)?{_PUBLISHED}[^\n.]{{0,40}}$",
    rf"(?:pemberitahuan|pengumuman|informasi|keterangan)\s+(?:untuk|kepada|bagi)\s+{US}[\s.:]*$",
    r"for\s+immediate\s+(?:release|publication)[\s.:]*$",
    r"not\s+for\s+(?:release|publication)\b[^\n]{0,80}$",
    r"embargoed\b[^\n]{0,80}$",
    r"embargo\b[^\n]{0,80}$",
)
NUMBERED_MARK = line(rf"{RELEASE}\s*[,:–—-]?\s*(?:nomor|no\b\.?|nmr)\s*[.:]?\s*\S")
NAMED_MARK = Pattern(
    r"(?:(?:INFO |MOHON DIMUAT:? )?RILIS (?:PERS|HUMAS|MEDIA|BERITA|RESMI|PENERANGAN|KEGIATAN"
    r"|KHUSUS|BERSAMA)|SIARAN (?:PERS|MEDIA|BERITA)|PRESS RELEASE|INFO RILIS"
    r"|PERS RILIS|(?:KETERANGAN|PERNYATAAN) PERS)\b"
    r"\s*[|/–—-]?\s*[^\s:]"
)
"""``SIARAN PERS Hari Koperasi``; what follows a colon is a headline."""
RELEASED = line(rf"{RELEASE}\s+")
"""Turns the name of an office behind it into a mark: ``RILIS PUSKESMAS BACEM``."""
NUMBER = line(
    r"(?:nomor|nomer|no\.?)\s*(?:surat|rilis|siaran\s+pers)?\s*[:.]?\s*"
    r"(?:[\w.]*\d[\w.]*|[A-Z]{1,8}|\.{2,}|[_…]{1,9})?\s*[–/-]\s*\S.{0,60}$",
    r"(?:nomor|no)\s*:.{0,80}$",
    r"(?:nomor|no\.?)\s+\d{1,4}\s+tahun\s+\d{4}$",
    r"(?:\(\s*|(?:sp|pr)\s+)no(?:mor|\.)?\s*[:.]?\s*\S*\d\S*\)?$",
    r"ref(?:erensi)?\b\.?\s*:\s*\S*\d\S*/\S{1,60}$",
    r"(?=\S{1,80}/(?:[ivx]{1,4}|(?:19|20)\d\d)(?:/|$))[\w.-]{1,12}(?:/[\w.()-]{1,24}){3,7}$",
    r"(?:[\w.]{1,12}\s)?[\w.-]{1,12}(?:\s?/\s?[\w.()-]{1,24}){1,6}\s?/\s?\d{4}$",
)
ADDRESSEE = line(
    r"(?:hal|perihal|sifat|derajat|klasifikasi|pokok\s+surat|dari|kepada|untuk|sub[jy]ek|subject|from|to|sent|date"
    r"|reply-to|balas(?:an)?\s+ke|dikirim|tanggal\s+kirim)\s{0,20}:",
    r"kepada\s*(?:yth\b|:?$)",
    r"kepada\s+(?:rekan|kawan|bapak|ibu|redaksi|para|media|pimpinan)\b[^.,\n]{0,60}$",
    r"(?:kepada|ke|to)\s+(?:saya|me|redaksi)$",
    r"(?:asal|(?:nama\s+)?pengirim|penerima|mailed-by|signed-by|kategori\s+surat|hal\.)\s*:",
    r"perihal\s+\S[^.\n]{0,60}$",
    r"di\s+(?:[a-z]\s){3,}[a-z]$|d/a\s",
    r"yth\.?\s",
    r"kpd\b\.?\s*(?:yth\b|:?$)",
    rf"(?:ter)?untuk\s+(?:rekan|kawan|teman)\S*\s+{US}\b[^.\n]{{0,50}}$",
    rf"(?:tanggal|tgl)\b\.?\s*:\s*{SHORT_DAY}[,.]?\s",
    r"(?:pada|on)\s[^\n]{5,140}\s(?:menulis|wrote)\s*:$",
    r"yang\s+terhormat\b[^\n]{0,60}$",
    r"(?:bapak/ibu\s+)?(?:pimpinan|pemimpin)\s+(?:redaksi|media)\b",
    rf"(?:rekan[- ]rekan|bapak/ibu)\s+{US}\b[^.\n]{{0,50}}$",
    r"tentang\s*:?$",
    r"di\s*[-–—]?$",
    r"di\s*[-–—]?\s*(?:tempat|blitar|kediri|malang|surabaya)[.,]?$",
    r"up\.?\s",
    r"u\.p\.\s",
)
MAIL_HEADER = line(r"(?:subject|sub[jy]ek|perihal|hal|from|to|sent|reply-to)\s{0,20}:\s*\S")
"""The header lines of a mail, whatever follows the label."""
ADDRESSED = line(r"(?:yth|yang\s+terhormat)\b\.?[^,\n]{0,80}[,:]?(?:\s[^,\s]+){0,3}$")
"""*Yth.* with names only, and no message yet."""
DATE_LINE = line(
    r"(?:(?:dipublikasikan|dipublish|diposting|diposkan|diterbitkan|terbit|diunggah|dibuat|dirilis|posted|published"
    r"|publikasi|tanggal\s+(?:terbit|rilis|publikasi|tayang)|(?:terakhir\s+)?diperbarui"
    r"|last\s+updated?)\b(?:\s+(?:pada|on|tanggal))?\s*:?\s*)?"
    r"(?:[^\W\d_][\w.]{0,24}(?: [\w.]{1,24}){0,3}\s*,\s*)?"
    r"(?:(?:hari\s*[/,]?\s*)?(?:tanggal|tgl\.?)\s*:?\s*)?"
    rf"(?:{WEEKDAY}\s*[,/]?\s*)?(?:{HIJRI}\s*[/|–-]\s*)?\(?{DATE}\)?(?:\s*M\b)?"
    r"(?:\s*(?:[|,–-]\s*(?:(?:pukul|jam)\s)?|\s(?:pukul|jam)\s)\d{1,2}[.:]\d\d\s*(?:wib)?"
    r"|\s\d{1,2}[.:]\d\d\s*wib)?"
    r"(?:\s*[|,–-]?\s*(?:by|oleh)\s\S{2,20}(?:\s\S{2,20})?|\s*[|/]\s*[^\W\d_]\w{2,20})?[.,]?$"
)
AUTHORITY = Pattern(
    r"(?:PEMERINTAH (?:KABUPATEN|KOTA|PROVINSI|DESA|KELURAHAN|DAERAH|REPUBLIK)"
    r"|KEPOLISIAN (?:NEGARA|DAERAH|RESOR|SEKTOR)|KEMENTERIAN|TENTARA NASIONAL|MARKAS BESAR"
    r"|BADAN PUSAT STATISTIK|KOMISI PEMILIHAN UMUM|BADAN PENGAWAS PEMILIHAN UMUM|KOMANDO DAERAH"
    r"|KEJAKSAAN (?:NEGERI|TINGGI|AGUNG)|MAHKAMAH AGUNG|OTORITAS JASA KEUANGAN|BANK INDONESIA"
    r"|DEWAN PERWAKILAN RAKYAT)\b[A-Z ,.&()/-]{0,80}$"
)
OFFICE = line(
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
    r"|hipmi|humas|hubungan\s+masyarakat|sdn?|tk|sd\s?it|gp|koni|askab|askot|pssi|pwi|aji|mui|nu|pcnu|pdm|ansor|fatayat"
    r"|muslimat|hmi|pmii|gmni|bem|osis|lazisnu|lazismu|pramuka|tagana|pendim|penrem|penerangan|diskominfo|prokopim"
    r"|klinik|stikes|museum|perpustakaan|tim\s+penggerak|tp\s+pkk|kspps|bpr|bumd|bpjs|ombudsman"
    r"|pimpinan\s+(?:cabang|wilayah|daerah|pusat|ranting)|dharma\s+wanita|himpunan|paguyuban"
    r"|madrasah|man|pondok|pemkab|pemkot|pemprov|panitia|perum|gerakan|kwartir|pengurus|jalan)\b"
    r"(?:[^.:!?]|(?<=\b(?:kab|kec))\.|(?<=\b(?:st|dr|jl))\.){0,90}$"
)
STREET = line(
    r"(?:(?:sekretariat|alamat|kantor)\s*:\s*)?(?:jl\b|jln\b|jalan(?=\s(?-i:[A-Z\d])))\.?\s[^\n]{3,140}$",
    r"(?:kode\s*pos|telp|tlp|faks?|fax)\b",
    r"(?:sekretariat|alamat|kampus|kantor(?:\s+(?:pemasaran|pusat|cabang|kas|pelayanan))?|alamat\s+kantor)\s*:",
)
REGISTRATION_NUMBER = line(
    r"(?:npsn|nss|npwp|nib|nspp|siup|tdp|sk\s+(?:kemenkumham|menkumham)|akta\s+notaris|ahu-\d)"
    r"\b[^\n]{0,80}$",
    r"(?:status\s*:\s*)?terakreditasi\b[^\n.]{0,40}$",
)
"""The number under which a school, a firm or a foundation is registered."""
ADDRESS_WORDS = line(
    r"\brt\.?\s*\d",
    r"\blt\.?\s*\d",
    r"\b(?:jl|jln)\.?\s[a-z]",
    r"\brw\.?\s*\d",
    r"\bblok\s+[a-z]\b",
    r"\bkode\s*pos\b",
    r"\b(?:kab(?:upaten|\.)|kota|kec(?:amatan|\.)|blitar|jawa\s+timur)\W{1,5}\d{5}$",
)
"""Words found anywhere in an address."""
