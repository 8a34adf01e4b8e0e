"""A14–A20: the source tag at the end of the last body paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.release_frame import COPY, FramePart, Role
from bnews_desk.frame.source_tag import SourceTag
from bnews_desk.release import Edit
from bnews_desk.rules.context import ReleaseContext
from bnews_desk.rules.frame.frame_edits import (
    END_MARKS,
    delete_line,
    last_word_span,
    replace_text,
    span_within,
)
from bnews_desk.rules.rule import Example, ReleaseRule, Rule, RuleMatch
from bnews_desk.text import Span, words

LEAST_WORDS = 3
"""A shorter last paragraph, in words, gets a tag only when the editor asks."""
LONG = 8
"""From this many words on a paragraph is copy even without a full stop."""


def tags_of(context: ReleaseContext) -> list[tuple[FramePart, SourceTag]]:
    """The tags of a release, each with its paragraph, in order."""
    return [
        (part, tag)
        for part in context.tagged
        if part.tag is not None
        for tag in (*part.further_tags, part.tag)
    ]


def is_running_text(context: ReleaseContext, last: FramePart, tagged: FramePart | None) -> bool:
    """Whether a paragraph is certainly copy and not a line of unknown kind.

    Without a full stop it must be long, or have a tag directly below it.
    """
    copy = last.text[last.copy.start : last.copy.end].rstrip()
    count = len(copy.split())
    if count < LEAST_WORDS:
        return False
    return (
        count >= LONG or copy[-1:] in tuple(END_MARKS) or _is_directly_above(context, last, tagged)
    )


def _is_directly_above(context: ReleaseContext, last: FramePart, tagged: FramePart | None) -> bool:
    if tagged is None or tagged.paragraph.start < last.paragraph.start:
        return False
    between = context.frame.parts[last.paragraph.number + 1 : tagged.paragraph.number]
    return all(part.role in (Role.BLANK, Role.RELATED, Role.CREDIT) for part in between)


def tag_target(context: ReleaseContext, tagged: FramePart | None) -> FramePart | None:
    """The paragraph to which the tag belongs: the last that is certainly copy, else the last."""
    copy = context.copy_parts
    sure = (
        part for part in reversed(copy) if part is tagged or is_running_text(context, part, tagged)
    )
    return next(sure, copy[-1] if copy else None)


def _foreign(context: ReleaseContext) -> list[tuple[FramePart, Span]]:
    """The marks of senders and other desks at the end of copy, each with its paragraph."""
    return [(part, part.sender_mark) for part in context.copy_parts if part.sender_mark is not None]


def _may_be_ours(context: ReleaseContext) -> bool:
    """Whether the release names the place of the only office in the register.

    Offering its code for another sender's release would invent a source.
    """
    office = next(iter(context.house.source_tag.sources.values()), "")
    place = office.split()[-1] if office else ""
    return not place or place.casefold() in context.text.casefold()


def _missing(context: ReleaseContext) -> Iterator[RuleMatch]:
    last = tag_target(context, None)
    if last is None or tags_of(context) or not (context.is_finished or context.frame.credited):
        return
    style = context.house.source_tag
    example = style.only_tag or style.form.format(source="kode", initials="inisial")
    fixes: tuple[Fix, ...] = ()
    if style.only_tag and _may_be_ours(context):
        end = last.sender_mark.end if last.sender_mark else last.copy.end
        stretch = span_within(last, Span(last.copy.end, end))
        edit = replace_text(context, *stretch, " " + style.only_tag)
        fixes = (Fix(Safety.OFFERED, f"Tambahkan “{style.only_tag}”", (edit,)),)
    yield RuleMatch(*last_word_span(last), {"example": example}, fixes)


def _form(context: ReleaseContext) -> Iterator[RuleMatch]:
    for part, tag in tags_of(context):
        written = context.reader.tags.house_form(tag)
        start, end = span_within(part, tag.span)
        if context.text[start:end] != written:
            is_sure = context.reader.tags.is_known_source(tag)
            safety = Safety.SAFE if is_sure else Safety.OFFERED
            fix = Fix(safety, f"Tulis “{written}”", (replace_text(context, start, end, written),))
            yield RuleMatch(start, end, {"written": written}, (fix,))


def _own_line(context: ReleaseContext) -> Iterator[RuleMatch]:
    tags = tags_of(context)
    if len(tags) != 1:
        return
    part, tag = tags[0]
    last = tag_target(context, part)
    if last is None or part.role is not Role.TAG or part.paragraph.start < last.paragraph.start:
        return
    yield _moved(context, part, tag, last, "Gabungkan dengan paragraf terakhir")


def _moved(
    context: ReleaseContext, part: FramePart, tag: SourceTag, last: FramePart, label: str
) -> RuleMatch:
    """The match that moves the tag behind the copy of the last body paragraph."""
    at = last.paragraph.start + last.copy.end
    written = context.reader.tags.house_form(tag)
    if part.role is Role.TAG:
        gone = delete_line(context, part)
    else:
        start, end = span_within(part, tag.outer)
        gone = replace_text(context, start, end, "")
    is_sure = last is context.frame.last_body and is_running_text(context, last, part)
    safety = Safety.SAFE if is_sure else Safety.OFFERED
    fix = Fix(safety, label, (Edit(at, at, "", " " + written), gone))
    return RuleMatch(*span_within(part, tag.span), {}, (fix,))


def _spacing(context: ReleaseContext) -> Iterator[RuleMatch]:
    foreign = {part.paragraph.number for part, _ in _foreign(context)}
    for part, tag in tags_of(context):
        if part.role not in COPY or part.paragraph.number in foreign or tag.outer.start == 0:
            continue
        if part.further_tags:
            continue
        before = part.text[tag.outer.start - 1]
        is_ended = before in END_MARKS
        gap = " " if is_ended else ". "
        edits = (
            replace_text(context, *span_within(part, Span(tag.outer.start, tag.span.start)), gap),
            replace_text(context, *span_within(part, Span(tag.span.end, tag.outer.end)), ""),
        )
        changes = tuple(edit for edit in edits if edit.old != edit.new)
        if changes:
            is_sure = is_ended or before.isalnum() or before in ")%"
            safety = Safety.SAFE if is_sure else Safety.OFFERED
            fix = Fix(safety, "Rapikan tanda baca di sekitar kode rilis", changes)
            before_tag = words(part.text, max(0, tag.outer.start - 60), tag.outer.start)
            first = before_tag[-1].start if before_tag else tag.outer.start - 1
            yield RuleMatch(*span_within(part, Span(first, tag.outer.end)), {}, (fix,))


def _duplicate(context: ReleaseContext) -> Iterator[RuleMatch]:
    tags = tags_of(context)
    if not tags:
        return
    _, kept = tags[-1]
    for part, tag in tags[:-1]:
        is_same = (tag.source, tag.initials) == (kept.source, kept.initials)
        safety = Safety.SAFE if is_same else Safety.OFFERED
        yield _dropped(context, part, tag.span, tag.outer, safety)
    for part, mark in _foreign(context):
        start = len(part.text[: mark.start].rstrip())
        yield _dropped(context, part, mark, Span(start, mark.end), Safety.OFFERED)


def _dropped(
    context: ReleaseContext, part: FramePart, span: Span, outer: Span, safety: Safety
) -> RuleMatch:
    if part.role is Role.TAG:
        edit = delete_line(context, part)
    else:
        edit = replace_text(context, *span_within(part, outer), "")
    text = part.text[span.start : span.end]
    return RuleMatch(*span_within(part, span), {}, (Fix(safety, f"Hapus “{text}”", (edit,)),))


def _unknown(context: ReleaseContext) -> Iterator[RuleMatch]:
    tags = context.reader.tags
    style = context.house.source_tag
    for part, tag in tags_of(context):
        if not tags.is_known_source(tag):
            yield _unlisted(context, part, tag, tag.source, list(style.sources), "")
            # one finding for each tag: the initials can be judged once the source is right
            continue
        for initials in tags.unknown_initials(tag):
            yield _unlisted(context, part, tag, initials, list(style.initials), "initials")


def _unlisted(
    context: ReleaseContext,
    part: FramePart,
    tag: SourceTag,
    code: str,
    register: list[str],
    kind: str,
) -> RuleMatch:
    near = get_close_matches(code, register, 1, 0.75)
    values = {"code": code, "near": near[0] if near else ""}
    if not near:
        return RuleMatch(*span_within(part, tag.span), values, message=kind or "unlike")
    if kind:
        initials = tuple(near[0] if i == code else i for i in tag.initials)
        written = context.house.source_tag.house_form(tag.source, initials)
    else:
        written = context.house.source_tag.house_form(near[0], tag.initials)
    start, end = span_within(part, tag.span)
    fix = Fix(Safety.OFFERED, f"Tulis “{written}”", (replace_text(context, start, end, written),))
    return RuleMatch(start, end, values, (fix,), message=f"{kind} near".strip() if kind else "")


def _wrong_paragraph(context: ReleaseContext) -> Iterator[RuleMatch]:
    tags = tags_of(context)
    if len(tags) != 1:
        return
    part, tag = tags[0]
    last = tag_target(context, part)
    if last is None:
        return
    if part.paragraph.start < last.paragraph.start or part.role is Role.CREDIT:
        yield _moved(context, part, tag, last, "Pindahkan ke akhir paragraf terakhir")


_OPEN = "\nBLITAR | B-news.id - Pasar dibuka.\n"
_TAGGED = _OPEN + "Pasar itu ramai. (kmfkabblt/sun)\nEditor : Zainul Arifin"
_QUIET = (
    _TAGGED,
    "Lomba itu diikuti siswa (putra/putri)",
    "Rapat membahas anggaran dasar dan anggaran rumah tangga (AD/ART).",
    _OPEN + 'Ia berkata, "Kami siap." (kmfkabblt/sun)',
)


def _tagged(wrong: str, right: str = "Pasar itu ramai. (kmfkabblt/sun)") -> Example:
    return Example(_OPEN + wrong, _OPEN + right)


RULES: tuple[Rule, ...] = (
    ReleaseRule(
        code="A14",
        id="source-tag-missing",
        name="Kode rilis belum ada",
        severity=Severity.ERROR,
        safety=Safety.OFFERED,
        why="Kode rilis belum ada; tambahkan, misalnya, “{example}” di akhir paragraf terakhir.",
        source="Gaya selingkung",
        check=_missing,
        bad=(
            _tagged("Pasar itu ramai."),
            _tagged("Pasar itu ramai. (Humas)"),
        ),
        good=(_TAGGED,),
    ),
    ReleaseRule(
        code="A15",
        id="source-tag-format",
        name="Penulisan kode rilis",
        severity=Severity.WARNING,
        safety=Safety.SAFE,
        why="Kode rilis ditulis huruf kecil tanpa spasi: “{written}”.",
        source="Gaya selingkung",
        check=_form,
        bad=tuple(
            _tagged(f"Pasar itu ramai. {wrong}")
            for wrong in (
                "(kmfkabblt / Sun)",
                "(KMFKABBLT/SUN)",
                "[kmfkabblt/sun]",
                "(kmfkabblt-sun)",
                "( kmfkabblt|sun )",
                "(kmf kabblt/sun)",
                "(sun/kmfkabblt)",
                "(kominfo kab. blitar/sun)",
                "kmfkabblt/sun",
            )
        ),
        good=_QUIET,
    ),
    ReleaseRule(
        code="A16",
        id="source-tag-own-line",
        name="Kode rilis di baris tersendiri",
        severity=Severity.WARNING,
        safety=Safety.SAFE,
        why="Kode rilis diletakkan di akhir paragraf terakhir, bukan di baris tersendiri.",
        source="Gaya selingkung",
        check=_own_line,
        bad=(
            _tagged("Pasar itu ramai.\n(kmfkabblt/sun)"),
            _tagged(
                "Pasar itu ramai.\nEditor : Zainul Arifin\n(KMFKABBLT / sun)",
                "Pasar itu ramai. (kmfkabblt/sun)\nEditor : Zainul Arifin",
            ),
        ),
        good=_QUIET,
    ),
    ReleaseRule(
        code="A17",
        id="source-tag-spacing",
        name="Tanda baca di sekitar kode rilis",
        severity=Severity.WARNING,
        safety=Safety.SAFE,
        why="Sebelum kode rilis ada tanda akhir kalimat dan satu spasi; sesudahnya tidak ada"
        " titik.",
        source="Gaya selingkung",
        check=_spacing,
        bad=(
            _tagged("Pasar itu ramai(kmfkabblt/sun)."),
            _tagged("Pasar itu ramai.(kmfkabblt/sun)"),
            _tagged("Pasar itu ramai.  (kmfkabblt/sun)"),
            _tagged("Pasar itu ramai (kmfkabblt/sun)."),
            _tagged("Pasar itu ramai. *(kmfkabblt/sun)*"),
        ),
        good=_QUIET,
    ),
    ReleaseRule(
        code="A18",
        id="source-tag-duplicate",
        name="Kode rilis lebih dari satu",
        severity=Severity.ERROR,
        safety=Safety.OFFERED,
        why="Ada lebih dari satu kode rilis; sisakan satu.",
        source="Gaya selingkung",
        remark="Dua kode yang sama persis dihapus satu tanpa bertanya: tidak ada yang hilang.",
        check=_duplicate,
        bad=(
            _tagged("Pasar itu ramai. (Humas) (kmfkabblt/sun)"),
            _tagged("Pasar itu ramai. (Humas Dispertapa/kmf) (kmfkabblt/sun)"),
            _tagged("Pasar itu ramai. (sun) (kmfkabblt/sun)"),
            _tagged(
                "Pasar itu ramai. (kmfkabblt/sun)\n(KMFKABBLT/SUN)",
                "Pasar itu ramai.\n(KMFKABBLT/SUN)",
            ),
        ),
        good=(*_QUIET, "Dinas Pemberdayaan Masyarakat dan Desa (PMD) hadir."),
    ),
    ReleaseRule(
        code="A19",
        id="source-tag-unknown",
        name="Kode rilis tidak terdaftar",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="Kode rilis “{code}” tidak terdaftar; mungkin maksudnya “{near}”.",
        other_messages={
            "unlike": "Kode rilis “{code}” tidak terdaftar; periksa atau daftarkan di gaya"
            " selingkung.",
            "initials": "Inisial “{code}” tidak terdaftar; periksa atau daftarkan di gaya"
            " selingkung.",
            "initials near": "Inisial “{code}” tidak terdaftar; mungkin maksudnya “{near}”.",
        },
        source="Gaya selingkung",
        check=_unknown,
        bad=(
            _tagged("Pasar itu ramai. (kmfkabbl/sun)"),
            Example(_OPEN + "Pasar itu ramai. (humaskotablt/sun)"),
            Example(_OPEN + "Pasar itu ramai. (kmfkabblt/abc)"),
        ),
        good=_QUIET,
    ),
    ReleaseRule(
        code="A20",
        id="source-tag-wrong-paragraph",
        name="Tempat kode rilis",
        severity=Severity.ERROR,
        safety=Safety.SAFE,
        why="Kode rilis harus berada di akhir paragraf terakhir.",
        source="Gaya selingkung",
        check=_wrong_paragraph,
        bad=(
            Example(
                "\nPasar dibuka. (kmfkabblt/sun)\nPasar itu ramai.",
                "\nPasar dibuka.\nPasar itu ramai. (kmfkabblt/sun)",
            ),
            Example(
                "\nPasar itu ramai.\nEditor : Zainul Arifin (kmfkabblt/sun)",
                "\nPasar itu ramai. (kmfkabblt/sun)\nEditor : Zainul Arifin",
            ),
            Example(
                "\n(kmfkabblt/sun)\nPasar dibuka.\nPasar itu ramai.",
                "\nPasar dibuka.\nPasar itu ramai. (kmfkabblt/sun)",
            ),
        ),
        good=_QUIET,
    ),
)
