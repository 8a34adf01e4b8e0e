"""Edits the newsroom's copy of the style sheet: its registers, ignores and officials.

Each function adds or removes entries and keeps all comments and the layout, or it leaves the file
untouched: the new text is read back before it is written, and it is written atomically. Each
returns the style that the sheet gives afterwards.

Raises ``ReadError`` and ``WriteError`` where the file cannot be used, and ``UsageError`` for a
value that cannot be an entry.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Mapping, MutableMapping, MutableSequence
from typing import TYPE_CHECKING, Any, NamedTuple

from bnews_desk.errors import ReadError, UsageError, WriteError, reason
from bnews_desk.files import read_bytes, write_atomically
from bnews_desk.house.style_sheet import MAX_SHEET_BYTES, StyleFault, load_style_sheet
from bnews_desk.paths import house_sheet
from bnews_desk.text import fold

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

    from bnews_desk.house.officials import Official
    from bnews_desk.house.style import HouseStyle

_GROUP = "ignores"
_OFFICIALS = "officials"


def add_ignore(path: str, rule: str, text: str) -> HouseStyle:
    """Ignore a rule's findings of a text, in any case and with any spacing."""
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
        texts = _texts_of(path, sheet, rule)
        if texts is None:
            sheet[_GROUP][rule] = [text]
            return True
        if any(_is_same_text(old, text) for old in texts):
            return False
        texts.append(text)
        return True

    return change_sheet(path, change)


def remove_ignore(path: str, rule: str, text: str) -> HouseStyle:
    """Stop ignoring a rule's findings of a text; does nothing where they are not ignored."""

    def change(sheet: TOMLDocument) -> bool:
        texts = _texts_of(path, sheet, rule) if _GROUP in sheet else None
        gone = [i for i, old in enumerate(texts or ()) if _is_same_text(old, text)]
        for i in reversed(gone):
            del texts[i]  # type: ignore[union-attr]
        if gone and not texts:
            del sheet[_GROUP][rule]
        return bool(gone)

    return change_sheet(path, change)


def _texts_of(path: str, sheet: TOMLDocument, rule: str) -> MutableSequence[Any] | None:
    """The list of a rule in the sheet; None where it has none."""
    group: Any = sheet[_GROUP]
    if not isinstance(group, MutableMapping):
        raise wrong_kind_error(path, (_GROUP, rule))
    if rule not in group:
        return None
    texts = group[rule]
    if not isinstance(texts, MutableSequence):
        raise wrong_kind_error(path, (_GROUP, rule))
    return texts


def _is_same_text(old: object, text: str) -> bool:
    return isinstance(old, str) and fold(old) == fold(text)


NAME = "gaya-selingkung.toml"
"""The file name of the newsroom's own copy."""
MAX_CODE = 16
"""Greatest length of a source code or initials, in code points."""
_BOM = "\ufeff"

Change = Callable[["TOMLDocument"], bool]
"""Changes a sheet; returns whether anything was changed."""


def ensure_newsroom_sheet(folder: str) -> str:
    """The path of the newsroom's own copy in ``folder``; a missing one is copied from the shipped
    sheet.

    An existing copy is left as it is.
    """
    path = os.path.join(folder, NAME)
    if os.path.lexists(path):
        return path
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        raise WriteError(
            "no-folder",
            f"Folder “{folder}” tidak dapat dibuat ({reason(error)}), jadi gaya selingkung milik"
            " redaksi belum tersimpan; periksa izin folder itu.",
        ) from None
    try:
        write_atomically(path, read_bytes(house_sheet(), MAX_SHEET_BYTES), overwrite=False)
    except WriteError as error:
        if error.kind != "exists":  # another window has made it meanwhile
            raise
    return path


def add_entry(path: str, kind: str, value: str) -> HouseStyle:
    """Register a ``place``, ``source``, ``initials`` or ``editor``; ``kind`` is the field's
    name."""
    adding: dict[str, Callable[[str, str], HouseStyle]] = {
        "place": add_place,
        "source": add_source,
        "initials": add_initials,
        "editor": add_editor,
    }
    return adding[kind](path, value)


def add_source(path: str, code: str, name: str = "") -> HouseStyle:
    """Register a source code and its office ('' where unknown)."""
    return _add_to_table(path, ("source_tag", "sources"), _code(code), _plain(name))


def add_initials(path: str, initials: str, name: str = "") -> HouseStyle:
    """Register a writer's initials and name ('' where unknown)."""
    return _add_to_table(path, ("source_tag", "initials"), _code(initials), _plain(name))


def add_editor(path: str, name: str) -> HouseStyle:
    return _add_to_list(path, ("credit", "editors"), _filled(name))


def add_place(path: str, place: str) -> HouseStyle:
    """Register a place that may open a dateline, in capitals."""
    return _add_to_list(path, ("dateline", "places"), _filled(place).upper())


class PutOfficials(NamedTuple):
    """How many officials were added, how many were changed, and how many were already there."""

    style: HouseStyle
    new: int
    changed: int
    known: int


def put_officials(path: str, officials: Iterable[Official]) -> PutOfficials:
    """Register officials in one write; an entry with the same office, name and first day is
    changed.

    Where an official here lacks a last day or short forms, those in the sheet are kept.
    """
    counts = {"new": 0, "changed": 0, "known": 0}

    def change(sheet: TOMLDocument) -> bool:
        entries = _officials_of(path, sheet)
        terms = {_term(entry): entry for entry in entries if isinstance(entry, MutableMapping)}
        for official in officials:
            values = _official_values(official)
            entry = terms.get(_term(values))
            if entry is None:
                terms[_term(values)] = _append_table(entries, values)
                counts["new"] += 1
                continue
            changed = [k for k in ("until", "short") if k in values and entry.get(k) != values[k]]
            for key in changed:
                entry[key] = values[key]
            counts["changed" if changed else "known"] += 1
        return bool(counts["new"] or counts["changed"])

    style = change_sheet(path, change)
    return PutOfficials(style, **counts)


def _officials_of(path: str, sheet: TOMLDocument) -> MutableSequence[Any]:
    import tomlkit

    if _OFFICIALS not in sheet:
        sheet.append(_OFFICIALS, tomlkit.aot())
    entries: Any = sheet[_OFFICIALS]
    if not isinstance(entries, MutableSequence):
        raise wrong_kind_error(path, (_OFFICIALS,))
    return entries


def _official_values(official: Official) -> dict[str, Any]:
    """An official's keys and values in the order in which they are written."""
    values: dict[str, Any] = {"office": official.office}
    if official.short:
        values["short"] = list(official.short)
    values["name"] = official.name
    for key, day in (("since", official.since), ("until", official.until)):
        if day is not None:
            values[key] = day
    return values


def _term(entry: Mapping[str, Any]) -> tuple[str, str, str]:
    """The identity of an entry: office, name and first day."""
    return fold(str(entry.get("office"))), fold(str(entry.get("name"))), str(entry.get("since"))


def _append_table(
    entries: MutableSequence[Any], values: Mapping[str, Any]
) -> MutableMapping[str, Any]:
    import tomlkit
    from tomlkit.items import AoT

    table: Any = tomlkit.table() if isinstance(entries, AoT) else tomlkit.inline_table()
    table.update(values)
    entries.append(table)
    return entries[-1]  # type: ignore[no-any-return]


def _same(one: str, other: str) -> bool:
    return fold(one) == fold(other)


def _add_to_list(path: str, key: tuple[str, str], entry: str) -> HouseStyle:
    def change(sheet: TOMLDocument) -> bool:
        found = _at(sheet, key)
        if not isinstance(found, MutableSequence):
            raise wrong_kind_error(path, key)
        if any(isinstance(old, str) and _same(old, entry) for old in found):
            return False
        _append(found, entry)
        return True

    return change_sheet(path, change)


def _add_to_table(path: str, key: tuple[str, str], name: str, value: str) -> HouseStyle:
    def change(sheet: TOMLDocument) -> bool:
        found = _at(sheet, key)
        if not isinstance(found, MutableMapping):
            raise wrong_kind_error(path, key)
        if found.get(name) == value or (name in found and not value):
            return False
        found[name] = value
        return True

    return change_sheet(path, change)


def _at(sheet: TOMLDocument, key: tuple[str, str]) -> object:
    """The list or table at a key path.

    One that the sheet lacks is first copied from the shipped sheet, so that a new entry does not
    hide the shipped ones.
    """
    import tomlkit

    group, name = key
    if group not in sheet:
        sheet[group] = tomlkit.table()
    inside: Any = sheet[group]
    if isinstance(inside, MutableMapping) and name not in inside:
        shipped: Any = tomlkit.parse(_text(house_sheet()))
        inside[name] = shipped[group][name].unwrap()
    return inside[name] if isinstance(inside, MutableMapping) else None


def _append(entries: MutableSequence[Any], entry: str) -> None:
    """Add an entry at the end of a list; a multi-line list gets one more line."""
    from tomlkit.items import Array

    if isinstance(entries, Array) and "\n" in entries.as_string():
        entries.add_line(entry, indent=_indent(entries.as_string()))
        closing = entries.as_string()
        if not closing[:-1].rstrip(" \t").endswith("\n"):
            entries.add_line(indent="", newline=True, add_comma=False)
    else:
        entries.append(entry)


def _indent(written: str) -> str:
    """The white space before the last entry of a multi-line list."""
    lines = [line for line in written.split("\n")[1:] if line.strip(" \t]")]
    last = lines[-1] if lines else "    "
    return last[: len(last) - len(last.lstrip(" \t"))]


def change_sheet(path: str, change: Change) -> HouseStyle:
    """Apply ``change`` to the sheet, write it unless that adds faults, and return the new style."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    style, before = load_style_sheet(path)
    written = _text(path)
    is_crlf = "\r\n" in written and written.count("\r\n") == written.count("\n")
    try:
        sheet = tomlkit.parse((written.replace("\r\n", "\n") if is_crlf else written).strip(_BOM))
        if not change(sheet):
            return style
        new = tomlkit.dumps(sheet)
    except TOMLKitError:
        raise _unreadable(path, before) from None
    new = new.replace("\n", "\r\n") if is_crlf else new
    data = ((_BOM if written.startswith(_BOM) else "") + new).encode()
    style, after = _tried(data)
    if len(data) > MAX_SHEET_BYTES or not _told(after) <= _told(before):
        raise WriteError(
            "failed",
            f"Entri baru akan merusak gaya selingkung “{path}”, jadi berkas itu dibiarkan;"
            " tambahkan entri itu dengan penyunting teks.",
        )
    write_atomically(path, data)
    return style


def _text(path: str) -> str:
    try:
        return read_bytes(path, MAX_SHEET_BYTES).decode("utf-8")
    except UnicodeDecodeError:
        raise _unreadable(path, ()) from None
    except ReadError as error:
        if error.kind == "empty":
            return ""
        raise


def _tried(data: bytes) -> tuple[HouseStyle, list[StyleFault]]:
    """The style and the faults of a sheet given as bytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, NAME)
        with open(path, "wb") as file:
            file.write(data)
        return load_style_sheet(path)


def _told(faults: Iterable[StyleFault]) -> frozenset[tuple[str, str]]:
    return frozenset((fault.key, fault.message) for fault in faults)


def _unreadable(path: str, faults: Iterable[StyleFault]) -> ReadError:
    first = next(iter(faults), None)
    where = f" (baris {first.line})" if first and first.line else ""
    return ReadError(
        "damaged",
        f"Gaya selingkung “{path}” salah tulis{where}, jadi tidak ada yang ditambahkan; perbaiki"
        " berkas itu lalu coba lagi.",
    )


def wrong_kind_error(path: str, key: tuple[str, ...]) -> ReadError:
    """The error for a value that is neither a list nor a table."""
    return ReadError(
        "damaged",
        f"“{'.'.join(key)}” di gaya selingkung “{path}” bukan daftar, jadi tidak ada yang"
        " ditambahkan; perbaiki berkas itu lalu coba lagi.",
    )


def _plain(entry: str) -> str:
    """An entry on one line; raises ``UsageError`` where it has characters that a sheet cannot
    hold."""
    plain = " ".join(entry.split())
    if not plain.isprintable():
        raise UsageError(
            "Entri itu memuat tanda yang tidak dapat ditulis; ketik ulang tanpa tanda khusus."
        )
    return plain


def _filled(entry: str) -> str:
    plain = _plain(entry)
    if not plain:
        raise UsageError("Entri itu kosong, jadi tidak ada yang ditambahkan; isi dahulu.")
    return plain


def _code(entry: str) -> str:
    code = _filled(entry).casefold()
    if not code.isalnum() or len(code) > MAX_CODE:
        raise UsageError(
            f"“{code}” tidak dapat menjadi kode; pakai huruf dan angka saja, paling banyak"
            f" {MAX_CODE}."
        )
    return code
