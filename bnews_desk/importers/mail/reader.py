"""Reads a mail into a release: its body becomes copy, header and attachments go to the receipt."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from bnews_desk.errors import ReadError
from bnews_desk.importers.headline import take_headline
from bnews_desk.importers.imported_release import Attachment, ImportedRelease
from bnews_desk.importers.limits import MAX_LINES, ImportDeadline
from bnews_desk.importers.mail.message import MAIL, Mail, make_attachment
from bnews_desk.receipt import Receipt, ReceiptBuilder, ReceiptEntry
from bnews_desk.release import Release

if TYPE_CHECKING:
    from bnews_desk.frame.release_frame import FrameReader

WIDEST = 100
"""Programs that break lines do so at 65 to 80 characters, rarely beyond this."""
_NARROWEST = 40
_QUOTE = re.compile(r"(?:>\s?)+")
_ITEM = re.compile(r"\s*(?:[-*•–]\s|\(?\d{1,3}[.)]\s|[a-z][.)]\s)")
_SIGNATURE = "-- "


def plain_body_paragraphs(text: str, *, is_flowed: bool = False) -> tuple[list[str], int]:
    """The paragraphs of a plain body, and the number of line breaks that were removed.

    Removed are soft breaks that the program marked (``is_flowed``, RFC 3676), or otherwise those in
    a block of lines of which all but the last are about as wide as the widest. Text written line by
    line (addresses, lists, verses) and empty lines stay.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    joined = list(_flowed(lines) if is_flowed else _unbroken(lines))
    return joined, len(lines) - len(joined)


def _flowed(lines: Sequence[str]) -> Iterator[str]:
    waiting = ""
    for number, line in enumerate(lines):
        bare = line[1:] if line.startswith(" ") else line
        is_soft = bare.endswith(" ") and bare != _SIGNATURE and number + 1 < len(lines)
        waiting += bare
        if not is_soft or _QUOTE.match(bare):
            yield waiting.rstrip() if waiting != _SIGNATURE else waiting
            waiting = ""
    if waiting:
        yield waiting.rstrip()


def _unbroken(lines: Sequence[str]) -> Iterator[str]:
    widest = max((len(line.rstrip()) for line in lines), default=0)
    if not _NARROWEST <= widest <= WIDEST:
        yield from lines
        return
    block: list[str] = []
    for line in lines:
        if line.strip() and not _QUOTE.match(line):
            block.append(line)
            continue
        yield from _joined(block, widest)
        block = []
        yield line
    yield from _joined(block, widest)


def _joined(block: Sequence[str], widest: int) -> Iterator[str]:
    """The lines of a block, each appended to the previous line if that had no room for its first
    word.
    """
    waiting = ""
    for number, line in enumerate(block):
        if waiting and not _ITEM.match(line) and _was_full(block[number - 1], line, widest):
            waiting = f"{waiting} {line.strip()}"
        else:
            if waiting:
                yield waiting
            waiting = line.rstrip()
    if waiting:
        yield waiting


def _was_full(line: str, following: str, widest: int) -> bool:
    """Whether the next line's first word would have exceeded the width."""
    first = following.split(maxsplit=1)[0]
    return len(line.rstrip()) + 1 + len(first) > widest


def read_eml(
    data: bytes, reader: FrameReader, deadline: ImportDeadline | None = None
) -> ImportedRelease:
    """The release in an internet message (.eml).

    The copy is the mail's body or, where that is empty, that of a mail inside it; it is empty where
    only an attachment can be the release. The receipt has the subject (kind *subject*), sender and
    time (kind *mail*); every attachment is in ``attachments``, unread. No address is fetched.

    Raises ``ReadError``.
    """
    from bnews_desk.importers.mail.eml import parse_eml

    return _guarded(parse_eml, data, reader, deadline)


def read_msg(
    data: bytes, reader: FrameReader, deadline: ImportDeadline | None = None
) -> ImportedRelease:
    """The release in an Outlook message (.msg, MS-OXMSG); otherwise like ``read_eml``."""
    from bnews_desk.importers.mail.msg import parse_msg

    return _guarded(parse_msg, data, reader, deadline)


def _guarded(
    parse_eml: Callable[[bytes, ImportDeadline], Mail],
    data: bytes,
    reader: FrameReader,
    deadline: ImportDeadline | None,
) -> ImportedRelease:
    try:
        return _read(parse_eml(data, deadline or ImportDeadline()), reader)
    except ReadError:
        raise
    except MemoryError as error:
        raise MAIL.too_large() from error
    except RecursionError as error:
        raise MAIL.hostile() from error
    except Exception as error:  # a hostile file may raise anything
        raise MAIL.damaged(error) from error


def _read(mail: Mail, reader: FrameReader) -> ImportedRelease:
    files = tuple(_files(mail))
    faults: list[ReadError] = []
    found = next((body for one in _mails(mail) if (body := _body(one, reader, faults))), None)
    if found is None:
        if not any(file.format for file in files):
            raise faults[0] if faults else MAIL.empty()
        found = ImportedRelease(Release(), _lost_body(faults))
    receipt = Receipt((*_account(mail, files), *found.receipt))
    return found._replace(receipt=receipt, attachments=(*found.attachments, *files))


def _mails(mail: Mail) -> Iterator[Mail]:
    """A mail, followed by those inside it."""
    yield mail
    for inner in mail.inner:
        yield from _mails(inner)


def _files(mail: Mail) -> Iterator[Attachment]:
    """The attachments, preceded by a body that exists only as RTF."""
    for one in _mails(mail):
        if one.rtf.strip() and not one.html.strip() and not one.plain.strip():
            yield make_attachment("isi-surel.rtf", one.rtf)
        yield from one.attachments


def _lost_body(faults: Sequence[ReadError]) -> Receipt:
    """The receipt where the body could not be read and only attachments are left."""
    note = "Isi surel tidak terbaca; bukalah di program surel dan salin tulisannya."
    return Receipt([ReceiptEntry("mail-body", 1, 0, 1, (), note)] if faults else [])


def _body(mail: Mail, reader: FrameReader, faults: list[ReadError]) -> ImportedRelease | None:
    """A mail's own body, None where it is empty; where one form is damaged the next is tried.

    The errors are added to ``faults``.
    """
    for read in (_of_html, _of_plain):
        try:
            found = read(mail, reader)
        except ReadError as error:
            if error.kind in {"too-slow", "incomplete-program"}:
                raise
            if error.kind != "empty":
                faults.append(error)
            continue
        if found is not None:
            return found
    return None


def _of_html(mail: Mail, reader: FrameReader) -> ImportedRelease | None:
    if not mail.html.strip():
        return None
    from bnews_desk.importers.html import read_html

    found = read_html(mail.html, reader, is_whole=True)
    return found._replace(receipt=Receipt(e for e in found.receipt if e.kind != "encoding"))


def _of_plain(mail: Mail, reader: FrameReader) -> ImportedRelease | None:
    if not mail.plain.strip():
        return None
    lines, count = plain_body_paragraphs(mail.plain, is_flowed=mail.is_flowed)
    if len(lines) > MAX_LINES:
        raise MAIL.too_large()
    tally = ReceiptBuilder()
    if count:
        tally.carry("soft-break", count)
        tally.note(
            "soft-break",
            f"{count} baris yang dipotong program surel disambung lagi menjadi paragraf.",
        )
    while lines and not lines[-1].strip():
        lines.pop()
    taken = take_headline(lines, reader)
    release = Release.of(taken[0], lines[taken[1] :]) if taken else Release.of("", lines)
    return ImportedRelease(release, tally.receipt())


def _account(mail: Mail, files: Sequence[Attachment]) -> Receipt:
    tally = ReceiptBuilder()
    tally.carry("mail")
    told = [f"dari {mail.sender}"] if mail.sender else []
    told += [f"dikirim {mail.sent}"] if mail.sent else []
    tally.note("mail", f"Surel {', '.join(told)}." if told else "Surel tanpa nama pengirim.")
    if mail.subject:
        tally.leave_out("subject", (mail.subject,))
        tally.note("subject", f"Perihal surel: “{mail.subject}”.")
    if files:
        names = [file.name for file in files]
        tally.leave_out("attachment", names)
        tally.note(
            "attachment", f"{len(files)} lampiran tidak ikut dalam naskah: {', '.join(names)}."
        )
    return tally.receipt()
