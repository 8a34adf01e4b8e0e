"""Captions that came as paragraphs, for the photos that came with them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bnews_desk.frame.furniture import furniture_words, line_signs
from bnews_desk.patterns import Pattern
from bnews_desk.release import Photo, Release

_CREDIT = Pattern(
    r"\s*[(]?(?:foto|dok(?:umentasi)?\.?)\s*[:.]?\s*(?P<credit>[^()\n]{2,80})[)]?\.?$",
    re.IGNORECASE,
)
_CREDIT_ALONE = Pattern(
    r"\(?(?:foto|dok\.?)\s*[/:]\s*(?P<credit>[^()\n]{2,60})\)\.?$", re.IGNORECASE
)
_BEHIND = Pattern(r"[.!?”\"]\s*\(?(?:foto|dok)\b", re.IGNORECASE)


def given(release: Release, numbers: Sequence[int]) -> tuple[frozenset[int], tuple[Photo, ...]]:
    """The paragraphs that became captions of photos without one, in order, and all photos.

    A label (*Keterangan foto:*) goes with the caption below it; *Foto: Dok. Dindik* behind a
    caption, or alone in brackets below it, is the credit. Where no photo waits, paragraphs stay.
    """
    photos = list(release.photos)
    waiting = [n for n, photo in enumerate(photos) if not photo.caption]
    paragraphs = release.paragraphs
    used: list[int] = []
    labels: list[int] = []
    last: int | None = None
    for number in numbers:
        text = line_signs.bare(paragraphs[number].text)
        alone = _CREDIT_ALONE.fullmatch(text) if last is not None else None
        if alone and last is not None and not photos[last].credit:
            photos[last] = photos[last]._replace(credit=alone["credit"].strip())
            used.append(number)
        elif furniture_words.CAPTION_LABEL.match(text) and furniture_words.CAPTION.match(text):
            labels.append(number)
        elif waiting:
            last = waiting.pop(0)
            photos[last] = _with(photos[last], text)
            used += (*labels, number)
            labels = []
    return frozenset(used), tuple(photos)


def _with(photo: Photo, text: str) -> Photo:
    caption, credit = text, photo.credit
    label = furniture_words.CAPTION.match(text)
    if label and not text.startswith("("):
        caption = text[label.end() :].lstrip()
    behind = _BEHIND.search(caption)
    found = _CREDIT.fullmatch(caption, behind.start() + 1) if behind else None
    if found and behind and not credit:
        caption, credit = caption[: behind.start() + 1], found["credit"].strip()
    return photo._replace(caption=caption.strip(), credit=credit)
