"""Patterns for marks of the page: page numbers, forwarding marks, site menus, disclaimers."""

from __future__ import annotations

from bnews_desk.frame.furniture.pattern_pieces import RELEASE, any_of, line

_NETWORK = any_of(
    "facebook", "whatsapp", "wa", "twitter", "tweet", "x", "telegram", "instagram", "line", "email",
    "e-mail", "surel", "cetak", "print", "pinterest", "linkedin", "tiktok", "threads", "pdf",
    r"copy\s+link", r"salin\s+tautan", "share", "bagikan",
)  # fmt: skip
SITE_MENU = line(
    r"(?:beranda|home|depan)\s*(?:[»›>/|]|::)\s*\S[^\n]{0,120}$",
    r"[^\n.»›]{2,40}(?:[»›][^\n.»›]{2,80}){1,5}$",
    r"(?:bagikan|share|sebarkan)(?:\s+(?:ini|artikel|berita|tulisan|halaman|this|post|sekarang|ke|di"
    rf"|on|via|to|lewat|melalui|media|sosial|:|{_NETWORK})\b|\s*:)*$",
    rf"(?:{_NETWORK}\b[\s|/,·•]*){{2,12}}$",
    r"(?:sebelumnya|selanjutnya|berikutnya|prev(?:ious)?|next)\s*[»›→>]{1,3}$",
    r"[«‹←]\s?\S[^\n]{0,120}$",
    r"(?:(?:artikel|berita|pos|post|tulisan)\s+)?(?:sebelumnya|selanjutnya|berikutnya|prev(?:ious)?"
    r"|next)\s*:\s*[^\n]{1,120}$",
    r"(?:artikel|berita|pos|post|tulisan)\s+(?:sebelumnya|selanjutnya|berikutnya|terkait|terbaru"
    r"|terpopuler|lainnya)\s*:?$",
    r"(?:dibaca|dilihat|views?|hits|pengunjung)\s*:?\s*[\d.,]{1,12}(?:\s*(?:kali|x|views?))?$",
    r"[\d.,]{1,12}\s*(?:(?:kali|x)\s+(?:dibaca|dilihat)|views?|hits|komentar|comments?)$",
    r"(?:kategori|categor(?:y|ies)|tags?|kata\s+kunci|keywords?)\s*:[^\n]{0,160}$",
    r"(?:tinggalkan|tulis|leave\s+a)\s+(?:balasan|komentar|reply|comment)\W*$",
    r"(?:skip\s+to|lewati\s+ke|langsung\s+ke)\s+(?:content|konten|isi)\W*$",
    r"(?:menu(?:\s+utama)?|cari|search|login|@(?:semua|all|everyone))$",
    r"(?:(?:baca|lihat)\s+(?:(?:berita|artikel)\s+)?(?:selengkapnya|lainnya|semua)|read\s+more|kembali\s+ke\s+atas)\W*$",
)
"""Lines that a site sets around an article: breadcrumbs, sharing, links to other articles."""
_PRESSED = any_of(
    r"versi\s+cetak", r"ukuran\s+huruf[\sa+-]{0,8}", r"dengarkan\s+(?:artikel|berita)", "laporkan",
    "suka", r"\d{1,6}\s+suka",
    r"(?:lihat\s+)?terjemah(?:an|kan)", "selengkapnya", "kembali", r"lihat\s+semua\s+komentar",
    r"klik\s+di\s+sini", "advertisements?",
    "iklan", r"salin\s+(?:link|tautan)", r"powered\s+by\s[^\n]{2,40}",
)  # fmt: skip
"""Labels of buttons on a site or in a chat, alone on a line."""
PAGE = line(
    rf"{_PRESSED}$",
    r"(?:akhir|end\s+of)\s+(?:siaran\s+pers|rilis|release|berita)\W*$",
    r"(?:hlm|hal)\.?\s*\d{1,3}$|\d{1,3}\s+(?:dari|of)\s+\d{1,3}$",
    r"\(?lanjut(?:an)?\b\s*(?:(?:ke\s+)?(?:hal(?:aman)?|page)\b\.?\s*\d{1,3})?\)?$",
    r"terakhir\s+dilihat\b[^\n]{0,40}$|pesan\s+dan\s+panggilan\b[^\n]{0,80}$",
    r"balasan\s+otomatis\W*$|(?:do\s+)?not?[\s-]?reply\W*$|cid:\S+$|virus-free\b[^\n]{0,60}$",
    r"dokumen\s+ini\s+(?:dicetak|diunduh|dibuat)\b[^\n]{0,80}$",
    r"(?:e-?mail|surel|pesan)\s+ini\s+(?:dipindai|dibuat\s+otomatis|berasal\s+dari\s+luar)\b[^\n]{0,80}$",
    r"[^\n]{2,60}[|,–—-]\s*(?:edisi|vol(?:ume)?\.?)\s+(?:ke-?\s?)?\d{1,4}\b[^\n.]{0,40}$",
    r"(?:hal(?:aman)?|page)\s*\.?\s*\d{1,3}(?:\s*(?:dari|of|/)\s*\d{1,3})?$",
    r"\d{1,3}(?:\s*/\s*\d{1,3})?$",
    r"(?:#\w+[\s,;.|]*)+$",
    r"(?:pesan\s+|message\s+)?(?:diteruskan|forwarded|terusan)$",
    r"(?:(?:sering|berkali-kali)\s+diteruskan|diteruskan\s+berkali-kali|forwarded\s+many\s+times)$",
    r"(?:get|dapatkan)\s+outlook\b[^\n]{0,40}$",
    r"(?:image|gambar|cid|logo|inline\s+image)\s*:\s*\S{1,60}\.(?:png|jpe?g|gif)\W{0,2}$",
    r"(?:<?(?:media|gambar|foto|video|dokumen)\s+(?:omitted|tidak\s+disertakan|dihilangkan)\W{0,2})$",
    r"[^\n.]{3,70}\s[|–—-]\s(?:hal(?:aman)?|page)\s*\.?\s*\d{1,3}(?:\s*(?:dari|of|/)\s*\d{1,3})?$",
    rf"\d{{1,3}}\s*[\t|–—-]\s*{RELEASE}\b[^\n]{{0,90}}$",
    r"(?:hal(?:aman)?|page)\s*\.?\s*\d{1,3}\s[|–—-]\s[^\n.]{3,70}$",
    r"(?:(?:join|gabung|ikuti|follow|subscribe)\b[^\n.]{0,30}\b)?(?:channel|saluran|kanal|grup)\s*"
    r"(?:(?:resmi|wa|whatsapp|telegram)\b[^\n.:]{0,40}$|:\s*\S{4,80}$)",
    r"(?:dicetak|diunduh|printed)\s+(?:pada|on|tanggal|dari)\b[^\n]{0,60}$",
    r"(?:(?:di|ter)kirim|sent)\s+(?:dari|from|otomatis|automatically|melalui|via)\s+\S.{0,40}$",
    r"[#=.\s(]{0,6}(?:selesai|end|sekian|tamat|habis|[o0]{3,9}|o(?:\s[o0]){2,6})[#=.\s)]{0,6}$",
    r"lanjutan\s+(?:hal(?:aman)?|page)\b\.?\s*\d{1,3}$",
    r"\(?bersambung[^\n]{0,30}$",
    r"(?:begin\s+)?forwarded message:?$",
    r"original message$",
    r"pesan\s+terusan$",
    r"(?:(?:mohon|tolong|silakan)\s+)?(?:di)?(?:sebar(?:kan|luaskan)?|share|viralkan)[\s!.]*$",
)
"""Page numbers, hashtags, end marks and forwarding marks."""
LEGAL_NOTICE = line(
    r"(?:e-?mail|surel|surat\s+elektronik|pesan|message)\s+ini\b[^\n]{0,120}"
    r"\b(?:rahasia|confidential|penerima|dituju|virus)\b",
    r"[^\n.]{3,80}\b(?:berizin|terdaftar)\s+dan\s+diawasi\b[^\n.]{0,100}\.?$",
    r"(?:disclaimer|penafian)\b\s*:?[^\n]{0,300}$",
    r"this\s+(?:e-?mail|message)\b[^\n]{0,120}\b(?:confidential|intended|recipient|virus)\b",
    r"(?:lihat|buka|view|read)\b[^\n.]{0,40}\b(?:peramban|browser)(?:\s+anda)?$",
    r"(?:unsubscribe|berhenti\s+berlangganan)\b[^\n]{0,80}$",
    r"(?:external|eksternal)\s+(?:e-?mail|sender|surel)\b[^\n]{0,120}$",
    r"syarat\s+(?:dan|&)\s+ketentuan\s+berlaku\W*$",
    r"uu\s+ite\s+no\b[^\n]{0,160}$",
    r"please\s+consider\s+(?:the\s+environment|before\s+printing)\b[^\n]{0,120}$",
    r"(?:mohon\s+)?pertimbangkan\s+(?:lingkungan|kembali)\b[^\n]{0,60}\bmencetak\b[^\n]{0,60}$",
    r"hak\s+cipta\s*(?:©|\(c\)|\d{4}|dilindungi|milik|pada\b)",
    r"(?:©|\(c\)\s*\d{4}|copyright\b)",
    r"(?:konten|isi)\b[^\n.]{0,60}\bdilindungi\s+(?:oleh\s+)?undang-undang",
)
"""Notices that mail programs and publishers add below a text: confidentiality, copyright."""
