"""Words shortened as in chats, and colloquial words outside quotations (C33)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE, Role
from bnews_desk.lexicon.word_lists import ListRow, read_list
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.rules.word_replacement import fit_case, stands_alone
from bnews_desk.text import Word

_COLLOQUIAL = "cakapan"
_VERY = "banget"
_NUMBERED = frozenset({"hrs", "bs", "pd", "sy", "sm"})
"""After a number these are units in other languages: *24 hrs*."""
_BEFORE_NAMES = frozenset({"bpk", "tgl", "bln", "thn"})
"""Short forms that may have a capital inside a sentence: *Bpk Joko*."""
_GLUE = frozenset("/&+@'’.")


@cache
def _rows() -> Mapping[str, ListRow]:
    return {row.form: row for row in read_list("singkatan_percakapan.tsv")}


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    rows = _rows()
    for i, word in enumerate(paragraph.words):
        row = rows.get(word.folded)
        if row is not None and _is_cut_short(paragraph, i, row):
            before = paragraph.words[i - 1] if i else None
            if row.form == _VERY and before is not None and _is_very(paragraph, before, word):
                yield _very(paragraph, before, word, row)
            else:
                yield _match(paragraph, word, row)


def _is_very(paragraph: ParagraphContext, before: Word, word: Word) -> bool:
    gap = paragraph.text[before.end : word.start]
    is_word = before.text.isalpha() and before.text[1:].islower()
    return gap.isspace() and is_word and not paragraph.is_capitalised_inside(before)


def _very(paragraph: ParagraphContext, before: Word, word: Word, row: ListRow) -> RuleMatch:
    """The match for *rusak banget*; the replacement comes before the adjective: *sangat rusak*."""
    right = f"{row.replacements[0]} {before.folded}"
    new = fit_case(paragraph, before.start, word.end, right)
    fix = replacement_fix(paragraph.text, before.start, word.end, new, Safety.OFFERED)
    values = {"text": paragraph.text[before.start : word.end], "right": right}
    return RuleMatch(before.start, word.end, values, (fix,), message="colloquial")


def _is_cut_short(paragraph: ParagraphContext, i: int, row: ListRow) -> bool:
    """Whether the word is no name, code, unit, or a speaker's colloquial word."""
    word, text = paragraph.words[i], paragraph.text
    if len(word.text) > 1 and word.text[1:] != word.text[1:].lower():
        return False
    if row.is_lower_only and not word.text.islower():
        return False
    if paragraph.is_capitalised_inside(word) and word.folded not in _BEFORE_NAMES:
        return False
    if not stands_alone(text, word.start, word.end):
        return False
    if text[word.start - 1 : word.start] in _GLUE or text[word.end : word.end + 1] in _GLUE - {"."}:
        return False
    if word.folded in _NUMBERED and i and paragraph.words[i - 1].text[-1].isdigit():
        return False
    if _COLLOQUIAL in row.notes:
        return paragraph.role is not Role.HEADLINE and not paragraph.in_quotation(
            word.start, word.end
        )
    return True


def _match(paragraph: ParagraphContext, word: Word, row: ListRow) -> RuleMatch:
    text, end = paragraph.text, word.end
    if text[end : end + 1] == "." and _goes_on(text, end + 1, is_title=word.folded == "bpk"):
        end += 1
    news = [fit_case(paragraph, word.start, word.end, right) for right in row.replacements]
    fixes = tuple(replacement_fix(text, word.start, end, new, Safety.OFFERED) for new in news)
    values = {"text": word.text, "right": "” atau “".join(row.replacements)}
    message = "colloquial" if _COLLOQUIAL in row.notes else ""
    return RuleMatch(word.start, end, values, fixes, message=message)


def _goes_on(text: str, at: int, *, is_title: bool) -> bool:
    """Whether the sentence continues after a full stop, which then belongs to the abbreviation."""
    behind = text[at : at + 3].lstrip()
    return behind != text[at : at + 3] and (
        behind[:1].islower() or behind[:1].isdigit() or is_title
    )


RULES = (
    ParagraphRule(
        code="C33",
        id="chat-abbrev",
        name="Singkatan percakapan",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="“{text}” adalah singkatan percakapan; tulis lengkap: “{right}”.",
        other_messages={
            "colloquial": "“{text}” adalah ragam percakapan; di luar kutipan tulis “{right}”."
        },
        source="praktik penyuntingan; KBBI (cak)",
        roles=COPY_AND_HEADLINE,
        check=_check,
        needs=Needs(words=_rows),
        bad=(
            Example("Ada warga yg hadir.", "Ada warga yang hadir."),
            Example("Utk warga, bantuan disiapkan.", "Untuk warga, bantuan disiapkan."),
            Example("Bantuan dr. Endah utk warga.", "Bantuan dr. Endah untuk warga."),
            Example(
                "Rapat tgl. 5 Mei dihadiri Bpk. Joko.", "Rapat tanggal 5 Mei dihadiri Bapak Joko."
            ),
            Example("Usianya baru 5 thn.", "Usianya baru 5 tahun."),
            Example(
                '"Kami sdh siap membantu warga," ujarnya.',
                '"Kami sudah siap membantu warga," ujarnya.',
            ),
            Example("Bantuan itu gak sampai ke warga.", "Bantuan itu tidak sampai ke warga."),
            Example("Ia tdk hadir krn sakit.", "Ia tidak hadir karena sakit."),
            Example("Jalan itu rusak banget.", "Jalan itu sangat rusak."),
            Example("Bantuan Utk Warga Desa Cair\nIsi.", "Bantuan untuk Warga Desa Cair\nIsi."),
        ),
        good=(
            '"Kami gak tahu, nggak ada yang datang," ujarnya.',
            "Surat tsb. sudah diterima; anak itu bikin layangan, kayak elang.",
            "Ia menerima YG Entertainment, SDH, dan BS di sana.",
            "Kunjungi worldbank.org dan #yg serta @utk.",
            "Dg Tata hadir bersama Sy Ahmad.",
            "Buka 24 hrs di sana.",
            "Jaga-jaga, sebuah kata yg-an, data_yg, dan yg/dgn.",
        ),
    ),
)
