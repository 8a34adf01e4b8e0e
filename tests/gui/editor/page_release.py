"""A fictional release for the page, and the result of a check made by hand."""

from __future__ import annotations

from collections.abc import Callable

from bnews_desk.finding import Finding, Severity
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.gui.findings.check_service import CheckResult

TEXT = (
    "Panen Melon Plosorejo Dibuka\n"
    "BLITAR | B-news.id - Dinas 😀 Pertanian membuka panen melon dilapangan desa.\n"
    "Baca juga: Kirab Budaya Bakung Tutup Jalan Dua Jam\n"
    "Selain itu, warga menanam 6 petak cabai. (kmfkabblt/sun)\n"
    "Editor : Zainul Arifin"
)

Show = Callable[..., OpenRelease]


def check(shown: OpenRelease, reader: FrameReader, found: dict[str, Severity]) -> None:
    """Give a release the result of a check."""
    release = shown.document.release()
    findings = tuple(finding(release.text, word, level) for word, level in found.items())
    frame = reader.read(release.text)
    checked = CheckResult(shown.key, shown.document.revision, release, frame, findings)
    assert shown.take_check_result(checked)


def finding(text: str, word: str, severity: Severity) -> Finding:
    start = text.index(word)
    return Finding("contoh", severity, start, start + len(word), word, "Contoh.")
