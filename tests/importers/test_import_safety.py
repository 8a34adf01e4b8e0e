"""What arrives cannot reach out, take the machine down, or be lost in silence."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any

import hostile_files
import pytest
from sample_files import SOUND, WORDS

from bnews_desk.errors import ReadError
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.importers import file_reading, import_formats, limits
from bnews_desk.importers.file_reading import read_data
from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.importers.limits import within_limits

READER = FrameReader(load_style_sheet()[0])
MOST_SECONDS = 15.0
"""Less than the limit of an import: nothing here may run into it, even on a busy machine."""
_REACHING_OUT = ("socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.system", "urllib.")


class Watch:
    """Hears of every file, process and connection of this process while it ``is_on``."""

    def __init__(self) -> None:
        self.is_on = False
        self.seen: list[str] = []
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.is_on and (event == "open" or event.startswith(_REACHING_OUT)):
            self.seen.append(f"{event} {arguments[0]!r}")

    @contextmanager
    def on(self) -> Iterator[None]:
        """Listen to what runs inside."""
        self.seen, self.is_on = [], True
        try:
            yield
        finally:
            self.is_on = False


@pytest.fixture(scope="module")
def watch() -> Watch:
    """One for the process: such a hook cannot be taken away."""
    return Watch()


def _is_a_sentence(message: str) -> bool:
    return message.endswith(".") and "\n" not in message


def read(name: str, data: bytes) -> ImportedRelease | ReadError:
    """What comes of a file of a format, its name followed by what it is a case of."""
    begun = monotonic()
    try:
        with within_limits():
            found = read_data(data, name.partition(",")[0], READER)
    except ReadError as error:
        return error if _is_a_sentence(str(error)) else pytest.fail(str(error))
    finally:
        assert monotonic() - begun < MOST_SECONDS
    text = found.release.text
    assert all(0 <= mark.start < mark.end <= len(text) for mark in found.release.marks)
    return found


def text_of(found: ImportedRelease | ReadError) -> str:
    assert isinstance(found, ImportedRelease), found
    return found.release.text


def kind_of(found: ImportedRelease | ReadError) -> str:
    assert isinstance(found, ReadError), found.release.text[:200]
    return found.kind


def test_every_format_has_a_specimen() -> None:
    assert set(SOUND) | {"doc"} == set(import_formats.import_format_keys())
    assert all(WORDS in text_of(read(key, data)) for key, data in SOUND.items())


@pytest.mark.parametrize("name", hostile_files.OUTSIDE)
def test_nothing_elsewhere_is_asked_for(name: str, watch: Watch) -> None:
    data = hostile_files.OUTSIDE[name]
    read(name, data)  # what it loads and reads of our own is loaded
    with watch.on():
        found = read(name, data)
    assert watch.seen == []
    assert WORDS in text_of(found)


@pytest.mark.parametrize("name", hostile_files.TRAVERSAL)
def test_no_name_leads_out_of_the_file(name: str, watch: Watch) -> None:
    data = hostile_files.TRAVERSAL[name]
    read(name, data)
    with watch.on():
        found = read(name, data)
    assert watch.seen == []
    assert WORDS in text_of(found)
    assert isinstance(found, ImportedRelease)
    assert not any(sign in file.name for file in found.attachments for sign in ("/", "\\", ".."))
    assert not any(sign in photo.name for photo in found.release.photos for sign in ("/", "\\"))


def test_the_watch_hears() -> None:
    watch = Watch()
    with watch.on(), open("/dev/null", "rb"):
        pass
    assert watch.seen == ["open '/dev/null'"]


def test_an_archive_that_grows_without_end_is_too_large() -> None:
    for name, data in hostile_files.bombs().items():
        assert kind_of(read(name, data)) == "too-large"


@pytest.mark.parametrize("name", hostile_files.ENTITIES)
def test_entities_are_refused(name: str) -> None:
    assert kind_of(read(name, hostile_files.ENTITIES[name])) == "hostile"


@pytest.mark.parametrize("name", hostile_files.CYCLES)
def test_what_leads_back_to_itself_ends(name: str) -> None:
    assert WORDS in text_of(read(name, hostile_files.CYCLES[name]))


@pytest.mark.parametrize("name", hostile_files.NESTS)
def test_deep_nesting_is_read_or_refused(name: str) -> None:
    found = read(name, hostile_files.NESTS[name])
    if isinstance(found, ImportedRelease):
        assert WORDS in found.release.text
    else:
        assert found.kind in {"hostile", "damaged", "too-large"}


@pytest.mark.parametrize("name", hostile_files.HUGE)
def test_a_picture_of_any_size_is_only_bytes(name: str) -> None:
    found = read(name, hostile_files.HUGE[name])
    assert WORDS in text_of(found)
    assert isinstance(found, ImportedRelease)
    assert all(data == hostile_files.PICTURE for data in found.pictures.values())


@pytest.mark.parametrize("name", hostile_files.LOCKED)
def test_a_file_behind_a_password_is_told_so(name: str) -> None:
    found = read(name, hostile_files.LOCKED[name])
    assert kind_of(found) == "encrypted"
    assert "sandi" in str(found)


@pytest.mark.parametrize("promised", SOUND)
@pytest.mark.parametrize("actual", SOUND)
def test_a_name_that_lies_gets_the_right_reader_or_a_sentence(promised: str, actual: str) -> None:
    found = read(promised, SOUND[actual])
    if isinstance(found, ImportedRelease):
        assert "Festival Kopi" in found.release.text
        assert "\x00" not in found.release.text
    else:
        assert found.kind == "wrong-type"


@pytest.mark.parametrize("key", SOUND)
def test_a_file_that_was_cut_off_ends_in_its_words_or_a_sentence(key: str) -> None:
    data = SOUND[key]
    for tenth in range(10):
        found = read(key, data[: len(data) * tenth // 10])
        if isinstance(found, ImportedRelease):
            assert "\x00" not in found.release.text
        else:
            assert found.kind in {"damaged", "empty", "wrong-type", "no-text"}


def test_a_reader_that_does_not_come_back_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(*_: object) -> ImportedRelease:
        while True:
            pass

    monkeypatch.setattr(limits, "MAX_SECONDS", 0.2)
    monkeypatch.setattr(file_reading, "_read", endless)
    assert kind_of(read("txt", SOUND["txt"])) == "too-slow"


GREEDY = """
import sys
from bnews_desk.errors import ReadError
from bnews_desk.importers.limits import limit_memory, within_limits
limit_memory()
try:
    with within_limits():
        bytearray(2_000_000_000)
except ReadError as error:
    sys.exit(0 if error.kind == "too-large" else 3)
sys.exit(4)
"""


@pytest.mark.posix("there the process that starts a reader holds it to its memory")
@pytest.mark.skipif(sys.platform == "darwin", reason="macOS holds no process to its memory")
def test_a_reader_that_takes_all_memory_is_ended() -> None:
    assert subprocess.run([sys.executable, "-c", GREEDY], check=False).returncode == 0
