"""What can be done in the column of the desk, put together in one place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from bnews_desk.archive.progress import STAGES
from bnews_desk.frame.reading import FrameReader
from bnews_desk.gui.commands import Command
from bnews_desk.gui.conductor import Conductor
from bnews_desk.gui.remembered import Remembered
from bnews_desk.gui.staging import Staging


class DeskWork(QObject):
    """Connects the column of the desk; what it shows is remembered for the next day."""

    def __init__(
        self, conductor: Conductor, remembered: Remembered, reader: Callable[[], FrameReader]
    ) -> None:
        super().__init__(conductor)
        self._staging = Staging(conductor, reader)
        stages = conductor.window.parts.desk_list.stages
        known = frozenset(STAGES)
        stages.set_stages([s for s in STAGES if s in remembered.settings.desk_stages])
        stages.changed.connect(
            lambda shown: remembered.take(
                desk_stages=tuple(s for s in STAGES if s in shown) if shown != known else ()
            )
        )

    def commands(self) -> list[Command]:
        """The commands for the palette."""
        return self._staging.commands()
