"""A21–A24: the editor credit, the last line."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.credit import Credit
from bnews_desk.frame.release_frame import FramePart, Role
from bnews_desk.lexicon.near_names import slip_distance
from bnews_desk.release import Edit
from bnews_desk.rules.context import ReleaseContext
from bnews_desk.rules.frame.frame_edits import (
    delete_line,
    last_word_span,
    replace_text,
    span_within,
    whole_span,
)
from bnews_desk.rules.rule import Example, ReleaseRule, Rule, RuleMatch


def _credits(context: ReleaseContext) -> list[tuple[FramePart, Credit]]:
    return [(part, part.credit) for part in context.credited if part.credit is not None]


def _last_line(context: ReleaseContext) -> FramePart:
    """The last paragraph that is not empty."""
    parts = context.frame.parts
    return next((part for part in reversed(parts) if part.text.strip()), parts[0])


def _missing(context: ReleaseContext) -> Iterator[RuleMatch]:
    if not context.is_finished or context.frame.last_body is None or _credits(context):
        return
    style = context.house.credit
    last = _last_line(context)
    at = last.paragraph.end
    fixes = tuple(
        Fix(
            Safety.OFFERED,
            f"Tambahkan “{style.house_form(editor)}”",
            (Edit(at, at, "", "\n" + style.house_form(editor)),),
        )
        for editor in style.editors
    )
    yield RuleMatch(*last_word_span(last), {"form": style.house_form("Nama")}, fixes)


def _form(context: ReleaseContext) -> Iterator[RuleMatch]:
    style = context.house.credit
    for part, credit in _credits(context):
        start, end = span_within(part, credit.span)
        if not credit.editor:
            fixes = tuple(
                Fix(Safety.OFFERED, f"Tulis “{line}”", (replace_text(context, start, end, line),))
                for line in map(style.house_form, style.editors)
            )
            yield RuleMatch(
                start, end, {"form": style.house_form("Nama")}, fixes, message="nameless"
            )
            continue
        written = style.house_form(credit.editor)
        if credit.is_glued:
            before = context.text[:start].rstrip(" \t\u00a0*_([")
            start, written = len(before), "\n" + written
        if context.text[start:end] == written:
            continue
        safety = Safety.SAFE if credit.is_sure else Safety.OFFERED
        fix = Fix(
            safety, f"Tulis “{written.strip()}”", (replace_text(context, start, end, written),)
        )
        yield RuleMatch(*span_within(part, credit.span), {"form": style.house_form("Nama")}, (fix,))


def _not_last(context: ReleaseContext) -> Iterator[RuleMatch]:
    lines = [(part, credit) for part, credit in _credits(context) if part.role is Role.CREDIT]
    if not lines or not context.copy_parts:
        return
    kept_part, kept = lines[-1]
    for part, credit in lines[:-1]:
        is_same = credit.editor in (kept.editor, "")
        safety = Safety.SAFE if is_same else Safety.OFFERED
        fix = Fix(safety, "Hapus baris editor ini", (delete_line(context, part),))
        yield RuleMatch(*whole_span(part), {}, (fix,))
    last = _last_line(context)
    if last.paragraph.number > kept_part.paragraph.number:
        at = last.paragraph.end
        moved = Edit(at, at, "", "\n" + kept_part.text)
        safety = Safety.SAFE if kept.is_sure else Safety.OFFERED
        label = "Pindahkan ke baris terakhir"
        fix = Fix(safety, label, (moved, delete_line(context, kept_part)))
        yield RuleMatch(*whole_span(kept_part), {}, (fix,))


def _unknown(context: ReleaseContext) -> Iterator[RuleMatch]:
    style = context.house.credit
    for part, credit in _credits(context):
        if not credit.editor or context.reader.credits.is_known(credit.editor):
            continue
        folded = credit.editor.casefold()
        near = [e for e in style.editors if slip_distance(e.casefold(), folded, 1) == 1]
        if len(near) != 1:
            continue
        start, end = span_within(part, credit.span)
        fixes: tuple[Fix, ...] = ()
        if part.role is Role.CREDIT:
            line = style.house_form(near[0])
            fixes = (
                Fix(Safety.OFFERED, f"Tulis “{line}”", (replace_text(context, start, end, line),)),
            )
        yield RuleMatch(start, end, {"editor": credit.editor, "near": near[0]}, fixes)


_OPEN = "\nBLITAR | B-news.id - Pasar dibuka. (kmfkabblt/sun)"
_LINE = "Editor : Zainul Arifin"
_QUIET = (f"{_OPEN}\n{_LINE}", "\nPasar dibuka.\nEditor film itu hadir di pasar.\nWarga senang.")


def _credited(wrong: str) -> Example:
    return Example(f"{_OPEN}\n{wrong}", f"{_OPEN}\n{_LINE}")


RULES: tuple[Rule, ...] = (
    ReleaseRule(
        code="A21",
        id="credit-missing",
        name="Nama editor belum ada",
        severity=Severity.ERROR,
        safety=Safety.OFFERED,
        why="Baris “{form}” belum ada.",
        source="Gaya selingkung",
        check=_missing,
        bad=(Example(_OPEN, f"{_OPEN}\n{_LINE}"),),
        good=(f"{_OPEN}\n{_LINE}", f"{_OPEN}\nEditor: Zainul Arifin"),
    ),
    ReleaseRule(
        code="A22",
        id="credit-format",
        name="Penulisan baris editor",
        severity=Severity.WARNING,
        safety=Safety.SAFE,
        why="Baris terakhir ditulis “{form}” dengan spasi di kedua sisi titik dua.",
        other_messages={"nameless": "Baris “{form}” belum memuat nama editor."},
        source="Gaya selingkung",
        check=_form,
        bad=(
            *(
                _credited(wrong)
                for wrong in (
                    "Editor: Zainul Arifin",
                    "EDITOR :zainul arifin.",
                    "EDITOR : ZAINUL ARIFIN",
                    "Penyunting - Zainul Arifin",
                    "Redaktur : Zainul Arifin",
                    "Ed. Zainul Arifin",
                    "(Editor: Zainul Arifin)",
                    "*Editor : Zainul Arifin*",
                    "Editor Zainul Arifin",
                    "Editor:",
                )
            ),
            Example(f"{_OPEN} Editor: Zainul Arifin", f"{_OPEN}\n{_LINE}"),
        ),
        good=_QUIET,
    ),
    ReleaseRule(
        code="A23",
        id="credit-not-last",
        name="Tempat baris editor",
        severity=Severity.ERROR,
        safety=Safety.SAFE,
        why="Baris editor harus menjadi baris terakhir dan hanya satu.",
        source="Gaya selingkung",
        remark="Dua baris dengan nama berbeda hanya ditawarkan: yang benar tidak dapat diketahui.",
        check=_not_last,
        bad=(
            Example(
                f"\nPasar dibuka.\n{_LINE}\nPasar itu ramai.",
                f"\nPasar dibuka.\nPasar itu ramai.\n{_LINE}",
            ),
            Example(f"{_OPEN}\n{_LINE}\n{_LINE}", f"{_OPEN}\n{_LINE}"),
            Example(f"{_OPEN}\nEditor : Rina Wulandari\n{_LINE}", f"{_OPEN}\n{_LINE}"),
        ),
        good=_QUIET,
    ),
    ReleaseRule(
        code="A24",
        id="credit-name-unknown",
        name="Editor tidak terdaftar",
        severity=Severity.SUGGESTION,
        safety=Safety.OFFERED,
        why="Editor “{editor}” tidak ada dalam daftar redaksi; mungkin maksudnya {near}.",
        source="Gaya selingkung",
        remark="Hanya bila satu huruf keliru.",
        check=_unknown,
        bad=(_credited("Editor : Zaenul Arifin"),),
        good=(*_QUIET, f"{_OPEN}\nEditor : Rina Wulandari"),
    ),
)
