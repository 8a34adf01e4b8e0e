"""How much memory reading a packed file takes."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from collections.abc import Callable


def rise(read: Callable[[bytes], object], data: bytes) -> float:
    """The most memory that reading takes, of the unpacked file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        unpacked = sum(entry.file_size for entry in archive.infolist())
    read(data)  # what is loaded once is no part of it
    tracemalloc.start()
    try:
        read(data)
        return tracemalloc.get_traced_memory()[1] / unpacked
    finally:
        tracemalloc.stop()
