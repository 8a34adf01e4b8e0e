"""Dictionaries that several programs change: no word is lost, nothing else is touched."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import filelock
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bnews_desk import files
from bnews_desk.errors import ReadError, UsageError, WriteError
from bnews_desk.lexicon import user_dictionaries
from bnews_desk.lexicon.user_dictionaries import Dictionary, combined_words
from bnews_desk.paths import HOME_VARIABLE

WRITTEN = b"# nama kecamatan\nWates\n\n  Garum # bukan garam\nKademangan\n# selesai"
LOCK = ".kamus.txt.kunci"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kamus.txt"


def test_without_a_file_there_are_no_words_and_the_first_one_makes_it(path: Path) -> None:
    dictionary = Dictionary(str(path))
    assert (dictionary.words, dictionary.faults) == (frozenset(), ())
    assert dictionary.add("Srengat")
    assert dictionary.words == {"Srengat"}
    assert path.read_bytes() == b"Srengat\n"


def test_the_editors_folder_is_made_but_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "meja" / "saya"))
    own = tmp_path / "meja" / "saya" / "kamus-saya.txt"
    assert Dictionary(str(own)).add("Srengat")
    assert own.read_bytes() == b"Srengat\n"
    away = tmp_path / "lepas" / "kamus-redaksi.txt"  # a share that is not mounted
    with pytest.raises(WriteError) as caught:
        Dictionary(str(away)).add("Srengat")
    assert caught.value.kind == "no-folder"
    assert not away.parent.exists()


def test_a_share_that_goes_away_costs_no_word_that_is_known(tmp_path: Path) -> None:
    share, gone = tmp_path / "bersama", tmp_path / "lepas"
    share.mkdir()
    path = share / "kamus-redaksi.txt"
    path.write_bytes(WRITTEN)
    dictionary = Dictionary(str(path))
    share.rename(gone)
    assert dictionary.reread()
    assert dictionary.words == {"Wates", "Garum", "Kademangan"}
    assert dictionary.is_broken
    assert dictionary.faults == (
        f"Kamus “{path}” tidak terjangkau karena foldernya tidak ada; sambungkan folder itu atau"
        " perbaiki letaknya di gaya selingkung.",
    )
    gone.rename(share)
    assert dictionary.reread()
    assert (dictionary.is_broken, dictionary.faults) == (False, ())


@pytest.mark.posix("modes")
def test_who_may_write_in_the_folder_may_lock(path: Path) -> None:
    for mode, shared in ((0o770, 0o660), (0o700, 0o600)):
        path.parent.chmod(mode)
        Dictionary(str(path)).add(f"kata{mode}x")
        lock = path.parent / LOCK
        assert lock.stat().st_mode & 0o777 == shared
        lock.unlink()


def test_a_word_is_added_at_the_end_and_all_else_stays(path: Path) -> None:
    path.write_bytes(WRITTEN)
    dictionary = Dictionary(str(path))
    assert dictionary.add(" Nglegok ")
    assert path.read_bytes() == WRITTEN + b"\nNglegok\n"
    assert dictionary.words == {"Wates", "Garum", "Kademangan", "Nglegok"}


@pytest.mark.parametrize("word", ["wates", "GARUM", "Kademangan"])
def test_a_word_that_is_there_is_not_added_again(word: str, path: Path) -> None:
    path.write_bytes(WRITTEN)
    assert not Dictionary(str(path)).add(word)
    assert path.read_bytes() == WRITTEN


def test_a_word_is_taken_off_with_its_remark_wherever_it_stands(path: Path) -> None:
    path.write_bytes(WRITTEN + b"\ngarum\n")
    dictionary = Dictionary(str(path))
    assert dictionary.remove("GARUM")
    assert path.read_bytes() == b"# nama kecamatan\nWates\n\nKademangan\n# selesai\n"
    assert not dictionary.remove("garum")
    assert dictionary.remove_all(["kademangan", "wates", "lain"]) == ("Wates", "Kademangan")
    assert dictionary.words == frozenset()


def test_a_word_is_rewritten_where_it_stands(path: Path) -> None:
    path.write_bytes(WRITTEN)
    dictionary = Dictionary(str(path))
    assert dictionary.replace("garum", "Garum-Barat")
    assert path.read_bytes() == WRITTEN.replace(b"  Garum", b"  Garum-Barat")
    assert dictionary.replace("wates", "WATES")
    assert dictionary.words == {"WATES", "Garum-Barat", "Kademangan"}
    assert not dictionary.replace("wates", "WATES")
    assert dictionary.replace("wates", "kademangan")
    assert dictionary.words == {"Garum-Barat", "Kademangan"}
    assert dictionary.replace("hilang", "Ponggok")
    assert dictionary.words == {"Garum-Barat", "Kademangan", "Ponggok"}


def test_windows_line_ends_and_a_byte_order_mark_stay(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbfWates\r\nGarum\r\n")
    dictionary = Dictionary(str(path))
    dictionary.add("Bakung")
    dictionary.remove("wates")
    assert path.read_bytes() == b"\xef\xbb\xbfGarum\r\nBakung\r\n"


def test_lines_that_cannot_be_used_are_told_and_kept(path: Path) -> None:
    path.write_bytes(b"dua kata\ncaf\xe9\nWates\n")
    dictionary = Dictionary(str(path))
    assert dictionary.words == {"Wates"}
    assert [fault.split(": ")[0] for fault in dictionary.faults] == [f"{path}:1", f"{path}:2"]
    dictionary.add("Garum")
    dictionary.remove("Wates")
    assert path.read_bytes() == b"dua kata\ncaf\xe9\nGarum\n"


def test_merging_counts_what_is_new_known_and_unusable(path: Path) -> None:
    path.write_bytes(WRITTEN)
    dictionary = Dictionary(str(path))
    merged = dictionary.merge(["Bakung", "wates", "dua kata", "Bakung", "", "Doko"])
    assert merged == (("Bakung", "Doko"), 2, 2)
    assert path.read_bytes() == WRITTEN + b"\nBakung\nDoko\n"
    stamp = path.stat().st_mtime_ns
    assert dictionary.merge(["wates"]) == ((), 1, 0)
    assert path.stat().st_mtime_ns == stamp


@pytest.mark.parametrize("word", ["", "  ", "dua kata", "a\nb", "#catatan", "12", "x" * 65])
def test_what_is_no_word_is_refused_and_nothing_is_written(word: str, path: Path) -> None:
    with pytest.raises(UsageError):
        Dictionary(str(path)).add(word)
    assert not path.exists()


def test_a_change_by_another_hand_is_seen(path: Path) -> None:
    dictionary = Dictionary(str(path))
    assert not dictionary.reread()
    path.write_bytes(b"Wates\n")
    assert dictionary.reread()
    assert dictionary.words == {"Wates"}
    assert not dictionary.reread()
    path.write_bytes(b"\0noise")
    assert dictionary.reread()
    assert dictionary.words == {"Wates"}, "a broken file costs no word that is known already"
    assert "bukan berkas teks" in dictionary.faults[0]
    path.unlink()
    assert dictionary.reread()
    assert (dictionary.words, dictionary.faults) == (frozenset(), ())


def test_the_own_change_is_no_change_by_another_hand(path: Path) -> None:
    dictionary = Dictionary(str(path))
    dictionary.add("Wates")
    assert not dictionary.reread()


def test_what_another_hand_has_added_meanwhile_stays(path: Path) -> None:
    mine, theirs = Dictionary(str(path)), Dictionary(str(path))
    mine.add("Wates")
    theirs.add("Garum")
    mine.add("Bakung")
    assert path.read_bytes() == b"Wates\nGarum\nBakung\n"
    assert mine.words == {"Wates", "Garum", "Bakung"}


def test_programs_that_write_at_once_lose_no_word(path: Path) -> None:
    script = (
        "import sys; from bnews_desk.lexicon.user_dictionaries import Dictionary\n"
        "for n in range(25): Dictionary(sys.argv[1]).add(sys.argv[2] + 'a' * n)\n"
    )
    writers = [
        subprocess.Popen([sys.executable, "-c", script, str(path), name], env=_environment())
        for name in ("wates", "garum", "bakung", "doko")
    ]
    assert [writer.wait(timeout=120) for writer in writers] == [0] * 4
    expected = {w + "a" * n for w in ("wates", "garum", "bakung", "doko") for n in range(25)}
    assert Dictionary(str(path)).words == expected
    assert len(path.read_bytes().splitlines()) == 100


def _environment() -> dict[str, str]:
    root = str(Path(user_dictionaries.__file__).resolve().parents[2])
    return {**os.environ, "PYTHONPATH": root}


def test_a_dictionary_that_another_program_keeps_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(WRITTEN)
    monkeypatch.setattr(user_dictionaries, "LOCK_SECONDS", 0.05)
    dictionary = Dictionary(str(path))
    with (
        filelock.FileLock(path.parent / LOCK, is_singleton=False),
        pytest.raises(WriteError, match="sedang ditulisi program lain"),
    ):
        dictionary.add("Bakung")
    assert path.read_bytes() == WRITTEN
    assert dictionary.add("Bakung")


class _FailingOs:
    def __init__(self, call: str, code: int) -> None:
        self._call, self._code = call, code

    def __getattr__(self, name: str) -> Any:
        return self._fail if name == self._call else getattr(os, name)

    def _fail(self, *_given: Any, **_named: Any) -> Any:
        raise OSError(self._code, os.strerror(self._code))


CHANGES: list[Callable[[Dictionary], object]] = [
    lambda dictionary: dictionary.add("Bakung"),
    lambda dictionary: dictionary.remove("Wates"),
    lambda dictionary: dictionary.replace("Wates", "Wetan"),
    lambda dictionary: dictionary.merge(["Bakung", "Doko"]),
]


@pytest.mark.parametrize("change", CHANGES, ids=["add", "remove", "replace", "merge"])
@pytest.mark.parametrize(
    ("call", "code", "kind"),
    [
        ("write", errno.ENOSPC, "disk-full"),
        ("fsync", errno.EIO, "failed"),
        ("open", errno.EROFS, "read-only"),
        ("replace", errno.EACCES, "read-only"),
    ],
)
def test_a_failing_disk_costs_nothing(
    change: Callable[[Dictionary], object],
    call: str,
    code: int,
    kind: str,
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path.write_bytes(WRITTEN)
    dictionary = Dictionary(str(path))
    with monkeypatch.context() as patch:
        patch.setattr(files, "os", _FailingOs(call, code))
        if call == "open":  # the reading goes through the same call
            patch.setattr(user_dictionaries, "word_bytes", lambda _path: WRITTEN)
        with pytest.raises(WriteError) as caught:
            change(dictionary)
    assert caught.value.kind == kind
    assert path.read_bytes() == WRITTEN
    assert dictionary.words == {"Wates", "Garum", "Kademangan"}
    assert set(os.listdir(path.parent)) - {LOCK} == {path.name}
    change(dictionary)
    assert dictionary.words != {"Wates", "Garum", "Kademangan"}, "the lock is free again"


@pytest.mark.parametrize(
    ("code", "kind"), [(errno.EACCES, "read-only"), (errno.ENOSPC, "disk-full")]
)
def test_a_folder_that_takes_no_lock_is_told(
    code: int, kind: str, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object, **_named: object) -> None:
        raise OSError(code, os.strerror(code))

    path.write_bytes(WRITTEN)
    monkeypatch.setattr(filelock.FileLock, "acquire", refuse)
    with pytest.raises(WriteError) as caught:
        Dictionary(str(path)).add("Bakung")
    assert caught.value.kind == kind
    assert str(path) in str(caught.value)
    assert path.read_bytes() == WRITTEN


@pytest.mark.parametrize("noise", [b"\0\x01\x02", "Wates\n".encode("utf-16")])
def test_a_file_of_something_else_is_left_alone(noise: bytes, path: Path) -> None:
    path.write_bytes(noise)
    dictionary = Dictionary(str(path))
    with pytest.raises(ReadError) as caught:
        dictionary.add("Bakung")
    assert caught.value.kind == "damaged"
    assert path.read_bytes() == noise


def test_a_full_dictionary_takes_no_more(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_bytes(WRITTEN)
    monkeypatch.setattr(user_dictionaries, "MAX_WORDS", 3)
    with pytest.raises(UsageError, match="sudah penuh"):
        Dictionary(str(path)).add("Bakung")
    monkeypatch.setattr(user_dictionaries, "MAX_WORDS", 100)
    monkeypatch.setattr(user_dictionaries, "MAX_FILE_BYTES", len(WRITTEN) + 2)
    with pytest.raises(UsageError, match="sudah penuh"):
        Dictionary(str(path)).add("Bakung")
    assert path.read_bytes() == WRITTEN


@pytest.mark.posix("symbolic links need a privilege")
def test_a_symbolic_link_stays_one_and_shares_its_targets_lock(path: Path) -> None:
    path.write_bytes(WRITTEN)
    link = path.parent / "tautan.txt"
    link.symlink_to(path)
    Dictionary(str(link)).add("Bakung")
    assert link.is_symlink()
    assert path.read_bytes().endswith(b"Bakung\n")
    assert not (path.parent / ".tautan.txt.kunci").exists()


WORDS = st.from_regex(r"[a-zA-Z]{1,9}", fullmatch=True)
LINES = st.one_of(WORDS.map(str.encode), st.binary(max_size=12))


@given(st.lists(LINES, max_size=12), st.sampled_from([b"\n", b"\r\n", b"\r"]), WORDS, st.booleans())
def test_whatever_stands_in_a_file_a_word_comes_and_goes_alone(
    lines: list[bytes], ending: bytes, word: str, is_ended: bool
) -> None:
    data = ending.join(lines) + ending * is_ended
    with TemporaryDirectory() as folder:
        path = Path(folder) / "kamus.txt"
        path.write_bytes(data)
        dictionary = Dictionary(str(path))
        try:
            is_new = dictionary.add(word)
        except ReadError:
            assert path.read_bytes() == data
            return
        assert path.read_bytes().startswith(data)
        assert {w.casefold() for w in dictionary.words} >= {word.casefold()}
        if is_new:
            dictionary.remove(word)
            assert path.read_bytes().removesuffix(b"\n").removesuffix(b"\r") in (
                data,
                data.removesuffix(b"\n").removesuffix(b"\r"),
            )


def test_own_words_are_those_of_all_files_together_each_once(tmp_path: Path) -> None:
    mine, newsroom, broken = (tmp_path / name for name in ("saya", "redaksi", "rusak"))
    mine.write_text("Wates\n", "utf-8")
    newsroom.write_text("wates\nGARUM\ndua kata\n", "utf-8")
    broken.write_bytes(b"\0")
    told: list[str] = []
    paths = [str(p) for p in (mine, newsroom, broken, tmp_path / "tiada")]
    assert combined_words(paths, told.append) == {"Wates", "GARUM"}
    assert [sentence.startswith(f"{newsroom}:3: ") for sentence in told] == [True, False]
    assert "bukan berkas teks" in told[1]
