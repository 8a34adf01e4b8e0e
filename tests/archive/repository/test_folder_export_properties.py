"""Whatever an archive holds goes out, comes back and goes out the same; whatever else comes in is
refused in one sentence."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from archive_move_kit import everything
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from repository_kit import HARVEST, ODD, ORIGINAL, PHOTO, PHOTO_DIGEST, ROAD, Clock, reader
from repository_kit import START as NOW

from bnews_desk.archive.journal.pending_writes import OriginalNote
from bnews_desk.archive.release_progress import STAGES
from bnews_desk.archive.repository.archive_errors import ArchiveError
from bnews_desk.archive.repository.archive_values import DismissedProposal, ExportRecord
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.repository.folder_export import LINES
from bnews_desk.archive.repository.folder_import import import_archive
from bnews_desk.archive.repository.open_archive import open_archive
from bnews_desk.receipt import Receipt, ReceiptEntry
from bnews_desk.release import Details, FactCheck, Ignore, Mark, Photo, Release, Source

EXAMPLES = 15
HOSTILE = 40
FEW = HealthCheck.function_scoped_fixture
TEXTS = st.text(st.characters(exclude_categories=()), max_size=40)
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)
PHOTOS = st.binary(min_size=1, max_size=20)
MOMENTS = st.floats(0, 4e9, allow_nan=False)
ZONES = st.none() | st.integers(-12, 12).map(lambda hours: timezone(timedelta(hours=hours)))
TIMES = st.datetimes(datetime(1990, 1, 1), timezones=ZONES)
DETAILS = st.builds(
    Details,
    st.none() | st.dates(date(1990, 1, 1)),
    TEXTS,
    TEXTS,
    st.lists(TEXTS, max_size=3).map(tuple),
    *(TEXTS,) * 3,
    st.none() | TIMES,
    st.booleans(),
)


@st.composite
def releases(draw: st.DrawFn, photos: list[bytes]) -> Release:
    """A release of any text, with all that may belong to it."""
    text = draw(TEXTS) + "\n" + "\n".join(draw(st.lists(TEXTS, min_size=1, max_size=3)))
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    kinds = st.sampled_from(["bold", "italic", "link"])
    marks = [
        Mark(start, end, kind, draw(TEXTS) if kind == "link" else "")
        for (start, end), kind in draw(st.lists(st.tuples(spans, kinds), max_size=3))
        if start < end
    ]
    hung = tuple(
        Photo(hashlib.sha256(data).hexdigest(), draw(st.integers(0, 3)), *(draw(TEXTS),) * 4)
        for data in photos
    )
    ignores = draw(st.frozensets(st.builds(Ignore, WORDS, TEXTS, st.none() | WORDS), max_size=2))
    checks = draw(st.frozensets(st.builds(FactCheck, *(TEXTS,) * 5, TIMES), max_size=2))
    sources = draw(st.lists(st.builds(Source, TEXTS, TEXTS), max_size=1).map(tuple))
    return Release(text, tuple(marks), hung, draw(DETAILS), ignores, checks, sources)


@st.composite
def originals(draw: st.DrawFn) -> OriginalNote | None:
    entry = st.builds(
        ReceiptEntry,
        WORDS,
        *(st.integers(0, 9),) * 3,
        st.lists(TEXTS, max_size=2).map(tuple),
        TEXTS,
    )
    receipt = Receipt(tuple(draw(st.lists(entry, max_size=2))))
    data = draw(st.binary(max_size=30))
    return draw(
        st.none() | st.builds(OriginalNote, TEXTS, st.just(data), st.just(receipt), MOMENTS)
    )


def put_release(draw: st.DrawFn, vault: DatabaseArchive, clock: Clock, key: str) -> None:
    """Something of everything that may hang on a release."""
    photos = draw(st.lists(PHOTOS, max_size=2, unique=True))
    known = {hashlib.sha256(data).hexdigest(): data for data in photos}
    vault.add(key, draw(releases(photos)), draw(originals()), known)
    for _ in range(draw(st.integers(0, 2))):
        clock.now += draw(st.floats(0, 900))
        changed = vault.get(key)._replace(
            release=draw(releases(photos)),
            status=draw(st.sampled_from(STAGES)),
            address=draw(st.sampled_from(["", "https://b-news.id/panen?a=1&b=ß"])),
        )
        vault.save(changed)
        vault.keep_version(key, draw(st.sampled_from(["rapikan", "ekspor", "pulih", "bentrok"])))
    for name in draw(st.lists(TEXTS, max_size=2)):
        vault.note_export(
            key, ExportRecord(draw(MOMENTS), draw(WORDS), name, draw(st.integers(0, 9)))
        )
    for subject in draw(st.lists(WORDS, max_size=2)):
        vault.dismiss(key, DismissedProposal(draw(WORDS), subject))
    if draw(st.booleans()):
        vault.delete(key)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive that was begun: to copy it is quicker than to begin another."""
    path = tmp_path_factory.mktemp("kosong") / "arsip.db"
    open_archive(str(path), reader()).close()
    return path


@given(data=st.data())
@settings(max_examples=EXAMPLES, suppress_health_check=[FEW, HealthCheck.too_slow])
def test_what_goes_out_comes_back_and_goes_out_the_same(empty: Path, data: st.DataObject) -> None:
    clock = Clock()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for archive in ("satu.db", "dua.db"):
            shutil.copyfile(empty, folder / archive)
        with closing(open_archive(str(folder / "satu.db"), reader(), clock)) as vault:
            for number in range(data.draw(st.integers(0, 3))):
                put_release(data.draw, vault, clock, f"k-{number}")
            vault.change_words(data.draw(st.lists(WORDS, max_size=3)))
            vault.change_ignores(data.draw(st.lists(st.tuples(WORDS, WORDS), max_size=3)))
            first = everything(vault, folder / "keluar")
        with closing(open_archive(str(folder / "dua.db"), reader(), Clock())) as again:
            list(import_archive(str(folder / "keluar"), again))
            assert again.faults() == []
            assert everything(again, folder / "lagi") == first


ODD_VALUES: tuple[Any, ...] = (
    *(None, True, -1, 0, 2**31, 10**400, 1e308, float("nan"), float("inf")),
    *("", "x", "../../etc/passwd", "\ud800", "\x00", "0" * 64, [], {}, [[]], {"a": 1}),
    *([None], [["a"]], [["a", "b", "c"]], [{"text": 1}], "A" * 70, "9999-99-99"),
)


@pytest.fixture(scope="module")
def exported(empty: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An export with something of everything."""
    folder = tmp_path_factory.mktemp("ekspor")
    shutil.copyfile(empty, folder / "arsip.db")
    with closing(open_archive(str(folder / "arsip.db"), reader(), Clock())) as vault:
        vault.add("a", ODD, ORIGINAL, {PHOTO_DIGEST: PHOTO})
        vault.add("b", HARVEST)
        vault.save(vault.get("b")._replace(release=ROAD, status="siap"))
        vault.keep_version("b", "ekspor")
        vault.note_export("b", ExportRecord(NOW, "docx", "Jalan \udcff.docx", 2))
        vault.dismiss("b", DismissedProposal("related", "a"))
        vault.change_words(["zonasi"])
        vault.change_ignores([("spelling", "kata")])
        everything(vault, folder / "keluar")
    return folder / "keluar"


def places(value: object, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where something stands inside a line."""
    if at:
        yield at
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from places(inner, (*at, name))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from places(inner, (*at, number))


def put(value: Any, at: tuple[Any, ...], odd: object) -> None:
    for step in at[:-1]:
        value = value[step]
    value[at[-1]] = odd


@given(data=st.data())
@settings(max_examples=HOSTILE, suppress_health_check=[FEW, HealthCheck.too_slow])
def test_whatever_is_written_into_an_export_nothing_but_a_sentence_comes_of_it(
    empty: Path, exported: Path, data: st.DataObject
) -> None:
    lines = [json.loads(line) for line in (exported / LINES).read_text().splitlines()]
    kinds = ("odd", "odd", "odd", "cut", "twice", "gone", "noise")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "masuk"
        shutil.copytree(exported, folder)
        number = data.draw(st.integers(0, len(lines) - 1))
        match data.draw(st.sampled_from(kinds)):
            case "odd":
                at = data.draw(st.sampled_from(list(places(lines[number]))))
                put(lines[number], at, data.draw(st.sampled_from(ODD_VALUES)))
            case "twice":
                lines.insert(number, lines[number])
            case "gone":
                at = data.draw(st.sampled_from(list(places(lines[number]))))
                put(lines[number], at, None)
        whole = "\n".join(map(json.dumps, lines)).encode()
        place = data.draw(st.integers(0, len(whole)))
        match data.draw(st.sampled_from(("whole", "whole", "cut", "noise"))):
            case "cut":
                whole = whole[:place]
            case "noise":
                whole = whole[:place] + data.draw(st.binary(max_size=9)) + whole[place + 9 :]
        (folder / LINES).write_bytes(whole)
        shutil.copyfile(empty, folder.parent / "arsip.db")
        with closing(open_archive(str(folder.parent / "arsip.db"), reader(), Clock())) as vault:
            try:
                list(import_archive(str(folder), vault))
            except ArchiveError as error:
                said = str(error)
                assert said.endswith(".")
                assert "kode SQLite" not in said
            assert [fault for fault in vault.faults() if not fault.startswith("Foto ")] == []
            assert {one.created for one in vault.list_releases()} <= {NOW, 0, 1e308, -1, 2**31}
