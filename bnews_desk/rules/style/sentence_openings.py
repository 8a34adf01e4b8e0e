"""Wrong openings of sentences: with a conjunction (E15), without a subject (E06)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.patterns import Pattern
from bnews_desk.release import Edit
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.rules.word_positions import sentence_at
from bnews_desk.text import Span

_JOINED = {
    "Sehingga": " sehingga",
    "Sedangkan": ", sedangkan",
    "Melainkan": ", melainkan",
    "Serta": " serta",
    "Yakni": ", yakni",
    "Yaitu": ", yaitu",
    "Karena": " karena",
    "Agar": " agar",
    "Supaya": " supaya",
    "Meskipun": " meskipun",
    "Meski": " meski",
    "Walaupun": " walaupun",
    "Walau": " walau",
    "Kendati": " kendati",
    "Termasuk": ", termasuk",
    "Terutama": ", terutama",
    "Khususnya": ", khususnya",
    "Seperti": ", seperti",
    "Sekaligus": " sekaligus",
}
"""Conjunctions that do not open a sentence, and how they continue the one before."""
_REPLACED = {"Tapi": "Namun,"}
_OPENING = Pattern(
    r"(?:(?P<word>Sehingga|Melainkan|Yakni|Yaitu|Tapi|Serta)(?P<comma>,?)"
    r"|(?P<while>Sedangkan)(?P<its_comma>,)"
    r"|(?P<depending>Karena|Agar|Supaya|Meski(?:pun)?|Walau(?:pun)?|Kendati|Termasuk|Terutama"
    r"|Khususnya|Seperti|Sekaligus(?= me))) "
)
"""*Sedangkan* alone is as common in print as *sementara*; with a comma it is certainly wrong."""
_NO_CLAUSE = Pattern(r"(?:itu|ini|begitu|demikian|apa|biasa|diketahui)(?:lah|nya)?(?![^\W_])")
"""With a conjunction before them these form a connector."""
_PARTING = Pattern(r"[,;:?!—–]|\bmaka\b|\bdan (?:ia|dia|mereka)\b")
"""Separators between a subordinate clause and its main clause."""
_LONGEST_JOINED = 34
"""Sentences with more words together than this are not joined."""


def _check_conjunctions(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text = paragraph.text
    for before, sentence in pairwise((None, *paragraph.sentences)):
        m = _OPENING.match(text, sentence.start, sentence.end) if sentence else None
        if m is None or sentence is None or paragraph.in_quotation(*m.span()):
            continue
        group = "word" if m["word"] else "while" if m["while"] else "depending"
        if m["depending"] and not _is_fragment(paragraph, m.end(), sentence.end):
            continue
        fixes = _fixes(paragraph, m, before)
        message = "" if fixes else "fragment"
        if m["depending"]:
            message = "depending"
        yield RuleMatch(*m.span(group), {"text": m[group]}, fixes, message=message)


def _is_fragment(paragraph: ParagraphContext, start: int, end: int) -> bool:
    """Whether nothing separates the clause of a conjunction from a main clause in the same
    sentence."""
    text = paragraph.text
    if text[end - 1] != "." or _PARTING.search(text, start, end):
        return False
    return not _NO_CLAUSE.match(text, start)


def _fixes(paragraph: ParagraphContext, m: re.Match[str], before: Span | None) -> tuple[Fix, ...]:
    text, at, word = paragraph.text, m.start(), m["word"] or m["while"] or m["depending"]
    if word in _REPLACED:
        return (replacement_fix(text, at, m.end() - 1, _REPLACED[word], Safety.OFFERED),)
    if before is None or text[before.end - 1] != "." or not text[before.end : at].isspace():
        return ()
    if paragraph.in_quotation(before.end - 1, before.end):
        return ()
    end = sentence_at(paragraph, at).end
    if len(text[before.start : end].split()) > _LONGEST_JOINED:
        return ()
    first, last = before.end - 1, m.end() - 1
    edit = Edit(first, last, text[first:last], _JOINED[word])
    return (Fix(Safety.OFFERED, "Gabungkan dengan kalimat sebelumnya", (edit,)),)


_THIS = r"(?!akhirnya|dasarnya|umumnya|mulanya|awalnya)(?:[a-z]{3,20} ){1,3}(?:ini|itu|tersebut)"
_SAYING = (
    r"(?:mengatakan|menyampaikan|menjelaskan|menyebutkan|menyebut|mengungkapkan|menuturkan"
    r"|menambahkan|menegaskan|menyatakan|memaparkan|mengaku)"
)
_EVIDENCE = (
    r"(?:hasil|data|survei|riset|laporan|persidangan|penelitian|kajian|studi|video|rekaman|catatan)"
)
_TELLING = (
    r"(?:menunjukkan|menyebutkan|mengungkapkan|menyatakan|membuktikan|mencatat|memperlihatkan)"
)
_LOST = Pattern(
    rf"(?:(?P<speaker>Menurut) (?:[A-Z][\w.'’-]{{0,20}} ){{1,8}}{_SAYING}(?![^\W_])"
    r"|(?P<held>Dalam|Pada) (?:[a-z]{3,20} ){1,3}(?:ini|itu|tersebut) (?:juga |turut )?"
    r"(?:dihadiri|diikuti|dipimpin|diisi|dimeriahkan)"
    r"(?= (?:oleh|langsung|Bupati|Wakil|Wali|Kepala|Camat|Ketua|ratusan|puluhan|ribuan|seluruh"
    r"|sejumlah|\d))"
    rf"|(?P<first>Dalam|Pada|Untuk|Melalui) {_THIS}"
    r" (?:mem|men|meng|meny|me(?=[lrwy]))(?!reka|skipun|jadi dasar)[a-z]{3,20}(?![^\W_])"
    rf"|(?P<aim>Dalam|Pada|Untuk) {_THIS} (?:bertujuan|berisi|bertema|berjudul)(?![^\W_])"
    r"|(?P<being>Dengan adanya) (?:[^\W_][\w-]{0,30} ){1,8}?(?:membuat|menyebabkan|mengakibatkan"
    r"|menjadikan)(?![^\W_])"
    r"|(?P<means>Dengan) (?!adanya)(?:[a-z-]{2,20} ){1,4}(?:ini|itu|tersebut) (?:membuat"
    r"|menyebabkan|mengakibatkan|menjadikan|mengantarkan|menandakan)(?![^\W_])"
    rf"|(?P<evidence>Dari|Berdasarkan|Dalam) (?:[a-z]{{3,20}} ){{0,2}}?{_EVIDENCE}"
    rf" (?:(?!yang|bahwa|untuk|dan)[\w()/&-]{{2,25}} ){{0,7}}?{_TELLING}(?![^\W_])"
    r"|(?P<whom>Bagi) (?:[a-z]{2,20} ){1,8}?(?:harap|dimohon|diharap|diharapkan)(?![^\W_]))"
)
_UNNAMED = Pattern(
    rf"(?:Dalam|Pada|Di) (?:(?:sambutan|arahan|pidato|paparan|keterangan|kunjungan|kesempatan"
    r"|penyampaian)nya|(?:sela-sela )?(?:kegiatan|acara|kesempatan|rapat|pertemuan|sambutan|momen"
    rf"|momentum|apel|upacara|kunjungan) (?:ini|itu|tersebut|yang sama)) (?:juga |turut )?"
    rf"(?P<verb>{_SAYING}|mengajak|meminta|mengimbau|berharap|berpesan|mengingatkan|mengapresiasi"
    r"|menyerahkan|meresmikan|meninjau|mengucapkan|menyambut|menekankan)(?![^\W_])"
)
"""Sentences that name an occasion and what was said there, but no person."""


_ADVERBS = "juga|terus|turut|akan|telah|dapat|bisa|mampu|harus|kembali|ikut"
_ADDED = Pattern(
    rf"(?:Kemudian|Selain itu|Selanjutnya|Tidak hanya itu|Tak hanya itu|Di samping itu|Lalu juga)"
    rf",? (?:(?:(?:{_ADVERBS}) )+|(?<=Kemudian )|(?<=Kemudian, ))"
    r"(?P<verb>(?!mereka|melalui|menara|merek|menurut|mengenai|mengingat|mengakhiri|menjelang"
    r"|merujuk|menteri)(?:mem|men|meng|meny|me(?=[lrwy]))[a-z]{3,})(?![^\W_])"
)
"""Sentences that continue with an action but name no person."""
_ITSELF = Pattern(r"\b(?:penting|adalah|merupakan|menjadi|membantu|membuat|membutuhkan|juga me)\b")
"""Before these, the verb at the start is itself the subject: *mencuci tangan juga penting*."""


_FIRST_WORDS = (
    "Dalam", "Pada", "Di", "Menurut", "Untuk", "Melalui", "Dengan", "Dari", "Berdasarkan", "Bagi",
    "Kemudian", "Sel", "Tidak hanya", "Tak hanya", "Lalu",
)  # fmt: skip
"""The first words of all these sentences."""


def _check_subjects(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text = paragraph.text
    for sentence in paragraph.sentences:
        if not text.startswith(_FIRST_WORDS, sentence.start):
            continue
        unnamed = _UNNAMED.match(text, sentence.start, sentence.end)
        if unnamed is not None:
            if not paragraph.in_quotation(*unnamed.span()):
                values = {"text": unnamed["verb"]}
                yield RuleMatch(unnamed.start("verb"), unnamed.end(), values, message="unnamed")
            continue
        added = _ADDED.match(text, sentence.start, sentence.end)
        if added is not None:
            is_named = _ITSELF.search(text, added.end(), sentence.end)
            if not is_named and not paragraph.in_quotation(*added.span()):
                start, end = added.span("verb")
                values = {"text": added["verb"]}
                yield RuleMatch(start, end, values, severity=Severity.SUGGESTION, message="unnamed")
            continue
        m = _LOST.match(text, sentence.start, sentence.end)
        if m is None or paragraph.in_quotation(*m.span()):
            continue
        group = m.lastgroup or "first"
        word = m[group]
        start, end = m.start(), m.end(group) + 2
        new = text[end - 1].upper()
        edit = Edit(start, end, text[start:end], new)
        fix = Fix(Safety.OFFERED, f"Hapus “{word}”", (edit,))
        yield RuleMatch(start, m.end(), {"text": word}, (fix,))


RULES = (
    ParagraphRule(
        code="E15",
        id="sentence-initial-conjunction",
        name="Kata penghubung di awal kalimat",
        severity=Severity.SUGGESTION,
        safety=Safety.OFFERED,
        why="“{text}” menghubungkan bagian kalimat; gabungkan dengan kalimat sebelumnya.",
        other_messages={
            "fragment": "“{text}” tidak mengawali kalimat; gabungkan dengan kalimat sebelumnya atau"
            " mulai dengan “Akibatnya,”, “Karena itu,”, atau pelakunya.",
            "depending": "Kalimat yang diawali “{text}” ini belum lengkap; gabungkan dengan kalimat"
            " sebelumnya, atau bubuhkan koma di depan induk kalimatnya.",
        },
        source="Tata Bahasa Baku Bahasa Indonesia",
        check=_check_conjunctions,
        bad=(
            Example("Hujan deras. Sehingga jalan banjir.", "Hujan deras sehingga jalan banjir."),
            Example("Hujan deras. Tapi warga hadir.", "Hujan deras. Namun, warga hadir."),
            Example(
                "Ada dua desa. Yakni Ngadri dan Slorok.", "Ada dua desa, yakni Ngadri dan Slorok."
            ),
            Example("Itu bukan denda. Melainkan pajak.", "Itu bukan denda, melainkan pajak."),
            Example("Sehingga jalan itu banjir."),
            Example(
                "Ia menutup acara. Serta memberi hadiah.", "Ia menutup acara serta memberi hadiah."
            ),
            Example("Ayah bertani. Sedangkan, ibu pergi.", "Ayah bertani, sedangkan ibu pergi."),
            Example("Jalan ditutup. Karena hujan deras.", "Jalan ditutup karena hujan deras."),
            Example("Warga hadir. Meskipun hujan deras.", "Warga hadir meskipun hujan deras."),
            Example("Semua hadir. Termasuk warga lansia.", "Semua hadir, termasuk warga lansia."),
        ),
        good=(
            "Karena itu, warga menunggu; hujan deras sehingga jalan banjir.",
            '"Hujan deras. Sehingga jalan kita banjir," katanya.',
            "Serta-merta warga berlari.",
            "Ayah bertani. Sedangkan ibu berdagang. Tetapi ia hadir.",
            "Karena hujan deras, jalan ditutup. Karena itulah warga menunggu.",
        ),
        remark="“Sedangkan” dan “Tetapi” tanpa koma dibiarkan: lazim dalam berita yang terbit.",
    ),
    ParagraphRule(
        code="E06",
        id="subject-lost-preposition",
        name="Kalimat tanpa subjek",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="Kalimat ini kehilangan subjek karena diawali “{text}”; hapus kata itu.",
        other_messages={
            "unnamed": "Kalimat ini tidak menyebut siapa yang “{text}”; tambahkan pelakunya."
        },
        source="Tata Bahasa Baku Bahasa Indonesia",
        check=_check_subjects,
        bad=(
            Example("Dalam acara ini membahas air bersih.", "Acara ini membahas air bersih."),
            Example("Pada rapat itu menghasilkan usul.", "Rapat itu menghasilkan usul."),
            Example("Dalam kegiatan ini bertujuan baik.", "Kegiatan ini bertujuan baik."),
            Example("Menurut Rini Wati mengatakan hal itu.", "Rini Wati mengatakan hal itu."),
            Example(
                "Dalam acara tersebut dihadiri oleh Camat Talun.",
                "Acara tersebut dihadiri oleh Camat Talun.",
            ),
            Example(
                "Dengan adanya jalan ini membuat warga senang.", "Jalan ini membuat warga senang."
            ),
            Example("Dengan hasil itu membuat warga senang.", "Hasil itu membuat warga senang."),
            Example("Dari hasil survei menunjukkan hal itu.", "Hasil survei menunjukkan hal itu."),
            Example(
                "Berdasarkan data BPS mencatat kenaikan harga.", "Data BPS mencatat kenaikan harga."
            ),
            Example("Dalam kegiatan itu menyampaikan pentingnya air bersih."),
            Example("Dalam sambutannya mengajak warga menjaga sungai."),
            Example("Kemudian terus membangun jalan desa tahun ini."),
            Example("Selain itu, juga memberikan bantuan kepada warga."),
            Example(
                "Bagi warga yang mendaftar harap datang.", "Warga yang mendaftar harap datang."
            ),
        ),
        good=(
            "Dalam arahannya, Sekda Izul Marom menekankan hal itu.",
            "Dalam rapat itu dibahas air bersih. Selain itu, mereka juga membahas pupuk.",
            "Selain itu, bisa membaca adalah syarat; kemudian melalui rapat itu warga membahasnya.",
            "Menurut Rini, camat mengatakan hal itu.",
            "Dalam acara itu, warga membahas air bersih.",
            "Dalam acara itu mereka hadir.",
            "Dalam sambutannya, Camat mengajak warga; pada kesempatan itu Camat berpesan.",
            "Dari hasil survei yang menunjukkan itu, warga senang; dari data itu warga mencatat.",
            "Dengan hasil itu, camat membuat warga senang.",
            "Dengan adanya jalan ini, warga senang.",
            '"Dalam acara ini membahas air bersih," katanya.',
        ),
        remark="Hanya pola tertutup: kalimat inversi yang benar serupa bentuknya.",
    ),
)
