"""The change report as one self-contained HTML page."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from bnews_desk.comparison import ComparedGroup, Comparison, compare
from bnews_desk.comparison.word_runs import DELETED, EQUAL, INSERTED
from bnews_desk.exporters.change_report.report_subject import (
    ReportedExcerpt,
    ReportedFact,
    ReportSubject,
    notes_of,
)
from bnews_desk.exporters.html import without_unwritable

_LOOK = """
:root { color-scheme: light }
body { margin: 0 auto; max-width: 64rem; padding: 2rem; color: #22252a; background: #fff;
       font: 1rem/1.55 "Source Serif Pro", "Noto Serif", Georgia, serif }
h1, h2, dl, th, .note { font-family: "Segoe UI", Inter, "Noto Sans", sans-serif }
h1 { font-size: 1.25rem; margin: 0 0 .75rem }
h2 { font-size: 1rem; margin: 1.5rem 0 .25rem }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 0 0 1.5rem;
     font-size: .875rem }
dt { color: #55585e } dd { margin: 0 }
table { border-collapse: collapse; table-layout: fixed; width: 100% }
th { font-size: .8125rem; text-align: left; color: #55585e; border-bottom: 1px solid #cfcbc2 }
th, td { padding: .4rem 1rem .4rem 0; vertical-align: top; overflow-wrap: anywhere }
td + td, th + th { padding: .4rem 0 .4rem 1rem; border-left: 1px solid #e1ded7 }
td p { margin: 0 0 .4rem; white-space: pre-wrap }
tr.headline td { font-weight: 700; font-size: 1.15rem }
del { background: #fbe9e6; color: #7d1b14 }
ins { background: #e5f1e6; color: #1f4f2d; text-decoration-thickness: 2px }
.note { color: #55585e; font-size: .75rem; margin: 0 }
@media print { body { max-width: none; padding: 0; font-size: 10pt }
  tr { break-inside: avoid }
  del, ins { -webkit-print-color-adjust: exact; print-color-adjust: exact } }
"""


def write_html_report(subject: ReportSubject) -> bytes:
    """Original and copy side by side in UTF-8, deletions struck through, insertions underlined."""
    comparison = compare(subject.original.text, subject.copy.text)
    title = f"Perubahan naskah: {subject.copy.headline or subject.source}"
    rows = "\n".join(_rows(comparison))
    page = (
        '<!DOCTYPE html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_escaped(title)}</title>\n<style>{_LOOK}</style>\n</head>\n<body>\n"
        f"<h1>{_escaped(title)}</h1>\n<dl>{''.join(_facts(subject, comparison))}</dl>\n"
        f"{_changed_facts(subject)}"
        "<table>\n<thead><tr><th>Rilis asli</th><th>Naskah</th></tr></thead>\n"
        f"<tbody>\n{rows}\n</tbody>\n</table>\n</body>\n</html>\n"
    )
    return page.encode("utf-8")


def _facts(subject: ReportSubject, comparison: Comparison) -> Iterator[str]:
    facts = (
        ("Rilis asli", subject.source),
        ("Dibuat", subject.written.strftime("%d/%m/%Y %H.%M")),
        ("Kata dihapus", str(comparison.words_deleted)),
        ("Kata ditambah", str(comparison.words_inserted)),
        ("Paragraf tidak dipakai", str(len(comparison.unused))),
        ("Paragraf dipindah", str(len(comparison.moved))),
    )
    return (f"<dt>{name}</dt><dd>{_escaped(value)}</dd>" for name, value in facts)


def _changed_facts(subject: ReportSubject) -> str:
    """The changed facts by group, each beside its words in the original, then what is the same."""
    parts = []
    for title, facts in subject.facts:
        rows = "".join(map(_fact_row, facts))
        parts.append(
            f'<h2>{_escaped(title)} ({len(facts)})</h2>\n<table class="facts">\n'
            f"<thead><tr><th>Asli</th><th>Naskah</th></tr></thead>\n<tbody>{rows}</tbody>\n"
            "</table>\n"
        )
    if subject.same:
        parts.append(f"<p>{_escaped(subject.same)} ✓</p>\n")
    return "".join(parts) + ("<h2>Seluruh naskah</h2>\n" if parts else "")


def _fact_row(fact: ReportedFact) -> str:
    then = "" if fact.then is None else _excerpt(fact.then, "del")
    noted = "".join(f'<p class="note">{_escaped(note)}</p>' for note in notes_of(fact))
    return f"<tr><td>{then}</td><td>{_excerpt(fact.now, 'ins')}{noted}</td></tr>"


def _excerpt(said: ReportedExcerpt, tag: str) -> str:
    words = _escaped(said.words)
    return f"<p>{_escaped(said.before)}<{tag}>{words}</{tag}>{_escaped(said.behind)}</p>"


def _rows(comparison: Comparison) -> Iterator[str]:
    come = set(comparison.moved.values())
    for group in comparison.groups:
        old = _cell(comparison, group, DELETED)
        new = _cell(comparison, group, INSERTED)
        if not old and not new:
            continue
        if not group.new and group.old.start in comparison.moved:
            old += '<p class="note">Dipindah ke tempat lain.</p>'
        if group.new and group.new.start in come:
            new += '<p class="note">Dipindah dari tempat lain.</p>'
        name = ' class="headline"' if 0 in group.old or 0 in group.new else ""
        yield f"<tr{name}><td>{old}</td><td>{new}</td></tr>"


def _cell(comparison: Comparison, group: ComparedGroup, kind: str) -> str:
    """One side of a group, one element per paragraph; '' when the group has no text there."""
    text = (comparison.old if kind == DELETED else comparison.new) + "\n"
    lines: list[list[str]] = [[]]
    for run in group.runs:
        if run.kind in {EQUAL, kind}:
            place = run.old if kind == DELETED else run.new
            _add(lines, place.within(text), run.kind)
    return "".join(f"<p>{''.join(line)}</p>" for line in lines if line)


def _add(lines: list[list[str]], text: str, kind: str) -> None:
    tag = {DELETED: "del", INSERTED: "ins"}.get(kind, "")
    for number, piece in enumerate(text.split("\n")):
        if number:
            lines.append([])
        if piece:
            words = _escaped(piece)
            lines[-1].append(f"<{tag}>{words}</{tag}>" if tag else words)


def _escaped(text: str) -> str:
    return escape(without_unwritable(text), quote=False)
