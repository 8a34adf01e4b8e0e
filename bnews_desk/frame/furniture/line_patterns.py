"""The words that mark press-release furniture, line by line, for import and rules.

Every pattern expects one line without the marks around it and takes time linear in its length.
"""

from __future__ import annotations

import re

from bnews_desk.frame.furniture.closing_patterns import (
    ABOUT,
    ATTACHMENTS,
    CAPTION,
    CAPTION_LABEL,
    CARBON_COPY,
    CONTACT,
    CONTACT_IN,
    CONTACT_WORDS,
    CREDITED,
    ENCLOSED,
    ENCLOSED_AT,
    ENCLOSED_LABEL,
    LABEL,
    LETTER_LABEL,
    POSITION,
    PUBLIC_NUMBER,
    SERVICE,
    SIGNATURE,
)
from bnews_desk.frame.furniture.newsroom_address_patterns import (
    ADDRESSED_TO,
    ADDRESSING_WORDS,
    GREETED,
    MESSAGE_WORDS,
    NEWSROOM_OPENING,
    OFFER_OF_MORE,
    SENDER_WORDS,
    THANKS,
    TO_THE_NEWSROOM,
)
from bnews_desk.frame.furniture.opening_patterns import (
    ADDRESS_WORDS,
    ADDRESSED,
    ADDRESSEE,
    AUTHORITY,
    DATE_LINE,
    MAIL_HEADER,
    MARK,
    NAMED_MARK,
    NUMBER,
    NUMBERED_MARK,
    OFFICE,
    REGISTRATION_NUMBER,
    RELEASED,
    STREET,
)
from bnews_desk.frame.furniture.page_mark_patterns import (
    LEGAL_NOTICE,
    PAGE,
    SITE_MENU,
)
from bnews_desk.frame.furniture.pattern_pieces import any_of
from bnews_desk.patterns import Pattern

NEWS_DATE = Pattern(r"\(\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?\)")
"""The date in brackets as news writes it: ``(12/11/2024)``."""
QUOTED = Pattern(r"[^“”\"]*[“”\"]")
_NO_DEED = any_of(
    "menteri", "tertinggal", "terbuka",
    "berencana", "bersama", "bersatu", "bermotor", "berkelanjutan", "berbasis", "bersih", "terpadu",
    "terminal", "teritori\\w*", "terapan", "terapi", "berita",
    "di(?:rek|vi|gi|str|sip|plom|alog|men|skus)\\w*",
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
    r"|belum|masih|tahan|cabut|tunggu|punya|nilai|sebut|ramal|buat|ini|itu|lepas|kirim|bantu|rawat|layani|hadirkan|undang|tunjuk"
    r"|sosialisasi|juara|borong|lolos|kembali|mulai|akan|kini|warga|untuk)\b",
    re.IGNORECASE,
)
"""An action, as headlines tell of and names do not."""


__all__ = [
    "ABOUT",
    "ACTING",
    "ADDRESSED",
    "ADDRESSED_TO",
    "ADDRESSEE",
    "ADDRESSING_WORDS",
    "ADDRESS_WORDS",
    "ATTACHMENTS",
    "AUTHORITY",
    "CAPTION",
    "CAPTION_LABEL",
    "CARBON_COPY",
    "CONTACT",
    "CONTACT_IN",
    "CONTACT_WORDS",
    "CREDITED",
    "DATE_LINE",
    "ENCLOSED",
    "ENCLOSED_AT",
    "ENCLOSED_LABEL",
    "GREETED",
    "LABEL",
    "LEGAL_NOTICE",
    "LETTER_LABEL",
    "MAIL_HEADER",
    "MARK",
    "MESSAGE_WORDS",
    "NAMED_MARK",
    "NEWSROOM_OPENING",
    "NEWS_DATE",
    "NUMBER",
    "NUMBERED_MARK",
    "OFFER_OF_MORE",
    "OFFICE",
    "PAGE",
    "POSITION",
    "PUBLIC_NUMBER",
    "QUOTED",
    "REGISTRATION_NUMBER",
    "RELEASED",
    "SENDER_WORDS",
    "SERVICE",
    "SIGNATURE",
    "SITE_MENU",
    "STREET",
    "THANKS",
    "TO_THE_NEWSROOM",
]
