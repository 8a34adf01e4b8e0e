"""Lays a release out as a document of A4 pages, in the page's fonts, black on white."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QImageReader,
    QPageLayout,
    QPageSize,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
)

from bnews_desk.exporters.exported_photos import caption_of, photos_by_anchor
from bnews_desk.exporters.text_runs import TextRun, text_runs
from bnews_desk.frame.release_frame import Frame, Role
from bnews_desk.gui.shared.fonts import Fonts
from bnews_desk.release import Photo, Release

KEEP_WITH_PREVIOUS = QTextFormat.Property.UserProperty.value + 1
"""Block format property: True for a paragraph that must not be separated from the one before, such
as a caption, a related line or the credit.
"""
_MAX_EMPTY = 0.5
"""The share of a page that may be left empty for that."""
_ROUNDING = 0.01
"""The share of a page by which Qt may place a page's first line above its edge."""


def keep_last_page_together(document: QTextDocument) -> None:
    """Move the paragraph before the last page to that page, if the last page starts with a
    paragraph that must not be separated from it.

    The document must be laid out. Nothing changes if the paragraph is split between pages, or if
    more than half of the former page would be left empty.
    """
    last = document.lastBlock()
    first = last
    while first.isValid() and first.blockFormat().boolProperty(KEEP_WITH_PREVIOUS):
        first = first.previous()
    if not first.isValid() or not first.previous().isValid() or first == last:
        return
    height = document.pageSize().height()
    begin, end = _top(first, 0) / height, _top(last, -1) / height
    page, is_same = int(begin + _ROUNDING), int(begin + _ROUNDING) == int(end + _ROUNDING)
    if is_same or not _is_whole(first, height) or page + 1 - begin > _MAX_EMPTY:
        return
    shown = first.blockFormat()
    shown.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    QTextCursor(first).setBlockFormat(shown)


def _is_whole(block: QTextBlock, height: float) -> bool:
    """Whether a paragraph is on a single page."""
    top, bottom = (_top(block, line) / height + _ROUNDING for line in (0, -1))
    return int(top) == int(bottom)


def _top(block: QTextBlock, line: int) -> float:
    """The top of a paragraph's line in the document, in points; -1 is its last line."""
    layout = block.layout()
    at = layout.lineAt(line if line >= 0 else layout.lineCount() + line)
    return layout.position().y() + (at.y() if at.isValid() else 0.0)


MARGIN_MM = 25.0
PAPER_MM = QSizeF(210, 297)
_POINTS_PER_MM = 72 / 25.4
TEXT_POINTS = (PAPER_MM - QSizeF(2 * MARGIN_MM, 2 * MARGIN_MM)) * _POINTS_PER_MM
"""Size of the text area of a page in points, the unit of the whole layout."""
MAX_PICTURE_SIDE = 2_400
"""The most pixels of a picture's longer side: more would not show at 300 dpi."""
PICTURE_HEIGHT = 280.0
_LINK = QColor("#1f4e7d")
_QUIET = QColor("#55585e")


class _ParagraphLook(NamedTuple):
    """The look of a paragraph, in points; ``pitch`` is its line height in per cent.

    ``keeps_with_previous`` means that it must not be separated from the paragraph before.
    """

    size: int = 11
    weight: int = 400
    above: float = 0.0
    below: float = 8.0
    indent: float = 0.0
    pitch: int = 140
    is_sans: bool = False
    is_quiet: bool = False
    keeps_with_previous: bool = False


_LOOKS = {
    Role.HEADLINE: _ParagraphLook(20, 700, below=14, pitch=120),
    Role.RELATED: _ParagraphLook(
        10, indent=14, above=3, below=11, is_sans=True, is_quiet=True, keeps_with_previous=True
    ),
    Role.CREDIT: _ParagraphLook(
        10, above=12, is_sans=True, is_quiet=True, keeps_with_previous=True
    ),
}
_CAPTION = _ParagraphLook(
    9, below=12, pitch=125, is_sans=True, is_quiet=True, keeps_with_previous=True
)


def page_layout() -> QPageLayout:
    """A4, portrait, with margins of ``MARGIN_MM``."""
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        margins,
        QPageLayout.Unit.Millimeter,
    )


def lay_out_release(
    release: Release, frame: Frame, pictures: Mapping[str, bytes], fonts: Fonts
) -> QTextDocument:
    """The document to print: every paragraph with its marks, photos with their captions.

    ``pictures`` maps digests to bytes; of an unreadable picture only the caption is printed.
    """
    return _ReleaseLayout(release, frame, pictures, fonts).document()


class _ReleaseLayout:
    def __init__(
        self, release: Release, frame: Frame, pictures: Mapping[str, bytes], fonts: Fonts
    ) -> None:
        self._release, self._frame = release, frame
        self._pictures, self._fonts = pictures, fonts
        self._document = QTextDocument()
        self._document.setDocumentMargin(0)
        self._document.setUndoRedoEnabled(False)
        self._document.setUseDesignMetrics(True)
        self._document.setPageSize(TEXT_POINTS)
        self._document.setMetaInformation(
            QTextDocument.MetaInformation.DocumentTitle, release.headline
        )
        self._cursor = QTextCursor(self._document)
        self._is_begun = False

    def document(self) -> QTextDocument:
        photos = photos_by_anchor(self._release)
        for part in self._frame.parts:
            if part.text.strip():
                paragraph = part.paragraph
                marks = self._release.marks_within(paragraph.start, paragraph.end)
                tag = part.tag.span if part.tag else None
                self._add_paragraph(
                    text_runs(part.text, marks, tag), _LOOKS.get(part.role, _ParagraphLook())
                )
            for photo in photos.get(part.paragraph.number, ()):
                self._add_photo(photo)
        return self._document

    def _add_paragraph(self, content: list[TextRun], look: _ParagraphLook) -> None:
        self._begin_block(look)
        base = self._format(look)
        for piece in content:
            self._cursor.insertText(piece.text, _of_piece(piece, base))

    def _add_photo(self, photo: Photo) -> None:
        image = _image_of(self._pictures.get(photo.digest, b""))
        if not image.isNull():
            name = f"foto:{photo.digest}"
            self._document.addResource(
                QTextDocument.ResourceType.ImageResource.value, QUrl(name), image
            )
            scale = min(TEXT_POINTS.width() / image.width(), PICTURE_HEIGHT / image.height(), 1.0)
            shown = QTextImageFormat()
            shown.setName(name)
            shown.setWidth(image.width() * scale)
            shown.setHeight(image.height() * scale)
            self._begin_block(_ParagraphLook(above=4, below=4, pitch=100))
            self._cursor.insertImage(shown)
        if caption := caption_of(photo):
            self._add_paragraph([TextRun(caption)], _CAPTION)

    def _begin_block(self, look: _ParagraphLook) -> None:
        block = QTextBlockFormat()
        block.setTopMargin(look.above)
        block.setBottomMargin(look.below)
        block.setLeftMargin(look.indent)
        block.setProperty(KEEP_WITH_PREVIOUS, look.keeps_with_previous)
        block.setLineHeight(look.pitch, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if self._is_begun:
            self._cursor.insertBlock(block, QTextCharFormat())
        else:
            self._cursor.setBlockFormat(block)
            self._is_begun = True

    def _format(self, look: _ParagraphLook) -> QTextCharFormat:
        families = self._fonts.ui if look.is_sans else self._fonts.page
        font = QFont()
        if families:
            font.setFamilies(families)
        font.setPixelSize(look.size)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setWeight(QFont.Weight(look.weight))
        shown = QTextCharFormat()
        shown.setFont(font)
        shown.setForeground(_QUIET if look.is_quiet else QColor("black"))
        return shown


def _of_piece(piece: TextRun, base: QTextCharFormat) -> QTextCharFormat:
    shown = QTextCharFormat(base)
    if piece.is_bold:
        shown.setFontWeight(QFont.Weight.Bold.value)
    if piece.is_italic:
        shown.setFontItalic(True)
    if piece.is_tag:
        shown.setForeground(_QUIET)
    if piece.target:
        shown.setForeground(_LINK)
        shown.setAnchor(True)
        shown.setAnchorHref(piece.target)
    return shown


def _image_of(data: bytes) -> QImage:
    """A picture, scaled down to ``MAX_PICTURE_SIDE``; a null image when it cannot be read."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    longest = max(size.width(), size.height())
    if longest > MAX_PICTURE_SIDE:
        reader.setScaledSize(size * (MAX_PICTURE_SIDE / longest))
    return reader.read() if data else QImage()
