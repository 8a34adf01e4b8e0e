"""How far a release is on its way: new, being edited, looked over, published."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from hashlib import blake2b
from typing import Any, Literal, NamedTuple, cast

from bnews_desk.archive.journal_format import packed, release_bytes
from bnews_desk.release import Release

Stage = Literal["baru", "disunting", "siap", "tayang"]
STAGES: tuple[Stage, ...] = ("baru", "disunting", "siap", "tayang")
"""In the order in which a release goes through them."""


class SignOff(NamedTuple):
    """Who has looked a release over, and when; ``fingerprint`` tells which text that was."""

    name: str
    when: datetime
    fingerprint: str

    @classmethod
    def of(cls, release: Release, name: str, when: datetime) -> SignOff:
        """The sign-off of a release as it stands."""
        return cls(name, when, _hashed(packed(release.text)))

    def covers(self, release: Release) -> bool:
        """Whether the text is still the one that was looked over."""
        return self.fingerprint == _hashed(packed(release.text))


class Progress(NamedTuple):
    """What has happened to a release, told by fingerprints, so that undoing an edit undoes it here.

    ``arrived`` and ``published`` are :func:`fingerprint` of what came in and of what last went
    out, '' where that never was. ``is_held`` says that something was left to mend when the
    release was last judged.
    """

    arrived: str = ""
    sign_off: SignOff | None = None
    published: str = ""
    is_held: bool = False

    def stage(self, release: Release) -> Stage:
        """How far a release is as it stands now."""
        now = fingerprint(release)
        if self.published == now:
            return "tayang"
        if self.sign_off is not None and not self.is_held and self.sign_off.covers(release):
            return "siap"
        return "baru" if self.arrived == now else "disunting"


def fingerprint(release: Release) -> str:
    """What tells a release from others: text, marks, photos and details, but not its ignores."""
    return _hashed(release_bytes(release._replace(ignores=frozenset())))


def progress_bytes(progress: Progress, release: Release) -> bytes:
    """A release's progress as the journal keeps it, with the stage that follows from it."""
    signed = progress.sign_off
    said = progress._asdict() | {
        "stage": progress.stage(release),
        "sign_off": [signed.name, signed.when.isoformat(), signed.fingerprint] if signed else None,
    }
    return json.dumps(said, separators=(",", ":")).encode("ascii")


def progress_of(data: bytes) -> Progress:
    """The progress in :func:`progress_bytes`' form; what cannot be read never happened."""
    fields = _fields(data)
    try:
        signed = fields.get("sign_off")
        return Progress(
            str(fields.get("arrived", "")),
            SignOff(str(signed[0]), datetime.fromisoformat(signed[1]), str(signed[2]))
            if signed
            else None,
            str(fields.get("published", "")),
            bool(fields.get("is_held")),
        )
    except (ValueError, TypeError, IndexError, KeyError):
        return Progress()


def stage_of(data: bytes) -> Stage:
    """The stage in :func:`progress_bytes`' form; *disunting* where none can be read."""
    stage = _fields(data).get("stage")
    return cast("Stage", stage) if stage in STAGES else "disunting"


def _fields(data: bytes) -> Mapping[str, Any]:
    try:
        fields = json.loads(data) if data else {}
    except (ValueError, RecursionError):
        return {}
    return fields if isinstance(fields, dict) else {}


def _hashed(data: bytes) -> str:
    return blake2b(data, digest_size=8).hexdigest()
