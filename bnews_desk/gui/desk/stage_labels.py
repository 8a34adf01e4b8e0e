"""Icon, colour and name of each stage."""

from __future__ import annotations

from collections.abc import Collection

from bnews_desk.archive.release_progress import STAGES, Stage


def stage_icon(stage: Stage) -> tuple[str, str]:
    """The icon of a stage and the token of its colour."""
    shape = "check" if stage == "tayang" else stage
    return shape, "ok" if stage == "siap" else "ink3"


def stage_name(stage: Stage) -> str:
    """The word for a stage."""
    return stage.capitalize()


def stage_names(stages: Collection[Stage]) -> str:
    """The words for some stages, in their order."""
    return ", ".join(stage_name(stage) for stage in STAGES if stage in stages)
