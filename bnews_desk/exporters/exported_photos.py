"""Caption, media type and paragraph of a photo, for every export format."""

from __future__ import annotations

from bnews_desk.release import Photo, Release

_KINDS = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF8", "image/gif"),
)


def caption_of(photo: Photo) -> str:
    """``caption (Foto: credit)``, or the one of the two that is not empty; '' for neither."""
    credit = f"(Foto: {photo.credit})" if photo.credit else ""
    return " ".join(part for part in (photo.caption, credit) if part)


def photos_by_anchor(release: Release) -> dict[int, list[Photo]]:
    """Photos by the paragraph they follow; an anchor out of range is moved to the nearest
    paragraph.
    """
    last = release.text.count("\n")
    found: dict[int, list[Photo]] = {}
    for photo in release.photos:
        found.setdefault(min(max(photo.anchor, 0), last), []).append(photo)
    return found


def media_type(data: bytes) -> str:
    """The media type of a picture that every browser shows; '' for other data."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for opening, kind in _KINDS if data.startswith(opening)), "")
