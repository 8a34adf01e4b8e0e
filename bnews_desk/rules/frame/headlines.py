"""A27–A30: the headline."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ReleaseContext
from bnews_desk.rules.frame.frame_edits import first_word_span, replace_text
from bnews_desk.rules.frame.headline_case import headline_case
from bnews_desk.rules.rule import Example, ReleaseRule, Rule, RuleMatch

SHOUTED_WORDS = 3
"""From this many words on, a headline in capitals is not just an acronym."""
_NUMBER = Pattern(r"\d+(?:[.,]\d+)*")
_DOUBLE_SPACE = Pattern(r" {2,}")
_REPEATED = Pattern(r"([!?])[!?]+")


def _missing(context: ReleaseContext) -> Iterator[RuleMatch]:
    lead = context.frame.lead
    if lead is not None and not context.release.headline.strip():
        yield RuleMatch(*first_word_span(lead))


def _length(context: ReleaseContext) -> Iterator[RuleMatch]:
    headline = context.release.headline
    limits = context.house.limits
    count = len(headline.split())
    values = {"count": str(count), "most": str(limits.headline_words)}
    if count > limits.headline_words or len(headline) > limits.headline_length:
        yield RuleMatch(0, len(headline), values)
    elif 0 < count < limits.headline_least_words:
        yield RuleMatch(0, len(headline), values, message="short")


def _punctuation(context: ReleaseContext) -> Iterator[RuleMatch]:
    headline = context.release.headline
    bare = headline.rstrip()
    if bare[-1:] in {".", ",", ";"} and not bare.endswith(("..", " .")):
        start = len(bare) - 1
        fix = Fix(
            Safety.SAFE,
            "Hapus tanda baca di akhir judul",
            (replace_text(context, start, len(bare), ""),),
        )
        yield RuleMatch(start, len(bare), {}, (fix,))
    for match in _REPEATED.finditer(headline):
        edit = replace_text(context, *match.span(), match[1])
        yield RuleMatch(*match.span(), {}, (Fix(Safety.SAFE, f"Cukup satu “{match[1]}”", (edit,)),))
    for match in _DOUBLE_SPACE.finditer(bare):
        edit = replace_text(context, *match.span(), " ")
        yield RuleMatch(*match.span(), {}, (Fix(Safety.SAFE, "Cukup satu spasi", (edit,)),))
    if bare.isupper() and len(bare.split()) >= SHOUTED_WORDS:
        yield from _shouted(context, bare)


def _shouted(context: ReleaseContext, headline: str) -> Iterator[RuleMatch]:
    known = context.house.common_acronyms | context.house.expansions.keys()
    acronyms = {acronym.upper(): acronym for acronym in known}
    cased = " ".join(
        acronyms.get(shouted.strip(',.:;!?"()'), word)
        if shouted.strip(',.:;!?"()') in acronyms and shouted.isalpha()
        else word
        for shouted, word in zip(
            headline.split(), headline_case(headline, is_shouted=True).split(), strict=True
        )
    )
    if cased == headline:
        return
    fix = Fix(Safety.OFFERED, f"Tulis “{cased}”", (replace_text(context, 0, len(headline), cased),))
    yield RuleMatch(0, len(headline), {}, (fix,))


def _number_not_in_body(context: ReleaseContext) -> Iterator[RuleMatch]:
    in_copy = {
        _value(match.group())
        for part in context.frame.parts
        if part.role in COPY
        for match in _NUMBER.finditer(part.text)
    }
    if not in_copy and context.frame.lead is None:
        return
    for match in _NUMBER.finditer(context.release.headline):
        if _value(match.group()) not in in_copy:
            yield RuleMatch(*match.span(), {"number": match.group()})


def _value(number: str) -> str:
    """A number for comparison: ``1.720`` is ``1720``."""
    whole, comma, decimals = number.rstrip(".,").partition(",")
    return whole.replace(".", "").lstrip("0") + (comma + decimals.rstrip("0") if comma else "")


RULES: tuple[Rule, ...] = (
    ReleaseRule(
        code="A27",
        id="title-missing",
        name="Judul belum diisi",
        severity=Severity.WARNING,
        safety=Safety.NONE,
        why="Judul belum diisi.",
        source="Praktik redaksi",
        is_window_only=True,
        check=_missing,
        bad=(Example("\nPasar dibuka."),),
        good=("Pasar Wlingi Dibuka\nPasar dibuka.",),
    ),
    ReleaseRule(
        code="A28",
        id="title-length",
        name="Panjang judul",
        severity=Severity.SUGGESTION,
        safety=Safety.NONE,
        why="Judul terdiri atas {count} kata; usahakan tidak lebih dari {most}.",
        other_messages={"short": "Judul hanya terdiri atas {count} kata; lengkapi."},
        source="Praktik redaksi",
        is_on=False,
        check=_length,
        bad=(
            Example(
                "Bupati Buka Pasar Wlingi yang Baru Selesai Dibangun Setelah Dua Tahun Mangkrak"
                " karena Dana Kurang\nPasar dibuka."
            ),
            Example("Pasar Dibuka\nPasar dibuka."),
        ),
        good=("Bupati Buka Pasar Wlingi yang Baru\nPasar dibuka.", "\nPasar dibuka."),
    ),
    ReleaseRule(
        code="A29",
        id="title-punctuation",
        name="Tanda baca judul",
        severity=Severity.WARNING,
        safety=Safety.SAFE,
        why="Judul tidak diakhiri titik dan tidak ditulis dengan huruf kapital semua.",
        source="EYD V, Tanda Titik 10; Huruf Kapital 21",
        remark="Mengubah huruf kapital semua hanya ditawarkan: nama dan singkatan perlu diperiksa.",
        check=_punctuation,
        bad=(
            Example("Pasar Wlingi Dibuka.\nPasar dibuka.", "Pasar Wlingi Dibuka\nPasar dibuka."),
            Example("Pasar Wlingi Dibuka!!\nPasar dibuka.", "Pasar Wlingi Dibuka!\nPasar dibuka."),
            Example("Pasar  Wlingi Dibuka\nPasar dibuka.", "Pasar Wlingi Dibuka\nPasar dibuka."),
            Example(
                "BUPATI BLITAR RESMIKAN PASAR DI WLINGI\nPasar dibuka.",
                "Bupati Blitar Resmikan Pasar di Wlingi\nPasar dibuka.",
            ),
        ),
        good=(
            "SK Diserahkan pada 19 Desember 2025\nSK diserahkan.",
            "Siapa Juara Lomba?\nLomba digelar.",
        ),
    ),
    ReleaseRule(
        code="A30",
        id="title-name-not-in-body",
        name="Judul dan isi tidak sejalan",
        severity=Severity.SUGGESTION,
        safety=Safety.NONE,
        why="Angka {number} di judul tidak ditemukan di badan berita.",
        source="Praktik redaksi",
        is_on=False,
        remark="Baru membandingkan angka; nama orang dan tempat menyusul bersama daftar namanya.",
        check=_number_not_in_body,
        bad=(Example("Bupati Serahkan 1.720 SK\nSebanyak 1.702 pegawai menerima SK."),),
        good=("Bupati Serahkan 1.720 SK\nSebanyak 1720 pegawai menerima SK.",),
    ),
)
