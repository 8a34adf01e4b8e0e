"""The way from the bytes of a Markdown file to the release."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from bnews_desk.importers import account
from bnews_desk.importers.assembly import assemble
from bnews_desk.importers.encoding import decode, note_encoding
from bnews_desk.importers.imported import Imported
from bnews_desk.importers.limits import MAX_LINES
from bnews_desk.importers.line import Line
from bnews_desk.importers.md.source import Source, taken_apart
from bnews_desk.importers.md.walk import Walk
from bnews_desk.importers.txt import read_txt
from bnews_desk.receipt import ReceiptBuilder

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from bnews_desk.frame.release_frame import FrameReader

MAX_MARKDOWN_BYTES = 1_000_000
"""A larger file is read as plain text: what it says is then shown with its marks."""
MAX_DEPTH = 80
"""Blocks that may stand inside one another; the parser drops what lies deeper."""


def read_md(data: bytes, reader: FrameReader) -> Imported:
    """The release in a Markdown file.

    Headings, lists with their numbers, table rows, bold, italic, links and footnotes come in
    without their marks; fields above the copy and pictures are counted as left out. A file that
    is too large or too deep to be parsed is read as plain text, so that nothing is lost. Raises
    ``ReadError``.
    """
    decoded = decode(data) if len(data) <= MAX_MARKDOWN_BYTES else None
    if decoded is None:
        return read_txt(data, reader)
    source = taken_apart(decoded.text)
    lines = _lines(source)
    if lines is None or not any(line.length for line in lines) or len(lines) > MAX_LINES:
        return read_txt(data, reader)
    release = assemble(lines, lambda style: style == "title", reader)
    tally = ReceiptBuilder()
    note_encoding(decoded, tally)
    account.count(tally, lines, release)
    if source.front:
        tally.leave_out("front-matter", (source.front,))
    return Imported(release, account.closed(tally))


def _lines(source: Source) -> list[Line] | None:
    """The lines of the copy and its notes, or None where blocks lie too deep."""
    parser = _parser()
    walk = Walk(source.notes, is_wrapped=source.is_wrapped)
    if not _read(source.copy, walk, parser):
        return None
    lines = walk.lines
    done = 0
    while done < len(walk.cited):
        mark = walk.cited[done]
        done += 1
        walk.lines = []
        if not _read(source.notes[mark], walk, parser):
            return None
        lines += _note(walk.lines, done)
    unused = [text for mark, text in source.notes.items() if mark not in walk.cited and text]
    if unused:
        lines.append(_unused(unused))
    return lines


def _read(text: str, walk: Walk, parser: MarkdownIt) -> bool:
    """Whether all of ``text`` could be read into the walk's lines."""
    references: dict[str, Any] = {}
    tokens = parser.parse(text, references)
    if any(token.level >= MAX_DEPTH - 2 for token in tokens):
        return False
    walk.read(_inlined(tokens, parser, references))
    return True


def _inlined(
    tokens: list[Token], parser: MarkdownIt, references: dict[str, Any]
) -> Iterator[Token]:
    """The tokens of blocks in order, each with what is inside it, and forgotten then.

    Those of all paragraphs at once would take thirty times the source.
    """
    tokens.reverse()
    while tokens:
        token = tokens.pop()
        if token.type == "inline":
            token.children = []
            parser.inline.parse(token.content, parser, references, token.children)
        yield token


def _note(lines: list[Line], number: int) -> list[Line]:
    first = next((line for line in lines if line.length), None)
    if first is not None:
        first.prefix(f"[{number}] ")
        first.carried.append("footnote")
    return lines


def _unused(texts: list[str]) -> Line:
    account_only = Line()
    account_only.is_account = True
    account_only.left_out.extend([("footnote", text) for text in texts])
    return account_only


def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": MAX_DEPTH})
    # what was escaped stays apart: it is no mark of ours either; paragraphs are read one by one
    parser.disable(["text_join", "inline"])
    return parser.enable(["table", "strikethrough"])
