"""``bnews-desk convert``: another format, the same release."""

from __future__ import annotations

import argparse

from bnews_desk.cli import desk
from bnews_desk.cli.incoming import late_reader, tell_left_out
from bnews_desk.cli.output import demand_txt, keep_original, put_out
from bnews_desk.cli.status import EXIT_OK
from bnews_desk.errors import UsageError
from bnews_desk.exporters.formats import format_by_ending, format_by_key


def run(options: argparse.Namespace) -> int:
    """Read one release and write it in another format, or many into a folder."""
    if options.out is not None:
        from bnews_desk.cli.conversion import convert_all
        from bnews_desk.cli.linking import linking

        reader = late_reader(options.house)
        with linking(options, reader) as linked:
            return convert_all(options, reader, linked)
    if options.force:
        raise UsageError(
            "--force hanya untuk --out; berkas hasil yang disebut sendiri memang ditimpa. Jalankan"
            " lagi tanpa --force."
        )
    if len(options.files) != 2:
        raise UsageError(
            "convert memerlukan tepat satu berkas asal dan satu berkas hasil; untuk banyak berkas"
            " pakailah --to FORMAT --out FOLDER."
        )
    source, target = options.files
    if options.target_format:
        format_by_key(options.target_format)
    elif target != desk.STANDARD_STREAM:
        format_by_ending(target)
    if options.crlf:
        demand_txt(target, options.target_format)
    keep_original(source, target)
    reader = late_reader(options.house)
    if options.house is not None:
        _ = reader.house  # what is wrong in it is said even where nothing asks for it
    desk.limit_memory()
    imported = desk.read(source, reader, options.source_format, options.attachment)
    tell_left_out(imported)
    release = imported.release
    if options.archive is not None:
        from bnews_desk.cli.linking import linking

        with linking(options, reader) as linked:
            release = linked(release)
    put_out(release, imported.pictures, reader, target, options.target_format, crlf=options.crlf)
    return EXIT_OK
