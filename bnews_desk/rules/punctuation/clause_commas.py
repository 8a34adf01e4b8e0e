"""Commas between main and subordinate clauses: D21, D22, D23, D24."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.lexicon.attribution_verbs import attribution_verbs
from bnews_desk.patterns import Pattern
from bnews_desk.release import Edit
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.rules.word_positions import positions_of, sentence_at
from bnews_desk.text import Span, Word

_THAT = "bahwa"
_SUBORDINATORS = frozenset(
    "agar supaya karena sebab sehingga meskipun walaupun kendati jika kalau apabila bila".split()
)
_KNOWING = frozenset(
    "tahu yakin percaya sadar setuju paham optimistis optimis ingat sepakat".split()
)
"""Words before *bahwa*, besides verbs."""
_FINDING_OUT = Pattern(r"(?:me|di|ter)?[a-z]{3,20}(?:kan|hui|ri)$|menyebut$|menilai$")
_INSERTED = frozenset({"seperti", "yang", "sebagaimana", "dikutip", "dilansir", "dalam", "di"})
"""Words that open an insertion closed by a comma."""
_NO_VERBS = frozenset("tersebut terhadap mereka berita direktur didapatkan terjadi media".split())
"""Words that only look like verbs, and verbs whose *bahwa* clause explains a noun."""
_POINTING = frozenset({"itu", "itulah", "ini", "inilah", "demikian", "apa", "saja", "pun"})
"""With *karena* or *sebab* before them these form a connector."""
ADVERBIAL_STARTS = frozenset(
    "di pada dalam menurut selain untuk dengan sementara oleh namun setelah sebelum jika ketika"
    " saat karena meski meskipun walau walaupun apabila bila kalau agar supaya sebagai bagi dari ke"
    " terkait usai sejak hingga akibat lebih akan tetapi kemudian selanjutnya menurutnya artinya"
    " sebaliknya bahkan apalagi tentu jadi maka sebab demi guna atas melalui berdasarkan selama"
    " sesuai seperti tanpa kendati adapun begitu misalnya pasalnya contohnya intinya"
    " pertama kedua ketiga ya nah oh tapi dan lalu padahal".split()
)
"""First words of an adverbial before a main clause."""
_LEAST_CLAUSE = 2
"""Least number of words in a main clause before a subordinate one."""
_COMMA = Pattern(r"(?<!\d),|,(?!\d)")


def _needless_commas(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text, found = paragraph.text, paragraph.words
    for i, word in enumerate(found):
        if not i or (word.text != _THAT and word.text not in _SUBORDINATORS):
            continue
        before = found[i - 1]
        gap = text[before.end : word.start]
        bare = gap.removeprefix(")").removeprefix("%")
        if bare[:1] != "," or bare[1:].strip() or len(bare) < len(", "):
            continue
        at = word.start - len(bare)
        how_sure = _how_sure(paragraph, i, at)
        if how_sure is not None:
            severity = Severity.WARNING if word.text == _THAT else None
            fix = Fix(how_sure, "Hapus koma", (Edit(at, at + 1, ",", ""),))
            yield RuleMatch(before.start, word.end, {"word": word.text}, (fix,), severity)


def _how_sure(paragraph: ParagraphContext, i: int, at: int) -> Safety | None:
    """How certain it is that the comma before a subordinator is wrong; None where it may stay."""
    sentence = _sentence(paragraph, at)
    if sentence is None:
        return None
    text, before = paragraph.text, paragraph.words[i - 1]
    is_inserted = _COMMA.search(text, sentence.start, at) is not None
    is_said = before.folded in attribution_verbs().introducing
    if paragraph.words[i].text == _THAT:
        if is_inserted:
            return Safety.OFFERED if is_said or _closes_clause(paragraph, sentence, i) else None
        if is_said or _is_verb(before):
            return Safety.SAFE
        is_known = before.folded in _KNOWING or _reports(paragraph, sentence, i)
        return Safety.OFFERED if is_known else None
    after = paragraph.words[i + 1].folded if i + 1 < len(paragraph.words) else ""
    if is_inserted or is_said or after in _POINTING or _COMMA.search(text, at + 1, sentence.end):
        return None
    return Safety.OFFERED if _is_main_clause(paragraph, sentence, i) else None


def _sentence(paragraph: ParagraphContext, at: int) -> Span | None:
    """The sentence at a position, or None; a quotation begins a sentence of its own."""
    index = bisect_right(paragraph.sentences, at, key=lambda span: span.start) - 1
    if index < 0:
        return None
    start, end = paragraph.sentences[index]
    quotations = paragraph.quotations
    before = bisect_right(quotations, at, key=lambda quotation: quotation.start) - 1
    if before >= 0:
        last = quotations[before]
        if at < last.end:
            return Span(max(start, last.start + 1), min(end, last.end - 1))
        start = max(start, last.end) if last.end < end else start
    return Span(start, end)


def _closes_clause(paragraph: ParagraphContext, sentence: Span, i: int) -> bool:
    """Whether a verb of finding out precedes *bahwa* and does not end an insertion."""
    if not _FINDING_OUT.match(paragraph.words[i - 1].folded):
        return False
    text, found = paragraph.text, paragraph.words
    first = i - 1
    while first > 0 and found[first - 1].start >= sentence.start:
        if "," in text[found[first - 1].end : found[first].start]:
            break
        first -= 1
    return found[first].folded not in _INSERTED


def _reports(paragraph: ParagraphContext, sentence: Span, i: int) -> bool:
    """Whether the sentence says before its word ``i`` that somebody says something."""
    found = paragraph.words
    first = bisect_left(found, sentence.start, key=lambda word: word.start)
    introducing = attribution_verbs().introducing
    return any(word.folded in introducing for word in found[first:i])


def _is_verb(word: Word) -> bool:
    if not word.text.islower() or word.text in _NO_VERBS or len(word.text) <= len("meski"):
        return False
    return word.text.startswith(("me", "di", "ber", "ter"))


def _is_main_clause(paragraph: ParagraphContext, sentence: Span, i: int) -> bool:
    found = paragraph.words
    first = bisect_left(found, sentence.start, key=lambda word: word.start)
    return i - first >= _LEAST_CLAUSE and found[first].folded not in ADVERBIAL_STARTS


COMMA_BEFORE_BAHWA = ParagraphRule(
    code="D22",
    id="comma-before-bahwa-or-subclause",
    name="Koma sebelum anak kalimat",
    severity=Severity.SUGGESTION,
    safety=Safety.OFFERED,
    why="Koma sebelum “{word}” tidak diperlukan.",
    source="EYD V, Tanda Koma 4",
    check=_needless_commas,
    needs=Needs(words=_SUBORDINATORS | {_THAT}),
    bad=(
        Example("Sekda mengatakan, bahwa warga siap.", "Sekda mengatakan bahwa warga siap."),
        Example("Warga desa itu datang, meskipun hujan.", "Warga desa itu datang meskipun hujan."),
        Example(
            "Acara itu ditunda besok, karena hujan deras.",
            "Acara itu ditunda besok karena hujan deras.",
        ),
        Example(
            "Sekda Blitar, Izul Marom, menegaskan, bahwa warga siap.",
            "Sekda Blitar, Izul Marom, menegaskan bahwa warga siap.",
        ),
        Example("Ia sudah tahu, bahwa warga siap.", "Ia sudah tahu bahwa warga siap."),
    ),
    good=(
        "Acara itu, meskipun hujan, tetap ramai.",
        "Ia menjelaskan, desa tidak lagi sebatas objek.",
        "Warga desa itu datang, karena itu acara ramai.",
        "Ia berkata, di depan warga, bahwa semua siap.",
        "Ia mengatakan, jika hujan, acara ditunda.",
        "Namun, jika hujan turun acara ditunda.",
        "Berdasarkan laporan yang dikutip Meutya, bahwa hoaks naik, itu benar.",
        "Pada musim hujan tahun ini, agar aman warga diminta waspada.",
        '"Kami siap," agar warga tenang.',
    ),
)

_FIRST = frozenset("kalau jika setelah sebelum ketika saat apabila".split())
"""Words that open a clause or phrase separated from the main clause by a comma; E15 covers
*karena*."""
_FIRST_CAPITAL = tuple(word.capitalize() for word in sorted(_FIRST))
_NO_CLAUSE = frozenset("itu ini itulah inilah tersebut demikian begitu tidak".split())
_LEAST_SENTENCE = 8
_SO = " maka "


def _first_clauses(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text, found = paragraph.text, paragraph.words
    for start, end in paragraph.sentences:
        if not text.startswith(_FIRST_CAPITAL, start):
            continue
        i = bisect_left(found, start, key=lambda word: word.start)
        last = bisect_left(found, end, key=lambda word: word.start)
        if last - i < _LEAST_SENTENCE or found[i].start != start or found[i].folded not in _FIRST:
            continue
        if found[i + 1].folded in _NO_CLAUSE:
            continue
        if paragraph.in_quotation(start, found[i].end) or text[end - 1] != ".":
            continue
        if found[i + 1].text[0].isupper() and found[i + 2].text[0].isupper():
            continue  # a title: *Saat Aku Bersuara*
        if not any(mark in text[start:end] for mark in ",;:?—–"):
            so = text.find(_SO, start, end)
            fixes = (Fix(Safety.OFFERED, "Tambahkan koma", (Edit(so, so, "", ","),)),)
            values = {"word": found[i].text}
            yield RuleMatch(start, found[i].end, values, fixes if so > 0 else ())


COMMA_SUBCLAUSE_FIRST = ParagraphRule(
    code="D21",
    id="comma-subclause-first",
    name="Koma sesudah anak kalimat",
    severity=Severity.SUGGESTION,
    safety=Safety.OFFERED,
    why="Anak kalimat yang diawali “{word}” dan mendahului induk kalimat diikuti koma.",
    source="EYD V, Tanda Koma 3",
    remark="Tempat komanya tidak dapat diketahui pasti, jadi tidak ditawarkan.",
    check=_first_clauses,
    needs=Needs(words=_FIRST),
    bad=(
        Example("Setelah hujan reda acara di lapangan desa itu dimulai."),
        Example("Jika hujan turun lagi warga desa itu diminta mengungsi."),
        Example(
            "Jika hujan turun lagi maka warga diminta mengungsi.",
            "Jika hujan turun lagi, maka warga diminta mengungsi.",
        ),
    ),
    good=(
        "Saya akan datang kalau diundang oleh warga desa itu besok.",
        "Setelah hujan reda, acara di lapangan desa itu dimulai.",
        '"Jika hujan turun lagi warga desa itu diminta mengungsi," katanya.',
        "Saat ini warga desa itu menanam padi di sawah.",
        "Karena itu warga desa menanam padi di sawah.",
        "Setelah hujan acara dimulai.",
    ),
)

_LISTING = Pattern(
    r"(?<![^\W_])(?:meliputi|yaitu|yakni|adalah|terdiri atas|antara lain|seperti)(?P<mark>\s?:)"
    r"(?=\s[^\W\d_])"
)


def _running_lists(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text, (start, end) = paragraph.text, paragraph.copy
    if ":" not in text:
        return
    for match in _LISTING.finditer(text, start, end):
        first, last = match.span("mark")
        fix = Fix(Safety.SAFE, "Hapus titik dua", (Edit(first, last, match["mark"], ""),))
        yield RuleMatch(match.start(), last, fixes=(fix,))


COLON_IN_RUNNING_LIST = ParagraphRule(
    code="D23",
    id="colon-in-running-list",
    name="Titik dua dalam perincian",
    severity=Severity.SUGGESTION,
    safety=Safety.SAFE,
    why="Titik dua tidak dipakai jika perincian merupakan bagian dari kalimat.",
    source="EYD V, Tanda Titik Dua 2",
    is_on=False,
    remark="Tahap kedua: dikirim dalam keadaan mati.",
    check=_running_lists,
    bad=(
        Example(
            "Wilayahnya meliputi: Garum, Talun, dan Doko.",
            "Wilayahnya meliputi Garum, Talun, dan Doko.",
        ),
        Example("Syaratnya adalah : KTP dan KK.", "Syaratnya adalah KTP dan KK."),
    ),
    good=(
        "Kami perlu perabot: kursi, meja, dan lemari.",
        "Syaratnya adalah:",
        'Bunyinya adalah: "Kami siap."',
        "Wilayahnya meliputi Garum, Talun, dan Doko.",
    ),
)

_NAMELY = frozenset({"yaitu", "yakni"})
_ESPECIALLY = frozenset({"khususnya", "terutama"})
_INCLUDING = frozenset({"termasuk"})
_NOT_INCLUDING = frozenset(
    "belum tak tidak sudah juga yang masih akan bukan hanya tetap ikut turut dianggap dinilai"
    " tergolong biaya harga ini itu adalah ia dia mereka saya kami kita jika apabila maupun"
    " bahkan telah yakni jadi jelas karena dirinya nah bahwa"
    " apakah sehingga akhirnya".split()
)
"""After these *termasuk* is a predicate: *tidak termasuk*, *ini termasuk*."""
_BELONGING = frozenset(
    "dalam salah ke di kategori golongan jenis kelompok pula yang paling tinggi rendah besar"
    " kecil baru langka cepat lambat tipe bagian satu wilayah kawasan di-".split()
)
"""Before these it is one too: *termasuk dalam*, *termasuk salah satu*."""
_ADDING = _NAMELY | _ESPECIALLY | _INCLUDING
_NO_ADDITION = frozenset(
    "kata dan atau pada secara lebih paling yang di ke untuk serta namun tetapi tapi bagi dari"
    " dengan adalah ialah kepada oleh dalam hal agar".split()
)
"""Words to which the following one belongs: *pada khususnya*, *dan terutama*."""
_PREDICATES = frozenset(
    "adalah ialah ada punya hadir turun naik tetap jadi tinggal masuk keluar datang lahir mulai"
    " masih sudah"
    " telah akan belum bisa dapat harus perlu ingin mau tidak bukan pernah sempat kerap".split()
)
_VERBAL = Pattern(r"(?:me(?:m|n|ng|ny|l|r|w|y)|di|ber|ter)[a-z]{3,}$")
_NO_PREDICATE = frozenset(
    "tersebut terhadap berita berbagai beberapa direktur media menteri merek metode mereka"
    " meter menit berikut berikutnya bersama terakhir terbaru terbesar diri dirinya".split()
)
_RELATIVE_REACH = 3
"""The verb of *yang* is within this many words after it."""


def _unmarked_namely(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text, found = paragraph.text, paragraph.words
    for i in positions_of(paragraph, _ADDING):
        word = found[i]
        is_namely = word.text in _NAMELY
        if word.text not in _ADDING or not i:
            continue
        before = found[i - 1]
        gap = text[before.end : word.start]
        bracket = gap.startswith(")")
        if word.start in paragraph.sentence_starts or before.folded in _NO_ADDITION:
            continue
        if not gap[bracket:].isspace() or not text[word.end : word.end + 1].isspace():
            continue
        behind = found[i + 1].folded if i + 1 < len(found) else ""
        if not is_namely and (_VERBAL.match(behind) or behind == "karena"):
            continue
        if word.text in _INCLUDING and not _adds(paragraph, i, behind):
            continue
        at = before.end + bracket
        fix = Fix(Safety.OFFERED, "Tambahkan koma", (Edit(at, at, "", ","),))
        if is_namely and (before.folded == "satunya" or not has_predicate(paragraph, i)):
            is_fix = replacement_fix(text, word.start, word.end, "adalah", Safety.OFFERED)
            yield RuleMatch(
                word.start, word.end, {"word": word.text}, (is_fix, fix), message="copula"
            )
        else:
            yield RuleMatch(before.start, word.end, {"word": word.text}, (fix,))


def _adds(paragraph: ParagraphContext, i: int, behind: str) -> bool:
    """Whether *termasuk* introduces an addition and is not the predicate."""
    words, saying = paragraph.words, attribution_verbs().introducing
    if words[i - 1].folded in _NOT_INCLUDING or behind in _BELONGING:
        return False
    for at in range(i - 1, -1, -1):
        folded = words[at].folded
        is_verb = _VERBAL.match(folded) is not None and folded not in _NO_PREDICATE
        if is_verb or folded in _PREDICATES:
            return folded not in saying and not (is_verb and at == i - 1)
        gap = paragraph.text[words[at].end : words[at + 1].start]
        if folded == "bahwa" or any(mark in gap for mark in ",.;:"):
            return False
    return False


def has_predicate(paragraph: ParagraphContext, i: int) -> bool:
    """Whether the sentence has a predicate before its word ``i``.

    A verb directly after *yang* belongs to the noun before it.
    """
    found = paragraph.words
    start = sentence_at(paragraph, found[i].start).start
    relative: int | None = None
    for at in range(bisect_left(found, start, key=lambda word: word.start), i):
        folded = found[at].folded
        is_verb = _VERBAL.match(folded) is not None and folded not in _NO_PREDICATE
        if folded == "yang":
            relative = at
        elif relative is not None and at - relative <= _RELATIVE_REACH:
            if is_verb:
                relative = None
        elif is_verb or folded in _PREDICATES:
            return True
    return False


COMMA_YAITU = ParagraphRule(
    code="D24",
    id="comma-yaitu",
    name="Koma sebelum perincian",
    severity=Severity.SUGGESTION,
    safety=Safety.OFFERED,
    why="Sebelum “{word}” dibubuhkan koma.",
    other_messages={
        "copula": "“{word}” merinci, tidak menjadi predikat: tulis “adalah”, atau bubuhkan koma"
        " bila yang berikut hanya keterangan."
    },
    source="EYD V, Tanda Koma 13",
    check=_unmarked_namely,
    needs=Needs(words=_ADDING),
    bad=(
        Example(
            "Ada tiga desa yaitu Ngadri, Plosorejo, dan Slorok.",
            "Ada tiga desa, yaitu Ngadri, Plosorejo, dan Slorok.",
        ),
        Example("Ada satu syarat yakni KTP.", "Ada satu syarat, yakni KTP."),
        Example("Syaratnya yaitu KTP dan KK.", "Syaratnya adalah KTP dan KK."),
        Example(
            "Salah satu jalan yang ditutup yakni Jalan Merdeka.",
            "Salah satu jalan yang ditutup adalah Jalan Merdeka.",
        ),
        Example("Warga menanam sayur khususnya cabai.", "Warga menanam sayur, khususnya cabai."),
        Example("Semua warga hadir termasuk lansia.", "Semua warga hadir, termasuk lansia."),
    ),
    good=(
        "Ada tiga desa, yakni Ngadri, Plosorejo, dan Slorok.",
        "Ada satu: yaitu KTP.",
        "Warga Blitar pada khususnya dan yang terutama petani hadir.",
        "Desa itu hadir dan termasuk wilayah rawan; harga itu tidak termasuk pajak.",
    ),
)

RULES = (COMMA_SUBCLAUSE_FIRST, COMMA_BEFORE_BAHWA, COLON_IN_RUNNING_LIST, COMMA_YAITU)
