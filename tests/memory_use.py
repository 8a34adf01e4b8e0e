"""Measures the memory that reading a compressed file takes."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from collections.abc import Callable


def rise(read: Callable[[bytes], object], data: bytes) -> float:
    """The peak memory of reading, relative to the unpacked file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        unpacked = sum(entry.file_size for entry in archive.infolist())
    read(data)  # load modules first, as they do not count
    tracemalloc.start()
    try:
        read(data)
        return tracemalloc.get_traced_memory()[1] / unpacked
    finally:
        tracemalloc.stop()
