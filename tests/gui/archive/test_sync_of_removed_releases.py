"""What leaves the desk while the archive is down lies in its bin later, as it last stood."""

from __future__ import annotations

from pytestqt.qtbot import QtBot
from sync_kit import PATIENCE_MS, Sit, archive_at

from bnews_desk.archive.repository.archive_errors import UnusableArchiveError
from bnews_desk.archive.repository.archive_values import ReleaseRecord
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.release import Edit, Release

HARVEST = Release.of("Panen Raya di Wates", ["Petani memanen padi."])


class Failing(DatabaseArchive):
    """An archive that answers nothing while it is down."""

    is_down = False

    def get(self, key: str) -> ReleaseRecord:
        self._demand()
        return super().get(key)

    def delete(self, key: str) -> None:
        self._demand()
        super().delete(key)

    def _demand(self) -> None:
        if self.is_down:
            raise UnusableArchiveError("Server mati.")


def test_it_lies_in_the_bin_when_the_archive_answers_again(
    sit: Sit, path: str, archive: DatabaseArchive, qtbot: QtBot
) -> None:
    vault = archive_at(path)
    vault.__class__ = Failing
    place = sit(open_it=lambda: vault)
    release = place.desk.open_new(HARVEST)
    place.save_changes()
    vault.is_down = True  # type: ignore[attr-defined]
    release.document.apply([Edit(0, 0, "", "Kini ")])
    place.desk.remove(release.key)
    place.journal.flush()
    place.service.flush()
    place.pump()
    vault.is_down = False  # type: ignore[attr-defined]

    def record() -> ReleaseRecord:
        return archive.get(release.key)

    qtbot.waitUntil(lambda: record().release.headline.startswith("Kini"), timeout=PATIENCE_MS)
    place.save_changes()
    assert record().deleted is not None


def test_so_does_what_was_exported_before_and_is_taken_in_at_the_next_start(
    sit: Sit, path: str, archive: DatabaseArchive, qtbot: QtBot
) -> None:
    place = sit(open_it=_never)
    release = place.desk.open_new(HARVEST)
    place.sync_controller.keep_version(release.key, "ekspor", files=(("docx", "Panen.docx"),))
    place.desk.remove(release.key)
    place.close()
    again = sit()
    qtbot.waitUntil(lambda: release.key in archive.summaries([release.key]), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: bool(archive.exports(release.key)), timeout=PATIENCE_MS)
    again.save_changes()
    assert [one.name for one in archive.exports(release.key)] == ["Panen.docx"]
    assert archive.get(release.key).deleted is not None


def _never() -> DatabaseArchive:
    raise UnusableArchiveError("Belum ada.")
