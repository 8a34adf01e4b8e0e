"""The pictures of a page: those that lie in the page itself come in, with their captions."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping, Sequence

from bnews_desk.importers import sniff
from bnews_desk.importers.line import Line
from bnews_desk.importers.pictures import Pictures
from bnews_desk.release import Photo

_KINDS = frozenset({"png", "jpeg", "gif", "webp"})
MIN_PICTURE_BYTES = 1_000
"""A smaller picture is a spacer or a counting mark and no photo."""


class Figures:
    """Hangs a page's pictures on its lines, and captions on the pictures of their figure."""

    def __init__(self, pictures: Pictures) -> None:
        self._pictures = pictures
        self._starts: list[int] = []

    def image(self, line: Line, values: Mapping[str, str]) -> None:
        """``img``: a photo where its bytes are in the page, else counted as left out."""
        source, alt = values.get("src", ""), " ".join(values.get("alt", "").split())
        if not source.startswith("data:"):
            if source or alt:
                line.left_out.append(("image", alt or source.rpartition("/")[2][:200]))
            return
        data = _inside(source)
        kind = sniff.kind_of(data)
        if kind is None or kind.key not in _KINDS:
            line.left_out.append(("image", alt))
        elif len(data) >= MIN_PICTURE_BYTES:
            digest = self._pictures.keep(data)
            line.photos.append((line.length, Photo(digest, 0, f"foto.{kind.key}", alt_text=alt)))
        elif alt:  # it stands where a script would have put the photo
            line.left_out.append(("image", alt))

    def begin(self, position: int) -> None:
        """A figure begins behind so many lines."""
        self._starts.append(position)

    def end(self, lines: Sequence[Line]) -> None:
        """The figure ends: its caption belongs to its last photo, where there is one."""
        if not self._starts:
            return
        inside = lines[self._starts.pop() :]
        bearer = next((line for line in reversed(inside) if line.photos), None)
        captions = [line for line in inside if line.style == "caption" and line.length]
        if bearer is None or not captions:
            return
        place, photo = bearer.photos[-1]
        caption = " ".join(" ".join(line.text.split()) for line in captions)
        bearer.photos[-1] = (place, photo._replace(caption=caption))
        for line in captions:
            line.clear()


def _inside(source: str) -> bytes:
    """The bytes of a ``data:`` address, or none where it is broken."""
    head, _, body = source.partition(",")
    if not head.endswith(";base64"):
        return b""
    try:
        return base64.b64decode("".join(body.split()))
    except (binascii.Error, ValueError):
        return b""
