"""Patterns for greetings, requests and thanks to the newsroom."""

from __future__ import annotations

import re

from bnews_desk.frame.furniture.pattern_pieces import US, any_of, line
from bnews_desk.patterns import Pattern

_FRIENDS = r"(?:rekan|kawan|teman|sahabat|sobat)(?:2|[-\s]+(?:rekan|kawan|teman|sahabat))?"
_YOU = any_of(
    "mas", "mbak", "pak", "bu", "bapak", "ibu", "bang", "kang", "kak", "kaka?k", "om", "min",
    "ndan", "gan", "lur", "bro", "sis", "all", "semua",
    r"(?:rekan|kawan|teman|sahabat|sobat|sedulur)\S*",
)  # fmt: skip
_USED = (
    r"di(?:kutip|olah|edit|muat|naikkan|bantu|sebar\w*|gunakan|pakai|sunting|share|beritakan"
    r"|terbitkan|tayangkan|sesuaikan|kembangkan|konfirmasi)"
)
NEWSROOM_OPENING = line(
    r"(?:wa|a)ss?ala+mu.?\s?.?alaikum",
    r"(?:aslm\w*|asskum|wassalam\w*|wasalam)\b[^\n.]{0,30}$|namaste\W*$",
    r"(?:demikian\s+)?dum(?:m+|p|ohon)\W*$|lapor\s+(?:ndan|komandan|pak)\b[^\n]{0,40}$",
    r"i[zj]in\s+melapor\w*\b[^\n“”\"]{0,80}$|laporan\s+selesai\W*$",
    r"(?:selanjutnya\s+)?mohon\s+(?:petunjuk|arahan)\b[^\n“”\"]{0,60}$",
    r"(?:merdeka|bravo|jaya|horas)\s*!+$",
    r"(?:di\s+bawah\s+ini|ini)\s+(?:\w+\s+)?(?:rilis|berita|naskah)nya\b[^\n“”\"]{0,60}$",
    r"(?:rilis|berita)nya\s+(?:sebagai\s+)?berikut\W*$",
    r"foto(?:nya)?\s+(?:saya|kami|sy)\s+(?:kirim|susul)\w*\b[^\n“”\"]{0,60}$",
    r"maaf\s+(?:mengganggu|ganggu|baru|telat|terlambat)\b[^\n“”\"]{0,60}$",
    r"(?:mohon|tolong|bisa)\s+(?:dibantu\s+)?(?:bisa\s+)?(?:naik|tayang|muat)\w*\b[^\n“”\"]{0,60}$",
    r"(?:kalau|jika|bila)\s+ada\s+yang\s+kurang\b[^\n“”\"]{0,80}$",
    r"(?:mks|tq|tks|best|cheers)\s*[,.!]*$",
    r"salam\s+(?:sejahtera|hormat|hangat|takzim|sehat|redaksi|literasi|satu\s+data|kenal|presisi"
    r"|lestari|pramuka|olahraga|silaturahmi|persaudaraan|kami|dari\s+kami|sukses|jurnalis\w*)\b",
    r"salam[^\s:]?\s*(?:[!,.]|$)",
    r"salam(?:\s+[^\W\d_]{3,14}){1,2}[!,.]*$",
    r"(?:wa?)?ass?\.?\s+w(?:a)?r\b",
    rf"(?:met\s+)?(?:pagi|siang|sore|malam)\s+{_YOU}\b[^\n“”\"]{{0,80}}$",
    r"(?:mas|mbak|kak|kakak|pak|bu|bang|min|om|ndan|bos)\s*[,!]\s[^\n“”\"]{0,150}$",
    r"(?:n|ni)?titip\s+(?:rilis|berita|info\w*|naskah|siaran|kabar)\b[^\n“”\"]{0,80}$",
    rf"(?:monggo|mangga|silakan|silahkan)\s+{_USED}\b[^\n“”\"]{{0,100}}$",
    r"semoga\s+(?:bisa|dapat|berkenan)\s+(?:segera\s+)?"
    r"di(?:muat|teruskan|tayang\w*|sebar\w*|bantu|berita\w*|terima)\b[^\n“”\"]{0,100}$",
    r"(?:itu|segitu|cukup|begitu|gitu)\s+(?:aja|saja|dulu|dl)\b[^\n“”\"]{0,80}$",
    r"(?:semoga\s+)?(?:sehat|sukses|semangat|lancar)\s+selalu\b[^\n]{0,60}$",
    r"tetap\s+semangat\W*$|tabik\W*$|sampai\s+(?:jumpa|ketemu|bertemu)\b[^\n.]{0,60}\W*$",
    r"(?:di)?tunggu\s+(?:kehadiran|link|tautan|berita|kedatangan|kabar)\w*\b[^\n]{0,60}$",
    r"(?:kalau|jika|bila|apabila)\s+(?:sudah|telah)\s+(?:tayang|naik|terbit|dimuat)\b[^\n]{0,100}$",
    r"(?:sugeng|wilujeng)\s+(?:enjing|siyang|siang|sonten|dalu)\b",
    r"(?:sehubungan|berkenaan|berkaitan|menindaklanjuti|dalam\s+rangka)\b[^\n“”\"]{0,300}"
    r"\b(?:kami|saya)\s+(?:mohon|memohon|sampaikan|kirim\w*|lampirkan|mengundang)\b",
    r"(?:monggo|mangga|sumangga|silakan|silahkan)\b[^\n.“”\"]{0,60}\b(?:rekan|kawan|mas|mbak|bapak"
    r"|ibu|kakak|media|redaksi|admin|min)\b[^\n“”\"]{0,60}$",
    r"(?:foto|video|dokumentasi|data|rilis)(?:nya)?\s+(?:\w+\s+){0,3}(?:menyusul|nyusul)\b[^\n]{0,60}$",
    r"(?:nyuwun|minta\s+tolong|tolong\s+(?:dibantu|dimuat|bantu))\b[^\n]{0,120}$",
    r"(?:nuwun\s+sewu|kula\s+nuwun|permisi|(?:\w{3,8}\s+)?regards|sincerely|(?:yours|thanks)\s+(?:faithfully|truly|sincerely|and\s+regards)"
    r"|dear\s+(?:redaksi|media|rekan|kaka?k?|bapak|ibu|editor|sir|all))\b[^\n]{0,80}$",
    "wassalam",
    r"(?:wallahul?|billahi(?:t?tau?fiq)?|nas?h?run\s+min\s?allah|fastabiqul|alhamdulillah\s+wa)\b"
    r"[^\n.“”\"]{0,60}$",
    r"[^\n.“”\"]{0,100}\b(?:silakan|silahkan|cukup|bisa|dapat)\s+(?:mem)?balas\s+(?:ke\s+)?"
    r"(?:surel|e-?mail|pesan|wa|chat)\b[^\n]{0,40}$",
    r"s[hy]+alom\b",
    r"om\s+swast[iy]+astu",
    r"(?:namo\s+buddhaya|sampurasun|rahayu)\b\s*(?:[!,.]|$)",
    r"[^\n“”\".]{0,40}\bselamat\s+(?:pagi|siang|sore|malam)\b[^\n“”\"]{0,30}"
    rf"\b(?:{US}|bapak|ibu|kakak|kak|rekan)\b",
    r"selamat\s+(?:pagi|siang|sore|malam)\b",
    rf"[^\n,.:“”\"]{{0,30}}\b{US}\b[^\n,.:“”\"]{{0,30}},$",
    r"dengan\s+hormat",
    r"halo\b(?![^\n]{0,40}\d{3})",
    r"hai\b",
    r"mohon\s+(?:koreksi|konfirmasi|link|tautan|izin|ijin|bantuan|berkenan|dapat|dibantu|maaf|kiranya)",
    r"(?:yth|yang\s+terhormat)\b",
    r"[^\n,.:“”\"]{1,40}\s(?:yang\s+terhormat|yth)\.?,$",
    r"(?:demikian(?:lah)?|sekian)\b[^\n]{0,80}(?:siaran|rilis|laporan|release|berita\b|kami|keterangan"
    r"|informasi|disampaikan|dilaporkan|laporkan|dipublikasi|periksa|maklum|perhatian|terima\s?kasih)",
    r"(?:besar\s+harapan\s+kami|semoga\s+(?:berkah|berkenan|bermanfaat|dapat\s+dimuat)|(?:kami|saya)\s+"
    r"(?:tunggu|mohon|berharap\s+(?:rekan|media|redaksi)|haturkan"
    r"|ucapkan\s+terima))\b[^\n]{0,160}$",
    r"(?:sebelum(?:nya)?|kami|saya|dan|juga)\b[^\n“”\"]{0,60}\bterima\s?kasih[^\n“”\"]{0,40}$",
    r"(?:(?:n?ggih|inggih|oke|ok|baik|siap|ya)\b\W{1,3})?"
    r"(?:terima\s?kasih|matur\s?s?n?uwun|s?uwun|nuwun|hatur\s+nuhun)\b[^\n]{0,120}$",
    r"(?:jaza(?:kumu)?llah|barakallah|jazaakum)\w*\b[^\n]{0,60}$",
    r"(?:atas|terhadap)\s+(?:perhatian|kerja\s?sama|bantuan|pemuatan|berkenan|dimuat)\w*\b",
    r"(?:berikut|bersama|terlampir|dengan)\s+(?:ini\s+)?(?:kami|saya)\s+"
    r"(?:kirim|sampai|lampir|bagi|terus)\w*",
    r"berikut\s+(?:ini\s+)?(?:adalah\s+)?(?:siaran\s+pers|rilis|press\s+release|naskah)",
    r"(?:kami|saya)\s+(?:kirimkan|sampaikan|lampirkan)\b",
    r"i[zj]in\s+(?:berbagi|membagi|share|mengirim|kirim|meneruskan)\w*",
    rf"{_FRIENDS}\s+{US}\b",
)
"""Openings of greetings, requests and thanks to the newsroom."""
GREETED = Pattern(
    r"(?:(?:wa|a)ss?alamu?.?\s?.?alaikum|salam|selamat|halo|hai|om\s+swast|s[hy]+alom)"
    r"[^.!,\n]{0,60}[.!,]+\s+(?P<rest>\S[^\n]*)$",
    re.IGNORECASE,
)
"""A greeting and the text behind it on the same line."""
ADDRESSED_TO = Pattern(
    r"(?:untuk|info\w*|for|kontak\s+(?:media|person|pers)|atas|demikian|mohon|izin|ijin)\b"
    r"|[^\n]*\b(?:kami|bapak|ibu|rekan|media|redaksi|wartawan|jurnalis)\b",
    re.IGNORECASE,
)
"""Openings of a line in title case that is not a headline."""
ADDRESSING_WORDS = Pattern(
    r"\b(?:kami|saya|kita|anda|bapak|ibu|rekan|kawan|mohon|semoga|izin|ijin|terima\s?kasih|redaksi"
    r"|media|mas|mbak|kak|berikut)\b",
    re.IGNORECASE,
)
"""Words that address a reader and do not occur in news."""
TO_THE_NEWSROOM = Pattern(
    r"\b(?:redaksi|rekan|kawan-kawan|dimuat|memuat|pemuatan|dimuatnya|menayangkan|ditayangkan"
    r"|kirimkan"
    r"|lampirkan|terlampir|disiarkan|dipublikasikan|pemberitaan|peliputan|publikasinya)\b",
    re.IGNORECASE,
)
"""What a newsroom is called and asked for."""
THANKS = Pattern(
    r"\b(?:suwun|nuwun|ma?kasih|trims|tengkyu|thanks|thank\s+you|thx|tks|terima\s?kasih)\b",
    re.IGNORECASE,
)
SENDER_WORDS = Pattern(
    r"\b(?:kami|saya|mohon|terima\s?kasih|njenengan|panjenengan)\b", re.IGNORECASE
)
"""Together with a word of ``TO_THE_NEWSROOM``, one of these shows that a paragraph addresses the
newsroom."""
OFFER_OF_MORE = Pattern(
    r"(?:bila(?:mana)?|jika|apabila|kalau|jangan\s+ragu|silakan|silahkan"
    r"|sewaktu-waktu)\b[^\n“”\"]{0,100}"
    r"\b(?:(?:meng)?hubungi|kabari|bertanya|konfirmasi|tanyakan)\b",
    re.IGNORECASE,
)
"""An offer of more information: a contact where it says how, else a greeting."""
MESSAGE_WORDS = Pattern(
    r"\b(kami|mohon|rekan|kawan|redaksi|media|jurnalis|wartawan|rilis(?:nya)?|berita"
    r"|terima\s?kasih"
    r"|kirimkan|mengirimkan|sampaikan|salam|hormat|berkenan|dimuat|memuat|pemuatan|dimuatnya"
    r"|dipublikasikan|publikasi|bapak|ibu|kakak|kak|lampirkan|terlampir)\b",
    re.IGNORECASE,
)
"""A paragraph that addresses the newsroom has several of these words."""
