"""Texts for the fields of the frame: names, reasons, remedies."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from bnews_desk.frame.field_states import FieldCondition, FieldName, FieldState, Remedy


def _tr(source: str) -> str:
    return QCoreApplication.translate("FramePanel", source)


def field_label(name: FieldName) -> str:
    """The label of a field."""
    return {
        "place": _tr("Tempat"),
        "source": _tr("Sumber"),
        "initials": _tr("Inisial"),
        "editor": _tr("Editor"),
    }[name]


def frame_part_name(name: FieldName) -> str:
    """The frame part that a field belongs to, as named inside a sentence."""
    return {
        "place": _tr("Dateline"),
        "source": _tr("Kode rilis"),
        "initials": _tr("Kode rilis"),
        "editor": _tr("Nama editor"),
    }[name]


def condition_label(condition: FieldCondition) -> str:
    """The condition in words; '' for none."""
    return {
        FieldCondition.OPEN: "",
        FieldCondition.FOUND: _tr("Lengkap"),
        FieldCondition.DOUBTFUL: _tr("Perlu dicek"),
        FieldCondition.MISSING: _tr("Belum ada"),
    }[condition]


def condition_reason(name: FieldName, state: FieldState) -> str:
    """The reason for a field's condition and what to do, in one sentence."""
    part = frame_part_name(name)
    if state.reason == "unknown":
        return _tr(
            "{field} “{subject}” tidak terdaftar di gaya selingkung; periksa ejaannya atau"
            " tambahkan ke daftar."
        ).format(field=field_label(name), subject=state.subject)
    if state.reason == "found":
        return _tr("{field} sudah ada dan terdaftar.").format(field=field_label(name))
    sentence = {
        "draft": _tr("{part} belum ada; isi di sini atau tulis di naskah."),
        "missing": _tr("{part} belum ada di naskah; isi di sini, atau pakai tautan di bawahnya."),
        "odd": _tr("{part} ada, tetapi bentuknya belum baku; seharusnya “{subject}”."),
        "misplaced": _tr("{part} tidak berada di tempatnya; pindahkan ke akhir berita."),
        "several": _tr("{part} tercantum lebih dari sekali; sisakan satu di naskah."),
    }[state.reason]
    return sentence.format(part=part, subject=state.subject.strip())


def remedy_label(remedy: Remedy, state: FieldState) -> str:
    """The text of a remedy's link."""
    if remedy.kind == "register":
        return _tr("Tambahkan ke daftar")
    if remedy.kind == "tidy":
        return _tr("Pindahkan") if state.reason == "misplaced" else _tr("Tulis bentuk baku")
    if state.condition is FieldCondition.DOUBTFUL:
        return _tr("Ganti ke {value}").format(value=remedy.value)
    return _tr("Tambahkan {value}").format(value=remedy.value)


def short_remedy_label(remedy: Remedy, state: FieldState) -> str:
    """The text of a remedy's link where room is short."""
    if remedy.kind == "register":
        return _tr("Tambahkan…")
    return remedy_label(remedy, state)


def field_written_message(name: FieldName, value: str) -> str:
    """The status message after a field was written into the text."""
    if value:
        return _tr("{field} ditulis: {value}.").format(field=field_label(name), value=value)
    return _tr("{part} dihapus dari naskah.").format(part=frame_part_name(name))
