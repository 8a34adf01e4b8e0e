"""What the newsroom does not want to see again, in its own copy of the style sheet.

As in :mod:`~bnews_desk.house.own_sheet`: one entry more or less, everything else as it was, or
the file untouched; the same errors are raised.
"""

from __future__ import annotations

from collections.abc import MutableMapping, MutableSequence
from typing import TYPE_CHECKING, Any

from bnews_desk.errors import UsageError
from bnews_desk.house.own_sheet import changed, wrong_kind
from bnews_desk.text import fold

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

    from bnews_desk.house.style import HouseStyle

_GROUP = "ignores"


def add_ignore(path: str, rule: str, text: str) -> HouseStyle:
    """Pass over a rule's findings of a text, in any case and with any spaces, from now on."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise UsageError(
            "Teks ini memuat tanda yang tidak dapat ditulis di gaya selingkung; abaikan di rilis"
            " ini saja."
        ) from None

    def change(sheet: TOMLDocument) -> bool:
        import tomlkit

        if _GROUP not in sheet:
            sheet[_GROUP] = tomlkit.table()
        texts = _texts(path, sheet, rule)
        if texts is None:
            sheet[_GROUP][rule] = [text]
            return True
        if any(_same(old, text) for old in texts):
            return False
        texts.append(text)
        return True

    return changed(path, change)


def remove_ignore(path: str, rule: str, text: str) -> HouseStyle:
    """Mark a rule's findings of a text again; nothing where they were not passed over."""

    def change(sheet: TOMLDocument) -> bool:
        texts = _texts(path, sheet, rule) if _GROUP in sheet else None
        gone = [i for i, old in enumerate(texts or ()) if _same(old, text)]
        for i in reversed(gone):
            del texts[i]  # type: ignore[union-attr]
        if gone and not texts:
            del sheet[_GROUP][rule]
        return bool(gone)

    return changed(path, change)


def _texts(path: str, sheet: TOMLDocument, rule: str) -> MutableSequence[Any] | None:
    """A rule's list in the sheet, None where it has none."""
    group: Any = sheet[_GROUP]
    if not isinstance(group, MutableMapping):
        raise wrong_kind(path, (_GROUP, rule))
    if rule not in group:
        return None
    texts = group[rule]
    if not isinstance(texts, MutableSequence):
        raise wrong_kind(path, (_GROUP, rule))
    return texts


def _same(old: object, text: str) -> bool:
    return isinstance(old, str) and fold(old) == fold(text)
