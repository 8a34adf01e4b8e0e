"""Whatever the disk does, the work goes on, the bar says what is wrong, and nothing is lost."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot
from small_disks import AS_ROOT, make_writable, small_disk

from bnews_desk.archive.journal.journal import Journal
from bnews_desk.archive.journal.journal_rescue import rescue_journal
from bnews_desk.gui.app import Program
from bnews_desk.release import Release

OpenAt = Callable[[Path], Program]
WAIT_MS = 20_000
STAYED = "Jendela belum ditutup karena"


def write(qtbot: QtBot, program: Program, words: str) -> None:
    """Type with real keys, into a release begun for it where there is none."""
    if program.desk.current is None:
        qtbot.keyClick(program.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    page = program.window.parts.page
    for letter in words:
        qtbot.keyClick(page, letter)


def notices(program: Program) -> str:
    return "\n".join(program.window.parts.notice.texts)


def wait_for_notice(qtbot: QtBot, program: Program, words: str) -> None:
    qtbot.waitUntil(lambda: words in notices(program), timeout=WAIT_MS)
    assert program.window.parts.notice.isVisible()


def wait_until_mended(qtbot: QtBot, program: Program) -> None:
    def is_mended() -> bool:
        return program.journal.is_safe and "belum tersimpan" not in notices(program)

    qtbot.waitUntil(is_mended, timeout=WAIT_MS)


def close_notices(qtbot: QtBot, program: Program) -> None:
    def are_closed() -> bool:  # one may come again while another is being closed
        for button in program.window.parts.notice.findChildren(QAbstractButton):
            if button.isVisible():
                qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        return notices(program) == ""

    qtbot.waitUntil(are_closed, timeout=WAIT_MS)


def written(journal: Path) -> list[str]:
    return [one.release.headline for one in rescue_journal(str(journal)).releases]


def keep_archive_elsewhere(home: Path, place: Path) -> None:
    """The journal's disk is its own: the archive takes no room there and says nothing of it."""
    home.mkdir(exist_ok=True)
    (home / "pengaturan.json").write_text(json.dumps({"archive": str(place / "arsip.db")}))


def lead_to(folder: Path, link: Path) -> None:
    """Have a link lead to another folder; there is no moment in which it leads nowhere."""
    other = link.with_name("lain")
    other.symlink_to(folder, target_is_directory=True)
    other.replace(link)


@pytest.mark.usefixtures("hurried")
def test_a_full_disk_is_told_at_once_and_again_and_costs_nothing(
    tmp_path: Path, qtbot: QtBot, open_at: OpenAt
) -> None:
    with small_disk(tmp_path / "disk", "size=2m") as disk:
        keep_archive_elsewhere(disk, tmp_path)
        program = open_at(disk)
        write(qtbot, program, "Panen raya")
        qtbot.waitUntil(lambda: program.journal.is_safe, timeout=WAIT_MS)
        filler = disk / "penuh"
        with pytest.raises(OSError, match="space"):
            filler.write_bytes(bytes(4_000_000))
        write(qtbot, program, " di Wates")
        wait_for_notice(qtbot, program, "ruang disk habis")
        write(qtbot, program, " hari ini")
        close_notices(qtbot, program)
        wait_for_notice(qtbot, program, "ruang disk habis")
        assert program.desk.current.document.release().headline == "Panen raya di Wates hari ini"
        filler.unlink()
        wait_until_mended(qtbot, program)
        assert written(disk / "jurnal.db") == ["Panen raya di Wates hari ini"]
        assert not program.window.parts.notice.isVisible()
        program.window.close()


@pytest.mark.usefixtures("hurried")
def test_a_profile_folder_that_is_read_only_from_the_start_is_told_at_once(
    tmp_path: Path, qtbot: QtBot, open_at: OpenAt
) -> None:
    with small_disk(tmp_path / "disk", "size=4m") as disk:
        make_writable(disk, is_so=False)
        program = open_at(disk)
        assert "tidak boleh ditulisi" in notices(program)
        write(qtbot, program, "Banjir surut")
        close_notices(qtbot, program)
        wait_for_notice(qtbot, program, "tidak boleh ditulisi")
        make_writable(disk, is_so=True)
        wait_until_mended(qtbot, program)
        assert written(disk / "jurnal.db") == ["Banjir surut"]
        program.window.close()


@pytest.mark.posix("a small disk is mounted as tmpfs")
@pytest.mark.usefixtures("hurried")
def test_a_profile_folder_that_turns_read_only_under_the_window(
    tmp_path: Path, qtbot: QtBot, open_at: OpenAt
) -> None:
    home, good = tmp_path / "profil", tmp_path / "asli"
    keep_archive_elsewhere(good, tmp_path)
    lead_to(good, home)
    program = open_at(home)
    write(qtbot, program, "Panen raya")
    qtbot.waitUntil(lambda: program.journal.is_safe, timeout=WAIT_MS)
    with small_disk(tmp_path / "disk", "size=1m") as disk:
        make_writable(disk, is_so=False)
        lead_to(disk, home)
        write(qtbot, program, " di Wates")
        wait_for_notice(qtbot, program, "tidak boleh ditulisi")
        write(qtbot, program, " pagi")
        close_notices(qtbot, program)
        wait_for_notice(qtbot, program, "tidak boleh ditulisi")
        lead_to(good, home)
        wait_until_mended(qtbot, program)
    assert written(home / "jurnal.db") == ["Panen raya di Wates pagi"]


@pytest.mark.posix("a folder is closed by its mode")
@pytest.mark.skipif(AS_ROOT, reason="needs a user whom modes hold back")
@pytest.mark.usefixtures("hurried")
def test_a_profile_folder_without_permission(tmp_path: Path, qtbot: QtBot, open_at: OpenAt) -> None:
    home = tmp_path / "profil"
    home.mkdir(mode=0o500)
    program = open_at(home)
    assert "tidak boleh ditulisi" in notices(program)
    write(qtbot, program, "Banjir surut")
    home.chmod(0o700)
    wait_until_mended(qtbot, program)
    assert written(home / "jurnal.db") == ["Banjir surut"]


NOISE = random.Random(5).randbytes(5000)  # noqa: S311


@pytest.mark.parametrize("noise", [NOISE, b"bukan jurnal"], ids=["noise", "text"])
def test_a_journal_of_noise_is_kept_aside_and_the_window_says_so(
    noise: bytes, tmp_path: Path, qtbot: QtBot, open_at: OpenAt
) -> None:
    home = tmp_path / "profil"
    home.mkdir()
    (home / "jurnal.db").write_bytes(noise)
    program = open_at(home)
    (aside,) = home.glob("jurnal-rusak-*.db")
    assert aside.read_bytes() == noise
    assert "jurnal baru dimulai" in notices(program)
    assert str(aside) in notices(program)
    assert program.window.parts.notice.isVisible()
    write(qtbot, program, "Panen raya")
    assert program.journal.flush()
    assert written(home / "jurnal.db") == ["Panen raya"]


def test_taking_the_desk_up_never_writes_half_of_the_tabs(
    tmp_path: Path, open_at: OpenAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(str(tmp_path / "jurnal.db"))
    for key in "abc":
        journal.note(key, Release(f"Judul {key}\nIsi"), caret=3)
    journal.set_open(["a", "b", "c"], "b")
    assert journal.close()
    remembered: list[tuple[str, ...]] = []
    remember = Journal.set_open

    def listening(journal: Journal, keys: list[str], current: str | None = None) -> None:
        remembered.append((*keys, f"depan {current}"))
        remember(journal, keys, current)

    monkeypatch.setattr(Journal, "set_open", listening)
    program = open_at(tmp_path)
    assert set(remembered) <= {("a", "b", "c", "depan b")}
    assert [release.key for release in program.desk.releases] == ["a", "b", "c"]
    assert program.window.parts.page.selection().start == 3


@pytest.mark.usefixtures("hurried")
def test_closing_never_asks_and_what_waited_is_there_at_the_next_start(
    tmp_path: Path, qtbot: QtBot, open_at: OpenAt
) -> None:
    with small_disk(tmp_path / "disk", "size=4m") as disk:
        make_writable(disk, is_so=False)
        program = open_at(disk)
        write(qtbot, program, "Banjir surut")
        program.window.close()
        assert not program.window.isVisible()
        assert QApplication.activeModalWidget() is None
        (left,) = tmp_path.glob("B-News Desk titipan *")
        make_writable(disk, is_so=True)
        again = open_at(disk)
        assert again.desk.current.document.release().headline == "Banjir surut"
        assert f"diambil kembali dari “{left}”" in notices(again)
        assert written(disk / "jurnal.db") == ["Banjir surut"]
        assert not left.exists()
        again.window.close()


@pytest.mark.usefixtures("hurried")
def test_where_no_folder_takes_it_the_window_stays_once_and_says_why(
    tmp_path: Path, qtbot: QtBot, open_at: OpenAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    with small_disk(tmp_path / "disk", "size=4m") as disk:
        make_writable(disk, is_so=False)
        monkeypatch.setattr("bnews_desk.gui.app.emergency_folders", lambda: (str(disk),))
        program = open_at(disk)
        write(qtbot, program, "Banjir surut")
        program.window.close()
        assert program.window.isVisible()
        assert QApplication.activeModalWidget() is None
        assert STAYED in notices(program)
        write(qtbot, program, " sore")  # more is at stake than was said
        program.window.close()
        assert program.window.isVisible()
        program.window.close()
        assert not program.window.isVisible()


@pytest.mark.usefixtures("hurried")
def test_a_window_that_has_stayed_is_closed_as_ever_once_the_disk_is_mended(
    tmp_path: Path, qtbot: QtBot, open_at: OpenAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    with small_disk(tmp_path / "disk", "size=4m") as disk:
        make_writable(disk, is_so=False)
        monkeypatch.setattr("bnews_desk.gui.app.emergency_folders", lambda: (str(disk),))
        program = open_at(disk)
        write(qtbot, program, "Banjir surut")
        program.window.close()
        assert STAYED in notices(program)
        make_writable(disk, is_so=True)
        wait_until_mended(qtbot, program)
        qtbot.waitUntil(lambda: STAYED not in notices(program), timeout=WAIT_MS)
        program.window.close()
        assert not program.window.isVisible()
        assert written(disk / "jurnal.db") == ["Banjir surut"]


def test_the_caret_is_safe_where_it_stands_even_when_it_only_moved(
    tmp_path: Path, qtbot: QtBot, open_at: OpenAt
) -> None:
    program = open_at(tmp_path)
    write(qtbot, program, "Panen raya")
    for _ in range(4):
        qtbot.keyClick(program.window.parts.page, Qt.Key.Key_Left)
    assert program.journal.flush()
    assert program.desk.current is not None
    assert program.journal.load(program.desk.current.key).caret == len("Panen ")
