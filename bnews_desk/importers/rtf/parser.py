"""Tokenizes and parses RTF: groups, control words, code pages, pictures, paragraphs, table rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bnews_desk.importers import link_addresses, table_rows
from bnews_desk.importers.imported_line import BOLD, HIDDEN, ITALIC, STRUCK, ImportedLine
from bnews_desk.importers.limits import MAX_LINES, ImportDeadline
from bnews_desk.importers.picture_store import PictureStore
from bnews_desk.importers.read_errors import ReadErrors
from bnews_desk.importers.symbol_fonts import symbol_character
from bnews_desk.release import Photo


class RtfContainer:
    """Collects ``lines``; ``line`` is the current one.

    ``kind`` is its destination (``body``, ``footnote`` …), ``above`` the enclosing container.
    """

    def __init__(self, kind: str = "body", above: RtfContainer | None = None) -> None:
        self.kind = kind
        self.above = above
        self.lines: list[ImportedLine] = []
        self.line = ImportedLine()
        self._cell: list[ImportedLine] = []
        self._cells: list[list[ImportedLine]] = []
        self._is_table = False

    def end_paragraph(self, style: str = "", *, is_in_table: bool = False) -> None:
        r"""``\\par``: the line ends; in a table it belongs to its cell."""
        if not is_in_table and (self._cells or self._cell):
            self.end_row()
        line = self._finished(style)
        if is_in_table:
            self._cell.append(line)
            return
        self._is_table = False
        self._keep(line)

    def end_cell(self) -> None:
        """``\\cell``: the line is the last of its cell."""
        line = self._finished("")
        self._cells.append([*self._cell, line, *line.boxed])
        self._cell = []

    def end_row(self) -> None:
        r"""``\\row``: its cells make one line, or keep their lines where only one has words."""
        cells, self._cells = self._cells, []
        if self._cell:
            cells.append(self._cell)
            self._cell = []
        first = len(self.lines)
        if sum(map(table_rows.has_words, cells)) > 1:
            self.lines.append(table_rows.join_cells(cells))
        else:
            for lines in cells:
                table_rows.drop_blank_lines(lines)
                self.lines += lines
        if len(self.lines) > first and not self._is_table:
            self._is_table = True
            self.lines[first].carried.append("table")

    def finish(self) -> list[ImportedLine]:
        """All lines; unfinished ones are ended."""
        if self._cell or self._cells:
            self.end_row()
        if self.line.length or self.line.carried or self.line.left_out or self.line.photos:
            line = self._finished("")
            line.is_account = not line.length
            self._keep(line)
        return self.lines

    def _keep(self, line: ImportedLine) -> None:
        self.lines.append(line)
        if not line.is_bare:
            self.lines += line.boxed

    def _finished(self, style: str) -> ImportedLine:
        line, self.line = self.line, ImportedLine()
        line.finish()
        line.style = style
        return line


def plain(lines: list[ImportedLine]) -> str:
    """The text of lines that are left out, for the receipt."""
    return "\n".join(text for line in lines if (text := line.text.strip()))


COPY = "copy"
"""The destination of displayed text."""
SKIP = "skip"
"""The destination of text that is neither displayed nor reported."""


class RtfField:
    """A field: its instruction, then its result."""

    __slots__ = ("instruction",)

    def __init__(self) -> None:
        self.instruction: list[str] = []


class RtfGroup:
    """The state of one group; a new one inherits that of the group around it."""

    __slots__ = (
        "codec",
        "container",
        "destination",
        "field",
        "flags",
        "font",
        "is_deleted",
        "is_in_table",
        "is_new_destination",
        "is_optional",
        "is_revised",
        "link",
        "style",
        "uc",
    )

    def __init__(self, container: RtfContainer, codec: str) -> None:
        self.container = container
        self.codec = codec
        self.destination = COPY
        self.field: RtfField | None = None
        self.flags = 0
        self.font = -1
        self.is_deleted = False
        self.is_in_table = False
        self.is_new_destination = False
        self.is_optional = False
        self.is_revised = False
        self.link = ""
        self.style = -1
        self.uc = 1

    def inner(self) -> RtfGroup:
        """The group that begins inside this one."""
        made = RtfGroup(self.container, self.codec)
        for name in self.__slots__:
            setattr(made, name, getattr(self, name))
        made.is_new_destination = made.is_optional = False
        return made

    @property
    def is_shown(self) -> bool:
        """Whether its text goes into a container."""
        return self.destination == COPY


TOGGLES = {b"b": BOLD, b"i": ITALIC, b"v": HIDDEN, b"strike": STRUCK, b"striked": STRUCK}
"""Control words that turn a format on, or off with a 0."""
SKIPPED = frozenset(
    b"colortbl info themedata colorschememapping datastore latentstyles listtable"
    b" listoverridetable rsidtbl revtbl pgdsctbl generator xmlnstbl mmathPr userprops docvar"
    b" filetbl bkmkstart bkmkend atnid atnauthor atntime atndate atnref atrfstart atrfend"
    b" annotationdate xe tc tcn nonesttables nesttableprops nonshppict objdata objclass objalias"
    b" objname objsect objtime datafield formfield ffname ffdeftext ffformat ffhelptext"
    b" ffstattext ffentrymcr ffexitmcr ffl template fchars lchars sp sn sv shprslt falt panose"
    b" fontemb blipuid picprop listpicture pnseclvl ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn"
    b" wgrffmtfilter keywords title subject author operator company doccomm hlinkbase".split()
)
"""Destinations without copy."""
CONTAINERS = {
    b"footnote": "footnote",
    b"annotation": "comment",
    b"header": "header",
    b"headerl": "header",
    b"headerr": "header",
    b"headerf": "header",
    b"footer": "footer",
    b"footerl": "footer",
    b"footerr": "footer",
    b"footerf": "footer",
    b"shptxt": "text-box",
    b"dptxbxtext": "text-box",
}
"""Destinations with paragraphs of their own."""
KEPT = {
    b"fonttbl": "fonts",
    b"stylesheet": "styles",
    b"pict": "picture",
    b"fldinst": "instruction",
    b"listtext": "label",
    b"pntext": "label",
    b"pntxta": SKIP,
    b"pntxtb": SKIP,
    b"pn": SKIP,
}
"""Destinations whose content is stored beside the copy."""
TRANSPARENT = frozenset(
    b"rtf field fldrslt shppict do shp shpinst shpgrp object result ud background"
    b" mmath moMath moMathPara".split()
)
"""Destinations whose content is displayed."""


def look(group: RtfGroup, word: bytes, number: int | None) -> bool:
    """Apply ``word`` to the group if it formats characters or paragraphs; returns
    whether it does.
    """
    if word in TOGGLES:
        flag = TOGGLES[word]
        group.flags = group.flags & ~flag if number == 0 else group.flags | flag
    elif word == b"plain":
        group.flags = 0
        group.is_deleted = group.is_revised = False
    elif word == b"pard":
        group.is_in_table = False
        group.style = -1
    elif word == b"intbl":
        group.is_in_table = True
    elif word == b"s" and number is not None:
        group.style = number
    elif word == b"deleted":
        group.is_deleted = number != 0
    elif word == b"revised":
        group.is_revised = number != 0
    elif word == b"uc":
        group.uc = min(max(number or 0, 0), 16)
    else:
        return False
    return True


def is_shown(word: bytes) -> str:
    """The destination that ``word`` opens, if it is no container: ``copy``, ``skip`` or another's
    name.

    '' where the word opens none.
    """
    if word in SKIPPED:
        return SKIP
    if word in TRANSPARENT:
        return COPY
    return KEPT.get(word, "")


_ENDINGS = {b"pngblip": "png", b"jpegblip": "jpg"}


class RtfPicture:
    """A picture's format and its data, collected in pieces."""

    __slots__ = ("_ending", "binary", "hexadecimal")

    def __init__(self) -> None:
        self.hexadecimal: list[str] = []
        self.binary = b""
        self._ending = ""

    def read_control_word(self, word: bytes) -> None:
        """Apply a control word to it."""
        self._ending = _ENDINGS.get(word, self._ending)

    def attach_to(self, line: ImportedLine, pictures: PictureStore) -> None:
        """Make a photo of it; Windows metafiles, and broken pictures, are counted."""
        data = self.binary or self._decoded()
        if not self._ending or not data:
            line.left_out.append(("image", ""))
            return
        digest = pictures.keep(data)
        line.photos.append((line.length, Photo(digest, 0, f"foto.{self._ending}")))

    def _decoded(self) -> bytes:
        digits = "".join("".join(self.hexadecimal).split())
        try:
            return bytes.fromhex(digits)
        except ValueError:
            return b""


ANSI = "cp1252"
"""The encoding of a file that states none."""
SYMBOL = "symbol"
"""Used in place of the code page of a symbol font."""
_CHARSETS = {
    2: SYMBOL, 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_PAGES = {
    437: "cp437", 708: "cp720", 737: "cp737", 775: "cp775", 850: "cp850", 852: "cp852",
    855: "cp855", 857: "cp857", 858: "cp858", 860: "cp860", 862: "cp862", 863: "cp863",
    864: "cp864", 865: "cp865", 866: "cp866", 874: "cp874", 932: "cp932", 936: "gbk",
    949: "cp949", 950: "big5", 1250: "cp1250", 1251: "cp1251", 1252: "cp1252", 1253: "cp1253",
    1254: "cp1254", 1255: "cp1255", 1256: "cp1256", 1257: "cp1257", 1258: "cp1258",
    10000: "mac_roman", 65001: "utf-8",
}  # fmt: skip
WORDS = {
    b"tab": "\t", b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’",
    b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•", b"emspace": "\u2003",
    b"enspace": "\u2002", b"qmspace": "\u2005", b"zwj": "\u200d", b"zwnj": "\u200c",
}  # fmt: skip
"""Control words that produce a character."""
SIGNS = {b"~": "\u00a0", b"_": "\u2011", b"{": "{", b"}": "}", b"\\": "\\", b"\t": "\t"}
"""Control symbols that produce a character."""


def codec_of_page(number: int) -> str:
    """The codec of a Windows code page; Western European where Python has none."""
    return _PAGES.get(number, ANSI)


def codec_of_charset(number: int, default: str) -> str:
    """The codec of a font's character set (``\\fcharset``)."""
    return _CHARSETS.get(number, default)


def decoded(data: bytes, codec: str) -> str:
    """Decode bytes; those without a character in the code page become U+FFFD."""
    if codec == SYMBOL:
        return "".join(
            symbol_character("symbol", f"{byte:x}") or bytes([byte]).decode(ANSI, "replace")
            for byte in data
        )
    return data.decode(codec, "replace")


_TOKEN = re.compile(
    rb"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|\\'(?P<hex>[0-9A-Fa-f]{2})"
    rb"|\\(?P<sign>[^A-Za-z])"
    rb"|(?P<brace>[{}])"
    rb"|(?P<text>[^\\{}\r\n\0]+)"
    rb"|[\r\n\0]+|\\"
)


class RtfToken(NamedTuple):
    """A token: ``kind`` is *word*, *hex*, *sign*, *brace*, *text* or *binary*."""

    kind: str
    data: bytes
    number: int | None = None


def tokens(data: bytes) -> Iterator[RtfToken]:
    r"""The tokens of a file in order; binary data (``\\bin``) is one token."""
    at = 0
    length = len(data)
    while at < length:
        found = _TOKEN.match(data, at)
        if found is None:  # a lone backslash at the end
            return
        at = found.end()
        kind = found.lastgroup
        if kind in {"word", "number"}:
            number = int(found["number"]) if found["number"] else None
            if found["word"] == b"bin":
                size = max(number or 0, 0)
                yield RtfToken("binary", data[at : at + size])
                at += size
            else:
                yield RtfToken("word", found["word"], number)
        elif kind is not None:
            yield RtfToken(kind, found[kind])


RTF = ReadErrors("RTF", "Word")
"""The errors for an RTF file that cannot be read."""
MAX_DEPTH = 1_000
"""Maximum nesting of groups."""
_ENDS = {b"par": "par", b"sect": "par", b"cell": "cell", b"nestcell": "par", b"row": "row"}
_ADDRESS = re.compile(r'HYPERLINK\s+(?:\\[a-z]\s+)*"?([^"\s]+)', re.IGNORECASE)
_HEADLINES = frozenset({"title", "heading 1", "judul", "judul 1", "judul berita", "headline"})
_RICH_PAGES = {b"mac": 10000, b"pc": 437, b"pca": 850}
_SURROGATES = range(0xD800, 0xE000)


class RtfParser:
    """Parses a file's tokens into ``body`` and ``notes``."""

    def __init__(self, deadline: ImportDeadline, pictures: PictureStore) -> None:
        self.body = RtfContainer()
        self.notes: list[list[ImportedLine]] = []
        self._deadline = deadline
        self._pictures = pictures
        self._group = RtfGroup(self.body, ANSI)
        self._groups: list[RtfGroup] = []
        self._ansi = ANSI
        self._bytes = bytearray()
        self._skip = 0
        self._half = ""
        self._fonts: dict[int, str] = {}
        self._titles: set[int] = set()
        self._kept: list[str] = []
        self._picture: RtfPicture | None = None

    def read(self, data: bytes) -> None:
        """Read a whole file; groups still open at its end are closed.

        Raises ``ReadError``.
        """
        for count, token in enumerate(tokens(data)):
            if not count % 256:
                self._deadline.check()
            if token.kind == "text":
                self._characters(token.data)
            elif token.kind == "hex":
                self._characters(bytes([int(token.data, 16)]))
            else:
                self._other(token)
        self._flush()
        while self._groups:
            self._close()
        self.body.finish()

    def _other(self, token: RtfToken) -> None:
        if token.kind == "word" and token.data == b"u" and token.number is not None:
            self._unicode(token.number)
            return
        self._flush()
        self._skip = 0
        if token.kind == "brace":
            self._open() if token.data == b"{" else self._close()
        elif token.kind == "binary":
            if self._picture is not None:
                self._picture.binary = token.data
        elif token.kind == "sign":
            self._sign(token.data)
        else:
            self._word(token.data, token.number)

    def _open(self) -> None:
        if len(self._groups) >= MAX_DEPTH:
            raise RTF.hostile()
        self._groups.append(self._group)
        self._group = self._group.inner()
        self._group.is_new_destination = True

    def _close(self) -> None:
        if not self._groups:
            return
        ended, self._group = self._group, self._groups.pop()
        above = self._group
        if ended.container is not above.container:
            self._end_container(ended.container, above.container)
        elif ended.destination == "picture" and above.destination != "picture":
            self._end_picture()
        elif ended.destination == "instruction" != above.destination:
            self._end_instruction(above)
        elif ended.destination == "label" != above.destination:
            self._label(above.container.line)
        elif ended.destination in ("fonts", "styles"):
            self._name(ended)
        if ended.link != above.link:
            above.container.line.link_to(above.link)

    def _word(self, word: bytes, number: int | None) -> None:
        group = self._group
        if word in CONTAINERS and group.destination == COPY:
            self._begin_container(CONTAINERS[word])
        elif opened := is_shown(word):
            self._enter(word, opened)
        elif group.is_optional:
            group.destination = SKIP
        elif look(group, word, number):
            pass
        elif word == b"f":
            self._font(number or 0)
        elif word in WORDS:
            self._write(WORDS[word])
        elif group.is_shown:
            self._in_copy(word)
        elif self._picture is not None and group.destination == "picture":
            self._picture.read_control_word(word)
        elif group.destination == "fonts" and word == b"fcharset":
            self._fonts[group.font] = codec_of_charset(number or 0, self._ansi)
        group.is_new_destination = group.is_optional = False
        self._page(word, number)

    def _page(self, word: bytes, number: int | None) -> None:
        if word == b"ansicpg" or word in _RICH_PAGES:
            self._ansi = codec_of_page(number or _RICH_PAGES.get(word, 1252))
            self._group.codec = self._ansi

    def _enter(self, word: bytes, destination: str) -> None:
        group = self._group
        if group.destination == SKIP and word != b"ud":
            return
        if word == b"field":
            group.field = RtfField()
        elif word == b"fldrslt" and group.field is not None:
            self._begin_result(group)
        elif word == b"pict":
            self._picture = RtfPicture()
        elif word == b"object":
            group.container.line.left_out.append(("object", ""))
        if destination in ("label", "instruction"):
            self._kept = []
        if group.destination in (COPY, SKIP) or destination == SKIP:
            group.destination = destination

    def _in_copy(self, word: bytes) -> None:
        group, container = self._group, self._group.container
        end = _ENDS.get(word)
        if end == "par":
            is_in_table = group.is_in_table or word == b"nestcell"
            style = "title" if group.style in self._titles else ""
            container.end_paragraph(style, is_in_table=is_in_table)
        elif end == "cell":
            container.end_cell()
        elif end == "row":
            container.end_row()
        elif word in (b"line", b"lbr"):
            self._write("\n")
        elif word in (b"page", b"column"):
            container.line.break_page(group.flags)
        elif word == b"ftnalt" and container.kind == "footnote":
            container.kind = "endnote"
        elif word == b"upr":
            group.destination = SKIP
        if end:
            container.line.link_to(group.link)
            if len(container.lines) > MAX_LINES:
                raise RTF.too_large()

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._group.is_optional = self._group.is_new_destination
        elif sign in (b"\r", b"\n") and self._group.is_shown:
            self._in_copy(b"par")
        elif sign == b"-" and self._group.is_shown:
            self._group.container.line.left_out.append(("soft-hyphen", ""))
        elif sign in SIGNS:
            self._write(SIGNS[sign])

    def _font(self, number: int) -> None:
        self._group.font = number
        self._group.codec = self._fonts.get(number, self._ansi)

    def _characters(self, data: bytes) -> None:
        """Bytes of text, except those that are the fallback of a Unicode character."""
        if self._skip:
            passed = min(self._skip, len(data))
            self._skip -= passed
            data = data[passed:]
        self._bytes += data

    def _unicode(self, number: int) -> None:
        """A Unicode character; fallback bytes for old readers follow."""
        self._flush()
        code = number & 0xFFFF if number < 0 else number
        self._half = self._half if code in _SURROGATES else ""
        self._skip = self._group.uc
        if code in _SURROGATES:
            self._half += chr(code)
            if len(self._half) == 2:
                pair, self._half = self._half, ""
                self._write(pair.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
        elif code <= 0x10FFFF:
            self._write(chr(code) if code >= 0x20 or code == 9 else "")

    def _flush(self) -> None:
        if self._bytes:
            data = bytes(self._bytes)
            self._bytes.clear()
            self._write(decoded(data, self._group.codec))

    def _write(self, text: str) -> None:
        group = self._group
        group.is_new_destination = False
        if group.destination == COPY:
            line = group.container.line
            if group.is_deleted:
                line.left_out.append(("deletion", text))
                return
            if group.is_revised and line.carried[-1:] != ["insertion"]:
                line.carried.append("insertion")
            line.write(text, group.flags)
        elif group.destination == "picture":
            if self._picture is not None:
                self._picture.hexadecimal.append(text)
        elif group.destination == "instruction" and group.field is not None:
            group.field.instruction.append(text)
        elif group.destination != SKIP:
            self._kept.append(text)

    def _begin_container(self, kind: str) -> None:
        group = self._group
        group.container = RtfContainer(kind, group.container)
        group.flags = 0
        group.link = ""
        group.is_in_table = group.is_optional = False

    def _end_container(self, container: RtfContainer, above: RtfContainer) -> None:
        lines = container.finish()
        if container.kind in ("footnote", "endnote"):
            self._note(container.kind, lines, above.line)
        elif container.kind == "text-box":
            above.line.boxed.extend(lines)
            above.line.carried.append("text-box")
        elif text := plain(lines):
            above.line.left_out.append((container.kind, text))

    def _note(self, kind: str, lines: list[ImportedLine], line: ImportedLine) -> None:
        """Write a note's number into the copy and put its paragraphs at the end."""
        number = len(self.notes) + 1
        line.write(f"[{number}]", 0)
        for one in lines:
            one.strip_start()
            one.is_account = one.is_account or not one.length
        first = next((one for one in lines if one.length), None)
        if first is not None:
            first.prefix(f"[{number}] ")
            first.carried.append(kind)
        self.notes.append(lines)

    def _end_instruction(self, above: RtfGroup) -> None:
        if above.field is not None and above.field.instruction:
            instruction = "".join(above.field.instruction)
            if not _ADDRESS.search(instruction):
                above.container.line.carried.append("field")

    def _begin_result(self, group: RtfGroup) -> None:
        instruction = "".join(group.field.instruction) if group.field else ""
        found = _ADDRESS.search(instruction)
        if found and not group.link:
            group.link = link_addresses.external_address(group.container.line, found[1])
            group.container.line.link_to(group.link)

    def _end_picture(self) -> None:
        picture, self._picture = self._picture, None
        if picture is not None:
            picture.attach_to(self._group.container.line, self._pictures)

    def _label(self, line: ImportedLine) -> None:
        label = " ".join("".join(self._kept).split())
        self._kept = []
        if label and not line.length:
            line.prefix(f"{'-' if not any(c.isalnum() for c in label) else label} ")
            line.carried.append("list")

    def _name(self, group: RtfGroup) -> None:
        """The end of an entry in the font table or style sheet."""
        name = "".join(self._kept).rstrip(";").strip().casefold()
        self._kept = []
        if group.destination == "styles" and name in _HEADLINES:
            self._titles.add(max(group.style, 0))
