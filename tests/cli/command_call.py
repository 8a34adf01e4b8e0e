"""The result of a command line call in a test, and copy for such calls."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, NamedTuple


class Result(NamedTuple):
    """The exit status and output of one call."""

    status: int
    out: str
    err: str
    raw: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Call = Callable[..., Result]

HOUSE_FORM = (
    "BLITAR | B-news.id - Petani di Kecamatan Wates memulai panen raya padi pada Selasa"
    " (12/11/2024) pagi.\nHasil panen itu disimpan di tiga lumbung desa. (kmfkabblt/sun)\n"
    "Editor : Zainul Arifin"
)
