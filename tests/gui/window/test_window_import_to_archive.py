"""The main job from end to end: every format comes in, is edited, exported and found again."""

from __future__ import annotations

import zipfile
from pathlib import Path

from PySide6.QtCore import Qt
from window_kit import CTRL, Starter

from tests.importers.sample_files import SOUND, WORDS


def test_every_format_comes_in_is_edited_exported_and_there_again(
    start: Starter, home: Path, tmp_path: Path
) -> None:
    desk = start()
    for number, (ending, data) in enumerate(SOUND.items(), 1):
        path = tmp_path / f"kopi-{number}.{ending}"
        path.write_bytes(data)
        desk.drop(desk.parts.page if number > 1 else desk.parts.empty_page, str(path))
        desk.wait(lambda many=number: len(desk.program.desk.releases) == many)
        desk.wait(lambda: not desk.program.importing.is_busy)
        assert WORDS in desk.text, ending
        assert desk.parts.notice.texts == (), ending
    desk.open_own()
    desk.click_fix(desk.finding_row())
    desk.wait_checked()
    desk.place_caret(desk.text.index("Hasilnya"))
    desk.type("Warga bergotong royong. ")
    desk.wait_checked()
    typed = desk.text
    assert "Warga bergotong royong. Hasilnya" in typed
    desk.press(Qt.Key.Key_E, CTRL)
    desk.click(desk.parts.ready_panel._button)
    desk.wait(lambda: "Tersimpan: " in desk.status_text())
    (text,) = home.glob("*.txt")
    assert "Warga bergotong royong." in text.read_text(encoding="utf-8")
    (word,) = home.glob("*.docx")
    with zipfile.ZipFile(word) as file:
        assert file.testzip() is None
    again = start()
    again.wait_checked()
    assert again.text == typed
    assert len(again.program.desk.releases) == len(SOUND) + 1
    again.place_caret(0)
    again.type("Kopi: ")
    assert again.text == f"Kopi: {typed}"
