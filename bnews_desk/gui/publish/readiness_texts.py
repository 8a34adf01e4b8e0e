"""The texts of Siap tayang and of its export button, for translation."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple, cast

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from bnews_desk.release import FactCheck
from bnews_desk.rules.facts.checked_facts import counted_facts, same_facts
from bnews_desk.rules.readiness import (
    Checklist,
    ChecklistItem,
    FramePartName,
    ItemFact,
    ItemKind,
    ItemState,
    ReadinessVerdict,
)


def _tr(source: str) -> str:
    return QCoreApplication.translate("ReadyPanel", source)


def item_title(kind: ItemKind) -> str:
    """The title of a checklist item."""
    return {
        "headline": _tr("Judul"),
        "frame": _tr("Kelengkapan"),
        "findings": _tr("Temuan"),
        "embargo": _tr("Embargo"),
        "photos": _tr("Foto"),
        "details": _tr("Data terbit"),
        "original": _tr("Rilis asli"),
    }[kind]


def state_label(state: ItemState) -> str:
    """The state of an item in words."""
    return {
        ItemState.READY: _tr("Siap"),
        ItemState.LOOK: _tr("Perlu dicek"),
        ItemState.HELD: _tr("Belum siap"),
    }[state]


def item_detail(fact: ItemFact) -> str:
    """The detail of a checklist item."""
    composed: dict[str, Callable[[Mapping[str, object]], str]] = {
        "frame-missing": lambda v: _tr("Belum ada: {parts}").format(parts=_parts(v)),
        "frame-doubtful": lambda v: _tr("Perlu dicek: {parts}").format(parts=_parts(v)),
        "findings": _findings,
        "embargo-running": lambda v: _tr("Sampai {moment}").format(moment=_moment(v)),
        "embargo-over": lambda v: _tr("Sudah lewat, {moment}").format(moment=_moment(v)),
        "photos-lacking": _lacking,
        "details": _details,
        "original-changed": lambda v: _tr("Belum dicek: {facts} berubah").format(
            facts=counted_facts(v)
        ),
        "original-added": lambda v: _tr("Belum dicek: {facts} ditambah").format(
            facts=counted_facts(v)
        ),
        "original-checked": _checked,
        "original-same": lambda v: same_facts(v) or _tr("Tidak ada fakta yang berubah"),
    }
    if fact.key in composed:
        return composed[fact.key](fact.values)
    return {
        "pending": _tr("Sedang diperiksa…"),
        "headline-missing": _tr("Belum ditulis"),
        "headline": _tr("{words} kata"),
        "headline-long": _tr("{words} kata; biasanya paling banyak {most}"),
        "related-missing": _tr("Belum ada baris baca juga"),
        "frame": _tr("Tempat, {related} baca juga, kode rilis, editor"),
        "findings-none": _tr("Tidak ada yang tersisa"),
        "embargo-none": _tr("Tidak ada embargo"),
        "photos-none": _tr("Tidak ada foto"),
        "photos": _tr("{count} foto, keterangan dan kredit lengkap"),
        "date-missing": _tr("Tanggal terbit belum diisi"),
    }[fact.key].format(**fact.values)


def verdict_text(checklist: Checklist) -> str:
    """The verdict on a release, for the head of the panel and the status line."""
    verdict = checklist.verdict
    if verdict is ReadinessVerdict.NOTES:
        return _tr("Siap tayang · {count} catatan").format(count=checklist.notes)
    return {
        ReadinessVerdict.PENDING: _tr("Sedang diperiksa…"),
        ReadinessVerdict.HELD: _tr("Belum siap tayang"),
        ReadinessVerdict.READY: _tr("Siap tayang"),
    }[verdict]


def short_blockers_text(blockers: Sequence[ChecklistItem]) -> str:
    """The first reason that blocks publication, for a button; '' when there is none."""
    by_kind = {item.kind: item.fact for item in blockers}
    if "findings" in by_kind:
        return _errors(by_kind["findings"].values)
    if "frame" in by_kind:
        first = cast(Sequence[FramePartName], by_kind["frame"].values["parts"])[0]
        return _tr("{part} belum ada").format(part=_part_names()[first])
    if "original" in by_kind:
        return _unchecked(by_kind["original"].values)
    return _tr("masih embargo") if "embargo" in by_kind else ""


def export_question_title(blockers: Sequence[ChecklistItem]) -> str:
    """The title of the export question: the findings left, if any."""
    for item in blockers:
        if item.kind == "findings":
            count = item.fact.values["error"]
            return _tr("{count} temuan belum diselesaikan").format(count=count)
    return _tr("Naskah belum siap tayang")


def export_question(blockers: Sequence[ChecklistItem]) -> str:
    """The question before a release with ``blockers`` is exported."""
    reasons = []
    for item in blockers:
        if item.kind == "findings":
            reasons.append(_errors(item.fact.values))
        elif item.kind == "embargo":
            reasons.append(_tr("embargo sampai {moment}").format(moment=_moment(item.fact.values)))
        elif item.kind == "original":
            reasons.append(_unchecked(item.fact.values))
        else:
            reasons.append(_tr("{parts} belum ada").format(parts=_parts(item.fact.values)))
    told = _tr(
        "Masih tersisa: {reasons}. Naskah tetap dapat diekspor sekarang, tetapi belum ditandai"
        " Tayang."
    )
    return told.format(reasons="; ".join(reasons))


def join_names(names: Sequence[str]) -> str:
    """``DOCX``, ``DOCX dan TXT``, ``DOCX, TXT, dan HTML``."""
    if len(names) < 2:
        return "".join(names)
    *others, last = names
    comma = "," if len(others) > 1 else ""
    return _tr("{others} dan {last}").format(others=", ".join(others) + comma, last=last)


class ButtonText(NamedTuple):
    """The text of the export button, and its tooltip."""

    text: str
    about: str


def export_button_text(blockers: Sequence[ChecklistItem], *, is_out: bool) -> ButtonText:
    """The export button's texts; ``is_out`` when the release is *tayang* in its present state."""
    held = short_blockers_text(blockers)
    if held:
        return ButtonText(
            _tr("Ekspor · {held}").format(held=held),
            _tr("Menyimpan semua bentuk yang dicentang; rilis belum ditandai Tayang"),
        )
    if is_out:
        return ButtonText(
            _tr("Ekspor lagi"),
            _tr("Menyimpan semua bentuk yang dicentang; rilis sudah ditandai Tayang"),
        )
    return ButtonText(
        _tr("Ekspor dan tandai Tayang"),
        _tr("Menyimpan semua bentuk yang dicentang lalu menandai rilis Tayang"),
    )


def check_text(check: FactCheck) -> str:
    """``Zainul Arifin, 3/12 10.51``."""
    when = check.when.astimezone()
    moment = f"{when.day}/{when.month} {time_of(when)}"
    return f"{check.name}, {moment}" if check.name else moment


def _unchecked(counts: Mapping[str, object]) -> str:
    total = sum(cast(int, count) for count in counts.values())
    return _tr("{count} fakta belum dicek").format(count=total)


def _checked(values: Mapping[str, object]) -> str:
    told = check_text(cast(FactCheck, values["check"]))
    said = _tr("{words}: dicek {told}").format(words=values["words"], told=told)
    more = _tr("; {count} lainnya juga").format(count=values["others"]) if values["others"] else ""
    return said + more


def time_of(moment: datetime) -> str:
    """``10.58``."""
    return f"{moment:%H.%M}"


def _part_names() -> dict[FramePartName, str]:
    return {
        "dateline": _tr("dateline"),
        "source_tag": _tr("kode rilis"),
        "credit": _tr("nama editor"),
    }


def _parts(values: Mapping[str, object]) -> str:
    names = _part_names()
    return ", ".join(names[part] for part in cast(Sequence[FramePartName], values["parts"]))


def _errors(values: Mapping[str, object]) -> str:
    return _tr("{count} wajib diperbaiki").format(count=values["error"])


def _findings(values: Mapping[str, object]) -> str:
    named = (
        ("error", _tr("{count} wajib diperbaiki")),
        ("warning", _tr("{count} perlu dicek")),
        ("suggestion", _tr("{count} saran")),
    )
    return ", ".join(said.format(count=values[key]) for key, said in named if values[key])


def _lacking(values: Mapping[str, object]) -> str:
    named = (
        ("captions", _tr("{count} keterangan")),
        ("credits", _tr("{count} kredit")),
        ("alt_texts", _tr("{count} teks alt")),
    )
    lacking = ", ".join(said.format(count=values[key]) for key, said in named if values[key])
    return _tr("Belum ada: {parts}").format(parts=lacking)


def _details(values: Mapping[str, object]) -> str:
    said = [_day(cast(date, values["date"]))]
    if values["category"]:
        said.append(str(values["category"]))
    if values["tags"]:
        said.append(_tr("{count} tag").format(count=values["tags"]))
    if values["advertorial"]:
        said.append(_tr("advertorial"))
    return ", ".join(said)


def _moment(values: Mapping[str, object]) -> str:
    until = cast(datetime, values["until"])
    return _tr("{day} pukul {time}").format(day=_day(until.date()), time=time_of(until))


def _day(day: date) -> str:
    """``Kamis, 14 November 2024``."""
    locale = QLocale(QLocale.Language.Indonesian)
    return locale.toString(QDate(day.year, day.month, day.day), "dddd, d MMMM yyyy")
