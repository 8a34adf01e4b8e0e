"""Writes a release as a Word file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bnews_desk.exporters.docx import styles
from bnews_desk.exporters.docx.package import core_properties, open_template, pack_document
from bnews_desk.exporters.docx.paragraphs import Relate, new_text_paragraph
from bnews_desk.exporters.docx.pictures import PictureWriter
from bnews_desk.exporters.docx.xml import Element
from bnews_desk.exporters.exported_file import ExportedFile
from bnews_desk.exporters.exported_photos import photos_by_anchor
from bnews_desk.exporters.text_runs import is_safe_target, text_runs
from bnews_desk.exporters.xml_characters import count_illegal, replace_illegal
from bnews_desk.frame.release_frame import Frame, FrameReader
from bnews_desk.release import Mark, Release

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart


def write_docx(
    release: Release,
    pictures: Mapping[str, bytes],
    reader: FrameReader,
    *,
    now: datetime | None = None,
) -> ExportedFile:
    """The release as a DOCX file in the template's styles.

    Every paragraph, also an empty one, becomes one paragraph; photos follow theirs, each with its
    caption. Unreadable photos, and links to anything but web and mail addresses (not their words),
    are left out and noted. Code points that XML does not allow become U+FFFD. The same release at
    the same ``now`` gives the same bytes.

    Raises ``WriteError`` (*failed*) when the template cannot be read.
    """
    document = open_template()
    frame = reader.read(release.text)
    writer = PictureWriter(document.part, pictures)
    end = document.element.body.sectPr
    for element in _elements(release, frame, document.part, writer):
        end.addprevious(element)
    core = core_properties(release, frame, now or datetime.now(UTC))
    notes = (*writer.notes, *_link_notes(release), *_replaced_notes(release))
    return ExportedFile(pack_document(document, core), notes)


def _replaced_notes(release: Release) -> tuple[str, ...]:
    count = count_illegal(release.text)
    if not count:
        return ()
    return (
        f"{count} karakter kendali tidak dapat dimuat di DOCX dan diganti dengan “\ufffd”;"
        " hapus dari naskah bila tidak diperlukan.",
    )


def _elements(
    release: Release, frame: Frame, part: DocumentPart, writer: PictureWriter
) -> Iterator[Element]:
    relate = _related_to(part)
    photos = photos_by_anchor(release)
    marks = _marks_by_line(release, frame)
    for one in frame.parts:
        if one.paragraph.number or one.text:
            tag = one.tag.span if one.tag else None
            content = text_runs(one.text, marks[one.paragraph.number], tag) if one.text else []
            yield new_text_paragraph(styles.style_of(one.role), content, relate)
        for photo in photos.get(one.paragraph.number, ()):
            yield from writer.elements(photo)


def _related_to(part: DocumentPart) -> Relate:
    """A function that returns one relationship id per target, unlike all other ids of the part."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    ids: dict[str, str] = {}

    def relate(target: str) -> str:
        if target not in ids:
            ids[target] = f"rIdTautan{len(ids) + 1}"
            part.rels.add_relationship(
                RELATIONSHIP_TYPE.HYPERLINK, target, ids[target], is_external=True
            )
        return ids[target]

    return relate


def _marks_by_line(release: Release, frame: Frame) -> list[list[Mark]]:
    """The marks of each paragraph, counted from its start."""
    starts = [part.paragraph.start for part in frame.parts]
    lines: list[list[Mark]] = [[] for _ in starts]
    for mark in release.marks:
        at = bisect_right(starts, mark.start) - 1
        start = starts[at]
        lines[at].append(mark._replace(start=mark.start - start, end=mark.end - start))
    return lines


def _link_notes(release: Release) -> tuple[str, ...]:
    refused = [m.target for m in release.marks if m.kind == "link" and not is_safe_target(m.target)]
    if not refused:
        return ()
    example = replace_illegal(refused[0])[:80]
    return (
        f"{len(refused)} tautan menjadi tulisan biasa karena alamatnya bukan http, https, atau"
        f" mailto (misalnya “{example}”); periksa alamatnya bila tautannya diperlukan.",
    )
