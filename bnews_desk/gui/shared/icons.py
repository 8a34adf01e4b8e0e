"""The program's icons, drawn as SVG on a grid of 16, in any colour and scale."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QDataStream, QIODevice, QSize
from PySide6.QtGui import QIcon

from bnews_desk.paths import resource

NAMES = (
    "menu import paste undo redo tidy compare export close search inbox archive file folder list "
    "check error warning suggestion done baru disunting siap plus link bold italic photo "
    "chevron-down chevron-right chevron-up more clock focus bin"
).split()
"""The names of all icons."""
ALONE = QSize(16, 16)
"""The size of an icon without a text."""
BESIDE = QSize(20, 16)
"""The size of an icon with a text beside it: its right quarter is empty, as gap to the text."""

_ENGINE = "svg"
_STREAM = QDataStream.Version.Qt_6_0


def make_icon(name: str, colour: str, disabled: str, *, is_beside: bool = False) -> QIcon:
    """An icon in a colour (``#RRGGBB``), and another where its control is disabled.

    ``is_beside`` makes it for ``BESIDE``. Raises FileNotFoundError where there is no icon of
    that name.
    """
    with open(resource("icons", f"{name}.svg"), "rb") as file:
        svg = file.read()
    if is_beside:
        svg = svg.replace(b'width="16"', b'width="20"', 1).replace(b'"0 0 16 16"', b'"0 0 20 16"')
    mode = QIcon.Mode
    colours = dict.fromkeys((mode.Normal, mode.Active, mode.Selected), colour)
    colours[mode.Disabled] = disabled
    return _from_svg({m: svg.replace(b"currentColor", c.encode()) for m, c in colours.items()})


def _from_svg(drawings: Mapping[QIcon.Mode, bytes]) -> QIcon:
    """An icon that Qt's own SVG engine draws, from one drawing a mode.

    Qt takes drawings from files only, and an icon engine written in Python does not survive being
    copied. A serialised icon, however, may contain its drawings, so one is written and read back:
    the engine's name, the files (none), whether the drawings are compressed (no), the drawings by
    mode and state, and whether there are pixmaps besides (no).
    """
    data = QByteArray()
    stream = QDataStream(data, QIODevice.OpenModeFlag.WriteOnly)
    stream.setVersion(_STREAM)
    stream.writeQString(_ENGINE)
    stream.writeUInt32(0)
    stream.writeInt32(0)
    stream.writeUInt32(len(drawings))
    for mode, drawing in drawings.items():
        stream.writeInt32(mode.value << 4 | QIcon.State.Off.value)
        stream << QByteArray(drawing)
    stream.writeInt32(0)
    icon = QIcon()
    stream = QDataStream(data)
    stream.setVersion(_STREAM)
    stream >> icon
    return icon
