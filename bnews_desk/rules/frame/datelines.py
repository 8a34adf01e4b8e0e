"""A02–A07: the dateline and the first letter behind it."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.dateline import Dateline
from bnews_desk.frame.release_frame import FramePart, Role
from bnews_desk.lexicon.near_names import slip_distance
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ReleaseContext
from bnews_desk.rules.frame.frame_edits import replace_text, span_within
from bnews_desk.rules.punctuation.lowercase_names import is_lowercase_name
from bnews_desk.rules.rule import Example, ReleaseRule, Rule, RuleMatch
from bnews_desk.text import Span, links, words

_LOWER_CASE_TITLE = Pattern(r"(?:dr|drg|drh|apt)\.\s+[^\W\d_]|[a-z][.)]\s|e-[^\W\d_]")
_SENDER = Pattern(
    r"(?P<name>[A-Z][A-Z.]{1,20}(?: [A-Z][A-Z.]{1,20}){0,4}) ?(?: [-–—]|[–—:|]) ?(?=[\"“(]?[A-Z])"
)
_OFFICE = Pattern(r"(?:DIS)?KOMINFO|HUMAS|PROKOPIM|PROTOKOL|PEMKAB|PEMKOT|PEMPROV|DINAS|SETDA")
_DIGIT = Pattern(r"\d")


def _form(context: ReleaseContext) -> Iterator[RuleMatch]:
    lead = context.frame.lead
    if lead is None or lead.dateline is None:
        return
    dateline = lead.dateline
    is_alone = not lead.text[dateline.span.end :].strip()
    follower = _follower(context, lead) if is_alone else None
    if context.reader.datelines.is_canonical(lead.text, dateline) and follower is None:
        return
    written = context.house.dateline.house_form(_capitals(dateline.place))
    start, end = span_within(lead, dateline.span)
    if follower is not None:
        end = follower.paragraph.start
    elif is_alone:
        end = lead.paragraph.end
    if context.text[start:end] == written:
        return
    safety = Safety.SAFE if dateline.is_sure and not dateline.extra else Safety.OFFERED
    fix = Fix(safety, f"Tulis “{written}”", (replace_text(context, start, end, written),))
    yield RuleMatch(*span_within(lead, dateline.span), {"written": written}, (fix,))


def _follower(context: ReleaseContext, lead: FramePart) -> FramePart | None:
    """The paragraph to which a dateline on a line of its own belongs."""
    for part in context.frame.parts[lead.paragraph.number + 1 :]:
        if part.role is Role.BODY:
            return part
        if part.role is not Role.BLANK:
            return None
    return None


def _city_case(context: ReleaseContext) -> Iterator[RuleMatch]:
    lead = context.frame.lead
    if lead is None or lead.dateline is None or lead.dateline.place.isupper():
        return
    if not context.reader.datelines.is_canonical(lead.text, lead.dateline):
        return  # dateline-format rewrites the whole dateline
    place = _capitals(lead.dateline.place)
    start, end = span_within(lead, lead.dateline.place_span)
    safety = Safety.SAFE if lead.dateline.is_sure else Safety.OFFERED
    fix = Fix(safety, f"Tulis “{place}”", (replace_text(context, start, end, place),))
    yield RuleMatch(start, end, {"place": place}, (fix,))


def _city_unknown(context: ReleaseContext) -> Iterator[RuleMatch]:
    lead = context.frame.lead
    if lead is None or lead.dateline is None:
        return
    datelines = context.reader.datelines
    dateline = lead.dateline
    if datelines.is_known(dateline.place) or not datelines.is_canonical(lead.text, dateline):
        return
    start, end = span_within(lead, dateline.place_span)
    name, places = _capitals(dateline.place), context.lexicon.places
    near = [p for p in context.house.dateline.places if slip_distance(p, name, 1) == 1]
    if len(near) != 1 or places.regencies(name) or places.districts(name):
        return
    fix = Fix(Safety.OFFERED, f"Tulis “{near[0]}”", (replace_text(context, start, end, near[0]),))
    yield RuleMatch(start, end, {"place": dateline.place, "near": near[0]}, (fix,))


def _duplicate(context: ReleaseContext) -> Iterator[RuleMatch]:
    lead = context.frame.lead
    if lead is None or lead.dateline is None:
        return
    second = context.reader.datelines.read(lead.text[lead.dateline.span.end :])
    if second is not None and (second.is_sure or _same_place(second, lead.dateline)):
        yield _second(context, lead, lead.dateline.span.end, second)
    elif second is None:
        yield from _sender(context, lead, lead.dateline.span.end)
    following = _follower(context, lead)
    if following is None or not lead.text[lead.dateline.span.end :].strip():
        return
    again = context.reader.datelines.read(following.text)
    if again is not None and again.is_sure:
        yield _second(context, following, 0, again)


def _second(context: ReleaseContext, part: FramePart, offset: int, dateline: Dateline) -> RuleMatch:
    at = part.paragraph.start + offset
    start, end = at + dateline.span.start, at + dateline.span.end
    safety = Safety.OFFERED if _DIGIT.search(dateline.extra) else Safety.SAFE
    fix = Fix(safety, "Hapus dateline kedua", (replace_text(context, start, end, ""),))
    return RuleMatch(start, end, {}, (fix,))


def _sender(context: ReleaseContext, lead: FramePart, offset: int) -> Iterator[RuleMatch]:
    """The match for a sender's office in place of a dateline, ``KOMINFO BLITAR - ``; only
    offered."""
    match = _SENDER.match(lead.text, offset)
    if match is None:
        return
    names = match["name"].split()
    datelines = context.reader.datelines
    if not _OFFICE.match(names[0]) and not (len(names) > 1 and datelines.is_known(names[-1])):
        return
    start, end = span_within(lead, Span(*match.span()))
    fix = Fix(Safety.OFFERED, "Hapus dateline kedua", (replace_text(context, start, end, ""),))
    yield RuleMatch(start, end, {}, (fix,))


def _same_place(one: Dateline, other: Dateline) -> bool:
    return one.place.casefold() == other.place.casefold()


def _dated(context: ReleaseContext) -> Iterator[RuleMatch]:
    lead = context.frame.lead
    if lead is None or lead.dateline is None or not _DIGIT.search(lead.dateline.extra):
        return
    start, end = span_within(lead, lead.dateline.span)
    written = context.house.dateline.house_form(_capitals(lead.dateline.place))
    fix = Fix(Safety.OFFERED, f"Tulis “{written}”", (replace_text(context, start, end, written),))
    yield RuleMatch(start, end, {"extra": lead.dateline.extra}, (fix,))


def _lower_case(context: ReleaseContext) -> Iterator[RuleMatch]:
    lead = context.frame.lead
    if lead is None:
        return
    at = lead.copy.start
    rest = lead.text[at : lead.copy.end]
    first = rest[:1]
    if not first.islower() or first.upper() == first or len(first.upper()) > 1:
        return
    word = next(iter(words(rest[:80])), None)
    if _LOWER_CASE_TITLE.match(rest) or word is None:
        return
    paragraph = context.paragraphs[lead.paragraph.number]
    if is_lowercase_name(paragraph, at + word.start, at + word.end):
        return
    if any(link.start == 0 for link in links(rest[:80])):
        return
    if any(c.isupper() for c in word.text[1:]):
        return
    start = lead.paragraph.start + at
    fix = Fix(
        Safety.SAFE,
        "Awali dengan huruf kapital",
        (replace_text(context, start, start + 1, first.upper()),),
    )
    yield RuleMatch(start, start + len(word.text), {}, (fix,))


def _capitals(place: str) -> str:
    return " ".join(place.split()).upper()


RULES: tuple[Rule, ...] = (
    ReleaseRule(
        code="A02",
        id="dateline-format",
        name="Penulisan dateline",
        severity=Severity.WARNING,
        safety=Safety.SAFE,
        why="Dateline ditulis “{written}” dengan spasi dan tanda hubung biasa.",
        source="Gaya selingkung",
        check=_form,
        bad=(
            *(
                Example(
                    f"{wrong}Pemkab Blitar membuka pasar.", f"{right}Pemkab Blitar membuka pasar."
                )
                for wrong, right in (
                    ("BLITAR | B-news.id – ", "BLITAR | B-news.id - "),
                    ("BLITAR | B-news.id—", "BLITAR | B-news.id - "),
                    ("BLITAR|B-news.id-", "BLITAR | B-news.id - "),
                    ("BLITAR  |  B-news.id  -  ", "BLITAR | B-news.id - "),
                    ("BLITAR | B-News.id - ", "BLITAR | B-news.id - "),
                    ("BLITAR | Bnews.id - ", "BLITAR | B-news.id - "),
                    ("Blitar, B-news.id - ", "BLITAR | B-news.id - "),
                    ("BLITAR - ", "BLITAR | B-news.id - "),
                    ("BLITAR – ", "BLITAR | B-news.id - "),
                    ("BLITAR -", "BLITAR | B-news.id - "),
                    ("BLITAR (B-news.id) — ", "BLITAR | B-news.id - "),
                    ("(BLITAR) B-news.id - ", "BLITAR | B-news.id - "),
                    ("**BLITAR | B-news.id** - ", "BLITAR | B-news.id - "),
                    ("KAB. BLITAR, B-news.id: ", "BLITAR | B-news.id - "),
                    ("B-news.id, BLITAR - ", "BLITAR | B-news.id - "),
                    ("BLITAR, 13 November 2024 - ", "BLITAR | B-news.id - "),
                    ("B L I T A R | B-news.id - ", "BLITAR | B-news.id - "),
                    ("BLITAR, Kominfo - ", "BLITAR | B-news.id - "),
                )
            ),
            Example(
                "\nBLITAR | B-news.id -\nPemkab membuka pasar.",
                "\nBLITAR | B-news.id - Pemkab membuka pasar.",
            ),
        ),
        good=(
            "BLITAR | B-news.id - Pemkab Blitar membuka pasar.",
            "Blitar - Tulungagung macet total.",
            "Blitar–Malang kini dapat ditempuh dua jam.",
            "Blitar, B-news.id menggelar pelatihan menulis.",
            "Blitar menjadi tuan rumah lomba.",
        ),
    ),
    ReleaseRule(
        code="A03",
        id="dateline-city-case",
        name="Huruf kapital pada dateline",
        severity=Severity.WARNING,
        safety=Safety.SAFE,
        why="Nama kota pada dateline ditulis dengan huruf kapital semua: “{place}”.",
        source="Gaya selingkung",
        check=_city_case,
        bad=(
            Example(
                "Blitar | B-news.id - Pemkab Blitar membuka pasar.",
                "BLITAR | B-news.id - Pemkab Blitar membuka pasar.",
            ),
        ),
        good=("BLITAR | B-news.id - Pemkab Blitar membuka pasar.",),
    ),
    ReleaseRule(
        code="A04",
        id="dateline-city-unknown",
        name="Kota tidak terdaftar",
        severity=Severity.SUGGESTION,
        safety=Safety.OFFERED,
        why="Kota “{place}” tidak ada dalam daftar; mungkin maksudnya {near}.",
        source="Gaya selingkung",
        remark="Hanya bila satu huruf keliru dan tidak ada wilayah yang bernama demikian.",
        check=_city_unknown,
        bad=(
            Example(
                "BLIATR | B-news.id - Pemkab membuka pasar.",
                "BLITAR | B-news.id - Pemkab membuka pasar.",
            ),
        ),
        good=(
            "KEDIRI | B-news.id - Pemkab membuka pasar.",
            "XANADU | B-news.id - Pemkab membuka pasar.",
            "WLINGI | B-news.id - Pemkab membuka pasar.",
        ),
    ),
    ReleaseRule(
        code="A05",
        id="dateline-duplicate",
        name="Dateline ganda",
        severity=Severity.ERROR,
        safety=Safety.SAFE,
        why="Dateline tercantum dua kali; hapus yang kedua.",
        source="Gaya selingkung",
        check=_duplicate,
        bad=(
            Example(
                "BLITAR | B-news.id - BLITAR - Pemkab membuka pasar.",
                "BLITAR | B-news.id - Pemkab membuka pasar.",
            ),
            Example(
                "BLITAR | B-news.id - Blitar, Kominfo - Pemkab membuka pasar.",
                "BLITAR | B-news.id - Pemkab membuka pasar.",
            ),
            Example(
                "BLITAR | B-news.id - KOMINFO BLITAR - Pemkab membuka pasar.",
                "BLITAR | B-news.id - Pemkab membuka pasar.",
            ),
            Example(
                "\nBLITAR | B-news.id - Pasar dibuka.\nBLITAR (Kominfo) – Pasar itu ramai.",
                "\nBLITAR | B-news.id - Pasar dibuka.\nPasar itu ramai.",
            ),
        ),
        good=(
            "BLITAR | B-news.id - Blitar menjadi tuan rumah lomba.",
            "BLITAR | B-news.id - TNI - Polri menggelar patroli bersama.",
        ),
    ),
    ReleaseRule(
        code="A06",
        id="dateline-date",
        name="Tanggal pada dateline",
        severity=Severity.SUGGESTION,
        safety=Safety.OFFERED,
        why="Tanggal “{extra}” tidak ditulis pada dateline; pindahkan ke badan berita, misalnya"
        " “Rabu (13/11/2024)”.",
        source="Gaya selingkung",
        is_on=False,
        check=_dated,
        bad=(
            Example(
                "Blitar, 13 November 2024 - Pemkab membuka pasar.",
                "BLITAR | B-news.id - Pemkab membuka pasar.",
            ),
        ),
        good=("BLITAR | B-news.id - Pada Rabu (13/11/2024) pasar dibuka.",),
    ),
    ReleaseRule(
        code="A07",
        id="lead-starts-lowercase",
        name="Awal lead",
        severity=Severity.ERROR,
        safety=Safety.SAFE,
        why="Lead diawali huruf kapital.",
        source="EYD V, Huruf Kapital 1",
        check=_lower_case,
        bad=(
            Example("BLITAR | B-news.id - pemkab membuka.", "BLITAR | B-news.id - Pemkab membuka."),
        ),
        good=(
            'BLITAR | B-news.id - "Kami siap," ujarnya.',
            "BLITAR | B-news.id - 1.720 pegawai menerima surat.",
            "BLITAR | B-news.id - dr. Endah memeriksa peserta.",
            "BLITAR | B-news.id - iPhone itu ditemukan.",
            "BLITAR | B-news.id - e-KTP dicetak di kecamatan.",
            "BLITAR | B-news.id - bank bjb membuka cabang.",
            "BLITAR | B-news.id - blu dipakai warga.",
        ),
    ),
)
