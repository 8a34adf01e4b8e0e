"""A change report in the form that a file's ending asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bnews_desk.errors import WriteError

if TYPE_CHECKING:
    from bnews_desk.exporters.change_report.subject import Subject
    from bnews_desk.frame.reading import FrameReader

PAGE, TRACKED = ".html", ".docx"
ENDINGS = (PAGE, TRACKED)
"""What a report's file may end in, in lower case."""


def write_report(subject: Subject, ending: str, reader: FrameReader) -> bytes:
    """The bytes of a change report for a file of that ending.

    Raises :class:`~bnews_desk.errors.WriteError` (*unknown-format*) for any other.
    """
    if ending.lower() == PAGE:
        from bnews_desk.exporters.change_report.page import written as page

        return page(subject)
    if ending.lower() == TRACKED:
        from bnews_desk.exporters.change_report.tracked import written as tracked

        return tracked(subject, reader)
    raise WriteError(
        "unknown-format",
        f"Laporan perubahan tidak dapat ditulis sebagai “{ending}”; pilih salah satu akhiran ini:"
        f" {', '.join(ENDINGS)}.",
    )
