"""The way through an RTF file: groups open and close, words change them, text is written."""

from __future__ import annotations

import re

from bnews_desk.importers import links
from bnews_desk.importers.faults import Faults
from bnews_desk.importers.limits import MAX_LINES, Deadline
from bnews_desk.importers.line import Line
from bnews_desk.importers.pictures import Pictures
from bnews_desk.importers.rtf import characters, words
from bnews_desk.importers.rtf.group import COPY, SKIP, Field, Group
from bnews_desk.importers.rtf.picture import Picture
from bnews_desk.importers.rtf.story import Story, plain
from bnews_desk.importers.rtf.tokens import Token, tokens

RTF = Faults("RTF", "Word")
"""What is said of an RTF file that cannot be read."""
MAX_DEPTH = 1_000
"""Groups that may stand inside one another."""
_ENDS = {b"par": "par", b"sect": "par", b"cell": "cell", b"nestcell": "par", b"row": "row"}
_ADDRESS = re.compile(r'HYPERLINK\s+(?:\\[a-z]\s+)*"?([^"\s]+)', re.IGNORECASE)
_HEADLINES = frozenset({"title", "heading 1", "judul", "judul 1", "judul berita", "headline"})
_RICH_PAGES = {b"mac": 10000, b"pc": 437, b"pca": 850}
_SURROGATES = range(0xD800, 0xE000)


class Walk:
    """Reads a file's tokens into ``body`` and ``notes``."""

    def __init__(self, deadline: Deadline, pictures: Pictures) -> None:
        self.body = Story()
        self.notes: list[list[Line]] = []
        self._deadline = deadline
        self._pictures = pictures
        self._group = Group(self.body, characters.ANSI)
        self._groups: list[Group] = []
        self._ansi = characters.ANSI
        self._bytes = bytearray()
        self._skip = 0
        self._half = ""
        self._fonts: dict[int, str] = {}
        self._titles: set[int] = set()
        self._kept: list[str] = []
        self._picture: Picture | None = None

    def read(self, data: bytes) -> None:
        """Read a whole file; what is left open at its end is closed.

        Raises ``ReadError``.
        """
        for count, token in enumerate(tokens(data)):
            if not count % 256:
                self._deadline.ask()
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

    def _other(self, token: Token) -> None:
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
        if ended.story is not above.story:
            self._end_story(ended.story, above.story)
        elif ended.destination == "picture" and above.destination != "picture":
            self._end_picture()
        elif ended.destination == "instruction" != above.destination:
            self._end_instruction(above)
        elif ended.destination == "label" != above.destination:
            self._label(above.story.line)
        elif ended.destination in ("fonts", "styles"):
            self._name(ended)
        if ended.link != above.link:
            above.story.line.link_to(above.link)

    def _word(self, word: bytes, number: int | None) -> None:
        group = self._group
        if word in words.STORIES and group.destination == COPY:
            self._begin_story(words.STORIES[word])
        elif opened := words.is_shown(word):
            self._enter(word, opened)
        elif group.is_optional:
            group.destination = SKIP
        elif words.look(group, word, number):
            pass
        elif word == b"f":
            self._font(number or 0)
        elif word in characters.WORDS:
            self._write(characters.WORDS[word])
        elif group.is_shown:
            self._in_copy(word)
        elif self._picture is not None and group.destination == "picture":
            self._picture.say(word)
        elif group.destination == "fonts" and word == b"fcharset":
            self._fonts[group.font] = characters.codec_of_charset(number or 0, self._ansi)
        group.is_new_destination = group.is_optional = False
        self._page(word, number)

    def _page(self, word: bytes, number: int | None) -> None:
        if word == b"ansicpg" or word in _RICH_PAGES:
            self._ansi = characters.codec_of_page(number or _RICH_PAGES.get(word, 1252))
            self._group.codec = self._ansi

    def _enter(self, word: bytes, destination: str) -> None:
        group = self._group
        if group.destination == SKIP and word != b"ud":
            return
        if word == b"field":
            group.field = Field()
        elif word == b"fldrslt" and group.field is not None:
            self._begin_result(group)
        elif word == b"pict":
            self._picture = Picture()
        elif word == b"object":
            group.story.line.left_out.append(("object", ""))
        if destination in ("label", "instruction"):
            self._kept = []
        if group.destination in (COPY, SKIP) or destination == SKIP:
            group.destination = destination

    def _in_copy(self, word: bytes) -> None:
        group, story = self._group, self._group.story
        end = _ENDS.get(word)
        if end == "par":
            is_in_table = group.is_in_table or word == b"nestcell"
            style = "title" if group.style in self._titles else ""
            story.end_paragraph(style, is_in_table=is_in_table)
        elif end == "cell":
            story.end_cell()
        elif end == "row":
            story.end_row()
        elif word in (b"line", b"lbr"):
            self._write("\n")
        elif word in (b"page", b"column"):
            story.line.break_page(group.flags)
        elif word == b"ftnalt" and story.kind == "footnote":
            story.kind = "endnote"
        elif word == b"upr":
            group.destination = SKIP
        if end:
            story.line.link_to(group.link)
            if len(story.lines) > MAX_LINES:
                raise RTF.too_large()

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._group.is_optional = self._group.is_new_destination
        elif sign in (b"\r", b"\n") and self._group.is_shown:
            self._in_copy(b"par")
        elif sign == b"-" and self._group.is_shown:
            self._group.story.line.left_out.append(("soft-hyphen", ""))
        elif sign in characters.SIGNS:
            self._write(characters.SIGNS[sign])

    def _font(self, number: int) -> None:
        self._group.font = number
        self._group.codec = self._fonts.get(number, self._ansi)

    def _characters(self, data: bytes) -> None:
        """Bytes of text, less those that stand in for a character given by its number."""
        if self._skip:
            passed = min(self._skip, len(data))
            self._skip -= passed
            data = data[passed:]
        self._bytes += data

    def _unicode(self, number: int) -> None:
        """A character by its number; bytes that stand in for it in old readers follow."""
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
            self._write(characters.decoded(data, self._group.codec))

    def _write(self, text: str) -> None:
        group = self._group
        group.is_new_destination = False
        if group.destination == COPY:
            line = group.story.line
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

    def _begin_story(self, kind: str) -> None:
        group = self._group
        group.story = Story(kind, group.story)
        group.flags = 0
        group.link = ""
        group.is_in_table = group.is_optional = False

    def _end_story(self, story: Story, above: Story) -> None:
        lines = story.finish()
        if story.kind in ("footnote", "endnote"):
            self._note(story.kind, lines, above.line)
        elif story.kind == "text-box":
            above.line.boxed.extend(lines)
            above.line.carried.append("text-box")
        elif text := plain(lines):
            above.line.left_out.append((story.kind, text))

    def _note(self, kind: str, lines: list[Line], line: Line) -> None:
        """A note's number goes into the copy, its paragraphs to the end."""
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

    def _end_instruction(self, above: Group) -> None:
        if above.field is not None and above.field.instruction:
            instruction = "".join(above.field.instruction)
            if not _ADDRESS.search(instruction):
                above.story.line.carried.append("field")

    def _begin_result(self, group: Group) -> None:
        instruction = "".join(group.field.instruction) if group.field else ""
        found = _ADDRESS.search(instruction)
        if found and not group.link:
            group.link = links.external(group.story.line, found[1])
            group.story.line.link_to(group.link)

    def _end_picture(self) -> None:
        picture, self._picture = self._picture, None
        if picture is not None:
            picture.hang_on(self._group.story.line, self._pictures)

    def _label(self, line: Line) -> None:
        label = " ".join("".join(self._kept).split())
        self._kept = []
        if label and not line.length:
            line.prefix(f"{'-' if not any(c.isalnum() for c in label) else label} ")
            line.carried.append("list")

    def _name(self, group: Group) -> None:
        """The end of an entry of the table of fonts or of styles."""
        name = "".join(self._kept).rstrip(";").strip().casefold()
        self._kept = []
        if group.destination == "styles" and name in _HEADLINES:
            self._titles.add(max(group.style, 0))
