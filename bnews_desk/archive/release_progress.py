"""The progress of a release: new, being edited, signed off, published."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from hashlib import blake2b
from typing import Any, Literal, NamedTuple, cast

from bnews_desk.log import log_fault
from bnews_desk.release import Details, Release
from bnews_desk.release_json import encode_text, release_to_json

_LOG = logging.getLogger(__name__)


Stage = Literal["baru", "disunting", "siap", "tayang"]
STAGES: tuple[Stage, ...] = ("baru", "disunting", "siap", "tayang")
"""In the order in which a release passes through them."""


class SignOff(NamedTuple):
    """Who has signed a release off, and when; ``fingerprint`` identifies the text."""

    name: str
    when: datetime
    fingerprint: str

    @classmethod
    def of(cls, release: Release, name: str, when: datetime) -> SignOff:
        """The sign-off of the release's present state."""
        return cls(name, when, _hashed(encode_text(release.text)))

    def covers(self, release: Release) -> bool:
        """Whether the present text is the one that was signed off."""
        return self.fingerprint == _hashed(encode_text(release.text))


class RemainingWork(NamedTuple):
    """Remaining errors and warnings when a release was last checked."""

    errors: int = 0
    warnings: int = 0


class Progress(NamedTuple):
    """The progress of a release, stored as fingerprints, so that undoing an edit undoes its effect.

    ``arrived`` and ``published`` are ``fingerprint`` of the imported and of the last published
    state, '' where there is none. ``is_held`` says that errors were left when the release was last
    checked; an embargo, which ends by itself, does not count. ``left`` is the remaining work, None
    where it was never checked.
    """

    arrived: str = ""
    sign_off: SignOff | None = None
    published: str = ""
    is_held: bool = False
    left: RemainingWork | None = None

    def stage(self, release: Release, now: datetime | None = None) -> Stage:
        """The stage of the release's present state; ``now`` defaults to the present moment."""
        moment = now or datetime.now().astimezone()
        return self._stage(release, is_waiting=release.details.is_under_embargo(moment))

    def put_at(self, stage: Stage, release: Release, signed_by: str, when: datetime) -> Progress:
        """The progress after the editor sets the stage of the release's present state.

        *Siap* is a sign-off; while errors are left, the stage is not reached.
        """
        mark = fingerprint(release)
        arrived = self.arrived
        if stage == "baru" or (stage == "disunting" and arrived == mark):
            arrived = mark if stage == "baru" else ""
        return self._replace(
            arrived=arrived,
            sign_off=SignOff.of(release, signed_by, when) if stage == "siap" else None,
            published=mark if stage == "tayang" else "",
        )

    def _stage(self, release: Release, *, is_waiting: bool) -> Stage:
        mark = fingerprint(release)
        if self.published == mark:
            return "tayang"
        is_free = not self.is_held and not is_waiting
        if self.sign_off is not None and is_free and self.sign_off.covers(release):
            return "siap"
        return "baru" if self.arrived == mark else "disunting"


def fingerprint(release: Release) -> str:
    """A digest of text, marks, photos and details.

    Ignores, checked facts and further sources do not count.
    """
    bare = release._replace(ignores=frozenset(), checks=frozenset(), sources=())
    return _hashed(release_to_json(bare))


def progress_bytes(progress: Progress, release: Release) -> bytes:
    """A release's progress as the journal stores it, including the resulting stage.

    Under an embargo also its end, and the stage until then.
    """
    signed, embargo = progress.sign_off, release.details.embargo
    said = progress._asdict() | {
        "stage": progress._stage(release, is_waiting=False),
        "embargo": embargo.isoformat() if embargo else None,
        "meanwhile": progress._stage(release, is_waiting=True) if embargo else None,
        "sign_off": [signed.name, signed.when.isoformat(), signed.fingerprint] if signed else None,
    }
    return json.dumps(said, separators=(",", ":")).encode("ascii")


def progress_of(data: bytes) -> Progress:
    """Decode ``progress_bytes``; parts that cannot be read count as never having happened."""
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
            _left(fields),
        )
    except (ValueError, TypeError, IndexError, KeyError) as error:
        log_fault(_LOG, "reading the progress of a release", error)
        return Progress()


def stage_of(data: bytes, now: datetime | None = None) -> Stage:
    """The stage in ``progress_bytes``; *disunting* where it cannot be read."""
    fields = _fields(data)
    stage = fields.get("stage")
    with suppress(ValueError, TypeError):
        embargo = datetime.fromisoformat(fields.get("embargo") or "")
        if Details(embargo=embargo).is_under_embargo(now or datetime.now().astimezone()):
            stage = fields.get("meanwhile")
    return cast("Stage", stage) if stage in STAGES else "disunting"


def remaining_work(data: bytes) -> RemainingWork | None:
    """The remaining work in ``progress_bytes``; None where it cannot be read."""
    return _left(_fields(data))


def _left(fields: Mapping[str, Any]) -> RemainingWork | None:
    try:
        errors, warnings = fields["left"]
        return RemainingWork(int(errors), int(warnings))
    except (KeyError, TypeError, ValueError):
        return None


def _fields(data: bytes) -> Mapping[str, Any]:
    try:
        fields = json.loads(data) if data else {}
    except (ValueError, RecursionError) as error:
        log_fault(_LOG, "reading the progress of a release", error)
        return {}
    return fields if isinstance(fields, dict) else {}


def _hashed(data: bytes) -> str:
    return blake2b(data, digest_size=8).hexdigest()
