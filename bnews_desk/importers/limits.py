"""What one import may cost; every importer keeps to these.

The command line sets the memory limit on its own process; the others hold everywhere.
"""

from __future__ import annotations

from time import monotonic

from bnews_desk.errors import ReadError

MAX_UNPACKED_BYTES = 200 * 1024 * 1024
"""Bytes that all parts of one file may come to, unpacked."""
MAX_SECONDS = 20.0
"""Seconds that one import may take."""
MAX_MEMORY_BYTES = 1024 * 1024 * 1024
"""Bytes of memory that the whole process may take while it imports."""
MAX_PARTS = 10_000
"""Entries that one archive may have."""
MAX_XML_BYTES = 64 * 1024 * 1024
"""Bytes that the XML parts of one file may come to: in memory they grow to several times that."""
MAX_XML_DEPTH = 256
"""Elements that may stand inside one another in an XML part."""
MAX_XML_NODES = 3_000_000
"""Elements and attributes that one XML part may have; some 120 bytes of memory each."""
MAX_LINES = 200_000
"""Paragraphs that one file may have."""


class Deadline:
    """The moment at which an import must be done; importers ask it in their loops."""

    def __init__(self, seconds: float = MAX_SECONDS) -> None:
        self._end = monotonic() + seconds

    def ask(self) -> None:
        """Raise :class:`~bnews_desk.errors.ReadError` (``too-slow``) once the time is up."""
        if monotonic() > self._end:
            raise ReadError(
                "too-slow",
                "Berkas ini terlalu rumit sehingga pembacaannya melewati batas waktu; "
                "simpan ulang dari Word atau salin isinya ke berkas baru.",
            )
