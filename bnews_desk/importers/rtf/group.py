"""What holds between two braces of RTF, and falls back when they close."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bnews_desk.importers.rtf.story import Story

COPY = "copy"
"""The destination of what is shown."""
SKIP = "skip"
"""The destination of what is neither shown nor told."""


class Field:
    """A field: its instruction, then what it shows."""

    __slots__ = ("instruction",)

    def __init__(self) -> None:
        self.instruction: list[str] = []


class Group:
    """The state of one group; a new one begins with that of the group around it."""

    __slots__ = (
        "codec",
        "destination",
        "field",
        "flags",
        "font",
        "is_deleted",
        "is_in_table",
        "is_new_destination",
        "is_optional",
        "is_revised",
        "link",
        "story",
        "style",
        "uc",
    )

    def __init__(self, story: Story, codec: str) -> None:
        self.story = story
        self.codec = codec
        self.destination = COPY
        self.field: Field | None = None
        self.flags = 0
        self.font = -1
        self.is_deleted = False
        self.is_in_table = False
        self.is_new_destination = False
        self.is_optional = False
        self.is_revised = False
        self.link = ""
        self.style = -1
        self.uc = 1

    def inner(self) -> Group:
        """The group that begins inside this one."""
        made = Group(self.story, self.codec)
        for name in self.__slots__:
            setattr(made, name, getattr(self, name))
        made.is_new_destination = made.is_optional = False
        return made

    @property
    def is_shown(self) -> bool:
        """Whether its text goes into a story."""
        return self.destination == COPY
