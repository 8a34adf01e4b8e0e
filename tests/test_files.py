"""No failure of a disk costs what stood there before, and each is told in plain words."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bnews_desk import files
from bnews_desk.errors import ReadError, WriteError
from bnews_desk.files import read_bytes, write_atomically

OLD = b"naskah lama"
NEW = ("naskah baru, lebih panjang dari yang lama\n" * 50).encode()


class FailingOs:
    """The ``os`` module with one call that fails; the others do their work."""

    def __init__(self, call: str, code: int, *, after: int = 0) -> None:
        self._call, self._code, self._after = call, code, after

    def __getattr__(self, name: str) -> Any:
        if name != self._call:
            return getattr(os, name)
        return self._fail_in_turn

    def _fail_in_turn(self, *given: Any, **named: Any) -> Any:
        if self._after:
            self._after -= 1
            return getattr(os, self._call)(*given, **named)
        if self._call == "close":  # it is closed whatever is said of it
            os.close(*given)
        raise OSError(self._code, os.strerror(self._code))


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "berita.txt"
    path.write_bytes(OLD)
    return path


BEFORE_THE_NEW_NAME = [
    ("open", errno.ENOSPC, "disk-full"),
    ("open", errno.EROFS, "read-only"),
    ("open", errno.EACCES, "read-only"),
    ("open", errno.EMFILE, "failed"),
    ("write", errno.ENOSPC, "disk-full"),
    ("write", errno.EDQUOT, "disk-full"),
    ("write", errno.EIO, "failed"),
    ("fsync", errno.ENOSPC, "disk-full"),
    ("fsync", errno.EIO, "failed"),
    ("close", errno.EDQUOT, "disk-full"),
    ("replace", errno.EPERM, "read-only"),
    ("replace", errno.EXDEV, "failed"),
    ("stat", errno.EACCES, "read-only"),
]


@pytest.mark.parametrize(("call", "code", "kind"), BEFORE_THE_NEW_NAME)
def test_a_failure_leaves_the_old_file_and_nothing_else(
    call: str, code: int, kind: str, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "os", FailingOs(call, code))
    with pytest.raises(WriteError) as caught:
        write_atomically(str(target), NEW)
    assert caught.value.kind == kind
    assert str(target) in str(caught.value)
    assert target.read_bytes() == OLD
    assert os.listdir(target.parent) == [target.name]


def test_a_disk_that_fills_up_halfway_leaves_the_old_file(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "os", FailingOs("write", errno.ENOSPC, after=1))
    monkeypatch.setattr(os, "write", _first_bytes_only(os.write))
    with pytest.raises(WriteError, match="ruang disk habis"):
        write_atomically(str(target), NEW)
    assert target.read_bytes() == OLD
    assert os.listdir(target.parent) == [target.name]


def _first_bytes_only(write: Callable[[int, Any], int]) -> Callable[[int, Any], int]:
    return lambda descriptor, data: write(descriptor, data[:7])


def test_a_disk_that_takes_a_few_bytes_at_a_time_gets_all(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "write", _first_bytes_only(os.write))
    write_atomically(str(target), NEW)
    assert target.read_bytes() == NEW


def test_an_interrupt_leaves_the_old_file_and_nothing_else(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(str(target), NEW)
    assert target.read_bytes() == OLD
    assert os.listdir(target.parent) == [target.name]


@pytest.mark.posix("no folder is synced there")
@pytest.mark.parametrize(("call", "after"), [("open", 1), ("fsync", 1)])
def test_a_folder_that_fails_to_sync_is_told_and_the_new_file_stands_whole(
    call: str, after: int, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "os", FailingOs(call, errno.EIO, after=after))
    with pytest.raises(WriteError, match="sudah ditulis") as caught:
        write_atomically(str(target), NEW)
    assert caught.value.kind == "failed"
    assert target.read_bytes() == NEW
    assert os.listdir(target.parent) == [target.name]


@pytest.mark.posix("no folder is synced there")
@pytest.mark.parametrize("code", [errno.EINVAL, errno.ENOTSUP, errno.EACCES])
def test_a_folder_that_cannot_be_synced_at_all_is_no_failure(
    code: int, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "os", FailingOs("fsync", code, after=1))
    write_atomically(str(target), NEW)
    assert target.read_bytes() == NEW


def test_the_bytes_are_synced_before_they_get_the_name_and_the_folder_after(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []
    for name in ("write", "fsync", "replace"):
        monkeypatch.setattr(os, name, _recorded(name, getattr(os, name), calls))
    write_atomically(str(target), NEW)
    of_the_folder = [] if sys.platform == "win32" else ["fsync"]
    assert calls == ["write", "fsync", "replace", *of_the_folder]


def _recorded(name: str, call: Callable[..., Any], calls: list[str]) -> Callable[..., Any]:
    def recorded(*given: Any) -> Any:
        calls.append(name)
        return call(*given)

    return recorded


@pytest.mark.posix("modes")
def test_a_new_file_is_written_with_the_usual_mode(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        write_atomically(str(tmp_path / "baru.txt"), NEW)
    finally:
        os.umask(old)
    assert (tmp_path / "baru.txt").read_bytes() == NEW
    assert stat.S_IMODE((tmp_path / "baru.txt").stat().st_mode) == 0o640


@pytest.mark.posix("modes")
def test_an_existing_file_keeps_its_mode(target: Path) -> None:
    target.chmod(0o604)
    write_atomically(str(target), b"")
    assert target.read_bytes() == b""
    assert stat.S_IMODE(target.stat().st_mode) == 0o604


def test_a_disk_without_modes_is_no_failure(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "os", FailingOs("chmod", errno.EPERM))
    write_atomically(str(target), NEW)
    assert target.read_bytes() == NEW


def test_a_write_protected_file_is_not_replaced(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(WriteError) as caught:
        write_atomically(str(target), NEW)
    assert caught.value.kind == "read-only"
    assert target.read_bytes() == OLD


@pytest.mark.posix("symbolic links need a privilege")
def test_a_symbolic_link_stays_one(target: Path) -> None:
    link = target.parent / "tautan.txt"
    link.symlink_to(target)
    write_atomically(str(link), NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW


def test_a_name_without_folder_is_written_where_we_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_atomically("berita.txt", NEW)
    assert (tmp_path / "berita.txt").read_bytes() == NEW


def test_an_existing_file_is_kept_where_overwriting_is_not_allowed(target: Path) -> None:
    with pytest.raises(WriteError) as caught:
        write_atomically(str(target), NEW, overwrite=False)
    assert caught.value.kind == "exists"
    assert target.read_bytes() == OLD
    write_atomically(str(target.parent / "lain.txt"), NEW, overwrite=False)
    assert sorted(os.listdir(target.parent)) == ["berita.txt", "lain.txt"]


def test_a_file_that_appears_in_between_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "berita.txt"
    write = os.write

    def overtaken(descriptor: int, data: Any) -> int:
        target.write_bytes(OLD)
        monkeypatch.setattr(os, "write", write)
        return write(descriptor, data)

    monkeypatch.setattr(os, "write", overtaken)
    with pytest.raises(WriteError) as caught:
        write_atomically(str(target), NEW, overwrite=False)
    assert caught.value.kind == "exists"
    assert target.read_bytes() == OLD
    assert os.listdir(tmp_path) == ["berita.txt"]


@pytest.mark.posix("a rename refuses an existing name there, no link is made")
@pytest.mark.parametrize("code", [errno.EPERM, errno.ENOTSUP])
def test_a_disk_without_hard_links_still_keeps_what_exists(
    code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "os", FailingOs("link", code))
    target = tmp_path / "berita.txt"
    write_atomically(str(target), NEW, overwrite=False)
    with pytest.raises(WriteError):
        write_atomically(str(target), OLD, overwrite=False)
    assert target.read_bytes() == NEW
    assert os.listdir(tmp_path) == ["berita.txt"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("", "failed"),
        ("tiada/berita.txt", "no-folder"),
        ("berkas/berita.txt", "no-folder"),
        ("a" * 300, "failed"),
        ("nol\x00.txt", "failed"),
        pytest.param("pipa", "failed", marks=pytest.mark.posix("no pipes have names in a folder")),
    ],
)
def test_a_place_where_no_file_can_stand_is_told(name: str, kind: str, tmp_path: Path) -> None:
    (tmp_path / "berkas").write_bytes(OLD)
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "pipa")
    before = sorted(os.listdir(tmp_path))
    with pytest.raises(WriteError) as caught:
        write_atomically(os.path.join(tmp_path, name), NEW)
    assert caught.value.kind == kind
    assert sorted(os.listdir(tmp_path)) == before


@pytest.fixture
def guarded() -> Iterator[Path]:
    """A folder that nobody may write to, root aside: root becomes *nobody* for the test."""
    folder = Path(tempfile.mkdtemp())
    (folder / "berita.txt").write_bytes(OLD)
    folder.chmod(0o555)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(65534)
    yield folder
    if is_root:
        os.seteuid(0)
    folder.chmod(0o700)
    shutil.rmtree(folder)


@pytest.mark.posix("modes")
@pytest.mark.parametrize("name", ["berita.txt", "baru.txt"])
def test_a_read_only_folder_is_told(name: str, guarded: Path) -> None:
    with pytest.raises(WriteError) as caught:
        write_atomically(str(guarded / name), NEW)
    assert caught.value.kind == "read-only"
    assert os.listdir(guarded) == ["berita.txt"]
    assert (guarded / "berita.txt").read_bytes() == OLD


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Callable[[str, int], Path]]:
    """Mounts small disks in memory where the system lets us."""
    libc = ctypes.CDLL(None, use_errno=True)
    folder = tmp_path / "disk"
    folder.mkdir()

    def mount(options: str, flags: int) -> Path:
        done = libc.mount(b"tmpfs", os.fsencode(folder), b"tmpfs", flags, options.encode())
        if done != 0:
            pytest.skip("mounting is not allowed here")
        return folder

    yield mount
    while libc.umount2(os.fsencode(folder), 2) == 0:
        pass


@pytest.mark.posix("a small disk is mounted")
def test_a_full_disk_keeps_the_old_file(mounted: Callable[[str, int], Path]) -> None:
    target = mounted("size=64k", 0) / "berita.txt"
    target.write_bytes(OLD)
    with pytest.raises(WriteError) as caught:
        write_atomically(str(target), b"x" * 200_000)
    assert caught.value.kind == "disk-full"
    assert target.read_bytes() == OLD
    assert os.listdir(target.parent) == [target.name]


@pytest.mark.posix("a small disk is mounted")
def test_a_read_only_disk_keeps_the_old_file(mounted: Callable[[str, int], Path]) -> None:
    remount, read_only = 32, 1
    target = mounted("size=64k", 0) / "berita.txt"
    target.write_bytes(OLD)
    mounted("size=64k", remount | read_only)
    with pytest.raises(WriteError) as caught:
        write_atomically(str(target), NEW)
    assert caught.value.kind == "read-only"
    assert target.read_bytes() == OLD


def test_a_file_is_read_whole(target: Path) -> None:
    assert read_bytes(str(target), len(OLD)) == OLD


def test_what_cannot_be_read_is_told_by_kind(tmp_path: Path, target: Path) -> None:
    (tmp_path / "kosong.txt").touch()
    kinds = {
        "tiada.txt": "missing",
        "berita.txt/dalam.txt": "missing",
        "x" * 300: "missing",
        "nol\x00.txt": "missing",
        "": "not-a-file",
        "kosong.txt": "empty",
        "berita.txt": "too-large",
    }
    for name, kind in kinds.items():
        with pytest.raises(ReadError) as caught:
            read_bytes(os.path.join(tmp_path, name), len(OLD) - 1)
        assert caught.value.kind == kind, name


@pytest.mark.posix("pipes and devices lie in folders")
def test_no_pipe_and_no_device_is_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipa.txt")
    for path in (str(tmp_path / "pipa.txt"), "/dev/zero"):
        with pytest.raises(ReadError, match="perangkat") as caught:
            read_bytes(path, 10)
        assert caught.value.kind == "not-a-file"


def test_a_file_that_grows_while_it_is_read_is_too_large(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = files._opened_shared

    def grown(path: str) -> int:
        target.write_bytes(NEW)
        return opened(path)

    monkeypatch.setattr(files, "_opened_shared", grown)
    with pytest.raises(ReadError) as caught:
        read_bytes(str(target), len(OLD))
    assert caught.value.kind == "too-large"


@pytest.mark.parametrize("code", [errno.EACCES, errno.EIO])
def test_a_file_that_may_not_be_read_is_told(
    code: int, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    call = "stat" if sys.platform == "win32" else "open"
    monkeypatch.setattr(files, "os", FailingOs(call, code))
    with pytest.raises(ReadError) as caught:
        read_bytes(str(target), 100)
    assert caught.value.kind == "no-access"
