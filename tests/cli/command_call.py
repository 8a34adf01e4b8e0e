"""What calling the command line in a test gives, and copy to call it on."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, NamedTuple


class Result(NamedTuple):
    """What one call left behind."""

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
