"""Degrees and titles of persons: each abbreviation with its full stops and capitals."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE
from bnews_desk.lexicon.degree_register import Degree, DegreeRegister, degree_key, shipped_degrees
from bnews_desk.patterns import Pattern
from bnews_desk.release import Edit
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.text import Span, Word

_TOKEN = Pattern(r"[^\W\d_](?:[^\W\d_]|\.(?=[^\W\d_])){0,15}(?:-[A-Z]{1,3})?\.?(?![\w'’-])")
_COMMA_BEHIND_NAME = Pattern(r",(?<=[^\W\d_],)\s?(?=[^\W\d_])")
_BETWEEN_DEGREES = Pattern(r",\s?|\s(?=[^\W\d_])")
_GOES_ON_AS_LIST = Pattern(r",?\s(?:dan|serta|atau|maupun|hingga)(?!\w)")
_UNMISTAKABLE = frozenset({"se", "sh", "mm", "mh", "mt", "skm", "mba", "phd", "amd", "lc", "llm"})
"""Degrees that are unambiguous behind a full name, even alone and without full stops."""
_TITLES = frozenset(
    {"drs", "dra", "ir", "prof", "dr", "drg", "drh", "apt", "ns", "h", "hj", "kh", "krt"}
)
_OFFICES = frozenset(
    {"bupati", "gubernur", "camat", "kepala", "ketua", "sekretaris", "sekda", "kades", "lurah"}
    | {"ustaz", "ustad", "bapak", "pak", "kiai", "almarhum", "wakil", "direktur", "rektor"}
)
_PLACES = frozenset(
    {"jalan", "jl", "jln", "rsud", "rs", "rsup", "rsd", "rsia", "rst", "stadion", "bandara"}
    | {"universitas", "museum", "gedung", "yayasan", "masjid", "taman", "bendungan", "gor"}
    | {"sma", "smp", "sd", "smk", "hotel", "klinik", "kri", "bandar", "pahlawan", "kampus"}
)
"""After one of these the title is part of a name given to something."""
_LETTERED = frozenset(
    {"grup", "blok", "huruf", "kelas", "vitamin", "golongan", "hepatitis", "tipe", "seri", "zona"}
    | {"gedung", "lantai", "poin", "butir", "jalur", "ruang", "kategori", "pot", "plan", "tim"}
    | {"juz", "hari", "sektor", "kelompok", "inisial", "tribun", "gerbang", "pintu", "jam"}
)
"""After one of these *H* is a letter and not a haji's title."""
_CALENDAR = frozenset(
    "senin selasa rabu kamis jumat sabtu minggu januari februari maret april mei juni juli agustus"
    " september oktober november desember".split()
)
_SAID = ("kata ", "ujar ", "tutur ", "jelas ", "ungkap ", "menurut ")
_CONGO = frozenset({"kongo", "congo"})


_NAME_WORDS = 8
"""Most words of a name before its last."""
_MOST_DEGREES = 16
"""Most degrees that are read for one name."""


class _Written(NamedTuple):
    start: int
    end: int
    text: str
    degree: Degree

    @property
    def is_evident(self) -> bool:
        """Whether the form is a degree in any context: ``M.Sc``, ``SPd``."""
        core = self.text.rstrip(".")
        if not core[0].isupper():
            return False
        capitals = sum(c.isupper() for c in core)
        return "." in core or (capitals > 1 and not core.isupper())

    @property
    def is_possible(self) -> bool:
        """Whether the form may be a degree: *Mei* is a month."""
        core = self.text.rstrip(".")
        return self.is_evident or "." in core or degree_key(core) in self.degree.spellings


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    register = shipped_degrees()
    yield from _behind_names(paragraph, register)
    yield from _before_names(paragraph, register)


def _behind_names(paragraph: ParagraphContext, register: DegreeRegister) -> Iterator[RuleMatch]:
    text, copy = paragraph.text, paragraph.copy
    behind = copy.start
    for comma in _COMMA_BEHIND_NAME.finditer(text, copy.start, copy.end):
        if comma.start() < behind:
            continue
        chain = _chain(text, comma.end(), copy.end, register)
        if not chain:
            continue
        name = _name_before(paragraph, comma.start())
        if not name or not _is_credible(chain, name, text):
            continue
        behind = chain[-1].end
        yield from _chain_matches(text, chain)


def _chain(text: str, at: int, end: int, register: DegreeRegister) -> list[_Written]:
    chain: list[_Written] = []
    while len(chain) < _MOST_DEGREES and (token := _TOKEN.match(text, at, end)):
        degree = register.behind_name(token.group())
        if degree is None:
            break
        written = _Written(token.start(), token.end(), token.group(), degree)
        if not written.is_possible:
            break
        chain.append(written)
        gap = _BETWEEN_DEGREES.match(text, token.end(), end)
        if gap is None:
            break
        at = gap.end()
    return chain


def _name_before(paragraph: ParagraphContext, comma: int) -> Sequence[Word]:
    """The words of the name that ends at a comma, including a lower-case title before it."""
    found, text = paragraph.words, paragraph.text
    index = bisect_right(found, comma, key=lambda word: word.end) - 1
    if index < 0 or found[index].end != comma:
        return ()
    first = index
    while first > max(0, index - _NAME_WORDS) and _goes_before(
        found[first - 1], found[first], text
    ):
        first -= 1
    if not _is_name_word(found[index]):
        return ()
    if first and found[first - 1].folded in _TITLES:
        first -= 1
    return found[first : index + 1]


def _goes_before(word: Word, after: Word, text: str) -> bool:
    return _is_name_word(word) and text[word.end : after.start] in {" ", ". ", "."}


def _is_name_word(word: Word) -> bool:
    return word.text[0].isupper()


def _is_credible(chain: Sequence[_Written], name: Sequence[Word], text: str) -> bool:
    """Whether the forms after a name are degrees and not a list of offices or courts."""
    if any(written.is_evident for written in chain):
        return True
    if len(chain) > 1:
        return name[-1].text[1:].islower() or len(name) > 1
    if not name[-1].text[1:].islower():
        return False
    if any(word.folded in _TITLES for word in name[:-1]):
        return True
    alone = chain[0]
    return (
        len(name) > 1
        and degree_key(alone.text).casefold() in _UNMISTAKABLE
        and not _GOES_ON_AS_LIST.match(text, alone.end)
        and (
            text[alone.end : alone.end + 2].strip()[:1] in {",", ";", ")", '"', "”", ""}
            or text[max(0, name[0].start - 9) : name[0].start].endswith(_SAID)
        )
    )


def _chain_matches(text: str, chain: Sequence[_Written]) -> Iterator[RuleMatch]:
    """One match for all certain errors at a name, and one for each doubtful form."""
    wrong = [w for w in chain if not w.degree.is_right(w.text)]
    doubtful = [w for w in wrong if w.degree.is_offered or _opens_bracket(text, w.end)]
    sure = [w for w in wrong if w not in doubtful]
    if sure:
        forms = [w.degree.forms[0] for w in sure]
        edits = tuple(
            Edit(w.start, w.end, w.text, form) for w, form in zip(sure, forms, strict=True)
        )
        said = ", ".join(forms)
        fix = Fix(Safety.SAFE, f"Ganti dengan “{said}”", edits)
        yield RuleMatch(
            sure[0].start,
            sure[-1].end,
            {"form": said},
            (fix,),
            Severity.ERROR if len(chain) > 1 else None,
            _message(sure[0].text),
        )
    for w in doubtful:
        yield _offered(text, w.start, w.end, w.degree.forms)


def _opens_bracket(text: str, at: int) -> bool:
    """Whether a consultant's *(K)* follows, for which there is no agreed spelling."""
    return text[at : at + 5].lstrip(" .").startswith("(K")


def _offered(text: str, start: int, end: int, forms: Sequence[str]) -> RuleMatch:
    fixes = tuple(replacement_fix(text, start, end, form, Safety.OFFERED) for form in forms)
    values = {"form": "” atau “".join(forms)}
    return RuleMatch(start, end, values, fixes, Severity.SUGGESTION, "other-form")


def _message(written: str) -> str:
    return "other-form" if written.endswith(".") else ""


def _before_names(paragraph: ParagraphContext, register: DegreeRegister) -> Iterator[RuleMatch]:
    found, text = paragraph.words, paragraph.text
    if _TITLES.isdisjoint(paragraph.vocabulary):
        return
    for i in range(len(found) - 1):
        if found[i].folded not in _TITLES or not _stands_before_name(paragraph, i):
            continue
        span = _title_span(paragraph, i)
        written = span.within(text)
        degree = register.before_name(written)
        if degree is None or degree.is_right(written) or _is_no_title(paragraph, i, written):
            continue
        form = degree.forms[0]
        if found[i].start in paragraph.sentence_starts and written[0].isupper():
            form = form[0].upper() + form[1:]
        if form != written:
            yield _title_match(paragraph, i, span, form, degree)


def _title_span(paragraph: ParagraphContext, i: int) -> Span:
    """The span of a title with its full stops; for the *H* of ``K.H`` it includes the *K*."""
    word, text = paragraph.words[i], paragraph.text
    start = word.start
    if i and word.folded == "h" and text[start - 2 : start] in {"K.", "k."}:
        start -= 2
    return Span(start, word.end + (text[word.end : word.end + 1] == "."))


def _stands_before_name(paragraph: ParagraphContext, i: int) -> bool:
    """Whether a name or another title follows; all-capital names do not count."""
    word, after = paragraph.words[i], paragraph.words[i + 1]
    gap = paragraph.text[word.end : after.start]
    if gap not in {" ", ". ", "\u00a0", ".\u00a0"}:
        return False
    if after.folded in _TITLES:
        return True
    return after.text[0].isupper() and after.text[1:].islower() and after.text.isalpha()


def _is_no_title(paragraph: ParagraphContext, i: int, written: str) -> bool:
    before = paragraph.words[i - 1] if i else None
    core = written.rstrip(".")
    if core == "H":
        return _is_letter(paragraph, i, before)
    if core == "dr" and not written.endswith(".") and _is_from(paragraph, i):
        return True
    if core in {"IR", "ir", "NS", "ns", "DRS", "APT"} and not written.endswith("."):
        return True
    if core == "IR":
        return before is None or before.folded not in _TITLES
    return paragraph.words[i + 1].folded in _CONGO


def _is_from(paragraph: ParagraphContext, i: int) -> bool:
    """Whether *dr* is short for *dari*: a place, a day or a month follows."""
    after = paragraph.words[i + 1].text
    return after.upper() in paragraph.house.dateline.places or after.casefold() in _CALENDAR


def _is_letter(paragraph: ParagraphContext, i: int, before: Word | None) -> bool:
    """Whether a single *H* is an initial, a group, or marks a year of the Hijri calendar."""
    if before is None or paragraph.words[i].start in paragraph.sentence_starts:
        return False
    if before.folded in _TITLES or before.folded in _OFFICES:
        return False
    gap = paragraph.text[before.end : paragraph.words[i].start]
    if before.folded in {"dan", "atau", "hingga"} and i > 1:
        return len(paragraph.words[i - 2].text) == 1
    if before.folded in _LETTERED or not before.text.isalpha() or gap.strip() not in {"", ","}:
        return True
    return before.text[0].isupper() and "," not in gap


def _title_match(
    paragraph: ParagraphContext, i: int, span: Span, form: str, degree: Degree
) -> RuleMatch:
    text = paragraph.text
    written = span.within(text)
    first = i
    while first > max(0, i - 4) and paragraph.words[first - 1].folded in _TITLES:
        first -= 1
    in_place_name = first > 0 and paragraph.words[first - 1].folded in _PLACES
    if degree.is_offered or in_place_name or degree.key == "krt" or written.rstrip(".") == "DR":
        return _offered(text, span.start, span.end, (form,))
    fix = replacement_fix(text, span.start, span.end, form, Safety.SAFE)
    return RuleMatch(span.start, span.end, {"form": form}, (fix,), None, _message(written))


RULES = (
    ParagraphRule(
        code="C29",
        id="degree-form",
        name="Penulisan gelar",
        severity=Severity.WARNING,
        safety=Safety.SAFE,
        why="Singkatan gelar diakhiri titik: “{form}”.",
        other_messages={"other-form": "Singkatan gelar ditulis “{form}”."},
        source="EYD V, Singkatan 1; Tanda Koma 11",
        roles=COPY_AND_HEADLINE,
        check=_check,
        bad=(
            Example(
                "Hadir Drs. Izul Marom, M.Sc, bersama para camat.",
                "Hadir Drs. Izul Marom, M.Sc., bersama para camat.",
            ),
            Example(
                "Hadir Budi Santoso, SE, MM, di aula.", "Hadir Budi Santoso, S.E., M.M., di aula."
            ),
            Example("Materi dibawakan Siti Aminah, S.IP.", "Materi dibawakan Siti Aminah, S.I.P."),
            Example("Materi dibawakan Siti Aminah, SH.", "Materi dibawakan Siti Aminah, S.H."),
            Example("Camat Talun Ani Rahayu, S.Pd hadir.", "Camat Talun Ani Rahayu, S.Pd. hadir."),
            Example("Bupati Drs Izul hadir.", "Bupati Drs. Izul hadir."),
            Example("Ia murid Ir Soekarno.", "Ia murid Ir. Soekarno."),
            Example("Doa dipimpin H Ahmad Dahlan.", "Doa dipimpin H. Ahmad Dahlan."),
            Example("Doa dipimpin Hj Siti Aminah.", "Doa dipimpin Hj. Siti Aminah."),
            Example("Menurut dr Endah, warga sehat.", "Menurut dr. Endah, warga sehat."),
            Example("Menurut Prof Dr Budi Utomo.", "Menurut Prof. Dr. Budi Utomo."),
            Example(
                "Pasien dirawat Endah Wati, SpAn di sana.",
                "Pasien dirawat Endah Wati, Sp.An. di sana.",
            ),
            Example(
                "Rapat dipimpin dr. Ani Rahayu, MARS, kemarin.",
                "Rapat dipimpin dr. Ani Rahayu, M.A.R.S., kemarin.",
            ),
            Example("Doa dipimpin KH. Ahmad Dahlan.", "Doa dipimpin K.H. Ahmad Dahlan."),
        ),
        good=(
            "Camat Talun, S.STP., dan Ir. Budi, S.T., IPM, hadir.",
            "Hadir Ani Rahayu, S.Pd., M.Pd., dan Budi, S.E.",
            "SE Bupati Nomor 5 mengatur hal itu; di Jakarta, MA menolak kasasi.",
            "Kasus itu ditangani Kejaksaan Agung, MA, dan KPK.",
            "Cerita itu karya SH Mintardja, sedangkan ST diperiksa polisi.",
            "Rapat digelar di Blitar, Mei 2024, bersama ASN.",
            "Pasien dirawat dr. Endah, Sp.OG, dan Budi, Sp.PD., di sana.",
            "Doa dipimpin KH Ahmad Dahlan dan Rr. Ayu.",
            "Tim di grup H Piala Dunia, hari H Pemilu, dan tahun 1447 H Jakarta.",
            "Ia pergi ke DR Kongo dan makan di RM Sederhana.",
            "Drg. Endah memeriksa gigi anak-anak.",
            "Muhammad H Thamrin menjadi nama jalan.",
            "Peraturan Bupati, SE, dan SK Kepala Dinas sudah terbit.",
        ),
    ),
)
