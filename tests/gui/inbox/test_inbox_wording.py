"""What is said of a file of Kotak masuk."""

from __future__ import annotations

import time

from bnews_desk.gui.inbox.inbox_file import InboxFile
from bnews_desk.gui.inbox.inbox_folder import File
from bnews_desk.gui.inbox.inbox_texts import moment_of

DAY = 86_400


def test_a_file_that_was_moved_today_came_when_it_came() -> None:
    now = time.time()
    file = File("/kotak/selesai/rilis.txt", 10, 0, int(now * 1e9))
    assert moment_of(InboxFile(file, "", file.arrived)).startswith("hari ini")
    assert moment_of(InboxFile(file, "", int((now - DAY) * 1e9))).startswith("kemarin")
