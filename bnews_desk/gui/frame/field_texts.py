"""Words for the fields of the frame: names, reasons, remedies."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from bnews_desk.frame.field_states import FieldCondition, FieldName, FieldState, Remedy


def _tr(source: str) -> str:
    return QCoreApplication.translate("FramePanel", source)


def field_label(name: FieldName) -> str:
    """What stands before a field."""
    return {
        "place": _tr("Tempat"),
        "source": _tr("Sumber"),
        "initials": _tr("Inisial"),
        "editor": _tr("Editor"),
    }[name]


def frame_part_name(name: FieldName) -> str:
    """What the field is a part of, as it is called inside a sentence."""
    return {
        "place": _tr("Dateline"),
        "source": _tr("Kode rilis"),
        "initials": _tr("Kode rilis"),
        "editor": _tr("Nama editor"),
    }[name]


def condition_label(condition: FieldCondition) -> str:
    """The shape beside a field in words; '' where there is none."""
    return {
        FieldCondition.OPEN: "",
        FieldCondition.FOUND: _tr("Lengkap"),
        FieldCondition.DOUBTFUL: _tr("Perlu dicek"),
        FieldCondition.MISSING: _tr("Belum ada"),
    }[condition]


def condition_reason(name: FieldName, state: FieldState) -> str:
    """Why a field stands as it does and what to do: one sentence."""
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
    """What a remedy's link says."""
    if remedy.kind == "register":
        return _tr("Tambahkan ke daftar")
    if remedy.kind == "tidy":
        return _tr("Pindahkan") if state.reason == "misplaced" else _tr("Tulis bentuk baku")
    if state.condition is FieldCondition.DOUBTFUL:
        return _tr("Ganti ke {value}").format(value=remedy.value)
    return _tr("Tambahkan {value}").format(value=remedy.value)


def short_remedy_label(remedy: Remedy, state: FieldState) -> str:
    """The same where there is little room."""
    if remedy.kind == "register":
        return _tr("Tambahkan…")
    return remedy_label(remedy, state)


def field_written_message(name: FieldName, value: str) -> str:
    """What the status line says when a field has been written into the text."""
    if value:
        return _tr("{field} ditulis: {value}.").format(field=field_label(name), value=value)
    return _tr("{part} dihapus dari naskah.").format(part=frame_part_name(name))
