"""How far a release is, as every list shows it: a shape, and always the word beside it."""

from __future__ import annotations

from collections.abc import Collection

from bnews_desk.archive.release_progress import STAGES, Stage


def sign_of(stage: Stage) -> tuple[str, str]:
    """The icon of a stage and the token of its colour."""
    shape = "check" if stage == "tayang" else stage
    return shape, "ok" if stage == "siap" else "ink3"


def name_of(stage: Stage) -> str:
    """The word for a stage."""
    return stage.capitalize()


def names_of(stages: Collection[Stage]) -> str:
    """The words for some stages, in their order."""
    return ", ".join(name_of(stage) for stage in STAGES if stage in stages)
