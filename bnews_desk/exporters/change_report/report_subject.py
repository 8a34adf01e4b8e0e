"""The two releases that a change report compares, and where the original came from."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from bnews_desk.release import Release


class ReportSubject(NamedTuple):
    """The two releases of a report; ``source`` is the name under which the original came in."""

    original: Release
    copy: Release
    source: str
    written: datetime
