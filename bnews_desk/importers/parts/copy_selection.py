"""Makes the copy from the parts that an editor keeps, and a receipt of the parts left out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from bnews_desk.frame.furniture import line_class, line_patterns
from bnews_desk.frame.furniture.part_kind import PartKind
from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.importers.parts.recognised_parts import RecognisedParts
from bnews_desk.patterns import Pattern
from bnews_desk.receipt import Receipt, ReceiptEntry
from bnews_desk.release import Edit, Mark, Photo, Release
from bnews_desk.text import Paragraph

_CREDIT = Pattern(
    r"\s*[(]?(?:foto|dok(?:umentasi)?\.?)\s*[:.]?\s*(?P<credit>[^()\n]{2,80})[)]?\.?$",
    re.IGNORECASE,
)
_CREDIT_ALONE = Pattern(
    r"\(?(?:foto|dok\.?)\s*[/:]\s*(?P<credit>[^()\n]{2,60})\)\.?$", re.IGNORECASE
)
_BEHIND = Pattern(r"[.!?”\"]\s*\(?(?:foto|dok)\b", re.IGNORECASE)


def assign_captions(
    release: Release, numbers: Sequence[int]
) -> tuple[frozenset[int], tuple[Photo, ...]]:
    """Give photos without a caption the captions among the paragraphs ``numbers``, in order.

    Returns the paragraphs used and all photos. A label (*Keterangan foto:*) belongs to the caption
    below it; *Foto: Dok. Dindik* after a caption, or alone in brackets below it, is the credit.
    Where no photo needs a caption the paragraphs stay.
    """
    photos = list(release.photos)
    waiting = [n for n, photo in enumerate(photos) if not photo.caption]
    paragraphs = release.paragraphs
    used: list[int] = []
    labels: list[int] = []
    last: int | None = None
    for number in numbers:
        text = line_class.trimmed_line(paragraphs[number].text)
        alone = _CREDIT_ALONE.fullmatch(text) if last is not None else None
        if alone and last is not None and not photos[last].credit:
            photos[last] = photos[last]._replace(credit=alone["credit"].strip())
            used.append(number)
        elif line_patterns.CAPTION_LABEL.match(text) and line_patterns.CAPTION.match(text):
            labels.append(number)
        elif waiting:
            last = waiting.pop(0)
            photos[last] = _with_caption(photos[last], text)
            used += (*labels, number)
            labels = []
    return frozenset(used), tuple(photos)


def _with_caption(photo: Photo, text: str) -> Photo:
    caption, credit = text, photo.credit
    label = line_patterns.CAPTION.match(text)
    if label and not text.startswith("("):
        caption = text[label.end() :].lstrip()
    behind = _BEHIND.search(caption)
    found = _CREDIT.fullmatch(caption, behind.start() + 1) if behind else None
    if found and behind and not credit:
        caption, credit = caption[: behind.start() + 1], found["credit"].strip()
    return photo._replace(caption=caption.strip(), credit=credit)


NOTES = {
    PartKind.LETTERHEAD: "Kop surat tidak dibawa ke naskah.",
    PartKind.MARK: "Tanda siaran pers tidak dibawa ke naskah.",
    PartKind.NUMBER: "Nomor surat tidak dibawa ke naskah.",
    PartKind.DATE: "Tanggal surat tidak dibawa ke naskah.",
    PartKind.ADDRESSEE: "Tujuan dan perihal surat tidak dibawa ke naskah.",
    PartKind.HEADLINE: "Judul dari pengirim tidak dibawa ke naskah.",
    PartKind.DATELINE: "Dateline pengirim tidak dibawa ke naskah.",
    PartKind.BODY: "Sebagian isi rilis tidak dibawa ke naskah.",
    PartKind.CAPTION: "Keterangan foto tidak dibawa ke naskah.",
    PartKind.GREETING: "Sapaan dan penutup untuk redaksi tidak dibawa ke naskah.",
    PartKind.SIGNATURE: "Tanda tangan dan nama pengirim tidak dibawa ke naskah.",
    PartKind.CONTACT: "Kontak pengirim tidak dibawa ke naskah.",
    PartKind.CARBON_COPY: "Tembusan tidak dibawa ke naskah.",
    PartKind.ATTACHMENTS: "Daftar lampiran tidak dibawa ke naskah.",
    PartKind.FURNITURE: "Nomor halaman, garis, dan tagar tidak dibawa ke naskah.",
}
"""The receipt's note for each kind of part that was left out."""


class PartChoice(NamedTuple):
    """An editor's decision on a part: its kind, and whether it goes into the copy."""

    kind: PartKind
    paragraphs: tuple[int, ...]
    is_taken: bool


def default_choices(recognised: RecognisedParts, release: Release) -> tuple[PartChoice, ...]:
    """The copy is kept, the furniture is not; a caption is kept where a photo has none."""
    waits = any(not photo.caption for photo in release.photos)
    return tuple(
        PartChoice(
            part.kind,
            part.paragraphs,
            part.kind.is_copy or (part.kind is PartKind.CAPTION and waits),
        )
        for part in recognised.parts
    )


def take_parts(
    imported: ImportedRelease, choices: Sequence[PartChoice], left_photos: Collection[int] = ()
) -> ImportedRelease:
    """The import with only the kept parts in its copy, and the others in its receipt.

    The first headline that is kept becomes the copy's, on one line; any other one goes into the
    body. Captions go to photos without one, in order, and into the body where no photo needs one.
    Words, marks and photos of kept parts stay unchanged. ``left_photos`` are the numbers of photos
    that are left out.
    """
    whole = imported.release.photos
    kept_photos = tuple(photo for n, photo in enumerate(whole) if n not in left_photos)
    release = imported.release._replace(photos=kept_photos)
    paragraphs = release.paragraphs
    headline = next(
        (c.paragraphs for c in choices if c.is_taken and c.kind is PartKind.HEADLINE), ()
    )
    captioned, photos = _captioned(release, choices)
    left_out = {n for choice in choices if not choice.is_taken for n in choice.paragraphs}
    kept = {n for choice in choices if choice.is_taken for n in choice.paragraphs}
    kept -= {*headline, *captioned}
    copy = release._replace(photos=photos).edited(_edits(release, headline, kept))
    entries = (*_entries(paragraphs, choices), *_of_photos(whole, left_photos))
    receipt = Receipt((*imported.receipt, *entries))
    is_changed = bool(left_out or captioned or headline not in ((), (0,)))
    return imported._replace(
        release=copy if is_changed else release, receipt=receipt, recognised=None
    )


def _captioned(
    release: Release, choices: Sequence[PartChoice]
) -> tuple[frozenset[int], tuple[Photo, ...]]:
    """The paragraphs that became captions, and the photos with them."""
    chosen = [c for c in choices if c.is_taken and c.kind is PartKind.CAPTION]
    numbers = list(chain.from_iterable(choice.paragraphs for choice in chosen))
    return assign_captions(release, numbers)


def _edits(release: Release, headline: Sequence[int], kept: set[int]) -> Iterator[Edit]:
    """The edits that make the copy: the headline on top, and below it only what is kept."""
    paragraphs = release.paragraphs
    top, marks = _line_of(release, [paragraphs[n] for n in headline])
    first = paragraphs[0]
    if 0 in kept:
        yield Edit(0, first.end, first.text, f"{top}\n{first.text}", (
            *marks, *_behind(release.marks_within(0, first.end), len(top) + 1)))  # fmt: skip
    elif first.text != top:
        yield Edit(0, first.end, first.text, top, marks)
    yield from _cuts(release.text, paragraphs, _with_gaps(paragraphs, kept))


def _behind(marks: Iterable[Mark], length: int) -> Iterator[Mark]:
    return (m._replace(start=m.start + length, end=m.end + length) for m in marks)


def _line_of(release: Release, lines: Sequence[Paragraph]) -> tuple[str, tuple[Mark, ...]]:
    """Paragraphs as one line, with their marks counted from its beginning."""
    pieces: list[str] = []
    marks: list[Mark] = []
    length = 0
    for line in lines:
        text = line.text.strip()
        start = line.start + len(line.text) - len(line.text.lstrip())
        marks += _behind(release.marks_within(start, start + len(text)), length)
        pieces.append(text)
        length += len(text) + 1
    return " ".join(pieces), tuple(marks)


def _with_gaps(paragraphs: Sequence[Paragraph], kept: set[int]) -> set[int]:
    """The kept paragraphs, with the empty ones between two kept neighbours."""
    whole = set(kept)
    waiting: list[int] = []
    is_open = False
    for paragraph in paragraphs[1:]:
        if not paragraph.text.strip():
            waiting.append(paragraph.number)
            continue
        is_kept = paragraph.number in kept
        if is_open and is_kept:
            whole.update(waiting)
        waiting, is_open = [], is_kept
    return whole


def _cuts(text: str, paragraphs: Sequence[Paragraph], kept: set[int]) -> Iterator[Edit]:
    """Edits that delete the paragraphs that are not kept, one for each run of neighbours."""
    at = 1
    while at < len(paragraphs):
        if at in kept:
            at += 1
            continue
        first = at
        while at < len(paragraphs) and at not in kept:
            at += 1
        start, end = paragraphs[first].start, paragraphs[at - 1].end
        if at < len(paragraphs):
            end += 1
        elif first > 1:
            start -= 1
        if start < end:
            yield Edit(start, end, text[start:end], "")


def _entries(
    paragraphs: Sequence[Paragraph], choices: Sequence[PartChoice]
) -> Iterator[ReceiptEntry]:
    """A receipt entry for each kind of part left out; its texts are whole parts."""
    kinds = dict.fromkeys(choice.kind for choice in choices)
    for kind in kinds:
        own = [choice for choice in choices if choice.kind is kind]
        left = [choice for choice in own if not choice.is_taken]
        if left:
            texts = ["\n".join(paragraphs[n].text for n in choice.paragraphs) for choice in left]
            carried = len(own) - len(left)
            yield ReceiptEntry(kind.value, len(own), carried, len(left), tuple(texts), NOTES[kind])


def _of_photos(photos: Sequence[Photo], left_photos: Collection[int]) -> Iterator[ReceiptEntry]:
    left = [photo.name for n, photo in enumerate(photos) if n in left_photos]
    if left:
        note = "Foto yang tidak dicentang tidak dibawa ke naskah: " + ", ".join(left) + "."
        yield ReceiptEntry("photo", len(photos), len(photos) - len(left), len(left), (), note)
