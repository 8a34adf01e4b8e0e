"""A08–A13: related lines. A title is never changed, as it must match the earlier article's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.related_line import RelatedLine
from bnews_desk.frame.release_frame import COPY, FramePart, Role
from bnews_desk.release import Edit
from bnews_desk.rules.context import ReleaseContext
from bnews_desk.rules.frame.frame_edits import (
    END_MARKS,
    delete_line,
    first_word_span,
    insert_line,
    replace_text,
    span_within,
    whole_span,
)
from bnews_desk.rules.frame.headline_case import headline_case
from bnews_desk.rules.rule import Example, ReleaseRule, Rule, RuleMatch
from bnews_desk.text import fold

MAX_TITLE_WORDS = 20
"""A line with more words below an empty label is copy and not the missing title."""


def _lines(context: ReleaseContext) -> list[tuple[FramePart, RelatedLine]]:
    """The related lines that are paragraphs, in order."""
    return [
        (part, part.related)
        for part in context.related
        if part.role is Role.RELATED and part.related is not None
    ]


def _form(context: ReleaseContext) -> Iterator[RuleMatch]:
    for part, line in _lines(context):
        if line.is_empty or context.reader.related.is_canonical(part.text, line):
            continue
        opening, _, closing = context.house.related.form.partition("{title}")
        start, end = whole_span(part)
        edits = (
            replace_text(context, start, span_within(part, line.title_span).start, opening),
            replace_text(context, span_within(part, line.title_span).end, end, closing),
        )
        safety = Safety.SAFE if line.is_sure else Safety.OFFERED
        changes = tuple(edit for edit in edits if edit.old != edit.new)
        fix = Fix(safety, f"Tulis “{opening}{line.title}”", changes)
        yield RuleMatch(
            start, end, {"form": context.house.related.form.format(title="Judul")}, (fix,)
        )


def _empty(context: ReleaseContext) -> Iterator[RuleMatch]:
    parts = context.frame.parts
    for part, line in _lines(context):
        if not line.is_empty:
            continue
        fixes = [Fix(Safety.OFFERED, "Hapus baris ini", (delete_line(context, part),))]
        below = part.paragraph.number + 1
        if not line.title and below < len(parts) and _may_be_title(parts[below]):
            title = parts[below]
            written = context.house.related.form.format(title=title.text.strip())
            joined = replace_text(context, part.paragraph.start, title.paragraph.end, written)
            fixes.insert(0, Fix(Safety.OFFERED, f"Tulis “{written}”", (joined,)))
        yield RuleMatch(*whole_span(part), {"label": context.house.related.label}, tuple(fixes))


def _may_be_title(part: FramePart) -> bool:
    """Whether a paragraph may be a title: short, no sentence, most words capitalised."""
    written = part.text.split()
    capitals = sum(word[:1].isupper() or word[:1].isdigit() for word in written)
    return (
        part.role in COPY
        and 2 < len(written) <= MAX_TITLE_WORDS
        and part.text.rstrip()[-1] not in END_MARKS
        and capitals * 3 >= len(written) * 2
    )


def _position(context: ReleaseContext) -> Iterator[RuleMatch]:
    copy, gaps = context.copy_parts, None
    for part in context.related:
        if part.role in COPY and part.related is not None and part.related.is_glued:
            yield _glued(context, part, part.related)
    for part, line in _lines(context):
        if not line.is_empty and copy and not _is_between(context, part, copy):
            gaps = _free_gaps(context, copy) if gaps is None else gaps
            yield _misplaced(context, part, copy, gaps)


def _is_between(context: ReleaseContext, part: FramePart, copy: Sequence[FramePart]) -> bool:
    """Whether a related line stands between paragraphs of copy and directly below no other one."""
    if not copy[0].paragraph.start < part.paragraph.start < copy[-1].paragraph.start:
        return False
    number = part.paragraph.number - 1
    while number > 0 and context.frame.parts[number].role is Role.BLANK:
        number -= 1
    return context.frame.parts[number].role is not Role.RELATED


def _free_gaps(context: ReleaseContext, copy: Sequence[FramePart]) -> list[int]:
    """The numbers of the body paragraphs below which a related line may be inserted, in order."""
    gaps = []
    for number, (above, below) in enumerate(pairwise(copy)):
        between = context.frame.parts[above.paragraph.number + 1 : below.paragraph.number]
        if not any(part.role is Role.RELATED for part in between) and above.text.strip():
            gaps.append(number)
    return gaps


def _misplaced(
    context: ReleaseContext, part: FramePart, copy: Sequence[FramePart], gaps: list[int]
) -> RuleMatch:
    span = whole_span(part)
    above = [n for n in gaps if copy[n].paragraph.start < span.start]
    below = [n for n in gaps if copy[n].paragraph.start >= span.start]
    if span.start < copy[0].paragraph.start:
        candidates = [n for n in below if n > 0] or below
    else:
        candidates = below or above[::-1]
    if not candidates:
        fix = Fix(Safety.OFFERED, "Hapus baris ini", (delete_line(context, part),))
        return RuleMatch(*span, {"label": context.house.related.label}, (fix,))
    gap = candidates[0]
    gaps.remove(gap)
    moved = insert_line(context.release, copy[gap].paragraph.end, part)
    label = f"Pindahkan ke bawah paragraf {gap + 1}"
    fix = Fix(Safety.OFFERED, label, (moved, delete_line(context, part)))
    return RuleMatch(*span, {"label": context.house.related.label}, (fix,))


def _glued(context: ReleaseContext, part: FramePart, line: RelatedLine) -> RuleMatch:
    start, end = span_within(part, line.span)
    opening, _, closing = context.house.related.form.partition("{title}")
    gap = start - len(context.text[:start]) + len(context.text[:start].rstrip())
    title = span_within(part, line.title_span)
    edits: tuple[Edit, ...] = (
        replace_text(context, gap, title.start, "\n" + opening),
        replace_text(context, title.end, end, closing),
    )
    changes = tuple(edit for edit in edits if edit.old != edit.new)
    fix = Fix(Safety.OFFERED, "Jadikan paragraf tersendiri", changes)
    return RuleMatch(start, end, {"label": context.house.related.label}, (fix,))


def _count(context: ReleaseContext) -> Iterator[RuleMatch]:
    lines = _lines(context)
    limits = context.house.limits
    copy = context.copy_parts
    values = {"count": str(len(lines)), "most": str(limits.related_lines)}
    if len(lines) > limits.related_lines:
        yield RuleMatch(*whole_span(lines[limits.related_lines][0]), values)
    elif not lines and len(copy) >= limits.related_expected_from:
        yield RuleMatch(*first_word_span(copy[-1]), values, message="none")
    for (above, _), (below, _) in pairwise(lines):
        between = context.frame.parts[above.paragraph.number + 1 : below.paragraph.number]
        if 0 < sum(part.role in COPY for part in between) < limits.related_distance:
            yield RuleMatch(*whole_span(below), values, message="close")


def _repeated(context: ReleaseContext) -> Iterator[RuleMatch]:
    headline = fold(context.release.headline)
    seen = {headline} if headline else set()
    for part, line in _lines(context):
        title = fold(line.title)
        if not line.is_empty and title in seen:
            fix = Fix(Safety.OFFERED, "Hapus baris ini", (delete_line(context, part),))
            yield RuleMatch(*whole_span(part), {}, (fix,))
        seen.add(title)


def _title_case(context: ReleaseContext) -> Iterator[RuleMatch]:
    for part, line in _lines(context):
        cased = headline_case(line.title)
        if line.is_empty or cased == line.title:
            continue
        start, end = span_within(part, line.title_span)
        fix = Fix(Safety.OFFERED, f"Tulis “{cased}”", (replace_text(context, start, end, cased),))
        yield RuleMatch(start, end, {"cased": cased}, (fix,))


_BETWEEN = "\nBLITAR | B-news.id - Pasar dibuka.\n{}\nPasar itu ramai.\nWarga senang."


def _example(wrong: str, right: str) -> Example:
    return Example(_BETWEEN.format(wrong), _BETWEEN.format(right))


RULES: tuple[Rule, ...] = (
    ReleaseRule(
        code="A08",
        id="related-format",
        name="Penulisan “Baca juga”",
        severity=Severity.WARNING,
        safety=Safety.SAFE,
        why="Baris tautan ditulis “{form}” tanpa spasi sebelum titik dua dan tanpa titik di akhir.",
        source="Gaya selingkung",
        check=_form,
        bad=tuple(
            _example(wrong, right)
            for wrong, right in (
                ("Baca juga: Baca juga: Pasar Wlingi Dibuka", "Baca juga: Pasar Wlingi Dibuka"),
                ("Simak juga Video: Pasar Wlingi", "Baca juga: Video: Pasar Wlingi"),
                ("BACA JUGA : Pasar Wlingi Dibuka.", "Baca juga: Pasar Wlingi Dibuka"),
                ("Baca Juga:Pasar Wlingi Dibuka", "Baca juga: Pasar Wlingi Dibuka"),
                ("• Simak juga – Pasar Wlingi Dibuka?", "Baca juga: Pasar Wlingi Dibuka?"),
                ("(Baca juga: Pasar Wlingi Dibuka)", "Baca juga: Pasar Wlingi Dibuka"),
                ("**Baca juga:** Pasar Wlingi Dibuka", "Baca juga: Pasar Wlingi Dibuka"),
                ("Baca juga Pasar Wlingi Dibuka", "Baca juga: Pasar Wlingi Dibuka"),
                ("👉 BACA JUGA:  Pasar Wlingi Dibuka", "Baca juga: Pasar Wlingi Dibuka"),
            )
        ),
        good=(
            _BETWEEN.format("Baca juga: Pasar Wlingi: Ramai Sejak Pagi"),
            "Pengunjung dapat baca juga buku itu.",
            "Baca juga buku itu di perpustakaan.",
        ),
    ),
    ReleaseRule(
        code="A09",
        id="related-empty",
        name="“Baca juga” tanpa judul",
        severity=Severity.ERROR,
        safety=Safety.OFFERED,
        why="Baris “{label}” belum berisi judul.",
        source="Gaya selingkung",
        check=_empty,
        bad=(
            Example(
                _BETWEEN.format("Baca juga: https://b-news.id/pasar"),
                "\nBLITAR | B-news.id - Pasar dibuka.\nPasar itu ramai.\nWarga senang.",
            ),
            Example(
                _BETWEEN.format("Baca juga:"),
                "\nBLITAR | B-news.id - Pasar dibuka.\nPasar itu ramai.\nWarga senang.",
            ),
            Example(
                _BETWEEN.format("Baca juga:\nPasar Wlingi Dibuka Lagi"),
                _BETWEEN.format("Baca juga: Pasar Wlingi Dibuka Lagi"),
            ),
            Example(
                _BETWEEN.format("Baca juga: JUDUL"),
                "\nBLITAR | B-news.id - Pasar dibuka.\nPasar itu ramai.\nWarga senang.",
            ),
        ),
        good=(_BETWEEN.format("Baca juga: Pasar Wlingi Dibuka"),),
    ),
    ReleaseRule(
        code="A10",
        id="related-position",
        name="Tempat “Baca juga”",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="Baris “{label}” diletakkan di antara dua paragraf isi, tidak berurutan dan tidak di"
        " akhir.",
        source="Gaya selingkung",
        check=_position,
        bad=(
            Example(
                "\nBaca juga: Pasar Wlingi\nBLITAR | B-news.id - Satu.\nDua.\nTiga.",
                "\nBLITAR | B-news.id - Satu.\nDua.\nBaca juga: Pasar Wlingi\nTiga.",
            ),
            Example(
                "\nBLITAR | B-news.id - Satu.\nDua.\nTiga.\nBaca juga: Pasar Wlingi",
                "\nBLITAR | B-news.id - Satu.\nDua.\nBaca juga: Pasar Wlingi\nTiga.",
            ),
            Example(
                "\nBLITAR | B-news.id - Satu.\nBaca juga: Pasar\nBaca juga: Jalan\nDua.\nTiga.",
                "\nBLITAR | B-news.id - Satu.\nBaca juga: Pasar\nDua.\nBaca juga: Jalan\nTiga.",
            ),
            Example(
                "\nBLITAR | B-news.id - Satu.\nDua. Baca juga: Pasar Wlingi\nTiga.",
                "\nBLITAR | B-news.id - Satu.\nDua.\nBaca juga: Pasar Wlingi\nTiga.",
            ),
        ),
        good=(_BETWEEN.format("Baca juga: Pasar Wlingi Dibuka"),),
    ),
    ReleaseRule(
        code="A11",
        id="related-count",
        name="Jumlah “Baca juga”",
        severity=Severity.SUGGESTION,
        safety=Safety.NONE,
        why="Berita ini memuat {count} baris “Baca juga”; lazimnya paling banyak {most}.",
        other_messages={
            "none": "Berita ini belum memuat baris “Baca juga”.",
            "close": "Dua baris “Baca juga” berdekatan; beri jarak sedikitnya dua paragraf isi.",
        },
        source="Gaya selingkung",
        is_on=False,
        remark="Batasnya baru ditaksir dari satu artikel; redaksi perlu memastikannya.",
        check=_count,
        bad=(
            Example(
                "\nSatu.\nBaca juga: A B\nDua.\nBaca juga: C D\nTiga.\nBaca juga: E F\nEmpat."
                "\nBaca juga: G H\nLima."
            ),
            Example("\nSatu.\nDua.\nTiga.\nEmpat.\nLima.\nEnam.\nTujuh.\nDelapan."),
        ),
        good=(_BETWEEN.format("Baca juga: Pasar Wlingi Dibuka"),),
    ),
    ReleaseRule(
        code="A12",
        id="related-self-or-duplicate",
        name="“Baca juga” berulang",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="Judul tautan ini sudah dipakai.",
        source="Praktik redaksi",
        is_on=False,
        check=_repeated,
        bad=(
            Example(
                "\nSatu.\nBaca juga: Pasar Wlingi\nDua.\nBaca juga: Pasar  wlingi\nTiga.",
                "\nSatu.\nBaca juga: Pasar Wlingi\nDua.\nTiga.",
            ),
            Example(
                "Pasar Wlingi\nSatu.\nBaca juga: Pasar Wlingi\nDua.", "Pasar Wlingi\nSatu.\nDua."
            ),
        ),
        good=("\nSatu.\nBaca juga: Pasar Wlingi\nDua.\nBaca juga: Pasar Garum\nTiga.",),
    ),
    ReleaseRule(
        code="A13",
        id="related-title-case",
        name="Huruf kapital judul tautan",
        severity=Severity.SUGGESTION,
        safety=Safety.OFFERED,
        why="Periksa huruf kapital pada judul tautan: “{cased}”.",
        source="EYD V, Huruf Kapital 21",
        is_on=False,
        remark="Judul tautan disalin dari situs; mengubahnya memutus tautan.",
        check=_title_case,
        bad=(
            Example(
                _BETWEEN.format("Baca juga: Bupati Tinjau Wisata Di Blitar"),
                _BETWEEN.format("Baca juga: Bupati Tinjau Wisata di Blitar"),
            ),
        ),
        good=(_BETWEEN.format("Baca juga: SK untuk 1.720 P3K pada 19 Desember"),),
    ),
)
