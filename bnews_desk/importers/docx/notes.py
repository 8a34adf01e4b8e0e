"""Footnotes and endnotes, as paragraphs at the end (17.11)."""

from __future__ import annotations

from bnews_desk.importers.docx.note_register import Note
from bnews_desk.importers.docx.relations import Relations
from bnews_desk.importers.docx.walk import Document, Walk
from bnews_desk.importers.line import Line


def mark(number: int) -> str:
    """How a note's number is written, in the copy and before the note."""
    return f"[{number}]"


def note_lines(document: Document) -> list[Line]:
    """The paragraphs of all notes that the copy refers to, each once and with its number.

    Call it when the copy is read; a note that another note refers to comes in too.
    """
    walks: dict[str, Walk] = {}
    lines: list[Line] = []
    done = 0
    while done < len(cited := document.notes.cited):
        note = cited[done]
        if note.part not in walks:
            walks[note.part] = Walk(document, Relations(document.package, note.part))
        lines += _lines_of(note, walks[note.part])
        done += 1
    return lines


def _lines_of(note: Note, walk: Walk) -> list[Line]:
    lines = walk.read_apart(note.element)
    for line in lines:
        line.strip_start()
        line.style = ""
        line.is_account = line.is_account or not line.length
    first = next((line for line in lines if line.length), None)
    if first is not None:
        first.prefix(f"{mark(note.number)} ")
        first.carried.append(note.kind)
    return lines
