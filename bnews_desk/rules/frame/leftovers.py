"""A25, A26: leftovers of the press release, and a headline imported as body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.furniture import leftover_lines
from bnews_desk.frame.release_frame import COPY, COPY_AND_HEADLINE, FramePart, Role
from bnews_desk.patterns import Pattern
from bnews_desk.release import Edit
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.frame.frame_edits import (
    END_MARKS,
    delete_line,
    replace_text,
    span_within,
    whole_span,
)
from bnews_desk.rules.rule import Example, ReleaseRule, Rule, RuleMatch
from bnews_desk.text import fold, sentences

BROKEN_LINE = 40
"""A shorter line, in code points, that does not end a sentence is a list item or a subhead."""
_SERVICE = Pattern(r"\b(?:hubungi|hotline|layanan|whatsapp|nomor|pengaduan|call center)", re.I)
_LIST_ITEM = Pattern(r"\s*(?:[-–—•*▪·]|\d{1,2}[.)]|[a-z][.)])\s")
_ADDRESS = Pattern(
    r"\s*(?:d/a|(?:jl|jln|gg|jalan|gang|dusun|desa|kel|kelurahan|kec|kecamatan|kab|kabupaten|kota"
    r"|kompleks|perum|perumahan|rt|rw|kode pos|telp|telepon|tlp|hp|wa|email|e-mail|surel|situs"
    r"|laman|website|https?|www)\b(?=[.:/ ]))[^\n]{0,60}\d",
    re.I,
)
"""A line of an address or a contact, which does not continue the sentence above."""
_EDGE_SPACE = " \t\u00a0\u2007\u202f\u200b\ufeff\r\x0b\x0c"


def _furniture(context: ReleaseContext) -> Iterator[RuleMatch]:
    for number, _, _ in context.collected(_has_leftover):
        part = context.frame.parts[number]
        if part.role is Role.LEFTOVER:
            fix = Fix(Safety.OFFERED, "Hapus baris ini", (delete_line(context, part),))
            yield RuleMatch(*whole_span(part), {}, (fix,))
        else:
            yield from _phones(part)
            yield from _emoji(context, part)


def _has_leftover(paragraph: ParagraphContext) -> bool:
    """Whether a paragraph is furniture, or has a telephone number or emoji."""
    if paragraph.role not in COPY_AND_HEADLINE:
        return paragraph.role is Role.LEFTOVER
    return bool(
        leftover_lines.phone_spans(paragraph.text) or leftover_lines.emoji_spans(paragraph.text)
    )


def _phones(part: FramePart) -> Iterator[RuleMatch]:
    for phone in leftover_lines.phone_spans(part.text):
        sentence = next((s for s in sentences(part.text) if s.covers(phone)), phone)
        serves = _SERVICE.search(part.text, sentence.start, sentence.end)
        severity = Severity.SUGGESTION if serves else None
        yield RuleMatch(*span_within(part, phone), {}, severity=severity, message="phone")


def _emoji(context: ReleaseContext, part: FramePart) -> Iterator[RuleMatch]:
    for span in leftover_lines.emoji_spans(part.text):
        start, end = span_within(part, span)
        stop = end + 1 if part.text[span.end : span.end + 1] == " " else end
        edit = replace_text(context, start, stop, "")
        if stop == end and part.text[span.start - 1 : span.start] == " " and span.start:
            edit = replace_text(context, start - 1, end, "")
        yield RuleMatch(
            start, end, {}, (Fix(Safety.OFFERED, "Hapus emoji", (edit,)),), message="emoji"
        )


def _blank_lines(context: ReleaseContext) -> Iterator[RuleMatch]:
    parts = context.frame.parts
    if not any(part.text.strip() for part in parts[1:]):
        return
    if context.collected(_is_blank):
        yield from _empty_blocks(context, parts)
    for number, _, _ in context.collected(_has_edge_spaces):
        yield from _edge_spaces(context, parts[number])
    for number, _, _ in context.collected(_may_go_on):
        if number > 1 and parts[number - 1].role in COPY:
            yield from _broken(context, parts[number - 1], parts[number])


def _is_blank(paragraph: ParagraphContext) -> bool:
    return paragraph.role is Role.BLANK


def _has_edge_spaces(paragraph: ParagraphContext) -> bool:
    text = paragraph.text
    return paragraph.role is not Role.BLANK and text.strip(_EDGE_SPACE) != text


def _may_go_on(paragraph: ParagraphContext) -> bool:
    """Whether a paragraph begins in a way that no sentence does."""
    return paragraph.role in COPY and paragraph.text.lstrip()[:1].islower()


def _empty_blocks(context: ReleaseContext, parts: Sequence[FramePart]) -> Iterator[RuleMatch]:
    first: FramePart | None = None
    for part, below in zip(parts, (*parts[1:], None), strict=True):
        if part.role is not Role.BLANK:
            continue
        first = first or part
        if below is None or below.role is not Role.BLANK:
            start, end = first.paragraph.start - 1, part.paragraph.end
            fix = Fix(Safety.SAFE, "Hapus baris kosong", (replace_text(context, start, end, ""),))
            yield RuleMatch(start, end, {}, (fix,))
            first = None


def _edge_spaces(context: ReleaseContext, part: FramePart) -> Iterator[RuleMatch]:
    text, at = part.text, part.paragraph.start
    bare = len(text.rstrip(_EDGE_SPACE))
    if bare < len(text):
        edit = replace_text(context, at + bare, at + len(text), "")
        yield RuleMatch(
            edit.start, edit.end, {}, (Fix(Safety.SAFE, "Hapus spasi di akhir", (edit,)),)
        )
    indent = len(text) - len(text.lstrip(_EDGE_SPACE))
    if 0 < indent < bare and not (part.dateline and part.dateline.place_span.start >= indent):
        edit = replace_text(context, at, at + indent, "")
        yield RuleMatch(
            edit.start, edit.end, {}, (Fix(Safety.SAFE, "Hapus spasi di awal", (edit,)),)
        )


def _broken(context: ReleaseContext, above: FramePart, below: FramePart) -> Iterator[RuleMatch]:
    """A sentence that continues in the next paragraph, as in text copied from a PDF."""
    line = above.text.rstrip()
    opening = below.text.lstrip()[:1]
    if len(line) < BROKEN_LINE or line[-1] in END_MARKS + ":;" or not opening.islower():
        return
    if above.tag or above.credit or above.related or _LIST_ITEM.match(below.text):
        return
    if _LIST_ITEM.match(above.text) or _opens_with_brand(context, below.text):
        return
    if _ADDRESS.match(below.text):
        return
    start = above.paragraph.start + len(line)
    end = below.paragraph.end - len(below.text.lstrip())
    is_hyphenated = line[-1] == "-" and line[-2:-1].isalpha()
    edit = (
        replace_text(context, start - 1, end, "")
        if is_hyphenated
        else replace_text(context, start, end, " ")
    )
    is_sure = not is_hyphenated and line[-1] != "," and not _may_be_item(below)
    fix = Fix(Safety.SAFE if is_sure else Safety.OFFERED, "Gabungkan kedua baris", (edit,))
    yield RuleMatch(max(start - 1, 0), end + 1, {}, (fix,), message="broken")


def _may_be_item(part: FramePart) -> bool:
    """Whether a line may be a heading or a list item without a mark: short and not a sentence."""
    copy = part.text[part.copy.start : part.copy.end].rstrip()
    return len(copy) < BROKEN_LINE and copy[-1:] not in tuple(END_MARKS + ",")


def _opens_with_brand(context: ReleaseContext, text: str) -> bool:
    """Whether a line begins with a name in lower case (*iPhone*, *e-KTP*), so that it continues no
    sentence."""
    opening = text.split(maxsplit=1)[0].strip(",.:;()")
    return opening in context.house.brands or any(c.isupper() for c in opening)


def _headline_in_body(context: ReleaseContext) -> Iterator[RuleMatch]:
    lead = context.frame.lead
    if lead is None:
        return
    above = [p for p in context.frame.parts[1 : lead.paragraph.number] if p.role is Role.BODY]
    title = next((p for p in reversed(above) if _may_be_headline(p.text)), None)
    if title is None:
        return
    text = title.text.strip()
    if not context.release.headline:
        edits = (Edit(0, 0, "", text), delete_line(context, title))
        yield RuleMatch(*whole_span(title), {}, (Fix(Safety.OFFERED, "Jadikan judul", edits),))
    elif fold(text) == fold(context.release.headline):
        fix = Fix(Safety.OFFERED, "Hapus baris ini", (delete_line(context, title),))
        yield RuleMatch(*whole_span(title), {}, (fix,), message="repeated")


def _may_be_headline(line: str) -> bool:
    text = line.strip()
    return len(text.split()) <= leftover_lines.MAX_HEADLINE_WORDS and text[-1] not in ".;:,"


_COPY = "\nBLITAR | B-news.id - Pasar dibuka.\nPasar itu ramai."


def _above(line: str) -> Example:
    return Example(f"\n{line}{_COPY}", _COPY)


def _below(line: str) -> Example:
    return Example(f"{_COPY}\n{line}", _COPY)


RULES: tuple[Rule, ...] = (
    ReleaseRule(
        code="A25",
        id="release-leftover",
        name="Sisa format siaran pers",
        severity=Severity.ERROR,
        safety=Safety.OFFERED,
        why="Baris ini tampaknya sisa format siaran pers; hapus sebelum tayang.",
        other_messages={
            "phone": "Nomor telepon ini tampaknya sisa format siaran pers; pastikan boleh dimuat.",
            "emoji": "Emoji tidak dipakai dalam berita; hapus sebelum tayang.",
        },
        source="Praktik redaksi",
        check=_furniture,
        bad=(
            _above("SIARAN PERS"),
            _above("SIARAN PERS Nomor: 480/17/409.110/2024"),
            _above("Nomor: 12/SP/XI/2024"),
            _above("PEMERINTAH KABUPATEN BLITAR"),
            _above("Blitar, 13 November 2024"),
            _above("Untuk segera disiarkan"),
            _above("Kepada Yth. Rekan-rekan Media"),
            _below("Narahubung: Rina (0812-3456-7890)"),
            _below("Hormat kami,"),
            _below("Demikian siaran pers ini kami sampaikan."),
            _below("***"),
            _below("(Humas)"),
            _below("Dokumentasi kegiatan terlampir"),
            _below("NIP. 19700101 199503 1 001"),
            Example("\nPasar dibuka 🎉 dengan meriah.", "\nPasar dibuka dengan meriah."),
            Example("\nPasar dibuka oleh Rina, 081234567890."),
        ),
        good=(
            _COPY,
            "Dalam siaran pers yang diterima B-news.id, Rina menyebut pasar itu ramai.",
            "Rilis tersebut menyebutkan pasar itu ramai.",
            "Narahubung panitia menjawab pertanyaan warga dengan sabar.",
            "Nomor antrean dibagikan sejak pagi.",
            f"{_COPY}\nKamis, 28 September 2023\nPukul 08.00 WIB: lomba.",
        ),
    ),
    ReleaseRule(
        code="A26",
        id="blank-lines",
        name="Baris kosong atau terputus",
        severity=Severity.SUGGESTION,
        safety=Safety.SAFE,
        why="Ada baris kosong atau spasi di tepi baris; hapus.",
        other_messages={"broken": "Kalimat ini terputus di tengah; gabungkan kedua barisnya."},
        source="Praktik redaksi",
        check=_blank_lines,
        bad=(
            Example("\nPasar dibuka.\n\nPasar itu ramai.", "\nPasar dibuka.\nPasar itu ramai."),
            Example("\nPasar dibuka. \nPasar itu ramai.", "\nPasar dibuka.\nPasar itu ramai."),
            Example(
                "\nBupati Blitar menghadiri pembukaan pasar rakyat\ndi Kecamatan Wlingi pada pagi"
                " hari.",
                "\nBupati Blitar menghadiri pembukaan pasar rakyat di Kecamatan Wlingi pada pagi"
                " hari.",
            ),
        ),
        good=(
            _COPY,
            "\nSyarat pendaftaran:\nwarga Kabupaten Blitar\nusia 17 tahun",
            "\nPanitia menyediakan hadiah utama bagi para pemenang\niPhone 15 dan uang tunai.",
            "\n1. Fotokopi kartu tanda penduduk yang masih berlaku\nb. surat keterangan",
            "\nDinas Pendidikan dan Kebudayaan Kabupaten Blitar\njl. Merdeka Nomor 5, Kanigoro,"
            " Kabupaten Blitar, Jawa Timur.",
        ),
    ),
    ReleaseRule(
        code="A31",
        id="headline-in-body",
        name="Judul di badan berita",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="Baris di atas lead ini tampaknya judul; jadikan judul.",
        other_messages={"repeated": "Baris ini mengulang judul; hapus dari badan berita."},
        source="Gaya selingkung",
        check=_headline_in_body,
        bad=(
            Example(
                "\nPasar Wlingi Dibuka Kembali\nBLITAR | B-news.id - Pasar dibuka.",
                "Pasar Wlingi Dibuka Kembali\nBLITAR | B-news.id - Pasar dibuka.",
            ),
            Example(
                "\nPASAR WLINGI DIBUKA KEMBALI\nPasar dibuka.",
                "PASAR WLINGI DIBUKA KEMBALI\nPasar dibuka.",
            ),
            Example(
                "Pasar Wlingi Dibuka\nPASAR WLINGI DIBUKA\nPasar dibuka.",
                "Pasar Wlingi Dibuka\nPasar dibuka.",
            ),
        ),
        good=(_COPY, f"Pasar Dibuka{_COPY}"),
    ),
)
