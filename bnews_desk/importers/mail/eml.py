"""Parses an EML file (RFC 5322, MIME) into a ``Mail``."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from email.feedparser import BytesFeedParser
from email.header import decode_header
from email.message import Message
from email.policy import compat32

from bnews_desk.importers.encoding import decode
from bnews_desk.importers.limits import ImportDeadline
from bnews_desk.importers.mail.message import (
    MAIL,
    MAX_HEADER,
    MAX_MAIL_PARTS,
    MAX_NESTING,
    Mail,
    describe_date_header,
    make_attachment,
    one_line,
)

PIECE = 16_384
"""Bytes of a mail that are parsed at a time."""
_CODEC = re.compile(r"[A-Za-z][\w.:+-]{1,40}")


def parse_eml(data: bytes, deadline: ImportDeadline) -> Mail:
    """The mail in the bytes of a file.

    Raises ``ReadError`` (*hostile* where parts are nested too deeply, *too-large* where there are
    too many, *too-slow*).
    """
    clean = data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    if clean.startswith(b"From "):
        clean = clean.partition(b"\n")[2]
    try:
        message = _message(clean)
    except RecursionError:
        raise MAIL.hostile() from None
    return _EmlOpener(deadline).mail(message, 0)


def _message(data: bytes) -> Message:
    """The message, fed in pieces: as one string it would take five times its size."""
    parser = BytesFeedParser(policy=compat32)
    for at in range(0, len(data), PIECE):
        parser.feed(data[at : at + PIECE])
    return parser.close()


class _EmlOpener:
    def __init__(self, deadline: ImportDeadline) -> None:
        self._deadline = deadline
        self._parts = 0

    def mail(self, message: Message, depth: int) -> Mail:
        html, plain, rtf, flowed = b"", "", b"", False
        attachments, inner = [], []
        for part, level in self._leaves(message, depth):
            kind = part.get_content_type()
            name = _file_name(part)
            if kind == "message/rfc822":
                inner += [self.mail(m, level + 1) for m in _parts(part)]
            elif name or part.get_content_disposition() == "attachment":
                attachments.append(make_attachment(name or _nameless(kind), _bytes(part)))
            elif kind == "text/html" and not html:
                html = _page(part)
            elif kind == "text/plain":
                said = _text(part)
                flowed = flowed or _is_flowed(part)
                plain = f"{plain}\n\n{said}" if plain.strip() and said.strip() else plain or said
            elif kind in {"application/rtf", "text/rtf"} and not rtf:
                rtf = _bytes(part)
            elif not kind.startswith("text/"):
                attachments.append(make_attachment(_nameless(kind), _bytes(part)))
        return Mail(
            _header(message, "subject"),
            _header(message, "from"),
            describe_date_header(_header(message, "date")),
            html,
            plain,
            flowed,
            rtf,
            tuple(attachments),
            tuple(inner),
        )

    def _leaves(self, message: Message, depth: int) -> Iterator[tuple[Message, int]]:
        """The parts with content, in order; a mail inside is one of them."""
        self._deadline.check()
        self._parts += 1
        if self._parts > MAX_MAIL_PARTS:
            raise MAIL.too_large()
        if depth > MAX_NESTING:
            raise MAIL.hostile()
        if message.is_multipart() and message.get_content_type() != "message/rfc822":
            for part in _parts(message):
                yield from self._leaves(part, depth + 1)
        else:
            yield message, depth


def _parts(message: Message) -> list[Message]:
    """The parts of a container; none for a part with text, which is not decoded here."""
    payload = message.get_payload() if message.is_multipart() else []
    return [part for part in payload if isinstance(part, Message)]


def _page(part: Message) -> bytes:
    """A page as UTF-8 with a byte order mark, regardless of its own declaration; b'' for none."""
    data = _bytes(part)
    name = _codec(part)
    if name in {"utf-8", "utf8"} and _is_utf8(data):
        return codecs.BOM_UTF8 + data if data else b""
    html = _decoded(data, name).encode("utf-8", "replace")
    return codecs.BOM_UTF8 + html if html else b""


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _bytes(part: Message) -> bytes:
    """The content of a part, removed from the part: long texts are not held twice."""
    payload = part.get_payload(decode=True)
    part.set_payload("")
    return payload if isinstance(payload, bytes) else b""


def _text(part: Message) -> str:
    """A text part in its declared encoding, otherwise in the detected one."""
    return _decoded(_bytes(part), _codec(part))


def _codec(part: Message) -> str:
    """The declared encoding of a part, '' where there is none that is known."""
    name = str(part.get_content_charset() or "").lower()
    return name if _CODEC.fullmatch(name) and name not in {"us-ascii", "unknown-8bit"} else ""


def _decoded(data: bytes, name: str) -> str:
    if name:
        try:
            return data.decode(name)
        except (LookupError, ValueError):
            pass
    decoded = decode(data)
    return decoded.text if decoded else data.decode("utf-8", "replace")


def _is_flowed(part: Message) -> bool:
    return str(part.get_param("format", "")).lower() == "flowed"


def _file_name(part: Message) -> str:
    try:
        name = part.get_filename() or ""
    except (ValueError, LookupError, TypeError):
        return "lampiran"
    return _words(str(name)[:MAX_HEADER])


def _nameless(kind: str) -> str:
    main, _, sub = kind.partition("/")
    return f"lampiran.{sub}" if main in {"image", "audio", "video"} else "lampiran"


def _header(message: Message, name: str) -> str:
    return one_line(_words(str(message.get(name) or "")[:MAX_HEADER]))


def _words(value: str) -> str:
    """A header decoded from all of its encodings (RFC 2047)."""
    try:
        parts = decode_header(value)
    except Exception:  # HeaderParseError, binascii.Error: damaged words stay as they are
        return value
    words = []
    for word, charset in parts:
        if isinstance(word, str):
            words.append(word)
        else:
            words.append(_word(word, charset))
    return "".join(words)


def _word(word: bytes, charset: str | None) -> str:
    try:
        return word.decode(charset or "ascii")
    except (LookupError, ValueError):
        decoded = decode(word)
        return decoded.text if decoded else word.decode("utf-8", "replace")
