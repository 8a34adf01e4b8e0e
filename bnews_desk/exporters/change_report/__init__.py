"""The change report: the changes from the original release to the copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bnews_desk.errors import WriteError
from bnews_desk.exporters.change_report.report_subject import ReportSubject

if TYPE_CHECKING:
    from bnews_desk.frame.release_frame import FrameReader


__all__ = ["ENDINGS", "ReportSubject", "write_report"]

HTML, DOCX = ".html", ".docx"
ENDINGS = (HTML, DOCX)
"""The endings of a report's file, in lower case."""


def write_report(subject: ReportSubject, ending: str, reader: FrameReader) -> bytes:
    """The bytes of a change report in the format of an ending.

    Raises ``WriteError`` (*unknown-format*) for an ending that is not in ``ENDINGS``.
    """
    if ending.lower() == HTML:
        from bnews_desk.exporters.change_report.html_report import write_html_report

        return write_html_report(subject)
    if ending.lower() == DOCX:
        from bnews_desk.exporters.change_report.tracked_changes import write_tracked_changes

        return write_tracked_changes(subject, reader)
    raise WriteError(
        "unknown-format",
        f"Laporan perubahan tidak dapat ditulis sebagai “{ending}”; pilih salah satu akhiran ini:"
        f" {', '.join(ENDINGS)}.",
    )
