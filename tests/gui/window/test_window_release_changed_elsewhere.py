"""What left this desk's Meja and was gone on with at another is seen here again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from test_window_stages import CLEAN
from window_archive_kit import another_desk, copy, record
from window_kit import CTRL, Starter


def test_a_release_that_another_desk_takes_out_of_the_bin_and_goes_on_with_is_listed_again(
    start: Starter,
) -> None:
    desk = start()
    desk.paste(CLEAN)
    key = desk.release.key
    service = desk.program.finish_parts().archive_features.service
    service.begin()
    desk.press(Qt.Key.Key_1, CTRL)
    desk.press(Qt.Key.Key_Delete)
    desk.wait(lambda: service.is_open and service.flush(1) and record(key).deleted is not None)
    assert desk.rows() == []
    theirs = copy("Warga Sumberagung Panen Raya Kopi", "Warga memanen kopi.")
    with another_desk() as archive:
        archive.undelete(key)
        archive.save(archive.get(key)._replace(release=theirs))
    service.check_for_changes()
    desk.wait(lambda: [row.title for row in desk.rows()] == [theirs.headline])
    desk.click_row(key)
    desk.wait(lambda: desk.program.desk.current is not None)
    assert desk.value == theirs
    again = start()
    assert again.program.desk.has(key)
    assert record(key).release == theirs
    assert record(key).deleted is None
