"""What an editor has chosen in Siap tayang, and what he has signed; nothing here knows Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

from bnews_desk.release import Release


@dataclass(frozen=True, slots=True)
class ExportChoices:
    """The forms a release goes out in, and the folder for the files; the last ones are kept."""

    docx: bool = True
    txt: bool = True
    text_to_clipboard: bool = False
    html_to_clipboard: bool = False
    folder: str = ""

    @property
    def endings(self) -> tuple[str, ...]:
        """The endings of the files that are wanted."""
        return (".docx",) * self.docx + (".txt",) * self.txt

    @property
    def uses_clipboard(self) -> bool:
        """Whether the clipboard gets something."""
        return self.text_to_clipboard or self.html_to_clipboard

    @property
    def is_empty(self) -> bool:
        """Whether no form at all is chosen."""
        return not (self.endings or self.uses_clipboard)


@dataclass(frozen=True, slots=True)
class SignOff:
    """Who has looked a release over, and when; ``fingerprint`` tells which text that was."""

    name: str
    when: datetime
    fingerprint: str

    @classmethod
    def of(cls, release: Release, name: str, when: datetime) -> SignOff:
        """The sign-off of a release as it stands."""
        return cls(name, when, _fingerprint(release))

    def covers(self, release: Release) -> bool:
        """Whether the text is still the one that was looked over."""
        return self.fingerprint == _fingerprint(release)


def _fingerprint(release: Release) -> str:
    return blake2b(release.text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
