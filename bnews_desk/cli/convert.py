"""``bnews-desk convert``: another format, the same release."""

from __future__ import annotations

import argparse
import sys

from bnews_desk.cli import desk
from bnews_desk.cli.main import EXIT_OK
from bnews_desk.cli.output import put_out
from bnews_desk.frame.reading import FrameReader


def run(options: argparse.Namespace) -> int:
    """Read one release and write it in another format."""
    if options.target != desk.STANDARD_STREAM and not options.target_format:
        from bnews_desk.exporters.registry import format_of

        format_of(options.target)
    reader = FrameReader(desk.house_of(options.house))
    desk.limit_memory()
    imported = desk.read(options.source, reader, options.source_format)
    for entry in imported.receipt:
        if entry.left_out and entry.note:
            print(f"bnews-desk: {entry.note}", file=sys.stderr)
    put_out(imported.release, imported.pictures, reader, options.target, options.target_format)
    return EXIT_OK
