"""The options of ``check`` that name the original and the published article."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from bnews_desk.house.style import HouseStyle
    from bnews_desk.release import Release
    from bnews_desk.rules.context import EarlierStates


def add_earlier_state_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options that name files with earlier states of a release."""
    parser.add_argument(
        "--original",
        metavar="ASLI",
        action="append",
        help="rilis seperti saat diterima: kutipan, angka, nama, dan tanggal yang berubah ditandai;"
        " dapat diulang bila bahannya lebih dari satu",
    )
    parser.add_argument(
        "--published",
        metavar="TAYANG",
        help="berita seperti yang sudah tayang; fakta yang diubah tanpa ralat ditandai",
    )


def read_earlier_states(options: argparse.Namespace, house: HouseStyle) -> EarlierStates:
    """Read the earlier states that a call names.

    Raises ``ReadError``, with the file's name, when one cannot be read.
    """
    from bnews_desk.rules.context import EarlierStates

    sources = [_read(file, house) for file in options.original or ()]
    further = tuple(release for release in sources[1:] if release is not None)
    return EarlierStates(sources[0] if sources else None, _read(options.published, house), further)


def _read(file: str | None, house: HouseStyle) -> Release | None:
    if file is None:
        return None
    from bnews_desk.cli import command_inputs
    from bnews_desk.errors import ReadError
    from bnews_desk.frame.release_frame import FrameReader

    try:
        return command_inputs.read_release_file(file, FrameReader(house)).release
    except ReadError as error:
        raise ReadError(error.kind, f"{file}: {error}") from error
