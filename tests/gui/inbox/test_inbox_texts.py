"""What is said of a file of Kotak masuk."""

from __future__ import annotations

import time

from bnews_desk.gui.inbox.inbox_file import InboxFile
from bnews_desk.gui.inbox.inbox_folder import InboxFolderFile
from bnews_desk.gui.inbox.inbox_texts import arrival_time_text

DAY = 86_400


def test_a_file_that_was_moved_today_came_when_it_came() -> None:
    now = time.time()
    file = InboxFolderFile("/kotak/selesai/rilis.txt", 10, 0, int(now * 1e9))
    assert arrival_time_text(InboxFile(file, "", file.arrived)).startswith("hari ini")
    assert arrival_time_text(InboxFile(file, "", int((now - DAY) * 1e9))).startswith("kemarin")
