"""Reads text from WhatsApp: exported chats, copied messages, forwarded broadcasts.

It is recognised by time stamps, by a forwarding mark, or by a first line that is all bold. Chat
markup in other texts is left to the rule ``chat-markup``, so that the editor sees its removal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bnews_desk.importers.imported_line import BOLD, ITALIC, ImportedLine

MAX_SENDER = 60
"""Maximum characters of a sender's name or number."""
_DATE = r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}"
_DAY = r"\d{1,2}[/.-]\d{1,2}"
_TIME = r"\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:[ \u202f\u00a0]?[AaPp]\.?[Mm]\.?)?"
_HEAD = re.compile(
    rf"(?:\[(?:{_DATE},? {_TIME}|{_DAY},? {_TIME}|{_TIME}, {_DATE})\] |{_DATE},? {_TIME} - )"
    rf"(?:(?P<sender>[^:\n]{{1,{MAX_SENDER}}}): ?)?(?P<said>.*)"
)
"""Time stamps of iPhones, of copied messages, and of Android, in Indonesian and in English."""
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]")
_FORWARDED = re.compile(r"(?:diteruskan|forwarded)(?: (?:berkali-kali|many times))?", re.IGNORECASE)
_MEDIA = re.compile(
    r"<[^<>]{0,80}(?:tidak disertakan|omitted|terlampir|attached)[^<>]{0,80}>"
    r"|(?:gambar|foto|video|audio|stiker|dokumen|gif|image|sticker|document|kartu kontak)"
    r" (?:tidak disertakan|omitted)"
    r"|\S{1,120} \((?:file terlampir|file attached|berkas terlampir)\)",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"(?:pesan ini telah dihapus|anda menghapus pesan ini|this message was deleted"
    r"|you deleted this message)\.?",
    re.IGNORECASE,
)
_EDITED = re.compile(r"\s*<(?:pesan ini (?:telah )?diedit|this message was edited)>", re.IGNORECASE)
_BULLET = re.compile(
    "^(?:[•●○◦▪▫■□◾◽◼◻◆◇❖▶►➡➤➢➔✓✔✅☑✳✴⭐🌟🔹🔸🔷🔶🔺🔻👉📌📍🟢🔴🔵🟡]\ufe0f?\\s*)+(?=\\S)"
)
_KEYCAP = re.compile("^(\\d)\ufe0f?\u20e3\\s*(?=\\S)")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<!\S)[^\s@]{1,200}@\S+", re.IGNORECASE)
_SPANS = (
    (re.compile(r"```(?=\S)([^\n]{1,1000}?)(?<=\S)```"), 3, 0),
    (re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,1000}?)(?<=\S)\*(?![\w*])"), 1, BOLD),
    (re.compile(r"(?<![\w_])_(?=[^\s_])([^_\n]{1,1000}?)(?<=\S)_(?![\w_])"), 1, ITALIC),
    (re.compile(r"(?<![\w~])~(?=[^\s~])([^~\n]{1,1000}?)(?<=\S)~(?![\w~])"), 1, 0),
)
"""Patterns of marked text, the length of a mark, and the text's flags."""
_BOLD_LINE = re.compile(r"\*[^\s*]\S*(?: +\S+){1,}[^\s*]\*")


def read_chat_lines(rows: Sequence[str]) -> list[ImportedLine] | None:
    """The lines of a text that comes from a chat, None for any other text.

    Stamps, senders, forwarding marks, WhatsApp's notices and marks around words are removed and
    counted; bold and italic become marks. Bullets made of emoji become ``-``.
    """
    plain = [_INVISIBLE.sub("", row) for row in rows]
    if not _is_chat(plain):
        return None
    lines = list(_messages(plain))
    invisible = sum(map(len, rows)) - sum(map(len, plain))
    if lines and invisible:
        lines[0].left_out.extend([("invisible-mark", "")] * invisible)
    return lines


def _is_chat(rows: Sequence[str]) -> bool:
    first = next((row for row in rows if row.strip()), "").strip()
    return bool(
        _HEAD.fullmatch(first) or _FORWARDED.fullmatch(first) or _BOLD_LINE.fullmatch(first)
    )


def _messages(rows: Sequence[str]) -> Iterator[ImportedLine]:
    for row in rows:
        line = ImportedLine()
        head = _HEAD.fullmatch(row)
        said = row
        if head:
            line.left_out.append(("chat-stamp", row[: head.start("said")].strip()))
            said = head["said"]
            if head["sender"] is None:
                _leave_out(line, "chat-notice", said)
                yield line
                continue
        kind = _kind_of(said.strip())
        if kind:
            _leave_out(line, kind, said)
        else:
            _write(line, _EDITED.sub("", said))
            line.is_account = bool(head) and not line.length
        yield line


def _kind_of(said: str) -> str:
    """The kind of a line that is no message text, or ''."""
    if _FORWARDED.fullmatch(said):
        return "forward-mark"
    if _MEDIA.fullmatch(said):
        return "chat-media"
    return "chat-notice" if _NOTICE.fullmatch(said) else ""


def _leave_out(line: ImportedLine, kind: str, text: str) -> None:
    line.left_out.append((kind, text.strip()))
    line.is_account = True


def _write(line: ImportedLine, text: str) -> None:
    """The text of one row with its marks converted."""
    text, bullets = _BULLET.subn("- ", text)
    text, keycaps = _KEYCAP.subn(r"\1. ", text)
    if bullets or keycaps:
        line.carried.append("list")
    flags, gone = _spans(text)
    at = 0
    for start, end in gone:
        _run(line, text, flags, at, start)
        at = end
    _run(line, text, flags, at, len(text))
    line.carried.extend(["chat-mark"] * (len(gone) // 2))
    line.finish()


def _run(line: ImportedLine, text: str, flags: list[int], start: int, end: int) -> None:
    at = start
    while at < end:
        stop = at + 1
        while stop < end and flags[stop] == flags[at]:
            stop += 1
        line.write(text[at:stop], flags[at])
        at = stop


def _spans(text: str) -> tuple[list[int], list[tuple[int, int]]]:
    """The flags of each character, and the positions of the marks to be removed, in order."""
    flags = [0] * len(text)
    gone: list[tuple[int, int]] = []
    if not any(mark in text for mark in "*_~`"):
        return flags, gone
    taken = [found.span() for found in _ADDRESS.finditer(text)]
    for pattern, width, flag in _SPANS:
        for found in pattern.finditer(text):
            start, end = found.span()
            if any(a < mark < b for a, b in taken for mark in (start, end - 1)):
                continue
            gone += [(start, start + width), (end - width, end)]
            for at in range(start, end):
                flags[at] |= flag
    return flags, _apart(sorted(gone))


def _apart(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those of ``places`` that do not overlap."""
    apart: list[tuple[int, int]] = []
    for start, end in places:
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart
