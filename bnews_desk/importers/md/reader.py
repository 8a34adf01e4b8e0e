"""Reads a Markdown file into a release: front matter, footnotes, then its tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from bnews_desk.importers import import_receipt
from bnews_desk.importers.encoding import decode, note_encoding
from bnews_desk.importers.imported_line import ImportedLine
from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.importers.limits import MAX_LINES
from bnews_desk.importers.md.line_builder import MarkdownLineBuilder
from bnews_desk.importers.release_assembly import assemble_release
from bnews_desk.importers.txt import read_txt
from bnews_desk.receipt import ReceiptBuilder

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from bnews_desk.frame.release_frame import FrameReader

WRAP_WIDTH = 100
"""Maximum columns of lines in a source that was wrapped by hand."""
_FRONT = re.compile(r"\A---[ \t]*\n(?P<inside>(?:[^\n]*\n){0,200}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FIELD = re.compile(r"^[A-Za-z_][\w-]*\s*:", re.MULTILINE)
_NOTE = re.compile(r"^ {0,3}\[\^([^\]\s]{1,100})\]:[ \t]*(.*)$")
_INDENT = re.compile(r"^(?: {4}|\t)")


class MarkdownSource(NamedTuple):
    """The Markdown of the copy, that of the notes by their marks, and the front matter's fields."""

    copy: str
    notes: dict[str, str]
    front: str
    is_wrapped: bool


def split_source(text: str) -> MarkdownSource:
    """A source without its front matter and its notes' definitions."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    front = ""
    found = _FRONT.match(text)
    if found and _FIELD.search(found["inside"]):
        front = found["inside"].strip()
        text = text[found.end() :]
    lines = text.split("\n")
    is_wrapped = max(map(len, lines)) <= WRAP_WIDTH
    copy, notes = _without_notes(lines)
    return MarkdownSource("\n".join(copy), notes, front, is_wrapped)


def _without_notes(lines: list[str]) -> tuple[list[str], dict[str, str]]:
    copy: list[str] = []
    notes: dict[str, list[str]] = {}
    current: list[str] | None = None
    fence = ""
    for line in lines:
        mark = line.lstrip()[:3]
        if mark in ("```", "~~~") and (not fence or mark == fence):
            fence = "" if fence else mark
        found = None if fence else _NOTE.match(line)
        if found and found[1] not in notes:
            current = notes.setdefault(found[1], [found[2]])
        elif current is not None and _goes_on(line, current):
            current.append(_INDENT.sub("", line))
        else:
            current = None
            copy.append(line)
    return copy, {mark: "\n".join(said).strip() for mark, said in notes.items()}


def _goes_on(line: str, note: list[str]) -> bool:
    """Whether a line continues the note above: it is indented, or in the same paragraph."""
    if not line.strip() or _INDENT.match(line):
        return True
    return bool(note[-1].strip())


MAX_MARKDOWN_BYTES = 1_000_000
"""A larger file is read as plain text, with its Markdown marks."""
MAX_DEPTH = 80
"""Maximum nesting of blocks; the parser drops anything deeper."""


def read_md(data: bytes, reader: FrameReader) -> ImportedRelease:
    """The release in a Markdown file.

    Headings, numbered lists, table rows, bold, italic, links and footnotes are imported without
    their marks; front matter and pictures are counted as left out. A file that is too large or too
    deep to be parsed is read as plain text, so that nothing is lost. Raises ``ReadError``.
    """
    decoded = decode(data) if len(data) <= MAX_MARKDOWN_BYTES else None
    if decoded is None:
        return read_txt(data, reader)
    source = split_source(decoded.text)
    lines = _lines(source)
    if lines is None or not any(line.length for line in lines) or len(lines) > MAX_LINES:
        return read_txt(data, reader)
    release = assemble_release(lines, lambda style: style == "title", reader)
    tally = ReceiptBuilder()
    note_encoding(decoded, tally)
    import_receipt.count_line_entries(tally, lines, release)
    if source.front:
        tally.leave_out("front-matter", (source.front,))
    return ImportedRelease(release, import_receipt.build_receipt(tally))


def _lines(source: MarkdownSource) -> list[ImportedLine] | None:
    """The lines of the copy and its notes, None where blocks are nested too deeply."""
    parser = _parser()
    builder = MarkdownLineBuilder(source.notes, is_wrapped=source.is_wrapped)
    if not _read(source.copy, builder, parser):
        return None
    lines = builder.lines
    done = 0
    while done < len(builder.cited):
        mark = builder.cited[done]
        done += 1
        builder.lines = []
        if not _read(source.notes[mark], builder, parser):
            return None
        lines += _note(builder.lines, done)
    unused = [text for mark, text in source.notes.items() if mark not in builder.cited and text]
    if unused:
        lines.append(_unused(unused))
    return lines


def _read(text: str, builder: MarkdownLineBuilder, parser: MarkdownIt) -> bool:
    """Whether all of ``text`` could be read into the builder's lines."""
    references: dict[str, Any] = {}
    tokens = parser.parse(text, references)
    if any(token.level >= MAX_DEPTH - 2 for token in tokens):
        return False
    builder.read(_inlined(tokens, parser, references))
    return True


def _inlined(
    tokens: list[Token], parser: MarkdownIt, references: dict[str, Any]
) -> Iterator[Token]:
    """The block tokens in order, each parsed on demand and then dropped.

    The inline tokens of all paragraphs together would take thirty times the source's memory.
    """
    tokens.reverse()
    while tokens:
        token = tokens.pop()
        if token.type == "inline":
            token.children = []
            parser.inline.parse(token.content, parser, references, token.children)
        yield token


def _note(lines: list[ImportedLine], number: int) -> list[ImportedLine]:
    first = next((line for line in lines if line.length), None)
    if first is not None:
        first.prefix(f"[{number}] ")
        first.carried.append("footnote")
    return lines


def _unused(texts: list[str]) -> ImportedLine:
    account_only = ImportedLine()
    account_only.is_account = True
    account_only.left_out.extend([("footnote", text) for text in texts])
    return account_only


def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": MAX_DEPTH})
    # escaped characters stay separate tokens, so that they are not taken for our marks; paragraphs
    # are parsed one by one
    parser.disable(["text_join", "inline"])
    return parser.enable(["table", "strikethrough"])
