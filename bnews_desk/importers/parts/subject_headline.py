"""Proposes a mail's subject as the headline of a release that has none."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from bnews_desk.frame.furniture.part_kind import PartKind
from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.importers.parts.copy_selection import PartChoice, take_parts
from bnews_desk.importers.parts.recognised_parts import RecognisedParts
from bnews_desk.receipt import Receipt, ReceiptEntry
from bnews_desk.release import Edit

LEAST_WORDS = 4
"""A shorter subject describes the mail rather than the news."""
LEAST_MARKED_WORDS = 3
"""The same after a release mark, where a headline is to be expected."""
_CARRIER = r"(?:(?:re|fw|fwd|bls|trs|balas|terusan)\s*:\s*|\[[^\]]{1,40}\]\s*)"
_MARK = (
    r"(?:(?:siaran pers|rilis(?: pers| berita)?|press release|pers rilis|berita)"
    r"(?:\s+(?:no\.?|nomor)\s*\S+)?\s*[:|–—-]\s*)"
)
_OPENING = re.compile(rf"(?P<carrier>{_CARRIER}*)(?P<mark>{_MARK}?){_CARRIER}*", re.IGNORECASE)


class MailSubject(NamedTuple):
    """A subject without *Fwd:* and *Siaran pers:*.

    ``is_marked`` where the sender put a release mark before it, which makes it a headline.
    """

    text: str
    is_marked: bool


def subject_headline(imported: ImportedRelease, recognised: RecognisedParts) -> MailSubject | None:
    """The subject of the mail that contained the release, where it may be the missing headline."""
    if recognised.of(PartKind.HEADLINE) or imported.release.headline.strip():
        return None
    told = next((entry.texts for entry in imported.receipt if entry.kind == "subject"), ())
    if not told or not imported.release.text.strip():
        return None
    whole = " ".join(told[0].split())
    opening = _OPENING.match(whole)
    text = whole[opening.end() :].strip() if opening else whole
    is_marked = bool(opening and opening["mark"])
    if len(text.split()) < (LEAST_MARKED_WORDS if is_marked else LEAST_WORDS):
        return None
    return MailSubject(text, is_marked)


def take_parts_under_subject(
    headline: str,
    imported: ImportedRelease,
    choices: Sequence[PartChoice],
    left_photos: Collection[int] = (),
) -> ImportedRelease:
    """Like ``take_parts``, with a subject as headline.

    The first line of the release must be empty; with an empty ``headline`` it stays so.
    """
    if headline:
        release = imported.release.edited([Edit(0, 0, "", headline)])
        receipt = Receipt(_carried(e) if e.kind == "subject" else e for e in imported.receipt)
        imported = imported._replace(release=release, receipt=receipt)
        choices = (PartChoice(PartKind.HEADLINE, (0,), is_taken=True), *choices)
    return take_parts(imported, choices, left_photos)


def _carried(entry: ReceiptEntry) -> ReceiptEntry:
    return entry._replace(carried=entry.found, left_out=0, texts=())
