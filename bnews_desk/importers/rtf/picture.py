"""A picture in an RTF file."""

from __future__ import annotations

from bnews_desk.importers.line import Line
from bnews_desk.importers.pictures import Pictures
from bnews_desk.release import Photo

_ENDINGS = {b"pngblip": "png", b"jpegblip": "jpg"}


class Picture:
    """Its kind and its bytes, as the file gives them bit by bit."""

    __slots__ = ("_ending", "binary", "hexadecimal")

    def __init__(self) -> None:
        self.hexadecimal: list[str] = []
        self.binary = b""
        self._ending = ""

    def say(self, word: bytes) -> None:
        """Take what a control word says of it."""
        self._ending = _ENDINGS.get(word, self._ending)

    def hang_on(self, line: Line, pictures: Pictures) -> None:
        """Make a photo of it; drawings of Windows, and what is broken, are counted."""
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
